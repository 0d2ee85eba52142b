import { readdirSync } from 'node:fs';
import type { allFormats } from '../../src/ingest/registry.ts';
import { fromRoot } from './pages.ts';
import { TIMESTAMP_LAYOUTS } from './timestamp-layouts.ts';

type Format = Awaited<ReturnType<typeof allFormats>>[number];

const GRADES: Readonly<Record<Format['grade'], string>> = {
  'full-log': 'full log: every change with its time',
  'stage-dates': 'one date a stage: nothing of stages entered twice',
  milestones: 'milestones: creation, start, finish, and nothing of what lies between',
  durations: 'durations: time in each stage, without dates',
  snapshot: 'snapshot: the status of today',
};

/** What a table's cell may not hold as it is. */
const cell = (text: string) => text.replace(/[|<>]/g, (character) => `\\${character}`);
const code = (text: string) => `\`${text}\``;

/** `docs/formats.md`, made of the registry of formats and the folders of fixtures. */
export function formatsPage(formats: readonly Format[]): string {
  const overview = formats.map(
    ({ id, name, tool, grade }) => `| [${code(id)}](#${id}) | ${cell(name)} | ${tool} | ${grade} |`,
  );
  return `${[
    OPENING,
    ['| id | format | tool | history |', '| --- | --- | --- | --- |', ...overview].join('\n'),
    ...formats.map(section),
    READING,
    timestamps(),
    UNKNOWN,
    ADDING,
  ].join('\n\n')}\n`;
}

function section(format: Format): string {
  const cases = readdirSync(fromRoot(`fixtures/${format.id}`), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => code(name))
    .sort();
  return [
    `## ${format.id}`,
    `**${format.name}**`,
    format.description,
    `History: ${GRADES[format.grade]}.`,
    'How to get it:',
    format.howToGet.map((step, index) => `${index + 1}. ${cell(step)}`).join('\n'),
    ['| field | read from |', '| --- | --- |', ...Object.entries(format.fields).map(fieldRow)].join('\n'),
    `Fixtures, in [fixtures/${format.id}](../fixtures/${format.id}): ${cases.join(', ')}.`,
  ].join('\n\n');
}

function fieldRow([field, source]: [string, string]): string {
  return `| ${cell(field)} | ${cell(source)} |`;
}

