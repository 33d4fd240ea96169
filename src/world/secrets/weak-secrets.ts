import type { Log } from '../log.ts';
import type { Masks } from './masks.ts';
import type { SecretStrength } from './secret-forms.ts';
import { passwordsOf } from './secrets-within.ts';
import { namesSecret } from './shown.ts';

const said: Readonly<Record<Exclude<SecretStrength, 'strong'>, string>> = {
  weak: 'is short or an ordinary word, so it is masked only as a whole word (GitHub masks it inside other words too)',
  open: 'is so short or so common that it is not masked',
};

/** Masks the values of variables, and warns once of each that cannot be masked well. */
export function maskingVariables(secrets: Masks, log: Log): (value: string, name: string) => void {
  const warned = new Set<string>();
  return (value, name) => {
    const strength = secrets.add(value);
    const hasPassword = passwordsOf(value.trim()).length > 0;
    if (strength === 'strong' || warned.has(name) || !(hasPassword || namesSecret(name))) return;
    warned.add(name);
    log.warn(
      `The ${hasPassword ? 'password in the ' : ''}value of ${name} ${said[strength]}. Replace it with a long random one.`,
    );
  };
}
