/* Interned strings: equal texts have equal ids, id 0 is "none". Texts live as long as the interner's arena.
   An interner belongs to one compilation and is not shared between threads. */
#ifndef PT_BASE_INTERN_H
#define PT_BASE_INTERN_H

#include <stdbool.h>

#include "base/arena.h"

typedef struct PtNameId {
    uint32_t v;
} PtNameId;

#define PT_NAME_NONE ((PtNameId){0})

typedef struct PtInterner PtInterner;

PtInterner *pt_intern_make(PtArena *arena);
/* The id of these bytes, new or known. */
PtNameId pt_intern_add(PtInterner *in, const char *text, size_t len);
/* The same for a text of which at least eight bytes can be read; the fastest way for names in a source. */
PtNameId pt_intern_add_padded(PtInterner *in, const char *text, size_t len);
/* The same for a zero-terminated text. */
PtNameId pt_intern_cstr(PtInterner *in, const char *text);
/* The id of a known text, or none. */
PtNameId pt_intern_find(const PtInterner *in, const char *text, size_t len);
/* The zero-terminated text of an id ("" for none), and its length in bytes. */
const char *pt_intern_text(const PtInterner *in, PtNameId id);
uint32_t pt_intern_len(const PtInterner *in, PtNameId id);
/* Ids run from 1 to this number. */
uint32_t pt_intern_count(const PtInterner *in);

static inline bool pt_name_eq(PtNameId a, PtNameId b)
{
    return a.v == b.v;
}
static inline bool pt_name_some(PtNameId a)
{
    return a.v != 0;
}

#endif
