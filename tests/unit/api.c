/* The public interface: sources from memory, budgets, messages in both forms, a fault without a reason is ours. */
#include "portalis/portalis.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/api_internal.h"

static PortalisProgram *open_text(PortalisSession *session, const char *text, size_t budget)
{
    PortalisInput input = {.path = "memory.py", .source = text, .source_len = strlen(text), .memory_budget = budget};
    return portalis_program_open(session, &input);
}

static bool says(PortalisProgram *program, const char *what)
{
    return strstr(portalis_program_messages(program, PORTALIS_TEXT, false), what) != NULL;
}

static void stages_can_be_looked_at(PortalisSession *session)
{
    PortalisProgram *program = open_text(session, "print(1 + 2)\n", 0);
    size_t len;
    assert(portalis_program_translate(program, "ast") == PORTALIS_OK);
    assert(strncmp(portalis_program_dump(program, "ast", &len), "Module(body=[Expr(", 18) == 0);
    assert(portalis_program_translate(program, "hir") == PORTALIS_OK);
    assert(portalis_program_dump(program, "hir", &len) && portalis_program_dump(program, "tokens", &len));
    assert(!portalis_program_dump(program, "soup", &len));
    assert(!*portalis_program_messages(program, PORTALIS_TEXT, false));
    portalis_program_close(program);
}

static void errors_are_messages(PortalisSession *session)
{
    PortalisProgram *program = open_text(session, "x = \"\t\" +\n", 0);
    assert(portalis_program_translate(program, NULL) == PORTALIS_REFUSED);
    assert(says(program, "error[PT0201]") && !says(program, "\033["));
    assert(strstr(portalis_program_messages(program, PORTALIS_TEXT, true), "\033["));
    assert(strncmp(portalis_program_messages(program, PORTALIS_JSON, false), "{\"code\":\"PT0201\"", 16) == 0);
    assert(strcmp(portalis_program_python_error(program), "SyntaxError: invalid syntax\n") == 0);
    portalis_program_close(program);
}

static void errors_are_limited(PortalisSession *session)
{
    static char text[200 * 12];
    for (int i = 0; i < 200; i++)
        memcpy(text + 12 * i, "x = = 12345\n", 12);
    text[sizeof text - 1] = 0;
    PortalisProgram *program = open_text(session, text, 0);
    assert(portalis_program_translate(program, NULL) == PORTALIS_REFUSED && says(program, "note[PT0004]"));
    portalis_program_close(program);
}

static void memory_is_limited(PortalisSession *session)
{
    enum { ITEMS = 1 << 18 };
    char *text = malloc(2 * ITEMS + 8);
    strcpy(text, "x = [");
    for (int i = 0; i < ITEMS; i++)
        memcpy(text + 5 + 2 * i, "1,", 2);
    strcpy(text + 5 + 2 * ITEMS, "]\n");
    PortalisProgram *program = open_text(session, text, 4 << 20);
    assert(portalis_program_translate(program, NULL) == PORTALIS_FAILED && says(program, "error[PT0002]"));
    portalis_program_close(program);
    free(text);
}

static void no_reason_is_our_fault(PortalisSession *session)
{
    PortalisProgram *program = open_text(session, "", 0);
    assert(pt_api_failure(program) == PORTALIS_INTERNAL && says(program, "error[PT0005]"));
    portalis_program_close(program);
}

int main(void)
{
    PortalisSession *session = portalis_session_open(&(PortalisSessionOptions){.cache_dir = ""});
    stages_can_be_looked_at(session);
    errors_are_messages(session);
    errors_are_limited(session);
    memory_is_limited(session);
    no_reason_is_our_fault(session);
    portalis_session_close(session);
    puts("api: ok");
    return 0;
}
