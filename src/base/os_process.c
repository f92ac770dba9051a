/* Child processes: spawn, feed, capture, time out. Between fork and exec only async-signal-safe calls are made, so
   that a threaded host may use this. */
#include "base/os.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

enum { DEFAULT_OUTPUT_LIMIT = 64 << 20 };

static size_t key_len(const char *entry) { return (size_t)(strchrnul(entry, '=') - entry); }

/* This process' environment with the additions; entries are borrowed, the array is the caller's. */
static const char **merge_environment(const char *const *extra) {
    size_t have = 0, more = 0;
    while (environ[have])
        have++;
    while (extra && extra[more])
        more++;
    const char **merged = malloc((have + more + 1) * sizeof *merged);
    if (!merged)
        return NULL;
    size_t n = 0;
    for (size_t i = 0; i < have; i++) {
        bool replaced = false;
        for (size_t j = 0; j < more && !replaced; j++) {
            size_t len = key_len(extra[j]);
            replaced = len == key_len(environ[i]) && memcmp(extra[j], environ[i], len) == 0;
        }
        if (!replaced)
            merged[n++] = environ[i];
    }
    for (size_t j = 0; j < more; j++) {
        if (extra[j][key_len(extra[j])] == '=')
            merged[n++] = extra[j];
    }
    merged[n] = NULL;
    return merged;
}

typedef struct {
    int fd;
    char *data;
    size_t len, cap, limit;
} Sink;

/* false at the end of the stream */
static bool sink_read(Sink *sink) {
    char chunk[65536];
    ssize_t n = read(sink->fd, chunk, sizeof chunk);
    if (n < 0)
        return errno == EINTR || errno == EAGAIN;
    if (n == 0)
        return false;
    size_t take = (size_t)n;
    if (sink->len + take > sink->limit)
        take = sink->limit - sink->len;
    if (sink->len + take + 1 > sink->cap) {
        size_t cap = (sink->len + take + 1) * 2;
        char *grown = realloc(sink->data, cap);
        if (!grown)
            return true;
        sink->data = grown;
        sink->cap = cap;
    }
    memcpy(sink->data + sink->len, chunk, take);
    sink->len += take;
    return true;
}

static void sink_finish(Sink *sink, PtOsBytes *out) {
    if (sink->fd >= 0)
        close(sink->fd);
    if (!sink->data)
        sink->data = malloc(1);
    if (sink->data)
        sink->data[sink->len] = 0;
    out->data = sink->data;
    out->len = sink->len;
}

typedef struct {
    int in[2], out[2], err[2], status[2];
} Pipes;

