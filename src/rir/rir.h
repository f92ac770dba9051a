/* RIR: the program as a tree of Rust. Only this room and src/emit know Rust. Made by pt_rir_lower from HIR (and later
   from facts and modes), read by pt_emit. Node kinds: rir.def.

   Texts (paths, patterns, types, names) are interned in the compilation's interner. The tree is built bottom-up and
   never changed. Every node has the span of the Python it stands for. */
#ifndef PT_RIR_RIR_H
#define PT_RIR_RIR_H

#include "base/buf.h"
#include "base/vec.h"
#include "diag/pass.h"
#include "hir/hir.h"
#include "infer/infer.h"
#include "project/project.h"

typedef struct PtRirId { uint32_t v; } PtRirId;     /* node; 0 = none */
typedef struct PtRirList { uint32_t v; } PtRirList; /* list in the extra array: length, then ids; 0 = empty */

typedef enum PtRirKind {
    PT_RIR_NONE,
#define PT_RIR(kind, family, prec, t0, f0, t1, f1, t2, f2, t3, f3) PT_RIR_##kind,
#include "rir/rir.def"
    PT_RIR_COUNT
} PtRirKind;

typedef enum PtRirFamily { PT_RIR_EXPR, PT_RIR_STMT, PT_RIR_ITEM, PT_RIR_PART } PtRirFamily;
typedef enum PtRirSlot {
    PT_RIR_SLOT_NONE, PT_RIR_SLOT_NODE, PT_RIR_SLOT_OPTNODE, PT_RIR_SLOT_NODES, PT_RIR_SLOT_TEXT, PT_RIR_SLOT_OPTTEXT,
    PT_RIR_SLOT_INT
} PtRirSlot;
#define PT_RIR_PREC_OP (-1)

typedef struct PtRirKindInfo {
    const char *name;
    PtRirFamily family;
    int prec;
    PtRirSlot types[4];
    const char *fields[4];
} PtRirKindInfo;
const PtRirKindInfo *pt_rir_kind_info(PtRirKind kind);

/* One source file of the crate. */
typedef struct PtRirModule {
    const char *path;   /* "src/main.rs" */
    PtRirList items;
    uint32_t file;      /* number of the Python source */
} PtRirModule;

typedef PT_VEC(PtRirId) PtRirVec;

typedef struct PtRir {
    PtArena *arena;
    PtInterner *names;
    uint32_t count, cap;
    uint8_t *kinds;
    uint32_t (*slots)[4];
    PtSpan *spans;
    PT_VEC(uint32_t) extra;
    PT_VEC(PtRirModule) modules; /* the first one is the crate's root */
} PtRir;

/* ---- building ---- */
PtRir *pt_rir_make(PtArena *arena, PtInterner *names);
PtRirId pt_rir_add(PtRir *r, PtRirKind kind, PtSpan span, uint32_t a, uint32_t b, uint32_t c, uint32_t d);
PtRirList pt_rir_list(PtRir *r, const PtRirId *ids, uint32_t len);
static inline PtNameId pt_rir_text(PtRir *r, const char *text) { return pt_intern_cstr(r->names, text); }

/* ---- reading ---- */
static inline PtRirKind pt_rir_kind(const PtRir *r, PtRirId id) { return (PtRirKind)r->kinds[id.v]; }
static inline PtSpan pt_rir_span(const PtRir *r, PtRirId id) { return r->spans[id.v]; }
static inline uint32_t pt_rir_len(const PtRir *r, PtRirList list) { return list.v ? r->extra.data[list.v] : 0; }
static inline PtRirId pt_rir_at(const PtRir *r, PtRirList list, uint32_t i)
{
    return (PtRirId){r->extra.data[list.v + 1 + i]};
}
static inline const char *pt_rir_str(const PtRir *r, PtNameId name) { return pt_intern_text(r->names, name); }

/* Field accessors, generated: pt_rir_<Kind>_<field>(r, id). */
#define PT_RIR_GET_NONE(kind, f, n)
#define PT_RIR_GET(type, kind, f, n)                                   \
    static inline type pt_rir_##kind##_##f(const PtRir *r, PtRirId id) \
    {                                                                  \
        return (type){r->slots[id.v][n]};                              \
    }
#define PT_RIR_GET_NODE(kind, f, n) PT_RIR_GET(PtRirId, kind, f, n)
#define PT_RIR_GET_OPTNODE(kind, f, n) PT_RIR_GET(PtRirId, kind, f, n)
#define PT_RIR_GET_NODES(kind, f, n) PT_RIR_GET(PtRirList, kind, f, n)
#define PT_RIR_GET_TEXT(kind, f, n) PT_RIR_GET(PtNameId, kind, f, n)
#define PT_RIR_GET_OPTTEXT(kind, f, n) PT_RIR_GET(PtNameId, kind, f, n)
#define PT_RIR_GET_INT(kind, f, n) PT_RIR_GET(uint32_t, kind, f, n)
#define PT_RIR(kind, family, prec, t0, f0, t1, f1, t2, f2, t3, f3) \
    PT_RIR_GET_##t0(kind, f0, 0) PT_RIR_GET_##t1(kind, f1, 1) PT_RIR_GET_##t2(kind, f2, 2) PT_RIR_GET_##t3(kind, f3, 3)
#include "rir/rir.def"

/* Binding strength of an expression; see rir.def. */
int pt_rir_prec(const PtRir *r, PtRirId id);
/* True for expressions that stand as a statement without `;`. */
bool pt_rir_is_block_like(const PtRir *r, PtRirId id);

/* ---- the pass ---- */
/* Reads:      hir (checked)
   Produces:   one tree a module; the first is the crate's root
   Guarantees: names unique per scope, no `?` where it would leave the wrong function, ≤ 200 statements a function
               (module bodies are cut); the same input gives the same tree */
PtRir *pt_rir_lower(PtPass *pass, const PtHir *hir, PtFacts *facts, const PtProject *project);

/* --dump=rir. */
void pt_rir_dump(const PtRir *r, PtBuf *out);
/* The first broken invariant as a text in `arena`, or NULL; see rir_check.c. */
const char *pt_rir_check(const PtRir *r, PtArena *arena);

#endif
