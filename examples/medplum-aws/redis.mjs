/**
 * Keeps production's Redis and staging's apart. On a shared one, staging's jobs run on production, neither migrates, and
 * emptying it logs everybody out.
 *
 *   node redis.mjs mark          on production, before each backup: leaves a mark in its Redis
 *   node redis.mjs empty         on staging, after each restore: refuses where the mark is seen, and empties it otherwise
 *
 * From the environment: REDIS_URL, such as redis://:password@127.0.0.1:6379/0 (or rediss:// for TLS).
 */
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { pathToFileURL } from 'node:url';

const mark = 'staged-upgrade:production';

/**
 * Sends commands one after the other. Rejects where Redis refuses one.
 * @param {string} address
 * @param {readonly (readonly string[])[]} commands
 * @returns {Promise<string[]>} the answers; an empty text for what is not there
 */
export async function ask(address, commands) {
  const url = new URL(address);
  const [host, port] = [url.hostname || '127.0.0.1', Number(url.port || 6379)];
  const socket = url.protocol === 'rediss:' ? connectTls({ host, port, servername: host }) : connect(port, host);
  const [user, password] = [url.username, url.password].map(decodeURIComponent);
  const login = password === '' ? [] : [['AUTH', ...(user === '' ? [] : [user]), password]];
  const database = url.pathname.slice(1) || '0';
  const all = [...login, ['SELECT', database], ...commands];
  try {
    return (await answers(socket, all)).slice(-commands.length);
  } finally {
    socket.destroy();
  }
}

/**
 * @param {import('node:net').Socket} socket
 * @param {readonly (readonly string[])[]} commands
 * @returns {Promise<string[]>}
 */
function answers(socket, commands) {
  return new Promise((resolve, reject) => {
    let rest = '';
    /** @type {string[]} */
    const read = [];
    socket.setTimeout(10_000, () => reject(new Error('Redis did not answer within 10 s')));
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('Redis closed the connection')));
    socket.setEncoding('latin1');
    socket.on('data', (text) => {
      rest += text;
      for (let answer = first(rest); answer !== undefined; answer = first(rest)) {
        rest = rest.slice(answer.length);
        if (answer.kind === 'error') return reject(new Error(`Redis answered: ${answer.text}`));
        read.push(answer.text);
      }
      if (read.length === commands.length) resolve(read);
    });
    const encoded = commands.map(
      (words) => `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`,
    );
    socket.write(encoded.join(''));
  });
}

/**
 * The first whole answer in a text: none of these commands is answered with a list.
 * @param {string} text
 */
function first(text) {
  const end = text.indexOf('\r\n');
  if (end < 0) return undefined;
  const line = text.slice(1, end);
  const head = end + 2;
  if (text[0] === '-') return { kind: 'error', text: line, length: head };
  if (text[0] !== '$') return { kind: 'text', text: line, length: head };
  const size = Number(line);
  if (size < 0) return { kind: 'text', text: '', length: head };
  if (text.length < head + size + 2) return undefined;
  return { kind: 'text', text: text.slice(head, head + size), length: head + size + 2 };
}

/** @param {string} address */
export async function markProduction(address) {
  await ask(address, [['SET', mark, new Date().toISOString()]]);
}

/**
 * @param {string} address
 * @returns {Promise<string | undefined>} why it was not emptied
 */
export async function emptyStaging(address) {
  const [marked] = await ask(address, [['GET', mark]]);
  if (marked !== '')
    return `The Redis of staging is that of production: it bears the mark that was left there on ${marked}. Nothing was emptied. Give staging a Redis, or a database number, of its own.`;
  await ask(address, [['FLUSHDB']]);
  return undefined;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { REDIS_URL: address = '' } = process.env;
  const [action] = process.argv.slice(2);
  try {
    if (action === 'mark') await markProduction(address);
    else if (action === 'empty') {
      const refused = await emptyStaging(address);
      if (refused !== undefined) throw new Error(refused);
    } else throw new Error('usage: redis.mjs mark | empty');
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
