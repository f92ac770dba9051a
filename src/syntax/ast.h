/* The syntax tree: exactly Python's own `ast`, flat and immutable. Nodes are 32-bit ids (0 = absent). Everything is
   read through accessors generated from node.def, named pt_<Kind>_<field>:

       PtNodeList body = pt_Module_body(ast, ast->root);
       for (uint32_t i = 0; i < body.len; i++) {
           PtNodeId stmt = pt_ast_at(ast, body, i);
           if (pt_ast_kind(ast, stmt) == PT_NODE_Return)
               use(pt_Return_value(ast, stmt));
       }

   Call an accessor only on a node of its kind (checked in builds without NDEBUG). */
#ifndef PT_SYNTAX_AST_H
#define PT_SYNTAX_AST_H

#include <assert.h>
#include <stdbool.h>

#include "base/intern.h"
#include "diag/source.h"
#include "diag/span.h"

typedef struct PtNodeId {
    uint32_t v;
} PtNodeId;

#define PT_NODE_NONE ((PtNodeId){0})

/* A run of the tree's words: nodes, names or comparison operators. */
typedef struct PtNodeList {
    uint32_t start, len;
} PtNodeList;

typedef enum PtNodeKind {
    PT_NODE_None, /* the absent node, id 0 */
#define N(kind, group, words) PT_NODE_##kind,
#define F(kind, field, type, slot)
#include "syntax/node.def"
#undef N
#undef F
    PT_NODE_COUNT
} PtNodeKind;

typedef enum PtNodeGroup {
    PT_GROUP_MOD,
    PT_GROUP_STMT,
    PT_GROUP_EXPR,
    PT_GROUP_PATTERN,
    PT_GROUP_OTHER,
    PT_GROUP_PLAIN
} PtNodeGroup;

typedef enum PtOperator {
#define A(name, spelling, dunder, aug) PT_OPERATOR_##name,
#include "syntax/ast_op.def"
    PT_OPERATOR_COUNT
} PtOperator;
typedef enum PtUnaryOp {
#define U(name, spelling, dunder) PT_UNARYOP_##name,
#include "syntax/ast_op.def"
    PT_UNARYOP_COUNT
} PtUnaryOp;
typedef enum PtCmpOp {
#define C(name, spelling, dunder) PT_CMPOP_##name,
#include "syntax/ast_op.def"
    PT_CMPOP_COUNT
} PtCmpOp;
typedef enum PtBoolOp {
#define B(name, spelling) PT_BOOLOP_##name,
#include "syntax/ast_op.def"
    PT_BOOLOP_COUNT
} PtBoolOp;
typedef enum PtCtx {
#define X(name) PT_CTX_##name,
#include "syntax/ast_op.def"
    PT_CTX_COUNT
} PtCtx;

typedef enum PtConstKind {
    PT_CONST_NONE,
    PT_CONST_TRUE,
    PT_CONST_FALSE,
    PT_CONST_ELLIPSIS,
    PT_CONST_INT,     /* below 2**63: .i */
    PT_CONST_BIGINT,  /* larger: .text, decimal digits or "0x" and hexadecimal digits, no underscores */
    PT_CONST_FLOAT,   /* .f */
    PT_CONST_COMPLEX, /* imaginary part: .f */
    PT_CONST_STR,     /* .text: UTF-8, surrogates encoded as three bytes; may hold zero bytes */
    PT_CONST_BYTES    /* .text */
} PtConstKind;

typedef struct PtConst {
    PtConstKind kind;
    uint32_t len;     /* bytes of text */
    const char *text; /* not zero-terminated; lives as long as the tree and its source */
    uint64_t i;
    double f;
} PtConst;

/* Private: use the accessors. */
typedef struct PtNode {
    uint8_t kind, side;
    uint16_t unused;
    uint32_t start, end;
    uint32_t a, b;
} PtNode;

