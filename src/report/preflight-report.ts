import type { Finding } from '../core/messages/finding.ts';
import { countText } from '../core/messages/quantities.ts';
import { folded, heading, list, type Span, section } from './document.ts';
import { markdownOf } from './document-markdown.ts';

const order: readonly Finding['kind'][] = ['problem', 'cannot-tell', 'warning', 'ok'];

const marks: Readonly<Record<Finding['kind'], string>> = {
  problem: 'PROBLEM',
  'cannot-tell': 'CANNOT TELL',
  warning: 'warning',
  ok: 'ok',
};

const titles: Readonly<Record<Finding['kind'], string>> = {
  problem: 'To be corrected',
  'cannot-tell': 'Could not be checked',
  warning: 'Worth a look',
  ok: 'In order',
};

/** `3 problems, 1 could not be checked, 12 in order.` */
export function preflightHeadline(findings: readonly Finding[]): string {
  const [unknown, warnings] = [count(findings, 'cannot-tell'), count(findings, 'warning')];
  const parts = [
    countText(count(findings, 'problem'), 'problem'),
    ...(unknown === 0 ? [] : [`${unknown} could not be checked`]),
    ...(warnings === 0 ? [] : [countText(warnings, 'warning')]),
    `${count(findings, 'ok')} in order`,
  ];
  return `Preflight: ${parts.join(', ')}.`;
}

function count(findings: readonly Finding[], kind: Finding['kind']): number {
  return findings.filter((finding) => finding.kind === kind).length;
}

/** For the terminal: the worst first, each with its fix. */
export function preflightText(findings: readonly Finding[]): string {
  return sorted(findings)
    .map((finding) => {
      const head = `${marks[finding.kind].padEnd(11)}  ${finding.subject}: ${finding.happened}`;
      const rest = [finding.means, finding.next === '' ? '' : `→ ${finding.next}`].filter((line) => line !== '');
      return [head, ...rest.map((line) => `${' '.repeat(13)}${line}`)].join('\n');
    })
    .join('\n');
}

/** For the job summary: what is in order is folded, since nobody has to do anything about it. */
export function preflightMarkdown(findings: readonly Finding[]): string {
  const groups = order.flatMap((kind) => {
    const items = list(findings.filter((finding) => finding.kind === kind).map(findingLine));
    return kind === 'ok' ? folded(`${titles[kind]}: ${count(findings, kind)}`, items) : section(titles[kind], items);
  });
  return markdownOf([heading(2, preflightHeadline(findings)), ...groups]);
}

function findingLine({ subject, happened, means, next }: Finding): readonly Span[] {
  const parts = [happened, means].filter((part) => part !== '').join(' ');
  return [{ strong: subject }, `: ${parts}`, ...(next === '' ? [] : [{ break: true } as const, `→ ${next}`])];
}

function sorted(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
