export { atLeast, atMost } from './binomial.ts';
export { Z_95 } from './normal.ts';
export { quantileT, twoSidedT } from './student-t.ts';
