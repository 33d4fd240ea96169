import type { ShippedProducts } from '../config/cross-checks.ts';
import { UserError } from '../core/messages/errors.ts';
import { nearest } from '../core/messages/nearest.ts';
import type { AskText } from './ask.ts';
import { address, stagingAddress, systemName } from './checks.ts';
import type { InitOptions } from './options.ts';
import { ownProduct, ownProductChoice, ownProductFrom } from './own-answers.ts';
import { mistakenFlag, refuseHidden } from './plain-values.ts';
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
  const absent: string[] = [];
  const ask: AskText = async ({ flag, given, usual, message, check }) => {
    const value = given?.trim() ?? (await questions?.text(message, usual ?? '', check)) ?? usual;
    if (value === undefined) {
      absent.push(flag);
      return '';
    }
    refuseHidden(flag, value);
    const reason = check?.(value);
    if (reason !== undefined) throw mistakenFlag(flag, value, reason);
    return value;
  };
  const product = options.product ?? (await chosenProduct(products, questions));
  if (product === undefined) throw missing(['--product'], products.names);
  const definition = products.find(product);
  const isOwn = product === ownProduct && definition === undefined;
  if (definition === undefined && !isOwn) throw unknownProduct(product, products.names);
  const own = isOwn ? await ownProductFrom(options, questions, ask) : undefined;
  const { plain: _, ...preset } = presetFor(product);
  const system = await ask({
    flag: '--system',
    given: options.system,
    usual: preset.system,
    message: 'A name for your installation (small letters and hyphens)',
    check: systemName,
  });
  const productionUrl = await ask({
    flag: '--production-url',
    given: options.productionUrl,
    usual: preset.productionUrl,
    message: 'Where does production answer? (URL)',
    check: address,
  });
  const stagingUrl = await ask({
    flag: '--staging-url',
    given: options.stagingUrl,
    usual: preset.stagingUrl,
    message: 'Where does staging answer? (URL)',
    check: stagingAddress(productionUrl),
  });
  if (absent.length > 0) throw missing(absent, products.names);
  const database =
    options.database ??
    (own && (await questions?.choose(databaseQuestion, databaseKinds, 'postgres'))) ??
    preset.database;
  return {
    ...preset,
    product,
    ...(own === undefined ? {} : { own }),
    system,
    productionUrl,
    stagingUrl,
    database: knownDatabase(database),
    deploy: words('--deploy', options.deploy) ?? preset.deploy,
    stop: words('--stop', options.stop) ?? preset.stop,
    scrub: scrubOf(words('--scrub', options.scrub)) ?? preset.scrub,
    backupFolder: options.backupFolder ?? preset.backupFolder,
    journal: journalOf(options.journal) ?? preset.journal,
    access: Object.keys(definition?.access ?? {}),
  };
}

const databaseQuestion = 'What keeps its data?';

async function chosenProduct(
  { names }: ShippedProducts,
  questions: Questions | undefined,
): Promise<string | undefined> {
  const chosen = await questions?.choose('Which product?', [...names, ownProductChoice], names[0] ?? ownProductChoice);
  return chosen === ownProductChoice ? ownProduct : chosen;
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
    next: `${meant === undefined ? '' : `Did you mean "${meant}"? `}There are: ${names.join(', ')}. For a product of your own: --product ${ownProduct}.`,
  });
}

function missing(flags: readonly string[], names: readonly string[]): UserError {
  return new UserError({
    happened: `${flags.join(', ')} ${flags.length === 1 ? 'is' : 'are'} missing, and there is no terminal to ask at.`,
    means: 'Nothing was written.',
    next: `Give ${flags.length === 1 ? 'it' : 'them'} as flags. Products: ${[...names, ownProduct].join(', ')}. All flags: staged-upgrade init --help.`,
  });
}
