-- Selects from the tables of ways-figures.sql and of the cost of waste: where work piles up, which ways it takes, what it
-- waits for, and what kinds there are.

-- bottleneck
WITH top AS (
  SELECT place FROM growth
  WHERE growth > 0 AND chance <= threshold AND first * 10 >= growth AND second * 3 >= growth
  ORDER BY growth DESC, place
  LIMIT 1
)
SELECT
  (SELECT name FROM top JOIN place_name USING (place)) AS stage,
  (
    SELECT s.name
    FROM visit AS v JOIN top USING (place) JOIN place_name AS s ON s.place = v.place_after
    WHERE v."left" >= ruler."from" AND v."left" < ruler."to"
    GROUP BY v.place_after, s.name
    ORDER BY count(*) DESC, v.place_after
    LIMIT 1
  ) AS feeds,
  parts, ms / parts / 864e5 AS "partDays", (SELECT any_value(threshold) FROM growth) AS threshold
FROM ruler;

-- bottleneck.stages
WITH seen AS (
  SELECT place,
    count(*) FILTER (entered < "from" AND ("left" IS NULL OR "left" >= "from")) AS before,
    quantile_cont(("left" - entered) / 864e5, 0.5) FILTER ("left" >= "from" AND "left" < "from" + ms / 2) AS first,
    quantile_cont(("left" - entered) / 864e5, 0.5) FILTER ("left" >= "from" + ms / 2 AND "left" < "to") AS second
  FROM visit, ruler
  WHERE kind IN ('active', 'waiting')
  GROUP BY place
)
SELECT s.name AS stage, g.entries, g.exits, g.growth, g.entries / nullif(g.exits, 0) AS load,
  g.growth / (ms / 6048e5) AS "growthPerWeek", g.first AS "firstHalfGrowth", g.second AS "secondHalfGrowth",
  g.chance, seen.before AS "wipAtStart", seen.before + g.growth AS "wipAtEnd", seen.first AS "firstHalfVisitDays",
  seen.second AS "secondHalfVisitDays"
FROM growth AS g JOIN seen USING (place) JOIN place_name AS s USING (place), ruler
ORDER BY place;

-- adherence
SELECT coalesce(sum(items), 0) AS items, coalesce(sum(items) FILTER (on_path), 0) AS "onPath",
  coalesce(sum(items) FILTER (on_path), 0) / sum(items) AS "onPathShare",
  coalesce(sum(items) FILTER (len(skipped) > 0), 0) AS "withSkips",
  coalesce(sum(items) FILTER (len(out_of_order) > 0), 0) AS "withReturns",
  coalesce(sum(items) FILTER (len(detours) > 0), 0) AS "withDetours", count(*) AS ways
FROM way;

-- adherence.stages
SELECT s.name AS stage, coalesce(sum(items) FILTER (list_contains(skipped, s.place)), 0) AS skipped,
  coalesce(sum(items) FILTER (list_contains(skipped, s.place)), 0) / sum(items) AS "skippedShare",
  coalesce(sum(items * len(list_filter(out_of_order, lambda place: place = s.place))), 0) AS "outOfOrder"
FROM place_name AS s, way
WHERE s.kind = 'active'
GROUP BY s.place, s.name
ORDER BY s.place;

-- adherence.detours
SELECT s.name AS stage, sum(items) AS items
FROM (SELECT items, unnest(detours) AS place FROM way) JOIN place_name AS s USING (place)
GROUP BY place, s.name
ORDER BY items DESC, place;

-- adherence.variants
SELECT list_transform(places[:50], lambda place: names[place]) AS way, len(places) AS steps, items,
  items / sum(items) OVER () AS share, on_path AS "onPath", days[1] AS "medianDays", days[2] AS "highDays"
FROM way, (SELECT map_from_entries(list((place, name))) AS names FROM place_name)
ORDER BY items DESC, places
LIMIT 10;

-- blocked
SELECT 0 AS "blockedDays", coalesce(sum(days), 0) AS "waitingDays" FROM delayed WHERE kind = 'waiting';

-- blocked.reasons
SELECT s.name AS reason, count(*) AS count, count(DISTINCT id) AS items, sum(days) AS days,
  sum(days) / sum(sum(days)) OVER () AS share
FROM delayed AS d JOIN place_name AS s USING (place)
WHERE d.kind = 'waiting'
GROUP BY place, s.name
ORDER BY days DESC, reason
LIMIT 10;

-- distribution
SELECT count(*) FILTER (arrives) AS arrived,
  {
    'count': count(age), 'meanDays': avg(age), 'standardDeviationDays': stddev_samp(age), 'minDays': min(age),
    'maxDays': max(age), 'percentilesDays': quantile_cont(age, [0.5, 0.7, 0.85, 0.95])
  } AS "unstartedAge"
FROM kind_of_work;

-- distribution.values
SELECT type AS value, count(*) FILTER (arrives) AS arrived,
  count(*) FILTER (arrives) / sum(count(*) FILTER (arrives)) OVER () AS share,
  {
    'notStarted': count(*) FILTER (arrives AND outcome = 'notStarted'),
    'inProgress': count(*) FILTER (arrives AND outcome = 'inProgress'),
    'finished': count(*) FILTER (arrives AND outcome = 'finished'),
    'dropped': count(*) FILTER (arrives AND outcome = 'dropped')
  } AS "ofArrived",
  count(*) FILTER (outcome = 'notStarted') AS "notStarted", count(*) FILTER (outcome = 'inProgress') AS "inProgress",
  count(*) FILTER (outcome = 'finished' AND ends) AS finished, count(*) FILTER (outcome = 'dropped' AND ends) AS dropped,
  quantile_cont(cycle_days, 0.5) FILTER (outcome = 'finished' AND ends) AS "medianCycleTimeDays",
  {
    'count': count(age), 'meanDays': avg(age), 'standardDeviationDays': stddev_samp(age), 'minDays': min(age),
    'maxDays': max(age), 'percentilesDays': quantile_cont(age, [0.5, 0.7, 0.85, 0.95])
  } AS "unstartedAge"
FROM kind_of_work
GROUP BY type
ORDER BY arrived DESC, count(*) DESC, type
LIMIT 10;
