/* The type lattice. A type is an id; equal types have equal ids. Types without a parameter have fixed ids, the others
   are interned in a store that one compilation owns. The join of types that differ is Value: what a variable may hold
   must have one representation. */
#ifndef PT_TYPES_TYPES_H
#define PT_TYPES_TYPES_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/map.h"

typedef enum PtTypeKind {
    PT_TYPE_ABSENT,
#define PT_TYPE(kind, text, parameter) PT_TYPE_##kind,
#include "types/type.def"
    PT_TYPE_KINDS
} PtTypeKind;

/* 0 = none; ids below PT_TYPE_KINDS are the kinds without a parameter. */
typedef struct PtTypeId { uint32_t v; } PtTypeId;

typedef struct PtTypeRow {
    PtTypeKind kind;
    PtTypeId elem;
} PtTypeRow;

typedef struct PtTypes {
    PtArena *arena;
    PT_VEC(PtTypeRow) rows; /* by id */
    PtMap index;            /* kind << 32 | elem → id */
} PtTypes;

PtTypes *pt_types_make(PtArena *arena);
static inline PtTypeKind pt_type_kind(const PtTypes *types, PtTypeId id) { return types->rows.data[id.v].kind; }
static inline PtTypeId pt_type_elem(const PtTypes *types, PtTypeId id) { return types->rows.data[id.v].elem; }
static inline PtTypeId pt_type_plain(PtTypeKind kind) { return (PtTypeId){kind}; }
/* A kind with a parameter, of `elem`. */
PtTypeId pt_type_of(PtTypes *types, PtTypeKind kind, PtTypeId elem);
/* The least type above both. */
PtTypeId pt_type_join(PtTypes *types, PtTypeId a, PtTypeId b);
/* The kind spelled `text`, PT_TYPE_ABSENT when there is none. */
PtTypeKind pt_type_find(const char *text);
void pt_type_print(const PtTypes *types, PtTypeId id, PtBuf *out);

#endif
