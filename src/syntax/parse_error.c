/* Syntax errors: the second parse, which finds several faults, and the order in which CPython would report them. */
#include "syntax/parse_internal.h"

#include <stdio.h>
#include <string.h>

/* Tokens without text are shown where CPython's tokenizer stood when it made them. */
PtSpan pt_parse_place(const PtParser *p, uint32_t token)
{
    uint32_t start = p->starts[token], end = p->ends[token], len = p->source->len;
    PtTokenKind kind = (PtTokenKind)p->kinds[token];
    if (start == end && start >= len) {
        start = len && p->text[len - 1] == '\n' ? len - 1 : len;
        end = start;
    } else if (kind == PT_TOKEN_INDENT || kind == PT_TOKEN_DEDENT) {
        if (start && p->text[start - 1] != '\n')
            start--;
    }
    return (PtSpan){p->source->file, start, end};
}

/* Number of formatted strings open around a token. */
static uint32_t strings_around(const PtParser *p, uint32_t token)
{
    uint32_t depth = 0;
    for (uint32_t i = 0; i < token; i++)
        depth += (uint32_t)(p->kinds[i] == PT_TOKEN_FSTRING_START) - (uint32_t)(p->kinds[i] == PT_TOKEN_FSTRING_END);
    return depth;
}

_Noreturn void pt_parse_fail_at(PtParser *p, PtDiagCode code, uint32_t start, uint32_t end, const char *fmt, ...)
{
    if (p->explain) {
        va_list args;
        va_start(args, fmt);
        PtBuf text = pt_buf_make(p->scratch);
        if (strncmp(fmt, "f-string", 8) != 0 && code != PT_DIAG_BAD_ESCAPE && strings_around(p, p->pos))
            pt_buf_puts(&text, "f-string: ");
        pt_buf_vprintf(&text, fmt, args);
        pt_diag_emit(&p->found, code, (PtSpan){p->source->file, start, end}, "%s", text.data);
        va_end(args);
        pt_vec_push(p->scratch, &p->found_at, p->pos > p->furthest ? p->pos : p->furthest);
    }
    longjmp(p->explain ? *p->top : *p->out, 1);
}

_Noreturn void pt_parse_fail(PtParser *p)
{
    if (!p->explain || p->soft)
        longjmp(*p->out, 1);
    /* The place of a first fault without a wording of its own is where the first parse ended. */
    uint32_t token = p->explain && !p->torn ? p->first_failure : p->pos;
    PtTokenKind kind = (PtTokenKind)p->kinds[token];
    PtSpan place = pt_parse_place(p, token);
    if (kind == PT_TOKEN_END)
        place.start = place.end = pt_source_place(p->source, place.start).line_start;
    if (kind == PT_TOKEN_INDENT)
        pt_parse_fail_at(p, PT_DIAG_BAD_INDENT, place.start, place.end, "unexpected indent");
    if (kind == PT_TOKEN_DEDENT)
        pt_parse_fail_at(p, PT_DIAG_BAD_INDENT, place.start, place.end, "unexpected unindent");
    pt_parse_fail_at(p, PT_DIAG_INVALID_SYNTAX, place.start, place.end, "invalid syntax");
}

_Noreturn void pt_parse_fail_deep(PtParser *p)
{
    /* Out of all trials at once: each would run into the limit again. */
    p->too_deep = true;
    p->explain = p->top != NULL;
    p->out = p->top ? p->top : p->out;
    pt_parse_fail_at(p, PT_DIAG_TOO_DEEP_NESTING, start_of(p), p->ends[p->pos], "too many nested expressions or statements");
}

_Noreturn void pt_parse_fail_string(PtParser *p, PtDiagCode code, const char *fmt, ...)
{
    char message[256];
    va_list args;
    va_start(args, fmt);
    vsnprintf(message, sizeof message, fmt, args);
    va_end(args);
    /* Out of the formatted string, then past all adjacent ones. */
    uint32_t i = p->pos, depth = strings_around(p, i);
    for (; p->kinds[i] != PT_TOKEN_END && p->kinds[i] != PT_TOKEN_ERROR; i++) {
        PtTokenKind kind = (PtTokenKind)p->kinds[i];
        if (kind == PT_TOKEN_FSTRING_START)
            depth++;
        else if (kind == PT_TOKEN_FSTRING_END)
            depth--;
        else if (!depth && kind != PT_TOKEN_STRING && kind != PT_TOKEN_STRING_ESCAPED)
            break;
    }
    PtSpan place = pt_parse_place(p, i);
    p->pos = i;
    pt_parse_fail_at(p, code, place.start, place.end, "%s", message);
}

static bool at_stop(const PtParser *p)
{
    return at(p, PT_TOKEN_END) || p->pos + 1 >= p->tokens->count;
}

/* After a fault: to the start of the next line. */
static void synchronize(PtParser *p)
{
    while (!at_stop(p) && !at(p, PT_TOKEN_NEWLINE))
        p->pos++;
    while (at(p, PT_TOKEN_NEWLINE) || at(p, PT_TOKEN_DEDENT) || at(p, PT_TOKEN_INDENT))
        p->pos++;
    p->stack.len = 0;
    p->depth = 0;
}

/* A clause whose statement a fault has torn apart. */
static bool at_orphan(const PtParser *p)
{
    switch (peek(p)) {
    case PT_TOKEN_ELSE:
    case PT_TOKEN_ELIF:
    case PT_TOKEN_EXCEPT:
    case PT_TOKEN_FINALLY:
        return true;
    case PT_TOKEN_NAME:
        return pt_parse_at_word(p, "case") && peek_second(p) != PT_TOKEN_EQUAL && peek_second(p) != PT_TOKEN_DOT;
    default:
        return false;
    }
}

