import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The fixtures that the kinds of a family bring for its contract test: `<kind>/fixture.ts` exports `makeFixture`. */
export async function fixturesIn<Make>(family: string): Promise<{ readonly kind: string; readonly make: Make }[]> {
  const files = globSync('*/fixture.ts', { cwd: family }).toSorted();
  return await Promise.all(
    files.map(async (file) => {
      const { makeFixture }: { makeFixture: Make } = await import(join(family, file));
      return { kind: dirname(file), make: makeFixture };
    }),
  );
}
