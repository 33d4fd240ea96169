import { roughText } from '../../core/messages/quantities.ts';
import { widthOf } from './wrapped.ts';

/**
 * The one line of a terminal that moves: what runs, for how long, and what it is doing. Everything else that is written
 * stays, so that a narrower window, a question or a long list leaves no half lines behind.
 */
export interface LiveLine {
  start(title: string): void;
  /** What the step is doing at the moment. */
  doing(text: string): void;
  /** Writes lines that stay, above the one that moves. */
  above(text: string): void;
  end(): void;
}

export interface LiveParts {
  /** Writes to the terminal unchanged: what comes here is already redacted. */
  readonly write: (text: string) => void;
  readonly columns: () => number;
  readonly now: () => number;
}

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'] as const;
const millisecondsBetweenFrames = 100;
const erased = '\r\u001b[2K';

export function liveLine({ write, columns, now }: LiveParts): LiveLine {
  let running: { readonly title: string; readonly since: number; doing: string; frame: number } | undefined;
  let timer: NodeJS.Timeout | undefined;
  const draw = (): void => {
    if (running === undefined) return;
    running.frame = (running.frame + 1) % frames.length;
    const { title, since, doing, frame } = running;
    const elapsed = now() - since;
    const time = elapsed < 1000 ? '' : `  ${roughText(elapsed)}`;
    write(
      `${erased}${cut(`  ${frames[frame] ?? ''} ${title}${time}${doing === '' ? '' : `  ${doing}`}`, columns() - 1)}`,
    );
  };
  return {
    start: (title) => {
      running = { title, since: now(), doing: '', frame: -1 };
      draw();
      timer = setInterval(draw, millisecondsBetweenFrames);
    },
    doing: (text) => {
      if (running !== undefined) running.doing = text.replaceAll(/\s+/g, ' ').trim();
    },
    above: (text) => {
      write(`${running === undefined ? '' : erased}${text}\n`);
      draw();
    },
    end: () => {
      clearInterval(timer);
      if (running !== undefined) write(erased);
      running = undefined;
    },
  };
}

function cut(text: string, columns: number): string {
  return widthOf(text) <= columns ? text : `${[...text].slice(0, Math.max(0, columns - 1)).join('')}…`;
}
