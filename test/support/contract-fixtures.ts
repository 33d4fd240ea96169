import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface ContractFixture<Make> {
  readonly kind: string;
  readonly make: Make;
  /** For `test(name, { skip }, …)`. */
  readonly skip: string | false;
}

/** The fixtures that the kinds of a family provide for its contract test: `<kind>/fixture.ts` exports `makeFixture`, and `skip` if it needs something that may be absent. */
export async function fixturesIn<Make>(family: string): Promise<readonly ContractFixture<Make>[]> {
  const files = globSync('*/fixture.ts', { cwd: family }).toSorted();
  return await Promise.all(
    files.map(async (file) => {
      const { makeFixture, skip = false }: { makeFixture: Make; skip?: string | false } = await import(
        join(family, file)
      );
      return { kind: dirname(file), make: makeFixture, skip };
    }),
  );
}

/** A fixture that was copied from another kind and still has its settings would test that one a second time. */
export function requireOwnKind(kind: string, settings: object): void {
  assert.deepEqual(Object.keys(settings), [kind], `the fixture in the folder ${kind} has the settings of another kind`);
}
