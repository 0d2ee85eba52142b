import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { METRICS, REPORTERS } from '../../src/index.ts';
import { allFormats } from '../../src/ingest/registry.ts';
import { FLAWED_LOG, folderWith, LOG, pitwall, Screen } from './terminal.ts';

const FORMATS = await allFormats();

const folder = () => folderWith({ 'log.csv': LOG });

/** The one line of a failed run; the result must not have been begun. */
async function refusal(argv: readonly string[], world: Parameters<typeof pitwall>[1] = {}): Promise<string> {
  const { status, stdout, stderr } = await pitwall(argv, world);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^pitwall: [^\n]+\n$/);
  return stderr.slice('pitwall: '.length, -1);
}

describe('pitwall', () => {
  it('alone prints its help and is content', async () => {
    const { status, stdout, stderr } = await pitwall([]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Usage: pitwall');
    for (const { command } of METRICS) expect(stdout).toMatch(new RegExp(`[ ,]${command}(?:,|\\n)`));
  });

  it.each([['--version'], ['-V'], ['-v']])('%s prints the version alone', async (flag) => {
    expect(await pitwall([flag])).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });

  it.each([[['--help']], [['-h']], [['help']], [['report', '--help']], [['help', 'report']], [['item', '-h']]])(
    '%j prints help to standard output',
    async (argv) => {
      const { status, stdout, stderr } = await pitwall(argv);
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^Usage: pitwall/);
    },
  );

  it('has a command for every metric, with the options of all', async () => {
    for (const { command } of METRICS) {
      const { status, stdout } = await pitwall([command, '--help']);
      expect(status).toBe(0);
      for (const option of ['--as-of', '--by', '--where', '--format', '--strict']) expect(stdout).toContain(option);
    }
  });
});

describe('a wrong command line is refused with one line', () => {
  it.each([
    [['reprot', 'log.csv'], "unknown command 'reprot'. Did you mean report?"],
    [['log.csv'], "'log.csv' is not a command. Did you mean pitwall report log.csv?"],
    [['report', 'log.csv', '--formt', 'json'], "unknown option '--formt'. Did you mean --format?"],
    [
      ['--last', '12w', 'report', 'log.csv'],
      "unknown option '--last'. Options follow the command: pitwall report log.csv --last 12w",
    ],
    [['report', 'log.csv', '--by'], 'option --by has no value. Write --by <field>'],
    [['report', 'log.csv', '--width', 'wide'], '--width: `wide` is not a width. Write a whole number, 20 or more'],
    [['report', 'log.csv', '--map', 'Ticket'], '--map: `Ticket` is not a mapping. Write field=column'],
    [
      ['report', 'log.csv', '--basis', 'workin'],
      '--basis: `workin` is not one of elapsed, working, inclusive. Did you mean `working`?',
    ],
    [['report', '-', '-'], '- is given twice. Standard input can be read only once'],
    [['item'], 'no item given. Usage: pitwall item <id> <files...>'],
  ])('%j', async (argv, message) => {
    expect(await refusal(argv, { cwd: folder() })).toBe(message);
  });

  it('where no files are given', async () => {
    expect(await refusal(['report'], { typing: true })).toBe('no files given. Usage: pitwall report <files...>');
    expect(await refusal(['items'], { stdin: LOG })).toBe(
      'no files given. Usage: pitwall items <files...>; to read standard input: pitwall items -',
    );
    expect(await refusal(['item', 'A-1'], { typing: true })).toBe('no files given. Usage: pitwall item A-1 <files...>');
  });

  it('before anything is read, where the form is not known', async () => {
    const known = [...REPORTERS.map(({ id }) => id), 'html'].join(', ');
    expect(await refusal(['report', 'none.csv', '-f', 'xml'])).toBe(
      `--format: unknown form \`xml\`. Write one of ${known}`,
    );
    expect(await refusal(['report', 'none.csv', '-o', 'out.xml'])).toMatch(
      /^--output out\.xml: no form has the extension \.xml\. Add --format, or use one of \./,
    );
  });

  it('and no control characters', async () => {
    const line = await refusal(['report', 'evil\u001b[2Jname.csv']);
    expect(line).not.toMatch(/\p{Cc}/u);
  });

  it('with the stack below it under --debug', async () => {
    const { status, stderr } = await pitwall(['report', '--debug', '--basis', 'x', 'log.csv'], { cwd: folder() });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^pitwall: --basis: [^\n]+\nPitwallError: [^\n]+\n +at /);
  });
});

