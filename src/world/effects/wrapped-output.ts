import { stripVTControlCharacters } from 'node:util';

/** Frames and rules of tables: a text in a cell may be continued in the line below. */
const frames = /[\u2500-\u259f]/g;

/**
 * Python programs that log with `rich` put the source location at the right end of a message's first line, and continue
 * the message in the next line, indented: `Migration:        db.py:375`, then its name.
 */
const source = /\s[\w.-]+\.py:\d+\s*$/;
const time = /^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\](?= |$)/;

const maxCharacters = 2000;

/** A line without colours and without what is beside the message. */
export function textOf(line: string): string {
  const plain = stripVTControlCharacters(line);
  return source.test(plain) ? plain.replace(source, '').replace(time, '') : plain;
}

/** In one line, without frames. */
export function normal(text: string): string {
  return text.replaceAll(frames, ' ').replaceAll(/\s+/g, ' ').trim();
}

/** @returns a function that gives, for each line, the message that it belongs to, as far as it was read */
export function messageReader(): (line: string) => string {
  let message = '';
  let isLogged = false;
  return (line) => {
    const plain = stripVTControlCharacters(line);
    const begins = source.test(plain);
    const continues = isLogged && !begins && /^\s/.test(plain);
    isLogged = begins || continues;
    const text = normal(textOf(line));
    message = (continues ? `${message} ${text}`.trim() : text).slice(0, maxCharacters);
    return message;
  };
}

/** The last message of a complete output; empty if it says nothing. */
export function lastMessage(output: string): string {
  return (
    output
      .split('\n')
      .map(messageReader())
      .findLast((message) => message !== '') ?? ''
  );
}
