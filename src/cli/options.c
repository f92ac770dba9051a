/* Reading options by the table option.def. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"

typedef enum Kind { FLAG, VALUE, MANY } Kind;

typedef struct Row {
    Kind kind;
    const char *spelling, *value, *commands, *help;
    size_t offset, count_offset;
} Row;

#define COUNT_FLAG(field) 0
#define COUNT_VALUE(field) 0
#define COUNT_MANY(field) offsetof(PtCliOptions, field##_count)

static const Row rows[] = {
#define OPTION(kind, field, spelling, value, commands, help) \
    {kind, spelling, value, commands, help, offsetof(PtCliOptions, field), COUNT_##kind(field)},
#include "cli/option.def"
#undef OPTION
};

enum { ROW_COUNT = sizeof rows / sizeof *rows };

int pt_cli_usage_error(const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    fputs("portalis: ", stderr);
    vfprintf(stderr, fmt, args);
    fputs("\ntry `portalis --help`\n", stderr);
    va_end(args);
    return PT_EXIT_USAGE;
}

void pt_cli_print_options(char letter)
{
    bool any = false;
    for (int i = 0; i < ROW_COUNT; i++) {
        if (!strchr(rows[i].commands, letter))
            continue;
        if (!any)
            puts("\nOptions:");
        any = true;
        int used = printf("  %s%s%s", rows[i].spelling, *rows[i].value ? rows[i].spelling[1] == '-' ? "=" : " " : "",
                          rows[i].value);
        printf("%*s%s\n", used < 34 ? 34 - used : 1, "", rows[i].help);
    }
}

/* The row that `arg` names; *value is what stands after '=', or NULL. */
static const Row *find_row(const char *arg, char letter, const char **value)
{
    size_t len = arg[1] == '-' ? strcspn(arg, "=") : 2;
    *value = arg[len] == '=' ? arg + len + 1 : NULL;
    for (int i = 0; i < ROW_COUNT; i++) {
        bool is_short = rows[i].spelling[1] != '-';
        if (is_short && arg[2] && strncmp(rows[i].spelling, arg, 2) == 0 && strchr(rows[i].commands, letter)) {
            *value = arg + 2;
            return &rows[i];
        }
        if (strlen(rows[i].spelling) == len && strncmp(rows[i].spelling, arg, len) == 0 &&
            strchr(rows[i].commands, letter))
            return &rows[i];
    }
    return NULL;
}

static void store(PtArena *arena, PtCliOptions *out, const Row *row, const char *value, int argc)
{
    char *base = (char *)out;
    if (row->kind != MANY) {
        memcpy(base + row->offset, &value, sizeof value);
        return;
    }
    const char **list;
    size_t count;
    memcpy(&list, base + row->offset, sizeof list);
    memcpy(&count, base + row->count_offset, sizeof count);
    if (!list)
        list = pt_arena_array(arena, const char *, argc);
    list[count++] = value;
    memcpy(base + row->offset, &list, sizeof list);
    memcpy(base + row->count_offset, &count, sizeof count);
}

bool pt_cli_parse(PtArena *arena, char letter, bool passes_args, int argc, char **argv, PtCliOptions *out)
{
    memset(out, 0, sizeof *out);
    for (int i = 0; i < argc; i++) {
        const char *arg = argv[i], *value;
        if (arg[0] != '-' || !arg[1] || strcmp(arg, "--") == 0) {
            if (strcmp(arg, "--") == 0 && ++i == argc)
                break;
            if (out->file) {
                pt_cli_usage_error("only one FILE can be given, and there are '%s' and '%s'", out->file, argv[i]);
                return false;
            }
            out->file = argv[i];
            if (passes_args) {
                out->args = (const char *const *)argv + i + 1;
                out->arg_count = (size_t)(argc - i - 1);
                break;
            }
            continue;
        }
        const Row *row = find_row(arg, letter, &value);
        if (!row) {
            pt_cli_usage_error("there is no option '%s' here", arg);
            return false;
        }
        if (row->kind == FLAG && value) {
            pt_cli_usage_error("%s takes no value", row->spelling);
            return false;
        }
        if (row->kind != FLAG && !value && i + 1 < argc)
            value = argv[++i];
        if (row->kind != FLAG && !value) {
            pt_cli_usage_error("%s wants a value: %s", row->spelling, row->value);
            return false;
        }
        store(arena, out, row, row->kind == FLAG ? "" : value, argc);
    }
    if (out->format && strcmp(out->format, "text") != 0 && strcmp(out->format, "json") != 0) {
        pt_cli_usage_error("--format is text or json, not '%s'", out->format);
        return false;
    }
    if (!out->file)
        pt_cli_usage_error("which FILE?");
    return out->file != NULL;
}
