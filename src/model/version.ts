/** Put in place of this name by the build. */
declare const PITWALL_VERSION: string;

/** The version in package.json. */
export const VERSION: string = typeof PITWALL_VERSION === 'string' ? PITWALL_VERSION : '0.0.0';
