/** The address of a work item for people, made from the one of its update or revision for programs; empty for others. */
export function addressOf(url: string): string {
  const match = /^(https?:\/\/.+?)\/_apis\/wit\/workitems\/(\d+)/i.exec(url);
  return match === null ? '' : `${match[1]}/_workitems/edit/${match[2]}`;
}

/** The work item at the end of a link's address; empty if there is none. */
export function linkedItem(url: string): string {
  return /\/workitems\/(\d+)\/?$/i.exec(url)?.[1] ?? '';
}
