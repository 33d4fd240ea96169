import { z } from 'zod';
import type { WrittenFile } from '../deployer.ts';

const written = z.lazy(() => z.looseObject({ values: z.array(z.string()).optional() }));

/** The files with values: what a release requires of them is looked for there, and written there on request. */
export function helmFiles(settings: unknown): readonly WrittenFile[] {
  const read = written.safeParse(settings);
  return (read.data?.values ?? []).map((path) => ({ kind: 'values', path }));
}
