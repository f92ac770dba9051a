/* The front end without the driver: decoding, tokens by every instruction set, trees, faults, repr of constants. */
#include <assert.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "syntax/lexer_internal.h"
#include "syntax/syntax.h"
#include "syntax/unicode.h"

typedef struct Room {
    PtArena arena, scratch;
    PtDiags diags;
    PtSources sources;
    PtPass pass;
} Room;

static void open_room(Room *r)
{
    pt_arena_init(&r->arena, PT_ARENA_UNLIMITED);
    pt_arena_init(&r->scratch, PT_ARENA_UNLIMITED);
    pt_diags_init(&r->diags, &r->arena);
    r->sources = (PtSources){.arena = &r->arena};
    r->pass = (PtPass){.arena = &r->arena, .scratch = &r->scratch, .names = pt_intern_make(&r->arena),
                       .sources = &r->sources, .diags = &r->diags};
}

static void close_room(Room *r)
{
    pt_arena_free(&r->arena);
    pt_arena_free(&r->scratch);
}

static const PtSource *decode(Room *r, const char *bytes, size_t len)
{
    return pt_source_decode(&r->pass, "test.py", bytes, len);
}

static void decoding(void)
{
    Room r;
    open_room(&r);
    const PtSource *s = decode(&r, "\xef\xbb\xbf" "a\r\nb\rc", 9);
    assert(s && s->len == 5 && strcmp(s->text, "a\nb\nc") == 0 && s->line_count == 3);
    assert(pt_source_place(s, 4).line == 3 && pt_source_place(s, 3).column == 1);
    s = decode(&r, "# -*- coding: latin-1 -*-\n'\xe9'", 29);
    assert(s && strcmp(s->text + 26, "'\xc3\xa9'") == 0);
    assert(decode(&r, "#!x\n# vim: set fileencoding=utf_8 :\n", 36));
    assert(!decode(&r, "# coding: koi8-r\n", 17) && r.diags.list.data[0].code == PT_DIAG_BAD_ENCODING);
    assert(!decode(&r, "a\0b", 3) && pt_vec_last(&r.diags.list).code == PT_DIAG_NULL_BYTE);
    assert(!decode(&r, "a\xff", 2) && pt_vec_last(&r.diags.list).span.start == 1);
    assert(!decode(&r, "# coding: ascii\n\xc3\xa9", 18));
    assert(decode(&r, "", 0)->line_count == 1);
    close_room(&r);
}

/* All hot loops must make the same tokens. */
static void instruction_sets(void)
{
    static const char text[] = "def f(a, *b):\n\tif a>=1_0.5e3:# x\n\t\tx = f'{a!r:>{b}} {{' \"\"\"long\n'text\\\" \"\"\" rb'\\''\n"
                               "\treturn [a_rather_long_name_of_more_than_thirty_two_letters, 0xff, b ** 2]\n\\\n\n"
                               "class \xc3\xa9t\xc3\xa9: pass";
    bool (*const loops[])(PtLexer *) = {
        pt_lex_run_scalar,
#if defined(__x86_64__)
        pt_lex_run_sse2,
        __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") ? pt_lex_run_avx2 : pt_lex_run_sse2,
#endif
    };
    Room r;
    open_room(&r);
    for (size_t len = 0; len < sizeof text; len++) {
        const PtSource *s = decode(&r, text, len);
        if (!s)
            continue;
        PtLexer *first = NULL;
        for (size_t i = 0; i < 2 * sizeof loops / sizeof *loops; i++) {
            PtLexer *lx = pt_lex_open(&r.scratch, &r.arena, s, i % 2);
            loops[i / 2](lx);
            first = first ? first : lx;
            assert(lx->count == first->count && memcmp(lx->kinds, first->kinds, lx->count) == 0);
            assert(memcmp(lx->starts, first->starts, lx->count * sizeof *lx->starts) == 0);
            assert(memcmp(lx->ends, first->ends, lx->count * sizeof *lx->ends) == 0);
            assert(lx->error.code == first->error.code && lx->comments.len == first->comments.len);
        }
    }
    close_room(&r);
}

/* Where no token fits beside a bracket the quick lexer goes on; the parser's answer must not depend on that. */
static void brackets(void)
{
    Room r;
    open_room(&r);
    char deep[2 * 201 + 2] = {0};
    for (int i = 0; i < 402; i++)
        deep[i] = i < 201 ? '(' : ')';
    const char *const texts[] = {"x = (1]\n", "x = 1)\n(\n", "(", "f(a[0)]\n", deep};
    static const PtDiagCode codes[] = {PT_DIAG_BAD_BRACKET, PT_DIAG_BAD_BRACKET, PT_DIAG_BAD_BRACKET, PT_DIAG_BAD_BRACKET,
                                       PT_DIAG_TOO_DEEP_NESTING};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        uint32_t before = r.diags.list.len;
        assert(!pt_syntax_parse(&r.pass, decode(&r, texts[i], strlen(texts[i]))));
        assert(r.diags.list.data[before].code == codes[i]);
    }
    close_room(&r);
}

