import type { ReadOptions } from '../model/read-options.ts';
import type { Settings } from '../model/settings.ts';
import { type StageKind, statusKey } from '../model/workflow/workflow.ts';
import { kindFromName } from '../normalize/index.ts';

/** Tells readers what statuses mean: as the workflow says, that of each source first, else by their names. */
export function withKinds(read: ReadOptions, settings: Settings): ReadOptions {
  const stages = new Map<string, StageKind>();
  const kinds = new Map<string, StageKind>();
  for (const { stage, kind, statuses } of settings.workflow ?? []) {
    stages.set(statusKey(stage), kind);
    for (const status of statuses) kinds.set(statusKey(status), kind);
  }
  const kindOf = (status: string): StageKind | null => {
    const key = statusKey(status);
    return kinds.get(key) ?? stages.get(key) ?? kindFromName(status);
  };
  const sources = read.sources?.map((source) => {
    const ofSource = (status: string) => {
      const stage = source.statuses.get(statusKey(status));
      return (stage === undefined ? undefined : stages.get(statusKey(stage))) ?? kindOf(status);
    };
    return { ...source, options: { ...source.options, kindOf: ofSource } };
  });
  return { ...read, kindOf, ...(sources === undefined ? {} : { sources }) };
}
