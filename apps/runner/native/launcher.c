/* Starts slots for the service. A process forks as fast as it is small, and the service is not.
 *
 * It listens on the unix socket whose path is its argument, in a folder only the service can enter.
 * Each connection is one slot: it brings a u32 length and that many bytes of NUL-terminated strings: the
 * seccomp policy's path, the slot's own uid and gid (empty: the service's), the files by which its cgroup is
 * entered, an empty string, the command.
 * The connection becomes the command's stdin, stdout and stderr.
 * When its own stdin ends, the service is gone: it goes too, and takes the slots along (PR_SET_PDEATHSIG). */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "init/protocol.h"

#define SECCOMP_FD 3
#define MAX_REQUEST (128 * 1024)
#define MAX_ARGS 1024
/* Written with CAP_SYS_RESOURCE, the score is also the least that programs can choose: without this, a service
 * whose parent was protected (sshd's children are) would let them hide from the OOM killer. */
#define OOM_SCORE_ADJUST "500"

static char *const ENVIRONMENT[] = {"PATH=/usr/sbin:/usr/bin:/sbin:/bin", NULL};

static void die(const char *what) {
  dprintf(2, "launcher: %s: %s\n", what, strerror(errno));
  _exit(1);
}

static void read_exactly(int fd, void *data, size_t length) {
  char *at = data;
  while (length > 0) {
    ssize_t n = read(fd, at, length);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) die("request");
    at += n;
    length -= (size_t)n;
  }
}

/* The host can kill what it started only if it knows its pid; every later exec keeps it. */
static void tell_pid(int connection) {
  struct {
    uint8_t type;
    uint32_t length, pid;
  } __attribute__((packed)) launched = {I_LAUNCHED, 4, (uint32_t)getpid()};
  if (write(connection, &launched, sizeof launched) != sizeof launched) die("answer");
}

static void write_once(const char *path, const char *text) {
  int fd = open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0 || write(fd, text, strlen(text)) < 0) die(path);
  close(fd);
}

/* No groups, no capabilities (setresuid(2) clears them), and none to be had by any exec from here on. */
static void become_user(const char *id) {
  char *end;
  unsigned long uid = strtoul(id, &end, 10);
  if (*end || uid == 0 || uid >= (uid_t)-1) die("uid");
  if (setgroups(0, NULL) < 0 || setresgid(uid, uid, uid) < 0 || setresuid(uid, uid, uid) < 0) die("uid");
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0) die("no new privileges");
}

static void become_slot(int connection) {
  static char request[MAX_REQUEST];
  uint32_t length;
  tell_pid(connection);
  dup2(connection, 2);
  read_exactly(connection, &length, 4);
  if (length == 0 || length > MAX_REQUEST) die("request length");
  read_exactly(connection, request, length);
  if (request[length - 1] != 0) die("request end");

  /* Entered here, before uid and command change: nothing of the slot ever runs outside of its cgroup. */
  char *uid = request + strlen(request) + 1;
  if (uid >= request + length) die("request end");
  char *at = uid + strlen(uid) + 1;
  for (; at < request + length && *at; at += strlen(at) + 1) write_once(at, "0");
  write_once("/proc/self/oom_score_adj", OOM_SCORE_ADJUST);

  char *argv[MAX_ARGS + 1];
  int count = 0;
  for (at++; at < request + length; at += strlen(at) + 1) {
    if (count == MAX_ARGS) die("too many arguments");
    argv[count++] = at;
  }
  argv[count] = NULL;
  if (count == 0) die("no command");

  int policy = open(request, O_RDONLY);
  if (policy < 0) die("policy");
  dup2(connection, 0);
  dup2(connection, 1);
  if (policy != SECCOMP_FD) dup2(policy, SECCOMP_FD);
  close_range(SECCOMP_FD + 1, ~0U, 0);
  signal(SIGCHLD, SIG_DFL);
  if (chdir("/") < 0) die("chdir");
  if (*uid) become_user(uid);
  execve(argv[0], argv, ENVIRONMENT);
  die(argv[0]);
}

static int listen_on(const char *path) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  if (strlen(path) >= sizeof address.sun_path) die("socket path");
  strcpy(address.sun_path, path);
  int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0 || bind(fd, (struct sockaddr *)&address, sizeof address) < 0 || listen(fd, 128) < 0) die(path);
  return fd;
}

int main(int argc, char **argv) {
  if (argc != 2) return 2;
  signal(SIGCHLD, SIG_IGN); /* children are reaped by the kernel */
  int listener = listen_on(argv[1]);
  if (write(1, "\n", 1) != 1) die("stdout");
  struct pollfd fds[] = {{.fd = listener, .events = POLLIN}, {.fd = 0, .events = POLLIN}};
  for (;;) {
    if (poll(fds, 2, -1) < 0) continue;
    if (fds[1].revents) return 0;
    int connection = accept4(listener, NULL, NULL, SOCK_CLOEXEC);
    if (connection < 0) continue;
    pid_t pid = fork();
    if (pid == 0) become_slot(connection);
    if (pid < 0) dprintf(connection, "launcher: fork: %s\n", strerror(errno));
    close(connection);
  }
}
