// Whatever a chart holds, its text keeps to the width, and drawing it never fails.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHARTS, chartOf } from '../../src/charts/index.ts';
import { open, parseConfiguration } from '../../src/index.ts';
import type { Axis, Chart, PlanePanel, Series } from '../../src/model/document/chart.ts';
import { renderChart } from '../../src/report/charts/text/render-chart.ts';
import { textWidth } from '../../src/report/draw/text-width.ts';
import { randomLog } from '../reference/log/random-log.ts';
import { allAnswers } from './example.ts';

/** Texts that a terminal would act on, that are wide, or that look like something else. */
const HOSTILE = [
  '\u001b[31mred\u001b[0m\u001b]8;;http://x\u0007link',
  '__proto__',
  'constructor',
  '',
  ' ',
  '漢字かな交じり文の長い題名がここにある',
  '👩‍👩‍👧‍👦🏎️',
  'a\nb\tc\r\nd\u2028e',
  '\u202eevil\u202c',
  'W'.repeat(300),
  '=1+1|<script>alert(1)</script>',
  `e${'\u0301'.repeat(40)}`,
];

function widestLine(text: string): number {
  return Math.max(...text.split('\n').map(textWidth));
}

function draw(chart: Chart, width: number, ascii: boolean): void {
  const text = renderChart(chart, { width, color: false, ascii });
  expect(widestLine(text), `${chart.name} at ${width}`).toBeLessThanOrEqual(width);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be there
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  expect(text.startsWith('\n')).toBe(false);
}

describe('charts of random logs', () => {
  it('keep to the width', async () => {
    for (let seed = 1; seed <= 25; seed++) {
      const log = randomLog(seed, { severalAssignees: seed % 3 === 0, unknownStatuses: seed % 5 === 0 });
      const configuration = { dropped: {}, ...((await parseConfiguration(log.yaml, 'pitwall.yaml')) as object) };
      const analysis = await open({ name: 'log.csv', data: log.csv }, { configuration, by: 'type' });
      const data = await allAnswers(analysis);
      for (const { name } of CHARTS)
        for (const width of [40, 41, 57, 80, 133])
          draw(chartOf(data, name, { log: seed % 2 === 0, points: true }), width, seed % 3 === 0);
    }
  });
});

/** A log whose names are hostile: stages, ids, titles, people, types. */
function hostileLog(): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = HOSTILE.flatMap((text, index) => {
    const id = cell(`${text}${index}`);
    const at = (day: number) => `2026-03-${String(day + 1).padStart(2, '0')}T09:00:00Z`;
    const who = cell(text);
    return [
      [id, who, who, cell(''), cell(`Start${text}`), at(index), cell(HOSTILE[(index + 1) % HOSTILE.length] ?? '')],
      [id, who, who, cell(`Start${text}`), cell('Doing'), at(index + 2), cell(text)],
      ...(index % 3 === 0 ? [] : [[id, who, who, cell('Doing'), cell('Done'), at(index + 5), cell(text)]]),
    ];
  });
  return `id,title,type,from,to,at,assignee\n${rows.map((row) => row.join(',')).join('\n')}\n`;
}

describe('hostile names', () => {
  it('cannot break out of their line', async () => {
    const analysis = await open({ name: 'log.csv', data: hostileLog() }, { by: 'type' });
    const data = await allAnswers(analysis);
    for (const { name } of CHARTS)
      for (const width of [40, 80, 120]) for (const ascii of [false, true]) draw(chartOf(data, name), width, ascii);
  });
});

describe('little data', () => {
  const HEAD = 'id,to,at\n';
  it.each([
    ['one open item', `${HEAD}A,Doing,2026-03-02T09:00Z\n`],
    ['one finished item', `${HEAD}A,Doing,2026-03-02T09:00Z\nA,Done,2026-03-04T09:00Z\n`],
    ['one that took no time', `${HEAD}A,Doing,2026-03-02T09:00Z\nA,Done,2026-03-02T09:00Z\n`],
    ['nothing selected', `${HEAD}A,Doing,2026-03-02T09:00Z\nA,Done,2026-03-04T09:00Z\n`],
  ])('%s', async (what, data) => {
    const options = what === 'nothing selected' ? { where: ['id=B'], allowEmpty: true } : {};
    const answers = await allAnswers(await open({ name: 'log.csv', data }, options));
    for (const { name } of CHARTS) {
      const chart = chartOf(answers, name);
      draw(chart, 40, false);
      draw(chart, 80, true);
      if (chart.reason !== null)
        expect(renderChart(chart, { width: 200, color: false }).replace(/\s+/g, ' ')).toBe(`${chart.reason} `);
    }
    const drawn = CHARTS.filter(({ name }) => chartOf(answers, name).reason === null).map(({ name }) => name);
    if (what === 'one open item') expect(drawn).toContain('aging');
    if (what === 'one finished item')
      expect(drawn).toEqual(expect.arrayContaining(['cycle-time', 'throughput', 'flow']));
    if (what === 'nothing selected') expect(drawn).not.toContain('cycle-time');
  });

  it('says which figures are missing', async () => {
    const analysis = await open({ name: 'log.csv', data: `${HEAD}A,Doing,2026-03-02T09:00Z\n` });
    expect(chartOf(analysis.report() as never, 'cumulative-flow').reason).toBe(
      'The data holds no cumulativeFlow, which this chart is made from.',
    );
  });
});

