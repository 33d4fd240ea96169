/** What a tired person at night reads: what happened, what it means, what to do next. */
export interface Message {
  /** What happened, with the names and values concerned. One sentence. */
  readonly happened: string;
  /** What it means for the system or the data. */
  readonly means: string;
  /** The next thing to do: a command, a setting or a place to look. */
  readonly next: string;
}

export function oneLine(message: Message): string {
  return [message.happened, message.means, message.next].filter((part) => part !== '').join(' ');
}
