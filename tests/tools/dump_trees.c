/* dump_trees [--tokens] FILE...: the syntax room without the rest of the compiler. For each file a line
   "LENGTH PATH", then the dump; a file with errors gives "LINE:OFFSET: Class: message" lines instead. */
#include <stdio.h>
#include <string.h>

#include "base/os.h"
#include "syntax/syntax.h"

/* CPython's offset: characters from the line's start, from 1. */
static uint32_t offset_of(const PtSource *source, uint32_t at)
{
    PtSourcePlace place = pt_source_place(source, at);
    uint32_t n = 1;
    for (uint32_t i = place.line_start; i < at && i < source->len; i++)
        n += (source->text[i] & 0xc0) != 0x80;
    return n;
}

static void put_errors(PtBuf *out, const PtPass *pass)
{
    for (uint32_t i = 0; i < pass->diags->list.len; i++) {
        const PtDiag *d = &pass->diags->list.data[i];
        const PtSource *source = pt_source_get(pass->sources, d->span.file);
        if (source)
            pt_buf_printf(out, "%u:%u:%u: ", pt_source_place(source, d->span.start).line,
                          offset_of(source, d->span.start), offset_of(source, d->span.end));
        else
            pt_buf_puts(out, "0:0:0: ");
        pt_buf_printf(out, "%s: %s\n", pt_diag_code_python(d->code), d->message);
    }
}

int main(int argc, char **argv)
{
    bool tokens = argc > 1 && strcmp(argv[1], "--tokens") == 0;
    for (int i = 1 + tokens; i < argc; i++) {
        PtOsBytes bytes;
        if (pt_os_read_file(argv[i], 0, &bytes))
            return 2;
        PtArena arena, scratch;
        pt_arena_init(&arena, PT_ARENA_UNLIMITED);
        pt_arena_init(&scratch, PT_ARENA_UNLIMITED);
        PtDiags diags;
        pt_diags_init(&diags, &arena);
        PtSources sources = {.arena = &arena};
        PtPass pass = {.arena = &arena, .scratch = &scratch, .names = pt_intern_make(&arena), .sources = &sources,
                       .diags = &diags};
        PtBuf out = pt_buf_make(&arena);
        const PtSource *source = pt_source_decode(&pass, argv[i], bytes.data, bytes.len);
        if (source && tokens) {
            pt_syntax_dump_tokens(&out, &pass, source);
        } else if (source) {
            PtAst *ast = pt_syntax_parse(&pass, source);
            if (ast)
                pt_syntax_dump_ast(&out, ast);
        }
        put_errors(&out, &pass);
        printf("%zu %s\n", out.len, argv[i]);
        fwrite(pt_buf_text(&out), 1, out.len, stdout);
        putchar('\n');
        pt_os_free_bytes(&bytes);
        pt_arena_free(&arena);
        pt_arena_free(&scratch);
    }
    return 0;
}
