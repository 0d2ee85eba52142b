export { type Derived, deriveFacts } from './derive-facts.ts';
export { eachHandoff } from './handoff-walk.ts';
export { blockedBetween } from './time-parts.ts';
