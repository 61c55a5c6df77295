/** Texts named by the SHA-256 of their content. */
export interface BlobStore {
  put(hash: string, text: string): Promise<void>;
  get(hash: string): Promise<string | null>;
  remove(hash: string): Promise<void>;
}
