import type { Processes, ProcessResult } from '../../../world/processes/process.ts';

/** A setting for git, `[key, value]`. Settings are passed as variables, never as arguments: a value may be a credential. */
export type Setting = readonly [key: string, value: string];

export interface GitOptions {
  readonly processes: Processes;
  readonly environment: Readonly<Record<string, string>>;
  readonly directory: string;
  /** The repository to work on; without it, the one that the directory is in. */
  readonly repository?: string;
  readonly settings?: readonly Setting[];
}

export interface GitRequest {
  readonly input?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** See ProcessRequest: for output that may be longer than what is kept of a process's output. */
  readonly onOutput?: (chunk: Uint8Array) => void;
}

export type Git = (args: readonly string[], request?: GitRequest) => Promise<ProcessResult>;

/** A remote that does not answer within this time never will. */
const retryMilliseconds = 60_000;

const noAnswer: ProcessResult = {
  exitCode: undefined,
  endedBy: 'SIGTERM',
  stdout: '',
  stderr: `no answer within ${retryMilliseconds / 1000} s`,
  milliseconds: retryMilliseconds,
};

const ourSettings: readonly Setting[] = [
  ['gc.auto', '0'],
  ['maintenance.auto', 'false'],
  ['push.followTags', 'false'],
  ['push.gpgSign', 'false'],
  ['push.recurseSubmodules', 'no'],
  ['fetch.recurseSubmodules', 'no'],
  ['http.lowSpeedLimit', '1'],
  ['http.lowSpeedTime', '30'],
];

/** Variables that would make git work on another repository, ask a person, or print what it sends. */
const unwanted =
  /^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|CEILING_DIRECTORIES|PREFIX|QUARANTINE_PATH|EDITOR|ASKPASS|CURL_VERBOSE|TRACE\w*)$|^SSH_ASKPASS/;

export function gitCommand(options: GitOptions): Git {
  const { processes, environment, directory, repository, settings = [] } = options;
  const base = baseEnvironment(environment, [...settings, ...ourSettings]);
  return async (args, request = {}) => {
    const timeout = new AbortController();
    const wait = (): NodeJS.Timeout => setTimeout(() => timeout.abort(), retryMilliseconds);
    let timer = wait();
    const { onOutput } = request;
    try {
      return await processes.run({
        argv: ['git', ...(repository === undefined ? [] : [`--git-dir=${repository}`]), ...args],
        directory,
        environment: { ...base, ...request.environment },
        input: request.input ?? '',
        // A process that still produces output still works: a long journal on a busy machine takes longer than a lost remote. Only
        // streamed output is that long; everything else is collected.
        ...(onOutput && {
          onOutput: (chunk) => {
            clearTimeout(timer);
            timer = wait();
            onOutput(chunk);
          },
        }),
        signal: timeout.signal,
      });
    } catch (cause) {
      if (!timeout.signal.aborted) throw cause;
      return noAnswer;
    } finally {
      clearTimeout(timer);
    }
  };
}

function baseEnvironment(
  inherited: Readonly<Record<string, string>>,
  settings: readonly Setting[],
): Record<string, string> {
  const kept = Object.entries(inherited).filter(([name]) => !unwanted.test(name));
  const before = Number.parseInt(inherited.GIT_CONFIG_COUNT ?? '0', 10);
  const first = Number.isNaN(before) ? 0 : before;
  const configured = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${first + index}`, key],
    [`GIT_CONFIG_VALUE_${first + index}`, value],
  ]);
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(configured),
    GIT_CONFIG_COUNT: String(first + settings.length),
    GIT_TERMINAL_PROMPT: '0',
    GCM_INTERACTIVE: 'never',
    LC_ALL: 'C',
    LANGUAGE: 'C',
  };
}

/** Git quotes addresses in its output, and an address may contain a password. */
export function redact(text: string, secrets: readonly string[] = []): string {
  const withoutSecrets = secrets.reduce(
    (rest, secret) => (secret === '' ? rest : rest.replaceAll(secret, '***')),
    text,
  );
  return withoutSecrets
    .replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/'"@]+@/gi, '$1***@')
    .replace(/(authorization:\s*)\S.*/gi, '$1***');
}
