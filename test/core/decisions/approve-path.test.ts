import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decidePathApproval } from '../../../src/core/decisions/approve-path.ts';
import { decideGate, type EnvironmentGate } from '../../../src/core/decisions/gate.ts';
import { oneLine } from '../../../src/core/messages/message.ts';
import { type Approved, type BranchReading, type GateReading, gateNames } from '../../../src/core/model/gate.ts';

const hop = { id: '5.1.9--5.2.3', to: '5.2.3' };
const approval = { state: 'approved', by: 'mona', comment: '', environments: ['production'] } as const;
const reviewed: GateReading = { kind: 'protected', reviewers: ['mona'], preventSelfReview: false, waitMinutes: 0 };
const strict: GateReading = { ...reviewed, adminsMayBypass: false };
const readings: readonly GateReading[] = [
  reviewed,
  strict,
  { kind: 'unprotected', why: 'it has no protection rules' },
  { kind: 'missing' },
  { kind: 'cannot-tell', reason: 'GitHub answered 502' },
];
const approvals: readonly Approved[] = [
  { kind: 'by', approval },
  { kind: 'used', approval },
  { kind: 'nobody' },
  { kind: 'unknown', reason: 'GitHub answered 502' },
];
const branches: readonly BranchReading[] = [
  { kind: 'named', names: ['main'] },
  { kind: 'protected' },
  { kind: 'any', why: 'it has no rule about branches' },
  { kind: 'missing' },
  { kind: 'cannot-tell', reason: 'GitHub answered 502' },
];

function protection(reading: GateReading, approved: Approved): EnvironmentGate {
  const settingsUrl = 'https://github.example/acme/records/settings/environments';
  return { setting: 'environment', environment: 'production', reading, approved, settingsUrl };
}

test('the approvers of a path are exactly those of a hop, for jobs that no other branch can reach', () => {
  for (const reading of readings) {
    for (const approved of approvals) {
      for (const branch of branches) {
        const gate = protection(reading, approved);
        const wanted = decideGate('production', gate, hop).kind;
        const isLimited = branch.kind === 'named' || branch.kind === 'protected';
        const limited = isLimited ? 'act' : branch.kind === 'cannot-tell' ? 'unknown' : 'refuse';
        const decision = decidePathApproval(gate, 'production-approved', branch);
        assert.equal(decision.kind, wanted === 'act' ? limited : wanted, JSON.stringify([gate, branch]));
        if ('message' in decision) assert.match(oneLine(decision.message), /Nothing was approved, and production/);
      }
    }
  }
});

test('the remedy for an environment that is open to every branch is named', () => {
  for (const branch of branches.slice(2, 4)) {
    const decision = decidePathApproval(protection(reviewed, { kind: 'by', approval }), 'production-approved', branch);
    assert.ok(decision.kind === 'refuse');
    assert.match(
      decision.message.next,
      /^Open https:.*, choose "production-approved", allow only the default branch.*then start a new run\.$/,
    );
  }
});

test('a hop of an approved path is admitted if it is covered and GitHub shows the approval, and only then', () => {
  for (const gate of gateNames) {
    for (const reading of readings) {
      for (const approved of approvals) {
        for (const covers of [true, false, undefined]) {
          const shown = protection(reading, approved);
          const { kind } = decideGate(gate, { setting: 'path', protection: shown, covers }, hop);
          assert.equal(kind, covers === true ? decideGate(gate, shown, hop).kind : 'refuse');
        }
      }
    }
  }
  const open = protection(strict, { kind: 'by', approval });
  const said = (covers: boolean | undefined): string => {
    const decision = decideGate('production', { setting: 'path', protection: open, covers }, hop);
    return 'message' in decision ? oneLine(decision.message) : decision.kind;
  };
  assert.match(said(undefined), /^This attempt of the run has no approval of its path.*Start a new run/);
  assert.match(said(false), /^Hop 5\.1\.9--5\.2\.3, as it is configured now, is not among the hops.*Start a new run/);
});
