import type { InitKind } from '../../../core/interface/init-kind.ts';

export const composeInit: InitKind = {
  name: 'compose',
  title: 'Docker Compose',
  settings: {
    file: {
      usual: 'deploy/compose.yml',
      question: 'Which Compose file, relative to the root of the repository?',
      inRepository: true,
    },
    project: {
      usual: '{system}-{environment}',
      comment: 'On one engine, production and staging must be two projects.',
    },
    services: {
      usual: ['app'],
      comment: 'The services that are replaced; all others, such as the database, are left alone.',
    },
    env: {
      usual: { APP_TAG: '{version}' },
      comment: 'Variables of the Compose file. It gets only the secrets that are named here.',
    },
  },
};
