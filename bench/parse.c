/* bench/parse DIR [REPEAT]: speed of lexing and parsing every Python file below a folder, on one core. Each file is a
   compilation of its own: decoded, lexed, parsed to a full tree, names interned, literals decoded. Prints
   "MB/s" figures for the whole and for its steps; the best of REPEAT rounds (5). */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/os.h"
#include "syntax/syntax.h"
#include "syntax/token.h"

typedef struct File {
    char *path;
    PtOsBytes bytes;
} File;

typedef struct Files {
    PtArena *arena;
    PT_VEC(File) list;
} Files;

static void collect(Files *files, const char *folder)
{
    DIR *dir = opendir(folder);
    if (!dir)
        return;
    for (struct dirent *e; (e = readdir(dir));) {
        if (e->d_name[0] == '.' || strcmp(e->d_name, "site-packages") == 0)
            continue;
        PtBuf path = pt_buf_make(files->arena);
        pt_buf_printf(&path, "%s/%s", folder, e->d_name);
        struct stat info;
        size_t len = strlen(e->d_name);
        if (stat(path.data, &info))
            continue;
        if (S_ISDIR(info.st_mode)) {
            collect(files, path.data);
        } else if (len > 3 && strcmp(e->d_name + len - 3, ".py") == 0) {
            File file = {.path = path.data};
            if (pt_os_read_file(path.data, 0, &file.bytes) == 0)
                pt_vec_push(files->arena, &files->list, file);
        }
    }
    closedir(dir);
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

typedef enum Step { STEP_DECODE, STEP_LEX, STEP_PARSE } Step;

typedef struct Total {
    double seconds;
    size_t bytes, lines, nodes, files;
} Total;

static Total round_of(const Files *files, Step step, PtArena *arena, PtArena *scratch)
{
    Total total = {0};
    double start = now();
    for (uint32_t i = 0; i < files->list.len; i++) {
        const File *file = &files->list.data[i];
        PtDiags diags;
        pt_diags_init(&diags, arena);
        PtSources sources = {.arena = arena};
        PtPass pass = {.arena = arena, .scratch = scratch, .names = pt_intern_make(arena), .sources = &sources,
                       .diags = &diags};
        const PtSource *source = pt_source_decode(&pass, file->path, file->bytes.data, file->bytes.len);
        bool good = source != NULL;
        if (good && step == STEP_LEX) {
            good = pt_lex_quick(&pass, source)->error.code == PT_DIAG_NONE;
        } else if (good && step == STEP_PARSE) {
            const PtAst *ast = pt_syntax_parse(&pass, source);
            good = ast != NULL;
            total.nodes += good ? ast->node_count : 0;
        }
        if (good) {
            total.bytes += source->len;
            total.lines += source->line_count;
            total.files++;
        }
        pt_arena_reset(arena);
        pt_arena_reset(scratch);
    }
    total.seconds = now() - start;
    return total;
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fputs("usage: parse DIR [REPEAT]\n", stderr);
        return 2;
    }
    PtArena keep, arena, scratch;
    pt_arena_init(&keep, PT_ARENA_UNLIMITED);
    pt_arena_init(&arena, PT_ARENA_UNLIMITED);
    pt_arena_init(&scratch, PT_ARENA_UNLIMITED);
    Files files = {.arena = &keep};
    collect(&files, argv[1]);
    int repeat = argc > 2 ? atoi(argv[2]) : 5;
    static const char *const names[] = {"decode", "decode + lex", "decode + lex + parse"};
    for (Step step = STEP_DECODE; step <= STEP_PARSE; step++) {
        Total best = {.seconds = 1e9};
        for (int i = 0; i < repeat; i++) {
            Total t = round_of(&files, step, &arena, &scratch);
            if (t.seconds < best.seconds)
                best = t;
        }
        printf("%-22s %8.1f MB/s %8.2f Mlines/s  (%zu files, %.2f MB, %zu nodes)\n", names[step],
               (double)best.bytes / best.seconds / 1e6, (double)best.lines / best.seconds / 1e6, best.files,
               (double)best.bytes / 1e6, best.nodes);
    }
    pt_arena_free(&keep);
    pt_arena_free(&arena);
    pt_arena_free(&scratch);
    return 0;
}
