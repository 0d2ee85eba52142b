import type { ColumnKind, TypedColumn } from '../../model/column-proposal.ts';
import { kindFromName } from '../../model/status-words/kind-words.ts';
import type { TableSample } from '../format.ts';
import { meansAssignee, meansStatus } from '../table/column-words/column-meaning.ts';
import { isCommonName } from '../table/column-words/common-names.ts';
import { contentOf, isDateCell, isNumberCell } from '../table/column-words/date-cells.ts';
import { type AsideDate, asideOf } from '../table/column-words/date-meaning.ts';

/** A column with the counts that are needed to choose among columns. */
export interface SampledColumn extends TypedColumn {
  index: number;
  /** Filled cells. */
  filled: number;
  /** Different values among them. */
  distinct: number;
  /** The filled cells of all rows, in their order; an empty text where a row has none. */
  cells: readonly string[];
}

/** A status or the like: few values, each on several rows. */
const MOST_CATEGORIES = 40;

const KEY = /^(?:[\p{L}][\p{L}\p{N}_]*[-#]?\d+|#?\d{1,12}|[0-9a-f]{24,40}|[0-9a-f]{8}-[0-9a-f-]{27})$/iu;
const PERSON = /^(?:[\p{Lu}][\p{L}'’.-]*(?: [\p{Lu}][\p{L}'’.-]*){1,3}|[^\s@]+@[^\s@]+\.[a-z]{2,})(?: <[^<>]*>)?$/u;
const ASIDE: Readonly<Record<AsideDate, string>> = {
  plan: 'a plan or a wish by its name',
  paperwork: 'beside the work by its name',
  change: 'the last change of a row by its name',
};

/** What the cells of each column of a sample seem to be, and why. */
export function typedColumns({ header, rows }: TableSample): SampledColumn[] {
  return header.map((name, index) => {
    const cells = rows.map((row) => row[index]?.trim() ?? '');
    const filled = cells.filter((cell) => cell !== '');
    const distinct = new Set(filled).size;
    const { kind, evidence } = typed(name, filled, distinct, rows.length);
    const common = isCommonName(name);
    return { name, kind, evidence, isCommonName: common, index, filled: filled.length, distinct, cells };
  });
}

function typed(
  name: string,
  filled: readonly string[],
  distinct: number,
  rows: number,
): { kind: ColumnKind; evidence: string } {
  const [first = ''] = filled;
  const some = `in ${filled.length} of ${rows} rows`;
  if (filled.length === 0) return { kind: 'empty', evidence: `nothing in ${rows} rows` };
  const dates = filled.filter(isDateCell).length;
  if (contentOf(dates, filled.length - dates) === 'dates') {
    const aside = asideOf(name);
    return {
      kind: 'dates',
      evidence: `dates ${some}, such as ${shown(first)}${aside === null ? '' : `; ${ASIDE[aside]}`}`,
    };
  }
  const keys = filled.filter((cell) => KEY.test(cell)).length >= filled.length * 0.9;
  if (
    keys &&
    distinct === filled.length &&
    filled.length === rows &&
    !/point|estimate|hour|count|%|cost|budget/i.test(name)
  ) {
    return { kind: 'ids', evidence: `a key ${some}, each another, such as ${shown(first)}` };
  }
  if (filled.every(isNumberCell)) {
    return { kind: 'numbers', evidence: `numbers ${some}, such as ${shown(first)}` };
  }
  if (isPeople(name, filled, distinct, keys)) {
    return { kind: 'people', evidence: `names ${some}, ${distinct} different, such as ${shown(first)}` };
  }
  if (isCategory(filled, distinct, meansStatus(name))) {
    const values = [...new Set(filled)];
    const list = values.slice(0, 4).map(shown).join(', ') + (values.length > 4 ? ' …' : '');
    return { kind: 'categories', evidence: `${distinct} values ${some}: ${list}` };
  }
  return { kind: 'text', evidence: `texts ${some}, ${distinct} different, such as ${shown(first)}` };
}

/** True for names of people. "Closed Complete" is written like one, but is a status: the words for statuses know it. */
function isPeople(name: string, filled: readonly string[], distinct: number, keys: boolean): boolean {
  if (meansStatus(name)) return false;
  if (meansAssignee(name)) return !keys;
  const people = filled.filter((cell) => cell.split(/\s*[,;|]\s*/).every((part) => PERSON.test(part))).length;
  return people >= filled.length * 0.8 && distinct < filled.length && knownShare(filled) < 0.5;
}

/** The share of cells that the words for statuses know. */
export function knownShare(filled: readonly string[]): number {
  const known = new Map([...new Set(filled)].map((cell) => [cell, kindFromName(cell) !== null]));
  return filled.length === 0 ? 0 : filled.filter((cell) => known.get(cell)).length / filled.length;
}

/** True for few values that come again. Those of a status may not do so yet in a few rows. */
function isCategory(filled: readonly string[], distinct: number, isStatus: boolean): boolean {
  const again = distinct <= Math.max(1, filled.length * 0.7) || (isStatus && filled.length <= 20);
  return again && distinct <= MOST_CATEGORIES && filled.every((cell) => cell.length <= 60);
}

function shown(cell: string): string {
  const line = cell.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)} …` : line;
}
