import { isProjectId, maskId } from './mask-id.ts';
import type { Replacements } from './replacements.ts';
import { isTrackerWords } from './tracker-words.ts';
import { isRandomId } from './value-shape.ts';

const URL_START = /^[a-z][a-z\d+.-]*:\/\//i;
const PATH_WITH_NUMBER = /^[\w.-]+(?:\/[\w.-]+)+[#!&]\d+$/;
/** The address of a thing on the same server, as links in answers of APIs have it: `/api/v3/work_packages/41`. */
const PATH_OF_API = /^\/(?:api|rest)(?:\/[\w.-]+)+$/;

/** A longer address is replaced as a whole. */
const LONGEST = 2000;

/** Hosts that name the tool, but not who uses it. */
const TOOL_HOSTS: ReadonlySet<string> = new Set([
  'github.com',
  'api.github.com',
  'gitlab.com',
  'trello.com',
  'api.trello.com',
  'linear.app',
  'app.asana.com',
  'app.clickup.com',
  'api.clickup.com',
  'app.shortcut.com',
  'api.app.shortcut.com',
  'api.monday.com',
  'dev.azure.com',
  'analytics.dev.azure.com',
  'www.pivotaltracker.com',
]);

/** Words of the paths that tools write. */
const PATH_WORDS: ReadonlySet<string> = new Set(
  'changelog changelogs history search statuses worklog journals activities api rest repos issues issue pull pulls merge_requests work_items workitems browse projects project stories story epic epics task tasks board boards card cards status events comments updates revisions revs timeline edit secure show latest agile wit pulses pulse items item tickets ticket work_packages show_bug.cgi googlesheetsprojectcsv'.split(
    ' ',
  ),
);

/** Words before the number of an item that do not stay without one. */
const ITEM_WORDS: ReadonlySet<string> = new Set(['_workitems', 't', 'c', 'f']);

/** What comes after one of these is a person. */
const PEOPLE_WORDS: ReadonlySet<string> = new Set(
  'people person users user profile profiles u members member accounts account'.split(' '),
);

/** A number with more digits may be that of a phone or an account. */
const SHORT = 6;

export function isAddress(text: string): boolean {
  return text.length <= LONGEST && URL_START.test(text) && !/\s/.test(text);
}

/** A repository and a number, as in `acme/site#12`; or a path of an API. */
export function isPath(text: string): boolean {
  return text.length <= LONGEST && (PATH_WITH_NUMBER.test(text) || PATH_OF_API.test(text));
}

/** The address with its host, names and query values replaced. The tool's own words and ids stay. */
export function maskAddress(address: string, replacements: Replacements): string {
  const [, scheme = '', host = '', rest = ''] = /^([^/]+:\/\/)([^/?#]*)(.*)$/s.exec(address) ?? [];
  const plainHost = host.replace(/^[^@]*@/, '');
  const written = TOOL_HOSTS.has(plainHost.toLowerCase()) ? plainHost : replacements.hostWord(plainHost);
  const end = rest.search(/[?#]/);
  const path = end === -1 ? rest : rest.slice(0, end);
  return scheme + written + maskPath(path, replacements) + (end === -1 ? '' : maskRest(rest.slice(end), path));
}

/** A path, segment by segment. */
export function maskPath(path: string, replacements: Replacements): string {
  let before = '';
  return path.replace(/[^/#!&]+/g, (segment) => {
    const masked = maskSegment(segment, before, replacements);
    // What comes after an id of Asana may be one too, but nothing follows from a number that was replaced.
    before = masked === segment ? segment.toLowerCase() : '';
    return masked;
  });
}

function maskSegment(segment: string, before: string, replacements: Replacements): string {
  const lower = segment.toLowerCase();
  if (PATH_WORDS.has(lower)) return segment;
  if (PEOPLE_WORDS.has(before) && !PEOPLE_WORDS.has(lower)) {
    return /^\d{1,19}$/.test(segment) ? String(replacements.account(segment)) : replacements.textWord(segment);
  }
  if (/^\d{1,19}$/.test(segment)) {
    const isId = segment.length <= SHORT || ITEM_WORDS.has(before) || PATH_WORDS.has(before) || /^\d+$/.test(before);
    return isId ? segment : String(replacements.number(segment));
  }
  if (PEOPLE_WORDS.has(lower) || /^(?:\.+|[a-z]|v\d{1,2}|_apis|_workitems|_odata)$/.test(lower) || isRandomId(segment))
    return segment;
  return isProjectId(segment) ? maskId(segment, replacements) : replacements.textWord(segment);
}

/** The query and fragment: names that trackers use and short numbers stay, everything else is replaced. */
function maskRest(rest: string, path: string): string {
  const [, query = ''] = /^\?([^#]*)/.exec(rest) ?? [];
  if (query === '') return rest.startsWith('?') ? '?' : '#x';
  const isOfItem = PATH_WORDS.has(path.slice(path.lastIndexOf('/') + 1).toLowerCase());
  const pairs = query.split('&').map((pair) => {
    const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(pair) ?? [];
    const shown = isTrackerWords(decodedName(name)) ? name : 'x';
    const longest = PATH_WORDS.has(name) || (isOfItem && name === 'id') ? 9 : SHORT;
    return `${shown}=${/^\d+$/.test(value) && value.length <= longest ? value : 'x'}`;
  });
  return `?${pairs.join('&')}`;
}

function decodedName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return '';
  }
}
