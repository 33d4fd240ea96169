import { isDeepStrictEqual } from 'node:util';
import type { ProductDefinition } from '../products/definition.ts';
import type { Finding, Path } from './mistake.ts';
import { nearest } from './nearest.ts';
import type { Configuration } from './schema.ts';
import { quoted } from './shown.ts';
import { valueAt } from './subject.ts';

/** The products that are shipped. */
export interface ShippedProducts {
  readonly names: readonly string[];
  find(name: string): ProductDefinition | undefined;
}

/**
 * What a configuration must be beyond the form of its parts.
 * @param document the plain data, with `${NAME}` unresolved: templates are compared as they are written
 */
export function crossChecks(configuration: Configuration, document: unknown, products: ShippedProducts): Finding[] {
  return [...product(configuration, products), ...environmentsApart(document), ...urls(configuration)];
}

function product(configuration: Configuration, products: ShippedProducts): Finding[] {
  const chosen = configuration.product;
  if (typeof chosen !== 'string') return access(configuration, chosen);
  const definition = products.find(chosen);
  if (definition) return access(configuration, definition);
  const near = nearest(chosen, products.names);
  return [
    {
      path: ['product'],
      at: 'value',
      problem: `There is no product ${quoted(chosen)}.`,
      accepted: `${products.names.join(', ')}, or a definition of your own in place of the name.`,
      fix: near ? `did you mean "${near}"?` : 'write one of these names, or write the product out.',
    },
  ];
}

function access(configuration: Configuration, definition: ProductDefinition): Finding[] {
  return Object.entries(configuration.environments).flatMap(([environment, settings]) => {
    const given = Object.keys(settings.access);
    return Object.entries(definition.access)
      .filter(([name]) => !given.includes(name))
      .map(([name, { description }]): Finding => {
        const near = nearest(
          name,
          given.filter((each) => !Object.hasOwn(definition.access, each)),
        );
        const variable = `${environment}_${name}`.toUpperCase().replaceAll('-', '_');
        return {
          path: ['environments', environment, 'access', ...(near ? [near] : [])],
          at: 'key',
          problem: `${definition.title} needs the credential ${quoted(name)}: ${description}`,
          fix: near
            ? `did you mean "${name}" where you wrote "${near}"?`
            : `add \`${name}: "\${${variable}}"\` to environments.${environment}.access.`,
        };
      });
  });
}

/** Two environments that are written alike are one: staging is overwritten, so it would be production. */
function environmentsApart(document: unknown): Finding[] {
  return (['url', 'database'] as const).flatMap((key) => {
    const path: Path = ['environments', 'staging', key];
    const staging = valueAt(document, path);
    if (staging === undefined || !isDeepStrictEqual(staging, valueAt(document, ['environments', 'production', key])))
      return [];
    return [
      {
        path,
        at: 'value',
        problem: `Staging has the same \`${key}\` as production; what staging has is overwritten.`,
        accepted: `another ${key === 'url' ? 'address' : 'database'} than that of environments.production.`,
        fix: `give staging its own \`${key}\`, with a variable of its own: \${STAGING_${key.toUpperCase()}}.`,
      },
    ];
  });
}

function urls(configuration: Configuration): Finding[] {
  return Object.entries(configuration.environments).flatMap(([environment, { url }]): Finding[] => {
    const base = {
      path: ['environments', environment, 'url'],
      at: 'value',
      accepted: 'a URL such as https://example.com.',
    } as const;
    if (url.endsWith('/'))
      return [{ ...base, problem: 'This URL ends with a slash; paths are appended to it.', fix: 'remove the slash.' }];
    if (url.includes('${') || /^https?:\/\/[^/\s]/i.test(url)) return [];
    return [
      {
        ...base,
        problem: `This is ${quoted(url)}, which has no http:// or https://.`,
        fix: `write the whole address, such as https://${url.replace(/^\W+/, '')}.`,
      },
    ];
  });
}
