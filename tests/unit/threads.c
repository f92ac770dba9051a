/* Two compilations in two threads of one process, on one session: the same text comes out as from one alone, and
   ThreadSanitizer (make tsan) finds nothing shared. */
#include <assert.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "portalis/portalis.h"

enum { ROUNDS = 8, THREADS = 2 };

static const char source[] = "import math\n"
                             "class Stack:\n"
                             "    def __init__(self, items=()):\n"
                             "        self.items = list(items)\n"
                             "    def push(self, item):\n"
                             "        self.items.append(item)\n"
                             "        return len(self.items)\n"
                             "def area(r: float) -> float:\n"
                             "    return math.pi * r ** 2\n"
                             "s = Stack([1, 2])\n"
                             "print(s.push(3), f'{area(2):.3f}', [x * x for x in s.items if x % 2])\n";

typedef struct Job {
    PortalisSession *session;
    char text[1 << 16];
    size_t len;
    PortalisStatus status;
} Job;

static void *translate(void *data)
{
    Job *job = data;
    for (int i = 0; i < ROUNDS; i++) {
        PortalisInput input = {.path = "threads.py", .source = source, .source_len = strlen(source)};
        PortalisProgram *program = portalis_program_open(job->session, &input);
        job->status = portalis_program_translate(program, NULL);
        const char *path, *text;
        job->len = 0;
        if (job->status == PORTALIS_OK && portalis_program_file(program, 0, &path, &text, &job->len)) {
            assert(job->len < sizeof job->text);
            memcpy(job->text, text, job->len);
        } else {
            fputs(portalis_program_messages(program, PORTALIS_TEXT, false), stderr);
        }
        portalis_program_close(program);
    }
    return NULL;
}

int main(void)
{
    static Job jobs[THREADS + 1];
    PortalisSession *session = portalis_session_open(NULL);
    pthread_t threads[THREADS];
    for (int i = 0; i <= THREADS; i++)
        jobs[i].session = session;
    translate(&jobs[THREADS]);
    for (int i = 0; i < THREADS; i++)
        assert(pthread_create(&threads[i], NULL, translate, &jobs[i]) == 0);
    for (int i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    for (int i = 0; i < THREADS; i++) {
        assert(jobs[i].status == PORTALIS_OK && jobs[i].len == jobs[THREADS].len && jobs[i].len > 0);
        assert(memcmp(jobs[i].text, jobs[THREADS].text, jobs[i].len) == 0);
    }
    portalis_session_close(session);
    puts("threads: ok");
    return 0;
}
