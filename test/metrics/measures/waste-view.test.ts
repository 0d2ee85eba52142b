import { describe, expect, it } from 'vitest';
import type { Waste } from '../../../src/contract/result.ts';
import { wasteItemTables } from '../../../src/metrics/measures/loss/waste/item-tables.ts';
import { wasteView } from '../../../src/metrics/measures/loss/waste/waste-view.ts';
import type { TablePart } from '../../../src/model/document/document-parts.ts';
import { movesOf, wasteOf } from '../waste-log.ts';

const moves = movesOf(`
  A ana Writing 2026-03-02T09:00Z
  A bo  Queue   2026-03-02T17:00Z
  A bo  Writing 2026-03-03T17:00Z
  A bo  Done    2026-03-04T17:00Z`);

const tables = (data: Waste) => wasteView.full(data).filter((part): part is TablePart => part.part === 'table');
const labels = (data: Waste) => tables(data).map(({ columns }) => columns.map(({ label }) => label).join(' | '));
const notes = (data: Waste) =>
  wasteView
    .full(data)
    .flatMap((part) => (part.part === 'note' ? [part.text] : []))
    .join(' ');

describe('the view of the cost of waste', () => {
  it('shows hours alone where there are no rates, and how to set one', async () => {
    const data = await wasteOf(moves);
    expect(labels(data).join(' ')).not.toMatch(/Cost|EUR/);
    expect(wasteView.brief(data)[0]?.note).toMatch(/charged; for money, set --rate$/);
    expect(notes(data)).toContain('Days have no price here: set --delay-rate, or delayPerDay');
    expect(notes(data)).toContain('Hand-offs take no time here: set --handoff-minutes, or handoffMinutes');
  });

  it('shows money in its currency, labour’s and delay’s apart', async () => {
    const data = await wasteOf(moves, { currency: 'EUR', hourlyRate: 50, delayPerDay: 40, handoffMinutes: 30 });
    const [labour, delay, stage] = labels(data);
    expect(labour).toBe('Line | Time | Cost, EUR | Of labour');
    expect(delay).toBe('Line | Item-days | Cost, EUR | Of delay');
    expect(stage).toBe('Stage | Labour | Cost, EUR | Wasted | Waiting, d | Blocked, d');
    expect(tables(data)[0]?.rows.map(([line]) => line)).toEqual(['abandoned', 'rework', 'hand-offs']);
    expect(tables(data)[1]?.rows.map(([line]) => line)).toEqual(['waiting', 'blocked', 'paused']);
    expect(notes(data)).not.toMatch(/set --/);
    expect(notes(data)).toContain('an allocation and no proof of work');
  });

  it('says so where part of the hours has no rate', async () => {
    const data = await wasteOf(moves, { rates: { stage: { Review: 50 }, assignee: { ana: 60 } } });
    const reworked = await wasteOf([...moves, ...movesOf('B ana Review 2026-03-02T09:00Z')], {
      rates: { stage: { Review: 50 } },
    });
    expect(data.labour.cost).toBeNull();
    expect(notes(reworked)).toContain('Cost: part of the hours has no rate: set --rate, or hourlyRate');
  });

  it('shows the time of an item’s hand-offs only where a hand-off takes some', async () => {
    const columnsOf = (data: Waste) =>
      wasteItemTables(data).flatMap((part) =>
        part.part === 'table' && part.title.startsWith('Behind hand-offs')
          ? part.columns.map(({ label }) => label)
          : [],
      );
    expect(columnsOf(await wasteOf(moves))).toEqual(['Item', 'State', 'Hand-offs']);
    expect(columnsOf(await wasteOf(moves, { handoffMinutes: 30 }))).toEqual(['Item', 'State', 'Hand-offs', 'Time']);
  });

  it('prints items where they are known, lines where they are not', async () => {
    const data = await wasteOf(moves);
    expect(wasteView.records(data).rows).toHaveLength(1);
    const { byItem, ...brief } = data;
    expect(wasteView.records(brief).rows.map(([line]) => line)).toEqual(data.lines.map(({ line }) => line));
  });
});
