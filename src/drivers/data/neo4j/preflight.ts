import { type Finding, fine, problem } from '../../../core/messages/finding.ts';
import type { Message } from '../../../core/messages/message.ts';
import type { DataUse } from '../data-store.ts';
import { notHere } from './identity.ts';
import type { Neo4jSettings } from './kind.ts';
import type { ServerFacts } from './server-facts.ts';
import { cannotStop } from './stopped.ts';

interface Looked {
  readonly use: DataUse;
  readonly facts: ServerFacts;
  /** Undefined if neo4j-admin was not found. */
  readonly admin: string | undefined;
  readonly settings: Pick<Neo4jSettings, 'method' | 'stop'>;
  readonly where: string;
}

/** Everything that would stop a backup, or a restore. */
export function obstaclesOf({ use, facts, admin, settings, where }: Looked): Message[] {
  const { isEnterprise, isHere, members, folder } = facts;
  const isOffline = use === 'restore' || settings.method === 'dump';
  const found: Message[] = [];
  if (admin === undefined)
    found.push({
      happened: 'The program neo4j-admin was not found.',
      means: 'It takes the backup and restores it.',
      next: 'Run this job on the machine of Neo4j, or name the program under "admin".',
    });
  if (isOffline && !isHere) found.push(notHere(facts, `Nothing in "${folder}" can be read here.`).detail);
  if (isOffline && !isEnterprise && settings.stop === undefined) found.push(cannotStop(where).detail);
  if (settings.method === 'online' && !isEnterprise)
    found.push({
      happened: '"method: online" needs the enterprise edition, and this server is the community edition.',
      means: 'It answers no request for a backup.',
      next: 'Use "method: dump", with "stop" and "start".',
    });
  if (use === 'restore' && members > 1)
    found.push({
      happened: `The database is held by ${members} servers of a cluster.`,
      means: 'A restore beside one of them would leave the others as they are.',
      next: 'Let staging be a single server.',
    });
  return found;
}

export function findingsOf(subject: string, looked: Looked): Finding[] {
  const obstacles = obstaclesOf(looked);
  if (obstacles.length > 0) return obstacles.map((message) => problem(subject, message));
  const { version, isEnterprise } = looked.facts;
  const edition = isEnterprise ? 'enterprise' : 'community';
  return [fine(subject, `Neo4j ${version} (${edition}) answers, and neo4j-admin ${looked.admin} is here.`)];
}
