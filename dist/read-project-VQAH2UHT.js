import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  ageSeal
} from "./chunk-G5VNV4GK.js";
import {
  mapTexts
} from "./chunk-SUGRLM5Y.js";
import {
  hopTraits,
  loadConfiguration,
  loadFleet
} from "./chunk-PFTEGYGZ.js";
import "./chunk-CAKOUAMR.js";
import "./chunk-KLIP4LGS.js";
import "./chunk-KBLNIU6Z.js";
import "./chunk-SB5BR6WD.js";
import {
  journalEvent
} from "./chunk-VSMHR5PU.js";
import "./chunk-QY47XVLF.js";
import "./chunk-KJR6AY27.js";
import {
  resolveProduct,
  shippedProducts
} from "./chunk-4IY6IEBM.js";
import "./chunk-WSCMQIMT.js";
import "./chunk-VB7NNIRI.js";
import "./chunk-OASWQL73.js";
import "./chunk-TYRW65SW.js";
import "./chunk-OBZJYD3D.js";
import {
  needed
} from "./chunk-4X6B3AHX.js";
import "./chunk-NG6ROUHR.js";
import "./chunk-CF4GPMPN.js";
import "./chunk-VQ6AOQ3M.js";
import "./chunk-B3IDNAVX.js";
import {
  keyOf
} from "./chunk-TJFFHHOU.js";
import "./chunk-KHLEDX2Y.js";
import {
  runName
} from "./chunk-E6PL2XUX.js";
import "./chunk-PZ7VFSWD.js";
import "./chunk-7TUZMR4G.js";
import "./chunk-LQHHNFQW.js";
import "./chunk-HPBJV7J4.js";
import "./chunk-NC5ORQA5.js";
import "./chunk-MRHD2GP4.js";
import "./chunk-YFFMPJHB.js";
import "./chunk-4UVUI2BM.js";
import "./chunk-NWYZOM3M.js";
import "./chunk-CAUOYVYP.js";
import "./chunk-M4XLWBTW.js";
import "./chunk-QG6HMOOH.js";
import "./chunk-WWXUUFM4.js";
import "./chunk-5BVYQXW5.js";
import "./chunk-L3TT7463.js";
import "./chunk-WNC3J4Y2.js";
import "./chunk-XUEIFE5U.js";
import "./chunk-EJC5YJIG.js";
import "./chunk-DCKEJSUG.js";
import "./chunk-E45A5XVO.js";
import "./chunk-U2324AUP.js";
import "./chunk-5KFJR3PX.js";
import "./chunk-BRELSNAC.js";
import "./chunk-V2FWIV6S.js";
import "./chunk-NW77X6IW.js";
import "./chunk-MIP6TCEH.js";
import "./chunk-AQUAXNHM.js";
import {
  plainVariables,
  secretVariables
} from "./chunk-NPAGDH5U.js";
import "./chunk-FVAJADZM.js";
import "./chunk-ZGX2ZA3I.js";
import "./chunk-NPESFTYR.js";
import "./chunk-CSXL2D7F.js";
import "./chunk-DHVTPSR5.js";
import "./chunk-HKKH5L7G.js";
import "./chunk-L5QXXGGG.js";
import "./chunk-ZMOF3DMZ.js";
import "./chunk-X67IRU5F.js";
import "./chunk-JOC32U4G.js";
import "./chunk-LH7BI537.js";
import "./chunk-MGAK7HUW.js";
import "./chunk-HL2FA6NW.js";
import "./chunk-FMH4LM5E.js";
import "./chunk-K63SF6ED.js";
import "./chunk-NJJAAM2E.js";
import "./chunk-PRKZQ3BE.js";

// src/journal/written-journal.ts
function writtenJournal(journal, pen) {
  return { ...journal, append: (event) => journal.append(journalEvent.parse(mapTexts(event, pen.value))) };
}

// src/steps/hop/read-project.ts
function readProject({ file, text, root }, opened, run, system) {
  return projectOf(loadConfiguration(text, file, shippedProducts, { system }), root, opened, run);
}
function readFleet({ file, text, root }, opened, run) {
  const fleet = loadFleet(text, file, shippedProducts);
  if (fleet === void 0) return void 0;
  const openers = /* @__PURE__ */ new Map();
  const systems = fleet.systems.map((loaded) => {
    const { value: configuration, document } = loaded;
    const { system } = configuration;
    const effects = effectsFor(document, root, opened);
    const written = JSON.stringify(document.journal ?? {});
    const key = written.includes("{system}") ? `${system} ${written}` : written;
    const open = openers.get(key) ?? openerOf(configuration, effects);
    openers.set(key, open);
    return {
      configuration,
      journal: journalOf(open, configuration, effects, run),
      ring: loaded.fleet?.ring ?? ""
    };
  });
  const [first] = fleet.systems;
  const product = first && resolveProduct(first.value.product, first.document).definition.title;
  return { file, rings: fleet.rings, systems, product: product ?? "" };
}
function effectsFor(document, root, opened) {
  return {
    ...opened,
    directory: root,
    startedIn: opened.directory,
    variables: opened.variables.unmasked(plainVariables(document)),
    withheld: secretVariables(document)
  };
}
function openerOf({ journal, system }, effects) {
  return journal.store.open({ effects, where: "journal.store", placeholders: { system } });
}
function journalOf(open, { system }, effects, run) {
  const { journalCredential: credential } = effects;
  return writtenJournal(open({ system, run, ...credential === void 0 ? {} : { credential } }), effects.pen);
}
function projectOf({ value: configuration, document, fleet }, root, opened, run) {
  const plain = effectsFor(document, root, opened);
  const { definition: product, document: productDocument } = resolveProduct(configuration.product, document);
  const { system } = configuration;
  const journal = journalOf(openerOf(configuration, plain), configuration, plain, run);
  const effects = noted(plain, keyOf(system, journal.description), run);
  let store;
  return {
    configuration,
    document,
    product,
    productDocument,
    traits: hopTraits(configuration, product),
    ...fleet === void 0 ? {} : { fleet },
    effects,
    run,
    journal,
    store: () => {
      store ??= openStore(needed(configuration.backup, "backup", "What takes or restores backups"), {
        effects,
        system
      });
      return store;
    }
  };
}
function openStore({ store, encryption }, { effects, system }) {
  const context = { effects, placeholders: { system } };
  const seal = encryption && ageSeal(encryption, { ...context, where: "backup.encryption" });
  return store.open({ ...context, where: "backup.store" })({ seal });
}
function noted(effects, system, run) {
  const { witness, processes } = effects;
  return witness === void 0 ? effects : { ...effects, processes: witness.noting(processes, system, runName(run)) };
}
export {
  readFleet,
  readProject
};
