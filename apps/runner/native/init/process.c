#define _GNU_SOURCE
#include "process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "files.h"
#include "frames.h"

/* Learners' processes yield to init, so that its clock is heard among spinning threads. */
#define LEARNER_NICE 10

/* The process's ends of its pipes. */
struct ends {
  int in, stream[STREAMS], channel, gate;
};

/* Gives descriptors their places; those places are above anything init holds. */
static void place(int fd, int at) {
  if (fd >= 0 && dup2(fd, at) < 0) die("dup2");
}

static void become(const struct spec *spec, const struct ends *ends) {
  setsid();
  place(ends->in, 0);
  place(ends->stream[OUT], 1);
  place(ends->stream[ERR], 2);
  place(ends->channel, CHANNEL_IN);
  place(ends->stream[CHANNEL], CHANNEL_OUT);
  place(ends->gate, GATE_FD);
  for (uint32_t i = 0; i < spec->rlimit_count; i++) {
    struct rlimit limit = {spec->rlimits[i].value, spec->rlimits[i].value};
    if (setrlimit(spec->rlimits[i].resource, &limit) < 0) die("setrlimit");
  }
  setpriority(PRIO_PROCESS, 0, LEARNER_NICE);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  signal(SIGPIPE, SIG_DFL);
  if (chdir(WORK) == 0) execve(spec->argv[0], spec->argv, spec->envp);
  dprintf(2, "cannot start %s: %s\n", spec->argv[0], strerror(errno));
  _exit(127);
}

/* A real pipe of the slot's own uid, so that /dev/stdin and /dev/stdout can be opened by name. */
static void make_pipe(int *read_end, int *write_end, const int *ours) {
  int fds[2];
  if (pipe2(fds, O_CLOEXEC) < 0) die("pipe");
  *read_end = fds[0];
  *write_end = fds[1];
  if (fcntl(*ours, F_SETFL, fcntl(*ours, F_GETFL) | O_NONBLOCK) < 0) die("pipe");
}

int process_start(struct process *process, const struct spec *spec, int with_gate) {
  struct ends ends = {.channel = -1, .gate = -1, .stream = {-1, -1, -1}};
  int with_channel = with_gate || (spec->flags & SPEC_CHANNEL);
  *process = NO_PROCESS;
  make_pipe(&ends.in, &process->to_stdin, &process->to_stdin);
  for (int s = 0; s < STREAMS; s++)
    if (s != CHANNEL || with_channel) make_pipe(&process->stream[s], &ends.stream[s], &process->stream[s]);
  if (with_channel) make_pipe(&ends.channel, &process->to_channel, &process->to_channel);
  if (with_gate) {
    int gate[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, gate) < 0) die("socketpair");
    process->gate = gate[0];
    ends.gate = gate[1];
  }

  pid_t pid = fork();
  if (pid == 0) become(spec, &ends);
  int error = errno;
  close_fd(&ends.in);
  close_fd(&ends.channel);
  close_fd(&ends.gate);
  for (int s = 0; s < STREAMS; s++) close_fd(&ends.stream[s]);
  if (pid > 0) {
    process->pid = pid;
    return 0;
  }
  process_let_go(process);
  errno = error;
  return -1;
}

void process_let_go(struct process *process) {
  process->pid = 0;
  close_fd(&process->gate);
  close_fd(&process->to_stdin);
  close_fd(&process->to_channel);
  for (int s = 0; s < STREAMS; s++) close_fd(&process->stream[s]);
}

/* kill(-1) is atomic against fork, yet loop until there is no child left to wait for. */
void kill_all(pid_t pid, int *status, struct rusage *usage) {
  for (;;) {
    kill(-1, SIGKILL);
    int how;
    struct rusage used;
    pid_t ended = wait4(-1, &how, 0, &used);
    if (ended < 0 && errno == ECHILD) return;
    if (ended > 0 && ended == pid) {
      *status = how;
      *usage = used;
    }
  }
}
