import { readdirSync } from 'node:fs';
import type { allFormats } from '../../src/ingest/registry.ts';
import { fromRoot } from './pages.ts';
import { TIMESTAMP_LAYOUTS } from './timestamp-layouts.ts';

type Format = Awaited<ReturnType<typeof allFormats>>[number];

const GRADES: Readonly<Record<Format['grade'], string>> = {
  'full-log': 'full log: every change with its time',
  'stage-dates': 'one date a stage, even if an item entered it twice',
  milestones: 'milestones: creation, start and finish, and nothing in between',
  durations: 'durations: the time in each stage, without dates',
  snapshot: 'snapshot: the current status',
};

/** Escapes what would end a cell or begin markup. */
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
    evidence(formats),
    ...formats.map(section),
    READING,
    timestamps(),
    UNKNOWN,
    ADDING,
  ].join('\n\n')}\n`;
}

/** What each format says of statuses besides their names, and what items and statuses are known by. */
function evidence(formats: readonly Format[]): string {
  const rows = formats.map(({ id, identity, kindEvidence }) => {
    const kind = [kindEvidence.tool, 'the name', ...(kindEvidence.finishDates === null ? [] : ['finish dates'])];
    const known = [
      identity.item,
      ...(identity.statuses === null ? [] : [`by ids: ${identity.statuses}`]),
      ...(identity.aliases === null ? [] : [`also ${identity.aliases}`]),
    ];
    const shown = kind.filter((text) => text !== null);
    return `| ${[code(id), shown.map(cell).join('; '), known.map(cell).join('; '), cell(conflict(kindEvidence))].join(' | ')} |`;
  });
  return [
    EVIDENCE,
    [
      '| id | what says what a status means, the strongest first | an item is | where status and date disagree |',
      '| --- | --- | --- | --- |',
      ...rows,
    ].join('\n'),
  ].join('\n\n');
}

function conflict({ finishDates, statusToday }: Format['kindEvidence']): string {
  if (!statusToday) return finishDates === null ? 'no dates' : 'the dates alone count';
  return finishDates === null ? 'no dates; the log may end elsewhere: the rule' : `the rule (${finishDates})`;
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

const OPENING = `<!-- Written by \`npm run docs\` from the registry of formats: change src/ingest or test/docs/formats-page.ts, not this page. -->

# Export formats

pitwall recognises a format by its columns or keys, never by the file's name. \`pitwall inspect\` says which format it
chose and why, and \`--input <id>\` overrules that. \`pitwall formats <id>\` prints the section of a format.

The history column says how much of an item's past the format contains. Figures that it cannot support leave the items out
and say so: see [history grades](metrics.md#history-grades). The CSV exports of most tools contain only the current state.
For full figures, use a log of changes.

If pitwall cannot read an export, or reads it wrongly, you can share it without its people and texts: see
[sharing an export that fails](anonymize.md).`;

const EVIDENCE = `## What says what a status means

The kind of a status comes from the configuration, else from the strongest of what the file says: what its tool says of the
status, then its name, then finish dates. Only logs of activities (\`xes\`, \`process-mining\`) may show the end of a case by
how cases end. If a status and a date of an item disagree, one rule decides for every format: the status wins if its tool
or its name says what it means, else the date does, and the finding \`status-differs\` counts the items. See
[workflow](metrics.md#workflow).`;

const READING = `## Reading files

- **Several files** make one analysis: paths, patterns such as \`"exports/*.json"\`, or \`-\` for standard input. Items with
  the same id merge within one tool; \`--source-name\` keeps exports apart whose ids clash.
- **A folder,** as in \`pitwall report exports/\`, gives the newest export of each source in it. What the files say decides:
  the date of the export, else the latest event; of equals the day in the name, then the name. The time on the disk does not
  count. An export is left out if a newer one of the same format and the same columns has at least half of its items, and
  agrees on when the history of these began (or on their titles, where there are no dates). So pages of one export are all
  read, and so are two boards that count from 1, and the logs of two months. Findings name what was left out
  (\`older-export\`), items that only an older export has (\`only-in-older-export\`), files that are no export (\`no-export\`),
  tables that no format fits (\`unknown-export\`) and broken files (\`unread-export\`). With \`--snapshots\`, all exports are read.
  Folders in the folder, hidden files and \`pitwall.yaml\` are passed over; a link counts as its file, once; more than 1,000
  files are refused. A file of several is read twice, once to choose. \`anonymize\` takes files alone.
- **Lists and histories** of one tool belong together: a list of issues has the fields, their events have the history. Pages
  and repeated exports add up, and what two of them contain counts once. If two lists differ, or one has an item twice, the
  one that knows the item's latest update counts, else the one with the latest instant.
- **Other tools, teams or sites** can have their own settings and statuses, under \`sources\` in the
  [configuration](configuration.md#several-sources).
- **Snapshots:** with \`--snapshots\`, lists of one board from several days give the changes between them. The day of each
  comes from the file (a column such as Exported at), from its name, or from an option:
  \`--snapshot-date board.csv=2026-03-02\`. A change counts on the day of the first snapshot that shows it, or at the finish
  that the file gives. What an item did before the first snapshot is not known, unless it had not started.
- **Compression:** pitwall recognises gzip by its content and unpacks it. It also unpacks a zip archive in which only one
  file can be the export; if there are several, it lists them. Of a Notion export it reads the \`_all\` file of a database,
  which has all rows.
- **Parquet**: a file is a table in any of the table formats. Snappy, GZIP, Brotli and no compression are read. A column of
  lists or structures is left out, and a finding names it; a column packed with another codec is an error that names it.
- **Excel workbooks** (\`.xlsx\`): a sheet is a table in any of the table formats. pitwall reads the sheet that a format is
  certain of; if that is none or several, choose one with \`--sheet <name>\`. It reads dates as Excel stores them, as wall
  time without a zone, regardless of their display; formulas as their last result; a cell that is merged downwards in each
  of its rows; hidden sheets only by name. Save old workbooks (\`.xls\`, \`.xlsb\`) and those with a password again first.
- **XML** is read as XES, in one pass; other XML is not.
- **Encoding:** UTF-8, with or without a byte order mark; UTF-16 with one. Bytes that are not UTF-8 are read as
  windows-1252, with a finding (\`windows-1252\`).
- **Delimiter:** comma, semicolon, tab or pipe, whichever makes the header match a known format. A line such as \`sep=;\`
  before the header decides it.
- **Header:** the first row that a format recognises. pitwall skips the lines above it, such as a title.
- **JSON:** an array, one object a line, or an object around the array (\`issues\`, \`value\`, \`data\` and the like). Nested
  keys are columns by their path: \`fields.status.name\`. A part that is null is not there. A list or an object written as
  JSON text, a name in place of the object that has it, and a number as a name are read as what they mean; any other part
  of another kind than the tool writes is left out, with a finding (\`unexpected-part\`).
- **Column names** match regardless of letter case, spaces and punctuation. \`--map field=column\` names others, for
  example \`--map id=Ticket --map to=Stage --map at="Changed on"\`; \`"{Date} {Time}"\` joins two.
- **Rows** that cannot be used are listed in a finding with file and line, and change nothing else. Every row counts as
  used, merged or rejected; \`pitwall inspect\` shows the sums.`;

