import { type Document, note, scalar, table } from '../model/document/document-parts.ts';

/** What is said of a chart: an entry of the registry is one. */
export interface DescribedChart {
  name: string;
  shows: string;
  reading: string;
  options: readonly string[];
}

/** What `chart` prints without a name: the charts. */
export function chartsDocument(charts: readonly DescribedChart[]): Document {
  return {
    title: `There are ${charts.length} charts: name one and the files, as in pitwall chart ${charts[0]?.name} export.csv.`,
    sections: [
      {
        id: 'charts',
        title: '',
        parts: [
          table(
            '',
            [
              { label: 'Chart', unit: 'text' },
              { label: 'Shows', unit: 'text' },
            ],
            charts.map(({ name, shows }) => [name, shows]),
            'None.',
          ),
          note('Each says below it how to read it.'),
        ],
      },
    ],
    data: charts,
    records: {
      columns: ['name', 'shows', 'reading', 'options'],
      rows: charts.map(({ name, options, reading, shows }) => [name, shows, reading, options.join(' ')]),
    },
  };
}

/** What `explain` says of a chart. */
export function chartDocument({ name, options, reading, shows }: DescribedChart): Document {
  return {
    title: `The chart ${name}: ${shows}`,
    sections: [
      {
        id: name,
        title: '',
        parts: [
          scalar('How to read it', reading, 'text'),
          scalar(
            'Options',
            options.length === 0 ? 'none of its own' : options.map((one) => `--${one}`).join(', '),
            'text',
          ),
          scalar('Drawn by', `pitwall chart ${name} <files>`, 'text'),
        ],
      },
    ],
    data: { name, shows, reading, options },
    records: { columns: ['name', 'shows', 'reading', 'options'], rows: [[name, shows, reading, options.join(' ')]] },
  };
}
