import type { Head } from '../../../contract/result.ts';
import { type NotePart, note } from '../../../model/document/document-parts.ts';
import { countOf, formatNumber } from '../../../model/document/number-format.ts';
import { formatInstant } from '../../../model/time/instant-format.ts';

/** What was read and how it is looked at, in a sentence: the frame that `frameSection` has whole. */
export function frameLine(head: Head): NotePart[] {
  const facts = [time(head), days(head), stages(head), kept(head), configured(head)].filter((text) => text !== '');
  const read = sources(head);
  return [note(`${read}${read === '' ? '' : ': '}${facts.join('; ')} (--verbose).`)];
}

function sources({ sources: files }: Head): string {
  const [only] = files;
  if (only === undefined) return '';
  const sum = (count: 'rows' | 'rejected') => files.reduce((all, file) => all + file[count], 0);
  const rejected = sum('rejected');
  const items = files.length === 1 ? `, ${countOf(only.items, 'item')}` : '';
  const not = rejected === 0 ? '' : `, ${formatNumber(rejected, 'number')} not used`;
  const name = files.length === 1 ? only.file.replace(/^.*[/\\]/, '') : countOf(files.length, 'file');
  return `${name}, ${countOf(sum('rows'), 'row')}${not}${items}`;
}

/** The window by its days; when it was looked from is said where that is not its last. */
function time({ asOf, timeZone, window: { from, to } }: Head): string {
  const day = (instant: string) => formatInstant(instant, timeZone).slice(0, 10);
  const end = asOf === null || (to !== null && day(asOf) === day(to)) ? '' : ` as of ${day(asOf)}`;
  if (from === null || to === null) return `an empty window${end}`;
  return `${day(from)} to ${day(to)}${end} (${timeZone})`;
}

function days({ basis, calendar }: Head): string {
  return `${basis} days${basis === 'working' && calendar.assumed ? ' by an assumed calendar' : ''}`;
}

function stages({ workflow }: Head): string {
  if (workflow.stages.length === 0) return 'no statuses';
  return `${countOf(workflow.stages.length, 'stage')}${workflow.inferred ? ', inferred' : ''}`;
}

function kept({ where }: Head): string {
  return where.length === 0 ? '' : `only ${where.join(' and ')}`;
}

/** Only where nobody would look for it: not in the working folder. */
function configured({ configuration }: Head): string {
  return configuration === undefined ? '' : `configured by ${configuration}`;
}
