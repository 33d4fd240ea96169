import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  askProgram
} from "./chunk-M4XLWBTW.js";
import {
  networkFailure
} from "./chunk-QG6HMOOH.js";
import {
  BucketError,
  pieceBytes
} from "./chunk-WWXUUFM4.js";
import {
  childEnvironment
} from "./chunk-NPAGDH5U.js";
import {
  coerce_exports
} from "./chunk-L5QXXGGG.js";
import {
  object,
  string
} from "./chunk-K63SF6ED.js";

// src/world/objects/azure/bucket.ts
import { createHash } from "node:crypto";

// src/world/objects/azure/listing.ts
function listingPage(xml) {
  return {
    objects: elements(xml, "Blob").map((blob) => {
      const versionId = first(blob, "VersionId");
      return {
        key: nameIn(blob),
        bytes: Number(first(blob, "Content-Length") ?? 0),
        version: first(blob, "Etag") ?? "",
        modified: new Date(first(blob, "Last-Modified") ?? 0),
        ...versionId !== void 0 && { versionId },
        isCurrent: versionId === void 0 || first(blob, "IsCurrentVersion") === "true"
      };
    }),
    folders: elements(xml, "BlobPrefix").map(nameIn),
    next: first(xml, "NextMarker") ?? ""
  };
}
function nameIn(xml) {
  const found = /<Name(?<encoded> Encoded="true")?>(?<text>[^<]*)<\/Name>/.exec(xml)?.groups;
  const text = unescaped(found?.text ?? "");
  return found?.encoded === void 0 ? text : decodeURIComponent(text);
}
function elements(xml, name) {
  return [...xml.matchAll(new RegExp(`<${name}>(?<inner>.*?)</${name}>`, "gs"))].map(
    ({ groups }) => groups?.inner ?? ""
  );
}
function first(xml, name) {
  const text = new RegExp(`<${name}>(?<text>[^<]*)</${name}>`).exec(xml)?.groups?.text;
  return text === void 0 ? void 0 : unescaped(text);
}
var entities = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
function unescaped(text) {
  return text.replace(/&(?:(?<name>lt|gt|quot|apos|amp)|#x(?<hex>[0-9a-f]+)|#(?<decimal>\d+));/gi, (whole, ...rest) => {
    const { name, hex, decimal } = rest.at(-1);
    if (name !== void 0) return entities[name.toLowerCase()] ?? whole;
    return String.fromCodePoint(hex === void 0 ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

// src/world/objects/azure/failure.ts
function codeOf(response, text) {
  return response.headers.get("x-ms-error-code") ?? first(text, "Code") ?? "";
}
async function azureFailure(response, named) {
  const { status } = response;
  const { container, account, where } = named;
  const text = await response.text();
  const code = codeOf(response, text);
  const said = `${status}${code === "" ? "" : `: ${code}`}`;
  const failed = (message, next, passes = false) => new BucketError(message, { passes, next });
  if (status === 408 || status === 429 || status >= 500)
    return failed(
      `the server is busy or failed (${said})`,
      "Run the step again later. If it stays so, see the status of the service.",
      true
    );
  if (code === "ContainerNotFound" || code === "ResourceNotFound")
    return failed(
      `there is no container "${container}" in the account "${account}"`,
      `Create it, or correct "container" in ${where}.`
    );
  if (status === 401 || code === "AuthenticationFailed" || code === "InvalidAuthenticationInfo")
    return failed(
      `the server does not accept the credentials (${said})`,
      "Check the login step of the job, or the key, and the clock of this machine: a request that is signed at another time is refused. Credentials of a session expire: a run that is started again logs in again."
    );
  if (status === 403)
    return failed(
      `a right is missing (${said})`,
      "What is needed on the container: the role Storage Blob Data Contributor; and that the network rules of the account let this machine in."
    );
  if (status === 409 && /Immutable|LegalHold/.test(code))
    return failed(`the object is held (${said})`, "Wait until its immutability policy or legal hold has ended.");
  return failed(said, `Check ${where}, and what the service says about this error.`);
}

// src/world/objects/azure/sign.ts
import { createHmac } from "node:crypto";
var signedHeaders = [
  ...["content-encoding", "content-language", "content-length", "content-md5", "content-type", "date"],
  ...["if-modified-since", "if-match", "if-none-match", "if-unmodified-since", "range"]
];
function authorization({ account, key }, { method, url, headers, bytes }) {
  const plain = signedHeaders.map(
    (name) => name === "content-length" ? bytes === 0 ? "" : String(bytes) : headers.get(name) ?? ""
  );
  const own = [...headers].filter(([name]) => name.startsWith("x-ms-")).toSorted(([one], [other]) => one < other ? -1 : 1).map(([name, value]) => `${name}:${value.trim()}`);
  const query = [...url.searchParams].toSorted(([one], [other]) => one < other ? -1 : 1).map(([name, value]) => `${name.toLowerCase()}:${value}`);
  const resource2 = [`/${account}${url.pathname}`, ...query].join("\n");
  const text = [method, ...plain, ...own, resource2].join("\n");
  const signature = createHmac("sha256", Buffer.from(key, "base64")).update(text, "utf8").digest("base64");
  return `SharedKey ${account}:${signature}`;
}

// src/world/objects/azure/asking.ts
var apiVersion = "2021-12-02";
function askingAzure(account) {
  const { server, container, credential, clock } = account;
  return async ({ key, isOfAccount = false, method = "GET", query = {}, headers = {}, body, signal }, ...expected) => {
    const path = key === void 0 ? "" : `/${key.split("/").map(encodeURIComponent).join("/")}`;
    const url = new URL(isOfAccount ? `${server}/` : `${server}/${encodeURIComponent(container)}${path}`);
    for (const [name, value] of Object.entries(query)) if (value !== "") url.searchParams.set(name, value);
    const sent = new Headers({ ...headers, "x-ms-version": apiVersion, "x-ms-date": clock.now().toUTCString() });
    const bytes = body?.byteLength ?? 0;
    sent.set(
      "authorization",
      credential.kind === "key" ? authorization({ account: account.account, key: credential.key }, { method, url, headers: sent, bytes }) : `Bearer ${await credential.token()}`
    );
    let response;
    try {
      response = await account.fetch(url, {
        ...{ method, headers: sent, redirect: "manual" },
        ...body && { body: Uint8Array.from(body) },
        ...signal && { signal }
      });
    } catch (cause) {
      throw networkFailure(cause, server) ?? cause;
    }
    if (response.ok || expected.includes(response.status)) return response;
    throw await azureFailure(response, account);
  };
}
async function bytesOf(response, server) {
  try {
    return new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    throw networkFailure(cause, server) ?? cause;
  }
}

// src/world/objects/azure/bucket.ts
var mebibyte = 1024 ** 2;
var azureParts = {
  leastBytes: 1,
  mostBytes: 4e3 * mebibyte,
  mostParts: 5e4,
  mostObjectBytes: 5e4 * 4e3 * mebibyte,
  multipleOf: 1,
  inAnyOrder: true
};
function azureBucket(options) {
  const { server, scope, clock } = options;
  const ask = askingAzure(options);
  const pages = async (prefix, delimiter, signal) => {
    const all = [];
    let marker = "";
    do {
      const query = { restype: "container", comp: "list", prefix, delimiter, marker };
      const page = listingPage(await (await ask({ query, signal })).text());
      all.push(page);
      marker = page.next;
    } while (marker !== "");
    return all;
  };
  const written = { ...scope !== void 0 && { "x-ms-encryption-scope": scope } };
  const stored = (bytes) => ({
    ...written,
    "content-type": "application/octet-stream",
    "content-md5": createHash("md5").update(bytes).digest("base64")
  });
  return {
    description: options.description,
    parts: azureParts,
    list: async (prefix, signal) => (await pages(prefix, "", signal)).flatMap(({ objects }) => objects),
    folders: async (prefix, signal) => (await pages(prefix, "/", signal)).flatMap(({ folders }) => folders.map((each) => each.slice(prefix.length, -1))),
    read: async (key, from, signal) => {
      const headers = { "x-ms-range": `bytes=${from}-${from + pieceBytes - 1}` };
      const response = await ask({ key, headers, signal }, 404, 416);
      if (response.status === 404) return await missing(response, options);
      if (response.status === 416) return new Uint8Array();
      return await bytesOf(response, server);
    },
    create: async (key, bytes, signal) => {
      const headers = { ...stored(bytes), "x-ms-blob-type": "BlockBlob", "if-none-match": "*" };
      const response = await ask({ key, method: "PUT", headers, body: bytes, signal }, 409, 412);
      if (response.ok) return "created";
      const code = codeOf(response, await response.clone().text());
      if (response.status === 412 || code === "BlobAlreadyExists") return "taken";
      throw await azureFailure(response, options);
    },
    startUpload: async (key) => {
      const blocks = /* @__PURE__ */ new Map();
      return {
        send: async ({ number }, bytes, signal) => {
          if (bytes.byteLength === 0) return;
          const id = Buffer.from(String(number).padStart(6, "0")).toString("base64");
          const query = { comp: "block", blockid: id };
          await ask({ key, method: "PUT", query, headers: stored(bytes), body: bytes, signal });
          blocks.set(number, id);
        },
        finish: async (signal) => {
          const ids = [...blocks].toSorted(([one], [other]) => one - other).map(([, id]) => `<Latest>${id}</Latest>`);
          const body = Buffer.from(`<?xml version="1.0" encoding="utf-8"?><BlockList>${ids.join("")}</BlockList>`);
          const headers = { ...written, ...options.headers, "content-type": "application/xml" };
          await ask({ key, method: "PUT", query: { comp: "blocklist" }, headers, body, signal });
        },
        // Blocks that belong to nothing the service forgets after a week.
        drop: async () => void 0
      };
    },
    heldUntil: async (key, signal) => {
      const response = await ask({ key, method: "HEAD", signal }, 404);
      if (response.headers.get("x-ms-legal-hold") === "true") return "its legal hold is removed";
      const until = response.headers.get("x-ms-immutability-policy-until-date");
      return until === null || new Date(until) <= clock.now() ? void 0 : new Date(until).toISOString();
    },
    remove: async (key, signal) => {
      const response = await ask(
        { key, method: "DELETE", headers: { "x-ms-delete-snapshots": "include" }, signal },
        404
      );
      if (response.status === 404) await missing(response, options);
    },
    dropUnfinished: async () => void 0
  };
}
async function missing(response, options) {
  const code = codeOf(response, await response.clone().text());
  if (code !== "BlobNotFound") throw await azureFailure(response, options);
  return void 0;
}

// src/world/objects/azure/contents.ts
var storedAs = {
  "content-type": "x-ms-blob-content-type",
  "cache-control": "x-ms-blob-cache-control",
  "content-disposition": "x-ms-blob-content-disposition",
  "content-encoding": "x-ms-blob-content-encoding",
  "content-language": "x-ms-blob-content-language"
};
function azureContents(account) {
  const ask = askingAzure(account);
  const listed = async (prefix, signal) => {
    const all = [];
    let marker = "";
    do {
      const query = { restype: "container", comp: "list", include: "versions", prefix, marker };
      const page = listingPage(await (await ask({ query, signal })).text());
      all.push(...page.objects);
      marker = page.next;
    } while (marker !== "");
    return all;
  };
  return {
    versioning: async (prefix, signal) => {
      const all = await listed(prefix, signal);
      const current = all.filter(({ isCurrent }) => isCurrent);
      if (current.length > 0 && current.every(({ versionId }) => versionId !== void 0)) return "enabled";
      return all.some(({ versionId }) => versionId !== void 0) ? "suspended" : "never";
    },
    // Its rules are of the account, and only its management shows them.
    expiry: async () => ({ removesCurrent: false }),
    softDelete: async (signal) => {
      const query = { restype: "service", comp: "properties" };
      const response = await ask({ isOfAccount: true, query, signal }, 403);
      if (response.status === 403) return { kind: "unknown" };
      const [policy = ""] = elements(await response.text(), "DeleteRetentionPolicy");
      return first(policy, "Enabled") === "true" ? { kind: "days", days: Number(first(policy, "Days") ?? 0) } : { kind: "off" };
    },
    current: async (prefix, signal) => (await listed(prefix, signal)).filter(({ isCurrent }) => isCurrent).map(({ key, versionId, bytes }) => ({ key, version: versionId, bytes })),
    read: async ({ key, version = "" }, from, signal) => {
      const query = { versionid: version };
      const range = { "x-ms-range": `bytes=${from}-${from + pieceBytes - 1}` };
      const response = await ask({ key, query, headers: range, signal }, 404, 416);
      if (response.status === 404) return await missing(response, account);
      if (response.status === 416) {
        const head = await ask({ key, query, method: "HEAD", signal }, 404);
        return head.status === 404 ? void 0 : { bytes: new Uint8Array(), headers: headersOf(head) };
      }
      requireBytesAsStored(key, response);
      return { bytes: await bytesOf(response, account.server), headers: headersOf(response) };
    }
  };
}
function requestHeaders(stored) {
  const plain = Object.entries(stored).flatMap(
    ([name, value]) => typeof value === "string" ? [[storedAs[name] ?? name, value]] : []
  );
  const { metadata = {} } = stored;
  const own = typeof metadata === "string" ? [] : Object.entries(metadata);
  return Object.fromEntries([...plain, ...own.map(([name, value]) => [`x-ms-meta-${name}`, value])]);
}
function headersOf({ headers }) {
  const plain = Object.keys(storedAs).flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  const own = [...headers].flatMap(([name, value]) => {
    const meta = /^x-ms-meta-(?<name>.+)$/.exec(name)?.groups?.name;
    return meta === void 0 ? [] : [[meta, value]];
  });
  return {
    ...Object.fromEntries(plain),
    ...own.length > 0 && { metadata: Object.fromEntries(own.toSorted(([one], [other]) => one < other ? -1 : 1)) }
  };
}
function requireBytesAsStored(key, { headers }) {
  const coding = headers.get("content-encoding");
  if (coding === null || coding === "" || coding === "identity") return;
  throw new BucketError(
    `the blob "${key}" is stored with the Content-Encoding "${coding}", under which its bytes cannot be read as they are stored`,
    {
      passes: false,
      next: 'Remove the Content-Encoding from the properties of this blob, or leave it out by a "prefix".'
    }
  );
}

// src/world/objects/azure/token.ts
import { readFile } from "node:fs/promises";
var resource = "https://storage.azure.com";
var earlier = 5 * 6e4;
var granted = object({ access_token: string(), expires_in: coerce_exports.number() });
var ofProgram = object({ accessToken: string(), expires_on: coerce_exports.number() });
function usualToken(places) {
  let kept;
  return async () => {
    const now = places.clock.now().getTime();
    if (kept === void 0 || kept.until - earlier < now) kept = await newToken(places, now);
    return kept.value;
  };
}
async function newToken(places, now) {
  const { AZURE_TENANT_ID: tenant, AZURE_CLIENT_ID: client, ...other } = places.environment;
  const file = other.AZURE_FEDERATED_TOKEN_FILE;
  const secret = other.AZURE_CLIENT_SECRET;
  if (tenant !== void 0 && client !== void 0 && (file !== void 0 || secret !== void 0)) {
    const proof = file === void 0 ? { client_secret: secret ?? "" } : {
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      client_assertion: (await readFile(file, "utf8")).trim()
    };
    const host = other.AZURE_AUTHORITY_HOST ?? "https://login.microsoftonline.com";
    return await granting(
      `${host.replace(/\/$/, "")}/${tenant}/oauth2/v2.0/token`,
      { client_id: client, ...proof },
      places,
      now
    );
  }
  return await ofLogin(places);
}
async function granting(url, proof, { fetch, where }, now) {
  const body = new URLSearchParams({ grant_type: "client_credentials", scope: `${resource}/.default`, ...proof });
  let response;
  try {
    response = await fetch(url, { method: "POST", body, redirect: "manual" });
  } catch (cause) {
    throw networkFailure(cause, new URL(url).origin) ?? cause;
  }
  const read = granted.safeParse(await response.json().catch(() => void 0));
  if (!response.ok || !read.success) throw noCredentials(where, `the login was answered with ${response.status}`);
  return { value: read.data.access_token, until: now + read.data.expires_in * 1e3 };
}
async function ofLogin({ processes, environment, where }) {
  const argv = ["az", "account", "get-access-token", "--resource", resource, "--output", "json"];
  const result = await askProgram(processes, { argv, environment });
  if (result === void 0) throw noCredentials(where, 'there are no variables of a login, and no program "az"');
  try {
    const { accessToken, expires_on: until } = ofProgram.parse(JSON.parse(result.stdout));
    return { value: accessToken, until: until * 1e3 };
  } catch {
    throw noCredentials(where, '"az account get-access-token" gave no token');
  }
}
function noCredentials(where, why) {
  return new BucketError(`this job has no credentials for it: ${why}`, {
    passes: false,
    next: `Let a step of the job log in (OIDC, between the marks of its workflow), or name a key in ${where}.account-key or a token in ${where}.access-token.`
  });
}

// src/world/objects/azure/open.ts
function openAzure(settings, context) {
  return connectAzure(settings, context);
}
function connectAzure(settings, { effects, where, placeholders }, elsewhere) {
  const fill = (key) => {
    const text = settings[key];
    return text === void 0 ? void 0 : effects.variables.fill(text, `${where}.${key}`, placeholders);
  };
  const own = `${fill("account")}/${fill("container")}`;
  const name = elsewhere?.name ?? own;
  const [account = "", container = ""] = name.split("/");
  const scope = fill("encryption-scope");
  const endpoint = fill("endpoint") ?? `https://${account}.blob.core.windows.net`;
  const options = {
    ...{ description: `azure-blob ${name}`, account, container, where },
    server: elsewhere?.server ?? endpoint.replace(/\/+$/, ""),
    ...scope !== void 0 && { scope },
    fetch: effects.fetch,
    clock: effects.clock,
    credential: credentialOf(fill("account-key"), fill("access-token"), { effects, where })
  };
  return {
    name,
    server: options.server,
    prefix: (fill("prefix") ?? "").replace(/\/+$/, ""),
    bucket: azureBucket(options),
    contents: azureContents(options),
    storing: (headers) => azureBucket({ ...options, headers: requestHeaders(headers) })
  };
}
function credentialOf(key, given, { effects, where }) {
  if (key !== void 0) return { kind: "key", key };
  if (given !== void 0) return { kind: "token", token: async () => given };
  const { processes, fetch, clock } = effects;
  const usual = usualToken({ environment: childEnvironment(effects), processes, fetch, clock, where });
  return {
    kind: "token",
    token: async () => {
      const token = await usual();
      effects.mask(token);
      return token;
    }
  };
}

export {
  openAzure,
  connectAzure
};
