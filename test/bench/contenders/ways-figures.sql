-- The tables for bottlenecks, adherence and the kinds of work, besides figures.sql.

-- The window in equal parts, an even number of them up to 52: about weeks, or days where it holds less than 12 weeks.
CREATE TEMP TABLE ruler AS
SELECT "from", "to", "to" - "from" AS ms,
  least(52, floor(CASE WHEN days / 7 >= 12 THEN days / 7 ELSE days END)::INTEGER // 2 * 2) AS parts
FROM (SELECT "from", "to", ("to" - "from") / 864e5 AS days FROM span);

-- The entries and exits of each active and waiting stage.
CREATE TEMP TABLE flow AS
SELECT place, least(parts - 1, floor((t - "from") / ms * parts)::INTEGER) AS part, sum(step)::INTEGER AS difference,
  count(*) FILTER (step = 1) AS entries
FROM (
  SELECT place, entered AS t, 1 AS step FROM visit WHERE kind IN ('active', 'waiting')
  UNION ALL SELECT place, "left", -1 FROM visit WHERE kind IN ('active', 'waiting')
), ruler
WHERE t >= "from" AND t < "to"
GROUP BY ALL;

-- How likely a stage grows so much where entries and exits keep pace: of all ways to flip the signs of the differences,
-- the share that sums up to it or more. The sums are counted out turn by turn, or bounded where there are too many.
CREATE TEMP TABLE growth AS
WITH RECURSIVE
  total AS (
    SELECT place, sum(entries) AS entries, sum(difference) AS growth, sum(abs(difference)) AS range,
      sum(difference ** 2) AS squares, count(*) FILTER (difference <> 0) AS turns,
      coalesce(sum(difference) FILTER (part < parts / 2), 0) AS first
    FROM flow, ruler
    GROUP BY place
  ),
  turn AS (
    SELECT place, abs(difference) AS size, row_number() OVER (PARTITION BY place ORDER BY part) AS turn
    FROM flow
    WHERE difference <> 0
  ),
  counted AS (
    SELECT place, 0::BIGINT AS turn, 0 AS reached, 1e0 AS chance FROM total WHERE growth > 0 AND range <= 10000
    UNION ALL
    SELECT c.place, t.turn, c.reached + s.sign * t.size AS reached, sum(c.chance) / 2
    FROM counted AS c JOIN turn AS t ON t.place = c.place AND t.turn = c.turn + 1, (VALUES (1), (-1)) AS s(sign)
    GROUP BY ALL
  ),
  likely AS (
    SELECT place, sum(chance) AS chance
    FROM counted JOIN total USING (place)
    WHERE turn = turns AND reached >= growth
    GROUP BY place
  )
SELECT place, total.entries, total.entries - growth AS exits, growth, first, growth - first AS second,
  CASE
    WHEN total.entries < 20 THEN NULL
    WHEN growth <= 0 THEN 1
    WHEN range > 10000 THEN exp(-(growth ** 2) / squares / 2)
    ELSE chance
  END AS chance,
  0.05e0 / nullif(count(*) FILTER (total.entries >= 20) OVER (), 0) AS threshold
FROM total LEFT JOIN likely USING (place);

-- The stages that finished items were worked on in, one after another, and a done one that they were taken up again from.
CREATE TEMP TABLE way AS
WITH
  step AS (
    SELECT v.id, v.n, v.place, v.kind, lag(v.place) OVER own AS place_before, lead(v.kind) OVER own AS kind_after
    FROM visit AS v JOIN finished AS f ON f.id = v.id AND v.n < f.end_n
    WHERE v.kind IN ('active', 'done')
    WINDOW own AS (PARTITION BY v.id ORDER BY v.n)
  ),
  walked AS (
    SELECT id, list(place ORDER BY n) AS places
    FROM step
    WHERE CASE kind WHEN 'active' THEN place IS DISTINCT FROM place_before ELSE kind_after = 'active' END
    GROUP BY id
  ),
  taken AS (
    SELECT coalesce(places, []) AS places, count(*) AS items, quantile_cont(cycle_days, [0.5, 0.85]) AS days
    FROM finished LEFT JOIN walked USING (id)
    GROUP BY ALL
  ),
  path AS (SELECT list(place ORDER BY place) AS path FROM place_name WHERE kind = 'active')
SELECT places, items, days, places = path AS on_path,
  list_filter(path, lambda place: NOT list_contains(places, place)) AS skipped,
  list_filter(places, lambda place, n: list_contains(path, place)
    AND place < list_max(list_filter(places[:n], lambda other: list_contains(path, other)))) AS out_of_order,
  list_distinct(list_filter(places, lambda place: NOT list_contains(path, place))) AS detours
FROM taken, path;

-- Who arrived and ended within the window, and how old is what nobody has begun.
CREATE TEMP TABLE kind_of_work AS
SELECT type, outcome, created >= "from" AND created < "to" AS arrives, ended >= "from" AND ended < "to" AS ends,
  (ended - started) / 864e5 AS cycle_days,
  CASE outcome WHEN 'notStarted' THEN ("to" - 1 - created) / 864e5 END AS age
FROM item, span;
