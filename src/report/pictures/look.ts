import type { Tone } from '../../model/document/chart.ts';

/**
 * Colours for one background. Texts have a contrast of 4.5 : 1 or more on it. The colours of tones are told apart by
 * people who see no red or no green, and each has a pattern, a symbol or a label besides.
 */
export interface Palette {
  name: 'light' | 'dark';
  background: string;
  text: string;
  muted: string;
  grid: string;
  tones: Readonly<Record<Tone, string>>;
  /** Of the values of a field, by their order. */
  groups: readonly string[];
}

export const LIGHT: Palette = {
  name: 'light',
  background: '#ffffff',
  text: '#1f2933',
  muted: '#52606d',
  grid: '#e4e7eb',
  tones: {
    plain: '#2b6cb0',
    context: '#9aa5b1',
    group: '#2b6cb0',
    todo: '#b8c4d0',
    active: '#2a9d8f',
    waiting: '#f2b134',
    blocked: '#c0392b',
    paused: '#a78bca',
    done: '#4a7fb5',
    dropped: '#7b8794',
    back: '#b5338a',
    signal: '#d1490c',
    limit: '#3e4c59',
    labour: '#2b6cb0',
    delay: '#e69f00',
  },
  groups: ['#0072b2', '#b67a00', '#00846b', '#b5338a', '#5b3fa0', '#2a8fc7', '#7a5230'],
};

export const DARK: Palette = {
  name: 'dark',
  background: '#14181d',
  text: '#e6eaee',
  muted: '#a9b4bf',
  grid: '#2b333c',
  tones: {
    plain: '#6aa9e9',
    context: '#66727f',
    group: '#6aa9e9',
    todo: '#4f5b67',
    active: '#3fb8a9',
    waiting: '#f2b134',
    blocked: '#ef6a5a',
    paused: '#b79ae0',
    done: '#5d94cc',
    dropped: '#8d99a5',
    back: '#e07cc0',
    signal: '#ff8a4c',
    limit: '#cbd2d9',
    labour: '#6aa9e9',
    delay: '#f0b23e',
  },
  groups: ['#5aaeea', '#f0c04a', '#3fcfae', '#e07cc0', '#b79ae0', '#9ad6ff', '#d0a070'],
};

/** How a picture is to look. */
export interface Look {
  palette: Palette;
  width: number;
  height: number;
  /** Whether its title, its notes and a background are part of it; on a page they stand beside it. */
  framed: boolean;
}

/** Fonts that machines have; a picture brings none. */
export const FONT = 'system-ui, -apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif';

/** Symbols of the values of a field, by their order: colour is never the only carrier. */
export const SYMBOLS = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin', 'arrow'] as const;
