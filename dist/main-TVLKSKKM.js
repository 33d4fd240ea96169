import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  endingOf,
  githubTime,
  invokeInWorkflow,
  maskingVariables,
  masks,
  penWith,
  stopOnSignals,
  systemClock,
  systemProcesses,
  systemWitness
} from "./chunk-2NIBRFLM.js";
import "./chunk-KPBPT6IH.js";
import {
  ConfigurationError,
  inputNames,
  inputs,
  readGiven,
  stepInputs,
  typedHop
} from "./chunk-CJJ4WFTL.js";
import "./chunk-5YZEG5XA.js";
import {
  httpFetch,
  namesSecret,
  proxySecrets,
  variablesFrom
} from "./chunk-3XDNTSC4.js";
import "./chunk-DHVTPSR5.js";
import {
  UserError
} from "./chunk-5JBGWOJI.js";
import "./chunk-PRKZQ3BE.js";

// src/entries/action/job-start.ts
import { stat } from "node:fs/promises";
async function jobStart(environment) {
  const file = environment.GITHUB_EVENT_PATH;
  if (file === void 0 || file === "") return void 0;
  return await stat(file).then(
    ({ mtime }) => mtime,
    () => void 0
  );
}

// src/entries/action/annotations.ts
function annotationOf(ending, command) {
  if (ending.kind === "result") {
    const { outcome, message, headline } = ending.result;
    if (outcome === "passed" || outcome === "skipped") return void 0;
    return {
      level: outcome === "waiting" || command === "report" ? "notice" : "error",
      title: command === "report" ? "Not complete" : titles[outcome],
      text: message === void 0 ? headline : paragraph(message)
    };
  }
  const { error: error2 } = ending;
  const mistake = error2 instanceof ConfigurationError ? error2.mistakes[0] : void 0;
  return {
    level: "error",
    title: titles[ending.kind],
    text: paragraph(ending.message),
    ...error2 instanceof ConfigurationError && mistake !== void 0 ? { file: error2.file, line: mistake.line, column: mistake.column } : {}
  };
}
var titles = {
  waiting: "Waiting: a later run continues from here",
  failed: "Failed",
  unknown: "Could not be determined",
  refused: "Refused: nothing was done",
  "user-error": "Something to correct",
  "system-failure": "Failed",
  defect: "A defect of Staged Upgrade",
  stopped: "Stopped"
};
function paragraph({ happened, means, next }) {
  return [happened, means, next === "" ? "" : `What to do: ${next}`].filter((part) => part !== "").join("\n");
}

// src/entries/action/inputs.ts
function readInputs(environment) {
  const textOf = (name) => {
    const value = environment[`INPUT_${name.toUpperCase().replaceAll(" ", "_")}`]?.trim();
    return value === "" ? void 0 : value;
  };
  const command = textOf("command");
  if (command === void 0) throw missingCommand();
  const ofAction = inputNames.filter((name) => inputs[name].action !== void 0);
  const given = readGiven(ofAction, (name) => textsIn(textOf(name), inputs[name]), notAccepted);
  if (given.hop !== void 0 && isTyped(command, given)) typedHop(given.hop);
  return Object.freeze({
    command,
    given,
    summary: summaryWanted(textOf("summary")),
    token: textOf("token")
  });
}
function textsIn(value, { form }) {
  if (value === void 0) return [];
  if (form.kind !== "list") return [value];
  return value.split(form.separator).map((each) => each.trim()).filter((each) => each !== "");
}
function isTyped(command, { environment }) {
  return command === "adopt" || command === "rollback" && environment !== "staging";
}
function summaryWanted(value) {
  if (value === void 0) return true;
  const accepted = stepInputs.summary.read([value]);
  return accepted.kind === "value" ? accepted.value : notAccepted("summary", accepted);
}
function notAccepted(name, { text, accepted, meant }) {
  throw new UserError({
    happened: `The input "${name}" is "${text}".`,
    means: `It must be ${accepted}. Nothing was done.`,
    next: meant === void 0 ? `Correct "${name}:" of this step.` : `Did you mean "${meant}"? Correct "${name}:" of this step.`
  });
}
function missingCommand() {
  return new UserError({
    happened: 'The input "command" is missing.',
    means: "Nothing was done.",
    next: 'Say with "command:" what this step does, such as plan or check.'
  });
}

