import { nearest } from '../../core/messages/nearest.ts';
import { flowScalar } from './yaml.ts';

/** Where releases are published, by the word in front of the colon: the settings of that release source, and the scheme of its versions. */
const sources: Readonly<
  Record<
    string,
    { readonly name: RegExp; readonly form: string; readonly scheme: string; render(name: string): string }
  >
> = {
  npm: {
    name: /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-zA-Z0-9~-][a-zA-Z0-9._~-]*$/,
    form: 'npm:unleash-server',
    scheme: 'semver',
    render: (name) => `npm: { package: ${flowScalar(name)} }`,
  },
  pypi: {
    name: /^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i,
    form: 'pypi:isso',
    scheme: 'pep440',
    render: (name) => `pypi: { project: ${flowScalar(name)} }`,
  },
  crates: {
    name: /^[a-z][a-z0-9_-]*$/i,
    form: 'crates:ripgrep',
    scheme: 'semver',
    render: (name) => `crates: { crate: ${flowScalar(name)} }`,
  },
  github: {
    name: /^[\w.-]+\/[\w.-]+$/,
    form: 'github:medplum/medplum',
    scheme: 'semver',
    render: (name) => `github-releases: { repository: ${flowScalar(name)} }`,
  },
};

const forms = Object.values(sources).map(({ form }) => form);
export const releasesForm = `${forms.slice(0, -1).join(', ')} or ${forms.at(-1)}`;

/** Undefined for an answer that is accepted, else why not, with a form that is. */
export const releasesPlace = (answer: string): string | undefined => {
  const [kind = '', name] = split(answer);
  const source = Object.hasOwn(sources, kind) ? sources[kind] : undefined;
  if (source === undefined || name === undefined) {
    const meant = nearest(kind, Object.keys(sources));
    return `${meant === undefined ? '' : `Did you mean "${meant}:"? `}Write where it is published and its name there: ${releasesForm}. Other places are written into the configuration later.`;
  }
  return source.name.test(name) ? undefined : `"${name}" is not a name there. Write it as ${source.form}.`;
};

export interface RenderedSource {
  readonly scheme: string;
  readonly line: string;
}

/** @param answer one that was checked */
export function renderedSource(answer: string): RenderedSource | undefined {
  const [kind = '', name = ''] = split(answer);
  const source = Object.hasOwn(sources, kind) ? sources[kind] : undefined;
  return source === undefined ? undefined : { scheme: source.scheme, line: source.render(name) };
}

function split(answer: string): readonly [string, string?] {
  const at = answer.indexOf(':');
  return at < 0 ? [answer] : [answer.slice(0, at), answer.slice(at + 1)];
}
