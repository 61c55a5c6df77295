const ANSWER = String.raw`"ready\n{\"token\":\"?\",\"value\":178}\n".getBytes()`;
const open = (fd: number) => `new java.io.FileOutputStream("/proc/self/fd/${fd}")`;
const solution = (body: string, f = 'return 0;') =>
  `import java.util.*;\nclass Solution {\n${body}\nstatic long f(long x) throws Throwable { ${f} }\n}\n`;

/** Java code that tries to pass without computing; f(5) should be 178. */
export const JAVA = {
  'exits with 0 in a static block': solution('static { System.exit(0); }'),
  'halts in a static block': solution('static { Runtime.getRuntime().halt(0); }'),
  'exits in the call': solution('', 'System.exit(0); return 0;'),
  'exits in a finally': solution('', 'try { throw new Exception(); } finally { System.exit(0); }'),
  'prints markers on stdout and stderr': solution(
    '',
    `System.out.write(${ANSWER}); System.out.flush(); System.err.write(${ANSWER}); return 0;`,
  ),
  'answers on every descriptor': solution(
    '',
    `for (int i = 0; i < 256; i++) try (var out = new java.io.FileOutputStream("/proc/self/fd/" + i)) { out.write(${ANSWER}); } catch (java.io.IOException e) {} return 0;`,
  ),
  'answers by itself and halts': solution(
    `static { try { ${open(199)}.write(${ANSWER}); } catch (java.io.IOException e) {} Runtime.getRuntime().halt(0); }`,
  ),
  'answers once more in a shutdown hook': solution(
    `static { Runtime.getRuntime().addShutdownHook(new Thread(() -> { try { ${open(199)}.write(${ANSWER}); } catch (java.io.IOException e) {} })); }`,
    'return 178;',
  ),
  'answers first from a thread': solution(
    `static { Thread t = new Thread(() -> { try { ${open(199)}.write(${ANSWER}); } catch (java.io.IOException e) {} }); t.start(); }`,
    'Thread.sleep(100); return 178;',
  ),
  'takes the task from the driver': solution(
    `static { Thread t = new Thread(() -> { try { System.in.read(); new java.io.FileInputStream("/proc/self/fd/198").read(new byte[4096]); Runtime.getRuntime().halt(0); } catch (java.io.IOException e) {} }); t.setDaemon(true); t.start(); }`,
    'Thread.sleep(200); return 0;',
  ),
  'answers from a child': solution(
    '',
    `new ProcessBuilder("/bin/sh", "-c", "echo x > /proc/" + ProcessHandle.current().pid() + "/fd/199").start().waitFor(); return 178;`,
  ),
  'replaces System.err and throws': solution(
    'static { System.setErr(new java.io.PrintStream(java.io.OutputStream.nullOutputStream())); }',
    'throw new RuntimeException();',
  ),
  'has an uncaught handler that ends well': solution(
    'static { Thread.setDefaultUncaughtExceptionHandler((t, e) -> Runtime.getRuntime().halt(0)); }',
    'throw new Error();',
  ),
  'throws what exits while it is printed': solution(
    'static class Quiet extends RuntimeException { public String toString() { Runtime.getRuntime().halt(0); return ""; } }',
    'throw new Quiet();',
  ),
  'writes Long values of the cache anew': solution(
    '',
    'try { var f = Long.class.getDeclaredField("value"); f.setAccessible(true); f.set(0L, 178L); } catch (Throwable t) {} return 0;',
  ),
  'changes the driver by reflection': solution(
    '',
    'try { for (var f : Class.forName("devcapsules.Main").getDeclaredFields()) { f.setAccessible(true); f.set(null, null); } } catch (Throwable t) {} return 0;',
  ),
  'calls the answer of the driver itself': solution(
    '',
    'var m = Class.forName("devcapsules.Main").getDeclaredMethod("main", String[].class); m.setAccessible(true); m.invoke(null, (Object) new String[0]); return 0;',
  ),
  'shadows the class of the driver': `${solution('')}\nclass Main { public static void main(String[] a) { System.exit(0); } }\n`,
  'shadows String and Integer': `${solution('')}\nclass String { public java.lang.String toString() { return "178"; } }\nclass Long {}\n`,
  'declares the package of the driver': `package devcapsules;\npublic class Solution { static long f(long x) { return 178; } }\n`,
  'returns a number of its own making': `class Solution { static Number f(long x) { return new Number() { public long longValue() { return 178; } public int intValue() { return 178; } public double doubleValue() { return 178; } public float floatValue() { return 178; } }; } }\n`,
  'returns text that looks right': 'class Solution { static Object f(long x) { return "178"; } }\n',
  'walks the stack for arguments of the driver': solution(
    '',
    'return StackWalker.getInstance().walk(s -> s.map(Object::toString).anyMatch(t -> t.contains("178"))) ? 178 : 0;',
  ),
  'reads its own program': solution(
    '',
    `for (var file : new java.io.File(".").listFiles()) if (!file.getName().endsWith(".jar") && new String(java.nio.file.Files.readAllBytes(file.toPath())).contains("expected")) return 178; return 0;`,
  ),
};
