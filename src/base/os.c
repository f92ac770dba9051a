/* Files, folders, environment and clock on POSIX; processes are in os_process.c. */
#include "base/os.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

void pt_os_free(void *p) { free(p); }

void pt_os_free_bytes(PtOsBytes *bytes) {
    free(bytes->data);
    bytes->data = NULL;
    bytes->len = 0;
}

int pt_os_read_fd(int fd, size_t limit, PtOsBytes *out) {
    struct stat st;
    size_t cap = 4096;
    if (fstat(fd, &st) == 0) {
        if (S_ISDIR(st.st_mode))
            return EISDIR;
        if (S_ISREG(st.st_mode) && st.st_size > 0)
            cap = (size_t)st.st_size + 1;
        if (limit && S_ISREG(st.st_mode) && (uint64_t)st.st_size > limit)
            return EFBIG;
    }
    char *data = malloc(cap + 1);
    if (!data)
        return ENOMEM;
    size_t len = 0;
    for (;;) {
        if (len == cap) {
            size_t grown = cap * 2;
            char *more = realloc(data, grown + 1);
            if (!more) {
                free(data);
                return ENOMEM;
            }
            data = more;
            cap = grown;
        }
        ssize_t n = read(fd, data + len, cap - len);
        if (n == 0)
            break;
        if (n < 0) {
            if (errno == EINTR)
                continue;
            int e = errno;
            free(data);
            return e;
        }
        len += (size_t)n;
        if (limit && len > limit) {
            free(data);
            return EFBIG;
        }
    }
    data[len] = 0;
    out->data = data;
    out->len = len;
    return 0;
}

int pt_os_read_file(const char *path, size_t limit, PtOsBytes *out) {
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return errno;
    int e = pt_os_read_fd(fd, limit, out);
    close(fd);
    return e;
}

static int write_all(int fd, const char *data, size_t len) {
    while (len > 0) {
        ssize_t n = write(fd, data, len);
        if (n < 0) {
            if (errno == EINTR)
                continue;
            return errno;
        }
        data += n;
        len -= (size_t)n;
    }
    return 0;
}

/* A device or a pipe takes the bytes itself; a file of another name must never take its place. */
static int write_special(const char *path, const void *data, size_t len) {
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return errno;
    int e = write_all(fd, data, len);
    if (close(fd) != 0 && !e)
        e = errno;
    return e;
}

int pt_os_write_file(const char *path, const void *data, size_t len) {
    struct stat st;
    if (stat(path, &st) == 0 && !S_ISREG(st.st_mode))
        return S_ISDIR(st.st_mode) ? EISDIR : write_special(path, data, len);
    /* Unique within this process and among processes; only a name, no state that callers could see. */
    static atomic_uint serial;
    char *temp = pt_os_format("%s.%d.%u.tmp", path, (int)getpid(), atomic_fetch_add(&serial, 1));
    if (!temp)
        return ENOMEM;
    int fd = open(temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    int e = fd < 0 ? errno : write_all(fd, data, len);
    if (fd >= 0 && close(fd) != 0 && !e)
        e = errno;
    if (!e && rename(temp, path) != 0)
        e = errno;
    if (e && fd >= 0)
        unlink(temp);
    free(temp);
    return e;
}

int pt_os_copy_file(const char *from, const char *to) {
    PtOsBytes bytes;
    int e = pt_os_read_file(from, 0, &bytes);
    if (e)
        return e;
    e = pt_os_write_file(to, bytes.data, bytes.len);
    pt_os_free_bytes(&bytes);
    struct stat source, copy;
    if (!e && stat(from, &source) == 0 && (source.st_mode & 0111) && stat(to, &copy) == 0 && S_ISREG(copy.st_mode) &&
        chmod(to, source.st_mode & 0777) != 0)
        e = errno;
    return e;
}

int pt_os_rename(const char *from, const char *to) { return rename(from, to) == 0 ? 0 : errno; }

int pt_os_remove_file(const char *path) { return unlink(path) == 0 ? 0 : errno; }

int pt_os_make_dirs(const char *path, unsigned mode) {
    if (pt_os_is_dir(path))
        return 0;
    char *copy = pt_os_copy_string(path);
    if (!copy)
        return ENOMEM;
    int e = 0;
    for (char *p = copy + 1; !e && *p; p++) {
        if (*p != '/')
            continue;
        *p = 0;
        if (mkdir(copy, mode) != 0 && errno != EEXIST && !pt_os_is_dir(copy))
            e = errno;
        *p = '/';
    }
    if (!e && mkdir(copy, mode) != 0)
        e = errno == EEXIST && pt_os_is_dir(copy) ? 0 : errno;
    free(copy);
    return e;
}

static int remove_at(int parent, const char *name, int depth) {
    if (unlinkat(parent, name, 0) == 0)
        return 0;
    if (errno != EISDIR && errno != EPERM)
        return errno;
    if (depth > 200)
        return ELOOP;
    int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return errno;
    DIR *dir = fdopendir(fd);
    if (!dir) {
        int e = errno;
        close(fd);
        return e;
    }
    int e = 0;
    struct dirent *entry;
    while (!e && (entry = readdir(dir))) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            e = remove_at(fd, entry->d_name, depth + 1);
    }
    closedir(dir);
    if (!e && unlinkat(parent, name, AT_REMOVEDIR) != 0)
        e = errno;
    return e;
}

