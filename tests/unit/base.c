/* The ground floor: arenas, arrays, text, maps, the interner, UTF-8. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/intern.h"
#include "base/map.h"
#include "base/status.h"
#include "base/utf8.h"
#include "base/vec.h"

static void arenas(void)
{
    PtArena arena;
    pt_arena_init(&arena, 1 << 20);
    char *a = pt_arena_alloc(&arena, 10);
    char *grown = pt_arena_grow(&arena, memset(a, 'x', 10), 10, 1000);
    assert(grown == a && grown[9] == 'x');
    char *b = pt_arena_alloc(&arena, 1);
    assert((uintptr_t)b % 16 == 0 && b >= a + 1000);
    char *moved = pt_arena_grow(&arena, a, 1000, 2000);
    assert(moved != a && moved[9] == 'x');
    pt_arena_trim(&arena, moved, 2000, 16);
    assert(pt_arena_alloc(&arena, 1) == (void *)(moved + 16));
    size_t used = arena.used;
    pt_arena_reset(&arena);
    for (int i = 0; i < 8; i++)
        pt_arena_zero(&arena, 1000);
    assert(arena.used == used);
    jmp_buf out;
    volatile int failed = 0;
    if (setjmp(out) == 0) {
        arena.recover = &out;
        pt_arena_alloc(&arena, 2 << 20);
    } else {
        failed = 1;
    }
    assert(failed);
    pt_arena_free(&arena);
    assert(arena.used == 0);
}

static void containers(PtArena *arena)
{
    PT_VEC(int) v = {0};
    for (int i = 0; i < 1000; i++)
        pt_vec_push(arena, &v, i);
    assert(v.len == 1000 && v.data[777] == 777 && pt_vec_last(&v) == 999 && pt_vec_pop(&v) == 999 && v.len == 999);

    PtBuf buf = pt_buf_make(arena);
    assert(strcmp(pt_buf_text(&buf), "") == 0);
    for (int i = 0; i < 300; i++)
        pt_buf_printf(&buf, "%d,", i);
    pt_buf_fill(&buf, '-', 100);
    pt_buf_putc(&buf, 'z');
    assert(buf.len == 1090 + 101 && buf.data[buf.len] == 0 && strncmp(buf.data, "0,1,2,", 6) == 0);

    PtMap map = {0};
    assert(pt_map_get(&map, 5) == 0 && !pt_map_has(&map, 5));
    for (uint64_t k = 0; k < 5000; k++)
        pt_map_set(arena, &map, k * 0x100000001u, (uint32_t)k + 1);
    pt_map_set(arena, &map, 7 * 0x100000001u, 99);
    assert(pt_map_get(&map, 7 * 0x100000001u) == 99 && pt_map_get(&map, 4999 * 0x100000001u) == 5000);
    assert(!pt_map_has(&map, 1) && map.entries.len == 5000);

    PtStrMap words = {0};
    char word[16];
    for (int i = 0; i < 500; i++)
        pt_strmap_set(arena, &words, word, (size_t)sprintf(word, "word%d", i), (uint32_t)i + 1);
    assert(pt_strmap_get(&words, "word499", 7) == 500 && pt_strmap_get(&words, "word500", 7) == 0);
    assert(pt_strmap_get(&words, "word", 4) == 0);
}

static void names(PtArena *arena)
{
    PtInterner *in = pt_intern_make(arena);
    PtNameId a = pt_intern_cstr(in, "abc"), zero = pt_intern_add(in, "abc\0", 4), empty = pt_intern_add(in, "", 0);
    assert(pt_name_some(a) && pt_name_some(empty) && !pt_name_eq(a, zero) && pt_intern_len(in, zero) == 4);
    assert(pt_name_eq(a, pt_intern_add_padded(in, "abcdefgh", 3)) && strcmp(pt_intern_text(in, a), "abc") == 0);
    char text[64];
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < 5000; i++) {
            size_t len = (size_t)sprintf(text, "%s%d", i % 2 ? "n" : "a_rather_long_name_", i);
            PtNameId id = round ? pt_intern_find(in, text, len) : pt_intern_add(in, text, len);
            assert(id.v == 4 + (uint32_t)i && strcmp(pt_intern_text(in, id), text) == 0);
        }
    assert(pt_intern_count(in) == 5003 && !pt_name_some(pt_intern_find(in, "unknown", 7)));
}

static void utf8(void)
{
    for (uint32_t cp = 1; cp < 0x110000; cp += 7) {
        char bytes[4];
        uint32_t size, n = pt_utf8_encode(cp, bytes);
        assert(pt_utf8_decode(bytes, n, &size) == cp && size == n);
        if (n > 1)
            assert(pt_utf8_decode(bytes, n - 1, &size) == PT_UTF8_BAD);
        bool surrogate = cp >= 0xd800 && cp < 0xe000;
        assert(pt_utf8_valid_prefix(bytes, n) == (surrogate ? 0 : n));
    }
    static const char *const bad[] = {"\xc0\x80", "\xe0\x80\x80", "\xf4\x90\x80\x80", "\xff", "\x80", "\xf0\x80\x80\x80"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        uint32_t size;
        assert(pt_utf8_decode(bad[i], strlen(bad[i]), &size) == PT_UTF8_BAD && size == 1);
    }
    char text[100];
    for (size_t at = 0; at < 90; at++) {
        memset(text, 'a', sizeof text);
        text[at] = (char)0xff;
        assert(pt_utf8_valid_prefix(text, sizeof text) == at);
    }
    assert(pt_utf8_count("a\xc3\xa9\xe2\x82\xac", 6) == 3);
}

int main(void)
{
    PtArena arena;
    pt_arena_init(&arena, PT_ARENA_UNLIMITED);
    arenas();
    containers(&arena);
    names(&arena);
    utf8();
    assert(strcmp(pt_status_text(PT_STATUS_OK), "ok") == 0);
    pt_arena_free(&arena);
    return 0;
}
