import type { Explained } from './explain-document.ts';

/** What `explain` says of `sensitivity`. */
export const SENSITIVITY_DEFINITION: Explained = {
  command: 'sensitivity',
  title: 'Sensitivity',
  definition: {
    meaning:
      'How far cycle time, throughput and flow efficiency depend on what is measured, and what other tools would print of the same files.',
    formula:
      'The figures of report with one thing changed at a time: first or last start; creation, commitment or first active stage as the start; first or last finish; elapsed, working or inclusive days; linear or nearest-rank percentiles; paused time in or out; blocked time out of the efficiency. An item differs if its cycle time does or, where no cycle time changes, its own efficiency.',
    unit: 'days of each definition; items per period; share, 0 to 1',
    caution:
      'Working, elapsed and inclusive days are different units. Of other tools only what is published is known: not their columns, windows and filters.',
  },
};
