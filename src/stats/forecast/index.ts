export { backtest } from './backtest.ts';
export type { Lack } from './enough.ts';
export { FORECAST_PERCENTS, type Forecast, type ForecastQuestion, forecast } from './forecast.ts';
export { type DailyCounts, type WeeklyHistory, weeklyHistory, weekTotals } from './history.ts';
export { pinballLoss } from './pinball.ts';
export { MOST_WEEKS, type Scope, simulate } from './simulate.ts';
export { theilSen } from './theil-sen.ts';
export type { ForecastWarning } from './warnings.ts';
export type { WorkingDays } from './working-days.ts';
