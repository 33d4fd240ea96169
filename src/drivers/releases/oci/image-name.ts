/** Where the tags of an image or a chart are. */
export interface ImageName {
  /** Origin of the registry's API. */
  readonly registry: URL;
  /** `library/postgres`, `opsmill/chart/infrahub`. */
  readonly repository: string;
}

/** Docker Hub answers under another name than the one in image names. */
const dockerHub = { name: 'docker.io', api: 'registry-1.docker.io' } as const;
const component = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const path = new RegExp(`^${component}(?:/${component})*$`);

/**
 * Parses `medplum/medplum-server`, `ghcr.io/acme/records` or `localhost:5000/records`; undefined if it is not an image name.
 * The first part is a registry if it has a dot or a port, or is `localhost`:
 * https://github.com/distribution/reference/blob/main/normalize.go
 * Registries on this machine are accessed over http, as Docker does; all others over https.
 */
export function parseImageName(text: string): ImageName | undefined {
  const [first = '', ...rest] = text.replace(/^oci:\/\//, '').split('/');
  const namesRegistry = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const host = namesRegistry ? first : dockerHub.name;
  const name = namesRegistry ? rest.join('/') : [first, ...rest].join('/');
  if (!path.test(name)) return undefined;
  const isHub = host === dockerHub.name || host === `index.${dockerHub.name}`;
  const scheme = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(host) ? 'http' : 'https';
  const registry = URL.parse(`${scheme}://${isHub ? dockerHub.api : host}/`);
  if (registry === null || registry.username !== '' || registry.pathname !== '/') return undefined;
  return { registry, repository: isHub && !name.includes('/') ? `library/${name}` : name };
}
