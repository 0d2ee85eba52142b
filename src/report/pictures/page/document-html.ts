import type { NotePart, Part, ScalarPart, Section, TablePart } from '../../../model/document/document-parts.ts';
import { formatCells, formatValue, type Notation } from '../../draw/notation.ts';
import { isProse, runs } from '../../draw/part-runs.ts';
import { distributionTable, ladderTable, seriesTable } from '../../draw/part-table.ts';
import { escapeMarkup, plainText } from '../option/kit/text.ts';

/** A text of the data as markup shows it literally. */
export function html(text: string): string {
  return escapeMarkup(plainText(text));
}

const NUMBERED = /^\d+\. /;

/** The parts of a section, as the report has them. */
export function partsHtml({ parts }: Section, notation: Notation): string {
  return runs(parts)
    .map((run) => runHtml(run, notation))
    .join('\n');
}

function runHtml(run: readonly [Part, ...Part[]], notation: Notation): string {
  const [first] = run;
  switch (first.part) {
    case 'scalar':
      return scalarsHtml(run as readonly ScalarPart[], notation);
    case 'note':
      return notesHtml(run as readonly NotePart[]);
    case 'table':
      return tableHtml(first, notation);
    case 'distribution':
      return tableHtml(distributionTable(first), notation);
    case 'ladder':
      return tableHtml(ladderTable(first), notation);
    case 'series':
      return tableHtml(seriesTable(first), notation);
    default:
      // The page has charts of its own.
      return '';
  }
}

/** Sentences; where some are numbered, the others explain them. */
function notesHtml(notes: readonly NotePart[]): string {
  const steps = notes.some(({ text }) => NUMBERED.test(text));
  return `<ul class="notes${steps ? ' steps' : ''}">${notes.map((note) => noteHtml(note, steps)).join('')}</ul>`;
}

function noteHtml({ text, weight }: NotePart, steps: boolean): string {
  return `<li class="${steps && !NUMBERED.test(text) ? 'aside' : weight}">${weight === 'info' ? '' : `<strong>${weight}:</strong> `}${html(text)}</li>`;
}

function scalarsHtml(parts: readonly ScalarPart[], notation: Notation): string {
  const [first] = parts;
  if (first !== undefined && isProse(first)) {
    const rows = parts.map(
      ({ label, note, unit, value }) =>
        `<dt>${html(label)}</dt><dd>${html(formatValue(value, unit, notation))}${note === null ? '' : ` <small>${html(note)}</small>`}</dd>`,
    );
    return `<dl class="facts">${rows.join('')}</dl>`;
  }
  const cards = parts.map(
    ({ label, note, trend, unit, value }) =>
      `<div class="card"><dt>${html(label)}</dt><dd><b>${html(formatValue(value, unit, notation))}</b>${trend === null ? '' : sparkHtml(trend)}${note === null ? '' : `<small>${html(note)}</small>`}</dd></div>`,
  );
  return `<dl class="cards">${cards.join('')}</dl>`;
}

/** One bar a value, the oldest first; an unknown one is left out. */
function sparkHtml(values: readonly (number | null)[]): string {
  const shown = values.slice(-26);
  const most = shown.reduce<number>((largest, value) => Math.max(largest, value ?? 0), 0);
  const bars = shown.map((value, index) => {
    if (value === null) return '';
    const height = most === 0 ? 1 : Math.max(1, Math.round((value / most) * 22));
    return `<rect x="${index * 5}" y="${24 - height}" width="4" height="${height}"/>`;
  });
  return `<svg class="spark" viewBox="0 0 ${shown.length * 5} 24" width="${shown.length * 5}" height="24" aria-hidden="true">${bars.join('')}</svg>`;
}

const NUMBERS: ReadonlySet<string> = new Set([
  'days',
  'hours',
  'items',
  'points',
  'share',
  'number',
  'per day',
  'per period',
]);

function tableHtml(part: TablePart, notation: Notation): string {
  const { columns, empty, rows, title } = part;
  if (rows.length === 0) return empty === '' ? '' : `<p>${html(empty)}</p>`;
  const isNumber = columns.map(({ unit }) => NUMBERS.has(unit));
  const head = columns.map(
    ({ label }, column) => `<th scope="col"${isNumber[column] ? ' class="n"' : ''}>${html(label)}</th>`,
  );
  const body = formatCells(part, notation).map((row) => {
    const cells = row.map((text, column) => `<td${isNumber[column] ? ' class="n"' : ''}>${html(text)}</td>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  const caption = title === '' ? '' : `<caption>${html(title)}</caption>`;
  return `<div class="scroll" tabindex="0" role="group"${title === '' ? ' aria-label="Table"' : ` aria-label="${html(title)}"`}><table>${caption}<thead><tr>${head.join('')}</tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}
