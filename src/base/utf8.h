/* UTF-8. Decoding can be lenient about surrogates (Python strings may hold them); validation is strict. */
#ifndef PT_BASE_UTF8_H
#define PT_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

#define PT_UTF8_BAD UINT32_MAX

/* Decodes one code point of at most `len` bytes at `p` (len > 0) and stores its size in *size (1 when bad).
   Surrogates are accepted; overlong, truncated and too large forms give PT_UTF8_BAD. */
uint32_t pt_utf8_decode(const char *p, size_t len, uint32_t *size);
/* Writes one code point, surrogates included, and returns its size, 1 to 4. */
uint32_t pt_utf8_encode(uint32_t cp, char out[4]);
/* Length of the longest prefix that is valid UTF-8 (no surrogates); equal to len when all of it is. */
size_t pt_utf8_valid_prefix(const char *p, size_t len);
/* Number of code points in valid UTF-8. */
size_t pt_utf8_count(const char *p, size_t len);

#endif
