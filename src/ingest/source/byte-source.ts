import { type FileHandle, open } from 'node:fs/promises';
import { PitwallError } from '../../model/errors.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { SingleInput } from './input-files.ts';

/** Data in memory is handed on in pieces of this size, and gzip is unpacked to such pieces. */
const CHUNK = 256 * 1024;
/** Large enough that the program rarely waits for it, small enough for the processor's cache. */
const DISK_CHUNK = 512 * 1024;

/** The display name of an input. */
export function inputName(input: SingleInput): string {
  return 'path' in input ? input.path : input.name;
}

/** Bytes that the input holds, before anything is unpacked; null if that shows only at its end. */
export function inputSize(input: SingleInput): number | null {
  if ('path' in input) return input.size;
  if (typeof input.data === 'string') return Buffer.byteLength(input.data);
  return input.data instanceof Uint8Array ? input.data.length : null;
}

/**
 * The bytes of an input, unpacked if they are gzip. A chunk is valid until the next one is requested.
 * @param onBytes gets what was read, as it is on disk
 * @param checkpoint given if the reading can be stopped
 * @throws PitwallError `unreadable-file`, `gzip`; Stopped
 */
export async function* readBytes(
  input: SingleInput,
  onBytes: (bytes: Uint8Array) => void,
  checkpoint?: Checkpoint,
): AsyncGenerator<Uint8Array> {
  const raw = rawBytes(input);
  const bytes = checkpoint === undefined ? raw : checkpoint.stoppable(raw, silentEnd(input));
  yield* unpacked(counted(await peeked(bytes), onBytes), inputName(input));
}

/** Ends an input that may be silent for long; null for one that never is: a plain file, or data in memory. */
function silentEnd(input: SingleInput): (() => void) | null {
  if (inputSize(input) !== null) return null;
  const stream = 'path' in input ? {} : (input.data as { destroy?: () => void });
  return () => stream.destroy?.();
}

/**
 * Bytes unpacked if they are gzip, else as they are.
 * @throws PitwallError `gzip`
 */
export async function* unpacked(bytes: AsyncGenerator<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const raw = await peeked(bytes);
  const first = await raw.next();
  if (first.done === true) return;
  const all = prepend(first.value, raw);
  // `peeked` gives at least two bytes, if there are two.
  if (first.value[0] === 0x1f && first.value[1] === 0x8b) yield* gunzip(copies(all), name);
  else yield* all;
}

async function* rawBytes(input: SingleInput): AsyncGenerator<Uint8Array> {
  if ('path' in input) {
    try {
      yield* fileBytes(input.path);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      const why =
        code === 'EACCES' || code === 'EPERM' ? 'you may not read it' : `it cannot be read (${code ?? message})`;
      throw new PitwallError('unreadable-file', why, input.path, 'Check the file and its permissions.', {
        cause: error,
      });
    }
  } else if (typeof input.data === 'string') {
    for (let at = 0; at < input.data.length; at += CHUNK) yield* encoded([input.data.slice(at, at + CHUNK)]);
  } else if (input.data instanceof Uint8Array) {
    for (let at = 0; at < input.data.length; at += CHUNK) yield input.data.subarray(at, at + CHUNK);
  } else {
    yield* encoded(input.data);
  }
}

/**
 * The bytes of a file, in two buffers that take turns: while the program works on one chunk, the next is read. A chunk is
 * valid until the next one is requested; copy what you need of it longer.
 */
async function* fileBytes(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    let spare: Uint8Array = new Uint8Array(DISK_CHUNK);
    let coming = next(file, new Uint8Array(DISK_CHUNK));
    for (;;) {
      const chunk = await coming;
      if (chunk.length === 0) return;
      coming = next(file, spare);
      // A reader that stops early leaves a read under way: its error no longer matters.
      coming.catch(() => {});
      yield chunk;
      spare = new Uint8Array(chunk.buffer);
    }
  } finally {
    await file.close();
  }
}

async function next(file: FileHandle, into: Uint8Array): Promise<Uint8Array> {
  const { bytesRead } = await file.read(into, 0, into.length);
  return into.subarray(0, bytesRead);
}

/** Bytes as they are, text as UTF-8: a character whose two halves come in two chunks included. */
async function* encoded(chunks: AsyncIterable<Uint8Array | string> | Iterable<string>): AsyncGenerator<Uint8Array> {
  let half = '';
  for await (const chunk of chunks) {
    if (typeof chunk !== 'string') {
      yield chunk;
      continue;
    }
    const text = half + chunk;
    const last = text.charCodeAt(text.length - 1);
    const cut = last >= 0xd800 && last <= 0xdbff ? text.length - 1 : text.length;
    half = text.slice(cut);
    yield Buffer.from(text.slice(0, cut));
  }
  if (half !== '') yield Buffer.from(half);
}

/** The same bytes without empty chunks. The first chunk has at least four bytes, unless there are fewer in all. */
export async function peeked(chunks: AsyncGenerator<Uint8Array>): Promise<AsyncGenerator<Uint8Array>> {
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < 4) {
    const next = await chunks.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return prepend(head, chunks);
}

/** The first chunk and those after it, without empty ones. Stopping early also stops those after it. */
export async function* prepend(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (first.length > 0) yield first;
    for await (const chunk of rest) if (chunk.length > 0) yield chunk;
  } finally {
    await rest.return(undefined);
  }
}

/** Copies of the chunks, for a reader that holds several at a time. */
async function* copies(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  onBytes: (bytes: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    onBytes(chunk);
    yield chunk;
  }
}

async function* gunzip(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  // Loading these takes longer than reading a small file.
  const [{ Readable }, { createGunzip }] = await Promise.all([import('node:stream'), import('node:zlib')]);
  const source = Readable.from(chunks, { objectMode: false });
  const unpacked = createGunzip({ chunkSize: CHUNK });
  // Errors travel by hand: `pipeline` would report an early end of the reader as one.
  source.on('error', (error) => unpacked.destroy(error));
  try {
    yield* source.pipe(unpacked) as AsyncIterable<Uint8Array>;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') {
      throw new PitwallError('gzip', 'the gzip file stops in the middle', name, 'Download or copy it again.', {
        cause: error,
      });
    }
    if (code?.startsWith('Z_')) {
      throw new PitwallError('gzip', 'the gzip file is damaged', name, 'Download or copy it again.', { cause: error });
    }
    throw error;
  } finally {
    source.destroy();
    unpacked.destroy();
  }
}
