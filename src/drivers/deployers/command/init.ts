import type { InitKind } from '../../../core/interface/init-kind.ts';

export const commandInit: InitKind = {
  name: 'command',
  title: 'a command of yours, such as a script',
  settings: {
    run: { usual: ['./deploy/deploy.sh', '{environment}', '{version}'], input: 'deploy' },
    stop: { usual: ['./deploy/stop.sh', '{environment}'], input: 'stop' },
    env: {
      usual: (dataVariables) => dataVariables,
      comment: 'A command gets only the secrets that it names here.',
    },
  },
};
