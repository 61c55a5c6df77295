/**
 * What every C program under a driver begins with, and what ends the driver's own part: it is compiled without
 * optimisation, which takes half the time, and without warnings. It includes no header, so that learners' code finds declared
 * what it includes itself, and its names are out of their way; library functions go by assembler names.
 */
export const C_RUNTIME = String.raw`
#pragma GCC push_options
#pragma GCC optimize("O0")
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wunused-function"
#include <stdbool.h>
#include <stddef.h>
#include <sys/syscall.h>

extern long devcapsules_syscall(long number, ...) __asm__("syscall");
extern char *devcapsules_getenv(const char *name) __asm__("getenv");
extern int devcapsules_unsetenv(const char *name) __asm__("unsetenv");
extern void devcapsules_exit(int status) __asm__("exit") __attribute__((noreturn));
extern void *devcapsules_realloc(void *memory, size_t size) __asm__("realloc");

static void devcapsules_write(int fd, const char *bytes, size_t length) {
  while (length > 0) {
    long written = devcapsules_syscall(SYS_write, fd, bytes, length);
    if (written <= 0) return;
    bytes += written;
    length -= (size_t)written;
  }
}

static void devcapsules_fail(const char *sentence) {
  devcapsules_write(2, sentence, __builtin_strlen(sentence));
  devcapsules_exit(1);
}

static void *devcapsules_resize(void *memory, size_t size) {
  void *resized = devcapsules_realloc(memory, size);
  if (!resized) devcapsules_fail("out of memory\n");
  return resized;
}

struct devcapsules_text {
  char *bytes;
  size_t length, room;
};

static char *devcapsules_reserve(struct devcapsules_text *text, size_t more) {
  if (text->room - text->length < more) {
    text->room = 2 * text->room + more;
    text->bytes = (char *)devcapsules_resize(text->bytes, text->room);
  }
  return text->bytes + text->length;
}

static void devcapsules_append(struct devcapsules_text *text, const char *bytes, size_t length) {
  __builtin_memcpy(devcapsules_reserve(text, length), bytes, length);
  text->length += length;
}

static int devcapsules_source, devcapsules_sink;
static const char *devcapsules_at, *devcapsules_token;
static size_t devcapsules_token_length, devcapsules_task_length;

static int devcapsules_number(const char **text) {
  int number = 0;
  while (**text >= '0' && **text <= '9') number = 10 * number + *(*text)++ - '0';
  return number;
}

/* Announces that the learner's code is loaded, and takes the task: {"token":"...", and what follows. */
static void devcapsules_begin(void) {
  const char *channel = devcapsules_getenv("DEVCAPSULES_CHANNEL");
  if (!channel) devcapsules_fail("there is no verdict channel\n");
  devcapsules_source = devcapsules_number(&channel);
  channel++;
  devcapsules_sink = devcapsules_number(&channel);
  devcapsules_unsetenv("DEVCAPSULES_CHANNEL");
  devcapsules_write(devcapsules_sink, "ready\n", 6);
  struct devcapsules_text task = {0, 0, 0};
  for (;;) {
    char *end = devcapsules_reserve(&task, 65536);
    long got = devcapsules_syscall(SYS_read, devcapsules_source, end, (size_t)65536);
    if (got <= 0) break;
    task.length += (size_t)got;
  }
  *devcapsules_reserve(&task, 1) = 0;
  devcapsules_task_length = task.length;
  if (task.length < 10 || __builtin_memcmp(task.bytes, "{\"token\":\"", 10)) devcapsules_fail("there is no task\n");
  devcapsules_token = devcapsules_at = task.bytes + 10;
  while (*devcapsules_at && *devcapsules_at != '"') devcapsules_at++;
  devcapsules_token_length = (size_t)(devcapsules_at - devcapsules_token);
}

/* Goes behind the next place where the text stands. */
static void devcapsules_skip(const char *text) {
  size_t length = __builtin_strlen(text);
  if (__builtin_strncmp(devcapsules_at, text, length)) devcapsules_fail("the task has another form\n");
  devcapsules_at += length;
}

static void devcapsules_answer(const char *key, const char *value, size_t length) {
  struct devcapsules_text line = {0, 0, 0};
  devcapsules_append(&line, "{\"token\":\"", 10);
  devcapsules_append(&line, devcapsules_token, devcapsules_token_length);
  devcapsules_append(&line, "\",\"", 3);
  devcapsules_append(&line, key, __builtin_strlen(key));
  devcapsules_append(&line, "\":", 2);
  devcapsules_append(&line, value, length);
  devcapsules_append(&line, "}\n", 2);
  devcapsules_write(devcapsules_sink, line.bytes, line.length);
}
`.trimStart();

/** The learner's file behind the driver, so that nothing it defines touches that; its main is another function. */
export function cSolution(name: string): string {
  return `
#pragma GCC diagnostic pop
#pragma GCC pop_options
#define main solution_main
#include "${name}"
`;
}
