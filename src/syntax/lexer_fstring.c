/* Faults in f-strings in the words of CPython 3.11. There an f-string ends at the first quote like its own, as any
   string does, and its replacement fields are read from the text between; since 3.12 fields nest freely, which is
   how lexer_core.h reads them. Only when that failed the old way is gone through, for the message. */
#include <string.h>

#include "syntax/lexer_internal.h"

/* End of the string literal that starts at p (at its prefix), quotes included, or NULL when it is not closed. */
static const char *string_end(const PtLexer *lx, const char *p)
{
    while (*p != '"' && *p != '\'')
        p++;
    char quote = *p;
    bool triple = p[1] == quote && p[2] == quote;
    for (p += triple ? 3 : 1; p < lx->end; p++) {
        if (*p == '\\')
            p++;
        else if (*p == '\n' && !triple)
            return NULL;
        else if (*p == quote && (!triple || (p[1] == quote && p[2] == quote)))
            return p + (triple ? 3 : 1);
    }
    return NULL;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\f';
}

/* Where the token after the literal, and after all literals that follow it, begins: CPython's place for the fault. */
static const char *next_token(const PtLexer *lx, const char *p)
{
    bool joined = lx->frames[0].depth != 0;
    for (;;) {
        while (is_blank(*p) || (*p == '\n' && joined && p < lx->end))
            p++;
        if (*p == '#') {
            const char *comment = p;
            while (*p && *p != '\n')
                p++;
            if (!joined)
                return comment;
            continue;
        }
        const char *q = p;
        while (pt_lex_class[(unsigned char)*q] & LEX_START)
            q++;
        bool formatted, raw;
        bool literal = (*q == '"' || *q == '\'') && (q == p || pt_lex_prefix(p, (size_t)(q - p), &formatted, &raw));
        const char *end = literal ? string_end(lx, p) : NULL;
        if (!end)
            return p;
        p = end;
    }
}

typedef struct Field {
    const char *text; /* the message's format, with one %c at most */
    char c, open;
} Field;

/* The expression of a replacement field, from after "{" to the character that ends it. */
static const char *field_expression(const char *p, const char *end, Field *fault)
{
    char stack[LEX_MAX_BRACKETS], quote = 0;
    uint32_t depth = 0;
    int quotes = 0;
    for (; p < end; p++) {
        char c = *p;
        if (c == '\\') {
            *fault = (Field){"f-string expression part cannot include a backslash", 0, 0};
            return NULL;
        }
        if (quote) {
            if (c == quote && (quotes == 1 || (p + 2 < end && p[1] == c && p[2] == c))) {
                p += quotes - 1;
                quote = 0;
            }
            continue;
        }
        if (c == '\'' || c == '"') {
            quote = c;
            quotes = p + 2 < end && p[1] == c && p[2] == c ? 3 : 1;
            p += quotes - 1;
        } else if (c == '[' || c == '{' || c == '(') {
            if (depth == LEX_MAX_BRACKETS) {
                *fault = (Field){"f-string: too many nested parenthesis", 0, 0};
                return NULL;
            }
            stack[depth++] = c;
        } else if (c == '#') {
            *fault = (Field){"f-string expression part cannot include '#'", 0, 0};
            return NULL;
        } else if (depth == 0 && (c == '!' || c == ':' || c == '}' || c == '=' || c == '>' || c == '<')) {
            if (p + 1 < end && p[1] == '=' && (c == '!' || c == '=' || c == '<' || c == '>')) {
                p++;
                continue;
            }
            if (c == '>' || c == '<')
                continue;
            break;
        } else if (c == ']' || c == '}' || c == ')') {
            char open = depth ? stack[--depth] : 0;
            if (!open) {
                *fault = (Field){"f-string: unmatched '%c'", c, 0};
                return NULL;
            }
            if (!((open == '(' && c == ')') || (open == '[' && c == ']') || (open == '{' && c == '}'))) {
                *fault = (Field){"f-string: closing parenthesis '%c' does not match opening parenthesis '%c'", c, open};
                return NULL;
            }
        }
    }
    if (quote)
        *fault = (Field){"f-string: unterminated string", 0, 0};
    else if (depth)
        *fault = (Field){"f-string: unmatched '%c'", stack[depth - 1], 0};
    else if (p >= end)
        *fault = (Field){"f-string: expecting '}'", 0, 0};
    return fault->text ? NULL : p;
}

/* The text of an f-string or of a specification; stops at the "}" that ends the latter. */
static const char *formatted_text(const char *p, const char *end, bool raw, int level, Field *fault)
{
    while (p < end) {
        if (*p == '\\' && !raw && p + 1 < end && p[1] != '{' && p[1] != '}') {
            bool named = p[1] == 'N' && p + 2 < end && p[2] == '{';
            const char *close = named ? memchr(p, '}', (size_t)(end - p)) : NULL;
            p = close ? close + 1 : p + 2;
            continue;
        }
        if (*p != '{' && *p != '}') {
            p++;
            continue;
        }
        if (level == 0 && p + 1 < end && p[1] == *p) {
            p += 2;
            continue;
        }
        if (*p == '}') {
            if (level == 0)
                *fault = (Field){"f-string: single '}' is not allowed", 0, 0};
            return p;
        }
        if (level >= 2) {
            *fault = (Field){"f-string: expressions nested too deeply", 0, 0};
            return NULL;
        }
        const char *start = p + 1, *q = start;
        p = field_expression(start, end, fault);
        if (!p)
            return NULL;
        while (q < p && (is_blank(*q) || *q == '\n'))
            q++;
        if (q == p) {
            *fault = (Field){*p == '!' || *p == ':' || *p == '=' ? "f-string: expression required before '%c'"
                                                                : "f-string: empty expression not allowed",
                             *p, 0};
            return NULL;
        }
        if (*p == '=')
            for (p++; p < end && (is_blank(*p) || *p == '\n');)
                p++;
        if (p < end && *p == '!') {
            if (p + 1 >= end || !strchr("sra", p[1])) {
                *fault = (Field){p + 1 >= end ? "f-string: expecting '}'"
                                              : "f-string: invalid conversion character: expected 's', 'r', or 'a'",
                                 0, 0};
                return NULL;
            }
            p += 2;
        }
        if (p < end && *p == ':' && !(p = formatted_text(p + 1, end, raw, level + 1, fault)))
            return NULL;
        if (p >= end || *p != '}') {
            *fault = (Field){"f-string: expecting '}'", 0, 0};
            return NULL;
        }
        p++;
    }
    return p;
}

void pt_lex_explain_fstring(PtLexer *lx)
{
    const LexFrame *f = &lx->frames[0];
    const char *start = lx->text + f->start, *end = string_end(lx, start), *body = start;
    if (lx->error.code == PT_DIAG_TOO_DEEP_NESTING)
        return;
    lx->error = (PtLexError){0};
    if (!end) {
        const char *at = start;
        while (at < lx->end && (f->triple || *at != '\n'))
            at++;
        pt_lex_fail_string(lx, f->start, f->triple, at);
        return;
    }
    int quotes = f->triple ? 3 : 1;
    while (*body != f->quote)
        body++;
    Field fault = {0};
    formatted_text(body + quotes, end - quotes, f->raw, 0, &fault);
    const char *at = next_token(lx, end);
    if (at >= lx->end && lx->end > lx->text && lx->end[-1] == '\n')
        at = lx->end - 1;
    pt_lex_fail(lx, PT_DIAG_BAD_FSTRING, at, at, fault.text ? fault.text : "f-string: invalid syntax", fault.c, fault.open);
}
