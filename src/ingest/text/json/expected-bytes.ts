const LONG = 8;
const WORD = 4;

/** Bytes to find again, as numbers, so that several are compared at once. None of them may be zero. */
export interface ExpectedBytes {
  readonly bytes: Uint8Array;
  readonly length: number;
  /** Of more than eight bytes: the last eight, and those before them, eight at a time. */
  readonly lastLong: number;
  readonly longs: Float64Array;
  /** Of eight bytes or less: the first four, the bits of them that count, and the last four. */
  readonly firstWord: number;
  readonly mask: number;
  readonly lastWord: number;
}

export function expectedBytes(bytes: Uint8Array): ExpectedBytes {
  const { length } = bytes;
  const view = new DataView(new ArrayBuffer(Math.max(LONG, length)));
  for (const [at, byte] of bytes.entries()) view.setUint8(at, byte);
  const longs = Math.max(0, Math.ceil(length / LONG) - 1);
  return {
    bytes,
    length,
    lastLong: view.getFloat64(Math.max(0, length - LONG), true),
    longs: Float64Array.from({ length: longs }, (_, index) => view.getFloat64(index * LONG, true)),
    firstWord: view.getInt32(0, true),
    mask: length < WORD ? (1 << (8 * length)) - 1 : -1,
    lastWord: view.getInt32(Math.max(0, length - WORD), true),
  };
}

/**
 * True if a literal is at `at`. A word must be readable from there on, however short the literal is.
 *
 * Two doubles are equal exactly if their bytes are. The exceptions are zero and NaN: there are no bytes of zero here, and
 * the bytes of a NaN are no UTF-8.
 */
export function standsAt(literal: ExpectedBytes, view: DataView, at: number): boolean {
  const { length } = literal;
  if (length > LONG) {
    const { longs } = literal;
    const last = at + length - LONG;
    let index = 0;
    for (let place = at; place < last; place += LONG) {
      if (view.getFloat64(place, true) !== longs[index++]) return false;
    }
    return view.getFloat64(last, true) === literal.lastLong;
  }
  if (((view.getInt32(at, true) ^ literal.firstWord) & literal.mask) !== 0) return false;
  return length <= WORD || view.getInt32(at + length - WORD, true) === literal.lastWord;
}
