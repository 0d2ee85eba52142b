import { objectOf, own, textOf } from '../../../text/json/json-values.ts';
import { linkedItem } from './address.ts';

const TO_PARENT = 'System.LinkTypes.Hierarchy-Reverse';

/** The parent that a list of links names; null if it names none. */
export function parentIn(links: unknown): string | null {
  if (!Array.isArray(links)) return null;
  for (const link of links) {
    const object = objectOf(link);
    if (textOf(own(object, 'rel')) === TO_PARENT) return linkedItem(textOf(own(object, 'url')));
  }
  return null;
}
