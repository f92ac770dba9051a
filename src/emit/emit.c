/* Emission: the crate's files from the RIR tree. */
#include "emit/print_internal.h"

#include <string.h>

void pt_print_puts(PtPrint *p, const char *text)
{
    pt_buf_puts(&p->out, text);
}

/* indent -1: an empty line follows, so nothing is written on it. */
void pt_print_newline(PtPrint *p, int indent)
{
    pt_buf_putc(&p->out, '\n');
    p->line++;
    p->line_start = p->out.len;
    if (indent > 0)
        pt_buf_fill(&p->out, ' ', (size_t)indent);
}

PtCrate *pt_emit(PtPass *pass, const PtRir *rir, PtLineMaps *map)
{
    PtCrate *crate = pt_arena_zero(pass->arena, sizeof *crate);
    crate->name = pass->options->crate_name;
    PtPrint print = {.r = rir, .arena = pass->arena, .map = map};
    print.flat = pt_arena_alloc(pass->arena, rir->count * sizeof *print.flat);
    memset(print.flat, 0xFF, rir->count * sizeof *print.flat);
    for (uint32_t m = 0; m < rir->modules.len; m++) {
        const PtRirModule *module = &rir->modules.data[m];
        print.out = pt_buf_make(pass->arena);
        print.line = 1;
        print.line_start = 0;
        print.file = m;
        pt_print_items(&print, module->items, 0);
        pt_print_newline(&print, 0);
        pt_vec_push(pass->arena, &crate->files,
                    (PtCrateFile){module->path, pt_buf_text(&print.out), print.out.len});
    }
    return crate;
}
