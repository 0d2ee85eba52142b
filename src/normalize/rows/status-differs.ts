import type { EventLog } from '../../model/log/event-log.ts';

/** Notes an item whose status of today does not fit its dates or its log. */
export function noteStatusDiffers(log: EventLog, item: number, what: string): void {
  const { findings } = log;
  findings.add(
    'status-differs',
    () => ({
      weight: 'warning',
      message: 'items whose status of today does not fit their dates or the end of their log',
      cure: 'Nothing to do where the status is right; where it is not, say what it means under "workflow" in the configuration, or export list and history at the same time, with the dates on which items finished',
    }),
    findings.wantsExample('status-differs') ? exampleOf(log, item, what) : undefined,
  );
}

function exampleOf(log: EventLog, item: number, what: string) {
  const line = log.dateLine.at(item);
  return {
    file: log.files[log.itemFile.at(item)]?.file as string,
    ...(line === 0 ? {} : { line }),
    item: log.itemIds[item] as string,
    value: `${log.statuses.value(log.currentStatus.at(item))}: ${what}`,
  };
}

/** An instant's day, as examples name it. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
