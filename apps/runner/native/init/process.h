/* Learners' processes: how one is born with its pipes, and how all of them end. */
#ifndef DEVCAPSULES_PROCESS_H
#define DEVCAPSULES_PROCESS_H

#include <sys/resource.h>
#include <sys/types.h>

#include "spec.h"

/* Our ends of a process's pipes; -1 where there is none. */
struct process {
  pid_t pid; /* 0: none */
  int gate, to_stdin, to_channel;
  int stream[STREAMS];
};

#define NO_PROCESS ((struct process){.gate = -1, .to_stdin = -1, .to_channel = -1, .stream = {-1, -1, -1}})

/* Starts the spec's process, with a gate if it is to wait there. Returns 0, or -1 with errno. */
int process_start(struct process *process, const struct spec *spec, int with_gate);
/* Closes our ends of its streams and gate. */
void process_let_go(struct process *process);
/* Kills and reaps everything but ourselves; tells the end of `pid` if it is among them. */
void kill_all(pid_t pid, int *status, struct rusage *usage);

#endif
