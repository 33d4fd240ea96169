import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readChallenge } from '../../../../src/drivers/releases/oci/challenge.ts';
import { parseImageName } from '../../../../src/drivers/releases/oci/image-name.ts';

function shown(text: string): string | undefined {
  const image = parseImageName(text);
  return image && `${image.registry.href} ${image.repository}`;
}

test('names are read as Docker reads them', () => {
  const hub = 'https://registry-1.docker.io/';
  assert.equal(shown('postgres'), `${hub} library/postgres`);
  assert.equal(shown('docker.io/postgres'), `${hub} library/postgres`);
  assert.equal(shown('medplum/medplum-server'), `${hub} medplum/medplum-server`);
  assert.equal(shown('oci://registry.example.com/a/chart/b'), 'https://registry.example.com/ a/chart/b');
  assert.equal(shown('localhost:5000/records'), 'http://localhost:5000/ records');
  assert.equal(shown('127.0.0.1.example.com/records'), 'https://127.0.0.1.example.com/ records');
  for (const wrong of ['', 'Acme/Records', 'acme/records:1.0', 'acme/../records', 'user@registry.example.com/x']) {
    assert.equal(shown(wrong), undefined, wrong);
  }
});

test('a registry with https cannot redirect the login to a server without it', () => {
  const header = 'Bearer realm="http://tokens.example.com/t",service="s"';
  const scope = 'repository:a/b:pull';
  assert.equal(readChallenge(header, new URL('https://registry.example.com'), scope).kind, 'unknown');
  const safe = readChallenge(header.replace('http:', 'https:'), new URL('https://registry.example.com'), scope);
  assert.deepEqual(safe, {
    kind: 'bearer',
    realm: new URL('https://tokens.example.com/t?service=s&scope=repository%3Aa%2Fb%3Apull'),
  });
});
