import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, LOG, pitwall } from './terminal.ts';

/** Two dates that could be either order. */
const EITHER_DATE = 'id,created,closed\n1,03/04/2026,05/06/2026\n';

/** A folder in which every mistake can be made. */
function desk(): string {
  const cwd = folderWith({
    'log.csv': LOG,
    'empty.csv': '',
    'head.csv': 'id,from,to,at\n',
    'picture.csv': Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
    'letter.csv': '%PDF-1.7\n',
    'notes.txt': 'Some notes\nthat I took\n',
    'wide.csv': Buffer.from(LOG, 'utf16le'),
    'either.csv': EITHER_DATE,
    'half.json': '[{"id":"1","to":"Doing","at":"2026-03-02"},{"id"',
    'tabs.yaml': 'workflow:\n\t- stage: A\n',
    'unknown.yaml': 'unti: week\n',
    'kind.yaml': 'workflow:\n  - { stage: Doing, kind: activ }\n',
    'broken.yaml': 'unit: [week\n',
    'list.yaml': '- a\n- b\n',
    'limits.yaml': 'limits: { stage: Reviw, maxDays: 2 }\n',
  });
  mkdirSync(join(cwd, 'nothing'));
  mkdirSync(join(cwd, 'texts'));
  mkdirSync(join(cwd, 'years', '2026'), { recursive: true });
  writeFileSync(join(cwd, 'texts', 'a.md'), '# Title\n');
  writeFileSync(join(cwd, 'texts', 'b.txt'), 'nothing\nhere\n');
  return cwd;
}

