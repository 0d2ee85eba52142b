const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const attribute = (key: string, value: string) => `<string key="${escaped(key)}" value="${escaped(value)}"/>`;

/**
 * A table of events as XES: `case:` columns are the traces' attributes, the others the events', empty cells are left out.
 *
 * @param turn how far the attributes of each event are turned round: their order means nothing
 */
export function xesOf(header: readonly string[], rows: readonly (readonly string[])[], turn = 0): string {
  const traces = new Map<string, { names: string; events: string[] }>();
  const caseColumn = header.indexOf('case:concept:name');
  for (const [index, row] of rows.entries()) {
    const cells = header.map((key, column) => [key, row[column] ?? ''] as const).filter(([, value]) => value !== '');
    const isTrace = ([key]: readonly [string, string]) => key.startsWith('case:');
    const own = cells.filter((cell) => !isTrace(cell)).map(([key, value]) => attribute(key, value));
    const at = own.length === 0 ? 0 : (turn * (index + 1)) % own.length;
    const event = `    <event>${[...own.slice(at), ...own.slice(0, at)].join('')}</event>`;
    const trace = traces.get(row[caseColumn] ?? '');
    if (trace !== undefined) trace.events.push(event);
    else {
      const names = cells
        .filter(isTrace)
        .map(([key, value]) => attribute(key.slice('case:'.length), value))
        .join('');
      traces.set(row[caseColumn] ?? '', { names, events: [event] });
    }
  }
  const body = [...traces.values()].flatMap(({ names, events }) => [
    '  <trace>',
    `    ${names}`,
    ...events,
    '  </trace>',
  ]);
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<log xes.version="1.0">', ...body, '</log>', ''].join('\n');
}
