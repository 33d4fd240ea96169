import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { stringify } from 'yaml';
import { type Runner, runAction } from '../../src/entries/action/run-action.ts';
import { invokeInWorkflow } from '../../src/entries/commands.ts';
import { runCli } from '../../src/entries/terminal/run-cli.ts';
import { systemClock } from '../../src/world/clock.ts';
import { systemProcesses } from '../../src/world/processes/process.ts';
import { type Canary, canary, inPart, plainCanary } from '../support/canary.ts';
import { hookNames } from '../support/hook-names.ts';
import { builtCli } from '../support/program.ts';
import { type HostileServer, hostileServer } from './hostile-server.ts';
import { type Listener, listener } from './listener.ts';

/** Full of characters that Markdown, JSON, HTML, addresses and shells encode differently. */
function loud(name: string): Canary {
  const { value } = canary(name);
  return { name, value: `${value}_*#|<b>[\`\\]ü` };
}

export interface Leaking {
  readonly folder: string;
  readonly canaries: readonly Canary[];
  readonly servers: { readonly production: HostileServer; readonly staging: HostileServer };
  /** Whom the workflows notify. */
  readonly listener: Listener;
  /** Everything that was shown or output, by what was run. */
  readonly texts: Readonly<Record<string, string>>;
  terminal(...argv: readonly string[]): Promise<number>;
  /** As a process of its own, where a library writes to the terminal by itself. */
  program(...argv: readonly string[]): Promise<number>;
  action(inputs: Readonly<Record<string, string>>): Promise<number>;
}

export interface LeakingChoices {
  readonly databases: { readonly production: unknown; readonly staging: unknown };
  readonly variables?: Readonly<Record<string, string>>;
  readonly canaries?: readonly Canary[];
}

const cli = await builtCli();
const script = join(import.meta.dirname, 'leak.mjs');

/** Two hostile servers, hooks and deploys that print everything they know, and both entries over them. */
export async function leakingWorld(test: TestContext, choose: (folder: string) => LeakingChoices): Promise<Leaking> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-leaks-'));
  test.after(() => rm(folder, { recursive: true, force: true }));
  const servers = { production: await hostileServer(), staging: await hostileServer() };
  test.after(() => Promise.all(Object.values(servers).map((server) => server[Symbol.asyncDispose]())));
  const listening = await listener();
  test.after(() => listening[Symbol.asyncDispose]());
  const { databases, variables = {}, canaries: more = [] } = choose(folder);
  const configured = ['PRODUCTION_TOKEN', 'STAGING_TOKEN', 'HOOK_PASSWORD'].map(loud);
  const unused = loud('UNUSED_API_TOKEN');
  const [hookToken, jobToken] = [
    plainCanary('the token in the address of the webhook'),
    plainCanary('the token of the job'),
  ];
  const hook = (task: string) => ({
    run: [process.execPath, script, task],
    env: { GIVEN: '${HOOK_PASSWORD}', ALSO: '${PRODUCTION_TOKEN}' },
  });
  const side = (name: 'production' | 'staging') => ({
    url: servers[name].url,
    access: { 'admin-token': `\${${name.toUpperCase()}_TOKEN}` },
    data: databases[name],
    deploy: {
      command: {
        run: [process.execPath, script, 'deploy', '{version}'],
        stop: [process.execPath, script, 'stop'],
        env: { TARGET: servers[name].url, GIVEN: '${HOOK_PASSWORD}' },
      },
    },
    hooks: Object.fromEntries(hookNames(name).map((each) => [each, hook(each === 'on-failure' ? 'fail' : 'tell')])),
  });
  const configuration = {
    system: 'records',
    product: 'sample',
    environments: {
      production: side('production'),
      staging: { ...side('staging'), disposable: true },
    },
    backup: { store: { folder: { path: 'backups' } } },
    journal: { store: { folder: { path: 'journal' } } },
    budget: '30s',
    gates: { production: 'none', finalize: 'none' },
    notify: [{ to: { webhook: { url: '${WEBHOOK}' } } }],
    'tracking-issue': { assignees: ['octocat'] },
    smoke: [{ name: 'mine', command: { ...hook('tell'), timeout: '1m' } }],
  };
  await mkdir(join(folder, '.github'));
  await writeFile(join(folder, '.github', 'staged-upgrade.yml'), stringify(configuration));
  const valuesOf = (list: readonly Canary[]) => Object.fromEntries(list.map(({ name, value }) => [name, value]));
  const atTerminal = {
    PATH: process.env.PATH ?? '',
    XDG_STATE_HOME: join(folder, 'state'),
    ...variables,
    ...valuesOf(configured),
  };
  const webhook = { WEBHOOK: `${listening.url}/${hookToken.value}?also=${hookToken.value}` };
  const environment = { ...atTerminal, ...webhook, ...valuesOf([unused]), GITHUB_API_URL: listening.url };
  const texts: Record<string, string> = {};
  const parts = {
    environment,
    directory: folder,
    clock: systemClock,
    processes: systemProcesses,
    fetch,
    stop: { signal: new AbortController().signal, by: () => undefined, release: () => undefined },
  };
  const keep = (title: string) => (text: string) => {
    texts[title] = `${texts[title] ?? ''}${text}\n`;
  };
  return {
    folder,
    canaries: [...configured, ...configured.map(inPart), ...more, unused, inPart(unused), hookToken, jobToken],
    servers,
    listener: listening,
    texts,
    terminal: async (...argv) => {
      const title = `terminal: ${argv.join(' ')}`;
      // The terminal masks what the configuration names, and what a script asks for; the job's other variables are the person's own.
      return await runCli({
        ...parts,
        environment: atTerminal,
        argv,
        version: '0.0.0',
        interactive: false,
        run: { kind: 'terminal', id: 'test', attempt: 1, actor: 'engineer' },
        out: keep(title),
        err: keep(title),
      });
    },
    program: async (...argv) => {
      const ended = await systemProcesses.run({
        argv: [process.execPath, cli, ...argv],
        directory: folder,
        environment: atTerminal,
      });
      keep(`program: ${argv.join(' ')}`)(`${ended.stdout}\n${ended.stderr}`);
      return ended.exitCode ?? -1;
    },
    action: async (inputs) => {
      const tell = keep(`action: ${Object.values(inputs).join(' ')}`);
      const runner: Runner = {
        info: tell,
        warning: tell,
        startGroup: tell,
        endGroup: () => undefined,
        mask: () => undefined,
        setOutput: (name, value) => tell(`${name}=${value}`),
        annotate: ({ title, text }) => tell(`${title}: ${text}`),
        writeSummary: async (markdown) => tell(markdown),
      };
      const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
      const job = { GITHUB_RUN_ID: '7001', GITHUB_ACTOR: 'octocat', GITHUB_REPOSITORY: 'acme/records' };
      return await runAction({
        ...parts,
        environment: { ...environment, ...job, INPUT_TOKEN: jobToken.value, ...Object.fromEntries(given) },
        runner,
        invoke: invokeInWorkflow,
      });
    },
  };
}
