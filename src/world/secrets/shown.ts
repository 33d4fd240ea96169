import type { Path } from '../../core/settings/place.ts';

/**
 * The password in `scheme://user:password@host`, `host=… password=…`, `?password=…`, `--password=…` and
 * `Authorization: Bearer …`.
 */
const passwords = [
  /(?<before>(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:)(?<password>[^\s@]+)(?=@)/gi,
  /(?<before>(?<!\w)(?:ssl)?(?:password|passwd|pwd|secret|token|api[-_]?key|(?:account|shared-?access)key|(?<=[?&])sig)=)(?<password>[^\s&;]+)/gi,
  // A text of this length with a digit in it is not a word of a sentence.
  /(?<before>(?<![\w-])(?:authorization|cookie|private-token|x-[\w-]*(?:key|token))[ \t]*:[ \t]*(?:(?:bearer|basic|token)[ \t]+)?)(?<password>(?=[^\s"']*\d)[^\s"']{12,})/gi,
];

const secretKey =
  /(^|[-_.])(password|passwd|passphrase|secret|token|credentials?|(api|private|access|secret)[-_]?key|authorization|cookie)$/i;
/** A variable of a program: `PGPASSWORD`, `MYSQL_PWD`, `SECRET_KEY_BASE`, `JWT_SIGNING_KEY`; not `SORT_KEY`. */
const secretVariable =
  /(?:password|passwd|passphrase|_(?:pwd|pass)|(?:^|_)(?:secrets|tokens)|(?:access|account|api|deploy|encryption|jwt|master|private|secret|signing)_?key(?:_base)?)$/i;
const secretForms = [
  /\bgh[pousr]_[A-Za-z0-9]{20,}/,
  /\bgithub_pat_\w{20,}/,
  /\bglpat-[\w-]{20,}/,
  /\bnpm_[A-Za-z0-9]{36}/,
  /\b[sr]k_live_[A-Za-z0-9]{20,}/,
  /\bAIza[\w-]{35}/,
  /\bAGE-SECRET-KEY-1[A-Z0-9]{50,}/i,
  // Whoever knows the address of a channel can post there.
  /^https:\/\/(?:hooks\.slack\.com\/(?:services|workflows|triggers)|discord(?:app)?\.com\/api\/webhooks)\/[\w/-]{20,}/i,
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bxox[abposr]-[\w-]{10,}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/,
];

/** The key says that its value is a secret: `ADMIN_PASSWORD`, `api-key`; not `TOKEN_TTL` or `PASSWORD_FILE`. */
export function namesSecret(key: string): boolean {
  return secretKey.test(key) || (/^[A-Z][A-Z0-9_]*$/.test(key) && secretVariable.test(key));
}

/** Its form shows that it is a secret, wherever it is: a cloud's key, a GitHub token, a private key. */
export function looksSecret(text: string): boolean {
  return secretForms.some((form) => form.test(text));
}

/** The passwords inside a text, each as it is written there. */
export function passwordsIn(text: string): string[] {
  return passwords.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match.groups?.password ?? ''));
}

/** A value as a message may show it: short, on one line, and never what may be a secret. */
export function shown(value: unknown, path: Path): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  const secret = path.includes('access') || path.some((part) => typeof part === 'string' && namesSecret(part));
  if (secret) return `a ${wordFor(value)} (not shown here)`;
  if (typeof value !== 'string') return `the ${wordFor(value)} ${String(value)}`;
  if (looksSecret(value)) return 'a text (not shown here)';
  return `the text ${quoted(passwords.reduce((text, pattern) => text.replace(pattern, '$<before>***'), value))}`;
}

function wordFor(value: unknown): string {
  return typeof value === 'string' ? 'text' : typeof value === 'boolean' ? 'value' : typeof value;
}

/** Quoted and cut after 60 characters. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
