/** What the bundle puts in the place of packages that others ask for: the holiday rules want moment-timezone to tell the time in a zone. */
export const alias = { 'moment-timezone': './src/settings/holiday-clock.ts' };
