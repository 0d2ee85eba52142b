import type { Configuration } from '../../contract/configuration.ts';
import { withoutValues } from '../without-values.ts';
import { checkConfiguration } from './check-configuration.ts';

/**
 * Reads a configuration, YAML or JSON, and checks it.
 * @param file its name, for errors
 * @param options `anonymizePeople` keeps its values, such as the names of people with a rate, out of errors
 * @throws PitwallError `bad-configuration`, with line and column
 */
export async function parseConfiguration(
  text: string,
  file: string,
  options: { anonymizePeople?: boolean } = {},
): Promise<Configuration> {
  // Loaded here, since a run without a configuration does not need the parser.
  const { parseYaml } = await import('./yaml-document.ts');
  const { value, offsetOf, where } = parseYaml(text, file);
  try {
    return await checkConfiguration(value, ({ path, key }) => {
      const offset = offsetOf(path, key);
      return { offset, where: where(offset) };
    });
  } catch (error) {
    throw options.anonymizePeople === true ? withoutValues(error) : error;
  }
}