/** What was typed after `pitwall`, and all that is answered: what is wrong, where, and what to do. */
const MISTAKES: readonly (readonly [typed: string, answer: string])[] = [
  // Commands.
  ['reprot log.csv', "unknown command 'reprot'. Did you mean report?"],
  ['cycletime log.csv', "unknown command 'cycletime'. Did you mean cycle-time?"],
  ['velocity log.csv', "unknown command 'velocity'. pitwall calls it throughput: pitwall throughput log.csv"],
  ['burndown log.csv', "unknown command 'burndown'. pitwall calls it chart forecast: pitwall chart forecast log.csv"],
  ['efficiency', "unknown command 'efficiency'. pitwall calls it flow-efficiency: pitwall flow-efficiency export.csv"],
  ['aging log.csv', "unknown command 'aging'. pitwall calls it age: pitwall age log.csv"],
  ['cfd log.csv', "unknown command 'cfd'. pitwall calls it cumulative-flow: pitwall cumulative-flow log.csv"],
  ['montecarlo log.csv', "unknown command 'montecarlo'. pitwall calls it forecast: pitwall forecast log.csv"],
  ['xyzzy log.csv', "unknown command 'xyzzy'. Run pitwall help to see the commands"],
  ['log.csv', "'log.csv' is not a command. Did you mean pitwall report log.csv?"],
  ['years', "'years' is not a command. Did you mean pitwall report years?"],
  ['velocity --help', "unknown command 'velocity'. pitwall calls it throughput: pitwall throughput export.csv"],
  ['log.csv wip', "'log.csv' is not a command. The command comes first: pitwall wip log.csv"],
  ['help cycletime', "unknown command 'cycletime'. Did you mean cycle-time?"],
  ['help velocity', "unknown command 'velocity'. pitwall calls it throughput: pitwall throughput export.csv"],
  ['report wip log.csv', 'there is no file "wip", but a command. Write pitwall wip log.csv'],
  [
    'explain age wip',
    "too many arguments for 'explain'. Expected 1 argument but got 2. Usage: pitwall explain [options] [metric]",
  ],
  // Options.
  ['report log.csv --formt json', "unknown option '--formt'. Did you mean --format?"],
  ['report log.csv --formt=json', "unknown option '--formt=json'. Did you mean --format?"],
  ['report log.csv --tz=UTC', "unknown option '--tz=UTC'. pitwall calls it --time-zone <name>"],
  [
    'report log.csv --min=wip.current=3',
    "unknown option '--min=wip.current=3': pitwall report has none. It is one of check",
  ],
  ['report log.csv --csv', "unknown option '--csv'. pitwall calls it -f csv"],
  ['report log.csv --project Web', "unknown option '--project'. pitwall calls it --where project=<value>"],
  ['report log.csv --start 2026-01-01', "unknown option '--start'. pitwall calls it --from <date>"],
  ['report log.csv --end 2026-01-01', "unknown option '--end'. pitwall calls it --to <date>"],
  ['report log.csv --output-format json', "unknown option '--output-format'. pitwall calls it --format <form>"],
  ['report log.csv --tz UTC', "unknown option '--tz'. pitwall calls it --time-zone <name>"],
  ['report log.csv --percentile 85', "unknown option '--percentile'. Write percentiles: in pitwall.yaml"],
  ['report log.csv --token 1', "unknown option '--token'. pitwall reads files alone, and so needs no access to a tool"],
  ['wip log.csv --seed 3', "unknown option '--seed': pitwall wip has none. It is one of compare, forecast"],
  ['explain --tz UTC', "unknown option '--tz'. Run pitwall help explain to see its options"],
  ['report log.csv --nonsense', "unknown option '--nonsense'. Run pitwall help report to see its options"],
  ['check log.csv --require', "unknown option '--require'. Did you mean --require-data or --require-baseline?"],
  ['report log.csv --strict=yes', "option '--strict' takes no value. Write --strict"],
  [
    '--last 12w report log.csv',
    "unknown option '--last'. Options follow the command: pitwall report log.csv --last 12w",
  ],
  ['--json', "unknown option '--json'. A command comes first: pitwall report export.csv; pitwall help lists them"],
  ['report log.csv -last 12w', '-last: a long option has two dashes. Write --last'],
  ['report log.csv –last 12w', '–last: its dash is not a hyphen, as in text that is copied. Write --last'],
  ['report log.csv --by', 'option --by has no value. Write --by <field>'],
  ['report log.csv --by --strict', '--by: it has no value, and --strict follows. Write --by <field>'],
  [
    'report log.csv --json -f csv',
    '--json: it is short for -f json, and -f csv is given as well. Leave out one of them',
  ],
  // Values.
  ['report log.csv -f jsn', '--format: unknown form `jsn`. Did you mean json?'],
  ['report log.csv -f xlsx', '--format: unknown form `xlsx`. Did you mean csv?'],
  [
    'wip log.csv -f html',
    '--format: unknown form `html`. Only pitwall report has it; write one of table, json, csv, ndjson, markdown',
  ],
  ['report log.csv --width wide', '--width: `wide` is not a width. Write a whole number, 20 or more'],
  ['report log.csv --last 3', '--last: `3` is not a length of time. Write 3d, 3w or 3m, for days, weeks or months'],
  ['report log.csv --last "3 weeks"', '--last: `3 weeks` is not a length of time. Write 3w'],
  ['report log.csv --last 1y', '--last: `1y` is not a length of time. Write 12m'],
  [
    'report log.csv --from yesterday',
    '--from: `yesterday` is neither a date nor an instant. Write 2026-03-02, or 2026-03-02T09:00:00Z with Z or an offset',
  ],
  ['report log.csv --from 2026-02-30', '--from: there is no day `2026-02-30`. Write a date that exists, as YYYY-MM-DD'],
  [
    'report log.csv --from 2026-02-01 --to 2026-01-01',
    '--from: the window would end at 2026-01-01, before it starts. Give a --to that is later than --from',
  ],
  [
    'report log.csv --since 2026-01-01',
    '--since: `2026-01-01` is not last. Write --from 2026-01-01 for a date; --since last begins where the history ends',
  ],
  ['report log.csv --time-zone Madrid', '--time-zone: unknown time zone `Madrid`. Did you mean `Europe/Madrid`?'],
  [
    'report log.csv --time-zone CEST',
    '--time-zone: unknown time zone `CEST`. Write a place in place of an abbreviation, which several zones share: Europe/Madrid',
  ],
  [
    'report log.csv --time-zone +2',
    '--time-zone: unknown time zone `+2`. Write a place in place of an offset, which changes with summer time: Europe/Madrid',
  ],
  ['report log.csv --unit weeks', '--unit: `weeks` is not one of day, week, month, sprint. Did you mean `week`?'],
  [
    'report log.csv --basis workin',
    '--basis: `workin` is not one of elapsed, working, inclusive. Did you mean `working`?',
  ],
  ['report log.csv --map Ticket', '--map: `Ticket` is not a mapping. Write field=column'],
  ['report log.csv --map id=Ticket', 'log.csv: there is no column "Ticket". The columns are: id, type, from, to, at'],
  ['report log.csv --where type', '--where: `type` has no `=`. Write field=value, field=a,b or field!=value'],
  [
    'report log.csv --where type=Bugg',
    '--where type=Bugg: no item has such a value of "type". Did you mean "Bug"? Else add --allow-empty',
  ],
  ['report log.csv --by tpye', '--by: no source has a field "tpye". Did you mean "type"?'],
  ['waste log.csv --rate 5,5', '--rate: `5,5` is not a valid number. Write 5.5, with a point'],
  [
    'report log.csv --sle 10',
    '--sle: `10` is no expectation. Write the days within which items should be done, and the share of them: 10d or 10d@85%',
  ],
  // Metrics, charts, stages, figures and items.
  ['explain velocity', 'pitwall explain: there is no metric "velocity". Did you mean "throughput"?'],
  ['schema cycle-tim', 'pitwall schema: there is no command "cycle-tim". Did you mean "cycle-time"?'],
  ['chart burndown log.csv', 'pitwall chart: there is no chart "burndown". Did you mean "forecast"?'],
  [
    'chart log.csv aging',
    'pitwall chart: `log.csv` is no chart. Name the chart before the files: pitwall chart aging log.csv',
  ],
  ['trend log.csv --metric velocity', '--metric: there is no series `velocity`. Did you mean `throughput`?'],
  ['formats jria-csv', 'pitwall formats: there is no format "jria-csv". Did you mean "jira-csv"?'],
  ['check log.csv --max cycletime.p85=10d', '--max: there is no figure `cycletime.p85`. Did you mean `cycleTime.p85`?'],
  ['check log.csv --max cycleTime.p85', '--max: `cycleTime.p85` is no limit. Write path=value: cycleTime.p85=10d'],
  [
    'check log.csv --check "stage[In progres].p85 <= 2d"',
    '--check: `stages` has no entry `In progres`. Did you mean `In progress`?',
  ],
  ['check log.csv --check "wip.current =< 2"', '--check: `=<` is no comparison. Write one of <=, <, >=, >, ==, !='],
  ['item log.csv A-1', 'log.csv is a file, and A-1 is none. The id comes first: pitwall item A-1 log.csv'],
  ['item log.csv', 'no item given: log.csv is a file. Usage: pitwall item <id> log.csv'],
  ['item A-9 log.csv', 'there is no item "A-9". Did you mean "A-1"? pitwall items lists them all'],
  [
    'compare log.csv',
    'compare: one export has nothing to be compared with. Add a second export, or --split-at <date>, or --by <field> --values A,B',
  ],
  // Files.
  ['report none.csv', 'none.csv: there is no such file. Check the path'],
  ['report lgo.csv', 'lgo.csv: there is no such file. Did you mean log.csv?'],
  ['report nowhere/log.csv', 'nowhere/log.csv: there is no such file, nor its folder. Check the path'],
  ['report *.xlsx', '*.xlsx: no file matches this pattern. Check the pattern and the working directory'],
  ['report nothing', 'nothing: there is no file in this folder. Put exports there, or name a file'],
  [
    'report texts',
    'texts: none of the 2 files in this folder is an export; of texts/a.md: no format fits its columns (# Title). pitwall inspect texts/a.md says what it lacks, and pitwall formats how to get an export',
  ],
  ['report empty.csv', 'empty.csv: it is empty. Export the data again'],
  ['report ""', 'the name of a file is empty. Name a file'],
  ['report log.csv -c ""', '--config: the name is empty. Name a file'],
  [
    'report https://example.org/log.csv',
    'https://example.org/log.csv: pitwall fetches nothing, and this is no file. Save the export, and name the file',
  ],
  ['report years', 'years: there is no file in this folder, only folders, which are not read. Name one of them'],
  ['report head.csv', 'head.csv: it has a header but no rows. Export again with the items included'],
  ['report picture.csv', 'picture.csv: it is an image. Give the exported CSV or JSON file'],
  ['report letter.csv', 'letter.csv: it is a PDF. Export the data as CSV or JSON instead'],
  [
    'report notes.txt',
    'notes.txt: no format fits its columns (Some notes). Name the columns with --map id=…, --map to=… and --map at=…, or see "pitwall formats"',
  ],
  ['report wide.csv', 'wide.csv: it is UTF-16 without a byte order mark. Save it as UTF-8'],
  [
    'report either.csv',
    'either.csv:2: "03/04/2026" in column "created" is 3 April 2026 or 4 March 2026, and no other date shows which. Say which with --date-order dmy (day first) or --date-order mdy (month first)',
  ],
  ['report - -', '- is given twice. Standard input can be read only once'],
  // Outputs.
  [
    'report log.csv -o out.docx',
    '--output out.docx: no form has the extension .docx. Add --format, or use one of .txt, .json, .csv, .ndjson, .jsonl, .md, .markdown, .html, .htm',
  ],
  ['report log.csv -o missing/out.json', 'missing/out.json: cannot be written (ENOENT). Make the folder first'],
  ['report log.csv -o nothing --json', 'nothing: cannot be written (EISDIR). Give the path of a file, not of a folder'],
  ['report log.csv -o log.csv', '--output log.csv: is also an input. Choose another file'],
  [
    'report log.csv --open',
    '--open: only a page can be opened in the browser. Write the page to a file: -o report.html --open',
  ],
  [
    'anonymize log.csv',
    '--output: a copy needs a file of its own. Usage: pitwall anonymize <files...> -o <file, or folder/>',
  ],
  // Configurations and histories.
  [
    'report log.csv -c none.yaml',
    'none.yaml: no such file. Check the path after --config, or run pitwall init to write one',
  ],
  ['report log.csv -c nothing', 'nothing: it is a folder. Name the file in it, such as pitwall.yaml'],
  [
    'report log.csv -c tabs.yaml',
    'tabs.yaml:2:1: not valid YAML: Tabs are not allowed as indentation. Check indentation, colons, quotes and brackets there',
  ],
  ['report log.csv -c unknown.yaml', 'unknown.yaml:1:1: unknown key `unti`. Did you mean `unit`?'],
  ['report log.csv -c kind.yaml', 'kind.yaml:2:27: workflow[0].kind cannot be `activ`. Did you mean `active`?'],
  ['snapshot log.csv', '--history: no history is named. Add --history flow.ndjson, or history: to pitwall.yaml'],
  [
    'trend --history none.ndjson',
    'none.ndjson: there is no such history. Check the path, or begin it with pitwall snapshot',
  ],
  ['leak 10m', '--every: is not given. Write day, week, month, quarter, sprint, year, or several, such as `2 weeks`'],
  ['leak 10m --every week --people 1,5', '--people: `1,5` is not a valid number. Write a whole number, 1 or more'],
];

