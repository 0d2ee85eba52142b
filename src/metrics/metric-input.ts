import type { ItemFacts } from '../model/item-facts.ts';
import type { StatusHistory } from '../model/log/status-history.ts';
import type { PeopleSets } from '../model/people/people-sets.ts';
import type { CostSettings, PeriodUnit, Settings } from '../model/settings.ts';
import type { Calendar } from '../model/time/calendar.ts';
import type { Duration } from '../model/time/duration.ts';
import type { Window } from '../model/time/window.ts';
import type { Zone } from '../model/time/zone.ts';
import type { HolderHistory, Timelines } from '../model/timelines.ts';
import type { Workflow } from '../model/workflow/workflow.ts';

/** Which team had each item through time: sets of one team each. */
export interface TeamHistory {
  /** Where it comes from: the owners of stages, or the rows' field `team`. */
  by: 'owner' | 'team';
  history: HolderHistory;
  sets: PeopleSets;
}

/** Everything that a metric may know. Instants are epoch milliseconds. */
export interface MetricInput {
  timelines: Timelines;
  facts: ItemFacts;
  workflow: Workflow;
  /** Kind code of each stage. */
  kinds: Uint8Array;
  /** 1 for each visit that is rework. */
  rework: Uint8Array;
  /** 1 for each visit that entered its stage by a backward move: strictly between the item's start and end. */
  backward: Uint8Array;
  people: PeopleSets;
  /** Null where neither stages have owners nor rows name teams; made when first asked for. */
  teams: () => TeamHistory | null;
  /** Which status each item was in; made when first asked for. */
  statuses: () => StatusHistory;
  /** What a blocked period's reason says; null: nothing. */
  blockedReason: (reason: number) => string | null;
  duration: Duration;
  zone: Zone;
  window: Window;
  asOf: number;
  unit: PeriodUnit;
  sprint: Settings['sprint'];
  percentiles: Settings['percentiles'];
  sle: Settings['sle'];
  excludePaused: boolean;
  /** What `path`, `reviews` and `limits` say; stages by their index. Null: nothing. */
  path: readonly number[] | null;
  reviews: readonly number[] | null;
  limits: readonly { stage: number; maxDays: number }[];
  cost: CostSettings;
  /** The working calendar over the window, whatever the basis; made when first asked for. */
  calendar: () => Calendar;
  /** The items that the figures are about, ascending. */
  selection: Int32Array;
  /** The field that items are grouped by, and the values that an item has of it. */
  by: { field: string; valuesOf: (item: number) => readonly string[] };
  titleOf: (item: number) => string | null;
  typeOf: (item: number) => string | null;
}
