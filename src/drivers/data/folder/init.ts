import type { InitKind } from '../../../core/interface/init-kind.ts';

export const folderInit: InitKind = {
  name: 'folder',
  title: 'a folder with files',
  settings: { path: { usual: '${{PREFIX}{SIDE}_DATA_FOLDER}', scriptVariable: 'DATA_FOLDER' } },
  scrubExamples: [`rm --recursive --force "$DATA_FOLDER/outbox"`],
};
