import { describe, expect, it } from 'vitest';
import type { AnalyzeOptions } from '../../src/settings/analyze-options.ts';
import { settingsOf } from '../../src/settings/settings-of.ts';

async function settings(configuration?: unknown, options?: AnalyzeOptions) {
  return (await settingsOf(configuration, options)).settings;
}

async function refusal(options: AnalyzeOptions, configuration?: unknown): Promise<string> {
  const error = await settingsOf(configuration, options).then(
    () => new Error('accepted'),
    (thrown: unknown) => thrown as Error,
  );
  return error.message;
}

describe('without a configuration', () => {
  it('everything has its default', async () => {
    expect(await settingsOf(undefined)).toEqual({
      settings: {
        timeZone: 'UTC',
        basis: 'elapsed',
        unit: 'week',
        asOf: null,
        from: null,
        to: null,
        last: null,
        workflow: null,
        startPolicy: 'first',
        finishPolicy: 'last',
        excludePaused: false,
        ignoreVisitsShorterThanMs: 0,
        commitAt: null,
        finishAt: null,
        percentiles: { points: [50, 70, 85, 95], method: 'linear' },
        calendar: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], hours: ['09:00-17:00'], holidays: [], assumed: true },
        sprint: null,
        dropped: null,
        path: null,
        snapshots: false,
        reviews: null,
        limits: [],
        sle: null,
        cost: {
          currency: null,
          hourlyRate: null,
          rates: { assignee: {}, stage: {} },
          delayPerDay: { default: null, byType: {} },
          delayBasis: 'elapsed',
          handoffMinutes: null,
          effort: 'shared',
          staleAfterDays: null,
        },
        where: [],
        by: null,
        allowEmpty: false,
        anonymizePeople: false,
      },
      read: { timeZone: 'UTC', fields: {}, dateOrder: null, input: null, sourceName: null, extraFields: [] },
      strict: false,
    });
  });

  it('an empty one is the same', async () => {
    expect(await settingsOf({})).toEqual(await settingsOf(undefined));
    expect(await settingsOf(null)).toEqual(await settingsOf(undefined));
  });
});

describe('a configuration', () => {
  it('fills the settings, defaults only what it leaves out', async () => {
    const configured = await settings({
      workflow: [
        { stage: 'Writing', kind: 'active', limit: 3 },
        { stage: 'Live', kind: 'done', statuses: ['Done'] },
      ],
      commitAt: 'WRITING',
      finishAt: ' live',
      percentiles: { points: [95, 50, 50] },
      sprint: { days: 14, start: '2026-01-05' },
      unit: 'sprint',
      dropped: { resolution: ['Duplicate'] },
    });
    expect(configured.workflow).toEqual([
      { stage: 'Writing', kind: 'active', statuses: [], limit: 3, owner: null },
      { stage: 'Live', kind: 'done', statuses: ['Done'], limit: null, owner: null },
    ]);
    expect([configured.commitAt, configured.finishAt]).toEqual(['Writing', 'Live']);
    expect(configured.percentiles).toEqual({ points: [50, 95], method: 'linear' });
    expect([configured.unit, configured.sprint]).toEqual(['sprint', { days: 14, start: '2026-01-05' }]);
    expect(configured.dropped).toEqual({ resolution: ['Duplicate'] });
  });

  it('takes one time limit as a list of one, and its stage as the workflow writes it', async () => {
    const workflow = [
      { stage: 'Review', kind: 'active' },
      { stage: 'Live', kind: 'done' },
    ];
    const limits = { stage: ' review', maxDays: 2 };
    const expected = [{ stage: 'Review', maxDays: 2 }];
    expect((await settings({ workflow, limits })).limits).toEqual(expected);
    expect((await settings({ workflow, limits: [limits] })).limits).toEqual(expected);
  });

  it.each([
    ['0s', 0],
    ['30s', 30_000],
    ['1.5m', 90_000],
    ['2h', 7_200_000],
    ['1d', 86_400_000],
  ])('ignores visits shorter than %s', async (text, milliseconds) => {
    expect((await settings({ ignoreVisitsShorterThan: text })).ignoreVisitsShorterThanMs).toBe(milliseconds);
  });

  it('that is an object is refused by the same words, without a line', async () => {
    expect(await refusal({}, { basiss: 'elapsed' })).toBe('configuration: unknown key `basiss`. Did you mean `basis`?');
    expect(await refusal({}, 'basis: elapsed')).toBe(
      'configuration: the configuration cannot be `basis: elapsed`. Write a mapping of keys and values',
    );
  });
});

