/* What a process is to be started with. */
#ifndef DEVCAPSULES_SPEC_H
#define DEVCAPSULES_SPEC_H

#include <stdint.h>

#define MAX_STRINGS 512
#define MAX_RLIMITS 16

enum { OUT, ERR, CHANNEL, STREAMS };

/* Strings point into the frame: a spec lives until the next frame is read. */
struct spec {
  uint32_t flags, wall_ms, cap[STREAMS];
  uint32_t rlimit_count;
  struct { uint32_t resource; uint64_t value; } rlimits[MAX_RLIMITS];
  char *argv[MAX_STRINGS + 1], *envp[MAX_STRINGS + 1];
  const char *gate;
  uint32_t gate_length;
};

/* Reads a spec from the frame. */
void take_spec(struct spec *spec);

#endif
