import parse from 'semver/functions/parse.js';
import prerelease from 'semver/functions/prerelease.js';
import { z } from 'zod';
import { UserError } from '../../../core/messages/errors.ts';
import type { PublishedTag } from '../../../core/model/release.ts';
import { template } from '../../../core/settings/scalars.ts';
import { kind } from '../../../world/effects/kind.ts';
import { readYaml } from '../../../world/yaml/read-yaml.ts';
import { httpClient } from '../http.ts';
import { malformedResponse, refusedAnswer } from '../http-failure.ts';
import { publishedAt } from '../published-date.ts';
import type { ReleaseKind } from '../release-kind.ts';
import { basicAuthorization, below, serverAddress } from '../server-address.ts';

const settings = () =>
  z
    .strictObject({
      url: template.describe('The address of the repository, with or without `/index.yaml`.'),
      chart: z.string().min(1).describe('The name of the chart.'),
      version: z
        .enum(['chart', 'app'])
        .default('chart')
        .describe('What names a release: the version of the chart, or that of the application in it.'),
      username: template.optional().describe('The user, if the repository requires one.'),
      password: template.optional().describe('The password: `${CHARTS_PASSWORD}`.'),
    })
    .describe('The versions of a chart in a Helm repository, each with the version of the application in it.');

/** https://helm.sh/docs/topics/chart_repository/#the-index-file */
const chartVersion = z.lazy(() =>
  z.object({
    version: z.string().min(1),
    appVersion: z.string().optional(),
    created: z.string().optional(),
    deprecated: z.string().optional(),
  }),
);
const index = z.lazy(() => z.object({ entries: z.record(z.string(), z.unknown()) }));

type ChartVersion = z.output<typeof chartVersion>;

const part: ReleaseKind['part'] = kind('helm-index', settings, (configured, context) => ({
  read: async (signal) => {
    const { effects, where, placeholders } = context;
    const fill = (key: 'url' | 'username' | 'password') => {
      const text = configured[key];
      return text === undefined ? undefined : effects.variables.fill(text, `${where}.${key}`, placeholders);
    };
    const { chart } = configured;
    const source = `Helm chart ${chart}${configured.version === 'app' ? ', by application' : ''}`;
    const address = serverAddress(fill('url') ?? '', `${where}.url`);
    const url = address.url.pathname.endsWith('.yaml') ? address.url : below(address.url, 'index.yaml');
    const user = fill('username');
    const headers = user === undefined ? address.headers : basicAuthorization(user, fill('password') ?? '');
    const reply = await httpClient(effects, { source })({ url, headers }, signal);
    if (reply.status !== 200) throw refusedAnswer(source, url, reply);

    const read = readYaml(reply.body, 'texts');
    const parsed = read.kind === 'value' ? index.safeParse(read.value) : undefined;
    if (!parsed?.success) throw malformedResponse(source, url, 'is not the index of a Helm repository');
    const { entries } = parsed.data;
    if (!Object.hasOwn(entries, chart)) throw unknownChart(where, chart, Object.keys(entries));
    const versions = z.array(chartVersion).safeParse(entries[chart]);
    if (!versions.success) throw malformedResponse(source, url, `holds entries of ${chart} that cannot be read`);
    return { source, tags: configured.version === 'chart' ? versions.data.map(byChart) : byApplication(versions.data) };
  },
}));

export const helmIndex: ReleaseKind = { part };

/** `created` is when the index entry was made: not before the chart was published, so an age is never overstated. */
function byChart({ version, appVersion, created, deprecated }: ChartVersion): PublishedTag {
  return {
    tag: version,
    prerelease: prerelease(version) !== null,
    ...publishedAt(created),
    ...(deprecated === 'true' ? { withdrawn: { reason: 'The chart is marked as deprecated' } } : {}),
    parts: { chart: version, ...(appVersion ? { app: appVersion } : {}) },
  };
}

/**
 * Many charts carry the same application. A release of it has the data of its newest chart, and is withdrawn only if every chart of it is.
 */
function byApplication(versions: readonly ChartVersion[]): PublishedTag[] {
  const tags = new Map<string, PublishedTag>();
  const newestFirst = versions.toSorted((a, b) => compareCharts(b.version, a.version));
  for (const published of newestFirst.map(byChart)) {
    const tag = published.parts?.app;
    if (tag === undefined) continue;
    const known = tags.get(tag);
    const { withdrawn: _withdrawn, prerelease: _prerelease, ...rest } = published;
    if (known === undefined) {
      tags.set(tag, { ...rest, tag, ...(published.withdrawn ? { withdrawn: published.withdrawn } : {}) });
    } else if (known.withdrawn !== undefined && published.withdrawn === undefined) {
      tags.set(tag, { ...rest, tag });
    }
  }
  return [...tags.values()];
}

/** Helm accepts only semver versions; others are sorted first. */
function compareCharts(a: string, b: string): number {
  const [one, other] = [parse(a), parse(b)];
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  return one.compare(other);
}

const shownCharts = 10;

function unknownChart(where: string, chart: string, known: readonly string[]): UserError {
  const more = known.length > shownCharts ? `, and ${known.length - shownCharts} more` : '';
  return new UserError({
    happened: `${where}.chart names "${chart}", which the repository does not have.`,
    means: 'No releases are known, so no path was planned.',
    next: `It has ${known.slice(0, shownCharts).join(', ') || 'no charts'}${more}.`,
  });
}
