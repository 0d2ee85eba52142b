import { countOf } from '../../../../model/document/number-format.ts';
import type { FindingExample, FindingWeight } from '../../../../model/finding.ts';
import type { EventLog, LogFile } from '../../../../model/log/event-log.ts';
import { ASSIGNED_TO, BLOCKED, ITEM_FIELDS, STATE_CATEGORY, TAGS } from '../fields/reference-names.ts';
import { describeChoice, displayName, type Movement, type StatusChoice } from '../states/status-choice.ts';
import type { FileAccount } from './file-account.ts';
import type { Noticed } from './work-item-writer.ts';

interface Words {
  code: string;
  weight: FindingWeight;
  message: string;
  cure: string;
}

const WORDS: Readonly<Record<Noticed, Words>> = {
  'cut-history': {
    code: 'cut-history',
    weight: 'warning',
    message: 'Work items whose first revisions are missing: what happened before the first one here is unknown',
    cure: 'Fetch their pages from the beginning ($skip=0) and give all of them together.',
  },
  'late-pictures': {
    code: 'late-pictures',
    weight: 'warning',
    message:
      'Work items that existed before the first day of which there are pictures: since when they were in their first status is unknown',
    cure: 'Fetch pictures from an earlier day on, or WorkItemRevisions in their place.',
  },
  'missing-revisions': {
    code: 'missing-revisions',
    weight: 'warning',
    message: 'Work items with gaps in the numbers of their revisions: changes in between may be missing',
    cure: 'Fetch all pages, without a filter, and give them together.',
  },
  'full-page': {
    code: 'full-page',
    weight: 'warning',
    message: 'Work items with exactly as many updates as whole pages hold (200 each): later ones may be missing',
    cure: 'Fetch the next page ($top=200&$skip=200 and so on) and give all of them together.',
  },
  'latest-only': {
    code: 'latest-only',
    weight: 'info',
    message: 'Work items of which only the latest revision is here: its dates are all that is known of their past',
    cure: 'Fetch their updates or revisions: pitwall formats azure-updates says how.',
  },
  deleted: {
    code: 'deleted-items',
    weight: 'warning',
    message: 'Work items that were deleted: they count by the state that they were in',
    cure: 'Leave them out with --where deleted!=true.',
  },
  'no-status': {
    code: 'no-status',
    weight: 'warning',
    message: 'Work items of which no revision has the status: they exist, and nothing else is known of them',
    cure: 'Export the field that is taken for the status, or name another with --map to=<field>.',
  },
};

/** Says what was noticed about the histories, and in the account of each file what was taken from where. */
export function noteHistories(
  log: EventLog,
  files: readonly FileAccount[],
  noticed: ReadonlyMap<Noticed, readonly FindingExample[]>,
  choice: StatusChoice,
  movements: ReadonlyMap<string, Movement>,
): void {
  for (const [what, examples] of noticed) {
    const { code, weight, message, cure } = WORDS[what];
    for (const example of examples) log.findings.add(code, () => ({ weight, message, cure }), example);
  }
  const note = describeChoice(choice, movements);
  for (const account of files) {
    account.file.notes.push(note);
    account.file.mapping = mappingOf(account, choice.field);
  }
  const first = files[0]?.file;
  if (first === undefined) return;
  if (choice.by === 'rule') noteOtherTimelines(log, first, choice, movements);
  if (choice.unknown) noteUnknown(log, first, choice);
}

/** Both move: whoever reads the figures must know which of the two they are about. */
function noteOtherTimelines(
  log: EventLog,
  file: LogFile,
  choice: StatusChoice,
  movements: ReadonlyMap<string, Movement>,
): void {
  const taken = movements.get(choice.field)?.changes ?? 0;
  for (const [field, { changes }] of movements) {
    if (field === choice.field || changes === 0) continue;
    log.findings.add(
      'other-timeline',
      () => ({
        weight: 'info',
        message: `State and board column are two timelines that both move: the figures follow ${displayName(choice.field)}`,
        cure: `Nothing to do if that is what you want; else --map to="${displayName(field)}", or fields: { to: ${displayName(field)} } in the configuration.`,
      }),
      {
        file: file.file,
        value: `${displayName(choice.field)} ${countOf(taken, 'change')}, ${displayName(field)} ${countOf(changes, 'change')}`,
      },
    );
  }
}

function noteUnknown(log: EventLog, file: LogFile, choice: StatusChoice): void {
  log.findings.add(
    'unknown-field',
    () => ({
      weight: 'warning',
      message: `There is no field of the name that "to" is mapped to: ${displayName(choice.field)} was taken`,
      cure: 'Name a field of the work items, such as --map to=State or --map to="Board Column".',
    }),
    { file: file.file },
  );
}

/** Field → where it is in the records of a file, of the fields that the file has. */
function mappingOf({ base, pathOf, carried }: FileAccount, status: string): Record<string, string> {
  const roles: Record<string, readonly string[]> = {
    status: [status],
    category: [STATE_CATEGORY],
    assignee: [ASSIGNED_TO],
    blocked: [BLOCKED, TAGS],
    ...ITEM_FIELDS,
  };
  const mapping = { ...base };
  for (const [field, references] of Object.entries(roles)) {
    const present = references.filter((reference) => carried.has(reference));
    if (present.length > 0) mapping[field] = present.map(pathOf).join(', ');
  }
  return mapping;
}
