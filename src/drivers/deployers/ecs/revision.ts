import { isDeepStrictEqual } from 'node:util';
import { UserError } from '../../../core/messages/errors.ts';
import type { DefinitionSeen, NewDefinition } from '../../../world/aws/ecs/service.ts';
import type { PinnedImage } from './image-digest.ts';

export interface RevisionRequest {
  /** By the names of their containers. */
  readonly images: ReadonlyMap<string, PinnedImage>;
  readonly env: Readonly<Record<string, string>>;
  /** Variables that the product needs: a value of undefined removes a variable. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** For messages. */
  readonly where: string;
}

export type Revision = { readonly kind: 'same' } | { readonly kind: 'new'; readonly definition: NewDefinition };

/** The task definition of a release: the running one, with other images and variables. Everything else stays as it is. */
export function revisionFor({ taskDefinition, tags }: DefinitionSeen, wish: RevisionRequest): Revision {
  const containers = taskDefinition?.containerDefinitions ?? [];
  const names = containers.map(({ name }) => name);
  const missing = [...wish.images.keys()].find((name) => !names.includes(name));
  if (taskDefinition === undefined || missing !== undefined) {
    throw new UserError({
      happened: `The task definition has no container "${missing}", which ${wish.where}.images names; it has ${names.join(', ') || 'none'}.`,
      means: 'Nothing was changed.',
      next: `Correct ${wish.where}.images.`,
    });
  }
  const changed = containers.map((container) => {
    const image = wish.images.get(container.name ?? '');
    if (image === undefined) return container;
    return { ...container, image: image.pinned, environment: withVariables(container.environment ?? [], wish) };
  });
  if (isDeepStrictEqual(changed.map(plain), containers.map(plain))) return { kind: 'same' };
  const {
    // What Amazon ECS itself reports about a revision is not part of a new one.
    taskDefinitionArn: _arn,
    revision: _revision,
    status: _status,
    requiresAttributes: _attributes,
    compatibilities: _compatibilities,
    registeredAt: _at,
    registeredBy: _by,
    deregisteredAt: _until,
    family = '',
    ...kept
  } = taskDefinition;
  const definition = { ...kept, family, containerDefinitions: changed };
  return { kind: 'new', definition: tags === undefined || tags.length === 0 ? definition : { ...definition, tags } };
}

interface Variable {
  readonly name?: string | undefined;
  readonly value?: string | undefined;
}

/** In their present order; new ones at the end. */
function withVariables(there: readonly Variable[], { env, environment }: RevisionRequest) {
  const wanted: Readonly<Record<string, string | undefined>> = { ...env, ...environment };
  const kept = there.filter(({ name = '' }) => !Object.hasOwn(wanted, name) || wanted[name] !== undefined);
  const named = new Set(kept.map(({ name }) => name));
  const set = kept.map((one) => ({ name: one.name, value: wanted[one.name ?? ''] ?? one.value }));
  const added = Object.entries(wanted).filter(([name, value]) => value !== undefined && !named.has(name));
  return [...set, ...added.map(([name, value]) => ({ name, value }))];
}

/** Services write an empty list and no list differently. */
function plain(container: object): unknown {
  const entries = Object.entries(container).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  return JSON.parse(JSON.stringify(Object.fromEntries(entries)));
}
