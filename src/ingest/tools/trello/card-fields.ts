import type { EventLog } from '../../../model/log/event-log.ts';
import type { ReadOptions } from '../../format.ts';
import { type JsonObject, objectOf, own, textOf } from '../../text/json/json-values.ts';
import { setField } from '../shared/item-table/item-snapshot.ts';
import { arrayOf, type Board, type Card } from './board.ts';

/** Field → where it is in a card, for the mapping of the file. */
export const FIELD_PATHS: Readonly<Record<string, string>> = {
  title: 'name',
  labels: 'labels[].name',
  team: 'the board’s name',
  url: 'shortUrl',
};

const POINTS_NAME = /^(?:story )?points?$|^sp$|^estimat|^effort$|^size$|^puntos$|^pontos$/i;
/** A habit of teams without a field for points: `(3) Write the texts`. */
const POINTS_IN_TITLE = /^\s*\((\d+(?:\.\d+)?)\)\s/;

/** Where the points of a board's cards come from, for the mapping; null if nothing looks like points. */
export function pointsSource(board: Board, options: ReadOptions): string | null {
  const named = options.fields.points;
  const name = [...board.customFields.values()].find((field) =>
    named === undefined ? POINTS_NAME.test(field) : field.toLowerCase() === named.toLowerCase(),
  );
  if (name !== undefined) return `custom field ${name}`;
  return board.cards.some(({ object }) => POINTS_IN_TITLE.test(textOf(own(object, 'name')))) ? 'title, as (3)' : null;
}

/** Writes what a card is today. */
export function writeFields(log: EventLog, item: number, card: Card, board: Board, options: ReadOptions): void {
  const set = (field: string, value: string) => setField(log, item, field, value);
  const title = textOf(own(card.object, 'name'));
  set('title', title);
  set('labels', card.labels.join(';'));
  set('team', board.name);
  set('url', textOf(own(card.object, 'shortUrl')) || textOf(own(card.object, 'url')));
  for (const [field, value] of card.fields) set(field, value);
  const custom = customValues(card.object, board);
  const points = options.fields.points?.toLowerCase();
  for (const [name, value] of custom) {
    const isPoints = points === undefined ? POINTS_NAME.test(name) : name.toLowerCase() === points;
    if (isPoints) set('points', value);
    else if (name.toLowerCase() === 'priority') set('priority', value);
    if (options.extraFields.includes(name)) set(name, value);
  }
  const hasPoints =
    card.fields.some(([field]) => field === 'points') || [...custom.keys()].some((name) => POINTS_NAME.test(name));
  if (!hasPoints) set('points', POINTS_IN_TITLE.exec(title)?.[1] ?? '');
}

/** The card's custom fields by name. */
function customValues(card: JsonObject, board: Board): Map<string, string> {
  const values = new Map<string, string>();
  for (const entry of arrayOf(own(card, 'customFieldItems'))) {
    const item = objectOf(entry);
    const name = board.customFields.get(textOf(own(item, 'idCustomField'))) ?? '';
    const value = objectOf(own(item, 'value'));
    const text = ['number', 'text', 'checked', 'date'].map((key) => textOf(own(value, key))).find((one) => one !== '');
    if (name !== '' && text !== undefined) values.set(name, text);
  }
  return values;
}
