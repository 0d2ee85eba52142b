/**
 * The metrics that a report leaves to their own commands. They have nothing in brief, or (the value stream) nothing that
 * `stages` does not say in brief, and take long.
 */
export const COMMAND_ONLY = ['cumulativeFlow', 'valueStream', 'risk'] as const;
