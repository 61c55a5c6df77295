/* Frames to and from the host, and reading what one holds. */
#ifndef DEVCAPSULES_FRAMES_H
#define DEVCAPSULES_FRAMES_H

#include <stdint.h>

#include "protocol.h"

extern int host_in;
/* The payload of the frame that was read last. */
extern unsigned char frame[MAX_FRAME];
extern uint32_t frame_length;

/* Ends the slot: the host sees its pid 1 gone, and this line. */
void die(const char *what) __attribute__((noreturn));
void close_fd(int *fd);

/* Takes stdin and stdout for the host's and puts /dev/null in their place. */
void open_host(void);
void send_frame(unsigned char type, const void *data, uint32_t length);
void send_failed(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Blocks until a frame is there whole; returns its type. */
unsigned char read_frame(void);

/* Where reading goes on in `frame`; these never follow a length past its end. */
extern uint32_t cursor;
void *take(uint32_t length);
uint32_t take_u32(void);

#endif
