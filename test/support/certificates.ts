import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A test, or all tests of a file. */
export interface CleanUpOwner {
  after(clean: () => Promise<void>): void;
}

/** Files in a folder of the test, made by openssl: an authority, a certificate that it signed, and another authority. */
export interface Certificates {
  readonly authority: string;
  /** For the given names, and no other. */
  readonly certificate: string;
  readonly key: string;
  readonly otherAuthority: string;
}

/**
 * @param names as openssl takes them: `IP:127.0.0.1`
 * @param owner the user whose server reads the key; it matters where the test runs as root
 */
export async function certificates(test: CleanUpOwner, names: string, owner?: string): Promise<Certificates> {
  const folder = await mkdtemp(join(tmpdir(), 'staged-upgrade-tls-'));
  test.after(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  const at = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => run('openssl', args, { cwd: folder });
  const authority = (name: string) =>
    openssl(
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
      ...['-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.pem`],
    );
  await authority('authority');
  await authority('other');
  await openssl(
    ...['req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', '/CN=db.example.com'],
    ...['-keyout', 'server.key', '-out', 'server.csr'],
  );
  await writeFile(at('names'), `subjectAltName = ${names}\n`);
  await openssl(
    ...['x509', '-req', '-in', 'server.csr', '-CA', 'authority.pem', '-CAkey', 'authority.key', '-CAcreateserial'],
    ...['-days', '2', '-extfile', 'names', '-out', 'server.pem'],
  );
  await chmod(at('server.key'), 0o600);
  if (owner !== undefined && userInfo().uid === 0) await run('chown', [owner, at('server.key')]);
  return {
    authority: at('authority.pem'),
    certificate: at('server.pem'),
    key: at('server.key'),
    otherAuthority: at('other.pem'),
  };
}
