/* The operating-system layer: whole files or none, children with time-outs, digests. */
#include "base/os.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/digest.h"

static void files(const char *dir)
{
    char *path = pt_os_join(dir, "a/b/c.txt");
    char *folder = pt_os_join(dir, "a/b");
    assert(pt_os_write_file(path, "x", 1) == ENOENT);
    assert(pt_os_make_dirs(folder, 0755) == 0 && pt_os_make_dirs(folder, 0755) == 0);
    assert(pt_os_write_file(path, "one", 3) == 0 && pt_os_write_file(path, "second", 6) == 0);
    PtOsBytes bytes;
    assert(pt_os_read_file(path, 0, &bytes) == 0 && bytes.len == 6 && strcmp(bytes.data, "second") == 0);
    pt_os_free_bytes(&bytes);
    assert(pt_os_read_file(path, 5, &bytes) == EFBIG);
    assert(pt_os_read_file(folder, 0, &bytes) == EISDIR);
    assert(pt_os_write_file(folder, "x", 1) == EISDIR);
    assert(pt_os_write_file("/dev/null", "x", 1) == 0 && !pt_os_is_file("/dev/null"));
    assert(pt_os_write_file("/dev/full", "x", 1) == ENOSPC);
    pt_os_free(path);
    pt_os_free(folder);
}

static void count_entry(void *ctx, const char *name)
{
    (void)name;
    ++*(int *)ctx;
}

static void failed_write_leaves_nothing(const char *dir)
{
    char *folder = pt_os_join(dir, "full");
    char *target = pt_os_join(folder, "target");
    assert(pt_os_make_dirs(folder, 0755) == 0 && pt_os_make_dirs(target, 0755) == 0);
    char *inner = pt_os_join(target, "file");
    assert(pt_os_write_file(inner, "x", 1) == 0);
    char *missing = pt_os_join(folder, "missing/file");
    assert(pt_os_write_file(missing, "x", 1) == ENOENT);
    int entries = 0;
    assert(pt_os_list_dir(folder, count_entry, &entries) == 0 && entries == 1);
    pt_os_free(folder);
    pt_os_free(target);
    pt_os_free(inner);
    pt_os_free(missing);
}

static PtOsSpawnResult shell(const char *script, uint64_t timeout_ms, const char *input)
{
    const char *argv[] = {"sh", "-c", script, NULL};
    const char *env[] = {"PT_TEST=set", "HOME", NULL};
    PtOsSpawn spawn = {.argv = argv, .env = env, .input = input, .input_len = input ? strlen(input) : 0, .timeout_ms = timeout_ms};
    PtOsSpawnResult result;
    assert(pt_os_spawn(&spawn, &result) == 0);
    return result;
}

static void children(void)
{
    PtOsSpawnResult r = shell("cat; echo $PT_TEST ${HOME-unset} >&2; exit 3", 0, "fed");
    assert(r.exit_code == 3 && r.signal == 0 && strcmp(r.out.data, "fed") == 0 && strcmp(r.err.data, "set unset\n") == 0);
    pt_os_free_spawn_result(&r);
    r = shell("kill -9 $$", 0, NULL);
    assert(r.exit_code == -1 && r.signal == 9);
    pt_os_free_spawn_result(&r);
    uint64_t start = pt_os_now_ns();
    r = shell("echo before; sleep 30 & wait", 200, NULL);
    assert(r.timed_out && strcmp(r.out.data, "before\n") == 0);
    assert(pt_os_now_ns() - start < 5000000000u);
    pt_os_free_spawn_result(&r);
    const char *argv[] = {"/no/such/program", NULL};
    assert(pt_os_spawn(&(PtOsSpawn){.argv = argv}, &r) == ENOENT);
}

static void digests(void)
{
    char hex[PT_DIGEST_HEX_SIZE];
    PtDigest digest;
    pt_digest_init(&digest);
    pt_digest_add(&digest, "abc", 3);
    pt_digest_finish_hex(&digest, hex);
    assert(strcmp(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad") == 0);
    pt_digest_init(&digest);
    for (int i = 0; i < 1000; i++)
        pt_digest_add(&digest, "aaaaaaa", (size_t)(i % 8));
    pt_digest_finish_hex(&digest, hex);
    char whole[PT_DIGEST_HEX_SIZE];
    static char text[3500];
    memset(text, 'a', sizeof text);
    pt_digest_init(&digest);
    pt_digest_add(&digest, text, sizeof text);
    pt_digest_finish_hex(&digest, whole);
    assert(strcmp(hex, whole) == 0);
}

int main(void)
{
    char *dir;
    assert(pt_os_make_temp_dir("portalis-os-", &dir) == 0);
    files(dir);
    failed_write_leaves_nothing(dir);
    assert(pt_os_remove_tree(dir) == 0 && !pt_os_is_dir(dir) && pt_os_remove_tree(dir) == 0);
    pt_os_free(dir);
    children();
    digests();
    puts("os: ok");
    return 0;
}
