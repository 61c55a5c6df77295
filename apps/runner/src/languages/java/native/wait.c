/* Starts a virtual machine ahead of its case, waits on the gate, then does what the `java` command does for
 * `java -jar program.jar args…`: the program's stack, exit code and messages are the same, as no Java frame of
 * ours is ever below it.
 *
 * Arguments: the path of libjvm.so, then options of the virtual machine. */
#include <dlfcn.h>
#include <jni.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "protocol.h"

#define PROGRAM "program.jar"
/* LauncherHelper's mode for `-jar`. */
#define MODE_JAR 2
/* As -Xss, which the virtual machine applies to other threads only. */
#define MAIN_STACK_BYTES (16 << 20)
#define MAX_OPTIONS 32

/* What loading a program takes, initialized ahead; what a JDK lacks is left out. Classes that only some programs
 * use (Scanner, Formatter) are not here: they would cost every slot more processor time than they spare one. */
static const char *const PRELOADED[] = {
    "java/util/jar/JarFile", "java/util/jar/JarFile$JarFileEntry", "java/util/zip/ZipFile$Source",
    "java/util/zip/ZipFile$Source$Key", "java/util/zip/ZipFile$Source$End", "java/util/zip/ZipFile$ZipFileInputStream",
    "java/util/zip/ZipUtils", "java/util/zip/CRC32", "java/util/jar/Attributes$Name", "java/util/jar/Manifest$FastInputStream",
    "java/util/jar/JarVerifier", "sun/security/util/SignatureFileVerifier", "sun/nio/fs/DefaultFileSystemProvider",
    "sun/nio/fs/UnixFileAttributes$UnixAsBasicFileAttributes", "sun/nio/fs/UnixFileAttributeViews$Basic",
    "sun/nio/fs/NativeBuffers", "java/nio/file/Files", "java/nio/file/attribute/FileTime", "java/io/RandomAccessFile",
    "java/nio/DirectByteBuffer", "java/nio/DirectLongBufferU", "jdk/internal/perf/PerfCounter$CoreCounters",
    "jdk/internal/loader/URLClassPath$JarLoader", "jdk/internal/loader/URLClassPath$JarLoader$1",
    "jdk/internal/loader/URLClassPath$JarLoader$2", "jdk/internal/loader/FileURLMapper", "sun/net/util/URLUtil",
    "jdk/internal/util/jar/JarIndex", "java/security/SecureClassLoader$1", "java/security/Permissions",
    "java/security/AllPermission", "sun/security/util/LazyCodeSourcePermissionCollection", "java/lang/NamedPackage",
    "java/lang/PublicMethods$MethodList", "java/lang/PublicMethods$Key", "java/nio/CharBuffer", "java/lang/Shutdown",
};

struct orders {
  int with_channel;
  int count;
  /* The arguments, each with its NUL, after one another. */
  char *args;
};

static int jvm_argc;
static char **jvm_argv;

static void fail(const char *what) {
  fprintf(stderr, "cannot start java: %s\n", what);
  exit(1);
}

/* Blocks until the case is there: "1" or "0" for the channel, then a NUL and an argument each. */
static struct orders wait_for_orders(void) {
  size_t length = 0, room = 64 * 1024;
  char *text = malloc(room);
  if (!text || write(GATE_FD, "r", 1) != 1) fail("gate");
  for (ssize_t n; (n = read(GATE_FD, text + length, room - length - 1)) != 0; length += (size_t)n) {
    if (n < 0) fail("gate");
    if (length + (size_t)n + 1 < room) continue;
    text = realloc(text, room *= 2);
    if (!text) fail("gate");
  }
  close(GATE_FD);
  if (length == 0) exit(0); /* no case came */
  text[length] = 0;
  struct orders orders = {.with_channel = text[0] == '1', .args = text + 2};
  for (size_t i = 2; i < length; i++) orders.count += text[i] == 0;
  return orders;
}

