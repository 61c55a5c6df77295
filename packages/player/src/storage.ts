/** This browser's storage for the origin, or nothing where it is full or forbidden, as in some embedded frames. */
export const storage = {
  read(key: string): string | null {
    return attempt(() => localStorage.getItem(`devcapsules:${key}`));
  },
  /** Whether it is kept. */
  write(key: string, text: string): boolean {
    return (
      attempt(() => {
        localStorage.setItem(`devcapsules:${key}`, text);
        return true;
      }) ?? false
    );
  },
  remove(key: string): void {
    attempt(() => localStorage.removeItem(`devcapsules:${key}`));
  },
};

function attempt<Result>(action: () => Result): Result | null {
  try {
    return action();
  } catch (error) {
    console.warn('DevCapsules: this browser keeps nothing:', error);
    return null;
  }
}
