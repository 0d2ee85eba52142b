import { describe, expect, it } from 'vitest';
import { parseConfiguration } from '../../../src/settings/file/parse-configuration.ts';

/** The one line that a configuration is refused with. */
async function refusal(text: string): Promise<string> {
  const error = await parseConfiguration(text, 'pitwall.yaml').then(
    () => new Error('accepted'),
    (thrown: unknown) => thrown as Error,
  );
  return error.message;
}

/** Every key, as `docs` show it. */
const COMPLETE = `timeZone: Europe/Madrid
basis: working
unit: sprint
last: 26w
workflow:
  - { stage: Ideas,      kind: todo,    statuses: [Backlog, Ideas] }
  - { stage: Writing,    kind: active,  statuses: [Writing, In progress], limit: 4 }
  - { stage: Approval,   kind: waiting, statuses: [Waiting for approval, Legal hold] }
  - { stage: Published,  kind: done,    statuses: [Published, Done] }
  - { stage: Cancelled,  kind: dropped, statuses: [Won't do] }
startPolicy: last
finishPolicy: first
excludePaused: true
ignoreVisitsShorterThan: 30s
commitAt: Writing
finishAt: Published
percentiles: { points: [50, 85.5], method: nearest-rank }
calendar:
  days: [mon, tue, wed, thu, fri]
  hours: { mon: ["09:00-13:00", "14:00-18:00"], fri: ["22:00-24:00"] }
  holidays: [2026-12-25, 2027-01-01]
  country: ES
sprint: { days: 14, start: 2026-01-05 }
fields: { id: Ticket, to: Stage, at: Changed on }
dropped: { resolution: [Won't Do, Duplicate, Cannot Reproduce] }
path: [Writing, Approval]
reviews: [Approval]
limits:
  - { stage: Approval, maxDays: 2.5 }
cost:
  currency: EUR
  hourlyRate: 55
  rates: { assignee: { ana: 80 }, stage: { Legal: 120 } }
  delayPerDay: { default: 40, byType: { Campaign: 250 } }
  delayBasis: working
  handoffMinutes: 20
  effort: full
  staleAfterDays: 30
`;

