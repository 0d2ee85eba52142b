import type { ConfiguredStages, Format, JsonSample, Probe, TableSample, XmlSample } from '../format.ts';

/** A format, and what it says of a sample. */
export interface Probed {
  format: Format;
  probe: Probe;
}

/** What may be recognised: a table, or JSON records, which are both, or XML, which only a format of XML reads. */
export interface Sample {
  file: string;
  table: TableSample;
  json: JsonSample | null;
  xml?: XmlSample;
  fields: Readonly<Record<string, string>>;
  /** The order of day and month that the user gives. */
  dateOrder?: 'dmy' | 'mdy' | null;
  /** The statuses of a configured workflow. */
  stages?: ConfiguredStages | undefined;
}

/**
 * Probes the formats that can read the sample, in the order of the registry: those of tools first, and those of tables
 * of any tool where none of the first is certain.
 */
export function probeAll(formats: readonly Format[], sample: Sample): Probed[] {
  const ofTools = probeEach(
    formats.filter(({ generic }) => generic !== true),
    sample,
  );
  if (ofTools.some(({ probe }) => probe.score === 'certain')) return ofTools;
  const generic = probeEach(
    formats.filter((format) => format.generic === true),
    sample,
  );
  return [...ofTools, ...generic];
}

function probeEach(formats: readonly Format[], sample: Sample): Probed[] {
  const probed: Probed[] = [];
  for (const format of formats) {
    if (sample.xml !== undefined || format.shape === 'xml') {
      if (sample.xml !== undefined && format.shape === 'xml') probed.push({ format, probe: format.probe(sample.xml) });
    } else if (format.shape === 'table')
      probed.push({ format, probe: format.probe(sample.table, sample.fields, sample.stages) });
    else if (sample.json !== null) probed.push({ format, probe: format.probe(sample.json) });
  }
  return probed;
}

/** The certain ones, those of the JSON's own shape before those that read it as a table; else the likely ones. */
export function bestOf(probed: readonly Probed[]): Probed[] {
  const certain = probed.filter(({ probe }) => probe.score === 'certain');
  const json = certain.filter(({ format }) => format.shape === 'json');
  if (json.length > 0) return json;
  return certain.length > 0 ? certain : probed.filter(({ probe }) => probe.score === 'likely');
}
