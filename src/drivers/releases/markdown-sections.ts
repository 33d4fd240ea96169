/** A heading and what is below it, up to the next heading of any level. */
export interface Section {
  /** As written, without its marks; empty for what comes before the first heading. */
  readonly heading: string;
  /** 1 to 6 as in Markdown; 7 for a line that is completely bold; 0 before the first heading. */
  readonly level: number;
  /** Code blocks are left out. */
  readonly lines: readonly string[];
}

/** Nobody reads further, and no line can make parsing slow. */
const longestLine = 4000;

const fence = /^ {0,3}(?<marks>`{3,}|~{3,})(?<info>.*)$/;
const atx = /^ {0,3}(?<marks>#{1,6})(?=[ \t]|$)(?<text>.*)$/;
const underline = /^ {0,3}(?<mark>=+|-+)[ \t]*$/;
const bold = /^ {0,3}(?:\*\*(?<stars>[^*]+)\*\*|__(?<lines>[^_]+)__):?[ \t]*$/;
/** A line that cannot be the text above an underline. */
const noParagraph = /^\s*$|^ {0,3}(?:>|[-*+][ \t]|\d+[.)][ \t]|\|)/;

/** Splits Markdown into sections, as far as headings and code blocks go: https://spec.commonmark.org */
export function sectionsOf(markdown: string): Section[] {
  const sections: { heading: string; level: number; lines: string[] }[] = [{ heading: '', level: 0, lines: [] }];
  const open = (heading: string, level: number): void => {
    sections.push({ heading: heading.trim(), level, lines: [] });
  };
  let openFence: string | undefined;
  const text = markdown.replace(/\r\n?/g, '\n').replace(/<!--[\s\S]*?(-->|$)/g, '');
  for (const whole of text.split('\n')) {
    const line = whole.slice(0, longestLine);
    const fenced = fence.exec(line)?.groups;
    const marks = fenced?.marks ?? '';
    if (openFence !== undefined) {
      const closes = marks.startsWith(openFence) && (fenced?.info ?? '').trim() === '';
      if (closes) openFence = undefined;
      continue;
    }
    if (marks !== '' && !(marks.startsWith('`') && fenced?.info?.includes('`'))) {
      openFence = marks;
      continue;
    }
    const headed = atx.exec(line)?.groups;
    if (headed) {
      open((headed.text ?? '').trim().replace(/(?:^|[ \t])#+$/, ''), headed.marks?.length ?? 1);
      continue;
    }
    const current = sections.at(-1);
    const above = current?.lines.at(-1);
    const mark = underline.exec(line)?.groups?.mark;
    if (mark !== undefined && above !== undefined && !noParagraph.test(above)) {
      current?.lines.pop();
      open(above, mark.startsWith('=') ? 1 : 2);
      continue;
    }
    const strong = bold.exec(line)?.groups;
    if (strong) {
      open(strong.stars ?? strong.lines ?? '', 7);
      continue;
    }
    current?.lines.push(line);
  }
  return sections;
}
