import { z } from 'zod';

export interface ActJob {
  /** As act shows it: `Upgrade/plan`, `hop-2/Hop/promote`. */
  readonly name: string;
  /** The job's key in its workflow file. */
  readonly id: string;
  /** Empty for jobs of a called workflow. */
  readonly matrix: Readonly<Record<string, unknown>>;
  readonly result: string;
  readonly steps: readonly ActStep[];
}

/** A step that ran. act does not report skipped ones. */
export interface ActStep {
  readonly name: string;
  /** The step's id, or its index; in a composite action after that of the outer step: `deploy/0`. */
  readonly id: string;
  readonly stage: string;
  readonly result: string;
  readonly milliseconds: number;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly annotations: readonly ActAnnotation[];
  /** The printed lines, stdout and stderr as they came: act gives a step one terminal for both. */
  readonly output: string;
}

export interface ActAnnotation {
  readonly level: 'notice' | 'warning' | 'error';
  readonly message: string;
  /** `title`, `file`, `line`, … */
  readonly properties: Readonly<Record<string, string>>;
}

const reportedLine = z.object({
  job: z.string(),
  jobID: z.string(),
  matrix: z.record(z.string(), z.unknown()).default({}),
  jobResult: z.string().optional(),
  step: z.string().optional(),
  stepID: z.array(z.string()).optional(),
  stage: z.string().optional(),
  stepResult: z.string().optional(),
  executionTime: z.number().default(0),
  msg: z.string().default(''),
  raw_output: z.boolean().default(false),
  command: z.string().optional(),
  name: z.string().default(''),
  arg: z.string().default(''),
  content: z.string().default(''),
  kvPairs: z.record(z.string(), z.string()).nullish(),
});

const annotationLevel = z.enum(['notice', 'warning', 'error']);

/** Reads what `act --json` printed on stdout, one object a line. Lines that are about no job are left out. */
export function readActResults(lines: readonly string[]): ActJob[] {
  const reported = lines.flatMap((line) => {
    const parsed = reportedLine.safeParse(readJson(line));
    return parsed.success ? [parsed.data] : [];
  });
  // A matrix leg of a plain job has its own matrix; one of a called workflow has a name of its own.
  const jobs = Map.groupBy(reported, (line) => `${line.job.trim()} ${JSON.stringify(line.matrix)}`);
  return [...jobs.values()].flatMap((ofJob) => {
    const first = ofJob[0];
    if (first === undefined) return [];
    const result = ofJob.findLast((line) => line.jobResult !== undefined)?.jobResult ?? 'unknown';
    return [{ name: first.job.trim(), id: first.jobID, matrix: first.matrix, result, steps: readSteps(ofJob) }];
  });
}

function readSteps(ofJob: readonly z.output<typeof reportedLine>[]): ActStep[] {
  const ofSteps = ofJob.filter((line) => line.stepID !== undefined);
  const steps = Map.groupBy(ofSteps, (line) => `${line.stage} ${line.stepID?.join('/')}`);
  return [...steps.values()].flatMap((ofStep) => {
    const end = ofStep.findLast((line) => line.stepResult !== undefined);
    if (end === undefined) return [];
    return [
      {
        name: end.step ?? '',
        id: end.stepID?.join('/') ?? '',
        stage: end.stage ?? '',
        result: end.stepResult ?? '',
        milliseconds: Math.round(end.executionTime / 1e6),
        outputs: Object.fromEntries(of(ofStep, 'set-output').map((line) => [line.name, line.arg])),
        summary: of(ofStep, 'summary')
          .map((line) => line.content)
          .join(''),
        annotations: ofStep.flatMap((line) => {
          const level = annotationLevel.safeParse(line.command);
          return level.success ? [{ level: level.data, message: line.arg, properties: line.kvPairs ?? {} }] : [];
        }),
        output: ofStep
          .filter((line) => line.raw_output)
          .map((line) => line.msg)
          .join(''),
      },
    ];
  });
}

function of<Line extends { readonly command?: string | undefined }>(lines: readonly Line[], command: string): Line[] {
  return lines.filter((line) => line.command === command);
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
