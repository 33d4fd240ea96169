import { z } from 'zod';
import { onDemand } from '../../../core/settings/on-demand.ts';
import { once } from '../../../core/settings/once.ts';
import { template } from '../../../core/settings/scalars.ts';

const credentials = onDemand(() =>
  z
    .strictObject({
      'access-key-id': template.describe('The id of the access key.'),
      'secret-access-key': template.describe('Its secret: a `${NAME}`, never written out.'),
      'session-token': template.optional().describe('The session token of credentials that expire.'),
    })
    .describe(
      'A separate access key. Without it the usual places are searched: the variables that a login step sets (OIDC), a web identity token, a profile, the role of the machine.',
    ),
);

/** Where a bucket is, and how it is reached: the same whatever is stored there. */
export const s3Place = once(() => ({
  bucket: template.meta({ description: 'The name of the bucket.', examples: ['acme-backups'] }),
  region: template
    .optional()
    .meta({ description: 'The region of the bucket. Default: `AWS_REGION`.', examples: ['eu-central-1'] }),
  prefix: template
    .default('{system}')
    .describe('The prefix of the keys, without a slash at the end. `{system}` is the name of the system.'),
  endpoint: template.optional().meta({
    description: 'The address of a server that speaks the S3 protocol, such as MinIO, R2 or Ceph. Default: AWS.',
    examples: ['https://minio.example.com:9000'],
  }),
  'path-style': z
    .boolean()
    .default(false)
    .describe(
      'Puts the name of the bucket into the path instead of the host name, as most self-hosted servers need it.',
    ),
  checksum: z
    .enum(['sha256', 'md5'])
    .default('sha256')
    .describe('How the server verifies uploads. `md5` is for servers that do not support the other.'),
  'server-side-encryption': z
    .union([
      z.literal('sse-s3'),
      z
        .strictObject({ 'kms-key': template.describe('The ARN or id of the key.') })
        .describe('With a key of the key management service.'),
    ])
    .optional()
    .describe(
      'How the server encrypts what it stores: `sse-s3`, or a key of its key management service. Default: as the bucket is configured.',
    ),
  credentials: credentials.optional(),
}));

const settings = () => z.strictObject(s3Place());
export type S3Settings = z.output<ReturnType<typeof settings>>;
