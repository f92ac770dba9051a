/* Finding what this program needs around it: its installation, rustc, the runtime library. */
#include <elf.h>
#include <link.h>
#include <string.h>

#include "base/buf.h"
#include "base/os.h"
#include "build/build_internal.h"

static const char *const triples[PT_TARGET_COUNT] = {
    [PT_TARGET_WASM] = "wasm32-wasip1",
    [PT_TARGET_NATIVE] = PT_HOST_TRIPLE,
};

const char *pt_target_triple(PtTarget target)
{
    return triples[target];
}

static const char *keep(PtArena *arena, char *owned)
{
    const char *copy = owned ? pt_arena_copy(arena, owned, strlen(owned)) : NULL;
    pt_os_free(owned);
    return copy;
}

const char *pt_build_find_home(PtArena *arena)
{
    const char *given = pt_os_env("PORTALIS_HOME");
    if (given)
        return given;
    const char *exe = keep(arena, pt_os_executable());
    if (!exe)
        return ".";
    char *dir = pt_arena_copy(arena, exe, strlen(exe));
    for (char *slash = strrchr(dir, '/'); slash && slash != dir; slash = strrchr(dir, '/')) {
        *slash = 0;
        if (pt_os_is_file(pt_build_format(arena, "%s/runtime/Cargo.toml", dir)))
            return dir;
    }
    return ".";
}

typedef struct NoteSearch {
    const unsigned char *id;
    size_t len;
} NoteSearch;

/* The linker's build id of the main program, a digest of its contents. */
static int find_build_id(struct dl_phdr_info *info, size_t size, void *data)
{
    (void)size;
    NoteSearch *search = data;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *header = &info->dlpi_phdr[i];
        if (header->p_type != PT_NOTE)
            continue;
        const unsigned char *at = (const unsigned char *)(info->dlpi_addr + header->p_vaddr);
        const unsigned char *end = at + header->p_memsz;
        while (at + sizeof(ElfW(Nhdr)) <= end) {
            ElfW(Nhdr) note;
            memcpy(&note, at, sizeof note);
            const unsigned char *name = at + sizeof note;
            const unsigned char *desc = name + ((note.n_namesz + 3u) & ~3u);
            if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == 4 && memcmp(name, "GNU", 4) == 0) {
                search->id = desc;
                search->len = note.n_descsz;
                return 1;
            }
            at = desc + ((note.n_descsz + 3u) & ~3u);
        }
    }
    return 1; /* the first object is the program itself; no other is of interest */
}

const char *pt_build_compiler_id(PtArena *arena)
{
    NoteSearch search = {0};
    dl_iterate_phdr(find_build_id, &search);
    PtBuf text = pt_buf_make(arena);
    for (size_t i = 0; i < search.len; i++)
        pt_buf_printf(&text, "%02x", search.id[i]);
    if (!search.len) {
        const char *exe = keep(arena, pt_os_executable());
        int64_t time = 0, size = 0;
        if (exe && pt_os_file_stamp(exe, &time, &size))
            pt_buf_printf(&text, "%lld-%lld", (long long)time, (long long)size);
    }
    return pt_buf_text(&text);
}

/* The value of "key=" in the lines of `text`, "" when absent. */
static const char *line_value(PtArena *arena, const char *text, const char *key)
{
    size_t n = strlen(key);
    for (const char *line = text; line && *line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL) {
        if (strncmp(line, key, n) == 0 && line[n] == '=')
            return pt_arena_copy(arena, line + n + 1, strcspn(line + n + 1, "\n"));
    }
    return "";
}

static const char *ask_sysroot(PtArena *arena, const char *rustc)
{
    const char *argv[] = {rustc, "--print", "sysroot", NULL};
    PtOsSpawnResult result;
    if (pt_os_spawn(&(PtOsSpawn){.argv = argv, .timeout_ms = 20000}, &result) != 0)
        return NULL;
    const char *sysroot =
        result.exit_code == 0 ? pt_arena_copy(arena, result.out.data, strcspn(result.out.data, "\n")) : NULL;
    pt_os_free_spawn_result(&result);
    return sysroot;
}

bool pt_toolchain_find(PtArena *arena, const char *home, PtDiags *diags, PtToolchain *out)
{
    *out = (PtToolchain){.rustc = pt_os_env("PORTALIS_RUSTC"), .cargo = "cargo", .version = ""};
    PtOsBytes file;
    if (!out->rustc && pt_os_read_file(pt_build_format(arena, "%s/third_party/toolchain", home), 65536, &file) == 0) {
        PtToolchain stored = {line_value(arena, file.data, "rustc"), line_value(arena, file.data, "cargo"),
                              line_value(arena, file.data, "sysroot"), line_value(arena, file.data, "version")};
        pt_os_free_bytes(&file);
        if (pt_os_is_file(stored.rustc)) {
            *out = stored;
            return true;
        }
    }
    if (!out->rustc)
        out->rustc = keep(arena, pt_os_find_program("rustc"));
    out->sysroot = out->rustc ? ask_sysroot(arena, out->rustc) : NULL;
    if (out->sysroot)
        return true;
    if (diags) {
        pt_diag_emit(diags, PT_DIAG_NO_TOOLCHAIN, PT_SPAN_NONE, "no Rust compiler was found%s%s",
                     out->rustc ? " at " : "", out->rustc ? out->rustc : "");
        pt_diag_help(diags, "run `make setup` in the folder of Portalis; `portalis doctor` shows what it looks for");
    }
    return false;
}

bool pt_runtime_stamp(PtBuild *build, PtTarget target, int opt_level, const char **folder, const char **stamp)
{
    /* Unoptimised programs link the fast-to-build runtime where there is one. */
    static const char *const profiles[] = {"dev", "release"};
    for (int i = opt_level == 0 ? 0 : 1; i < 2; i++) {
        const char *dir = pt_build_format(build->arena, "%s/build/runtime/%s/%s", build->home, pt_target_triple(target),
                                          profiles[i]);
        PtOsBytes text;
        if (pt_os_read_file(pt_build_format(build->arena, "%s/stamp", dir), 4096, &text) != 0)
            continue;
        *folder = dir;
        *stamp = pt_arena_copy(build->arena, text.data, text.len);
        pt_os_free_bytes(&text);
        return true;
    }
    return false;
}

bool pt_runtime_find(PtBuild *build, PtTarget target, int opt_level, const char **folder, const char **stamp)
{
    if (pt_runtime_stamp(build, target, opt_level, folder, stamp))
        return true;
    pt_diag_emit(build->diags, PT_DIAG_NO_RUNTIME, PT_SPAN_NONE, "the runtime is not built for %s (looked in %s/build/runtime)",
                 pt_target_triple(target), build->home);
    pt_diag_help(build->diags, "run `make` in the folder of Portalis; `portalis doctor` shows what is missing");
    return false;
}
