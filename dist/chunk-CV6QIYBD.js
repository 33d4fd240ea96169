import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  decideLease,
  defaultMarginMilliseconds,
  isCurrent,
  leaseOwner,
  leaseState
} from "./chunk-EWPN2B5P.js";
import {
  warnOfWrongClock,
  wrongClock
} from "./chunk-JBZEG5WW.js";
import {
  commandLeftBehind,
  leftBehind,
  leftBehindText
} from "./chunk-TJFFHHOU.js";
import {
  refuse,
  waiting
} from "./chunk-KHLEDX2Y.js";
import {
  durationText
} from "./chunk-NPESFTYR.js";
import {
  SystemFailure
} from "./chunk-NJJAAM2E.js";

// src/journal/lease-holding.ts
var LeaseLost = class extends Error {
  name = "LeaseLost";
  to;
  constructor(to) {
    super(to === void 0 ? "The lease of this system has ended." : `The lease of this system went to ${to}.`);
    this.to = to;
  }
};
var defaultMilliseconds = 9e5;
async function takeLease(journal, request) {
  const { run, clock, process, milliseconds = defaultMilliseconds } = request;
  const { marginMilliseconds = defaultMarginMilliseconds } = request;
  const owner = leaseOwner(run);
  const expiresAt = () => new Date(clock.now().getTime() + milliseconds).toISOString();
  for (; ; ) {
    const decision = decideLease(await journal.read(), clock.now(), run, request);
    if (decision.kind === "held-by") return decision;
    const { fence } = decision;
    const left = decision.kind === "already-mine" ? Date.parse(decision.expiresAt) - clock.now().getTime() : 0;
    if (decision.kind === "already-mine" && left > milliseconds / 2) {
      return {
        kind: "taken",
        lease: heldLease(journal, clock, { fence, owner, run, expiresAt: decision.expiresAt }, milliseconds)
      };
    }
    const preempted = decision.kind === "take" && decision.preempted !== void 0 ? { preempted: decision.preempted } : {};
    await journal.append(
      decision.kind === "take" ? {
        type: "lease-taken",
        fence,
        owner,
        expiresAt: expiresAt(),
        marginMilliseconds,
        ...preempted,
        ...process && { process }
      } : { type: "lease-renewed", fence, owner, expiresAt: expiresAt() }
    );
    const { held } = leaseState(await journal.read());
    if (held?.fence === fence && held.owner === owner) {
      return { kind: "taken", lease: heldLease(journal, clock, held, milliseconds) };
    }
  }
}
function heldLease(journal, clock, { fence, owner, expiresAt }, milliseconds) {
  let knownUntil = Date.parse(expiresAt);
  const confirm = async () => {
    const { held } = leaseState(await journal.read());
    if (held?.fence !== fence) return { kind: "lost", to: held?.owner };
    knownUntil = Date.parse(held.expiresAt);
    const left = knownUntil - clock.now().getTime();
    if (left > milliseconds / 2) return { kind: "current" };
    const renewedUntil = new Date(clock.now().getTime() + milliseconds).toISOString();
    await journal.append({ type: "lease-renewed", fence, owner, expiresAt: renewedUntil });
    const after = leaseState(await journal.read()).held;
    if (after?.fence !== fence) return { kind: "lost", to: after?.owner };
    knownUntil = Date.parse(after.expiresAt);
    return { kind: "current" };
  };
  const unconfirmed = () => clock.now().getTime() < knownUntil ? { kind: "current" } : { kind: "lost", to: void 0 };
  const during = async (act) => {
    const finished = new AbortController();
    const lost = new AbortController();
    const renewing = (async () => {
      while (!finished.signal.aborted) {
        await clock.sleep(milliseconds / 4, finished.signal);
        const standing = await confirm().catch(unconfirmed);
        if (standing.kind === "lost") return lost.abort(new LeaseLost(standing.to));
      }
    })().catch(() => void 0);
    try {
      return await act(lost.signal);
    } finally {
      finished.abort();
      await renewing;
    }
  };
  const release = async () => {
    if (isCurrent(await journal.read(), fence)) await journal.append({ type: "lease-released", fence, owner });
  };
  return { fence, confirm, during, release };
}

