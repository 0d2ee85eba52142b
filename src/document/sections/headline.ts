import type { Report } from '../../contract/output.ts';
import type { CycleTime, Items, LeadTime } from '../../contract/result.ts';
import { promise } from '../../metrics/view/promise.ts';
import { countOf, formatNumber } from '../../model/document/number-format.ts';
import type { SomeFigures } from '../views.ts';
import { capitalized } from '../words.ts';
import { endOfCases } from './head/end-of-cases.ts';

/** The one line that matters first: what to promise, how much of that time is work, and which guesses it rests on. */
export function headline(report: Report): string {
  // A metric that failed is not there; the others still make a headline.
  const { items }: SomeFigures = report;
  if (items === undefined) return 'How many items were finished could not be computed.';
  if (items.total === 0) return 'No items were found.';
  const end = endOfCases(report, items);
  const said = `${clauses(report, items).join('; ')}.`;
  return end === null ? capitalized(said) : `${end}: ${said}`;
}

function clauses(report: Report, items: Items): string[] {
  if (items.inWindow.finished > 0) return times(report, items);
  if (items.finishedUndated === 0) return [nothingFinished(report), ...undated(report, items, ''), open(items)];
  // Items that are done, nobody knows when, may have been finished in the window.
  return [...undated(report, items, ` of ${countOf(items.total, 'item')}`), open(items)];
}

/** What finished items took; where no time is known, how many there are. */
function times(report: Report, items: Items): string[] {
  const { cycleTime, leadTime }: SomeFigures = report;
  const { finished } = items.inWindow;
  const more = undated(report, items, ' more');
  if (cycleTime !== undefined && cycleTime.count > 0) {
    const known = cycleTime.count * 10 < finished * 9 ? ' with a known start' : onlyDated(items);
    return [promise(cycleTime, known, '', report.basis), ...work(report, cycleTime), ...more];
  }
  if (leadTime !== undefined && leadTime.count > 0) {
    const known = leadTime.count * 10 < finished * 9 ? ' with a known creation' : onlyDated(items);
    return [
      promise(leadTime, known, ' from creation to finish', report.basis),
      ...backToFront(report, leadTime),
      unseen(report, leadTime),
      ...more,
    ];
  }
  return [`${countOf(finished, 'item')} finished in the window`, ...more, open(items)];
}

/** Why no cycle time is known: nobody took the items up, or what the source says of them begins later. */
function unseen({ items }: SomeFigures, { count }: LeadTime): string {
  if ((items?.inWindow.finishedUnstarted ?? 0) < count) return 'when work began is not known';
  return count === 1 ? 'it was not seen in progress' : 'none of them was seen in progress';
}

/** Many items that finished before they were created make the others look slow, or all of them fast. */
function backToFront({ findings }: Report, { count }: LeadTime): string[] {
  const wrong = findings.find(({ code }) => code === 'finished-before-created')?.count ?? 0;
  return wrong === 0 || wrong * 10 < count
    ? []
    : [`of ${formatNumber(wrong, 'items')} the finish lies before the creation`];
}

function nothingFinished({ findings }: Report): string {
  return findings.some(({ code }) => code === 'no-done-stage')
    ? 'no status is known to mean done, so nothing counts as finished'
    : 'nothing was finished in the window';
}

function open({ dropped, inProgress, notStarted }: Items): string {
  if (inProgress > 0) return `${countOf(inProgress, 'item')} in progress`;
  if (notStarted > 0) return `${countOf(notStarted, 'item')} not started`;
  return dropped > 0 ? `${countOf(dropped, 'item')} dropped` : 'none in progress';
}

/** Where more items are done, those with a date are not all that finished. */
function onlyDated({ finishedUndated }: Items): string {
  return finishedUndated > 0 ? ' with a known finish' : '';
}

/**
 * Items that are over since an instant that nobody knows: they are in no figure of time.
 * @param which what follows the number of the done: ` more`, ` of 133 items`
 */
function undated({ sources }: Report, { droppedUndated, finishedUndated }: Items, which: string): string[] {
  if (finishedUndated + droppedUndated === 0) return [];
  const silent = sources.length > 1 ? 'the files do not say when' : 'the file does not say when';
  const be = (count: number) => (count === 1 ? 'is' : 'are');
  const over =
    finishedUndated === 0
      ? `${formatNumber(droppedUndated, 'items')} ${be(droppedUndated)} dropped`
      : `${formatNumber(finishedUndated, 'items')}${which} ${be(finishedUndated)} done`;
  const dropped =
    finishedUndated > 0 && droppedUndated > 0 ? ` and ${formatNumber(droppedUndated, 'items')} dropped` : '';
  return [`${over}${dropped}, but ${silent}`];
}

/** How much of the time was work, as far as stages tell work from waiting and their kinds are known. */
function work(report: Report, { count }: CycleTime): string[] {
  const { flowEfficiency }: SomeFigures = report;
  const efficiency = flowEfficiency?.efficiency ?? null;
  if (flowEfficiency === undefined || efficiency === null) return [];
  const share = formatNumber(efficiency, 'share');
  const known =
    flowEfficiency.items * 10 < count * 9 ? ` of ${formatNumber(flowEfficiency.items, 'items')} of them` : '';
  const guessed = report.findings.some(({ code }) => code === 'guessed-kind') ? ', if the guessed kinds are right' : '';
  if (report.workflow.stages.some(({ kind }) => kind === 'waiting'))
    return [`${share} of the time${known} was work${guessed}`];
  return efficiency === 1
    ? [`no stage waits, so all of that time counts as work${guessed}`]
    : [`${share.startsWith('<') ? '' : 'at most '}${share} of the time${known} was work, as no stage waits${guessed}`];
}
