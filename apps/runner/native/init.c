/* Pid 1 of a slot. It takes orders from the host on its stdin and reports on its stdout (protocol.h).
 * It is non-dumpable and every descriptor it holds is close-on-exec: a learner's process, which has
 * the same uid, can reach neither its memory nor its end of the verdict channel. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "protocol.h"
#include "wipe.h"

#define WORK "/work"
#define CHUNK (64 * 1024)
#define MAX_STRINGS 512
#define MAX_RLIMITS 16
/* Learners' processes yield to init, so that its clock is heard among spinning threads. */
#define LEARNER_NICE 10

static const char *const WRITABLE[] = {WORK, "/tmp", "/dev/shm"};

enum { OUT, ERR, CHANNEL, STREAMS };
static const unsigned char STREAM_FRAME[STREAMS] = {I_STDOUT, I_STDERR, I_CHANNEL};
static const uint32_t STREAM_REASON[STREAMS] = {END_STDOUT, END_STDERR, END_CHANNEL};

struct spec {
  uint32_t flags, wall_ms, cap[STREAMS];
  int rlimit_count;
  struct { uint32_t resource; uint64_t value; } rlimits[MAX_RLIMITS];
  char *argv[MAX_STRINGS + 1], *envp[MAX_STRINGS + 1];
  const char *gate;
  uint32_t gate_length;
};

/* What the host sends into a process, at most one frame at a time. */
struct feed {
  int fd;
  int end;
  unsigned char taken_frame;
  uint32_t offset, length;
  unsigned char pending[MAX_FRAME];
};

struct process {
  pid_t pid; /* 0: none */
  int gate;
  int stream[STREAMS];
  uint32_t left[STREAMS];
};

static int host_in, host_out, signals, file_fd = -1;
static unsigned char frame[MAX_FRAME], chunk[CHUNK];
static uint32_t frame_length;
static struct spec spec;
static struct process waiting, running;
static struct feed to_stdin = {.fd = -1, .taken_frame = I_STDIN_TAKEN};
static struct feed to_channel = {.fd = -1, .taken_frame = I_CHANNEL_TAKEN};
static int channel_ready;
static uint64_t started_us, deadline_us;

static void die(const char *what) {
  dprintf(2, "init: %s: %s\n", what, strerror(errno));
  _exit(70);
}

static uint64_t now_us(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000;
}

static void close_fd(int *fd) {
  if (*fd >= 0) close(*fd);
  *fd = -1;
}

/* ---- frames ---- */

static void write_all(int fd, const void *data, size_t length) {
  const char *at = data;
  while (length > 0) {
    ssize_t n = write(fd, at, length);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) die("the host is gone");
    at += n;
    length -= (size_t)n;
  }
}

static void send_frame(unsigned char type, const void *data, uint32_t length) {
  unsigned char head[5] = {type};
  memcpy(head + 1, &length, 4);
  write_all(host_out, head, 5);
  write_all(host_out, data, length);
}

static void send_failed(const char *format, ...) {
  char text[512];
  va_list args;
  va_start(args, format);
  int n = vsnprintf(text, sizeof text, format, args);
  va_end(args);
  send_frame(I_FAILED, text, (uint32_t)(n < (int)sizeof text ? n : (int)sizeof text - 1));
}

static void read_exactly(void *data, size_t length) {
  char *at = data;
  while (length > 0) {
    ssize_t n = read(host_in, at, length);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) _exit(0); /* the host let go: the namespace ends with us */
    at += n;
    length -= (size_t)n;
  }
}

static unsigned char read_frame(void) {
  unsigned char head[5];
  read_exactly(head, 5);
  memcpy(&frame_length, head + 1, 4);
  if (frame_length > MAX_FRAME) die("frame too long");
  read_exactly(frame, frame_length);
  return head[0];
}

/* ---- reading a payload; the host is trusted, yet a length is never followed past the frame ---- */

static uint32_t cursor;

static void *take(uint32_t length) {
  if (length > frame_length - cursor) die("short frame");
  cursor += length;
  return frame + cursor - length;
}

