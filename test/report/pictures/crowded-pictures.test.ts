// Pictures of data that hold much: forty stages, hundreds of ways back, long names in any script.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Axis, Chart, Dot, PlanePanel } from '../../../src/model/document/chart.ts';
import { formatNumber } from '../../../src/model/document/number-format.ts';
import { LIGHT } from '../../../src/report/pictures/look.ts';
import { scaleOf } from '../../../src/report/pictures/option/kit/scale.ts';
import { plainText, textWidth } from '../../../src/report/pictures/option/kit/text.ts';
import {
  drawnLinks,
  isOver,
  type Link,
  MOST_ARCS,
  omissions,
} from '../../../src/report/pictures/option/other/lanes.ts';
import { pictureOf } from '../../../src/report/pictures/option/picture.ts';
import { dotSeries } from '../../../src/report/pictures/option/plane/dots.ts';
import { svgOf } from '../../../src/report/pictures/svg.ts';

const STAGES = Array.from({ length: 40 }, (_, index) => `Stage number ${index + 1}`);

const axis = (scale: Axis['scale'], from: number, to: number, columns: readonly string[] = []): Axis => ({
  label: 'L',
  unit: 'items',
  currency: null,
  scale,
  offersLog: false,
  from,
  to,
  columns,
});

const chart = (...panels: Chart['panels']): Chart => ({
  name: 'made',
  title: 'Title.',
  alternative: 'Alternative.',
  reading: '',
  reason: null,
  panels,
  notes: [],
  notation: { timeZone: 'UTC', days: 'clock' },
});

/** Each pair of stages once in each direction. */
const everyWay = STAGES.flatMap((_, from) =>
  STAGES.flatMap((__, to): Link[] =>
    from === to ? [] : [{ from, to, value: 1000 * (40 - from) + to, back: to < from }],
  ),
);
const network: Chart['panels'][number] = {
  panel: 'network',
  title: '',
  unit: 'items',
  nodes: STAGES.map((label) => ({ label, tone: 'active', figures: [] })),
  links: everyWay,
};

interface Text {
  x: number;
  y: number;
  text: string;
  end: boolean;
}

/** The texts that are placed by `x` and `y`, and those that are slanted, where they are anchored. */
function textsOf(svg: string): { level: Text[]; slanted: Text[] } {
  const level: Text[] = [];
  const slanted: Text[] = [];
  for (const [, attributes = '', text = ''] of svg.matchAll(/<text([^>]*)>([^<]*)/g)) {
    const end = attributes.includes('text-anchor="end"');
    const place = / x="([-\d.]+)" y="([-\d.]+)"/.exec(attributes);
    if (place !== null) level.push({ x: Number(place[1]), y: Number(place[2]), text, end });
    const turned = /matrix\(0\.707,-0\.707,0\.707,0\.707,([-\d.]+),([-\d.]+)\)/.exec(attributes);
    if (turned !== null) slanted.push({ x: Number(turned[1]), y: Number(turned[2]), text, end });
  }
  return { level, slanted };
}

describe('a network of forty stages', () => {
  const svg = svgOf(chart(network));
  const width = Number(/width="(\d+)"/.exec(svg)?.[1]);

  it('is wide enough for names, and no way leaves the picture', () => {
    expect(width).toBeGreaterThan(40 * 84);
    const places = Array.from(svg.matchAll(/ d="(M[^"]*)"/g), ([, path = '']) =>
      Array.from(path.matchAll(/[MLQ ](-?[\d.]+) -?[\d.]+/g), ([, x]) => Number(x)),
    ).flat();
    expect(places.length).toBeGreaterThan(100);
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...places)).toBeLessThanOrEqual(width);
  });

  it('draws the most frequent ways, and says how many it does not', () => {
    expect(svg).toContain('Of 741 ways past a stage the 16 most frequent are drawn.');
    expect(svg).toContain('Of 780 ways back the 16 most frequent are drawn.');
    // 39 between neighbours, 16 over them, 16 back.
    expect(drawnLinks(everyWay)).toHaveLength(39 + 2 * MOST_ARCS);
  });

  it('writes the number of a move between neighbours where no stage covers it', () => {
    const { level } = textsOf(svg);
    const numbers = level.filter(({ text }) => text === formatted(40_001));
    const boxes = Array.from(svg.matchAll(/<path d="M(-?[\d.]+) (-?[\d.]+)L(-?[\d.]+) \2A/g), ([, from, , to]) => [
      Number(from),
      Number(to),
    ]);
    expect(numbers).toHaveLength(1);
    expect(boxes.length).toBeGreaterThanOrEqual(40);
    const [{ x }] = numbers as [Text];
    const half = textWidth(formatted(40_001), 12) / 2;
    for (const [from, to] of boxes as [number, number][]) expect(x + half <= from || x - half >= to).toBe(true);
  });
});

