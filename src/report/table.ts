import type { Reporter, ScalarPart, Section } from '../model/document-parts.ts';
import { drawLadder } from './draw/draw-ladder.ts';
import { drawNote } from './draw/draw-note.ts';
import { drawFigures, drawProse } from './draw/draw-scalars.ts';
import { drawSeries } from './draw/draw-series.ts';
import { drawTable } from './draw/draw-table.ts';
import { type Notation, notationOf } from './draw/notation.ts';
import { isProse, type Run, runs } from './draw/part-runs.ts';
import { distributionTable } from './draw/part-table.ts';
import { safeText } from './draw/safe-text.ts';
import { type Style, styleOf } from './draw/style.ts';
import { READING_WIDTH, wrapIndented } from './draw/wrap.ts';

/** Below this nothing readable can be drawn, so it is the least that is assumed. */
const LEAST_WIDTH = 20;

/** Aligned text for people, on a terminal or in a mail: no line is wider than the width. */
export const tableReporter: Reporter = {
  id: 'table',
  extensions: ['.txt'],
  description: 'aligned text for people',
  render(document, options) {
    const width = Math.max(LEAST_WIDTH, Math.floor(options.width));
    const style = styleOf(options.color);
    const notation = notationOf(document.data);
    const title = wrapIndented(safeText(document.title), Math.min(width, READING_WIDTH)).map(style.headline);
    const sections = document.sections.map((section) => drawSection(section, width, notation, style));
    const blocks = [title, ...sections].filter((lines) => lines.length > 0);
    return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
  },
};

function drawSection(section: Section, width: number, notation: Notation, style: Style): string[] {
  const title = section.title === '' ? [] : wrapIndented(safeText(section.title), Math.min(width, READING_WIDTH));
  let lines = title.map(style.heading);
  for (const [index, run] of runs(section.parts).entries()) {
    // Notes belong to what they follow; everything else stands apart.
    if (index > 0 && run[0].part !== 'note') lines.push('');
    // Not pushed: a list of items may have more lines than a call takes arguments.
    lines = lines.concat(drawRun(run, width, notation, style));
  }
  return lines;
}

function drawRun(run: Run, width: number, notation: Notation, style: Style): string[] {
  const [first] = run;
  const reading = Math.min(width, READING_WIDTH);
  switch (first.part) {
    case 'scalar': {
      const scalars = run as readonly ScalarPart[];
      return isProse(first)
        ? drawProse(scalars, reading, notation, style)
        : drawFigures(scalars, reading, notation, style);
    }
    case 'table':
      return drawTable(first, width, notation, style);
    case 'distribution':
      return drawTable(distributionTable(first), width, notation, style);
    case 'ladder':
      return drawLadder(first, width, notation, style);
    case 'series':
      return drawSeries(first, width, notation, style);
    case 'note':
      return run.flatMap((part) => (part.part === 'note' ? drawNote(part, reading, style) : []));
  }
}
