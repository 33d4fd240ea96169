import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  escapeMarkdown,
  markdownLink
} from "./chunk-NG6ROUHR.js";

// src/report/document.ts
function heading(level, text) {
  return { kind: "heading", level, text };
}
function paragraph(...text) {
  return { kind: "paragraph", text };
}
function list(items) {
  if (items.length === 0) return [];
  return [{ kind: "list", items: items.map((item) => isItem(item) ? item : { text: item }) }];
}
function folded(title, blocks) {
  return blocks.length === 0 ? [] : [{ kind: "folded", title, blocks }];
}
function section(title, blocks) {
  return blocks.length === 0 ? [] : [heading(3, title), ...blocks];
}
function table(head, rows) {
  return rows.length === 0 ? [] : [{ kind: "table", head, rows }];
}
function spansOf(line) {
  return isSpans(line) ? line : [line];
}
function isSpans(line) {
  return Array.isArray(line);
}
function isItem(item) {
  return typeof item === "object" && "text" in item;
}

// src/report/document-markdown.ts
function markdownOf(document) {
  return `${document.map(blockText).join("\n\n")}
`;
}
function blockText(block) {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${escapeMarkdown(block.text)}`;
    case "paragraph":
      return lineText(block.text);
    case "list":
      return block.items.map(itemText).join("\n");
    case "table": {
      const row = (cells) => `| ${cells.join(" | ")} |`;
      return [
        row(block.head.map(escapeMarkdown)),
        `|${block.head.map(() => "---").join("|")}|`,
        ...block.rows.map((cells) => row(cells.map(cellText)))
      ].join("\n");
    }
    case "box":
      return `> [!${block.tone.toUpperCase()}]
> ${lineText(block.text)}`;
    case "diagram":
      return `\`\`\`mermaid
${block.mermaid.replaceAll("`", "'")}
\`\`\``;
    case "folded":
      return `<details>
<summary>${titleText(block.title)}</summary>

${block.blocks.map(blockText).join("\n\n")}

</details>`;
  }
}
function titleText(title) {
  return title.replace(/\s+/g, " ").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function itemText({ text, ticked }) {
  const box = ticked === void 0 ? "" : `[${ticked ? "x" : " "}] `;
  return `- ${box}${lineText(text)}`;
}
function cellText(line) {
  return spansOf(line).map(
    (span) => spanText(typeof span === "object" && "code" in span ? { code: span.code.replaceAll("|", "/") } : span)
  ).join("");
}
function lineText(line) {
  return spansOf(line).map(spanText).join("");
}
function spanText(span) {
  if (typeof span === "string") return span === "" ? "" : escapeMarkdown(span);
  if ("strong" in span) return `**${escapeMarkdown(span.strong)}**`;
  if ("break" in span) return "<br>";
  if ("code" in span) return `\`${span.code.replace(/[`\s]+/g, " ")}\``;
  return markdownLink(escapeMarkdown(span.link), span.url);
}

// src/core/messages/moments.ts
var months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
function dayTime(at, now) {
  return written(at, now, (clock) => clock.slice(0, 5));
}
function dayOf(at) {
  return dayTime(at, /* @__PURE__ */ new Date(0)).replace(/ \d\d:\d\d UTC$/, "");
}
function fullTime(at) {
  return dayTime(at.toISOString(), /* @__PURE__ */ new Date(0));
}
function exactTime(at, now) {
  return written(at, now, (clock) => clock);
}
function moment(at, now) {
  return isTime(at) ? `${dayTime(at, now)}, ${agoText(at, now)}` : at;
}
function isTime(at) {
  return !Number.isNaN(Date.parse(at));
}
function agoText(at, now) {
  const minutes = (now.getTime() - Date.parse(at)) / 6e4;
  if (minutes < -5) return `in ${spanText2(-minutes)}`;
  return minutes < 1 ? "just now" : `${spanText2(minutes)} ago`;
}
function spanText2(minutes) {
  if (minutes < 120) return `${Math.floor(minutes)} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}
function written(at, now, shown) {
  if (!isTime(at)) return at;
  const date = new Date(at);
  const [day, clock = ""] = date.toISOString().split(/[T.]/);
  const year = day?.slice(0, 4) === String(now.getUTCFullYear()) ? "" : ` ${day?.slice(0, 4) ?? ""}`;
  return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ""}${year} ${shown(clock)} UTC`;
}

export {
  heading,
  paragraph,
  list,
  folded,
  section,
  table,
  spansOf,
  markdownOf,
  dayTime,
  dayOf,
  fullTime,
  exactTime,
  moment
};
