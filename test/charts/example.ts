import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHARTS, type ChartData } from '../../src/charts/index.ts';
import { type Analysis, type AnalyzeOptions, open, parseConfiguration } from '../../src/index.ts';

const fixtures = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** The bundled example with its configuration. */
export async function example(options: AnalyzeOptions = {}): Promise<Analysis> {
  const folder = join(fixtures, 'example');
  const configuration = await parseConfiguration(readFileSync(join(folder, 'pitwall.yaml'), 'utf8'), 'pitwall.yaml');
  return open(join(folder, 'content-board.csv'), { configuration, ...options });
}

/** A file of each case of each format. */
export const FIXTURE_FILES: readonly string[] = readdirSync(fixtures)
  .filter((format) => format !== 'none')
  .flatMap((format) =>
    readdirSync(join(fixtures, format), { withFileTypes: true }).flatMap((entry) => {
      const folder = join(fixtures, format, entry.name);
      const names = entry.isDirectory() ? readdirSync(folder).sort() : [];
      const first = names.find((name) => /\.(csv|json|jsonl|xes)$/.test(name) && name !== 'expected.json');
      return first === undefined ? [] : [join(folder, first)];
    }),
  );

/** Everything that any chart is made from, in one object. */
export async function allAnswers(analysis: Analysis): Promise<ChartData> {
  const ids = [...new Set(CHARTS.flatMap(({ needs, uses }) => [...needs, ...uses]))];
  const reports = ids.map((id) => analysis.metric(id));
  const groups = reports[0]?.groups?.map((group, index) =>
    Object.assign({}, group, ...reports.map((report) => report.groups?.[index])),
  );
  const { forecast } = await analysis.forecast({ distribution: true });
  const { trend } = await analysis.trend();
  const data = Object.assign({ forecast, trend }, ...reports, groups === undefined ? {} : { groups });
  return data as ChartData;
}
