import { z } from 'zod';
import { UserError } from '../../../core/messages/errors.ts';
import { onDemand } from '../../../core/settings/on-demand.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import type { Evidence } from '../probe.ts';
import { ask, chainedKeys } from './asked.ts';

export const evidenceSource = onDemand(() =>
  z.strictObject({
    name: z.string().min(1).describe('Its heading in the file: `Jobs`.'),
    http: z.strictObject(chainedKeys),
  }),
);
export type EvidenceSource = z.output<typeof evidenceSource>;

const probe = z.lazy(() =>
  z.looseObject({ http: z.looseObject({ path: z.string(), headers: z.unknown().optional() }) }),
);
const request = z.lazy(() => z.object(chainedKeys));
type ChainedSettings = z.output<typeof request>;
const severalProbes = z.lazy(() =>
  z.union([
    z.looseObject({ 'first-of': z.array(z.unknown()) }).transform((found) => found['first-of']),
    z.looseObject({ 'all-of': z.array(z.unknown()) }).transform((found) => found['all-of']),
  ]),
);

/**
 * The requests of a product's probes, as separate sources: a probe reads one value from an answer, and a vendor wants
 * the exact build and the complete error beside it.
 * @param probes as plain data
 */
export function answersOfProbes(probes: unknown): readonly EvidenceSource[] {
  const named = z.record(z.string(), z.unknown()).safeParse(probes);
  if (!named.success) return [];
  return Object.entries(named.data).flatMap(([name, value]) =>
    requestsOf(value).map((http) => ({ name: `Answer of the ${name} probe`, http })),
  );
}

function requestsOf(value: unknown): ChainedSettings[] {
  const several = severalProbes.safeParse(value);
  if (several.success) return several.data.flatMap(requestsOf);
  const read = probe.safeParse(value);
  const http = read.success ? request.safeParse(read.data.http) : undefined;
  return http?.success === true ? [http.data] : [];
}

export function openEvidence({ name, http }: EvidenceSource, context: PartContext): Evidence {
  return { name, collect: (signal) => answerText(http, context, signal) };
}

/** A list of jobs may be long; what matters is at one of its ends, and nobody reads a megabyte. */
const longest = 64 * 1024;

async function answerText(http: ChainedSettings, context: PartContext, signal?: AbortSignal): Promise<string> {
  try {
    const answer = await ask(http, context, signal);
    if (answer.kind === 'no-answer') return `${http.method} ${answer.url}: no answer: ${answer.reason}`;
    const { body } = answer;
    const shown =
      body.length <= longest ? body : `${body.slice(0, longest)}\n… ${body.length - longest} characters left out`;
    return `${http.method} ${answer.url}: ${answer.status}\n${shown}`;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.message;
  }
}
