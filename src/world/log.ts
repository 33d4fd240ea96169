/** Where a step reports what it does while it does it. The result itself is not logged but returned. */
export interface Log {
  /** One line about what is being done. */
  info(text: string): void;
  /** Something a person should look at, though the step continues. */
  warn(text: string): void;
  /** What a child process printed. */
  output(text: string): void;
  /** A phase with a title; everything logged inside `body` belongs to it. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>;
  /** How far something slow has come. `total` is undefined when it is not known. */
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
