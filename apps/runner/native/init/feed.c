#include "feed.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "frames.h"

void feed_open(struct feed *feed, int fd) {
  feed->fd = fd;
  feed->end = 0;
  feed->offset = feed->length = 0;
}

static void settle(struct feed *feed) {
  feed->offset = feed->length = 0;
  send_frame(feed->taken_frame, NULL, 0);
}

void feed_accept(struct feed *feed) {
  if (frame_length == 0) {
    feed->end = 1;
    return;
  }
  memcpy(feed->pending, frame, frame_length);
  feed->offset = 0;
  feed->length = frame_length;
  if (feed->fd < 0) settle(feed);
}

int feed_wants_to_write(const struct feed *feed) {
  return feed->fd >= 0 && (feed->offset < feed->length || feed->end);
}

/* A reader that closed its end takes everything as read. */
void feed_push(struct feed *feed) {
  if (feed->offset < feed->length) {
    ssize_t n = write(feed->fd, feed->pending + feed->offset, feed->length - feed->offset);
    if (n < 0 && (errno == EAGAIN || errno == EINTR)) return;
    if (n < 0) close_fd(&feed->fd);
    else feed->offset += (uint32_t)n;
    if (n >= 0 && feed->offset < feed->length) return;
    settle(feed);
  }
  if (feed->end) close_fd(&feed->fd);
}
