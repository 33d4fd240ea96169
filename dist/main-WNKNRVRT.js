import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  endingOf,
  githubTime,
  maskingVariables,
  masks,
  stopOnSignals,
  systemClock,
  terminalCommands,
  terminalInputs
} from "./start.js";
import "./start.js";
import {
  inputs,
  readGiven,
  textsIn
} from "./start.js";
import {
  penWith
} from "./start.js";
import {
  ConfigurationError,
  pathText
} from "./start.js";
import "./start.js";
import "./start.js";
import {
  shortened
} from "./terminal.js";
import {
  exitCodeOf
} from "./start.js";
import {
  LeftQuestion,
  asked
} from "./start.js";
import "./start.js";
import {
  expressionProgram
} from "./start.js";
import {
  stateFolder,
  systemWitness
} from "./start.js";
import "./start.js";
import {
  systemProcesses
} from "./start.js";
import {
  isHopId
} from "./start.js";
import {
  httpFetch,
  proxySecrets
} from "./start.js";
import "./start.js";
import {
  variablesFrom
} from "./start.js";
import {
  durationText,
  roughText
} from "./terminal.js";
import {
  makeFolder
} from "./chunk-CSXL2D7F.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./start.js";
import "./chunk-PRKZQ3BE.js";

// package.json
var package_default = { version: "0.1.0" };

// src/world/package-version.ts
var packageVersion = package_default.version;

// src/entries/terminal/run-cli.ts
import { join as join2 } from "node:path";
import { CommanderError } from "./libraries/commander.js";

// src/entries/terminal/ask.ts
function gateAt(mode, signal) {
  return async ({ question, hop }) => {
    switch (mode.kind) {
      case "ask": {
        const { default: confirm } = await import("./dist-JUJDIOHI.js");
        const yes = await asked(signal, (asking) => confirm({ message: question, default: false }, asking));
        return yes ? { kind: "approved", by: mode.actor } : { kind: "declined", next: "Run the same command again when it may continue: it resumes here." };
      }
      case "approve-all":
        mode.announce(`${question} Approved: ${mode.how}.
`);
        return { kind: "approved", by: `${mode.actor} (${mode.how})` };
      case "stop":
        return {
          kind: "declined",
          next: `No terminal is attached to ask at. Run it in a terminal, or approve everything beforehand with --yes. To climb only one hop: --until ${hop.id}.`
        };
    }
  };
}

// src/entries/terminal/wrapped.ts
var lead = /^ *(?:\d+\. (?:\[[ x]\] )?|[-!✔✖⊘?■…→] |\S+(?: \S+){0,2} {2,}(?=\S))?/u;
function wrapped(text, columns) {
  if (columns === void 0 || columns < 1) return text;
  return text.split("\n").map((line) => wrappedLine(line, columns)).join("\n");
}
function wrappedLine(text, columns) {
  if (widthOf(text) <= columns) return text;
  const start = lead.exec(text)?.[0] ?? "";
  const margin = " ".repeat(widthOf(start) <= columns / 2 ? widthOf(start) : 2);
  const lines = [];
  let line = start;
  for (const word of text.slice(start.length).match(/ *[^ ]+/g) ?? []) {
    if (line !== start && widthOf(line) + widthOf(word) > columns) {
      lines.push(line);
      line = margin + word.trimStart();
    } else line += word;
  }
  return [...lines, line].join("\n");
}
function widthOf(text) {
  return [...text].length;
}

// src/entries/terminal/gate-text.ts
function gateText(facts) {
  if (facts.length === 0) return "";
  const width = Math.max(...facts.map(({ about }) => widthOf(about)));
  const lines = facts.map(({ about, text }) => `  ${about}${" ".repeat(width - widthOf(about))}  ${text}
`);
  return ["Before you decide:\n", ...lines].join("");
}

