-- The tables for the cost of waste, besides figures.sql: shared charged hours and the days of waiting.

-- The working time before an instant: eight hours from nine, Monday to Friday. 1970-01-05 was a Monday.
CREATE TEMP MACRO worked(t) AS
  ((t - 345600000) // 604800000) * 144000000
  + least(((t - 345600000) % 604800000) // 86400000, 5) * 28800000
  + CASE WHEN ((t - 345600000) % 604800000) // 86400000 < 5
      THEN greatest(0, least(t % 86400000 - 32400000, 28800000)) ELSE 0 END;

CREATE TEMP MACRO month_of(t) AS date_diff('month', TIMESTAMP '1970-01-01', make_timestamp(t * 1000));

-- The months that the window touches, cut to it.
CREATE TEMP TABLE month AS
SELECT
  strftime(start, '%Y-%m') AS name,
  month_of(epoch_ms(start)) AS number,
  greatest(epoch_ms(start), "from") AS since,
  least(epoch_ms(start + INTERVAL 1 MONTH), "to") AS until,
  epoch_ms(start) >= "from" AND epoch_ms(start + INTERVAL 1 MONTH) <= "to" AS complete
FROM (
  SELECT "from", "to", unnest(generate_series(
    date_trunc('month', make_timestamp("from" * 1000)), make_timestamp(("to" - 1) * 1000), INTERVAL 1 MONTH
  )) AS start
  FROM span
);

-- Who is charged for which visit, and when, on a clock that runs only during working time.
CREATE TEMP TABLE charge AS
WITH
  counted AS (
    SELECT id, instant, until, place, kind, assignee, coalesce(assignee, 'nobody in ' || place) AS person,
      count(*) FILTER (place IS DISTINCT FROM place_before) OVER (PARTITION BY id ORDER BY instant) AS n
    FROM change
  ),
  clipped AS (
    SELECT id, n, place, type, assignee, person, outcome, worked(greatest(instant, span."from")) AS since,
      worked(least(coalesce(until, span."to" - 1), coalesce(ended, span."to" - 1))) AS until
    FROM counted JOIN item USING (id), span
    WHERE kind = 'active' AND instant < coalesce(ended, span."to")
  )
SELECT c.id, c.n, place, type, person, since, until, assignee IS NULL AS unassigned,
  CASE WHEN outcome = 'dropped' THEN 'abandoned' WHEN r.n IS NOT NULL THEN 'rework' END AS line
FROM clipped AS c LEFT JOIN rework_visit AS r ON r.id = c.id AND r.n = c.n
WHERE since < until;

-- A person's working time is divided equally among all items that the person is charged for: a clock for each person. It
-- also stops when a month begins, so that the sum until then is known without cutting charges.
CREATE TEMP TABLE person_clock AS
WITH
  event AS (
    SELECT person, t, sum(step) AS step, sum(step) FILTER (line = 'abandoned') AS abandoned,
      sum(step) FILTER (line = 'rework') AS rework, max(month) AS month
    FROM (
      SELECT person, since AS t, 1e0 AS step, line, NULL AS month FROM charge
      UNION ALL SELECT person, until, -1e0, line, NULL FROM charge
      UNION ALL SELECT person, worked(since), 0e0, NULL, number FROM (SELECT DISTINCT person FROM charge), month
    )
    GROUP BY person, t
  ),
  stretch AS (
    SELECT person, t, sum(step) OVER own AS running, sum(abandoned) OVER own AS abandoned, sum(rework) OVER own AS rework,
      max(month) OVER own AS month, lead(t) OVER own - t AS ms
    FROM event
    WINDOW own AS (PARTITION BY person ORDER BY t)
  )
SELECT person, t, month, running, abandoned, rework, CASE WHEN running > 0 THEN ms / running ELSE 0 END AS part,
  coalesce(sum(part) OVER (PARTITION BY person ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS ms
FROM stretch;

CREATE TEMP TABLE charged AS
SELECT c.id, c.n, c.place, c.type, c.line, c.unassigned, (u.ms - s.ms) / 36e5 AS hours
FROM charge AS c
JOIN person_clock AS s ON s.person = c.person AND s.t = c.since
JOIN person_clock AS u ON u.person = c.person AND u.t = c.until;

-- Where items that are not dropped waited and were paused between start and end, within the window.
CREATE TEMP TABLE delayed AS
SELECT id, place, type, kind, since, until, (until - since) / 864e5 AS days
FROM (
  SELECT v.id, v.place, i.type, v.kind, greatest(v.entered, span."from") AS since,
    least(coalesce(v."left", span."to" - 1), coalesce(i.ended, span."to" - 1), span."to") AS until
  FROM visit AS v
  JOIN item AS i ON i.id = v.id AND v.n >= i.start_n AND (i.end_n IS NULL OR v.n < i.end_n), span
  WHERE v.kind <> 'active' AND i.outcome <> 'dropped'
)
WHERE since < until;
