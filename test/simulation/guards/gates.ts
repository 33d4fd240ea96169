import { type Guard, guard, guardIn, guardWhere } from './guard.ts';

/** Each step asks once more whether its climb has asked: removed alone, an omitted question only leads to refusals. */
const didNotAsk = [
  'steps/gate/promotion-gate.ts',
  "if (needed.kind === 'nothing') return undefined;",
  'if (needed.kind.length > 0) return undefined;',
] as const;

export const gateGuards: readonly Guard[] = [
  guard(
    'a promotion is approved',
    [
      'climbing/climb-path.ts',
      "if (job !== 'promote' && job !== 'finalize') return undefined;",
      "if (job !== 'finalize') return undefined;",
    ],
    didNotAsk,
  ),
  guard(
    'starting the migrations is approved',
    [
      'climbing/climb-path.ts',
      "if (job !== 'promote' && job !== 'finalize') return undefined;",
      "if (job !== 'promote') return undefined;",
    ],
    didNotAsk,
  ),
  // GitHub creates a missing environment when the job that is bound to it starts: only others see it as missing.
  guardWhere(
    ({ gates }) => gates === 'none',
    guard(
      'an environment without reviewers lets nothing through',
      [
        'core/decisions/gate.ts',
        "    case 'unprotected':\n      return refuse(",
        "    case 'unprotected':\n      return { kind: 'act', because: '' };\n      refuse(",
      ],
      [
        'core/decisions/gate.ts',
        "    case 'missing':\n      return refuse(",
        "    case 'missing':\n      return { kind: 'act', because: '' };\n      refuse(",
      ],
    ),
  ),
  guardWhere(
    ({ faults }) => faults.has('githubFails', 'githubLimited'),
    guard('what GitHub does not tell is no protection', [
      'core/decisions/gate.ts',
      "    case 'cannot-tell':\n      return cannotTell(",
      "    case 'cannot-tell':\n      return { kind: 'act', because: '' };\n      cannotTell(",
    ]),
  ),
  guardIn(
    {
      faults: [],
      gates: 'environment',
      scope: 'hop',
      actors: ['workflow', 'protection', 'protection', 'protection', 'workflow'],
    },
    guard(
      'a wait timer is no reviewer',
      ['world/github/gates.ts', "rules.find(({ type }) => type === 'required_reviewers')", 'rules[0]'],
      ['world/github/gates.ts', 'if (review === undefined || reviewers.length === 0)', 'if (review === undefined)'],
    ),
  ),
  guard('a job that nobody approved did not wait, where nobody may bypass the reviewers', [
    'core/decisions/gate.ts',
    "    case 'nobody':\n      return refuse(",
    "    case 'nobody':\n      return { kind: 'act', because: '' };\n      refuse(",
  ]),
  guard('what let one attempt of a run in does not let in the next', [
    'core/decisions/gate.ts',
    "    case 'used':\n      return refuse(",
    "    case 'used':\n      return { kind: 'act', because: '' };\n      refuse(",
  ]),
  guardWhere(
    ({ scope }) => scope === 'path',
    guard(
      'an attempt of a run that was not approved for its path lets none of its hops through',
      ['core/decisions/gate.ts', 'if (covers === undefined) {', "if (String(covers) === '') {"],
      ['core/decisions/gate.ts', 'if (!covers) {', "if (String(covers) === '') {"],
    ),
  ),
  // The job that records the approval asks, and so does each job that relies on it.
  guardWhere(
    ({ scope }) => scope === 'path',
    guard(
      'a path that nobody has to approve is not approved',
      ['core/decisions/approve-path.ts', "if (decision.kind !== 'act') return decision;", ''],
      [
        'core/decisions/approve-path.ts',
        'return decision;\n    case',
        "return { kind: 'act', because: '' };\n    case",
      ],
      [
        'core/decisions/gate.ts',
        'return decideProtection(protection, wordsFor(gate, untouched));',
        "return { kind: 'act', because: '' };",
      ],
    ),
  ),
  guard('a climb that did not ask does not act on what has changed since', didNotAsk),
  guardWhere(
    ({ gates }) => gates === 'dispatch',
    guard('a gate that is dispatched waits for what was typed', [
      'core/decisions/gate.ts',
      'if (isConfirmed(gate, confirmable, confirmation)) {',
      "if (gate !== 'finalize') {",
    ]),
  ),
  guardWhere(
    ({ gates }) => gates === 'dispatch',
    guard('what confirms one hop confirms no other', [
      'core/model/gate.ts',
      '=== confirmationFor(gate, confirmable)',
      "!== ''",
    ]),
  ),
  guardWhere(
    ({ gates }) => gates === 'dispatch',
    guard('what confirms a hop is not known before its rehearsal has passed', [
      'core/model/gate.ts',
      'sha256({ gate, digest, basis })',
      'sha256({ gate, digest })',
    ]),
  ),
  guardWhere(
    ({ gates }) => gates === 'dispatch',
    guard(
      'what confirms the promotion does not confirm the migrations',
      ['core/model/gate.ts', "return gate === 'finalize' ? `finalize-${digits}` : digits;", 'return digits;'],
      ['core/model/gate.ts', 'sha256({ gate, digest, basis })', 'sha256({ digest, basis })'],
    ),
  ),
  guardIn(
    { faults: [], gates: 'environment', deferrable: true, actors: ['terminal', 'rollback', 'rollback', 'rollback'] },
    guard('a rollback in a workflow goes through the gate of production', [
      'steps/rollback/rollback.ts',
      'if (unapproved !== undefined) return unapproved;',
      '',
    ]),
  ),
  guardWhere(
    ({ faults }) => faults.has('githubFails', 'githubLimited'),
    guard('nothing is restored over production while GitHub does not answer', [
      'core/decisions/rollback-gate.ts',
      "if (way === 'redeploy' && confirm === typed) {",
      'if (confirm === typed || confirm === hop.id) {',
    ]),
  ),
  guardIn(
    { faults: [], gates: 'environment', deferrable: true, actors: ['terminal', 'rollback', 'rollback', 'rollback'] },
    guard('with GitHub out of reach the older release is deployed again on a typed word alone', [
      'core/decisions/rollback-gate.ts',
      "if (way === 'redeploy' && confirm === typed) {",
      "if (way === 'redeploy') {",
    ]),
  ),
  guardIn(
    { faults: [], actors: ['terminal', 'freeze', 'freeze', 'workflow', 'freeze'] },
    guard('promotion stops while it is frozen', [
      'core/decisions/promotion-time.ts',
      "if (freeze.kind === 'on') return frozen(time, freeze);",
      '',
    ]),
  ),
  guardWhere(
    ({ windows }) => windows,
    guard('production is changed while its window is open', [
      'core/decisions/promotion-time.ts',
      "if (reading.kind === 'closed') return tooEarly(",
      "if (reading.kind === 'closed') return { kind: 'act', because: '' };\n  if (reading.kind === 'shut') return tooEarly(",
    ]),
  ),
  guardIn(
    { faults: ['smokeFails', 'toolFails'], areLate: true, actors: ['workflow', 'schedule', 'schedule', 'schedule'] },
    guard('a run that nobody started leaves to people what failed', [
      'core/history/unfinished.ts',
      "if (stop !== undefined) return { kind: 'nothing', because: stop };",
      '',
    ]),
  ),
];
