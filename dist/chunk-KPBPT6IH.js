import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  hasStages,
  parse,
  productDefinition,
  productFolder
} from "./chunk-3XDNTSC4.js";
import {
  record,
  string,
  unknown
} from "./chunk-5JBGWOJI.js";

// src/products/registry.ts
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
var names = ["sample", "unleash"];
var shippedProducts = {
  names,
  find: (name) => {
    const shipped = readShipped(name);
    return shipped && withFolder(productDefinition.parse(shipped.document), shipped.folder);
  }
};
function resolveProduct(reference, configuration) {
  if (typeof reference === "string") {
    const { document: document2, folder: folder2 } = shippedOrFail(reference);
    return { definition: withFolder(productDefinition.parse(document2), folder2), document: document2 };
  }
  const written = plainData.parse(configuration.product);
  if (!("extends" in reference)) return { definition: reference, document: written };
  const { extends: _name, ...replaced } = written;
  const { document: shipped, folder } = shippedOrFail(reference.extends);
  const document = { ...shipped, ...replaced };
  const definition = productDefinition.parse(document);
  return { definition: "releases" in replaced ? definition : withFolder(definition, folder), document };
}
var plainData = record(string(), unknown());
function readShipped(name) {
  if (!names.some((known) => known === name)) return void 0;
  const file = fileURLToPath(new URL(`./${name}/product.yml`, new URL("./assets/products/registry.ts", import.meta.url)));
  return { document: plainData.parse(parse(readFileSync(file, "utf8"))), folder: dirname(file) };
}
function shippedOrFail(name) {
  const shipped = readShipped(name);
  if (shipped === void 0) throw new Error(`the configuration was accepted with the unknown product "${name}"`);
  return shipped;
}
function withFolder(definition, folder) {
  if (hasStages(definition)) return definition;
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
  resolveProduct
};