// src/entries/terminal/live-line.ts
var frames = ["\u280B", "\u2819", "\u2839", "\u2838", "\u283C", "\u2834", "\u2826", "\u2827", "\u2807", "\u280F"];
var millisecondsBetweenFrames = 100;
var erased = "\r\x1B[2K";
function liveLine({ write, columns, now }) {
  let running;
  let timer;
  const draw = () => {
    if (running === void 0) return;
    running.frame = (running.frame + 1) % frames.length;
    const { title, since, doing, frame } = running;
    const elapsed = now() - since;
    const time = elapsed < 1e3 ? "" : `  ${roughText(elapsed)}`;
    write(
      `${erased}${cut(`  ${frames[frame] ?? ""} ${title}${time}${doing === "" ? "" : `  ${doing}`}`, columns() - 1)}`
    );
  };
  return {
    start: (title) => {
      running = { title, since: now(), doing: "", frame: -1 };
      draw();
      timer = setInterval(draw, millisecondsBetweenFrames);
    },
    doing: (text) => {
      if (running !== void 0) running.doing = text.replaceAll(/\s+/g, " ").trim();
    },
    above: (text) => {
      write(`${running === void 0 ? "" : erased}${text}
`);
      draw();
    },
    end: () => {
      clearInterval(timer);
      if (running !== void 0) write(erased);
      running = void 0;
    }
  };
}
function cut(text, columns) {
  return widthOf(text) <= columns ? text : `${[...text].slice(0, Math.max(0, columns - 1)).join("")}\u2026`;
}

// src/entries/terminal/sign.ts
var signs = {
  passed: { sign: "\u2714", style: "green" },
  skipped: { sign: "-", style: "dim" },
  waiting: { sign: "\u2026", style: "yellow" },
  failed: { sign: "\u2716", style: "red" },
  unknown: { sign: "?", style: "yellow" },
  refused: { sign: "\u2298", style: "red" },
  /** Of a climb that was asked to stop before the end of the path. */
  stop: { sign: "\u25A0", style: "cyan" }
};
function signOf(end) {
  return signs[end].sign;
}
function withSignColour(ink, end, text) {
  const { sign, style } = signs[end];
  return text.replace(sign, () => ink(style, sign));
}

// src/entries/terminal/step-line.ts
var widestTime = "  under 1 s".length;
function titleWidthOf(steps, columns) {
  const widest = Math.max(0, ...steps.slice(0, -1).map(({ title }) => widthOf(title)));
  return columns === void 0 ? widest : Math.min(widest, Math.max(0, columns - 4 - widestTime));
}
function stepLine({ step, result, milliseconds, isLast }, form) {
  const { outcome, headline } = result;
  const said = outcome === "passed" ? isLast ? headline : step.title : outcome === "skipped" ? `${step.title}. ${headline}` : `${step.title}: ${outcome}`;
  const time = outcome === "skipped" || outcome === "passed" && isLast ? "" : took(milliseconds);
  const lines = wrapped(`  ${signOf(outcome)} ${said}`, form.columns && form.columns - widthOf(time)).split("\n");
  const last = lines.at(-1) ?? "";
  const gap = " ".repeat(time === "" ? 0 : Math.max(0, form.titleWidth + 4 - widthOf(last)));
  const text = [...lines.slice(0, -1), `${last}${gap}${form.ink("dim", time)}`].join("\n");
  return withSignColour(form.ink, outcome, text);
}
function plainStepLine(end) {
  const { result, step, milliseconds } = end;
  return `  ${signOf(result.outcome)} ${step.title}${took(milliseconds)}: ${result.headline}`;
}
function took(milliseconds) {
  return `  ${milliseconds < 1e3 ? "under 1 s" : durationText(milliseconds)}`;
}

// src/entries/terminal/terminal-log.ts
var millisecondsBetweenProgress = { lines: 1e4, terminal: 2e3 };
function terminalLog({ write, now, interactive, file }) {
  const show = (text) => {
    file.line(text);
    write(`${text}
`);
  };
  const due = progressDue(now, interactive);
  return {
    info: show,
    warn: (text) => show(`Warning: ${text}`),
    output: file.output,
    group: async (title, body) => {
      show(title);
      return await body();
    },
    progress: (progress) => {
      if (due()) show(progressText(progress));
    }
  };
}
function progressDue(now, interactive) {
  const pause = interactive ? millisecondsBetweenProgress.terminal : millisecondsBetweenProgress.lines;
  let next = now() + pause;
  return () => {
    if (now() < next) return false;
    next = now() + pause;
    return true;
  };
}
function progressText({ text, done, total }) {
  return `${text}${done === void 0 ? "" : ` ${done}${total === void 0 ? "" : ` of ${total}`}`}`;
}

