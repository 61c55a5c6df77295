import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles sources to a jar that knows its main class. Of one compilation to the next only the platform is kept. */
final class Compiler {
  /**
   * Processors are code of the learner's; they would run with the compiler's limits. Strings are joined by plain code:
   * a program is spared the start of the machinery that would join them.
   */
  private static final List<String> OPTIONS =
      List.of("-proc:none", "-implicit:none", "-Xmaxerrs", "20", "-XDstringConcat=inline");

  /** A source by its name, in which a public class may have any name, as in `java Main.java`. */
  static final class Source extends SimpleJavaFileObject {
    private final String name;
    private final String content;

    Source(String name, byte[] content) {
      super(Path.of(name).toUri(), Kind.SOURCE);
      this.name = name;
      this.content = new String(content, StandardCharsets.UTF_8);
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    public boolean isNameCompatible(String simpleName, Kind kind) {
      return kind == Kind.SOURCE && (!simpleName.endsWith("-info") || name.endsWith(simpleName + ".java"));
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return content;
    }
  }

  private static final class ClassFile extends SimpleJavaFileObject {
    final ByteArrayOutputStream content = new ByteArrayOutputStream();

    ClassFile(String path) {
      super(URI.create("mem:///" + path.replace(' ', '_')), Kind.CLASS);
    }

    @Override
    public OutputStream openOutputStream() {
      return content;
    }
  }

  /** Keeps what is compiled in memory, by its path in the jar. */
  private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {
    final Map<String, ClassFile> files = new LinkedHashMap<>();

    Output(JavaFileManager manager) {
      super(manager);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      String path = className.replace('.', '/') + kind.extension;
      return files.computeIfAbsent(path, ClassFile::new);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
      return a.toUri().equals(b.toUri());
    }
  }

  /** The top-level classes in order of appearance, with their files. */
  private record Declared(TypeElement type, String file) {
    boolean hasMain() {
      return ElementFilter.methodsIn(type.getEnclosedElements()).stream().anyMatch(Declared::isMain);
    }

    private static boolean isMain(ExecutableElement method) {
      return method.getSimpleName().contentEquals("main")
          && method.getModifiers().contains(Modifier.PUBLIC)
          && method.getModifiers().contains(Modifier.STATIC)
          && method.getReturnType().getKind() == TypeKind.VOID
          && method.getParameters().size() == 1
          && method.getParameters().get(0).asType().toString().equals("java.lang.String[]");
    }
  }

  /** The entry's class named after its file, then its public one, then its first; those with a main method before. */
  private static String mainClass(List<Declared> declared, String entry) {
    String name = Path.of(entry).getFileName().toString().replaceFirst("\\.java$", "");
    Declared best = null;
    int bestRank = -1;
    for (Declared one : declared) {
      int rank =
          (one.hasMain() ? 8 : 0)
              + (one.file().equals(entry) ? 4 : 0)
              + (one.type().getSimpleName().contentEquals(name) ? 2 : 0)
              + (one.type().getModifiers().contains(Modifier.PUBLIC) ? 1 : 0);
      if (rank <= bestRank) continue;
      best = one;
      bestRank = rank;
    }
    return best == null ? "Main" : best.type().getQualifiedName().toString();
  }

  private static byte[] makeJar(Map<String, ClassFile> files, String mainClass) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes)) {
      jar.setLevel(0);
      jar.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      manifest.write(jar);
      for (Map.Entry<String, ClassFile> file : files.entrySet()) {
        jar.putNextEntry(new ZipEntry(file.getKey()));
        file.getValue().content.writeTo(jar);
      }
    }
    return bytes.toByteArray();
  }

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  /** Finds the platform's classes and nothing else: there is no class path, and sources come in memory. */
  private final StandardJavaFileManager platform =
      compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);

  Compiler() throws IOException {
    platform.setLocation(StandardLocation.CLASS_PATH, List.of());
    platform.setLocation(StandardLocation.SOURCE_PATH, List.of());
  }

  /** Returns the jar, or null where there are errors. What there is to say goes to `messages`. */
  byte[] compile(List<Source> sources, Writer messages) throws IOException {
    Output output = new Output(platform);
    JavacTask task = (JavacTask) compiler.getTask(messages, output, null, OPTIONS, null, sources);
    List<Declared> declared = new ArrayList<>();
    task.addTaskListener(
        new TaskListener() {
          @Override
          public void finished(TaskEvent event) {
            if (event.getKind() == TaskEvent.Kind.ANALYZE && event.getTypeElement() != null)
              declared.add(new Declared(event.getTypeElement(), event.getSourceFile().getName()));
          }
        });
    if (!task.call()) return null;
    return makeJar(output.files, mainClass(declared, sources.get(0).getName()));
  }
}