static JNIEnv *create_machine(JavaVM **machine) {
  void *library = dlopen(jvm_argv[1], RTLD_NOW | RTLD_GLOBAL);
  jint (*create)(JavaVM **, void **, void *) = library ? dlsym(library, "JNI_CreateJavaVM") : NULL;
  if (!create) fail(dlerror());
  JavaVMOption options[MAX_OPTIONS] = {{0}};
  int count = 0;
  for (int i = 2; i < jvm_argc && count < MAX_OPTIONS; i++) options[count++].optionString = jvm_argv[i];
  JavaVMInitArgs args = {.version = JNI_VERSION_1_8, .nOptions = count, .options = options};
  JNIEnv *env;
  if (create(machine, (void **)&env, &args) != JNI_OK) fail("no virtual machine");
  return env;
}

/* As the `java` command decodes its arguments. Null with an exception pending. */
static jobjectArray make_args(JNIEnv *env, jclass helper, struct orders orders) {
  jclass string = (*env)->FindClass(env, "java/lang/String");
  jmethodID decode = (*env)->GetStaticMethodID(env, helper, "makePlatformString", "(Z[B)Ljava/lang/String;");
  jobjectArray args = string && decode ? (*env)->NewObjectArray(env, orders.count, string, NULL) : NULL;
  for (int i = 0; args && i < orders.count; i++, orders.args += strlen(orders.args) + 1) {
    jsize length = (jsize)strlen(orders.args);
    jbyteArray bytes = (*env)->NewByteArray(env, length);
    if (!bytes) return NULL;
    (*env)->SetByteArrayRegion(env, bytes, 0, length, (const jbyte *)orders.args);
    jobject arg = (*env)->CallStaticObjectMethod(env, helper, decode, JNI_TRUE, bytes);
    if ((*env)->ExceptionCheck(env)) return NULL;
    (*env)->SetObjectArrayElement(env, args, i, arg);
  }
  return args;
}

/* Returns the exit code; what main did not catch stays pending, and is told when the thread is detached. */
static int run_program(JNIEnv *env, jclass helper, struct orders orders) {
  jmethodID load =
      (*env)->GetStaticMethodID(env, helper, "checkAndLoadMain", "(ZILjava/lang/String;)Ljava/lang/Class;");
  jstring program = (*env)->NewStringUTF(env, PROGRAM);
  jclass type =
      load && program ? (*env)->CallStaticObjectMethod(env, helper, load, JNI_TRUE, MODE_JAR, program) : NULL;
  jobjectArray args = type ? make_args(env, helper, orders) : NULL;
  jmethodID entry = args ? (*env)->GetStaticMethodID(env, type, "main", "([Ljava/lang/String;)V") : NULL;
  if (!entry) {
    (*env)->ExceptionDescribe(env);
    return 1;
  }
  (*env)->CallStaticVoidMethod(env, type, entry, args);
  return (*env)->ExceptionCheck(env) ? 1 : 0;
}

static void *run_machine(void *exit_code) {
  JavaVM *machine;
  JNIEnv *env = create_machine(&machine);
  jclass helper = (*env)->FindClass(env, "sun/launcher/LauncherHelper");
  if (!helper) fail("no launcher");
  for (size_t i = 0; i < sizeof PRELOADED / sizeof *PRELOADED; i++)
    if (!(*env)->FindClass(env, PRELOADED[i])) (*env)->ExceptionClear(env);

  struct orders orders = wait_for_orders();
  if (orders.with_channel) {
    setenv("DEVCAPSULES_CHANNEL", "198,199", 1);
  } else {
    close(CHANNEL_IN);
    close(CHANNEL_OUT);
  }
  *(int *)exit_code = run_program(env, helper, orders);
  (*machine)->DetachCurrentThread(machine);
  (*machine)->DestroyJavaVM(machine); /* waits for threads that keep the program alive */
  return NULL;
}

/* The machine gets a thread of its own, as under `java`: the first one's stack cannot be given a size. */
int main(int argc, char **argv) {
  if (argc < 2) fail("no libjvm.so named");
  jvm_argc = argc;
  jvm_argv = argv;
  int exit_code = 1;
  pthread_t thread;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, MAIN_STACK_BYTES);
  if (pthread_create(&thread, &attributes, run_machine, &exit_code) != 0) fail("thread");
  pthread_join(thread, NULL);
  return exit_code;
}
