/* SHA-256 (FIPS 180-4): keys of the build cache. */
#ifndef PT_BASE_DIGEST_H
#define PT_BASE_DIGEST_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
    uint32_t state[8];
    uint64_t length;
    unsigned char block[64];
} PtDigest;

enum { PT_DIGEST_SIZE = 32, PT_DIGEST_HEX_SIZE = 65 };

void pt_digest_init(PtDigest *digest);
void pt_digest_add(PtDigest *digest, const void *data, size_t len);
/* Adds the length before the bytes, so that neighbouring fields cannot run into each other. */
void pt_digest_add_field(PtDigest *digest, const void *data, size_t len);
void pt_digest_add_text(PtDigest *digest, const char *text);
/* Ends the digest; hex is 64 lower-case digits and a 0. */
void pt_digest_finish(PtDigest *digest, unsigned char out[PT_DIGEST_SIZE]);
void pt_digest_finish_hex(PtDigest *digest, char hex[PT_DIGEST_HEX_SIZE]);

#endif
