/* What is installed, what is missing, and what to do about it. */
#include "api/api_internal.h"
#include "base/buf.h"
#include "base/os.h"
#include "run/run.h"

static void add_line(PtBuf *out, bool ok, const char *what, const char *found)
{
    pt_buf_printf(out, "  %-4s %-12s %s\n", ok ? "ok" : "--", what, found);
}

static bool check_toolchain(PortalisSession *session, PtBuf *out)
{
    PtToolchain tools;
    if (!pt_toolchain_find(&session->arena, session->home, NULL, &tools)) {
        add_line(out, false, "rustc", "not found: run `make setup`");
        return false;
    }
    PtBuf text = pt_buf_make(&session->arena);
    pt_buf_printf(&text, "%s (%s)", *tools.version ? tools.version : "version not recorded", tools.rustc);
    add_line(out, true, "rustc", pt_buf_text(&text));
    bool all = true;
    for (int i = 0; i < PT_TARGET_COUNT; i++) {
        PtBuf dir = pt_buf_make(&session->arena);
        pt_buf_printf(&dir, "%s/lib/rustlib/%s/lib", tools.sysroot, pt_target_triple((PtTarget)i));
        bool ok = pt_os_is_dir(pt_buf_text(&dir));
        PtBuf line = pt_buf_make(&session->arena);
        pt_buf_printf(&line, "%s%s", pt_target_triple((PtTarget)i), ok ? "" : ": no standard library; run `make setup`");
        add_line(out, ok, "target", pt_buf_text(&line));
        all = all && ok;
    }
    return all;
}

static bool check_runtime(PortalisSession *session, PtBuf *out)
{
    PtDiags ignored;
    pt_diags_init(&ignored, &session->arena);
    PtBuild build;
    pt_build_open(&build, &session->arena, &ignored, session->home, "");
    bool all = true;
    for (int i = 0; i < PT_TARGET_COUNT; i++) {
        const char *folder, *stamp;
        bool ok = pt_runtime_stamp(&build, (PtTarget)i, 2, &folder, &stamp);
        PtBuf line = pt_buf_make(&session->arena);
        pt_buf_printf(&line, "%s%s", pt_target_triple((PtTarget)i), ok ? "" : ": not built; run `make`");
        add_line(out, ok, "runtime", pt_buf_text(&line));
        all = all && ok;
    }
    return all;
}

static void check_cache(PortalisSession *session, PtBuf *out)
{
    PtDiags diags;
    pt_diags_init(&diags, &session->arena);
    PtBuild build;
    pt_build_open(&build, &session->arena, &diags, session->home, session->cache_dir);
    add_line(out, build.cache.dir != NULL, "cache", build.cache.dir ? build.cache.dir
                                                    : diags.list.len  ? diags.list.data[0].message
                                                                      : "switched off");
}

const char *portalis_session_doctor(PortalisSession *session, bool *complete)
{
    PtBuf out = pt_buf_make(&session->arena);
    pt_buf_printf(&out, "portalis %s\n", PORTALIS_VERSION);
    add_line(&out, true, "home", session->home);
    bool ok = check_toolchain(session, &out);
    ok &= check_runtime(session, &out);
    const char *sandbox = pt_run_sandbox_version(&session->arena, session->home);
    add_line(&out, sandbox != NULL, "sandbox", sandbox ? sandbox : "not installed: run `make setup` and `make`");
    check_cache(session, &out);
    *complete = ok && sandbox;
    pt_buf_puts(&out, *complete ? "everything is there\n" : "something is missing\n");
    return pt_buf_text(&out);
}
