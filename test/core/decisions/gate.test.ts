import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decideGate, type EnvironmentGate, type GateState } from '../../../src/core/decisions/gate.ts';
import { decideRollbackGate } from '../../../src/core/decisions/rollback-gate.ts';
import { oneLine } from '../../../src/core/messages/message.ts';
import {
  type Approval,
  type Approved,
  approvedOf,
  confirmationFor,
  type GateName,
  type GateReading,
  gateNames,
} from '../../../src/core/model/gate.ts';

const hop = { id: '5.1.9--5.2.3', from: '5.1.9', to: '5.2.3' };
const confirmable = { digest: '0123456789abcdef'.repeat(4), basis: 'fedcba9876543210'.repeat(4) };
const settingsUrl = 'https://github.example/acme/records/settings/environments';

function decide(state: GateState, gate: GateName = 'production'): string {
  const decision = decideGate(gate, state, hop);
  return `${decision.kind}: ${'message' in decision ? oneLine(decision.message) : decision.because}`;
}

function environment(reading: GateReading, approved: Approved = { kind: 'nobody' }): EnvironmentGate {
  return { setting: 'environment', environment: 'production', reading, approved, settingsUrl };
}

describe('the gate of a GitHub environment', () => {
  const guarded: GateReading = {
    kind: 'protected',
    reviewers: ['mona', 'team releases'],
    preventSelfReview: true,
    waitMinutes: 0,
  };

  it('is open to a job that waited for its reviewers, and says who approved', () => {
    const approval = { state: 'approved', by: 'mona', comment: '', environments: ['production'] } as const;
    assert.equal(
      decide(environment(guarded, { kind: 'by', approval })),
      'act: "production" waits for one of its reviewers (mona, team releases); mona approved this run.',
    );
    assert.match(decide(environment(guarded)), /^act: .*GitHub lists nobody who approved this run/);
    const unknownRounds = { kind: 'unknown', reason: 'GitHub answered 502' } as const;
    assert.match(
      decide(environment(guarded, unknownRounds)),
      /^act: .*could not be determined who approved this run: GitHub answered 502/,
    );
    assert.match(decide(environment(guarded, { kind: 'used', approval })), /^act: .*no approval of this job/);
  });

  it('is closed to a job that nobody approved, if nobody may bypass the reviewers: it does not wait for them', () => {
    const strict: GateReading = { ...guarded, adminsMayBypass: false };
    assert.match(
      decide(environment(strict)),
      /^refuse: Nobody approved this run .*does not name the environment\. Production was not touched\. .*"environment: production"/,
    );
    const approval = { state: 'approved', by: 'mona', comment: '', environments: ['production'] } as const;
    assert.match(decide(environment(strict, { kind: 'by', approval })), /^act: .*mona approved/);
    assert.match(decide(environment(strict, { kind: 'unknown', reason: 'GitHub answered 502' })), /^act: /);
    assert.match(
      decide(environment(strict, { kind: 'used', approval })),
      /^refuse: Nobody approved this job .*let through another of its jobs, or may have.* Production was not touched\. Instead of re-running jobs, start a new run: it asks\.$/,
    );
  });

  it('is refused without reviewers, with the page and the box to tick', () => {
    assert.equal(
      decide(environment({ kind: 'unprotected', why: 'it has no protection rules' })),
      `refuse: The GitHub environment "production" lets jobs start without anybody's approval: it has no protection rules. Production was not touched. Open ${settingsUrl}, choose "production", tick "Required reviewers", name who approves, and save the protection rules; then start a new run. If it cannot be ticked, the plan of this repository has no reviewers: climb in a terminal, which asks, or write "gates: { production: none }" into the configuration.`,
    );
  });

  it('is refused if GitHub would create the environment, unprotected', () => {
    assert.match(
      decide(environment({ kind: 'missing' })),
      /^refuse: .*does not exist.*Open https:.*Required reviewers/,
    );
  });

  it('is unknown when its protection cannot be read', () => {
    const state = environment({
      kind: 'cannot-tell',
      reason: 'GitHub answered 403: Resource not accessible by integration',
      next: 'Give the job "permissions: { actions: read }".',
    });
    assert.match(decide(state), /^unknown: .*answered 403.*Unknown never counts as approved.*actions: read/);
  });

  it('says at the second gate that a rollback stays possible', () => {
    assert.match(decide(environment({ kind: 'missing' }), 'finalize'), /rollback window stays open.*finalize: none/);
  });
});

