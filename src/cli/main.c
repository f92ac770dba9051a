/* The command line: finds the sub-command and hands over; each lives in a file of its own. */
#include <stdio.h>
#include <string.h>

#include "cli/cli.h"

typedef struct Command {
    const char *name, *arguments, *summary;
    int (*run)(PtArena *arena, int argc, char **argv);
} Command;

static const Command commands[] = {
#define COMMAND(name, function, arguments, summary) {#name, arguments, summary, function},
#include "cli/command.def"
#undef COMMAND
};

enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

static char option_letter(const Command *command)
{
    return (char)(command->name[0] - 'a' + 'A');
}

static void print_help(void)
{
    puts("Portalis runs ordinary Python as WebAssembly or natively, by way of readable Rust.\n\nCommands:");
    for (int i = 0; i < COMMAND_COUNT; i++)
        printf("  portalis %-9s %-28s %s\n", commands[i].name, commands[i].arguments, commands[i].summary);
    puts("  portalis --dump=STAGE FILE.py              show a stage: tokens ast hir facts modes rir rust\n"
         "  portalis COMMAND --help                    the options of a command\n"
         "\nStart here:\n"
         "  portalis run hello.py                      the same output and exit status as python3 hello.py\n"
         "  portalis run --dir=data report.py data/a.csv\n"
         "                                             programs see only the folders that they are given\n"
         "  portalis build hello.py                    hello.wasm, for any WASI runtime\n"
         "  portalis translate hello.py                hello-rs/, a crate to read, keep and `cargo build`\n"
         "\nExit status: the program's own; otherwise 1 the program has errors or is not supported, 2 wrong usage or\n"
         "unreadable file, 69 a tool is missing (see `portalis doctor`), 70 a fault of Portalis, 74 the build failed for\n"
         "outside reasons, 124 a limit was reached, 134 the program was aborted.\n"
         "\nEnvironment: NO_COLOR no colours; XDG_CACHE_HOME where builds are kept; PORTALIS_HOME the installation;\n"
         "PORTALIS_RUSTC another Rust compiler.");
}

static int print_command_help(const Command *command)
{
    printf("usage: portalis %s %s\n\n%s.\n", command->name, command->arguments, command->summary);
    pt_cli_print_options(option_letter(command));
    return PT_EXIT_OK;
}

static int dispatch(PtArena *arena, int argc, char **argv)
{
    if (argc < 2) {
        print_help();
        return PT_EXIT_USAGE;
    }
    const char *name = argv[1];
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 || strcmp(name, "help") == 0) {
        print_help();
        return PT_EXIT_OK;
    }
    if (strcmp(name, "--version") == 0) {
        puts("portalis " PORTALIS_VERSION);
        return PT_EXIT_OK;
    }
    if (strncmp(name, "--dump=", 7) == 0)
        return pt_cli_dump(arena, name + 7, argc - 2, argv + 2);
    for (int i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(name, commands[i].name) != 0)
            continue;
        if (argc > 2 && (strcmp(argv[2], "--help") == 0 || strcmp(argv[2], "-h") == 0))
            return print_command_help(&commands[i]);
        return commands[i].run(arena, argc - 2, argv + 2);
    }
    return pt_cli_usage_error("there is no command '%s'", name);
}

int main(int argc, char **argv)
{
    PtArena arena;
    pt_arena_init(&arena, PT_ARENA_UNLIMITED);
    int status = dispatch(&arena, argc, argv);
    pt_arena_free(&arena);
    if (fflush(stdout) != 0 && status == PT_EXIT_OK)
        status = PT_EXIT_FAILED;
    return status;
}
