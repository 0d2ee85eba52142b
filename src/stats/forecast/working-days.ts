/** What is known of the days on which nobody works. */
export interface WorkingDays {
  /** Seven, Monday first: whether it is a working day in an ordinary week. */
  weekdays: readonly boolean[];
  /** Whether a day (counted from 1970-01-01) is a holiday. */
  isHoliday(day: number): boolean;
}

/** What holidays make of a week: a part of its counts, on other days. */
export interface WeekShape {
  /** The working days of this week by those of a full one. */
  share: number;
  /** For each weekday the one on which its counts come. */
  moved: readonly number[];
}

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6] as const;
const ORDINARY: WeekShape = { share: 1, moved: WEEKDAYS };

/**
 * A week with holidays: the counts of a holiday come on the next working day of the week, else on the one before.
 *
 * @param monday its first day
 * @param known null if no holidays are known: every week is then a full one
 */
export function weekShape(monday: number, known: WorkingDays | null): WeekShape {
  if (known === null) return ORDINARY;
  const isOff = (weekday: number) => known.weekdays[weekday] === true && known.isHoliday(monday + weekday);
  if (!WEEKDAYS.some(isOff)) return ORDINARY;
  const works = WEEKDAYS.filter((weekday) => known.weekdays[weekday] === true && !isOff(weekday));
  const full = WEEKDAYS.filter((weekday) => known.weekdays[weekday] === true).length;
  const moved = WEEKDAYS.map((weekday) => {
    if (!isOff(weekday)) return weekday;
    return works.find((other) => other > weekday) ?? works.at(-1) ?? weekday;
  });
  return { share: works.length / full, moved };
}
