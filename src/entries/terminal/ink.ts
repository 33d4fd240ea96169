import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Colours our own text where colours are supported; no text depends on them. */
export type Ink = (style: Style, text: string) => string;

export const plainInk: Ink = (_style, text) => text;

/** Whether a terminal shows colours; a person may have turned them off: https://no-color.org */
export function inkFor(environment: Readonly<Record<string, string | undefined>>, isTerminal: boolean): Ink {
  const isUnwanted = (environment.NO_COLOR ?? '') !== '' || environment.TERM === 'dumb';
  return isTerminal && !isUnwanted ? (style, text) => styleText(style, text, { validateStream: false }) : plainInk;
}