describe('a report', () => {
  it('is a table, on a terminal and in a pipe alike', async () => {
    const cwd = folder();
    const piped = await pitwall(['report', 'log.csv'], { cwd });
    const screen = new Screen({ columns: 80 });
    await pitwall(['report', 'log.csv', '--no-color'], { cwd, stdout: screen });
    expect(piped.status).toBe(0);
    expect(piped.stdout).not.toBe('');
    expect(screen.text).toBe(piped.stdout);
  });

  it('in JSON is one document and nothing else', async () => {
    const { status, stdout } = await pitwall(['report', 'log.csv', '-f', 'json'], { cwd: folder() });
    expect(status).toBe(0);
    const report = JSON.parse(stdout);
    expect(report.items).toMatchObject({ total: 3, finished: 2, inProgress: 1 });
    expect(report.asOf).toBe('2026-01-13T10:00:00.000Z');
  });

  it('reads standard input', async () => {
    const { status, stdout } = await pitwall(['report', '-', '-f', 'json'], { stdin: LOG });
    expect(status).toBe(0);
    expect(JSON.parse(stdout).items.total).toBe(3);
  });

  it('passes every option on', async () => {
    const argv = ['report', 'log.csv', '-f', 'json', '--time-zone', 'Europe/Madrid', '--basis', 'inclusive'];
    const { stdout } = await pitwall(
      [...argv, '--unit', 'day', '--as-of', '2026-01-12T12:00:00+01:00', '--from', '2026-01-06', '--where', 'type=Bug'],
      { cwd: folder() },
    );
    expect(JSON.parse(stdout)).toMatchObject({
      timeZone: 'Europe/Madrid',
      basis: 'inclusive',
      asOf: '2026-01-12T11:00:00.000Z',
      asOfSource: 'option',
      window: { from: '2026-01-05T23:00:00.000Z' },
      where: ['type=Bug'],
      throughput: { unit: 'day' },
      items: { total: 1 },
    });
  });

  it('looks from now where it is told to', async () => {
    const before = Date.now();
    const { stdout } = await pitwall(['report', 'log.csv', '-f', 'json', '--as-of', 'now'], { cwd: folder() });
    expect(Date.parse(JSON.parse(stdout).asOf)).toBeGreaterThanOrEqual(before);
  });

  it('splits by a field', async () => {
    const { stdout } = await pitwall(['report', 'log.csv', '-f', 'json', '--by', 'type'], { cwd: folder() });
    expect(
      JSON.parse(stdout)
        .groups.map(({ value }: { value: string }) => value)
        .sort(),
    ).toEqual(['Bug', 'Story']);
  });

  it('of files that are not there is refused', async () => {
    expect(await refusal(['report', 'none.csv'], { cwd: folder() })).toContain('none.csv');
  });
});

describe('every other command', () => {
  it.each(METRICS.map(({ command, id }) => [command, id]))('%s prints its figures', async (command, id) => {
    const { status, stdout } = await pitwall([command, 'log.csv', '-f', 'json'], { cwd: folder() });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toHaveProperty(id);
  });

  it('items prints one row an item', async () => {
    const { stdout } = await pitwall(['items', 'log.csv', '-f', 'json'], { cwd: folder() });
    expect(
      JSON.parse(stdout)
        .itemList.map(({ id }: { id: string }) => id)
        .sort(),
    ).toEqual(['A-1', 'A-2', 'A-3']);
  });

  it('item explains one', async () => {
    const { stdout } = await pitwall(['item', 'A-1', 'log.csv', '-f', 'json'], { cwd: folder() });
    expect(JSON.parse(stdout).item.id).toBe('A-1');
  });

  it('item refuses one that is not there', async () => {
    expect(await refusal(['item', 'A-9', 'log.csv'], { cwd: folder() })).toContain('A-9');
  });

  it('inspect prints what was read', async () => {
    const { stdout } = await pitwall(['inspect', 'log.csv', '-f', 'json'], { cwd: folder() });
    expect(JSON.parse(stdout)).toMatchObject({ items: 3, files: [{ rows: 8, used: 8 }] });
  });

  it.each([['explain'], ['formats']])('%s prints without files', async (command) => {
    const { status, stdout, stderr } = await pitwall([command]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.length).toBeGreaterThan(200);
  });

  it('formats writes the ids whole in 80 columns: they are there to be typed', async () => {
    const { stdout } = await pitwall(['formats', '--width', '80']);
    for (const { id } of FORMATS) expect(stdout).toContain(`\n${id} `);
  });

  it('explain says how to read a chart that is no metric', async () => {
    const { stdout } = await pitwall(['explain', 'cycle-time-histogram']);
    expect(stdout).toMatch(/^The chart cycle-time-histogram: how many items took how many days\n/);
    expect(stdout).toContain('pitwall chart cycle-time-histogram <files>');
    // A metric's name means the metric.
    expect((await pitwall(['explain', 'cycle-time'])).stdout).toMatch(/^Cycle time: /);
  });

  it('explain and formats refuse what they do not know', async () => {
    expect(await refusal(['explain', 'cycle-tim'])).toContain('cycle-time');
    expect(await refusal(['formats', 'nothing-like-it'])).toContain('nothing-like-it');
  });

  it('schema prints that of the report, or of the command that is named', async () => {
    const report = JSON.parse((await pitwall(['schema'])).stdout);
    expect(report.properties).toHaveProperty('cycleTime');
    const items = JSON.parse((await pitwall(['schema', 'items'])).stdout);
    expect(items.properties).toHaveProperty('itemList');
    expect(await refusal(['schema', 'nothing'])).toContain('nothing');
  });
});

