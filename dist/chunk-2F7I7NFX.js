import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  storedFor
} from "./chunk-WZDGGMJB.js";
import {
  backupId
} from "./chunk-WSCMQIMT.js";
import {
  markedProduction
} from "./chunk-MKKIWV4Z.js";
import {
  did,
  step
} from "./chunk-FXGBG2MO.js";
import {
  runHook
} from "./chunk-EZJOXTEV.js";
import {
  decideBackup
} from "./chunk-37VHWOWD.js";
import {
  refuseLostRecords
} from "./chunk-LBPCGMRJ.js";
import {
  identitiesOf,
  openData,
  recordedAs
} from "./chunk-52LCQ3LF.js";
import {
  isOf,
  latest,
  ofHop
} from "./chunk-D43QRV6R.js";
import {
  earliest
} from "./chunk-TYRW65SW.js";
import {
  refuse
} from "./chunk-KHLEDX2Y.js";
import {
  contentsOf,
  contentsText
} from "./chunk-HPBJV7J4.js";
import {
  bytesText,
  countText,
  durationText
} from "./chunk-NPESFTYR.js";
import {
  SystemFailure,
  UserError
} from "./chunk-NJJAAM2E.js";

// src/core/decisions/retention.ts
function decideRetention({ system, taken, stored, entries, keep, now }) {
  const own = stored.filter((manifest) => manifest.system === system).toSorted(newestFirst(taken));
  const isOld = ({ startedAt }, index) => index >= keep.newest && !(keep.milliseconds !== void 0 && now.getTime() - Date.parse(startedAt) <= keep.milliseconds);
  const judged = own.filter(isOld).map(({ id }) => ({ id, because: protectionOf(id, own, entries) }));
  return {
    remove: judged.flatMap(({ id, because }) => because === void 0 ? [id] : []).toReversed(),
    protected: judged.flatMap(({ id, because }) => because === void 0 ? [] : [{ id, because }])
  };
}
function newestFirst(taken) {
  return (one, other) => Number(other.id === taken) - Number(one.id === taken) || Date.parse(other.startedAt) - Date.parse(one.startedAt);
}
function protectionOf(id, own, entries) {
  if (id === newestProved(own, entries)) return "newest proved";
  const taken = own.find((manifest) => manifest.id === id);
  if (taken?.purpose === "restore-point") {
    if (id === own.find(({ purpose }) => purpose === "restore-point")?.id) return "way back of the last hop";
    if (isOpen(taken.hop, entries)) return "restore point of an open hop";
  }
  const restoring = entries.findLast((entry) => isOf(entry, "restoring") && entry.event.backup === id);
  if (restoring === void 0 || !isOf(restoring, "restoring")) return void 0;
  return isOpen(restoring.event.hop, entries) ? "in use" : void 0;
}
function newestProved(own, entries) {
  const proved = new Set(
    entries.flatMap((entry) => {
      if (isOf(entry, "restored")) return entry.event.proved ? [entry.event.backup] : [];
      return isOf(entry, "point-proved") ? [entry.event.backup] : [];
    })
  );
  return own.find(({ id }) => proved.has(id))?.id;
}
function isOpen(hop, entries) {
  const last = ofHop(entries, hop).at(-1);
  if (last === void 0) return false;
  const ended = [latest(entries, "completed"), latest(entries, "adopted")];
  return !ended.some((entry) => entry !== void 0 && entry.sequence >= last.sequence);
}

// src/steps/backup/old-backups.ts
var whyKept = {
  "newest proved": "it is the newest that was proved by a restore",
  "way back of the last hop": "it is the way back of the last hop",
  "restore point of an open hop": "it is the restore point of a hop that is not complete",
  "in use": "a hop that is not complete was restored from it"
};
async function removeOldBackups({ project, confirmLease }, taken, data) {
  const { configuration, journal, effects } = project;
  const keep = configuration.backup?.keep;
  if (keep === void 0) return [];
  const store = project.store();
  const removed = [];
  const held = [];
  let kept = [];
  try {
    const stored = (await store.list()).backups;
    const decided = decideRetention({
      system: configuration.system,
      taken,
      stored,
      entries: await journal.read(),
      keep: { newest: keep.newest, milliseconds: keep.for },
      now: effects.clock.now()
    });
    kept = decided.protected;
    for (const id of decided.remove) {
      await confirmLease();
      const removal = await store.remove(id);
      if (removal.kind === "removed") {
        removed.push(id);
        await forget(stored, id, data());
      } else held.push(`${id} is old and is kept: the store holds it until ${removal.until}.`);
    }
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    effects.log.warn(`Old backups could not be removed: ${error.message}`);
  } finally {
    if (removed.length > 0) await journal.append({ type: "backups-removed", backups: removed });
  }
  return [
    ...removed.length === 0 ? [] : [`Removed, since they are older than what is kept: ${removed.join(", ")}.`],
    ...kept.map(({ id, because }) => `${id} is old and is kept: ${whyKept[because]}.`),
    ...held
  ];
}
async function forget(stored, id, data) {
  const manifest = stored.find((each) => each.id === id);
  for (const { name, references } of manifest?.data ?? [])
    await data.find((each) => each.name === name)?.store.forget?.(references);
}

