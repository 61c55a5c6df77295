/** Values of C from and to JSON; what is generated for a signature builds on it. */
export const C_VALUES = String.raw`
extern double devcapsules_strtod(const char *text, char **end) __asm__("strtod");
extern int devcapsules_snprintf(char *text, size_t room, const char *format, ...) __asm__("snprintf");

static struct devcapsules_text devcapsules_value;
static const char *devcapsules_mismatch;

/* Strings in blocks, each with its NUL behind it; the places of those NULs tell how long a string is. */
struct devcapsules_block {
  struct devcapsules_block *next;
  char *bytes;
  size_t used, room, *ends, count, ends_room;
};
static struct devcapsules_block *devcapsules_blocks;

static char *devcapsules_string_room(size_t length) {
  struct devcapsules_block *block = devcapsules_blocks;
  if (!block || block->room - block->used < length + 1) {
    block = (struct devcapsules_block *)devcapsules_resize(0, sizeof *block);
    size_t room = length + 1 < 65536 ? 65536 : length + 1;
    *block = (struct devcapsules_block){devcapsules_blocks, (char *)devcapsules_resize(0, room), 0, room, 0, 0, 0};
    devcapsules_blocks = block;
  }
  return block->bytes + block->used;
}

static void devcapsules_string_end(char *end) {
  struct devcapsules_block *block = devcapsules_blocks;
  if (block->count == block->ends_room) {
    block->ends_room = 2 * block->ends_room + 16;
    block->ends = (size_t *)devcapsules_resize(block->ends, block->ends_room * sizeof(size_t));
  }
  *end = 0;
  block->ends[block->count++] = (size_t)(end - block->bytes);
  block->used = (size_t)(end - block->bytes) + 1;
}

size_t capsule_string_length(const char *string) {
  for (struct devcapsules_block *block = devcapsules_blocks; block; block = block->next) {
    if (string < block->bytes || string >= block->bytes + block->used) continue;
    size_t offset = (size_t)(string - block->bytes), low = 0, high = block->count - 1;
    while (low < high) {
      size_t middle = (low + high) / 2;
      if (block->ends[middle] < offset) low = middle + 1;
      else high = middle;
    }
    return block->ends[low] - offset;
  }
  return __builtin_strlen(string);
}

const char *capsule_string(const char *bytes, size_t length) {
  char *string = devcapsules_string_room(length);
  __builtin_memcpy(string, bytes, length);
  devcapsules_string_end(string + length);
  return string;
}

/* The strings of a task with their NULs are shorter than the task: one block takes them all. */
static void devcapsules_begin_arguments(void) {
  devcapsules_string_room(devcapsules_task_length);
  devcapsules_skip("\",\"call\":{\"args\":[");
}

static bool devcapsules_is_null(void) {
  if (*devcapsules_at != 'n') return false;
  devcapsules_at += 4;
  return true;
}

/* Between items: whether there is one more, behind [ or { or a comma. */
static bool devcapsules_more(bool first, char end) {
  if (*devcapsules_at == end) {
    devcapsules_at++;
    return false;
  }
  if (!first) devcapsules_at++;
  return true;
}

static void *devcapsules_grow(void *items, size_t length, size_t *room, size_t size) {
  if (length < *room) return items;
  *room = 2 * *room + 8;
  return devcapsules_resize(items, *room * size);
}

static long long devcapsules_read_int(void) {
  bool quoted = *devcapsules_at == '"';
  devcapsules_at += quoted;
  bool negative = *devcapsules_at == '-';
  devcapsules_at += negative;
  unsigned long long digits = 0;
  while (*devcapsules_at >= '0' && *devcapsules_at <= '9') digits = 10 * digits + (unsigned)(*devcapsules_at++ - '0');
  devcapsules_at += quoted;
  return (long long)(negative ? 0 - digits : digits);
}

static double devcapsules_read_float(void) {
  bool quoted = *devcapsules_at == '"';
  char *end;
  double value = devcapsules_strtod(devcapsules_at + quoted, &end);
  devcapsules_at = end + quoted;
  return value;
}

static bool devcapsules_read_bool(void) {
  bool value = *devcapsules_at == 't';
  devcapsules_at += value ? 4 : 5;
  return value;
}

static unsigned devcapsules_hex(void) {
  unsigned value = 0;
  for (int i = 0; i < 4; i++) {
    char digit = *devcapsules_at++;
    value = 16 * value + (unsigned)(digit <= '9' ? digit - '0' : (digit | 32) - 'a' + 10);
  }
  return value;
}

static char *devcapsules_put_point(char *to, unsigned point) {
  if (point < 0x80) *to++ = (char)point;
  else {
    if (point < 0x800) *to++ = (char)(0xc0 | point >> 6);
    else {
      if (point < 0x10000) *to++ = (char)(0xe0 | point >> 12);
      else {
        *to++ = (char)(0xf0 | point >> 18);
        *to++ = (char)(0x80 | (point >> 12 & 63));
      }
      *to++ = (char)(0x80 | (point >> 6 & 63));
    }
    *to++ = (char)(0x80 | (point & 63));
  }
  return to;
}

static char *devcapsules_read_escape(char *to) {
  char letter = *devcapsules_at++;
  if (letter != 'u') {
    *to++ = letter == 'n' ? '\n' : letter == 't' ? '\t' : letter == 'r' ? '\r'
          : letter == 'b' ? '\b' : letter == 'f' ? '\f' : letter;
    return to;
  }
  unsigned point = devcapsules_hex();
  if (point >> 10 == 0x36 && devcapsules_at[0] == '\\' && devcapsules_at[1] == 'u') {
    const char *back = devcapsules_at;
    devcapsules_at += 2;
    unsigned low = devcapsules_hex();
    if (low >> 10 == 0x37) point = 0x10000 + ((point & 0x3ff) << 10) + (low & 0x3ff);
    else devcapsules_at = back;
  }
  return devcapsules_put_point(to, point);
}

static const char *devcapsules_read_string(void) {
  devcapsules_at++;
  char *string = devcapsules_string_room(0), *to = string;
  while (*devcapsules_at != '"') {
    if (*devcapsules_at == '\\') {
      devcapsules_at++;
      to = devcapsules_read_escape(to);
    } else *to++ = *devcapsules_at++;
  }
  devcapsules_at++;
  devcapsules_string_end(to);
  return string;
}

static void devcapsules_put(const char *text) {
  devcapsules_append(&devcapsules_value, text, __builtin_strlen(text));
}

static void devcapsules_write_int(long long value) {
  char digits[24], *at = digits + sizeof digits;
  bool quoted = value > 9007199254740991 || value < -9007199254740991;
  unsigned long long rest = value < 0 ? 0 - (unsigned long long)value : (unsigned long long)value;
  if (quoted) *--at = '"';
  do *--at = (char)('0' + rest % 10);
  while (rest /= 10);
  if (value < 0) *--at = '-';
  if (quoted) *--at = '"';
  devcapsules_append(&devcapsules_value, at, (size_t)(digits + sizeof digits - at));
}

static void devcapsules_write_float(double value) {
  if (value != value) devcapsules_put("\"NaN\"");
  else if (value - value != 0) devcapsules_put(value > 0 ? "\"Infinity\"" : "\"-Infinity\"");
  else {
    int length = devcapsules_snprintf(devcapsules_reserve(&devcapsules_value, 32), 32, "%.17g", value);
    devcapsules_value.length += (size_t)length;
  }
}

static void devcapsules_write_bool(bool value) { devcapsules_put(value ? "true" : "false"); }

static void devcapsules_write_unit(unsigned unit) {
  static const char hex[] = "0123456789abcdef";
  char text[] = {'\\', 'u', hex[unit >> 12], hex[unit >> 8 & 15], hex[unit >> 4 & 15], hex[unit & 15]};
  devcapsules_append(&devcapsules_value, text, 6);
}

static void devcapsules_write_bytes(const char *bytes, size_t length) {
  const unsigned char *at = (const unsigned char *)bytes, *end = at + length;
  devcapsules_put("\"");
  while (at < end) {
    const unsigned char *plain = at;
    while (at < end && *at >= 0x20 && *at < 0x7f && *at != '"' && *at != '\\') at++;
    devcapsules_append(&devcapsules_value, (const char *)plain, (size_t)(at - plain));
    if (at == end) break;
    unsigned point = *at++, more = point < 0x80 ? 0 : point >= 0xf0 ? 3 : point >= 0xe0 ? 2 : 1;
    static const unsigned least[] = {0, 0x80, 0x800, 0x10000};
    bool valid = point < 0x80 || (point >= 0xc2 && point < 0xf5);
    if (more) point &= 0x3fu >> more;
    for (unsigned i = 0; i < more; i++) {
      valid = valid && at < end && (*at & 0xc0) == 0x80;
      if (valid) point = point << 6 | (*at++ & 63);
    }
    if (!valid || point < least[more] || point > 0x10ffff) {
      devcapsules_mismatch = "a string that is not UTF-8";
      break;
    }
    if (point > 0xffff) {
      devcapsules_write_unit(0xd800 + ((point - 0x10000) >> 10));
      devcapsules_write_unit(0xdc00 + ((point - 0x10000) & 0x3ff));
    } else devcapsules_write_unit(point);
  }
  devcapsules_put("\"");
}

static void devcapsules_write_string(const char *string) {
  if (string) devcapsules_write_bytes(string, capsule_string_length(string));
  else devcapsules_mismatch = "NULL";
}

static void devcapsules_return(void) {
  if (devcapsules_mismatch) {
    devcapsules_value.length = 0;
    devcapsules_write_bytes(devcapsules_mismatch, __builtin_strlen(devcapsules_mismatch));
    devcapsules_answer("mismatch", devcapsules_value.bytes, devcapsules_value.length);
  } else devcapsules_answer("value", devcapsules_value.bytes, devcapsules_value.length);
}
`.trimStart();
