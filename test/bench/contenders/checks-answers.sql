-- Selects from the tables of checks-figures.sql: what to fix first, and what checks cost and send back.

-- opportunities
SELECT years * 365.25e0 AS "windowDays", 8 AS "hoursPerDay", count(*) FILTER (items < 10) AS "tooFewItems",
  greatest(0, count(*) FILTER (items >= 10) - 5) AS "notNamed"
FROM year LEFT JOIN (SELECT count(*) AS items FROM loss GROUP BY kind, place) ON true
GROUP BY years;

-- opportunities.list
WITH
  candidate AS (
    SELECT kind, place, count(*) AS items, sum(quantity) AS quantity,
      arg_max({'id': number.name, 'quantity': quantity}, quantity, 10) AS most
    FROM loss JOIN number USING (id)
    GROUP BY kind, place
    HAVING count(*) >= 10
  ),
  ranked AS (
    SELECT * FROM candidate
    ORDER BY CASE kind WHEN 'wait' THEN quantity ELSE quantity / 8 END DESC, place
    LIMIT 5
  ),
  wait AS (
    SELECT place, count(*) AS visits, median(days) AS median, sum(sum(days)) OVER () AS days
    FROM delayed
    WHERE kind = 'waiting'
    GROUP BY place
  ),
  sent AS (
    SELECT sender AS place, count(*) AS times
    FROM returned AS r JOIN item USING (id), span
    WHERE outcome <> 'dropped' AND r.entered > started AND (end_n IS NULL OR r.n < end_n)
      AND r.entered >= span."from" AND r.entered < span."to"
    GROUP BY sender
  ),
  passed AS (
    SELECT place, count(*) AS visits, count(*) FILTER (exit = 'backward') AS back
    FROM stay
    WHERE exit IN ('forward', 'backward')
    GROUP BY place
  )
SELECT r.kind, s.name AS stage, r.quantity, r.quantity / years AS "quantityPerYear",
  r.quantity / CASE r.kind WHEN 'wait' THEN wait.days ELSE (SELECT sum(hours) FROM charged) END AS share, r.items,
  {
    'visits': CASE r.kind WHEN 'wait' THEN wait.visits WHEN 'review' THEN passed.visits END,
    'medianDays': CASE r.kind WHEN 'wait' THEN wait.median END,
    'sentBack': CASE r.kind WHEN 'rework' THEN sent.times WHEN 'review' THEN passed.back END,
    'passRate': CASE r.kind WHEN 'review' THEN 1 - passed.back / passed.visits END
  } AS evidence,
  {'share': 0.5e0, 'quantityPerQuarter': r.quantity / years / 8} AS change, r.most AS "byItem"
FROM ranked AS r LEFT JOIN place_name AS s USING (place)
LEFT JOIN wait USING (place) LEFT JOIN sent USING (place) LEFT JOIN passed USING (place), year
ORDER BY CASE r.kind WHEN 'wait' THEN r.quantity ELSE r.quantity / 8 END DESC, place;

-- reviewYield.stages
WITH
  own AS (
    SELECT place, count(*) AS visits, count(*) FILTER (exit = 'forward') AS passed,
      count(*) FILTER (exit = 'backward') AS back, count(*) FILTER (exit = 'dropped') AS dropped,
      sum(entered - queued) / 864e5 AS queue, sum("left" - entered) / 864e5 AS own,
      median(("left" - queued) / 864e5) AS median
    FROM check_stay
    GROUP BY place
  ),
  work AS (
    SELECT s.place, sum(c.hours) AS hours
    FROM check_stay AS s JOIN charged AS c ON c.id = s.id AND c.n >= s.first_n AND c.n <= s.n
    GROUP BY s.place
  ),
  back AS (SELECT place, count(*) AS over, sum(ms) / 864e5 AS days FROM return_trip GROUP BY place),
  back_work AS (
    SELECT r.place, sum(c.hours) AS hours
    FROM return_trip AS r JOIN charged AS c ON c.id = r.id AND c.n > r.n AND (r.until_n IS NULL OR c.n < r.until_n)
    GROUP BY r.place
  ),
  went AS (
    SELECT w.place, list({'to': name, 'count': count} ORDER BY count DESC, place_after) AS "to"
    FROM (SELECT place, place_after, count(*) AS count FROM check_stay WHERE exit = 'backward' GROUP BY ALL) AS w
    JOIN place_name AS s ON s.place = w.place_after
    GROUP BY w.place
  )
SELECT s.name AS stage, visits, passed, own.back AS "sentBack", dropped,
  passed / nullif(passed + own.back, 0) AS "passRate", queue AS "queueDays", own AS "ownDays", median AS "medianDays",
  coalesce(work.hours, 0) AS hours,
  {
    'visits': visits / years, 'sentBack': own.back / years, 'days': (queue + own) / years,
    'hours': coalesce(work.hours, 0) / years
  } AS "perYear",
  {
    'to': coalesce(went."to", []), 'over': coalesce(back.over, 0), 'meanDays': back.days / back.over,
    'meanHours': CASE WHEN back.over > 0 THEN coalesce(back_work.hours, 0) / back.over END,
    'days': coalesce(back.days, 0), 'hours': coalesce(back_work.hours, 0),
    'perYear': {'days': coalesce(back.days, 0) / years, 'hours': coalesce(back_work.hours, 0) / years}
  } AS returns
FROM place_name AS s JOIN own USING (place) LEFT JOIN work USING (place)
LEFT JOIN back USING (place) LEFT JOIN back_work USING (place) LEFT JOIN went USING (place), year
-- A stage that sends much back is also named.
WHERE place IN (SELECT place FROM checking)
  OR (passed + own.back >= 20 AND passed <= 0.8 * (passed + own.back) AND own.back >= 5)
ORDER BY place;
