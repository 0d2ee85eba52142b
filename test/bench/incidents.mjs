// Compares a report on a real log (65,533 events of 7,554 incidents) with pandas: node test/bench/incidents.mjs [runs=5]
//
// The log is not part of this repository: it is `shared/data/volvo-incidents.csv.gz` next to the checkout, or the file that
// INCIDENTS names. BPI Challenge 2013, 4TU.ResearchData.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { pandas, pitwall, pythonWithPandas } from './kit/commands.mjs';
import { dataFile } from './kit/data.mjs';
import { measureInTurns } from './kit/measure.mjs';
import { comparison, machine, writeSection } from './kit/page.mjs';

const runs = Number(process.argv[2] ?? 5);
const packed =
  process.env.INCIDENTS ?? fileURLToPath(new URL('../../../shared/data/volvo-incidents.csv.gz', import.meta.url));
if (existsSync(packed)) measure();
else console.log('Left out: the log of incidents is not next to the checkout; INCIDENTS may name it.');

function measure() {
  const file = dataFile('incidents.csv', (path) => writeFileSync(path, gunzipSync(readFileSync(packed))));
  const python = pandas('incident_times.py', file);
  const plain = pandas('incident_times.py', file, 'parse_dates');
  const measured = measureInTurns(
    {
      'pitwall report': pitwall(file),
      ...(python === null ? {} : { 'pandas, time by case and by status only, to_datetime(utc=True)': python }),
      ...(plain === null ? {} : { 'pandas, the same, read_csv(parse_dates=…)': plain }),
    },
    runs,
  );
  const version = python === null ? 'no pandas on this machine' : `pandas ${pythonWithPandas()?.version}`;
  writeSection(
    'incidents',
    `65,533 events of 7,554 incidents. ${machine(runs)} ${version}.\n\n${comparison(measured, 'pitwall report')}`,
  );
}
