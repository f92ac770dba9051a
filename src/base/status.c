/* Texts of the status codes; see status.h. */
#include "base/status.h"

const char *pt_status_text(PtStatus status)
{
    static const char *const texts[] = {
#define S(name, text) text,
        PT_STATUS_TABLE(S)
#undef S
    };
    return (unsigned)status < PT_STATUS_COUNT ? texts[status] : "unknown status";
}
