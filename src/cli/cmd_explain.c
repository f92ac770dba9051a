/* portalis explain CODE: the long text of a diagnostic, from docs/diag. */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/os.h"
#include "cli/cli.h"

/* "pt0201" and "PT0201" → "PT0201" */
static const char *find_code(const char *text)
{
    for (size_t i = 0; portalis_code(i); i++) {
        const char *code = portalis_code(i);
        if ((text[0] | 32) == 'p' && text[1] && (text[1] | 32) == 't' && strcmp(text + 2, code + 2) == 0)
            return code;
    }
    return NULL;
}

int pt_cli_explain(PtArena *arena, int argc, char **argv)
{
    if (argc != 1)
        return pt_cli_usage_error("explain wants one CODE, for instance PT0201");
    const char *code = find_code(argv[0]);
    if (!code)
        return pt_cli_usage_error("there is no code '%s'", argv[0]);
    printf("%s: %s\n", code, portalis_code_title(code));
    PortalisSession *session = pt_cli_open_session(arena, NULL);
    if (!session)
        return PT_EXIT_FAILED;
    PtBuf path = pt_buf_make(arena);
    pt_buf_printf(&path, "%s/docs/diag/%s.md", portalis_session_home(session), code);
    PtOsBytes text;
    if (pt_os_read_file(pt_buf_text(&path), 1 << 20, &text) == 0) {
        printf("\n%s", text.data);
        pt_os_free_bytes(&text);
    }
    portalis_session_close(session);
    return PT_EXIT_OK;
}
