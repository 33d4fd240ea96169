import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Observation } from '../hop/observation.ts';
import { diagnosticsPrefix, diagnosticsReport } from '../report/diagnostics-report.ts';
import { endedWell, howItEnded, runUserCommand } from '../user-command.ts';
import type { HopStepContext } from './hop-step.ts';

/**
 * Writes what a vendor will ask for into one file to attach: versions, migrations, the journal, the configuration with
 * every `${NAME}` unresolved, and the server's log where a hook tells how to read it.
 */
export async function writeDiagnostics(context: HopStepContext, observation: Observation): Promise<void> {
  const { project, hop } = context;
  const { effects, document, journal } = project;
  const name = `${diagnosticsPrefix}${hop.id}.md`;
  const report = diagnosticsReport({
    hop,
    product: project.product.title,
    observation,
    entries: await journal.read(),
    configuration: document,
    serverLog: await serverLog(context),
  });
  const save = effects.saveFile ?? writeFile;
  try {
    await save(join(effects.directory, name), effects.pen.markdown(report));
  } catch (cause) {
    // What the step has to say matters more than the file that goes with it.
    effects.log.warn(`${name} could not be written: ${cause instanceof Error ? cause.message : String(cause)}`);
    return;
  }
  effects.log.info(`What the vendor will ask for is in ${name}.`);
}

async function serverLog({ project, live, environment, placeholders }: HopStepContext): Promise<string> {
  const hook = project.configuration.environments[environment].hooks.logs;
  if (hook === undefined) return `No hook "logs" is configured for ${environment}.`;
  const result = await runUserCommand(hook, live.context(`environments.${environment}.hooks.logs`, placeholders));
  return endedWell(result) ? result.stdout : `The hook "logs" ${howItEnded(result)}.\n${result.stdout}${result.stderr}`;
}
