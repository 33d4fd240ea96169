import type { InitKind } from '../../../core/interface/init-kind.ts';

export const helmInit: InitKind = {
  name: 'helm',
  title: 'Helm, in Kubernetes',
  settings: {
    release: { usual: '{system}' },
    namespace: {
      usual: '{system}-{environment}',
      comment: 'In one cluster, production and staging must be two namespaces.',
    },
    chart: {
      usual: './charts/app',
      question: 'Which chart: a folder of the repository, or oci://…?',
      inRepository: true,
    },
    values: {
      usual: ['deploy/{environment}.values.yml'],
      comment: 'All values of the release, complete: one file for each environment.',
      inRepository: true,
    },
    set: {
      usual: { 'image.tag': '{version}' },
      comment: 'Where the chart takes the release.',
    },
    'product-variables': {
      usual: { at: 'extraEnv', form: 'list' },
      comment: 'Where the chart accepts variables: some products need one to defer their migrations.',
    },
    kubeconfig: {
      usual: '${{PREFIX}{SIDE}_KUBECONFIG}',
      comment: 'The text of a kubeconfig.',
    },
  },
};
