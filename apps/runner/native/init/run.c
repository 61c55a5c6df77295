#define _GNU_SOURCE
#include "run.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "feed.h"
#include "files.h"
#include "frames.h"
#include "process.h"

static const unsigned char STREAM_FRAME[STREAMS] = {I_STDOUT, I_STDERR, I_CHANNEL};
static const uint32_t STREAM_REASON[STREAMS] = {END_STDOUT, END_STDERR, END_CHANNEL};

static struct spec spec;
/* The process that waits on its gate, and the main process of the running case. */
static struct process waiting = NO_PROCESS, running = NO_PROCESS;
static uint32_t left[STREAMS];
/* Bit s: stream s met its cap. */
static uint32_t cut;
static struct feed to_stdin = {.fd = -1, .taken_frame = I_STDIN_TAKEN};
static struct feed to_channel = {.fd = -1, .taken_frame = I_CHANNEL_TAKEN};
/* Set once the program has written a whole line to the channel: only then is it sent anything there. */
static int channel_ready;
/* Its output is not to be read for the time being: the pipes fill up and the program waits. */
static int held;
static uint64_t started_us, deadline_us;

static uint64_t now_us(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000;
}

int run_active(void) {
  return running.pid > 0;
}

void run_prestart(void) {
  take_spec(&spec);
  if (process_start(&waiting, &spec, 1) < 0) send_failed("cannot start a process: %s", strerror(errno));
}

/* Hands the case to the waiting process. Returns 0 if none waits. */
static int open_gate(void) {
  if (waiting.pid <= 0 || write(waiting.gate, spec.gate, spec.gate_length) != (ssize_t)spec.gate_length) return 0;
  close_fd(&waiting.gate);
  running = waiting;
  waiting = NO_PROCESS;
  if (!(spec.flags & SPEC_CHANNEL)) {
    close_fd(&running.stream[CHANNEL]);
    close_fd(&running.to_channel);
  }
  return 1;
}

static int start_fresh(void) {
  int status;
  struct rusage usage;
  kill_all(0, &status, &usage);
  process_let_go(&waiting);
  return process_start(&running, &spec, 0) == 0;
}

void run_start(void) {
  take_spec(&spec);
  close_file();
  channel_ready = 0;
  started_us = now_us();
  deadline_us = started_us + (uint64_t)spec.wall_ms * 1000;
  memcpy(left, spec.cap, sizeof left);
  cut = 0;
  held = 0;
  if (!((spec.flags & SPEC_PRESTARTED) && open_gate()) && !start_fresh())
    return send_failed("cannot start a process: %s", strerror(errno));
  feed_open(&to_stdin, running.to_stdin);
  feed_open(&to_channel, running.to_channel);
  running.to_stdin = running.to_channel = -1;
}

/* Forwards what a stream holds. Returns 1 when its cap was passed. */
static int forward(int s) {
  static unsigned char chunk[64 * 1024];
  ssize_t n = read(running.stream[s], chunk, sizeof chunk);
  if (n < 0 && (errno == EAGAIN || errno == EINTR)) return 0;
  if (n <= 0) {
    close_fd(&running.stream[s]);
    return 0;
  }
  if (s == CHANNEL && !channel_ready) channel_ready = memchr(chunk, '\n', (size_t)n) != NULL;
  uint32_t kept = (uint32_t)n < left[s] ? (uint32_t)n : left[s];
  left[s] -= kept;
  if (kept > 0) send_frame(STREAM_FRAME[s], chunk, kept);
  if (kept == (uint32_t)n) return 0;
  cut |= 1u << s;
  return 1;
}

/* Every writer is dead: what the pipes still hold is all there will be. */
static void drain(uint32_t *reason) {
  for (int s = 0; s < STREAMS; s++)
    while (running.stream[s] >= 0) {
      uint32_t before = left[s];
      if (forward(s) && *reason == END_EXIT) *reason = STREAM_REASON[s];
      if (left[s] == before) close_fd(&running.stream[s]);
    }
}

static void finish(uint32_t reason, int status, struct rusage usage) {
  uint64_t wall_us = now_us() - started_us;
  kill_all(running.pid, &status, &usage);
  drain(&reason);
  process_let_go(&running);
  close_fd(&to_stdin.fd);
  close_fd(&to_channel.fd);
  struct {
    uint32_t reason;
    int32_t code, signal;
    uint64_t wall_us, cpu_us, max_rss_kb;
    uint32_t cut;
  } __attribute__((packed)) report = {
      .reason = reason,
      .code = WIFEXITED(status) ? WEXITSTATUS(status) : -1,
      .signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0,
      .wall_us = wall_us,
      .cpu_us = (uint64_t)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000 +
                (uint64_t)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec),
      .max_rss_kb = (uint64_t)usage.ru_maxrss,
      .cut = cut,
  };
  send_frame(I_EXIT, &report, sizeof report);
}

static void end_now(uint32_t reason) {
  struct rusage none = {0};
  finish(reason, 0, none);
}

void run_kill(void) {
  if (run_active()) end_now(END_KILLED);
}

/* Every process starts a session: its number is that of its group. */
void run_signal(void) {
  int number = (int)take_u32();
  if (run_active()) kill(-running.pid, number);
}

void run_hold(void) {
  held = take_u32() != 0;
}

void run_take_stdin(void) {
  if (run_active()) feed_accept(&to_stdin);
}

void run_take_channel(void) {
  if (run_active()) feed_accept(&to_channel);
}

void run_reap(void) {
  int status;
  struct rusage usage;
  pid_t pid;
  while ((pid = wait4(-1, &status, WNOHANG, &usage)) > 0) {
    if (pid == waiting.pid) process_let_go(&waiting);
    if (pid != running.pid) continue;
    finish(END_EXIT, status, usage);
    return;
  }
}

int run_watch(struct pollfd fds[RUN_POLLS], int *timeout_ms) {
  int count = 0;
  *timeout_ms = -1;
  if (waiting.gate >= 0) fds[count++] = (struct pollfd){.fd = waiting.gate, .events = POLLIN};
  if (!run_active()) return count;
  for (int s = 0; s < STREAMS; s++)
    if (running.stream[s] >= 0 && !held) fds[count++] = (struct pollfd){.fd = running.stream[s], .events = POLLIN};
  if (feed_wants_to_write(&to_stdin)) fds[count++] = (struct pollfd){.fd = to_stdin.fd, .events = POLLOUT};
  if (channel_ready && feed_wants_to_write(&to_channel))
    fds[count++] = (struct pollfd){.fd = to_channel.fd, .events = POLLOUT};
  uint64_t now = now_us();
  *timeout_ms = now >= deadline_us ? 0 : (int)((deadline_us - now + 999) / 1000);
  return count;
}

/* The waiting process says that it waits, or is gone. */
static void hear_gate(void) {
  char byte;
  if (read(waiting.gate, &byte, 1) == 1) send_frame(I_PRESTARTED, NULL, 0);
  else close_fd(&waiting.gate);
}

void run_serve(const struct pollfd *fds, int count) {
  if (run_active() && now_us() >= deadline_us) return end_now(END_WALL);
  for (int i = 0; i < count; i++) {
    if (!fds[i].revents) continue;
    if (fds[i].fd == waiting.gate) hear_gate();
    else if (fds[i].fd == to_stdin.fd) feed_push(&to_stdin);
    else if (fds[i].fd == to_channel.fd) feed_push(&to_channel);
    for (int s = 0; s < STREAMS; s++)
      if (fds[i].fd == running.stream[s] && forward(s)) return end_now(STREAM_REASON[s]);
  }
}
