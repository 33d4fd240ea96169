import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hopTraits } from '../config/hop-traits.ts';
import { loadConfiguration, loadFleet, unfinishedPlaces } from '../config/load.ts';
import type { CommandResult } from '../core/interface/result.ts';
import { UserError } from '../core/messages/errors.ts';
import { answersFrom } from './answers.ts';
import { type Change, changeOf, type InitMode } from './changes.ts';
import { contentOf } from './content.ts';
import { fleetContent } from './fleet-content.ts';
import { refuseHostedFolders } from './hosted-runners.ts';
import { missingFiles } from './missing-files.ts';
import type { InitOptions } from './options.ts';
import { ownFiles } from './own-files.ts';
import { refuseExpressions, refuseHidden, refuseHiddenFlags } from './plain-values.ts';
import type { InitProducts } from './products.ts';
import type { Questions } from './questions.ts';
import { renderConfiguration } from './render/configuration.ts';
import type { WorkflowContent } from './render/job.ts';
import { loginsOf } from './render/login.ts';
import { type Pin, parsePin, refuseMoving, updatedPin } from './render/pins.ts';
import { defaultSettings, settingsIn, type WorkflowSettings } from './render/settings.ts';
import { workflowJobs } from './render/workflow-jobs.ts';
import { configurationFile, type RenderedFile, renderWorkflows, upgradeFile } from './render/workflows.ts';
import { initResult } from './result.ts';
import { parseSchedule } from './schedule.ts';
import { missingScripts, unfinishedScripts } from './scripts.ts';

export interface InitParts {
  /** The repository: the folder in which the command was started. */
  readonly directory: string;
  readonly products: InitProducts;
  /** Undefined if nobody can be asked. */
  readonly questions?: Questions;
  /** The action at the commit of this release; undefined if this build is not a release. */
  readonly release?: Pin | undefined;
}

/** One file, what is on the disk, and what has to be done with it. */
export interface FileChange {
  readonly path: string;
  readonly existing: string | undefined;
  readonly change: Change;
  readonly executable?: boolean;
}

/**
 * Writes the configuration and the three workflows, or checks or updates the workflows. Nothing is written unless all of
 * it can be.
 * @throws UserError for flags that are missing or wrong, a configuration with mistakes, and files that are the user's
 */
export async function runInit(options: InitOptions, parts: InitParts): Promise<CommandResult> {
  refuseHiddenFlags(options);
  const mode = modeOf(options);
  const existing = await readIfThere(parts, configurationFile);
  const configuration = await configurationText(options, mode, existing, parts);
  const content = await contentFrom(configuration.text, options, parts);
  const changes: FileChange[] = [];
  for (const file of [configuration, ...renderWorkflows(content)]) {
    const before = file === configuration ? existing : await readIfThere(parts, file.path);
    const change =
      file.text === before
        ? ({ kind: 'unchanged' } as const)
        : changeOf(file.path, before, file.text, mode, options.force === true);
    changes.push({ path: file.path, existing: before, change });
  }
  refuseIfAny(changes);
  if (mode === 'create') changes.push(...(await onceWritten(content, parts)));
  for (const { path, change, executable } of changes) {
    if (change.kind !== 'create' && change.kind !== 'replace') continue;
    await mkdir(dirname(join(parts.directory, path)), { recursive: true });
    await writeFile(join(parts.directory, path), change.text, executable === true ? { mode: 0o755 } : {});
  }
  return initResult(changes, content, mode, {
    missingScripts: missingScripts(content.document, parts.directory),
    missingFiles: missingFiles(content.document, parts.directory),
    toFillIn: [
      ...placesToFillIn(configuration.text),
      ...(await unfinishedScripts(content.document, parts.directory)).map(
        (path) => `${path.replace(/^\.\//, '')}: its last lines, which fail until then`,
      ),
    ],
  });
}

/** Files that belong to the user from the moment they exist. */
async function onceWritten(content: WorkflowContent, parts: InitParts): Promise<FileChange[]> {
  const changes: FileChange[] = [];
  for (const { path, text, executable = false } of ownFiles(content.document, content.settings.plain)) {
    const existing = await readIfThere(parts, path);
    if (existing === undefined) changes.push({ path, existing, change: { kind: 'create', text }, executable });
  }
  return changes;
}

/** As `preflight` would report them, one per line. */
function placesToFillIn(text: string): string[] {
  return unfinishedPlaces(text).map(({ line, problem }) => `${configurationFile}:${line}: ${problem}`);
}

function modeOf({ check, update }: InitOptions): InitMode {
  if (check === true && update === true) {
    throw new UserError({
      happened: '--check and --update exclude each other.',
      means: 'Nothing was written.',
      next: 'Use --check to see what is different, then --update to write it.',
    });
  }
  return check === true ? 'check' : update === true ? 'update' : 'create';
}

