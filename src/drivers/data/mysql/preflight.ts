import { type Finding, fine } from '../../../core/messages/finding.ts';
import { asFindings, type Obstacle } from '../obstacle.ts';
import { nameOf } from './server.ts';
import type { Session } from './session.ts';
import type { Tools } from './tools.ts';

export function toolsFinding(subject: string, { server }: Session, { dump, made }: Tools): Finding {
  return fine(subject, `${dump} ${made.version} suits the server, ${nameOf(server)}.`);
}

/** @param good the message if nothing prevents it */
export function findings(subject: string, obstacles: readonly Obstacle[], good: string): Finding[] {
  const found = asFindings(subject, obstacles);
  return found.some(({ kind }) => kind === 'problem') ? found : [fine(subject, good), ...found];
}