describe('a calendar', () => {
  it('by day says which days are worked, where `days` does not', async () => {
    const hours = { sat: ['10:00-14:00'], mon: ['22:00-06:00'], sun: [] };
    const { calendar } = await settings({ calendar: { hours } });
    expect(calendar).toEqual({ days: ['mon', 'sat'], hours, holidays: [], assumed: false });
  });

  it('is in the order of the week, each day and holiday once', async () => {
    const { calendar } = await settings({
      calendar: { days: ['fri', 'mon', 'fri'], holidays: ['2026-12-25', '2026-01-01', '2026-12-25'] },
    });
    expect(calendar.days).toEqual(['mon', 'fri']);
    expect(calendar.hours).toEqual(['09:00-17:00']);
    expect(calendar.holidays).toEqual(['2026-01-01', '2026-12-25']);
    expect(calendar.assumed).toBe(false);
  });
});

// The dates that all of Spain has off each year, and Good Friday of 2026 (Easter is on 5 April).
const NATIONAL = ['2026-01-01', '2026-01-06', '2026-04-03', '2026-05-01', '2026-10-12', '2026-12-08', '2026-12-25'];

describe('the public holidays of a country', () => {
  it('are added to those of the list', async () => {
    const { calendar } = await settings({ calendar: { country: 'ES', holidays: ['2026-07-17'] } });
    expect(calendar.holidays).toEqual(expect.arrayContaining([...NATIONAL, '2026-07-17']));
    expect(calendar.holidays).not.toContain('2026-05-02');
    expect(calendar.holidays).toEqual([...new Set(calendar.holidays)].sort());
  });

  it('of a region hold its own', async () => {
    const { calendar } = await settings({ calendar: { country: 'es-md' } });
    expect(calendar.holidays).toEqual(expect.arrayContaining([...NATIONAL, '2026-05-02']));
    // Observed, but worked.
    expect(calendar.holidays).not.toContain('2026-05-16');
  });

  it('reach from 2000 to 2040', async () => {
    const { calendar } = await settings({ calendar: { country: 'GB' } });
    expect(calendar.holidays.at(0)).toMatch(/^2000-01/);
    expect(calendar.holidays.at(-1)).toMatch(/^2040-12/);
  });

  it('hold every day of one that lasts several, and no half days', async () => {
    const turkey = await settings({ calendar: { country: 'TR' } });
    expect(turkey.calendar.holidays).toEqual(expect.arrayContaining(['2026-03-20', '2026-03-21', '2026-03-22']));
    const china = await settings({ calendar: { country: 'CN' } });
    expect(china.calendar.holidays).not.toContain('2026-03-08');
  });
});

describe('options', () => {
  it('win over the configuration', async () => {
    const configuration = { timeZone: 'Europe/Madrid', basis: 'working', unit: 'day', last: '26w' };
    expect(
      await settings(configuration, { timeZone: 'Asia/Kolkata', basis: 'elapsed', unit: 'month', last: '30d' }),
    ).toMatchObject({ timeZone: 'Asia/Kolkata', basis: 'elapsed', unit: 'month', last: '30d' });
    expect(await settings(configuration)).toMatchObject(configuration);
  });

  it('that bound the window put the configured `last` out of force', async () => {
    expect(await settings({ last: '26w' }, { from: '2026-01-01' })).toMatchObject({ from: '2026-01-01', last: null });
    expect(await settings({ last: '26w' }, { to: '2026-01-01' })).toMatchObject({ to: '2026-01-01', last: null });
    expect(await settings({ last: '26w' }, { asOf: '2026-01-01' })).toMatchObject({ asOf: '2026-01-01', last: '26w' });
    expect(await settings({}, { last: '4w', to: '2026-01-01' })).toMatchObject({ to: '2026-01-01', last: '4w' });
  });

  it('take local dates as they are and instants with any offset', async () => {
    expect(
      await settings(undefined, {
        asOf: '2026-03-02T09:00:00.123456Z',
        from: '2026-02-28',
        to: '2026-03-01 10:00+0100',
      }),
    ).toMatchObject({ asOf: '2026-03-02T09:00:00.123Z', from: '2026-02-28', to: '2026-03-01T09:00:00.000Z' });
  });

  it('map fields over those of the configuration', async () => {
    const { read } = await settingsOf(
      { fields: { id: 'Ticket', to: 'Stage' } },
      { map: { to: 'State', at: 'Changed on' }, dateOrder: 'mdy', input: 'transition-log', sourceName: 'board' },
    );
    expect(read).toMatchObject({
      fields: { id: 'Ticket', to: 'State', at: 'Changed on' },
      dateOrder: 'mdy',
      input: 'transition-log',
      sourceName: 'board',
    });
  });

  it('name the columns to keep, as does `dropped`', async () => {
    const options = { where: ['Region=EU', 'type!=Epic', 'Region!=US'], by: 'Channel' };
    const { read } = await settingsOf({ dropped: { 'Close reason': ['Spam'] } }, options);
    expect(read.extraFields).toEqual(['Region', 'type', 'Channel', 'Close reason']);
  });

  it('hold strictness', async () => {
    expect((await settingsOf({}, { strict: true })).strict).toBe(true);
  });
});

