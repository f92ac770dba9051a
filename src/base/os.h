/* The operating system, behind functions that answer 0 or an errno value: files, folders, processes, environment,
   clock. With project's disk provider, build, run and cli this is the only place that touches any of them. */
#ifndef PT_BASE_OS_H
#define PT_BASE_OS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes owned by the caller until pt_os_free_bytes; `data` always has a 0 after its last byte. */
typedef struct {
    char *data;
    size_t len;
} PtOsBytes;

void pt_os_free_bytes(PtOsBytes *bytes);
void pt_os_free(void *p); /* for every string this header hands out */

/* Reads a whole regular file, pipe or terminal. EISDIR for a folder, EFBIG past `limit` bytes (0: no limit). */
int pt_os_read_file(const char *path, size_t limit, PtOsBytes *out);
/* Reads `fd` to its end. */
int pt_os_read_fd(int fd, size_t limit, PtOsBytes *out);

/* Writes beside `path` and renames: under the final name there is the whole content or what was there before. */
int pt_os_write_file(const char *path, const void *data, size_t len);
int pt_os_copy_file(const char *from, const char *to);
int pt_os_rename(const char *from, const char *to);
int pt_os_remove_file(const char *path);
int pt_os_make_dirs(const char *path, unsigned mode); /* like mkdir -p; `mode` for the folders it makes */
int pt_os_remove_tree(const char *path);              /* 0 when it was not there */
/* A new private folder (mode 0700) named after `prefix`; *out is freed by pt_os_free. */
int pt_os_make_temp_dir(const char *prefix, char **out);
/* Sets the modification time to now (cache entries: last use). */
void pt_os_touch(const char *path);

bool pt_os_is_file(const char *path);
bool pt_os_is_dir(const char *path);
/* Size in bytes, or -1. */
int64_t pt_os_file_size(const char *path);
/* Modification time in nanoseconds and size; false when there is no such file. */
bool pt_os_file_stamp(const char *path, int64_t *mtime_ns, int64_t *size);
/* Calls `each` for every entry in byte order of the names, without "." and "..". */
int pt_os_list_dir(const char *path, void (*each)(void *ctx, const char *name), void *ctx);

char *pt_os_join(const char *dir, const char *name);
char *pt_os_format(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
char *pt_os_copy_string(const char *s);
char *pt_os_absolute(const char *path); /* resolved, NULL when it does not exist */
char *pt_os_executable(void);           /* this program's own file, NULL when unknown */
char *pt_os_find_program(const char *name); /* in PATH; NULL when missing */

const char *pt_os_env(const char *name); /* NULL also when empty */
uint64_t pt_os_now_ns(void);             /* monotonic */
int pt_os_process_id(void);
bool pt_os_is_terminal(int fd);
const char *pt_os_error_text(int error);

typedef struct {
    const char *program;      /* NULL: argv[0]; looked up in PATH unless it has a slash */
    const char *const *argv;  /* NULL-terminated */
    const char *const *env;   /* NULL or NULL-terminated "K=V" added to this process' environment, "K" removes */
    const char *cwd;          /* NULL: the same */
    const void *input;        /* given to stdin; NULL with inherit_stdin false: /dev/null */
    size_t input_len;
    bool inherit_stdin;
    bool inherit_output;      /* stdout and stderr go where ours go; else captured */
    uint64_t timeout_ms;      /* 0: none; then the whole process group is killed */
    size_t output_limit;      /* per stream, 0: 64 MiB; the rest is dropped */
} PtOsSpawn;

typedef struct {
    int exit_code;   /* 0…255, -1 when a signal ended it */
    int signal;      /* that signal, else 0 */
    bool timed_out;
    PtOsBytes out;
    PtOsBytes err;
} PtOsSpawnResult;

/* Runs a program to its end. ENOENT when there is no such program; `result` is valid only on 0. */
int pt_os_spawn(const PtOsSpawn *spawn, PtOsSpawnResult *result);
void pt_os_free_spawn_result(PtOsSpawnResult *result);

#endif
