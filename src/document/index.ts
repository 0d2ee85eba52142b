export { explainDocument } from './explain-document.ts';
export { formatDocument, formatsDocument } from './formats-document.ts';
export { inspectionDocument } from './inspection-document.ts';
export { itemDocument } from './item-document.ts';
export { itemsDocument } from './items-document.ts';
export { leakDocument } from './leak-document.ts';
export { type MetricDocumentOptions, metricDocument } from './metric-document.ts';
export { proposalDocument } from './proposal-document.ts';
export { reportDocument } from './report-document.ts';
