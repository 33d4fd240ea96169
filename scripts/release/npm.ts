import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { UserError } from '../../src/core/messages/errors.ts';
import { type PackedRelease, packedRelease } from './packed-release.ts';

const run = promisify(execFile);

/** One answer of `npm view`, as text. @returns undefined when the registry has nothing of that name */
export async function viewed(spec: string, field: string): Promise<string | undefined> {
  const { exitCode, stdout } = await npm('view', spec, field, '--json');
  const answer = parsed(stdout);
  if (exitCode === 0 && typeof answer === 'string') return answer;
  const error = member(answer, 'error');
  if (exitCode !== 0 && member(error, 'code') === 'E404') return undefined;
  throw new UserError({
    happened: `npm could not say what "${spec}" is: ${String(member(error, 'summary') ?? `exit code ${exitCode}`)}.`,
    means: 'It is unknown whether this version is published already. Nothing was published.',
    next: 'Run the job again when the registry answers.',
  });
}

/** What is in a published package, downloaded. */
export async function publishedRelease(spec: string): Promise<PackedRelease> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-published-'));
  try {
    const { stdout } = await run('npm', ['pack', spec, '--json', '--ignore-scripts', '--pack-destination', folder]);
    const packed = parsed(stdout);
    const filename = member(Array.isArray(packed) ? packed[0] : undefined, 'filename');
    return await packedRelease(join(folder, String(filename)));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Shows what npm prints. The registry to publish to, and whether with provenance, is npm's configuration. */
export async function publish(tarball: string, tag: string): Promise<void> {
  const child = spawn('npm', ['publish', tarball, '--access', 'public', '--tag', tag], { stdio: 'inherit' });
  const exitCode = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  if (exitCode === 0) return;
  throw new UserError({
    happened: `"npm publish" ended with exit code ${exitCode}.`,
    means: 'The version is probably not published; npm says above why.',
    next: 'Fix the cause and run the job again: what is published already is left alone.',
  });
}

async function npm(...args: readonly string[]): Promise<{ exitCode: number; stdout: string }> {
  try {
    return { exitCode: 0, stdout: (await run('npm', [...args])).stdout };
  } catch (error) {
    const [exitCode, stdout] = [member(error, 'code'), member(error, 'stdout')];
    if (typeof exitCode !== 'number' || typeof stdout !== 'string') throw error;
    return { exitCode, stdout };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