describe('the dispatch gate', () => {
  const confirmed = (confirmation: string, gate: GateName = 'production') =>
    decide({ setting: 'dispatch', confirmable, confirmation }, gate);
  const asked = /to: ((?:finalize-)?[0-9a-f]{12})$/;
  const toType = (gate: GateName): string => asked.exec(decide({ setting: 'dispatch', confirmable }, gate))?.[1] ?? '';

  it('waits, and says what to type', () => {
    assert.match(
      decide({ setting: 'dispatch', confirmable }),
      /^waiting: A person has to confirm the promotion of hop 5\.1\.9--5\.2\.3\. Production was not touched\. Nothing failed\. Read what the rehearsal showed\. To continue, start the workflow with "confirm" set to: [0-9a-f]{12}$/,
    );
  });

  it('opens for the requested confirmation, in upper or lower case', () => {
    const typed = toType('production');
    for (const copied of [typed, ` ${typed.toUpperCase()}\n`]) assert.match(confirmed(copied), /^act: /);
    assert.match(confirmed(toType('finalize'), 'finalize'), /^act: /);
  });

  it('opens for nothing else, and says why', () => {
    const typed = toType('production');
    const { digest, basis } = confirmable;
    const others = ['yes', typed.slice(0, 11), `${typed}0`, digest, digest.slice(0, 12), basis.slice(0, 12), hop.id];
    for (const other of others) {
      assert.match(confirmed(other), /^waiting: .*confirms something else, or this hop as it was before/, other);
      assert.equal(asked.exec(confirmed(other))?.[1], typed);
    }
  });

  it('has nothing to type before a rehearsal has passed', () => {
    for (const confirmation of [undefined, '', toType('production'), confirmable.digest.slice(0, 12)]) {
      const said = decide({ setting: 'dispatch', ...(confirmation === undefined ? {} : { confirmation }) });
      assert.match(said, /^refuse: No rehearsal of hop 5\.1\.9--5\.2\.3 has passed/);
      assert.doesNotMatch(said, asked);
    }
  });

  it('of one step is never opened by the confirmation of the other, with or without its word', () => {
    for (const gate of gateNames) {
      for (const other of gateNames) {
        const opened = confirmed(toType(other), gate).startsWith('act');
        assert.equal(opened, gate === other, `${other} typed at ${gate}`);
      }
    }
    assert.match(confirmed(`finalize-${toType('production')}`, 'finalize'), /^waiting/);
    assert.match(confirmed(toType('finalize').slice('finalize-'.length)), /^waiting/);
  });

  it('is not opened by the confirmation of another digest, or of another rehearsal', () => {
    const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
    const pair = fc.record({ digest: hash, basis: hash });
    fc.assert(
      fc.property(pair, pair, fc.boolean(), fc.constantFrom(...gateNames), (approved, other, again, gate) => {
        const current = again ? { ...approved, basis: other.basis } : { ...other, basis: approved.basis };
        fc.pre(approved.digest !== current.digest || approved.basis !== current.basis);
        const confirmation = confirmationFor(gate, approved);
        const decision = decideGate(gate, { setting: 'dispatch', confirmable: current, confirmation }, hop);
        assert.equal(decision.kind, 'waiting');
      }),
    );
  });
});

describe('no gate', () => {
  it('is open, and says that this was configured', () => {
    assert.match(decide({ setting: 'none' }, 'finalize'), /^act: .*finalize: none/);
  });
});

