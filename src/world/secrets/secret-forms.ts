import { loginsIn, partsOf, passwordsOf } from './secrets-within.ts';

/**
 * The forms in which a secret may appear: as it is, and as programs and formats encode it. One list for everything that
 * masks, so that a form is known everywhere or nowhere.
 */
export interface SecretForms {
  /** Masked anywhere, ignoring case. */
  readonly anywhere: readonly string[];
  /** Masked only as whole words: a password that is a word must not hide every folder of that name. */
  readonly words: readonly string[];
  /** What the runner is told, which masks a text exactly as it is given. */
  readonly forRunner: readonly string[];
}

export type SecretStrength =
  | 'strong'
  /** Short, or a word: masked as a whole word. */
  | 'weak'
  /** Not masked: otherwise no text would be readable. */
  | 'open';

const shortestMasked = 4;
/** Long enough not to occur in other texts by chance. */
const shortestStrong = 8;
const longestWord = 15;
const longestNumber = 11;

/** Longer values are not encoded twice, and of more lines only the lines count: the cost stays bounded. */
const longestNested = 1024;
const maxDerivedLines = 50;

const settings = /^(true|false|yes|no|on|off|none|null|auto|default|always|never|enabled|disabled|inherit)$/i;
const word = /^([a-z]+|[A-Z][a-z]*|[A-Z]+)([-_. ][a-z]+)*$/;

export function strengthOf(value: string): SecretStrength {
  const text = value.trim();
  if (text.length < shortestMasked || settings.test(text)) return 'open';
  const isWord = text.length <= longestWord && word.test(text);
  const isNumber = text.length <= longestNumber && /^[\d.]+$/.test(text);
  return text.length < shortestStrong || isWord || isNumber ? 'weak' : 'strong';
}

/** Of a value and the password in it. */
export function weakestOf(value: string): SecretStrength {
  const strengths = [value, ...passwordsOf(value.trim())].map(strengthOf);
  return strengths.find((each) => each === 'open') ?? strengths.find((each) => each === 'weak') ?? 'strong';
}

export function formsOf(value: string): SecretForms {
  const anywhere = new Set<string>();
  const words = new Set<string>();
  const forRunner = new Set<string>();
  const texts = textsIn(value);
  for (const { text, isPart, isLine } of texts) {
    const strength = strengthOf(text);
    if (strength === 'open') continue;
    if (isPart && strength === 'weak') {
      // A list of short passwords is printed line by line. Other short parts of a value are seldom secret.
      if (isLine && texts.length <= maxDerivedLines) words.add(text);
      continue;
    }
    const derived = isLine && texts.length > maxDerivedLines ? [text] : [...derivedFrom(text), ...rareFormsOf(text)];
    for (const form of derived) {
      // Encoded, even a short password is too long to be another word.
      if (strength === 'strong' || form.length > text.length + 3) anywhere.add(form);
      else words.add(form);
      // The runner reads lines of text.
      if (!form.includes('\0')) forRunner.add(form);
    }
    if (strength === 'weak' || (isLine && texts.length > maxDerivedLines)) continue;
    for (const form of text.length > longestNested ? [] : derivedFrom(text).flatMap(derivedFrom)) anywhere.add(form);
    for (const form of [text.toUpperCase(), text.toLowerCase(), ...wrapped(text)]) forRunner.add(form);
  }
  for (const login of loginsIn(value)) {
    for (const form of base64Of(Buffer.from(login))) {
      anywhere.add(form);
      forRunner.add(form);
    }
  }
  const masked = (form: string): boolean => form.length >= shortestMasked;
  return {
    anywhere: [...anywhere].filter((form) => form.length >= shortestStrong),
    words: [...words].filter(masked),
    forRunner: [...forRunner].filter(masked),
  };
}

interface TextIn {
  readonly text: string;
  /** For a longer value: short and ordinary parts of it are not secret by themselves. */
  readonly isPart: boolean;
  readonly isLine: boolean;
}

