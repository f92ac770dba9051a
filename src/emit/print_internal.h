/* The printer's state, shared by the files of this room. */
#ifndef PT_EMIT_PRINT_INTERNAL_H
#define PT_EMIT_PRINT_INTERNAL_H

#include "emit/emit.h"

/* rustfmt's defaults for max_width = 110: calls, arrays and chains wider than 60 % of it are broken. */
enum { PT_PRINT_COMPARE = 8 }; /* binding strength of comparisons, which do not chain in Rust */
enum {
    PT_PRINT_WIDTH = 110,
    PT_PRINT_CALL = 66,
    PT_PRINT_CHAIN = 66,
    PT_PRINT_ARRAY = 66,
    PT_PRINT_STRUCT = 19,
    PT_PRINT_IF_ELSE = 55,
    PT_PRINT_NEVER = 1 << 20, /* the width of what cannot stand on one line */
};

typedef struct PtPrint {
    const PtRir *r;
    PtBuf out;
    uint32_t *flat;    /* width on one line by node, UINT32_MAX = not known yet */
    size_t line_start; /* offset of the current line */
    uint32_t line, file;
    bool tail;         /* the next expression ends a block: an `if` there is never on one line */
    PtArena *arena;
    PtLineMaps *map;
} PtPrint;

void pt_print_puts(PtPrint *p, const char *text);
/* Ends the line and indents the next one. */
void pt_print_newline(PtPrint *p, int indent);
static inline int pt_print_column(const PtPrint *p) { return (int)(p->out.len - p->line_start); }

/* print_width.c: the width of an expression on one line, PT_PRINT_NEVER when it needs more. */
uint32_t pt_print_width(PtPrint *p, PtRirId id);
uint32_t pt_print_list_width(PtPrint *p, PtRirList list);
/* The same, PT_PRINT_NEVER when wider than a call's or array's limit. */
uint32_t pt_print_args_width(PtPrint *p, PtRirList list, uint32_t limit);
/* True when `inner` needs parentheses as operand of something that binds with `prec`. */
bool pt_print_wants_parens(const PtPrint *p, PtRirId inner, int prec);
/* Number of `.method()` links of a chain, and its root. */
uint32_t pt_print_chain_links(const PtPrint *p, PtRirId id, PtRirId *root);

/* print_expr.c: at the current column; `after` characters must still fit behind it on the last line. */
void pt_print_expr(PtPrint *p, PtRirId id, int indent, int after);
/* After `=`: on this line, or on the next one when it fits only there. */
void pt_print_value(PtPrint *p, PtRirId value, int indent, int after);
/* print_item.c */
void pt_print_block(PtPrint *p, PtRirId block, int indent);
void pt_print_item(PtPrint *p, PtRirId item, int indent);
void pt_print_items(PtPrint *p, PtRirList items, int indent);

#endif
