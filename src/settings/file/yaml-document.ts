import { LineCounter, parseDocument } from 'yaml';
import { PitwallError } from '../../model/errors.ts';
import { yamlOffset } from './yaml-position.ts';

/** A YAML or JSON text as a value, with the places of its parts. */
export interface ParsedText {
  value: unknown;
  /** The character, counted from 0, at which a value or its key begins. */
  offsetOf(path: readonly (string | number)[], key: boolean): number;
  /** `pitwall.yaml:12:3` */
  where(offset: number): string;
}

/**
 * Reads YAML, which includes JSON. This file loads the parser: import it only when there is a text to read.
 * @param file its name, for errors
 * @throws PitwallError `bad-configuration`
 */
export function parseYaml(text: string, file: string): ParsedText {
  const lines = new LineCounter();
  // The core schema leaves dates as text and knows no merge keys.
  const document = parseDocument(text, { schema: 'core', version: '1.2', lineCounter: lines, prettyErrors: false });
  const where = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${Math.max(1, line)}:${Math.max(1, col)}`;
  };
  const [fault] = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
  if (fault !== undefined) throw refusal(fault, text, where(fault.pos[0]));
  try {
    const value: unknown = document.toJS();
    return { value, offsetOf: (path, key) => yamlOffset(document, path, key), where };
  } catch (error) {
    // Aliases without a target, or that expand without end.
    throw refusal({ code: 'ALIAS', message: (error as Error).message, pos: [0] }, text, where(0));
  }
}

function refusal(
  fault: { code: string; message: string; pos: readonly number[] },
  text: string,
  where: string,
): PitwallError {
  switch (fault.code) {
    case 'DUPLICATE_KEY': {
      const key = text.slice(fault.pos[0]).split(/[:\r\n]/, 1)[0];
      return new PitwallError('bad-configuration', `the key \`${key}\` occurs twice`, where, 'Keep one of them');
    }
    case 'MULTIPLE_DOCS':
      return new PitwallError(
        'bad-configuration',
        'the file contains two documents',
        where,
        'Remove the `---` between them',
      );
    default: {
      const what = `not valid YAML: ${fault.message.split('\n')[0]?.replace(/[.:]$/, '')}`;
      return new PitwallError('bad-configuration', what, where, 'Check indentation, colons, quotes and brackets there');
    }
  }
}
