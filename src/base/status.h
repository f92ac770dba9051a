/* Status codes for failures of the environment (memory, disk, a missing tool).
   A fault in the user's program is a diagnostic (diag/diag.h), never a status. */
#ifndef PT_BASE_STATUS_H
#define PT_BASE_STATUS_H

/* S(NAME, text) */
#define PT_STATUS_TABLE(S)                                   \
    S(OK, "ok")                                              \
    S(NO_MEMORY, "out of memory, or over the memory budget") \
    S(NOT_FOUND, "not found")                                \
    S(IS_DIRECTORY, "is a directory")                        \
    S(NO_ACCESS, "permission denied")                        \
    S(READ_ERROR, "cannot be read")                          \
    S(WRITE_ERROR, "cannot be written")                      \
    S(DISK_FULL, "no space left on the device")              \
    S(TOO_LARGE, "too large")                                \
    S(NO_TOOL, "a required tool is missing")                 \
    S(TOOL_FAILED, "a tool failed")                          \
    S(TIMEOUT, "took too long")                              \
    S(KILLED, "killed")                                      \
    S(REFUSED, "the program was refused")                    \
    S(BAD_ARGUMENT, "bad argument")                          \
    S(INTERNAL, "internal error")

typedef enum PtStatus {
#define S(name, text) PT_STATUS_##name,
    PT_STATUS_TABLE(S)
#undef S
        PT_STATUS_COUNT
} PtStatus;

/* A short text for the status, static memory. */
const char *pt_status_text(PtStatus status);

#endif
