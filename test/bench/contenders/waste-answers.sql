-- Selects from the tables of waste-figures.sql, as answers.sql does from the others. No prices are given, so there are no
-- amounts of money.

-- waste
SELECT
  {
    'hours': sum(hours),
    'unassignedHours': coalesce(sum(hours) FILTER (unassigned), 0),
    'wastedHours': sum(hours) FILTER (line IS NOT NULL),
    'wastedShare': sum(hours) FILTER (line IS NOT NULL) / sum(hours)
  } AS labour,
  {'days': any_value(waited)} AS delay,
  {
    'labourHours': sum(hours) / any_value(years),
    'wastedHours': sum(hours) FILTER (line IS NOT NULL) / any_value(years),
    'delayDays': any_value(waited) / any_value(years)
  } AS "perYear"
FROM charged, year, (SELECT sum(days) AS waited FROM delayed WHERE kind = 'waiting');

-- waste.lines
WITH
  labour AS (
    SELECT sum(hours) AS hours, coalesce(sum(hours) FILTER (line = 'abandoned'), 0) AS abandoned,
      coalesce(sum(hours) FILTER (line = 'rework'), 0) AS rework
    FROM charged
  ),
  handed AS (SELECT count(*) AS count FROM handoff, span WHERE instant >= span."from" AND instant < span."to"),
  delay AS (
    SELECT coalesce(sum(days) FILTER (kind = 'waiting'), 0) AS waiting,
      coalesce(sum(days) FILTER (kind <> 'waiting'), 0) AS paused
    FROM delayed
  )
SELECT line, quantity, hours, share, quantity / years AS "quantityPerYear", hours / years AS "hoursPerYear"
FROM (
  SELECT 1 AS place, 'abandoned' AS line, abandoned AS quantity, abandoned AS hours, abandoned / hours AS share FROM labour
  UNION ALL SELECT 2, 'rework', rework, rework, rework / hours FROM labour
  UNION ALL SELECT 3, 'handoffs', count, NULL, NULL FROM handed
  UNION ALL SELECT 4, 'waiting', waiting, NULL, waiting / nullif(waiting, 0) FROM delay
  UNION ALL SELECT 5, 'blocked', 0, NULL, 0 / nullif(waiting, 0) FROM delay
  UNION ALL SELECT 6, 'paused', paused, NULL, NULL FROM delay
), year
ORDER BY place;

-- waste.byStage
SELECT s.name AS stage, coalesce(c.hours, 0) AS hours, coalesce(c.wasted, 0) AS "wastedHours",
  coalesce(d.days, 0) AS "waitingDays", 0 AS "blockedDays"
FROM place_name AS s
LEFT JOIN (
  SELECT place, sum(hours) AS hours, sum(hours) FILTER (line IS NOT NULL) AS wasted FROM charged GROUP BY place
) AS c USING (place)
LEFT JOIN (SELECT place, sum(days) AS days FROM delayed WHERE kind = 'waiting' GROUP BY place) AS d USING (place)
ORDER BY s.place;

-- waste.byType
SELECT t.type, coalesce(c.hours, 0) AS hours, coalesce(c.wasted, 0) AS "wastedHours", coalesce(d.days, 0) AS "waitingDays",
  0 AS "blockedDays"
FROM (SELECT DISTINCT type FROM item) AS t
LEFT JOIN (
  SELECT type, sum(hours) AS hours, sum(hours) FILTER (line IS NOT NULL) AS wasted FROM charged GROUP BY type
) AS c ON c.type IS NOT DISTINCT FROM t.type
LEFT JOIN (SELECT type, sum(days) AS days FROM delayed WHERE kind = 'waiting' GROUP BY type) AS d
  ON d.type IS NOT DISTINCT FROM t.type
ORDER BY coalesce(c.hours, 0) DESC, t.type;

-- waste.byMonth
WITH
  labour AS (
    SELECT month AS number, sum(part * running) / 36e5 AS hours, sum(part * abandoned) / 36e5 AS abandoned,
      sum(part * rework) / 36e5 AS rework
    FROM person_clock
    GROUP BY month
  ),
  held AS (SELECT kind, since, until, unnest(range(month_of(since), month_of(until - 1) + 1)) AS number FROM delayed),
  delay AS (
    SELECT number, coalesce(sum(ms) FILTER (kind = 'waiting'), 0) / 864e5 AS waiting,
      coalesce(sum(ms) FILTER (kind <> 'waiting'), 0) / 864e5 AS paused
    FROM (
      SELECT number, kind, least(held.until, month.until) - greatest(held.since, month.since) AS ms
      FROM held JOIN month USING (number)
    )
    GROUP BY number
  ),
  handed AS (
    SELECT month_of(instant) AS number, count(*) AS count
    FROM handoff, span
    WHERE instant >= span."from" AND instant < span."to"
    GROUP BY 1
  ),
  tally AS (
    SELECT number, name, complete, coalesce(hours, 0) AS hours, coalesce(abandoned, 0) AS abandoned,
      coalesce(rework, 0) AS rework, coalesce(count, 0) AS handoffs, coalesce(waiting, 0) AS waiting,
      coalesce(paused, 0) AS paused
    FROM month LEFT JOIN labour USING (number) LEFT JOIN delay USING (number) LEFT JOIN handed USING (number)
  )
SELECT name AS month, complete, hours, abandoned + rework AS "wastedHours", waiting AS "waitingDays", 0 AS "blockedDays",
  [
    {'line': 'abandoned', 'quantity': abandoned, 'hours': abandoned},
    {'line': 'rework', 'quantity': rework, 'hours': rework},
    {'line': 'handoffs', 'quantity': handoffs, 'hours': NULL},
    {'line': 'waiting', 'quantity': waiting, 'hours': NULL},
    {'line': 'blocked', 'quantity': 0, 'hours': NULL},
    {'line': 'paused', 'quantity': paused, 'hours': NULL}
  ] AS lines
FROM tally
ORDER BY number;