/** The words of a command line; quotes hold words together. */
function wordsOf(line: string): string[] {
  return Array.from(line.matchAll(/"[^"]*"|\S+/g), ([word]) => word.replaceAll('"', ''));
}

describe('a mistake is answered in a line that says what is wrong and what to do, with exit status 2', () => {
  const cwd = desk();

  it.each(MISTAKES)('pitwall %s', async (typed, answer) => {
    const { status, stdout, stderr } = await pitwall(wordsOf(typed), { cwd });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.replaceAll(`${cwd}/`, '')).toBe(`pitwall: ${answer}\n`);
  });

  it('also where a word is of several lines, or a shell would run what it holds', async () => {
    const lines = await pitwall(['two\nlines'], { cwd });
    expect(lines.stderr).toMatch(/^pitwall: unknown command 'two.lines'\. Run [^\n]+\n$/);
    const named = await pitwall(['my $(log).csv', 'wip'], { cwd });
    expect(named.stderr).toContain('The command comes first: pitwall wip "my \\$(log).csv"\n');
  });

  it('of at least sixty kinds, none of them twice', () => {
    expect(new Set(MISTAKES.map(([typed]) => typed)).size).toBe(MISTAKES.length);
    expect(MISTAKES.length).toBeGreaterThanOrEqual(60);
  });

  it('of which every answer goes on after what is wrong', () => {
    // A lone sentence would say nothing of the cure.
    for (const [, answer] of MISTAKES) expect(answer).toMatch(/\S[.:?)] ["`']?(?:--?)?[A-Z(p]/);
  });
});
