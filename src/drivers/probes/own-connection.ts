/**
 * A server may close a kept connection at any time, such as 5 s after its last answer. Whether it got what was sent on it
 * then is not known: a start of migrations must not be sent twice, and a login that is lost looks like one that is refused.
 */
export const ownConnection: Readonly<Record<string, string>> = { connection: 'close' };
