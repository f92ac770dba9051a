/* The type lattice. A type is a kind and a parameter in one word. The join of types that differ is Value (TOP): what a
   variable may hold must have one representation.

   Sites. A container's type names a site: it stands for all containers that one place of the program makes. Mutable
   containers are invariant, so sites whose containers may meet in one variable become one (union-find). What is stored
   in a site's containers is kept in slots: one fact for items, two (keys, values) of a dict, one for each item of a
   tuple whose length is known. Slots only grow.

   Open sites. A container that flows into a Value may be changed by code whose types nobody knows. All that such code
   stores anywhere is the fact `stray`; the slots of open sites include it. */
#ifndef PT_TYPES_TYPES_H
#define PT_TYPES_TYPES_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/vec.h"

typedef enum PtTypeKind {
    PT_TYPE_ABSENT,
#define PT_TYPE(kind, text, parameter) PT_TYPE_##kind,
#include "types/type.def"
    PT_TYPE_KINDS
} PtTypeKind;

enum { PT_TYPE_BITS = 5, PT_TUPLE_MOST = 8 /* longer tuples are tuples of any length */ };

/* 0 = none; parameter << PT_TYPE_BITS | kind. Two types of containers are equal when their sites have one root. */
typedef struct PtTypeId { uint32_t v; } PtTypeId;

/* What a value may be: its type and, of an int, its bounds. */
typedef struct PtFact {
    PtTypeId type;
    int64_t lo, hi; /* of an int; INT64_MIN, INT64_MAX: no bound */
} PtFact;

typedef struct PtSite {
    uint32_t up;   /* itself: a root */
    uint8_t kind;  /* PtTypeKind */
    uint8_t slots; /* a tuple of any length has one */
    bool any;      /* a tuple of any length */
    bool open;
    uint8_t moves; /* how often a range grew there */
    PtFact *facts;
} PtSite;

typedef struct PtTypes {
    PtArena *arena;
    PT_VEC(PtSite) sites;       /* by id */
    PT_VEC(uint32_t) opened;    /* units of functions that flowed into a Value, once or more often */
    PT_VEC(PtTypeId) opened_classes; /* the same of classes and instances */
    const uint32_t *bases;      /* by unit of a class: that of its base, or 0 */
    PtFact stray;               /* what code of unknown types stores in containers */
    uint8_t stray_moves;
    bool grown;                 /* a site or `stray` has changed; reset by whoever looks */
} PtTypes;

PtTypes *pt_types_make(PtArena *arena);
static inline PtTypeId pt_type_plain(PtTypeKind kind) { return (PtTypeId){kind}; }
static inline PtTypeId pt_type_with(PtTypeKind kind, uint32_t parameter)
{
    return (PtTypeId){parameter << PT_TYPE_BITS | kind};
}
static inline PtTypeKind pt_type_kind(PtTypeId id) { return (PtTypeKind)(id.v & ((1u << PT_TYPE_BITS) - 1)); }
static inline uint32_t pt_type_param(PtTypeId id) { return id.v >> PT_TYPE_BITS; }
/* True for the kinds that have a site. */
bool pt_type_is_container(PtTypeKind kind);
/* The kind spelled `text`, PT_TYPE_ABSENT when there is none. */
PtTypeKind pt_type_find(const char *text);

static inline PtFact pt_fact_plain(PtTypeKind kind) { return (PtFact){pt_type_plain(kind), INT64_MIN, INT64_MAX}; }
static inline PtFact pt_fact_int(int64_t lo, int64_t hi) { return (PtFact){pt_type_plain(PT_TYPE_INT), lo, hi}; }
bool pt_fact_equal(PtTypes *types, PtFact a, PtFact b);
/* The least fact above both. May make sites one, and opens what becomes a Value. */
PtFact pt_fact_join(PtTypes *types, PtFact a, PtFact b);
/* Joins into a place where many values meet; a range that keeps growing there is widened. True when it changed. */
bool pt_fact_grow(PtTypes *types, PtFact *place, uint8_t *moves, PtFact fact);

/* A new site of `slots` slots that hold nothing yet. */
uint32_t pt_site_make(PtTypes *types, PtTypeKind kind, uint32_t slots, bool any);
uint32_t pt_site_root(PtTypes *types, uint32_t site);
PtSite *pt_site_of(PtTypes *types, PtTypeId type);
/* The fact of a slot; of a tuple of any length there is one for all. */
PtFact pt_site_slot(PtTypes *types, PtTypeId type, uint32_t slot);
void pt_site_store(PtTypes *types, PtTypeId type, uint32_t slot, PtFact fact);
/* The fact flows into code that knows no types. */
void pt_fact_open(PtTypes *types, PtFact fact);
/* Such code stores it in some container. */
void pt_fact_stray(PtTypes *types, PtFact fact);

/* "list[int]", "dict[str, value]"; sites are shown to a small depth. */
void pt_type_print(PtTypes *types, PtTypeId id, PtBuf *out);

#endif
