import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles what it is sent, one request after the other, and never runs any of it. A request on stdin is a number of
 * files, the entry first. An answer on stdout is a length and that many bytes: an exit code, the messages, a number of
 * files. A file is a name and a content; these and the messages are a length and that many bytes. Numbers have four
 * bytes, big end first.
 */
final class Serve {
  private static byte[] readBytes(DataInputStream in) throws IOException {
    return in.readNBytes(in.readInt());
  }

  private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  public static void main(String[] none) throws IOException {
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    DataOutputStream out = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
    System.setOut(System.err); // answers alone go there
    Compiler compiler = new Compiler();
    for (; ; ) {
      List<Compiler.Source> sources = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        String name = new String(readBytes(in), StandardCharsets.UTF_8);
        sources.add(new Compiler.Source(name, readBytes(in)));
      }
      StringWriter messages = new StringWriter();
      byte[] jar = compiler.compile(sources, messages);
      writeBytes(out, answer(messages.toString(), jar));
    }
  }

  private static byte[] answer(String messages, byte[] jar) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(jar == null ? 1 : 0);
    writeBytes(out, messages.getBytes(StandardCharsets.UTF_8));
    out.writeInt(jar == null ? 0 : 1);
    if (jar != null) {
      writeBytes(out, "program.jar".getBytes(StandardCharsets.UTF_8));
      writeBytes(out, jar);
    }
    return bytes.toByteArray();
  }
}