describe('the approvals of a run', () => {
  const by = (name: string, state: Approval['state'] = 'approved', environments = ['production']): Approval => ({
    state,
    by: name,
    comment: '',
    environments,
  });
  const who = (approved: Approved): string =>
    'approval' in approved ? `${approved.kind} ${approved.approval.by}` : approved.kind;

  it('only count for their environment, and not if they were rejections', () => {
    const approvals = [by('mona', 'approved', ['Production']), by('lisa', 'rejected', ['production-finalize'])];
    assert.equal(who(approvedOf(approvals, 'production', [], 0)), 'by mona');
    assert.equal(who(approvedOf(approvals, 'production-finalize', [], 0)), 'nobody');
    assert.equal(who(approvedOf([by('mona', 'pending')], 'production', [], 0)), 'nobody');
  });

  it('are valid for one job each: one that let in an earlier job is taken off the list', () => {
    const mona = by('mona');
    assert.equal(who(approvedOf([mona], 'production', [mona], 0)), 'used mona');
    assert.equal(who(approvedOf([mona, mona], 'production', [mona], 0)), 'by mona');
    assert.equal(who(approvedOf([mona, by('lisa')], 'production', [mona], 0)), 'by lisa');
    assert.equal(
      who(approvedOf([by('lisa'), mona], 'production', [mona], 0)),
      'by lisa',
      'in whatever order they come',
    );
    assert.equal(who(approvedOf([{ ...mona, comment: 'Again' }], 'production', [mona], 0)), 'by mona');
    assert.equal(who(approvedOf([mona], 'production', [by('nobody')], 0)), 'by mona');
  });

  it('are not valid while an earlier job may have used them without recording it', () => {
    const mona = by('mona');
    assert.equal(who(approvedOf([mona], 'production', [], 1)), 'used mona');
    assert.equal(who(approvedOf([mona, by('lisa')], 'production', [], 1)), 'by mona');
    assert.equal(who(approvedOf([mona, by('lisa')], 'production', [mona], 1)), 'used mona');
    assert.equal(who(approvedOf([], 'production', [], 1)), 'nobody');
  });
});

describe('the gate of a rollback', () => {
  const guarded: GateReading = { kind: 'protected', reviewers: ['mona'], preventSelfReview: false, waitMinutes: 0 };
  const approval = { state: 'approved', by: 'mona', comment: '', environments: ['production'] } as const;
  const back = (way: 'redeploy' | 'restore', state: EnvironmentGate, confirm?: string): string => {
    const decision = decideRollbackGate(way, state, hop, confirm);
    return 'message' in decision ? `${decision.kind}: ${oneLine(decision.message)}` : decision.kind;
  };
  const typed = [undefined, hop.id, `redeploy-${hop.id}`, 'redeploy-5.1.9--5.2.4', 'yes'];

  it('is the protection of production: open, closed and unknown as for a promotion', () => {
    const readings: GateReading[] = [
      guarded,
      { ...guarded, adminsMayBypass: false },
      { kind: 'unprotected', why: 'it has no protection rules' },
      { kind: 'missing' },
    ];
    const approvals: Approved[] = [{ kind: 'by', approval }, { kind: 'used', approval }, { kind: 'nobody' }];
    for (const reading of readings) {
      for (const approved of approvals) {
        const state = environment(reading, approved);
        for (const confirm of typed) {
          for (const way of ['redeploy', 'restore'] as const) {
            const { kind } = decideGate('production', state, hop);
            assert.equal(
              decideRollbackGate(way, state, hop, confirm).kind,
              kind,
              `${JSON.stringify(state)} ${confirm}`,
            );
          }
        }
      }
    }
  });

  it('that cannot be read opens only for the older release, and only if its confirmation was typed', () => {
    const unread = environment({ kind: 'cannot-tell', reason: 'GitHub could not be reached' });
    for (const confirm of typed) {
      assert.match(back('restore', unread, confirm), /^unknown: .*Nothing was changed on production\..*in a terminal/);
      const isWord = confirm === `redeploy-${hop.id}`;
      assert.match(
        back('redeploy', unread, confirm),
        isWord ? /^act$/ : /^unknown: .*redeploy-5\.1\.9--5\.2\.3 as confirmation/,
      );
    }
    const decision = decideRollbackGate('redeploy', unread, hop, `redeploy-${hop.id}`);
    assert.ok(decision.kind === 'act');
    assert.equal(decision.unread, 'GitHub could not be reached');
  });
});
