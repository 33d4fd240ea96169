import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  hasLoginInQuery
} from "./chunk-6BSPZ5PT.js";
import {
  UserError
} from "./start.js";

// src/drivers/data/postgres/connection.ts
var sslModes = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"];
var applicationName = "staged-upgrade";
var knownParameters = /* @__PURE__ */ new Set(["host", "sslmode", "sslrootcert", "sslcert", "sslkey"]);
var withoutHost = /^(postgres(?:ql)?:\/\/[^/?#]*@)(:\d+)?\//i;
function parseConnection({ url: written, password, where }) {
  const url = written.replace(withoutHost, "$1localhost$2/");
  const parsed = URL.canParse(url) && !hasLoginInQuery(url) ? new URL(url) : void 0;
  if (parsed === void 0 || !["postgres:", "postgresql:"].includes(parsed.protocol)) throw notReadable(where);
  const parameters = parsed.searchParams;
  for (const name of parameters.keys()) if (!knownParameters.has(name)) throw unknownParameter(where, name);
  const named = withoutHost.test(written) ? "" : decoded(parsed.hostname.replace(/^\[(.*)\]$/, "$1"), where);
  const host = parameters.get("host") ?? named;
  const user = decoded(parsed.username, where);
  const database = decoded(parsed.pathname.slice(1), where);
  if (host === "") throw missing(where, "a host");
  if (host.includes(",")) throw missing(where, "exactly one host");
  if (user === "") throw missing(where, "a user");
  if (database === "") throw missing(where, "the name of a database");
  const secret = password ?? (parsed.password === "" ? void 0 : decoded(parsed.password, where));
  const sslmode = sslModes.find((mode) => mode === (parameters.get("sslmode") ?? "prefer"));
  if (sslmode === void 0) throw badSslMode(where, parameters.get("sslmode") ?? "");
  const files = fileParameters(parameters);
  if (sslmode.startsWith("verify") && files.sslrootcert === void 0)
    throw missing(where, `sslrootcert=FILE, which sslmode=${sslmode} needs`);
  return {
    where,
    host,
    port: parsed.port === "" ? 5432 : Number(parsed.port),
    user,
    database,
    sslmode,
    ...files,
    ...secret === void 0 ? {} : { password: secret }
  };
}
function connectionEnvironment(connection, inherited, pin) {
  const kept = Object.entries(inherited).filter(([name]) => !name.startsWith("PG"));
  const optional = {
    PGPASSWORD: connection.password,
    PGSSLROOTCERT: connection.sslrootcert,
    PGSSLCERT: connection.sslcert,
    PGSSLKEY: connection.sslkey,
    // The name stays for the certificate and the password; the address is the one that was looked at.
    PGHOSTADDR: pin?.address,
    PGOPTIONS: pin?.options
  };
  const set = Object.entries(optional).flatMap(
    ([name, value]) => value === void 0 ? [] : [[name, value]]
  );
  return {
    ...Object.fromEntries([...kept, ...set]),
    PGHOST: connection.host,
    PGPORT: String(connection.port),
    PGUSER: connection.user,
    PGDATABASE: connection.database,
    PGSSLMODE: connection.sslmode,
    PGAPPNAME: applicationName,
    PGCONNECT_TIMEOUT: "15",
    // Their messages are read, so they must be in English.
    LC_ALL: "C"
  };
}
function databaseArgument(connection) {
  return `--dbname=dbname='${connection.database.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
function placeOf(connection) {
  return `"${connection.database}" on ${connection.host}, port ${connection.port}`;
}
function fileParameters(parameters) {
  const sslrootcert = parameters.get("sslrootcert");
  const sslcert = parameters.get("sslcert");
  const sslkey = parameters.get("sslkey");
  return { ...sslrootcert && { sslrootcert }, ...sslcert && { sslcert }, ...sslkey && { sslkey } };
}
function decoded(text, where) {
  try {
    return decodeURIComponent(text);
  } catch {
    throw notReadable(where);
  }
}
function notReadable(where) {
  return new UserError({
    happened: `The value of ${where} could not be read as postgres://user:password@host:5432/name (it is not shown, since it may hold a password).`,
    means: "Nothing was done.",
    next: 'Percent-encode characters such as @ : / # ? % in the password (%40 %3A %2F %23 %3F %25), or set the password separately under "password:".'
  });
}
function missing(where, what) {
  return new UserError({
    happened: `The URL in ${where} must name ${what}.`,
    means: "Nothing was done.",
    next: "Write it as postgres://user:password@host:5432/name. If the password holds # ? or /, percent-encode it."
  });
}
function unknownParameter(where, name) {
  return new UserError({
    happened: `The URL in ${where} has the parameter "${name}", which is not supported.`,
    means: "Nothing was done.",
    next: `Remove it. These are accepted: ${[...knownParameters].join(", ")}. A "?" in the password is written %3F.`
  });
}
function badSslMode(where, mode) {
  return new UserError({
    happened: `The URL in ${where} has sslmode="${mode}".`,
    means: "Nothing was done.",
    next: `Use one of ${sslModes.join(", ")}.`
  });
}

export {
  sslModes,
  applicationName,
  parseConnection,
  connectionEnvironment,
  databaseArgument,
  placeOf
};
