/*
 * Plays the vendor's program: its switches, what it prints, its archive, and that it stops Infrahub's services and waits
 * for running tasks. It works through `docker`, whichever answers to that name.
 */
import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const all = process.argv.slice(2);
const option = (name: string): string | undefined =>
  all.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3);
const [command, ...rest] = all.filter((each) => !each.startsWith('-'));
const project = option('project') ?? '';
const taskPause = Number(process.env.STAND_IN_TASK_PAUSE ?? 200);

function log(level: string, message: string): void {
  const text = message.replaceAll('"', '\\"');
  process.stderr.write(`time="2026-08-20T10:00:00Z" level=${level} msg="${text}"\n`);
}

function fail(message: string): never {
  process.stderr.write(`Error: ${message}\n`);
  log('error', `Command failed: ${message}`);
  process.exit(1);
}

function docker(args: readonly string[], input?: string): Buffer {
  return execFileSync('docker', [...args], { input: input ?? '', maxBuffer: 1e9, stdio: ['pipe', 'pipe', 'ignore'] });
}

interface Inspected {
  readonly Id: string;
  readonly Name: string;
  readonly State: { readonly Running: boolean };
  readonly Config: { readonly Labels: Readonly<Record<string, string>> };
}

/** The containers of the project by their services; one question for all of them. */
function containers(): Map<string, Inspected[]> {
  const ids = docker(['ps', '--all', '--quiet', '--no-trunc', `--filter=label=com.docker.compose.project=${project}`]);
  const all = ids.toString().split('\n').filter(Boolean);
  if (all.length === 0) fail('no Infrahub environment detected');
  const inspected: Inspected[] = JSON.parse(docker(['inspect', '--type=container', ...all]).toString());
  return Map.groupBy(inspected, ({ Config }) => Config.Labels['com.docker.compose.service'] ?? '');
}

const services = ['infrahub-server', 'task-worker', 'task-manager', 'cache', 'message-queue'];
const idsOf = (found: ReturnType<typeof containers>, names: readonly string[]): string[] =>
  names.flatMap((name) => (found.get(name) ?? []).map(({ Id }) => Id));

function stopAll(found: ReturnType<typeof containers>): string[] {
  log('info', 'Stopping Infrahub application services...');
  const running = services.flatMap((name) => (found.get(name) ?? []).filter(({ State }) => State.Running));
  for (const { Name } of running) log('info', `Stopping ${Name}...`);
  const ids = running.map(({ Id }) => Id);
  if (ids.length > 0) docker(['stop', ...ids]);
  return ids;
}

function startAll(ids: readonly string[]): void {
  log('info', 'Starting Infrahub application services...');
  docker(['start', ...ids.toReversed()]);
}

const sum = (data: Buffer): string => createHash('sha256').update(data).digest('hex');

async function create(): Promise<void> {
  const found = containers();
  const [database = ''] = idsOf(found, ['database']);
  const [worker = ''] = idsOf(found, ['task-worker']);
  const edition = process.env.STAND_IN_EDITION ?? 'community';
  if (edition === 'community')
    log(
      'warning',
      'Neo4j Community Edition detected; Infrahub services will be stopped and restarted before the backup begins.',
    );
  log('info', 'Checking for running tasks before backup...');
  for (;;) {
    const tasks: unknown[] = JSON.parse(docker(['exec', worker, 'infrahubctl', 'task', 'list', '--json']).toString());
    if (tasks.length === 0) break;
    log('warning', `There are running ${tasks.length} tasks: ${JSON.stringify(tasks)}`);
    log('warning', 'Waiting for them to complete... (use --force to override)');
    await new Promise((done) => setTimeout(done, taskPause));
  }
  log('info', 'No running tasks detected. Proceeding with backup.');
  const stopped = edition === 'community' ? stopAll(found) : [];
  const work = mkdtempSync(join(tmpdir(), 'infrahub_backup_'));
  try {
    mkdirSync(join(work, 'backup', 'database'), { recursive: true });
    const graph = docker(['exec', database, 'cat', '/data/graph.json']);
    const withTasks = !all.includes('--exclude-taskmanager');
    const files: Record<string, Buffer> = {
      'database/neo4j.dump': graph,
      ...(withTasks ? { 'prefect.dump': Buffer.from('tasks') } : {}),
    };
    for (const [path, data] of Object.entries(files)) writeFileSync(join(work, 'backup', path), data);
    if (process.env.STAND_IN_BACKUP_FAILS) fail(process.env.STAND_IN_BACKUP_FAILS);
    const at = new Date().toISOString().replaceAll(/[-:]/g, '');
    const id = `infrahub_backup_${at.slice(0, 8)}_${at.slice(9, 15)}`;
    const information = {
      metadata_version: 2025111200,
      backup_id: id,
      infrahub_version: process.env.STAND_IN_VERSION ?? '1.9.10',
      components: ['database', ...(withTasks ? ['task-manager-db'] : [])],
      checksums: Object.fromEntries(Object.entries(files).map(([path, data]) => [path, sum(data)])),
      neo4j_edition: edition,
    };
    writeFileSync(join(work, 'backup', 'backup_information.json'), JSON.stringify(information));
    log('info', 'Creating backup archive...');
    const file = join(option('backup-dir') ?? '.', `${id}.tar.gz`);
    execFileSync('tar', ['--create', '--gzip', `--file=${file}`, `--directory=${work}`, 'backup']);
    log('info', 'Backup created successfully');
  } finally {
    rmSync(work, { recursive: true });
    if (stopped.length > 0) startAll(stopped);
  }
}

function restore(): void {
  const [file = ''] = rest;
  if (!existsSync(file)) fail(`backup file not found: ${file}`);
  const found = containers();
  const [database = ''] = idsOf(found, ['database']);
  const work = mkdtempSync(join(tmpdir(), 'infrahub_restore_'));
  try {
    log('info', 'Extracting backup archive...');
    execFileSync('tar', ['--extract', '--gzip', `--file=${file}`, `--directory=${work}`]);
    const { checksums }: { checksums: Record<string, string> } = JSON.parse(
      readFileSync(join(work, 'backup', 'backup_information.json'), 'utf8'),
    );
    for (const [path, wanted] of Object.entries(checksums))
      if (sum(readFileSync(join(work, 'backup', path))) !== wanted) fail(`checksum mismatch for ${path}`);
    stopAll(found);
    const graph = JSON.parse(readFileSync(join(work, 'backup', 'database', 'neo4j.dump'), 'utf8'));
    if (option('reset-deployment-id') === 'true') graph.deploymentId = randomUUID();
    docker(['exec', '-i', database, 'sh', '-c', 'cat > /data/graph.json'], JSON.stringify(graph));
    log('info', 'Restarting Infrahub services...');
    docker(['start', ...idsOf(found, services.toReversed())]);
    if (!process.env.STAND_IN_RESTORE_SILENT) log('info', 'Restore completed successfully');
  } finally {
    rmSync(work, { recursive: true });
  }
}

for (const name of ['INFRAHUB_REDACT', 'INFRAHUB_FORCE', 'INFRAHUB_S3_UPLOAD'])
  if (process.env[name] === 'true') fail(`${name} reached the stand-in`);
if (command === 'version') log('info', 'Version: 1.7.2');
else if (command === 'create') await create();
else if (command === 'restore') restore();
else fail(`unknown command ${command}`);
