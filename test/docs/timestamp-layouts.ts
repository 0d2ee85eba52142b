/** Timestamps as tools write them, and what each means, UTC taken where none is stated. */
export const TIMESTAMP_LAYOUTS: readonly (readonly [layout: string, written: string, means: string])[] = [
  ['ISO 8601, a date', '2026-03-02', '2026-03-02T00:00:00.000Z'],
  ['ISO 8601, without a zone', '2026-03-02 10:15', '2026-03-02T10:15:00.000Z'],
  ['ISO 8601, with `Z` or an offset', '2026-03-02T10:15:30.250+01:00', '2026-03-02T09:15:30.250Z'],
  ['compact', '20260302T101530Z', '2026-03-02T10:15:30.000Z'],
  ['year first', '2026/3/2 10:15', '2026-03-02T10:15:00.000Z'],
  ['numbers, day first', '25/03/2026 10:15', '2026-03-25T10:15:00.000Z'],
  ['numbers, month first, 12 hours', '3/25/2026 1:05:00 PM', '2026-03-25T13:05:00.000Z'],
  ['dots, two-digit year', '25.3.26', '2026-03-25T00:00:00.000Z'],
  ['month names', '02/Mar/26 1:05 PM', '2026-03-02T13:05:00.000Z'],
  ['month names, written out', 'March 2, 2026 at 10:15', '2026-03-02T10:15:00.000Z'],
  ['month names of other languages', '2 de marzo de 2026', '2026-03-02T00:00:00.000Z'],
  ['month names of other languages', '2. März 2026', '2026-03-02T00:00:00.000Z'],
  ['mail headers', 'Mon, 02 Mar 2026 10:15:30 +0100', '2026-03-02T09:15:30.000Z'],
  ['JavaScript', 'Mon Mar 02 2026 10:15:30 GMT+0100 (CET)', '2026-03-02T09:15:30.000Z'],
  ['seconds since 1970', '1772446530', '2026-03-02T10:15:30.000Z'],
  ['milliseconds since 1970', '1772446530250', '2026-03-02T10:15:30.250Z'],
];
