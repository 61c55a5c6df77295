/* One case: from the order to the report of its end. */
#ifndef DEVCAPSULES_RUN_H
#define DEVCAPSULES_RUN_H

#include <poll.h>
#include <stdint.h>

/* What `poll` is to watch for this part; filled by run_watch, read by run_serve. */
#define RUN_POLLS 5

int run_active(void);
/* Starts a process that waits on its gate. */
void run_prestart(void);
void run_start(void);
void run_kill(void);
void run_signal(void);
void run_hold(void);
void run_take_stdin(void);
void run_take_channel(void);
/* Fills `fds` and returns how many; `timeout_ms` is when the wall clock runs out, or -1. */
int run_watch(struct pollfd fds[RUN_POLLS], int *timeout_ms);
void run_serve(const struct pollfd *fds, int count);
/* Looks for processes that ended. */
void run_reap(void);

#endif