/** The configuration belongs to the user from the moment it exists: then the workflows are made from its content. */
async function configurationText(
  options: InitOptions,
  mode: InitMode,
  existing: string | undefined,
  parts: InitParts,
): Promise<RenderedFile> {
  if (existing !== undefined && (mode !== 'create' || options.product === undefined)) {
    return { path: configurationFile, text: existing };
  }
  if (mode !== 'create') {
    throw new UserError({
      happened: `${configurationFile} does not exist in ${parts.directory}.`,
      means: 'There is nothing to compare the workflows with. Nothing was written.',
      next: 'Run this at the top of the repository, or write the files with "staged-upgrade init".',
    });
  }
  return {
    path: configurationFile,
    text:
      proposedWhole(options, parts) ?? renderConfiguration(await answersFrom(options, parts.products, parts.questions)),
  };
}

/** For a product whose environments have other parts than most: its proposal is used as it is, and filled in by hand. */
function proposedWhole({ product, system }: InitOptions, { products }: InitParts): string | undefined {
  if (product === undefined || !products.names.includes(product)) return undefined;
  const { configuration, system: usual = product } = products.proposal(product);
  return configuration?.replaceAll('{system}', system ?? usual);
}

async function contentFrom(text: string, options: InitOptions, parts: InitParts): Promise<WorkflowContent> {
  const whole = loadFleet(text, configurationFile, parts.products, { unfinished: true });
  const [first] = whole?.systems ?? [];
  const { value, document } = first ?? loadConfiguration(text, configurationFile, parts.products, { unfinished: true });
  const { product } = value;
  const name = typeof product === 'string' ? product : 'extends' in product ? product.extends : undefined;
  const own = typeof product !== 'string' && 'migrations' in product ? product.migrations : undefined;
  const migrations = own ?? (name === undefined ? undefined : parts.products.find(name)?.migrations);
  const before = await readIfThere(parts, upgradeFile);
  const written = before === undefined ? undefined : settingsIn(before);
  const settings = settingsFrom(
    options,
    written ?? {
      ...defaultSettings,
      oidc: workflowJobs.some((job) => loginsOf(document, job, value['restore-point'].prove).length > 0),
      plain: parts.products.proposal(name ?? '').plain,
    },
    parts.release,
  );
  refuseUnfit(settings);
  refuseHostedFolders(document, settings);
  const base = typeof product === 'object' && !('extends' in product) ? product : parts.products.find(name ?? '');
  const deferrable = migrations !== undefined;
  const proveRestorePoint = value['restore-point'].prove;
  const traits = base === undefined ? { deferrable, proveRestorePoint } : { ...hopTraits(value, base), deferrable };
  return contentOf(value, document, traits, settings, whole && fleetContent(whole));
}

/** Flags take precedence over what the workflows were written with. */
function settingsFrom(options: InitOptions, before: WorkflowSettings, release: Pin | undefined): WorkflowSettings {
  const production = options.runner === undefined ? before.runners.production : labelsOf('--runner', options.runner);
  const staging =
    options.stagingRunner === undefined
      ? options.runner === undefined
        ? before.runners.staging
        : production
      : labelsOf('--staging-runner', options.stagingRunner);
  return {
    action:
      options.action === undefined
        ? updatedPin(before.action, release)
        : pinFrom(options.action, options.force === true),
    runners: { production, staging },
    plain: [...new Set([...before.plain, ...(options.variable ?? [])])].toSorted(),
    oidc: options.oidc ?? before.oidc,
    ...scheduleOf(options, before),
  };
}

function pinFrom(text: string, force: boolean): Pin {
  const pin = parsePin(text);
  if (!force) refuseMoving(pin);
  return pin;
}

/** Also reads what an earlier version, or a person, has written into the line that holds it. */
function refuseUnfit({ runners, plain }: WorkflowSettings): void {
  const lists = [
    ['--runner', runners.production],
    ['--staging-runner', runners.staging],
    ['--variable', plain],
  ] as const;
  for (const [flag, list] of lists) {
    for (const text of list) refuseHidden(flag, text);
    refuseExpressions(flag, list);
  }
}

function scheduleOf({ schedule }: InitOptions, before: WorkflowSettings): Pick<WorkflowSettings, 'schedule'> {
  if (schedule === undefined) return before.schedule === undefined ? {} : { schedule: before.schedule };
  return schedule === 'none' ? {} : { schedule: parseSchedule(schedule) };
}

function labelsOf(flag: string, text: string): readonly string[] {
  const labels = text
    .split(',')
    .map((label) => label.trim())
    .filter((label) => label !== '');
  if (labels.length > 0) return labels;
  throw new UserError({
    happened: `${flag} is "${text}".`,
    means: 'Nothing was written.',
    next: `Give the labels of a runner, such as ${flag} self-hosted,linux.`,
  });
}

function refuseIfAny(changes: readonly FileChange[]): void {
  const refused = changes.flatMap(({ change }) => (change.kind === 'refuse' ? [change] : []));
  if (refused.length === 0) return;
  throw new UserError({
    happened: refused.map(({ happened }) => happened).join(' '),
    means: 'Nothing was written.',
    next: [...new Set(refused.map(({ next }) => next))].join(' '),
  });
}

async function readIfThere({ directory }: InitParts, path: string): Promise<string | undefined> {
  try {
    return await readFile(join(directory, path), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
