/* One rustc call for an emitted crate, looked up in the cache first. rustc itself is called, not the rustup proxy,
   and without cargo: the runtime is already a library. */
#include <errno.h>
#include <string.h>

#include "base/buf.h"
#include "base/os.h"
#include "build/build_internal.h"

static void crate_key(PtBuild *build, const PtCrate *crate, const PtBuildOptions *options, const PtToolchain *tools,
                      const char *runtime_stamp, char key[PT_DIGEST_HEX_SIZE])
{
    PtDigest digest;
    pt_digest_init(&digest);
    pt_digest_add_text(&digest, "crate 1");
    pt_digest_add_text(&digest, pt_build_compiler_id(build->arena));
    pt_digest_add_text(&digest, tools->rustc);
    pt_digest_add_text(&digest, tools->version);
    pt_digest_add_text(&digest, runtime_stamp);
    pt_digest_add_text(&digest, pt_target_triple(options->target));
    pt_digest_add(&digest, &options->opt_level, sizeof options->opt_level);
    pt_digest_add_text(&digest, crate->name);
    for (uint32_t i = 0; i < crate->files.len; i++) {
        pt_digest_add_text(&digest, crate->files.data[i].path);
        pt_digest_add_field(&digest, crate->files.data[i].text, crate->files.data[i].len);
    }
    pt_digest_finish_hex(&digest, key);
}

static bool write_crate(PtBuild *build, const PtCrate *crate, const char *dir)
{
    for (uint32_t i = 0; i < crate->files.len; i++) {
        const PtCrateFile *file = &crate->files.data[i];
        const char *path = pt_build_format(build->arena, "%s/%s", dir, file->path);
        const char *slash = strrchr(path, '/');
        int e = pt_os_make_dirs(pt_arena_copy(build->arena, path, (size_t)(slash - path)), 0700);
        if (!e)
            e = pt_os_write_file(path, file->text, file->len);
        if (e) {
            pt_build_report_write(build->diags, path, e);
            return false;
        }
    }
    return true;
}

/* Keeps a rejected crate for a report; where, or NULL. */
static const char *keep_for_report(PtBuild *build, const PtCrate *crate, const char *key, const PtOsSpawnResult *result)
{
    const char *base = build->cache.dir ? build->cache.dir : "/tmp";
    const char *dir = pt_build_format(build->arena, "%s/rejected-%.12s", base, key);
    if (!write_crate(build, crate, dir))
        return NULL;
    (void)pt_os_write_file(pt_build_format(build->arena, "%s/rustc.log", dir), result->err.data, result->err.len);
    return dir;
}

/* The first line of rustc's output that says what is wrong. */
static const char *first_error(PtArena *arena, const char *log)
{
    const char *at = strncmp(log, "error", 5) == 0 ? log : strstr(log, "\nerror");
    if (at && *at == '\n')
        at++;
    if (!at)
        at = log;
    return pt_arena_copy(arena, at, strcspn(at, "\n"));
}

static void report_failure(PtBuild *build, const PtCrate *crate, const char *key, const PtOsSpawnResult *result)
{
    const char *log = result->err.data ? result->err.data : "";
    if (result->signal) {
        pt_diag_emit(build->diags, PT_DIAG_RUSTC_KILLED, PT_SPAN_NONE, "the Rust compiler was killed by signal %d",
                     result->signal);
        pt_diag_help(build->diags, "signal 9 usually means that the machine ran out of memory; try again");
        return;
    }
    if (strstr(log, "No space left on device") || strstr(log, "os error 28")) {
        pt_build_report_write(build->diags, "the compiled program", ENOSPC);
        return;
    }
    if (strstr(log, "E0463") || strstr(log, "E0514") || strstr(log, "linker `")) {
        pt_diag_emit(build->diags, PT_DIAG_RUSTC_FAILED, PT_SPAN_NONE, "the Rust toolchain is not usable: %s",
                     first_error(build->arena, log));
        pt_diag_help(build->diags, "run `make setup` and `make`; `portalis doctor` shows what is missing");
        return;
    }
    const char *dir = keep_for_report(build, crate, key, result);
    pt_diag_emit(build->diags, PT_DIAG_RUSTC_REJECTED, PT_SPAN_NONE,
                 "internal error: the Rust compiler rejected the translation: %s", first_error(build->arena, log));
    if (dir)
        pt_diag_help(build->diags, "the crate and rustc.log are kept in %s; please report them", dir);
}

