-- The tables for opportunities and review yield, besides the charged hours and the days of waiting.

-- The active stages that check work, by their names.
CREATE TEMP TABLE checking AS SELECT place FROM place_name WHERE name IN ('Review', 'Testing');

-- Visits that an item came back to, and the stage that sent it back.
CREATE TEMP TABLE returned AS
SELECT id, n, entered, directed_before AS sender
FROM visit
WHERE kind IN ('todo', 'active') AND place < directed_before;

-- What could be fixed, item by item. No hour and no day is in two of them. Hours of rework belong to the last stage that
-- sent the item back, other hours to a check if it seldom finds anything.
CREATE TEMP TABLE loss AS
WITH
  idle_check AS (
    SELECT place FROM stay JOIN checking USING (place)
    WHERE exit IN ('forward', 'backward')
    GROUP BY place
    HAVING count(*) >= 20 AND count(*) FILTER (exit = 'forward') >= 0.95 * count(*)
  ),
  found AS (
    SELECT 'wait' AS kind, place, id, days AS quantity FROM delayed WHERE kind = 'waiting'
    UNION ALL SELECT 'abandoned', NULL, id, hours FROM charged WHERE line = 'abandoned'
    UNION ALL
    SELECT 'rework', r.sender, c.id, c.hours
    FROM charged AS c ASOF LEFT JOIN returned AS r ON r.id = c.id AND r.n <= c.n
    WHERE c.line = 'rework'
    UNION ALL SELECT 'review', place, id, hours FROM charged JOIN idle_check USING (place) WHERE line IS NULL
  )
SELECT kind, place, id, sum(quantity) AS quantity FROM found GROUP BY ALL;

-- Visits to active stages that ended within the window, with the queue before them. Visits that resume after waiting are
-- one.
CREATE TEMP TABLE check_stay AS
WITH
  bound AS (
    SELECT *, place IS DISTINCT FROM place_before AS begins, place IS DISTINCT FROM place_after AS ends
    FROM walk
    WHERE kind = 'active'
  ),
  -- Few stays are resumed: only those are put in order again.
  resumed AS (
    SELECT id, place, n, "left", place_after, kind_after, ends,
      max(n) FILTER (begins) OVER own AS first_n, max(entered) FILTER (begins) OVER own AS entered,
      max(left_before) FILTER (begins) OVER own AS left_before
    FROM bound
    WHERE NOT (begins AND ends)
    WINDOW own AS (PARTITION BY id ORDER BY n)
  ),
  stay AS (
    SELECT id, place, n AS first_n, n, left_before, entered, "left", place_after, kind_after
    FROM bound
    WHERE begins AND ends
    UNION ALL
    SELECT id, place, first_n, n, left_before, entered, "left", place_after, kind_after FROM resumed WHERE ends
  )
SELECT s.id, s.place, s.first_n, s.n, coalesce(s.left_before, i.created) AS queued, s.entered, s."left", s.place_after,
  CASE WHEN s.kind_after = 'dropped' THEN 'dropped' WHEN s.place_after < s.place THEN 'backward' ELSE 'forward' END AS exit
FROM stay AS s JOIN item AS i USING (id), span
WHERE s.place_after IS NOT NULL AND s."left" >= span."from" AND s."left" < span."to";

-- Work that was sent back, until it is at the check again or past it, or the item ends: from the visit after n to the
-- one before until_n.
CREATE TEMP TABLE return_trip AS
WITH arrival AS (
  SELECT r.id, r.n, min(w.n) AS until_n, min(w.entered) AS until
  FROM check_stay AS r JOIN walk AS w ON w.id = r.id AND w.n > r.n AND w.place >= r.place
  WHERE r.exit = 'backward' AND w.kind <> 'dropped'
  GROUP BY ALL
)
SELECT r.id, r.place, r.n, a.until_n, coalesce(a.until, i.ended) - r."left" AS ms
FROM check_stay AS r
LEFT JOIN arrival AS a ON a.id = r.id AND a.n = r.n
JOIN item AS i ON i.id = r.id
WHERE r.exit = 'backward' AND coalesce(a.until, i.ended) >= r."left";
