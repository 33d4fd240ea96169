import type { CommandResult } from '../../core/interface/result.ts';
import type { Message } from '../../core/messages/message.ts';
import { LeftQuestion } from '../../world/terminal/asked.ts';
import type { Ending } from '../exit.ts';
import { endingJson } from './ending-json.ts';
import type { RunLog } from './run-log.ts';
import { type End, signOf } from './sign.ts';

export interface EndingParts {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** The same with the text's sign in its colour. */
  readonly outEnd: (end: End, text: string) => void;
  readonly errEnd: (end: End, text: string) => void;
  readonly file: RunLog;
}

/** How a command ended: an end of the path, a stop, a wait and a failure each have a sign and a word of their own. */
export function showEnding(ending: Ending, parts: EndingParts, outJson: ((value: unknown) => void) | undefined): void {
  const { err, file } = parts;
  if (ending.kind !== 'result') {
    if (ending.kind === 'defect' && ending.stack !== undefined) err(`${ending.stack}\n`);
    err(messageText(ending.message));
    // At a question nothing that was started has failed.
    if (ending.kind !== 'user-error' && !(ending.error instanceof LeftQuestion)) err(file.lastWords());
    outJson?.(endingJson(ending));
    return;
  }
  const { result } = ending;
  if (outJson !== undefined) outJson(jsonOf(result));
  else showResult(result, parts);
}

function showResult(result: CommandResult, { out, err, outEnd, errEnd, file }: EndingParts): void {
  const { outcome, headline, message, text, reached } = result;
  if (text !== '') out(`${text.trimEnd()}\n`);
  if (message !== undefined) {
    const [first = '', ...rest] = messageText(message).trimEnd().split('\n');
    const lines = [`${signOf(outcome)} ${outcome}: ${first}`, ...rest.map((line) => `  ${line}`)];
    errEnd(outcome, `${lines.join('\n')}\n`);
  } else if (reached === undefined) out(`${headline}\n`);
  else if (reached === 'stop') outEnd('stop', `\n${signOf('stop')} stopped as asked: ${headline}\n`);
  else outEnd('passed', `\n${signOf('passed')} done: ${headline}\n`);
  if (outcome === 'failed' || outcome === 'unknown') err(file.lastWords());
}

function messageText({ happened, means, next }: Message): string {
  return `${[happened, means, next].filter((line) => line !== '').join('\n')}\n`;
}

/** The outputs of the action under their own names, or the command's own JSON. */
function jsonOf({ outcome, headline, message, outputs, json }: CommandResult): unknown {
  const ending = { result: outcome, headline, ...(message === undefined ? {} : { message }) };
  return { ...(json ?? outputs), ...ending };
}
