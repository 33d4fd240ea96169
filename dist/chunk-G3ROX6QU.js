import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  contentsOf
} from "./chunk-HPBJV7J4.js";

// src/core/decisions/compare-objects.ts
function compareObjects(expected, actual) {
  if (expected.objects === void 0) {
    if (actual.objects === void 0) return { differences: [], notes: [] };
    const note = "The backup was taken by an earlier release and holds no definitions: of this database only rows and sequences were compared.";
    return { differences: [], notes: [note] };
  }
  if (actual.objects === void 0) {
    return {
      differences: [],
      notes: [],
      notRead: "The definitions in the backup were not read again after the restore."
    };
  }
  const differences = [];
  const exempt = /* @__PURE__ */ new Map();
  for (const difference of differencesOf(expected.objects, actual.objects)) {
    const exemption = (actual.exemptions ?? []).find((each) => covers(each, difference));
    if (exemption === void 0) differences.push(textOf(difference));
    else {
      const texts = exempt.get(exemption.reason) ?? [];
      exempt.set(exemption.reason, texts);
      texts.push(textOf(difference));
    }
  }
  return { differences, notes: [...exempt].map(([reason, texts]) => noteOf(reason, texts)) };
}
function differencesOf(expected, actual) {
  const found = [];
  for (const [object, parts] of Object.entries(expected)) {
    const now = actual[object];
    if (now === void 0) {
      found.push({ object, how: "missing" });
      continue;
    }
    for (const [part, hash] of Object.entries(parts)) {
      if (now[part] !== hash) found.push({ object, part, how: now[part] === void 0 ? "missing" : "changed" });
    }
    for (const part of Object.keys(now)) if (parts[part] === void 0) found.push({ object, part, how: "more" });
  }
  for (const object of Object.keys(actual)) if (expected[object] === void 0) found.push({ object, how: "more" });
  return found;
}
function covers({ object, part, only }, difference) {
  if (object !== void 0 && !difference.object.startsWith(object)) return false;
  if (only !== void 0 && only !== difference.how) return false;
  return part === void 0 || (difference.part?.startsWith(part) ?? false);
}
function textOf({ object, part, how }) {
  if (part === void 0) return how === "missing" ? `${object} is missing` : `${object} is not in the backup`;
  const words = { missing: "missing", more: "additional", changed: "different" };
  return `${object}: ${words[how]} ${part}`;
}
var shownTexts = 3;
function noteOf(reason, texts) {
  const more = texts.length - shownTexts;
  const shown = `${texts.slice(0, shownTexts).join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
  return `${reason} Differences: ${shown}.`;
}

// src/core/decisions/fingerprint.ts
function compareFingerprints(expected, actual) {
  if (expected.kind === "none") return { kind: "cannot-tell", reason: expected.reason, differences: [] };
  const structure = [
    ...namesThatDiffer("table", expected.value.tables, actual.tables),
    ...namesThatDiffer("sequence", expected.value.sequences, actual.sequences),
    ...namesThatDiffer("folder", expected.value.folders ?? [], actual.folders ?? [])
  ];
  const definitions = compareObjects(expected.value, actual);
  structure.push(...definitions.differences.filter((difference) => !structure.includes(difference)));
  const all = contentDifferences(expected.value, actual);
  const written = writtenMeanwhile(expected, actual);
  const content = all.filter(({ of }) => !written.has(of)).map(({ text }) => text);
  const moved = all.filter(({ of }) => written.has(of)).map(({ text }) => `${text} (written to during the backup)`);
  if (structure.length > 0) return { kind: "different", differences: [...structure, ...content] };
  if (content.length > 0 && expected.kind === "beside") {
    const reason = "The fingerprint was read beside the running system, so what was written in the meantime may differ.";
    return { kind: "cannot-tell", reason, differences: content };
  }
  if (content.length > 0) return { kind: "different", differences: content };
  const unchecked = paired(expected.value.tables, actual.tables).filter(
    ([want, got]) => want.checksum !== void 0 && got.checksum === void 0
  );
  if (definitions.notRead !== void 0) return { kind: "cannot-tell", reason: definitions.notRead, differences: [] };
  if (unchecked.length > 0) {
    const reason = `Content checksums of ${unchecked.length} tables in the backup could not be computed again here: an earlier release made them, or a newer server. What can be compared is equal; take a new backup.`;
    return { kind: "cannot-tell", reason, differences: [] };
  }
  return { kind: "equal", contents: contentsOf(actual), notes: [...definitions.notes, ...moved] };
}
function contentDifferences(expected, actual) {
  const found = (what, name, texts) => texts.map((text) => ({ of: `${what} "${name}"`, text }));
  return [
    ...paired(expected.tables, actual.tables).flatMap(
      ([want, got]) => found("table", want.name, tableDifferences(want, got))
    ),
    ...paired(expected.sequences, actual.sequences).flatMap(
      ([want, got]) => found("sequence", want.name, sequenceDifferences(want, got))
    ),
    ...paired(expected.folders ?? [], actual.folders ?? []).flatMap(
      ([want, got]) => found("folder", want.name, folderDifferences(want, got))
    )
  ];
}
function writtenMeanwhile(expected, actual) {
  if (expected.kind !== "beside" || expected.until === void 0) return /* @__PURE__ */ new Set();
  const { value, until } = expected;
  const rowsOf = (tables) => new Map(tables.map(({ name, rows }) => [name, rows]));
  const [before, after] = [rowsOf(value.tables), rowsOf(until.tables)];
  const outside = actual.tables.filter(({ name, rows }) => {
    const ends = [before.get(name) ?? rows, after.get(name) ?? rows];
    return rows < Math.min(...ends) || rows > Math.max(...ends);
  });
  const written = new Set(contentDifferences(value, until).map(({ of }) => of));
  for (const { name } of outside) written.delete(`table "${name}"`);
  return written;
}
function namesThatDiffer(what, expected, actual) {
  const expectedNames = new Set(expected.map((each) => each.name));
  const actualNames = new Set(actual.map((each) => each.name));
  return [
    ...expected.filter(({ name }) => !actualNames.has(name)).map(({ name }) => `${what} "${name}" is missing`),
    ...actual.filter(({ name }) => !expectedNames.has(name)).map(({ name }) => `${what} "${name}" is not in the backup`)
  ];
}
function paired(expected, actual) {
  const byName = new Map(actual.map((each) => [each.name, each]));
  return expected.flatMap((want) => {
    const got = byName.get(want.name);
    return got === void 0 ? [] : [[want, got]];
  });
}
function tableDifferences(want, got) {
  if (want.rows !== got.rows) return [`table "${want.name}" has ${got.rows} rows, expected ${want.rows}`];
  const compared = want.checksum !== void 0 && got.checksum !== void 0;
  if (compared && want.checksum !== got.checksum)
    return [`table "${want.name}" has different content in the same number of rows`];
  return [];
}
function folderDifferences(want, got) {
  if (want.files !== got.files) return [`folder "${want.name}" has ${got.files} files, expected ${want.files}`];
  if (want.bytes !== got.bytes) return [`folder "${want.name}" has ${got.bytes} bytes, expected ${want.bytes}`];
  return want.checksum === got.checksum ? [] : [`folder "${want.name}" has other content, in as many files`];
}
function sequenceDifferences(want, got) {
  const text = (sequence) => `${sequence.value}${sequence.called === false ? " (not used yet)" : ""}`;
  if (text(want) === text(got)) return [];
  return [`sequence "${want.name}" is at ${text(got)}, expected ${text(want)}`];
}

export {
  compareFingerprints
};
