/* portalis build: a WebAssembly module or a native program. */
#include "cli/cli.h"

int pt_cli_build(PtArena *arena, int argc, char **argv)
{
    PtCliOptions options;
    PortalisBuildOptions build;
    if (!pt_cli_parse(arena, 'B', false, argc, argv, &options) || !pt_cli_build_options(&options, &build))
        return PT_EXIT_USAGE;
    const char *output = options.output;
    if (!output)
        output = pt_cli_derive_name(arena, options.file, build.target == PORTALIS_WASM ? ".wasm" : "");
    PortalisSession *session = pt_cli_open_session(arena, &options);
    PortalisProgram *program = session ? pt_cli_open_program(session, &options) : NULL;
    if (!program)
        return PT_EXIT_FAILED;
    PortalisStatus status = portalis_program_build(program, &build, output);
    pt_cli_print_messages(program, &options, false);
    portalis_program_close(program);
    portalis_session_close(session);
    return pt_cli_exit_status(status);
}