// src/drivers/backup-stores/disk-space.ts
var reserve = 1.2;
function compareSpace(estimatedBytes, freeBytes) {
  if (freeBytes === void 0) return { kind: "enough" };
  if (estimatedBytes === void 0) return { kind: "cannot-tell", reason: "the size of the data is not known" };
  const neededBytes = Math.ceil(estimatedBytes * reserve);
  return neededBytes <= freeBytes ? { kind: "enough" } : { kind: "too-little", neededBytes, freeBytes };
}

// src/drivers/data/estimated-bytes.ts
async function estimatedBytesOf(data, signal) {
  let sum = 0;
  for (const each of data) {
    const bytes = await each.estimatedBytes(signal);
    sum = sum === void 0 || bytes === void 0 ? void 0 : sum + bytes;
  }
  return sum;
}

// src/steps/backup/room.ts
async function lookForRoom(data, store, signal) {
  const estimated = await estimatedBytesOf(data, signal);
  const space = compareSpace(estimated, await store.freeBytes());
  if (space.kind === "enough") return space;
  if (space.kind === "cannot-tell") return { kind: "not-known" };
  return {
    kind: "too-little",
    settled: refuse(
      `A backup takes up to ${bytesText(space.neededBytes)}, and ${bytesText(space.freeBytes)} are free in ${store.room ?? store.description}.`,
      "It would fail when the disk is full, and so would everything else that writes there. No backup was taken.",
      "Free space there, or keep backups elsewhere (backup.store). Then run again."
    )
  };
}

