export { type Derived, deriveFacts, type FactRules } from './derive-facts.ts';
export { HandoffReader } from './handoff-reader.ts';
export { blockedBetween } from './time-parts.ts';
