import { type DateRole, isNoStage, roleOf } from './date-roles.ts';

/** Words in the names of columns, for names that are not known as a whole. */
const ROLE_WORDS: readonly (readonly [DateRole, RegExp])[] = [
  [
    'created',
    /\b(?:creat\w*|open(?:ed)?|add(?:ed)?|enter(?:ed)?|entry|logged|request\w*|submi\w*|report\w*|raised|received|intake|erstell\w*|angelegt|cr[ée]\w*)\b/,
  ],
  [
    'started',
    /\b(?:start\w*|begin|began|begun|picked up|in progress|activ\w*|commit\w*|kick ?off|beginn|inicio|d[ée]but)\b/,
  ],
  [
    'finished',
    /\b(?:done|finish\w*|complet\w*|clos\w*|resol\w*|end(?:ed)?|deliver\w*|ship\w*|live|released?|publish\w*|launch\w*|approved|accepted|fertig|erledigt|fin)\b/,
  ],
];

const ID_WORDS = /\b(?:id|key|nr|no|number|ref(?:erence)?|ticket|code)\b|#/;
const STATUS_WORDS =
  /\b(?:status|state|stage|column|phase|step|list|board|progress|workflow|estado|statut|stato|zustand)\b/;
const TITLE_WORDS =
  /\b(?:name|title|summary|subject|task|item|story|topic|description|what|aufgabe|titel|tarea|nombre)\b/;

/** `actualStartDate`, `Work_Started-on` and `Started on` are words alike. */
function words(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_\s./-]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** True for dates of plans and of changes, wherever in the name the word is. */
export function isAside(name: string): boolean {
  return (
    isNoStage(name) ||
    /\b(?:plan\w*|due|target|estimat\w*|expected|scheduled|baseline|forecast|updat\w*|modif\w*|edit\w*|changed|viewed)\b/.test(
      words(name),
    )
  );
}

/** The date of an item's life that a column's name may mean; null for plans, changes and names without a known word. */
export function wordRole(name: string): DateRole | null {
  if (isAside(name)) return null;
  const known = roleOf(name);
  if (known !== null) return known;
  const plain = words(name);
  return ROLE_WORDS.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

export const meansId = (name: string): boolean => ID_WORDS.test(words(name));
export const meansStatus = (name: string): boolean => STATUS_WORDS.test(words(name));
export const meansTitle = (name: string): boolean => TITLE_WORDS.test(words(name));
export const meansBefore = (name: string): boolean => /\b(?:from|old|previous|before|prior|was)\b/.test(words(name));
