import { resolve } from 'node:path';
import { UserError } from '../../src/core/messages/errors.ts';
import { publish, publishedRelease, viewed } from './npm.ts';
import { packedRelease } from './packed-release.ts';
import { argumentsOf, runStep } from './run.ts';
import { isNewer, parseVersion } from './version.ts';

/* Publishes a packed release to npm, unless it is already there. Imports nothing but this repository's own files. */
await runStep(async () => {
  const [tarball] = argumentsOf('publish.ts', ['TARBALL']);
  const release = await packedRelease(tarball);
  const spec = `${release.name}@${release.version}`;
  if ((await viewed(spec, 'version')) !== undefined) {
    const published = await publishedRelease(spec);
    if (published.commit === release.commit) return `${spec} is published already, from this commit.`;
    throw new UserError({
      happened: `${spec} is published already, from the commit ${published.commit}; this is ${release.commit}.`,
      means: 'npm does not replace a version. Nothing was published.',
      next: 'Put the tag back on the commit that is published, and release this one as the next version.',
    });
  }
  const tag = npmTag(release.version, await viewed(release.name, 'dist-tags.latest'));
  await publish(resolve(tarball), tag);
  return `${spec} is published, as "${tag}".`;
});

/** `latest` never goes back: a fix of an older line gets a tag of its line. */
function npmTag(version: string, latest: string | undefined): string {
  const [own, newest] = [parseVersion(version), latest === undefined ? undefined : parseVersion(latest)];
  if (own === undefined || newest === undefined || isNewer(own, newest)) return 'latest';
  return `release-${own.numbers[0]}.${own.numbers[1]}`;
}