const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 });
const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'grapheme', maxLength: 30 }));

const axis = fc
  .record({
    label: text,
    unit: fc.constantFrom<Axis['unit']>('days', 'items', 'share', 'money', 'number', 'hours', 'points'),
    scale: fc.constantFrom<Axis['scale']>('linear', 'log', 'time', 'columns'),
    low: finite,
    size: fc.double({ noNaN: true, min: 1e-6, max: 1e9 }),
    columns: fc.array(text, { minLength: 1, maxLength: 14 }),
  })
  .map(({ label, unit, scale, low, size, columns }): Axis => {
    const day = 86_400_000;
    const times = { from: Math.floor(low) * day, to: (Math.floor(low) + Math.ceil(Math.min(size, 40_000))) * day };
    const ends =
      scale === 'columns'
        ? { from: -0.5, to: columns.length - 0.5 }
        : scale === 'time'
          ? { from: times.from % 8e14, to: (times.from % 8e14) + (times.to - times.from) }
          : scale === 'log'
            ? { from: Math.max(1e-6, Math.abs(low)), to: Math.max(1e-6, Math.abs(low)) * 10 + size }
            : { from: low, to: low + size };
    return {
      label,
      unit,
      currency: 'EUR',
      scale,
      offersLog: true,
      ...ends,
      columns: scale === 'columns' ? columns : [],
    };
  });

const panel = fc
  .tuple(
    axis,
    axis.filter(({ scale }) => scale === 'linear' || scale === 'log'),
  )
  .chain(([x, y]) => {
    const at = (of: Axis) =>
      fc.double({ noNaN: true, min: 0, max: 1 }).map((share) => of.from + share * (of.to - of.from));
    const dot = fc
      .record({ x: at(x), y: at(y) })
      .map((place) => ({ ...place, id: 'A', title: null, note: null, marked: false }));
    const point = fc
      .record({ x: at(x), y: fc.option(at(y)) })
      .map((place) => ({ ...place, note: null, marked: false }));
    const points = fc.array(point, { maxLength: 12 }).map((list) => list.sort((a, b) => a.x - b.x));
    const bar = fc
      .record({ from: at(x), to: at(x), value: fc.option(at(y)), label: text, incomplete: fc.boolean() })
      .map((one) => ({ ...one, from: Math.min(one.from, one.to), to: Math.max(one.from, one.to) }));
    const bars = fc.array(bar, { minLength: 1, maxLength: 150 });
    const base = { label: text, tone: fc.constantFrom<Series['tone']>('plain', 'group', 'active', 'signal') };
    const series: fc.Arbitrary<Series> = fc.oneof(
      fc.record({ ...base, mark: fc.constant('dots' as const), dots: fc.array(dot, { maxLength: 40 }) }),
      fc.record({ ...base, mark: fc.constant('bars' as const), stacked: fc.boolean(), bars }),
      fc.record({ ...base, mark: fc.constant('area' as const), points }),
      fc.record({ ...base, mark: fc.constant('line' as const), stepped: fc.boolean(), points }),
      fc.record({
        ...base,
        mark: fc.constant('segments' as const),
        segments: fc.array(
          fc.record({ x1: at(x), y1: at(y), x2: at(x), y2: at(y), label: text, arrow: fc.boolean() }),
          { maxLength: 4 },
        ),
      }),
      fc.record({
        ...base,
        mark: fc.constant('boxes' as const),
        boxes: fc.array(fc.record({ from: at(x), to: at(x), low: at(y), high: at(y), label: text }), { maxLength: 6 }),
      }),
      fc.record({
        ...base,
        mark: fc.constant('band' as const),
        edges: fc
          .array(fc.record({ x: at(x), low: at(y), high: at(y) }), { maxLength: 6 })
          .map((list) => list.sort((a, b) => a.x - b.x)),
      }),
    );
    const reference = fc
      .boolean()
      .chain((across) =>
        fc
          .record({ value: across ? at(x) : at(y), label: text, text })
          .map((one) => ({ ...one, axis: across ? ('x' as const) : ('y' as const), tone: 'limit' as const })),
      );
    return fc.record({
      panel: fc.constant('plane' as const),
      title: text,
      x: fc.constant(x),
      y: fc.constant(y),
      series: fc.array(series, { minLength: 1, maxLength: 5 }),
      references: fc.array(reference, { maxLength: 6 }),
    }) as fc.Arbitrary<PlanePanel>;
  });

describe('any description', () => {
  it('is drawn within its width', () => {
    fc.assert(
      fc.property(
        fc.array(panel, { minLength: 1, maxLength: 2 }),
        text,
        fc.integer({ min: 40, max: 200 }),
        fc.boolean(),
        (panels, title, width, ascii) => {
          draw(
            {
              name: 'any',
              title: `A${title}`,
              alternative: '',
              reading: '',
              reason: null,
              panels,
              notes: [title],
              notation: { timeZone: 'UTC', days: 'clock' },
            },
            width,
            ascii,
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});
