/* The stages in order, as plain calls, and their dumps. */
#include "driver/driver_internal.h"

bool pt_driver_run_stage(PtCompilation *c, PtStage stage)
{
    (void)c;
    return stage > PT_STAGE_RUST;
}

void pt_driver_dump(PtCompilation *c, PtStage stage, PtBuf *out)
{
    if (stage == PT_STAGE_RUST && c->crate) {
        for (uint32_t i = 0; i < c->crate->files.len; i++) {
            const PtCrateFile *file = &c->crate->files.data[i];
            if (i > 0)
                pt_buf_printf(out, "\n// ---- %s\n", file->path);
            pt_buf_add(out, file->text, file->len);
        }
    }
}

void pt_driver_each_dependency(PtCompilation *c, void (*each)(void *ctx, const char *path, const char *bytes, size_t len),
                               void *ctx)
{
    (void)c, (void)each, (void)ctx;
}

bool pt_driver_function(const PtCompilation *c, size_t index, PtDriverFunction *out)
{
    (void)c, (void)index, (void)out;
    return false;
}
