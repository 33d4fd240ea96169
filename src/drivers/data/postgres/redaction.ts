import { decisiveError } from './tool-messages.ts';

/**
 * PostgreSQL's messages quote rows: `DETAIL: Key (name)=(Ada) already exists`, `CONTEXT: COPY patients, line 1: …`,
 * `invalid input syntax for type integer: "Ada"`, and whatever a function of the user's raises. So a message is shown
 * only when its shape is known, and of what it quotes only names. Everything else is withheld; the server's own log
 * has it. https://www.postgresql.org/docs/current/protocol-error-fields.html
 */

/** Words that a quoted *name* follows; a quoted text after anything else may be a value. */
const beforeNames =
  'aggregate|cast|column|constraint|database|domain|encoding|extension|file|function|host|index|language|object|parameter|policy|publication|relation|role|schema|sequence|server|socket|table|tablespace|trigger|type|user|view|library|directory|snapshot';

const quotedText = new RegExp(`(?<noun>\\b(?:${beforeNames}) )?(?<text>"(?:[^"]|"")*")`, 'g');

/** The starts of messages that never contain a value outside of quotes. */
const knownShapes = [
  /^duplicate key value violates unique constraint "/,
  /^null value in column "/,
  /^new row for relation "[^"]*" violates check constraint "/,
  /^insert or update on table "/,
  /^update or delete on table "/,
  /^could not create (unique|exclusion) (index|constraint) "/,
  /^conflicting key value violates exclusion constraint "/,
  /^(role|relation|schema|table|type|database|extension|function|tablespace|language|column|index|sequence|constraint) .*(does not exist|already exists)$/,
  /^(permission denied|must be (owner|superuser|member)|must have|cannot (drop|alter|create|execute|lock)|could not (open|access|load|find|extend|write|read|connect|receive|send|import|resize|create|obtain))\b/,
  /^(permission denied to|only roles|no privileges|insufficient)\b/,
  /^invalid input (syntax|value) for (type|enum) /,
  /^invalid byte sequence for encoding "/,
  /^value (too long|out of range)\b/,
  /^syntax error at or near "/,
  /^(extra data|missing data|unexpected EOF)\b/,
  /^(extension ".*" (is not available|has no|must be)|unrecognized configuration parameter ")/,
  /^(canceling|terminating|connection|server closed|the database system|sorry, too many|remaining connection|password authentication|no pg_hba|SSL|FATAL|out of|deadlock|current transaction|database ".*" (does|is)|role ".*" (does|is)|query would be affected|invalid snapshot|could not serialize|no such file|disk full|unsupported version|a worker process died unexpectedly|input file|aborting because|server version|SASL|scram)\b/i,
];

/** One message of the server or of its tools, without anything that may be a row's value. */
export function withoutValues(message: string): string {
  const line = (message.split('\n')[0] ?? '').trim();
  const prefix = /^(?:(?:ERROR|FATAL|PANIC):\s*)?/.exec(line)?.[0] ?? '';
  const text = line.slice(prefix.length);
  if (!knownShapes.some((shape) => shape.test(text)))
    return 'a message that may quote data, and is only in the server log';
  return text
    .replace(quotedText, (match: string, noun: string | undefined) => (noun === undefined ? '"…"' : match))
    .replace(/\b0x[0-9a-f]{2}\b/gi, '0x…')
    .replace(/\([^()]*\)=\([^()]*\)/g, '(…)=(…)');
}

/**
 * What a tool's stderr says went wrong, by object and kind of error: `TABLE DATA public patients: invalid input …`.
 * Undefined if it contains no error line.
 */
export function toolError(stderr: string): string | undefined {
  const lines = stderr.split('\n');
  const text = decisiveError(stderr);
  if (text === undefined) return undefined;
  const entry = lines.map((line) => /from TOC entry \d+; \d+ \d+ (?<object>[^"]+)$/.exec(line)?.groups?.object);
  const object = entry.find((each) => each !== undefined);
  const said =
    /^(?<doing>COPY failed for table "[^"]*"|could not execute query|query failed|error returned by PQputCopyData|Dumping the contents of table "[^"]*" failed)[^:]*:\s*(?<error>.*)$/.exec(
      text,
    )?.groups;
  const readable = said === undefined ? withoutValues(text) : `${said.doing}: ${withoutValues(said.error ?? '')}`;
  return object === undefined ? readable : `${object}: ${readable}`;
}