describe('a configuration', () => {
  it('may hold every key', async () => {
    expect(await parseConfiguration(COMPLETE, 'pitwall.yaml')).toEqual({
      timeZone: 'Europe/Madrid',
      basis: 'working',
      unit: 'sprint',
      last: '26w',
      workflow: [
        { stage: 'Ideas', kind: 'todo', statuses: ['Backlog', 'Ideas'] },
        { stage: 'Writing', kind: 'active', statuses: ['Writing', 'In progress'], limit: 4 },
        { stage: 'Approval', kind: 'waiting', statuses: ['Waiting for approval', 'Legal hold'] },
        { stage: 'Published', kind: 'done', statuses: ['Published', 'Done'] },
        { stage: 'Cancelled', kind: 'dropped', statuses: ["Won't do"] },
      ],
      startPolicy: 'last',
      finishPolicy: 'first',
      excludePaused: true,
      ignoreVisitsShorterThan: '30s',
      commitAt: 'Writing',
      finishAt: 'Published',
      percentiles: { points: [50, 85.5], method: 'nearest-rank' },
      calendar: {
        days: ['mon', 'tue', 'wed', 'thu', 'fri'],
        hours: { mon: ['09:00-13:00', '14:00-18:00'], fri: ['22:00-24:00'] },
        holidays: ['2026-12-25', '2027-01-01'],
        country: 'ES',
      },
      sprint: { days: 14, start: '2026-01-05' },
      fields: { id: 'Ticket', to: 'Stage', at: 'Changed on' },
      dropped: { resolution: ["Won't Do", 'Duplicate', 'Cannot Reproduce'] },
      path: ['Writing', 'Approval'],
      reviews: ['Approval'],
      limits: [{ stage: 'Approval', maxDays: 2.5 }],
      cost: {
        currency: 'EUR',
        hourlyRate: 55,
        rates: { assignee: { ana: 80 }, stage: { Legal: 120 } },
        delayPerDay: { default: 40, byType: { Campaign: 250 } },
        delayBasis: 'working',
        handoffMinutes: 20,
        effort: 'full',
        staleAfterDays: 30,
      },
    });
  });

  it('may be empty, or nothing but comments', async () => {
    expect(await parseConfiguration('', 'pitwall.yaml')).toEqual({});
    expect(await parseConfiguration('# unit: week\n', 'pitwall.yaml')).toEqual({});
  });

  it('may be JSON, indented by tabs and with a byte order mark', async () => {
    const json = `\uFEFF${JSON.stringify({ basis: 'working', cost: { delayPerDay: 40 } }, null, '\t')}`;
    expect(await parseConfiguration(json, 'pitwall.json')).toEqual({ basis: 'working', cost: { delayPerDay: 40 } });
  });

  it('may hold JSON within YAML, and dates without quotes', async () => {
    const text = 'calendar:\n  holidays: [2025-05-01]\ncost: {"effort": "shared", "rates": {"stage": {"Review": 120}}}';
    expect(await parseConfiguration(text, 'pitwall.yaml')).toEqual({
      calendar: { holidays: ['2025-05-01'] },
      cost: { effort: 'shared', rates: { stage: { Review: 120 } } },
    });
  });

  it('may put a status in the stage of the same name, whatever the case', async () => {
    const text =
      'workflow:\n  - { stage: Writing, kind: active, statuses: [WRITING, " in   progress", In Progress] }\n';
    await expect(parseConfiguration(text, 'pitwall.yaml')).resolves.toBeDefined();
  });

  it('may commit at a stage that only the inferred workflow will have', async () => {
    await expect(parseConfiguration('commitAt: Writing', 'pitwall.yaml')).resolves.toEqual({ commitAt: 'Writing' });
  });
});

const STAGES = 'workflow:\n  - { stage: Writing, kind: active, statuses: [Doing] }\n  - { stage: Live, kind: done }\n';

