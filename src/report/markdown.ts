import type { NotePart, Reporter, ScalarPart, Section, TablePart } from '../model/document/document-parts.ts';
import { shownSections } from '../model/document/shown-sections.ts';
import { formatCells, formatValue, type Notation, notationOf } from './draw/notation.ts';
import { isProse, runs } from './draw/part-runs.ts';
import { distributionTable, ladderTable, seriesTable } from './draw/part-table.ts';
import { safeText } from './draw/safe-text.ts';
import { sparkline, TREND_WIDTH } from './draw/sparkline.ts';

/** GitHub-flavoured Markdown: for wikis, issues and pull requests. */
export const markdownReporter: Reporter = {
  id: 'markdown',
  extensions: ['.md', '.markdown'],
  description: 'Markdown for wikis, issues and pull requests',
  render(document, { frame = 'whole', findings = 'listed' }) {
    const notation = notationOf(document.data);
    const blocks = [
      `# ${escapeMarkdown(document.title)}`,
      ...shownSections(document.sections, frame, findings).flatMap((section) => sectionBlocks(section, notation)),
    ];
    return `${blocks.join('\n\n')}\n`;
  },
};

/** Escapes text from the data, so that Markdown and the HTML made from it show it literally. */
export function escapeMarkdown(text: string): string {
  return safeText(text)
    .trim()
    .replace(/[\\`*_[\]~|$]/g, '\\$&')
    .replace(/^(\d*)([#+\-.)])(?=[\s#-]|$)/, '$1\\$2')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function sectionBlocks({ title, parts }: Section, notation: Notation): string[] {
  const blocks = title === '' ? [] : [`## ${escapeMarkdown(title)}`];
  for (const run of runs(parts)) {
    const [first] = run;
    switch (first.part) {
      case 'scalar':
        blocks.push(
          isProse(first)
            ? prose(run as readonly ScalarPart[], notation)
            : figures(run as readonly ScalarPart[], notation),
        );
        break;
      case 'note':
        blocks.push((run as readonly NotePart[]).map(listed).join('\n'));
        break;
      case 'table':
        blocks.push(table(first, notation));
        break;
      case 'distribution':
        blocks.push(table(distributionTable(first), notation));
        break;
      case 'ladder':
        blocks.push(table(ladderTable(first), notation));
        break;
      case 'series':
        blocks.push(table(seriesTable(first), notation));
    }
  }
  return blocks;
}

function listed({ weight, text }: NotePart): string {
  return weight === 'info' ? `- ${escapeMarkdown(text)}` : `- **${weight}:** ${escapeMarkdown(text)}`;
}

function prose(parts: readonly ScalarPart[], notation: Notation): string {
  const lines = parts.map(({ label, value, unit, note }) => {
    const text = formatValue(value, unit, notation) + (note === null ? '' : ` (${note})`);
    return label === '' ? `- ${escapeMarkdown(text)}` : `- **${escapeMarkdown(label)}:** ${escapeMarkdown(text)}`;
  });
  return lines.join('\n');
}

function figures(parts: readonly ScalarPart[], notation: Notation): string {
  const rows = parts.map(({ label, value, unit, note, scale, trend }) => {
    const context = [trend === null ? '' : sparkline(trend, TREND_WIDTH, scale), escapeMarkdown(note ?? '')].filter(
      (text) => text !== '',
    );
    return [escapeMarkdown(label), escapeMarkdown(formatValue(value, unit, notation)), context.join(' ')];
  });
  const lines = [['Figure', 'Value', 'Context'], [':--', '--:', ':--'], ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function table(part: TablePart, notation: Notation): string {
  const { title, columns, rows, empty } = part;
  const heading = title === '' ? '' : `**${escapeMarkdown(title)}**\n\n`;
  if (rows.length === 0) return `${heading}${escapeMarkdown(empty)}`;
  const left = (unit: string) => unit === 'text' || unit === 'instant' || unit === 'date';
  const lines = [
    columns.map(({ label }) => escapeMarkdown(label)),
    columns.map(({ unit }) => (left(unit) ? ':--' : '--:')),
    ...formatCells(part, notation).map((row) => row.map(escapeMarkdown)),
  ];
  return heading + lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
