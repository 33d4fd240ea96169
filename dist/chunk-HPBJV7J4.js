import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  countText
} from "./chunk-NPESFTYR.js";

// src/core/model/contents.ts
function contentsOf({ tables, folders }) {
  return {
    tables: tables.length,
    rows: tables.reduce((sum, table) => sum + table.rows, 0),
    ...folders && { files: folders.reduce((sum, folder) => sum + folder.files, 0) }
  };
}
function together(all) {
  const files = all.flatMap((each) => each.files ?? []);
  return {
    tables: all.reduce((sum, { tables }) => sum + tables, 0),
    rows: all.reduce((sum, { rows }) => sum + rows, 0),
    ...files.length === 0 ? {} : { files: files.reduce((sum, each) => sum + each, 0) }
  };
}
function countsText({ tables, rows, files }) {
  const ofFiles = files === void 0 ? [] : [countText(files, "file")];
  const ofDatabases = files !== void 0 && tables === 0 ? [] : [countText(tables, "table"), countText(rows, "row")];
  return [...ofDatabases, ...ofFiles].join(", ");
}
function contentsText({ tables, rows, files }) {
  const ofDatabases = `${countText(tables, "table")} with ${countText(rows, "row")}`;
  if (files === void 0) return ofDatabases;
  return tables === 0 ? countText(files, "file") : `${ofDatabases} and ${countText(files, "file")}`;
}

export {
  contentsOf,
  together,
  countsText,
  contentsText
};