describe('a condition', () => {
  it.each([
    ['type=Bug', { field: 'type', values: ['Bug'], negated: false }],
    ['team = A, B ,A', { field: 'team', values: ['A', 'B'], negated: false }],
    ['type!=Epic', { field: 'type', values: ['Epic'], negated: true }],
    ['Fix version=a=b', { field: 'Fix version', values: ['a=b'], negated: false }],
    ['assignee=', { field: 'assignee', values: [''], negated: false }],
    ['assignee!=', { field: 'assignee', values: [''], negated: true }],
    ['team=A,', { field: 'team', values: ['A'], negated: false }],
  ])('%s', async (text, condition) => {
    expect((await settings(undefined, { where: [text] })).where).toEqual([{ ...condition, text }]);
  });
});

describe('an option is refused with one line', () => {
  it.each<[AnalyzeOptions, string]>([
    [{ timeZone: 'Madrid' }, '--time-zone: unknown time zone `Madrid`. Did you mean `Europe/Madrid`?'],
    [
      { basis: 'workin' as never },
      '--basis: `workin` is not one of elapsed, working, inclusive. Did you mean `working`?',
    ],
    [{ unit: 'quarter' as never }, '--unit: `quarter` is not one of day, week, month, sprint. Write one of them'],
    [
      { unit: 'sprint' },
      '--unit: no sprint is configured. Add `sprint: { days: 14, start: 2026-01-05 }` to pitwall.yaml',
    ],
    [{ dateOrder: 'ymd' as never }, '--date-order: `ymd` is not one of dmy, mdy. Write one of them'],
    [{ last: '12 weeks' }, '--last: `12 weeks` is not a length of time. Write 12w'],
    [
      { last: '12w', from: '2026-01-01' },
      '--last: both --last and --from say where the window starts. Give one of them',
    ],
    [
      { from: '2026-02-01', to: '2026-02-01' },
      '--from: the window would end at 2026-02-01, before it starts. Give a --to that is later than --from',
    ],
    [{ from: '2026-02-30' }, '--from: there is no day `2026-02-30`. Write a date that exists, as YYYY-MM-DD'],
    [
      { to: '1/2/2026' },
      '--to: `1/2/2026` is neither a date nor an instant. Write 2026-03-02, or 2026-03-02T09:00:00Z with Z or an offset',
    ],
    [
      { from: '2026-03-02T09:00' },
      '--from: `2026-03-02T09:00` has no offset. Write 2026-03-02T09:00Z, or an offset such as 2026-03-02T09:00+01:00',
    ],
    [
      { asOf: '2026-02-30T10:00Z' },
      '--as-of: there is no such moment as `2026-02-30T10:00Z`. Write an instant that exists',
    ],
    [{ asOf: 'now' }, '--as-of: `now` is not a date. Pass an instant, such as new Date().toISOString()'],
    [{ where: ['Bug'] }, '--where: `Bug` has no `=`. Write field=value, field=a,b or field!=value'],
    [{ where: ['=Bug'] }, '--where: `=Bug` names no field. Write field=value, field=a,b or field!=value'],
    [{ where: ['type==Bug'] }, '--where: `type==Bug` has two `=`. Write field=value, field=a,b or field!=value'],
    [{ by: ' ' }, '--by: no field is named. Write a field, such as type'],
    [{ map: { asignee: 'Owner' } }, '--map: unknown field `asignee`. Did you mean `assignee`?'],
    [{ map: { id: '' } }, '--map: `id` is mapped to no column. Write id=Column'],
  ])('%j', async (options, message) => {
    expect(await refusal(options)).toBe(message);
  });
});

describe('an amount so large that sums of it are no numbers', () => {
  it('is an error, from an option and from the configuration', async () => {
    await expect(settings({}, { rate: 1e308 })).rejects.toThrow(
      /--rate: `1e\+308` is not an amount an hour\. Write a number from 0 to a billion/,
    );
    await expect(settings({ cost: { hourlyRate: 1e308 } })).rejects.toThrow(/hourlyRate.*Write at most a billion/);
  });
});
