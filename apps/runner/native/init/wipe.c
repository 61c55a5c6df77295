#define _GNU_SOURCE
#include "wipe.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static unsigned long moved;

static int is_dot(const char *name) {
  return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* Unlinks the files of a folder and moves its subfolders up to `top`, so that depth never matters. */
static int flatten(int top, const char *name) {
  int fd = openat(top, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  DIR *dir = fd < 0 ? NULL : fdopendir(fd);
  if (!dir) return -1;
  struct dirent *entry;
  while ((entry = readdir(dir))) {
    if (is_dot(entry->d_name) || unlinkat(fd, entry->d_name, 0) == 0) continue;
    char target[40];
    snprintf(target, sizeof target, ".moved-%lu", moved++);
    if (fchmodat(fd, entry->d_name, 0700, 0) < 0 || renameat2(fd, entry->d_name, top, target, RENAME_NOREPLACE) < 0) {
      if (errno == EEXIST) continue; /* a planted name: the next pass takes another number */
      closedir(dir);
      return -1;
    }
  }
  closedir(dir);
  return 0;
}

/* One pass over the top folder; returns how many entries it still met, or -1. */
static int pass(int top) {
  int fd = openat(top, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  DIR *dir = fd < 0 ? NULL : fdopendir(fd);
  if (!dir) return -1;
  int left = 0;
  struct dirent *entry;
  while ((entry = readdir(dir))) {
    if (is_dot(entry->d_name)) continue;
    left++;
    if (unlinkat(top, entry->d_name, 0) == 0 || unlinkat(top, entry->d_name, AT_REMOVEDIR) == 0) continue;
    if (fchmodat(top, entry->d_name, 0700, 0) < 0 || flatten(top, entry->d_name) < 0) {
      closedir(dir);
      return -1;
    }
  }
  closedir(dir);
  return left;
}

int wipe_folder(const char *path) {
  chmod(path, 0700);
  int top = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (top < 0) return -1;
  int left;
  do left = pass(top);
  while (left > 0);
  close(top);
  return left;
}