/* Statement by statement, wherever they stand; blocks broken by a fault are read as if they were not indented. */
static void parse_all(PtParser *p)
{
    jmp_buf out;
    p->top = &out;
    p->tried = pt_arena_array(p->scratch, uint8_t, p->tokens->count / 8 + 1);
    while (!at_stop(p)) {
        p->out = &out;
        p->lenient = !p->torn;
        if (setjmp(out)) {
            p->furthest = 0;
            p->torn = true;
            p->explain = true;
            p->lenient = p->soft = false;
            if (p->found.errors >= p->found.limit || p->too_deep)
                return;
            synchronize(p);
            continue;
        }
        if (p->torn && (at(p, PT_TOKEN_DEDENT) || (at(p, PT_TOKEN_INDENT) && p->pos == 0)))
            p->pos++;
        else if (p->torn && at_orphan(p))
            synchronize(p);
        else
            pt_parse_statement(p);
    }
}

/* Faults of these kinds end CPython's tokenizer without an exception: an earlier fault of the parser stands. */
static bool is_quiet(PtDiagCode code)
{
    return code == PT_DIAG_BAD_DEDENT || code == PT_DIAG_INCONSISTENT_TABS || code == PT_DIAG_TOO_DEEP_INDENT ||
           code == PT_DIAG_BAD_CONTINUATION;
}

static void emit(PtParser *p, const PtDiag *d)
{
    pt_diag_emit(p->pass->diags, d->code, d->span, "%s", d->message);
}

/* Did the parser find its first fault without having looked at the last token? */
static bool found_before_end(const PtParser *p)
{
    return p->found.list.len && p->first_failure + 1 < p->tokens->count && p->found_at.data[0] + 1 < p->tokens->count;
}

static bool lexing_comes_first(const PtParser *p, bool open)
{
    const PtLexError *lexing = &p->tokens->error;
    if (!found_before_end(p))
        return true;
    const PtDiag *first = &p->found.list.data[0];
    uint32_t token = p->found_at.data[0];
    bool indentation = strncmp(first->message, "unexpected ", 11) == 0 && first->code == PT_DIAG_BAD_INDENT;
    if (indentation)
        return false;
    if (lexing->code && !is_quiet(lexing->code))
        return true;
    if (!open)
        return false;
    uint32_t open_line = pt_source_place(p->source, p->tokens->open_start).line;
    return pt_source_place(p->source, p->starts[token]).line > open_line;
}

/* Faults of one line's text, after which the next line can be read with some confidence. */
static bool is_local(const PtLexError *e)
{
    switch (e->code) {
    case PT_DIAG_UNTERMINATED_STRING:
        return strncmp(e->message, "unterminated triple", 19) != 0;
    case PT_DIAG_BAD_NUMBER:
    case PT_DIAG_BAD_CHARACTER:
    case PT_DIAG_BAD_BRACKET:
    case PT_DIAG_BAD_FSTRING:
        return true;
    default:
        return false;
    }
}

/* After a fault of lexing: the faults of the lines behind it. */
static void explain_rest(PtParser *p)
{
    enum { MOST_RESTARTS = 20 };
    for (int i = 0; i < MOST_RESTARTS && is_local(&p->tokens->error); i++) {
        PtSourcePlace place = pt_source_place(p->source, p->tokens->error.start);
        if (place.line_end >= p->source->len)
            return;
        pt_parse_take_tokens(p, pt_lex_from(p->pass, p->source, place.line_end + 1));
        pt_diags_init(&p->found, p->scratch);
        p->found_at.len = p->furthest = 0;
        p->torn = true;
        parse_all(p);
        for (uint32_t k = 0; k < p->found.list.len; k++)
            if (p->found.list.data[k].span.start < p->starts[p->tokens->count - 1])
                emit(p, &p->found.list.data[k]);
        const PtLexError *e = &p->tokens->error;
        if (e->code && !is_quiet(e->code))
            emit(p, &(PtDiag){.code = e->code, .span = {p->source->file, e->start, e->end}, .message = e->message});
    }
}

void pt_parse_explain(PtParser *p)
{
    const PtLexError *lexing = &p->tokens->error;
    bool open = p->tokens->open_bracket != 0;
    pt_diags_init(&p->found, p->scratch);
    p->explain = true;
    if (p->too_deep) {
        jmp_buf out;
        p->out = p->top = &out;
        if (!setjmp(out))
            pt_parse_fail_deep(p);
    } else {
        pt_parse_restart(p);
        parse_all(p);
    }
    PtDiag last = {.code = lexing->code,
                   .span = {p->source->file, lexing->start, lexing->end},
                   .message = lexing->message};
    if (open && (!lexing->code || (is_quiet(lexing->code) && found_before_end(p)))) {
        PtBuf text = pt_buf_make(p->scratch);
        pt_buf_printf(&text, "'%c' was never closed", p->tokens->open_bracket);
        last = (PtDiag){.code = PT_DIAG_BAD_BRACKET,
                        .span = {p->source->file, p->tokens->open_start, p->tokens->open_start + 1},
                        .message = pt_buf_text(&text)};
    }
    bool lead = last.code && lexing_comes_first(p, open);
    if (lead)
        emit(p, &last);
    for (uint32_t i = 0; i < p->found.list.len; i++)
        if (!last.code || p->found.list.data[i].span.start < p->starts[p->tokens->count - 1])
            emit(p, &p->found.list.data[i]);
    if (last.code && !lead)
        emit(p, &last);
    if (!p->too_deep)
        explain_rest(p);
}
