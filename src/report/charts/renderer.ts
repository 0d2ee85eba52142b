import type { Chart } from '../../model/document/chart.ts';

/** How a chart is to look; each renderer takes what concerns it. */
export interface ChartRenderOptions {
  /** Columns of the terminal. */
  width: number;
  color: boolean;
  /** Draw with the characters of ASCII alone. Names keep their letters. */
  ascii?: boolean;
  /** Colours of a picture: for a light background or a dark one; light if not given. */
  theme?: 'light' | 'dark' | undefined;
}

/** A pure function from a chart's description to a picture; it never computes a figure. */
export type DrawChart = (
  chart: Chart,
  options: ChartRenderOptions,
) => string | Uint8Array | Promise<string | Uint8Array>;

/** One form of a chart. Its code is loaded when a chart is drawn. */
export interface ChartRenderer {
  /** As in `--format`. */
  id: string;
  /** File extensions that choose it. */
  extensions: readonly string[];
  description: string;
  load(): Promise<DrawChart>;
}
