import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonCursor } from '../../../../src/ingest/text/json/json-cursor.ts';

describe('bytes of JSON', () => {
  it('are those that were appended and not dropped, through every step of growth', () => {
    // Room for 65,536 bytes at first, four of them behind the last.
    const sizes = [0, 1, 2, 65_528, 65_531, 65_532, 65_533, 65_536, 131_068, 131_069, 200_000];
    const step = fc.tuple(fc.constantFrom(...sizes), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        const cursor = new JsonCursor();
        let plain = Buffer.alloc(0);
        for (const [number, [size, dropped]] of steps.entries()) {
          const chunk = Buffer.alloc(size, `${number} of them`);
          cursor.append(chunk);
          plain = Buffer.concat([plain, chunk]);
          cursor.at = cursor.length;
          const count = Math.floor(dropped * cursor.length);
          cursor.drop(count);
          plain = plain.subarray(count);
          expect(cursor.at).toBe(plain.length);
          expect(cursor.bytes.subarray(0, cursor.length).equals(plain)).toBe(true);
          if (plain.length === 0) continue;
          // A word may be read from the last byte on.
          expect(cursor.view.getInt32(plain.length - 1, true) & 0xff).toBe(plain.at(-1));
          cursor.view.getInt32(plain.length, true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('hold strings that end at a quote with an even number of backslashes before it, however they are cut', () => {
    for (const length of [0, 1, 46, 47, 48, 49, 50, 95, 96, 97, 200]) {
      for (let slashes = 0; slashes < 5; slashes++) {
        // Behind its end stand a quote and a backslash that are not of it, or nothing.
        const inner = `${'x'.repeat(length)}${'\\'.repeat(slashes)}${slashes % 2 === 1 ? '"' : ''}`;
        for (let cut = 1; cut <= inner.length + 1; cut++) {
          const text = Buffer.from(`"${inner}"${cut % 2 === 0 ? '\\"' : ''}`);
          const cursor = new JsonCursor();
          cursor.append(text.subarray(0, cut));
          expect(cursor.skipString()).toBe(false);
          cursor.append(text.subarray(cut));
          expect(cursor.skipString()).toBe(true);
          expect([cursor.at, cursor.stringStart]).toEqual([inner.length + 2, -1]);
        }
      }
    }
  });

  it('lead to the bracket that closes, past strings, brackets and lines', () => {
    const inner = fc.array(fc.constantFrom('[', ']', '{', '}', '"]"', '"\\""', '1', ',', '\n', 'é'), { maxLength: 20 });
    fc.assert(
      fc.property(inner, fc.nat(30), (parts, cut) => {
        let depth = 2;
        let end = -1;
        let line = 1;
        let lineStart = 0;
        let at = 0;
        for (const part of parts) {
          if (part === '[' || part === '{') depth++;
          if (part === ']' || part === '}') {
            if (depth === 2) {
              end = at;
              break;
            }
            depth--;
          }
          at += Buffer.byteLength(part);
          if (part !== '\n') continue;
          line++;
          lineStart = at;
        }
        const bytes = Buffer.from(parts.join(''));
        const cursor = new JsonCursor();
        cursor.depth = 2;
        let found = false;
        for (const chunk of [bytes.subarray(0, cut), bytes.subarray(cut)]) {
          if (found) break;
          cursor.append(chunk);
          if (cursor.stringStart !== -1 && !cursor.skipString()) continue;
          found = cursor.skipDeeper(1);
        }
        const place = `${line}:${at - lineStart + 1}`;
        expect([found, cursor.position(at), ...(found ? [cursor.at, cursor.depth] : [])]).toEqual([
          end !== -1,
          place,
          ...(end === -1 ? [] : [end, 2]),
        ]);
      }),
      { numRuns: 500 },
    );
  });

  it('know the line and the column, and do not look for a line break that is not there', () => {
    const cursor = new JsonCursor();
    cursor.append(Buffer.from('\n{\n\n"a":1}'));
    cursor.moveTo(10, 3);
    expect(cursor.position(10)).toBe('4:7');
    cursor.drop(3);
    expect(cursor.position(7)).toBe('4:7');
    cursor.moveTo(7, 1);
    expect(cursor.position(7)).toBe('5:7');
    cursor.drop(1);
    expect(() => cursor.moveTo(6, 1)).toThrow('line breaks');
  });
});
