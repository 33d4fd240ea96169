import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  hasVersions,
  productDefinition,
  productFolder
} from "./chunk-CF4GPMPN.js";
import {
  E
} from "./chunk-FMH4LM5E.js";
import {
  array,
  boolean,
  lazy,
  literal,
  m,
  partialRecord,
  record,
  strictObject,
  string,
  tuple,
  union,
  unknown
} from "./chunk-K63SF6ED.js";

// src/products/registry.ts
import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

// src/products/proposal.ts
var value = lazy(
  () => union([string(), boolean(), array(value), record(string(), value)])
);
var credentialSetting = union([string(), record(string(), string())]);
var proposedKind = strictObject({ kind: string(), settings: record(string(), value.nullable()).default({}) });
var productProposal = strictObject({
  /** The whole configuration, where it is another one than `init` asks for. `{system}` is the name of the installation. */
  configuration: string().optional(),
  /** The name of the installation. */
  system: string().optional(),
  /** In front of the names of its variables; ends with `_`. */
  prefix: string().regex(/_$/).or(literal("")).default(""),
  "production-url": string().optional(),
  "staging-url": string().optional(),
  /** Credentials that a server gives out, by the product's names for them; the others are a variable each. */
  access: record(string(), record(string(), record(string(), credentialSetting))).default({}),
  /** The kind and the settings of each part that exists in kinds; null leaves out what is usual. */
  kinds: partialRecord(m(["data", "deploy", "store", "journal"]), proposedKind).default({}),
  scrub: union([
    strictObject({
      run: tuple([string()], string()),
      env: record(string(), string()).optional()
    }),
    strictObject({ waive: string() })
  ]).default({ run: ["./deploy/scrub.sh"] }),
  /** When production may be changed: what `windows` of the configuration is, for a product that needs them. */
  windows: strictObject({ "time-zone": string(), from: string(), to: string() }).optional(),
  /** Variables that hold no secret. */
  plain: array(string()).default([])
});

// src/products/registry.ts
var names = ["aws-rds-engine", "aws-rds-resize", "infrahub", "medplum", "mender", "sample", "unleash"];
var shipped = new Map(names.map((name) => [name, once(() => readShipped(name))]));
var shippedProducts = {
  names,
  find: (name) => shipped.get(name)?.().definition,
  proposal: (name) => {
    const file = fileURLToPath(new URL(`./${name}/init.yml`, new URL("./assets/products/registry.ts", import.meta.url)));
    const proposes = isShipped(name) && existsSync(file);
    return productProposal.parse(proposes ? E(readFileSync(file, "utf8")) : {});
  }
};
function resolveProduct(reference, configuration) {
  if (typeof reference === "string") {
    const { definition: definition2, document: document2 } = shippedOrFail(reference);
    return { definition: definition2, document: document2 };
  }
  const written = plainData.parse(configuration.product);
  if (!("extends" in reference)) return { definition: reference, document: written };
  const { extends: _name, ...replaced } = written;
  const { document: base, folder } = shippedOrFail(reference.extends);
  const document = { ...base, ...replaced };
  const definition = definitionIn(document);
  return { definition: "releases" in replaced ? definition : withFolder(definition, folder), document };
}
function productDocument(written) {
  if (typeof written === "string") return shipped.get(written)?.().document;
  const own = plainData.safeParse(written);
  if (!own.success) return void 0;
  const { extends: base } = own.data;
  return { ...typeof base === "string" && shipped.get(base)?.().document, ...own.data };
}
var plainData = record(string(), unknown());
function isShipped(name) {
  return names.some((known) => known === name);
}
function readShipped(name) {
  const file = fileURLToPath(new URL(`./${name}/product.yml`, new URL("./assets/products/registry.ts", import.meta.url)));
  const document = plainData.parse(E(readFileSync(file, "utf8")));
  const folder = dirname(file);
  return { document, folder, definition: withFolder(definitionIn(document), folder) };
}
function shippedOrFail(name) {
  const found = shipped.get(name)?.();
  if (found === void 0) throw new Error(`the configuration was accepted with the unknown product "${name}"`);
  return found;
}
function definitionIn(document) {
  return productDefinition.parse(document, { jitless: true });
}
function once(read) {
  let kept;
  return () => {
    kept ??= { value: read() };
    return kept.value;
  };
}
function withFolder(definition, folder) {
  if (!hasVersions(definition)) return definition;
  const { releases } = definition;
  return {
    ...definition,
    releases: {
      kind: releases.kind,
      open: (context) => releases.open({ ...context, placeholders: { ...context.placeholders, [productFolder]: folder } })
    }
  };
}

export {
  shippedProducts,
  resolveProduct,
  productDocument
};