static uint32_t take_u32(void) {
  uint32_t value;
  memcpy(&value, take(4), 4);
  return value;
}

static void take_strings(char **into) {
  uint32_t count = take_u32();
  if (count > MAX_STRINGS) die("too many strings");
  for (uint32_t i = 0; i < count; i++) {
    uint32_t length = take_u32();
    into[i] = take(length + 1); /* sent with its NUL */
    if (into[i][length] != 0) die("string without end");
  }
  into[count] = NULL;
}

static void take_spec(void) {
  cursor = 0;
  spec.flags = take_u32();
  spec.wall_ms = take_u32();
  for (int s = 0; s < STREAMS; s++) spec.cap[s] = take_u32();
  spec.rlimit_count = (int)take_u32();
  if (spec.rlimit_count > MAX_RLIMITS) die("too many rlimits");
  for (int i = 0; i < spec.rlimit_count; i++) {
    spec.rlimits[i].resource = take_u32();
    memcpy(&spec.rlimits[i].value, take(8), 8);
  }
  take_strings(spec.argv);
  take_strings(spec.envp);
  spec.gate_length = take_u32();
  spec.gate = take(spec.gate_length);
}

/* ---- files ---- */

static void write_file(void) {
  cursor = 0;
  mode_t mode = take_u32();
  uint32_t length = take_u32();
  char name[4096] = WORK "/";
  if (length >= sizeof name - sizeof WORK) die("name too long");
  memcpy(name + sizeof WORK, take(length), length);
  for (char *slash = strchr(name + sizeof WORK, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = 0;
    if (mkdir(name, 0755) < 0 && errno != EEXIST) send_failed("cannot make a folder: %s", strerror(errno));
    *slash = '/';
  }
  close_fd(&file_fd);
  file_fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
  if (file_fd < 0) send_failed("cannot write a file: %s", strerror(errno));
}

static void append_file(uint32_t from) {
  while (file_fd >= 0 && from < frame_length) {
    ssize_t n = write(file_fd, frame + from, frame_length - from);
    if (n <= 0) {
      send_failed("cannot write a file: %s", strerror(errno));
      close_fd(&file_fd);
    } else {
      from += (uint32_t)n;
    }
  }
}

/* Sends a regular file of the work folder; only ever asked for when no process is alive. */
static void read_file(void) {
  cursor = 0;
  uint32_t largest = take_u32();
  char name[4096] = WORK "/";
  uint32_t length = frame_length - cursor;
  if (length >= sizeof name - sizeof WORK) die("name too long");
  memcpy(name + sizeof WORK, take(length), length);
  int32_t error = 0;
  struct stat info;
  int fd = open(name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0 || fstat(fd, &info) < 0) error = errno;
  else if (!S_ISREG(info.st_mode)) error = EINVAL;
  else if (info.st_size > largest) error = EFBIG;
  while (!error) {
    ssize_t n = read(fd, chunk, CHUNK);
    if (n < 0) error = errno;
    if (n <= 0) break;
    send_frame(I_FILE, chunk, (uint32_t)n);
  }
  close_fd(&fd);
  send_frame(I_FILE_END, &error, 4);
}

static void clean(void) {
  close_fd(&file_fd);
  for (size_t i = 0; i < sizeof WRITABLE / sizeof *WRITABLE; i++)
    if (wipe_folder(WRITABLE[i]) < 0) {
      send_failed("cannot empty %s: %s", WRITABLE[i], strerror(errno));
      return;
    }
  send_frame(I_CLEANED, NULL, 0);
}

/* ---- processes ---- */

static void make_pipe(int ends[2]) {
  if (pipe2(ends, O_CLOEXEC) < 0) die("pipe");
}

static void nonblocking(int fd) {
  fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
}

static void exec_learner(int in, int out, int err, int chan_in, int chan_out, int gate) {
  setsid();
  dup2(in, 0);
  dup2(out, 1);
  dup2(err, 2);
  if (chan_in >= 0) dup2(chan_in, CHANNEL_IN);
  if (chan_out >= 0) dup2(chan_out, CHANNEL_OUT);
  if (gate >= 0) dup2(gate, GATE_FD);
  for (int i = 0; i < spec.rlimit_count; i++) {
    struct rlimit limit = {spec.rlimits[i].value, spec.rlimits[i].value};
    if (setrlimit(spec.rlimits[i].resource, &limit) < 0) die("setrlimit");
  }
  setpriority(PRIO_PROCESS, 0, LEARNER_NICE);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  signal(SIGPIPE, SIG_DFL);
  if (chdir(WORK) == 0) execve(spec.argv[0], spec.argv, spec.envp);
  dprintf(2, "cannot start %s: %s\n", spec.argv[0], strerror(errno));
  _exit(127);
}

/* Starts the spec's process with real pipes of the slot's own uid. Returns 0, or -1 with errno. */
static int start(struct process *process, int with_gate) {
  int in[2], ends[STREAMS][2], chan[2] = {-1, -1}, gate[2] = {-1, -1};
  int with_channel = with_gate || (spec.flags & SPEC_CHANNEL);
  make_pipe(in);
  for (int s = 0; s < STREAMS; s++) ends[s][0] = ends[s][1] = -1;
  for (int s = 0; s < STREAMS; s++)
    if (s != CHANNEL || with_channel) make_pipe(ends[s]);
  if (with_channel) make_pipe(chan);
  if (with_gate && socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, gate) < 0) die("socketpair");

  pid_t pid = fork();
  if (pid == 0) exec_learner(in[0], ends[OUT][1], ends[ERR][1], chan[0], ends[CHANNEL][1], gate[1]);
  int error = errno;

  close(in[0]);
  close_fd(&chan[0]);
  close_fd(&gate[1]);
  to_stdin.fd = in[1];
  to_channel.fd = chan[1];
  nonblocking(in[1]);
  if (chan[1] >= 0) nonblocking(chan[1]);
  for (int s = 0; s < STREAMS; s++) {
    close_fd(&ends[s][1]);
    process->stream[s] = ends[s][0];
    if (ends[s][0] >= 0) nonblocking(ends[s][0]);
  }
  process->gate = gate[0];
  process->pid = pid > 0 ? pid : 0;
  errno = error;
  return pid > 0 ? 0 : -1;
}

