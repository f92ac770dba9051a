/* A mutating fuzzer for the front half of the compiler, deterministic by seed, run with the sanitizers:

       fuzz STAGE SECONDS SEED LAST FILE...

   takes one of the FILEs, changes bytes, tokens and lines, and translates the result up to STAGE. The input being tried
   is always in the file LAST, so that a crash leaves it behind; an input that takes over 20 s counts as one. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/os.h"
#include "portalis/portalis.h"

enum { MAX_INPUT = 1 << 16, MAX_FILES = 4096, INPUT_SECONDS = 20 };

static const char *const tokens[] = {
    "def ", "class ", "return ", "yield ", "lambda ", "if ", "else", "elif ", "for ", "while ", "in ", "try:", "except", "finally:",
    "with ", "as ", "match ", "case ", "_", "import ", "from ", "global x", "nonlocal x", "async ", "await ", "del ", "not ",
    "is ", "and ", "or ", "None", "True", "...", ":=", "->", "**", "//", "<<=", "@", "(", ")", "[", "]", "{", "}", ",", ":", ";",
    "=", "*", ".", "\n", "\n    ", "\n\t", "\\\n", "#", "'", "\"", "\"\"\"", "'''", "f'", "f\"{", "}\"", "t'", "rb'", "b'",
    "\\N{", "\\x", "\\u", "!r", "0x", "1e999", "1_0", "0b", "1j", "99999999999999999999", "x", "print", "type ", "[T]", "except*",
    "\xef\xbb\xbf", "\xc3", "\0", "\r", "\f", "\xe2\x80\xa8"};

static unsigned long long state;

static unsigned next(unsigned below)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return below ? (unsigned)((state * 0x2545f4914f6cdd1dULL) >> 33) % below : 0;
}

static size_t put_over(char *text, size_t len, size_t at, size_t drop, const char *with, size_t with_len)
{
    if (drop > len - at)
        drop = len - at;
    if (len - drop + with_len > MAX_INPUT)
        return len;
    memmove(text + at + with_len, text + at + drop, len - at - drop);
    memcpy(text + at, with, with_len);
    return len - drop + with_len;
}

static size_t mutate(char *text, size_t len)
{
    char piece[256];
    size_t at = next((unsigned)len + 1);
    switch (next(7)) {
    case 0:
        piece[0] = (char)next(256);
        return put_over(text, len, at, next(2), piece, 1);
    case 1:
        return put_over(text, len, at, next(8), "", 0);
    case 2: {
        size_t n = len > at ? next((unsigned)(len - at < 200 ? len - at : 200)) : 0;
        memcpy(piece, text + at, n);
        return put_over(text, len, next((unsigned)len + 1), 0, piece, n);
    }
    case 3:
        return put_over(text, len, at, next(40), "", 0);
    default: {
        const char *token = tokens[next(sizeof tokens / sizeof *tokens)];
        return put_over(text, len, at, next(3) ? 0 : next(6), token, *token ? strlen(token) : 1);
    }
    }
}

int main(int argc, char **argv)
{
    if (argc < 6) {
        fprintf(stderr, "usage: fuzz STAGE SECONDS SEED LAST FILE...\n");
        return 2;
    }
    const char *stage = argv[1];
    uint64_t end = pt_os_now_ns() + strtoull(argv[2], NULL, 10) * 1000000000u;
    state = strtoull(argv[3], NULL, 10) * 0x9e3779b97f4a7c15ULL + 1;
    int fd = open(argv[4], O_RDWR | O_CREAT, 0666);
    if (fd < 0 || ftruncate(fd, MAX_INPUT) != 0)
        return 2;
    char *input = mmap(NULL, MAX_INPUT, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    PortalisSession *session = portalis_session_open(&(PortalisSessionOptions){.cache_dir = ""});
    unsigned long tried = 0, accepted = 0;
    while (pt_os_now_ns() < end) {
        PtOsBytes file;
        if (pt_os_read_file(argv[5 + next((unsigned)argc - 5)], 0, &file) != 0)
            continue;
        size_t len = file.len < MAX_INPUT ? file.len : MAX_INPUT;
        memcpy(input, file.data, len);
        pt_os_free_bytes(&file);
        for (unsigned i = 1 + next(6); i > 0; i--)
            len = mutate(input, len);
        memset(input + len, 0, MAX_INPUT - len);
        alarm(INPUT_SECONDS);
        PortalisInput in = {.path = "fuzz.py", .source = input, .source_len = len, .check = true, .memory_budget = 1u << 30};
        PortalisProgram *program = portalis_program_open(session, &in);
        PortalisStatus status = portalis_program_translate(program, stage);
        size_t dumped;
        if (status == PORTALIS_OK)
            (void)portalis_program_dump(program, stage, &dumped);
        const char *messages = portalis_program_messages(program, PORTALIS_TEXT, false);
        if (status == PORTALIS_INTERNAL || (status != PORTALIS_OK && !*messages)) {
            fprintf(stderr, "fuzz: status %d\n%s", (int)status, messages);
            abort();
        }
        tried++;
        accepted += status == PORTALIS_OK;
        portalis_program_close(program);
        alarm(0);
    }
    printf("%s: %lu inputs, %lu accepted, no crash\n", stage, tried, accepted);
    portalis_session_close(session);
    return ftruncate(fd, 0);
}
