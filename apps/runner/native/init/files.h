/* The slot's writable folders. Only touched while no learner's process is alive. */
#ifndef DEVCAPSULES_FILES_H
#define DEVCAPSULES_FILES_H

#define WORK "/box"

void write_file(void);
void append_file(void);
/* Ends the writing of a file. */
void close_file(void);
void read_file(void);
void clean_folders(void);

#endif
