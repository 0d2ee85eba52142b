import type { LogFile, ProvedOrder } from '../../model/log/event-log.ts';
import type { Reading } from '../format.ts';
import type { DateOrder, DayMonthOrder } from '../time/date-order.ts';
import type { PlausibilityCount } from '../time/date-plausibility.ts';

type Decision = LogFile['dateOrder'];

/**
 * Decides on the order of day and month of a file whose rows have all come: by a date that proves it, by which order is
 * plausible, by other files of the tool, by the option; in this turn.
 * @param order what the file's dates prove or leave open
 * @param count counts what is implausible in either order; called only if the dates leave it open
 * @throws PitwallError `date-order`
 */
export function decideDateOrder(order: DateOrder, reading: Reading, count: () => PlausibilityCount): Decision {
  if (order.proved !== null) return proved(order, order.proved, reading);
  if (order.open === null) return { order: order.yearFirst ? 'ymd' : null, certainty: 'not needed', evidence: null };
  const { dateOrder } = reading.options;
  const plausible = mostPlausible(count(), reading);
  if (plausible !== null) return plausible;
  if (dateOrder !== null) {
    const evidence = `--date-order; "${order.open.text}" on line ${order.open.line} can be read either way`;
    return { order: dateOrder, certainty: 'assumed', evidence };
  }
  const others = orderOfOthers(reading);
  if (others === null) throw order.undecided();
  return { order: others.order, certainty: 'inferred', evidence: others.evidence };
}

/** The order that a date of the file proves, noted for other files. */
function proved({ proof }: DateOrder, order: DayMonthOrder, { log, file }: Reading): Decision {
  const evidence = `"${proof?.text}" in column "${proof?.column}" on line ${proof?.line}`;
  log.provedOrders.push({
    tool: file.tool,
    format: file.format,
    order,
    evidence: `${evidence} of ${file.file}`,
  });
  return { order, certainty: 'proved', evidence };
}

/** The order in which clearly fewer dates are implausible; null if neither is. */
function mostPlausible(count: PlausibilityCount, { file, options }: Reading): Decision | null {
  const order = count.verdict();
  if (order === null) return null;
  if (options.dateOrder !== null && options.dateOrder !== order) {
    file.notes.push(`--date-order ${options.dateOrder} was not needed, and the dates contradict it`);
  }
  const evidence = `dates out of order or in the future: ${count.dmy} with the day first, ${count.mdy} with the month first`;
  return { order, certainty: 'inferred', evidence };
}

/**
 * The order that other files of the same tool prove (of tables: of the same format). Null if none does, or if they
 * contradict one another: then each was written with settings of its own.
 */
function orderOfOthers({ log, file }: Reading): ProvedOrder | null {
  const others = log.provedOrders.filter(
    ({ tool, format }) => tool === file.tool && (tool !== 'table' || format === file.format),
  );
  const [first] = others;
  return first !== undefined && others.every(({ order }) => order === first.order) ? first : null;
}
