import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Message } from '../../core/messages/message.ts';
import type { Observation } from '../../core/model/observation.ts';
import { diagnosticsPrefix, diagnosticsReport } from '../../report/diagnostics-report.ts';
import type { HopStepContext } from './hop-step.ts';
import { readServerLog } from './server-log.ts';

/**
 * Writes what a vendor will ask for into one file to attach: versions, migrations, the journal, the configuration with
 * every `${NAME}` unresolved, the complete answers of the server, and its log if a hook or the deployer shows it.
 * @param ended how the step ended for which it is written
 * @returns the file; undefined if it could not be written
 */
export async function writeDiagnostics(
  context: HopStepContext,
  observation: Observation,
  ended: Message,
): Promise<string | undefined> {
  const { project, hop } = context;
  const { effects, document, journal } = project;
  const name = `${diagnosticsPrefix}${hop.id}.md`;
  const report = diagnosticsReport({
    hop,
    product: project.product.title,
    changelog: project.product.changelog,
    observation,
    entries: await journal.read(),
    configuration: document,
    serverLog: await serverLog(context),
    ended,
    evidence: await evidenceOf(context),
  });
  const save = effects.saveFile ?? writeFile;
  const file = join(effects.startedIn ?? effects.directory, name);
  try {
    await save(file, effects.pen.markdown(report));
  } catch (cause) {
    // What the step has to report matters more than the file that goes with it.
    effects.log.warn(`${name} could not be written: ${cause instanceof Error ? cause.message : String(cause)}`);
    return undefined;
  }
  return file;
}

async function evidenceOf({ live, project }: HopStepContext): Promise<readonly { name: string; text: string }[]> {
  const { signal } = project.effects;
  return await Promise.all(
    live.evidence().map(async (each) => ({ name: each.name, text: await each.collect(signal) })),
  );
}

async function serverLog(context: HopStepContext): Promise<string> {
  const log = await readServerLog(context);
  switch (log.kind) {
    case 'read':
      return log.text;
    case 'failed':
      return `${log.reason}\n${log.text}`;
    case 'none':
      return `No hook "logs" is configured for ${context.environment}, and this step does not read it through the deployer.`;
  }
}
