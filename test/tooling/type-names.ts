/** How a compiler prints the type of an expression, where the package is used. */
export const PRINTED: readonly (readonly [expression: string, type: string])[] = [
  ['analyze("log.csv")', 'Promise<Report>'],
  ['open("log.csv")', 'Promise<Analysis>'],
  ['report', 'Report'],
  ['report.cycleTime', 'CycleTime'],
  ['analysis.metric("valueStream").valueStream', 'ValueStream | undefined'],
  ['report.stages', 'StageFigures[]'],
  ['report.findings', 'Finding[]'],
  ['report.failures', 'Failure[]'],
  ['report.workflow', 'WorkflowFigures'],
  ['report.groups?.[0]', 'Group | undefined'],
  ['report.waste.byItem', 'WasteItem[] | undefined'],
  ['report.opportunities.list', 'Opportunity[]'],
  ['report.sinceLast', 'SinceLast | undefined'],
  ['analysis.metric("age")', 'MetricReport'],
  ['analysis.items().itemList', 'Item[]'],
  ['analysis.item("A")', 'ItemReport'],
  ['analysis.inspect()', 'Inspection'],
  ['analysis.questions()', 'Question[]'],
  ['analysis.chart("aging")', 'Promise<Chart>'],
  ['analysis.forecast()', 'Promise<ForecastReport>'],
  ['forecast', 'Forecast'],
  ['analysis.trend()', 'Promise<TrendReport>'],
  ['series', 'TrendSeries[]'],
  ['analysis.compare({})', 'Promise<CompareReport>'],
  ['metrics', 'MetricComparison[]'],
  ['analysis.sensitivity()', 'Promise<SensitivityReport>'],
  ['analysis.outlook()', 'Promise<ReportOutlook>'],
];

/** A program with a wrong assignment for each, which names the types. */
export function namesProgram(): string[] {
  const names = [...new Set(PRINTED.flatMap(([, type]) => type.match(/[A-Z]\w+/g) ?? []))];
  return [
    `import { analyze, open, ${names.filter((name) => name !== 'Promise').map((name) => `type ${name}`)} } from 'pitwall';`,
    'declare const analysis: Analysis;',
    'declare const report: Report;',
    'const { forecast } = await analysis.forecast();',
    'const { series } = (await analysis.trend()).trend;',
    'const { metrics } = (await analysis.compare({})).compare;',
    `export type All = [${names.map((name) => (name === 'Promise' ? 'null' : name))}];`,
    ...PRINTED.map(([expression], index) => `export const x${index}: symbol = ${expression};`),
    '',
  ];
}
