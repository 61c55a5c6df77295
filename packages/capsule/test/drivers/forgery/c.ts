const ANSWER = String.raw`"ready\n{\"token\":\"?\",\"value\":178}\n"`;
const SEND = `static void send(int fd) { if (write(fd, ${ANSWER}, sizeof ${ANSWER} - 1) < 0) return; }\n`;
const HEADERS = ['setjmp', 'signal', 'stdio', 'stdlib', 'string', 'unistd', 'pthread', 'sys/wait']
  .map(name => `#include <${name}.h>\n`)
  .join('');
const solution = (body: string, f = 'return 0;') =>
  `${HEADERS}${SEND}${body}\nlong long f(long long x) { ${f} }\n`;

/** Code, C and C++ alike, that tries to pass without computing; f(5) should be 178. */
const BOTH = {
  'exits with 0 in a constructor': solution('__attribute__((constructor)) static void go(void) { exit(0); }'),
  'exits hard in a constructor': solution('__attribute__((constructor)) static void go(void) { _exit(0); }'),
  'exits in the call': solution('', 'exit(0);'),
  'exits hard in the call': solution('', '_exit(0);'),
  'prints markers on stdout and stderr': solution('', 'send(1); send(2); return 0;'),
  'answers on every descriptor': solution('', 'for (int fd = 0; fd < 256; fd++) send(fd); return 0;'),
  'answers by itself and exits': solution(
    '__attribute__((constructor)) static void go(void) { send(199); _exit(0); }',
  ),
  'claims to be loaded early, and makes an answer of the token': solution(
    `__attribute__((constructor)) static void go(void) {
      static char task[65536], line[65536];
      if (write(199, "ready\\n", 6) < 0) _exit(1);
      long n = read(198, task, sizeof task - 1);
      char *token = strstr(task, "token") + 8;
      *strchr(token, '"') = 0;
      n = snprintf(line, sizeof line, "{\\"token\\":\\"%s\\",\\"value\\":0}\\n", token);
      if (write(199, line, n) < 0) _exit(1);
      _exit(0);
    }`,
  ),
  'forks and answers twice': solution('', 'if (fork() > 0) wait(NULL); return 178;'),
  'answers once more at exit': solution('static void late(void) { send(199); }', 'atexit(late); return 178;'),
  'answers once more in a destructor': solution(
    '__attribute__((destructor)) static void late(void) { send(199); }',
    'return 178;',
  ),
  'closes the channel': solution('', 'close(199); return 178;'),
  'answers first from a thread': solution(
    'static void *go(void *p) { send(199); return p; }',
    'pthread_t t; pthread_create(&t, NULL, go, NULL); pthread_join(t, NULL); return 178;',
  ),
  'answers in a signal handler': solution(
    'static void go(int s) { (void)s; send(199); _exit(0); }',
    'signal(SIGUSR1, go); raise(SIGUSR1); return 0;',
  ),
  'ends well out of a crash': solution(
    'static void go(int s) { (void)s; _exit(0); }',
    'signal(SIGSEGV, go); *(volatile int *)8 = 1; return 0;',
  ),
  'jumps over the answer': solution(
    'static jmp_buf place; static int done;',
    'if (setjmp(place)) exit(0); done = 1; longjmp(place, 1);',
  ),
  'looks through its own memory': solution(
    '',
    `FILE *maps = fopen("/proc/self/maps", "r"); char row[512]; int found = 0;
     while (maps && fgets(row, sizeof row, maps)) if (strstr(row, "[heap]")) {
       unsigned long from, to; sscanf(row, "%lx-%lx", &from, &to);
       for (char *p = (char *)from; p + 12 < (char *)to; p++) if (!memcmp(p, "\\"expec" "ted\\":", 11)) found = 1;
     }
     return found ? 178 : 0;`,
  ),
  'reads the files there are': solution(
    '',
    `FILE *file = fopen("main.c", "r"); if (!file) file = fopen("solution.c", "r"); return file ? 178 : 0;`,
  ),
  'has the name of the main function': `${solution('')}\nint main(void) { send(199); return 0; }\n`,
  'kills its parent': solution('', 'kill(getppid(), SIGKILL); kill(-1, SIGTERM); return 0;'),
};

export const C = {
  ...BOTH,
  'takes the place of library functions': `#include <stddef.h>\nint snprintf(char *t, size_t n, const char *f, ...) { t[0] = '1'; return 1; }\nlong syscall(long n, ...) { return -1; }\nlong long f(long long x) { return 178; }\n`,
  'has macros over the words of the driver':
    '#define long char\n#define return return 178 +\n#define main f\nint f;\n',
  'defines the functions of the driver': `${solution('')}\nstatic void devcapsules_answer(const char *k, const char *v, size_t n) { send(199); }\n`,
  'includes the driver once more': '#include "main.c"\n',
};

export const CPP = {
  ...BOTH,
  'exits in the constructor of an object': `#include <cstdlib>\nstruct S { S() { std::exit(0); } } s;\nlong long f(long long x) { return 0; }\n`,
  'throws out of the destructor of its result': `struct R { operator long long() const { return 178; } };\nR f(long long x) { return {}; }\n`,
  'terminates well': `#include <cstdlib>\n#include <exception>\nlong long f(long long x) { std::set_terminate([] { std::_Exit(0); }); throw 1; }\n`,
  'specialises the codecs of the driver': `namespace devcapsules { template <> void Codec<Int>::write<long long>(const long long &) { devcapsules_put("178"); } template <> void Codec<Int>::write<int>(const int &) {} }\nvoid *f(long long x) { return nullptr; }\n`,
  'replaces operator new': `#include <cstdlib>\n#include <new>\nvoid *operator new(std::size_t) { std::_Exit(0); }\nint *p = new int;\nlong long f(long long x) { return 0; }\n`,
  'defines the functions of the driver': `namespace devcapsules { void run() { } }\nlong long f(long long x) { return 0; }\n`,
  'includes the driver once more': '#include "main.cpp"\n',
};
