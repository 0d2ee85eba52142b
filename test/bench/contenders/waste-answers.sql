-- What is asked of the tables that waste-figures.sql makes, as answers.sql does of the others.

-- waste
SELECT
  {
    'hours': sum(hours),
    'wastedHours': sum(hours) FILTER (dropped OR again),
    'wastedShare': sum(hours) FILTER (dropped OR again) / sum(hours)
  } AS labour,
  {'days': (SELECT sum(days) FROM delayed WHERE kind = 'waiting')} AS delay
FROM charged;

-- waste.lines
SELECT line, quantity FROM (
  VALUES
    (1, 'abandoned', (SELECT coalesce(sum(hours), 0) FROM charged WHERE dropped)),
    (2, 'rework', (SELECT coalesce(sum(hours), 0) FROM charged WHERE again AND NOT dropped)),
    (3, 'handoffs', (SELECT count(*) FROM any_handoff)),
    (4, 'waiting', (SELECT coalesce(sum(days), 0) FROM delayed WHERE kind = 'waiting')),
    (5, 'blocked', 0),
    (6, 'paused', (SELECT coalesce(sum(days), 0) FROM delayed WHERE kind <> 'waiting'))
) AS t(place, line, quantity)
ORDER BY place;

-- waste.byStage
SELECT s.name AS stage, coalesce(c.hours, 0) AS hours, coalesce(c.wasted, 0) AS "wastedHours",
  coalesce(d.days, 0) AS "waitingDays"
FROM (SELECT DISTINCT place, name FROM stage) AS s
LEFT JOIN (
  SELECT place, sum(hours) AS hours, sum(hours) FILTER (dropped OR again) AS wasted FROM charged GROUP BY place
) AS c USING (place)
LEFT JOIN (SELECT place, sum(days) AS days FROM delayed WHERE kind = 'waiting' GROUP BY place) AS d USING (place)
ORDER BY s.place;
