import type { Axis, Chart, Panel, Series } from '../../../model/document/chart.ts';

/** What the page's script reads: the charts and the items, without what both would say twice. */
export interface PageData {
  charts: readonly PageChart[];
  items: PageItems;
  days: 'clock' | 'whole';
  /** The local day of the data, as a day number; null without data. */
  today: number | null;
}

export interface PageChart extends Omit<Chart, 'panels'> {
  panels: readonly PagePanel[];
  /** The upright axis of its first panel on a logarithmic scale, where that is offered. */
  logAxis: Axis | null;
}

export type PagePanel =
  | Exclude<Panel, { panel: 'plane' }>
  | (Omit<Extract<Panel, { panel: 'plane' }>, 'series'> & { series: readonly PageSeries[] });

type PageSeries = Exclude<Series, { mark: 'dots' }> | PageDots;

/** Dots column by column; what the item says is not said again: `y` may be one of its columns. */
export interface PageDots extends Omit<Extract<Series, { mark: 'dots' }>, 'dots'> {
  /** From the start of the axis, in seconds where it is one of time. */
  x: readonly number[];
  y: readonly number[] | 'cycleTime' | 'age';
  /** The place of each dot's item; -1: it is none of the items. */
  item: readonly number[];
  /** Notes that say more than the value; missing: none does. */
  note?: readonly (string | null)[];
  /** Places of the marked ones; missing: none is. */
  marked?: readonly number[];
  /** Id and title of dots whose item is -1. */
  named?: Readonly<Record<number, readonly [id: string | null, title: string | null]>>;
}

/** One of several texts a row. */
export interface Coded {
  values: readonly string[];
  /** Places in `values`; -1: none. */
  at: readonly number[];
}

/** Of each item several texts. */
export interface CodedLists {
  values: readonly string[];
  at: readonly (readonly number[])[];
}

/** The items, column by column; days are counted since 1970. */
export interface PageItems {
  id: readonly string[];
  title: readonly (string | null)[];
  type: Coded;
  stage: Coded;
  outcome: Coded;
  assignee: CodedLists;
  team: CodedLists;
  labels: CodedLists;
  created: readonly (number | null)[];
  finished: readonly (number | null)[];
  cycleTime: readonly (number | null)[];
  age: readonly (number | null)[];
  points: readonly (number | null)[];
}
