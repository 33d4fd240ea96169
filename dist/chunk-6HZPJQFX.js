import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  LeftQuestion
} from "./chunk-5YZEG5XA.js";

// src/core/model/outcome.ts
var exitCodes = {
  passed: 0,
  skipped: 0,
  failed: 1,
  waiting: 3,
  unknown: 4,
  refused: 5
};
var exitCodeOf = { userError: 2, defect: 70, hungUp: 129, interrupted: 130, terminated: 143 };

// src/steps/hop/stopped.ts
var StoppedStep = class extends Error {
  name = "StoppedStep";
  step;
  constructor(step, options) {
    super(`${step.command} of ${step.hop} on ${step.environment} was stopped`, options);
    this.step = step;
  }
};
var stoppedExitCodes = {
  SIGINT: exitCodeOf.interrupted,
  SIGTERM: exitCodeOf.terminated,
  SIGHUP: exitCodeOf.hungUp
};
function stoppedMessage(error, signal) {
  if (error instanceof LeftQuestion) {
    return {
      happened: `The question was interrupted by ${named(signal)}.`,
      means: "It was not answered, so nothing was changed by it.",
      next: "Run the same command again when it may continue."
    };
  }
  if (!(error instanceof StoppedStep)) {
    return {
      happened: `Stopped by ${named(signal)}.`,
      means: "No step of a hop was being done, so none is half done.",
      next: "Run the same command again."
    };
  }
  const { command, hop, environment, notRecorded } = error.step;
  return {
    happened: `${command} of hop ${hop} on ${environment} was stopped by ${named(signal)}.`,
    means: notRecorded === void 0 ? "It may be half done. What was being done is recorded, the lease was released, and the commands that it had started were ended." : `It may be half done, and that could not be recorded (${notRecorded}). The journal has what was started; the lease ends by itself.`,
    next: "Run the same command again: it looks at what is there and continues."
  };
}
function named(signal) {
  const meaning = {
    SIGINT: "SIGINT (Ctrl-C, or a cancelled run)",
    SIGTERM: "SIGTERM",
    SIGHUP: "SIGHUP (the terminal was closed)"
  };
  return meaning[signal];
}

export {
  exitCodes,
  exitCodeOf,
  StoppedStep,
  stoppedExitCodes,
  stoppedMessage
};