// src/entries/terminal/step-view.ts
function liveView(steps, parts) {
  const { columns, redact, ink, file } = parts;
  const line = liveLine(parts);
  return {
    begin: (step) => {
      file.line(`  ${step.title} \u2026`);
      line.start(redact(step.title));
      return liveLog(line, parts);
    },
    end: (ended) => {
      line.end();
      file.line(plainStepLine(ended));
      const width = columns();
      const form = { ink, columns: width, titleWidth: titleWidthOf(steps, width) };
      parts.write(`${stepLine(redacted(ended, redact), form)}
`);
    },
    drop: () => line.end()
  };
}
function redacted(ended, redact) {
  const { step, result } = ended;
  return {
    ...ended,
    step: { ...step, title: redact(step.title) },
    result: { ...result, headline: redact(result.headline) }
  };
}
function liveLog(line, { columns, redact, ink, file }) {
  let shown = "";
  const show = (text) => {
    if (text !== shown) file.line(`    ${text}`);
    shown = text;
    line.doing(redact(text));
  };
  return {
    info: show,
    warn: (text) => {
      file.line(`    Warning: ${text}`);
      const [sign, rest] = ["    ! ", wrapped(`    ! Warning: ${redact(text)}`, columns()).slice(6)];
      line.above(`${ink("yellow", sign)}${rest}`);
    },
    output: (text) => {
      file.output(text);
      line.doing(redact(text));
    },
    group: async (title, body) => {
      show(title);
      return await body();
    },
    progress: (progress) => line.doing(redact(progressText(progress)))
  };
}
var millisecondsUntilNamed = 2e3;
function lineView(steps, { write, now, file, ink }) {
  const show = (text) => write(`${text}
`);
  let timer;
  return {
    begin: ({ title }) => {
      file.line(`  ${title} \u2026`);
      let isNamed = false;
      const name = () => {
        clearTimeout(timer);
        if (!isNamed) show(`  ${title} \u2026`);
        isNamed = true;
      };
      timer = setTimeout(name, millisecondsUntilNamed);
      const said = (text) => {
        name();
        file.line(`    ${text}`);
        show(`    ${text}`);
      };
      const due = progressDue(now, false);
      return {
        info: said,
        warn: (text) => said(`Warning: ${text}`),
        output: file.output,
        group: async (group, body) => {
          file.line(`    ${group}`);
          return await body();
        },
        progress: (progress) => {
          if (due()) said(progressText(progress));
        }
      };
    },
    end: (ended) => {
      clearTimeout(timer);
      file.line(plainStepLine(ended));
      show(stepLine(ended, { ink, columns: void 0, titleWidth: titleWidthOf(steps, void 0) }));
    },
    drop: () => clearTimeout(timer)
  };
}

// src/entries/terminal/climb-screen.ts
function climbScreen(parts) {
  const { write, writeRaw, redact, file, ink, columns } = parts;
  let shownHop;
  const title = (text) => {
    file.line(text);
    writeRaw(`${ink("bold", redact(text))}
`);
  };
  return {
    showPlan: (headline, text) => write(`${headline}
${text}

`),
    approve: async (gate) => {
      write(gateText(gate.facts));
      const answer = await parts.approve(gate);
      write("\n");
      return answer;
    },
    runJob: async ({ hop, job }, steps) => {
      if (hop !== void 0 && hop.id !== shownHop?.id) title(hopHeader(hop, columns()));
      shownHop = hop;
      title(job);
      const end = await runSteps(steps, viewOf(steps, parts), parts.now);
      write("\n");
      return end;
    }
  };
}
function hopHeader({ index, count, title }, columns) {
  const left = count - index;
  const text = `\u2500\u2500 Hop ${index} of ${count}: ${title} \u2500\u2500 ${left === 0 ? "the last one" : `${left} more after it`} \u2500\u2500`;
  return text + "\u2500".repeat(Math.max(0, Math.min(columns ?? 0, 100) - widthOf(text)));
}
function viewOf(steps, parts) {
  const { interactive, write, writeRaw, columns } = parts;
  return interactive ? liveView(steps, { ...parts, write: writeRaw, columns: () => columns() ?? 80 }) : lineView(steps, { ...parts, write });
}
async function runSteps(steps, view, now) {
  const results = [];
  for (const [index, step] of steps.entries()) {
    const started = now();
    const log = view.begin(step);
    let result;
    try {
      result = await step.run(log);
    } catch (error) {
      view.drop();
      throw error;
    }
    results.push(result);
    view.end({ step, result, milliseconds: now() - started, isLast: index === steps.length - 1 });
    if (result.outcome !== "passed" && result.outcome !== "skipped") return { kind: "stopped", result };
  }
  return { kind: "ended", results };
}

