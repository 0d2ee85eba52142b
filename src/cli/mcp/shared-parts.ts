type Schema = Record<string, unknown>;

/** A reference and its entry take about as much. */
const LEAST = 80;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What zod says of every whole number, and what says nothing. */
function withoutSafeBounds(schema: Schema): Schema {
  const { maximum, minimum, ...rest } = schema;
  return {
    ...rest,
    ...(minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? {} : { minimum }),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum }),
  };
}

const isNamed = (schema: Schema): boolean => 'type' in schema || 'anyOf' in schema;

/** A JSON Schema in which equal parts stand once, under `$defs`: the contract repeats what many figures have. */
export function sharedParts(schema: Schema): Schema {
  const times = new Map<string, number>();
  const count = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(count);
    if (!isSchema(value)) return;
    const text = JSON.stringify(value);
    const met = times.get(text) ?? 0;
    times.set(text, met + 1);
    if (met === 0) Object.values(value).forEach(count);
  };
  count(schema);
  const names = new Map<string, string>();
  const parts: [string, unknown][] = [];
  const inside = (value: Schema): Schema =>
    withoutSafeBounds(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shared(inner)])));
  const shared = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shared);
    if (!isSchema(value)) return value;
    const text = JSON.stringify(value);
    if (text.length < LEAST || (times.get(text) ?? 0) < 2 || !isNamed(value)) return inside(value);
    let name = names.get(text);
    if (name === undefined) {
      name = `part${names.size + 1}`;
      names.set(text, name);
      parts.push([name, inside(value)]);
    }
    return { $ref: `#/$defs/${name}` };
  };
  const whole = inside(schema);
  return parts.length === 0 ? whole : { ...whole, $defs: Object.fromEntries(parts) };
}
