/** What a learner typed, kept in this browser until it is reset; storage may be full or forbidden. */
export const drafts = {
  read(capsuleId: string): string | null {
    return attempt(() => localStorage.getItem(`draft:${capsuleId}`));
  },
  write(capsuleId: string, text: string): void {
    attempt(() => localStorage.setItem(`draft:${capsuleId}`, text));
  },
  remove(capsuleId: string): void {
    attempt(() => localStorage.removeItem(`draft:${capsuleId}`));
  },
};

function attempt<Result>(action: () => Result): Result | null {
  try {
    return action();
  } catch (error) {
    console.warn('This browser keeps no drafts:', error);
    return null;
  }
}
