/** Why a server, or the connection to it, failed, in words that contain nothing of any document. */
export interface Cause {
  readonly said: string;
  /** What to do; it ends with what to run again. */
  readonly next: string;
}

type Sign = readonly [codes: readonly number[], words: RegExp, cause: Cause];

const again = 'then run the step again.';

/**
 * By the server's code if there is one, otherwise by the words of the driver and the tools.
 * https://www.mongodb.com/docs/manual/reference/error-codes/
 */
const signs: readonly Sign[] = [
  [
    [18, 11],
    /authentication failed|auth error|unable to authenticate|SCRAM/i,
    {
      said: 'the user or the password was not accepted',
      next: `Check user, password and authSource in the URL (users mostly live in authSource=admin). A special character in the password must be percent-encoded, or the password set separately under "password:", ${again}`,
    },
  ],
  [
    [13],
    /not authorized on|command .* requires authentication|not allowed to/i,
    {
      said: 'the user may not do this',
      next: `Grant it the role that is missing: "backup" and "clusterMonitor" to read production; "restore", and "readWrite" on the database staged_upgrade, for staging, ${again}`,
    },
  ],
  [
    [],
    /ENOTFOUND|EAI_AGAIN|no such host|querySrv/i,
    {
      said: 'the name of its host cannot be resolved here',
      next: `Check the host in the URL and that this machine can resolve it (VPN, DNS), ${again}`,
    },
  ],
  [
    [],
    /ERR_TLS_CERT_ALTNAME_INVALID|does not match certificate's altnames|certificate is (?:not )?valid for|doesn't contain any IP SANs/i,
    {
      said: 'its TLS certificate is for a different name from the one in the URL',
      next: `Use the name that the certificate is for in the URL, or give the server a certificate for this one, ${again}`,
    },
  ],
  [
    [],
    /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|certificate (?:has expired|is not yet valid)/i,
    {
      said: 'its TLS certificate is not valid at this time',
      next: `Renew it, or correct the clock of this machine, ${again}`,
    },
  ],
  [
    [],
    /tls: (?:certificate required|bad certificate)|alert_(?:certificate_required|bad_certificate)|alert (?:certificate required|bad certificate)/i,
    {
      said: 'it requires a client TLS certificate, and does not accept this one',
      next: `Name the certificate and its key as tlsCertificateKeyFile=FILE in the URL, ${again}`,
    },
  ],
  [
    [],
    /UNABLE_TO_(?:VERIFY|GET)|SELF_SIGNED|self[- ]signed|unable to (?:verify|get)|x509/i,
    {
      said: 'its TLS certificate is not trusted here',
      next: `Name the certificate authority that signed it as tlsCAFile=FILE in the URL, ${again}`,
    },
  ],
  [
    [],
    /wrong version number|packet length too long|does not look like a TLS handshake|before secure TLS connection was established/i,
    {
      said: 'the URL asks for TLS, but the server does not offer it',
      next: `Enable TLS on the server, or set tls=false if the network is trusted, ${again}`,
    },
  ],
  [
    [],
    /certificate|\btls\b|\bssl\b|ERR_TLS|ERR_SSL/i,
    {
      said: 'no encrypted connection could be made (TLS)',
      next: `Check the TLS options in the URL, tls=true, tlsCAFile=FILE and the files that it names, ${again}`,
    },
  ],
  [
    [],
    /ECONNREFUSED|connection refused|ETIMEDOUT|EHOSTUNREACH|server selection (error|timeout)|no reachable servers|connection timed out/i,
    {
      said: 'it could not be reached',
      next: `Check host and port in the URL, and that this machine can reach the server (network, VPN, firewall), ${again}`,
    },
  ],
  [
    [91, 11600, 189, 10107, 11602, 13435, 13436],
    /not (writable )?primary|node is recovering|shutdown in progress|interrupted at shutdown|stepped down/i,
    {
      said: 'the server is shutting down, or another member of the replica set has become the primary',
      next: `Wait until the replica set has a primary, name all its members in the URL, ${again}`,
    },
  ],
  [
    [43, 136],
    /cursor (id )?\S* ?not found|CappedPositionLost|oplog overflow/i,
    {
      said: 'the server dropped what was being read: it was restarted, or its oplog is too small for the time that a dump takes',
      next: `Take the backup when less is written, or make the oplog larger (replSetResizeOplog), ${again}`,
    },
  ],
  [
    [50],
    /operation exceeded time limit|MaxTimeMSExpired/i,
    { said: 'a command took longer than the server allows', next: `Wait until less is done on it, ${again}` },
  ],
  [
    [14031],
    /no space left on device|disk full|out of disk/i,
    { said: 'a disk is full', next: `Free space on the server and on this runner, ${again}` },
  ],
  [
    [],
    /ECONNRESET|EPIPE|socket (was )?(unexpectedly )?closed|connection .* closed|\bEOF\b|incomplete read of message header/i,
    {
      said: 'the connection was cut',
      next: `Check that the server runs, set tls=true in the URL if it only accepts TLS, and make sure that nothing in between closes long connections, ${again}`,
    },
  ],
];

/** The driver's error for an invalid address, before any request. */
const addressErrors = ['MongoParseError', 'MongoInvalidArgumentError', 'MongoMissingCredentialsError'];

/** The part of the address that the driver does not accept. Its message may quote a value; only a name is shown. */
export function causeInAddress({ name, message }: Error): Cause | undefined {
  if (!addressErrors.includes(name)) return undefined;
  const unknown = /^options? (?<names>\w+(?:, \w+)*) (?:is|are) not supported$/.exec(message)?.groups?.names;
  const what = unknown === undefined ? 'an option in its URL, or its value,' : `in its URL, ${unknown}`;
  return {
    said: `${what} is not accepted`,
    next: `Correct the part after the "?" in the URL (https://www.mongodb.com/docs/manual/reference/connection-string-options/), ${again}`,
  };
}

export function causeOf(code: number | undefined, message: string): Cause | undefined {
  return signs.find(([codes, words]) => (code !== undefined && codes.includes(code)) || words.test(message))?.[2];
}
