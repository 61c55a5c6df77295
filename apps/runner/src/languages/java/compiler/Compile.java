import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compiles the named sources, the entry first, into program.jar, and ends. */
final class Compile {
  public static void main(String[] names) throws IOException {
    List<Compiler.Source> sources = new ArrayList<>();
    for (String name : names)
      sources.add(new Compiler.Source(name, Files.readAllBytes(Path.of(name))));
    byte[] jar;
    try (Writer messages = new OutputStreamWriter(System.err, StandardCharsets.UTF_8)) {
      jar = new Compiler().compile(sources, messages);
    }
    if (jar == null) System.exit(1);
    Files.write(Path.of("program.jar"), jar);
  }
}
