import type { NetworkPanel } from '../../../model/document/chart.ts';
import { formatNumber } from '../../../model/document/number-format.ts';
import { distinctLabels } from '../../draw/distinct-labels.ts';
import { formatValue } from '../../draw/notation.ts';
import { safeText } from '../../draw/safe-text.ts';
import { padEnd, padStart, widest } from '../../draw/text-width.ts';
import type { Brush } from './brush.ts';

type Link = NetworkPanel['links'][number];

/** Places one below the other with their figures, then what went from one to another as bars, returns last. */
export function drawNetwork({ links, nodes }: NetworkPanel, brush: Brush): string[] {
  const names = nodes.map(({ label }) => brush.say(safeText(label)));
  const figures = nodes.some((node) => node.figures.length > 0) ? drawFigures(nodes, names, brush) : [];
  const onward = links.filter(({ back }) => !back);
  const back = links.filter((link) => link.back);
  const most = links.reduce((largest, { value }) => Math.max(largest, value), 0);
  const parts = [
    figures,
    drawLinks('Onward', onward, names, most, brush),
    drawLinks('Back', back, names, most, brush),
  ].filter((lines) => lines.length > 0);
  return parts.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function drawFigures(nodes: NetworkPanel['nodes'], names: readonly string[], brush: Brush): string[] {
  const labels = nodes[0]?.figures.map(({ label }) => label) ?? [];
  const columns = labels.map((label, at) => {
    const texts = nodes.map(({ figures }) => {
      const { unit, value } = figures[at] ?? { unit: 'number', value: null };
      return brush.say(formatValue(value, unit === 'money' ? 'number' : unit, brush.notation));
    });
    const width = widest([label, ...texts]) + 2;
    return { width, head: padStart(label, width), cells: texts.map((text) => padStart(text, width)) };
  });
  const taken = columns.reduce((sum, { width }) => sum + width, 0);
  const short = distinctLabels(names, Math.max(6, brush.width - taken));
  const nameWidth = widest(short);
  return [
    brush.paint(padEnd('', nameWidth) + columns.map(({ head }) => head).join(''), 'quiet'),
    ...short.map((name, row) => padEnd(name, nameWidth) + columns.map(({ cells }) => cells[row]).join('')),
  ];
}

/** More than these are too small to see. */
const MOST_LINKS = 15;

/** `Review -> Writing  29 ###`: the most first. */
function drawLinks(
  title: string,
  links: readonly Link[],
  names: readonly string[],
  most: number,
  brush: Brush,
): string[] {
  if (links.length === 0) return [];
  const { arrow, lengths } = brush.glyphs;
  const sorted = [...links].sort((a, b) => b.value - a.value || a.from - b.from || a.to - b.to);
  const numbers = sorted.map(({ value }) => brush.say(formatNumber(value, 'number')));
  const numberWidth = widest(numbers);
  const between = arrow.onward;
  // Two names, the arrow with a blank on either side, the number, and a bar of a third of the rest.
  const rest = brush.width - numberWidth - between.length - 4;
  const room = Math.max(4, Math.floor(Math.min(rest * 0.36, 24)));
  const short = distinctLabels(names, room);
  const used = [...new Set(links.flatMap(({ from, to }) => [from, to]))].map((at) => short[at] as string);
  const nameWidth = widest(used);
  const length = Math.max(2, brush.width - 2 * nameWidth - between.length - numberWidth - 4);
  const lines = sorted.slice(0, MOST_LINKS).map(({ from, to, value }, index) => {
    const eighths = Math.max(1, Math.round((value / most) * length * 8));
    const bar = (lengths[7] as string).repeat(Math.floor(eighths / 8)) + (lengths[(eighths % 8) - 1] ?? '');
    const way = `${padEnd(short[from] ?? '', nameWidth)} ${between} ${padEnd(short[to] ?? '', nameWidth)}`;
    return `${way} ${padStart(numbers[index] ?? '', numberWidth)} ${brush.paint(bar, title === 'Back' ? 'back' : 'plain')}`;
  });
  const more = sorted.length - lines.length;
  const unshown = more > 0 ? [brush.paint(`${more} more, each with ${numbers[MOST_LINKS]} or fewer`, 'quiet')] : [];
  return [brush.paint(title, 'quiet'), ...lines, ...unshown];
}
