import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextBytes } from '../../src/model/text-bytes.ts';

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
});
