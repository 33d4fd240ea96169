import { extname, resolve } from 'node:path';
import { settingsOf } from '../../config/environment-settings.ts';
import { type EditedFile, judgeFiles, settingIn, type UserFile } from '../../config/file-changes.ts';
import type { Project } from '../../config/project.ts';
import { valueAt } from '../../config/subject.ts';
import { type EnvironmentName, environmentNames, type Hop, releaseOn } from '../../core/model/hop.ts';
import { partPlaceholders } from '../../core/model/parts.ts';
import type { FileKind, FilesShow } from '../../core/model/user-file.ts';
import type { FilePlace } from '../../core/path/rules/file-requirement.ts';
import { fileRequirementsOf } from '../../core/path/rules.ts';
import type { WrittenFile } from '../../drivers/deployers/deployer.ts';
import { deployFiles } from '../../drivers/deployers.ts';
import { hasVersions } from '../../products/definition.ts';
import { readTextFile } from '../../world/text-file.ts';

type PlainHop = Pick<Hop, 'from' | 'to' | 'parts' | 'releases'>;

/** The hop, with what the user's files say about its manual steps now. */
export async function withFiles<One extends Hop>(project: Project, hop: One): Promise<One> {
  const shown = new Map((await lookAtFiles(project, hop)).map(({ id, show }) => [id, show]));
  const manual = hop.manual.map((step) => {
    const files = shown.get(step.id);
    return files === undefined ? step : { ...step, files };
  });
  return { ...hop, manual };
}

export interface LookedAt {
  /** Of the manual step. */
  readonly id: string;
  readonly show: FilesShow;
  readonly edited: readonly EditedFile[];
}

/** What the files of all environments say about the steps of a hop that concern files; steps with unknown files are left out. */
export async function lookAtFiles(project: Project, hop: Hop): Promise<readonly LookedAt[]> {
  const changes = hasVersions(project.product) ? fileRequirementsOf(project.product.path) : new Map();
  const steps = hop.manual.filter(({ id }) => changes.has(id));
  if (steps.length === 0) return [];
  const environments = project.traits.waiver === undefined ? environmentNames : (['production'] as const);
  const files = await Promise.all(environments.map((each) => filesOf(project, each, hop)));
  // A file that both name is one file; in each environment, its own last file counts.
  return steps.flatMap(({ id }): LookedAt[] => {
    const verdicts = files.map((own) => judgeFiles(changes.get(id) ?? [], own));
    const known = verdicts.flatMap((verdict) => (verdict.show === undefined ? [] : [verdict]));
    if (known.length < verdicts.length) return [];
    const missing = known.flatMap(({ show }) => (show.kind === 'missing' ? [show] : []));
    const edited = once(known.flatMap((verdict) => verdict.edited));
    if (missing.length === 0) return [{ id, show: { kind: 'in-place' }, edited }];
    const lines = once(missing.flatMap((show) => show.lines));
    const texts = [...new Set(missing.flatMap((show) => show.missing))];
    return [
      { id, show: { kind: 'missing', missing: texts, lines, writable: missing.every((m) => m.writable) }, edited },
    ];
  });
}

function once<One extends { readonly path: string }>(files: readonly One[]): readonly One[] {
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

export interface SettingsOf {
  readonly environment: EnvironmentName;
  readonly hop: PlainHop;
  readonly side: 'from' | 'to';
}

/** What the files of one side of a hop say about these keys; of several files the last one that has a key counts. */
export async function settingsInFiles(
  project: Project,
  { environment, hop, side }: SettingsOf,
  asked: readonly FilePlace[],
): Promise<{ readonly path: string; readonly key: string; readonly value: string }[]> {
  const parts = hop.parts?.[side];
  const [label, release] = [hop[side], releaseOn(hop, side)];
  const files = await filesOf(project, environment, {
    ...{ from: label, to: label, releases: { from: release, to: release } },
    ...(parts === undefined ? {} : { parts: { from: parts, to: parts } }),
  });
  return asked.flatMap(({ in: kind, key }) => {
    const found = settingIn(
      files.filter((file) => file.kind === kind),
      key,
    );
    return found === undefined ? [] : [{ ...found, key: [key].flat().join('.') }];
  });
}

/** The files that the newer side of the hop is deployed with, according to the configuration. */
async function filesOf(project: Project, environment: EnvironmentName, hop: PlainHop): Promise<readonly UserFile[]> {
  const settings = settingsOf(project.configuration, environment);
  const kind = settings.deploy?.kind;
  const written =
    kind === undefined
      ? []
      : deployFiles(kind, valueAt(project.document, ['environments', environment, 'deploy', kind]));
  const others = settings['server-settings']
    .filter((path) => !written.some((file) => file.path === path))
    .flatMap((path): WrittenFile[] => {
      const guessed = kindOf(path);
      return guessed === undefined ? [] : [{ kind: guessed, path }];
    });
  const read = await Promise.all([...written, ...others].map((file) => readOne(project, environment, hop, file)));
  return read.flat();
}

/** By its name: there is no other way to know what a deploy by a command is configured with. */
function kindOf(path: string): FileKind | undefined {
  if (/(?:^|\/|\.)env$/.test(path)) return 'env';
  if (!['.yml', '.yaml'].includes(extname(path))) return undefined;
  return /compose/i.test(path) ? 'compose' : /values/i.test(path) ? 'values' : undefined;
}

async function readOne(
  project: Project,
  environment: EnvironmentName,
  hop: PlainHop,
  { kind, path, optional, ofRelease }: WrittenFile,
): Promise<UserFile[]> {
  const { directory } = project.effects;
  const [from, to] = [releaseOn(hop, 'from'), releaseOn(hop, 'to')];
  const place = (version: 'from' | 'to'): string | undefined => {
    const known: Readonly<Record<string, string>> = {
      ...partPlaceholders(hop.parts?.[version]),
      ...{ system: project.configuration.system, environment, from, to, version: version === 'to' ? to : from },
    };
    const filled = path.replaceAll(/\{([\w.-]+)\}/g, (whole, name) => known[name] ?? whole);
    // A path that contains a variable of the job is known only there.
    return filled.includes('${') || /\{[\w.-]+\}/.test(filled) ? undefined : filled;
  };
  const [now, before] = [place('to'), place('from')];
  if (now === undefined) return [];
  if (ofRelease === true) return [{ path: now, kind, text: '', ofRelease }];
  const read = async (name: string) => await readTextFile(resolve(directory, name)).catch(() => undefined);
  const text = await read(now);
  if (text !== undefined) return [{ path: now, kind, text }];
  if (optional === true) return [{ path: now, kind, text: '' }];
  const former = before === undefined || before === now ? undefined : await read(before);
  return former === undefined || before === undefined ? [] : [{ path: now, kind, text: former, from: before }];
}
