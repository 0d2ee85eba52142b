import { isObject, quoteLongIntegers } from './json-values.ts';

/** What a part of a record is, as its tool writes it. A part that is null or missing is of every shape. */
export type PartShape =
  /** Text, a number or true or false: whatever is one word. */
  | { is: 'text' }
  /** Text that no number stands for, such as the name of a field. */
  | { is: 'string' }
  /** True or false. */
  | { is: 'flag' }
  /** Something with a name: text, a number or an object with a name; or a list of these, where there may be `several`. */
  | { is: 'name'; several: boolean }
  /**
   * `alone`: the key of it that a plain text in its place stands for. `telling`: it has one of these parts, or another
   * key by which things are known, or it is empty.
   */
  | { is: 'object'; parts: Readonly<Record<string, PartShape>>; alone: string | null; telling: boolean }
  /** `connection`: may be `{ nodes: […] }` or `{ edges: [{ node }] }`, as GraphQL gives lists. */
  | { is: 'list'; of: PartShape; connection: boolean }
  /** An object whose keys are ids, each of whose parts is of one shape. */
  | { is: 'map'; of: PartShape };

export type ObjectShape = Extract<PartShape, { is: 'object' | 'map' }>;

export const TEXT: PartShape = { is: 'text' };
export const STRING: PartShape = { is: 'string' };
export const FLAG: PartShape = { is: 'flag' };
export const NAME: PartShape = { is: 'name', several: false };
export const NAMES: PartShape = { is: 'name', several: true };

/** An object that may have these parts, and any others. @param alone the part that a plain text in its place stands for */
export function parts(of: Readonly<Record<string, PartShape>>, alone: string | null = null): ObjectShape {
  return { is: 'object', parts: of, alone, telling: alone !== null };
}

/** An object that has at least one of these parts: without any it is something else. */
export function telling(of: Readonly<Record<string, PartShape>>): ObjectShape {
  return { is: 'object', parts: of, alone: null, telling: true };
}

/** An object with any keys, each of whose parts is of this shape. Where that is an object, plain values are passed over. */
export function map(of: PartShape): ObjectShape {
  return { is: 'map', of };
}

/** The same shape for each of several keys. */
export function each(keys: readonly string[], shape: PartShape): Record<string, PartShape> {
  return Object.fromEntries(keys.map((key) => [key, shape]));
}

export function list(of: PartShape): PartShape {
  return { is: 'list', of, connection: false };
}

/** A list, or what GraphQL has in place of one. */
export function nodes(of: PartShape): PartShape {
  return { is: 'list', of, connection: true };
}

/** What says whether a list of GraphQL goes on. */
const PAGE: ObjectShape = telling({ hasNextPage: FLAG });

/** Gets each part that is of no use: the keys that lead to it, and what is there. */
export type UnexpectedPart = (path: string, found: string) => void;

/**
 * Puts the parts of a value into the shapes that its tool gives them, where their meaning is plain: a list or an object
 * that is written as JSON text, `"true"` for true, a name in place of the object that has it. Any other part of another
 * shape is told to `unexpected`, and null takes its place. The value itself is changed.
 *
 * @returns the value, or what is in its place
 */
export function fitParts(value: unknown, shape: PartShape, unexpected: UnexpectedPart): unknown {
  // What is no record at all is for the format to refuse.
  return isObject(value) ? fit(value, shape, [], unexpected) : value;
}

function fit(value: unknown, shape: PartShape, path: string[], unexpected: UnexpectedPart): unknown {
  if (value === null || value === undefined) return value;
  switch (shape.is) {
    case 'text':
      return typeof value === 'object' ? note(value, path, unexpected) : value;
    case 'string':
      return typeof value === 'string' ? value : note(value, path, unexpected);
    case 'flag':
      return fitFlag(value, path, unexpected);
    case 'name':
      return fitName(value, shape.several, path, unexpected);
    case 'list':
      return fitList(value, shape, path, unexpected);
    case 'object':
    case 'map':
      return fitObject(value, shape, path, unexpected);
  }
}

function fitFlag(value: unknown, path: string[], unexpected: UnexpectedPart): unknown {
  if (typeof value === 'boolean' || value === '') return value;
  if (typeof value === 'object') return note(value, path, unexpected);
  if (value === 1 || /^(?:true|1)$/i.test(String(value))) return true;
  if (value === 0 || /^(?:false|0)$/i.test(String(value))) return false;
  return note(value, path, unexpected);
}

