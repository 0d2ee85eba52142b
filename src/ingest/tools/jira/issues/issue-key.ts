/** The form of issue keys, `ABC-12`. */
export const KEY: RegExp = /^[A-Z][A-Z0-9_]+-\d+$/;
