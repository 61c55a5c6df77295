/* The framed protocol between the host and a slot's init. Mirrored by src/sandbox/protocol.ts.
 * What does not parse as a frame is a message of whatever failed on the way to init.
 * A frame is: type (1 byte), payload length (u32), payload. All integers are little-endian. */
#ifndef DEVCAPSULES_PROTOCOL_H
#define DEVCAPSULES_PROTOCOL_H

#define MAX_FRAME (256 * 1024)

enum host_frame {
  H_WRITE = 'W',    /* u32 mode, u32 name length, name: create a file in the work folder */
  H_APPEND = 'A',   /* content of the file of the last H_WRITE */
  H_PRESTART = 'P', /* a spec: start a process that waits on its gate */
  H_RUN = 'R',      /* a spec: run one case */
  H_STDIN = 'I',    /* bytes; empty: end of stdin. One frame in flight until I_STDIN_TAKEN */
  H_CHANNEL = 'C',  /* bytes; empty: end of channel input. One frame in flight until I_CHANNEL_TAKEN */
  H_KILL = 'K',     /* end the running case now */
  H_SIGNAL = 'S',   /* u32 number: to the running case's process group */
  H_HOLD = 'H',     /* u32: 1 reads no more output of the running case, 0 goes on */
  H_CLEAN = 'X',    /* empty every writable folder */
  H_READ = 'G',     /* u32 largest size, name: send back a file of the work folder */
};

enum init_frame {
  I_LAUNCHED = 'l', /* u32 pid; sent by the launcher, before init is there */
  I_READY = 'r',
  I_PRESTARTED = 'p',
  I_STDOUT = 'o',
  I_STDERR = 'e',
  I_CHANNEL = 'c',
  I_STDIN_TAKEN = 'i',
  I_CHANNEL_TAKEN = 'j',
  I_EXIT = 'x',      /* u32 reason, i32 exit code, i32 signal, u64 wall us, u64 cpu us, u64 max rss kb, u32 cut streams */
  I_CLEANED = 'd',
  I_FILE = 'f',      /* bytes of the file asked for */
  I_FILE_END = 'g',  /* i32 errno, 0 when the file was sent whole */
  I_FAILED = '!',    /* text: the request could not be carried out; the slot is spent */
};

/* Why a case ended. */
enum end_reason {
  END_EXIT = 0,
  END_WALL = 1,
  END_STDOUT = 2,
  END_STDERR = 3,
  END_CHANNEL = 4,
  END_KILLED = 5,
};

/* Flags of a spec. */
#define SPEC_CHANNEL 1u   /* open the verdict channel on CHANNEL_IN and CHANNEL_OUT */
#define SPEC_PRESTARTED 2u /* use the waiting process if it still waits */

#define GATE_FD 197
#define CHANNEL_IN 198
#define CHANNEL_OUT 199

#endif
