// POST an export to it, and it answers with the report as JSON: PORT=8080 node web-server.mjs
import { createServer } from 'node:http';
import { analyze, PitwallError } from 'pitwall';

const LARGEST_BYTES = 50 * 1024 * 1024;
const LONGEST_MS = 60_000;

class TooLarge extends Error {}

/** The bytes of an upload, as long as they are not too many. The request stays open for the answer. */
async function* upload(request) {
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length;
    if (bytes > LARGEST_BYTES) throw new TooLarge();
    yield chunk;
  }
}

function reply(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify(body));
}

const server = createServer(async (request, response) => {
  if (request.method !== 'POST') return reply(response, 405, { error: 'POST an export' });
  if (Number(request.headers['content-length']) > LARGEST_BYTES) return reply(response, 413, { error: 'too large' });
  const client = new AbortController();
  response.on('close', () => client.abort());
  const signal = AbortSignal.any([client.signal, AbortSignal.timeout(LONGEST_MS)]);
  try {
    reply(response, 200, await analyze({ name: 'upload', data: upload(request) }, { anonymizePeople: true, signal }));
  } catch (error) {
    if (client.signal.aborted) console.log('the client is gone');
    else if (signal.aborted) reply(response, 503, { error: 'it takes too long' });
    else if (error instanceof TooLarge) reply(response, 413, { error: 'too large' });
    else if (error instanceof PitwallError) reply(response, 422, { error: error.message, code: error.code });
    else reply(response, 500, { error: 'a fault of the server' });
  }
});

server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log(`port ${server.address().port}`));
