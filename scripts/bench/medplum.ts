import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { latest } from '../../src/core/history/entries.ts';
import type { EventType } from '../../src/core/model/event.ts';
import { createMedplumWorld, type MedplumWorld, markStaging } from '../../test/e2e/medplum-world.ts';

/**
 * How long a Medplum hop takes on production compared with the bare commands, if every wait takes as long as on a real server: a
 * deploy with its migrations deferred, and one request for each of sixteen migrations, in a script that asks every second
 * how far they are, and does nothing else.
 */
const [from, to] = ['4.2.6', '4.3.15'] as const;
/** Of the time of the script. */
const most = 1.05;
const deferral = { MEDPLUM_DATABASE_DISABLE_RUN_POST_DEPLOY_MIGRATIONS: 'true' } as const;

export async function benchMedplum({ json, check }: { json: boolean; check: boolean }): Promise<void> {
  const script = await inWorld(byScript);
  const ours = await inWorld(byOurs);
  const share = ours.whole / script.whole;
  if (json) process.stdout.write(`${JSON.stringify({ medplum: { script, ours, share, most } }, null, 2)}\n`);
  else
    process.stdout.write(
      `one hop of Medplum on production, ${from} to ${to}: ${shown(script)} by the bare commands, ${shown(ours)} with ours, from the deploy to the end of the hop: ${share.toFixed(2)} of it\n`,
    );
  if (share <= most) return;
  process.stderr.write(`Missed: ours takes ${share.toFixed(2)} of the script's time, and may take ${most}.\n`);
  if (check) process.exitCode = 1;
}

/** Seconds. */
interface Time {
  readonly whole: number;
  /** Until it serves, and nothing was seen to start by itself. */
  readonly deploy: number;
  readonly migrations: number;
}

function shown({ whole, deploy, migrations }: Time): string {
  return `${whole.toFixed(1)} s (${deploy.toFixed(1)} s the deploy, ${migrations.toFixed(1)} s the migrations)`;
}

async function inWorld(climb: (world: MedplumWorld) => Promise<Time>): Promise<Time> {
  const ends: (() => Promise<void>)[] = [];
  try {
    return await climb(await createMedplumWorld({ after: (end) => ends.push(end) }, { release: from, scale: 1 }));
  } finally {
    for (const end of ends.toReversed()) await end();
  }
}

const status = z.object({ status: z.string() });

async function byScript({ production, variables }: MedplumWorld): Promise<Time> {
  const { PRODUCTION_CLIENT_ID: client, PRODUCTION_CLIENT_SECRET: secret } = variables;
  const authorization = `Basic ${Buffer.from(`${client}:${secret}`).toString('base64')}`;
  const headers = { authorization, prefer: 'respond-async' };
  const started = performance.now();
  const elapsed = (): number => (performance.now() - started) / 1000;
  await production.deploy(to, deferral);
  const deploy = elapsed();
  for (;;) {
    const asked = await fetch(`${production.address}/admin/super/migrate`, { method: 'POST', headers });
    if (asked.status === 200) break;
    const job = asked.headers.get('content-location');
    if (job === null) throw new Error(`a migration was asked for, and the answer is ${asked.status}`);
    const isDone = async (): Promise<boolean> =>
      status.parse(await (await fetch(job, { headers })).json()).status === 'completed';
    while (!(await isDone())) await pause(1000);
  }
  return { whole: elapsed(), deploy, migrations: elapsed() - deploy };
}

/** The rehearsal, and what is done before production is touched, does not count. */
async function byOurs(world: MedplumWorld): Promise<Time> {
  await markStaging(world);
  await world.configure(['product', 'migrations', 'start-after'], '61s');
  await world.configure(['product', 'migrations', 'settle'], '10s');
  const climbed = await world.staged('climb', '--yes', '--target', to, '--config', '.github/staged-upgrade.yml');
  if (climbed.exitCode !== 0) throw new Error(climbed.stdout + climbed.stderr);
  const entries = await world.journal();
  const at = (type: EventType): number => {
    const entry = latest(entries, type);
    if (entry === undefined) throw new Error(`the journal has no ${type}`);
    return Date.parse(entry.at) / 1000;
  };
  const started = at('deploying');
  return {
    whole: at('completed') - started,
    deploy: at('deployed') - started,
    migrations: at('migrated') - at('migrating'),
  };
}
