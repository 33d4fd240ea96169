import type { ShippedProducts } from '../config/cross-checks.ts';
import { UserError } from '../core/messages/errors.ts';
import { nearest } from '../core/messages/nearest.ts';
import type { InitOptions } from './options.ts';
import { refuseHidden } from './plain-values.ts';
import { presetFor } from './presets.ts';
import type { Questions } from './questions.ts';
import { type ConfigurationAnswers, databaseKinds } from './render/configuration.ts';

/**
 * Everything that the configuration needs: from a flag, else asked of a person with what is usual for the product as the
 * proposal, else that.
 * @param questions undefined where nobody can be asked
 * @throws UserError naming every missing flag at once
 */
export async function answersFrom(
  options: InitOptions,
  products: ShippedProducts,
  questions: Questions | undefined,
): Promise<ConfigurationAnswers> {
  const product =
    options.product ?? (await questions?.choose('Which product?', products.names, products.names[0] ?? ''));
  if (product === undefined) throw missing(['--product'], products.names);
  const definition = products.find(product);
  if (definition === undefined) throw unknownProduct(product, products.names);
  const { plain: _, ...preset } = presetFor(product);
  const absent: string[] = [];
  const ask = async (
    flag: string,
    given: string | undefined,
    usual: string | undefined,
    message: string,
  ): Promise<string> => {
    const value = given ?? (await questions?.text(message, usual ?? '')) ?? usual;
    if (value === undefined) absent.push(flag);
    else refuseHidden(flag, value);
    return value ?? '';
  };
  const system = await ask(
    '--system',
    options.system,
    preset.system,
    'A name for your installation (small letters and hyphens)',
  );
  const productionUrl = await ask(
    '--production-url',
    options.productionUrl,
    preset.productionUrl,
    'Where does production answer? (URL)',
  );
  const stagingUrl = await ask(
    '--staging-url',
    options.stagingUrl,
    preset.stagingUrl,
    'Where does staging answer? (URL)',
  );
  if (absent.length > 0) throw missing(absent, products.names);
  const database = options.database ?? preset.database;
  return {
    ...preset,
    product,
    system,
    productionUrl,
    stagingUrl,
    database: knownDatabase(database),
    deploy: words('--deploy', options.deploy) ?? preset.deploy,
    stop: words('--stop', options.stop) ?? preset.stop,
    scrub: scrubOf(words('--scrub', options.scrub)) ?? preset.scrub,
    backupFolder: options.backupFolder ?? preset.backupFolder,
    journal: journalOf(options.journal) ?? preset.journal,
    access: Object.keys(definition.access),
  };
}

function scrubOf(run: readonly [string, ...string[]] | undefined): ConfigurationAnswers['scrub'] | undefined {
  return run === undefined ? undefined : { run };
}

function journalOf(text: string | undefined): ConfigurationAnswers['journal'] | undefined {
  if (text === undefined) return undefined;
  return text === 'git' ? 'git' : { folder: text };
}

function words(flag: string, text: string | undefined): readonly [string, ...string[]] | undefined {
  if (text === undefined) return undefined;
  const [program, ...rest] = text.split(/\s+/).filter((word) => word !== '');
  if (program !== undefined) return [program, ...rest];
  throw new UserError({
    happened: `${flag} is empty.`,
    means: 'Nothing was written.',
    next: `Give it a program and its arguments: ${flag} "./deploy.sh {environment} {version}".`,
  });
}

function knownDatabase(text: string): ConfigurationAnswers['database'] {
  const known = databaseKinds.find((kind) => kind === text);
  if (known !== undefined) return known;
  const meant = nearest(text, databaseKinds);
  throw new UserError({
    happened: `--database is "${text}".`,
    means: 'Nothing was written.',
    next: `${meant === undefined ? '' : `Did you mean "${meant}"? `}It must be ${databaseKinds.join(' or ')}.`,
  });
}

function unknownProduct(name: string, names: readonly string[]): UserError {
  const meant = nearest(name, names);
  return new UserError({
    happened: `There is no product "${name}".`,
    means: 'Nothing was written.',
    next: `${meant === undefined ? '' : `Did you mean "${meant}"? `}There are: ${names.join(', ')}. A product of your own is written out in the configuration; start from one of these.`,
  });
}

function missing(flags: readonly string[], names: readonly string[]): UserError {
  return new UserError({
    happened: `${flags.join(', ')} ${flags.length === 1 ? 'is' : 'are'} missing, and there is no terminal to ask at.`,
    means: 'Nothing was written.',
    next: `Give ${flags.length === 1 ? 'it' : 'them'} as flags. Products: ${names.join(', ')}. All flags: staged-upgrade init --help.`,
  });
}
