-- The figures of `pitwall report` in DuckDB, as somebody who knows SQL would write them for one file whose shape and
-- workflow are known. `stage` (place, name, kind, status) exists already; $file is the path of the log.
--
-- On purpose, it does only what the data needs, which is less than the tool does: statuses are compared as written, rows
-- of one instant are not chained, columns and date layouts are given, nothing is checked, and there are no findings. The
-- file has no flags, and no prices and limits are given, so nothing is blocked, priced or over a limit.
--
-- The scripts build on one another: figures.sql, waste-figures.sql, ways-figures.sql, checks-figures.sql. Each has a
-- second script that selects the figures (answers.sql, waste-answers.sql ...).

-- One byte instead of a text, in every later table.
CREATE TYPE kind AS ENUM ('todo', 'active', 'waiting', 'done', 'dropped');
ALTER TABLE stage ALTER kind TYPE kind;

-- A stage of several statuses is several rows of `stage`, and one here.
CREATE TEMP TABLE place_name AS SELECT DISTINCT place, name, kind FROM stage;

CREATE TEMP TABLE log AS
SELECT id, epoch_ms("timestamp") AS instant, s.place, s.kind, "from" AS origin, assignee, type, points
FROM read_csv($file, header = true, delim = ',', quote = '"', columns = {
  'id': 'VARCHAR', 'title': 'VARCHAR', 'type': 'VARCHAR', 'assignee': 'VARCHAR', 'from': 'VARCHAR', 'to': 'VARCHAR',
  'timestamp': 'TIMESTAMP', 'points': 'DOUBLE'
}) AS log
JOIN stage AS s ON log."to" = s.status;

-- Whole numbers group and sort faster than ids. Fields are the latest that are not empty.
CREATE TEMP TABLE number AS
SELECT id AS name, row_number() OVER ()::INTEGER AS id, arg_max(type, instant) AS type, arg_max(points, instant) AS points
FROM log
GROUP BY log.id;

-- Each change with those before and after it, in one pass, for visits, hand-offs and charges. A row that repeats the one
-- before it changes nothing, so it need not be removed.
CREATE TEMP TABLE change AS
SELECT
  number.id, instant, place, kind, assignee,
  lag(place) OVER own AS place_before,
  lead(instant) OVER own AS until,
  lag(assignee IGNORE NULLS) OVER own AS holder,
  instant = lag(instant) OVER own AND origin = lag(origin) OVER own AND place = lag(place) OVER own AS repeated
FROM log JOIN number ON log.id = number.name
WINDOW own AS (PARTITION BY number.id ORDER BY instant);

DROP TABLE log;

-- A change to the current stage of the item continues the visit.
CREATE TEMP TABLE visit AS
SELECT
  id, place, kind, instant AS entered,
  lead(instant) OVER own AS "left",
  lead(place) OVER own AS place_after,
  row_number() OVER own AS n,
  lag(CASE WHEN kind IN ('todo', 'active', 'done') THEN place END IGNORE NULLS) OVER own AS directed_before,
  count(*) FILTER (WHERE kind = 'done') OVER own AS dones
FROM change
WHERE place IS DISTINCT FROM place_before
WINDOW own AS (PARTITION BY id ORDER BY instant);

-- Other active stages since the first visit to this one, or a done stage ever before: rework.
CREATE TEMP TABLE rework_visit AS
WITH
  active AS (
    SELECT
      id, n, place, dones,
      row_number() OVER (PARTITION BY id ORDER BY n) - row_number() OVER (PARTITION BY id, place ORDER BY n) AS others
    FROM visit
    WHERE kind = 'active'
  ),
  since_first AS (SELECT id, n, dones, others - min(others) OVER (PARTITION BY id, place) AS others_since FROM active)
SELECT id, n FROM since_first WHERE dones > 0 OR others_since > 0;

CREATE TEMP TABLE item AS
WITH
  whole AS (
    SELECT
      id,
      min(entered) AS created,
      coalesce(max(n) FILTER (WHERE kind NOT IN ('done', 'dropped')), 0) AS last_open,
      min(n) FILTER (WHERE kind = 'done') AS first_done
    FROM visit
    GROUP BY id
  ),
  over AS (
    SELECT id, coalesce(min(n) FILTER (WHERE kind = 'done'), min(n)) AS end_n, bool_or(kind = 'done') AS delivered,
      coalesce(min(entered) FILTER (WHERE kind = 'done'), min(entered)) AS ended
    FROM visit JOIN whole USING (id)
    WHERE n > last_open
    GROUP BY id
  ),
  clock AS (
    SELECT id, min(n) AS start_n, min(entered) AS started
    FROM visit LEFT JOIN over USING (id)
    WHERE kind IN ('active', 'waiting') AND (end_n IS NULL OR n < end_n)
    GROUP BY id
  )