// src/steps/backup/backup.ts
var backup = step({
  command: "backup",
  needs: { common: ["backup"], own: ["data", "hooks.before-backup"] },
  mindsRetry: true,
  open: (input) => ({ environment: "production", purpose: purposeOf(input) }),
  gather: async ({ project, hop }) => ({
    stored: await storedFor(project, hop),
    // Where staging is waived, nothing is ever restored there: a restore point is taken all the same.
    data: project.traits.waiver === void 0 ? openData(project, "staging") : []
  }),
  decide: ({ opened, situation, gathered, run }) => decideBackup(opened.purpose, situation, { ...gathered, run }),
  permit: ({ purpose }) => purpose === "restore-point" ? { act: "restore-point", gate: "production" } : void 0,
  act: async (context, _, { opened }) => {
    const { project, live } = context;
    await refuseLostRecords(project);
    const before = await identitiesOf(live.data(), project.effects.signal);
    const marked = await markedProduction(project, before);
    if (marked !== void 0) return marked;
    const room = await lookForRoom(
      live.data().map(({ store }) => store),
      project.store(),
      project.effects.signal
    );
    if (room.kind === "too-little") return room.settled;
    await runHook(context, "before-backup");
    await context.confirmLease();
    const started = project.effects.clock.now();
    const taken = await takeBackup(context, opened.purpose, started);
    if (taken.kind === "settled") return taken.settled;
    const milliseconds = project.effects.clock.now().getTime() - started.getTime();
    return did({
      manifest: taken.manifest,
      milliseconds,
      store: project.store().description,
      fits: room.kind === "enough"
    });
  },
  record: ({ manifest, milliseconds, fits }) => ({
    type: "backed-up",
    purpose: manifest.purpose,
    backup: manifest.id,
    version: manifest.version,
    dataAt: manifest.dataAt,
    data: manifest.data.map((each) => ({ ...recordedAs(each.name, each.identity), dataAt: each.dataAt })),
    bytes: bytesOf(manifest),
    ...fits ? { fits } : {},
    milliseconds
  }),
  // Only what the journal knows may take the place of an older one.
  conclude: (context, { manifest }) => removeOldBackups(context, manifest.id, context.live.data),
  report: ({ manifest, milliseconds, store }) => ({
    headline: `Backed up production on ${manifest.version} as ${manifest.id} in ${durationText(milliseconds)}.`,
    details: [
      `${countText(filesOf(manifest).length, "file")}, ${bytesText(bytesOf(manifest))}, in ${store}.`,
      ...manifest.data.map((each) => `${manifest.data.length === 1 ? "" : `${each.name}: `}${contentText(each)}`)
    ],
    outputs: { backup: manifest.id }
  })
});
function filesOf({ data }) {
  return data.flatMap(({ files }) => files);
}
function bytesOf(manifest) {
  return filesOf(manifest).reduce((sum, file) => sum + file.bytes, 0);
}
async function takeBackup(context, purpose, started) {
  const { project, hop, live } = context;
  const { effects, configuration, product } = project;
  const id = backupId({ purpose, hop: hop.id, at: started });
  const journalEntries = (await project.journal.read()).length;
  const draft = await project.store().begin(id);
  return await orDiscard(draft, async () => {
    const data = [];
    for (const each of live.data()) {
      const taken = await takeOne(context, each, draft);
      const marked = await markedProduction(project, [[each, taken.identity]]);
      if (marked !== void 0) {
        await draft.discard();
        return { kind: "settled", settled: marked };
      }
      data.push(taken);
    }
    const after = await live.observe();
    const version = after.version.kind === "known" ? after.version.value : void 0;
    if (version !== hop.from) throw changedUnderway(hop.from, version);
    const manifest = await draft.commit({
      id,
      system: configuration.system,
      product: product.name,
      purpose,
      hop: { id: hop.id, digest: hop.digest },
      version: hop.from,
      startedAt: started.toISOString(),
      finishedAt: effects.clock.now().toISOString(),
      dataAt: earliest(data.map((each) => each.dataAt)) ?? started.toISOString(),
      journalEntries,
      data
    });
    return { kind: "taken", manifest };
  });
}
async function takeOne({ project: { effects } }, { name, isOnly, store }, draft) {
  const { log, signal } = effects;
  const directory = await draft.directoryFor(name);
  const title = isOnly ? `Back up ${store.kind}` : `Back up ${name}`;
  const taken = await log.group(
    title,
    () => store.backup({ directory, log, signal, finished: (path) => draft.finished?.(name, path) })
  );
  await store.verify({ directory, references: taken.references, log, signal });
  return { name, ...taken };
}
async function orDiscard(draft, body) {
  try {
    return await body();
  } catch (error) {
    await draft.discard();
    throw error;
  }
}
function changedUnderway(from, now) {
  return new SystemFailure({
    happened: `While the backup was taken, production changed from ${from} to ${now ?? "something that does not answer"}.`,
    means: "It is not known which release the backup belongs to, so it was discarded.",
    next: "Find out who deployed, then run again."
  });
}
var shownTables = 5;
function contentText({ dataAt, fingerprint }) {
  const until = `Data of ${dataAt}: what is written later is not in it.`;
  if (fingerprint.kind === "none") return `${until} No fingerprint: ${fingerprint.reason}`;
  const counted = fingerprint.value.tables.filter(({ rows, checksum }) => rows > 0 && checksum === void 0);
  const names = counted.slice(0, shownTables).map(({ name }) => `"${name}"`);
  const more = counted.length - names.length;
  const only = counted.length === 0 ? "" : ` Rows were only counted, not compared, in ${names.join(", ")}${more > 0 ? ` and ${countText(more, "more table")}` : ""}.`;
  return `${until} ${contentsText(contentsOf(fingerprint.value))}, counted in the snapshot itself.${only}`;
}
function purposeOf(input) {
  if (input.purpose !== void 0) return input.purpose;
  throw new UserError({
    happened: 'The input "purpose" is missing.',
    means: "A backup for the rehearsal and a restore point are taken at different times. Nothing was done.",
    next: 'Say "rehearsal" (before staging is restored) or "restore-point" (after the approval, directly before the deploy).'
  });
}

export {
  compareSpace,
  estimatedBytesOf,
  backup
};