/** The secret parts of a value: all of it, each line (keys are printed line by line), and what it contains. */
function textsIn(value: string): TextIn[] {
  const whole = value.trim();
  const lines = whole.split(/\r?\n/).map((line) => line.trim());
  const texts = [
    { text: whole, isPart: false, isLine: false },
    ...passwordsOf(whole).map((text) => ({ text, isPart: false, isLine: false })),
    ...partsOf(whole).map((text) => ({ text, isPart: true, isLine: false })),
    ...(lines.length === 1 ? [] : lines.map((text) => ({ text, isPart: true, isLine: true }))),
  ];
  return [...new Map(texts.reverse().map((each) => [each.text, each])).values()];
}

/** A text and its encoded forms, each once. Encodings that change nothing give the text itself. */
function derivedFrom(text: string): string[] {
  // A lone surrogate has no form in an address.
  const whole = text.toWellFormed();
  const json = JSON.stringify(whole).slice(1, -1);
  const component = encodeURIComponent(whole);
  return [
    ...new Set([
      text,
      json,
      json.replaceAll('/', '\\/'),
      json.replace(/[^\0-\x7f]/g, unicodeEscape),
      // As programs in Go write it by default.
      json.replace(/[&<>]/g, unicodeEscape),
      component,
      component.replace(/[!'()*]/g, percentEscape),
      new URLSearchParams({ '': whole }).toString().slice(1),
      encodeURI(whole),
      asPassword(whole),
      html(whole, '&quot;', '&#39;'),
      html(whole, '&#34;', '&#x27;'),
      html(whole, '"', "'"),
      html(whole, '&quot;', '&apos;'),
      whole.replaceAll("'", "'\\''"),
      whole.replaceAll("'", "''"),
      whole.replace(/["$`\\]/g, '\\$&'),
      whole.replace(/[^\w@%+=:,./-]/g, '\\$&'),
      // A table of Markdown, and all of Markdown.
      whole.replaceAll('|', '\\|'),
      whole.replace(/[!-/:-@[-`{-~]/g, '\\$&'),
      Buffer.from(whole).toString('hex'),
      ...base64Of(Buffer.from(whole)),
    ]),
  ];
}

/**
 * Forms that nothing encodes again: UTF-16, in base64 for `-EncodedCommand` of PowerShell and as what reads it as another
 * encoding shows it, and quoted-printable of mails, in a body and in a header.
 */
function rareFormsOf(text: string): string[] {
  const inPrintable = (kept: RegExp): string =>
    Array.from(Buffer.from(text.toWellFormed()), (byte) => {
      const character = String.fromCharCode(byte);
      return kept.test(character) ? character : `=${byte.toString(16).padStart(2, '0')}`;
    }).join('');
  return [
    ...base64Of(Buffer.from(text, 'utf16le')),
    text.split('').join('\0'),
    inPrintable(/[ -<>-~]/),
    inPrintable(/[A-Za-z0-9!*+/ -]/).replaceAll(' ', '_'),
  ];
}

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function percentEscape(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`;
}

/** As it appears in an address, where fewer characters are escaped than in a component. */
function asPassword(text: string): string {
  const address = new URL('https://host/');
  address.password = text;
  return address.password;
}

function html(text: string, double: string, single: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', double)
    .replaceAll("'", single);
}

/**
 * The complete base64, and for longer texts the part of it that depends on these bytes alone: the rest differs with each of the
 * three positions at which it may begin. In both alphabets.
 */
function base64Of(bytes: Buffer): string[] {
  const inside = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    return encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6));
  });
  const standard = [bytes.toString('base64'), ...inside].filter((form) => form.length >= shortestStrong);
  return standard.flatMap((form) => [form, form.replaceAll('+', '-').replaceAll('/', '_')]);
}

/** The lines of base64 as tools break them, with and without a line break after the text: the runner sees line by line. */
function wrapped(text: string): string[] {
  return [text, `${text}\n`].flatMap((each) => {
    const encoded = Buffer.from(each).toString('base64');
    return [64, 76].flatMap((width) => (encoded.length <= width ? [] : chunks(encoded, width)));
  });
}

function chunks(text: string, width: number): string[] {
  const count = Math.ceil(text.length / width);
  return Array.from({ length: count }, (_, index) => text.slice(index * width, (index + 1) * width)).filter(
    (line) => line.length > longestWord,
  );
}