static void let_go(struct process *process) {
  process->pid = 0;
  close_fd(&process->gate);
  for (int s = 0; s < STREAMS; s++) close_fd(&process->stream[s]);
  close_fd(&to_stdin.fd);
  close_fd(&to_channel.fd);
}

static void prestart(void) {
  take_spec();
  if (start(&waiting, 1) < 0) return send_failed("cannot start a process: %s", strerror(errno));
}

/* Kills and reaps everything but ourselves. kill(-1) is atomic against fork, yet loop until none is left. */
static void kill_all(int *main_status, struct rusage *usage) {
  for (;;) {
    kill(-1, SIGKILL);
    int status;
    struct rusage used;
    pid_t pid = wait4(-1, &status, 0, &used);
    if (pid < 0 && errno == ECHILD) return;
    if (pid > 0 && pid == running.pid) {
      *main_status = status;
      *usage = used;
    }
  }
}

/* ---- one case ---- */

/* Forwards what a stream holds. Returns 1 when its cap was passed. */
static int forward(int s) {
  int *fd = &running.stream[s];
  ssize_t n = read(*fd, chunk, CHUNK);
  if (n < 0 && (errno == EAGAIN || errno == EINTR)) return 0;
  if (n <= 0) {
    close_fd(fd);
    return 0;
  }
  if (s == CHANNEL && !channel_ready) channel_ready = memchr(chunk, '\n', (size_t)n) != NULL;
  uint32_t kept = (uint32_t)n < running.left[s] ? (uint32_t)n : running.left[s];
  running.left[s] -= kept;
  if (kept > 0) send_frame(STREAM_FRAME[s], chunk, kept);
  return kept < (uint32_t)n;
}