typedef struct PtAst {
    const PtSource *source;
    const PtInterner *names;
    PtNodeId root;         /* the Module */
    uint32_t node_count;   /* ids run from 1 to node_count - 1 */
    const PtNode *nodes;
    const uint32_t *words; /* fields of larger nodes, and lists: length, then items */
    uint32_t word_count;
    const char *chars;        /* text of literals that differ from their source */
    const uint32_t *comments; /* trivia: start and end offsets of each comment, in order */
    uint32_t comment_count;
} PtAst;

static inline PtNodeKind pt_ast_kind(const PtAst *ast, PtNodeId id)
{
    return (PtNodeKind)ast->nodes[id.v].kind;
}
static inline bool pt_node_some(PtNodeId id)
{
    return id.v != 0;
}
static inline PtSpan pt_ast_span(const PtAst *ast, PtNodeId id)
{
    return (PtSpan){ast->source->file, ast->nodes[id.v].start, ast->nodes[id.v].end};
}
/* Item i of a list of nodes, of names, or of comparison operators. */
static inline PtNodeId pt_ast_at(const PtAst *ast, PtNodeList list, uint32_t i)
{
    assert(i < list.len);
    return (PtNodeId){ast->words[list.start + i]};
}
static inline PtNameId pt_ast_name_at(const PtAst *ast, PtNodeList list, uint32_t i)
{
    assert(i < list.len);
    return (PtNameId){ast->words[list.start + i]};
}
static inline PtCmpOp pt_ast_op_at(const PtAst *ast, PtNodeList list, uint32_t i)
{
    assert(i < list.len);
    return (PtCmpOp)ast->words[list.start + i];
}
/* Text of a name. */
static inline const char *pt_ast_text(const PtAst *ast, PtNameId name)
{
    return pt_intern_text(ast->names, name);
}

/* "BinOp", and the group a kind belongs to. */
const char *pt_node_kind_name(PtNodeKind kind);
PtNodeGroup pt_node_kind_group(PtNodeKind kind);
/* "+", "not", "is not" … as written in source. */
const char *pt_operator_text(PtOperator op);
const char *pt_unaryop_text(PtUnaryOp op);
const char *pt_cmpop_text(PtCmpOp op);

/* Value of a Constant or MatchSingleton node. */
PtConst pt_ast_const(const PtAst *ast, PtNodeId id);

/* Reflection over node.def, for dumps and generic walks. */
typedef enum PtFieldType {
    PT_FIELD_NODE,
    PT_FIELD_OPT,
    PT_FIELD_LIST,
    PT_FIELD_OPTLIST,
    PT_FIELD_EXTRALIST,
    PT_FIELD_NAME,
    PT_FIELD_OPTNAME,
    PT_FIELD_NAMES,
    PT_FIELD_CONST,
    PT_FIELD_KIND,
    PT_FIELD_INT,
    PT_FIELD_CMPOPS,
    PT_FIELD_OPERATOR,
    PT_FIELD_BOOLOP,
    PT_FIELD_UNARYOP,
    PT_FIELD_CTX,
    PT_FIELD_FLAG,
    PT_FIELD_CONVERSION
} PtFieldType;

typedef struct PtFieldInfo {
    const char *name;
    PtFieldType type;
    uint32_t slot;
} PtFieldInfo;

const PtFieldInfo *pt_node_fields(PtNodeKind kind, uint32_t *count);
/* The raw word of a field; for a list use pt_ast_list_of on it. */
uint32_t pt_ast_field(const PtAst *ast, PtNodeId id, PtFieldInfo field);

static inline PtNodeList pt_ast_list_of(const PtAst *ast, uint32_t word)
{
    return (PtNodeList){word + 1, ast->words[word]};
}

/* Private: how the accessors below read a node. */
static inline uint32_t pt_ast_word(const PtAst *ast, PtNodeId id, PtNodeKind kind, uint32_t words, uint32_t slot)
{
    const PtNode *n = &ast->nodes[id.v];
    assert(n->kind == kind);
    (void)kind;
    if (words > 2)
        return ast->words[n->a + slot];
    return slot ? n->b : n->a;
}

enum {
#define N(kind, group, words) PT_NODE_WORDS_##kind = (words),
#define F(kind, field, type, slot)
#include "syntax/node.def"
#undef N
#undef F
};

