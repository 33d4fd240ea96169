import { randomUUID } from 'node:crypto';
import { hostname, userInfo } from 'node:os';
import type { RunIdentity } from '../../core/model/event.ts';

/** A run at a terminal: a new one each time that the command is started. */
export function terminalRun(): RunIdentity {
  return { kind: 'terminal', id: randomUUID().slice(0, 8), attempt: 1, actor: `${userName()}@${hostname()}` };
}

/** Some containers have a user without a name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'someone';
  }
}
