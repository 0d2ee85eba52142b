import type { Derived, FactRules } from '../facts/index.ts';
import type { TeamHistory } from '../metrics/metric-input.ts';
import type { EventLog } from '../model/log/event-log.ts';
import type { StatusHistory } from '../model/log/status-history.ts';
import type { Settings } from '../model/settings.ts';
import type { Calendar } from '../model/time/calendar.ts';
import type { Duration } from '../model/time/duration.ts';
import type { Window } from '../model/time/window.ts';
import type { Zone } from '../model/time/zone.ts';
import type { Timelines } from '../model/timelines.ts';
import type { Workflow } from '../model/workflow/workflow.ts';
import type { DateSpan, StatusKinds } from '../normalize/index.ts';
import type { ItemFieldValues } from './item-field-values.ts';
import type { KeptRows } from './kept-rows.ts';
import type { NameGate } from './names/name-gate.ts';

/** Everything known about the items as of one instant: what every command's answer is made from. */
export interface Dataset {
  settings: Settings;
  /** What every answer passes where people have lost their names. */
  gate: NameGate | null;
  log: EventLog;
  rows: KeptRows;
  workflow: Workflow;
  /** What statuses mean apart from the configuration and their position. */
  statusKinds: StatusKinds;
  kinds: Uint8Array;
  zone: Zone;
  duration: Duration;
  /** The working calendar over the window, whatever the basis; made when first asked for. */
  calendar: () => Calendar;
  /** NaN where there is no data. */
  asOf: number;
  asOfSource: 'data' | 'option';
  /** From the first to the latest instant of the data. */
  span: DateSpan;
  window: Window;
  /** The window where nothing was asked of it. */
  wholeWindow: () => Window;
  timelines: Timelines;
  /** What decided the facts, so that they can be derived again under other policies; it adds no finding. */
  rules: FactRules;
  derived: Derived;
  fields: ItemFieldValues;
  /** Which team had each item, and which status it was in; made of the rows when first asked for. */
  teams: () => TeamHistory | null;
  statuses: () => StatusHistory;
  /**
   * The same as of an earlier instant, by the same workflow. The rows are read no second time.
   * @throws PitwallError `rows-released`; `empty-window` where the window begins later
   */
  at: (asOf: number) => Dataset;
}
