#define _GNU_SOURCE
#include "files.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "frames.h"
#include "wipe.h"

static const char *const WRITABLE[] = {WORK, "/tmp", "/dev/shm"};
static int file = -1;

/* Takes what is left of the frame, or `length` bytes of it, as a path in the work folder. */
static void take_path(char path[4096], uint32_t length) {
  strcpy(path, WORK "/");
  if (length >= 4096 - sizeof WORK) die("name too long");
  memcpy(path + sizeof WORK, take(length), length);
  path[sizeof WORK + length] = 0;
}

void close_file(void) {
  close_fd(&file);
}

void write_file(void) {
  char path[4096];
  mode_t mode = take_u32();
  take_path(path, take_u32());
  for (char *slash = strchr(path + sizeof WORK, '/'); slash; slash = strchr(slash + 1, '/')) {
    *slash = 0;
    if (mkdir(path, 0755) < 0 && errno != EEXIST) send_failed("cannot make a folder: %s", strerror(errno));
    *slash = '/';
  }
  close_file();
  file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
  if (file < 0) send_failed("cannot write a file: %s", strerror(errno));
}

void append_file(void) {
  for (uint32_t from = 0; file >= 0 && from < frame_length;) {
    ssize_t n = write(file, frame + from, frame_length - from);
    if (n > 0) {
      from += (uint32_t)n;
      continue;
    }
    send_failed("cannot write a file: %s", strerror(errno));
    close_file();
  }
}

void read_file(void) {
  static unsigned char chunk[64 * 1024];
  char path[4096];
  uint32_t largest = take_u32();
  take_path(path, frame_length - cursor);
  int32_t error = 0;
  struct stat info;
  int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0 || fstat(fd, &info) < 0) error = errno;
  else if (!S_ISREG(info.st_mode)) error = EINVAL;
  else if (info.st_size > largest) error = EFBIG;
  while (!error) {
    ssize_t n = read(fd, chunk, sizeof chunk);
    if (n < 0) error = errno;
    if (n <= 0) break;
    send_frame(I_FILE, chunk, (uint32_t)n);
  }
  close_fd(&fd);
  send_frame(I_FILE_END, &error, 4);
}

void clean_folders(void) {
  close_file();
  for (size_t i = 0; i < sizeof WRITABLE / sizeof *WRITABLE; i++)
    if (wipe_folder(WRITABLE[i]) < 0) {
      send_failed("cannot empty %s: %s", WRITABLE[i], strerror(errno));
      return;
    }
  send_frame(I_CLEANED, NULL, 0);
}
