import { open, type Report } from '../../src/index.ts';
import { differences } from '../bench/kit/differences.mjs';
import { readText } from '../ingest/read-text.ts';
import { Random } from '../reference/log/random.ts';
import type { Spelling } from './spelling.ts';
import { rowsOf, type WorkItem } from './work.ts';
import { written } from './written.ts';

/** What a file came to: texts to compare. */
interface Answers {
  items: string;
  report: string;
}

/** How a file was read otherwise than it should have been; null if it was not. */
export interface Difference {
  /** `log`: the rows are not those that were written. The others: an answer is not that of the first file. */
  kind: 'log' | 'items' | 'report' | 'error';
  /** Index of the spelling. */
  spelling: number;
  what: string;
}

/**
 * Reads the files of all spellings. Each must give the rows that were written, and the answers of the first.
 * @param onFile told before each
 */
export async function differenceOf(
  items: readonly WorkItem[],
  spellings: readonly Spelling[],
  onFile: (spelling: number) => void,
): Promise<Difference | null> {
  const expected = expectedLog(items);
  let first: Answers | null = null;
  for (const [index, spelling] of spellings.entries()) {
    onFile(index);
    const bytes = written(items, spelling);
    const difference = (kind: Difference['kind'], what: string): Difference => ({ kind, spelling: index, what });
    try {
      const log = await logOf(bytes, spelling);
      const wrong = firstOtherLine(expected, log);
      if (wrong !== null) return difference('log', wrong);
      const answers = await answersOf(bytes, spelling);
      first ??= answers;
      for (const kind of ['items', 'report'] as const) {
        if (answers[kind] === first[kind]) continue;
        const found = differences(JSON.parse(first[kind]), JSON.parse(answers[kind]))[0] ?? 'more, or in another order';
        return difference(kind, found);
      }
    } catch (error) {
      return difference('error', error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
  return null;
}

/** What a log of these items holds, in lines that say one thing each, sorted. */
function expectedLog(items: readonly WorkItem[]): string[] {
  return [
    ...items.map(({ id, title, type, created }) => itemLine(id, title, type, created)),
    ...rowsOf(items).map(({ item, change }) =>
      changeLine(item.id, change.at, change.from, change.to, [...change.people].sort()),
    ),
  ].sort();
}

async function logOf(bytes: Uint8Array, spelling: Spelling): Promise<string[]> {
  const log = await readText(chunks(bytes, spelling, 3));
  const [titles, types] = [log.field('title'), log.field('type')];
  return [
    ...log.itemIds.map((id, item) =>
      itemLine(
        id,
        titles.dictionary.value(titles.base(item)),
        types.dictionary.value(types.base(item)),
        log.created.at(item),
      ),
    ),
    ...Array.from({ length: log.transitionCount }, (_, row) => {
      const { transitions, statuses, people } = log;
      const [from, to] = [transitions.from(row), transitions.to(row)].map((status) => statuses.value(status));
      const id = log.itemIds[transitions.item(row)] as string;
      return changeLine(id, transitions.at(row), from as string, to as string, people.members(transitions.people(row)));
    }),
  ].sort();
}

function itemLine(id: string, title: string, type: string, created: number): string {
  return `item ${JSON.stringify({ id, title, type, created })}`;
}

function changeLine(id: string, at: number, from: string, to: string, people: readonly string[]): string {
  return `change ${JSON.stringify([id, at, from, to, people])}`;
}

async function answersOf(bytes: Uint8Array, spelling: Spelling): Promise<Answers> {
  const analysis = await open({ name: 'log', data: chunks(bytes, spelling, 4) }, { keepRows: false });
  return { items: JSON.stringify(analysis.items().itemList), report: JSON.stringify(withoutForm(analysis.report())) };
}

/** A report without what it rightly says of the file's form: its encoding, delimiter and lines. */
function withoutForm(report: Report): unknown {
  return {
    ...report,
    sources: report.sources.map(({ rows, used, merged, rejected }) => ({ rows, used, merged, rejected })),
    findings: report.findings
      .filter(({ code }) => code !== 'windows-1252')
      .map(({ code, weight, count }) => ({ code, weight, count })),
  };
}

/** The bytes as a stream gives them: each time cut at other places. */
async function* chunks(bytes: Uint8Array, { chunk, seed }: Spelling, salt: number): AsyncGenerator<Uint8Array> {
  const random = new Random(seed + salt);
  // A file of many megabytes byte by byte takes minutes, and shows no more than its first pieces do.
  const most = chunk === null ? bytes.length : Math.max(chunk, Math.ceil(bytes.length / 4000));
  const fixed = random.chance(0.5);
  for (let at = 0, end = 0; at < bytes.length; at = end) {
    end = Math.min(bytes.length, at + (fixed ? most : random.whole(1, most)));
    yield await Promise.resolve(bytes.slice(at, end));
  }
}

/** Where two sorted lists part; null if they do not. */
function firstOtherLine(expected: readonly string[], actual: readonly string[]): string | null {
  const place = expected.findIndex((line, index) => line !== actual[index]);
  if (place === -1 && expected.length === actual.length) return null;
  const at = place === -1 ? expected.length : place;
  const counts = `${actual.length} lines instead of ${expected.length}; the first that differs`;
  return `${counts}: ${shortened(actual[at])} instead of ${shortened(expected[at])}`;
}

function shortened(line = 'none'): string {
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
