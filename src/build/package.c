/* Writes a translated program as a cargo crate that builds by itself, offline: with the runtime's sources and the
   crates that the runtime needs. */
#include <errno.h>
#include <string.h>

#include "base/buf.h"
#include "base/os.h"
#include "build/build_internal.h"

typedef struct Copy {
    PtArena *arena;
    const char *from, *to;
    int error;
    int depth;
} Copy;

static void copy_tree(Copy *copy);

static void copy_entry(void *ctx, const char *name)
{
    Copy *outer = ctx;
    if (outer->error || strcmp(name, "target") == 0 || strcmp(name, ".lock") == 0)
        return;
    Copy inner = {outer->arena, pt_build_format(outer->arena, "%s/%s", outer->from, name),
                  pt_build_format(outer->arena, "%s/%s", outer->to, name), 0, outer->depth + 1};
    if (pt_os_is_dir(inner.from))
        copy_tree(&inner);
    else
        inner.error = pt_os_copy_file(inner.from, inner.to);
    outer->error = inner.error;
}

static void copy_tree(Copy *copy)
{
    if (copy->depth > 32) {
        copy->error = ELOOP;
        return;
    }
    copy->error = pt_os_make_dirs(copy->to, 0777);
    int e = copy->error ? 0 : pt_os_list_dir(copy->from, copy_entry, copy);
    if (!copy->error)
        copy->error = e;
}

static int copy_folder(PtArena *arena, const char *from, const char *to)
{
    Copy copy = {arena, from, to, 0, 0};
    copy_tree(&copy);
    return copy.error;
}

static int write_text(PtArena *arena, const char *dir, const char *name, const char *text)
{
    return pt_os_write_file(pt_build_format(arena, "%s/%s", dir, name), text, strlen(text));
}

static int write_sources(PtBuild *build, const PtCrate *crate, const char *dir)
{
    int e = 0;
    for (uint32_t i = 0; !e && i < crate->files.len; i++) {
        const char *path = pt_build_format(build->arena, "%s/%s", dir, crate->files.data[i].path);
        e = pt_os_make_dirs(pt_arena_copy(build->arena, path, (size_t)(strrchr(path, '/') - path)), 0777);
        if (!e)
            e = pt_os_write_file(path, crate->files.data[i].text, crate->files.data[i].len);
    }
    return e;
}

static int write_package(PtBuild *build, const PtCrate *crate, const char *dir)
{
    PtArena *a = build->arena;
    const char *manifest = pt_build_format(a,
                                           "[package]\nname = \"%s\"\nversion = \"0.1.0\"\nedition = \"2021\"\n"
                                           "rust-version = \"1.70\"\n\n[[bin]]\nname = \"%s\"\npath = \"%s\"\n\n"
                                           "[dependencies]\npy = { path = \"py\" }\n\n"
                                           "[profile.dev]\npanic = \"abort\"\n\n"
                                           "[profile.release]\npanic = \"abort\"\nopt-level = 2\nstrip = true\n",
                                           crate->name, crate->name, crate->files.data[0].path);
    bool vendored = pt_os_is_dir(pt_build_format(a, "%s/third_party/vendor", build->home));
    const char *config = pt_build_format(a, "%s[target.wasm32-wasip1]\nrustflags = [\"-Clink-arg=-zstack-size=%d\"]\n",
                                         vendored ? "[source.crates-io]\nreplace-with = \"vendored\"\n\n"
                                                    "[source.vendored]\ndirectory = \"vendor\"\n\n"
                                                  : "",
                                         PT_WASM_STACK_BYTES);
    int e = pt_os_make_dirs(pt_build_format(a, "%s/.cargo", dir), 0777);
    if (!e)
        e = write_sources(build, crate, dir);
    if (!e)
        e = write_text(a, dir, "Cargo.toml", manifest);
    if (!e)
        e = write_text(a, dir, ".cargo/config.toml", config);
    if (!e)
        e = write_text(a, dir, ".gitignore", "/target/\n");
    if (!e)
        e = copy_folder(a, pt_build_format(a, "%s/runtime", build->home), pt_build_format(a, "%s/py", dir));
    if (!e && vendored)
        e = copy_folder(a, pt_build_format(a, "%s/third_party/vendor", build->home), pt_build_format(a, "%s/vendor", dir));
    return e;
}

bool pt_build_write_package(PtBuild *build, const PtCrate *crate, const char *dir)
{
    bool exists = pt_os_is_dir(dir) || pt_os_is_file(dir);
    if (exists && !pt_os_is_dir(pt_build_format(build->arena, "%s/py", dir))) {
        pt_build_report_write(build->diags, dir, EEXIST);
        pt_diag_help(build->diags, "it is not a crate written by an earlier translation; name another folder with -o");
        return false;
    }
    const char *fresh = pt_build_format(build->arena, "%s.%d.tmp", dir, pt_os_process_id());
    int e = write_package(build, crate, fresh);
    if (!e && exists)
        e = pt_os_remove_tree(dir);
    if (!e)
        e = pt_os_rename(fresh, dir);
    if (e) {
        (void)pt_os_remove_tree(fresh);
        pt_build_report_write(build->diags, dir, e);
    }
    return !e;
}