const formatted = (value: number) => formatNumber(value, 'number');

describe('the ways that are drawn', () => {
  const link = fc.record({
    from: fc.nat(9),
    to: fc.nat(9),
    value: fc.integer({ min: 1, max: 5 }),
    back: fc.boolean(),
  });
  it('are all between neighbours, and of the others never one that is rarer than one left out', () => {
    fc.assert(
      fc.property(fc.array(link, { maxLength: 90 }), (links: Link[]) => {
        const drawn = new Set(drawnLinks(links));
        for (const side of [isOver, ({ back }: Link) => back]) {
          const own = links.filter(side);
          const shown = own.filter((one) => drawn.has(one));
          expect(shown).toHaveLength(Math.min(own.length, MOST_ARCS));
          const least = Math.min(...shown.map(({ value }) => value));
          for (const one of own) if (!drawn.has(one)) expect(one.value).toBeLessThanOrEqual(least);
        }
        for (const one of links) if (!(one.back || isOver(one))) expect(drawn.has(one)).toBe(true);
        expect(omissions(links).length === 0).toBe(drawn.size === links.length);
      }),
    );
  });
});

describe('the names of forty areas', () => {
  it('keep their distance: the widest areas are named', () => {
    const points = (height: number) => [0, 86_400_000].map((x) => ({ x, y: height, note: null, marked: false }));
    const areas = STAGES.map((label, index) => ({
      mark: 'area' as const,
      label,
      tone: 'active' as const,
      points: points(index + 1),
    }));
    const panel: PlanePanel = {
      panel: 'plane',
      title: '',
      x: axis('time', 0, 86_400_000),
      y: axis('linear', 0, 820),
      series: areas,
      references: [],
    };
    const { level } = textsOf(svgOf(chart(panel)));
    const names = level.filter(({ text }) => text.startsWith('Stage')).sort((a, b) => a.y - b.y);
    expect(names.length).toBeGreaterThan(15);
    expect(names.length).toBeLessThan(40);
    for (const [index, { y }] of names.entries())
      if (index > 0) expect(y - (names[index - 1]?.y ?? 0)).toBeGreaterThanOrEqual(12.9);
    // The thickest lies on top, and all thicker ones are named.
    expect(names.map(({ text }) => text)).toEqual(STAGES.slice(-names.length).reverse());
  });
});

describe('long names of areas on a phone', () => {
  it('leave the areas more than half of the width', () => {
    const points = [0, 86_400_000].map((x) => ({ x, y: 3, note: null, marked: false }));
    const panel: PlanePanel = {
      panel: 'plane',
      title: '',
      x: axis('time', 0, 86_400_000),
      y: axis('linear', 0, 3),
      series: [{ mark: 'area', label: 'Documentation and release notes of the product', tone: 'active', points }],
      references: [],
    };
    const widthOf = (width: number) => {
      const { option } = pictureOf(chart(panel), { palette: LIGHT, width, framed: false });
      return (option.grid as { width: number }[])[0]?.width ?? 0;
    };
    expect(widthOf(340)).toBeGreaterThan(170);
    // With room, the name is given what it needs, up to 170 pixels and its line.
    expect(widthOf(1000)).toBe(1000 - 4 - 28 - 194);
  });
});

