export const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
export type StopSignal = (typeof stopSignals)[number];

/** A request to stop, from Ctrl-C, a cancelled workflow run, a closed terminal or a machine that shuts down. */
export interface Stop {
  readonly signal: AbortSignal;
  /** The first signal that came, if any. */
  by(): StopSignal | undefined;
  /** Stops listening: the next signal ends the process as usual. */
  release(): void;
}

/** The part of `process` that is needed to receive signals. */
export interface SignalSource {
  on(signal: StopSignal, listener: () => void): unknown;
  off(signal: StopSignal, listener: () => void): unknown;
}

/**
 * GitHub sends SIGINT on cancel, SIGTERM 7.5 s later, and kills 2.5 s after that: the first one counts, so that what is
 * running has all of that time to end and be recorded.
 * @param announce is called at once: ending the work may take seconds, and a person should not be left wondering
 */
export function stopOnSignals(source: SignalSource, announce: (signal: StopSignal) => void = () => undefined): Stop {
  const controller = new AbortController();
  let first: StopSignal | undefined;
  const stop = (signal: StopSignal) => () => {
    if (first !== undefined) return;
    first = signal;
    announce(signal);
    controller.abort(new Error(`stopped by ${signal}`));
  };
  const listeners = stopSignals.map((signal) => [signal, stop(signal)] as const);
  for (const [signal, listener] of listeners) source.on(signal, listener);
  return {
    signal: controller.signal,
    by: () => first,
    release: () => {
      for (const [signal, listener] of listeners) source.off(signal, listener);
    },
  };
}
