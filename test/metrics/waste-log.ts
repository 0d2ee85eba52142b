import type { Waste } from '../../src/contract/result.ts';
import { type Analysis, type AnalyzeOptions, open } from '../../src/index.ts';

/** A stage for each kind of time. */
export const workflow = [
  { stage: 'Ideas', kind: 'todo' },
  { stage: 'Writing', kind: 'active' },
  { stage: 'Queue', kind: 'waiting' },
  { stage: 'Review', kind: 'active' },
  { stage: 'Done', kind: 'done' },
  { stage: 'Cancelled', kind: 'dropped' },
];

/** `item, assignee, stage, instant` and, where it matters, type and flag. 2026-03-02 is a Monday. */
export interface Move {
  id: string;
  who: string;
  to: string;
  at: string;
  type?: string;
  blocked?: boolean;
}

export function csvOf(moves: readonly Move[]): string {
  const rows = moves.map(({ id, who, to, at, type = '', blocked = false }) =>
    [id, who, to, at, type, String(blocked)].join(','),
  );
  return ['item_id,assignee,to_status,timestamp,type,blocked', ...rows].join('\n');
}

/** A table of moves, a line each: `A ana Writing 2026-03-02T09:00Z`. */
export function movesOf(text: string): Move[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [id = '', who = '', to = '', at = '', ...besides] = line.trim().split(/\s+/);
      return { id, who: who === '-' ? '' : who, to, at, blocked: besides.includes('blocked') };
    });
}

export function openMoves(moves: readonly Move[], cost?: object, options: AnalyzeOptions = {}): Promise<Analysis> {
  const configuration = { workflow, ...(cost === undefined ? {} : { cost }), ...(options.configuration as object) };
  return open({ name: 'log.csv', data: csvOf(moves) }, { ...options, configuration });
}

/** The cost of waste, with its items. */
export async function wasteOf(moves: readonly Move[], cost?: object, options: AnalyzeOptions = {}): Promise<Waste> {
  return (await openMoves(moves, cost, options)).metric('waste').waste as Waste;
}

export function lineOf({ lines }: Waste, line: Waste['lines'][number]['line']): Waste['lines'][number] {
  return lines.find((one) => one.line === line) as Waste['lines'][number];
}

export function itemOf({ byItem }: Waste, id: string): NonNullable<Waste['byItem']>[number] {
  return byItem?.find((item) => item.id === id) as NonNullable<Waste['byItem']>[number];
}
