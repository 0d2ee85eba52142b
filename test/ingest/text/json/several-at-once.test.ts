import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { specialFrom } from '../../../../src/ingest/text/json/record-scanner.ts';
import { expectedBytes, standsAt } from '../../../../src/ingest/text/json/record-shapes.ts';

/** Bytes and the room behind them that may be read, which holds what is left of other bytes. */
function viewOf(bytes: Uint8Array): DataView {
  const padded = Buffer.alloc(bytes.length + 4, '"\\\n{');
  padded.set(bytes);
  return new DataView(padded.buffer, padded.byteOffset, padded.length);
}

/** Texts that differ in few places, if at all. */
const text = fc
  .array(fc.constantFrom('"', 'a', 'b', ':', ',', 'é', '😀', '\u{10ffff}', '\u007f', '\ud7ff', '\uffff', '\u00ff'), {
    minLength: 1,
    maxLength: 30,
  })
  .map((letters) => letters.join(''));

describe('several bytes at once', () => {
  it('are a literal exactly where its bytes stand', () => {
    let found = 0;
    fc.assert(
      fc.property(text, text, text, fc.nat(40), fc.nat(255), (before, literal, after, place, byte) => {
        const bytes = Buffer.from(before + literal + after);
        const start = Buffer.byteLength(before);
        const { length } = Buffer.from(literal);
        expect(standsAt(expectedBytes(Buffer.from(literal)), viewOf(bytes), start)).toBe(true);
        // Another byte somewhere, or another place.
        bytes[place % bytes.length] = byte;
        for (let at = 0; at + length <= bytes.length; at++) {
          const stands = bytes.subarray(at, at + length).equals(Buffer.from(literal));
          if (stands) found++;
          expect(standsAt(expectedBytes(Buffer.from(literal)), viewOf(bytes), at)).toBe(stands);
        }
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(250);
  });

  it('show the first byte that ends a plain text, whatever comes after it', () => {
    const special = (byte: number) => byte === 34 || byte === 92 || byte < 32;
    const byte = fc.oneof(
      { weight: 3, arbitrary: fc.nat(255) },
      fc.constantFrom(0, 1, 31, 32, 33, 34, 35, 91, 92, 93, 127, 128, 129, 0xa2, 0xdc, 255),
    );
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 24 }), fc.nat(24), (bytes, from) => {
        const start = Math.min(from, bytes.length);
        const first = bytes.findIndex((value, at) => at >= start && special(value));
        const at = specialFrom(viewOf(Uint8Array.from(bytes)), start, bytes.length);
        if (first === -1) expect(at).toBeGreaterThanOrEqual(bytes.length);
        else expect(at).toBe(first);
      }),
      { numRuns: 1000 },
    );
    for (let value = 0; value < 256; value++) {
      expect(specialFrom(viewOf(Uint8Array.of(97, value, 34)), 0, 3)).toBe(special(value) ? 1 : 2);
    }
  });
});
