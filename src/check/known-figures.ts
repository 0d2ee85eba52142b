import type * as z from 'zod';
import { COMMAND_ONLY } from '../contract/command-only.ts';
import { figuresSchema } from '../contract/result.ts';
import type { PathStep } from '../model/statistics/check.ts';
import { everyTrendFigure, trendMetricOf } from './trend-figures.ts';

/** What a figure is measured in. */
type FigureUnit = 'days' | 'hours' | 'share' | 'number';

/** A number of the JSON contract. */
export interface KnownFigure {
  unit: FigureUnit;
  /** True if the report lacks it, and the metric's own command has it. */
  detail: boolean;
}

/** The parts of a schema that say what is inside it. */
interface Inner {
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  def: { type: string; innerType?: z.ZodType; valueType?: z.ZodType };
}

/** Keyed by percentiles, each a number of days. */
const OF_DAYS = ['percentilesDays', 'censoredPercentilesDays', 'remainingDays'];
const WEIGHTS = ['error', 'warning', 'info'];
const SHARES = /(^s|S)hare$|^shareOfActive$|^(chance|efficiency|medianItem|passRate|firstPassYield|reopenRate)$/;
const commandOnly: ReadonlySet<string> = new Set(COMMAND_ONLY);

/** The number at a full path; null if the contract has none there. */
export function figureAt(path: readonly PathStep[]): KnownFigure | null {
  const [first, second, ...rest] = path;
  if (first === undefined || !('key' in first)) return null;
  if (first.key === 'findings') {
    const known = path.length === 2 && second !== undefined && 'key' in second && WEIGHTS.includes(second.key);
    return known ? { unit: 'number', detail: false } : null;
  }
  if (first.key === 'trend') return trendMetricOf(path) === null ? null : { unit: 'number', detail: false };
  if (first.key === 'groups') {
    const figure = second !== undefined && 'entry' in second ? inside(rest) : null;
    // Only the report has groups here, and it lacks the detail.
    return figure?.detail === true ? null : figure;
  }
  return inside(path);
}

function inside(path: readonly PathStep[]): KnownFigure | null {
  let schema: z.ZodType = figuresSchema;
  const [root] = path;
  let detail = root !== undefined && 'key' in root && commandOnly.has(root.key);
  for (const step of path) {
    const { inner } = unwrapped(schema);
    const next = 'entry' in step ? inner.element : childOf(inner, step.key);
    if (next === undefined) return null;
    detail ||= unwrapped(next).optional;
    schema = next;
  }
  const last = path.at(-1);
  if (unwrapped(schema).inner.def.type !== 'number' || last === undefined || !('key' in last)) return null;
  return { unit: unitOf(last.key, path.at(-2)), detail };
}

function childOf({ shape, def }: Inner, key: string): z.ZodType | undefined {
  if (shape !== undefined) return Object.hasOwn(shape, key) ? shape[key] : undefined;
  return def.type === 'record' ? def.valueType : undefined;
}

function unwrapped(schema: z.ZodType): { inner: Inner; optional: boolean } {
  let inner = schema as unknown as Inner;
  let optional = false;
  while (inner.def.innerType !== undefined) {
    optional ||= inner.def.type === 'optional';
    inner = inner.def.innerType as unknown as Inner;
  }
  return { inner, optional };
}

/** The contract names its figures by their unit. */
function unitOf(key: string, parent: PathStep | undefined): FigureUnit {
  const inPercentiles = parent !== undefined && 'key' in parent && OF_DAYS.includes(parent.key);
  if (inPercentiles || /(^d|D)ays$/.test(key)) return 'days';
  if (/(^h|H)ours(PerYear)?$/.test(key)) return 'hours';
  return SHARES.test(key) ? 'share' : 'number';
}

/** The paths of all figures in their short forms, with `[]` for an entry of a list and `*` for a key of the data's own. */
export function everyFigure(): string[] {
  const paths = WEIGHTS.map((weight) => `findings.${weight}`);
  collect(figuresSchema, '', paths);
  const short = paths.map((path) => path.replace('percentilesDays.*', 'p*').replace(/^stages\[\]/, 'stage[]'));
  return [
    ...short.map((path) => path.replace('stage[].timeDays.p*', 'stage[].p*')),
    'stage[].wip',
    ...everyTrendFigure(),
  ];
}

function collect(schema: z.ZodType, path: string, paths: string[]): void {
  const { inner } = unwrapped(schema);
  if (inner.shape !== undefined) {
    for (const [key, child] of Object.entries(inner.shape)) collect(child, path === '' ? key : `${path}.${key}`, paths);
  } else if (inner.element !== undefined) collect(inner.element, `${path}[]`, paths);
  else if (inner.def.type === 'record') collect(inner.def.valueType as z.ZodType, `${path}.*`, paths);
  else if (inner.def.type === 'number') paths.push(path);
}
