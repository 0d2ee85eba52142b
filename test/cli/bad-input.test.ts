import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { textRows, workbookOf } from '../ingest/workbook-of.ts';
import { zipOf } from '../ingest/zip-of.ts';
import { folderWith, LOG, pitwall } from './terminal.ts';

const rowsOf = (csv: string) =>
  textRows(
    csv
      .trim()
      .split('\n')
      .map((line) => line.split(',')),
  );
const utf16 = (text: string) => Buffer.from(text, 'utf16le');
const ole = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), utf16(stream)]);

/** What is wrong, its file and its bytes, what the message says of it, and the cure. */
const BAD: readonly (readonly [what: string, name: string, data: string | Uint8Array, says: string, cure: string])[] = [
  ['nothing', 'a.csv', '', 'it is empty', 'Export the data again'],
  ['a header alone', 'a.csv', 'id,from,to,at\n', 'a header but no rows', 'Export again with the items included'],
  ['an empty list', 'a.json', '[]', 'it holds no records', 'Export again with the items included'],
  ['an empty object', 'a.json', '{}', 'it holds no records', 'Export again with the items included'],
  [
    'a saved page',
    'jira.csv',
    '<!DOCTYPE html><html><title>Log in</title></html>',
    'it is a web page',
    'Download the export itself',
  ],
  [
    'a page named .xls',
    'jira.xls',
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table></table></html>',
    'it is a web page',
    'save it as .xlsx or CSV',
  ],
  [
    'an error of Jira',
    'a.json',
    '{"errorMessages":["The value \'X\' does not exist for the field \'project\'."],"errors":{}}',
    'an error that Jira answered with, not issues: The value',
    'fetch it again',
  ],
  [
    'an error by field of Jira',
    'a.json',
    '{"errorMessages":[],"errors":{"jql":"Error in the JQL Query"}}',
    'an error that Jira answered with, not issues: Error in the JQL Query',
    'Check the address, the query',
  ],
  [
    'a page that is not there',
    'a.json',
    '{"message":"Not Found","documentation_url":"https://docs.example.org/rest","status":"404"}',
    'an error that GitHub answered with, not an export: Not Found',
    'Check the address',
  ],
  [
    'an error of OData',
    'a.json',
    '{"error":{"code":"0","message":"VS403528: The query specified is not authorized."}}',
    'VS403528: The query specified is not authorized.',
    'Check ',
  ],
  [
    'errors of GraphQL',
    'a.json',
    '{"data":null,"errors":[{"message":"API rate limit exceeded","type":"RATE_LIMITED"},{"message":"x"}]}',
    'no export: "API rate limit exceeded"',
    'Wait a while',
  ],
  [
    'one record that no format knows, wrapped: its texts are no message',
    'a.json',
    '{"issues":[{"id":"10001","colour":"red"}]}',
    'no format fits its columns (id, colour)',
    'pitwall formats',
  ],
  [
    'a token that has run out',
    'a.json',
    '{"err":"Token invalid","ECODE":"OAUTH_025"}',
    'no export: "Token invalid"',
    'Check the token',
  ],
  [
    'an .xlsx with a password',
    'a.xlsx',
    ole('EncryptedPackage'),
    'a workbook protected by a password',
    'remove the password',
  ],
  ['an .xls', 'a.xls', ole('Workbook'), 'an old Excel workbook (.xls)', 'Save the sheet as .xlsx'],
  [
    'a workbook of several tables',
    'a.xlsx',
    workbookOf(['A', 'B'].map((name) => ({ name, rows: rowsOf(LOG) }))),
    'several of its sheets may be meant (A, B)',
    '--sheet A',
  ],
  ['a PDF', 'a.csv', '%PDF-1.7\n', 'it is a PDF', 'Export the data as CSV or JSON'],
  [
    'a zip of several files',
    'a.zip',
    zipOf(['a.csv', 'b.csv'].map((name) => ({ name, data: LOG }))),
    'several files that may be meant (a.csv, b.csv)',
    'Unpack it and give the one',
  ],
  [
    'a zip that stops',
    'a.zip',
    zipOf([{ name: 'a.csv', data: LOG }]).subarray(0, 120),
    'the zip archive is damaged or stops in the middle',
    'Download or copy it again',
  ],
  [
    'gzip that stops',
    'a.csv.gz',
    gzipSync(LOG).subarray(0, 60),
    'the gzip file stops in the middle',
    'Download or copy it again',
  ],
  [
    'XML that stops',
    'a.xes',
    '<log xes.version="1.0"><trace><event>',
    'it stops in the middle',
    'Download or copy it again',
  ],
  ['XML of something else', 'a.xml', '<opml><channel/></opml>', 'it is XML (<opml>)', 'Export CSV or JSON'],
  ['UTF-16 without a mark', 'a.csv', utf16(LOG), 'UTF-16 without a byte order mark', 'Save it as UTF-8'],
  ['two readings of a delimiter', 'a.csv', 'a,b;c,d\n1,2;3,4\n', 'set apart in two ways', 'sep='],
  [
    'two readings of a date',
    'a.csv',
    'id,created,closed\n1,03/04/2026,05/06/2026\n',
    '3 April 2026 or',
    '--date-order dmy',
  ],
  [
    'what two formats claim',
    'a.csv',
    'id,previous status,status,changed on,created,closed\n1,Doing,Done,2026-03-03,2026-03-01,2026-03-03\n',
    'it can be read as transition-log and as milestones',
    'Say which with --input transition-log or --input milestones',
  ],
  ['JSON that stops', 'a.json', '[{"id":"1","to":"Doing","at":"2026-03-02"},{"id"', 'stops in the middle', 'again'],
];

