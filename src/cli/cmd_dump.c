/* portalis --dump=STAGE FILE: a stage's result as text. */
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"

static bool is_stage(const char *name)
{
    for (size_t i = 0; portalis_stage_name(i); i++) {
        if (strcmp(portalis_stage_name(i), name) == 0)
            return true;
    }
    return false;
}

int pt_cli_dump(PtArena *arena, const char *stage, int argc, char **argv)
{
    if (!is_stage(stage))
        return pt_cli_usage_error("there is no stage '%s'", stage);
    PtCliOptions options;
    if (!pt_cli_parse(arena, 'S', false, argc, argv, &options))
        return PT_EXIT_USAGE;
    PortalisSession *session = pt_cli_open_session(arena, &options);
    PortalisProgram *program = session ? pt_cli_open_program(session, &options) : NULL;
    if (!program)
        return PT_EXIT_FAILED;
    PortalisStatus status = portalis_program_translate(program, stage);
    size_t len = 0;
    const char *text = status == PORTALIS_OK ? portalis_program_dump(program, stage, &len) : NULL;
    if (text) {
        fwrite(text, 1, len, stdout);
        if (len && text[len - 1] != '\n')
            putchar('\n');
    }
    fflush(stdout);
    pt_cli_print_messages(program, &options, false);
    portalis_program_close(program);
    portalis_session_close(session);
    return pt_cli_exit_status(status);
}
