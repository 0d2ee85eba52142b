import { CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';
import { formatNumber } from '../model/document/number-format.ts';
import { DARK, LIGHT } from '../report/pictures/look.ts';
import { leastWidth, type Picture, pictureOf } from '../report/pictures/option/picture.ts';
import { MOST_ELEMENTS } from '../report/pictures/option/plane/dots.ts';
import { decodedChart, type ItemCount, showsItems } from '../report/pictures/page/decode.ts';
import type { PageChart, PageData } from '../report/pictures/page/page-data.ts';
import { WORDS } from '../report/pictures/page/words.ts';

echarts.use([CustomChart, LineChart, ScatterChart, GridComponent, TooltipComponent, CanvasRenderer, SVGRenderer]);

/** More dots than this are thinned. */
const MOST_DOTS = 20_000;
/** On paper there is no window to measure. */
const PAPER_WIDTH = 720;

interface View {
  chart: PageChart;
  plot: HTMLElement;
  live: echarts.ECharts | null;
  picture: Picture | null;
  /** What is drawn no longer is what should be. */
  stale: boolean;
  visible: boolean;
  log: boolean;
  /** Where the keyboard stands: which mark of all that have a hint. */
  stop: number;
}

/** Every chart of the page; each is drawn when it comes into view. */
export class ChartViews {
  readonly #data: PageData;
  readonly #views: View[] = [];
  #theme: 'light' | 'dark' = 'light';
  #matches: Uint8Array | null = null;

  constructor(data: PageData) {
    this.#data = data;
    const seen = new IntersectionObserver((entries) => this.#onSight(entries), { rootMargin: '300px' });
    for (const plot of document.querySelectorAll<HTMLElement>('.plot')) {
      const chart = data.charts.find(({ name }) => name === plot.dataset.chart);
      if (chart === undefined) continue;
      const view: View = { chart, plot, live: null, picture: null, stale: true, visible: false, log: false, stop: -1 };
      this.#views.push(view);
      seen.observe(plot);
      plot.addEventListener('keydown', (event) => this.#onKey(event, view));
    }
    for (const box of document.querySelectorAll<HTMLInputElement>('[data-log]'))
      box.addEventListener('change', () => this.#setLog(box.dataset.log ?? '', box.checked));
    let width = innerWidth;
    addEventListener('resize', () => {
      if (innerWidth === width) return;
      width = innerWidth;
      this.#refresh();
    });
  }

  paint(theme: 'light' | 'dark'): void {
    this.#theme = theme;
    this.#refresh();
  }

  /** Draws one chart after the other while nothing else is to do, so that each is there before it comes into view. */
  drawAhead(): void {
    const next = () => {
      // Without room nothing is drawn: such a chart waits until it is seen.
      const view = this.#views.find(({ live, plot }) => live === null && plot.clientWidth > 0);
      if (view === undefined) return;
      this.#draw(view);
      whenIdle(next);
    };
    whenIdle(next);
  }

  /** Draws every chart, seen or not, for white paper. */
  paintOnPaper(): void {
    this.#theme = 'light';
    for (const view of this.#views) if (view.plot.closest('[hidden]') === null) this.#draw(view, true);
  }

  /** @param matches by the item's place; null: all do */
  filter(matches: Uint8Array | null): void {
    this.#matches = matches;
    for (const view of this.#views) if (showsItems(view.chart)) this.#renew(view);
  }

  /** The description of a chart as it is shown, with every dot that matches. */
  shown(name: string) {
    const chart = this.#data.charts.find((one) => one.name === name) as PageChart;
    return decodedChart(chart, this.#data.items, this.#matches, Number.POSITIVE_INFINITY, false).chart;
  }

  #refresh(): void {
    for (const view of this.#views) {
      view.plot.style.zoom = '';
      this.#renew(view);
    }
  }

  #renew(view: View): void {
    view.stale = true;
    if (view.visible) this.#draw(view);
  }

  #setLog(name: string, log: boolean): void {
    const view = this.#views.find(({ chart }) => chart.name === name);
    if (view === undefined) return;
    view.log = log;
    this.#renew(view);
  }

  #onSight(entries: readonly IntersectionObserverEntry[]): void {
    for (const { isIntersecting, target } of entries) {
      const view = this.#views.find(({ plot }) => plot === target);
      if (view === undefined) continue;
      view.visible = isIntersecting;
      if (isIntersecting && view.stale) this.#draw(view);
    }
  }

  #draw(view: View, paper = false): void {
    const room = paper ? PAPER_WIDTH : view.plot.clientWidth;
    if (room === 0) return;
    const { chart, count } = decodedChart(view.chart, this.#data.items, this.#matches, MOST_DOTS, view.log);
    // What does not fit a narrow window is moved sideways.
    const width = Math.max(room, leastWidth(chart));
    const palette = this.#theme === 'dark' ? DARK : LIGHT;
    const picture = pictureOf(chart, { palette, width, framed: false });
    const renderer = count.mark === 'dots' && count.drawn > MOST_ELEMENTS ? 'canvas' : 'svg';
    // Paper is not moved sideways: what is too wide for it is drawn smaller.
    view.plot.style.zoom = paper ? String(Math.min(1, PAPER_WIDTH / width)) : '';
    view.plot.style.height = `${picture.height}px`;
    if (view.live?.getZr().painter.getType() !== renderer) {
      view.live?.dispose();
      view.live = echarts.init(view.plot, null, { renderer, width, height: picture.height });
    } else view.live.resize({ width, height: picture.height, silent: true });
    view.live.setOption(picture.option, { notMerge: true });
    // At once, as paper does not wait for the next frame.
    view.live.getZr().flush();
    view.picture = picture;
    view.stale = paper;
    view.stop = -1;
    sayCount(view.chart.name, count, this.#matches !== null);
  }

  /** Arrow keys show the hint of the mark before and after. */
  #onKey(event: KeyboardEvent, view: View): void {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') view.live?.dispatchAction({ type: 'hideTip' });
    if (step === undefined || view.live === null || view.picture === null) return;
    event.preventDefault();
    const stops = stopsOf(view.picture);
    if (stops.length === 0) return;
    view.stop = (Math.max(view.stop, step > 0 ? -1 : 0) + step + stops.length) % stops.length;
    const stop = stops[view.stop] as Stop;
    view.live.dispatchAction({ type: 'showTip', seriesIndex: stop.series, dataIndex: stop.index });
    const note = noteOf(view.chart.name);
    if (note !== null) note.textContent = stop.words().join('; ');
  }
}

/** Some browsers do not say when they are idle. */
function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(() => work());
  else setTimeout(work, 50);
}

interface Stop {
  series: number;
  index: number;
  words: () => string[];
}

function stopsOf({ hints, option }: Picture): Stop[] {
  const series = option.series as { data: readonly unknown[]; silent?: boolean }[];
  return hints.flatMap((hint, index) =>
    hint === null
      ? []
      : (series[index]?.data ?? []).map((_, place) => ({ series: index, index: place, words: () => hint(place) })),
  );
}

function noteOf(name: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-note="${name}"]`);
}

function sayCount(name: string, { all, drawn, mark, matching }: ItemCount, filtered: boolean): void {
  const note = noteOf(name);
  if (note === null) return;
  const number = (count: number) => formatNumber(count, 'number');
  const said = [
    ...(filtered && all > 0 ? [WORDS.marksShown(number(matching), number(all), mark)] : []),
    ...(drawn < matching ? [WORDS.thinned(number(drawn), number(matching))] : []),
  ];
  note.textContent = said.join(' ');
}
