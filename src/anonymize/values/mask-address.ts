import { isProjectId, maskId } from './mask-id.ts';
import type { Replacements } from './replacements.ts';
import { isTrackerWords } from './tracker-words.ts';
import { isRandomId } from './value-shape.ts';

const URL_START = /^[a-z][a-z\d+.-]*:\/\//i;
const PATH_WITH_NUMBER = /^[\w.-]+(?:\/[\w.-]+)+[#!&]\d+$/;

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
  'changelog changelogs history search statuses worklog journals activities api rest repos issues issue pull pulls merge_requests work_items workitems browse projects project stories story epic epics task tasks board boards card cards status events comments updates revisions revs timeline edit secure show latest agile wit show_bug.cgi googlesheetsprojectcsv'.split(
    ' ',
  ),
);

export function isAddress(text: string): boolean {
  return text.length <= LONGEST && URL_START.test(text) && !/\s/.test(text);
}

/** A repository and a number, as in `acme/site#12`. */
export function isNumberedPath(text: string): boolean {
  return text.length <= LONGEST && PATH_WITH_NUMBER.test(text);
}

/** The address with its host, names and query values replaced. The tool's own words and ids stay. */
export function maskAddress(address: string, replacements: Replacements): string {
  const [, scheme = '', host = '', rest = ''] = /^([^/]+:\/\/)([^/?#]*)(.*)$/s.exec(address) ?? [];
  const plainHost = host.replace(/^[^@]*@/, '');
  const written = TOOL_HOSTS.has(plainHost.toLowerCase()) ? plainHost : replacements.hostWord(plainHost);
  const end = rest.search(/[?#]/);
  const path = end === -1 ? rest : rest.slice(0, end);
  return scheme + written + maskPath(path, replacements) + (end === -1 ? '' : maskRest(rest.slice(end)));
}

/** A path, segment by segment. */
export function maskPath(path: string, replacements: Replacements): string {
  return path.replace(/[^/#!&]+/g, (segment) => maskSegment(segment, replacements));
}

function maskSegment(segment: string, replacements: Replacements): string {
  const lower = segment.toLowerCase();
  if (
    PATH_WORDS.has(lower) ||
    /^(?:\.+|[a-z]|\d{1,19}|v\d{1,2}|_apis|_workitems|_odata)$/.test(lower) ||
    isRandomId(segment)
  )
    return segment;
  return isProjectId(segment) ? maskId(segment, replacements) : replacements.textWord(segment);
}

/** The query and fragment: names that trackers use and short numbers stay, everything else is replaced. */
function maskRest(rest: string): string {
  const [, query = ''] = /^\?([^#]*)/.exec(rest) ?? [];
  if (query === '') return rest.startsWith('?') ? '?' : '#x';
  const pairs = query.split('&').map((pair) => {
    const [, name = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(pair) ?? [];
    const shown = isTrackerWords(decodedName(name)) ? name : 'x';
    return `${shown}=${/^\d{1,9}$/.test(value) ? value : 'x'}`;
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
