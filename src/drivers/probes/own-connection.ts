/**
 * A server may close a kept connection at any time, for example 5 s after its last answer. Then it is unknown whether it got
 * what was sent: a start of migrations must not be sent twice, and a lost login looks like a refused one.
 */
export const ownConnection: Readonly<Record<string, string>> = { connection: 'close' };