static void keywords(void)
{
    Room r;
    open_room(&r);
    static const char *const words[] = {
#define K(name, text) text,
#include "syntax/token.def"
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        PtTokens *t = pt_lex(&r.pass, decode(&r, words[i], strlen(words[i])));
        assert(strcmp(pt_token_text((PtTokenKind)t->kinds[0]), words[i]) == 0);
    }
    static const char *const names[] = {"de", "defs", "none", "nonlocals", "i", "match", "_", "async_"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert(pt_lex(&r.pass, decode(&r, names[i], strlen(names[i])))->kinds[0] == PT_TOKEN_NAME);
    close_room(&r);
}

static void trees(void)
{
    Room r;
    open_room(&r);
    static const char text[] = "# one\ndef f(x, y=2):  # two\n    return x if x < y else 'a' 'b'\n";
    PtAst *ast = pt_syntax_parse(&r.pass, decode(&r, text, sizeof text - 1));
    assert(ast && ast->comment_count == 2 && ast->comments[0] == 0 && ast->comments[1] == 5);
    PtNodeList body = pt_Module_body(ast, ast->root);
    PtNodeId def = pt_ast_at(ast, body, 0);
    assert(body.len == 1 && pt_ast_kind(ast, def) == PT_NODE_FunctionDef);
    assert(strcmp(pt_ast_text(ast, pt_FunctionDef_name(ast, def)), "f") == 0);
    PtNodeId args = pt_FunctionDef_args(ast, def);
    assert(pt_arguments_args(ast, args).len == 2 && pt_arguments_defaults(ast, args).len == 1);
    PtNodeId value = pt_Return_value(ast, pt_ast_at(ast, pt_FunctionDef_body(ast, def), 0));
    assert(pt_ast_kind(ast, value) == PT_NODE_IfExp);
    PtNodeId test = pt_IfExp_test(ast, value);
    assert(pt_ast_op_at(ast, pt_Compare_ops(ast, test), 0) == PT_CMPOP_Lt);
    PtConst text_value = pt_Constant_value(ast, pt_IfExp_orelse(ast, value));
    assert(text_value.kind == PT_CONST_STR && text_value.len == 2 && memcmp(text_value.text, "ab", 2) == 0);
    PtSpan span = pt_ast_span(ast, test);
    assert(strncmp(text + span.start, "x < y", span.end - span.start) == 0);
    close_room(&r);
}

/* One run reports the faults of several statements, and none that follows only from another. */
static void several_faults(void)
{
    Room r;
    open_room(&r);
    static const char text[] = "x = 1 +\ndef f(:\n    y = (1\n    z = 2 3\nif a b:\n    pass\nelse:\n    pass\nprint(1)\n";
    assert(!pt_syntax_parse(&r.pass, decode(&r, text, sizeof text - 1)) && r.diags.errors >= 2);
    uint32_t before = r.diags.errors;
    static const char other[] = "a b\nx = 1\ndef f():\n    c d\n    return 1\ntry:\n    e f\nexcept: pass\n";
    assert(!pt_syntax_parse(&r.pass, decode(&r, other, sizeof other - 1)) && r.diags.errors == before + 3);
    close_room(&r);
}

static void check_float(double value, const char *expected)
{
    PtArena arena;
    pt_arena_init(&arena, PT_ARENA_UNLIMITED);
    PtBuf out = pt_buf_make(&arena);
    pt_repr_float(&out, value);
    assert(strcmp(pt_buf_text(&out), expected) == 0);
    pt_arena_free(&arena);
}

static void reprs(void)
{
    check_float(0.1, "0.1");
    check_float(1e16, "1e+16");
    check_float(123456789012345680.0, "1.2345678901234568e+17");
    check_float(1e15, "1000000000000000.0");
    check_float(0.0001, "0.0001");
    check_float(0.00001, "1e-05");
    check_float(5e-324, "5e-324");
    check_float(1.7976931348623157e308, "1.7976931348623157e+308");
    check_float(-2.5, "-2.5");
    check_float(INFINITY, "inf");
    PtArena arena;
    pt_arena_init(&arena, PT_ARENA_UNLIMITED);
    PtBuf out = pt_buf_make(&arena);
    pt_repr_str(&out, "it's\n\x7f\xc2\xa0\xed\xa0\x80\xf0\x9f\x90\x8d", 15);
    assert(strcmp(out.data, "\"it's\\n\\x7f\\xa0\\ud800\xf0\x9f\x90\x8d\"") == 0);
    out.len = 0;
    pt_repr_bytes(&out, "a'\"\\\0\xff", 6);
    assert(strcmp(out.data, "b'a\\'\"\\\\\\x00\\xff'") == 0);
    out.len = 0;
    pt_const_decimal(&out, &(PtConst){.kind = PT_CONST_BIGINT, .text = "0x1ffffffffffffffffffff", .len = 23});
    assert(strcmp(out.data, "2417851639229258349412351") == 0);
    pt_arena_free(&arena);
}

static void unicode(void)
{
    assert(pt_unicode_lookup("LATIN SMALL LETTER A", 20) == 'a' && pt_unicode_lookup("snake", 5) == 0x1f40d);
    assert(pt_unicode_lookup("HANGUL SYLLABLE GAGG", 20) == 0xac02 && pt_unicode_lookup("NULL", 4) == 0);
    assert(pt_unicode_lookup("CJK UNIFIED IDEOGRAPH-4E00", 26) == 0x4e00);
    assert(pt_unicode_lookup("NO SUCH NAME", 12) == UINT32_MAX && pt_unicode_lookup("", 0) == UINT32_MAX);
    assert(pt_unicode_is_printable(0xe9) && !pt_unicode_is_printable(0xa0) && !pt_unicode_is_printable(0x200b));
    PtArena arena;
    pt_arena_init(&arena, PT_ARENA_UNLIMITED);
    PtBuf out = pt_buf_make(&arena);
    pt_unicode_normalize(&out, "e\xcc\x81\xef\xac\x81\xe1\x84\x80\xe1\x85\xa1\xe1\x86\xa8", 15);
    assert(strcmp(out.data, "\xc3\xa9" "fi\xea\xb0\x81") == 0);
    pt_arena_free(&arena);
}

int main(void)
{
    decoding();
    instruction_sets();
    brackets();
    keywords();
    trees();
    several_faults();
    reprs();
    unicode();
    return 0;
}
