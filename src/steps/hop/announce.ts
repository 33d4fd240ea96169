import type { Project } from '../../config/project.ts';
import { environmentOfGate, environmentOn } from '../../core/model/gate.ts';
import type { Notice } from '../../core/model/notice.ts';
import type { NoticeFacts } from '../../report/notices.ts';

export function noticeFacts(project: Project): NoticeFacts {
  const { configuration, run } = project;
  const environment = (gate: keyof typeof environmentOfGate): string => environmentOn(environmentOfGate[gate], project);
  return { system: configuration.system, run, gates: { ...configuration.gates, environment } };
}

/**
 * Notifies people, if the configuration says so and a workflow runs: at a terminal somebody is there. If it fails, that is a
 * warning: nothing stops because of it, and nothing is tried for long.
 */
export async function announce({ configuration, effects, run }: Project, notice: Notice | undefined): Promise<void> {
  if (notice === undefined || run.kind !== 'github') return;
  for (const [index, { to, on }] of configuration.notify.entries()) {
    if (!on.includes(notice.kind)) continue;
    const where = `notify[${index}].to`;
    // As with everything that leaves this program, secrets are removed from each text before anything else is made of it.
    const { text } = effects.pen;
    const redacted = { ...notice, title: text(notice.title), text: text(notice.text) };
    const sent = await to.open({ effects, where, placeholders: {} })(redacted);
    if (sent.kind === 'not-sent')
      effects.log.warn(`Nobody was notified by ${to.kind} (${where}) of "${notice.title}": ${sent.reason}.`);
  }
}