const TIMESTAMPS = [
  'Any layout that is not listed here is unreadable, and so is 30 February. pitwall does not guess.',
  `If the order of day and month is open, the file decides as a whole: one date such as 25/03 proves the order for all. If
no date does, dates that would step back in time or be in the future are evidence against an order. If the order is still
open, another file of the same tool may prove it; otherwise pitwall asks for \`--date-order dmy\` or \`--date-order mdy\`. A
timestamp without a zone is read in \`timeZone\`.`,
  `An abbreviation such as CET or PST is read where it means one zone, and \`inspect\` says which offset was taken. One that
means several (IST, CST, CDT, BST, AST) makes the timestamp unreadable: export offsets instead. Numbers such as 45292.5 are
read as Excel's dates (days since 1900) only where the column is called a date and all its cells are such numbers; the
finding \`serial-dates\` says so.`,
];

const UNKNOWN = `## Tables that no format fits

Your own spreadsheet, or an export of Notion, Airtable or Smartsheet, may have columns of any name. If no
format fits, pitwall looks at up to 100 rows, says what each column seems to be, and proposes the columns:

- the error ends with a whole command with \`--map id=… --map status=… --map created=… --map finished=…\`, ready to paste;
- \`pitwall inspect\` shows each column with what was found in it;
- \`pitwall init\` writes the proposal as \`fields\`, marked as a guess.

This is a guess for you to confirm: pitwall reads nothing by it until you do. It never takes a column such as Updated,
Modified or Due for a stage or a milestone. In a project plan (with columns such as Duration or Predecessors), starts and
ends are plans and not what happened; pitwall says so.`;

const ADDING = `## Adding a format

1. Write \`src/ingest/tools/<tool>/<id>.ts\`. It exports one \`TableFormat\` (CSV, sheets and flat JSON), \`JsonFormat\` (nested
   records) or \`XmlFormat\`, as \`src/ingest/format.ts\` describes them: what \`pitwall formats\` says of it, \`probe\` and \`open\`.
2. \`probe\` looks at the header and the first records. It answers \`certain\` only for what no other format can be: two
   certain formats are an error that asks the user. \`likely\` is a guess, and is said to be one.
3. \`open\` asks the table for the columns it needs and returns a sink. The sink gets the rows one by one and writes into
   the \`EventLog\`: \`log.transition\`, \`log.creation\`, \`log.milestones\`, \`log.assignment\`, \`log.flag\`. It must account for
   every row as used, merged or rejected. A document that holds rows of its own, such as a board with cards, says how
   many (\`records.holds\`); what several files say together is kept in \`shared\` until all of them have been read.
   A JSON format names in \`parts\` the shapes of what it reads.
4. Add the line to \`src/ingest/registry.ts\` (tables, XML) or \`src/ingest/json-formats.ts\`, more specific formats
   first.
5. Add \`fixtures/<id>/<case>/\` with one small input and an \`expected.json\`. The conformance test finds the folder by
   itself, and checks that no other format is certain of the file. With \`UPDATE_FIXTURES=1\` in the environment
   \`npx vitest run test/ingest/conformance.test.ts\` writes the expectation: read it before you keep it.
6. \`anonymize\` learns the names of its columns and keys from the format: what \`probe\` says it matched, the columns that
   \`open\` finds by name, and for JSON \`fields\` and \`parts\`. Values stay by the mapping: a column noted as \`to\`, \`status\`,
   \`type\` or \`priority\` keeps its words, and one noted as \`field\` says what \`from\` and \`to\` hold in its row.
   \`npx vitest run test/anonymize/fixtures.test.ts\` copies your fixture and reads the copy. If a name of people is new, add
   it to \`src/anonymize/values/column-name-words.ts\` and \`src/model/people/people-names.ts\`.
7. Run \`npm run docs\` to write this page anew.

Everything else follows: help, \`pitwall formats\`, detection and error messages read the registry.`;
