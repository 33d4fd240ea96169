import { UserError } from '../core/messages/errors.ts';
import { nearest } from '../core/messages/nearest.ts';
import { isRecipientForm } from '../world/sealing/recipient-form.ts';
import type { AskText } from './ask.ts';
import { address, stagingAddress, systemName } from './checks.ts';
import { chooseKind, words } from './choose-kind.ts';
import { type FamilyName, initFamilies } from './families.ts';
import type { InitOptions } from './options.ts';
import { ownProduct, ownProductChoice, ownProductFrom } from './own-answers.ts';
import { mistakenFlag, refuseHidden } from './plain-values.ts';
import type { InitProducts } from './products.ts';
import type { Questions } from './questions.ts';
import type { ConfigurationAnswers } from './render/configuration.ts';
import type { ChosenKind } from './render/kinds.ts';

/**
 * Everything that the configuration needs: from a flag, otherwise asked of a person with the product's default proposed,
 * otherwise that default.
 * @param questions undefined if nobody can be asked
 * @throws UserError naming every missing flag at once
 */
export async function answersFrom(
  options: InitOptions,
  products: InitProducts,
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
  const proposal = products.proposal(product);
  const system = await ask({
    flag: '--system',
    given: options.system,
    usual: proposal.system,
    message: 'A name for your installation (lowercase letters, digits and hyphens)',
    check: systemName,
  });
  const productionUrl = await ask({
    flag: '--production-url',
    given: options.productionUrl,
    usual: proposal['production-url'],
    message: 'Where does production answer? (URL)',
    check: address,
  });
  const stagingUrl = await ask({
    flag: '--staging-url',
    given: options.stagingUrl,
    usual: proposal['staging-url'],
    message: 'Where does staging answer? (URL)',
    check: stagingAddress(productionUrl),
  });
  if (absent.length > 0) throw missing(absent, products.names);
  const choose = (name: FamilyName): Promise<ChosenKind> =>
    chooseKind(initFamilies[name], options, proposal.kinds[name], questions);
  return {
    prefix: proposal.prefix,
    product,
    ...(own === undefined ? {} : { own }),
    system,
    productionUrl,
    stagingUrl,
    data: await choose('data'),
    deploy: await choose('deploy'),
    store: await choose('store'),
    encryptFor: recipientsFrom(options.encryptFor ?? []),
    journal: await choose('journal'),
    scrub: options.scrub === undefined ? proposal.scrub : { run: words('scrub', options.scrub) },
    windows: proposal.windows,
    access: Object.keys(definition?.access ?? {}).map((name) => ({ name, source: proposal.access[name] })),
  };
}

function recipientsFrom(given: readonly string[]): readonly string[] {
  for (const text of given) {
    if (text.includes('${') || isRecipientForm(text)) continue;
    const shown = /^AGE-SECRET-KEY-/i.test(text) ? 'AGE-SECRET-KEY-…' : text;
    throw mistakenFlag(
      '--encrypt-for',
      shown,
      'This is not an age public key. Write the whole key that "age-keygen" printed: it starts with age1.',
    );
  }
  return given;
}

async function chosenProduct({ names }: InitProducts, questions: Questions | undefined): Promise<string | undefined> {
  const chosen = await questions?.choose('Which product?', [...names, ownProductChoice], names[0] ?? ownProductChoice);
  return chosen === ownProductChoice ? ownProduct : chosen;
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
