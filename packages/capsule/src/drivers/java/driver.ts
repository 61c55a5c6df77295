import type { Driver } from '../driver.ts';
import { javaTests } from './tests.ts';
import { JAVA_VALUES } from './values.ts';

/**
 * The Java driver: by reflection, so that it is the same for all learners' code, and in a package, so that no class
 * of theirs has the name of its own. It knows the expected signature from the task.
 */
const JAVA_MAIN = String.raw`package devcapsules;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

public final class Main {
  private static final PrintStream STDERR = System.err;

  public static void main(String[] args) throws IOException {
    String[] channel = System.getenv("DEVCAPSULES_CHANNEL").split(",");
    FileOutputStream sink = new FileOutputStream("/proc/self/fd/".concat(channel[1]));
    ClassLoader.getSystemClassLoader().setDefaultAssertionStatus(true);
    Class<?> solution = load();
    sink.write("ready\n".getBytes(StandardCharsets.UTF_8));
    Map<?, ?> task;
    try (FileInputStream source = new FileInputStream("/proc/self/fd/".concat(channel[0]))) {
      task = (Map<?, ?>) Values.parse(readAll(source));
    }
    StringBuilder answer = new StringBuilder("{\"token\":");
    Values.quote((String) task.get("token"), answer);
    Map<?, ?> call = (Map<?, ?>) task.get("call");
    if (call != null) call(solution, call, answer);
    else test(((Long) task.get("test")).intValue(), answer);
    sink.write(answer.append("}\n").toString().getBytes(StandardCharsets.UTF_8));
    // Threads that are still running are nobody's concern any more.
    System.exit(0);
  }

  /** By pieces: readAllBytes asks for a position, which a pipe has not. */
  private static String readAll(FileInputStream source) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] piece = new byte[65536];
    for (int length = source.read(piece); length > 0; length = source.read(piece)) all.write(piece, 0, length);
    return all.toString(StandardCharsets.UTF_8);
  }

  /** The learner's class, initialised; null where it has another name. */
  private static Class<?> load() {
    try {
      return Class.forName("Solution");
    } catch (ClassNotFoundException absent) {
      return null;
    } catch (Throwable error) {
      throw fail(error);
    }
  }

  private static void call(Class<?> solution, Map<?, ?> call, StringBuilder answer) {
    String name = (String) call.get("functionName");
    List<?> params = (List<?>) call.get("params");
    Values.Mismatch misfit = null;
    if (solution != null) {
      for (Method method : solution.getDeclaredMethods()) {
        if (!method.getName().equals(name) || method.getParameterCount() != params.size() || method.isSynthetic()) continue;
        Object[] args;
        try {
          args = convert(method, params, (List<?>) call.get("args"));
        } catch (Values.Mismatch error) {
          misfit = error;
          continue;
        }
        result((Map<?, ?>) call.get("returns"), invoke(solution, method, args), answer);
        return;
      }
    }
    StringBuilder sentence = new StringBuilder();
    if (misfit != null) sentence.append(misfit.getMessage()).append(". ");
    throw fail(sentence.append("There must be a class Solution with ").append(call.get("declaration")).toString());
  }

  private static Object[] convert(Method method, List<?> params, List<?> json) throws Values.Mismatch {
    Type[] types = method.getParameterTypes();
    for (Type type : types) {
      Class<?> raw = (Class<?>) type;
      if (raw.isPrimitive() || raw == String.class || (raw.isArray() && raw.getComponentType().isPrimitive())) continue;
      types = method.getGenericParameterTypes();
      break;
    }
    Object[] args = new Object[types.length];
    for (int i = 0; i < args.length; i++) args[i] = Values.convert((Map<?, ?>) params.get(i), types[i], json.get(i));
    return args;
  }

  private static Object invoke(Class<?> solution, Method method, Object[] args) {
    try {
      method.setAccessible(true);
      Object self = null;
      if (!Modifier.isStatic(method.getModifiers())) {
        var constructor = solution.getDeclaredConstructor();
        constructor.setAccessible(true);
        self = constructor.newInstance();
      }
      return method.invoke(self, args);
    } catch (InvocationTargetException error) {
      throw fail(error.getCause());
    } catch (ReflectiveOperationException error) {
      throw fail(error);
    }
  }

  private static void result(Map<?, ?> type, Object value, StringBuilder answer) {
    int start = answer.length();
    answer.append(",\"value\":");
    try {
      Values.write(type, value, answer);
    } catch (Values.Mismatch error) {
      answer.setLength(start);
      Values.quote(error.getMessage(), answer.append(",\"mismatch\":"));
    } catch (Throwable error) {
      throw fail(error);
    }
  }

  private static void test(int number, StringBuilder answer) {
    try {
      // Once more: the learner's code could have switched it off. It holds from the class's first use on.
      ClassLoader.getSystemClassLoader().setClassAssertionStatus("CapsuleTests", true);
      Method test = Class.forName("CapsuleTests").getDeclaredMethod("test".concat(String.valueOf(number)));
      test.setAccessible(true);
      test.invoke(null);
    } catch (InvocationTargetException error) {
      throw fail(error.getCause());
    } catch (ReflectiveOperationException error) {
      throw fail(error);
    }
    Values.quote("@NONCE@", answer.append(",\"nonce\":"));
  }

  private static Error fail(String sentence) {
    STDERR.println(sentence);
    System.exit(1);
    return new Error();
  }

  /** Shows an error as the virtual machine does, down to the learner's own frames. */
  private static Error fail(Throwable error) {
    try {
      int causes = 0;
      for (Throwable one = error; one != null && causes < 100; one = one.getCause(), causes++) {
        StackTraceElement[] trace = one.getStackTrace();
        int own = 0;
        while (own < trace.length && !isDriver(trace[own].getClassName())) own++;
        StackTraceElement[] shown = new StackTraceElement[own];
        for (int i = 0; i < own; i++) shown[i] = trace[i];
        one.setStackTrace(shown);
      }
      STDERR.print("Exception in thread \"main\" ");
      error.printStackTrace(STDERR);
    } finally {
      System.exit(1);
    }
    return new Error();
  }

  private static boolean isDriver(String name) {
    return name.startsWith("devcapsules.") || name.startsWith("jdk.internal.reflect.")
        || name.startsWith("java.lang.reflect.Method") || name.startsWith("java.lang.reflect.Constructor")
        || name.equals("java.lang.Class");
  }
}
`;

export const javaDriver: Driver = {
  functionFiles: source => [
    { name: 'Main.java', content: JAVA_MAIN },
    { name: 'devcapsules/Values.java', content: JAVA_VALUES },
    { name: 'Solution.java', content: source },
  ],
  programFiles: (source, tests, nonce) => [
    { name: 'Main.java', content: JAVA_MAIN.replace('@NONCE@', nonce) },
    { name: 'devcapsules/Values.java', content: JAVA_VALUES },
    { name: 'Solution.java', content: source },
    { name: 'Tests.java', content: javaTests(tests) },
  ],
};
