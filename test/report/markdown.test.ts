import { describe, expect, it } from 'vitest';
import { escapeMarkdown, markdownReporter } from '../../src/report/markdown.ts';
import { hostileDocument } from './hostile-document.ts';

describe('escapeMarkdown', () => {
  it.each([
    ['a | b', 'a \\| b'],
    ['back\\slash', 'back\\\\slash'],
    ['`code`', '\\`code\\`'],
    ['<script>&', '&lt;script&gt;&amp;'],
    ['two\nlines', 'two lines'],
    ['[link](javascript:1)', '\\[link\\](javascript:1)'],
    ['*b* _i_ ~s~ $m$', '\\*b\\* \\_i\\_ \\~s\\~ \\$m\\$'],
    ['# heading', '\\# heading'],
    ['- list', '\\- list'],
    ['1. list', '1\\. list'],
    ['---', '\\---'],
    ['3.2 d', '3.2 d'],
    ['2026-03-02', '2026-03-02'],
    ['#17', '#17'],
  ])('%j is written %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});

describe('markdown', () => {
  const lines = markdownReporter.render(hostileDocument(), { width: 80, color: true }).split('\n');

  it('has as many cells in every row as its header', () => {
    const cells = (line: string) => line.replaceAll('\\\\', '').replaceAll('\\|', '').split('|').length;
    let header = 0;
    for (const [index, line] of lines.entries()) {
      if (!line.startsWith('|')) continue;
      if (!lines[index - 1]?.startsWith('|')) header = cells(line);
      expect(cells(line)).toBe(header);
    }
    expect(header).toBeGreaterThan(2);
  });

  it('holds no HTML and no colour', () => {
    expect(lines.join('\n')).not.toMatch(/[<>]|\p{Cc}(?<!\n)/u);
  });

  it('aligns texts and dates to the left, numbers to the right', () => {
    const columns = (['text', 'date', 'instant', 'items'] as const).map((unit) => ({ label: unit, unit }));
    const table = { part: 'table', title: '', columns, rows: [['a', '2026-03-02', null, 3]], empty: '' } as const;
    const document = {
      title: 'T',
      sections: [{ id: 'one', title: '', parts: [table] }],
      data: null,
      records: { columns: [], rows: [] },
    };
    const [, , , rule] = markdownReporter.render(document, { width: 80, color: false }).split('\n');
    expect(rule).toBe('| :-- | :-- | :-- | --: |');
  });

  it('draws every kind of part', () => {
    const text = markdownReporter.render(hostileDocument(['Plain']), { width: 80, color: false });
    expect(text).toMatchInlineSnapshot(`
      "# Plain

      ## Plain

      - **Plain:** Plain (Plain)

      | Figure | Value | Context |
      | :-- | --: | :-- |
      | Plain | 0 d | █?·· Plain |
      | Plain | — |  |

      **Plain**

      | Plain | Days | Other | Kept |
      | :-- | --: | :-- | :-- |
      | Plain | 0 d | Plain | 2026-03-02 09:00 |

      Plain

      **Plain**

      | When | Value |
      | :-- | --: |
      | Plain | 3 |
      | Plain | — |

      **Plain**

      | Items | 50 % within | 85 % within | Mean | Deviation | Least | Most |
      | --: | --: | --: | --: | --: | --: | --: |
      | 3 | 1.0 d | 12.4 d | 2.0 d | — | 14.4 min | 400 d |

      **Plain**

      | Step | Wait | Work |
      | :-- | --: | --: |
      | Plain | — | 0 d |

      Plain

      - **warning:** Plain
      "
    `);
  });
});
