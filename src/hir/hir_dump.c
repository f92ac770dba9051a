/* --dump=hir: the program as text, one node a line, operands as %id.

       def gcd(a, b)  "gcd"
         while
           cond:
             %4 = LoadLocal b
             Result %4
*/
#include <stdio.h>
#include <string.h>

#include "hir/hir.h"

typedef struct Dump {
    const PtHir *h;
    PtBuf *out;
    uint32_t base; /* first node of the unit: ids are printed relative to it, so that a dump is stable */
    int indent;
} Dump;

static const char *name_text(const Dump *d, PtNameId name)
{
    return pt_intern_text(d->h->names, name);
}

static void put_text(PtBuf *out, const char *text, uint32_t len, bool bytes)
{
    const char quote = '\'';
    pt_buf_putc(out, quote);
    for (uint32_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == '\n')
            pt_buf_puts(out, "\\n");
        else if (c == '\\' || c == (unsigned char)quote)
            pt_buf_printf(out, "\\%c", c);
        else if (c < 0x20 || c == 0x7f || (c > 0x7f && bytes))
            pt_buf_printf(out, "\\x%02x", c);
        else
            pt_buf_putc(out, (char)c);
    }
    pt_buf_putc(out, quote);
}

static void put_float(PtBuf *out, double f)
{
    char text[40];
    for (int digits = 1; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, f);
        double back;
        if (sscanf(text, "%lf", &back) == 1 && back == f)
            break;
    }
    pt_buf_puts(out, text);
    if (!strpbrk(text, ".einf"))
        pt_buf_puts(out, ".0");
}

void pt_hir_print_const(const PtHir *h, PtHirConstId id, PtBuf *out)
{
    const PtHirConst *c = pt_hir_const(h, id);
    switch (c->kind) {
    case PT_HIR_CONST_NONE:
        pt_buf_puts(out, "None");
        break;
    case PT_HIR_CONST_TRUE:
        pt_buf_puts(out, "True");
        break;
    case PT_HIR_CONST_FALSE:
        pt_buf_puts(out, "False");
        break;
    case PT_HIR_CONST_ELLIPSIS:
        pt_buf_puts(out, "...");
        break;
    case PT_HIR_CONST_INT:
        pt_buf_printf(out, "%lld", (long long)c->i);
        break;
    case PT_HIR_CONST_BIGINT:
        pt_buf_add(out, c->text, c->len);
        break;
    case PT_HIR_CONST_FLOAT:
        put_float(out, c->f);
        break;
    case PT_HIR_CONST_COMPLEX:
        put_float(out, c->f);
        pt_buf_putc(out, 'j');
        break;
    case PT_HIR_CONST_STR:
        put_text(out, c->text, c->len, false);
        break;
    case PT_HIR_CONST_BYTES:
        pt_buf_putc(out, 'b');
        put_text(out, c->text, c->len, true);
        break;
    }
}

static void put_indent(const Dump *d)
{
    pt_buf_fill(d->out, ' ', (size_t)d->indent * 2);
}

static void put_value(const Dump *d, PtHirId id)
{
    if (id.v)
        pt_buf_printf(d->out, "%%%u", id.v - d->base + 1);
    else
        pt_buf_putc(d->out, '_');
}

static void put_args(const Dump *d, PtHirList list)
{
    pt_buf_putc(d->out, '(');
    for (uint32_t i = 0; i < pt_hir_arg_count(d->h, list); i++) {
        PtHirArg arg = pt_hir_arg(d->h, list, i);
        pt_buf_puts(d->out, i ? ", " : "");
        if (arg.kind == PT_ARG_KEYWORD)
            pt_buf_printf(d->out, "%s=", name_text(d, arg.name));
        else if (arg.kind == PT_ARG_STAR)
            pt_buf_putc(d->out, '*');
        else if (arg.kind == PT_ARG_DOUBLE_STAR)
            pt_buf_puts(d->out, "**");
        put_value(d, arg.value);
    }
    pt_buf_putc(d->out, ')');
}

static void put_list(const Dump *d, PtHirList list, bool names)
{
    pt_buf_putc(d->out, '[');
    for (uint32_t i = 0; i < pt_hir_len(d->h, list); i++) {
        pt_buf_puts(d->out, i ? ", " : "");
        if (names)
            pt_buf_puts(d->out, name_text(d, pt_hir_name_at(d->h, list, i)));
        else
            put_value(d, pt_hir_at(d->h, list, i));
    }
    pt_buf_putc(d->out, ']');
}

static void put_sym(const Dump *d, PtSymId id)
{
    const PtHirSym *s = pt_hir_sym(d->h, id);
    static const char *const marks[] = {"", "@", "^"}; /* local, cell, free */
    pt_buf_printf(d->out, "%s%s", marks[s->storage], name_text(d, s->name));
    if (!(s->flags & (PT_SYM_COMPREHENSION | PT_SYM_SYNTHETIC)))
        return;
    /* several symbols of a unit may have this spelling: told apart by their place in its table */
    const PtHirUnit *u = pt_hir_unit(d->h, s->unit);
    uint32_t at = 0;
    while (u->syms.data[at].v != id.v)
        at++;
    pt_buf_printf(d->out, "%c%u", s->flags & PT_SYM_SYNTHETIC ? '~' : '$', at);
}

