/* The build cache: DIR/ab/abcdef….EXT, each file written elsewhere and renamed. It survives being read-only, full or
   deleted at any moment: then programs are built without it. */
#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/os.h"
#include "build/build_internal.h"

const char *pt_build_format(PtArena *arena, const char *fmt, ...)
{
    PtBuf buf = pt_buf_make(arena);
    va_list args;
    va_start(args, fmt);
    pt_buf_vprintf(&buf, fmt, args);
    va_end(args);
    return pt_buf_text(&buf);
}

void pt_build_report_write(PtDiags *diags, const char *what, int error)
{
    pt_diag_emit(diags, PT_DIAG_CANNOT_WRITE, PT_SPAN_NONE, "cannot write %s: %s", what, pt_os_error_text(error));
    if (error == ENOSPC || error == EDQUOT)
        pt_diag_help(diags, "free some space, or point XDG_CACHE_HOME and TMPDIR to a disk that has some");
}

static void note_unusable(PtBuild *build, const char *dir, const char *why)
{
    pt_diag_emit(build->diags, PT_DIAG_CACHE_UNUSABLE, PT_SPAN_NONE, "going on without the build cache %s: %s", dir, why);
    build->cache.dir = NULL;
}

static const char *default_dir(PtArena *arena)
{
    const char *base = pt_os_env("XDG_CACHE_HOME");
    if (base && base[0] == '/')
        return pt_build_format(arena, "%s/portalis", base);
    const char *home = pt_os_env("HOME");
    return home ? pt_build_format(arena, "%s/.cache/portalis", home) : NULL;
}

void pt_build_open(PtBuild *build, PtArena *arena, PtDiags *diags, const char *home, const char *cache_dir)
{
    *build = (PtBuild){.arena = arena, .diags = diags, .home = home};
    const char *dir = cache_dir ? cache_dir : default_dir(arena);
    if (!dir || !*dir)
        return;
    build->cache.dir = dir;
    struct stat st;
    if (stat(dir, &st) != 0) {
        int e = pt_os_make_dirs(dir, 0700);
        if (e) {
            note_unusable(build, dir, pt_os_error_text(e));
            return;
        }
        if (stat(dir, &st) != 0)
            return;
    }
    /* Entries are executed, so nobody else may be able to plant one. */
    if (st.st_uid != geteuid() || (st.st_mode & 022))
        note_unusable(build, dir, "others can write to it");
}

const char *pt_cache_path(PtBuild *build, const char *key, const char *extension)
{
    if (!build->cache.dir)
        return NULL;
    return pt_build_format(build->arena, "%s/%.2s/%s.%s", build->cache.dir, key, key + 2, extension);
}

const char *pt_cache_find(PtBuild *build, const char *key, const char *extension)
{
    const char *path = pt_cache_path(build, key, extension);
    if (!path || !pt_os_is_file(path))
        return NULL;
    pt_os_touch(path);
    return path;
}

const char *pt_cache_store(PtBuild *build, const char *key, const char *extension, const void *data, size_t len)
{
    const char *path = pt_cache_path(build, key, extension);
    if (!path)
        return NULL;
    int e = pt_os_make_dirs(pt_build_format(build->arena, "%s/%.2s", build->cache.dir, key), 0700);
    if (!e)
        e = pt_os_write_file(path, data, len);
    if (!e)
        return path;
    note_unusable(build, build->cache.dir, pt_os_error_text(e));
    return NULL;
}

const char *pt_cache_work_dir(PtBuild *build)
{
    char *made = NULL;
    int e = pt_os_make_temp_dir("portalis-", &made);
    if (e) {
        const char *base = pt_os_env("TMPDIR");
        pt_build_report_write(build->diags, base ? base : "/tmp", e);
        return NULL;
    }
    const char *dir = pt_arena_copy(build->arena, made, strlen(made));
    pt_os_free(made);
    return dir;
}
