import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { stagesSource } from '../../../../../src/core/path/sources/stages/source.ts';
import type { Reached, Stage } from '../../../../../src/core/path/sources/stages/stages.ts';

const stage = (name: string, more: Partial<Stage> = {}): Stage => ({
  name,
  title: `The title of ${name}`,
  reason: `why ${name}`,
  parts: {},
  manual: [],
  ...more,
});
const names = ['old', 'second', 'copied', 'switched', 'removed'];
const stages = names.map((name) => stage(name));
const source = stagesSource(stages, 'the move');

const yes: Reached = { kind: 'yes' };
const no: Reached = { kind: 'no', reason: 'it is not there' };
const silent: Reached = { kind: 'unknown', reason: 'no route to host' };
const seen = (...answers: Reached[]) =>
  source.stateOf(Object.fromEntries(answers.map((each, at) => [names[at], each])));
const at = (label: string) => ({ label, parts: {} });

describe('which stage a system is at', () => {
  it('is the last one that is reached, whatever the earlier ones say', () => {
    assert.deepEqual(seen(yes, no, no, no, no), { kind: 'known', value: at('old') });
    assert.deepEqual(seen(yes, yes, yes, no, no), { kind: 'known', value: at('copied') });
    assert.deepEqual(seen(no, silent, no, no, yes), { kind: 'known', value: at('removed') });
  });

  it('is unknown while a later one cannot be probed, and says why and which', () => {
    const state = seen(yes, yes, no, silent, no);
    assert.equal(state.kind, 'unknown');
    assert.match(state.kind === 'unknown' ? state.reason : '', /stage "switched".*no route to host/);
  });

  it('is unknown if none is reached, with what each of them says', () => {
    const state = seen(no, no, no, no, no);
    assert.match(state.kind === 'unknown' ? state.reason : '', /none of its stages.*"old": it is not there; "second"/);
  });

  it('passes on that a credential was refused', () => {
    const refused: Reached = { kind: 'unknown', reason: 'access.admin was refused', refused: true };
    const state = seen(yes, no, no, no, refused);
    assert.equal(state.kind === 'unknown' && state.refused, true);
  });

  it('is never a stage whose later probe is silent, and never one whose own probe says no', () => {
    const answer = fc.constantFrom(yes, no, silent);
    fc.assert(
      fc.property(fc.array(answer, { minLength: names.length, maxLength: names.length }), (answers) => {
        const state = seen(...answers);
        if (state.kind === 'unknown') return;
        const place = names.indexOf(state.value.label);
        assert.equal(answers[place], yes);
        for (const later of answers.slice(place + 1)) assert.equal(later, no);
      }),
    );
  });
});

describe('the path between two stages', () => {
  it('leads through each stage between them, one hop each, with its reason', () => {
    const plan = source.pathTo(at('second'), 'newest');
    assert.ok(plan.kind === 'path');
    assert.deepEqual(
      plan.steps.map(({ from, to }) => `${from}--${to}`),
      ['second--copied', 'copied--switched', 'switched--removed'],
    );
    assert.deepEqual(plan.steps[0]?.reasons, [{ rule: 'stages', text: 'The title of copied: why copied' }]);
    assert.equal(plan.target, 'removed');
  });

  it('ends at a stage that is requested by name', () => {
    const plan = source.pathTo(at('old'), 'copied');
    assert.ok(plan.kind === 'path');
    assert.deepEqual(
      plan.steps.map(({ to }) => to),
      ['second', 'copied'],
    );
  });

  it('asks a person for the manual work of a stage, and says where that is described', () => {
    const url = 'https://example.com/switch';
    const own = stagesSource(
      [stage('old'), stage('new', { url, manual: [{ id: 'tell-users', text: 'Tell them.' }] })],
      'x',
    );
    const plan = own.pathTo(at('old'), 'new');
    assert.ok(plan.kind === 'path');
    assert.deepEqual(plan.steps[0]?.manual, [{ id: 'tell-users', text: 'Tell them.' }]);
    assert.equal(plan.steps[0]?.reasons[0]?.url, url);
  });

  it('carries the parts of each stage: one that a stage does not name stays as it was', () => {
    const own = stagesSource(
      [stage('one', { parts: { chart: '5.8.0' } }), stage('two', { parts: { chart: '5.9.2' } }), stage('three')],
      'x',
    );
    const plan = own.pathTo({ label: 'one', parts: { chart: '5.8.1', proxy: '2' } }, 'newest');
    assert.ok(plan.kind === 'path');
    assert.deepEqual(
      plan.steps.map(({ partVersions }) => partVersions),
      [
        { from: { chart: '5.8.1', proxy: '2' }, to: { chart: '5.9.2', proxy: '2' } },
        { from: { chart: '5.9.2', proxy: '2' }, to: { chart: '5.9.2', proxy: '2' } },
      ],
    );
  });

  it('has nothing to do at the target, and says what follows it', () => {
    const here = source.pathTo(at('switched'), 'switched');
    assert.ok(here.kind === 'already-there');
    assert.match(here.message.next, /removed/);
    const end = source.pathTo(at('removed'), 'newest');
    assert.ok(end.kind === 'already-there');
    assert.match(end.message.happened, /the last stage/);
  });

  it('never goes to an earlier stage: that is what a rollback is for', () => {
    const back = source.pathTo(at('copied'), 'second');
    assert.ok(back.kind === 'downgrade');
    assert.match(back.message.next, /rollback --hop second--copied/);
  });

  it('names the stages if an unknown one is requested', () => {
    for (const plan of [source.pathTo(at('old'), 'newest-patch'), source.pathTo(at('gone'), 'newest')]) {
      assert.ok(plan.kind === 'unknown-release');
      assert.match(plan.message.next, /old, second, copied, switched, removed/);
    }
  });
});