// src/entries/action/log.ts
var millisecondsBetweenProgress = 1e4;
function githubLog(runner, now) {
  let depth = 0;
  let nextProgress = Number.NEGATIVE_INFINITY;
  return {
    info: (text) => runner.info(text),
    warn: (text) => runner.warning(text),
    output: (text) => runner.info(`  \u2502 ${text}`),
    progress: (progress) => {
      if (now() < nextProgress) return;
      nextProgress = now() + millisecondsBetweenProgress;
      runner.info(progressLine(progress));
    },
    group: async (title, body) => {
      if (depth === 0) runner.startGroup(title);
      else runner.info(title);
      depth += 1;
      try {
        return await body();
      } finally {
        depth -= 1;
        if (depth === 0) runner.endGroup();
      }
    }
  };
}
function progressLine({ text, done, total }) {
  if (done === void 0) return text;
  return total === void 0 ? `${text} (${done})` : `${text} (${done} of ${total})`;
}

// src/entries/action/outputs.ts
function outputsOf({ outputs, headline, outcome }) {
  const own = Object.entries(outputs).map(([name, value]) => [name, outputText(value)]);
  return {
    ...Object.fromEntries(own),
    headline,
    result: outcome,
    proceed: String(outcome === "passed" || outcome === "skipped")
  };
}
function outputText(value) {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
function stepExitCode(exitCode) {
  return exitCode === 3 ? 0 : exitCode;
}

// src/entries/action/run-identity.ts
function runIdentity(environment) {
  const id = environment.GITHUB_RUN_ID;
  if (id === void 0 || id === "") {
    throw new UserError({
      happened: "GITHUB_RUN_ID is not set: this is not a job of GitHub Actions.",
      means: "Nothing was done.",
      next: 'In a terminal, use "npx staged-upgrade" in place of the action.'
    });
  }
  const attempt = Number(environment.GITHUB_RUN_ATTEMPT || "1");
  if (!Number.isInteger(attempt) || attempt < 1) {
    throw new UserError({
      happened: `GITHUB_RUN_ATTEMPT is "${environment.GITHUB_RUN_ATTEMPT}", which is no whole number from 1.`,
      means: "The journal could not say which attempt did what. Nothing was done.",
      next: "Leave this variable to the runner."
    });
  }
  const server = environment.GITHUB_SERVER_URL;
  const repository = environment.GITHUB_REPOSITORY;
  const url = server && repository ? `${server}/${repository}/actions/runs/${id}${attempt === 1 ? "" : `/attempts/${attempt}`}` : void 0;
  return {
    kind: "github",
    id,
    attempt,
    // Who started this attempt; the actor is who started the first one.
    actor: environment.GITHUB_TRIGGERING_ACTOR || environment.GITHUB_ACTOR || "unknown",
    ...url === void 0 ? {} : { url }
  };
}

// src/entries/action/summary.ts
var summaryLimitBytes = 1024 * 1024;
var pointer = "\n\n> **This summary is cut here**: GitHub shows at most 1 MiB. The log of this step has all of it.\n";
function fitSummary(markdown, limit = summaryLimitBytes) {
  if (Buffer.byteLength(markdown) <= limit) return { markdown, cut: false };
  const fence = "\n```";
  const room = limit - Buffer.byteLength(pointer) - Buffer.byteLength(fence);
  const kept = Buffer.from(markdown).subarray(0, room).toString("utf8");
  const whole = kept.slice(0, Math.max(0, kept.lastIndexOf("\n")));
  const fences = whole.split("\n").filter((line) => line.trimStart().startsWith("```")).length;
  return { markdown: whole + (fences % 2 === 1 ? fence : "") + pointer, cut: true };
}

// src/entries/action/runner-with.ts
var longestText = 4096;
var cutMark = "\n\u2026 The whole text is in the log of this step.";
function runnerWith(pen, runner) {
  return {
    info: (text) => runner.info(pen.workflow(text)),
    warning: (text) => runner.warning(pen.workflow(text)),
    startGroup: (title) => runner.startGroup(pen.workflow(title)),
    endGroup: () => runner.endGroup(),
    mask: (secret) => runner.mask(secret),
    setOutput: (name, value) => runner.setOutput(name, output(pen, value)),
    annotate: (annotation) => runner.annotate({ ...annotation, title: pen.text(annotation.title), text: short(pen.text(annotation.text)) }),
    writeSummary: async (draft) => {
      const markdown = pen.markdown(draft);
      const fitted = fitSummary(markdown);
      if (fitted.cut) runner.info(pen.workflow(markdown));
      await runner.writeSummary(fitted.markdown);
    }
  };
}
function output(pen, value) {
  if (!/^[[{]/.test(value)) return pen.value(value);
  try {
    return pen.json(JSON.parse(value));
  } catch {
    return pen.value(value);
  }
}
function short(text) {
  return text.length <= longestText ? text : text.slice(0, longestText - cutMark.length) + cutMark;
}

// src/entries/action/secrets-by-name.ts
var places = /* @__PURE__ */ new Set(["GOOGLE_APPLICATION_CREDENTIALS"]);
var loud = /(?:(?:^|_)(?:secrets?|tokens?|credentials?|key|pat)|password|passwd|passphrase)(?:_|$)|_pwd$/i;
var quiet = /_(?:file|path|dir|folder|id|ids|name|ttl|url|uri|host|port|user|type|length|expiry|expiration|region)$/i;
function secretsByName(environment) {
  return Object.entries(environment).flatMap(([name, value]) => {
    if (value === void 0 || value.trim() === "" || places.has(name)) return [];
    const isSecret = namesSecret(name) || loud.test(name) && !quiet.test(name);
    return isSecret ? [value] : [];
  });
}

// src/entries/action/run-action.ts
async function runAction(parts) {
  const { environment } = parts;
  const secrets = masks((secret) => parts.runner.mask(secret));
  const pen = penWith(secrets);
  const runner = runnerWith(pen, parts.runner);
  for (const value of [...secretsByName(environment), ...proxySecrets(environment)]) secrets.add(value);
  let inputs2;
  const ending = await endingOf(async () => {
    inputs2 = readInputs(environment);
    if (inputs2.token !== void 0) secrets.add(inputs2.token);
    return await parts.invoke(inputs2.command, inputs2.given, {
      effects: effectsOf({ ...parts, runner }, inputs2.token, secrets, pen),
      run: runIdentity(environment)
    });
  }, parts.stop);
  if (ending.kind !== "result") tellFailed(runner);
  else await tellResult(ending.result, inputs2?.summary ?? true, runner);
  if (ending.kind === "defect" && ending.stack !== void 0) runner.info(ending.stack);
  const annotation = annotationOf(ending, inputs2?.command ?? "");
  if (annotation !== void 0) runner.annotate(annotation);
  return stepExitCode(ending.exitCode);
}
async function tellResult(result, wanted, runner) {
  runner.info(result.headline);
  for (const [name, value] of Object.entries(outputsOf(result))) runner.setOutput(name, value);
  if (!wanted || result.summary === "") return;
  try {
    await runner.writeSummary(result.summary);
  } catch (error2) {
    runner.warning(`The job summary could not be written: ${error2 instanceof Error ? error2.message : String(error2)}`);
  }
}
function tellFailed(runner) {
  runner.setOutput("result", "failed");
  runner.setOutput("proceed", "false");
}
function effectsOf(parts, token, secrets, pen) {
  const { environment, runner, clock, processes, witness, fetch, directory, stop, jobStartedAt: jobStartedAt2 } = parts;
  const github = githubTime(fetch, clock, environment);
  const log = githubLog(runner, () => clock.now().getTime());
  return {
    clock,
    processes,
    ...witness && { witness },
    fetch: github.fetch,
    githubReading: github.reading,
    directory,
    signal: stop.signal,
    ...jobStartedAt2 === void 0 ? {} : { jobStartedAt: jobStartedAt2 },
    log,
    variables: variablesFrom(environment, maskingVariables(secrets, log)),
    pen,
    mask: (value) => secrets.add(value),
    environment: Object.fromEntries(
      Object.entries(environment).filter((entry) => entry[1] !== void 0)
    ),
    ...token === void 0 ? {} : { journalCredential: { token, server: environment.GITHUB_SERVER_URL || "https://github.com" } }
  };
}

// node_modules/@actions/core/lib/command.js
import * as os from "os";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
function issue(name, message = "") {
  issueCommand(name, {}, message);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
import * as crypto from "crypto";
import * as fs from "fs";
import * as os2 from "os";
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${os2.EOL}${convertedValue}${os2.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/core.js
import * as os4 from "os";

// node_modules/@actions/core/lib/summary.js
import { EOL as EOL3 } from "os";
import { constants, promises } from "fs";
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access, appendFile, writeFile } = promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access(pathFromEnv, constants.R_OK | constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text, addEOL = false) {
    this._buffer += text;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(EOL3);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map((item) => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows) {
    const tableBody = rows.map((row) => {
      const cells = row.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header, data, colspan, rowspan } = cell;
        const tag = header ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label, content) {
    const element = this.wrap("details", this.wrap("summary", label) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text, href) {
    const element = this.wrap("a", text, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();
var summary = _summary;

// node_modules/@actions/core/lib/platform.js
import os3 from "os";

// node_modules/@actions/io/lib/io-util.js
import * as fs2 from "fs";
var { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat: stat2, symlink, unlink } = fs2.promises;
var IS_WINDOWS = process.platform === "win32";
var READONLY = fs2.constants.O_RDONLY;

// node_modules/@actions/exec/lib/toolrunner.js
var IS_WINDOWS2 = process.platform === "win32";

// node_modules/@actions/core/lib/platform.js
var platform = os3.platform();
var arch = os3.arch();

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os4.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + os4.EOL);
}
function startGroup(name) {
  issue("group", name);
}
function endGroup() {
  issue("endgroup");
}

// src/entries/action/runner.ts
var currentRunner = {
  info,
  warning: (text) => warning(text),
  startGroup,
  endGroup,
  mask: setSecret,
  setOutput,
  annotate: ({ level, text, title, file, line, column }) => {
    const write = { error, warning, notice }[level];
    write(text, {
      title,
      ...file === void 0 ? {} : { file },
      ...line === void 0 ? {} : { startLine: line },
      ...column === void 0 ? {} : { startColumn: column }
    });
  },
  writeSummary: async (markdown) => {
    await summary.addRaw(markdown, true).write();
  }
};

// src/entries/action/main.ts
var retryMilliseconds = 3e3;
var jobStartedAt = await jobStart(process.env);
process.exitCode = await runAction({
  environment: process.env,
  directory: process.cwd(),
  runner: currentRunner,
  clock: systemClock,
  processes: systemProcesses,
  witness: systemWitness(process.env),
  fetch: httpFetch(process.env),
  ...jobStartedAt === void 0 ? {} : { jobStartedAt },
  stop: stopOnSignals(process),
  invoke: invokeInWorkflow
});
setTimeout(() => process.exit(), retryMilliseconds).unref();
