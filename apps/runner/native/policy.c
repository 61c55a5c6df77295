/* Writes the slot's seccomp filter, as BPF, to stdout. A deny list on top of no capabilities and no
 * nested user namespaces: what a learner's program has no use for and the kernel has had trouble with. */
#define _GNU_SOURCE
#include <errno.h>
#include <sched.h>
#include <seccomp.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

static const char *const DENIED[] = {
    /* mounts and namespaces */
    "mount", "umount", "umount2", "pivot_root", "chroot", "unshare", "setns", "move_mount", "open_tree",
    "open_tree_attr", "fsopen", "fsconfig", "fsmount", "fspick", "mount_setattr", "statmount", "listmount",
    /* other processes' memory and descriptors */
    "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "pidfd_getfd", "kcmp",
    /* kernel programs, keys, and interfaces known for their holes */
    "bpf", "add_key", "request_key", "keyctl", "io_uring_setup", "io_uring_enter", "io_uring_register",
    "userfaultfd", "perf_event_open", "fanotify_init", "lookup_dcookie", "memfd_secret", "modify_ldt", "vhangup",
    /* what outlives a process: a case must not leave a message for the next one */
    "shmget", "semget", "msgget", "mq_open",
    /* the machine */
    "kexec_load", "kexec_file_load", "init_module", "finit_module", "delete_module", "reboot", "swapon", "swapoff",
    "acct", "quotactl", "quotactl_fd", "syslog", "settimeofday", "clock_settime", "clock_adjtime", "adjtimex", "stime",
    "sethostname", "setdomainname", "iopl", "ioperm", "nfsservctl", "open_by_handle_at", "name_to_handle_at",
};

static const unsigned NEW_NAMESPACE[] = {CLONE_NEWNS,   CLONE_NEWCGROUP, CLONE_NEWUTS, CLONE_NEWIPC,
                                         CLONE_NEWUSER, CLONE_NEWPID,    CLONE_NEWNET};

static void check(int result) {
  if (result >= 0) return;
  fprintf(stderr, "policy: %d\n", result);
  _exit(1);
}

int main(void) {
  const unsigned eperm = SCMP_ACT_ERRNO(EPERM);
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
  if (!filter) return 1;
  check(seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS));

  for (size_t i = 0; i < sizeof DENIED / sizeof *DENIED; i++) {
    int number = seccomp_syscall_resolve_name(DENIED[i]);
    if (number != __NR_SCMP_ERROR) check(seccomp_rule_add(filter, eperm, number, 0));
  }
  /* clone3 hides its flags behind a pointer; ENOSYS makes libc fall back to clone. */
  check(seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0));
  for (size_t i = 0; i < sizeof NEW_NAMESPACE / sizeof *NEW_NAMESPACE; i++)
    check(seccomp_rule_add(filter, eperm, SCMP_SYS(clone), 1,
                           SCMP_A0(SCMP_CMP_MASKED_EQ, NEW_NAMESPACE[i], NEW_NAMESPACE[i])));

  /* Sockets: unix and internet only; netlink, packet, vsock, alg and the rest are no one's business here. */
  for (int domain = AF_UNIX + 1; domain < AF_INET6; domain++)
    if (domain != AF_INET) check(seccomp_rule_add(filter, eperm, SCMP_SYS(socket), 1, SCMP_A0(SCMP_CMP_EQ, domain)));
  check(seccomp_rule_add(filter, eperm, SCMP_SYS(socket), 1, SCMP_A0(SCMP_CMP_GT, AF_INET6)));
  check(seccomp_rule_add(filter, eperm, SCMP_SYS(socket), 1, SCMP_A1(SCMP_CMP_MASKED_EQ, 0xf, SOCK_RAW)));

  /* Limits of another process, init above all, cannot be lowered. */
  check(seccomp_rule_add(filter, eperm, SCMP_SYS(prlimit64), 1, SCMP_A0(SCMP_CMP_NE, 0)));
  check(seccomp_rule_add(filter, eperm, SCMP_SYS(ioctl), 1, SCMP_A1(SCMP_CMP_MASKED_EQ, 0xffffffff, TIOCSTI)));
  return seccomp_export_bpf(filter, STDOUT_FILENO) < 0;
}
