import { readReleases } from '../releases/read-releases.ts';
import type { ReleaseList } from '../releases/release.ts';
import type { Invocation } from './invocation.ts';
import type { Project } from './project.ts';

/** The product's releases, from where its definition says. */
export async function readReleaseList(project: Project, _invocation: Invocation): Promise<ReleaseList> {
  const { product, effects } = project;
  const source = product.releases.open({ effects, where: `the releases of ${product.title}`, placeholders: {} });
  return readReleases(await source.read(effects.signal), product.versions);
}
