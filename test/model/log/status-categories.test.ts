import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventLog } from '../../../src/model/log/event-log.ts';
import { possibleKinds, type StatusCategory } from '../../../src/model/workflow/status-category.ts';
import { STAGE_KINDS, type StageKind } from '../../../src/model/workflow/workflow.ts';

const CATEGORIES: readonly StatusCategory[] = [...STAGE_KINDS, 'in-progress', 'open', 'closed'];

function logThatHears(...said: readonly (StatusCategory | null)[]): EventLog {
  const log = new EventLog();
  for (const category of said) log.categorize('Review', category);
  return log;
}

const agreed = (...said: readonly (StatusCategory | null)[]) => logThatHears(...said).statusCategories.get('review');

test('what one place leaves open, another says', () => {
  expect(agreed('open', 'in-progress')).toBe('in-progress');
  expect(agreed('in-progress', 'waiting', 'open')).toBe('waiting');
  expect(agreed('closed', 'done')).toBe('done');
});

test('of what contradicts itself the common part counts: it is over, or it is not', () => {
  expect(agreed('todo', 'in-progress')).toBe('open');
  expect(agreed('active', 'waiting')).toBe('in-progress');
  expect(agreed('done', 'dropped')).toBe('closed');
});

test('a status that is over in one place and open in another is left to its name, and a finding says so once', () => {
  const log = logThatHears('in-progress', 'closed', 'closed', 'in-progress', 'todo');

  expect(log.statusCategories.get('review')).toBeUndefined();
  expect(log.findings.list()).toMatchObject([
    { code: 'category-differs', count: 1, weight: 'info', examples: [{ value: 'Review' }] },
  ]);
});

test('statuses are the same as they are everywhere: whatever their letter case and spaces', () => {
  const log = new EventLog();
  log.categorize(' In  QA', 'in-progress');
  log.categorize('in qa', 'todo');

  expect(log.statusCategories.get('in qa')).toBe('open');
});

test('nothing said, of nothing or of a name of the language itself, harms nothing', () => {
  const log = logThatHears(null);
  log.categorize('', 'done');
  log.categorize('__proto__', 'done');

  expect(log.statusCategories.get('review')).toBeUndefined();
  expect(log.statusCategories.get('')).toBeUndefined();
  expect(log.statusCategories.get('__proto__')).toBe('done');
  expect(log.statusCategories.get('constructor')).toBeUndefined();
});

test('the order of rows changes nothing, and no kind is left that nobody allows, or taken that all exclude', () => {
  const lists = fc.array(fc.constantFrom(...CATEGORIES), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(lists, fc.nat(), (said, turn) => {
      const category = agreed(...said);
      const turned = [...said.slice(turn % said.length), ...said.slice(0, turn % said.length)].reverse();
      expect(agreed(...turned)).toBe(category);
      const kinds: readonly StageKind[] = category === undefined ? STAGE_KINDS : possibleKinds(category);
      const allowed = STAGE_KINDS.filter((kind) => said.every((one) => possibleKinds(one).includes(kind)));
      // What all allow is exactly what remains; where they allow nothing in common, nothing of it is lost.
      if (allowed.length > 0) expect([...kinds].sort()).toEqual([...allowed].sort());
      else for (const one of said) expect(kinds).toEqual(expect.arrayContaining([...possibleKinds(one)]));
    }),
  );
});
