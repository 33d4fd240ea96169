import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { expressionProgram } from '../../src/drivers/probes/expression-program.ts';
import { observe } from '../../src/drivers/probes/observe.ts';
import type { SmokeResult } from '../../src/drivers/probes/probe.ts';
import { hasVersions, type ProductDefinition } from '../../src/products/definition.ts';
import { stateProbes } from '../../src/steps/environment/live-state.ts';
import type { PartContext } from '../../src/world/effects/kind.ts';
import type { Processes } from '../../src/world/processes/process.ts';
import { databaseEffects } from './database-effects.ts';

/*
 * What servers have answered, as a product's folder keeps it in `answers.yml`, and what its definition must read from it.
 * A request that is not listed gets no answer.
 */

const answer = z.strictObject({
  status: z.int().default(200),
  json: z.json().optional(),
  text: z.string().optional(),
  headers: z.record(z.string(), z.string()).default({}),
});

const ended = z.strictObject({
  stdout: z.string().default(''),
  stderr: z.string().default(''),
  exit: z.int().default(0),
});

const status = z.looseObject({ kind: z.enum(['done', 'pending', 'running', 'failed', 'unknown']) });

const recorded = z.strictObject({
  title: z.string().min(1),
  /** Where it is from: `seen on 4.3.15`. */
  from: z.string().min(1),
  /** What the time is for its expressions. */
  at: z.iso.datetime().default('2026-01-01T00:00:00Z'),
  /** By `GET /path?query`. */
  answers: z.record(z.string(), answer).default({}),
  /** By the program and its arguments, with a space between; the credential `old` is `old-of-the-test`. */
  commands: z.record(z.string(), ended).default({}),
  expect: z.strictObject({
    serving: z.enum(['yes', 'no', 'unknown']).optional(),
    /** The label, or `unknown`. */
    version: z.string().optional(),
    /** The keys that are given. */
    migrations: status.optional(),
    /** Tests by name. */
    smoke: z.record(z.string(), z.enum(['passed', 'failed', 'unknown'])).optional(),
  }),
});
export type Recorded = z.output<typeof recorded>;

/** Undefined where the product has none. */
export function recordedAnswers(product: string): readonly Recorded[] | undefined {
  const file = join(import.meta.dirname, '../../src/products', product, 'answers.yml');
  if (!existsSync(file)) return undefined;
  return z
    .array(recorded)
    .min(1)
    .parse(parse(readFileSync(file, 'utf8')));
}

export interface WhatWasRead {
  readonly serving: string;
  readonly version: string;
  readonly migrations: Readonly<Record<string, unknown>>;
  readonly smoke: Readonly<Record<string, SmokeResult['kind']>>;
}

/** What a definition reads from recorded answers. */
export async function readFrom(product: ProductDefinition, { at, answers, commands }: Recorded): Promise<WhatWasRead> {
  const clock = { now: () => new Date(at), sleep: () => Promise.resolve(), hurried: () => false };
  const fetchRecorded: typeof fetch = async (target, init) => {
    const { pathname, search } = new URL(String(target));
    const found = answers[`${init?.method ?? 'GET'} ${pathname}${search}`];
    if (found === undefined) throw new TypeError('fetch failed', { cause: new Error('nothing was recorded') });
    const { status: code, headers, json, text } = found;
    return new Response(text ?? (json === undefined ? '' : JSON.stringify(json)), { status: code, headers });
  };
  const processes: Processes = {
    run: async ({ argv }) => {
      const { exit, stdout, stderr } = commands[argv.join(' ')] ?? { exit: 127, stdout: '', stderr: '' };
      return { exitCode: exit, endedBy: undefined, stdout, stderr, milliseconds: 1 };
    },
  };
  const expressions = expressionProgram();
  const effects = { ...databaseEffects({}, { clock, processes }), expressions, fetch: fetchRecorded };
  const access = Object.keys(product.access).flatMap((name) => [
    // Recorded are answers over HTTP and of commands: a database is out of reach.
    [
      `access.${name}`,
      name === 'mongodb' ? 'mongodb://127.0.0.1:9/?serverSelectionTimeoutMS=50' : `${name}-of-the-test`,
    ] as const,
    [`access.${name}.header`, `Bearer ${name}-of-the-test`] as const,
  ]);
  const placeholders = { url: 'http://recorded.invalid', environment: 'production', ...Object.fromEntries(access) };
  const context: PartContext = { effects, where: product.name, placeholders };
  const migrations = hasVersions(product) ? product.probes.migrations?.open(context) : undefined;
  const seen = await observe({ ...stateProbes(product, (part) => part.open(context), noTopology), migrations }, () =>
    clock.now(),
  );
  const tests = await Promise.all(
    product.smoke.map(async (each) => {
      const test = each.open(context);
      return [test.name, (await test.run()).kind] as const;
    }),
  );
  expressions.close();
  return {
    serving: seen.serving.kind,
    version: seen.version.kind === 'known' ? seen.version.value : 'unknown',
    migrations: { ...seen.migrations },
    smoke: Object.fromEntries(tests),
  };
}

function noTopology(): never {
  throw new Error('a topology is looked at through a provider, and not by recorded answers');
}