// src/steps/hop/under-lease.ts
async function underLease(project, { preempt, entries }, body) {
  const { journal, run, effects, configuration } = project;
  const working = preempt ? void 0 : commandLeftBehind(project);
  if (working !== void 0) return working;
  if (preempt) warnOfWrongClock(project, entries);
  const wrong = preempt ? void 0 : wrongClock(project, entries);
  if (wrong !== void 0) return wrong;
  const answer = await takeLease(journal, {
    run,
    clock: effects.clock,
    milliseconds: configuration.lock.lease,
    marginMilliseconds: configuration.lock["clock-tolerance"],
    preempt,
    process: run.kind === "terminal" ? effects.witness?.self : void 0,
    isGone: ({ process }) => process !== void 0 && effects.witness?.sees(process) === "gone" && // What it has started may work on, noted where only its own user looks.
    effects.witness.seesNotesOf(process) && leftBehind(project).length === 0
  });
  if (answer.kind === "held-by") {
    return heldBy(project, answer.owner, answer.until);
  }
  try {
    return await answer.lease.during((lost) => body(answer.lease, AbortSignal.any([effects.signal, lost])));
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
    return refuse(
      `${error.message} This step was ended.`,
      "Another run acts now, for example a rollback. What this step was doing may be half done.",
      "Look at what the other run does; a new run resumes from what it observes."
    );
  }
}
function heldBy(project, owner, until) {
  const { system, lock } = project.configuration;
  const tolerance = lock["clock-tolerance"];
  const from = new Date(Date.parse(until) + tolerance).toISOString();
  const [left] = leftBehind(project);
  const longest = project.effects.clock.now().getTime() + lock.lease + tolerance;
  const tooLong = Date.parse(until) > longest ? ` That is later than a lease of ${durationText(lock.lease)} can end: the clock of that run was ahead, or this machine's is behind.` : "";
  return waiting(
    `${owner} is acting on ${system}; its lease ends at ${until} unless it is renewed, and another run may act from ${from} (clocks may differ by ${durationText(tolerance)}).${tooLong}`,
    "Two runs never act at once. Nothing was done.",
    left === void 0 ? 'Wait until that run has ended, then start a new run. If it is known to be gone: staged-upgrade unlock --reason "why it is gone". If production must go back now: "rollback" does not wait, it preempts that run.' : `That run is gone, and something that ${leftBehindText(left)} had started is still running: wait until it has ended, or until that time. To end it: kill -- -${left.pid}.`
  );
}
async function endOfRun(project, work) {
  const result = await givingBackIfThrown(project, work);
  const endedWell = result.outcome === "passed" || result.outcome === "skipped";
  if (project.run.kind === "terminal" || !endedWell) await releaseQuietly(project);
  return result;
}
function isLastUnderLease({ kind }, { command, purpose }, { environment, skipped }) {
  if (command === "adopt" || command === "rollback" && environment === "production") return true;
  if (kind !== "github") return false;
  return command === "check" && skipped || command === "backup" && purpose === "rehearsal";
}
async function givingBackIfThrown(project, work) {
  try {
    return await work();
  } catch (error) {
    await releaseQuietly(project, error);
    throw error;
  }
}
async function releaseQuietly(project, thrown) {
  try {
    await releaseLease(project);
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    if (thrown instanceof SystemFailure && thrown.message === error.message) return;
    project.effects.log.warn(`The lease could not be released; it ends by itself. ${error.message}`);
  }
}
async function releaseLease({ journal, run }) {
  const owner = leaseOwner(run);
  const { held } = leaseState(await journal.read());
  if (held?.owner === owner) await journal.append({ type: "lease-released", fence: held.fence, owner });
}

export {
  LeaseLost,
  underLease,
  endOfRun,
  isLastUnderLease,
  givingBackIfThrown,
  releaseQuietly,
  releaseLease
};
