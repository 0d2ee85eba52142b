// The same figures the slow way: the file is read and reported anew with each setting, and items are compared by hand.
import {
  type Analysis,
  type AnalyzeOptions,
  type Input,
  open,
  parseConfiguration,
  type Sensitivity,
} from '../../src/index.ts';

type Row = Sensitivity['rows'][number];
type Configuration = Record<string, unknown>;

/** What is looked at, and how. */
export interface Looked {
  input: Input;
  options: AnalyzeOptions;
  configuration: Configuration;
}

const known = new WeakMap<Looked, ReturnType<typeof reported>>();

/** A row as the report with its setting gives it; null: it has no setting. */
export async function rowByReport(looked: Looked, { setting }: Row): Promise<Partial<Row> | null> {
  if (setting === null) return null;
  let base = known.get(looked);
  if (base === undefined) {
    base = reported(looked, looked.configuration);
    known.set(looked, base);
  }
  const { items } = await base;
  const changed = await reported(looked, await configurationWith(looked, setting));
  return { ...changed.figures, ...compared(items, changed.items) };
}

async function configurationWith({ configuration, input, options }: Looked, setting: string): Promise<Configuration> {
  if (setting.startsWith('no ')) {
    const { [setting.slice(3)]: _, ...rest } = configuration;
    return rest;
  }
  const name = /^workflow: (.*) is waiting$/.exec(setting)?.[1];
  if (name === undefined) {
    const set = (await parseConfiguration(setting, 'setting.yaml')) as Configuration;
    return { ...configuration, ...set };
  }
  const { workflow } = (await open(input, { ...options, configuration })).report();
  const stages = workflow.stages.map(({ kind, limit, name: stage, statuses }) => {
    const limited = limit === null ? {} : { limit };
    return { stage, kind: stage === name ? 'waiting' : kind, statuses, ...limited };
  });
  return { ...configuration, workflow: stages };
}

interface Items {
  days: Map<string, number>;
  shares: Map<string, number>;
}

async function reported({ input, options }: Looked, configuration: Configuration) {
  const percentiles = { ...(configuration.percentiles as object), points: [50, 85] };
  const { basis, ...rest } = options;
  // The option would go before the setting that is tried.
  const both = { basis, ...configuration };
  const given = Object.fromEntries(Object.entries({ ...both, percentiles }).filter(([, value]) => value !== undefined));
  const analysis = await open(input, { ...rest, configuration: given });
  const { cycleTime, flowEfficiency, throughput } = analysis.report();
  const [p50 = null, p85 = null] = [cycleTime.percentilesDays[50], cycleTime.percentilesDays[85]];
  const figures = {
    cycleTime: { 50: p50, 85: p85 },
    throughput: throughput.meanPerPeriod,
    flowEfficiency: flowEfficiency.efficiency,
  };
  return { figures, items: itemsOf(analysis) };
}

function itemsOf(analysis: Analysis): Items {
  const times = analysis.metric('cycleTime').cycleTime?.byItem ?? [];
  const shares = analysis.metric('flowEfficiency').flowEfficiency?.byItem ?? [];
  return {
    days: new Map(times.map(({ cycleTimeDays, id }) => [id, cycleTimeDays])),
    shares: new Map(shares.flatMap(({ efficiency, id }) => (efficiency === null ? [] : [[id, efficiency] as const]))),
  };
}

/** How many items differ, and by how much the one that differs most. */
function compared(base: Items, changed: Items): { itemsDiffer: number; example: Row['example'] } {
  const inDays = differing(base.days, changed.days);
  const found = inDays.length > 0 ? inDays : differing(base.shares, changed.shares);
  const unit = inDays.length > 0 ? ('days' as const) : ('share' as const);
  const size = (one: (typeof found)[number]) => Math.abs((one.changed ?? 0) - (one.base ?? 0));
  const both = found.filter((one) => one.base !== null && one.changed !== null);
  const candidates = both.length > 0 ? both : found;
  const largest = Math.max(...candidates.map(size));
  const most = candidates.find((one) => size(one) === largest);
  return { itemsDiffer: found.length, example: most === undefined ? null : { ...most, unit } };
}

function differing(base: Map<string, number>, changed: Map<string, number>) {
  if (base.size === 0 || changed.size === 0) return [];
  return [...new Set([...base.keys(), ...changed.keys()])]
    .map((id) => ({ id, base: base.get(id) ?? null, changed: changed.get(id) ?? null }))
    .filter((one) => one.base !== one.changed);
}

/** The row of a change. */
export function rowOf({ rows }: Sensitivity, change: string): Row {
  const row = rows.find((one) => one.change === change);
  if (row === undefined) throw new Error(`no row "${change}" among ${rows.map((one) => one.change).join(', ')}`);
  return row;
}