function timestamps(): string {
  const rows = TIMESTAMP_LAYOUTS.map(([layout, written, means]) => `| ${layout} | ${code(written)} | ${code(means)} |`);
  return [
    '## Timestamps',
    ...TIMESTAMPS,
    ['| layout | written | means |', '| --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
}

const OPENING = `<!-- Written by \`npm run docs\` from the registry of formats: change src/ingest, not this page. -->

# Export formats

pitwall recognises a format by its columns or keys, never by the file's name. \`pitwall inspect\` says which it took and
why, and \`--input <id>\` overrules it. \`pitwall formats <id>\` prints what stands here.

The history column says how much of an item's past the format tells. Figures that it cannot support leave the items out
and say so: see [history grades](metrics.md#history-grades). Most tools' CSV exports hold today's state only. For full
figures take a log of changes.

An export that is not read, or not as it should be, can be shared without its people and texts: see
[sharing an export that fails](anonymize.md).`;

const READING = `## Reading files

- **Several files** make one analysis: paths, patterns such as \`"exports/*.json"\`, or \`-\` for standard input. Items merge
  by id within one tool; \`--source-name\` keeps exports apart whose ids collide.
- **Lists and histories** of one tool belong together: a list of issues gives the fields, their events the history; pages
  and repeated exports add up, and what two of them hold counts once. Where two lists differ, the one that
  tells of the latest instant speaks.
- **Other tools, teams or sites** have their own way of being read, and their own statuses, under \`sources\` in the
  [configuration](configuration.md#several-sources).
- **Snapshots:** lists of one board from several days give the changes between them with \`--snapshots\`. The day of each
  stands in the file (a column such as Exported at), in its name, or is given: \`--snapshot-date board.csv=2026-03-02\`.
  A change counts on the day that shows it, or at the finish that the file gives; what an item did before the first
  snapshot is not known, unless it had not begun.
- **Compression:** gzip is recognised by its content and read as it is. So is a zip archive with one file in it that can be
  meant; with several, pitwall says which they are. Of a Notion export it takes the \`_all\` file of a database, which has
  all rows.
- **Excel workbooks** (\`.xlsx\`): a sheet is a table for any of the formats of tables. pitwall reads the sheet that a format
  is certain of; where that is none or several, say which with \`--sheet <name>\`. Dates are read as Excel holds them, as
  wall time without a zone, whatever their look; formulas as what they last came to; what is merged downwards in each of
  its rows; hidden sheets only by name. Old workbooks (\`.xls\`, \`.xlsb\`) and those with a password have to be saved anew.
- **XML** is read as XES, in one pass; other XML is not.
- **Encoding:** UTF-8, with or without a byte order mark; UTF-16 with one. Bytes that are not UTF-8 are read as
  windows-1252, which is a finding (\`windows-1252\`).
- **Delimiter:** comma, semicolon, tab or pipe: the one that makes the header a known format's. A line such as \`sep=;\`
  before the header decides.
- **Header:** the first row that a format recognises; lines above it, such as a title, are passed over.
- **JSON:** an array, one object a line, or an object around the array (\`issues\`, \`value\`, \`data\` and the like). Nested
  keys are columns by their path: \`fields.status.name\`.
- **Column names** are compared without letter case, spaces and punctuation. \`--map field=column\` names others, for
  example \`--map id=Ticket --map to=Stage --map at="Changed on"\`; \`"{Date} {Time}"\` joins two.
- **Rows** that cannot be used stand in a finding with file and line, and nothing else changes. Every row is accounted for
  as used, merged or rejected; \`pitwall inspect\` shows the sums.`;

const TIMESTAMPS = [
  'What is not listed here is unreadable, and so is 30 February. Nothing is guessed.',
  `Where day and month could be either, the file decides as a whole: one date such as 25/03 proves the order for all. If
none does, dates that would step back in time or lie in the future speak against an order. If that leaves it open,
another file of the same tool may prove it; else pitwall asks for \`--date-order dmy\` or \`--date-order mdy\`. A timestamp without a zone is read in \`timeZone\`.`,
];

const UNKNOWN = `## Tables that no format fits

A sheet of one's own, or an export of Notion, Airtable, Smartsheet, Wrike or Workfront, may have columns of any name. Where
no format fits, pitwall looks at up to 100 rows, says what each column seems to be, and proposes the columns:

- the error ends in a whole command with \`--map id=… --map status=… --map created=… --map finished=…\`, ready to be pasted;
- \`pitwall inspect\` shows each column with what was seen in it;
- \`pitwall init\` writes the proposal as \`fields\`, marked as a guess.

It is a guess for a person to confirm: nothing is read by it unasked. A column such as Updated, Modified or Due is never
taken for a stage or a milestone. In a project plan (there are columns such as Duration or Predecessors) starts and ends
are planned and not what happened; pitwall says so.`;

const ADDING = `## Adding a format

1. Write \`src/ingest/tools/<tool>/<id>.ts\`. It exports one \`TableFormat\` (CSV, sheets and flat JSON), \`JsonFormat\` (nested
   records) or \`XmlFormat\`, as \`src/ingest/format.ts\` describes them: what \`pitwall formats\` says of it, \`probe\` and \`open\`.
2. \`probe\` looks at the header and the first records. It answers \`certain\` only for what no other format can be: two
   certain formats are an error that asks the user. \`likely\` is a guess, and is said to be one.
3. \`open\` asks the table for the columns it needs and returns a sink. The sink gets the rows one by one and writes into
   the \`EventLog\`: \`log.transition\`, \`log.creation\`, \`log.milestones\`, \`log.assignment\`, \`log.flag\`. It must account for
   every row as used, merged or rejected. A document that holds rows of its own, such as a board with cards, says how
   many (\`records.holds\`); what several files say together is kept in \`shared\` until all of them have been read.
4. Add the line to \`src/ingest/registry.ts\` (tables, XML) or \`src/ingest/json-formats.ts\`, more specific formats
   first.
5. Add \`fixtures/<id>/<case>/\` with one small input and an \`expected.json\`. The conformance test finds the folder by
   itself, and checks that no other format is certain of the file. With \`UPDATE_FIXTURES=1\` in the environment
   \`npx vitest run test/ingest/conformance.test.ts\` writes the expectation: read it before you keep it.
6. Run \`npm run docs\` to write this page anew.

Everything else follows: help, \`pitwall formats\`, detection and error messages read the registry.`;
