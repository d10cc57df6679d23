/** Packing that the platform does by itself, beside the thread that asks for it. */
export interface Codec {
  /** Expands packed bytes. Rejects where they are none, or come to more than `size` bytes. */
  readonly inflate: (packed: Uint8Array, size: number) => Promise<readonly Uint8Array[]>;
  readonly deflate: () => Deflater;
}

/** Bytes that are packed as they come. */
export interface Deflater {
  push(bytes: Uint8Array): void;
  /** Bytes that were pushed and not taken yet. */
  readonly waiting: number;
  /** Resolves once all of them are taken. */
  drained(): Promise<void>;
  /** The packed bytes; nothing can be pushed any more. */
  end(): Promise<readonly Uint8Array[]>;
}
