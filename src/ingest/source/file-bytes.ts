import { type FileHandle, open } from 'node:fs/promises';

/** Large enough that the program rarely waits for it, small enough for the processor's cache. */
const CHUNK = 512 * 1024;

/**
 * The bytes of a file, in two buffers that take turns: while the program works on one chunk, the next is read. A chunk is
 * valid until the next one is requested; copy what you need of it longer.
 */
export async function* fileBytes(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    let spare: Uint8Array = new Uint8Array(CHUNK);
    let coming = next(file, new Uint8Array(CHUNK));
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
