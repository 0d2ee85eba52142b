import { objectOf, own, textOf } from '../../../text/json/json-values.ts';

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

/** The work item at the end of a link's address; empty if there is none. */
function linkedItem(url: string): string {
  return /\/workitems\/(\d+)\/?$/i.exec(url)?.[1] ?? '';
}

/** The address of a work item for people, made from the one of its update or revision for programs; empty for others. */
export function addressOf(url: string): string {
  const match = /^(https?:\/\/.+?)\/_apis\/wit\/workitems\/(\d+)/i.exec(url);
  return match === null ? '' : `${match[1]}/_workitems/edit/${match[2]}`;
}
