/* Pid 1 of a slot. It takes orders from the host on its stdin and reports on its stdout (protocol.h).
 * It is non-dumpable and every descriptor it holds is close-on-exec: a learner's process, which has
 * the same uid, can reach neither its memory nor its end of the verdict channel. */
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files.h"
#include "frames.h"
#include "run.h"

static int signals;

static void obey(unsigned char order) {
  switch (order) {
    case H_STDIN: return run_take_stdin();
    case H_CHANNEL: return run_take_channel();
    case H_KILL: return run_kill();
    case H_SIGNAL: return run_signal();
    case H_HOLD: return run_hold();
  }
  if (run_active()) die("order during a run");
  switch (order) {
    case H_WRITE: return write_file();
    case H_APPEND: return append_file();
    case H_PRESTART: return run_prestart();
    case H_RUN: return run_start();
    case H_CLEAN: return clean_folders();
    case H_READ: return read_file();
    default: die("unknown order");
  }
}

static void turn(void) {
  struct pollfd fds[2 + RUN_POLLS] = {{.fd = host_in, .events = POLLIN}, {.fd = signals, .events = POLLIN}};
  int timeout_ms;
  int count = run_watch(fds + 2, &timeout_ms);
  if (poll(fds, (nfds_t)(2 + count), timeout_ms) < 0 && errno != EINTR) die("poll");
  run_serve(fds + 2, count);
  if (fds[1].revents) {
    struct signalfd_siginfo info[8];
    while (read(signals, info, sizeof info) > 0) continue;
    run_reap();
  }
  if (fds[0].revents) obey(read_frame());
}

int main(void) {
  prctl(PR_SET_DUMPABLE, 0);
  open_host();
  umask(022);
  signal(SIGPIPE, SIG_IGN);
  sigset_t children;
  sigemptyset(&children);
  sigaddset(&children, SIGCHLD);
  sigprocmask(SIG_BLOCK, &children, NULL);
  signals = signalfd(-1, &children, SFD_CLOEXEC | SFD_NONBLOCK);
  if (signals < 0) die("signalfd");
  send_frame(I_READY, NULL, 0);
  for (;;) turn();
}
