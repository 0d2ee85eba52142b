import type { Forecast, ForecastReport } from '../../contract/statistics/forecast-schema.ts';
import {
  type Document,
  note,
  type Part,
  type Section,
  scalar,
  table,
  type Value,
} from '../../model/document/document-parts.ts';
import { countOf, formatNumber } from '../../model/document/number-format.ts';
import { dateWords } from '../../model/time/date-words.ts';
import { findingsSections } from '../sections/head/findings-section.ts';
import { frameSection } from '../sections/head/frame-section.ts';
import { headSections } from '../sections/head/head-sections.ts';
import { backtestSection } from './backtest-section.ts';
import { forecastHeadline, whatIsLeft } from './forecast-headline.ts';

const PERCENTS = [50, 70, 85, 95] as const;
const TOO_FAR = 'not within 3 years';

/** What `forecast` prints: the answer with 85 %, then all of them, why they may be wrong, and what they rest on. */
export function forecastDocument(report: ForecastReport): Document {
  const { forecast } = report;
  // Of nothing that is left there is no date to doubt.
  const unasked = forecast.items.count === 0 && forecast.howMany === null;
  const warnings = unasked ? [] : forecast.warnings.filter(({ code }) => code !== 'nothingLeft');
  return {
    title: forecastHeadline(forecast),
    sections: [
      ...headSections(report, 'throughput'),
      {
        id: 'forecast',
        title: '',
        parts: [
          ...answers(forecast),
          ...warnings.map(({ message }) => note(message, 'warning')),
          ...(forecast.status === 'ok' ? [] : [note(CURE)]),
        ],
      },
      ...backtestSection(forecast.backtest),
      basisSection(forecast),
      frameSection(report),
      ...findingsSections(report.findings),
    ],
    data: report,
    records: recordsOf(forecast),
  };
}

const CURE =
  'A forecast draws on past weeks. Take a longer export, a longer --sample, or a --where that keeps more items.';

function answers({ chance, howMany, items, when }: Forecast): Part[] {
  if (when === null || (items.count === 0 && howMany === null)) return [];
  const by = howMany === null ? [] : [{ label: `By ${dateWords(howMany.by)}`, unit: 'text' as const }];
  const all = items.count === 0 ? 'Done' : `${countOf(items.count, 'item')} done`;
  return [
    table(
      '',
      [{ label: 'Chance', unit: 'text' }, { label: all, unit: 'text' }, ...by],
      PERCENTS.map((percent) => [
        `${percent} %`,
        when[percent] === null ? TOO_FAR : dateWords(when[percent]),
        ...(howMany === null ? [] : [`${formatNumber(howMany[percent], 'number')} or more`]),
      ]),
    ),
    ...(chance === null
      ? []
      : [
          scalar(
            'Chance of all by then',
            chanceWords(chance.share),
            'text',
            `${countOf(chance.items, 'item')} by ${dateWords(chance.by)}`,
          ),
        ]),
  ];
}

/** A chance that is at either end of what is ever said. */
function chanceWords(share: number): string {
  if (share <= 0.01) return '1 % or less';
  return share >= 0.99 ? '99 % or more' : formatNumber(share, 'share');
}

/** What it rests on. */
function basisSection({ history, items, scope, seed, status, trials }: Forecast): Section {
  const { finished, from, to, weeks } = history;
  const drawn =
    from === null || to === null
      ? 'no complete week'
      : `${countOf(weeks, 'complete week')}, ${dateWords(from)} to ${dateWords(to)}`;
  return {
    id: 'basis',
    title: 'What it rests on',
    parts: [
      scalar('Drawn from', drawn, 'text', `${countOf(finished, 'item')} finished in them`),
      scalar('Left to do', whatIsLeft({ items }), 'text', SOURCES[items.source]),
      scalar('Scope', scopeWords(scope), 'text'),
      ...(status === 'ok'
        ? [scalar('Chance', countOf(trials, 'trial'), 'text', `seed ${seed}: the same seed, the same answer`)]
        : []),
    ],
  };
}

const SOURCES = {
  open: 'in progress and not started; --items says otherwise',
  'in-progress': 'as asked for',
  option: 'as asked for',
} as const;

function scopeWords({ from, kind, to }: Forecast['scope']): string {
  if (kind === 'none') return 'nothing is added; --scope growth adds what was added before';
  if (kind === 'growth') return 'grows as in the weeks drawn: what was created, less what was dropped';
  return `becomes ${formatNumber(from, 'number')} to ${formatNumber(to, 'number')} times as much`;
}

function recordsOf({ howMany, items, status, when }: Forecast): Document['records'] {
  const rows = PERCENTS.map((percent): Value[] => [
    percent,
    status,
    items.count,
    when?.[percent] ?? null,
    howMany?.by ?? null,
    howMany?.[percent] ?? null,
  ]);
  return { columns: ['percent', 'status', 'items', 'when', 'by', 'howMany'], rows };
}
