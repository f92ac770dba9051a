/* portalis translate: a cargo crate that builds by itself. */
#include "cli/cli.h"

int pt_cli_translate(PtArena *arena, int argc, char **argv)
{
    PtCliOptions options;
    if (!pt_cli_parse(arena, 'T', false, argc, argv, &options))
        return PT_EXIT_USAGE;
    const char *output = options.output ? options.output : pt_cli_derive_name(arena, options.file, "-rs");
    PortalisSession *session = pt_cli_open_session(arena, &options);
    PortalisProgram *program = session ? pt_cli_open_program(session, &options) : NULL;
    if (!program)
        return PT_EXIT_FAILED;
    PortalisStatus status = portalis_program_write_crate(program, output);
    pt_cli_print_messages(program, &options, false);
    portalis_program_close(program);
    portalis_session_close(session);
    return pt_cli_exit_status(status);
}