static bool call_rustc(PtBuild *build, const PtCrate *crate, const PtBuildOptions *options, const PtToolchain *tools,
                       const char *runtime, const char *dir, const char *key)
{
    PtArena *a = build->arena;
    const char *argv[40];
    int n = 0;
    argv[n++] = tools->rustc;
    argv[n++] = "--sysroot";
    argv[n++] = tools->sysroot;
    argv[n++] = "--edition=2021";
    argv[n++] = "--crate-type=bin";
    argv[n++] = "--crate-name";
    argv[n++] = crate->name;
    argv[n++] = "--target";
    argv[n++] = pt_target_triple(options->target);
    argv[n++] = pt_build_format(a, "-Copt-level=%d", options->opt_level);
    argv[n++] = "-Cpanic=abort";
    argv[n++] = "-Cstrip=symbols";
    argv[n++] = "-Clto=off";
    argv[n++] = options->opt_level == 0 ? "-Ccodegen-units=4" : "-Ccodegen-units=1";
    argv[n++] = "-Awarnings";
    argv[n++] = "--extern";
    argv[n++] = pt_build_format(a, "py=%s/libpy.rlib", runtime);
    argv[n++] = "-L";
    argv[n++] = pt_build_format(a, "dependency=%s/deps", runtime);
    if (options->target == PT_TARGET_WASM)
        argv[n++] = pt_build_format(a, "-Clink-arg=-zstack-size=%d", PT_WASM_STACK_BYTES);
    argv[n++] = "-o";
    argv[n++] = "program";
    argv[n++] = crate->files.data[0].path;
    argv[n] = NULL;
    /* A make around us must not lend rustc a job server that it then does not find. */
    static const char *const env[] = {"MAKEFLAGS", "CARGO_MAKEFLAGS", NULL};
    PtOsSpawnResult result;
    int e = pt_os_spawn(&(PtOsSpawn){.argv = argv, .env = env, .cwd = dir}, &result);
    if (e) {
        pt_diag_emit(build->diags, PT_DIAG_RUSTC_FAILED, PT_SPAN_NONE, "cannot run %s: %s", tools->rustc, pt_os_error_text(e));
        pt_diag_help(build->diags, "`portalis doctor` shows what is missing");
        return false;
    }
    bool ok = result.exit_code == 0;
    if (!ok)
        report_failure(build, crate, key, &result);
    pt_os_free_spawn_result(&result);
    return ok;
}

/* Moves the built file into the cache, across devices if need be; NULL: it stays where it is. */
static const char *publish(PtBuild *build, const char *key, const char *extension, const char *built)
{
    const char *path = pt_cache_path(build, key, extension);
    if (!path)
        return NULL;
    int e = pt_os_make_dirs(pt_build_format(build->arena, "%s/%.2s", build->cache.dir, key), 0700);
    if (!e)
        e = pt_os_rename(built, path);
    if (e == EXDEV)
        e = pt_os_copy_file(built, path);
    if (!e) {
        pt_cache_prune_sometimes(build);
        return path;
    }
    pt_diag_emit(build->diags, PT_DIAG_CACHE_UNUSABLE, PT_SPAN_NONE, "going on without the build cache %s: %s",
                 build->cache.dir, pt_os_error_text(e));
    build->cache.dir = NULL;
    return NULL;
}

bool pt_build_crate(PtBuild *build, const PtCrate *crate, const PtBuildOptions *options, const char **artifact,
                    const char **owned_dir)
{
    *owned_dir = NULL;
    PtToolchain tools;
    const char *runtime, *stamp;
    if (!pt_runtime_find(build, options->target, options->opt_level, &runtime, &stamp) ||
        !pt_toolchain_find(build->arena, build->home, build->diags, &tools))
        return false;
    char key[PT_DIGEST_HEX_SIZE];
    crate_key(build, crate, options, &tools, stamp, key);
    const char *extension = options->target == PT_TARGET_WASM ? "wasm" : "bin";
    *artifact = pt_cache_find(build, key, extension);
    if (*artifact)
        return true;
    const char *dir = pt_cache_work_dir(build);
    if (!dir)
        return false;
    if (!write_crate(build, crate, dir) || !call_rustc(build, crate, options, &tools, runtime, dir, key)) {
        (void)pt_os_remove_tree(dir);
        return false;
    }
    const char *built = pt_build_format(build->arena, "%s/program", dir);
    *artifact = publish(build, key, extension, built);
    if (*artifact) {
        (void)pt_os_remove_tree(dir);
    } else {
        *artifact = built;
        *owned_dir = dir;
    }
    return true;
}
