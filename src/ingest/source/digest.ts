import { createHash } from 'node:crypto';

/** The SHA-256 of bytes that come one after another. */
export class Digest {
  readonly #hash = createHash('sha256');

  add(bytes: Uint8Array | string): this {
    this.#hash.update(bytes);
    return this;
  }

  /** In hexadecimal digits. */
  end(): string {
    return this.#hash.digest('hex');
  }
}
