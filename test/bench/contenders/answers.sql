-- Selects the figures from the tables of figures.sql: one statement for each figure of the report, under its name.

-- log
SELECT count(*) AS rows, count(*) FILTER (repeated) AS duplicates FROM change;

-- items
SELECT count(*) AS total, count(*) FILTER (outcome = 'notStarted') AS "notStarted",
  count(*) FILTER (outcome = 'inProgress') AS "inProgress", count(*) FILTER (outcome = 'finished') AS finished,
  count(*) FILTER (outcome = 'dropped') AS dropped,
  {
    'finished': count(*) FILTER (outcome = 'finished' AND ended >= span."from" AND ended < span."to"),
    'finishedUnstarted':
      count(*) FILTER (outcome = 'finished' AND ended >= span."from" AND ended < span."to" AND started IS NULL),
    'dropped': count(*) FILTER (outcome = 'dropped' AND ended >= span."from" AND ended < span."to")
  } AS "inWindow"
FROM item, span;

-- cycleTime
SELECT count(cycle_days) AS count, avg(cycle_days) AS "meanDays", stddev_samp(cycle_days) AS "standardDeviationDays",
  min(cycle_days) AS "minDays", max(cycle_days) AS "maxDays",
  quantile_cont(cycle_days, [0.5, 0.7, 0.85, 0.95]) AS "percentilesDays"
FROM finished;

-- leadTime
SELECT count(lead_days) AS count, avg(lead_days) AS "meanDays", stddev_samp(lead_days) AS "standardDeviationDays",
  min(lead_days) AS "minDays", max(lead_days) AS "maxDays",
  quantile_cont(lead_days, [0.5, 0.7, 0.85, 0.95]) AS "percentilesDays"
FROM finished;

-- age
SELECT count(days) AS count, avg(days) AS "meanDays", stddev_samp(days) AS "standardDeviationDays",
  min(days) AS "minDays", max(days) AS "maxDays", quantile_cont(days, [0.5, 0.7, 0.85, 0.95]) AS "percentilesDays"
FROM (SELECT (span."to" - 1 - started) / 864e5 AS days FROM item, span WHERE outcome = 'inProgress');

-- age.byItem
WITH oldest AS (SELECT id, started FROM item WHERE outcome = 'inProgress' ORDER BY started LIMIT 10)
SELECT number.name AS id, s.name AS stage, (span."to" - 1 - started) / 864e5 AS "ageDays",
  (span."to" - 1 - entered) / 864e5 AS "inStageDays"
FROM oldest JOIN visit USING (id) JOIN number USING (id) JOIN place_name AS s USING (place), span
WHERE "left" IS NULL
ORDER BY started;

-- flowEfficiency
SELECT count(*) AS items, sum(active) / 864e5 AS "activeDays", coalesce(sum(waiting), 0) / 864e5 AS "waitingDays",
  0 AS "blockedDays", sum(paused) / 864e5 AS "pausedDays", sum(active) / sum(total) AS efficiency,
  (sum(total) - sum(active)) / sum(active) AS "waitToActive",
  quantile_cont(coalesce(active, 0) / nullif(total, 0), 0.5) AS "medianItem"
FROM finished
WHERE started IS NOT NULL;

-- throughput
SELECT count(*) AS "completePeriods", avg(finished) AS "meanPerPeriod", median(finished) AS "medianPerPeriod",
  stddev_samp(finished) AS "standardDeviation",
  CASE WHEN sum(finished) = 0 OR sum("pointsUnknown") < sum(finished) THEN avg(coalesce(points, 0)) END
    AS "meanPointsPerPeriod"
FROM period
WHERE complete;

-- throughput.periods
FROM period ORDER BY start;

-- wip
SELECT
  (SELECT count(*) FROM item WHERE outcome = 'inProgress') AS current,
  (
    SELECT count(*) FROM visit JOIN item USING (id)
    WHERE outcome = 'inProgress' AND "left" IS NULL AND kind NOT IN ('active', 'waiting')
  ) AS paused,
  (
    SELECT sum(least(coalesce(ended, span."to"), span."to") - greatest(started, span."from"))
    FROM item
    WHERE started < span."to" AND coalesce(ended, span."to") > span."from"
  ) / (span."to" - span."from") AS average
FROM span;