SELECT
  id, created, start_n, started, end_n, ended, type, points,
  CASE
    WHEN delivered THEN 'finished'
    WHEN end_n IS NOT NULL THEN 'dropped'
    WHEN start_n IS NOT NULL THEN 'inProgress'
    ELSE 'notStarted'
  END AS outcome,
  delivered AND first_done < last_open AS reopened
FROM whole JOIN number USING (id) LEFT JOIN over USING (id) LEFT JOIN clock USING (id);

-- The window: from the first start or end to the last event, which counts.
CREATE TEMP TABLE span AS
SELECT least(min(started), min(ended)) AS "from", (SELECT max(instant) FROM change) + 1 AS "to" FROM item;

CREATE TEMP TABLE period AS
WITH
  week AS (
    SELECT unnest(generate_series(
      date_trunc('week', make_timestamp("from" * 1000)), date_trunc('week', make_timestamp(("to" - 1) * 1000)),
      INTERVAL 7 DAYS
    )) AS start
    FROM span
  ),
  happened AS (
    SELECT created AS instant, 'created' AS what, NULL AS points FROM item
    UNION ALL SELECT started, 'started', NULL FROM item
    UNION ALL SELECT ended, outcome, points FROM item
  ),
  tally AS (
    SELECT date_trunc('week', make_timestamp(instant * 1000)) AS start,
      count(*) FILTER (what = 'created') AS created, count(*) FILTER (what = 'started') AS started,
      count(*) FILTER (what = 'dropped') AS dropped, count(*) FILTER (what = 'finished') AS finished,
      count(*) FILTER (what = 'finished' AND points IS NULL) AS unknown, sum(points) FILTER (what = 'finished') AS points
    FROM happened, span
    WHERE instant >= span."from" AND instant < span."to"
    GROUP BY 1
  )
SELECT strftime(week.start, '%Y-%m-%d') AS start,
  epoch_ms(week.start) >= span."from" AND epoch_ms(week.start) + 6048e5 <= span."to" AS complete,
  coalesce(finished, 0) AS finished, coalesce(started, 0) AS started, coalesce(created, 0) AS created,
  coalesce(dropped, 0) AS dropped, coalesce(unknown, 0) AS "pointsUnknown",
  CASE WHEN unknown = finished AND finished > 0 THEN NULL ELSE coalesce(points, 0) END AS points
FROM week LEFT JOIN tally USING (start), span;

CREATE TEMP TABLE year AS SELECT ("to" - "from") / 864e5 / 365.25e0 AS years FROM span;

CREATE TEMP TABLE part AS
SELECT
  id,
  sum(ms) FILTER (WHERE kind = 'active') AS active,
  sum(ms) FILTER (WHERE kind = 'waiting') AS waiting,
  sum(ms) FILTER (WHERE kind NOT IN ('active', 'waiting')) AS paused,
  sum(ms) AS total,
  sum(ms) FILTER (WHERE again) AS rework,
  count(*) FILTER (WHERE kind IN ('todo', 'active') AND place < directed_before AND entered > started AND entered < ended)
    AS backward
FROM (
  SELECT v.id, v.kind, v.place, v.directed_before, v.entered, i.started, i.ended, r.n IS NOT NULL AS again,
    v."left" - v.entered AS ms
  FROM visit AS v
  JOIN item AS i ON i.id = v.id AND v.n >= i.start_n AND v.n < i.end_n
  LEFT JOIN rework_visit AS r ON r.id = v.id AND r.n = v.n
  WHERE i.outcome = 'finished'
)
GROUP BY id;

CREATE TEMP TABLE handoff AS
SELECT instant, outcome, holder AS "from", assignee AS "to"
FROM change JOIN item USING (id), span
WHERE assignee <> holder AND instant > started AND instant < coalesce(ended, span."to" - 1);

CREATE TEMP TABLE finished AS
SELECT *, (ended - started) / 864e5 AS cycle_days, (ended - created) / 864e5 AS lead_days
FROM item LEFT JOIN part USING (id), span
WHERE outcome = 'finished' AND ended >= span."from" AND ended < span."to";

-- Visits with those before and after them, ignoring waiting.
CREATE TEMP TABLE walk AS
SELECT id, n, place, kind, entered, "left", lag(place) OVER own AS place_before, lag("left") OVER own AS left_before,
  lead(place) OVER own AS place_after, lead(kind) OVER own AS kind_after
FROM visit
WHERE kind <> 'waiting'
WINDOW own AS (PARTITION BY id ORDER BY n);

-- Visits to todo and active stages: those that resume after waiting are one, and the last of them has the exit.
CREATE TEMP VIEW stay AS
SELECT id, n, place,
  CASE WHEN "left" >= span."from" AND "left" < span."to" THEN
    CASE
      WHEN kind_after = 'dropped' THEN 'dropped'
      WHEN place_after > place THEN 'forward'
      WHEN place_after < place THEN 'backward'
    END
  END AS exit
FROM walk, span
WHERE kind IN ('todo', 'active') AND place_after IS DISTINCT FROM place;
