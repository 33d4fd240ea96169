/*
 * Deploys a release on the engine that is played, as the vendor's guide does: everything stops, "infrahub upgrade" of the
 * new release runs, everything starts. A release that does not suit the graph does not serve; see server.ts.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [root = '', command = '', project = '', version = '', ...rest] = process.argv.slice(2);
const folder = join(root, 'projects', project);
const ids = ['infrahub-server', 'task-worker', 'task-manager', 'cache', 'message-queue'].map(
  (name) => `${project}.${name}`,
);

function run(program: string, args: readonly string[]): void {
  const { status } = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exit(status ?? 1);
}

if (command === 'logs') {
  const fault = readFileSync(join(folder, 'graph.json.fault'), { encoding: 'utf8', flag: 'a+' }).trim();
  if (fault.startsWith('start')) process.stdout.write("ServiceUnavailable: Couldn't connect to message-queue:5672\n");
} else {
  run('docker', ['stop', ...ids]);
  if (command === 'upgrade') {
    const graph = join(folder, 'graph.json');
    if (existsSync(graph))
      run(process.execPath, [join(import.meta.dirname, 'infrahub.ts'), graph, version, 'upgrade', ...rest]);
    writeFileSync(join(folder, 'version'), version);
    run('docker', ['start', ...ids]);
  }
}