// src/entries/terminal/ending-json.ts
function endingJson(ending) {
  const { kind, message, exitCode, error } = ending;
  const mistakes = error instanceof ConfigurationError ? error.mistakes.map(({ path, line, column, problem, accepted, fix }) => ({
    file: error.file,
    line,
    column,
    path: pathText(path),
    problem,
    ...accepted === void 0 ? {} : { accepted },
    fix
  })) : void 0;
  return {
    result: "failed",
    kind,
    exitCode,
    headline: message.happened,
    message,
    ...mistakes === void 0 ? {} : { mistakes }
  };
}
function argumentsJson(text, exitCode) {
  const message = { happened: text, means: "Nothing was done.", next: "--help lists the commands and options." };
  return { result: "failed", kind: "user-error", exitCode, headline: text, message };
}

// src/entries/terminal/ink.ts
import { styleText } from "node:util";
var plainInk = (_style, text) => text;
function inkFor(environment, isTerminal) {
  const isUnwanted = (environment.NO_COLOR ?? "") !== "" || environment.TERM === "dumb";
  return isTerminal && !isUnwanted ? (style, text) => styleText(style, text, { validateStream: false }) : plainInk;
}

// src/entries/terminal/program.ts
import { Command as Parser } from "./libraries/commander.js";

// src/entries/terminal/options.ts
import { InvalidArgumentError, Option } from "./libraries/commander.js";
function optionOf(name) {
  const input = inputs[name];
  if (input.option === void 0) return void 0;
  const option = new Option(input.option.flags, input.option.description);
  switch (input.form.kind) {
    case "word":
      return option.choices(input.form.words);
    case "list":
      return option.argParser((value, before = []) => [...before, ...textsIn(value, input)]);
    case "duration":
      return option.argParser((value) => acceptedText(input, value));
    default:
      return name === "hop" ? option.argParser(hopIdText) : option;
  }
}
function givenFrom(names, parsed) {
  const textsOf = (name) => {
    const value = parsed[optionOf(name)?.attributeName() ?? name];
    if (Array.isArray(value)) return value.filter((each) => typeof each === "string");
    if (value === true) return ["true"];
    return typeof value === "string" && value !== "" ? [value] : [];
  };
  return readGiven(names, textsOf, (name, { text }) => {
    throw new Error(`commander let "${text}" through for ${name}`);
  });
}
function hopIdText(value) {
  if (!isHopId(value)) throw new InvalidArgumentError("Write the id of a planned hop, such as 1.0.2--1.1.4.");
  return value;
}
function acceptedText(input, value) {
  const accepted = input.read([value]);
  if (accepted.kind === "wrong") throw new InvalidArgumentError(`Write ${accepted.accepted}.`);
  return value;
}

// src/entries/terminal/program.ts
function terminalProgram(commands, typed, version) {
  const program = new Parser("staged-upgrade").description(
    "Climbs upgrade paths that must not skip versions: every hop is rehearsed on a restored copy of production, approved by a person, then promoted."
  ).version(version).showHelpAfterError("--help lists the commands and options.").addHelpText("after", exitCodeHelp);
  for (const command of commands) {
    const parser = program.command(command.name).description(command.description);
    const names = terminalInputs(command);
    for (const name of names) {
      const option = optionOf(name);
      if (option !== void 0) parser.addOption(option);
    }
    if (command.showsSteps !== true) parser.option("--json", "print the result as JSON", false);
    parser.addHelpText("after", "\nAll commands: staged-upgrade --help");
    parser.action(async (parsed) => {
      await typed(command, givenFrom(names, parsed), parsed.json === true);
    });
  }
  return program;
}
var exitCodeHelp = `
Exit codes: 0 passed or skipped, 1 failed, 2 a mistake in the configuration or the arguments, 3 waiting, 4 unknown, 5 refused, 70 a defect of Staged Upgrade, 129, 130 and 143 stopped by a signal.`;

