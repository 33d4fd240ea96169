import { exitCodeOf, exitCodes, outcomes } from '../../src/core/model/outcome.ts';
import { code, table } from './markdown.ts';

const recorded = 'What was being done is recorded; run it again to continue.';

/** @param outcomeSource the text of src/core/model/outcome.ts, whose comment says what each outcome means */
export function exitCodeTable(outcomeSource: string): string {
  const rows = outcomes.map((outcome) => {
    const meaning = new RegExp(`^ \\* - ${outcome}: (.+)$`, 'm').exec(outcomeSource)?.[1];
    if (meaning === undefined) throw new Error(`src/core/model/outcome.ts does not say what "${outcome}" means`);
    return [code(outcome), String(exitCodes[outcome]), sentence(meaning)];
  });
  return table(
    ['result', 'exit code', 'meaning'],
    [
      ...rows,
      [
        '–',
        String(exitCodeOf.userError),
        'The mistake is in the configuration, an input or an argument; the message names the fix. Nothing was done.',
      ],
      ['–', String(exitCodeOf.defect), 'A defect of Staged Upgrade itself; please report it.'],
      ['–', String(exitCodeOf.hungUp), `Hung up (SIGHUP, the terminal was closed). ${recorded}`],
      ['–', String(exitCodeOf.interrupted), `Interrupted (SIGINT, Ctrl-C). ${recorded}`],
      ['–', String(exitCodeOf.terminated), `Terminated (SIGTERM). ${recorded}`],
    ],
  );
}

export function exitCodesPage(outcomeSource: string): string {
  return `# Results and exit codes

<!-- Generated from src/core/model/outcome.ts by scripts/generate.ts. -->

Every command ends as one of these. In a workflow the word is the output \`result\`; the step itself succeeds on passed, skipped and
waiting, so a later job asks for \`needs.<job>.outputs.result == 'passed'\`, never for success alone.

${exitCodeTable(outcomeSource)}
`;
}

function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return first.endsWith('.') ? first : `${first}.`;
}
