#ifndef DEVCAPSULES_WIPE_H
#define DEVCAPSULES_WIPE_H

/* Removes all that a folder holds, whatever its depth, in constant memory and with two descriptors.
 * No other process may be alive in the slot. Returns 0, or -1 with errno. */
int wipe_folder(const char *path);

#endif
