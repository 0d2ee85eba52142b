import type { Series, Tone } from '../../../../model/document/chart.ts';
import { type Palette, SYMBOLS } from '../../look.ts';

/** Tones that are too pale for a line. */
const PALE: ReadonlySet<Tone> = new Set(['todo', 'waiting', 'delay', 'context', 'paused', 'active']);

/** A series' colour and symbol. */
export interface Paint {
  color: string;
  symbol: string;
}

/** The paint of each series: several of one tone get shades of it, the values of a field their own colours. */
export function paintsOf(series: readonly Series[], palette: Palette): Paint[] {
  const met = new Map<string, number>();
  return series.map(({ mark, tone }) => {
    const key = `${mark} ${tone}`;
    const before = met.get(key) ?? 0;
    met.set(key, before + 1);
    if (tone === 'group') return groupPaint(before, palette);
    const color =
      mark === 'area' ? shade(tone, before, palette) : mark === 'line' ? drawn(tone, palette) : palette.tones[tone];
    return { color, symbol: 'circle' };
  });
}

function groupPaint(index: number, { groups }: Palette): Paint {
  return { color: groups[index % groups.length] as string, symbol: SYMBOLS[index % SYMBOLS.length] as string };
}

/** A thin line needs more contrast than a fill: 3 : 1 on the background. */
function drawn(tone: Tone, palette: Palette): string {
  return mixed(palette.tones[tone], palette.text, PALE.has(tone) ? 0.4 : 0);
}

/** Neighbours of one tone would run together, so every other one is lighter. */
function shade(tone: Tone, index: number, palette: Palette): string {
  const shares = [0, 0.35, 0.18, 0.5] as const;
  return mixed(palette.tones[tone], palette.background, shares[index % shares.length] as number);
}

/** @param share of the second colour, 0 to 1; both are written `#rrggbb` */
export function mixed(color: string, other: string, share: number): string {
  const part = (text: string, at: number) => Number.parseInt(text.slice(at, at + 2), 16);
  const channels = [1, 3, 5].map((at) => Math.round(part(color, at) * (1 - share) + part(other, at) * share));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** The ink that can be read on a colour: of black and white, one has 4.5 : 1 or more on any. */
export function inkOn(color: string): string {
  // (1.05 ÷ 0.05) is the contrast of white and black; on what is darker than its root, white stands out more.
  return (1.05 / (luminance(color) + 0.05)) ** 2 >= 1.05 / 0.05 ? '#ffffff' : '#000000';
}

/** How light a colour is, 0 to 1, as WCAG 2 defines it. */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
