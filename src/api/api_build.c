/* Building and running programs. A run looks first for an entry of an earlier run of the same sources: then nothing is
   translated, and the compiled module is mapped from the cache. */
#include <string.h>

#include "api/api_internal.h"
#include "base/os.h"
#include "run/run.h"

static const PortalisBuildOptions default_build = {PORTALIS_WASM, 2};

static PtBuildOptions inner_options(const PortalisBuildOptions *options)
{
    return (PtBuildOptions){options->target == PORTALIS_NATIVE ? PT_TARGET_NATIVE : PT_TARGET_WASM, options->opt_level};
}

PtBuild *pt_api_build(PortalisProgram *program)
{
    if (!program->build_open) {
        pt_build_open(&program->build, pt_driver_arena(program->compilation), pt_driver_diags(program->compilation),
                      program->session->home, program->session->cache_dir);
        program->build_open = true;
    }
    return &program->build;
}

bool pt_api_make_artifact(PortalisProgram *program, const PortalisBuildOptions *options, const char **artifact,
                          const char **owned_dir)
{
    PortalisSession *session = program->session;
    PtBuildOptions inner = inner_options(options);
    session->progress(session->progress_context, "translating");
    bool ok = pt_driver_compile(program->compilation, PT_STAGE_RUST);
    if (ok) {
        session->progress(session->progress_context, "compiling");
        PtBuild *build = pt_api_build(program);
        ok = pt_build_crate(build, pt_driver_crate(program->compilation), &inner, artifact, owned_dir) ||
             (pt_driver_demote(program->compilation) &&
              pt_build_crate(build, pt_driver_crate(program->compilation), &inner, artifact, owned_dir));
    }
    session->progress(session->progress_context, NULL);
    return ok;
}

PortalisStatus portalis_program_build(PortalisProgram *program, const PortalisBuildOptions *options, const char *output)
{
    const char *artifact, *owned_dir;
    if (!pt_api_make_artifact(program, options ? options : &default_build, &artifact, &owned_dir))
        return pt_api_failure(program);
    int e = pt_os_copy_file(artifact, output);
    if (owned_dir)
        (void)pt_os_remove_tree(owned_dir);
    if (!e)
        return PORTALIS_OK;
    pt_diag_emit(pt_driver_diags(program->compilation), PT_DIAG_CANNOT_WRITE, PT_SPAN_NONE, "cannot write %s: %s", output,
                 pt_os_error_text(e));
    return pt_api_failure(program);
}

PortalisStatus portalis_program_write_crate(PortalisProgram *program, const char *dir)
{
    if (pt_driver_compile(program->compilation, PT_STAGE_RUST) &&
        pt_build_write_package(pt_api_build(program), pt_driver_crate(program->compilation), dir))
        return PORTALIS_OK;
    return pt_api_failure(program);
}

/* ---- entries: which artifact belongs to which sources ----
   Key: compiler, runtime, options and the main module. Text: the artifact's key, then every further file the
   translation read, with its digest, and every file it looked for in vain. */

static void entry_key(PortalisProgram *program, const PortalisBuildOptions *options, const char *stamp,
                      const char *bytes, size_t len, char key[PT_DIGEST_HEX_SIZE])
{
    PtBuildOptions inner = inner_options(options);
    PtDigest digest;
    pt_digest_init(&digest);
    pt_digest_add_text(&digest, "entry 1");
    pt_digest_add_text(&digest, pt_build_compiler_id(pt_driver_arena(program->compilation)));
    pt_digest_add_text(&digest, stamp);
    pt_digest_add_text(&digest, pt_target_triple(inner.target));
    pt_digest_add(&digest, &inner.opt_level, sizeof inner.opt_level);
    pt_digest_add_text(&digest, pt_driver_variant(program->compilation));
    pt_digest_add_text(&digest, pt_driver_main_path(program->compilation));
    pt_digest_add_field(&digest, bytes, len);
    pt_digest_finish_hex(&digest, key);
}

static void file_digest(const char *bytes, size_t len, char hex[PT_DIGEST_HEX_SIZE])
{
    PtDigest digest;
    pt_digest_init(&digest);
    pt_digest_add(&digest, bytes, len);
    pt_digest_finish_hex(&digest, hex);
}

static bool line_holds(const char *line)
{
    if (strncmp(line, "absent ", 7) == 0)
        return !pt_os_is_file(line + 7);
    if (strncmp(line, "file ", 5) != 0 || strlen(line) < 5 + 64 + 2)
        return false;
    PtOsBytes file;
    if (pt_os_read_file(line + 5 + 64 + 1, 0, &file) != 0)
        return false;
    char hex[PT_DIGEST_HEX_SIZE];
    file_digest(file.data, file.len, hex);
    pt_os_free_bytes(&file);
    return memcmp(hex, line + 5, 64) == 0;
}

