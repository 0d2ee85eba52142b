import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { jsonSchema, type LeakOptions, leak, leakDocument, PitwallError, REPORTERS } from '../../src/index.ts';

const tenMinutes: LeakOptions = { time: '10m', people: 10, every: 'week' };

async function hours(options: Partial<LeakOptions>): Promise<number> {
  return (await leak({ ...tenMinutes, ...options })).leak.hoursPerYear;
}

async function occasions(options: Partial<LeakOptions>): Promise<number> {
  return (await leak({ ...tenMinutes, ...options })).leak.occasionsPerYear;
}

describe('the document of a leak', () => {
  it('names minutes, people and recurrence in the singular or the plural, and what one occasion takes', async () => {
    const shown = async (options: LeakOptions) => {
      const { title, sections } = leakDocument(await leak(options));
      const [first] = sections[0]?.parts ?? [];
      return [title, first?.part === 'scalar' && first.value];
    };
    // 1 × 3 ÷ 60 and 2 × 1 ÷ 60 hours; 260 and 26 times a year.
    expect(await shown({ time: '1m', people: 3, every: 'day' })).toEqual([
      '1 minute of 3 people every working day comes to 13.0 h a year.',
      3 / 60,
    ]);
    expect(await shown({ time: '2m', people: 1, every: '2 weeks' })).toEqual([
      '2 minutes of 1 person every 2 weeks come to 0.9 h a year.',
      2 / 60,
    ]);
  });
});

describe('a leak', () => {
  it('is minutes × people × occasions: 10 × 10 × 52 ÷ 60 = 86.7 hours a year', async () => {
    const { leak: found } = await leak({ ...tenMinutes, rate: 55, currency: 'EUR' });
    expect(found).toEqual({
      minutes: 10,
      people: 10,
      every: { times: 1, count: 1, unit: 'week' },
      occasionsPerYear: 52,
      unitsPerYear: 52,
      unitsFrom: '52 weeks a year',
      hoursPerYear: 5200 / 60,
      hoursPerDay: 8,
      workingDaysPerYear: 5200 / 60 / 8,
      rate: 55,
      currency: 'EUR',
      costPerYear: (5200 / 60) * 55,
    });
    expect(found.hoursPerYear.toFixed(1)).toBe('86.7');
  });

  it('of every working day occurs 260 times a year: 433 hours', async () => {
    expect(await occasions({ every: 'day' })).toBe(260);
    expect((await hours({ every: 'day' })).toFixed(0)).toBe('433');
  });

  it.each([
    ['week', 52],
    ['2 weeks', 26],
    ['month', 12],
    ['Months', 12],
    ['quarter', 4],
    ['year', 1],
    ['2 years', 0.5],
    ['5 days', 52],
  ])('of every %s occurs %d times a year', async (every, expected) => {
    expect(await occasions({ every })).toBe(expected);
  });

  it('may occur several times in each', async () => {
    expect(await occasions({ every: '2 weeks', times: 3 })).toBe(78);
  });

  it('of every sprint follows the configured sprint: 364 ÷ 14', async () => {
    const configuration = { sprint: { days: 14, start: '2026-01-05' } };
    expect(await occasions({ every: 'sprint', configuration })).toBe(26);
    await expect(leak({ ...tenMinutes, every: 'sprint' })).rejects.toMatchObject({ code: 'no-sprint' });
  });

  it('counts the working days of the calendar, less the holidays that fall on them', async () => {
    // 2026-01-01 is a Thursday, 2026-08-15 a Saturday; 2027 has one holiday listed, 2026 two on working days.
    const holidays = ['2026-01-01', '2026-12-25', '2026-08-15', '2027-01-01'];
    const { leak: found } = await leak({ ...tenMinutes, every: 'day', configuration: { calendar: { holidays } } });
    expect(found.occasionsPerYear).toBe(258);
    expect(found.unitsFrom).toBe('52 weeks of 5 working days, less 2 holidays on them as in 2026');
    const fourDays = {
      calendar: { hours: { mon: ['09:00-19:00'], tue: ['09:00-19:00'], wed: ['09:00-19:00'], fri: ['09:00-13:00'] } },
    };
    expect((await leak({ ...tenMinutes, every: 'day', configuration: fourDays })).leak).toMatchObject({
      occasionsPerYear: 208,
      hoursPerDay: 10,
    });
  });

  it('costs at the configured rate, an option’s first; nothing is known without', async () => {
    const configuration = { cost: { hourlyRate: 40, currency: 'GBP' } };
    expect((await leak({ ...tenMinutes, configuration })).leak).toMatchObject({ rate: 40, currency: 'GBP' });
    expect((await leak({ ...tenMinutes, configuration, rate: 55 })).leak.costPerYear).toBe((5200 / 60) * 55);
    expect((await leak(tenMinutes)).leak).toMatchObject({ rate: null, costPerYear: null });
  });

  it.each([
    ['10m', 10],
    ['1h30m', 90],
    ['1.5 h', 90],
    ['45s', 0.75],
    ['2 hours', 120],
    ['1 hour 5 min', 65],
  ])('takes %s for %d minutes', async (time, minutes) => {
    expect((await leak({ ...tenMinutes, time })).leak.minutes).toBe(minutes);
  });

  it.each<[Partial<LeakOptions>, RegExp]>([
    [{ time: '10' }, /has no unit.*10m/],
    [{ time: '0m' }, /no time at all/],
    [{ time: 'soon' }, /is not a time/],
    [{ time: '-5m' }, /is not a time/],
    [{ time: `${'9'.repeat(400)}m` }, /no time at all/],
    [{ people: 0 }, /--people/],
    [{ people: 2.5 }, /--people/],
    [{ times: 0 }, /--times/],
    [{ times: Number.POSITIVE_INFINITY }, /--times/],
    [{ every: 'weak' }, /Did you mean `week`/],
    [{ every: '0 weeks' }, /--every/],
    [{ every: 'constructor' }, /--every/],
    [{ rate: -1 }, /--rate/],
    [{ currency: ' ' }, /--currency/],
  ])('refuses %o', async (options, message) => {
    const refused = leak({ ...tenMinutes, ...options });
    await expect(refused).rejects.toThrow(message);
    await expect(refused).rejects.toBeInstanceOf(PitwallError);
  });

  it('is printed in every form, and its JSON is what its schema says', async () => {
    const report = await leak({ ...tenMinutes, every: '2 weeks', times: 3, rate: 55, currency: 'EUR' });
    const document = leakDocument(report);
    const printed = (id: string) =>
      REPORTERS.find((one) => one.id === id)?.render(document, { width: 80, color: false });
    expect(printed('table')).toContain('78  52 weeks a year ÷ 2 × 3');
    expect(printed('table')).toMatch(
      /^10 minutes of 10 people 3 times every 2 weeks come to 130 h a year, 7150 EUR\.\n/,
    );
    expect(printed('table')).toContain('at 55 EUR an hour');
    expect(printed('csv')?.split('\n')[1]).toMatch(/^10,10,78,130,16.25,55,EUR,7150/);
    for (const { id } of REPORTERS) expect(printed(id)).toContain('78');
    const validate = new Ajv2020({ strict: false }).compile(await jsonSchema('leak'));
    expect(validate(JSON.parse(printed('json') ?? ''))).toBe(true);
  });
});
