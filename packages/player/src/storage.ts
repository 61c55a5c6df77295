/** Stands in where the browser keeps nothing, as for frames of other sites in private windows: until the page is left. */
const memory = new Map<string, string>();

let hasWarned = false;

/** This browser's storage for the origin. */
export const storage = {
  read(key: string): string | null {
    return memory.get(key) ?? attempt(() => localStorage.getItem(`devcapsules:${key}`));
  },
  /** Whether it is kept beyond this page. */
  write(key: string, text: string): boolean {
    const isKept = attempt(() => {
      localStorage.setItem(`devcapsules:${key}`, text);
      return true;
    });
    if (isKept) memory.delete(key);
    else memory.set(key, text);
    return isKept ?? false;
  },
  remove(key: string): void {
    memory.delete(key);
    attempt(() => localStorage.removeItem(`devcapsules:${key}`));
  },
};

function attempt<Result>(action: () => Result): Result | null {
  try {
    return action();
  } catch (error) {
    if (!hasWarned) console.warn('DevCapsules: this browser keeps nothing:', error);
    hasWarned = true;
    return null;
  }
}
