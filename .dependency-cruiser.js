// Which stage may import which. `npm run imports` checks it; test/tooling/import-rules.test.ts proves that every rule
// can fail and that every file is seen.
//
// The checker reads types-only imports like any other and cannot tell them apart (the swc parser drops that mark).
// Where only the types may be used, the rule here permits both and that test draws the finer line.

/** The folders of src with a rule of their own; `stage` adds them. */
const stages = [];

/** A stage may import itself and what is listed; every other file of src is refused. */
function stage(folder, mayImport, comment) {
  stages.push(folder);
  return {
    name: `${folder}-stage`,
    comment,
    severity: 'error',
    from: { path: `^src/${folder}/` },
    to: { path: '^src/', pathNot: [folder, ...mayImport].map((name) => `^src/${name}/`) },
  };
}

/** Matches a package whether it is installed (a path) or not (the bare name). */
const packages = (names) => `^(node_modules/)?(${names.join('|')})(/|$)`;

/** What a metric is made to: metric.ts, metric-input.ts and the like. */
const metricInterface = '^src/metrics/metric[a-z-]*\\.ts$';

/** Whatever is installed, listed in package.json or not. */
const installed = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown'];

/** A stage that may import these packages and no other. */
function packagesOf(folder, names, comment) {
  return {
    name: `${folder}-packages`,
    comment,
    severity: 'error',
    from: { path: `^src/${folder}/` },
    to: { ...(names.length > 0 && { pathNot: packages(names) }), dependencyTypes: installed },
  };
}

/** A house of `ingest`: it may import itself and what is listed of its neighbours. */
function house(name, mayImport, comment) {
  return {
    name: `ingest-${name}`,
    comment,
    severity: 'error',
    from: { path: `^src/ingest/${name}/` },
    to: { path: '^src/ingest/', pathNot: [`${name}/`, ...mayImport].map((path) => `^src/ingest/${path}`) },
  };
}

/** A kind of method in `stats`: it may import itself, the plain files beside it and what is listed. */
function method(name, mayImport, comment) {
  return {
    name: `stats-${name}`,
    comment,
    severity: 'error',
    from: { path: `^src/stats/${name}/` },
    to: { path: '^src/stats/[^/]+/', pathNot: [`${name}/`, ...mayImport].map((path) => `^src/stats/${path}`) },
  };
}

/** What tools see of `text`: what takes the text of one record apart. */
const recordText = 'text/json/(json-values|part-shapes)\\.ts$';

/** A package may be imported from one folder only. */
function packageOnlyIn(names, folder, comment) {
  return {
    name: `${names[0]}-only-in-${folder.replace(/\W+/g, '-').replace(/^-|-$/g, '')}`,
    comment,
    severity: 'error',
    from: { path: '^src/', pathNot: `^src/${folder}/` },
    to: { path: packages(names) },
  };
}

