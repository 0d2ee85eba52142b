import { PitwallError } from '../../model/errors.ts';
import type { EventLog } from '../../model/log/event-log.ts';

/** `7.18656E+14`: what a spreadsheet makes of an id of many digits, and saves in its place. */
const RUINED = /^\d(?:[.,]\d+)?e\+\d{1,3}$/i;

/**
 * Refuses ids that a spreadsheet rounded: several items share each of them, so that they would become one.
 * @throws PitwallError `rounded-ids`
 */
export function refuseRuinedIds({ itemIds, itemFile, files }: EventLog): void {
  const item = itemIds.findIndex((id) => id.length > 4 && RUINED.test(id));
  if (item === -1) return;
  const id = itemIds[item] as string;
  const file = files[itemFile.at(item)]?.file ?? null;
  throw new PitwallError(
    'rounded-ids',
    `a spreadsheet has rounded its ids: "${id}" stands for any id that begins with these digits`,
    file,
    'Export it again and give that file as it is: opened and saved in a spreadsheet, long ids lose their last digits.',
  );
}