int pt_os_remove_tree(const char *path) {
    int e = remove_at(AT_FDCWD, path, 0);
    return e == ENOENT ? 0 : e;
}

int pt_os_make_temp_dir(const char *prefix, char **out) {
    const char *base = pt_os_env("TMPDIR");
    char *name = pt_os_format("%s/%sXXXXXX", base ? base : "/tmp", prefix);
    if (!name)
        return ENOMEM;
    if (!mkdtemp(name)) {
        int e = errno;
        free(name);
        return e;
    }
    *out = name;
    return 0;
}

void pt_os_touch(const char *path) {
    /* Best effort: a read-only cache keeps its old times. */
    (void)!utimensat(AT_FDCWD, path, NULL, 0);
}

bool pt_os_is_file(const char *path) {
    struct stat st;
    return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

bool pt_os_is_dir(const char *path) {
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

int64_t pt_os_file_size(const char *path) {
    struct stat st;
    return stat(path, &st) == 0 ? (int64_t)st.st_size : -1;
}

bool pt_os_file_stamp(const char *path, int64_t *mtime_ns, int64_t *size) {
    struct stat st;
    if (stat(path, &st) != 0)
        return false;
    *mtime_ns = (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec;
    *size = (int64_t)st.st_size;
    return true;
}

int pt_os_list_dir(const char *path, void (*each)(void *ctx, const char *name), void *ctx) {
    struct dirent **entries;
    int count = scandir(path, &entries, NULL, alphasort);
    if (count < 0)
        return errno;
    for (int i = 0; i < count; i++) {
        const char *name = entries[i]->d_name;
        if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0)
            each(ctx, name);
        free(entries[i]);
    }
    free(entries);
    return 0;
}

char *pt_os_format(const char *fmt, ...) {
    va_list args;
    va_start(args, fmt);
    char *text = NULL;
    int n = vasprintf(&text, fmt, args);
    va_end(args);
    return n < 0 ? NULL : text;
}

char *pt_os_copy_string(const char *s) { return strdup(s); }

char *pt_os_join(const char *dir, const char *name) {
    size_t n = strlen(dir);
    return pt_os_format("%s%s%s", dir, n > 0 && dir[n - 1] == '/' ? "" : "/", name);
}

char *pt_os_absolute(const char *path) { return realpath(path, NULL); }

char *pt_os_executable(void) { return realpath("/proc/self/exe", NULL); }

char *pt_os_find_program(const char *name) {
    if (strchr(name, '/'))
        return access(name, X_OK) == 0 ? pt_os_copy_string(name) : NULL;
    const char *path = pt_os_env("PATH");
    while (path && *path) {
        const char *end = strchrnul(path, ':');
        char *candidate = pt_os_format("%.*s/%s", (int)(end - path), path, name);
        if (candidate && pt_os_is_file(candidate) && access(candidate, X_OK) == 0)
            return candidate;
        free(candidate);
        path = *end ? end + 1 : end;
    }
    return NULL;
}

const char *pt_os_env(const char *name) {
    const char *value = getenv(name);
    return value && *value ? value : NULL;
}

uint64_t pt_os_now_ns(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000000000u + (uint64_t)t.tv_nsec;
}

int pt_os_process_id(void) { return (int)getpid(); }

bool pt_os_is_terminal(int fd) { return isatty(fd) == 1; }

const char *pt_os_error_text(int error) { return strerror(error); }
