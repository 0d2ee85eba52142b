import type { Chart } from '../../model/document/chart.ts';
import { PitwallError } from '../../model/errors.ts';
import { svgOf } from './svg.ts';

/** Pixels of the picture for each of the drawing: screens show more than one. */
const ZOOM = 2;

interface Renderer {
  Resvg: new (svg: string, options: object) => { render(): { asPng(): Uint8Array } };
}

/**
 * A chart as PNG, made from its SVG by an optional package.
 * @throws PitwallError `needs-package`
 */
export async function pngOf(chart: Chart, options: { theme?: 'light' | 'dark' | undefined } = {}): Promise<Uint8Array> {
  const { Resvg } = await renderer();
  const given = {
    fitTo: { mode: 'zoom', value: ZOOM },
    font: { loadSystemFonts: true, defaultFontFamily: 'DejaVu Sans' },
  };
  return new Resvg(svgOf(chart, options), given).render().asPng();
}

/** The name is in a variable, so that nothing looks for the package before it is needed. */
async function renderer(): Promise<Renderer> {
  const name = '@resvg/resvg-js';
  try {
    return (await import(name)) as Renderer;
  } catch {
    throw new PitwallError(
      'needs-package',
      `PNG needs the package ${name}, which is not installed`,
      '--format png',
      `Run npm install ${name} beside pitwall, or write SVG: -f svg`,
    );
  }
}
