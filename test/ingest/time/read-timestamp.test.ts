import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTimestamp } from '../../../src/ingest/time/read-timestamp.ts';
import { Timestamp } from '../../../src/ingest/time/timestamp.ts';

const timestamp = new Timestamp();

/** `instant Z|local precision`, both readings where they differ; null if unreadable. */
function read(text: string, referenceYear = 2026): string | null {
  if (!readTimestamp(text, referenceYear, timestamp)) return null;
  const iso = (ms: number) => (Number.isNaN(ms) ? 'none' : new Date(ms).toISOString());
  const { dmy, mdy } = timestamp;
  const instants = dmy === mdy ? iso(dmy) : `dmy ${iso(dmy)} mdy ${iso(mdy)}`;
  return `${instants} ${timestamp.zoned ? 'Z' : 'local'} ${timestamp.precision}`;
}

describe('readTimestamp', () => {
  it.each([
    // ISO 8601
    ['2026-03-02', '2026-03-02T00:00:00.000Z local day'],
    ['2026-03-02T10:15', '2026-03-02T10:15:00.000Z local minute'],
    ['2026-03-02 10:15', '2026-03-02T10:15:00.000Z local minute'],
    ['2026-03-02 10:15:30', '2026-03-02T10:15:30.000Z local second'],
    ['2026-03-02T10:15:30Z', '2026-03-02T10:15:30.000Z Z second'],
    ['2026-03-02T10:15:30.5Z', '2026-03-02T10:15:30.500Z Z millisecond'],
    ['2026-03-02T10:15:30,25Z', '2026-03-02T10:15:30.250Z Z millisecond'],
    ['2026-03-02T10:15:30.9999999Z', '2026-03-02T10:15:30.999Z Z millisecond'],
    ['2026-03-02T10:15:30+01:00', '2026-03-02T09:15:30.000Z Z second'],
    ['2026-03-02T10:15:30.366-0600', '2026-03-02T16:15:30.366Z Z millisecond'],
    ['2026-03-02 10:15+01', '2026-03-02T09:15:00.000Z Z minute'],
    ['2026-03-02 10:15:30 +05:30', '2026-03-02T04:45:30.000Z Z second'],
    ['2026-03-02 10:15:30 UTC', '2026-03-02T10:15:30.000Z Z second'],
    ['2026-08-15T00:00:00:000-0700', '2026-08-15T07:00:00.000Z Z millisecond'],
    ['2026-12-31T24:00:00Z', '2027-01-01T00:00:00.000Z Z second'],
    ['2028-02-29', '2028-02-29T00:00:00.000Z local day'],
    ['20260302T101500Z', '2026-03-02T10:15:00.000Z Z second'],
    ['20260302T1015', '2026-03-02T10:15:00.000Z local minute'],
    ['20260302', '2026-03-02T00:00:00.000Z local day'],
    ['2026/3/2 10:15', '2026-03-02T10:15:00.000Z local minute'],
    // Counts from the epoch
    ['1767225600', '2026-01-01T00:00:00.000Z Z second'],
    ['1767225600.25', '2026-01-01T00:00:00.250Z Z millisecond'],
    ['1767225600123', '2026-01-01T00:00:00.123Z Z millisecond'],
    ['1767225600123456', '2026-01-01T00:00:00.123Z Z millisecond'],
    ['17672256001234567', '2026-01-01T00:00:00.123Z Z millisecond'],
    ['1767225600123456789', '2026-01-01T00:00:00.123Z Z millisecond'],
    // Month names
    ['25/Oct/26 3:15 PM', '2026-10-25T15:15:00.000Z local minute'],
    ['11/May/24 03:26 PM', '2024-05-11T15:26:00.000Z local minute'],
    ['2/Jan/2006', '2006-01-02T00:00:00.000Z local day'],
    ['2/Jan/06 15:04', '2006-01-02T15:04:00.000Z local minute'],
    ['27/May/2025 03:26:42 PM', '2025-05-27T15:26:42.000Z local second'],
    ['Jan/2/06 3:04 PM', '2006-01-02T15:04:00.000Z local minute'],
    ['02/September/24 9:47 AM', '2024-09-02T09:47:00.000Z local minute'],
    ['Nov 22, 2014', '2014-11-22T00:00:00.000Z local day'],
    ['October 8, 2026 3:04 PM', '2026-10-08T15:04:00.000Z local minute'],
    ['October 8, 2026 3:04 PM (GMT+3)', '2026-10-08T12:04:00.000Z Z minute'],
    ['25/ene/26', '2026-01-25T00:00:00.000Z local day'],
    ['25/ene./26 3:15 p. m.', '2026-01-25T15:15:00.000Z local minute'],
    ['25/Okt/26', '2026-10-25T00:00:00.000Z local day'],
    ['2. März 2026', '2026-03-02T00:00:00.000Z local day'],
    ['2 août 2026', '2026-08-02T00:00:00.000Z local day'],
    ['2 de dezembro de 2026', '2026-12-02T00:00:00.000Z local day'],
    ['3-giu-2026 08:00', '2026-06-03T08:00:00.000Z local minute'],
    ['4 mrt. 2026', '2026-03-04T00:00:00.000Z local day'],
    ['Thu Sep 15 2022 10:00:00 GMT+0000 (Coordinated Universal Time)', '2022-09-15T10:00:00.000Z Z second'],
    ['Wed, 2 Oct 2013 10:15:50 +0300', '2013-10-02T07:15:50.000Z Z second'],
    ['Sun, 1 Mar 2026 09:00:00 EST', '2026-03-01T14:00:00.000Z Z second'],
    ['Tue, 03 Mar 26 09:00 UT', '2026-03-03T09:00:00.000Z Z minute'],
    ['Tuesday, 03-Mar-26 09:00:00 GMT', '2026-03-03T09:00:00.000Z Z second'],
    ['Tue Mar  3 09:00:00 CET 2026', '2026-03-03T08:00:00.000Z Z second'],
    ['Tue Mar 03 09:00:00 2026', '2026-03-03T09:00:00.000Z local second'],
    ['Tue Mar 03 09:00:00 +0530 2026', '2026-03-03T03:30:00.000Z Z second'],
    ['янв 25, 2026', '2026-01-25T00:00:00.000Z local day'],
    ['25/окт/26 9:15', '2026-10-25T09:15:00.000Z local minute'],
    ['3 października 2026', '2026-10-03T00:00:00.000Z local day'],
    // Zones by name
    ['2026-03-02T10:15:30 CET', '2026-03-02T09:15:30.000Z Z second'],
    ['2026-07-02 10:15 CEST', '2026-07-02T08:15:00.000Z Z minute'],
    ['03.03.2026 09:00 (CET)', '2026-03-03T08:00:00.000Z Z minute'],
    ['3/13/2026 9:00 AM PST', 'dmy none mdy 2026-03-13T17:00:00.000Z Z minute'],
    ['2026-03-02 10:15 ACST', '2026-03-02T00:45:00.000Z Z minute'],
    ['2026-03-02T10:15:30+01:00[Europe/Berlin]', '2026-03-02T09:15:30.000Z Z second'],
    ['2026-07-02T10:15:30.5[Europe/Berlin]', '2026-07-02T08:15:30.500Z Z millisecond'],
    ['2026-07-02T10:15:30+01:00[Europe/Berlin]', '2026-07-02T09:15:30.000Z Z second'],
    ['2026-03-02T10:15Z[UTC]', '2026-03-02T10:15:00.000Z Z minute'],
    ['2026-03-02 10:15:30.000 America/New_York', '2026-03-02T15:15:30.000Z Z millisecond'],
    // Japanese, Chinese, Korean
    ['2026年3月1日', '2026-03-01T00:00:00.000Z local day'],
    ['2026年03月01日', '2026-03-01T00:00:00.000Z local day'],
    ['２０２６年３月１日', '2026-03-01T00:00:00.000Z local day'],
    ['2026年3月1日 9時30分', '2026-03-01T09:30:00.000Z local minute'],
    ['2026年3月1日9時30分15秒', '2026-03-01T09:30:15.000Z local second'],
    ['2026年3月1日 9:30', '2026-03-01T09:30:00.000Z local minute'],
    ['2026年3月1日(日) 9時', '2026-03-01T09:00:00.000Z local minute'],
    ['2026年3月1日日曜日', '2026-03-01T00:00:00.000Z local day'],
    ['2026年3月1日 午後0時5分', '2026-03-01T12:05:00.000Z local minute'],
    ['2026年3月1日星期日 下午3:05:09', '2026-03-01T15:05:09.000Z local second'],
    ['2026年3月1日 上午12点', '2026-03-01T00:00:00.000Z local minute'],
    ['2026년 3월 1일', '2026-03-01T00:00:00.000Z local day'],
    ['2026년 3월 1일 일요일 오후 3:05', '2026-03-01T15:05:00.000Z local minute'],
    ['2026년 3월 1일 9시 30분', '2026-03-01T09:30:00.000Z local minute'],
    ['2026. 3. 1. 오전 9:30', '2026-03-01T09:30:00.000Z local minute'],
    ['2026. 3. 1.', '2026-03-01T00:00:00.000Z local day'],
    // Ranges, of which the start counts
    ['March 1, 2026 → March 5, 2026', '2026-03-01T00:00:00.000Z local day'],
    ['March 1, 2026 9:00 AM → March 2, 2026 10:00 AM', '2026-03-01T09:00:00.000Z local minute'],
    ['2026-03-01 → 2026-03-05', '2026-03-01T00:00:00.000Z local day'],
    // Numbers in both orders
    ['29-02-2016 01:16', 'dmy 2016-02-29T01:16:00.000Z mdy none local minute'],
    ['23.10.2024 11:02', 'dmy 2024-10-23T11:02:00.000Z mdy none local minute'],
    ['7.6.2025 14:59:28', 'dmy 2025-06-07T14:59:28.000Z mdy 2025-07-06T14:59:28.000Z local second'],
    ['5/31/2023 8:04:10 AM', 'dmy none mdy 2023-05-31T08:04:10.000Z local second'],
    ['5/28/25 17:00', 'dmy none mdy 2025-05-28T17:00:00.000Z local minute'],
    ['22/08/2024', 'dmy 2024-08-22T00:00:00.000Z mdy none local day'],
    ['5/5/2026', '2026-05-05T00:00:00.000Z local day'],
    ['9/23/2025, 12:51:40 PM GMT+5:30', 'dmy none mdy 2025-09-23T07:21:40.000Z Z second'],
    ['1/13/2026 12:00\u202fAM', 'dmy none mdy 2026-01-13T00:00:00.000Z local minute'],
    ['1/13/2026 12:30\u00a0a.\u00a0m.', 'dmy none mdy 2026-01-13T00:30:00.000Z local minute'],
    ['1/13/2026 12:30 PM', 'dmy none mdy 2026-01-13T12:30:00.000Z local minute'],
    ['  2026-03-02\t10:15 ', '2026-03-02T10:15:00.000Z local minute'],
  ])('reads %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    '',
    ' ',
    'Sprint 12',
    'PROJ-123',
    '12',
    'May',
    'today',
    '2026',
    '2026-03',
    '2026-02-30',
    '2026-13-01',
    '2025-02-29',
    '30/2/2026',
    '2/30/2026',
    '13/13/2026',
    '0/1/2026',
    '2026-03-02T25:00',
    '2026-03-02T24:00:01',
    '2026-03-02T10:60',
    '2026-03-02T10:15:60',
    '2026-03-02T10:15:30.',
    '2026-03-02T10:15:30+25:00',
    // Zones that several places have, and no zones.
    '2026-03-02T10:15:30 IST',
    'Tue, 03 Mar 2026 09:00:00 CST',
    '3/13/2026 9:00 AM CDT',
    '2026-03-02 10:15 BST',
    '2026-03-02 10:15 FOO',
    '2026-03-02T10:15:30[Mars/Olympus]',
    '2026-03-02T10:15:30+01:00[Mars/Olympus]',
    '2026-03-02T10:15:30[',
    '2026-03-02T10:15:30[]',
    '2026-03-02[Europe/Berlin]',
    '2026-03-02 10:15 Europe/Atlantis',
    // No ranges of two dates.
    '2026-03-01 → ',
    ' → 2026-03-01',
    '2026-03-01 → soon',
    '2026-03-01 → 2026-03-02 → 2026-03-03',
    'To do → 2026-03-02',
    // Only a part of a date, a date that does not exist, years of an emperor.
    '2026年3月',
    '2026年2月30日',
    '2026年3月1日 25時',
    '2026年3月1日 13:00 午後',
    '2026年3月1日 午前9時 午後',
    '2026年3月1日 9時30',
    '26年3月1日',
    '令和8年3月1日',
    '2026년 3월',
    '2026. 13. 1.',
    '45292',
    '45292.5',
    '2026-03-02 10',
    '2026-03-02x',
    '15/1/2026 15:04 PM',
    '15/1/2026 0:04 AM',
    '1/2/3',
    '1-2/2026',
    '0001-01-01T00:00:00Z',
    '781869600',
    '9999999999',
    '12345678901',
    '20261302',
    '19000101',
    '31/Foo/26',
    '31/Nov/26',
    '10:15',
  ])('finds no date in %j', (text) => {
    expect(read(text)).toBeNull();
  });

  it.each([
    ['3/Apr/46', 2026, '2046-04-03T00:00:00.000Z local day'],
    ['3/Apr/47', 2026, '1947-04-03T00:00:00.000Z local day'],
    ['3/Apr/99', 2026, '1999-04-03T00:00:00.000Z local day'],
    ['3/Apr/47', 2027, '2047-04-03T00:00:00.000Z local day'],
  ])('puts the two-digit year of %s near %i', (text, referenceYear, expected) => {
    expect(read(text, referenceYear)).toBe(expected);
  });

  it('says which order a cell proves, or that it leaves it open', () => {
    const said = (text: string) => {
      readTimestamp(text, 2026, timestamp);
      return [timestamp.proves, timestamp.open];
    };
    expect(said('13/12/2026')).toEqual(['dmy', false]);
    expect(said('12/13/2026')).toEqual(['mdy', false]);
    expect(said('12/11/2026')).toEqual([null, true]);
    expect(said('12/12/2026')).toEqual([null, false]);
    expect(said('2026-12-11')).toEqual([null, false]);
  });

  it('reads back every instant, however it is written', () => {
    const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
    const pad = (value: number) => String(value).padStart(2, '0');
    const instant = fc.integer({ min: Date.UTC(2001, 8, 10), max: Date.UTC(2099, 11, 31) });
    fc.assert(
      fc.property(instant, fc.integer({ min: -14 * 60, max: 14 * 60 }), (at, offset) => {
        const date = new Date(at);
        const sign = offset < 0 ? '-' : '+';
        const zone = `${sign}${pad(Math.trunc(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`;
        const shifted = new Date(at + offset * 60_000).toISOString();
        const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
        const time = shifted.slice(11, 19);
        const clock = date.toISOString().slice(11, 23);
        const hour = date.getUTCHours();
        const twelve = `${hour % 12 || 12}:${pad(date.getUTCMinutes())} ${hour < 12 ? 'AM' : 'PM'}`;
        const second = Math.floor(at / 1000) * 1000;
        const minute = Math.floor(at / 60_000) * 60_000;
        const local = new Date(at + offset * 60_000);
        const written: [string, number, number][] = [
          [date.toISOString(), at, at],
          [shifted.replace('Z', zone), at, at],
          [shifted.replace('Z', zone.replace(':', '')).replace('T', ' '), at, at],
          [String(at), at, at],
          [String(at / 1000 - (at % 1000) / 1000), second, second],
          [`${day}/${MONTHS[month]}/${year} ${clock}`, at, at],
          [`${day}/${MONTHS[month]}/${year} ${twelve}`, minute, minute],
          [
            `Mon, ${local.getUTCDate()} ${MONTHS[local.getUTCMonth()]} ${local.getUTCFullYear()} ${time} ${zone.replace(':', '')}`,
            second,
            second,
          ],
        ];
        for (const [text, dmy, mdy] of written) {
          expect([text, readTimestamp(text, 2026, timestamp), timestamp.dmy, timestamp.mdy]).toEqual([
            text,
            true,
            dmy,
            mdy,
          ]);
        }
        readTimestamp(`${day}.${month + 1}.${year} ${clock}`, 2026, timestamp);
        expect(timestamp.dmy).toBe(at);
        readTimestamp(`${month + 1}/${day}/${year} ${twelve}`, 2026, timestamp);
        expect(timestamp.mdy).toBe(minute);
      }),
    );
  });

  it('reads back every wall time as Japanese, Chinese, Korean and Unix programs write it', () => {
    const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
    const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
    const second = fc.integer({ min: Date.UTC(1995, 0, 1) / 1000, max: Date.UTC(2099, 11, 31) / 1000 });
    fc.assert(
      fc.property(second, (seconds) => {
        const at = seconds * 1000;
        const date = new Date(at);
        const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        const [hour, minute] = [date.getUTCHours(), date.getUTCMinutes()];
        const clock = date.toISOString().slice(11, 19);
        const twelve = `${hour % 12 || 12}:${clock.slice(3)}`;
        const written = [
          `${year}年${month}月${day}日 ${hour}時${minute}分${seconds % 60}秒`,
          `${year}年${month}月${day}日 ${hour < 12 ? '上午' : '下午'}${twelve}`,
          `${year}년 ${month}월 ${day}일 ${hour < 12 ? '오전' : '오후'} ${twelve}`,
          `${year}. ${month}. ${day}. ${clock}`,
          `${DAYS[date.getUTCDay()]} ${MONTHS[month - 1]} ${String(day).padStart(2)} ${clock} ${year}`,
        ];
        for (const text of written) {
          expect([text, readTimestamp(text, 2026, timestamp), timestamp.dmy, timestamp.zoned]).toEqual([
            text,
            true,
            at,
            false,
          ]);
        }
      }),
    );
  });

  it('reads a time in a named zone as the platform does', () => {
    const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia');
    const instant = fc.integer({ min: Date.UTC(2001, 0), max: Date.UTC(2099, 0) });
    fc.assert(
      fc.property(zone, instant, (timeZone, at) => {
        const local = new Date(at).toLocaleString('sv', { timeZone }).replace(' ', 'T');
        readTimestamp(`${local}[${timeZone}]`, 2026, timestamp);
        expect(new Date(timestamp.dmy).toLocaleString('sv', { timeZone }).replace(' ', 'T')).toBe(local);
        expect(timestamp.zoned).toBe(true);
      }),
    );
  });

  it('knows the names of the months as the platform writes them', () => {
    for (const language of ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'ru', 'pl', 'sv', 'da', 'nb', 'cs', 'tr']) {
      for (let month = 0; month < 12; month++) {
        for (const style of ['short', 'long'] as const) {
          const date = new Date(Date.UTC(2026, month, 15));
          const format = new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' });
          const name = format.formatToParts(date).find(({ type }) => type === 'month')?.value ?? '';
          if (/\d/.test(name)) continue;
          expect([language, name, read(`15 ${name} 2026`)]).toEqual([
            language,
            name,
            `${date.toISOString()} local day`,
          ]);
        }
      }
    }
  });

  it('says which abbreviation stated the offset, unless it is of UTC itself', () => {
    const named = (text: string) => (readTimestamp(text, 2026, timestamp) ? timestamp.zoneName : 'unreadable');
    expect(named('2026-03-02 10:15 cet')).toBe('CET');
    expect(named('2026-03-02 10:15 GMT')).toBeNull();
    expect(named('2026-03-02 10:15 EST')).toBe('EST');
    expect(named('2026-03-02 10:15')).toBeNull();
  });

  it('takes no longer over a text that is made to be tried again and again', () => {
    const hostile = [
      '9'.repeat(80),
      '2026年'.repeat(16),
      `2026. ${'1. '.repeat(24)}`,
      `2026-03-02T10:15${'['.repeat(60)}`,
    ];
    const piece = fc.constantFrom(
      '2026',
      '年',
      '月',
      '3',
      '日',
      ' ',
      '時',
      '[',
      ']',
      '/',
      'CET',
      'Europe/',
      '.',
      ':',
      '午後',
      '-',
    );
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.oneof(text, fc.constantFrom(...hostile), fc.string({ maxLength: 90 })), (cell) => {
        if (!readTimestamp(cell, 2026, timestamp)) return;
        expect(Number.isNaN(timestamp.dmy) && Number.isNaN(timestamp.mdy)).toBe(false);
      }),
    );
  });

  it('finds the same dates valid as the calendar does', () => {
    const part = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), part, part, (year, month, day) => {
        const date = new Date(Date.UTC(year, month - 1, day));
        const valid = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month >= 1;
        const pad = (value: number) => String(value).padStart(2, '0');
        const readable = readTimestamp(`${year}-${pad(month)}-${pad(day)}`, 2026, timestamp);
        expect(readable).toBe(valid);
        if (valid) expect(timestamp.dmy).toBe(date.getTime());
      }),
    );
  });
});
