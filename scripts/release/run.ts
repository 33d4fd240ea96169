import { UserError } from '../../src/core/messages/errors.ts';

/** Runs one step of a release and prints what was done; if something must be corrected first, only that message is printed. */
export async function runStep(step: () => Promise<string>): Promise<void> {
  try {
    console.log(await step());
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/** @throws UserError when there are more or fewer arguments than the step's usage names */
export function argumentsOf<const Names extends readonly string[]>(
  script: string,
  names: Names,
): { readonly [index in keyof Names]: string } {
  const given = process.argv.slice(2);
  if (!isComplete(given, names)) {
    throw new UserError({
      happened: `${script} was given ${given.length} arguments.`,
      means: 'Nothing was done.',
      next: `Run it as: node scripts/release/${script} ${names.join(' ')}`,
    });
  }
  return given;
}

function isComplete<const Names extends readonly string[]>(
  given: readonly string[],
  names: Names,
): given is { readonly [index in keyof Names]: string } {
  return given.length === names.length;
}
