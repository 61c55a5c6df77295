/** Databases built by chains of set-up scripts, the least recently used dropped beyond a number of bytes. */
export class ImageCache {
  readonly #images = new Map<string, Uint8Array>();
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  has(chain: readonly string[]): boolean {
    return this.#images.has(keyOf(chain));
  }

  get(chain: readonly string[]): Uint8Array | undefined {
    const key = keyOf(chain);
    const image = this.#images.get(key);
    if (image) {
      this.#images.delete(key);
      this.#images.set(key, image);
    }
    return image;
  }

  set(chain: readonly string[], image: Uint8Array): void {
    const key = keyOf(chain);
    this.#delete(key);
    this.#images.set(key, image);
    this.#bytes += image.length;
    for (const oldest of this.#images.keys()) {
      if (this.#bytes <= this.#maxBytes) return;
      this.#delete(oldest);
    }
  }

  #delete(key: string): void {
    this.#bytes -= this.#images.get(key)?.length ?? 0;
    this.#images.delete(key);
  }
}

/** Hashes are of one length and hex, so that joined chains can't collide. */
function keyOf(chain: readonly string[]): string {
  return chain.join('.');
}
