/** The checked options of a forecast. */
export interface ForecastSettings {
  /** Days since 1970-01-01; null: no date is given. */
  byDay: number | null;
  items: number | 'open' | 'in-progress';
  scope: { kind: 'none' } | { kind: 'growth' } | { kind: 'factor'; from: number; to: number };
  sampleWeeks: number;
  seed: number;
  backtest: boolean;
  distribution: boolean;
}
