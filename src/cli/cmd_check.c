/* portalis check: diagnostics, and how each function would be translated. */
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"

static const char *const form_names[] = {"typed", "handled", "dynamic", "refused"};

static void print_table(const PortalisProgram *program, bool json)
{
    unsigned counts[4] = {0};
    const char *name;
    unsigned line;
    PortalisForm form;
    for (size_t i = 0; portalis_program_function(program, i, &name, &line, &form); i++) {
        counts[form]++;
        if (json)
            printf("{\"function\":\"%s\",\"line\":%u,\"form\":\"%s\"}\n", name, line, form_names[form]);
        else
            printf("%6u  %-8s %s\n", line, form_names[form], name);
    }
    if (json)
        return;
    unsigned all = counts[0] + counts[1] + counts[2] + counts[3];
    printf("%u function%s: %u typed, %u handled, %u dynamic, %u refused\n", all, all == 1 ? "" : "s", counts[0], counts[1],
           counts[2], counts[3]);
}

int pt_cli_check(PtArena *arena, int argc, char **argv)
{
    PtCliOptions options;
    if (!pt_cli_parse(arena, 'C', false, argc, argv, &options))
        return PT_EXIT_USAGE;
    PortalisSession *session = pt_cli_open_session(arena, &options);
    PortalisProgram *program = session ? pt_cli_open_program(session, &options) : NULL;
    if (!program)
        return PT_EXIT_FAILED;
    PortalisStatus status = portalis_program_translate(program, NULL);
    bool json = options.format && strcmp(options.format, "json") == 0;
    if (status == PORTALIS_OK || status == PORTALIS_REFUSED)
        print_table(program, json);
    if (json) /* tools read one stream */
        fputs(portalis_program_messages(program, PORTALIS_JSON, false), stdout);
    fflush(stdout);
    if (!json)
        pt_cli_print_messages(program, &options, false);
    portalis_program_close(program);
    portalis_session_close(session);
    return pt_cli_exit_status(status);
}
