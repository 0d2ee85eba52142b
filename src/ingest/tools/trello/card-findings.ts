import type { FindingExample } from '../../../model/finding.ts';
import type { EventLog } from '../../../model/log/event-log.ts';

/** A card that was made before the first action that the exports hold. */
export function noteCut(log: EventLog, example: FindingExample): void {
  log.findings.add(
    'missing-actions',
    () => ({
      weight: 'warning',
      message:
        'Cards whose history is cut: they are older than the oldest action of the export, and what happened to them before it is unknown',
      cure: 'Give earlier exports of the board together with this one: their actions add up. Trello puts the latest 1,000 actions into an export.',
    }),
    example,
  );
}

/** A card that came from a board of which there is no export. */
export function noteOtherBoard(log: EventLog, example: FindingExample): void {
  log.findings.add(
    'other-board',
    () => ({
      weight: 'warning',
      message: 'Cards that came from another board: what happened to them there is unknown',
      cure: 'Export that board, too, and give both files together.',
    }),
    example,
  );
}

/** Whether archiving means done or given up is for the team to say. */
export function noteArchived(log: EventLog, example: FindingExample): void {
  log.findings.add(
    'archived-elsewhere',
    () => ({
      weight: 'warning',
      message:
        'Cards archived in a list that is not for finished work, as its name says: whether they were done or given up, Trello does not say; they count as given up, unless they were done before',
      cure: 'Name the lists in which archived cards are done (--map finished="Done,Released"), or put the status “Dropped (archived)” into a stage of kind done.',
    }),
    example,
  );
}

export function noteGone(log: EventLog, example: FindingExample): void {
  log.findings.add(
    'gone-cards',
    () => ({
      weight: 'info',
      message:
        'Cards deleted or moved to another board: they count as given up from then on, unless they were done before',
      cure: 'For those that moved, export the other board, too, and give both files together.',
    }),
    example,
  );
}

export function noteStateDiffers(log: EventLog, example: FindingExample): void {
  log.findings.add(
    'state-differs',
    () => ({
      weight: 'warning',
      message: 'Cards that are not today where their actions leave them: actions are missing',
      cure: 'Export the whole board (Menu, Print, export and share, Export as JSON).',
    }),
    example,
  );
}

export function noteNoDate(log: EventLog, example: FindingExample): void {
  log.findings.add(
    'no-dates',
    () => ({
      weight: 'info',
      message: 'Items without any date: they exist, and nothing else is known of them',
      cure: 'Nothing to do if they have not been started.',
    }),
    example,
  );
}
