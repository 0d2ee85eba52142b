import type { ValueStream } from '../../contract/value-stream-schema.ts';
import type { NetworkPanel } from '../../model/document/chart.ts';
import { countOf } from '../../model/document/number-format.ts';
import type { ChartDefinition } from '../chart-definition.ts';
import { leftOutNotes } from '../kit/words.ts';

type Link = NetworkPanel['links'][number];

/** Ways that the alternative names. */
const MOST_SAID = 24;

/** Moves from stage to stage. */
export const flowChart: ChartDefinition = {
  name: 'flow',
  shows: 'moves from stage to stage, returns apart',
  reading:
    'Each stream is as wide as items moved that way in the window. Returns, in another colour, are work that went back: the widest one shows where something is found too late.',
  needs: ['valueStream'],
  uses: [],
  answers: [],
  options: [],
  draw(data) {
    const { leftOut, stages } = data.valueStream as ValueStream;
    const links = linksOf(stages);
    if (links.length === 0) return 'No move from one stage to another was seen in the window.';
    const shown = [...new Set(links.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
    const at = new Map(shown.map((stage, index) => [stage, index]));
    const name = (stage: number) => stages[stage]?.stage ?? '';
    const widest = (back: boolean) =>
      links.reduce<Link | null>(
        (most, link) => (link.back === back && link.value > (most?.value ?? 0) ? link : most),
        null,
      );
    const [onward, back] = [widest(false), widest(true)];
    const way = (link: Link) => `from ${name(link.from)} to ${name(link.to)} (${countOf(link.value, 'move')})`;
    const sentences = [
      ...(onward === null ? [] : [`Most moves went ${way(onward)}`]),
      back === null ? 'nothing went back' : `most returns ${way(back)}`,
    ];
    return {
      title: `${sentences.join('; ').replace(/^./, (letter) => letter.toUpperCase())}.`,
      alternative: `Streams between ${countOf(shown.length, 'stage')}, as wide as moves were many. ${said(links, name)}`,
      panels: [
        {
          panel: 'network',
          title: '',
          unit: 'items',
          nodes: shown.map((stage) => ({ label: name(stage), tone: stages[stage]?.kind ?? 'plain', figures: [] })),
          links: links.map((link) => ({
            ...link,
            from: at.get(link.from) as number,
            to: at.get(link.to) as number,
          })),
        },
      ],
      notes: leftOutNotes(leftOut),
    };
  },
};

/** Each way as a sentence; of very many the most frequent, as nobody listens to hundreds. */
function said(links: readonly Link[], name: (stage: number) => string): string {
  const least = [...links].sort((a, b) => b.value - a.value)[MOST_SAID - 1]?.value ?? 0;
  const kept = links.filter(({ value }) => value >= least).slice(0, MOST_SAID);
  const more = links.length - kept.length;
  return [
    ...kept.map((link) => `${link.back ? 'Back f' : 'F'}rom ${name(link.from)} to ${name(link.to)}: ${link.value}.`),
    ...(more === 0 ? [] : [`${countOf(more, 'other way')} of fewer moves.`]),
  ].join(' ');
}

/** Moves onward and returns, each as a link of its own; `from` and `to` are places of stages. */
function linksOf(stages: ValueStream['stages']): Link[] {
  const place = new Map(stages.map(({ stage }, index) => [stage, index]));
  return stages.flatMap(({ moves }, from) =>
    moves.flatMap(({ back, count, to }) => {
      const target = place.get(to) as number;
      const links: Link[] = [];
      if (count > back) links.push({ from, to: target, value: count - back, back: false });
      if (back > 0) links.push({ from, to: target, value: back, back: true });
      return links;
    }),
  );
}