static void close_fd(int *fd) {
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

static void close_pipes(Pipes *p) {
    int *all[] = {p->in, p->out, p->err, p->status};
    for (size_t i = 0; i < 4; i++) {
        close_fd(&all[i][0]);
        close_fd(&all[i][1]);
    }
}

static int open_pipes(Pipes *p, const PtOsSpawn *spawn) {
    memset(p, -1, sizeof *p);
    bool ok = pipe2(p->status, O_CLOEXEC) == 0;
    if (ok && spawn->input)
        ok = pipe2(p->in, O_CLOEXEC) == 0;
    if (ok && !spawn->inherit_output)
        ok = pipe2(p->out, O_CLOEXEC) == 0 && pipe2(p->err, O_CLOEXEC) == 0;
    if (ok)
        return 0;
    int e = errno;
    close_pipes(p);
    return e;
}

static void run_child(const PtOsSpawn *spawn, const char *program, const char **env, Pipes *p) {
    bool ok = true;
    if (spawn->timeout_ms && !spawn->inherit_stdin)
        ok = setpgid(0, 0) == 0;
    if (ok && spawn->cwd)
        ok = chdir(spawn->cwd) == 0;
    if (ok && !spawn->inherit_stdin) {
        int fd = spawn->input ? p->in[0] : open("/dev/null", O_RDONLY);
        ok = fd >= 0 && dup2(fd, 0) == 0;
    }
    if (ok && !spawn->inherit_output)
        ok = dup2(p->out[1], 1) == 1 && dup2(p->err[1], 2) == 2;
    signal(SIGPIPE, SIG_DFL);
    if (ok)
        execve(program, (char *const *)spawn->argv, (char *const *)env);
    int e = errno;
    (void)!write(p->status[1], &e, sizeof e);
    _exit(127);
}

static int wait_timeout(uint64_t deadline) {
    if (!deadline)
        return -1;
    uint64_t now = pt_os_now_ns();
    return now >= deadline ? 0 : (int)((deadline - now) / 1000000u) + 1;
}

static void kill_child(pid_t pid, const PtOsSpawn *spawn) {
    kill(spawn->inherit_stdin ? pid : -pid, SIGKILL);
}

/* Feeds and drains until both outputs end or the time is over. */
static void pump(pid_t pid, const PtOsSpawn *spawn, Pipes *p, Sink *out, Sink *err, uint64_t deadline,
                 PtOsSpawnResult *result) {
    size_t fed = 0;
    bool out_open = out->fd >= 0, err_open = err->fd >= 0;
    while (out_open || err_open || p->in[1] >= 0) {
        struct pollfd fds[3] = {{.fd = out_open ? out->fd : -1, .events = POLLIN},
                                {.fd = err_open ? err->fd : -1, .events = POLLIN},
                                {.fd = p->in[1], .events = POLLOUT}};
        int n = poll(fds, 3, wait_timeout(deadline));
        if (n < 0 && errno != EINTR)
            break;
        if (n == 0) {
            result->timed_out = true;
            kill_child(pid, spawn);
            break;
        }
        if (n < 0)
            continue;
        if (fds[0].revents)
            out_open = sink_read(out);
        if (fds[1].revents)
            err_open = sink_read(err);
        if (fds[2].revents) {
            ssize_t w = write(p->in[1], (const char *)spawn->input + fed, spawn->input_len - fed);
            if (w > 0)
                fed += (size_t)w;
            if ((w < 0 && errno != EAGAIN && errno != EINTR) || fed == spawn->input_len)
                close_fd(&p->in[1]);
        }
    }
}

/* Waits for the end when nothing is captured; polls only when there is a deadline. */
static int reap(pid_t pid, const PtOsSpawn *spawn, uint64_t deadline, PtOsSpawnResult *result) {
    int status = 0;
    useconds_t pause_us = 200;
    for (;;) {
        pid_t got = waitpid(pid, &status, deadline && !result->timed_out ? WNOHANG : 0);
        if (got == pid)
            return status;
        if (got < 0 && errno != EINTR)
            return 0x7f00;
        if (got == 0 && wait_timeout(deadline) == 0) {
            result->timed_out = true;
            kill_child(pid, spawn);
        } else if (got == 0) {
            usleep(pause_us);
            if (pause_us < 5000)
                pause_us *= 2;
        }
    }
}

int pt_os_spawn(const PtOsSpawn *spawn, PtOsSpawnResult *result) {
    memset(result, 0, sizeof *result);
    char *program = pt_os_find_program(spawn->program ? spawn->program : spawn->argv[0]);
    if (!program)
        return ENOENT;
    const char **env = merge_environment(spawn->env);
    Pipes p;
    int e = env ? open_pipes(&p, spawn) : ENOMEM;
    if (e) {
        free(env);
        free(program);
        return e;
    }
    uint64_t deadline = spawn->timeout_ms ? pt_os_now_ns() + spawn->timeout_ms * 1000000u : 0;
    pid_t pid = fork();
    if (pid == 0)
        run_child(spawn, program, env, &p);
    e = pid < 0 ? errno : 0;
    free(env);
    free(program);
    close_fd(&p.in[0]);
    close_fd(&p.out[1]);
    close_fd(&p.err[1]);
    close_fd(&p.status[1]);
    int child_error = 0;
    if (!e && read(p.status[0], &child_error, sizeof child_error) == (ssize_t)sizeof child_error) {
        waitpid(pid, NULL, 0);
        e = child_error;
    }
    if (e) {
        close_pipes(&p);
        return e;
    }
    if (p.in[1] >= 0)
        fcntl(p.in[1], F_SETFL, O_NONBLOCK);
    size_t limit = spawn->output_limit ? spawn->output_limit : DEFAULT_OUTPUT_LIMIT;
    Sink out = {.fd = p.out[0], .limit = limit}, err = {.fd = p.err[0], .limit = limit};
    p.out[0] = p.err[0] = -1;
    struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
    sigaction(SIGPIPE, &ignore, &before);
    pump(pid, spawn, &p, &out, &err, deadline, result);
    sigaction(SIGPIPE, &before, NULL);
    int status = reap(pid, spawn, deadline, result);
    close_pipes(&p);
    if (!spawn->inherit_output) {
        sink_finish(&out, &result->out);
        sink_finish(&err, &result->err);
    }
    result->exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    result->signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    return 0;
}

void pt_os_free_spawn_result(PtOsSpawnResult *result) {
    pt_os_free_bytes(&result->out);
    pt_os_free_bytes(&result->err);
}