static int wants_to_write(const struct feed *feed) {
  if (feed->fd < 0 || (feed == &to_channel && !channel_ready)) return 0;
  return feed->offset < feed->length || feed->end;
}

static void settle_feed(struct feed *feed) {
  if (feed->length > 0) send_frame(feed->taken_frame, NULL, 0);
  feed->offset = feed->length = 0;
}

/* Writes what is pending; a reader that closed its end takes everything as read. */
static void push(struct feed *feed) {
  if (feed->offset < feed->length) {
    ssize_t n = write(feed->fd, feed->pending + feed->offset, feed->length - feed->offset);
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (n < 0) close_fd(&feed->fd);
    else feed->offset += (uint32_t)n;
    if (n >= 0 && feed->offset < feed->length) return;
    settle_feed(feed);
  }
  if (feed->end) close_fd(&feed->fd);
}

static void accept_feed(struct feed *feed) {
  if (frame_length == 0) {
    feed->end = 1;
    return;
  }
  memcpy(feed->pending, frame, frame_length);
  feed->offset = 0;
  feed->length = frame_length;
  if (feed->fd < 0) settle_feed(feed);
}

static void reset_feed(struct feed *feed) {
  feed->end = 0;
  feed->offset = feed->length = 0;
}

static void finish(uint32_t reason, int status, struct rusage usage) {
  uint64_t wall_us = now_us() - started_us;
  kill_all(&status, &usage);
  for (int s = 0; s < STREAMS; s++)
    while (running.stream[s] >= 0) {
      uint32_t before = running.left[s];
      if (forward(s) && reason == END_EXIT) reason = STREAM_REASON[s];
      if (running.stream[s] >= 0 && (running.left[s] == before)) close_fd(&running.stream[s]);
    }
  let_go(&running);
  struct {
    uint32_t reason;
    int32_t code, signal;
    uint64_t wall_us, cpu_us, max_rss_kb;
  } __attribute__((packed)) report = {
      .reason = reason,
      .code = WIFEXITED(status) ? WEXITSTATUS(status) : -1,
      .signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0,
      .wall_us = wall_us,
      .cpu_us = (uint64_t)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000000 +
                (uint64_t)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec),
      .max_rss_kb = (uint64_t)usage.ru_maxrss,
  };
  send_frame(I_EXIT, &report, sizeof report);
}

static void end_now(uint32_t reason) {
  struct rusage none = {0};
  finish(reason, 0, none);
}

/* Hands the case to the waiting process. Returns 0 if it no longer waits. */
static int open_gate(void) {
  if (waiting.pid <= 0 || write(waiting.gate, spec.gate, spec.gate_length) != (ssize_t)spec.gate_length) return 0;
  close_fd(&waiting.gate);
  return 1;
}

static void run(void) {
  take_spec();
  close_fd(&file_fd);
  reset_feed(&to_stdin);
  reset_feed(&to_channel);
  channel_ready = 0;
  started_us = now_us();
  deadline_us = started_us + (uint64_t)spec.wall_ms * 1000;
  if ((spec.flags & SPEC_PRESTARTED) && open_gate()) {
    running = waiting;
    waiting = (struct process){.gate = -1, .stream = {-1, -1, -1}};
    if (!(spec.flags & SPEC_CHANNEL)) {
      close_fd(&running.stream[CHANNEL]);
      close_fd(&to_channel.fd);
    }
  } else {
    if (waiting.pid > 0) {
      int status;
      kill(waiting.pid, SIGKILL);
      waitpid(waiting.pid, &status, 0);
      let_go(&waiting);
    }
    if (start(&running, 0) < 0) {
      int error = errno;
      let_go(&running);
      return send_failed("cannot start a process: %s", strerror(error));
    }
  }
  memcpy(running.left, spec.cap, sizeof running.left);
}

static void reap(void) {
  struct signalfd_siginfo info[8];
  while (read(signals, info, sizeof info) > 0) continue;
  int status;
  struct rusage usage;
  pid_t pid;
  while ((pid = wait4(-1, &status, WNOHANG, &usage)) > 0) {
    if (running.pid > 0 && pid == running.pid) {
      running.pid = 0;
      finish(END_EXIT, status, usage);
      return;
    }
    if (waiting.pid > 0 && pid == waiting.pid) let_go(&waiting);
  }
}

