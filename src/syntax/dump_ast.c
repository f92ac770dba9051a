/* The tree as CPython's `ast.dump(..., include_attributes=True)` writes it. */
#include "syntax/syntax.h"

#include <string.h>

typedef struct Dumper {
    PtBuf *out;
    const PtAst *ast;
    uint32_t whole;  /* the f-string whose position its text and fields share, or 0 */
    bool exact;      /* in a t-string's specification, where every node has its own position */
    uint32_t spec, last_of_spec; /* a format specification, and text that ends it */
    uint32_t cursor; /* index of the line last looked up */
} Dumper;

static void dump_node(Dumper *d, PtNodeId id);

static const char *const operator_names[] = {
#define A(name, spelling, dunder, aug) #name,
#include "syntax/ast_op.def"
};
static const char *const unaryop_names[] = {
#define U(name, spelling, dunder) #name,
#include "syntax/ast_op.def"
};
static const char *const cmpop_names[] = {
#define C(name, spelling, dunder) #name,
#include "syntax/ast_op.def"
};
static const char *const boolop_names[] = {
#define B(name, spelling) #name,
#include "syntax/ast_op.def"
};
static const char *const ctx_names[] = {
#define X(name) #name,
#include "syntax/ast_op.def"
};

static void put_number(PtBuf *out, uint32_t n)
{
    char digits[12];
    int i = 12;
    do
        digits[--i] = (char)('0' + n % 10);
    while (n /= 10);
    pt_buf_add(out, digits + i, (size_t)(12 - i));
}

static void dump_name(Dumper *d, PtNameId name)
{
    pt_repr_str(d->out, pt_ast_text(d->ast, name), pt_intern_len(d->ast->names, name));
}

static void dump_const(Dumper *d, PtNodeId id)
{
    PtConst value = pt_ast_const(d->ast, id);
    switch (value.kind) {
    case PT_CONST_NONE:
        pt_buf_puts(d->out, "None");
        break;
    case PT_CONST_TRUE:
        pt_buf_puts(d->out, "True");
        break;
    case PT_CONST_FALSE:
        pt_buf_puts(d->out, "False");
        break;
    case PT_CONST_ELLIPSIS:
        pt_buf_puts(d->out, "Ellipsis");
        break;
    case PT_CONST_INT:
    case PT_CONST_BIGINT:
        pt_const_decimal(d->out, &value);
        break;
    case PT_CONST_FLOAT:
        pt_repr_float(d->out, value.f);
        break;
    case PT_CONST_COMPLEX: {
        /* complex writes its parts without a trailing ".0" */
        size_t before = d->out->len;
        pt_repr_float(d->out, value.f);
        if (d->out->len - before > 2 && memcmp(d->out->data + d->out->len - 2, ".0", 2) == 0)
            d->out->len -= 2;
        pt_buf_putc(d->out, 'j');
        break;
    }
    case PT_CONST_STR:
        pt_repr_str(d->out, value.text, value.len);
        break;
    case PT_CONST_BYTES:
        pt_repr_bytes(d->out, value.text, value.len);
        break;
    }
}

static void dump_list(Dumper *d, PtNodeList list)
{
    pt_buf_putc(d->out, '[');
    for (uint32_t i = 0; i < list.len; i++) {
        if (i)
            pt_buf_puts(d->out, ", ");
        PtNodeId item = pt_ast_at(d->ast, list, i);
        if (pt_node_some(item))
            dump_node(d, item);
        else
            pt_buf_puts(d->out, "None");
    }
    pt_buf_putc(d->out, ']');
}

static void dump_named(Dumper *d, const char *name)
{
    pt_buf_puts(d->out, name);
    pt_buf_puts(d->out, "()");
}

static bool is_template(PtNodeKind kind)
{
    return kind == PT_NODE_TemplateStr || kind == PT_NODE_Interpolation;
}

/* An optional field that is absent is left out; so is an empty list where the kind's own CPython does that. */
static bool is_left_out(const Dumper *d, PtNodeKind kind, PtFieldType type, uint32_t word)
{
    switch (type) {
    case PT_FIELD_OPT:
    case PT_FIELD_OPTNAME:
    case PT_FIELD_KIND:
        return word == 0;
    case PT_FIELD_EXTRALIST:
        return d->ast->words[word] == 0;
    case PT_FIELD_LIST:
        return is_template(kind) && d->ast->words[word] == 0;
    default:
        return false;
    }
}

