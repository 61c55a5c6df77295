/**
 * A long set-up script can be kept elsewhere, named by the SHA-256 of its text; a reference then stands
 * in its place. Judges hand references on, and whoever executes the job knows where the texts are.
 */
const REFERENCE = /^blob:sha256:([0-9a-f]{64})$/;

export function scriptReference(hash: string): string {
  return `blob:sha256:${hash}`;
}

/** The hash a script refers to; null for one that stands for itself. */
export function referencedHash(script: string): string | null {
  return REFERENCE.exec(script)?.[1] ?? null;
}