function fitName(value: unknown, several: boolean, path: string[], unexpected: UnexpectedPart): unknown {
  // A name may begin like JSON: text is only taken for it where it holds names.
  const held = typeof value === 'string' && /^\s*[[{]/.test(value) ? fromText(value) : undefined;
  const isHeld = Array.isArray(held) ? several : held !== undefined && isNamed(held);
  const read = isHeld ? held : value;
  if (several && Array.isArray(read)) {
    fitElements(read, NAME, path, unexpected);
    return read;
  }
  return isNamed(read) ? read : note(value, path, unexpected);
}

function fitList(
  value: unknown,
  shape: Extract<PartShape, { is: 'list' }>,
  path: string[],
  unexpected: UnexpectedPart,
): unknown {
  const read = typeof value === 'string' ? fromText(value) : value;
  if (Array.isArray(read)) {
    fitElements(read, shape.of, path, unexpected);
    return read;
  }
  if (value === '') return [];
  if (shape.connection && isObject(read)) {
    if (Object.hasOwn(read, 'pageInfo')) {
      path.push('.pageInfo');
      read.pageInfo = fit(read.pageInfo, PAGE, path, unexpected);
      path.pop();
    }
    for (const key of ['nodes', 'edges']) {
      if (read[key] === null || read[key] === undefined) continue;
      const of: PartShape = {
        is: 'list',
        of: key === 'nodes' ? shape.of : parts({ node: shape.of }),
        connection: false,
      };
      path.push(`.${key}`);
      read[key] = fit(read[key], of, path, unexpected);
      path.pop();
      return read;
    }
    if (Object.hasOwn(read, 'nodes') || Object.hasOwn(read, 'edges') || Object.hasOwn(read, 'pageInfo')) return read;
  }
  return note(value, path, unexpected);
}

function fitElements(elements: unknown[], of: PartShape, path: string[], unexpected: UnexpectedPart): void {
  path.push('[]');
  for (let index = 0; index < elements.length; index++) {
    const element = elements[index];
    const fitted = fit(element, of, path, unexpected);
    if (fitted !== element) elements[index] = fitted;
  }
  path.pop();
}

function fitObject(value: unknown, shape: ObjectShape, path: string[], unexpected: UnexpectedPart): unknown {
  const read = typeof value === 'string' ? fromText(value) : value;
  if (isObject(read)) {
    if (shape.is === 'object' && shape.telling && !tells(read, shape.parts)) return note(value, path, unexpected);
    for (const key in shape.is === 'map' ? read : shape.parts) {
      if (!Object.hasOwn(read, key)) continue;
      const part = read[key];
      if (shape.is === 'map' && shape.of.is !== 'text' && shape.of.is !== 'string' && isPlain(part)) continue;
      path.push(`.${key}`);
      const fitted = fit(part, shape.is === 'map' ? shape.of : (shape.parts[key] as PartShape), path, unexpected);
      path.pop();
      if (fitted !== part) read[key] = fitted;
    }
    return read;
  }
  if (value === '') return null;
  if (shape.is === 'object' && shape.alone !== null && typeof value !== 'object')
    return { [shape.alone]: String(value) };
  return note(value, path, unexpected);
}

/** True for what is neither an object nor a list, nor text that holds an object. */
function isPlain(value: unknown): boolean {
  return typeof value === 'string' ? !isObject(fromText(value)) : typeof value !== 'object';
}

/** A list or an object that is written as text; undefined if the text is none. */
export function fromText(text: string): unknown {
  const first = /^\s*[[{]/.test(text);
  if (!first) return undefined;
  try {
    return JSON.parse(quoteLongIntegers(text)) as unknown;
  } catch {
    return undefined;
  }
}

/** The keys by which people call an object. */
const CALLED = ['displayName', 'fullName', 'name', 'value', 'title', 'key', 'login', 'username', 'uniqueName', 'email'];
/** The keys by which programs know an object. */
const KNOWN = [
  'id',
  'gid',
  'uuid',
  'number',
  'identifier',
  'self',
  'url',
  'accountId',
  'node_id',
  '__typename',
  '$type',
  'text',
  'presentation',
  'idReadable',
];

/** True for what has a name, or may have one and says that it has none. */
function isNamed(value: unknown): boolean {
  if (!isObject(value)) return !Array.isArray(value);
  const called = CALLED.find((key) => Object.hasOwn(value, key));
  if (called === undefined) return KNOWN.some((key) => Object.hasOwn(value, key));
  return typeof value[called] !== 'object' || value[called] === null;
}

/** True for an object that has one of these parts, or a key by which things are known, or nothing at all. */
function tells(object: Readonly<Record<string, unknown>>, of: Readonly<Record<string, PartShape>>): boolean {
  const has = (key: string) => Object.hasOwn(object, key);
  for (const key in of) if (has(key)) return true;
  return KNOWN.some(has) || CALLED.some(has) || Object.keys(object).length === 0;
}

function note(value: unknown, path: readonly string[], unexpected: UnexpectedPart): null {
  unexpected(path.join('').replace(/^\./, '') || 'record', kindOf(value));
  return null;
}

/** What a value is, for people. */
export function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'number' ? 'a number' : 'true or false';
}
