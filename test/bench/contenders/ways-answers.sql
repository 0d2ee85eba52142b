-- What is asked of the tables that ways-figures.sql makes, and of those for the cost of waste: where work piles up, which
-- ways it takes, what it waits for, and what kinds of it there are.

-- bottleneck
WITH top AS (
  SELECT place FROM growth
  WHERE growth > 0 AND chance <= threshold AND first * 10 >= growth AND second * 3 >= growth
  ORDER BY growth DESC, place
  LIMIT 1
)
SELECT
  (SELECT name FROM top JOIN stage USING (place) LIMIT 1) AS stage,
  (
    SELECT any_value(s.name)
    FROM visit AS v JOIN top USING (place) JOIN stage AS s ON s.place = v.place_after
    WHERE v."left" >= ruler."from" AND v."left" < ruler."to"
    GROUP BY v.place_after
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
FROM growth AS g JOIN seen USING (place) JOIN (SELECT DISTINCT place, name FROM stage) AS s USING (place), ruler
ORDER BY place;
