/** Why a server, or the connection to it, failed, in words that contain nothing of any row. */
export interface Cause {
  readonly said: string;
  /** What to do; it ends with what to run again. */
  readonly next: string;
}

const again = 'then run the step again.';
const ofTheBackup =
  "What refuses is in the backup itself: production's own rows or definitions. Correct them on production, then take a new backup; restoring this one again ends the same way.";

type Sign = readonly [codes: readonly (number | string)[], said: string, next: string];

/**
 * By the number of the server's error or of the client's (from 2000 on), or by the code of Node for the network. Texts of
 * errors quote rows (`Duplicate entry 'Ada' for key 'name'`), so these are our own words, and the text itself is shown
 * only for the numbers in `shown`.
 * https://dev.mysql.com/doc/mysql-errors/8.4/en/server-error-reference.html, https://mariadb.com/kb/en/mariadb-error-code-reference/
 */
const signs: readonly Sign[] = [
  [
    [1053, 1077, 1079, 1927, 3169],
    'the server was shut down, or an administrator ended the connection',
    `Wait until the server runs, ${again}`,
  ],
  [
    [1040, 1203, 1226],
    'the server has no connection left for this user',
    `Free connections, or raise max_connections or the limits of the user, ${again}`,
  ],
  [
    // EE_* of the server's own file system calls, such as for a temporary table that another server has removed.
    [1, 2, 4, 6, 7, 9, 11, 12, 13, 17, 24, 29],
    'the server could not open, read or remove one of its own files',
    `Look into the server's log and at its tmpdir, which no other server may share, ${again}`,
  ],
  [
    [3, 5, 20, 1021, 1030, 1041, 1114, 1878, 3019],
    'a disk of the server is full, or it ran out of memory',
    `Free space on the server, ${again}`,
  ],
  [[1037, 1038, 1135, 2008], 'the server or the client ran out of memory', `Give it more memory, ${again}`],
  [
    [1205, 1213, 3572],
    'something holds a lock for long, such as a migration or another backup',
    `Wait until it has ended, ${again}`,
  ],
  [[1412], 'a table was altered while it was read, such as by a migration', `Wait until it has ended, ${again}`],
  [
    [1969, 3024, 1317, 1028],
    'a statement took longer than the server allows, or was ended by somebody',
    `Raise max_statement_time or max_execution_time for this user, ${again}`,
  ],
  [
    [1153, 1301, 2020],
    'a row is larger than max_allowed_packet allows',
    `Raise max_allowed_packet on the server (up to 1G), ${again}`,
  ],
  [
    [1159, 1160, 1161, 1158, 2006, 2013, 2055, 'PROTOCOL_CONNECTION_LOST', 'ECONNRESET', 'EPIPE'],
    'the connection was cut',
    `Check that the server runs, the network, and that no proxy or firewall between ends long connections, ${again}`,
  ],
  [
    [
      2026,
      'HANDSHAKE_SSL_ERROR',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'UNABLE_TO_GET_ISSUER_CERT',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    ],
    'TLS with the server could not be set up, or its certificate is not trusted here',
    `Name the authority that signed it as ssl-ca in the URL, ${again}`,
  ],
  [
    ['ERR_TLS_CERT_ALTNAME_INVALID'],
    "the server's TLS certificate is for a different name from the one in the URL",
    `Use the name that the certificate is for in the URL, or give the server a certificate for this one, ${again}`,
  ],
  [
    ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'],
    "the server's TLS certificate is not valid at this time",
    `Renew it, or correct the clock of this machine, ${again}`,
  ],
  [
    ['HANDSHAKE_NO_SSL_SUPPORT'],
    'the configuration asks for TLS, but the server does not offer it',
    `Let the server offer TLS, or set ssl-mode=disabled where the way to it is trusted, ${again}`,
  ],
  [[3159], 'the server accepts this user only over TLS', `Set ssl-mode=required in the URL, ${again}`],
  [
    [1062, 1169, 1180, 1586],
    'rows could not be kept, mostly since two have one value where a unique key allows one',
    ofTheBackup,
  ],
  [[1216, 1217, 1451, 1452], 'rows break a foreign key', ofTheBackup],
  [[3819, 4025], 'a row breaks a check constraint', ofTheBackup],
  [[1048, 1264, 1265, 1292, 1366, 1406, 1411, 3140], 'a value does not fit its column', ofTheBackup],
  [[1067, 1118, 1071, 1101], 'a definition of the backup is not allowed by this server', ofTheBackup],
  [
    [1115, 1273, 1253],
    'the server lacks a character set or a collation',
    `Run the same server version as production here, ${again}`,
  ],
  [[1286, 1479], 'the server lacks a storage engine', `Let the server load it, as production's does, ${again}`],
  [
    [1419, 1418],
    'functions and triggers may not be made while the server writes its binary log',
    `SET GLOBAL log_bin_trust_function_creators = 1 on this server, or give the user SUPER, ${again}`,
  ],
  [
    [1449],
    'a user that owns a view or a routine (its definer) does not exist here',
    `Make that user, or set "definers: ignore", ${again}`,
  ],
  [
    [1356, 1146],
    'a view or a routine refers to a table that does not exist',
    `Correct or drop it on production (CHECK TABLE name shows it), ${again}`,
  ],
  [
    [1242],
    'the restore did not come to the server that was verified',
    `Let the URL name the server itself, not a proxy or pooler, ${again}`,
  ],
  [
    [2002, 2003, 2005, 'ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'ENOENT', 'EHOSTUNREACH', 'EAI_AGAIN'],
    'the server cannot be reached',
    `Check host and port in the configuration, and that this machine can reach the server (network, VPN, firewall), ${again}`,
  ],
  [
    [1044, 1045, 1698, 'AUTH_SWITCH_PLUGIN_ERROR'],
    'the server refuses this user',
    'Check user, password and host of the grant. An odd character in the password of a URL must be percent-encoded, or the password set apart under "password:".',
  ],
  [[1049], 'the database does not exist', 'Create the database first, or correct its name in the configuration.'],
  [
    [1142, 1143, 1227, 1370, 1410, 1419, 1290],
    'the user lacks a right',
    'Grant the missing right to the user of the configuration, then run the step again.',
  ],
];

/** Their texts name users, rights and objects, and no value. */
const shown = new Set([1044, 1045, 1049, 1142, 1143, 1146, 1227, 1273, 1115, 1286, 1370, 1449]);

export function causeOf(code: number | string | undefined, message: string): Cause {
  const sign = signs.find(([codes]) => code !== undefined && codes.includes(code));
  const [
    ,
    said = 'the message may quote data, and is only in the server log',
    next = `Look into the server's log, which has the whole message, ${again}`,
  ] = sign ?? [];
  const text = typeof code === 'number' && shown.has(code) ? `: ${firstLine(message)}` : '';
  return { said: `${said}${text}${code === undefined ? '' : ` (${code})`}`, next };
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/["\s]*(when trying to connect)?$/, '').slice(0, 300);
}
