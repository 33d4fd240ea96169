/** Where a step reports its progress. The result itself is not logged but returned. */
export interface Log {
  /** One line about what is being done. */
  info(text: string): void;
  /** Something a person should look at, although the step continues. */
  warn(text: string): void;
  /** The output of a child process. */
  output(text: string): void;
  /** A phase with a title; everything logged inside `body` belongs to it. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>;
  /** The progress of something slow. `total` is undefined if it is unknown. */
  progress(progress: Progress): void;
}

export interface Progress {
  readonly text: string;
  readonly done?: number;
  readonly total?: number;
}

export const silentLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  output: () => undefined,
  group: (_title, body) => body(),
  progress: () => undefined,
};
