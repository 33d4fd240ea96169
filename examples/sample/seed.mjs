#!/usr/bin/env node
// @ts-check
/**
 * Fills a fresh server with records of equipment: `node seed.mjs [COUNT]`, 400 unless told. SAMPLE_PORT (or SAMPLE_URL)
 * and SAMPLE_TOKEN say which server. The same records each time, so that two runs can be compared.
 */
const items = [
  'Infusion pump',
  'Defibrillator',
  'Ventilator',
  'Patient monitor',
  'Ultrasound probe',
  'Centrifuge',
  'Warming cabinet',
];
const places = ['Ward 1', 'Ward 2', 'Ward 3', 'Theatre A', 'Theatre B', 'Intensive care', 'Laboratory', 'Workshop'];
const notes = ['Battery changed', 'Filter changed', 'Calibrated', 'Alarm volume checked', 'Cable replaced', ''];
const tags = ['battery', 'on-loan', 'spare', 'checked'];
const intervals = ['4 weeks', '13 weeks', '26 weeks', '52 weeks', '10 days'];

const url = process.env.SAMPLE_URL ?? `http://127.0.0.1:${process.env.SAMPLE_PORT ?? '8080'}`;
const headers = { authorization: `Bearer ${process.env.SAMPLE_TOKEN ?? ''}`, 'content-type': 'application/json' };

/** @param {number} index */
function record(index) {
  // Steps that have no factor in common with the lengths, so that the combinations go through all values.
  const pick = (/** @type {readonly string[]} */ list, /** @type {number} */ step) =>
    list[(index * step + (index >> 3)) % list.length] ?? '';
  const day = new Date(Date.UTC(2021, 0, 4) + ((index * 37) % 1000) * 86_400_000).toISOString().slice(0, 10);
  const tag = index % 3 === 0 ? `#${pick(tags, 3)}` : '';
  return {
    label: `${pick(items, 3)} ${100 + index}, ${pick(places, 5)}`,
    serviced: day.split('-').reverse().join('/'),
    every: pick(intervals, 3),
    note: `${pick(notes, 5)} ${tag}`.trim(),
  };
}

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @returns {Promise<unknown>}
 */
async function call(method, path, body) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}${path} answered ${response.status}: ${text.trim()}`);
  return JSON.parse(text);
}

try {
  const text = process.argv[2] ?? '400';
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new Error(`COUNT is "${text}"; it is a whole number from 1 to 999999.`);
  const count = Number(text);
  const before = await call('GET', '/records?limit=1');
  if (typeof before !== 'object' || before === null || !('count' in before) || before.count !== 0) {
    throw new Error(`The server at ${url} already holds records; nothing was written.`);
  }
  const all = Array.from({ length: count }, (_, index) => record(index));
  for (let start = 0; start < count; start += 500) await call('POST', '/records', all.slice(start, start + 500));
  console.log(`Wrote ${count} records.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
