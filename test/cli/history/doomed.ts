import { SURROUNDINGS, type Surroundings } from '../../../src/cli/history/surroundings.ts';

/** What touches the disk, in the names of `Surroundings`. */
const STEPS = ['stat', 'realpath', 'list', 'read', 'create', 'sync', 'takeAfter', 'rename', 'remove'] as const;

type Step = (typeof STEPS)[number];

/** Surroundings that say of every step on the disk which it is, from 0 on, before it is taken. */
export function withSteps(
  onStep: (number: number, step: Step, path: string) => void,
  around = SURROUNDINGS,
): Surroundings {
  let number = 0;
  const watched: Record<string, unknown> = { ...around };
  for (const step of STEPS) {
    const take = around[step] as (...args: unknown[]) => Promise<unknown>;
    watched[step] = (...args: unknown[]) => {
      return new Promise((resolve) => {
        onStep(number++, step, String(args[0]));
        resolve(take(...args));
      });
    };
  }
  return watched as unknown as Surroundings;
}

/** The end of a process that is killed: nothing that comes after it is done, cleaning up included. */
export class Killed extends Error {}

/**
 * A process that is killed at a step.
 * @param pid one that nobody has, so that its locks are those of the dead
 */
export function killedAt(step: number, pid: number): Surroundings {
  let dead = false;
  const end = () => {
    dead = true;
    throw new Killed();
  };
  const watched = withSteps((number) => {
    if (dead || number === step) end();
  });
  const now =
    <Result>(take: (path: string) => Result) =>
    (path: string) =>
      dead ? (end() as never) : take(path);
  return { ...watched, pid, readNow: now(watched.readNow), removeNow: now(watched.removeNow) };
}

/** The error of a file system. */
export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}
