// What the report says besides its figures, as a person reads it.
import { describe, expect, it } from 'vitest';
import { reportDocument } from '../../src/document/report-document.ts';
import { type ReportDocumentOptions, type ReportOutlook, SUMMARY_REPORTERS } from '../../src/index.ts';
import { textWidth } from '../../src/report/draw/text-width.ts';
import { limits, outlook, sinceLast } from './sample-outlook.ts';
import { report } from './sample-report.ts';

function printed(form: string, options: ReportDocumentOptions, width = 80, color = false): string {
  const reporter = SUMMARY_REPORTERS.find(({ id }) => id === form);
  // As `--full` has it.
  const whole = form === 'table' ? ({ frame: 'whole', findings: 'listed' } as const) : {};
  return reporter?.render(reportDocument(report, options), { width, color, ...whole }) ?? '';
}
/** The lines of a table on a terminal, with what wrapping took apart put together. */
const table = (options: ReportDocumentOptions) => printed('table', options).replaceAll(/\n {2,}/g, ' ');
const withRisk = (risk: Partial<ReportOutlook['risk']>) =>
  table({ outlook: { ...outlook, risk: { ...outlook.risk, ...risk } } });
const withForecast = (forecast: Partial<ReportOutlook['forecast']>) =>
  table({ outlook: { ...outlook, forecast: { ...outlook.forecast, ...forecast } } });
const withSignals = (signals: Partial<ReportOutlook['signals']>) =>
  table({ outlook: { ...outlook, signals: { ...outlook.signals, ...signals } } });

describe('a report with its outlook', () => {
  it('reads top down in 80 columns', async () => {
    await expect(printed('table', { outlook, sinceLast, limits })).toMatchFileSnapshot('golden/report-outlook.txt');
  });

  it('has in Markdown first what a lead reads', async () => {
    const text = printed('markdown', { outlook, sinceLast, limits, summary: true });
    await expect(text).toMatchFileSnapshot('golden/report-summary.md');
  });

  it.each([40, 60, 80, 132])('fits %d columns', (width) => {
    const lines = printed('table', { outlook, sinceLast, limits }, width).split('\n');
    expect(Math.max(...lines.map(textWidth))).toBeLessThanOrEqual(width);
  });

  it('says the same without colours', () => {
    const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');
    const colored = printed('table', { outlook, sinceLast }, 80, true);
    expect(colored.replaceAll(escapes, '')).toBe(printed('table', { outlook, sinceLast }));
  });

  it('shows a hostile name of a history, and a hostile reason, as they are', () => {
    const hostile = {
      ...sinceLast,
      history: '\u001b[31m<b>|x|.ndjson',
      period: null,
      reason: 'it has no series `\u001b]8;;http://x\u0007<img>`',
    };
    for (const form of ['table', 'markdown']) {
      const text = printed(form, { sinceLast: hostile });
      expect(text).toContain('Not compared with a snapshot of');
      expect(text).not.toContain('\u001b');
    }
    expect(printed('markdown', { sinceLast: hostile })).not.toContain('<img>');
  });
});

describe('what changed', () => {
  it('is the same where it looks the same', () => {
    // 3.21 d and 3.23 d are both 3.2 d.
    expect(table({ sinceLast })).toMatch(/^Cycle time, 50 % within +3\.2 d +3\.2 d +same$/m);
  });

  it('says nothing of restatements where there are none', () => {
    expect(table({ sinceLast: { ...sinceLast, restated: { data: 0, definition: 0 } } })).not.toContain('Restated');
  });

  it('names a day without an article', () => {
    const period = { start: '2026-02-02', end: '2026-02-03', unit: 'day' } as const;
    expect(table({ sinceLast: { ...sinceLast, period } })).toContain('Since the end of Mon 2 Feb 2026, the last');
  });
});

describe('signals', () => {
  it('are not mentioned where nothing was judged', () => {
    expect(withSignals({ judged: [], latest: [], reason: '2 weeks of 6 needed' })).not.toMatch(/^Signals {2}/m);
  });

  it('are none where nothing stands out', () => {
    expect(withSignals({ latest: [] })).toContain('None in the latest week: no more than the usual variation.');
  });

  it('are three at most, and how many more', () => {
    const [signal] = outlook.signals.latest;
    const text = withSignals({ latest: Array.from({ length: 5 }, () => signal as NonNullable<typeof signal>) });
    expect(text.replaceAll(/\s+/g, ' ')).toContain('; 2 more, see pitwall trend.');
  });
});

describe('the forecast', () => {
  it('says that it is doubtful only where something speaks against it', () => {
    expect(withForecast({})).toContain('85 % sure: 1135 open items done by Thu 1 Jun 2028.');
    expect(withForecast({})).not.toContain('Doubtful');
    expect(withForecast({ warnings: [{ code: 'trend', message: 'It falls.' }] })).toContain('Doubtful');
  });

  it('says why there is none', () => {
    const text = withForecast({ status: 'tooFew', reason: '5 complete weeks of 8 needed', when: null });
    expect(text).toContain('Too few data for a forecast: 5 complete weeks of 8 needed.');
  });
});

describe('items at risk', () => {
  it('are expected misses against what the expectation allows', () => {
    // 98 of 101 have a chance; 15 % of 98 is 14.7.
    expect(withRisk({})).toContain(
      'About 20.4 of 98 items in progress will take longer than 82.0 d, the expectation; 15 % would be 14.7. Of 3 more no chance is known.',
    );
  });

  it('are not known without an expectation, or where all items are older than any other', () => {
    const unknown = { unknown: 101, expectedMisses: null, allowedMisses: null };
    expect(withRisk(unknown)).toContain('No chance is known for 101 items in progress: no item was ever so old.');
    const expectation = { ...outlook.risk.expectation, days: null };
    expect(withRisk({ ...unknown, expectation })).toContain(
      'with so many items still open it is not known how long 85 % take, and no expectation is set (sle)',
    );
  });

  it('are not mentioned where nothing is in progress', () => {
    expect(withRisk({ items: 0, unknown: 0 })).not.toContain('At risk');
  });
});
