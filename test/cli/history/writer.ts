// A process that writes to a history, bundled and started by processes.test.ts.
//
// node writer.mjs <file> <letter> <times> [step]: adds a letter so often; at a step on the disk, it kills itself.
import { changeHistoryFile } from '../../../src/cli/history/history-file.ts';
import { withSteps } from './doomed.ts';

const [file = '', letter = '', times = '1', step = '-1'] = process.argv.slice(2);
const around = withSteps((number) => {
  if (number === Number(step)) process.kill(process.pid, 'SIGKILL');
});
for (let time = 0; time < Number(times); time++) {
  const change = (text: string | null) => Promise.resolve({ text: `${text ?? ''}${letter}`, result: null });
  await changeHistoryFile(file, 'flow.ndjson', change, around);
}
