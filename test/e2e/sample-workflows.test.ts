import { describe } from 'node:test';
import { need } from '../support/tools.ts';
import { sampleClimbs } from './sample-climb.ts';
import { failuresOnProduction } from './sample-workflows/production-fails.ts';
import { refusals } from './sample-workflows/refusals.ts';
import { rehearsals } from './sample-workflows/rehearsal.ts';
import { failuresOnStaging } from './sample-workflows/staging-fails.ts';
import { waits } from './sample-workflows/waiting.ts';
import { wholePath } from './sample-workflows/whole-path.ts';

const act = need('act');

/*
 * What `init` writes for the sample, run by a real workflow runner: each test has a repository of its own, and its own
 * production and staging as real servers. In each, production is never worse than before, and the message says what to do.
 * Some run at the same time, since they often wait; the longest one first.
 */
describe('the workflows that init writes', { skip: act.skip, concurrency: 3 }, () => {
  const withSample = sampleClimbs();
  wholePath(withSample);
  waits(withSample);
  rehearsals(withSample);
  failuresOnProduction(withSample);
  failuresOnStaging(withSample);
  refusals(withSample);
});
