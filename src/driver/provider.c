/* Sources from disk for project, remembering what was read and what was looked for in vain: a cached build is good for
   as long as all of that is unchanged. */
#include <errno.h>
#include <string.h>

#include "base/os.h"
#include "driver/driver_internal.h"

static void remember(PtCompilation *c, const char *path, const PtOsBytes *file)
{
    size_t len = strlen(path);
    if (pt_strmap_get(&c->dependency_index, path, len))
        return;
    PtDependency dependency = {.path = pt_arena_copy(&c->arena, path, len), .present = file != NULL};
    if (file) {
        PtDigest digest;
        pt_digest_init(&digest);
        pt_digest_add(&digest, file->data, file->len);
        pt_digest_finish_hex(&digest, dependency.hex);
    }
    pt_vec_push(&c->arena, &c->dependencies, dependency);
    pt_strmap_set(&c->arena, &c->dependency_index, path, len, c->dependencies.len);
}

static PtStatus status_of(int error)
{
    switch (error) {
    case 0: return PT_STATUS_OK;
    case ENOENT:
    case ENOTDIR:
    case EISDIR: return PT_STATUS_NOT_FOUND;
    case EACCES:
    case EPERM: return PT_STATUS_NO_ACCESS;
    case EFBIG: return PT_STATUS_TOO_LARGE;
    case ENOMEM: return PT_STATUS_NO_MEMORY;
    default: return PT_STATUS_READ_ERROR;
    }
}

static PtStatus read_source(void *context, PtArena *arena, const char *path, const char **bytes, size_t *len)
{
    PtCompilation *c = context;
    if (strcmp(path, c->input.path) == 0) {
        *bytes = c->input.bytes;
        *len = c->input.len;
        return PT_STATUS_OK;
    }
    PtOsBytes file;
    int e = pt_os_read_file(path, PT_SOURCE_LIMIT, &file);
    remember(c, path, e ? NULL : &file);
    if (!e) {
        *bytes = pt_arena_copy(arena, file.data, file.len);
        *len = file.len;
        pt_os_free_bytes(&file);
    }
    return status_of(e);
}

PtProvider pt_driver_provider(PtCompilation *c)
{
    return (PtProvider){.context = c, .read = read_source};
}

void pt_driver_each_dependency(PtCompilation *c, void (*each)(void *ctx, const char *path, const char *digest), void *ctx)
{
    for (uint32_t i = 0; i < c->dependencies.len; i++) {
        const PtDependency *dependency = &c->dependencies.data[i];
        each(ctx, dependency->path, dependency->present ? dependency->hex : NULL);
    }
}
