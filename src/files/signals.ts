/** Holds back the signals by which a person or a system ends a run, while files are being replaced. */

const ENDING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface HeldSignals {
  /** The one that came. */
  readonly received: () => NodeJS.Signals | undefined;
  /** Lets what came take its course. */
  readonly release: () => void;
}

export function heldSignals(): HeldSignals {
  let came: NodeJS.Signals | undefined;
  const hold = (signal: NodeJS.Signals): void => {
    came = signal;
  };
  for (const signal of ENDING) process.on(signal, hold);
  return {
    received: () => came,
    release: () => {
      for (const signal of ENDING) process.off(signal, hold);
      if (came !== undefined) process.kill(process.pid, came);
    },
  };
}
