import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SystemFailure, UserError } from '../../../../src/core/messages/errors.ts';
import { pypi } from '../../../../src/drivers/releases/pypi/kind.ts';
import { answerJson, serve } from '../../../support/http-server.ts';
import { contextFor } from '../effects.ts';

const file = (filename: string, more: object = {}) => ({ filename, url: `../${filename}`, hashes: {}, ...more });

const page = {
  meta: { 'api-version': '1.1' },
  name: 'acme-records',
  versions: ['1.0', '1.1.0', '1.2.0rc1', '1.2.0', '1.3.0', '1.4.0'],
  files: [
    file('Acme.Records-1.0.tar.gz', { yanked: false, 'upload-time': '2026-01-03T00:00:00Z' }),
    file('acme_records-1.0.0-py3-none-any.whl', { yanked: false, 'upload-time': '2026-01-02T03:04:05.678901Z' }),
    file('acme-records-1.0.win32-py2.7.exe', { yanked: false, 'upload-time': '2025-01-01T00:00:00Z' }),
    file('acme_records-1.1.0-py3-none-any.whl', { yanked: 'Loses rows, use 1.2.0' }),
    file('acme_records-1.1.0.tar.gz', { yanked: true }),
    file('acme-records-1.2.0-rc.1.zip', { yanked: false }),
    file('acme_records-1.2.0-cp311-cp311-linux_x86_64.whl', { yanked: true }),
    file('acme_records-1.2.0.tar.gz', { yanked: false }),
    file('acme_records-1.3.0.tar.gz', { yanked: true }),
  ],
};

test('a project gives all its versions, with the date of the first file, and yanked ones as withdrawn', async () => {
  const accepted: (string | undefined)[] = [];
  await using server = await serve((request, response) => {
    accepted.push(request.headers.accept);
    answerJson(response, page);
  });
  const part = pypi.part.parse({ pypi: { project: 'Acme_Records', index: `${server.url}/simple` } });
  const { source, tags } = await part.open(contextFor()).read();
  assert.equal(source, 'PyPI project Acme_Records');
  assert.deepEqual(server.requests, ['GET /simple/acme-records/']);
  assert.deepEqual(accepted, ['application/vnd.pypi.simple.v1+json']);
  assert.deepEqual(tags, [
    { tag: '1.0', publishedAt: '2026-01-02T03:04:05.678901Z' },
    { tag: '1.1.0', withdrawn: { reason: 'Loses rows, use 1.2.0' } },
    { tag: '1.2.0rc1' },
    { tag: '1.2.0' },
    { tag: '1.3.0', withdrawn: { reason: 'It is yanked on the index' } },
    { tag: '1.4.0', withdrawn: { reason: 'The index has no file of it that can be installed' } },
  ]);
});

test('an index of the older form is read by its files', async () => {
  const { versions: _, ...older } = page;
  await using server = await serve((_request, response) => answerJson(response, older));
  const context = contextFor({ environment: { PIP_INDEX_URL: server.url } });
  const { tags } = await pypi.part
    .parse({ pypi: { project: 'acme-records' } })
    .open(context)
    .read();
  assert.deepEqual(
    tags.map(({ tag }) => tag),
    ['1.0', '1.1.0', '1.2.0-rc.1', '1.2.0', '1.3.0'],
  );
});

test('anything that is not such an index is named: not JSON, another page, a login page, no address', async () => {
  const read = async (status: number, body: string) => {
    await using server = await serve((_request, response) => void response.writeHead(status).end(body));
    const index = server.url.replace('//', '//robot:sesame@');
    await pypi.part
      .parse({ pypi: { project: 'records', index } })
      .open(contextFor())
      .read();
  };
  await assert.rejects(read(406, ''), (error) => {
    assert.ok(error instanceof SystemFailure);
    assert.match(error.message, /answered 406.*does not offer its pages as JSON.*"index"/s);
    assert.doesNotMatch(error.message, /sesame|robot/);
    return true;
  });
  await assert.rejects(read(404, 'not found'), /records\/ answered 404.*Check the name/s);
  await assert.rejects(read(200, '<!DOCTYPE html><a href="x">x</a>'), /is not JSON/);
  await assert.rejects(read(200, '{"files":[{}]}'), /has another shape than expected \(files\.0\.filename/);
  const context = contextFor({ environment: { PIP_INDEX_URL: 'pypi' } });
  await assert.rejects(
    pypi.part
      .parse({ pypi: { project: 'records' } })
      .open(context)
      .read(),
    (error) =>
      error instanceof UserError && /^The variable PIP_INDEX_URL is not an address of a server/.test(error.message),
  );
});

test('a name that would lead to another place is refused', () => {
  for (const project of ['../simple', 'a/b', '-a', 'a b', ''])
    assert.equal(pypi.part.safeParse({ pypi: { project } }).success, false, project);
});
