import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  planHops
} from "./chunk-PMOYQU3H.js";
import "./chunk-NPX7W24C.js";
import "./chunk-7GOB7D27.js";
import "./chunk-EOOVDAYC.js";
import "./chunk-KJR6AY27.js";
import "./chunk-MACXX4FE.js";
import "./chunk-GGGR33OU.js";
import {
  readHop
} from "./chunk-Z57QGYIC.js";
import "./chunk-GHPLM4ES.js";
import {
  lookAtFiles
} from "./chunk-SAITKFGM.js";
import "./chunk-52LCQ3LF.js";
import "./chunk-HU6FTOZV.js";
import "./chunk-D43QRV6R.js";
import "./chunk-OBZJYD3D.js";
import "./chunk-4X6B3AHX.js";
import {
  escapeMarkdown
} from "./chunk-NG6ROUHR.js";
import "./chunk-CF4GPMPN.js";
import "./chunk-VQ6AOQ3M.js";
import "./chunk-B3IDNAVX.js";
import "./chunk-KHLEDX2Y.js";
import "./chunk-MRHD2GP4.js";
import "./chunk-M4XLWBTW.js";
import "./chunk-5BVYQXW5.js";
import "./chunk-L3TT7463.js";
import "./chunk-WNC3J4Y2.js";
import "./chunk-XUEIFE5U.js";
import "./chunk-DCKEJSUG.js";
import "./chunk-E45A5XVO.js";
import "./chunk-U2324AUP.js";
import "./chunk-FAX5FTC3.js";
import "./chunk-5KFJR3PX.js";
import "./chunk-BRELSNAC.js";
import "./chunk-V2FWIV6S.js";
import "./chunk-SPBY6WGP.js";
import "./chunk-MIP6TCEH.js";
import "./chunk-AQUAXNHM.js";
import "./chunk-NPAGDH5U.js";
import "./chunk-FVAJADZM.js";
import "./chunk-ZGX2ZA3I.js";
import {
  countText
} from "./chunk-NPESFTYR.js";
import "./chunk-DHVTPSR5.js";
import "./chunk-LWQJJA54.js";
import "./chunk-HKKH5L7G.js";
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

// src/planning/configure-files.ts
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
async function configureFiles(project, { hop: named, write, ...asked }) {
  const hops = named === void 0 ? (await planHops(project, asked)).hops : [readHop(named, await project.journal.read(), project)];
  for (const hop of hops) {
    const open = (await lookAtFiles(project, hop)).filter(({ show }) => show.kind === "missing");
    if (open.length > 0) return await configured(project, hop, open, write === true);
  }
  return said(
    "skipped",
    named === void 0 ? "No hop asks for a change of your files." : "Your files have what it asks for."
  );
}
async function configured(project, hop, open, write) {
  const lines = open.flatMap(({ id, show }) => {
    if (show.kind !== "missing") return [];
    const changes = show.lines.flatMap((file) => [`  ${file.path}:`, ...file.lines.map((line) => `    ${line}`)]);
    return [`${id}:`, ...show.missing.map((text2) => `  ${text2}`), ...changes];
  });
  const text = lines.join("\n");
  const count = countText(open.length, "change");
  if (!write) {
    const headline = `Hop ${hop.id} asks for ${count} of your files. Nothing was written: add --write for that.`;
    return said("passed", headline, text);
  }
  const written = await writeEach(project, hop);
  const left = (await lookAtFiles(project, hop)).filter(({ show }) => show.kind === "missing");
  const done = written.length === 0 ? "Nothing could be written." : `Written: ${written.join(", ")}.`;
  if (left.length === 0)
    return said(
      "passed",
      `${done} Look at the difference, commit it, and run again: the rehearsal uses these files.`,
      text
    );
  const rest = left.flatMap(({ show }) => show.kind === "missing" ? show.missing : []);
  return {
    ...said("failed", `${done} The rest is for a person: ${rest.join(" ")}`, text),
    message: {
      happened: `${done} ${rest.join(" ")}`,
      means: `Hop ${hop.id} does not start before that.`,
      next: "Write it by hand, then run again."
    }
  };
}
async function writeEach(project, hop) {
  const paths = /* @__PURE__ */ new Set();
  for (const { id } of await lookAtFiles(project, hop)) {
    const now = (await lookAtFiles(project, hop)).find((step) => step.id === id);
    for (const { path, text } of now?.edited ?? []) {
      const place = resolve(project.effects.directory, path);
      await mkdir(dirname(place), { recursive: true });
      await writeFile(place, text);
      paths.add(path);
    }
  }
  return [...paths];
}
function said(outcome, headline, text = "") {
  const shown = text === "" ? "" : `
\`\`\`text
${text}
\`\`\`
`;
  return { outcome, headline, outputs: {}, summary: `${escapeMarkdown(headline)}
${shown}`, text };
}
export {
  configureFiles
};
