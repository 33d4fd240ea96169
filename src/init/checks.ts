import { slug } from '../core/settings/scalars.ts';
import type { AnswerCheck } from './questions.ts';

/** What an answer must be, whether it is typed at a question or given by a flag. Each names the reason and a correct form. */
export const systemName: AnswerCheck = (answer) =>
  slug.safeParse(answer).success
    ? undefined
    : 'A name has lowercase letters, digits and single hyphens, and at most 63 characters: patient-records.';

export const address: AnswerCheck = (answer) => {
  const form =
    'Write the whole address, such as https://records.example.com, or a variable that holds it: ${PRODUCTION_URL}.';
  if (answer.endsWith('/')) return `It ends with a slash, and paths are appended to it. ${form}`;
  if (/^\$\{[A-Za-z_]\w*\}/.test(answer)) return undefined;
  if (!/^https?:\/\/[^/\s]/i.test(answer)) return `It does not begin with http:// or https://. ${form}`;
  const filled = answer.replaceAll(/\$\{[A-Za-z_]\w*\}/g, '1');
  return URL.canParse(filled) ? undefined : `It is not an address. ${form}`;
};

/** @param production the answer for production */
export function stagingAddress(production: string): AnswerCheck {
  return (answer) =>
    address(answer) ??
    (answer === production
      ? 'That is the address of production, and rehearsals overwrite staging. Write the address of a second server.'
      : undefined);
}

export const requestPath: AnswerCheck = (answer) =>
  /^\/\S*$/.test(answer)
    ? undefined
    : `A path begins with "/" and has no spaces; it is appended to the address of the server: /health.`;

export const jsonPlace: AnswerCheck = (answer) =>
  /^[^\s.$[\]]+(\.[^\s.$[\]]+)*$/.test(answer)
    ? undefined
    : 'Write keys of the JSON response with dots between them, and numbers for places in a list: version, data.version or nodes.0.version.';