static void put_std(const Dump *d, PtStdId row)
{
    const PtStdRow *r = pt_stdlib_row(row);
    pt_buf_printf(d->out, "%s.%s", pt_stdlib_module_info(r->module).name, r->name);
}

static void put_slot(const Dump *d, PtHirSlot type, uint32_t word)
{
    const PtHir *h = d->h;
    switch (type) {
    case PT_SLOT_VALUE:
    case PT_SLOT_OPTVALUE:
    case PT_SLOT_TARGET:
        put_value(d, (PtHirId){word});
        break;
    case PT_SLOT_VALUES:
    case PT_SLOT_OPTVALUES:
        put_list(d, (PtHirList){word}, false);
        break;
    case PT_SLOT_NAMES:
        put_list(d, (PtHirList){word}, true);
        break;
    case PT_SLOT_ARGS:
        put_args(d, (PtHirList){word});
        break;
    case PT_SLOT_SYM:
    case PT_SLOT_OPTSYM:
        put_sym(d, (PtSymId){word});
        break;
    case PT_SLOT_GLOBAL:
    case PT_SLOT_OPTGLOBAL: {
        const PtHirGlobal *g = pt_hir_global(h, (PtGlobalId){word});
        if (word && g->module.v != 1)
            pt_buf_printf(d->out, "%s.", name_text(d, pt_hir_module(h, g->module)->name));
        pt_buf_puts(d->out, word ? name_text(d, g->name) : "_");
        break;
    }
    case PT_SLOT_NAME:
        pt_buf_puts(d->out, name_text(d, (PtNameId){word}));
        break;
    case PT_SLOT_CONST:
        pt_hir_print_const(h, (PtHirConstId){word}, d->out);
        break;
    case PT_SLOT_UNIT:
        pt_buf_printf(d->out, "%s:%u", name_text(d, pt_hir_unit(h, (PtUnitId){word})->qualname), word);
        break;
    case PT_SLOT_MODULE:
        pt_buf_puts(d->out, name_text(d, pt_hir_module(h, (PtModId){word})->name));
        break;
    case PT_SLOT_STD:
    case PT_SLOT_OPTSTD:
        if (word)
            put_std(d, (PtStdId){word});
        else
            pt_buf_putc(d->out, '_');
        break;
    case PT_SLOT_STDMOD:
        pt_buf_puts(d->out, pt_stdlib_module_info((PtStdModId){word}).name);
        break;
    case PT_SLOT_OP:
        pt_buf_printf(d->out, "`%s`", pt_hir_op_text((PtHirOp)word));
        break;
    case PT_SLOT_INTR:
        pt_buf_puts(d->out, pt_hir_intr_text((PtHirIntr)word));
        break;
    case PT_SLOT_INT:
        pt_buf_printf(d->out, "%d", (int)word);
        break;
    default:
        break;
    }
}

static void dump_block(Dump *d, const char *label, PtHirList block);

static void put_flags(const Dump *d, PtHirId id)
{
    static const char *const names[] = {"checked", "quiet", "args_effect", "final", "forever", "no_fall"};
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
        if (pt_hir_has(d->h, id, 1u << i))
            pt_buf_printf(d->out, " !%s", names[i]);
    if (pt_hir_hint(d->h, id))
        pt_buf_printf(d->out, " #%s", pt_hir_hint_text(pt_hir_hint(d->h, id)));
}

static void dump_node(Dump *d, PtHirId id)
{
    const PtHir *h = d->h;
    const PtHirKindInfo *info = pt_hir_kind_info(pt_hir_kind(h, id));
    if (pt_hir_kind(h, id) == PT_HIR_Stmt)
        return;
    put_indent(d);
    if (info->traits & (PT_HIR_T_VALUE | PT_HIR_T_REGION)) {
        put_value(d, id);
        pt_buf_puts(d->out, " = ");
    }
    pt_buf_puts(d->out, info->name);
    for (int s = 0; s < 4; s++) {
        uint32_t word = h->slots[id.v][s];
        if (info->types[s] == PT_SLOT_NONE || info->types[s] == PT_SLOT_BLOCK || info->types[s] == PT_SLOT_NODES ||
            (info->types[s] == PT_SLOT_INT && !word && pt_hir_kind(h, id) != PT_HIR_Unpack) || (info->types[s] == PT_SLOT_NAMES && !word) ||
            (info->types[s] == PT_SLOT_OPTSYM && !word))
            continue;
        pt_buf_putc(d->out, ' ');
        put_slot(d, info->types[s], word);
    }
    put_flags(d, id);
    pt_buf_putc(d->out, '\n');
    d->indent++;
    for (int s = 0; s < 4; s++) {
        PtHirList list = {h->slots[id.v][s]};
        if (info->types[s] == PT_SLOT_BLOCK && list.v)
            dump_block(d, info->fields[s], list);
        if (info->types[s] == PT_SLOT_NODES && pt_hir_kind(h, id) != PT_HIR_ImportStar)
            for (uint32_t i = 0; i < pt_hir_len(h, list); i++)
                dump_node(d, pt_hir_at(h, list, i));
    }
    if (pt_hir_kind(h, id) == PT_HIR_ImportStar) {
        PtHirList pairs = pt_hir_ImportStar_pairs(h, id);
        for (uint32_t i = 0; i < pt_hir_len(h, pairs); i++) {
            const PtHirStar *star = &h->stars.data[pt_hir_at(h, pairs, i).v];
            put_indent(d);
            pt_buf_printf(d->out, "%s\n", name_text(d, pt_hir_global(h, star->from)->name));
        }
    }
    d->indent--;
}

