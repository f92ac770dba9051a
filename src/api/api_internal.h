/* What is behind the public handles. */
#ifndef PT_API_API_INTERNAL_H
#define PT_API_API_INTERNAL_H

#include "build/build.h"
#include "driver/driver.h"
#include "portalis/portalis.h"

struct PortalisSession {
    PtArena arena;
    const char *home;
    const char *cache_dir; /* as given */
    void (*progress)(void *context, const char *what); /* never NULL */
    void *progress_context;
};

struct PortalisProgram {
    PortalisSession *session;
    PtCompilation *compilation; /* owns the arena that this struct lives in, too */
    PtBuild build;
    bool build_open;
};

/* The program's first error as a status; one is made up when a step failed without saying why. */
PortalisStatus pt_api_failure(const PortalisProgram *program);
/* The program's build environment, opened at its first use. */
PtBuild *pt_api_build(PortalisProgram *program);
/* Translates, builds; *owned_dir as in pt_build_crate. */
bool pt_api_make_artifact(PortalisProgram *program, const PortalisBuildOptions *options, const char **artifact,
                          const char **owned_dir);

#endif
