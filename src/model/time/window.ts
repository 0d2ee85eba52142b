/** Which finishes, starts and arrivals count: instants in [from, to). NaN where there is no data. */
export interface Window {
  from: number;
  to: number;
}

export function within(window: Window, instant: number): boolean {
  return instant >= window.from && instant < window.to;
}
