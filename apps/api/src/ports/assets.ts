/** A file beside a capsule. The bytes are in an object that is never overwritten; a new upload has a new one. */
export interface Asset {
  capsuleId: string;
  name: string;
  ownerId: string;
  objectKey: string;
  contentType: string;
  bytes: number;
  sha256: string;
  updatedAt: string;
}

/** What a save may use up: bytes of all the owner's assets, and assets of the capsule. */
export interface AssetRoom {
  ownerBytes: number;
  ofCapsule: number;
}

/** The rows of assets. Whatever drops or replaces one, its object becomes a leftover in the same transaction. */
export interface AssetStore {
  find(capsuleId: string, name: string): Promise<Asset | null>;
  list(capsuleId: string): Promise<Asset[]>;
  /** Whether there would be room for it now. */
  hasRoom(asset: Pick<Asset, 'capsuleId' | 'name' | 'ownerId' | 'bytes'>, room: AssetRoom): Promise<boolean>;
  /** Says that an object of this key is about to be written: a leftover until a row names it. */
  announce(objectKey: string, at: string): Promise<void>;
  /** In one atomic statement with its limits; false when there is no room, or no capsule. */
  save(asset: Asset, room: AssetRoom): Promise<boolean>;
  remove(capsuleId: string, name: string): Promise<boolean>;
  /** Objects that no row has named since then. */
  leftovers(before: string, limit: number): Promise<string[]>;
  /** After they were deleted. */
  forgetLeftovers(objectKeys: string[]): Promise<void>;
}

export interface ByteRange {
  offset: number;
  length: number;
}

/** The bytes of assets. */
export interface AssetObjects {
  put(objectKey: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** Null when it is not there. */
  get(objectKey: string, range?: ByteRange): Promise<ReadableStream<Uint8Array> | null>;
  remove(objectKeys: string[]): Promise<void>;
}
