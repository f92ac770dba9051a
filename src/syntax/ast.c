/* Facts about node kinds, reflection over fields, values of constants; see ast.h. */
#include "syntax/ast.h"

#include <string.h>

typedef struct KindRow {
    const char *name;
    PtNodeGroup group;
    uint32_t words, first_field;
} KindRow;

/* Fields lie in one table in the order of node.def; the enum numbers them. */
enum {
#define N(kind, group, words) FIELDS_##kind,
#define F(kind, field, type, slot) FIELD_##kind##_##field,
#include "syntax/node.def"
#undef N
#undef F
    FIELDS_ALL
};

static const PtFieldInfo fields[] = {
#define N(kind, group, words) {NULL, PT_FIELD_NODE, 0}, /* keeps the numbering of the enum above */
#define F(kind, field, type, slot) {#field, PT_FIELD_##type, slot},
#include "syntax/node.def"
#undef N
#undef F
};

static const KindRow rows[PT_NODE_COUNT] = {
    {"None", PT_GROUP_PLAIN, 0, 0},
#define N(kind, group, words) {#kind, PT_GROUP_##group, words, FIELDS_##kind + 1},
#define F(kind, field, type, slot)
#include "syntax/node.def"
#undef N
#undef F
};

const char *pt_node_kind_name(PtNodeKind kind)
{
    return rows[kind].name;
}

PtNodeGroup pt_node_kind_group(PtNodeKind kind)
{
    return rows[kind].group;
}

const char *pt_operator_text(PtOperator op)
{
    static const char *const texts[] = {
#define A(name, spelling, dunder, aug) spelling,
#include "syntax/ast_op.def"
    };
    return texts[op];
}

const char *pt_unaryop_text(PtUnaryOp op)
{
    static const char *const texts[] = {
#define U(name, spelling, dunder) spelling,
#include "syntax/ast_op.def"
    };
    return texts[op];
}

const char *pt_cmpop_text(PtCmpOp op)
{
    static const char *const texts[] = {
#define C(name, spelling, dunder) spelling,
#include "syntax/ast_op.def"
    };
    return texts[op];
}

const PtFieldInfo *pt_node_fields(PtNodeKind kind, uint32_t *count)
{
    uint32_t first = rows[kind].first_field, n = 0;
    while (first + n < FIELDS_ALL && fields[first + n].name)
        n++;
    *count = n;
    return fields + first;
}

uint32_t pt_ast_field(const PtAst *ast, PtNodeId id, PtFieldInfo field)
{
    const PtNode *n = &ast->nodes[id.v];
    switch (field.type) {
    case PT_FIELD_OPERATOR:
    case PT_FIELD_BOOLOP:
    case PT_FIELD_UNARYOP:
    case PT_FIELD_CTX:
    case PT_FIELD_FLAG:
    case PT_FIELD_CONVERSION:
    case PT_FIELD_CONST:
        return n->side;
    case PT_FIELD_KIND:
        return n->side >> 7;
    default:
        return pt_ast_word(ast, id, (PtNodeKind)n->kind, rows[n->kind].words, field.slot);
    }
}

PtConst pt_ast_const(const PtAst *ast, PtNodeId id)
{
    enum { KIND_MASK = 0x3f, IN_POOL = 0x40 };
    const PtNode *n = &ast->nodes[id.v];
    PtConst value = {.kind = (PtConstKind)(n->side & KIND_MASK)};
    uint64_t wide = (uint64_t)n->b << 32 | n->a;
    switch (value.kind) {
    case PT_CONST_INT:
        value.i = wide;
        break;
    case PT_CONST_FLOAT:
    case PT_CONST_COMPLEX:
        memcpy(&value.f, &wide, sizeof value.f);
        break;
    case PT_CONST_BIGINT:
        value.text = ast->chars + n->a;
        value.len = n->b;
        break;
    case PT_CONST_STR:
    case PT_CONST_BYTES:
        value.text = (n->side & IN_POOL ? ast->chars : ast->source->text) + n->a;
        value.len = n->b;
        break;
    default:
        break;
    }
    return value;
}
