import assert from 'node:assert/strict';
import type { ActRun } from '../support/act.ts';
import type { ActAnnotation, ActJob } from '../support/act-results.ts';

/** What people see of a run, to compare it as a whole: each job that ran and how it ended. */
export function jobsOf(run: ActRun): string[] {
  return run.jobs.map(({ name, result }) => `${shortName(name)}: ${result}`);
}

/** The steps of a job that ran, each with its result: `Take the restore point: passed`. */
export function stepsOf(run: ActRun, job: string): string[] {
  return jobOf(run, job)
    .steps.filter(({ stage, outputs }) => stage === 'Main' && outputs.result !== undefined)
    .map(({ name, outputs }) => `${name}: ${outputs.result}`);
}

/** Everything that a job wrote for its page, in the order of its steps. */
export function summaryOf(run: ActRun, job: string): string {
  return jobOf(run, job)
    .steps.map(({ summary }) => summary)
    .join('');
}

/** The one error of a run; that there is exactly one is asserted. */
export function errorOf(run: ActRun): ActAnnotation {
  const errors = annotationsOf(run).filter(({ level }) => level === 'error');
  const [only] = errors;
  assert.ok(only !== undefined && errors.length === 1, `A failure has one error: ${JSON.stringify(errors, null, 2)}`);
  return only;
}

export function noticesOf(run: ActRun): string[] {
  return annotationsOf(run).flatMap(({ level, message }) => (level === 'notice' ? [message] : []));
}

export function outputsOf(run: ActRun, job: string, step: string): Readonly<Record<string, string>> {
  return jobOf(run, job).steps.find(({ id, stage }) => id === step && stage === 'Main')?.outputs ?? {};
}

export function annotationsOf(run: ActRun): ActAnnotation[] {
  return run.jobs.flatMap(({ steps }) => steps.flatMap(({ annotations }) => annotations));
}

function jobOf(run: ActRun, wanted: string): ActJob {
  const job = run.jobs.find(({ name }) => shortName(name) === wanted);
  assert.ok(job, `There is no job "${wanted}": ${JSON.stringify(jobsOf(run), null, 2)}\n${run.stderr}`);
  return job;
}

/** act names a job of a called workflow `CALLER'S JOB-LEG/WORKFLOW/JOB`, others `WORKFLOW/JOB`. */
function shortName(name: string): string {
  const [first = '', ...rest] = name.split('/');
  const leg = /^(\d+ of \d+), /.exec(first)?.[1];
  return leg === undefined ? rest.join('/') : `${leg}: ${rest.at(-1)}`;
}
