/** Why a server, or the connection to it, failed, in words that contain nothing of any row. */
export interface Cause {
  readonly said: string;
  /** What to do; it ends with what to run again. */
  readonly next: string;
}

type Sign = readonly [codes: RegExp, words: RegExp, cause: Cause];

const again = 'then run the step again.';

/**
 * By SQLSTATE if there is one, otherwise by the messages that clients such as pg_dump and pg_restore print themselves.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const signs: readonly Sign[] = [
  // A pooler's own messages, which PgBouncer sends with one code whatever they mean.
  [
    /^$/,
    /^(query_wait_timeout|query[_ ]timeout|client_idle_timeout|idle transaction timeout|server conn crashed|pgbouncer cannot connect|no more connections allowed|unsupported startup parameter)/i,
    {
      said: 'a pooler between here and the server ended or refused the connection',
      next: `Let the configuration name the direct address of the server, not the pooler, ${again}`,
    },
  ],
  [
    /^57P0[12]$/,
    /^terminating connection due to administrator command|^terminating connection because of crash/i,
    {
      said: 'the server was restarted or shut down, or an administrator ended the connection',
      next: `Wait until the server runs, ${again}`,
    },
  ],
  [
    /^57P03$/,
    /^the database system is (starting up|shutting down|in recovery mode|not (yet )?accepting)/i,
    { said: 'the server is starting up or shutting down', next: `Wait until it accepts connections, ${again}` },
  ],
  [
    /^(57P05|25P03|25P04)$/,
    /idle[- ](in[- ]transaction|session)|transaction timeout/i,
    {
      said: 'the server ended a connection that was idle, or a transaction that took longer than it allows',
      next: `Raise idle_session_timeout, idle_in_transaction_session_timeout and transaction_timeout for this user, ${again}`,
    },
  ],
  [
    /^57014$/,
    /^canceling statement due to (statement|lock) timeout/i,
    {
      said: 'a statement took longer than the server allows, or was canceled',
      next: `Raise statement_timeout and lock_timeout for this user, or wait until the session that holds the lock has ended, ${again}`,
    },
  ],
  [
    /^53100$/,
    /no space left on device|disk full/i,
    { said: 'a disk of the server is full', next: `Free space on the server, ${again}` },
  ],
  [
    /^53200$/,
    /^out of memory|^out of shared memory/i,
    {
      said: 'the server ran out of memory',
      next: `Give it more memory, or raise max_locks_per_transaction where it names shared memory, ${again}`,
    },
  ],
  [
    /^53300$/,
    /^sorry, too many clients|^remaining connection slots|^too many connections/i,
    { said: 'the server has no connection left', next: `Free connections, or raise max_connections, ${again}` },
  ],
  // All that a program sees of a server that died and of a connection that was cut.
  [
    /^$/,
    /^(server closed the connection unexpectedly|no connection to the server)/i,
    {
      said: 'the connection ended: the server died or was restarted, or something on the way to it cut the connection',
      next: `Wait until the server runs, and check that no proxy or firewall between ends long connections, ${again}`,
    },
  ],
  [
    /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    /^server certificate for .* does not match host name/i,
    {
      said: "the server's TLS certificate is for a different name from the one in the URL",
      next: `Use the name that the certificate is for in the URL, or give the server a certificate for this one, ${again}`,
    },
  ],
  [
    /^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/,
    /certificate (has expired|is not yet valid)/i,
    {
      said: "the server's TLS certificate is not valid at this time",
      next: `Renew it, or correct the clock of this machine, ${again}`,
    },
  ],
  [
    /^(UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|CERT_\w+|ERR_TLS_\w+)$/,
    /certificate verify failed|^self[- ]signed certificate/i,
    {
      said: "the server's TLS certificate is not trusted here",
      next: `Name the authority that signed it as sslrootcert in the URL, ${again}`,
    },
  ],
  [
    /^$/,
    /does not support SSL/i,
    {
      said: 'the configuration asks for TLS, but the server does not offer it',
      next: `Let the server offer TLS, or set sslmode=disable where the way to it is trusted, ${again}`,
    },
  ],
  [
    /^(ECONNRESET|EPIPE|08003|08006|08001|08004)$/,
    /^connection terminated( unexpectedly)?$|^connection to server was lost|^could not (receive|send) data (from|to) server/i,
    {
      said: 'the connection was cut',
      next: `Check the network, and that no proxy or firewall between ends long connections, ${again}`,
    },
  ],
];

/** The server refuses a login with one code whatever the reason: only the text says whether it requires TLS. */
const wantsEncryption: Cause = {
  said: 'the server accepts this user only over TLS (pg_hba.conf)',
  next: `Set sslmode=require in the URL, ${again}`,
};

export function causeOf(code: string | undefined, message: string): Cause | undefined {
  const text = message.replace(/^(?:(?:ERROR|FATAL|PANIC):\s*)?/, '');
  if (/^no pg_hba\.conf entry .*no encryption/i.test(text)) return wantsEncryption;
  return signs.find(([codes, words]) => (code !== undefined && codes.test(code)) || words.test(text))?.[2];
}

/**
 * Whether the cause of a failed restore is in the backup itself: its rows or definitions break a rule of the database, and
 * will do so at each further attempt. https://www.postgresql.org/docs/current/errcodes-appendix.html (classes 22, 23, 42)
 * A message that is withheld because it may quote a row was raised by a user's function.
 */
export function isOfTheBackup(toolError: string): boolean {
  return /violates|invalid (input|byte sequence)|syntax error|value too long|out of range|could not create (unique|exclusion)|(relation|function|column|operator) .*does not exist|may quote data/i.test(
    toolError,
  );
}
