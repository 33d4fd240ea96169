/** One line of JSON, as the server writes its log. */
export function log(level: 'INFO' | 'WARN' | 'ERROR', msg: string, more: object = {}): void {
  process.stdout.write(`${JSON.stringify({ level, timestamp: new Date().toISOString(), msg, ...more })}\n`);
}
