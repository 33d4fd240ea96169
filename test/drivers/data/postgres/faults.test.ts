import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { SystemFailure } from '../../../../src/core/messages/errors.ts';
import { silentLog } from '../../../../src/world/log.ts';
import { type Processes, systemProcesses } from '../../../../src/world/processes/process.ts';
import { cuttingProxy } from '../../../support/cutting-proxy.ts';
import { missingPostgres, startPostgres, type TestPostgres } from '../../../support/postgres.ts';
import { copying } from './copying.ts';

const run = promisify(execFile);
const skip = await missingPostgres();
const rows = 'CREATE TABLE t AS SELECT n, repeat(md5(n::text), 8) AS text FROM generate_series(1, 60000) n';

describe('faults around a dump and a restore', { skip }, () => {
  let server: TestPostgres;
  const folders: string[] = [];

  before(async () => {
    server = await startPostgres();
  });
  after(async () => {
    await server?.stop();
    for (const folder of folders) {
      await run('umount', [folder]);
      await rm(folder, { recursive: true });
    }
  });

  const smallDisk = async (): Promise<string> => {
    const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-disk-'));
    await run('mount', ['-t', 'tmpfs', '-o', 'size=10m,mode=0777', 'tmpfs', folder]);
    folders.push(folder);
    return folder;
  };

  const says = (expected: RegExp) => (error: unknown) => {
    assert.ok(error instanceof SystemFailure, String(error));
    assert.match(error.message, expected);
    return true;
  };

  /** Programs whose output triggers something, once. */
  const watched = () => {
    let waiting: { readonly line: RegExp; readonly then: () => void } | undefined;
    const processes: Processes = {
      run: async (request) => {
        return await systemProcesses.run({
          ...request,
          onLine: (line, stream) => {
            request.onLine?.(line, stream);
            if (waiting?.line.test(line) !== true) return;
            const { then } = waiting;
            waiting = undefined;
            then();
          },
        });
      },
    };
    return {
      processes,
      at: (line: RegExp, then: () => void) => {
        waiting = { line, then };
      },
    };
  };
  const inDump = /dumping contents of table|saving search_path/;
  const inRestore = /processing data for table/;

  it('a server that dies during a dump and during a restore: reported, and both can be repeated', async () => {
    const { processes, at } = watched();
    let dying: Promise<void> | undefined;
    const die = () => {
      dying = server.crash();
    };
    const copy = await copying(server, { name: 'dying', production: `${rows}; CREATE INDEX ON t (text)`, processes });
    at(inDump, die);
    await assert.rejects(copy.backup(), SystemFailure);
    await dying;
    await copy.backup();
    at(inRestore, die);
    await assert.rejects(copy.restore(), says(/do not start the server on it/));
    await dying;
    await copy.restore();
    assert.equal((await copy.compare()).kind, 'equal');
    await copy.stop();
  });

  it('a connection that is cut during a dump and during a restore: reported, and both can be repeated', async () => {
    await using proxy = await cuttingProxy(server.port);
    const { processes, at } = watched();
    const copy = await copying(server, { name: 'cut', production: `${rows}; CREATE INDEX ON t (text)`, processes });
    const through = (database: string) => ({
      url: server.url(database).replace(`:${server.port}/`, `:${proxy.port}/`),
    });
    const isCut = /(the connection was cut|something on the way to it cut the connection).*(proxy or firewall)/s;
    at(inDump, proxy.cut);
    await assert.rejects(copy.backup(through(copy.production)), says(isCut));
    await copy.backup(through(copy.production));
    at(inRestore, proxy.cut);
    await assert.rejects(copy.restore(through(copy.staging)), says(isCut));
    await copy.restore(through(copy.staging));
    assert.equal((await copy.compare(through(copy.staging))).kind, 'equal');
    await copy.stop();
  });

  it('a full disk, of the runner and of the server: the message says which', {
    skip: userInfo().uid !== 0 && 'only root can make a small disk',
  }, async () => {
    const random =
      'CREATE TABLE noise AS SELECT string_agg(md5(random()::text), $$$$) AS text FROM generate_series(1, 800000) n GROUP BY n % 1000';
    const copy = await copying(server, { name: 'full', production: random });
    const backup = copy.source().backup({ directory: await smallDisk(), log: silentLog });
    await assert.rejects(backup, says(/the disk of this runner is full.*There is no backup/s));
    await copy.backup();
    const disk = await smallDisk();
    await run('chown', ['postgres', disk]);
    await server.sql('postgres', `CREATE TABLESPACE small LOCATION '${disk}'`);
    await server.sql('postgres', `ALTER DATABASE ${copy.staging} SET TABLESPACE small`);
    await assert.rejects(copy.restore(), says(/a disk of the server is full.*do not start the server on it/s));
    await server.sql('postgres', `DROP DATABASE ${copy.staging} WITH (FORCE)`);
    await copy.stop();
  });
});
