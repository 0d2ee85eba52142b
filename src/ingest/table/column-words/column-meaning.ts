import { headerKey } from '../header-key.ts';
import { ASSIGNEE_NAMES, STATUS_NAMES } from './field-names.ts';
import { PhraseBook } from './phrase-book.ts';
import { COLUMN_WORDS, type ColumnWord } from './words/column-words.ts';

const BOOK = new PhraseBook<ColumnWord>(COLUMN_WORDS);
const STATUSES = new Set(STATUS_NAMES.map(headerKey));
const ASSIGNEES = new Set(ASSIGNEE_NAMES.map(headerKey));

const means = (name: string, meaning: ColumnWord): boolean => BOOK.meaningsOf(name).has(meaning);

/** All that a name may mean. */
export const columnMeanings = (name: string): ReadonlySet<ColumnWord> => BOOK.meaningsOf(name);

export const meansId = (name: string): boolean => means(name, 'id');
export const meansTitle = (name: string): boolean => means(name, 'title');
export const meansBefore = (name: string): boolean => means(name, 'before');
/** What several items belong to: a project, a team. */
export const meansGroup = (name: string): boolean => means(name, 'group');

/** True for the name of a column of statuses. */
export function meansStatus(name: string): boolean {
  return STATUSES.has(headerKey(name)) || (means(name, 'status') && !meansPerson(name));
}

/** True for a column of those who have the items in hand. */
export function meansAssignee(name: string): boolean {
  if (ASSIGNEES.has(headerKey(name))) return true;
  return means(name, 'assignee') && !means(name, 'people') && !means(name, 'group') && !means(name, 'status');
}

/** True for a column of people, whatever they have to do with the items. */
function meansPerson(name: string): boolean {
  return meansAssignee(name) || (means(name, 'people') && !means(name, 'status') && !means(name, 'title'));
}
