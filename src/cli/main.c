/* The command line: finds the sub-command and hands over; each lives in a file of its own (cmd_NAME.c). */
#include <stdio.h>
#include <string.h>

static const char usage[] = "usage: portalis COMMAND [OPTIONS] FILE.py [ARGS]\n"
                            "       portalis --version | --help\n";

int main(int argc, char **argv) {
    if (argc >= 2 && strcmp(argv[1], "--version") == 0) {
        puts("portalis 0.1.0");
        return 0;
    }
    if (argc >= 2 && strcmp(argv[1], "--help") == 0) {
        fputs(usage, stdout);
        return 0;
    }
    fputs(usage, stderr);
    return 2;
}
