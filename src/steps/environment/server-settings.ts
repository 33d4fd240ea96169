import { resolve } from 'node:path';
import { settingsOf } from '../../config/environment-settings.ts';
import type { Project } from '../../config/project.ts';
import { valueAt } from '../../config/subject.ts';
import { problemsIn } from '../../core/decisions/known-problems.ts';
import { UserError } from '../../core/messages/errors.ts';
import type { Message } from '../../core/messages/message.ts';
import { type EnvironmentName, type Hop, type ReleaseSide, releaseOn } from '../../core/model/hop.ts';
import { partPlaceholders } from '../../core/model/parts.ts';
import { deployFiles } from '../../drivers/deployers.ts';
import { hasVersions } from '../../products/definition.ts';
import { readTextFile } from '../../world/text-file.ts';
import { placeholderNames } from '../../world/variables.ts';

type PlainHop = Pick<Hop, 'from' | 'to' | 'parts' | 'releases'>;

export interface SettingsLookedAt {
  readonly environment: EnvironmentName;
  /** The hops that it is going to climb; none if it is at its target. */
  readonly hops: readonly PlainHop[];
  /** A plan is made without the variables of the environments: `check` examines what it cannot name. */
  readonly withoutVariables: 'skip' | 'say';
}

/**
 * Settings of a server that its product is known to misread: a name that looks right and has no effect, for example. Finding
 * nothing proves nothing, since a server may be configured elsewhere.
 */
export async function settingProblems(project: Project, looked: SettingsLookedAt): Promise<Message[]> {
  const { product, document, configuration } = project;
  const { environment, hops, withoutVariables } = looked;
  const versions = hops.flatMap((hop) => releaseSides.map((side) => releaseOn(hop, side)));
  const problems = product['known-problems'].filter((problem) => problem.in === 'settings');
  if (problems.length === 0) return [];
  const scheme = hasVersions(product) ? product.versions : undefined;
  const settings = settingsOf(configuration, environment);
  const deploy = valueAt(document, ['environments', environment, 'deploy']);
  const written = [deploy, valueAt(document, ['product', 'migrations', 'defer'])];
  const named = settings['server-settings'];
  const kind = settings.deploy?.kind;
  const ofDeploy = kind === undefined ? [] : deployFiles(kind, valueAt(deploy, [kind])).map(({ path }) => path);
  const found = await Promise.all([
    ...named.map((place) => readPlace(project, looked, place)),
    // If a deployer cannot read its settings, it says so itself.
    ...ofDeploy
      .filter((place) => !named.includes(place))
      .map(async (place) => (await readPlace(project, looked, place)).filter((file) => file.kind === 'text')),
  ]);
  const texts = [
    { place: `environments.${environment}.deploy`, text: JSON.stringify(written, undefined, 1) },
    ...found.flat().flatMap((file) => (file.kind === 'text' ? [file] : [])),
  ];
  return [
    ...found.flat().flatMap((file) => {
      if (file.kind === 'missing') return [notReadable(environment, file.place)];
      return file.kind === 'unnamed' && withoutVariables === 'say' ? [file.message] : [];
    }),
    ...texts.flatMap(({ place, text }) =>
      problemsIn(problems, { in: 'settings', text, versions }, scheme).map(({ happened, means, next }) => ({
        happened: `${place}: ${happened}`,
        means,
        next,
      })),
    ),
  ];
}

type SettingsFile =
  | { readonly kind: 'text'; readonly place: string; readonly text: string }
  | { readonly kind: 'missing'; readonly place: string }
  /** It has a variable that this job is not given. */
  | { readonly kind: 'unnamed'; readonly message: Message };

/** A path that contains a release stands for one file per release; at least one of them must exist if there is a release. */
async function readPlace(
  { effects, configuration }: Project,
  { environment, hops }: SettingsLookedAt,
  place: string,
): Promise<readonly SettingsFile[]> {
  const where = `environments.${environment}.server-settings`;
  const common = { system: configuration.system, environment };
  const isOfRelease = placeholderNames(place).some((name) => !Object.hasOwn(common, name));
  const fillings = isOfRelease ? hops.flatMap((hop) => fillingsOf(hop, common)) : [common];
  let names: Set<string>;
  try {
    names = new Set(fillings.map((placeholders) => effects.variables.fill(place, where, placeholders)));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [{ kind: 'unnamed', message: { ...error.detail, means: notNoticed } }];
  }
  const files = await Promise.all(
    [...names].map(async (name): Promise<SettingsFile[]> => {
      const text = await readTextFile(resolve(effects.directory, name)).catch(() => undefined);
      return text === undefined ? [] : [{ kind: 'text', place: name, text }];
    }),
  );
  return names.size === 0 || files.flat().length > 0 ? files.flat() : [{ kind: 'missing', place }];
}

function fillingsOf(hop: PlainHop, common: Readonly<Record<string, string>>): Readonly<Record<string, string>>[] {
  const [from, to] = [releaseOn(hop, 'from'), releaseOn(hop, 'to')];
  return releaseSides.map((side) => ({
    ...partPlaceholders(hop.parts?.[side]),
    ...{ ...common, from, to, version: releaseOn(hop, side) },
  }));
}

const releaseSides = ['from', 'to'] as const satisfies readonly ReleaseSide[];
const notNoticed = 'Settings that the product is known to misread would go unnoticed there.';

function notReadable(environment: EnvironmentName, place: string): Message {
  return {
    happened: `"${place}", which environments.${environment}.server-settings names, cannot be read.`,
    means: notNoticed,
    next: 'Correct the name; a relative one is relative to the root of the repository.',
  };
}
