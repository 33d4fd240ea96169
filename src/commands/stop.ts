export type StopSignal = 'SIGINT' | 'SIGTERM';

/** A request to stop, from Ctrl-C, a cancelled workflow run or a machine that shuts down. */
export interface Stop {
  readonly signal: AbortSignal;
  /** The first signal that came, if one did. */
  by(): StopSignal | undefined;
  /** No longer listens: the next signal ends the process as usual. */
  release(): void;
}

/** What of `process` is needed to hear signals. */
export interface SignalSource {
  on(signal: StopSignal, listener: () => void): unknown;
  off(signal: StopSignal, listener: () => void): unknown;
}

/**
 * GitHub sends SIGINT on cancel, SIGTERM 7.5 s later, and kills 2.5 s after that: the first one counts, so that what is
 * running has all of that time to end and be recorded.
 */
export function stopOnSignals(source: SignalSource): Stop {
  const controller = new AbortController();
  let first: StopSignal | undefined;
  const stop = (signal: StopSignal) => () => {
    if (first !== undefined) return;
    first = signal;
    controller.abort(new Error(`stopped by ${signal}`));
  };
  const interrupt = stop('SIGINT');
  const terminate = stop('SIGTERM');
  source.on('SIGINT', interrupt);
  source.on('SIGTERM', terminate);
  return {
    signal: controller.signal,
    by: () => first,
    release: () => {
      source.off('SIGINT', interrupt);
      source.off('SIGTERM', terminate);
    },
  };
}
