import type { Format } from './format.ts';
import { JSON_FORMATS } from './json-formats.ts';
import { TABLE_FORMATS } from './table-formats.ts';

const registered = [...JSON_FORMATS, ...TABLE_FORMATS];
const tools = [...new Set(registered.map(({ tool }) => tool))];

/** Every format, tool by tool. Reading a table takes TABLE_FORMATS in their place, so that the others need not be there. */
export const FORMATS: readonly Format[] = tools.flatMap((name) => registered.filter(({ tool }) => tool === name));
