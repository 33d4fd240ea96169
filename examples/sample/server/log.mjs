// @ts-check

/**
 * One JSON object a line, on stdout.
 *
 * @param {'INFO' | 'WARN' | 'ERROR'} level
 * @param {string} msg
 * @param {Readonly<Record<string, unknown>>} [facts]
 */
export function log(level, msg, facts = {}) {
  process.stdout.write(`${JSON.stringify({ level, timestamp: new Date().toISOString(), msg, ...facts })}\n`);
}
