/* A crate through rustc, the cache and the sandbox, without the front end: what is built runs, what is cached is found,
   what rustc rejects is our fault and says so, and every limit ends a program with its own code. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/os.h"
#include "build/build.h"
#include "run/run.h"

typedef struct Fixture {
    PtArena arena;
    PtDiags diags;
    PtBuild build;
    char *cache;
} Fixture;

static void set_up(Fixture *f)
{
    pt_arena_init(&f->arena, PT_ARENA_UNLIMITED);
    pt_diags_init(&f->diags, &f->arena);
    assert(pt_os_make_temp_dir("portalis-test-", &f->cache) == 0);
    const char *home = pt_os_env("PORTALIS_HOME");
    pt_build_open(&f->build, &f->arena, &f->diags, home ? home : ".", f->cache);
}

static void tear_down(Fixture *f)
{
    assert(pt_os_remove_tree(f->cache) == 0);
    pt_os_free(f->cache);
    pt_arena_free(&f->arena);
}

static const char *build_text(Fixture *f, const char *text, PtTarget target)
{
    PtCrate crate = {.name = "program"};
    pt_vec_push(&f->arena, &crate.files, (PtCrateFile){"src/main.rs", text, strlen(text)});
    const char *artifact = NULL, *owned = NULL;
    bool ok = pt_build_crate(&f->build, &crate, &(PtBuildOptions){target, 0}, &artifact, &owned);
    assert(!owned);
    return ok ? artifact : NULL;
}

/* Is this the code of the last diagnostic? */
static bool said(const Fixture *f, const char *code)
{
    return f->diags.list.len && strcmp(pt_diag_code_text(pt_vec_last(&f->diags.list).code), code) == 0;
}

static bool run_text(Fixture *f, const char *text, PtTarget target, PtRunLimits limits, int *exit_code)
{
    const char *program = build_text(f, text, target);
    assert(program);
    const char *argv[] = {"program"};
    PtRunRequest request = {.program = program,
                            .native = target == PT_TARGET_NATIVE,
                            .argv = argv,
                            .argc = 1,
                            .limits = limits};
    return pt_run_program(&f->arena, &f->diags, f->build.home, &request, exit_code);
}

static void exit_codes_pass_through(Fixture *f)
{
    int code = -1;
    assert(run_text(f, "fn main() { std::process::exit(7) }", PT_TARGET_NATIVE, (PtRunLimits){0}, &code) && code == 7);
    assert(run_text(f, "fn main() { std::process::exit(7) }", PT_TARGET_WASM, (PtRunLimits){0}, &code) && code == 7);
    assert(run_text(f, "fn main() {}", PT_TARGET_WASM, (PtRunLimits){0}, &code) && code == 0);
}

static void limits_end_programs(Fixture *f)
{
    int code;
    const char *loop = "fn main() { let mut n = 0u64; while std::hint::black_box(n) < u64::MAX { n += 1 } }";
    assert(!run_text(f, loop, PT_TARGET_WASM, (PtRunLimits){.timeout_ms = 100}, &code));
    assert(said(f, "PT0802"));
    assert(!run_text(f, loop, PT_TARGET_NATIVE, (PtRunLimits){.timeout_ms = 100}, &code));
    assert(said(f, "PT0802"));
    assert(!run_text(f, loop, PT_TARGET_WASM, (PtRunLimits){.fuel = 1000000}, &code));
    assert(said(f, "PT0803"));
    const char *bomb = "fn main() { let mut v = Vec::new(); loop { v.push(std::hint::black_box([1u64; 4096])) } }";
    assert(!run_text(f, bomb, PT_TARGET_WASM, (PtRunLimits){.max_memory = 128 << 20}, &code));
    assert(said(f, "PT0804"));
    const char *deep = "fn f(n: u64) -> u64 { if std::hint::black_box(n) == 0 { 0 } else { f(n + 1) + 1 } }\n"
                       "fn main() { println!(\"{}\", f(1)) }";
    assert(!run_text(f, deep, PT_TARGET_WASM, (PtRunLimits){0}, &code));
    assert(said(f, "PT0805"));
    assert(!run_text(f, "fn main() { std::process::abort() }", PT_TARGET_WASM, (PtRunLimits){0}, &code));
    assert(said(f, "PT0806"));
}

static void same_crate_is_built_once(Fixture *f)
{
    const char *text = "fn main() { println!(\"once\") }";
    const char *first = build_text(f, text, PT_TARGET_WASM);
    uint64_t start = pt_os_now_ns();
    const char *second = build_text(f, text, PT_TARGET_WASM);
    assert(first && second && strcmp(first, second) == 0);
    assert(pt_os_now_ns() - start < 20u * 1000000u);
}

static void rejected_code_is_our_fault(Fixture *f)
{
    assert(!build_text(f, "fn main() { let x: u32 = \"\"; }", PT_TARGET_WASM));
    assert(said(f, "PT0703"));
    assert(pt_vec_last(&f->diags.list).help);
}

static void damaged_modules_are_refused(Fixture *f)
{
    const char *argv[] = {"program"};
    int code;
    PtRunRequest request = {.program = "tests/unit/build_run.c", .argv = argv, .argc = 1};
    assert(!pt_run_program(&f->arena, &f->diags, f->build.home, &request, &code) && said(f, "PT0807"));
    request = (PtRunRequest){.program = "/nowhere/program", .native = true, .argv = argv, .argc = 1};
    assert(!pt_run_program(&f->arena, &f->diags, f->build.home, &request, &code) && said(f, "PT0807"));
}

int main(void)
{
    Fixture f;
    set_up(&f);
    exit_codes_pass_through(&f);
    limits_end_programs(&f);
    same_crate_is_built_once(&f);
    rejected_code_is_our_fault(&f);
    damaged_modules_are_refused(&f);
    tear_down(&f);
    puts("build_run: ok");
    return 0;
}
