import type { Chart, Panel } from '../../../model/document/chart.ts';
import { drawLadder } from '../../draw/draw-ladder.ts';
import { safeText } from '../../draw/safe-text.ts';
import { styleOf } from '../../draw/style.ts';
import { READING_WIDTH, wrapIndented } from '../../draw/wrap.ts';
import type { ChartRenderOptions } from '../renderer.ts';
import { type Brush, brushOf } from './brush.ts';
import { drawMatrix } from './draw-matrix.ts';
import { drawNetwork } from './draw-network.ts';
import { drawPlane } from './draw-plane.ts';
import { plainText } from './glyphs.ts';

/** Nothing readable fits into less, so a smaller width counts as this one. */
const LEAST_WIDTH = 40;

/** A chart in characters: the title, the panels, what to know. No line is wider than the width, from 40 columns on. */
export function renderChart(chart: Chart, { ascii = false, color, width }: ChartRenderOptions): string {
  const columns = Math.max(LEAST_WIDTH, Math.floor(width));
  const brush = brushOf({ ascii, color, width: columns }, chart.notation);
  const widest = Math.min(columns, READING_WIDTH);
  const sentence = (text: string) => wrapIndented(brush.say(safeText(text)), widest);
  const blocks = [sentence(chart.title).map((line) => brush.paint(line, 'title'))];
  for (const [index, panel] of chart.panels.entries()) {
    const title = panel.title === '' ? [] : sentence(panel.title).map((line) => brush.paint(line, 'title'));
    blocks.push([...title, ...drawPanel(panel, index === 0, color, ascii, brush)]);
  }
  const reading = chart.reason === null ? [`How to read it: ${chart.reading}`] : [];
  blocks.push([...chart.notes, ...reading].flatMap(sentence).map((line) => brush.paint(line, 'quiet')));
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function drawPanel(panel: Panel, first: boolean, color: boolean, ascii: boolean, brush: Brush): string[] {
  switch (panel.panel) {
    case 'plane':
      return drawPlane(panel, first ? 'main' : 'small', brush);
    case 'matrix':
      return drawMatrix(panel, brush);
    case 'network':
      return drawNetwork(panel, brush);
    case 'ladder': {
      const part = { part: 'ladder' as const, title: '', steps: panel.steps, empty: '' };
      const lines = drawLadder(part, brush.width, brush.notation, styleOf(color));
      return ascii
        ? lines.map((line) => plainText(line.replace(/[─┌┐└┘┬┴]/g, (mark) => (mark === '─' ? '-' : '+'))))
        : lines;
    }
  }
}
