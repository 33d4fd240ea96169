import { z } from 'zod';
import { SystemFailure, UserError } from '../../../core/messages/errors.ts';
import type { AwsAccess } from '../../../world/aws/access.ts';
import { AwsError, askAws, awsFailure } from '../../../world/aws/ask.ts';
import { imageReference, whyMoving } from '../image-reference.ts';

export interface PinnedImage {
  /** As the configuration names it: `acme/app:1.1.0`. */
  readonly asked: string;
  /** `acme/app@sha256:…`: what runs, whatever the tag means later. */
  readonly pinned: string;
  readonly digest: string;
}

export interface DigestAsking {
  readonly access: AwsAccess;
  readonly fetch: typeof globalThis.fetch;
  /** For messages. */
  readonly where: string;
}

const ofEcr = /^(?<registry>\d{12})\.dkr\.ecr(?:-fips)?\.(?<region>[a-z0-9-]+)\.amazonaws\.com(?:\.cn)?\/(?<name>.+)$/;

/** Asks the image's registry what the tag is now. Nothing is changed. */
export async function pinnedImage(asked: string, asking: DigestAsking): Promise<PinnedImage> {
  const moving = whyMoving(asked);
  const image = imageReference(asked);
  if (moving !== undefined || image === undefined) {
    throw new UserError({
      happened: `The image "${asked}" (${asking.where}) ${moving ?? 'is not the name of an image'}.`,
      means: 'It could not be known that what was rehearsed is what is promoted. Nothing was changed.',
      next: `Name the release in its tag, such as "acme/app:{version}", in ${asking.where}.`,
    });
  }
  const { name, tag = '', digest: given } = image;
  const ecr = ofEcr.exec(name)?.groups;
  const digest =
    given ??
    (ecr === undefined ? await ofRegistry(name, tag, asking) : await ofRepository(ecr, { asked, tag }, asking));
  return { asked, pinned: `${name}@${digest}`, digest };
}

async function ofRepository(
  { registry, region = '', name }: Readonly<Record<string, string>>,
  { asked, tag }: { readonly asked: string; readonly tag: string },
  { access }: DigestAsking,
): Promise<string> {
  const sdk = await import('../../../world/clients/ecr.ts');
  const client = new sdk.ECRClient({ ...access.clientSettings, region });
  try {
    const { imageDetails } = await askAws(access, (options) =>
      client.send(
        new sdk.DescribeImagesCommand({ registryId: registry, repositoryName: name, imageIds: [{ imageTag: tag }] }),
        options,
      ),
    );
    return imageDetails?.[0]?.imageDigest ?? '';
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    throw awsFailure(`The image "${asked}" is not to be had`, error, 'Nothing was changed.');
  }
}

const manifestTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

const tokenAnswer = z.looseObject({ token: z.string().optional(), access_token: z.string().optional() });

/** As every registry answers, without a login: the OCI protocol. */
async function ofRegistry(name: string, tag: string, { access, fetch, where }: DigestAsking): Promise<string> {
  const { host, path } = registryOf(name);
  const url = `${/^(?:localhost|127\.)/.test(host) ? 'http' : 'https'}://${host}/v2/${path}/manifests/${tag}`;
  const ask = async (headers: Readonly<Record<string, string>>): Promise<Response> =>
    await fetch(url, { method: 'HEAD', headers: { accept: manifestTypes, ...headers }, signal: access.signal });
  const why = (reason: string): SystemFailure =>
    new SystemFailure({
      happened: `The registry ${host} did not show the image "${name}:${tag}": ${reason}.`,
      means: 'What the tag is now is not known. Nothing was changed.',
      next: `Make sure that the image exists. Where its registry asks for a login, name the image by its digest in ${where} ("acme/app:{version}@sha256:…").`,
    });
  try {
    const first = await ask({});
    const response = first.status === 401 ? await ask(await authorization(first, fetch, access.signal)) : first;
    const digest = response.headers.get('docker-content-digest');
    if (response.ok && digest !== null) return digest;
    throw why(response.ok ? 'it did not name its digest' : `it answered with ${response.status}`);
  } catch (error) {
    access.signal.throwIfAborted();
    if (error instanceof SystemFailure) throw error;
    throw why(error instanceof Error ? error.message : String(error));
  }
}

/** `acme/app` is `registry-1.docker.io/acme/app`, and `redis` is `library/redis` there. */
function registryOf(name: string): { readonly host: string; readonly path: string } {
  const [first = '', ...rest] = name.split('/');
  const isHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  if (isHost && first !== 'docker.io') return { host: first, path: rest.join('/') };
  const path = isHost ? rest.join('/') : name;
  return { host: 'registry-1.docker.io', path: path.includes('/') ? path : `library/${path}` };
}

async function authorization(
  refused: Response,
  fetch: typeof globalThis.fetch,
  signal: AbortSignal,
): Promise<Record<string, string>> {
  const challenge = refused.headers.get('www-authenticate') ?? '';
  const value = (key: string): string | undefined => new RegExp(`${key}="([^"]*)"`).exec(challenge)?.[1];
  const realm = value('realm');
  if (!/^bearer /i.test(challenge) || realm === undefined || !URL.canParse(realm)) return {};
  const url = new URL(realm);
  for (const key of ['service', 'scope']) {
    const given = value(key);
    if (given !== undefined) url.searchParams.set(key, given);
  }
  const answered = tokenAnswer.safeParse(await (await fetch(url, { signal })).json());
  const token = answered.data?.token ?? answered.data?.access_token;
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}
