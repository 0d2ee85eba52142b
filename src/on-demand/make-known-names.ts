/** The names that commands take as values, each list in the order of its outputs. */
export interface KnownNames {
  /** What `trend` shows period by period. */
  trends: readonly string[];
  /** What `compare` compares, besides the time in a stage. */
  comparisons: readonly string[];
  /** Paths of figures that a limit can name: `[]` stands for an entry of a list, `*` for a percentile. */
  figures: readonly string[];
  /** The commands whose JSON has a schema. */
  schemas: readonly string[];
  /** What `explain` defines. */
  definitions: readonly string[];
  /** What a column can be for, where no format says it: `--map`. */
  fields: readonly string[];
}

/** Every name that a command takes as a value, whatever the data. */
export async function knownNames(): Promise<KnownNames> {
  // Few runs need any of them.
  const [figures, trend, compare, output, metrics, explained, documents, generic] = await Promise.all([
    import('../check/known-figures.ts'),
    import('../model/statistics/trend-settings.ts'),
    import('../model/statistics/compare-settings.ts'),
    import('../contract/output-schema.ts'),
    import('../metrics/index.ts'),
    import('../document/explained-commands.ts'),
    import('../document/index.ts'),
    import('../model/log/generic-fields.ts'),
  ]);
  const commands = metrics.METRIC_IDS.map((id) => metrics.METRICS[id].command);
  const others = [documents.COMPARE_DEFINITION, documents.SENSITIVITY_DEFINITION, ...explained.EXPLAINED_COMMANDS];
  return {
    trends: trend.TREND_METRICS.map((name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)),
    comparisons: compare.HEADLINE_METRICS,
    figures: figures.everyFigure(),
    schemas: [...output.OUTPUT_COMMANDS, ...commands],
    definitions: [...commands, ...others.map(({ command }) => command)],
    fields: generic.FIELDS,
  };
}
