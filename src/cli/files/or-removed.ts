const ENDS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/** Runs `make`; what it leaves behind is removed if it fails or the program is ended. */
export async function orRemoved<Made>(remove: () => void, make: () => Promise<Made>): Promise<Made> {
  const end = (signal: NodeJS.Signals) => {
    remove();
    forget();
    // Again, so that the process ends by this signal.
    process.kill(process.pid, signal);
  };
  const forget = () => {
    process.off('exit', remove);
    for (const signal of ENDS) process.off(signal, end);
  };
  process.on('exit', remove);
  for (const signal of ENDS) process.on(signal, end);
  try {
    return await make();
  } catch (error) {
    remove();
    throw error;
  } finally {
    forget();
  }
}
