import { deployPlaceRules } from '../drivers/deployers.ts';
import type { FoundMistake } from './mistake.ts';
import { valueAt } from './subject.ts';

/**
 * Two environments that are deployed in one place are one installation: a rehearsal would replace production. What cannot be
 * seen here, such as the engine of the job's own machine, is checked before staging is changed.
 */
export function deployPlacesApart(document: unknown): FoundMistake[] {
  return [...deployPlaceRules].flatMap(([kind, rule]): FoundMistake[] => {
    const path = ['environments', 'staging', 'deploy', kind];
    const production = rule.written(valueAt(document, ['environments', 'production', 'deploy', kind]));
    const staging = rule.written(valueAt(document, path));
    if (staging === undefined || production?.text !== staging.text) return [];
    if (staging.text.includes('{environment}')) return [];
    const key = staging.key.split('.');
    const isWritten = valueAt(document, [...path, ...key]) !== undefined;
    return [
      {
        path: isWritten ? [...path, ...key] : path,
        at: isWritten ? 'value' : 'key',
        problem: 'Staging is deployed where production is: a rehearsal would replace what runs on production.',
        accepted: 'another place than that of environments.production.',
        fix: `${staging.advice}; where it uses a variable, use a different one from production.`,
      },
    ];
  });
}
