import { PitwallError } from '../../model/errors.ts';
import { isoOf } from '../../model/time/instants.ts';
import type { Window } from '../../model/time/window.ts';
import type { Dataset } from '../dataset.ts';
import { momentOf } from '../resolve-window.ts';

/**
 * The windows before and from a moment. They are as long as each other on the local calendar: as long as the data reach on
 * the shorter side. `--from` and `--to` tell the start of the first and the end of the second, which may make them unequal.
 *
 * @param text a local date or an instant
 * @throws PitwallError `bad-option` if it is not within the window
 */
export function splitWindow({ settings, window, zone }: Dataset, text: string): { before: Window; from: Window } {
  const at = momentOf(text, zone);
  if (Number.isNaN(window.from)) return { before: window, from: window };
  if (!(at > window.from && at < window.to)) {
    const what = `${text} is not within the window, ${isoOf(window.from)} to ${isoOf(window.to)}`;
    throw new PitwallError('bad-option', what, '--split-at', 'Choose a date within it, or a wider --from and --to');
  }
  const local = zone.localOf(at);
  const length = Math.min(local - zone.localOf(window.from), zone.localOf(window.to) - local);
  const start = settings.from === null ? Math.max(window.from, zone.instantOfLocal(local - length)) : window.from;
  const end = settings.to === null ? Math.min(window.to, zone.instantOfLocal(local + length)) : window.to;
  return { before: { from: start, to: at }, from: { from: at, to: end } };
}
