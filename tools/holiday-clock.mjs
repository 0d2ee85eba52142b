/** Packages that the bundle replaces with files of ours: the holiday rules need only a small part of moment-timezone. */
export const alias = { 'moment-timezone': './src/settings/holiday-clock.ts' };
