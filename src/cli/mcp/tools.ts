import {
  checkDocument,
  compareDocument,
  type Document,
  explainDocument,
  forecastDocument,
  itemDocument,
  itemsDocument,
  METRICS,
  metricDocument,
  PitwallError,
  readChecks,
} from '../../index.ts';
import { cleanText } from './clean-text.ts';
import type { FilesAtHand, Selection } from './files-at-hand.ts';
import type { InputOf, ToolName } from './inputs.ts';
import { reportAnswer } from './report-answer.ts';

/** A tool: what it says of itself, and how it answers. */
export interface Tool<Name extends ToolName = ToolName> {
  title: string;
  description: string;
  /** The document of the command with the same name. */
  answer(files: FilesAtHand, input: InputOf<Name>, signal: AbortSignal): Promise<Document>;
}

type Tools = { [Name in ToolName]: Tool<Name> };

const entryOf = (command: string) => METRICS.find((metric) => metric.command === command) as (typeof METRICS)[number];

/** Leaves out what was not given: the library tells that from undefined. */
function given<Values extends object>(values: Values): { [Key in keyof Values]?: Exclude<Values[Key], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

/** The part of an input that says which items and which time it is about. */
function selectionOf(input: Selection): Selection {
  const { asOf, basis, by, from, last, sle, to, unit, where } = input;
  return { asOf, basis, by, from, last, sle, to, unit, where } as Selection;
}

/** Every tool, in the order in which a client lists them. */
export const TOOLS: Tools = {
  report: {
    title: 'Report',
    description: 'Every flow metric of the task history in brief, and where the time goes. Start here.',
    answer: (files, input, signal) => reportAnswer(files, selectionOf(input as Selection), signal),
  },
  metric: {
    title: 'One metric',
    description:
      'One metric in full, for all items or by a field: with the items, days or visits behind it as lists to page through.',
    async answer(files, { metric, ...input }, signal) {
      const { id, needsRows } = entryOf(metric);
      const analysis = await files.analysis(selectionOf(input as Selection), { needsRows, signal });
      return metricDocument(id, analysis.metric(id));
    },
  },
  items: {
    title: 'Items',
    description:
      'The items of the task history with their facts, some at a time: when each began and ended, how long it took.',
    answer: async (files, input, signal) =>
      itemsDocument((await files.analysis(selectionOf(input as Selection), { signal })).items()),
  },
  item: {
    title: 'One item',
    description: 'One item explained: visit by visit, what started and stopped its clock, what it cost.',
    async answer(files, { id, ...input }, signal) {
      const analysis = await files.analysis(selectionOf(input as Selection), { needsRows: true, signal });
      try {
        return itemDocument(analysis.item(id));
      } catch (error) {
        // Answers show ids without what nobody sees.
        const own = analysis.items().itemList.find((item) => item.id !== id && cleanText(item.id) === id)?.id;
        if (own === undefined) throw error;
        return itemDocument(analysis.item(own));
      }
    },
  },
  explain: {
    title: 'Definitions',
    description: 'What a metric means: definition, formula, unit, cautions. Needs no file.',
    answer: async (_files, { metric }) => explainDocument(metric),
  },
  check: {
    title: 'Limits',
    description:
      'Whether figures keep limits, such as cycleTime.p85 <= 10d: those given and those of the configuration.',
    answer: checkAnswer,
  },
  forecast: {
    title: 'Forecast',
    description: 'When the work that is left will be done, with its chance; or how many items by a date.',
    async answer(files, { backtest, by, items, sample, scope, seed, ...input }, signal) {
      const analysis = await files.analysis(selectionOf(input as Selection), { signal });
      return forecastDocument(await analysis.forecast(given({ backtest, by, items, sample, scope, seed })));
    },
  },
  risk: {
    title: 'Items at risk',
    description: 'The items in progress by their chance to be done within the expectation.',
    async answer(files, { sle, ...input }, signal) {
      const analysis = await files.analysis(selectionOf(input as Selection), { signal });
      return metricDocument('risk', analysis.risk(given({ sle })));
    },
  },
  compare: {
    title: 'Comparison',
    description:
      'What differs before and from a date, or between two values of a field, and whether that is more than chance.',
    async answer(files, { by, metrics, seed, splitAt, values, ...input }, signal) {
      const analysis = await files.analysis(selectionOf(input as Selection), { signal });
      return compareDocument(await analysis.compare(given({ by, metrics, seed, splitAt, values })));
    },
  },
};

async function checkAnswer(
  files: FilesAtHand,
  { limits, ...input }: InputOf<'check'>,
  signal: AbortSignal,
): Promise<Document> {
  const { configuration, options } = files;
  const checks = configuration?.checks ?? [];
  if (checks.length === 0 && (limits ?? []).length === 0) {
    const cure = 'Give some, such as ["cycleTime.p85 <= 10d"]; the configuration has none';
    throw new PitwallError('no-checks', 'there is no limit to check', 'limits', cure);
  }
  const ready = await readChecks({ checks, check: limits, anonymizePeople: options.anonymizePeople });
  const analysis = await files.analysis(selectionOf(input as Selection), { needsRows: ready.needsRows, signal });
  const history = ready.needsPast ? await files.history(analysis) : null;
  const series = options.series ?? configuration?.series;
  const past = history === null ? null : await analysis.past(history, given({ series }));
  return checkDocument(await ready.judge(analysis, past));
}