static void dump_field(Dumper *d, PtNodeId id, PtFieldType type, uint32_t word)
{
    switch (type) {
    case PT_FIELD_NODE:
    case PT_FIELD_OPT:
        dump_node(d, (PtNodeId){word});
        break;
    case PT_FIELD_LIST:
    case PT_FIELD_OPTLIST:
    case PT_FIELD_EXTRALIST:
        dump_list(d, pt_ast_list_of(d->ast, word));
        break;
    case PT_FIELD_NAME:
    case PT_FIELD_OPTNAME:
        dump_name(d, (PtNameId){word});
        break;
    case PT_FIELD_NAMES:
    case PT_FIELD_CMPOPS: {
        PtNodeList list = pt_ast_list_of(d->ast, word);
        pt_buf_putc(d->out, '[');
        for (uint32_t i = 0; i < list.len; i++) {
            if (i)
                pt_buf_puts(d->out, ", ");
            if (type == PT_FIELD_NAMES)
                dump_name(d, pt_ast_name_at(d->ast, list, i));
            else
                dump_named(d, cmpop_names[pt_ast_op_at(d->ast, list, i)]);
        }
        pt_buf_putc(d->out, ']');
        break;
    }
    case PT_FIELD_CONST:
        dump_const(d, id);
        break;
    case PT_FIELD_KIND:
        pt_buf_puts(d->out, "'u'");
        break;
    case PT_FIELD_INT:
    case PT_FIELD_FLAG:
        put_number(d->out, word);
        break;
    case PT_FIELD_OPERATOR:
        dump_named(d, operator_names[word]);
        break;
    case PT_FIELD_BOOLOP:
        dump_named(d, boolop_names[word]);
        break;
    case PT_FIELD_UNARYOP:
        dump_named(d, unaryop_names[word]);
        break;
    case PT_FIELD_CTX:
        dump_named(d, ctx_names[word]);
        break;
    case PT_FIELD_CONVERSION:
        if (word)
            put_number(d->out, word);
        else
            pt_buf_puts(d->out, "-1");
        break;
    }
}

static PtSourcePlace place_of(Dumper *d, uint32_t offset)
{
    const PtSource *s = d->ast->source;
    uint32_t i = d->cursor;
    if (s->lines[i] > offset || (i + 1 < s->line_count && s->lines[i + 1] <= offset))
        i = pt_source_place(s, offset).line - 1;
    d->cursor = i;
    return (PtSourcePlace){.line = i + 1, .column = offset - s->lines[i]};
}

static void dump_position(Dumper *d, PtNodeId id, bool comma)
{
    const PtNode *n = &d->ast->nodes[id.v];
    PtSourcePlace start = place_of(d, n->start), end = place_of(d, n->end);
    pt_buf_puts(d->out, comma ? ", lineno=" : "lineno=");
    put_number(d->out, start.line);
    pt_buf_puts(d->out, ", col_offset=");
    put_number(d->out, start.column);
    pt_buf_puts(d->out, ", end_lineno=");
    put_number(d->out, end.line);
    pt_buf_puts(d->out, ", end_col_offset=");
    put_number(d->out, end.column);
}

static void dump_node(Dumper *d, PtNodeId id)
{
    PtNodeKind kind = pt_ast_kind(d->ast, id);
    uint32_t count, whole = d->whole, own = id.v;
    bool exact = d->exact;
    const PtFieldInfo *fields = pt_node_fields(kind, &count);
    /* CPython 3.11 gives all parts of an f-string but its expressions the position of the whole literal; only a
       specification, and text at its end, have that of their token. */
    bool spec = whole && kind == PT_NODE_JoinedStr;
    if (whole && (kind == PT_NODE_FormattedValue || kind == PT_NODE_Constant))
        own = d->last_of_spec == id.v ? d->spec : whole;
    pt_buf_puts(d->out, pt_node_kind_name(kind));
    pt_buf_putc(d->out, '(');
    bool comma = false;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t word = pt_ast_field(d->ast, id, fields[i]);
        if (is_left_out(d, kind, fields[i].type, word))
            continue;
        if (comma)
            pt_buf_puts(d->out, ", ");
        comma = true;
        pt_buf_puts(d->out, fields[i].name);
        pt_buf_putc(d->out, '=');
        d->exact = exact && kind == PT_NODE_JoinedStr;
        if (kind == PT_NODE_Interpolation && fields[i].type == PT_FIELD_OPT)
            d->exact = true;
        if (kind == PT_NODE_JoinedStr && !exact)
            d->whole = spec ? whole : own;
        else if (kind != PT_NODE_FormattedValue || fields[i].type != PT_FIELD_OPT)
            d->whole = 0;
        else
            d->whole = whole;
        if (spec) {
            PtNodeList values = pt_ast_list_of(d->ast, word);
            uint32_t last = values.len ? pt_ast_at(d->ast, values, values.len - 1).v : 0;
            d->spec = own;
            d->last_of_spec = d->ast->nodes[last].kind == PT_NODE_Constant ? last : 0;
        }
        dump_field(d, id, fields[i].type, word);
    }
    d->whole = whole;
    d->exact = exact;
    if (pt_node_kind_group(kind) != PT_GROUP_PLAIN && kind != PT_NODE_Module)
        dump_position(d, (PtNodeId){own}, comma);
    pt_buf_putc(d->out, ')');
}

void pt_syntax_dump_ast(PtBuf *out, const PtAst *ast)
{
    Dumper d = {.out = out, .ast = ast};
    dump_node(&d, ast->root);
}
