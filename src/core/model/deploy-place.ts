import { z } from 'zod';

/** Where a deployer installs releases. Two equal places of one kind are one installation. Nothing in it is secret. */
export const deployPlace = z
  .object({
    /** The kind of deployer: `compose`. */
    kind: z.string(),
    /** What distinguishes it from every other place of its kind, in the system's own words: `engine`, `project`. */
    location: z.record(z.string(), z.string()).readonly(),
  })
  .readonly();
export type DeployPlace = z.output<typeof deployPlace>;

export function isSameDeployPlace(one: DeployPlace, other: DeployPlace): boolean {
  const keys = Object.keys(one.location);
  return (
    one.kind === other.kind &&
    keys.length === Object.keys(other.location).length &&
    keys.every((key) => one.location[key] === other.location[key])
  );
}

/** For messages: `project "records", engine "4f2c…"`. */
export function deployPlaceText({ location }: DeployPlace): string {
  return Object.entries(location)
    .map(([key, value]) => `${key} "${value}"`)
    .join(', ');
}
