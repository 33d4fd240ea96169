import type { Project } from '../../config/project.ts';
import { leadingPlan } from '../../core/history/leading-plan.ts';
import type { Message } from '../../core/messages/message.ts';
import type { Entry } from '../../core/model/event.ts';
import { environmentOfGate, environmentOn } from '../../core/model/gate.ts';
import { markdownOf } from '../../report/document-markdown.ts';
import { trackingIssue } from '../../report/tracking-issue.ts';
import { keepIssue } from '../../world/github/issues.ts';
import { asking } from '../gate/gate-reader.ts';

/**
 * Writes the report into the issue that tracks the climb, if the configuration asks for one and a workflow runs. If that
 * fails, it is a warning: no hop stops for it.
 */
export async function keepTrackingIssue(
  project: Project,
  entries: readonly Entry[],
  message: Message | undefined,
): Promise<void> {
  const { configuration, effects, run, traits } = project;
  const settings = configuration['tracking-issue'];
  const planned = leadingPlan(entries)?.event;
  if (settings === undefined || run.kind !== 'github' || planned === undefined || planned.operation === 'rehearse')
    return;
  const { system, gates } = configuration;
  const { title, document, isComplete } = trackingIssue({
    system,
    planned,
    entries,
    gates: { ...gates, environment: (gate) => environmentOn(environmentOfGate[gate], project) },
    traits,
    runUrl: run.url,
    message,
    now: effects.clock.now(),
  });
  const answer = await asking(project, (api, here, how) =>
    keepIssue(
      api,
      here,
      {
        marker: `<!-- staged-upgrade: the climb of ${system} -->`,
        title: effects.pen.text(title),
        body: effects.pen.markdown(markdownOf(document)),
        labels: settings.labels,
        assignees: settings.assignees,
        isClosed: isComplete,
      },
      how,
    ),
  );
  if (answer.kind === 'answered') {
    if (answer.value !== undefined) effects.log.info(`Tracking issue: ${answer.value.url}`);
    return;
  }
  const reason = answer.kind === 'not-found' ? 'GitHub does not show the issues of this repository' : answer.reason;
  const next = answer.kind === 'not-found' ? 'Turn issues on in its settings.' : (answer.next ?? '');
  effects.log.warn(`The tracking issue was not updated: ${reason}. ${next}`.trim());
}
