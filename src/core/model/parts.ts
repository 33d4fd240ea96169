import { z } from 'zod';

/**
 * The versions, by name, of the parts of an installation beside its release, such as a chart or a database server. An
 * unknown part is left out, never guessed.
 */
export type PartVersions = Readonly<Record<string, string>>;

/** The parts on both sides of a hop. */
export interface HopParts {
  readonly from: PartVersions;
  readonly to: PartVersions;
}

export const partName = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lowercase letters, digits and single hyphens, such as chart')
  .max(63);

/** It reaches commands and addresses, and is in the matrix: a version, not free text. */
export const partVersion = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z._+~-]{0,99}$/, 'a version, such as "7.10.0"');

export const partVersions = z.record(partName, partVersion).readonly();

export const hopParts = z.object({ from: partVersions, to: partVersions }).readonly();

/** What `{parts.chart}` stands for. */
export function partPlaceholders(parts: PartVersions | undefined): Record<string, string> {
  return Object.fromEntries(Object.entries(parts ?? {}).map(([name, version]) => [`parts.${name}`, version]));
}
