/* The command line's own pieces: options, messages, exit statuses. It sees the compiler only through
   portalis/portalis.h. */
#ifndef PT_CLI_CLI_H
#define PT_CLI_CLI_H

#include "base/arena.h"
#include "portalis/portalis.h"

/* Exit statuses besides the program's own (documented in --help). */
enum {
    PT_EXIT_OK = 0,
    PT_EXIT_REFUSED = 1,   /* as python3 after a syntax error */
    PT_EXIT_USAGE = 2,     /* also: the file cannot be read, as python3 */
    PT_EXIT_NO_TOOL = 69,
    PT_EXIT_INTERNAL = 70,
    PT_EXIT_FAILED = 74,
    PT_EXIT_STOPPED = 124, /* a limit was reached, as timeout(1) */
    PT_EXIT_TRAPPED = 134, /* aborted, as a shell shows SIGABRT */
};

typedef struct PtCliOptions {
    /* one field an option.def row: FLAG → "" when given, VALUE → its text, NULL otherwise */
#define PT_CLI_FIELD_FLAG(field) const char *field;
#define PT_CLI_FIELD_VALUE(field) const char *field;
#define PT_CLI_FIELD_MANY(field) const char **field; size_t field##_count;
#define OPTION(kind, field, spelling, value, commands, help) PT_CLI_FIELD_##kind(field)
#include "cli/option.def"
#undef OPTION
    const char *file;
    const char *const *args; /* what follows FILE */
    size_t arg_count;
} PtCliOptions;

/* Reads argv[0 .. argc) (after the command's name). `letter` is the command's in option.def. With `passes_args`, what
   follows FILE belongs to the program; otherwise options may follow it. false after a message: exit with
   PT_EXIT_USAGE. */
bool pt_cli_parse(PtArena *arena, char letter, bool passes_args, int argc, char **argv, PtCliOptions *out);
/* The options of a command, for its help. */
void pt_cli_print_options(char letter);
/* Prints "portalis: …" and a hint to the help; returns PT_EXIT_USAGE. */
int pt_cli_usage_error(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

bool pt_cli_wants_colour(void);
/* Prints the program's messages and timings on stderr, with CPython's last line when `as_python`. */
void pt_cli_print_messages(PortalisProgram *program, const PtCliOptions *options, bool as_python);
int pt_cli_exit_status(PortalisStatus status);

/* The session for a command, with progress on a terminal. */
PortalisSession *pt_cli_open_session(PtArena *arena, const PtCliOptions *options);
PortalisProgram *pt_cli_open_program(PortalisSession *session, const PtCliOptions *options);
/* The build options; false after a message. */
bool pt_cli_build_options(const PtCliOptions *options, PortalisBuildOptions *out);

/* Text around FILE's stem: "dir/x.py", "", ".wasm" → "x.wasm". */
const char *pt_cli_derive_name(PtArena *arena, const char *file, const char *suffix);

#define COMMAND(name, function, arguments, summary) int function(PtArena *arena, int argc, char **argv);
#include "cli/command.def"
#undef COMMAND
int pt_cli_dump(PtArena *arena, const char *stage, int argc, char **argv);

#endif