#define PT_GET_(of, slot) pt_ast_word(ast, id, PT_NODE_##of, PT_NODE_WORDS_##of, slot)
#define PT_GET_NODE(of, field, slot)                                        \
    static inline PtNodeId pt_##of##_##field(const PtAst *ast, PtNodeId id) \
    {                                                                         \
        return (PtNodeId){PT_GET_(of, slot)};                               \
    }
#define PT_GET_OPT(of, field, slot) PT_GET_NODE(of, field, slot)
#define PT_GET_LIST(of, field, slot)                                          \
    static inline PtNodeList pt_##of##_##field(const PtAst *ast, PtNodeId id) \
    {                                                                           \
        return pt_ast_list_of(ast, PT_GET_(of, slot));                        \
    }
#define PT_GET_OPTLIST(of, field, slot) PT_GET_LIST(of, field, slot)
#define PT_GET_EXTRALIST(of, field, slot) PT_GET_LIST(of, field, slot)
#define PT_GET_NAMES(of, field, slot) PT_GET_LIST(of, field, slot)
#define PT_GET_CMPOPS(of, field, slot) PT_GET_LIST(of, field, slot)
#define PT_GET_NAME(of, field, slot)                                        \
    static inline PtNameId pt_##of##_##field(const PtAst *ast, PtNodeId id) \
    {                                                                         \
        return (PtNameId){PT_GET_(of, slot)};                               \
    }
#define PT_GET_OPTNAME(of, field, slot) PT_GET_NAME(of, field, slot)
#define PT_GET_INT(of, field, slot)                                         \
    static inline uint32_t pt_##of##_##field(const PtAst *ast, PtNodeId id) \
    {                                                                         \
        return PT_GET_(of, slot);                                           \
    }
#define PT_GET_CONST(of, field, slot)                                      \
    static inline PtConst pt_##of##_##field(const PtAst *ast, PtNodeId id) \
    {                                                                        \
        return pt_ast_const(ast, id);                                        \
    }
#define PT_GET_SIDE(of, field, type, value)                             \
    static inline type pt_##of##_##field(const PtAst *ast, PtNodeId id) \
    {                                                                     \
        assert(ast->nodes[id.v].kind == PT_NODE_##of);                  \
        uint8_t side = ast->nodes[id.v].side;                             \
        return (type)(value);                                             \
    }
#define PT_GET_KIND(of, field, slot) PT_GET_SIDE(of, field, bool, side >> 7) /* written with a "u" prefix */
#define PT_GET_OPERATOR(of, field, slot) PT_GET_SIDE(of, field, PtOperator, side)
#define PT_GET_BOOLOP(of, field, slot) PT_GET_SIDE(of, field, PtBoolOp, side)
#define PT_GET_UNARYOP(of, field, slot) PT_GET_SIDE(of, field, PtUnaryOp, side)
#define PT_GET_CTX(of, field, slot) PT_GET_SIDE(of, field, PtCtx, side)
#define PT_GET_FLAG(of, field, slot) PT_GET_SIDE(of, field, bool, side)
/* 's', 'r', 'a', or 0 where none is written. */
#define PT_GET_CONVERSION(of, field, slot) PT_GET_SIDE(of, field, char, side)
#define N(kind, group, words)
#define F(kind, field, type, slot) PT_GET_##type(kind, field, slot)
#include "syntax/node.def"
#undef N
#undef F
#undef PT_GET_
#undef PT_GET_NODE
#undef PT_GET_OPT
#undef PT_GET_LIST
#undef PT_GET_OPTLIST
#undef PT_GET_EXTRALIST
#undef PT_GET_NAMES
#undef PT_GET_CMPOPS
#undef PT_GET_NAME
#undef PT_GET_OPTNAME
#undef PT_GET_INT
#undef PT_GET_CONST
#undef PT_GET_SIDE
#undef PT_GET_KIND
#undef PT_GET_OPERATOR
#undef PT_GET_BOOLOP
#undef PT_GET_UNARYOP
#undef PT_GET_CTX
#undef PT_GET_FLAG
#undef PT_GET_CONVERSION

#endif
