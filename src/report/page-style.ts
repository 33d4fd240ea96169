/** The style of a saved report: it has to look right in a mail, on a phone and on paper, without a network. */
export const pageStyle = `:root {
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
.path li:not(:last-child)::after { content: "→"; position: absolute; right: -1.3rem; color: var(--quiet); font-weight: 400; }
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
