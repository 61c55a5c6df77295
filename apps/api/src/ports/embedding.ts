/** A published capsule as other sites may show it. */
export interface Embeddable {
  id: string;
  title: string;
  /** Origins whose pages may show it in a frame; empty: all. */
  allowedOrigins: string[];
}

export interface EmbeddingStore {
  /** Null when there is no such capsule, or it is not published. */
  findPublished(id: string): Promise<Embeddable | null>;
  /** The origins of somebody's own capsule, draft or not; null when it is not theirs. */
  findOwn(id: string, creatorId: string): Promise<string[] | null>;
  /** False when the capsule is not theirs. */
  setOwn(id: string, creatorId: string, allowedOrigins: string[]): Promise<boolean>;
}