/* The artifact of a valid entry, NULL otherwise. */
static const char *find_by_entry(PortalisProgram *program, const char *key, const char *extension)
{
    PtBuild *build = pt_api_build(program);
    const char *path = pt_cache_find(build, key, "entry");
    PtOsBytes text;
    if (!path || pt_os_read_file(path, 1 << 24, &text) != 0)
        return NULL;
    char *line = pt_arena_copy(build->arena, text.data, text.len);
    pt_os_free_bytes(&text);
    const char *artifact = NULL;
    for (bool first = true; line && *line; first = false) {
        char *end = strchr(line, '\n');
        if (!end)
            return NULL; /* every line ends: this one was cut */
        *end = 0;
        if (first)
            artifact = strlen(line) == 64 ? pt_cache_find(build, line, extension) : NULL;
        else if (!line_holds(line))
            return NULL;
        if (!artifact)
            return NULL;
        line = end + 1;
    }
    return artifact;
}

static void add_dependency(void *ctx, const char *path, const char *digest)
{
    if (digest)
        pt_buf_printf(ctx, "file %s %s\n", digest, path);
    else
        pt_buf_printf(ctx, "absent %s\n", path);
}

static void store_entry(PortalisProgram *program, const char *key, const char *artifact)
{
    /* DIR/ab/cdef….EXT → abcdef… */
    size_t dir = strlen(pt_api_build(program)->cache.dir) + 1;
    PtBuf text = pt_buf_make(pt_driver_arena(program->compilation));
    pt_buf_printf(&text, "%.2s%.62s\n", artifact + dir, artifact + dir + 3);
    pt_driver_each_dependency(program->compilation, add_dependency, &text);
    (void)pt_cache_store(pt_api_build(program), key, "entry", text.data, text.len);
}

/* Finds or makes the artifact for a run. */
static bool prepare(PortalisProgram *program, const PortalisBuildOptions *options, const char **artifact, const char **owned)
{
    const char *bytes, *folder, *stamp;
    size_t len;
    *owned = NULL;
    if (!pt_driver_main_bytes(program->compilation, &bytes, &len))
        return false;
    PtBuild *build = pt_api_build(program);
    PtBuildOptions inner = inner_options(options);
    char key[PT_DIGEST_HEX_SIZE];
    bool keyed = build->cache.dir && pt_runtime_stamp(build, inner.target, inner.opt_level, &folder, &stamp);
    if (keyed) {
        entry_key(program, options, stamp, bytes, len, key);
        *artifact = find_by_entry(program, key, inner.target == PT_TARGET_WASM ? "wasm" : "bin");
        if (*artifact)
            return true;
    }
    if (!pt_api_make_artifact(program, options, artifact, owned))
        return false;
    if (keyed && !*owned && build->cache.dir)
        store_entry(program, key, *artifact);
    return true;
}

static const PtSandboxDir *copy_grants(PtArena *arena, const PortalisRunOptions *options)
{
    PtSandboxDir *dirs = pt_arena_array(arena, PtSandboxDir, options->dir_count + 1);
    for (size_t i = 0; i < options->dir_count; i++)
        dirs[i] = (PtSandboxDir){options->dirs[i].host, options->dirs[i].guest, options->dirs[i].writable};
    return dirs;
}

PortalisStatus portalis_program_run(PortalisProgram *program, const PortalisRunOptions *options, int *exit_code)
{
    static const PortalisRunOptions defaults = {.build = {PORTALIS_WASM, 2}};
    if (!options)
        options = &defaults;
    const char *artifact, *owned;
    if (!prepare(program, &options->build, &artifact, &owned))
        return pt_api_failure(program);
    PtArena *arena = pt_driver_arena(program->compilation);
    const char **argv = pt_arena_array(arena, const char *, options->arg_count + 1);
    argv[0] = pt_driver_main_path(program->compilation);
    if (options->arg_count)
        memcpy(argv + 1, options->args, options->arg_count * sizeof *argv);
    PtRunRequest request = {.program = artifact,
                            .native = options->build.target == PORTALIS_NATIVE,
                            .argv = argv,
                            .argc = options->arg_count + 1,
                            .env_names = options->env_names,
                            .env_values = options->env_values,
                            .env_count = options->env_count,
                            .dirs = copy_grants(arena, options),
                            .dir_count = options->dir_count,
                            .limits = {options->timeout_ms, options->fuel, options->max_memory}};
    if (!request.native && !owned) {
        PtBuf aot = pt_buf_make(arena);
        pt_buf_add(&aot, artifact, strlen(artifact) - strlen("wasm"));
        pt_buf_puts(&aot, pt_run_aot_flavour(&request.limits));
        request.aot_path = pt_buf_text(&aot);
    }
    bool ended = pt_run_program(arena, pt_driver_diags(program->compilation), program->session->home, &request, exit_code);
    if (owned)
        (void)pt_os_remove_tree(owned);
    return ended ? PORTALIS_OK : pt_api_failure(program);
}
