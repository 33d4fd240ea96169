const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/**
 * Whether a text can be a public key of age: it ends with a checksum (Bech32), so that a mistyped, truncated or invented key
 * is found when the configuration is read, without the library that encrypts.
 */
export function isRecipientForm(text: string): boolean {
  const end = text.lastIndexOf('1');
  const values = [...text.slice(end + 1)].map((character) => alphabet.indexOf(character));
  if (!/^age1/.test(text) || values.length < 6 || values.includes(-1)) return false;
  const prefix = [...text.slice(0, end)].map((character) => character.codePointAt(0) ?? 0);
  return checksum([...prefix.map((code) => code >> 5), 0, ...prefix.map((code) => code & 31), ...values]) === 1;
}

function checksum(values: readonly number[]): number {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [bit, generator] of generators.entries()) if ((top >> bit) & 1) sum ^= generator;
  }
  return sum;
}
