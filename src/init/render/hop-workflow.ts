import { hopSequence } from '../../core/model/sequence.ts';
import { withHeader } from './header.ts';
import { hopJob } from './hop-jobs.ts';
import { hasGate, renderJob, type WorkflowContent } from './job.ts';
import { systemInput } from './system-input.ts';

const givenHop = { json: 'inputs.hop', object: 'fromJSON(inputs.hop)' };

export function renderHopWorkflow(content: WorkflowContent): string {
  const jobs = [...new Set(hopSequence(content.traits).map((step) => step.job))];
  return withHeader(
    content.traits.waiver !== undefined
      ? 'One hop: promoted without a rehearsal, since staging is waived. Called by upgrade.yml.'
      : content.traits.dataless
        ? 'One hop: rehearsed on staging, then promoted. Called by upgrade.yml.'
        : 'One hop: rehearsed on a restored copy of production, then promoted. Called by upgrade.yml.',
    [],
    [
      'name: Hop',
      '',
      'on:',
      '  workflow_call:',
      '    inputs:',
      ...systemInput(content),
      '      hop:',
      '        description: The hop, as JSON the way the plan made it.',
      '        type: string',
      '        required: true',
      ...(content.deferrable
        ? [
            '      retry:',
            '        description: Whether a failed migration is restarted.',
            '        type: boolean',
            '        default: false',
          ]
        : []),
      ...(hasGate(content, 'dispatch')
        ? [
            '      confirm:',
            '        description: What a person typed to let a hop continue.',
            '        type: string',
            '        default: ""',
          ]
        : []),
      '',
      'permissions: {}',
      '',
      '# The calling run holds the concurrency group; a second group here would wait for it forever.',
      '',
      'jobs:',
      ...jobs
        .map((job) => renderJob(hopJob(job, content, givenHop), content))
        .flatMap((lines, index) => (index === 0 ? lines : ['', ...lines])),
    ],
  );
}
