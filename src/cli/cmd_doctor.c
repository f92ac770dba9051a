/* portalis doctor: what is installed, what is missing. */
#include <stdio.h>

#include "cli/cli.h"

int pt_cli_doctor(PtArena *arena, int argc, char **argv)
{
    if (argc > 0)
        return pt_cli_usage_error("doctor takes no argument, and there is '%s'", argv[0]);
    PortalisSession *session = pt_cli_open_session(arena, NULL);
    if (!session)
        return PT_EXIT_FAILED;
    bool complete;
    fputs(portalis_session_doctor(session, &complete), stdout);
    portalis_session_close(session);
    return complete ? PT_EXIT_OK : PT_EXIT_NO_TOOL;
}