export default {
  forbidden: [
    // The stages, in the order of the data.
    stage('model', [], 'The model is what all stages share; whatever it imported, every stage would depend on.'),
    stage(
      'stats',
      ['model/time'],
      'Plain numbers in, plain numbers out: the formulas can then be tested and trusted on their own (of the model: days and weeks).',
    ),
    stage(
      'contract',
      ['model'],
      'The shape of the output is a promise to users; of the model it takes names alone, no computing.',
    ),
    stage(
      'ingest',
      ['model', 'contract'],
      'A format fills an EventLog and knows nothing of what becomes of it (of the contract: types only).',
    ),
    stage(
      'anonymize',
      ['model', 'ingest'],
      'A copy of a file needs to know how files are cut and what a date is, and nothing of what they mean.',
    ),
    stage(
      'normalize',
      ['model', 'stats', 'contract'],
      'Timelines and facts come from the EventLog alone, whichever format filled it (of the contract: types only).',
    ),
    stage(
      'facts',
      ['model', 'stats'],
      'What is true of one item follows from its timeline; no figure about many may leak back.',
    ),
    stage(
      'metrics',
      ['model', 'stats', 'contract', 'facts'],
      'A metric reads timelines and facts; where they came from and how they are shown is not its business.',
    ),
    stage(
      'analysis',
      ['model', 'stats', 'contract', 'normalize', 'facts', 'metrics'],
      'It takes a log to answers; how it was read, and how answers are shown, is for those who call it.',
    ),
    stage(
      'check',
      ['model', 'contract'],
      'A limit is judged by the contract that outputs keep, so that a gate and a reader of the JSON see the same figure.',
    ),
    stage(
      'history',
      ['model', 'contract'],
      'What becomes of a history follows from its lines alone: who took them, and where they are kept, is for those who call it.',
    ),
    stage(
      'charts',
      ['model', 'contract'],
      'A chart shows what the contract holds and computes nothing, so saved JSON can be drawn later.',
    ),
    stage(
      'document',
      ['model', 'contract', 'metrics'],
      'What is shown, in which order, whatever the output; an output renders it, so it cannot know one.',
    ),
    stage(
      'report',
      ['model', 'contract'],
      'An output renders a finished result and computes nothing, so a result saved as JSON renders the same later.',
    ),
    stage(
      'page',
      ['model', 'report'],
      'It runs in a browser and draws what the page holds; whatever it imported, every page would hold.',
    ),
    {
      name: 'page-from-bundle',
      comment: 'The script of the page is bundled for browsers; the program only carries its text.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/page/' },
      to: { path: '^src/page/' },
    },
    stage(
      'settings',
      ['model', 'contract'],
      'Settings are data for the stages; if they imported a stage, a stage could no longer take them.',
    ),
    stage(
      'on-demand',
      [
        'model',
        'contract',
        'metrics',
        'analysis',
        'check',
        'history',
        'charts',
        'document',
        'report',
        'settings',
        'anonymize',
        'ingest/source',
      ],
      'What few runs ask for combines the other stages, and is loaded when asked for; of the reading it needs checksums alone.',
    ),
    {
      name: 'cli-stage',
      comment:
        'The CLI uses the public API alone: what it needs, a user of the library needs, and it stays possible to have.',
      severity: 'error',
      from: { path: '^src/cli/' },
      to: { path: '^src/', pathNot: ['^src/cli/', '^src/index\\.ts$'] },
    },
    {
      name: 'boot-stands-alone',
      comment:
        'It is compiled at every start, before the program: whatever it imported would be compiled along with it.',
      severity: 'error',
      from: { path: '^src/cli/boot/' },
      to: { path: ['^src/', '^(node_modules/)?[@a-z]'], pathNot: '^src/cli/boot/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'nothing-imports-cli',
      comment: 'Using the library must not load argument parsing, colours or process handling.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^src/cli/' },
    },

    // Inside the reading.
    house('text', [], 'Text becomes records whatever they are about; who knows a format is told of them.'),
    house('time', [], 'What a timestamp says does not depend on the file that it stands in.'),
    house('source', ['text/', 'input\\.ts$'], 'Bytes come in the same way, whatever is then made of them.'),
    house(
      'table',
      ['text/', 'time/', 'format\\.ts$'],
      'Headers and cells are the same in every tool; what they mean is for the formats to say.',
    ),
    house(
      'propose',
      ['table/', 'time/', 'format\\.ts$'],
      'A guess rests on the columns alone; what fits it is asked of the caller.',
    ),
    house(
      'detect',
      ['text/', 'table/', 'propose/', 'format\\.ts$'],
      'Formats are chosen among those that the caller hands over, so that a run loads no others.',
    ),
    house(
      'readers',
      ['source/', 'text/', 'table/', 'time/', 'detect/', 'tools/shared/', 'format\\.ts$'],
      'A reader takes one file to the format that is found for it, and knows none by name.',
    ),
    house(
      'settle',
      ['table/', 'time/', 'tools/shared/', 'format\\.ts$', 'registry\\.ts$'],
      'What several files say together is settled in the log; how each was read is over by then.',
    ),
    house(
      'tools',
      ['table/', 'time/', recordText, 'format\\.ts$'],
      'A format sees the columns or the values of its records, not how they were read.',
    ),
    {
      name: 'tool-imports-no-tool',
      comment: 'A tool can be read, changed or dropped alone; what several share goes to tools/shared.',
      severity: 'error',
      from: { path: '^src/ingest/tools/([^/]+)/' },
      to: { path: '^src/ingest/tools/', pathNot: ['^src/ingest/tools/$1/', '^src/ingest/tools/shared/'] },
    },

    // Inside the statistics.
    method('random', [], 'Random numbers are drawn the same way whatever they are for.'),
    method('distributions', [], 'A distribution is a formula; who asks for it is told nothing.'),
    method('control', [], 'A chart of periods judges its own points alone.'),
    method('interval', ['distributions/'], 'How sure a share or a percentile is depends on numbers of cases alone.'),
    method(
      'survival',
      ['distributions/'],
      'How long things last, open ones included, knows nothing of forecasts or tests.',
    ),
    method(
      'forecast',
      ['random/', 'distributions/', 'control/', 'interval/'],
      'A forecast draws on the past weeks alone; no test of difference may decide what it says.',
    ),
    method(
      'compare',
      ['random/', 'distributions/'],
      'A comparison judges two samples alone; no forecast or chart may decide what it says.',
    ),

    // Inside the metrics.
    {
      name: 'metric-imports-no-metric',
      comment:
        'Metrics stay independent, so that one can be read, changed or dropped alone; what two share goes to derive/ or view/.',
      severity: 'error',
      from: { path: '^src/metrics/measures/([^/]+/[^/]+)/' },
      to: {
        path: '^src/metrics/',
        pathNot: ['^src/metrics/measures/$1/', '^src/metrics/(derive|view)/', metricInterface],
      },
    },
    {
      name: 'derive-imports-no-metric',
      comment: 'A shared column that needed a metric would tie every metric that uses it to that one.',
      severity: 'error',
      from: { path: '^src/metrics/derive/' },
      to: { path: '^src/metrics/', pathNot: ['^src/metrics/derive/', metricInterface] },
    },
    {
      name: 'view-imports-no-metric',
      comment: 'What several metrics show in one way would otherwise tie them to the one that it came from.',
      severity: 'error',
      from: { path: '^src/metrics/view/' },
      to: { path: '^src/metrics/', pathNot: ['^src/metrics/(derive|view)/', metricInterface] },
    },

    // What comes from outside.
    {
      name: 'node-at-the-edges',
      comment:
        'Files, streams and the process belong to reading, copying, settings and the CLI; the rest is pure and tests run in memory.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(anonymize|ingest|settings|cli)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'offline',
      comment: 'Task histories are confidential: nothing in here can send them anywhere.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'], path: '^(node:)?(http|https|http2|net|tls|dgram|dns|inspector)(/|$)' },
    },
    packagesOf(
      'model',
      ['@date-fns/tz', 'fastest-levenshtein'],
      'The model outlives libraries; the offsets of time zones and the likeness of words alone come from some.',
    ),
    packagesOf(
      'stats',
      ['pure-rand'],
      'A formula is written out, so that it can be read against its source; random numbers come from a kept generator.',
    ),
    packagesOf('contract', ['zod'], 'The contract is schemas; anything else in it would be behaviour.'),
    packageOnlyIn(
      ['commander', '@clack/prompts'],
      'cli',
      'Arguments and questions are the concern of the CLI; everyone else is told what was asked for or answered.',
    ),
    packageOnlyIn(
      ['@modelcontextprotocol/server'],
      'cli/mcp',
      'The protocol of AI clients is the concern of one command, which alone loads it.',
    ),
    packageOnlyIn(
      ['cli-table3', 'chalk'],
      'report',
      'Tables and colours are one way to render; no other stage may come to depend on how a result looks.',
    ),
    packageOnlyIn(
      ['echarts'],
      '(report/pictures|page)',
      'It takes as long to load as a small report to make: only a run that draws a picture may need it.',
    ),
    packageOnlyIn(
      ['csv-parse', 'hucre', 'hyparquet', 'saxes', 'yauzl'],
      'ingest',
      'Text, XML, workbooks and archives are taken apart while reading; later stages see columns.',
    ),
    packageOnlyIn(
      ['pure-rand'],
      'stats/random',
      'Whatever draws random numbers takes them from a named stream, so that no use of chance changes another.',
    ),
    packageOnlyIn(
      ['yaml'],
      'settings',
      'The configuration file is read in one place; everyone else gets checked settings.',
    ),

    // Everywhere.
    {
      name: 'known-folder',
      comment: 'A folder that no rule speaks of has no place in the flow of data: give it one above, then add it here.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/[^/]+/', pathNot: `^src/(${stages.join('|')}|cli)/` },
    },
    {
      name: 'src-imports-no-test',
      comment: 'What ships must not need what does not.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|fixtures|tools)/' },
    },
    {
      name: 'no-cycle',
      comment: 'Files in a cycle can only be understood, tested and loaded together.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      comment: 'A file nothing imports and that imports nothing is forgotten work.',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '^src/(index|cli/main)\\.ts$' },
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment: 'An import the checker cannot follow is one it cannot judge.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // The checker cannot use TypeScript 7. Without @swc/core it would read no .ts file at all, without this line it would
    // overlook imports of types, and either way it would say "no violations".
    parser: 'swc',
    tsPreCompilationDeps: true,
    moduleSystems: ['es6', 'cjs'],
    doNotFollow: { path: '^node_modules/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'default'],
    },
  },
};