describe('a configuration is refused with one line', () => {
  it.each([
    // Keys.
    ['timezone: UTC', '1:1: unknown key `timezone`. Did you mean `timeZone`?'],
    ['time_zone: UTC', '1:1: unknown key `time_zone`. Did you mean `timeZone`?'],
    ['basis: elapsed\nfields: { titel: X }', '2:11: unknown key `titel` in fields. Did you mean `title`?'],
    [
      'workflow:\n  - { stage: A, kind: active, status: [x] }',
      '2:31: unknown key `status` in workflow[0]. Did you mean `statuses`?',
    ],
    ['cost:\n  rates:\n    team: {}', '3:5: unknown key `team` in cost.rates. Known here: assignee, stage'],
    ['cost: { delayPerDay: { byTyp: {} } }', '1:24: unknown key `byTyp` in cost.delayPerDay. Did you mean `byType`?'],
    ['calendar: { hours: { friday: [] } }', '1:22: unknown key `friday` in calendar.hours. Did you mean `fri`?'],
    // Values.
    ['timeZone: Europe/Madrdi', '1:11: unknown time zone `Europe/Madrdi`. Did you mean `Europe/Madrid`?'],
    ['timeZone: New York', '1:11: unknown time zone `New York`. Did you mean `America/New_York`?'],
    [
      'timeZone: "+01:00"',
      '1:11: unknown time zone `+01:00`. Write a place in place of an offset, which changes with summer time: Europe/Madrid',
    ],
    ['basis: workin', '1:8: basis cannot be `workin`. Did you mean `working`?'],
    ['basis: 3', '1:8: basis cannot be `3`. Write one of elapsed, working, inclusive'],
    ['unit: fortnight', '1:7: unit cannot be `fortnight`. Write one of day, week, month, sprint'],
    [
      'unit: sprint',
      '1:7: unit is `sprint`, but no sprint is configured. Add `sprint: { days: 14, start: 2026-01-05 }`',
    ],
    ['last: 26', '1:7: last cannot be `26`. Write a number with d, w or m (days, weeks, months), such as 26w'],
    [
      'last:',
      '1:1: last is empty. Write a number with d, w or m (days, weeks, months), such as 26w, or remove the key',
    ],
    ['startPolicy: earliest', '1:14: startPolicy cannot be `earliest`. Write one of first, last'],
    ['finishPolicy: lst', '1:15: finishPolicy cannot be `lst`. Did you mean `last`?'],
    ['excludePaused: yes', '1:16: excludePaused cannot be `yes`. Write true or false'],
    ['excludePaused: "true"', '1:16: excludePaused cannot be `true`. Write it without quotes: true'],
    [
      'ignoreVisitsShorterThan: 1w',
      '1:26: ignoreVisitsShorterThan cannot be `1w`. Write a number with s, m, h or d (seconds, minutes, hours, days), such as 30s',
    ],
    ['percentiles: { points: [50, 101] }', '1:29: percentiles.points[1] cannot be `101`. Write a number from 0 to 100'],
    ['percentiles: { method: nearest }', '1:24: percentiles.method cannot be `nearest`. Did you mean `nearest-rank`?'],
    ['sprint: { days: 14 }', '1:9: sprint has no `start`. Write a date that exists, as YYYY-MM-DD'],
    [
      'sprint: { days: 1.5, start: 2026-01-05 }',
      '1:17: sprint.days cannot be `1.5`. Write a whole number of days, 1 or more',
    ],
    ['fields: { id: 3 }', '1:15: fields.id cannot be `3`. Put it in quotes: "3"'],
    [
      'dropped: { resolution: Duplicate }',
      '1:24: dropped.resolution cannot be `Duplicate`. Write a list, such as [Published, Done]',
    ],
    // The workflow.
    [
      'workflow: []',
      '1:11: workflow cannot be an empty list. List the stages in the order of the work, or remove the key to have them inferred',
    ],
    ['workflow:\n  - { kind: active }', '2:5: workflow[0] has no `stage`. Give the stage a name'],
    ['workflow:\n  - { stage: A, kind: activ }', '2:23: workflow[0].kind cannot be `activ`. Did you mean `active`?'],
    [
      'workflow:\n  - { stage: A, kind: active, statuses: [1] }',
      '2:42: workflow[0].statuses[0] cannot be `1`. Put it in quotes: "1"',
    ],
    [
      'workflow:\n  - { stage: A, kind: active, limit: 0 }',
      '2:38: workflow[0].limit cannot be `0`. Write a whole number of items, 1 or more',
    ],
    [
      'workflow:\n  - { stage: A, kind: active }\n  - { stage: " a ", kind: done }',
      '3:14: two stages are called `a`. Rename one of them, or join their statuses in one stage',
    ],
    [
      'workflow:\n  - { stage: A, kind: active, statuses: [x] }\n  - { stage: B, kind: done, statuses: [y, "X "] }',
      '3:43: status `X` is in two stages, `A` and `B`. Keep it in one of them',
    ],
    [
      'workflow:\n  - { stage: A, kind: active, statuses: [b] }\n  - { stage: B, kind: done }',
      '2:42: status `b` is in two stages, `B` and `A`. Keep it in one of them',
    ],
    [`${STAGES}path: [Writng]`, '4:8: path names no stage of the workflow: `Writng`. Did you mean `Writing`?'],
    [`${STAGES}path: [Writing, writing]`, '4:17: path names `writing` twice. Remove one of them'],
    [
      `${STAGES}reviews: [Live]`,
      '4:11: reviews names `Live`, in which items end. Name stages of the kinds todo, active and waiting',
    ],
    [
      `${STAGES}limits: [{ stage: doing, maxDays: 2 }]`,
      '4:19: limits names no stage of the workflow: `doing`. It is a status of `Writing`: write that',
    ],
    [
      `${STAGES}limits: [{ stage: Writing, maxDays: 0 }]`,
      '4:37: limits[0].maxDays cannot be `0`. Write a number of days, more than 0',
    ],
    // One limit needs no list, and its mistakes are told as plainly.
    [
      `${STAGES}limits: { stage: doing, maxDays: 2 }`,
      '4:18: limits names no stage of the workflow: `doing`. It is a status of `Writing`: write that',
    ],
    [
      `${STAGES}limits: { stage: Live, maxDays: 2 }`,
      '4:18: limits names `Live`, in which items end. Name stages of the kinds todo, active and waiting',
    ],
    [
      `${STAGES}limits: { stage: Writing, maxDays: 0 }`,
      '4:36: limits.maxDays cannot be `0`. Write a number of days, more than 0',
    ],
    [`${STAGES}limits: { stage: Writing }`, '4:9: limits has no `maxDays`. Write a number of days, more than 0'],
    [`${STAGES}limits: 2`, '4:9: limits cannot be `2`. Write { stage: Review, maxDays: 2 }, or a list of such limits'],
    [
      `${STAGES}limits: [{ stage: Writing, maxDays: 2 }, { stage: writing, maxDays: 3 }]`,
      '4:42: limits names `writing` twice. Remove one of them',
    ],
    [`${STAGES}commitAt: Writng`, '4:11: commitAt names no stage of the workflow: `Writng`. Did you mean `Writing`?'],
    [
      `${STAGES}commitAt: doing`,
      '4:11: commitAt names no stage of the workflow: `doing`. It is a status of `Writing`: write that',
    ],
    [
      `${STAGES}finishAt: Archive`,
      '4:11: finishAt names no stage of the workflow: `Archive`. Write one of Writing, Live',
    ],
    // The calendar.
    ['calendar:', '1:1: calendar is empty. Write a mapping of keys and values, or remove the key'],
    ['calendar: { days: [mon, tues] }', '1:25: calendar.days[1] cannot be `tues`. Did you mean `tue`?'],
    [
      'calendar: { days: [] }',
      '1:19: calendar.days cannot be an empty list. List the working days, such as [mon, tue, wed, thu, fri]',
    ],
    [
      'calendar:\n  hours: 09:00-17:00',
      '2:10: calendar.hours cannot be `09:00-17:00`. Write a list of hours for all days, or a mapping such as { fri: ["08:00-14:00"] }',
    ],
    [
      'calendar:\n  hours: ["9-17"]',
      '2:11: calendar.hours[0] cannot be `9-17`. Write HH:MM-HH:MM in quotes, such as "09:00-17:00"; an end before the start crosses midnight',
    ],
    [
      'calendar:\n  hours: { fri: ["24:00-08:00"] }',
      '2:18: calendar.hours.fri[0] cannot be `24:00-08:00`. Write HH:MM-HH:MM in quotes, such as "09:00-17:00"; an end before the start crosses midnight',
    ],
    [
      'calendar:\n  days: [mon]\n  hours: { fri: ["08:00-14:00"] }',
      '3:10: calendar has no working hours on mon. Give at least one working day its hours',
    ],
    [
      'calendar:\n  holidays:\n    - 2026-02-30',
      '3:7: calendar.holidays[0] cannot be `2026-02-30`. Write a date that exists, as YYYY-MM-DD',
    ],
    [
      'calendar: { country: XX }',
      '1:22: no public holidays are known for `XX`. Write an ISO 3166 code, such as ES, or with a region, ES-MD',
    ],
    ['calendar: { country: Spain }', '1:22: no public holidays are known for `Spain`. Did you mean `ES` (Spain)?'],
    ['calendar: { country: UK }', '1:22: no public holidays are known for `UK`. Did you mean `GB`?'],
    [
      'calendar: { country: AT-10 }',
      '1:22: no public holidays are known for `AT-10`. Write `AT`, or one of AT-1, AT-2, AT-3, AT-4, AT-5, AT-6, AT-7, AT-8, AT-9',
    ],
    // Cost.
    [
      'cost: { hourlyRate: -1 }',
      '1:21: cost.hourlyRate cannot be `-1`. Write an amount, 0 or more, without a currency sign',
    ],
    ['cost: { hourlyRate: "55" }', '1:21: cost.hourlyRate cannot be `55`. Write it without quotes: 55'],
    [
      'cost: { hourlyRate: 55 EUR }',
      '1:21: cost.hourlyRate cannot be `55 EUR`. Write an amount, 0 or more, without a currency sign',
    ],
    [
      'cost: { rates: { assignee: [80] } }',
      '1:28: cost.rates.assignee cannot be a list. Write a mapping of names and amounts, such as { ana: 80 }',
    ],
    [
      'cost: { delayPerDay: many }',
      '1:22: cost.delayPerDay cannot be `many`. Write an amount, or a mapping such as { default: 40, byType: { Campaign: 250 } }',
    ],
    ['cost: { delayBasis: calendar }', '1:21: cost.delayBasis cannot be `calendar`. Write one of elapsed, working'],
    ['cost: { effort: half }', '1:17: cost.effort cannot be `half`. Write one of shared, full'],
    [
      'cost: { handoffMinutes: 20m }',
      '1:25: cost.handoffMinutes cannot be `20m`. Write a number of minutes, 0 or more',
    ],
    ['cost: { staleAfterDays: -3 }', '1:25: cost.staleAfterDays cannot be `-3`. Write a number of days, 0 or more'],
    ['cost: { currency: "" }', '1:19: cost.currency cannot be ``. Write a currency, such as EUR'],
    // The file.
    ['- a', '1:1: the configuration cannot be a list. Write a mapping of keys and values'],
    ['just text', '1:1: the configuration cannot be `just text`. Write a mapping of keys and values'],
    ['basis: elapsed\nbasis: working', '2:1: the key `basis` occurs twice. Keep one of them'],
    ['---\nbasis: elapsed\n---\nunit: week', '3:1: the file contains two documents. Remove the `---` between them'],
    [
      '\tbasis: elapsed',
      '1:1: not valid YAML: Tabs are not allowed as indentation. Check indentation, colons, quotes and brackets there',
    ],
    ['{"unit": "week",\n\t"basis": "elapsd"}', '2:11: basis cannot be `elapsd`. Did you mean `elapsed`?'],
  ])('%j', async (text, message) => {
    expect(await refusal(text)).toBe(`pitwall.yaml:${message}`);
  });

  it('that names the first problem in the file', async () => {
    expect(await refusal('unit: weak\ntimezone: UTC\nbasis: workin')).toBe(
      'pitwall.yaml:1:7: unit cannot be `weak`. Did you mean `week`?',
    );
  });

  it('however long or broken the value is', async () => {
    const message = await refusal(`basis: "${'x'.repeat(500)}\\nnext line"`);
    expect(message).not.toContain('\n');
    expect(message.length).toBeLessThan(160);
  });

  it('where aliases multiply without end', async () => {
    const levels = Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}*a${n}]`);
    expect(await refusal(`a0: &a0 [x]\n${levels.join('\n')}`)).toMatch(/^pitwall\.yaml:1:1: not valid YAML: .*alias/);
  });

  it('where a key would touch what all objects share', async () => {
    expect(await refusal('__proto__: { basis: working }')).toMatch(/^pitwall\.yaml:1:1: unknown key `__proto__`/);
    expect(({} as { basis?: string }).basis).toBeUndefined();
  });
});
