/* The lexer's hot loop without vector instructions; see lexer_core.h. */
#include "syntax/lexer_internal.h"

#define LEX_RUN pt_lex_run_scalar

static inline void classify(const char *p, uint64_t *names, uint64_t *rest)
{
    uint64_t name = 0, space = 0;
    for (int i = 0; i < 64; i++) {
        name |= (uint64_t)(pt_lex_class[(unsigned char)p[i]] & LEX_IDENT) << i;
        space |= (uint64_t)(p[i] == ' ') << i;
    }
    *names = name;
    *rest = ~(name | space);
}
static inline const char *skip_name(const char *p)
{
    while (pt_lex_class[(unsigned char)*p] & LEX_IDENT)
        p++;
    return p;
}
static inline const char *skip_spaces(const char *p)
{
    while (*p == ' ')
        p++;
    return p;
}
static inline const char *find_line_end(const char *p)
{
    while (*p && *p != '\n')
        p++;
    return p;
}
static inline const char *find_in_string(const char *p, char quote)
{
    while (*p && *p != quote && *p != '\\' && *p != '\n')
        p++;
    return p;
}
static inline const char *find_in_long(const char *p, char quote)
{
    while (*p && *p != quote && *p != '\\')
        p++;
    return p;
}

#include "syntax/lexer_core.h"
