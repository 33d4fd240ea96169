import { resolve } from 'node:path';
import { z } from 'zod';
import { template } from '../../../core/settings/scalars.ts';
import { type Kind, type NamedPart, namedKind } from '../../../world/effects/kind.ts';
import type { DataStore } from '../data-store.ts';
import { folderStore } from './folder.ts';
import { folderInit } from './init.ts';

const settings = () =>
  z
    .strictObject({
      path: template.describe(
        'The folder. A relative path starts in the folder of the command. On staging it must not be a mount itself: name a folder inside.',
      ),
    })
    .describe(
      'A folder with files, such as uploads: copied with modes, owners and symbolic links, compared by path, mode, size and SHA-256. It should not be written while it is copied. A copy has no modification times, extended attributes or access lists, and hard links become separate files; none of these is compared. A folder that contains a mount is refused.',
    );

const part = namedKind<ReturnType<typeof settings>, DataStore>(
  'folder',
  settings,
  (chosen, { effects, where, placeholders }) =>
    folderStore({
      path: () => resolve(effects.directory, effects.variables.fill(chosen.path, `${where}.path`, placeholders)),
      apart: [effects.directory],
      clock: effects.clock,
    }),
);

export const folder: Kind<NamedPart<DataStore>> = { part, init: folderInit };
