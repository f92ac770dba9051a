/* Unicode facts the front end needs, from the character database of CPython 3.11 (Unicode 14). */
#ifndef PT_SYNTAX_UNICODE_H
#define PT_SYNTAX_UNICODE_H

#include "base/buf.h"

#include <stdbool.h>

bool pt_unicode_is_printable(uint32_t cp);   /* str.isprintable of one character */
bool pt_unicode_is_id_start(uint32_t cp);    /* may begin a name */
bool pt_unicode_is_id_continue(uint32_t cp); /* may stand inside one */
/* Appends the NFKC form of valid UTF-8: how names compare. */
void pt_unicode_normalize(PtBuf *out, const char *text, size_t len);
/* Code point of a name as in "\N{...}", or UINT32_MAX: case-insensitive, with aliases, without named sequences. */
uint32_t pt_unicode_lookup(const char *name, size_t len);

#endif
