import type { Report } from '../../../contract/output.ts';
import { type NotePart, note, type Section } from '../../../model/document/document-parts.ts';
import { countOf, formatNumber } from '../../../model/document/number-format.ts';
import { capitalized, enumerate, metricName, sentence } from '../../words.ts';
import { leftOutLines } from './left-out-lines.ts';
import { SAID_BESIDE } from './said-beside.ts';

type Finding = Report['findings'][number];
type Failure = Report['failures'][number];
type Example = Finding['examples'][number];

const TITLE = 'What the data could not say';

/** Lines that it may take on a terminal of 80 columns, about: one more says where the rest is. */
const ROOM = 11;
/** Lines for what the figures leave out, however many findings there are. */
const LEFT_OUT_LINES = 2;

/**
 * Whether findings or failures make figures wrong: said before the figures, not only after them. What stands beside the
 * headline in sentences is not said again.
 */
export function warningNotes(findings: readonly Finding[], failures: readonly Failure[] = []): NotePart[] {
  const codes = (wanted: Finding['weight']) =>
    findings
      .filter(({ code, weight }) => weight === wanted && !SAID_BESIDE.has(code))
      .map(({ code, count }) => `${code} (${formatNumber(count, 'number')}×)`);
  const errors = codes('error');
  const warnings = codes('warning');
  const metrics = failures.map(({ metric }) => metricName(metric));
  return [
    ...(errors.length === 0 ? [] : [note(`The data makes figures wrong: ${enumerate(errors)}; see the end.`, 'error')]),
    ...(warnings.length === 0
      ? []
      : [note(`The data may make figures wrong: ${enumerate(warnings)}; see the end.`, 'warning')]),
    ...(metrics.length === 0 ? [] : [note(`Could not be computed: ${enumerate(metrics)}; see the end.`, 'error')]),
  ];
}

/**
 * What the data could not say, at the end of a document: as a list, and whole.
 * @param report the report whose figures leave items out; null in documents that say so beside the figures
 */
export function findingsSections(
  findings: readonly Finding[],
  failures: readonly Failure[] = [],
  report: Report | null = null,
): Section[] {
  return [
    { ...listedFindings(findings, failures, report), only: { of: 'findings', at: ['listed'] } },
    { ...allFindings(findings, failures, report), only: { of: 'findings', at: ['whole'] } },
  ];
}

/** The heaviest first, an entry each with one place to look at; the rest is counted. */
export function listedFindings(
  findings: readonly Finding[],
  failures: readonly Failure[] = [],
  report: Report | null = null,
): Section {
  const leftOut = leftOutNotes(report);
  const heavy = findings.filter(({ weight }) => weight !== 'info');
  const light = findings.filter(({ weight }) => weight === 'info');
  const entries = [
    ...failures.map(failureNote),
    ...byWeight(heavy).map(briefNote),
    ...leftOut,
    ...light.map(briefNote),
  ];
  if (entries.length === 0) {
    const nothing =
      report === null ? 'Nothing was found wrong.' : 'Nothing was found wrong, and no figure leaves an item out.';
    return { id: 'findings', title: TITLE, parts: [note(nothing)] };
  }
  const shown = fitting(entries, new Set(leftOut.slice(0, LEFT_OUT_LINES)));
  const more = entries.length - shown.length;
  const all = leftOut.some((entry) => !shown.includes(entry))
    ? 'pitwall inspect shows all findings, pitwall <metric> what it leaves out'
    : 'pitwall inspect shows all, with examples';
  const last =
    more > 0 ? [note(`${countOf(more, 'more', 'more')}: ${all}.`)] : findings.length > 0 ? [note(`${all}.`)] : [];
  return { id: 'findings', title: TITLE, parts: [...shown, ...last] };
}

/** Every finding with all the examples that were kept, and all that the figures leave out. */
export function allFindings(
  findings: readonly Finding[],
  failures: readonly Failure[] = [],
  report: Report | null = null,
): Section {
  const entries = byWeight(findings).map((finding) => {
    // The same place may be met twice by one rule.
    const examples = [...new Set(finding.examples.map(exampleText))];
    const where = examples.length === 0 ? '' : ` For example ${examples.join('; ')}.`;
    return findingNote(finding, '', where);
  });
  const parts = [...failures.map(failureNote), ...entries, ...leftOutNotes(report)];
  return { id: 'findings', title: TITLE, parts: parts.length === 0 ? [note('Nothing was found wrong.')] : parts };
}

function leftOutNotes(report: Report | null): NotePart[] {
  return report === null ? [] : leftOutLines(report).map((text) => note(`note: ${text}`));
}

/** As many entries as there is room for, in their order: at least one, and the reserved ones. */
function fitting(entries: readonly NotePart[], reserved: ReadonlySet<NotePart>): NotePart[] {
  let room = ROOM;
  for (const entry of reserved) room -= linesOf(entry);
  return entries.filter((entry, index) => {
    if (reserved.has(entry)) return true;
    room -= linesOf(entry);
    return index === 0 || room >= 0;
  });
}

/** Words leave some of each line empty, and the weight goes before the first. */
function linesOf({ text, weight }: NotePart): number {
  return Math.ceil((text.length + (weight === 'info' ? 0 : 'warning: '.length)) / 75);
}

function byWeight(findings: readonly Finding[]): Finding[] {
  const rank = { error: 0, warning: 1, info: 2 };
  return [...findings].sort((a, b) => rank[a.weight] - rank[b.weight]);
}

function failureNote({ metric, message, groups }: Failure): NotePart {
  const where = groups === undefined ? '' : ` for ${enumerate(groups.map((value) => value ?? '(none)'))}`;
  return note(`${capitalized(metricName(metric))} could not be computed${where}: ${sentence(message)}`, 'error');
}

function briefNote(finding: Finding): NotePart {
  const [first] = finding.examples;
  const place = first === undefined ? '' : placeOf(first);
  return findingNote(finding, place === '' ? '' : `; ${place}`, '');
}

/** Errors and warnings get their word from the output; what only informs would get none. */
function findingNote({ code, count, cure, message, weight }: Finding, place: string, where: string): NotePart {
  const what = capitalized(message).replace(/\.$/, '');
  const text = `${what} (${code}, ${formatNumber(count, 'number')}×${place}). ${capitalized(sentence(cure))}${where}`;
  return note(weight === 'info' ? `note: ${text}` : text, weight);
}

/** The shortest words that find it. */
function placeOf({ file, line, item, value }: Example): string {
  if (file !== undefined && line !== undefined) return `${file.replace(/^.*[/\\]/, '')}:${line}`;
  if (item !== undefined) return `item ${item}`;
  return value === undefined ? '' : `“${value}”`;
}

function exampleText({ file, line, item, value }: Example): string {
  const place = file === undefined ? null : `${file}${line === undefined ? '' : `:${line}`}`;
  const words = [place, item === undefined ? null : `item ${item}`, value === undefined ? null : `“${value}”`];
  return words.filter((word) => word !== null).join(', ');
}