-- wip.byStage
SELECT s.name AS stage, coalesce(t.current, 0) AS current, coalesce(t.ms, 0) / (span."to" - span."from") AS average
FROM place_name AS s
LEFT JOIN (
  SELECT v.place, count(*) FILTER (v."left" IS NULL AND i.outcome = 'inProgress') AS current,
    sum(least(coalesce(v."left", span."to"), coalesce(i.ended, span."to"), span."to") - greatest(v.entered, span."from"))
      AS ms
  FROM visit AS v JOIN item AS i ON i.id = v.id AND v.n >= i.start_n AND (i.end_n IS NULL OR v.n < i.end_n), span
  GROUP BY v.place
) AS t USING (place), span
ORDER BY s.place;

-- littlesLaw
SELECT *, "averageWip" / ("departuresPerDay" * "meanDays") AS ratio
FROM (
  SELECT
    sum(greatest(0, least(coalesce(ended, "to"), "to") - greatest(started, "from"))) / any_value("to" - "from")
      AS "averageWip",
    count(*) FILTER (ended >= "from" AND ended < "to") / (any_value("to" - "from") / 864e5) AS "departuresPerDay",
    avg((ended - started) / 864e5) FILTER (ended >= "from" AND ended < "to") AS "meanDays",
    count(*) FILTER (started <= "from" AND (ended IS NULL OR ended > "from")) AS "wipAtStart",
    count(*) FILTER (started < "to" AND (ended IS NULL OR ended >= "to")) AS "wipAtEnd"
  FROM item, span
  WHERE started IS NOT NULL
);

-- stages
WITH
  done_with AS (
    SELECT v.id, v.place, (v."left" - v.entered) / 864e5 AS days,
      CASE WHEN i.started IS NOT NULL
        THEN greatest(0, least(v."left", coalesce(i.ended, v."left")) - greatest(v.entered, i.started)) END AS clock
    FROM visit AS v JOIN item AS i USING (id), span
    WHERE v."left" >= span."from" AND v."left" < span."to"
  ),
  over AS (
    SELECT place, count(*) AS visits, count(DISTINCT id) AS items, sum(days) AS total, avg(days) AS mean,
      stddev_samp(days) AS deviation, min(days) AS least, max(days) AS most,
      quantile_cont(days, [0.5, 0.7, 0.85, 0.95]) AS percentiles, sum(clock) AS clock
    FROM done_with
    GROUP BY place
  ),
  begun AS (
    SELECT place, count(*) AS entries FROM visit, span
    WHERE entered >= span."from" AND entered < span."to"
    GROUP BY place
  ),
  gone AS (
    SELECT place, sum(forward) AS forward, sum(backward) AS backward, sum(dropped) AS dropped,
      count(*) FILTER (first_exit = first AND forward = 1 AND stays = 1) / nullif(count(*) FILTER (first_exit = first), 0)
        AS first
    FROM (
      SELECT id, place, count(*) AS stays, min(n) AS first, min(n) FILTER (exit IS NOT NULL) AS first_exit,
        count(*) FILTER (exit = 'forward') AS forward, count(*) FILTER (exit = 'backward') AS backward,
        count(*) FILTER (exit = 'dropped') AS dropped
      FROM stay
      GROUP BY id, place
    )
    GROUP BY place
  )
SELECT s.name AS stage, visits, items, total AS "totalDays", mean AS "meanDays", deviation AS "standardDeviationDays",
  least AS "minDays", most AS "maxDays", percentiles AS "percentilesDays",
  clock / sum(clock) OVER () AS share, entries, visits AS exits, entries - visits AS growth,
  forward AS "forwardExits", backward AS "backwardExits", dropped AS "droppedExits",
  forward / nullif(forward + backward, 0) AS "passRate", first AS "firstPassYield"
FROM place_name AS s
LEFT JOIN over USING (place) LEFT JOIN begun USING (place) LEFT JOIN gone USING (place)
ORDER BY s.place;

-- rework
SELECT count(*) FILTER (backward > 0) AS items, sum(backward) AS "backwardMoves", sum(rework) / 864e5 AS "reworkDays",
  sum(rework) / sum(active) AS "shareOfActive", count(*) FILTER (reopened) AS reopened
FROM finished
WHERE started IS NOT NULL;

-- handoffs
SELECT count(*) AS total, count(*) / (SELECT count(*) FROM finished WHERE started IS NOT NULL) AS "perItem"
FROM handoff
WHERE outcome = 'finished';

-- handoffs.pairs
SELECT "from", "to", count(*) AS count
FROM handoff
WHERE outcome = 'finished'
GROUP BY ALL
ORDER BY count DESC, "from", "to"
LIMIT 10;