/* ---- orders ---- */

static void obey(unsigned char type) {
  int active = running.pid > 0;
  switch (type) {
    case H_STDIN: if (active) accept_feed(&to_stdin); return;
    case H_CHANNEL: if (active) accept_feed(&to_channel); return;
    case H_KILL: if (active) end_now(END_KILLED); return;
  }
  if (active) die("order during a run");
  switch (type) {
    case H_WRITE: write_file(); append_file(cursor); return;
    case H_APPEND: append_file(0); return;
    case H_PRESTART: prestart(); return;
    case H_RUN: run(); return;
    case H_CLEAN: clean(); return;
    case H_READ: read_file(); return;
    default: die("unknown order");
  }
}

static void turn(void) {
  struct pollfd fds[8];
  int stream_at[STREAMS] = {-1, -1, -1}, stdin_at = -1, channel_at = -1, gate_at = -1, count = 0;
  fds[count++] = (struct pollfd){.fd = host_in, .events = POLLIN};
  fds[count++] = (struct pollfd){.fd = signals, .events = POLLIN};
  int timeout = -1;
  if (running.pid > 0) {
    for (int s = 0; s < STREAMS; s++)
      if (running.stream[s] >= 0) fds[stream_at[s] = count++] = (struct pollfd){.fd = running.stream[s], .events = POLLIN};
    if (wants_to_write(&to_stdin)) fds[stdin_at = count++] = (struct pollfd){.fd = to_stdin.fd, .events = POLLOUT};
    if (wants_to_write(&to_channel)) fds[channel_at = count++] = (struct pollfd){.fd = to_channel.fd, .events = POLLOUT};
    uint64_t now = now_us();
    timeout = now >= deadline_us ? 0 : (int)((deadline_us - now + 999) / 1000);
  } else if (waiting.gate >= 0) {
    fds[gate_at = count++] = (struct pollfd){.fd = waiting.gate, .events = POLLIN};
  }
  if (poll(fds, (nfds_t)count, timeout) < 0 && errno != EINTR) die("poll");

  if (running.pid > 0 && now_us() >= deadline_us) return end_now(END_WALL);
  for (int s = 0; s < STREAMS; s++)
    if (stream_at[s] >= 0 && fds[stream_at[s]].revents && forward(s)) return end_now(STREAM_REASON[s]);
  if (stdin_at >= 0 && fds[stdin_at].revents) push(&to_stdin);
  if (channel_at >= 0 && fds[channel_at].revents) push(&to_channel);
  if (gate_at >= 0 && fds[gate_at].revents) {
    char byte;
    if (read(waiting.gate, &byte, 1) == 1) send_frame(I_PRESTARTED, NULL, 0);
    else let_go(&waiting);
  }
  if (fds[1].revents) reap();
  if (fds[0].revents) obey(read_frame());
}

int main(void) {
  prctl(PR_SET_DUMPABLE, 0);
  prctl(PR_SET_NAME, "init");
  close_range(3, ~0U, 0);
  host_in = fcntl(0, F_DUPFD_CLOEXEC, 3);
  host_out = fcntl(1, F_DUPFD_CLOEXEC, 3);
  int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (host_in != 3 || host_out != 4 || null < 0) die("descriptors");
  dup2(null, 0);
  dup2(null, 1);
  close(null);
  umask(022);
  signal(SIGPIPE, SIG_IGN);
  sigset_t children;
  sigemptyset(&children);
  sigaddset(&children, SIGCHLD);
  sigprocmask(SIG_BLOCK, &children, NULL);
  signals = signalfd(-1, &children, SFD_CLOEXEC | SFD_NONBLOCK);
  if (signals < 0) die("signalfd");
  waiting = running = (struct process){.gate = -1, .stream = {-1, -1, -1}};
  send_frame(I_READY, NULL, 0);
  for (;;) turn();
}
