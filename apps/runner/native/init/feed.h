/* What the host sends into a process: at most one frame is held at a time. */
#ifndef DEVCAPSULES_FEED_H
#define DEVCAPSULES_FEED_H

#include <stdint.h>

#include "protocol.h"

struct feed {
  int fd;                    /* our end of the pipe; -1: closed */
  int end;                   /* close it once all is written */
  unsigned char taken_frame; /* tells the host that the next piece may come */
  uint32_t offset, length;
  unsigned char pending[MAX_FRAME];
};

void feed_open(struct feed *feed, int fd);
/* Takes the frame that was read last; an empty one is the end. */
void feed_accept(struct feed *feed);
int feed_wants_to_write(const struct feed *feed);
/* Writes what it can without waiting. */
void feed_push(struct feed *feed);

#endif
