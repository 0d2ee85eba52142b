import { nearest } from './nearest.ts';

/** pitwall's command → what other tools and people call the same, as one word without hyphens. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  report: 'analyse analysis analyze dashboard figures metrics overview run stats statistics summary',
  items: 'cards issues list ls tasks tickets workitems',
  item: 'card issue task ticket workitem',
  inspect: 'columns detect diagnose info parse preview validate verify',
  init: 'config configuration configure setup wizard',
  chart: 'charts draw graph graphs picture pictures plot plots visualize',
  check: 'alert assert ci gate gates lint quality test threshold thresholds',
  compare: 'beforeafter delta diff difference versus vs',
  forecast: 'completion date deadline eta howmany montecarlo predict prediction project simulate simulation when',
  snapshot: 'archive baseline history log record remember save store',
  trend: 'behaviour behavior controlchart control drift pbc processbehaviour processbehavior signals spc trends xmr',
  sensitivity: 'assumptions definitions robustness whatif',
  explain: 'define definition docs documentation glossary meaning metric',
  formats: 'exports format import imports inputs sources tools',
  schema: 'contract jsonschema',
  leak: 'interruptions meeting meetings minutes',
  anonymize: 'anonymise anonymous deidentify mask pseudonymize redact sanitize scrub',
  'item-counts': 'count counts total totals',
  'cycle-time': 'cycle ct duration durations flowtime timetocomplete',
  'lead-time': 'lead lt customerleadtime timetomarket',
  age: 'ages aging ageing stale wia wipage workitemage agingwip',
  'flow-efficiency': 'efficiency fe touchtime valueadd',
  throughput: 'capacity delivery deliveryrate output pace productivity rate speed velocity',
  wip: 'inprogress inventory load ongoing workinprogress workload',
  'littles-law': 'little stability',
  stages: 'columntimes phases stage states status statuses steps timeincolumn timeinstage timeinstate timeinstatus',
  rework: 'bounces pingpong redo reopen reopened reopens returns',
  handoffs: 'handover handovers handoff transfers',
  waste: 'cost costs delay euro euros loss losses money muda price',
  opportunities: 'advice fix improve improvements pareto recommend recommendations suggestions',
  'value-stream': 'ladder map stream valuestreammap vsm',
  bottleneck: 'constraint constraints queue queues toc',
  'review-yield': 'approval approvals firstpass firstpassyield fpy passrate review reviews yield',
  'wip-limits': 'kanban limit limits wiplimit',
  adherence: 'compliance conformance deviation path process variants',
  blocked: 'blockage blockages blocker blockers impediment impediments wait waiting waits',
  distribution: 'arrivals demand kinds mix typemix types workmix',
  'cumulative-flow': 'cfd cumulative cumulativeflowdiagram',
  risk: 'atrisk chance late overdue servicelevel servicelevelexpectation sle',
  'chart cycle-time': 'scatter scatterplot',
  'chart cycle-time-histogram': 'histogram',
  'chart flow': 'sankey',
  'chart forecast': 'burndown burnup',
};

const BY_WORD: ReadonlyMap<string, string> = new Map(
  Object.entries(OTHER_WORDS).flatMap(([command, words]) =>
    words.split(' ').map((word): [string, string] => [word, command]),
  ),
);

/** What a word of other tools is here: `velocity` → `throughput`, `burndown` → `chart forecast`; null if it is none. */
export function meantBy(word: string): string | null {
  return BY_WORD.get(plain(word)) ?? null;
}

/** The one of `known` that a word was most likely meant to be, by its meaning or its spelling; null if none is near. */
export function suggestionFor(word: string, known: readonly string[]): string | null {
  const meant = plain(meantBy(word)?.replace(/^chart /, '') ?? '');
  return known.find((name) => plain(name) === meant) ?? nearest(word, known);
}

/** `flow-efficiency` and `flowEfficiency` are one word. */
function plain(word: string): string {
  return word.toLowerCase().replace(/[-_ ]/g, '');
}
