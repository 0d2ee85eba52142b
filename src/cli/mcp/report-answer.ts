import { type Document, reportDocument } from '../../index.ts';
import type { FilesAtHand, Selection } from './files-at-hand.ts';

/** The report; where a history is named, with what changed since its last snapshot and what is to come. */
export async function reportAnswer(files: FilesAtHand, selection: Selection, signal: AbortSignal): Promise<Document> {
  const analysis = await files.analysis(selection, { signal });
  const report = analysis.report();
  const history = report.items.total === 0 ? null : await files.historyIfThere(analysis);
  if (history === null) return reportDocument(report, { charts: false });
  const outlook = await analysis.outlook();
  const series = files.options.series ?? files.configuration?.series;
  const sinceLast = await analysis.sinceLast(history, series === undefined ? {} : { series }, report);
  return reportDocument(report, { charts: false, outlook, sinceLast });
}
