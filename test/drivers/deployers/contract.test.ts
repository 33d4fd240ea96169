import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { SystemFailure, UserError } from '../../../src/core/messages/errors.ts';
import type { Deployer, DeployRequest } from '../../../src/drivers/deployers/deployer.ts';
import { deployer } from '../../../src/drivers/deployers.ts';
import { silentLog } from '../../../src/world/log.ts';
import { fixturesIn, requireOwnKind } from '../../support/contract-fixtures.ts';
import { until } from '../../support/until.ts';
import type { DeployFixture, MakeDeployFixture, ToolBehaviour } from './fixture.ts';

/** What every deployer must do, faults included. */

function opened({ settings, effects }: DeployFixture, behaviour: ToolBehaviour): Deployer {
  return deployer.parse(settings(behaviour)).open({ effects, where: 'environments.staging.deploy', placeholders: {} });
}

function requestFor(version: string, more: Partial<DeployRequest> = {}): DeployRequest {
  const parts = { chart: '7.11.2' };
  return { version, from: '1.0.2', to: version, parts, environment: {}, log: silentLog, ...more };
}

/** Says what happened, what it means for the release that runs now, and what to do. */
const isReported = (error: unknown, version: string): boolean =>
  error instanceof SystemFailure && error.detail.means.includes(version) && error.detail.next !== '';

const isAlive = (id: number): boolean => {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
};

for (const { kind, make } of await fixturesIn<MakeDeployFixture>(import.meta.dirname)) {
  test(`${kind}: deploys the release and its parts, with the variables that the product asks for`, async (t) => {
    const fixture = await make(t);
    requireOwnKind(kind, fixture.settings('works'));
    const tool = opened(fixture, 'works');
    assert.equal(tool.kind, kind, 'what it says of itself is what the configuration says');
    await tool.deploy(requestFor('1.1.4', { environment: { DEFER: 'yes' } }));
    await tool.deploy(requestFor('1.1.4', { environment: { DEFER: undefined } }));
    assert.deepEqual(await fixture.placed(), [
      { version: '1.1.4', chart: '7.11.2', defer: 'yes' },
      { version: '1.1.4', chart: '7.11.2' },
    ]);
  });

  test(`${kind}: passes a value on unchanged, or refuses it, and gives it to no shell`, async (t) => {
    const fixture = await make(t);
    const version = '1.1.4; exit 9 $(exit 9) `exit 9` "\' && *';
    const refusal: unknown = await opened(fixture, 'works')
      .deploy(requestFor(version))
      .then(
        () => undefined,
        (error: unknown) => error,
      );
    const placed = (await fixture.placed()).map((one) => one.version);
    if (refusal === undefined) assert.deepEqual(placed, [version]);
    else assert.ok(refusal instanceof UserError && placed.length === 0, String(refusal));
  });

  test(`${kind}: a tool that fails is quoted, with what it means for what runs now`, async (t) => {
    const fixture = await make(t);
    await assert.rejects(
      opened(fixture, 'fails').deploy(requestFor('1.1.4')),
      (error) => isReported(error, '1.1.4') && error instanceof Error && error.message.includes(fixture.lastWords),
    );
    assert.deepEqual(await fixture.placed(), []);
  });

  test(`${kind}: a tool that is not installed is named before and at the deploy, and nothing is deployed`, async (t) => {
    const fixture = await make(t);
    const tool = opened(fixture, 'absent');
    const hops = [{ from: '1.0.2', to: '1.1.4', parts: { from: {}, to: { chart: '7.11.2' } } }];
    const findings = await tool.preflight?.({ hops, subject: 'the deploy of staging' });
    assert.ok(
      findings?.some((finding) => finding.kind === 'problem'),
      JSON.stringify(findings),
    );
    await assert.rejects(
      tool.deploy(requestFor('1.1.4')),
      (error) => error instanceof SystemFailure && error.detail.next !== '',
    );
    assert.deepEqual(await fixture.placed(), []);
  });

  test(`${kind}: a preflight deploys nothing, and finds nothing wrong if a deploy works`, async (t) => {
    const fixture = await make(t);
    const tool = opened(fixture, 'works');
    const hops = [{ from: '1.0.2', to: '1.1.4', parts: { from: { chart: '7.11.1' }, to: { chart: '7.11.2' } } }];
    for (const path of [hops, []]) {
      const findings = (await tool.preflight?.({ hops: path, subject: 'the deploy of staging' })) ?? [];
      assert.deepEqual(
        findings.filter((finding) => finding.kind === 'problem'),
        [],
      );
    }
    assert.deepEqual(await fixture.placed(), []);
  });

  test(`${kind}: an unknown part is reported before anything is deployed`, async (t) => {
    const fixture = await make(t);
    await assert.rejects(
      opened(fixture, 'works').deploy(requestFor('1.1.4', { parts: {} })),
      (error) => error instanceof UserError && error.message.includes('parts.chart'),
    );
    assert.deepEqual(await fixture.placed(), []);
  });

  test(`${kind}: a tool that hangs is ended with all its children when the run is cancelled`, async (t) => {
    const fixture = await make(t);
    const controller = new AbortController();
    const deploying = opened(fixture, 'hangs').deploy(requestFor('1.1.4', { signal: controller.signal }));
    const ended = assert.rejects(deploying, /the run was cancelled/);
    if (fixture.withoutProgram === true) {
      await pause(300);
      controller.abort(new Error('the run was cancelled'));
      return await ended;
    }
    let started: readonly number[] = [];
    await until('the tool and its child are there', async () => {
      started = await fixture.hanging();
      return started.length > 1;
    });
    assert.ok(started.every(isAlive), 'the tool and its child run');
    controller.abort(new Error('the run was cancelled'));
    await ended;
    // What was killed ends when the system gets to it.
    await until('the tool and its child have ended', () => !started.some(isAlive));
  });

  test(`${kind}: a run that is already cancelled starts nothing`, async (t) => {
    const fixture = await make(t);
    const signal = AbortSignal.abort(new Error('the run was cancelled'));
    await assert.rejects(opened(fixture, 'works').deploy(requestFor('1.1.4', { signal })), /the run was cancelled/);
    assert.deepEqual(await fixture.placed(), []);
  });

  test(`${kind}: stopping the server reports a tool that fails`, async (t) => {
    const fixture = await make(t);
    const { stop } = opened(fixture, 'fails');
    assert.ok(stop, 'each kind can stop a server, or says in its settings how: a restore needs it');
    await assert.rejects(
      stop({ log: silentLog }),
      (error) => error instanceof SystemFailure && error.detail.means !== '' && error.detail.next !== '',
    );
  });

  test(`${kind}: a log that cannot be read is reported, and not taken for an empty one`, async (t) => {
    const fixture = await make(t);
    const { logs } = opened(fixture, 'fails');
    assert.ok(logs, 'each kind can read the log of a server, or says in its settings how: smoke tests need it');
    const { signal } = new AbortController();
    const lines: string[] = [];
    await assert.rejects(
      logs({ since: new Date(0), onLine: (line) => lines.push(line), signal }),
      (error) => error instanceof SystemFailure && error.detail.means !== '' && error.detail.next !== '',
    );
  });
}