// src/entries/terminal/run-log.ts
import { appendFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
var keptLines = 15;
var keptFiles = 100;
function runLog({ folder, run, now, written }) {
  const path = join(folder, `${now.toISOString().replaceAll(/[:.]/g, "")}-${run}.log`);
  let state = "unused";
  let last = [];
  const append = (text) => {
    if (state === "not writable") return;
    try {
      if (state === "unused") begin(folder);
      appendFileSync(path, `${written(text)}
`, { mode: 384 });
      state = "written";
    } catch {
      state = "not writable";
    }
  };
  return {
    line: append,
    output: (text) => {
      last = [...last, written(text)].slice(-keptLines);
      append(text);
    },
    lastWords: () => {
      const shown = last.map((line) => `  \u2502 ${line}
`).join("");
      const heading = last.length === 0 ? "" : `The last lines of what was started:
${shown}`;
      return state === "written" ? `${heading}The whole log: ${path}
` : heading;
    }
  };
}
function begin(folder) {
  makeFolder(folder, 448);
  const files = readdirSync(folder).filter((name) => name.endsWith(".log"));
  for (const name of files.toSorted().slice(0, -keptFiles)) rmSync(join(folder, name), { force: true });
}

// src/entries/terminal/show-ending.ts
function showEnding(ending, parts, outJson) {
  const { err, file } = parts;
  if (ending.kind !== "result") {
    if (ending.kind === "defect" && ending.stack !== void 0) err(`${ending.stack}
`);
    err(messageText(ending.message));
    if (ending.kind !== "user-error" && !(ending.error instanceof LeftQuestion)) err(file.lastWords());
    outJson?.(endingJson(ending));
    return;
  }
  const { result } = ending;
  if (outJson !== void 0) outJson(jsonOf(result));
  else showResult(result, parts);
}
function showResult(result, { out, err, outEnd, errEnd, file }) {
  const { outcome, headline, message, text, reached } = result;
  if (text !== "") out(`${text.trimEnd()}
`);
  if (message !== void 0) {
    const [first = "", ...rest] = messageText(message).trimEnd().split("\n");
    const lines = [`${signOf(outcome)} ${outcome}: ${first}`, ...rest.map((line) => `  ${line}`)];
    errEnd(outcome, `${lines.join("\n")}
`);
  } else if (reached === void 0) out(`${headline}
`);
  else if (reached === "stop") outEnd("stop", `
${signOf("stop")} stopped as asked: ${headline}
`);
  else outEnd("passed", `
${signOf("passed")} done: ${headline}
`);
  if (outcome === "failed" || outcome === "unknown") err(file.lastWords());
}
function messageText({ happened, means, next }) {
  return `${[happened, means, next].filter((line) => line !== "").join("\n")}
`;
}
function jsonOf({ outcome, headline, message, outputs, json }) {
  const said = { result: outcome, headline, ...message === void 0 ? {} : { message } };
  return { ...json ?? outputs, ...said };
}

// src/entries/terminal/run-cli.ts
async function runCli(given) {
  let exitCode = 0;
  const secrets = masks(() => void 0);
  for (const secret of proxySecrets(given.environment)) secrets.add(secret);
  const pen = penWith(secrets);
  const written = given.environment.GITHUB_ACTIONS === "true" ? pen.workflow : pen.text;
  const parts = {
    ...given,
    file: runLog({
      folder: join2(stateFolder(given.environment), "logs"),
      run: given.run.id,
      now: given.clock.now(),
      written: pen.text
    }),
    out: (text) => given.out(wrapped(written(text), given.columns?.out())),
    err: (text) => given.err(wrapped(written(text), given.columns?.err())),
    outRaw: given.out,
    ink: {
      out: inkFor(given.environment, given.columns?.out() !== void 0),
      err: inkFor(given.environment, given.columns?.err() !== void 0)
    }
  };
  const effects = effectsOf(parts, secrets, pen);
  const outJson = (value) => given.out(`${pen.json(value, 2)}
`);
  const endingParts = {
    ...parts,
    outEnd: (end, text) => given.out(withSignColour(parts.ink.out, end, wrapped(written(text), given.columns?.out()))),
    errEnd: (end, text) => given.err(withSignColour(parts.ink.err, end, wrapped(written(text), given.columns?.err())))
  };
  const tell = async (work, asJson = false) => {
    const ending = await endingOf(work, parts.stop);
    showEnding(ending, endingParts, asJson ? outJson : void 0);
    exitCode = ending.exitCode;
  };
  const program = terminalProgram(
    terminalCommands,
    (command, input, asJson) => tell(() => command.invoke(input, { effects, run: parts.run, terminal: terminalOf(parts, asJson) }), asJson),
    parts.version
  );
  const output = {
    writeOut: parts.out,
    writeErr: parts.err,
    // It repeats an argument, however long that is.
    outputError: (text, write) => write(shortened(text, longestMistake))
  };
  for (const command of [program, ...program.commands]) command.exitOverride().configureOutput(output);
  try {
    await program.parseAsync([...parts.argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0 || error.code === "commander.help") return 0;
    if (parts.argv.includes("--json")) {
      outJson(argumentsJson(error.message, exitCodeOf.userError));
    }
    return exitCodeOf.userError;
  }
  return exitCode;
}
var longestMistake = 2e3;
function effectsOf(parts, secrets, pen) {
  const { environment, clock, processes, witness, fetch, directory, stop, err } = parts;
  const github = githubTime(fetch, clock, environment);
  const log = terminalLog({
    write: err,
    now: () => clock.now().getTime(),
    interactive: parts.interactive,
    file: parts.file
  });
  return {
    clock,
    processes,
    expressions: expressionProgram(),
    ...witness && { witness },
    columns: () => parts.columns?.out(),
    fetch: github.fetch,
    githubReading: github.reading,
    directory,
    signal: stop.signal,
    log,
    variables: variablesFrom(environment, maskingVariables(secrets, log)),
    pen,
    mask: (value) => secrets.add(value),
    environment: Object.fromEntries(
      Object.entries(environment).filter((entry) => entry[1] !== void 0)
    )
  };
}
function terminalOf(parts, asJson) {
  const interactive = parts.interactive && !asJson;
  const { signal } = parts.stop;
  return {
    interactive,
    write: parts.out,
    stage: (effects, gates) => climbScreen({
      interactive,
      write: parts.out,
      writeRaw: parts.outRaw,
      redact: effects.pen.text,
      now: () => effects.clock.now().getTime(),
      file: parts.file,
      columns: () => parts.columns?.out(),
      ink: parts.ink.out,
      approve: gateAt(gateMode(gates, parts), effects.signal)
    }),
    ...interactive ? {
      ask: async (message) => {
        const { default: input } = await import("./dist-PUK6QUJ5.js");
        return await asked(signal, (asking) => input({ message }, asking));
      }
    } : {}
  };
}
function gateMode(gates, { interactive, run, out }) {
  const { actor } = run;
  switch (gates.kind) {
    case "approve-all":
      return { kind: "approve-all", actor, how: gates.how, announce: out };
    case "ask":
      return interactive ? { kind: "ask", actor } : { kind: "stop" };
    case "stop":
      return { kind: "stop" };
  }
}

// src/entries/terminal/run-identity.ts
import { randomUUID } from "node:crypto";
import { hostname, userInfo } from "node:os";
function terminalRun() {
  return { kind: "terminal", id: randomUUID().slice(0, 8), attempt: 1, actor: `${userName()}@${hostname()}` };
}
function userName() {
  try {
    return userInfo().username;
  } catch {
    return "someone";
  }
}

// src/entries/terminal/main.ts
for (const stream of [process.stdin, process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (error.code !== "EPIPE" && error.code !== "EIO") throw error;
  });
}
var usualColumns = 80;
if (process.stdout.columns === 0) process.stdout.columns = usualColumns;
var columnsOf = (stream) => stream.isTTY === true ? stream.columns || usualColumns : void 0;
process.exitCode = await runCli({
  argv: process.argv.slice(2),
  version: packageVersion,
  environment: process.env,
  directory: process.cwd(),
  interactive: process.stdin.isTTY === true && process.stdout.isTTY === true,
  columns: { out: () => columnsOf(process.stdout), err: () => columnsOf(process.stderr) },
  clock: systemClock,
  processes: systemProcesses,
  witness: systemWitness(process.env),
  fetch: httpFetch(process.env),
  stop: stopOnSignals(
    process,
    (signal) => process.stderr.write(`
Stopping (${signal}): what is running is ended, and recorded.
`)
  ),
  run: terminalRun(),
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text)
});