describe('what cannot be read is one line that says what to do, and exit 2', () => {
  it.each(BAD)('%s', async (_, name, data, says, cure) => {
    const cwd = folderWith({ [name]: data });
    const { status, stdout, stderr } = await pitwall(['report', name], { cwd });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^pitwall: [^\n]*\n$/);
    expect(stderr.replaceAll(`${cwd}/`, '')).toContain(`pitwall: ${name}:`);
    expect(stderr).toContain(says);
    expect(stderr).toContain(cure);
  });

  it('keeps an integer beyond 2^53 with all its digits', async () => {
    const change = (id: string, to: string, at: string) => `{"id":${id},"to":"${to}","at":"${at}"}`;
    const big = '9007199254740993';
    const json = `[${change(big, 'Doing', '2026-03-02')},${change(big, 'Done', '2026-03-03')},${change('9007199254740992', 'Doing', '2026-03-02')}]`;
    const { status, stdout } = await pitwall(['items', 'a.json', '-f', 'csv'], { cwd: folderWith({ 'a.json': json }) });
    expect(status).toBe(0);
    expect(stdout).toContain(big);
    expect(stdout).toContain('9007199254740992');
  });

  it('says so where a server answered in part only', async () => {
    const json = `{"data":{"issues":{"nodes":[{"id":"1","created":"2026-01-01","finished":"2026-02-02"}]}},"errors":[{"message":"timeout"}]}`;
    const { status, stdout } = await pitwall(['inspect', 'a.json'], { cwd: folderWith({ 'a.json': json }) });
    expect(status).toBe(0);
    expect(stdout).toContain('a part of its answer failed');
    expect((await pitwall(['report', 'a.json', '--strict'], { cwd: folderWith({ 'a.json': json }) })).status).toBe(2);
  });
});

describe('a container', () => {
  it('gives what the plain file gives', async () => {
    const cwd = folderWith({
      'log.csv': LOG,
      'log.csv.gz': gzipSync(LOG),
      'log.zip': zipOf([{ name: 'export/log.csv', data: LOG }]),
      'log.xlsx': workbookOf([
        { name: 'Read me', rows: rowsOf('What,Who\nAsk,Ana') },
        { name: 'Log', rows: rowsOf(LOG) },
      ]),
    });
    const items = async (name: string, ...more: string[]) =>
      (await pitwall(['items', name, '-f', 'csv', ...more], { cwd })).stdout;
    const plain = await items('log.csv');
    expect(plain.split('\n').length).toBeGreaterThan(3);
    for (const name of ['log.csv.gz', 'log.zip', 'log.xlsx']) expect([name, await items(name)]).toEqual([name, plain]);
    expect(await items('log.xlsx', '--sheet', 'Log')).toBe(plain);
  });

  it('has no sheet of another name, and a plain file none', async () => {
    const cwd = folderWith({ 'log.csv': LOG, 'log.xlsx': workbookOf([{ name: 'Log', rows: rowsOf(LOG) }]) });
    const { status, stderr } = await pitwall(['report', 'log.xlsx', '--sheet', 'Lgo'], { cwd });
    expect([status, stderr.replace(`${cwd}/`, '')]).toEqual([
      2,
      'pitwall: log.xlsx: there is no sheet "Lgo". The sheets are: Log\n',
    ]);
    expect((await pitwall(['report', 'log.csv', '--sheet', 'Log'], { cwd })).stderr).toBe(
      'pitwall: --sheet: no input is an Excel workbook. Leave it out\n',
    );
    expect((await pitwall(['report', 'log.xlsx', '--sheet', ' '], { cwd })).status).toBe(2);
  });
});
