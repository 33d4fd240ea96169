import { operations } from '../../core/model/event.ts';
import { hasGate, type WorkflowContent } from './job.ts';
import { jobsOf } from './needed.ts';
import { systemInput } from './system-input.ts';
import { valueAt } from './variables.ts';

/** The command, and the operation that selects it. */
export const marking = 'mark-disposable';

/** The same for what looks at everything beforehand. */
export const preflight = 'preflight';

/** How the workflow is started: by a person, by its schedule, and in a fleet by a run of all systems. */
export function trigger(content: WorkflowContent): string[] {
  const schedule = content.fleet === undefined ? content.settings.schedule : undefined;
  return [
    'on:',
    '  workflow_dispatch:',
    '    inputs:',
    ...systemInput(content),
    '      target:',
    '        description: "Where to: newest, newest-patch, a line such as 5.1, or a version"',
    '        type: string',
    '        default: newest',
    '      acknowledge:',
    '        description: "Manual steps that are done: their ids, separated by commas"',
    '        type: string',
    '        default: ""',
    '      facts:',
    '        description: "Facts that rules ask for and the configuration lacks: name=value, separated by commas"',
    '        type: string',
    '        default: ""',
    '      parts:',
    '        description: "Current versions of parts that no probe reads: name=version, separated by commas"',
    '        type: string',
    '        default: ""',
    ...(content.deferrable
      ? [
          '      retry:',
          '        description: "A migration failed and its cause is fixed: restart it"',
          '        type: boolean',
          '        default: false',
        ]
      : []),
    '      confirm:',
    `        description: "${confirmedBy(content).join('; ')}"`,
    '        type: string',
    '        default: ""',
    ...(hasSeveral(content)
      ? [
          '      data:',
          '        description: "To mark staging as disposable: which of its data stores, by its name in the configuration"',
          '        type: string',
          '        default: ""',
        ]
      : []),
    '      operation:',
    '        description: "What to do; preflight lists what is missing; rehearse climbs the whole path on staging only; mark-disposable is needed once, first"',
    '        type: choice',
    `        options: [${operationsOf(content).join(', ')}]`,
    '        default: climb',
    ...(schedule === undefined
      ? []
      : [
          '  # Continues a waiting climb; starts none, and leaves failures to people.',
          '  schedule:',
          `    - cron: "${schedule}"`,
        ]),
    ...(content.fleet === undefined ? [] : calledFor(content)),
  ];
}

/** What a run of the whole fleet passes on. A called workflow supports neither choices nor an approver. */
function calledFor(content: WorkflowContent): string[] {
  const texts = [
    'target',
    'operation',
    'ring',
    'acknowledge',
    'facts',
    'parts',
    'confirm',
    ...(hasSeveral(content) ? ['data'] : []),
  ];
  return [
    '  workflow_call:',
    '    inputs:',
    ...systemInput(content),
    ...texts.flatMap((name) => [`      ${name}:`, '        type: string', '        default: ""']),
    ...(content.deferrable ? ['      retry:', '        type: boolean', '        default: false'] : []),
  ];
}

/** Each data store is marked separately. */
export function hasSeveral({ document }: WorkflowContent): boolean {
  const data = valueAt(document, ['environments', 'staging', 'data']);
  return Array.isArray(data) && data.length > 1;
}

function operationsOf({ traits, scope }: WorkflowContent): readonly string[] {
  const jobs = jobsOf(traits, scope);
  const all = [...operations.toReversed(), preflight, marking];
  return all.filter(
    (name) => (name !== 'rehearse' || jobs.includes('rehearse')) && (name !== marking || jobs.includes('mark')),
  );
}

/** What has to be typed there, and for what. */
function confirmedBy(content: WorkflowContent): readonly string[] {
  const marks = operationsOf(content).includes(marking);
  return [
    ...(marks ? ['To mark staging as disposable, the name of its database'] : []),
    ...(hasGate(content, 'dispatch') ? [`${marks ? 'to' : 'To'} confirm a waiting hop, what its run asked for`] : []),
    ...(marks || hasGate(content, 'dispatch') ? [] : ['Not used here']),
  ];
}
