import type { EventLog } from '../../../../model/log/event-log.ts';
import { HISTORY_GRADES, type HistoryGrade } from '../../../../model/log/history-grade.ts';
import type { FileAccount } from './file-account.ts';
import type { ItemHistory } from './work-item.ts';

/**
 * Says of a list of work items, of which no file has more than the latest revision, that it is no log: what its items
 * tell, those apart that were never changed.
 */
export function settleGrades(log: EventLog, files: readonly FileAccount[], histories: readonly ItemHistory[]): void {
  const withPast = new Set(
    histories.flatMap(({ revisions }) => (revisions.length > 1 ? revisions.map(({ file }) => file) : [])),
  );
  const full = HISTORY_GRADES.indexOf('full-log');
  /** The best grade below the full log that items of a file have. */
  const best = new Map<number, number>();
  for (let item = 0; item < log.itemCount; item++) {
    const file = log.itemFile.at(item);
    const grade = log.grade.at(item);
    if (grade !== full) best.set(file, Math.min(grade, best.get(file) ?? grade));
  }
  for (const { file } of files) {
    const grade = best.get(log.files.indexOf(file));
    if (withPast.has(file) || grade === undefined) continue;
    file.grade = HISTORY_GRADES[grade] as HistoryGrade;
    if (file.assignees === 'full') file.assignees = 'current';
  }
}
