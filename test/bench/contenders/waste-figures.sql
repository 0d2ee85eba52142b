-- What the cost of waste needs besides figures.sql: charged hours, shared, and the days of waiting.

-- The working time before an instant: eight hours from nine, Monday to Friday. 1970-01-05 was a Monday.
CREATE TEMP MACRO worked(t) AS
  ((t - 345600000) // 604800000) * 144000000
  + least(((t - 345600000) % 604800000) // 86400000, 5) * 28800000
  + CASE WHEN ((t - 345600000) % 604800000) // 86400000 < 5
      THEN greatest(0, least(t % 86400000 - 32400000, 28800000)) ELSE 0 END;

-- Who is charged for which visit, and when, on a clock that only work moves.
CREATE TEMP TABLE charge AS
WITH
  step AS (
    SELECT id, instant, place, kind, coalesce(assignee, 'nobody in ' || place) AS person,
      lead(instant) OVER own AS until, place IS DISTINCT FROM lag(place) OVER own AS enters
    FROM change
    WINDOW own AS (PARTITION BY id ORDER BY instant)
  ),
  counted AS (SELECT *, count(*) FILTER (enters) OVER (PARTITION BY id ORDER BY instant) AS n FROM step),
  clipped AS (
    SELECT id, n, place, person, outcome, worked(greatest(instant, span."from")) AS since,
      worked(least(coalesce(until, span."to" - 1), coalesce(ended, span."to" - 1))) AS until
    FROM counted JOIN item USING (id), span
    WHERE kind = 'active' AND instant < coalesce(ended, span."to")
  )
SELECT c.*, outcome = 'dropped' AS dropped, r.n IS NOT NULL AS again
FROM clipped AS c LEFT JOIN rework_visit AS r ON r.id = c.id AND r.n = c.n
WHERE since < until;

-- A person's working instant is divided equally among all that the person is charged for: a clock for each person.
CREATE TEMP TABLE person_clock AS
WITH
  event AS (
    SELECT person, t, sum(step) AS step
    FROM (SELECT person, since AS t, 1 AS step FROM charge UNION ALL SELECT person, until, -1 FROM charge)
    GROUP BY person, t
  ),
  stretch AS (
    SELECT person, t, sum(step) OVER own AS running, lead(t) OVER own - t AS ms
    FROM event
    WINDOW own AS (PARTITION BY person ORDER BY t)
  )
SELECT person, t,
  coalesce(sum(CASE WHEN running > 0 THEN ms / running ELSE 0 END)
    OVER (PARTITION BY person ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS ms
FROM stretch;

CREATE TEMP TABLE charged AS
SELECT c.place, c.dropped, c.again, (u.ms - s.ms) / 36e5 AS hours
FROM charge AS c
JOIN person_clock AS s ON s.person = c.person AND s.t = c.since
JOIN person_clock AS u ON u.person = c.person AND u.t = c.until;

-- What items that are not dropped waited and were paused between start and end, within the window.
CREATE TEMP TABLE delayed AS
SELECT v.place, v.kind, (least(coalesce(v."left", span."to" - 1), coalesce(i.ended, span."to" - 1), span."to")
  - greatest(v.entered, span."from")) / 864e5 AS days
FROM visit AS v
JOIN item AS i ON i.id = v.id AND v.n >= i.start_n AND (i.end_n IS NULL OR v.n < i.end_n), span
WHERE v.kind <> 'active' AND i.outcome <> 'dropped';

-- Hand-offs of all items, not of the finished ones alone.
CREATE TEMP TABLE any_handoff AS
WITH held AS (
  SELECT id, instant, assignee, lag(assignee) OVER (PARTITION BY id ORDER BY instant) AS holder
  FROM change
  WHERE assignee IS NOT NULL
)
SELECT id
FROM held JOIN item USING (id), span
WHERE instant > started AND instant < coalesce(ended, span."to" - 1) AND assignee <> holder
  AND instant >= span."from" AND instant < span."to";
