import { describe, expect, it } from 'vitest';
import { analysisOf } from '../library/march.ts';

const TABLE = `
  id | at  | to      | type     | team | assignee
  A  | 2   | Writing | Bug      | Web  | ana
  A  | 4   | Done    | Bug      | Web  | ana
  B  | 3   | Writing | Story    | App  | ben
  B  | 5   | Done    | Story    | App  | ben
`;

async function refusal(where: string[], more: object = {}): Promise<string> {
  const analysis = await analysisOf(TABLE, { where, ...more });
  const messages = [() => analysis.report(), () => analysis.metric('age'), () => analysis.items()].map((ask) => {
    try {
      ask();
      return 'no error';
    } catch (error) {
      expect(error).toMatchObject({ code: 'empty-selection' });
      return (error as Error).message;
    }
  });
  expect(new Set(messages).size).toBe(1);
  return messages[0] as string;
}

describe('conditions that no item meets', () => {
  it.each([
    [['type=Buh'], '--where type=Buh: no item has such a value of "type". Did you mean "Bug"? Else add --allow-empty'],
    [['type=bug'], '--where type=bug: no item has such a value of "type". Did you mean "Bug"? Else add --allow-empty'],
    [
      ['type=Stroy,Buh'],
      '--where type=Stroy,Buh: no item has such a value of "type". Did you mean "Story" or "Bug"? Else add --allow-empty',
    ],
    [
      ['type=Epic'],
      '--where type=Epic: no item has such a value of "type". Its values: "Bug", "Story"; add --allow-empty',
    ],
    [
      ['type=Bug', 'stage=Dome'],
      '--where stage=Dome: no item has such a value of "stage". Did you mean "Done"? Else add --allow-empty',
    ],
    [['type=Bug', 'team=App'], '--where: no item meets all conditions. Leave one of them out, or add --allow-empty'],
    [['type!=Bug,Story'], '--where type!=Bug,Story: it leaves no item. Name fewer values, or add --allow-empty'],
    [['assignee='], '--where assignee=: every item has a value of "assignee". Name one, or add --allow-empty'],
  ])('%j are refused, with what the field has', async (where, message) => {
    expect(await refusal(where)).toBe(message);
  });

  it('are an answer where that is allowed', async () => {
    const analysis = await analysisOf(TABLE, { where: ['type=Buh'], allowEmpty: true });
    expect(analysis.report().items.total).toBe(0);
    expect(analysis.items().itemList).toEqual([]);
  });

  it('are an answer about data that holds no item', async () => {
    const analysis = await analysisOf(TABLE, { where: ['type=Bug'], asOf: '2026-03-01T00:00:00Z' });
    expect(analysis.report().items.total).toBe(0);
  });

  it('name nobody who is to have no name', async () => {
    const message = await refusal(['assignee=zoe'], { anonymizePeople: true });
    expect(message).toContain('"person 1", "person 2"');
    expect(message).not.toMatch(/ana|ben/);
  });
});
