import type { DBEngineVersion } from '@aws-sdk/client-rds';
import { SystemFailure, UserError } from '../../../core/messages/errors.ts';
import type { PublishedTag, PublishedTags } from '../../../core/model/release.ts';
import { AwsError, awsFailure } from '../../../world/aws/ask.ts';
import { rdsService } from '../../../world/aws/rds.ts';
import type { PartContext } from '../../../world/effects/kind.ts';
import { type Http, httpClient } from '../http.ts';
import { malformedResponse, refusedAnswer } from '../http-failure.ts';
import type { RdsEngineSettings } from './kind.ts';

/** No engine has nearly as many pages: 100 versions are on each. */
const maxPages = 50;

export async function readEngineVersions(
  settings: RdsEngineSettings,
  context: PartContext,
  signal?: AbortSignal,
): Promise<PublishedTags> {
  const { effects, where, placeholders } = context;
  const engine = effects.variables.fill(settings.engine, `${where}.engine`, placeholders);
  const asked: { address: URL } = { address: new URL('https://rds.amazonaws.com/') };
  const name = `the versions of ${engine}`;
  const fetch = throughOneClient(name, httpClient(effects, { source: name }), asked);
  const service = rdsService(settings, { ...context, effects: { ...effects, fetch } });
  const source = `${name} in ${service.access.region}`;
  const malformed = (what: string) => malformedResponse(source, asked.address, what);
  try {
    const all: DBEngineVersion[] = [];
    let Marker: string | undefined;
    for (let page = 1; page === 1 || Marker !== undefined; page += 1) {
      if (page > maxPages) throw malformed(`has more than ${maxPages} pages`);
      const answer = await service.ask(
        async ({ sdk, client, options }) =>
          // Without the deprecated ones, a cluster that still runs one would be on an unknown version.
          await client.send(
            new sdk.DescribeDBEngineVersionsCommand({ Engine: engine, IncludeAll: true, Marker }),
            options,
          ),
        signal,
      );
      if (answer.DBEngineVersions === undefined) throw malformed('is not a list of versions');
      all.push(...answer.DBEngineVersions);
      Marker = answer.Marker;
    }
    if (all.length === 0) throw unknownEngine(engine, source, where);
    return { source, tags: all.map((each) => tagFrom(each, malformed)) };
  } catch (error) {
    signal?.throwIfAborted();
    effects.signal.throwIfAborted();
    if (error instanceof SystemFailure || error instanceof UserError) throw error;
    if (error instanceof AwsError)
      throw awsFailure(
        `${source} could not be read`,
        error,
        'The list of releases is incomplete, so no path was planned.',
      );
    throw malformed('is not what the API of RDS answers');
  }
}

/** The client sends requests like every source: with the same limits of size and time, and the same retries. */
function throughOneClient(source: string, ask: Http, asked: { address: URL }): typeof globalThis.fetch {
  return async (input, init) => {
    const url = new URL(String(input));
    asked.address = url;
    const form = typeof init?.body === 'string' || init?.body instanceof Uint8Array ? init.body : undefined;
    const headers = Object.fromEntries(new Headers(init?.headers));
    const signal = init?.signal ?? undefined;
    const reply = await ask({ url, headers, ...(form === undefined ? {} : { form: bytes(form) }) }, signal);
    // A refusal by AWS itself has a code, which says more than the status.
    const isRefusal = (reply.status === 400 || reply.status === 403) && reply.body.includes('<Code>');
    if (reply.status !== 200 && !isRefusal) throw refusedAnswer(source, url, reply);
    return new Response(reply.body, { status: reply.status, headers: { 'content-type': 'text/xml' } });
  };
}

function bytes(form: string | Uint8Array): string | Uint8Array<ArrayBuffer> {
  return typeof form === 'string' ? form : new Uint8Array(form);
}

function tagFrom(version: DBEngineVersion, malformed: (what: string) => SystemFailure): PublishedTag {
  const { EngineVersion: tag, Status: status, ValidUpgradeTarget: targets = [] } = version;
  if (tag === undefined || tag === '') throw malformed('has a version without a name');
  const to = (isMajor: boolean) =>
    targets.flatMap(({ EngineVersion: target, IsMajorVersionUpgrade: major }) =>
      target !== undefined && (major === true) === isMajor ? [target] : [],
    );
  return {
    tag,
    upgrades: { minor: to(false), major: to(true) },
    ...(status === 'deprecated' && {
      withdrawn: { reason: 'AWS has deprecated it: no cluster is made or upgraded to it' },
    }),
  };
}

function unknownEngine(engine: string, source: string, where: string): SystemFailure {
  return new SystemFailure({
    happened: `There are none of ${source}.`,
    means: 'No path was planned.',
    next: `Check ${where}.engine ("${engine}") and the region: aws rds describe-db-engine-versions names the engines that there are.`,
  });
}
