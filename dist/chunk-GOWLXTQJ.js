import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  writeOwnFile
} from "./chunk-7GOB7D27.js";
import {
  hopStands
} from "./chunk-7VMRUZVB.js";
import {
  journalColumns,
  journalRow
} from "./chunk-N5R353EC.js";
import {
  folded,
  fullTime,
  heading,
  markdownOf,
  spansOf,
  table
} from "./chunk-L4L2GTLI.js";
import {
  latest
} from "./chunk-D43QRV6R.js";
import {
  asItIs
} from "./chunk-NG6ROUHR.js";
import {
  countText
} from "./chunk-NPESFTYR.js";

// src/steps/report/save-report.ts
import { resolve } from "node:path";

// src/report/document-html.ts
function htmlOf(document, top) {
  const levels = document.flatMap((block) => block.kind === "heading" ? [block.level] : []);
  return blocksHtml(document, Math.min(...levels, 3) - top);
}
function blocksHtml(document, above) {
  return document.map((block) => blockHtml(block, above)).join("\n");
}
function blockHtml(block, above) {
  switch (block.kind) {
    case "heading": {
      const level = block.level - above;
      return `<h${level}>${asItIs(block.text)}</h${level}>`;
    }
    case "paragraph":
      return `<p${mood(block.text)}>${lineHtml(block.text)}</p>`;
    case "list": {
      const isToDo = block.items.some(({ ticked }) => ticked !== void 0);
      return `<ul${isToDo ? ' class="to-do"' : ""}>
${block.items.map(itemHtml).join("\n")}
</ul>`;
    }
    case "table":
      return tableHtml(block.head, block.rows);
    case "box":
      return `<p class="box ${block.tone}" role="note">${lineHtml(block.text)}</p>`;
    case "diagram":
      return "";
    case "folded":
      return `<details>
<summary>${asItIs(block.title)}</summary>
${blocksHtml(block.blocks, above)}
</details>`;
  }
}
function tableHtml(head, rows) {
  const name = asItIs(head.filter((cell) => cell !== "").join(", "));
  return [
    `<section class="scroll" tabindex="0" aria-label="${name}">`,
    "<table>",
    `<thead><tr>${head.map((cell) => `<th scope="col">${asItIs(cell)}</th>`).join("")}</tr></thead>`,
    "<tbody>",
    ...rows.map((cells) => `<tr>${cells.map((cell, column) => cellHtml(cell, column)).join("")}</tr>`),
    "</tbody>",
    "</table>",
    "</section>"
  ].join("\n");
}
function cellHtml(line, column) {
  const text = lineHtml(line);
  const classes = [moodOf(line), isShort(line) ? "short" : ""].filter((name) => name !== "");
  const named = classes.length === 0 ? "" : ` class="${classes.join(" ")}"`;
  return column === 0 ? `<th scope="row"${named}>${text}</th>` : `<td${named}>${text}</td>`;
}
function isShort(line) {
  const lengths = spansOf(line).map(
    (span) => (typeof span === "string" ? span : "strong" in span ? span.strong : "").length
  );
  return lengths.reduce((sum, length) => sum + length, 0) <= 16;
}
function itemHtml({ text, ticked }) {
  if (ticked === void 0) return `<li>${lineHtml(text)}</li>`;
  return `<li><span class="box-of-list">${ticked ? "\u2611" : "\u2610"}</span> ${lineHtml(text)}</li>`;
}
function mood(line) {
  const name = moodOf(line);
  return name === "" ? "" : ` class="${name}"`;
}
function moodOf(line) {
  const [first] = spansOf(line);
  if (typeof first !== "string") return "";
  if (first.startsWith("\u2714")) return "good";
  return first.startsWith("\u2718") ? "bad" : "";
}
function lineHtml(line) {
  return spansOf(line).map(spanHtml).join("");
}
function spanHtml(span) {
  if (typeof span === "string") return asItIs(span);
  if ("strong" in span) return `<strong>${asItIs(span.strong)}</strong>`;
  if ("break" in span) return "<br>";
  if ("code" in span) return `<code>${asItIs(span.code)}</code>`;
  if (!/^https?:\/\//i.test(span.url)) return asItIs(`${span.link}: ${span.url}`);
  return `<a href="${asItIs(span.url)}" rel="noreferrer">${asItIs(span.link)}</a>`;
}

// src/report/page-style.ts
var pageStyle = `:root {
  --page: #ffffff; --text: #1f2328; --quiet: #59636e; --line: #d1d9e0; --shade: #f6f8fa;
  --good: #116329; --bad: #a40e26; --warn: #7d4e00; --link: #0550ae;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0d1117; --text: #e6edf3; --quiet: #9da7b3; --line: #3d444d; --shade: #161b22;
    --good: #56d364; --bad: #ff7b72; --warn: #e3b341; --link: #6cb6ff;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; max-width: 62rem; padding: 1.5rem 1rem 4rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; overflow-wrap: anywhere;
}
header { border-bottom: 1px solid var(--line); margin-bottom: 1.5rem; color: var(--quiet); }
header p { margin: 0 0 .75rem; }
header strong { color: var(--text); }
h1, h2, h3 { line-height: 1.25; margin: 1.75rem 0 .75rem; }
h1 { font-size: 1.75rem; margin-top: 0; }
h2 { font-size: 1.35rem; }
h3 { font-size: 1.1rem; }
p, ul { margin: .5rem 0; }
ul { padding-left: 1.4rem; }
li { margin: .25rem 0; }
a { color: var(--link); }
.good strong, td.good::first-letter { color: var(--good); }
.bad strong, td.bad::first-letter { color: var(--bad); }
code { font: .875em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--shade); padding: .1em .35em; border-radius: .25em; }
.path { display: flex; flex-wrap: wrap; gap: .5rem 1.6rem; list-style: none; margin: 0 0 1.25rem; padding: 0; }
.path li { position: relative; margin: 0; padding: .25rem .6rem; border: 1px solid var(--line); border-radius: .4rem; background: var(--shade); color: var(--text); }
.path li:not(:last-child)::after { content: "\u2192"; position: absolute; right: -1.3rem; color: var(--quiet); font-weight: 400; }
.path small { color: var(--quiet); }
.path .complete { border-color: var(--good); }
.path .current { border: 2px solid var(--text); font-weight: 600; }
.scroll { overflow-x: auto; margin: .75rem 0; }
.scroll:focus-visible, summary:focus-visible, a:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; min-width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; }
thead th { background: var(--shade); }
tbody th { font-weight: 400; }
.short { white-space: nowrap; }
.box { border-left: .25rem solid var(--quiet); padding: .5rem .75rem; background: var(--shade); }
.box.warning { border-color: var(--warn); }
.box.caution { border-color: var(--bad); }
.to-do { list-style: none; padding-left: 0; }
details { border: 1px solid var(--line); border-radius: .4rem; padding: 0 .75rem; margin: .75rem 0; }
details[open] { padding-bottom: .5rem; }
summary { cursor: pointer; padding: .5rem 0; font-weight: 600; }
details > h2:first-of-type, details > h3:first-of-type { margin-top: .5rem; }
@media (max-width: 40rem) {
  body { padding: 1rem .75rem 3rem; }
  h1 { font-size: 1.4rem; }
  table { font-size: .85rem; }
}
@media print {
  :root {
    --page: #ffffff; --text: #000000; --quiet: #444444; --line: #999999; --shade: #f2f2f2;
    --good: #116329; --bad: #a40e26; --warn: #7d4e00; --link: #000000;
  }
  body { max-width: none; padding: 0; font-size: 10pt; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  summary { list-style: none; }
  .scroll { overflow: visible; }
  table { font-size: 8pt; }
  tr, .box { break-inside: avoid; }
  h1, h2, h3, summary { break-after: avoid; }
  a[href]::after { content: " (" attr(href) ")"; }
}
`;

// src/report/report-page.ts
var pageMark = '<meta name="generator" content="Staged Upgrade">';
function isHtmlFile(file) {
  return /\.html?$/i.test(file);
}
function reportPage({ system, product, document, entries, now }) {
  const made = fullTime(now);
  const planned = latest(entries, "planned")?.event;
  const title = planned === void 0 ? system : `${system}: ${planned.current} \u2192 ${planned.target}`;
  const path = planned === void 0 ? "" : pathHtml(planned.current, hopStands(planned, entries));
  return page({
    title,
    header: `<p>Upgrade report of <strong>${asItIs(system)}</strong> (${asItIs(product)}), made ${asItIs(made)}</p>
${path}`,
    main: `${htmlOf(document, 1)}
${htmlOf([heading(2, "Journal"), ...journal(entries)], 2)}`
  });
}
function fleetPage({ document, product, turns, now }) {
  const made = fullTime(now);
  return page({
    title: turns.target === void 0 ? product : `${product}: fleet to ${turns.target}`,
    header: `<p>The fleet of <strong>${asItIs(product)}</strong>, made ${asItIs(made)}</p>`,
    main: htmlOf(document, 1)
  });
}
function page({
  title,
  header,
  main
}) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
${pageMark}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${asItIs(title)}</title>
<style>
${pageStyle}</style>
</head>
<body>
<header>
${header}
</header>
<main>
${main}
</main>
</body>
</html>
`;
}
var words = { complete: "\u2714 done", current: "next", ahead: "later" };
function pathHtml(from, stands) {
  if (stands.length === 0) return "";
  const state = (label, kind, word) => `<li class="${kind}"><span>${asItIs(label)}</span> <small>${word}</small></li>`;
  return [
    '<ol class="path" aria-label="The path">',
    state(from, "complete", "start"),
    ...stands.map(({ to, kind }) => state(to, kind, words[kind])),
    "</ol>"
  ].join("\n");
}
function journal(entries) {
  return folded(`All that was observed, decided and done: ${countText(entries.length, "record")}`, [
    ...table(journalColumns, entries.map(journalRow))
  ]);
}

// src/steps/report/save-report.ts
async function saveReport({ configuration, product, effects }, output, document, entries) {
  const { pen, clock } = effects;
  const facts = { system: configuration.system, product: product.title, document, entries, now: clock.now() };
  const text = isHtmlFile(output) ? pen.html(reportPage(facts)) : pen.markdown(markdownOf(document));
  await save(effects, output, text);
}
async function saveFleetPage(effects, output, page2) {
  const { pen } = effects;
  const text = isHtmlFile(output) ? pen.html(fleetPage(page2)) : pen.markdown(markdownOf(page2.document));
  await save(effects, output, text);
}
var markdownMark = "<!-- Made by Staged Upgrade -->";
async function save(effects, output, text) {
  const path = resolve(effects.startedIn ?? effects.directory, output);
  const written = isHtmlFile(output) ? { text, mark: pageMark } : { text: `${markdownMark}

${text}`, mark: markdownMark };
  await writeOwnFile(path, { title: "The report", ...written }, effects.saveFile);
}

export {
  saveReport,
  saveFleetPage
};
