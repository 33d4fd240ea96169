import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { systemProcesses } from '../../../src/world/processes/process.ts';
import { markOf } from '../../../src/world/processes/process-mark.ts';
import { type Installation, install } from '../../kills/installation.ts';
import { type JournalFile, readJournalFiles } from '../../kills/journal-files.ts';
import { builtCli } from '../../support/program.ts';
import { eventually } from '../../support/until.ts';
import { markStaging, numberIn, withHook } from './sample-hooks.ts';

/* SIGKILL of the real program, on the same machine on which it is run again. */

const cli = await builtCli();
const onLinux = process.platform === 'linux' ? false : 'only Linux shows its processes in /proc';

describe('after a run was killed on this machine', { skip: onLinux }, () => {
  let installation: Installation;
  before(async () => {
    installation = await install('1.0.2');
    await markStaging(installation, cli);
  });
  after(() => installation.remove());

  const run = async (...args: readonly string[]) => {
    const { repository: directory, environment } = installation;
    const argv = [process.execPath, cli, ...args, '--config', 'staged-upgrade.yml'] as const;
    let pid = 0;
    const said: string[] = [];
    const ended = systemProcesses.run({
      argv,
      directory,
      environment,
      onLine: (line) => void said.push(line),
      onStart: (own) => {
        pid = own;
      },
    });
    return { pid, said, ended };
  };
  const ask = async (...args: readonly string[]) => await (await run(...args)).ended;
  const journal = async (): Promise<readonly JournalFile[]> =>
    (await readJournalFiles(installation.journal, new Map())).entries;
  const notes = async (): Promise<string[]> => await readdir(join(installation.folder, 'state/staged-upgrade/running'));
  const mark = (name: string): string => join(installation.folder, name);
  /** A hook that prints its process id and runs until it is told to end. */
  const lasting = (file: string) => [
    'sh',
    '-c',
    'echo $$ > "$1"; while [ ! -e "$1.end" ]; do sleep 0.1; done',
    'sh',
    file,
  ];

  test('its lease is taken over at once if nothing of it is left', async () => {
    await withHook(installation, 'staging', 'scrub', lasting(mark('first')));
    const climb = await run('climb', '--yes', '--until', '1.1.4');
    const hook = await numberIn(mark('first'));
    process.kill(climb.pid, 'SIGKILL');
    process.kill(-hook, 'SIGKILL');
    await climb.ended;
    const held = (await journal()).at(-1)?.run.id;
    const report = await ask('report');
    assert.match(report.stdout, /^Acting +nobody\. .*its process is gone .*: the next run here takes over at once/m);
    assert.match(report.stderr, /Start a new run/);
    const { exitCode, stderr } = await ask('check', '--hop', '1.0.2--1.1.4');
    assert.equal(exitCode, 0, stderr);
    const taken = (await journal()).findLast(({ event }) => event.type === 'lease-taken');
    assert.equal(taken?.event.preempted, `terminal ${held}`);
    assert.deepEqual(await notes(), []);
  });

  test('a command that outlives it prevents everything else from acting, and unlock too, until it ends', async () => {
    await withHook(installation, 'staging', 'scrub', lasting(mark('second')));
    const climb = await run('climb', '--yes', '--until', '1.1.4');
    const hook = await numberIn(mark('second'));
    process.kill(climb.pid, 'SIGKILL');
    await climb.ended;
    const waits = await ask('check', '--hop', '1.0.2--1.1.4');
    assert.equal(waits.exitCode, 3, waits.stderr);
    assert.match(waits.stderr, new RegExp(`"sh" \\(process ${hook}, started by terminal .*is still running`));
    assert.match(waits.stderr, new RegExp(`kill -- -${hook}`));
    const report = await ask('report');
    assert.match(report.stdout, new RegExp(`^Still runs +"sh" \\(process ${hook}, .*although its run is gone`, 'm'));
    assert.match(report.stderr, new RegExp(`end it with: kill -- -${hook}`));
    const unlock = await ask('unlock', '--reason', 'it was killed');
    assert.equal(unlock.exitCode, 5, unlock.stderr);
    process.kill(-hook, 'SIGKILL');
    await eventually(() => markOf(hook) === undefined);
    const acts = await ask('check', '--hop', '1.0.2--1.1.4');
    assert.equal(acts.exitCode, 0, acts.stderr);
    assert.deepEqual(await notes(), []);
  });

  test('a rollback that could not act says so at once, and stops nobody', async () => {
    await withHook(installation, 'staging', 'scrub', lasting(mark('third')));
    const climb = await run('climb', '--yes', '--until', '1.1.4');
    await numberIn(mark('third'));
    const refused = await ask('rollback', '--hop', '1.0.2--1.1.4');
    assert.doesNotMatch(refused.stderr, /Waiting until/);
    assert.match(`${refused.stdout}${refused.stderr}`, /Production runs 1\.0\.2 and serves/);
    const unlock = await ask('unlock', '--reason', 'somebody thinks that it is gone');
    assert.match(unlock.stderr, new RegExp(`it is process ${climb.pid} on this machine`));
    process.kill(climb.pid, 'SIGINT');
    assert.equal((await climb.ended).exitCode, 130);
  });

  test('a rollback waits for the deploy that was left running, and no longer', async () => {
    await withHook(installation, 'staging', 'scrub', ['true']);
    await withHook(installation, 'production', 'before-deploy', lasting(mark('fourth')));
    const climb = await run('climb', '--yes', '--until', '1.1.4');
    const hook = await numberIn(mark('fourth'));
    process.kill(climb.pid, 'SIGKILL');
    await climb.ended;
    const rollback = await run('rollback', '--hop', '1.0.2--1.1.4');
    let isOver = false;
    const over = rollback.ended.then((end) => {
      isOver = true;
      return end;
    });
    const waiting = new RegExp(`Waiting until "sh" \\(process ${hook}`);
    await eventually(() => isOver || rollback.said.some((line) => waiting.test(line)));
    // It would not continue at once.
    await delay(3000);
    assert.equal(isOver, false, 'it did not wait');
    const begun = (await journal()).filter(({ event }) => event.type === 'rolling-back');
    assert.deepEqual(
      begun.map(({ event }) => event.environment),
      ['staging'],
      'only the rehearsal has gone back',
    );
    await writeFile(`${mark('fourth')}.end`, '');
    const { exitCode, stderr } = await over;
    assert.equal(exitCode, 0, stderr);
    assert.match(stderr, waiting);
    assert.equal((await journal()).at(-1)?.event.type, 'lease-released');
  });

  test('if the command of a deploy had succeeded and its release serves, it is watched to its end and not repeated', async () => {
    await withHook(installation, 'production', 'after-deploy', lasting(mark('fifth')));
    const deploys = async (): Promise<number> =>
      (await journal()).filter(({ event }) => event.type === 'deploying' && event.environment === 'production').length;
    const before = await deploys();
    const climb = await run('climb', '--yes', '--until', '1.1.4');
    const hook = await numberIn(mark('fifth'));
    process.kill(climb.pid, 'SIGKILL');
    process.kill(-hook, 'SIGKILL');
    await climb.ended;
    await writeFile(`${mark('fifth')}.end`, '');
    const types = (await journal()).map(({ event }) => event.type);
    assert.equal(types.lastIndexOf('put-in-place') > types.lastIndexOf('deployed'), true, 'it was killed in between');
    assert.equal(await deploys(), before + 1);
    const again = await ask('climb', '--yes', '--until', '1.1.4');
    assert.equal(again.exitCode, 0, again.stderr);
    assert.equal(await deploys(), before + 1, 'nothing was deployed again');
    const said = `${again.stdout}${again.stderr}`;
    assert.match(said, /Watch 1\.1\.4, which was deployed/);
    assert.doesNotMatch(said, /approved|Deploy 1\.1\.4 on production again/);
    assert.equal(
      (await journal()).some(({ event }) => event.type === 'completed'),
      true,
    );
  });
});
