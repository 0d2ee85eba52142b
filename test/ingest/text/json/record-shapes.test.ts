import { describe, expect, it } from 'vitest';
import { escapeLength, unescapeInPlace } from '../../../../src/ingest/text/json/record-scanner.ts';
import { RecordShapes, type ShapeStep } from '../../../../src/ingest/text/json/record-shapes.ts';

/** All makes that are known, as text: what stands between the values, and the cell of each. */
function makes(step: ShapeStep | null, before = ''): string[] {
  if (step === null) return [];
  const own = `${before}${Buffer.from(step.literal.bytes)}<${step.cell}>`;
  const here = step.next === null ? [`${own} ${step.missing} ${step.breaks}`] : makes(step.next, own);
  return [...here, ...makes(step.other, before)];
}

describe('the makes of records', () => {
  const PATHS = [['a'], ['b', 'c'], ['d']];

  it('are a tree of what stands between their values', () => {
    const shapes = new RecordShapes(PATHS);
    const learned = ['{"a":1}', '{"a":1, "d":2}', '{"a":"x"}', '{\n"b":{"c":1},"x":3}', '{"d":2,"a":1}', '{}'];
    for (const text of learned) shapes.learn(text);
    // A value in no column is -1, the end -2; then the cells that are missing, and the line breaks.
    expect(makes(shapes.root.next).sort()).toEqual(
      [
        '{"a":<0>}<-2> 1,2 0',
        '{"a":<0>, "d":<2>}<-2> 1 0',
        '{\n"b":{"c":<1>},"x":<-1>}<-2> 0,2 1',
        '{"d":<2>,"a":<0>}<-2> 1 0',
        '{}<-2> 0,1,2 0',
      ].sort(),
    );
    expect(shapes.longest).toBe('{\n"b":{"c":'.length);
  });

  it('are two thousand steps at most', () => {
    // Each record is two steps: what stands before its value, and its end.
    for (const [count, known] of [
      [999, 999],
      [1000, 1000],
      [1001, 1000],
      [1200, 1000],
    ] as const) {
      const shapes = new RecordShapes(PATHS);
      for (let number = 0; number < count; number++) shapes.learn(`{"k${number}":1}`);
      expect(makes(shapes.root.next).length).toBe(known);
    }
  });

  it('of arrays have no more values than there are columns', () => {
    const shapes = new RecordShapes([[0], [1], [2]]);
    for (const text of ['[1,2]', '[1,2,3]', '[1,2,3,4]', '{"a":1}']) shapes.learn(text);
    expect(makes(shapes.root.next).sort()).toEqual(['[<0>,<1>,<2>]<-2>  0', '[<0>,<1>]<-2> 2 0'].sort());
  });
});

describe('escapes', () => {
  const unit = (code: number) => `\\u${code.toString(16).padStart(4, '0')}`;
  const texts = [0, 1, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xfffd, 0xffff, 0x10000, 0x103ff, 0x10400, 0x10ffff];
  const written = [
    ...texts.map((code) =>
      String.fromCodePoint(code)
        .split('')
        .map((half) => unit(half.charCodeAt(0)))
        .join(''),
    ),
    ...'"\\/bfnrt'.split('').map((letter) => `\\${letter}`),
    '\\u00AB',
    '\\uABCD',
  ];

  it.each(written)('%s is the text that JSON says, alone and among others', (one) => {
    const alone = Buffer.from(one);
    expect(escapeLength(alone, 0, alone.length)).toBe(one.length);
    // Cut anywhere, it is none.
    for (let to = 0; to < one.length; to++) expect(escapeLength(alone, 0, to)).toBe(0);
    for (const json of [one, `a${one}é`, `${one}${one}`, `${written.join('')}${one}`]) {
      const bytes = Buffer.from(`"${json}"`);
      const end = unescapeInPlace(bytes, 1, bytes.length - 1);
      expect(bytes.toString('utf8', 1, end)).toBe(JSON.parse(`"${json}"`));
    }
  });

  it.each([
    ...[0xd800, 0xdbff, 0xdc00, 0xdfff].map(unit),
    '\\x',
    '\\u12g4',
    '\\U0041',
    '\\u123',
    '\\ud800\\u0041',
    '\\ud800\\ue000',
    '\\é',
  ])('%s is none that is read', (one) => {
    const bytes = Buffer.from(`${one}"}`);
    expect(escapeLength(bytes, 0, bytes.length)).toBe(0);
  });
});
