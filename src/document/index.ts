export { explainDocument } from './explain.ts';
export { formatDocument, formatsDocument } from './formats.ts';
export { inspectionDocument } from './inspection.ts';
export { itemDocument } from './item.ts';
export { itemsDocument } from './items.ts';
export { metricDocument } from './metric.ts';
export { proposalDocument } from './proposal.ts';
export { reportDocument } from './report.ts';
export type { Views } from './views.ts';
