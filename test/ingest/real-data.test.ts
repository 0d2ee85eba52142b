import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLog } from '../../src/ingest/read-log.ts';
import { fileOf, OPTIONS } from './read-text.ts';

/** Public exports that stand beside the checkout, not in it; without them these tests are skipped. */
const DATA = process.env.PITWALL_DATA ?? join(import.meta.dirname, '../../../shared/data');

/** File, format, rows, items, order of day and month, certainty of the zone. */
const FILES = [
  ['volvo-incidents.csv.gz', 'process-mining', 65_533, 7_554, 'ymd', 'proved'],
  ['volvo-incidents.xes.gz', 'xes', 65_533, 7_554, 'ymd', 'proved'],
  ['production-spans.csv', 'process-mining', 4_953, 225, 'ymd', 'proved'],
  ['jira-rest-changelog.json', 'jira-rest', 33, 33, 'ymd', 'proved'],
  ['jira-cloud-issues.json', 'jira-rest', 6, 6, 'ymd', 'proved'],
  ['jira-rest-no-changelog.json', 'jira-rest', 600, 600, 'ymd', 'proved'],
  ['trello-board.json', 'trello-board', 1_122, 123, 'ymd', 'proved'],
  ['github-issues.json', 'github-issues', 42, 26, 'ymd', 'proved'],
  ['github-issue-events.json', 'github-events', 50, 15, 'ymd', 'proved'],
  ['gitlab-issues.json', 'gitlab-issues', 16, 16, 'ymd', 'proved'],
  ['azure-devops-query.csv', 'azure-query', 117, 117, 'dmy', 'assumed'],
  ['azure-devops-semicolon.csv', 'azure-query', 266, 266, 'mdy', 'assumed'],
  ['dates-only.csv', 'milestones', 4_123, 4_123, 'ymd', 'assumed'],
] as const;

describe.each(FILES)('%s', (name, format, rows, items, order, zone) => {
  const path = join(DATA, name);

  // Skipped where the file is not beside the checkout: its terms do not let it be part of the project.
  it.skipIf(!existsSync(path))(`is read as ${format}`, async () => {
    const log = await readLog([path], OPTIONS);
    const file = fileOf(log);
    expect([file.format, file.rows, log.itemCount, file.dateOrder.order, file.zone.certainty]).toEqual([
      format,
      rows,
      items,
      order,
      zone,
    ]);
    expect(file.used + file.merged + file.rejected).toBe(rows);
  });
});
