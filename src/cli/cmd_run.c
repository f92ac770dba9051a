/* portalis run: what python3 does, in the sandbox. */
#include <stdlib.h>
#include <string.h>

#include "base/os.h"
#include "cli/cli.h"

/* "1.5" → 1500; 0 when it is not a positive number. */
static uint64_t parse_seconds(const char *text)
{
    char *end;
    double seconds = strtod(text, &end);
    return *end || !(seconds > 0) || seconds > 1e9 ? 0 : (uint64_t)(seconds * 1000) + (seconds * 1000 < 1);
}

/* "64M" → bytes; 0 when it is not a positive size. */
static uint64_t parse_size(const char *text)
{
    char *end;
    if (*text < '0' || *text > '9')
        return 0;
    uint64_t n = strtoull(text, &end, 10);
    int shift = *end == 'K' || *end == 'k' ? 10 : *end == 'M' || *end == 'm' ? 20 : *end == 'G' || *end == 'g' ? 30 : 0;
    if (shift)
        end++;
    return *end || n > (UINT64_MAX >> 20) ? 0 : n << shift;
}

static bool parse_limits(const PtCliOptions *options, PortalisRunOptions *out)
{
    if (options->timeout && !(out->timeout_ms = parse_seconds(options->timeout))) {
        pt_cli_usage_error("--timeout wants seconds, not '%s'", options->timeout);
        return false;
    }
    if (options->fuel && !(out->fuel = parse_size(options->fuel))) {
        pt_cli_usage_error("--fuel wants a number, not '%s'", options->fuel);
        return false;
    }
    if (options->max_memory && !(out->max_memory = parse_size(options->max_memory))) {
        pt_cli_usage_error("--max-memory wants a size such as 64M, not '%s'", options->max_memory);
        return false;
    }
    if (options->native && (options->fuel || options->max_memory || options->dir_count)) {
        pt_cli_usage_error("--fuel, --max-memory and --dir are the sandbox'; --native runs outside it");
        return false;
    }
    return true;
}

/* PATH[::NAME][:ro] */
static PortalisGrant parse_grant(PtArena *arena, const char *text)
{
    size_t len = strlen(text);
    PortalisGrant grant = {.writable = true};
    if (len > 3 && strcmp(text + len - 3, ":ro") == 0) {
        grant.writable = false;
        len -= 3;
    }
    char *host = pt_arena_copy(arena, text, len);
    char *split = strstr(host, "::");
    grant.guest = host;
    if (split) {
        *split = 0;
        grant.guest = split + 2;
    }
    grant.host = host;
    return grant;
}

static void parse_environment(PtArena *arena, const PtCliOptions *options, PortalisRunOptions *out)
{
    const char **names = pt_arena_array(arena, const char *, options->env_count + 1);
    const char **values = pt_arena_array(arena, const char *, options->env_count + 1);
    for (size_t i = 0; i < options->env_count; i++) {
        const char *text = options->env[i];
        size_t len = strcspn(text, "=");
        const char *name = pt_arena_copy(arena, text, len);
        const char *value = text[len] ? text + len + 1 : pt_os_env(name);
        if (!value)
            continue;
        names[out->env_count] = name;
        values[out->env_count++] = value;
    }
    out->env_names = names;
    out->env_values = values;
}

int pt_cli_run(PtArena *arena, int argc, char **argv)
{
    PtCliOptions options;
    PortalisRunOptions run = {0};
    if (!pt_cli_parse(arena, 'R', true, argc, argv, &options) || !pt_cli_build_options(&options, &run.build) ||
        !parse_limits(&options, &run))
        return PT_EXIT_USAGE;
    PortalisGrant *grants = pt_arena_array(arena, PortalisGrant, options.dir_count + 1);
    for (size_t i = 0; i < options.dir_count; i++)
        grants[i] = parse_grant(arena, options.dir[i]);
    run.dirs = grants;
    run.dir_count = options.dir_count;
    run.args = options.args;
    run.arg_count = options.arg_count;
    parse_environment(arena, &options, &run);
    PortalisSession *session = pt_cli_open_session(arena, &options);
    PortalisProgram *program = session ? pt_cli_open_program(session, &options) : NULL;
    if (!program)
        return PT_EXIT_FAILED;
    int exit_code = 0;
    PortalisStatus status = portalis_program_run(program, &run, &exit_code);
    pt_cli_print_messages(program, &options, true);
    portalis_program_close(program);
    portalis_session_close(session);
    return status == PORTALIS_OK ? exit_code : pt_cli_exit_status(status);
}
