import { marked } from 'marked';

/** How GitHub shows a job summary, near enough to see what is ugly: widths, type sizes, tables and colours in the light. */
const style = `
body { margin: 0; background: #ffffff; color: #1f2328; font: 16px/1.5 -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; }
main { max-width: 1012px; padding: 24px 32px; overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.25; margin: 24px 0 16px; font-weight: 600; }
h1 { font-size: 2em; padding-bottom: .3em; border-bottom: 1px solid #d1d9e0; }
h2 { font-size: 1.5em; padding-bottom: .3em; border-bottom: 1px solid #d1d9e0; }
h3 { font-size: 1.25em; }
main > :first-child { margin-top: 0; }
p, ul, table, details, blockquote { margin: 0 0 16px; }
ul { padding-left: 2em; }
li + li { margin-top: .25em; }
li:has(> input) { list-style: none; }
li > input { margin: 0 .4em 0 -1.4em; }
table { display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse; }
th, td { padding: 6px 13px; border: 1px solid #d1d9e0; }
tr:nth-child(2n) { background: #f6f8fa; }
code { padding: .2em .4em; font: 85% ui-monospace, "DejaVu Sans Mono", monospace; background: #eff1f3; border-radius: 6px; }
pre { padding: 16px; background: #f6f8fa; border-radius: 6px; overflow: auto; }
pre code { padding: 0; background: none; }
a { color: #0969da; }
blockquote { padding: 0 1em; border-left: .25em solid #9a6700; color: #1f2328; }
summary { cursor: pointer; }
`;

/** Markdown of a job summary as a page. */
export async function asOnGitHub(markdown: string): Promise<string> {
  const body = await marked.parse(markdown, { gfm: true });
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Job summary</title><style>${style}</style></head>
<body><main>
${body}</main></body>
</html>
`;
}
