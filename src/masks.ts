/** Shorter values are no secrets, and masking them would make every log unreadable: a port, `1`, `yes`. */
const shortestMasked = 4;

/**
 * What must not be shown when a value is secret: the value, each line of it (a key file is printed line by line) and
 * the password of an address, which a tool may print by itself.
 */
export function maskable(value: string): string[] {
  const parts = [value, ...value.split(/\r?\n/), ...passwordsOf(value)].map((part) => part.trim());
  return [...new Set(parts)].filter((part) => part.length >= shortestMasked);
}

function passwordsOf(value: string): string[] {
  if (!URL.canParse(value)) return [];
  const { password } = new URL(value);
  return [password, decoded(password)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Remembers what is secret, tells the runner, and takes it out of texts that do not pass through the runner's log. */
export interface Masks {
  add(value: string): void;
  redact(text: string): string;
}

/** @param tell called once for each text that the runner must not show */
export function masks(tell: (secret: string) => void): Masks {
  const secrets = new Set<string>();
  return {
    add: (value) => {
      for (const secret of maskable(value)) {
        if (secrets.has(secret)) continue;
        secrets.add(secret);
        tell(secret);
      }
    },
    // Longest first: a secret that holds another one must not leave its rest behind.
    redact: (text) =>
      [...secrets]
        .toSorted((a, b) => b.length - a.length)
        .reduce((rest, secret) => rest.replaceAll(secret, '***'), text),
  };
}
