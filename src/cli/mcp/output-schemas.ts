import { jsonSchema, METRICS } from '../../index.ts';
import type { ToolName } from './inputs.ts';
import { sharedParts } from './shared-parts.ts';

type Schema = Record<string, unknown>;

const FIGURES: ReadonlySet<string> = new Set(METRICS.map(({ id }) => id));

/** What holds figures as well. */
const IN_BRIEF: ReadonlySet<string> = new Set(['groups', 'outlook', 'sinceLast']);

/** The types that a schema permits, without what is in them. */
function typesOf(schema: Schema): string[] {
  if (typeof schema.type === 'string') return [schema.type];
  return ((schema.anyOf ?? []) as Schema[]).flatMap(typesOf);
}

/**
 * The output of a command that has many figures: the frame in full, the figures by their types, because their fields would
 * take more than all the rest. `pitwall schema` has them.
 * @param own the metric whose fields are given; no other stands in the output itself
 */
async function figuresSchema(command: string, own: string | null): Promise<Schema> {
  const { properties, required, ...schema } = (await jsonSchema(command)) as {
    properties: Record<string, Schema>;
    required: string[];
  };
  const brief = Object.entries(properties).flatMap(([name, part]): [string, Schema][] => {
    if (FIGURES.has(name)) {
      if (own !== null) return name === own ? [[name, part]] : [];
      return [[name, { type: typesOf(part) }]];
    }
    return [[name, IN_BRIEF.has(name) ? { type: typesOf(part) } : part]];
  });
  return { ...schema, properties: Object.fromEntries(brief), required };
}

const DEFINITIONS: Schema = {
  type: 'object',
  properties: {
    definitions: {
      type: 'array',
      items: {
        type: 'object',
        properties: Object.fromEntries(
          ['command', 'title', 'meaning', 'formula', 'unit', 'caution'].map((name) => [name, { type: 'string' }]),
        ),
        required: ['command', 'title', 'meaning', 'formula', 'unit'],
        additionalProperties: false,
      },
    },
  },
  required: ['definitions'],
  additionalProperties: false,
};

const SHORTENED: Schema = {
  type: 'array',
  description: 'Lists of which not all is shown. Ask for more with list, offset and limit.',
  items: {
    type: 'object',
    properties: {
      list: { type: 'string', description: 'where it is in the result; [] stands for every element' },
      offset: { type: ['integer', 'null'], description: 'where the shown part begins' },
      shown: { type: 'integer' },
      of: { type: 'integer', description: 'how many there are' },
    },
    required: ['list', 'offset', 'shown', 'of'],
    additionalProperties: false,
  },
};

async function resultSchema(tool: ToolName): Promise<Schema> {
  switch (tool) {
    case 'explain':
      return DEFINITIONS;
    case 'report':
      return await figuresSchema('report', null);
    case 'risk':
      return await figuresSchema('risk', 'risk');
    case 'metric': {
      // Any metric's command has the same frame.
      const { required, ...schema } = await figuresSchema('cycle-time', null);
      return { ...schema, required: (required as string[]).filter((name) => !FIGURES.has(name)) };
    }
    default:
      return await jsonSchema(tool);
  }
}

/** The JSON Schema of what a tool answers: the contract's, around it the sentence and what was left out. */
export async function outputSchemaOf(tool: ToolName): Promise<Schema & { type: 'object' }> {
  const { $schema, title, ...result } = await resultSchema(tool);
  const whole = sharedParts({
    type: 'object',
    properties: {
      answer: { type: 'string', description: 'the answer as a sentence' },
      result,
      shortened: SHORTENED,
    },
    required: ['answer', 'result', 'shortened'],
    additionalProperties: false,
  });
  return { ...whole, type: 'object' };
}