describe('--output', () => {
  it('writes there instead, in the form that the extension chooses', async () => {
    const cwd = folder();
    const result = await pitwall(['report', 'log.csv', '-o', 'out.json'], { cwd });
    expect(result).toMatchObject({ status: 0, stdout: '' });
    expect(JSON.parse(readFileSync(join(cwd, 'out.json'), 'utf8')).items.total).toBe(3);
    expect(readdirSync(cwd).sort()).toEqual(['log.csv', 'out.json']);
  });

  it('leaves the form to --format where both are given', async () => {
    const cwd = folder();
    await pitwall(['items', 'log.csv', '-o', 'out.txt', '-f', 'json'], { cwd });
    expect(JSON.parse(readFileSync(join(cwd, 'out.txt'), 'utf8')).itemList).toHaveLength(3);
  });

  it('leaves the file as it was where the run fails', async () => {
    const cwd = folderWith({ 'log.csv': FLAWED_LOG, 'out.json': 'old' });
    expect((await pitwall(['report', 'none.csv', '-o', 'out.json'], { cwd })).status).toBe(2);
    expect(readFileSync(join(cwd, 'out.json'), 'utf8')).toBe('old');
    expect(readdirSync(cwd).sort()).toEqual(['log.csv', 'out.json']);
  });

  it('has no colours, even on a terminal', async () => {
    const cwd = folder();
    const stdout = new Screen({ columns: 80 });
    await pitwall(['report', 'log.csv', '-o', 'out', '-f', 'table'], { cwd, stdout });
    expect(readFileSync(join(cwd, 'out'), 'utf8')).not.toContain('\u001b');
    expect(stdout.text).toBe('');
  });

  it('- is standard output', async () => {
    const { stdout } = await pitwall(['report', 'log.csv', '-o', '-', '-f', 'json'], { cwd: folder() });
    expect(JSON.parse(stdout).items.total).toBe(3);
  });
});

describe('the configuration', () => {
  it('is pitwall.yaml of the folder, if there is one', async () => {
    const cwd = folderWith({ 'log.csv': LOG, 'pitwall.yaml': 'timeZone: Europe/Madrid\n' });
    const { stdout } = await pitwall(['report', 'log.csv', '-f', 'json'], { cwd });
    expect(JSON.parse(stdout).timeZone).toBe('Europe/Madrid');
  });

  it('is another file where one is named, and an option wins over it', async () => {
    const cwd = folderWith({
      'log.csv': LOG,
      'pitwall.yaml': 'nonsense: 1\n',
      'team.json': '{"timeZone":"Asia/Kolkata","basis":"working"}',
    });
    const { stdout } = await pitwall(['report', 'log.csv', '-f', 'json', '-c', 'team.json', '--basis', 'elapsed'], {
      cwd,
    });
    expect(JSON.parse(stdout)).toMatchObject({ timeZone: 'Asia/Kolkata', basis: 'elapsed' });
  });

  it('is refused with line and column', async () => {
    const cwd = folderWith({ 'log.csv': LOG, 'pitwall.yaml': 'unit: week\nbasiss: working\n' });
    expect(await refusal(['report', 'log.csv'], { cwd })).toBe(
      'pitwall.yaml:2:1: unknown key `basiss`. Did you mean `basis`?',
    );
  });

  it('that is named must be there', async () => {
    expect(await refusal(['report', 'log.csv', '-c', 'team.yaml'], { cwd: folder() })).toBe(
      'team.yaml: no such file. Check the path after --config, or run pitwall init to write one',
    );
  });
});

