const month = '(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';

/** What differs from run to run and from machine to machine, and what it becomes. */
const varying: readonly (readonly [RegExp, string])[] = [
  // In the journal, leases are renewed by time.
  [/<h2>Journal<\/h2>[\s\S]*?<\/details>/g, ' '],
  [/<style>[\s\S]*?<\/style>/g, ' '],
  [/<[^>]*>/g, ' '],
  // Where a line is broken depends on what comes before it.
  [/\s+/g, ' '],
  [/\d{8}T\d{6,9}Z/g, 'TIME'],
  [/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?Z/g, 'TIME'],
  [new RegExp(String.raw`\d{1,2} ${month}( \d{4})? \d\d:\d\d(:\d\d)? UTC`, 'g'), 'TIME'],
  [/just now|\d+ (min|h|days) ago/g, 'AGO'],
  [/(under )?(\d+ min( \d+ s)?|\d+(\.\d+)? (ms|s))\b/g, 'LONG'],
  // Whether a deploy was seen not serving depends on when it was checked.
  [
    /(It kept serving|Not serving for LONG(, at most LONG at a time)?): \w+ of \d+ health checks failed; [^.]*LONG\./g,
    'SERVED',
  ],
  [/,? (not serving|down) for LONG( \(\d+ of \d+ health checks failed\))?/g, ''],
  [/It was not measured in the rehearsal\.|In the rehearsal, staging was down( for LONG)? during the deploy\./g, ''],
  [/\d+(\.\d+)? KiB/g, 'SIZE'],
  [/\b[0-9a-f]{12,}\b/g, 'HEX'],
  [/\s+/g, ''],
];

const context = 60;

/** The first place where two pages differ; undefined if they do not. */
export function differenceOf(recorded: string, now: string): string | undefined {
  const [before, after] = [normal(recorded), normal(now)];
  if (before === after) return undefined;
  let at = 0;
  while (before[at] === after[at]) at++;
  const around = (text: string): string => text.slice(Math.max(0, at - context), at + context);
  return `it says something else now (blanks aside)\n  recorded: …${around(before)}…\n  now:      …${around(after)}…`;
}

function normal(page: string): string {
  return varying.reduce((text, [pattern, word]) => text.replace(pattern, word), page);
}
