import type { LadderPart } from '../../model/document/document-parts.ts';
import { distinctLabels } from './distinct-labels.ts';
import { drawTable } from './draw-table.ts';
import { formatValue, type Notation } from './notation.ts';
import { ladderTable } from './part-table.ts';
import { safeText } from './safe-text.ts';
import type { Style } from './style.ts';
import { padEnd, widest } from './text-width.ts';
import { READING_WIDTH, wrapIndented } from './wrap.ts';

const WAIT = 'wait ';
const WORK = 'work ';
/** A step is at least as wide as its time, and up to this wide for its name. */
const LEAST_STEP = 8;
const MOST_STEP = 12;
/** Columns between a text and the edge of the step. */
const SPACE = 2;

/** One step as text. */
interface Step {
  /** The name cut to a width, different from all others. */
  name: (width: number) => string;
  time: string;
  high: boolean;
}

/**
 * The time line of a value-stream map: waiting above, working below, with name and time of each step. The line continues
 * in the next row if the steps do not all fit. If fewer than three fit in a row, a table shows the same.
 */
export function drawLadder(part: LadderPart, width: number, notation: Notation, style: Style): string[] {
  const reading = Math.min(width, READING_WIDTH);
  const title = part.title === '' ? [] : wrapIndented(safeText(part.title), reading).map(style.heading);
  if (part.steps.length === 0) return [...title, ...wrapIndented(safeText(part.empty), reading).map(style.context)];
  const times = part.steps.map(({ days }) => formatValue(days, 'days', notation));
  const labels = part.steps.map(({ label }) => safeText(label));
  const room = reading - WAIT.length;
  const needed = Math.max(LEAST_STEP, widest(times) + SPACE);
  if (needed * 3 > room) return drawTable(ladderTable(part), width, notation, style);
  const size = Math.max(needed, Math.min(MOST_STEP, widest(labels) + SPACE));
  const rows = Math.ceil(part.steps.length / Math.floor(room / size));
  // Rows of about the same length.
  const inRow = Math.ceil(part.steps.length / rows);
  const cut = new Map<number, string[]>();
  const cutTo = (width: number) => {
    const names = cut.get(width) ?? distinctLabels(labels, width);
    cut.set(width, names);
    return names;
  };
  const steps = part.steps.map(
    ({ step }, index): Step => ({
      name: (width) => cutTo(width)[index] as string,
      time: times[index] as string,
      high: step === 'wait',
    }),
  );
  const lines = [...title];
  for (let first = 0; first < steps.length; first += inRow) {
    if (first > 0) lines.push('');
    lines.push(...drawRow(steps.slice(first, first + inRow), size, room, style));
  }
  return lines;
}

/** From top to bottom: names and times of waiting steps, the upper line, the lower line, times and names of working steps. */
function drawRow(steps: readonly Step[], size: number, room: number, style: Style): string[] {
  let upper = '';
  let lower = '';
  for (const [index, { high }] of steps.entries()) {
    const [above, below] = edge(steps[index - 1]?.high, high);
    upper += above + (high ? '─' : ' ').repeat(size - 1);
    lower += below + (high ? ' ' : '─').repeat(size - 1);
  }
  const gutter = ' '.repeat(WAIT.length);
  const level = (high: boolean, mark: string) => [
    style.context(`${gutter}${namesOf(steps, high, size, room)}`.trimEnd()),
    `${style.context(mark)}${steps.map((step) => padEnd(step.high === high ? ` ${step.time}` : '', size)).join('')}`.trimEnd(),
  ];
  const waits = steps.some(({ high }) => high) ? level(true, WAIT) : [];
  const works = steps.some(({ high }) => !high) ? level(false, WORK).reverse() : [];
  return [
    ...waits,
    ...[upper, lower].map((line) => `${gutter}${line}`.trimEnd()).filter((line) => line !== ''),
    ...works,
  ];
}

/** The names of one level in one line. A name may extend over steps of the other level, whose names are in another line. */
function namesOf(steps: readonly Step[], high: boolean, size: number, room: number): string {
  const own = steps.flatMap((step, index) => (step.high === high ? [index] : []));
  let line = '';
  for (const [place, index] of own.entries()) {
    const end = (own[place + 1] ?? Math.floor(room / size)) * size;
    line = `${padEnd(line, index * size)} ${(steps[index] as Step).name(end - index * size - SPACE)}`;
  }
  return line;
}

/** The first column of a step in the upper and the lower line: a step up, a step down, or a mark on the same level. */
function edge(before: boolean | undefined, high: boolean): [above: string, below: string] {
  if (before === undefined) return high ? ['─', ' '] : [' ', '─'];
  if (before !== high) return high ? ['┌', '┘'] : ['┐', '└'];
  return high ? ['┬', ' '] : [' ', '┴'];
}
