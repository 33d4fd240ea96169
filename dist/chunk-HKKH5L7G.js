import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/world/json-depth.ts
function jsonDepth(text) {
  let depth = 0;
  let deep = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = Math.max(0, depth + (bracket === "[" || bracket === "{" ? 1 : -1));
    deep = Math.max(deep, depth);
  }
  return deep;
}

// src/drivers/probes/json-value.ts
function valueAt(json, path) {
  let value = json;
  for (const key of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return void 0;
    value = Object.entries(value).find(([name]) => name === key)?.[1];
  }
  return value;
}
var deepest = 500;
function parseJson(text) {
  if (jsonDepth(text) > deepest)
    return { kind: "not-json", reason: `is JSON with more than ${deepest} levels, which is not read` };
  try {
    return { kind: "json", value: JSON.parse(text) };
  } catch {
    return { kind: "not-json", reason: "is not JSON" };
  }
}
function textOf(value) {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : void 0;
}
function numberIn(value) {
  const number = typeof value === "string" && /^-?\d+(\.\d+)?(e[-+]?\d+)?$/i.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : void 0;
}
function withValueAt(json, path, value) {
  const [key = "", ...rest] = path.split(".");
  if (typeof json !== "object" || json === null) return json;
  const inner = (each) => rest.length === 0 ? value : withValueAt(each, rest.join("."), value);
  if (Array.isArray(json)) return json.map((each, index) => String(index) === key ? inner(each) : each);
  return Object.fromEntries(Object.entries(json).map(([name, each]) => [name, name === key ? inner(each) : each]));
}

// src/drivers/probes/postgres-rows.ts
import { Socket } from "node:net";
var lookMilliseconds = 20;
async function postgresRows({
  url,
  query,
  milliseconds,
  most,
  signal
}) {
  const { default: pg } = await import("./libraries/pg.js");
  const socket = new Socket();
  const cut = () => void socket.destroy();
  const settings = {
    connectionString: asLibpqReads(url),
    stream: () => socket,
    application_name: "staged-upgrade",
    connectionTimeoutMillis: milliseconds,
    statement_timeout: milliseconds,
    query_timeout: milliseconds,
    options: "-c default_transaction_read_only=on"
  };
  const client = new pg.Client(settings);
  client.on("error", () => void 0);
  let isTooMuch = false;
  const stopForSize = () => {
    isTooMuch = true;
    cut();
  };
  const looking = setInterval(() => {
    if (socket.bytesRead > most.bytes) stopForSize();
  }, lookMilliseconds);
  signal.addEventListener("abort", cut, { once: true });
  try {
    await client.connect();
    await client.query("BEGIN READ ONLY");
    return await new Promise((resolve, reject) => {
      const found = [];
      const prepared = new pg.Query(
        { text: query, name: "probe" },
        [],
        (error) => error === void 0 || error === null ? resolve(found) : reject(error)
      );
      prepared.on("row", (row) => {
        if (found.length < most.rows) found.push(plainRow(row));
        else stopForSize();
      });
      client.query(prepared);
    });
  } catch (error) {
    if (isTooMuch) return void 0;
    throw error;
  } finally {
    clearInterval(looking);
    signal.removeEventListener("abort", cut);
    await client.end().catch(() => void 0);
  }
}
function asLibpqReads(address) {
  const url = URL.parse(address);
  if (url === null || !url.searchParams.has("sslmode") || url.searchParams.has("uselibpqcompat")) return address;
  url.searchParams.set("uselibpqcompat", "true");
  return url.href;
}
function plainRow(row) {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]));
}
function plain(value) {
  if (typeof value === "string" && /^-?\d{1,15}$/.test(value)) return Number(value);
  return value instanceof Date ? value.toISOString() : value;
}

export {
  jsonDepth,
  valueAt,
  parseJson,
  textOf,
  numberIn,
  withValueAt,
  postgresRows,
  asLibpqReads
};
