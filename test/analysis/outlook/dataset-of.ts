import type { Dataset } from '../../../src/analysis/dataset.ts';
import { loadDataset } from '../../../src/analysis/load-dataset.ts';
import type { AnalyzeOptions, Input } from '../../../src/index.ts';
import { readLog } from '../../../src/ingest/read-log.ts';
import { settingsOf } from '../../../src/settings/settings-of.ts';

/** What an analysis of these inputs is made from. */
export async function datasetOf(inputs: readonly Input[], options: AnalyzeOptions = {}): Promise<Dataset> {
  const { read, settings } = await settingsOf(options.configuration, options);
  return loadDataset(await readLog(inputs, read, () => undefined), settings, Date.now(), null, true);
}

/** All of its items. */
export function allItems({ timelines }: Dataset): Int32Array {
  return Int32Array.from({ length: timelines.count }, (_, item) => item);
}
