/** The page's script as one text; the build puts it here, as tests do. */
export const PAGE_SCRIPT: string = '';
/** The hash by which the page's policy knows it: `sha256-…`. */
export const PAGE_SCRIPT_HASH: string = '';
/** The licences of what it holds. */
export const PAGE_LICENCES: string = '';
