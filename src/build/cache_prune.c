/* Keeps the build cache from growing without end: the entries that were not used for longest go first. */
#include <stdlib.h>
#include <string.h>

#include "base/os.h"
#include "build/build_internal.h"

static const int64_t size_limit = (int64_t)2 << 30; /* bytes */
enum { EVERY = 64 }; /* stores between two looks at the whole cache, on average */
/* What was used this short before the newest entry may be about to be loaded by somebody. */
static const int64_t grace_ns = (int64_t)600 * 1000000000;

typedef struct Entry {
    const char *path;
    int64_t used_ns, size;
} Entry;

typedef struct Scan {
    PtArena *arena;
    const char *dir;
    int depth;
    int64_t total;
    PT_VEC(Entry) entries;
} Scan;

static void visit(void *ctx, const char *name)
{
    Scan *scan = ctx;
    const char *path = pt_build_format(scan->arena, "%s/%s", scan->dir, name);
    if (scan->depth == 0) {
        if (strlen(name) != 2 || !pt_os_is_dir(path))
            return;
        const char *dir = scan->dir;
        scan->dir = path;
        scan->depth = 1;
        (void)pt_os_list_dir(path, visit, scan);
        scan->dir = dir;
        scan->depth = 0;
        return;
    }
    Entry entry = {.path = path};
    if (pt_os_is_file(path) && pt_os_file_stamp(path, &entry.used_ns, &entry.size)) {
        scan->total += entry.size;
        pt_vec_push(scan->arena, &scan->entries, entry);
    }
}

static int older_first(const void *a, const void *b)
{
    const Entry *x = a, *y = b;
    return x->used_ns < y->used_ns ? -1 : x->used_ns > y->used_ns;
}

void pt_cache_prune_sometimes(PtBuild *build)
{
    if (!build->cache.dir || pt_os_now_ns() / 1000 % EVERY != 0)
        return;
    Scan scan = {.arena = build->arena, .dir = build->cache.dir};
    (void)pt_os_list_dir(scan.dir, visit, &scan);
    if (scan.total <= size_limit)
        return;
    qsort(scan.entries.data, scan.entries.len, sizeof *scan.entries.data, older_first);
    int64_t newest = scan.entries.data[scan.entries.len - 1].used_ns;
    for (uint32_t i = 0; i < scan.entries.len && scan.total > size_limit / 2; i++) {
        const Entry *entry = &scan.entries.data[i];
        int64_t used_ns, size;
        bool idle = newest - entry->used_ns > grace_ns && pt_os_file_stamp(entry->path, &used_ns, &size) &&
                    used_ns == entry->used_ns;
        if (idle && pt_os_remove_file(entry->path) == 0)
            scan.total -= entry->size;
    }
}
