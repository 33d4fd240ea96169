import { z } from 'zod';
import { UserError } from '../../core/messages/errors.ts';
import { type Pin, parsePin, unreleasedAction, usesText } from './pins.ts';

/**
 * What the workflows need to know besides the configuration. It is kept as a comment in upgrade.yml, so that
 * `init --check` and `init --update` need no arguments.
 */
export interface WorkflowSettings {
  readonly action: Pin;
  /** Labels of the runner that reaches production, and of the one that reaches staging. */
  readonly runners: { readonly production: readonly string[]; readonly staging: readonly string[] };
  /** Names of `${NAME}`s that are not secret: they come from `vars`. */
  readonly plain: readonly string[];
  /** Jobs may request an OIDC token from GitHub, to log in to a cloud without a stored secret. */
  readonly oidc: boolean;
  /** When a scheduled run checks whether something waits, and continues it: five fields of cron, in UTC. */
  readonly schedule?: string;
}

export const defaultSettings: WorkflowSettings = {
  action: unreleasedAction,
  // Separate from the start: what runs on staging's runner must find nothing of production there.
  runners: { production: ['self-hosted', 'production'], staging: ['self-hosted', 'staging'] },
  plain: [],
  oidc: false,
};

const lineStart = '# staged-upgrade: settings ';

const shape = z.strictObject({
  action: z.string(),
  runners: z.strictObject({ production: z.array(z.string()).min(1), staging: z.array(z.string()).min(1) }),
  plain: z.array(z.string()),
  oidc: z.boolean(),
  schedule: z.string().exactOptional(),
});

export function settingsLine(settings: WorkflowSettings): string {
  const kept: z.input<typeof shape> = {
    action: usesText(settings.action),
    runners: { production: [...settings.runners.production], staging: [...settings.runners.staging] },
    plain: [...settings.plain],
    oidc: settings.oidc,
    ...(settings.schedule === undefined ? {} : { schedule: settings.schedule }),
  };
  return lineStart + JSON.stringify(kept);
}

/** The settings that a workflow was written with; undefined if it has none: then `init` did not write it. */
export function settingsIn(text: string): WorkflowSettings | undefined {
  const line = text.split('\n').find((each) => each.startsWith(lineStart));
  if (line === undefined) return undefined;
  const parsed = shape.safeParse(fromJson(line.slice(lineStart.length)));
  if (!parsed.success) throw damaged();
  return { ...parsed.data, action: parsePin(parsed.data.action) };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function damaged(): UserError {
  return new UserError({
    happened: 'The line "# staged-upgrade: settings" in .github/workflows/upgrade.yml cannot be read.',
    means: 'It is not known what these workflows were written with. Nothing was written.',
    next: 'Restore the line from the history of the repository, or delete it and give the flags again with --force.',
  });
}
