import { createHash } from 'node:crypto';
import { withoutKept } from './marks.ts';

const stampStart = '# staged-upgrade: content ';

/**
 * The whole file: a header that says what may be changed, and the stamp of what was rendered, by which `init --update`
 * recognizes whether anything outside the marks was changed by hand.
 */
export function withHeader(about: string, extra: readonly string[], body: readonly string[]): string {
  const lines = [
    `# ${about}`,
    '# Written by "staged-upgrade init". What you put between "begin" and "end" marks stays when "init --update" writes it again.',
    ...extra,
    ...body,
  ];
  const text = `${lines.join('\n')}\n`;
  const [first = '', second = '', ...rest] = text.split('\n');
  return [first, second, stampStart + stampOf(text), ...rest].join('\n');
}

/** Whether a file is as it was rendered, by this or another version, apart from what is between its marks. */
export function isAsRendered(text: string): boolean {
  const line = text.split('\n').find((each) => each.startsWith(stampStart));
  return line?.slice(stampStart.length) === stampOf(text);
}

function stampOf(text: string): string {
  const content = withoutKept(text.replaceAll('\r\n', '\n'))
    .split('\n')
    .filter((line) => !line.startsWith(stampStart))
    .join('\n');
  return createHash('sha256').update(content).digest('hex').slice(0, 16);
}
