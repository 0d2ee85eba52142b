import { type Document, note, table } from '../model/document/document-parts.ts';

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
