import type { EventLog } from '../../model/log/event-log.ts';
import { type StageKind, statusKey } from '../../model/workflow.ts';
import { kindFromName } from './kind-words.ts';

/**
 * What time in a status means: what its tool says, else what its name suggests; null if neither says anything. A tool
 * that only says that work is under way leaves it to the name whether that is work or waiting.
 */
export function kindOfStatus(log: EventLog, status: string): StageKind | null {
  const stated = log.statusKinds.get(statusKey(status));
  const named = kindFromName(status);
  if (stated === undefined) return named;
  return isUnderWay(stated) && isUnderWay(named) ? named : stated;
}

function isUnderWay(kind: StageKind | null): boolean {
  return kind === 'active' || kind === 'waiting';
}