describe('init', () => {
  it('writes a configuration that loads, and says so on standard error', async () => {
    const cwd = folder();
    const { status, stdout, stderr } = await pitwall(['init', 'log.csv'], { cwd });
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toBe('pitwall: wrote pitwall.yaml: check its workflow, then run pitwall report log.csv\n');
    const report = await pitwall(['report', 'log.csv', '-f', 'json'], { cwd });
    expect(JSON.parse(report.stdout).workflow.inferred).toBe(false);
  });

  it('does not overwrite unless it is forced to', async () => {
    const cwd = folderWith({ 'log.csv': LOG, 'pitwall.yaml': 'mine: true\n' });
    expect(await refusal(['init', 'log.csv'], { cwd })).toBe(
      'pitwall.yaml: exists already. Add --force to replace it, or choose another --output',
    );
    expect(readFileSync(join(cwd, 'pitwall.yaml'), 'utf8')).toBe('mine: true\n');
    expect((await pitwall(['init', 'log.csv', '--force', '--quiet'], { cwd })).stderr).toBe('');
    expect(readFileSync(join(cwd, 'pitwall.yaml'), 'utf8')).toContain('workflow:');
  });

  it('writes elsewhere, and says how to use it then', async () => {
    const cwd = folder();
    const { stderr } = await pitwall(['init', 'log.csv', '-o', 'team.yaml'], { cwd });
    expect(stderr).toBe('pitwall: wrote team.yaml: check its workflow, then run pitwall report log.csv -c team.yaml\n');
    expect((await pitwall(['report', 'log.csv', '-c', 'team.yaml', '--quiet'], { cwd })).status).toBe(0);
  });

  it('names files so that a shell runs nothing of their names', async () => {
    const cwd = folderWith({ 'my $(log).csv': LOG });
    const { stderr } = await pitwall(['init', 'my $(log).csv', '-o', 'my team.yaml'], { cwd });
    expect(stderr).toContain('then run pitwall report "my \\$(log).csv" -c "my team.yaml"\n');
  });

  it('prints it where the output is -', async () => {
    const cwd = folder();
    const { stdout } = await pitwall(['init', 'log.csv', '-o', '-'], { cwd });
    expect(stdout).toContain('workflow:');
    expect(existsSync(join(cwd, 'pitwall.yaml'))).toBe(false);
  });
});

describe('findings', () => {
  const flawed = () => folderWith({ 'log.csv': FLAWED_LOG });

  it('are one line on standard error for forms that programs read', async () => {
    const json = await pitwall(['report', 'log.csv', '-f', 'json'], { cwd: flawed() });
    expect(json.status).toBe(0);
    expect(json.stderr).toMatch(/^pitwall: \d+ findings? \([^)]+\): see "findings" or run pitwall inspect\n$/);
    const csv = await pitwall(['items', 'log.csv', '-f', 'csv'], { cwd: flawed() });
    expect(csv.stderr).toMatch(/^pitwall: \d+ findings? \([^)]+\): run pitwall inspect\n$/);
  });

  it('are not said there with --quiet, in a table, or where there are none', async () => {
    expect((await pitwall(['report', 'log.csv', '-f', 'json', '--quiet'], { cwd: flawed() })).stderr).toBe('');
    expect((await pitwall(['report', 'log.csv'], { cwd: flawed() })).stderr).toBe('');
  });

  it('of weight error end the run under --strict, and only those', async () => {
    const cwd = flawed();
    const { stdout } = await pitwall(['report', 'log.csv', '-f', 'json', '--quiet'], { cwd });
    const hasError = JSON.parse(stdout).findings.some(({ weight }: { weight: string }) => weight === 'error');
    const strict = await pitwall(['report', 'log.csv', '--strict'], { cwd });
    expect(strict.status).toBe(hasError ? 2 : 0);
    if (hasError) expect(strict.stderr).toMatch(/^pitwall: [^\n]+\n$/);
    expect((await pitwall(['report', 'log.csv', '--strict'], { cwd: folder() })).status).toBe(0);
  });
});

describe('a reader that closes the pipe early', () => {
  it('ends the program quietly', async () => {
    const closed = {
      write(_: string, done?: (error?: Error | null) => void) {
        done?.(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
      },
    };
    expect(await pitwall(['report', 'log.csv', '-f', 'json'], { cwd: folder(), stdout: closed })).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    // A gate that does not hold must not hold for want of a reader.
    const check = ['check', 'log.csv', '--quiet', '--max'];
    expect((await pitwall([...check, 'items.total=2'], { cwd: folder(), stdout: closed })).status).toBe(1);
    expect((await pitwall([...check, 'items.total=3'], { cwd: folder(), stdout: closed })).status).toBe(0);
  });

  it('but another failure of the stream is told', async () => {
    const full = {
      write(_: string, done?: (error?: Error | null) => void) {
        done?.(Object.assign(new Error('no space left'), { code: 'ENOSPC' }));
      },
    };
    const { status, stderr } = await pitwall(['report', 'log.csv', '-f', 'json'], { cwd: folder(), stdout: full });
    expect(status).toBe(2);
    expect(stderr).toContain('no space left');
  });
});
