import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  promotionOf,
  recordOf
} from "./chunk-HU6FTOZV.js";
import {
  after,
  isOf,
  ofHop
} from "./chunk-D43QRV6R.js";

// src/core/history/unfinished.ts
function unfinishedClimb(entries) {
  const planned = entries.findLast((entry) => isOf(entry, "planned") && entry.event.operation === "climb");
  if (planned === void 0 || !isOf(planned, "planned")) {
    return { kind: "nothing", because: "Nobody has started a climb yet." };
  }
  const { target, hops, given = { facts: [], parts: [] } } = planned.event;
  if (hops.every((hop) => promotionOf(recordOf(entries, hop)).completed !== void 0)) {
    return { kind: "nothing", because: `The climb to ${target} is complete.` };
  }
  const own = hops.flatMap((hop) => after(ofHop(entries, hop), planned));
  const stop = own.map(whyStopped).find((why) => why !== void 0);
  if (stop !== void 0) return { kind: "nothing", because: stop };
  const acknowledged = hops.flatMap(({ manual }) => manual.filter((step) => step.acknowledged).map(({ id }) => id));
  return { kind: "waits", target, acknowledged, given };
}
function whyStopped({ event, at }) {
  if (event.type === "ended" && event.outcome !== "waiting") {
    return `The step "${event.command}" of hop ${event.hop.id} on ${event.environment} ended as ${event.outcome} on ${at}: ${event.message}`;
  }
  if ((event.type === "rolling-back" || event.type === "rolled-back") && event.environment === "production") {
    return `Hop ${event.hop.id} was rolled back on ${at}.`;
  }
  return void 0;
}

// src/core/messages/text-table.ts
var naming = 3;
function textTable(head, rows, columns) {
  const table = aligned([head, ...rows]);
  if (columns === void 0 || table.every((line) => widthOf(line) <= columns)) return table.join("\n");
  const names = aligned([head, ...rows].map((cells) => cells.slice(0, naming)));
  return names.flatMap((line, index) => [line, ...details(head, rows[index - 1] ?? [], columns)]).join("\n");
}
function aligned(all) {
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((cells) => widthOf(cells[column] ?? ""))));
  return all.map(
    (cells) => cells.map((cell, column) => cell + " ".repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)))).join("  ").trimEnd()
  );
}
function details(head, cells, columns) {
  const lines = [];
  for (const [column, cell] of cells.entries()) {
    if (column < naming || cell === "-" || cell === "") continue;
    const detail = `${head[column] ?? ""}: ${cell}`;
    const last = lines.at(-1);
    if (last !== void 0 && widthOf(last) + 3 + widthOf(detail) <= columns)
      lines[lines.length - 1] = `${last} \xB7 ${detail}`;
    else lines.push(`    ${detail}`);
  }
  return lines;
}
function widthOf(text) {
  return [...text].length;
}

export {
  unfinishedClimb,
  textTable
};
