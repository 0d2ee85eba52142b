import { type Document, PitwallError, REPORTERS } from '../../index.ts';
import { cleanText } from './clean-text.ts';
import type { FilesAtHand } from './files-at-hand.ts';
import { INPUTS, type ToolName, type Wanted } from './inputs.ts';
import { type ShortenedList, type Shown, shortened } from './shorten.ts';
import { TOOLS, type Tool } from './tools.ts';

/** What a tool gives back, as the protocol has it. */
export interface ToolAnswer {
  [key: string]: unknown;
  content: { type: 'text'; text: string }[];
  structuredContent?: Record<string, unknown>;
  isError?: boolean;
}

/** No answer takes more, in bytes of its JSON: text and structure together. */
export const MOST_BYTES = 24_500;
/** The text is for clients that do not read the structure, and for a person who looks on. */
const MOST_TEXT_BYTES = 3500;
/** What stands around both. */
const FRAME_BYTES = 200;
const MOST_SENTENCE = 600;
const SCREEN_WIDTH = 100;
const NO_RECORDS = { title: '', records: { columns: [], rows: [] } };
const ITEMS_SHOWN = 20;
const PAGE_SHOWN = 200;

/** The list that each tool shows a part of, where none is named. */
const OWN_LIST: Partial<Record<ToolName, { list: string; limit: number }>> = {
  items: { list: 'itemList', limit: ITEMS_SHOWN },
};

/**
 * The answer of a tool. Whatever its input was, it is one: what is wrong is an answer, too.
 * @param describe an error as one line
 * @throws the reason of the signal, if that stops it
 */
export async function answerOf(
  name: ToolName,
  input: unknown,
  files: FilesAtHand,
  describe: (error: unknown) => string,
  signal: AbortSignal,
): Promise<ToolAnswer> {
  try {
    const asked = inputOf(name, input);
    const document = await (TOOLS[name] as Tool).answer(files, asked as never, signal);
    return shownDocument(name, document, shownOf(name, asked));
  } catch (error) {
    signal.throwIfAborted();
    // It may repeat what the client wrote.
    const text = withInputNames(name, files.withoutNames(describe(error)));
    return { content: [{ type: 'text', text }], isError: true };
  }
}

function inputOf(name: ToolName, input: unknown): Wanted {
  const read = INPUTS[name].safeParse(input ?? {});
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = issue?.path.join('.') ?? '';
  const known = Object.keys(INPUTS[name].shape).join(', ');
  const isMissing = issue?.code === 'invalid_type' && issue.message.endsWith('received undefined');
  throw new PitwallError(
    'bad-input',
    isMissing ? 'it is missing' : cleanText(issue?.message ?? 'cannot be read', MOST_SENTENCE),
    path === '' ? name : cleanText(path, 100),
    `The inputs are ${known}`,
  );
}

function shownOf(name: ToolName, { limit, list, offset, series = false }: Wanted): Shown {
  const own = OWN_LIST[name];
  const wanted = list ?? own?.list;
  if (wanted === undefined) {
    if (limit === undefined && offset === undefined) return { series, page: null };
    throw new PitwallError('bad-input', 'nothing says of which list', 'list', 'Name a list as "shortened" does');
  }
  return { series, page: { list: wanted, offset: offset ?? 0, limit: limit ?? own?.limit ?? PAGE_SHOWN } };
}

function shownDocument(name: ToolName, document: Document, shown: Shown): ToolAnswer {
  const answer = withInputNames(name, document.title);
  const data = name === 'explain' ? { definitions: [document.data].flat() } : document.data;
  const most = MOST_BYTES - MOST_TEXT_BYTES - FRAME_BYTES - Buffer.byteLength(JSON.stringify(answer));
  const { lists, result } = shortened(data, most, shown);
  return {
    content: [{ type: 'text', text: textOf(name, answer, document, lists) }],
    structuredContent: { answer, result, shortened: lists },
  };
}

/** The answer, a sentence on what is left out, and as much of the command's screen as fits. */
function textOf(name: ToolName, answer: string, document: Document, lists: readonly ShortenedList[]): string {
  const note =
    lists.length === 0
      ? []
      : [`(${lists.length} ${lists.length === 1 ? 'list is' : 'lists are'} shown in part: see "shortened".)`];
  const screen = REPORTERS.find(({ id }) => id === 'table') as (typeof REPORTERS)[number];
  const lines = screen
    // Without its records, which are made when they are read.
    .render({ ...NO_RECORDS, sections: document.sections, data: document.data }, { width: SCREEN_WIDTH, color: false })
    .trim()
    .split('\n')
    .map((line) => withInputNames(name, line.trimEnd()));
  const shown = [answer, ...note, ''];
  const more = '… (cut here; the structure has the rest)';
  let bytes = bytesOfText([...shown, more]);
  for (const [index, line] of lines.entries()) {
    bytes += bytesOfText([line]);
    if (bytes > MOST_TEXT_BYTES) return [...shown, ...lines.slice(0, index), more].join('\n');
  }
  return [...shown, ...lines].join('\n').trimEnd();
}

/** As JSON has them: a quotation mark takes two. */
const bytesOfText = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + Buffer.byteLength(JSON.stringify(line)), 0);

/** `--split-at` is `splitAt` here; options that are no input stay: they are those of the start. */
function withInputNames(name: ToolName, message: string): string {
  const known = new Set(Object.keys(INPUTS[name].shape));
  return cleanText(message, MOST_SENTENCE).replace(/--([a-z]+(?:-[a-z]+)*)/g, (option, words: string) => {
    const input = words.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    return known.has(input) ? input : option;
  });
}
