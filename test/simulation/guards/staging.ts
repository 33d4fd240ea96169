import { type Guard, guard, guardIn, guardWhere } from './guard.ts';

export const stagingGuards: readonly Guard[] = [
  guard(
    'staging is emptied only with a mark that is older than the backup',
    ['steps/restore/restore.ts', 'if (refused !== undefined) return refused;', ''],
    [
      'steps/restore/restore.ts',
      'decideMayBeEmptied({ backup, data, now, entries, system });',
      'decideMayBeEmptied({ backup, data, now, entries, system }) && undefined;',
    ],
  ),
  guard('production that was made again is not emptied for want of a mark', [
    'core/decisions/may-be-emptied.ts',
    "if (standing.kind === 'refuse') return standing;",
    "if (standing.kind === 'refuse') return undefined;",
  ]),
  guard('a mark counts only on the store that it was made for', [
    'core/decisions/may-be-emptied.ts',
    'marked === undefined || marked.event.tiedTo !== mark.tiedTo',
    'marked === undefined',
  ]),
  guard('a mark that is younger than the backup proves nothing', [
    'core/history/disposable-marks.ts',
    "if (marked.sequence > backup.journalEntries) return { kind: 'younger' };\n  return marked.at < backup.startedAt ? { kind: 'older' } : { kind: 'clocks-differ' };",
    "return { kind: 'older' };",
  ]),
  guardWhere(
    ({ killsBeforeRecord }) => killsBeforeRecord,
    guard('a backup that a killed run has not recorded is taken again', [
      'core/decisions/backup.ts',
      "record.entries.some(({ event }) => 'backup' in event && event.backup === backup.id) &&\n    data.every",
      'data.every',
    ]),
  ),
  guardIn(
    { faults: ['backupLosesRows'], actors: ['terminal', 'terminal'] },
    guard('what was restored is compared with what was backed up', [
      'core/decisions/fingerprint.ts',
      'if (want.rows !== got.rows) return',
      'if (want.name !== got.name) return',
    ]),
  ),
  guardIn(
    { faults: ['slow'], actors: ['terminal', 'outage', 'outage', 'outage', 'outage'] },
    guard(
      'a copy is scrubbed before a server starts on it',
      ['core/decisions/deploy.ts', 'if (!rehearsal.scrubbed) return restoreFirst(hop.id);', ''],
      [
        'core/decisions/restore.ts',
        '|| rehearsal.scrubbed) return decision;',
        '|| decision.because !== "") return decision;',
      ],
    ),
  ),
  guard('the server is stopped before its database is replaced', [
    'steps/restore/stopped-server.ts',
    'if (deployer.stop !== undefined) {',
    'if (deployer.stop === undefined) {',
  ]),
  guardWhere(
    ({ deploysStagingTo }) => deploysStagingTo === 'production',
    guard('staging that is deployed where production is, is neither stopped nor deployed', [
      'core/decisions/places-apart.ts',
      'if (!isSameDeployPlace(production.place, staging)) return undefined;',
      "if (production.at !== '') return undefined;",
    ]),
  ),
  guardIn(
    { faults: ['deferralQueues', 'deferralIgnored'], deferrable: true, actors: ['terminal', 'workflow'] },
    guard('a deferral is proved, not trusted', [
      'steps/deploy/prove-deferral.ts',
      'if (settle === undefined || version !== hop.to)',
      'if (settle !== undefined || version !== hop.to)',
    ]),
  ),
  guard('a rehearsal counts when each of its steps was done', [
    'core/history/rehearsal.ts',
    'return needed.length > 0 && needed.every((checkpoint) => rehearsal[checkpoint]);',
    'return rehearsal.smokedTo || rehearsal.smokedLast;',
  ]),
  guardIn(
    { faults: ['smokeFails', 'toolFails'], actors: ['terminal', 'rehearse'] },
    guard(
      'a rehearsal that failed starts over from a restore',
      [
        'core/history/rehearsal.ts',
        "event.type === 'ended' && event.outcome === 'failed');\n  if (failure",
        "event.type === 'ended' && event.command === '');\n  if (failure",
      ],
      ['core/history/rehearsal.ts', 'return after(here, restoring).some(', 'return after(here, restoring).every('],
    ),
  ),
  guardIn(
    { faults: [], actors: ['terminal', 'edit', 'outage', 'outage', 'rehearse', 'edit', 'outage', 'rehearse'] },
    guard('a rehearsal is over when staging is taken for another', [
      'core/history/rehearsal.ts',
      'if (taken !== undefined && taken.sequence > start.sequence) {',
      "if (taken !== undefined && backup === '') {",
    ]),
  ),
  guard(
    'a hop is carried over only from where the one before has ended',
    ['core/decisions/carry-over.ts', 'if (!before.isAsLeft) {', "if (hop.id === '') {"],
    ['core/decisions/carry-over.ts', 'if (!isWholeOn(hop.from, observation)) {', "if (hop.id === '') {"],
    [
      'core/history/path-rehearsal.ts',
      'isAsLeftBy(entries, before) && isWholeOn(next.from, staging)',
      'before !== undefined',
    ],
  ),
  guardIn(
    { faults: [], areLate: true, actors: ['terminal', 'outage', 'rehearse', 'rehearse', 'rehearse'] },
    guard('the rehearsal of a hop that was started on production is not given up', [
      'core/history/path-rehearsal.ts',
      "if (started !== undefined) return { kind: 'started', hop: started };",
      '',
    ]),
  ),
];
