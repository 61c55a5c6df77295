/** Joins the classes that hold. */
export function classes(...given: (string | false | undefined)[]): string {
  return given.filter(Boolean).join(' ');
}
