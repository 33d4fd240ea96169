import type { Settled } from '../../core/decisions/decision.ts';
import {
  askForProof,
  type Deferral,
  decideDeferral,
  deferralUnknown,
  notDeferred,
  unprovedDeferral,
} from '../../core/decisions/deferral.ts';
import { type MigrationTrace, traceOf } from '../../core/history/migration-trace.ts';
import type { Observation } from '../../core/model/observation.ts';
import type { HopStepContext } from '../hop/hop-step.ts';
import type { ReleaseToDeploy } from './deploy-release.ts';

export interface Shown {
  readonly kind: 'shown';
  readonly note: string;
  readonly unproved: string | undefined;
  readonly trace: MigrationTrace;
}

const pauseMilliseconds = 250;

/** Nothing may start during `settle`: a setting that defers migrations is not trusted, but watched. */
export async function proveDeferral(
  context: HopStepContext,
  { version, before, hasStarted }: ReleaseToDeploy,
  first: Observation,
): Promise<Shown | Settled> {
  const { project, live, hop } = context;
  const { clock, signal } = project.effects;
  const settle = project.product.migrations?.settle;
  const shown = { kind: 'shown', unproved: undefined, trace: traceOf(first.migrations) } as const;
  if (settle === undefined || version !== hop.to) return { ...shown, note: `${version} answers and is healthy.` };
  if (hasStarted === true)
    return { ...shown, note: `${version} answers and is healthy; its migrations were started before.` };
  const started = clock.now().getTime();
  const elapsed = (): number => clock.now().getTime() - started;
  let { migrations } = first;
  let held: MigrationTrace | undefined;
  for (;;) {
    const deferral = decideDeferral(before ?? {}, held ?? {}, migrations, hop);
    if (deferral.kind === 'started') return await closeWindow(context, deferral.what);
    // If nothing is pending, nothing can start.
    const isOver = elapsed() >= settle || (deferral.kind === 'proved' && deferral.nothingPending);
    if (isOver && deferral.kind !== 'cannot-tell') return deferralShown(context, deferral, settle, traceOf(migrations));
    if (deferral.kind === 'cannot-tell' && elapsed() >= project.configuration['start-timeout'])
      return { kind: 'unknown', message: deferralUnknown(version, deferral.reason) };
    if (deferral.kind !== 'cannot-tell') held ??= traceOf(migrations);
    await clock.sleep(pauseMilliseconds, signal);
    ({ migrations } = await live.observe(signal));
  }
}

/** It is in the journal before anything else is reported: whatever is seen later, the window is closed. */
async function closeWindow(context: HopStepContext, what: string): Promise<Settled> {
  const { environment, hop } = context;
  await context.record({ type: 'not-deferred', because: what });
  const wayBack = `To go back: staged-upgrade rollback --hop ${hop.id} --confirm ${hop.id}; it restores the restore point. Or let the migrations run to the end and record the hop as done by hand: staged-upgrade adopt --hop ${hop.id} --reason "…".`;
  return notDeferred(environment, hop.to, what, wayBack);
}

function deferralShown(
  { project, environment, hop, input }: HopStepContext,
  deferral: Extract<Deferral, { kind: 'proved' | 'unproved' }>,
  settle: number,
  trace: MigrationTrace,
): Shown | Settled {
  const note = `Watched for ${settle / 1000} s: ${deferral.because}`;
  if (deferral.kind === 'proved') {
    return { kind: 'shown', note: deferral.nothingPending ? deferral.because : note, unproved: undefined, trace };
  }
  const acknowledged = [...project.configuration.acknowledge, ...(input.acknowledge ?? [])];
  if (!acknowledged.includes(unprovedDeferral)) return askForProof(environment, hop.to, deferral.why);
  const said = `Nothing shows whether a migration has started (${deferral.why}); "${unprovedDeferral}" is acknowledged.`;
  return { kind: 'shown', note: `${note} ${said}`, unproved: deferral.why, trace };
}
