import { durationText } from './quantities.ts';

/** How often health is asked for during a deploy: what is shorter may not be seen. See steps/deploy/downtime.ts. */
const watchMilliseconds = 200;

/** How long a deploy was not serving, no more exactly than it was watched. */
export function downtimeText(milliseconds: number): string {
  return milliseconds < watchMilliseconds ? `under ${durationText(watchMilliseconds)}` : durationText(milliseconds);
}
