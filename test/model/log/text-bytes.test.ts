import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { TextBytes } from '../../../src/model/log/text-bytes.ts';

describe('texts kept as bytes', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    // A mark at the front is part of the text, and half a character is one, too.
    fc.constantFrom('', '\ufeffmarked', '\ud83d', 'a\udc00b', '\0', 'x'.repeat(5000)),
  );

  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.boolean()), { maxLength: 50 }), (texts) => {
        const kept = new TextBytes();
        for (const [one, asBytes] of texts) {
          const bytes = Buffer.from(`<${one}>`);
          // Bytes are always those of a whole text.
          if (asBytes && bytes.toString() === `<${one}>`) kept.pushBytes(bytes, 1, bytes.length - 1);
          else kept.push(one);
        }
        expect(kept.length).toBe(texts.length);
        expect(texts.map((_, index) => kept.at(index))).toEqual(texts.map(([one]) => one));
      }),
    );
  });

  // Room for 4096 bytes at first, and for as many as it may have at last.
  const most = 20_000;
  it.each([
    ['bytes', 1],
    ['strings', 3],
  ] as const)('through every step of growth up to the most bytes there may be: %s', (kind, perUnit) => {
    for (const last of [-1, 0, 1]) {
      const kept = new TextBytes(most);
      const texts: string[] = [];
      const push = (length: number) => {
        const text = String.fromCharCode(97 + (texts.length % 26)).repeat(length);
        texts.push(text);
        if (kind === 'bytes') kept.pushBytes(Buffer.from(`<${text}>`), 1, length + 1);
        else kept.push(text);
      };
      for (const size of [1, 4095, 4096, 4097, 8191, 8192, 8193, 16_384]) push(size - texts.join('').length);
      // Room for a string is that of its longest UTF-8.
      push(Math.floor((most - texts.join('').length) / perUnit) + last);
      push(0);
      push(1);
      expect(texts.map((_, index) => kept.at(index))).toEqual(texts);
    }
  });

  it('but for what has no room, which stays a string', () => {
    const encode = vi.spyOn(TextEncoder.prototype, 'encodeInto');
    const kept = new TextBytes(10);
    for (const text of ['abc', 'é', 'de', 'ab', 'a']) kept.push(text);
    // Three bytes a unit: 3 × 3 of 10, 3 + 3, 5 + 6 is too much, and so is 5 + 6 again, 5 + 3.
    expect(encode.mock.calls.map(([text]) => text)).toEqual(['abc', 'é', 'a']);
    expect(['abc', 'é', 'de', 'ab', 'a'].map((_, index) => kept.at(index))).toEqual(['abc', 'é', 'de', 'ab', 'a']);
    const decode = vi.spyOn(TextDecoder.prototype, 'decode');
    const bytes = Buffer.from('12345');
    kept.pushBytes(bytes, 0, 5);
    expect(decode).toHaveBeenCalledTimes(1);
    kept.pushBytes(bytes, 0, 4);
    expect(decode).toHaveBeenCalledTimes(1);
    expect([kept.at(5), kept.at(6)]).toEqual(['12345', '1234']);
  });
});
