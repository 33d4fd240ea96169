import { projectCommand } from '../steps/command.ts';

/** Checks the whole path before its first hop. */
export const preflight = projectCommand({
  name: 'preflight',
  description: 'check the whole path before the first hop, and list everything that is missing',
  inputs: ['target', 'current', 'acknowledge', 'facts', 'parts', 'releases', 'environment'],
  inTerminal: ['prereleases', 'minimumAge'],
  outputs: ['problems'],
  load: async () => (await import('../planning/preflight.ts')).findProblems,
});