describe('names of columns', () => {
  const bars = (columns: readonly string[]): PlanePanel => ({
    panel: 'plane',
    title: '',
    x: axis('columns', -0.5, columns.length - 0.5, columns),
    y: axis('linear', 0, 10),
    series: [
      {
        mark: 'bars',
        label: '',
        tone: 'plain',
        stacked: false,
        bars: columns.map((label, at) => ({ from: at - 0.5, to: at + 0.5, value: 9, label, incomplete: false })),
      },
    ],
    references: [],
  });

  it('that are slanted begin within the picture', () => {
    const { slanted } = textsOf(svgOf(chart(bars(STAGES.map((name) => `A long name of ${name}`)))));
    expect(slanted).toHaveLength(40);
    for (const { end, text, x } of slanted) {
      expect(end).toBe(true);
      expect(x - textWidth(text, 12) * Math.SQRT1_2).toBeGreaterThanOrEqual(0);
    }
  });

  it('stay level where each has room for a part of it', () => {
    const names = ['Очередь на согласование юридического отдела', 'Übersetzungsfreigabeverfahren', 'Done'];
    expect(textsOf(svgOf(chart(bars([...names, ...names])))).slanted).toEqual([]);
  });
});

describe('dots in a column', () => {
  const panel: PlanePanel = {
    panel: 'plane',
    title: '',
    x: axis('columns', -0.5, 0.5, ['A']),
    y: axis('linear', 0, 100),
    series: [],
    references: [],
  };
  const area = { width: 400, height: 300 };
  const placed = (heights: readonly number[]) => {
    const dots = heights.map(
      (y, index): Dot => ({ x: 0, y, id: `A-${index}`, title: null, note: null, marked: false }),
    );
    const y = scaleOf(panel.y, area.height, true);
    const { data } = dotSeries(
      { mark: 'dots', label: '', tone: 'signal', dots },
      panel,
      0,
      { color: '#000000', symbol: 'circle' },
      LIGHT,
      y,
      area,
    );
    return (data as [number, number][]).map(([x, height]) => [x * area.width, (height / y.max) * area.height] as const);
  };

  it('stand in the middle, if they do not cover each other', () => {
    expect(placed([10, 20, 30, 40]).map(([x]) => x)).toEqual([0, 0, 0, 0]);
    // 8 pixels a dot: 50 and 51 are 3 pixels apart, 56 is free again.
    expect(placed([50, 51, 56]).map(([x]) => x)).toEqual([0, 9, 0]);
  });

  it('never cover each other while the column has room, and never leave it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 30 }), (heights) => {
        const dots = placed(heights);
        for (const [index, [x, y]] of dots.entries()) {
          expect(Math.abs(x)).toBeLessThanOrEqual(area.width * 0.4 + 1e-9);
          for (const [otherX, otherY] of dots.slice(index + 1))
            expect(Math.max(Math.abs(x - otherX), Math.abs(y - otherY))).toBeGreaterThan(8 - 1e-9);
        }
      }),
    );
  });
});

describe('a name that is written from right to left', () => {
  it('draws no number and no arrow after it to its other side', () => {
    expect(plainText('from Ana to محمد بن عبد الله: 11 of 163')).toBe('from Ana to محمد بن عبد الله\u200e: 11 of 163');
    expect(plainText('דוד → מחכה')).toBe('דוד\u200e → מחכה\u200e');
    // Applied again, it changes nothing.
    expect(plainText(plainText('דוד → מחכה: 3'))).toBe(plainText('דוד → מחכה: 3'));
    expect(plainText('Übersetzung 3 → Prüfung')).toBe('Übersetzung 3 → Prüfung');
  });
});

describe('the ticks of an axis, if a coarse step leaves it empty above', () => {
  it('are finer: 21 items end at 25, not at 30', () => {
    expect(scaleOf(axis('linear', 0, 21), 200, true).max).toBe(25);
    expect(scaleOf(axis('linear', 0, 9), 200, true).max).toBe(10);
  });

  it('of whole percents have no decimals', () => {
    const share: Axis = { ...axis('linear', 0, 0.23), unit: 'share' };
    expect(scaleOf(share, 200, true).ticks.map(({ text }) => text)).toEqual([
      '0 %',
      '5 %',
      '10 %',
      '15 %',
      '20 %',
      '25 %',
    ]);
  });
});
