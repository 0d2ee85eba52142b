import { UnknownFormatError } from '../../model/column-proposal.ts';
import { PitwallError } from '../../model/errors.ts';
import { nearest } from '../../model/nearest.ts';
import type { Format, TableFormat, XmlFormat } from '../format.ts';
import { proposalOf, proposedCommand } from '../propose/proposal.ts';
import { withSerialDates } from '../table/column-words/serial-dates.ts';
import { isObject } from '../text/json/json-values.ts';
import { nearestText } from './nearest-format.ts';
import { bestOf, type Probed, probeAll, type Sample } from './probe-formats.ts';

/** A format that was chosen, and why. */
export interface Choice<F extends Format = Format> {
  format: F;
  /** For `LogFile.recognisedBy`. */
  because: string;
  /** For `LogFile.matched`. */
  matched: readonly string[];
  /** True if nothing is certain about it. */
  guess: boolean;
}

/**
 * Chooses the format of a sample.
 * @param input the id of the format that the user names; null if the sample must show it
 * @throws PitwallError `ambiguous-format`, `unknown-format`, `unknown-format-id`, `wrong-shape`
 */
export function chooseFormat(formats: readonly Format[], input: string | null, sample: Sample): Choice {
  if (input !== null) return named(formats, input, sample);
  return detected(formats, { ...sample, table: withSerialDates(sample.table) });
}

function detected(formats: readonly Format[], sample: Sample): Choice {
  const probed = probeAll(formats, sample);
  const [best, second] = bestOf(probed).filter(({ probe }) => probe.score === 'certain' || !isContainer(sample));
  if (best === undefined) throw unknown(formats, probed, sample);
  if (best.probe.score === 'certain' && second !== undefined) {
    const ids = bestOf(probed).map(({ format }) => format.id);
    const cure = `Say which with ${ids.map((id) => `--input ${id}`).join(' or ')}.`;
    throw new PitwallError('ambiguous-format', `it can be read as ${ids.join(' and as ')}`, sample.file, cure);
  }
  const { matched } = best.probe;
  const by = matched.join(', ');
  if (best.probe.score === 'certain') return { format: best.format, because: by, matched, guess: false };
  const because = `a guess by ${by}${best.probe.missing.length > 0 ? ` (no ${best.probe.missing.join(', ')})` : ''}; --input overrules it`;
  return { format: best.format, because, matched, guess: true };
}

/** True for one JSON document with lists of objects in it, such as a whole board. As a row it would lose those. */
function isContainer({ json }: Sample): boolean {
  const record = json?.records.length === 1 ? json.records[0] : undefined;
  return isObject(record) && Object.values(record).some((value) => Array.isArray(value) && value.some(isObject));
}

function named(formats: readonly Format[], id: string, sample: Sample): Choice {
  const format = formats.find((candidate) => candidate.id === id);
  if (format === undefined) throw unknownId(formats, id);
  const is = shapeOf(sample);
  if (!(format.shape === is || (format.shape === 'table' && is === 'json'))) {
    const what = `${id} is ${SHAPES[format.shape]}, and this is ${SHAPES[is]}`;
    throw new PitwallError('wrong-shape', what, sample.file, 'Name another format, or leave --input out.');
  }
  return { format, because: '--input', matched: [], guess: false };
}

const SHAPES: Readonly<Record<Format['shape'], string>> = { table: 'a table', json: 'JSON', xml: 'XML' };

function shapeOf(sample: Sample): Format['shape'] {
  if (sample.xml !== undefined) return 'xml';
  return sample.json === null ? 'table' : 'json';
}

function unknownId(formats: readonly Format[], id: string): PitwallError {
  const ids = formats.map((format) => format.id);
  const near = nearest(id, ids);
  const cure =
    near === null ? `The formats are: ${ids.join(', ')}.` : `Did you mean ${near}? "pitwall formats" lists all.`;
  return new PitwallError('unknown-format-id', `there is no format "${id}"`, '--input', cure);
}

/** What every line of a history has, and hardly an export. */
const HISTORY_COLUMNS = ['schemaVersion', 'series', 'period.start', 'fingerprint', 'inputHash'];

function unknown(formats: readonly Format[], probed: readonly Probed[], sample: Sample): PitwallError {
  const header = sample.table.header.filter((name) => name !== '');
  if (HISTORY_COLUMNS.every((name) => header.includes(name))) {
    const what = 'it is a history of snapshots, which holds no items';
    return new PitwallError('unknown-format', what, sample.file, 'Name the export, and the history with --history');
  }
  const shown = header.slice(0, 12).join(', ') + (header.length > 12 ? ` and ${header.length - 12} more` : '');
  const what = `no format fits its columns (${shown})`;
  const name = 'Name the columns with --map id=…, --map to=… and --map at=…, or see "pitwall formats".';
  if (sample.xml !== undefined || isContainer(sample)) {
    return new PitwallError('unknown-format', `${what}${nearestText(probed, false)}`, sample.file, name);
  }
  const proposal = proposalOf(sample.file, sample.table, sample.fields, sample.dateOrder ?? null, (fields) => {
    const [best] = bestOf(probeAll(formats, { ...sample, fields }));
    return best?.format.id ?? null;
  });
  const command = proposedCommand(proposal);
  if (command === null)
    return new UnknownFormatError(`${what}${nearestText(probed, false)}`, sample.file, name, proposal);
  const doubt = proposal.doubt === null ? '' : `; ${proposal.doubt}`;
  return new UnknownFormatError(
    `${what}${nearestText(probed, true)}${doubt}`,
    sample.file,
    `If they mean this, run ${command}`,
    proposal,
  );
}

/** True for a format that reads rows of cells: of tables, or of an XML file's elements. */
export function readsRows(format: Format): format is TableFormat | XmlFormat {
  return format.shape !== 'json';
}
