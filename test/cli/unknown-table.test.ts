import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, pitwall } from './terminal.ts';

const REQUESTS = `Request ref,Stage,Owner,Received,Last edited,Went live
R1,Live,Ana,2026-01-02,2026-02-01,2026-01-20
R2,Live,Ben,2026-01-03,2026-02-01,2026-01-22
R3,Draft,Ana,2026-01-05,2026-02-01,
R4,Draft,Ana,2026-01-06,2026-02-01,
`;

describe('a table that no format fits', () => {
  it('is answered with a command that reads it', async () => {
    const cwd = folderWith({ 'my requests.csv': REQUESTS });
    const { status, stdout, stderr } = await pitwall(['report', 'my requests.csv'], { cwd });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.replaceAll(`${cwd}/`, '')).toBe(
      'pitwall: my requests.csv: no format fits its columns (Request ref, Stage, Owner, Received, Last edited, Went live). ' +
        'If they mean this, run pitwall report "my requests.csv" --map "id=Request ref" --map status=Stage ' +
        '--map created=Received --map "finished=Went live"\n',
    );
    const map = ['id=Request ref', 'status=Stage', 'created=Received', 'finished=Went live'].flatMap((pair) => [
      '--map',
      pair,
    ]);
    const items = await pitwall(['items', 'my requests.csv', ...map, '-f', 'csv'], { cwd });
    expect(items.status).toBe(0);
    expect(items.stdout.split('\n').filter((line) => /R\d/.test(line))).toHaveLength(4);
  });

  it('is shown by inspect column by column, and still is an error', async () => {
    const cwd = folderWith({ 'a.csv': REQUESTS });
    const { status, stdout, stderr } = await pitwall(['inspect', 'a.csv', '--width', '140'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain('no format fits its columns');
    expect(stdout).toMatch(/Went live\s+dates\s+dates in 2 of 4 rows, such as 2026-01-20\s+finished/);
    expect(stdout).toMatch(
      /Last edited\s+dates\s+dates in 4 of 4 rows, such as 2026-02-01; the last change of a row by its name\s*\n/,
    );
    expect(stdout).toContain('A guess at milestones: id: a key in 4 of 4 rows, each another, such as R1; ');
    // JSON is a contract, and this is not what it promises.
    expect((await pitwall(['inspect', 'a.csv', '-f', 'json'], { cwd })).stdout).toBe('');
  });

  it('gets a configuration from init that says it is a guess, and works as it is', async () => {
    const cwd = folderWith({ 'a.csv': REQUESTS });
    const { status, stderr } = await pitwall(['init', 'a.csv'], { cwd });
    expect([status, stderr]).toEqual([
      0,
      'pitwall: wrote pitwall.yaml: no format fits, so its fields are a guess: check them, then run pitwall init a.csv -c pitwall.yaml --force\n',
    ]);
    const text = readFileSync(join(cwd, 'pitwall.yaml'), 'utf8');
    expect(text).toContain('  finished: "Went live"  # guess: dates in 2 of 4 rows, such as 2026-01-20\n');
    expect(text).toContain('#   "Last edited": dates, ');
    expect((await pitwall(['report', 'a.csv'], { cwd })).status).toBe(0);
    expect((await pitwall(['init', 'a.csv', '-c', 'pitwall.yaml', '--force'], { cwd })).status).toBe(0);
    const second = readFileSync(join(cwd, 'pitwall.yaml'), 'utf8');
    expect(second).toContain(
      'fields: { id: "Request ref", created: "Received", finished: "Went live", status: "Stage", assignee: "Owner" }',
    );
    const { stdout } = await pitwall(['items', 'a.csv', '-f', 'csv'], { cwd });
    expect(stdout.split('\n').filter((line) => /R\d/.test(line))).toHaveLength(4);
  });

  it('gets one without the names of people, too: a column whose name may be one is left to fill in', async () => {
    const cwd = folderWith({ 'a.csv': REQUESTS.replace('Went live', 'Ben Jones closed') });
    const { status } = await pitwall(['init', 'a.csv', '--anonymize-people'], { cwd });
    expect(status).toBe(0);
    const text = readFileSync(join(cwd, 'pitwall.yaml'), 'utf8');
    expect(text).toContain('  status: "Stage"  # guess: 2 values in 4 of 4 rows\n');
    expect(text).toContain('#  finished: <the name of column 6>  # guess: dates in 2 of 4 rows\n');
    expect(text).not.toMatch(/Ben|Jones|Ana|Live/);
  });

  it('without any date gets no configuration', async () => {
    const cwd = folderWith({ 'a.csv': 'What,Who\nx,Ana\ny,Ben\n' });
    const { status, stderr } = await pitwall(['init', 'a.csv'], { cwd });
    expect(status).toBe(2);
    expect(stderr).toContain('no format fits its columns (What, Who)');
  });
});
