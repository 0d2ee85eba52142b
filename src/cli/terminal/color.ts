import type { Session, TextSink } from '../session.ts';

/** True if a person sees this stream: it is not a pipe or the log of a build server. */
export function isWatched(sink: TextSink, env: Session['env']): boolean {
  const ci = env.CI;
  const onBuildServer = ci !== undefined && ci !== '' && ci !== '0' && ci !== 'false';
  return sink.isTTY === true && env.TERM !== 'dumb' && !onBuildServer;
}

/**
 * Whether to colour: the option decides, then `FORCE_COLOR`, then `NO_COLOR`, then whether a person sees the stream.
 * @param option false for `--no-color`
 */
export function wantsColor(option: boolean, sink: TextSink | null, env: Session['env']): boolean {
  if (!option) return false;
  const force = env.FORCE_COLOR;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  return sink !== null && isWatched(sink, env);
}
