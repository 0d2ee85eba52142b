import { Worker } from 'node:worker_threads';

/** How often the time is looked at. */
const EVERY_MS = 50;

/** Waiting counts less than work: on a busy machine, a process waits for its turn. */
const WAITING = 5;

/**
 * Ends this process once it has worked for so many milliseconds, or lasted five times as long. A thread of its own looks
 * at the clock, because a file may be read without a pause in which a timer could ring.
 */
export function endProcess(ms: number): void {
  const code = `const start = Date.now();
    setInterval(() => {
      const { system, user } = process.cpuUsage();
      if ((system + user) / 1000 > ${ms} || Date.now() - start > ${ms * WAITING}) process.kill(process.pid, 'SIGKILL');
    }, ${EVERY_MS});`;
  new Worker(code, { eval: true, env: {}, execArgv: [] }).unref();
}