static void dump_block(Dump *d, const char *label, PtHirList block)
{
    put_indent(d);
    pt_buf_printf(d->out, "%s:\n", label);
    d->indent++;
    for (uint32_t i = 0; i < pt_hir_len(d->h, block); i++)
        dump_node(d, pt_hir_at(d->h, block, i));
    d->indent--;
}

static void dump_params(Dump *d, const PtHirUnit *u)
{
    static const char *const marks[] = {"/", "", "*", "kw ", "**"};
    pt_buf_putc(d->out, '(');
    for (uint32_t i = 0; i < u->params.len; i++) {
        const PtHirParam *p = &u->params.data[i];
        pt_buf_printf(d->out, "%s%s", i ? ", " : "", marks[p->kind]);
        put_sym(d, p->sym);
        if (p->default_const.v) {
            pt_buf_putc(d->out, '=');
            pt_hir_print_const(d->h, p->default_const, d->out);
        } else if (p->has_default) {
            pt_buf_puts(d->out, "=?");
        }
    }
    pt_buf_putc(d->out, ')');
}

static void dump_unit(Dump *d, PtUnitId id)
{
    static const char *const kinds[] = {"module", "def", "lambda", "class", "genexpr"};
    static const char *const flags[] = {"generator", "async", "method", "once", "stable", "uses_class", "decorated",
                                        "in_loop", "recursive", "static", "classmethod", "locals"};
    const PtHirUnit *u = pt_hir_unit(d->h, id);
    if (!u->body.v)
        return;
    pt_buf_printf(d->out, "\n%s %s:%u", kinds[u->kind], name_text(d, u->qualname), id.v);
    if (u->kind != PT_UNIT_MODULE && u->kind != PT_UNIT_CLASS)
        dump_params(d, u);
    for (unsigned i = 0; i < sizeof flags / sizeof *flags; i++)
        if (u->flags >> i & 1)
            pt_buf_printf(d->out, " !%s", flags[i]);
    for (uint32_t i = 0; i < u->captures.len; i++) {
        pt_buf_puts(d->out, i ? ", " : " captures ");
        put_sym(d, u->captures.data[i]);
        pt_buf_puts(d->out, " = ");
        put_sym(d, pt_hir_sym(d->h, u->captures.data[i])->outer);
    }
    pt_buf_putc(d->out, '\n');
    if (u->docstring.v) {
        pt_buf_puts(d->out, "  doc ");
        pt_hir_print_const(d->h, u->docstring, d->out);
        pt_buf_putc(d->out, '\n');
    }
    d->base = u->first;
    d->indent = 1;
    for (uint32_t i = 0; i < pt_hir_len(d->h, u->body); i++)
        dump_node(d, pt_hir_at(d->h, u->body, i));
}

static void dump_globals(Dump *d, const PtHirModule *m)
{
    static const char *const flags[] = {"stable_function", "stable_class", "body_only", "rebound", "deleted", "set_inside",
                                        "set_outside", "imported", "preset", "const", "never_stored", "alias"};
    for (uint32_t i = 0; i < m->globals.len; i++) {
        const PtHirGlobal *g = pt_hir_global(d->h, m->globals.data[i]);
        pt_buf_printf(d->out, "  global %s", name_text(d, g->name));
        for (unsigned f = 0; f < sizeof flags / sizeof *flags; f++)
            if (g->flags >> f & 1)
                pt_buf_printf(d->out, " !%s", flags[f]);
        if (g->std.v) {
            pt_buf_puts(d->out, " = ");
            put_std(d, g->std);
        }
        pt_buf_putc(d->out, '\n');
    }
}

void pt_hir_dump(const PtHir *h, PtBuf *out)
{
    Dump d = {.h = h, .out = out};
    static const char *const world[] = {
#define W(name, text) text,
        PT_HIR_WORLD_TABLE(W)
#undef W
    };
    for (int f = 0; f < PT_WORLD_COUNT; f++)
        if (h->world.flags >> f & 1)
            pt_buf_printf(out, "world: %s\n", world[f]);
    for (uint32_t m = 1; m < h->modules.len; m++) {
        pt_buf_printf(out, "%smodule %s\n", m > 1 ? "\n" : "", name_text(&d, h->modules.data[m].name));
        dump_globals(&d, &h->modules.data[m]);
        for (uint32_t u = 1; u < h->units.len; u++)
            if (h->units.data[u].module.v == m)
                dump_unit(&d, (PtUnitId){u});
    }
}
