import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Approved, decideGate, type GateState } from '../../../src/hop/decisions/gate.ts';
import { approvalFor, confirmationFor, type GateName, type GateReading, gateNames } from '../../../src/hop/gate.ts';
import { oneLine } from '../../../src/message.ts';

const hop = { id: '5.1.9--5.2.3', to: '5.2.3', digest: '0123456789abcdef'.repeat(4) };
const settingsUrl = 'https://github.example/acme/records/settings/environments';

function decide(state: GateState, gate: GateName = 'production'): string {
  const decision = decideGate(gate, state, hop);
  return `${decision.kind}: ${'message' in decision ? oneLine(decision.message) : decision.because}`;
}

function environment(reading: GateReading, approved: Approved = { kind: 'nobody' }): GateState {
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
    assert.match(decide(environment(guarded, { kind: 'not-told' })), /^act: .*could not be asked who approved/);
  });

  it('is closed to a job that nobody approved, where nobody may bypass the reviewers: it does not wait for them', () => {
    const strict: GateReading = { ...guarded, adminsMayBypass: false };
    assert.match(
      decide(environment(strict)),
      /^refuse: Nobody approved this run .*does not name the environment\. Production was not touched\. .*"environment: production"/,
    );
    const approval = { state: 'approved', by: 'mona', comment: '', environments: ['production'] } as const;
    assert.match(decide(environment(strict, { kind: 'by', approval })), /^act: .*mona approved/);
    assert.match(decide(environment(strict, { kind: 'not-told' })), /^act: /);
  });

  it('is refused without reviewers, with the page and the box to tick', () => {
    assert.equal(
      decide(environment({ kind: 'unprotected', why: 'it has no protection rules' })),
      `refuse: The GitHub environment "production" lets jobs start without anybody's approval: it has no protection rules. Production was not touched. Open ${settingsUrl}, choose "production", tick "Required reviewers", name who approves, and save the protection rules; then start a new run. If it cannot be ticked, the plan of this repository has no reviewers: climb in a terminal, which asks, or write "gates: { production: none }" into the configuration.`,
    );
  });

  it('is refused when GitHub would make the environment, unprotected', () => {
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
    assert.match(decide(state), /^unknown: .*answered 403.*Cannot tell never counts as approved.*actions: read/);
  });

  it('says of the second gate that the way back stays open', () => {
    assert.match(decide(environment({ kind: 'missing' }), 'finalize'), /rollback window stays open.*finalize: none/);
  });
});

describe('the dispatch gate', () => {
  const confirmed = (confirmation: string, gate: GateName = 'production') =>
    decide({ setting: 'dispatch', confirmation }, gate);

  it('waits, and says what to type', () => {
    assert.equal(
      decide({ setting: 'dispatch' }),
      'waiting: A person has to confirm the promotion of hop 5.1.9--5.2.3. Production was not touched. Nothing failed. Read what the rehearsal showed. To go on, start the workflow with "confirm" set to: 0123456789ab',
    );
  });

  it('opens for the digits of the hop, however many and however copied', () => {
    for (const typed of ['0123456789ab', ' 0123456789AB\n', hop.digest]) assert.match(confirmed(typed), /^act: /);
  });

  it('opens for nothing else, and says why that did not open it', () => {
    for (const typed of ['yes', '0123456789a', '0123456789abd', `${hop.digest}0`, hop.id]) {
      assert.match(
        confirmed(typed),
        /^waiting: .*confirms something else, or this hop as it was before.*0123456789ab$/,
      );
    }
  });

  it('of one step is never opened by what opens the other', () => {
    for (const gate of gateNames) {
      for (const other of gateNames) {
        const opened = confirmed(confirmationFor(other, hop), gate).startsWith('act');
        assert.equal(opened, gate === other, `${other} typed at ${gate}`);
      }
    }
  });

  it('is not opened by the confirmation of another digest', () => {
    const digest = fc.stringMatching(/^[0-9a-f]{64}$/);
    fc.assert(
      fc.property(digest, digest, fc.constantFrom(...gateNames), (approved, current, gate) => {
        fc.pre(approved.slice(0, 12) !== current.slice(0, 12));
        const confirmation = confirmationFor(gate, { digest: approved });
        const decision = decideGate(gate, { setting: 'dispatch', confirmation }, { ...hop, digest: current });
        assert.equal(decision.kind, 'waiting');
      }),
    );
  });
});

describe('no gate', () => {
  it('is open, and says that it was asked for', () => {
    assert.match(decide({ setting: 'none' }, 'finalize'), /^act: .*finalize: none/);
  });
});

describe('an approval', () => {
  it('counts for its environment alone, and not when it was a rejection', () => {
    const by = (name: string, state: 'approved' | 'rejected', environments: string[]) =>
      ({ state, by: name, comment: '', environments }) as const;
    const approvals = [by('mona', 'approved', ['Production']), by('lisa', 'rejected', ['production-finalize'])];
    assert.equal(approvalFor(approvals, 'production')?.by, 'mona');
    assert.equal(approvalFor(approvals, 'production-finalize'), undefined);
  });
});
