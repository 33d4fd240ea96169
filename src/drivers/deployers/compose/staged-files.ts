import { dirname, resolve } from 'node:path';
import { UserError } from '../../../core/messages/errors.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { withVariable } from '../../../world/env-file.ts';
import type { Log } from '../../../world/log.ts';
import {
  changedLines,
  discardStaged,
  putStagedInPlace,
  stage,
  stagedPath,
  type TextChange,
  textOf,
} from '../changed-file.ts';
import { withImage } from './image-edit.ts';
import { pinnedFile } from './pinned-file.ts';
import type { ComposeSettings } from './settings.ts';

/**
 * The files of a release as they will be. A changed file is beside the one that it replaces until it is put in
 * place: our Compose calls read it there, and nobody who runs Compose by hand in the meantime gets half a release.
 */
export interface StagedFiles {
  /** Arguments of `docker compose` that name these files, and those that are in place. */
  readonly staged: readonly string[];
  readonly inPlace: readonly string[];
  putInPlace(): Promise<void>;
  discard(): Promise<void>;
}

/** @param log where the changed lines are shown */
export async function stageFiles(settings: ComposeSettings, context: PartContext, log: Log): Promise<StagedFiles> {
  const { effects, where, placeholders } = context;
  const fill = (text: string, key: string): string => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const paths = [settings.file].flat().map((file) => resolve(effects.directory, fill(file, 'file')));
  const [first = ''] = paths;
  const before = await Promise.all(
    paths.map((path) => textOf(path, `${where}.file`, settings.pinned !== undefined && path === first)),
  );
  let texts = before;
  if (settings.pinned !== undefined) {
    const [, ...others] = texts;
    texts = [await pinnedFile(settings.pinned, context), ...others];
  }
  for (const [service, image] of Object.entries(settings.images)) {
    texts = withImageIn(texts, paths, { service, image: fill(image, `images.${service}`), where });
  }
  const changes = paths.flatMap((path, index): TextChange[] => changed(path, before[index] ?? '', texts[index] ?? ''));

  const envFile = settings['env-file'];
  const envPath = envFile && resolve(effects.directory, fill(envFile.file, 'env-file.file'));
  if (envFile !== undefined && envPath !== undefined) {
    const there = await textOf(envPath, `${where}.env-file.file`);
    const wanted = Object.entries(envFile.set).reduce(
      (text, [name, value]) => withVariable(text, name, fill(value, `env-file.set.${name}`)),
      there,
    );
    changes.push(...changed(envPath, there, wanted));
  }
  for (const change of changes) {
    log.info(`Changes of ${change.path}:`);
    for (const line of changedLines(change)) log.output(line);
    await stage(change);
  }

  const isChanged = (path: string): boolean => changes.some((change) => change.path === path);
  return {
    staged: composeArguments(settings, context, (path) => (isChanged(path) ? stagedPath(path) : path)),
    inPlace: composeArguments(settings, context),
    putInPlace: async () => {
      for (const { path } of changes) await putStagedInPlace(path);
    },
    discard: async () => {
      await Promise.all(changes.map(({ path }) => discardStaged(path)));
    },
  };
}

/** @param place where a file is read instead of its path */
export function composeArguments(
  settings: Pick<ComposeSettings, 'file' | 'project' | 'env-file'>,
  context: PartContext,
  place: (path: string) => string = (path) => path,
): readonly string[] {
  const { effects, where, placeholders } = context;
  const fill = (text: string, key: string): string => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const paths = [settings.file].flat().map((file) => resolve(effects.directory, fill(file, 'file')));
  const envFile = settings['env-file']?.file;
  return [
    'compose',
    '--ansi=never',
    '--progress=plain',
    ...['--project-directory', dirname(paths[0] ?? effects.directory)],
    ...(settings.project === undefined ? [] : ['--project-name', fill(settings.project, 'project')]),
    ...paths.flatMap((path) => ['--file', place(path)]),
    ...(envFile === undefined ? [] : ['--env-file', place(resolve(effects.directory, fill(envFile, 'env-file.file')))]),
  ];
}

function withImageIn(
  texts: readonly string[],
  paths: readonly string[],
  { service, image, where }: { readonly service: string; readonly image: string; readonly where: string },
): string[] {
  const edits = texts.map((text) => withImage(text, service, image));
  const impossible = edits.find((edit) => edit.kind === 'impossible');
  // Of several files the last one counts.
  const at = edits.findLastIndex((edit) => edit.kind === 'edited');
  if (impossible !== undefined || at < 0) {
    throw new UserError({
      happened:
        impossible === undefined
          ? `No service "${service}" with an image is in ${paths.join(', ')}, and ${where}.images names it.`
          : `The service "${service}", which ${where}.images names, ${impossible.reason}.`,
      means: 'Its image cannot be written into the Compose file. Nothing was changed.',
      next: `Correct ${where}.images, or keep the version in a variable of the Compose file and set that in ${where}.env.`,
    });
  }
  return texts.map((text, index) => {
    const edit = edits[index];
    return index === at && edit?.kind === 'edited' ? edit.text : text;
  });
}

function changed(path: string, before: string, text: string): TextChange[] {
  return before === text ? [] : [{ path, before, text }];
}
