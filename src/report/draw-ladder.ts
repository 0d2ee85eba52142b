import type { LadderPart } from '../model/parts.ts';
import { drawTable } from './draw-table.ts';
import { formatValue, type Notation } from './notation.ts';
import { ladderTable } from './part-table.ts';
import { safeText } from './safe-text.ts';
import { shorten } from './shorten.ts';
import type { Style } from './style.ts';
import { padEnd, textWidth } from './text-width.ts';
import { READING_WIDTH, wrapIndented } from './wrap.ts';

const WAIT = 'wait ';
const WORK = 'work ';
/** A step is at least as wide as its time, and as its name up to here where there is room. */
const LEAST_STEP = 8;
const MOST_STEP = 16;
/** Between a text and the step's edge. */
const SPACE = 2;

/** One step as text: its name and its time, and whether it is drawn above. */
interface Step {
  name: string;
  time: string;
  high: boolean;
}

/**
 * The time line of a value-stream map: waiting above, working below, name and time beside each step. As many steps as
 * fit stand in a row; the line goes on in the next. Where not even three fit, a table says the same.
 */
export function drawLadder(part: LadderPart, width: number, notation: Notation, style: Style): string[] {
  const reading = Math.min(width, READING_WIDTH);
  const title = part.title === '' ? [] : wrapIndented(safeText(part.title), reading).map(style.heading);
  if (part.steps.length === 0) return [...title, ...wrapIndented(safeText(part.empty), reading).map(style.context)];
  const times = part.steps.map(({ days }) => formatValue(days, 'days', notation));
  const labels = part.steps.map(({ label }) => safeText(label));
  const room = reading - WAIT.length;
  const needed = Math.max(LEAST_STEP, ...times.map((time) => textWidth(time) + SPACE));
  if (needed * 3 > room) return drawTable(ladderTable(part), width, notation, style);
  const longest = Math.max(...labels.map((label) => textWidth(label) + SPACE));
  const wanted = Math.max(needed, Math.min(MOST_STEP, longest));
  const perRow = Math.floor(room / wanted);
  const rows = Math.ceil(part.steps.length / perRow);
  // Rows of about the same length, and steps as wide as that leaves them.
  const inRow = Math.ceil(part.steps.length / rows);
  const size = Math.max(wanted, Math.min(Math.floor(room / inRow), longest));
  const names = shorten(labels, size - SPACE);
  const steps = part.steps.map(
    ({ step }, index): Step => ({
      name: names[index] as string,
      time: times[index] as string,
      high: step === 'wait',
    }),
  );
  const lines = [...title];
  for (let first = 0; first < steps.length; first += inRow) {
    if (first > 0) lines.push('');
    lines.push(...drawRow(steps.slice(first, first + inRow), size, style));
  }
  return lines;
}

/** Names and times of the steps that wait, the upper line, the lower one, times and names of the steps that work. */
function drawRow(steps: readonly Step[], size: number, style: Style): string[] {
  let upper = '';
  let lower = '';
  for (const [index, { high }] of steps.entries()) {
    const [above, below] = edge(steps[index - 1]?.high, high);
    upper += above + (high ? '─' : ' ').repeat(size - 1);
    lower += below + (high ? ' ' : '─').repeat(size - 1);
  }
  const cells = (of: (step: Step) => string, high: boolean) =>
    steps.map((step) => padEnd(step.high === high ? ` ${of(step)}` : '', size)).join('');
  const gutter = ' '.repeat(WAIT.length);
  return [
    style.context(`${gutter}${cells(({ name }) => name, true)}`.trimEnd()),
    `${style.context(WAIT)}${cells(({ time }) => time, true)}`.trimEnd(),
    `${gutter}${upper}`.trimEnd(),
    `${gutter}${lower}`.trimEnd(),
    `${style.context(WORK)}${cells(({ time }) => time, false)}`.trimEnd(),
    style.context(`${gutter}${cells(({ name }) => name, false)}`.trimEnd()),
  ];
}

/** The first column of a step, in the upper and in the lower line: a step up, a step down, or a mark on the level. */
function edge(before: boolean | undefined, high: boolean): [above: string, below: string] {
  if (before === undefined) return high ? ['─', ' '] : [' ', '─'];
  if (before !== high) return high ? ['┌', '┘'] : ['┐', '└'];
  return high ? ['┬', ' '] : [' ', '┴'];
}
