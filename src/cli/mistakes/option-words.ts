/** What pitwall calls the options of other tools: what to write → the words for it, without dashes. */
const OPTIONS: Readonly<Record<string, string>> = {
  '-f csv': 'csv',
  '-f table': 'table text txt',
  '-f markdown': 'markdown md',
  '-f ndjson': 'ndjson jsonl json-lines',
  '-f html': 'html page',
  '-f svg': 'svg',
  '-f png': 'png image',
  '-f junit': 'junit xml',
  '-f github': 'github annotations',
  '--format <form>': 'output-format output-type out-format fmt as',
  '--output <file>': 'out out-file outfile output-file save save-to to-file destination dest file',
  '--config <file>': 'conf config-file configuration settings cfg',
  '--input <format id>': 'input-format in-format import-format file-format from-format reader type-of-export',
  '--map <field=column>': 'column columns mapping field fields rename',
  '--date-order <dmy|mdy>': 'date-format dateformat dayfirst day-first date-style',
  '--time-zone <name>': 'tz timezone zone utc-offset offset',
  '--source-name <name>': 'source board',
  '--as-of <instant>': 'now today at date asof on until-now reference-date',
  '--from <date>': 'start start-date startdate begin after from-date since-date date-from newer-than',
  '--to <date>': 'end end-date enddate until before to-date date-to older-than stop',
  '--last <span>': 'days weeks months window period range past lookback sprints history-length recent',
  '--where <field=value>': 'filter query jql only select include match condition having',
  '--where project=<value>': 'project projects',
  '--where team=<value>': 'team teams',
  '--where type=<value>': 'type types issue-type issuetype item-type',
  '--where assignee=<value>': 'assignee assignees user owner person author',
  '--where labels=<value>': 'label labels tag tags',
  '--where priority=<value>': 'priority',
  '--where status=<value>': 'status state',
  '--where "field!=value"': 'exclude without omit ignore skip except',
  '--by <field>': 'group group-by groupby split split-by per facet breakdown segment partition each',
  '--basis working': 'business-days working-days workdays working-hours business-hours',
  '--basis <basis>': 'duration days-basis calendar-days elapsed inclusive',
  '--unit <unit>': 'granularity interval bucket frequency resolution per-period weekly monthly daily step',
  '--sle <days@share>': 'service-level expectation target-days',
  '--rate <amount>': 'hourly-rate cost cost-per-hour salary price',
  '--delay-rate <amount>': 'cost-of-delay cod delay-cost',
  '--max <path=value>': 'threshold fail-on max-value fail-above limit-max fail',
  '--history <file>': 'baseline-file snapshots-file history-file',
  '--anonymize-people': 'anonymise-people anonymise anonymize anonymous hide-names no-names pseudonymize redact',
  '--no-color': 'no-colour colour color monochrome plain no-colors',
  '--no-charts': 'no-graphs no-pictures nochart no-chart',
  '--width <columns>': 'cols terminal-width line-width wide',
  '--quiet': 'silent q no-progress no-warnings',
  '--debug': 'trace stack stacktrace stack-trace backtrace',
  '--allow-empty': 'allow-no-match ignore-empty',
  '--strict': 'pedantic werror fail-on-warning fail-on-error',
  '--sheet <name>': 'tab worksheet',
  '--metric <name>': 'metrics measure',
  '--open': 'browser show view',
  '--seed <number>': 'random-seed rng',
  '--yes': 'y no-input non-interactive assume-yes defaults batch',
  '--force': 'overwrite replace',
  '--every <span>': 'per-week each-week',
  '--scope <scope>': 'growth scope-growth',
};

/** What other tools ask for with an option, and pitwall does otherwise: what to do → the words. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'The separator of a table is found by itself, and inspect says which it is': 'delimiter separator sep',
  'The encoding of a file is found by itself, and inspect says which it is': 'encoding charset',
  'Write percentiles: in pitwall.yaml': 'percentile percentiles p85 quantile quantiles',
  'Write calendar: in pitwall.yaml': 'calendar holidays holiday country weekends',
  'Write workflow: in pitwall.yaml, which pitwall init proposes':
    'workflow stages stage statuses states done done-status start-status end-status start-state end-state commitment',
  'Write dropped: in pitwall.yaml': 'dropped cancelled canceled resolution resolutions',
  'pitwall items -f csv prints what a spreadsheet can sort and cut': 'sort sort-by order order-by limit top head n',
  'Name the export files after the command': 'files input-file path url server host jira',
  'pitwall reads files alone, and so needs no access to a tool': 'token api-token user-token username password api-key',
  'pitwall forecast says how sure each date is': 'confidence probability simulations trials iterations runs',
  'pitwall --version prints it': 'version v',
};

function byWord(table: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([cure, words]) =>
      words.split(' ').map((word): [string, string] => [plain(word), cure]),
    ),
  );
}

const BY_WORD = byWord(OPTIONS);
const BY_OTHER_WORD = byWord(OTHERWISE);

function plain(option: string): string {
  return option.replace(/^-+/, '').replace(/[-_]/g, '').toLowerCase();
}

/** The option that another tool's option is here, as one writes it: `--tz` → `--time-zone <name>`; null if it is none. */
export function optionMeantBy(option: string): string | null {
  return BY_WORD.get(plain(option)) ?? null;
}

/** What to do in place of another tool's option that has none here; null if nothing is known. */
export function insteadOf(option: string): string | null {
  return BY_OTHER_WORD.get(plain(option)) ?? null;
}
