#include "spec.h"

#include <string.h>

#include "frames.h"

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

void take_spec(struct spec *spec) {
  spec->flags = take_u32();
  spec->wall_ms = take_u32();
  for (int s = 0; s < STREAMS; s++) spec->cap[s] = take_u32();
  spec->rlimit_count = take_u32();
  if (spec->rlimit_count > MAX_RLIMITS) die("too many rlimits");
  for (uint32_t i = 0; i < spec->rlimit_count; i++) {
    spec->rlimits[i].resource = take_u32();
    memcpy(&spec->rlimits[i].value, take(8), 8);
  }
  take_strings(spec->argv);
  take_strings(spec->envp);
  spec->gate_length = take_u32();
  spec->gate = take(spec->gate_length);
}
