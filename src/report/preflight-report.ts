import type { Finding } from '../core/messages/finding.ts';
import { countText } from '../core/messages/quantities.ts';
import { escapeMarkdown } from '../world/writing/markdown.ts';

const order: readonly Finding['kind'][] = ['problem', 'cannot-tell', 'warning', 'ok'];

const marks: Readonly<Record<Finding['kind'], string>> = {
  problem: 'PROBLEM',
  'cannot-tell': 'CANNOT TELL',
  warning: 'warning',
  ok: 'ok',
};

const titles: Readonly<Record<Finding['kind'], string>> = {
  problem: 'To be corrected',
  'cannot-tell': 'Could not be looked at',
  warning: 'Worth a look',
  ok: 'In order',
};

/** `3 problems, 1 thing that could not be told, 12 in order.` */
export function preflightHeadline(findings: readonly Finding[]): string {
  const count = (kind: Finding['kind']): number => findings.filter((finding) => finding.kind === kind).length;
  const parts = [
    countText(count('problem'), 'problem'),
    ...(count('cannot-tell') === 0 ? [] : [`${count('cannot-tell')} not to be told`]),
    ...(count('warning') === 0 ? [] : [countText(count('warning'), 'warning')]),
    `${count('ok')} in order`,
  ];
  return `Preflight: ${parts.join(', ')}.`;
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

/** For the job summary. */
export function preflightMarkdown(findings: readonly Finding[]): string {
  const sections = order.flatMap((kind) => {
    const items = findings.filter((finding) => finding.kind === kind);
    if (items.length === 0) return [];
    return [`### ${titles[kind]}`, items.map(findingItem).join('\n')];
  });
  return `${[`## ${preflightHeadline(findings)}`, ...sections].join('\n\n')}\n`;
}

function findingItem({ subject, happened, means, next }: Finding): string {
  const fix = next === '' ? '' : `<br>→ ${escapeMarkdown(next)}`;
  return `- **${escapeMarkdown(subject)}**: ${escapeMarkdown([happened, means].filter((part) => part !== '').join(' '))}${fix}`;
}

function sorted(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
