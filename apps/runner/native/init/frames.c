#define _GNU_SOURCE
#include "frames.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int host_in;
static int host_out;
unsigned char frame[MAX_FRAME];
uint32_t frame_length, cursor;

void die(const char *what) {
  dprintf(2, "init: %s: %s\n", what, strerror(errno));
  _exit(70);
}

void close_fd(int *fd) {
  if (*fd >= 0) close(*fd);
  *fd = -1;
}

void open_host(void) {
  close_range(3, ~0U, 0);
  host_in = fcntl(0, F_DUPFD_CLOEXEC, 3);
  host_out = fcntl(1, F_DUPFD_CLOEXEC, 3);
  int null = open("/dev/null", O_RDWR | O_CLOEXEC);
  if (host_in < 0 || host_out < 0 || null < 0) die("descriptors");
  dup2(null, 0);
  dup2(null, 1);
  close(null);
}

static void write_all(const void *data, size_t length) {
  const char *at = data;
  while (length > 0) {
    ssize_t n = write(host_out, at, length);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) die("the host is gone");
    at += n;
    length -= (size_t)n;
  }
}

void send_frame(unsigned char type, const void *data, uint32_t length) {
  unsigned char head[5] = {type};
  memcpy(head + 1, &length, 4);
  write_all(head, 5);
  write_all(data, length);
}

void send_failed(const char *format, ...) {
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

unsigned char read_frame(void) {
  unsigned char head[5];
  read_exactly(head, 5);
  memcpy(&frame_length, head + 1, 4);
  if (frame_length > MAX_FRAME) die("frame too long");
  read_exactly(frame, frame_length);
  cursor = 0;
  return head[0];
}

void *take(uint32_t length) {
  if (length > frame_length - cursor) die("short frame");
  cursor += length;
  return frame + cursor - length;
}

uint32_t take_u32(void) {
  uint32_t value;
  memcpy(&value, take(4), 4);
  return value;
}
