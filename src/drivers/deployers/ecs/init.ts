import type { InitKind } from '../../../core/interface/init-kind.ts';
import { awsLogin } from '../../../world/aws/login.ts';

export const ecsInit: InitKind = {
  name: 'ecs',
  title: 'Amazon ECS',
  settings: {
    cluster: { usual: '{system}-{environment}', question: 'What is the cluster called?' },
    service: { usual: 'app', question: 'What is the service called?' },
    images: {
      usual: { app: 'acme/app:{version}' },
      comment: 'By the name of the container, the image of a release.',
    },
  },
  login: awsLogin,
};
