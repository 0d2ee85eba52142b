/** True for a number of rows that is a whole page, or several: then there may be more of them. */
export function isRoundCount(count: number): boolean {
  return count > 0 && ((count % 30 === 0 && count <= 90) || count === 20 || count === 50 || count % 100 === 0);
}
