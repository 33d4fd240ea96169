import { type Guard, guard, guardWhere } from './guard.ts';

export const stagesGuards: readonly Guard[] = [
  guardWhere(
    ({ waivesReleases }) => waivesReleases,
    guard('releases are rehearsed, whatever waiver is written', [
      'core/decisions/waiver.ts',
      'if (waiver === undefined || stages !== undefined) return undefined;',
      "if (waiver === undefined || stages !== undefined || waiver !== '') return undefined;",
    ]),
  ),
  guardWhere(
    ({ staged }) => staged,
    guard('what is not rehearsed goes to production with its reason on record', [
      'core/decisions/require-rehearsal.ts',
      ' ?? unrecordedWaiver(situation, rehearsal.because)',
      '',
    ]),
  ),
  guardWhere(
    ({ staged }) => staged,
    guard(
      'a stage that names no way back is not gone back from',
      [
        'core/decisions/rollback.ts',
        'if (isReversible(traits, hop.to))\n    return',
        "if (isReversible(traits, hop.to) || hop.id !== '')\n    return",
      ],
      [
        'steps/environment/stage-deployer.ts',
        '(stage?.deploy ?? common) : stage?.back;',
        '(stage?.deploy ?? common) : stage?.deploy;',
      ],
    ),
  ),
];
