import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  ProxyRefusal
} from "./chunk-DHVTPSR5.js";
import {
  UserError
} from "./chunk-NJJAAM2E.js";

// src/world/http.ts
function httpFetch(environment, nodeVersion = process.versions.node) {
  let opened;
  return async (input, init) => {
    opened ??= open(environment, nodeVersion);
    return await (await opened)(input, init);
  };
}
var ProxyFailure = class extends Error {
  name = "ProxyFailure";
};
var httpVariables = ["http_proxy", "HTTP_PROXY"];
var httpsVariables = ["https_proxy", "HTTPS_PROXY"];
async function open(environment, nodeVersion) {
  const http = proxyFrom(environment, httpVariables);
  const https = proxyFrom(environment, httpsVariables);
  const named = https ?? http;
  if (named === void 0) return globalThis.fetch;
  if (!knowsProxies(nodeVersion)) throw tooOld(named.variable, nodeVersion);
  const exceptions = environment.no_proxy || environment.NO_PROXY || "";
  const { proxiedFetch } = await import("./proxied-fetch-P4OKH4VC.js");
  const fetch = proxiedFetch({ http: http?.url.href, https: https?.url.href, exceptions });
  return async (input, init) => {
    try {
      return await fetch(input, init);
    } catch (cause) {
      const isEncrypted = /^https:/i.test(String(input));
      const proxy = isEncrypted ? https : http;
      throw (proxy && proxyFailure(cause, proxy)) ?? cause;
    }
  };
}
function knowsProxies(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 24 || major === 24 && minor >= 5;
}
function tooOld(variable, version) {
  return new UserError({
    happened: `The variable ${variable} names a proxy, which this Node.js ${version} cannot use.`,
    means: "No server was asked, and nothing was done.",
    next: "Use Node.js 24.5 or newer; for the action, update the runner to 2.328 or newer, which brings it."
  });
}
function proxySecrets(environment) {
  return [httpVariables, httpsVariables].flat().flatMap((variable) => {
    const { username = "", password = "" } = URL.parse(environment[variable] ?? "") ?? {};
    return password === "" ? [] : [`${username}:${password}`, password, decoded(password)];
  });
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
function proxyFrom(environment, variables) {
  const variable = variables.find((name) => environment[name]);
  if (variable === void 0) return void 0;
  const url = URL.parse(environment[variable] ?? "");
  if (url && /^https?:$/.test(url.protocol) && url.hostname !== "") return { variable, url };
  throw new UserError({
    happened: `The variable ${variable} names a proxy, but is not an address that starts with http:// or https://.`,
    means: "No server was asked, and nothing was done.",
    next: `Write the proxy's address in full, such as ${variable}=http://proxy.example.com:3128, or remove the variable.`
  });
}
function proxyFailure(error, { variable, url }) {
  const named = `the proxy ${url.protocol}//${url.host} (${variable})`;
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ProxyRefusal) {
      return cause.status === 407 ? failed(`${named} wants a login, or refuses the one in its address (407)`, error) : failed(`${named} refused to connect to the server (${cause.status})`, error);
    }
    const isItsAddress = namesOf(cause).some((name) => name === url.hostname || name === `:${portOf(url)}`);
    if ("code" in cause && isItsAddress) return failed(`${named} could not be reached (${String(cause.code)})`, error);
  }
  return void 0;
}
function failed(message, cause) {
  return new ProxyFailure(message, { cause });
}
function namesOf(error) {
  const errors = error instanceof AggregateError ? error.errors : [error];
  return errors.flatMap((each) => {
    if (typeof each !== "object" || each === null) return [];
    const hostname = "hostname" in each ? [String(each.hostname)] : [];
    return [...hostname, ..."port" in each ? [`:${String(each.port)}`] : []];
  });
}
function portOf({ port, protocol }) {
  return port || (protocol === "https:" ? "443" : "80");
}

export {
  httpFetch,
  ProxyFailure,
  proxySecrets
};
