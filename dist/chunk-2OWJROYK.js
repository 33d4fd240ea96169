import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/steps/hop/budget.ts
var reserveMilliseconds = 15 * 6e4;
function budgetOf(project, { budget = project.configuration.budget }) {
  return Math.min(budget, leftOfJob(project) ?? Number.POSITIVE_INFINITY);
}
function leftOfJob({ effects, configuration }) {
  const { jobStartedAt, clock } = effects;
  if (jobStartedAt === void 0) return void 0;
  const end = jobStartedAt.getTime() + configuration["job-limit"] - reserveMilliseconds;
  return Math.max(0, end - clock.now().getTime());
}

export {
  budgetOf,
  leftOfJob
};
