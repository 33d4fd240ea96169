import type { InitKind } from '../../../core/interface/init-kind.ts';
import { awsLogin } from '../../../world/aws/login.ts';

export const cdkInit: InitKind = {
  name: 'cdk',
  title: 'AWS CDK',
  settings: {
    app: {
      usual: 'infrastructure',
      question: 'In which folder is the CDK application, from the root of the repository?',
      inRepository: true,
    },
    stack: {
      usual: '{system}-{environment}',
      question: 'What is the stack called in CloudFormation?',
      comment: 'In one account and region, production and staging must be two stacks.',
    },
    file: {
      usual: 'infrastructure/config.json',
      question: 'Which JSON or YAML file does the application read its configuration from?',
      inRepository: true,
    },
    set: {
      usual: { image: 'acme/app:{version}' },
      comment: 'The keys of that file that are set for a release; the rest of it stays as it is.',
    },
    changes: {
      usual: { 'AWS::ECS::TaskDefinition': 'ContainerDefinitions' },
      comment: 'What a deploy means to change: anything else refuses it.',
    },
  },
  changesFiles: true,
  login: awsLogin,
};
