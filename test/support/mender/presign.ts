import { createHash, createHmac } from 'node:crypto';

/** A bucket as a service of Mender is told of it. */
export interface Storage {
  readonly uri: string;
  readonly bucket: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** A link into the bucket that needs no credential: signature version 4 in the query. */
export function presigned(method: 'GET' | 'PUT' | 'DELETE', key: string, storage: Storage, now = new Date()): string {
  const url = new URL(`/${storage.bucket}/${encodeURIComponent(key)}`, storage.uri);
  const at = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const scope = `${at.slice(0, 8)}/us-east-1/s3/aws4_request`;
  const query = {
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${storage.accessKey}/${scope}`,
    'X-Amz-Date': at,
    'X-Amz-Expires': '900',
    'X-Amz-SignedHeaders': 'host',
  };
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const canonical = [method, url.pathname, url.search.slice(1), `host:${url.host}\n`, 'host', 'UNSIGNED-PAYLOAD'];
  const toSign = ['AWS4-HMAC-SHA256', at, scope, createHash('sha256').update(canonical.join('\n')).digest('hex')];
  const keys = [at.slice(0, 8), 'us-east-1', 's3', 'aws4_request'];
  const signing = keys.reduce<string | Buffer>(
    (secret, text) => createHmac('sha256', secret).update(text).digest(),
    `AWS4${storage.secretKey}`,
  );
  url.searchParams.set('X-Amz-Signature', createHmac('sha256', signing).update(toSign.join('\n')).digest('hex'));
  return url.href;
}
