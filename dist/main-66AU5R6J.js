import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  ConfigurationError,
  LeftQuestion,
  SystemFailure,
  UserError,
  allContentDigests,
  approvedEnvironment,
  backupPurposes,
  childEnvironment,
  countText,
  countedRehearsal,
  deploy,
  diagnosticsPrefix,
  endOfRun,
  endingOf,
  environmentNames,
  environmentOfGate,
  environmentOfJob,
  exitCodeOf,
  external_exports,
  freezeVariable,
  gateNames,
  githubTime,
  hopSequence,
  httpFetch,
  invoke,
  isHopId,
  isOf,
  isOnlyToWatch,
  jobNames,
  jobVariables,
  loadConfiguration,
  markDisposable,
  maskingVariables,
  masks,
  nearest,
  neededEnvironments,
  openLiveSystem,
  openProject,
  operations,
  parseDuration,
  pathGate,
  pathText,
  penWith,
  planHops,
  planToDo,
  promotionOf,
  proxySecrets,
  recordOf,
  referenceTo,
  rehearsePath,
  releaseSides,
  report,
  sequenceStep,
  servesTarget,
  shippedProducts,
  situationOf,
  stakeOf,
  stateFolder,
  stopOnSignals,
  systemClock,
  systemProcesses,
  systemWitness,
  timeText,
  toApprove,
  variablesFrom
} from "./chunk-TMLPTJES.js";
import {
  dist_default3 as dist_default,
  dist_default4 as dist_default2
} from "./chunk-HGJKM7HO.js";
import "./chunk-3PZKQHHI.js";
import {
  __commonJS,
  __require,
  __toESM
} from "./chunk-PRKZQ3BE.js";

// node_modules/commander/lib/error.js
var require_error = __commonJS({
  "node_modules/commander/lib/error.js"(exports) {
    var CommanderError2 = class extends Error {
      /**
       * Constructs the CommanderError class
       * @param {number} exitCode suggested exit code which could be used with process.exit
       * @param {string} code an id string representing the error
       * @param {string} message human-readable description of the error
       */
      constructor(exitCode, code, message) {
        super(message);
        Error.captureStackTrace(this, this.constructor);
        this.name = this.constructor.name;
        this.code = code;
        this.exitCode = exitCode;
        this.nestedError = void 0;
      }
    };
    var InvalidArgumentError2 = class extends CommanderError2 {
      /**
       * Constructs the InvalidArgumentError class
       * @param {string} [message] explanation of why argument is invalid
       */
      constructor(message) {
        super(1, "commander.invalidArgument", message);
        Error.captureStackTrace(this, this.constructor);
        this.name = this.constructor.name;
      }
    };
    exports.CommanderError = CommanderError2;
    exports.InvalidArgumentError = InvalidArgumentError2;
  }
});

// node_modules/commander/lib/argument.js
var require_argument = __commonJS({
  "node_modules/commander/lib/argument.js"(exports) {
    var { InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var Argument2 = class {
      /**
       * Initialize a new command argument with the given name and description.
       * The default is that the argument is required, and you can explicitly
       * indicate this with <> around the name. Put [] around the name for an optional argument.
       *
       * @param {string} name
       * @param {string} [description]
       */
      constructor(name, description) {
        this.description = description || "";
        this.variadic = false;
        this.parseArg = void 0;
        this.defaultValue = void 0;
        this.defaultValueDescription = void 0;
        this.argChoices = void 0;
        switch (name[0]) {
          case "<":
            this.required = true;
            this._name = name.slice(1, -1);
            break;
          case "[":
            this.required = false;
            this._name = name.slice(1, -1);
            break;
          default:
            this.required = true;
            this._name = name;
            break;
        }
        if (this._name.endsWith("...")) {
          this.variadic = true;
          this._name = this._name.slice(0, -3);
        }
      }
      /**
       * Return argument name.
       *
       * @return {string}
       */
      name() {
        return this._name;
      }
      /**
       * @package
       */
      _collectValue(value, previous) {
        if (previous === this.defaultValue || !Array.isArray(previous)) {
          return [value];
        }
        previous.push(value);
        return previous;
      }
      /**
       * Set the default value, and optionally supply the description to be displayed in the help.
       *
       * @param {*} value
       * @param {string} [description]
       * @return {Argument}
       */
      default(value, description) {
        this.defaultValue = value;
        this.defaultValueDescription = description;
        return this;
      }
      /**
       * Set the custom handler for processing CLI command arguments into argument values.
       *
       * @param {Function} [fn]
       * @return {Argument}
       */
      argParser(fn) {
        this.parseArg = fn;
        return this;
      }
      /**
       * Only allow argument value to be one of choices.
       *
       * @param {string[]} values
       * @return {Argument}
       */
      choices(values) {
        this.argChoices = values.slice();
        this.parseArg = (arg, previous) => {
          if (!this.argChoices.includes(arg)) {
            throw new InvalidArgumentError2(
              `Allowed choices are ${this.argChoices.join(", ")}.`
            );
          }
          if (this.variadic) {
            return this._collectValue(arg, previous);
          }
          return arg;
        };
        return this;
      }
      /**
       * Make argument required.
       *
       * @returns {Argument}
       */
      argRequired() {
        this.required = true;
        return this;
      }
      /**
       * Make argument optional.
       *
       * @returns {Argument}
       */
      argOptional() {
        this.required = false;
        return this;
      }
    };
    function humanReadableArgName(arg) {
      const nameOutput = arg.name() + (arg.variadic === true ? "..." : "");
      return arg.required ? "<" + nameOutput + ">" : "[" + nameOutput + "]";
    }
    exports.Argument = Argument2;
    exports.humanReadableArgName = humanReadableArgName;
  }
});

// node_modules/commander/lib/help.js
var require_help = __commonJS({
  "node_modules/commander/lib/help.js"(exports) {
    var { humanReadableArgName } = require_argument();
    var Help2 = class {
      constructor() {
        this.helpWidth = void 0;
        this.minWidthToWrap = 40;
        this.sortSubcommands = false;
        this.sortOptions = false;
        this.showGlobalOptions = false;
      }
      /**
       * prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
       * and just before calling `formatHelp()`.
       *
       * Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
       *
       * @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
       */
      prepareContext(contextOptions) {
        this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
      }
      /**
       * Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
       *
       * @param {Command} cmd
       * @returns {Command[]}
       */
      visibleCommands(cmd) {
        const visibleCommands = cmd.commands.filter((cmd2) => !cmd2._hidden);
        const helpCommand = cmd._getHelpCommand();
        if (helpCommand && !helpCommand._hidden) {
          visibleCommands.push(helpCommand);
        }
        if (this.sortSubcommands) {
          visibleCommands.sort((a, b) => {
            return a.name().localeCompare(b.name());
          });
        }
        return visibleCommands;
      }
      /**
       * Compare options for sort.
       *
       * @param {Option} a
       * @param {Option} b
       * @returns {number}
       */
      compareOptions(a, b) {
        const getSortKey = (option2) => {
          return option2.short ? option2.short.replace(/^-/, "") : option2.long.replace(/^--/, "");
        };
        return getSortKey(a).localeCompare(getSortKey(b));
      }
      /**
       * Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
       *
       * @param {Command} cmd
       * @returns {Option[]}
       */
      visibleOptions(cmd) {
        const visibleOptions = cmd.options.filter((option2) => !option2.hidden);
        const helpOption = cmd._getHelpOption();
        if (helpOption && !helpOption.hidden) {
          const removeShort = helpOption.short && cmd._findOption(helpOption.short);
          const removeLong = helpOption.long && cmd._findOption(helpOption.long);
          if (!removeShort && !removeLong) {
            visibleOptions.push(helpOption);
          } else if (helpOption.long && !removeLong) {
            visibleOptions.push(
              cmd.createOption(helpOption.long, helpOption.description)
            );
          } else if (helpOption.short && !removeShort) {
            visibleOptions.push(
              cmd.createOption(helpOption.short, helpOption.description)
            );
          }
        }
        if (this.sortOptions) {
          visibleOptions.sort(this.compareOptions);
        }
        return visibleOptions;
      }
      /**
       * Get an array of the visible global options. (Not including help.)
       *
       * @param {Command} cmd
       * @returns {Option[]}
       */
      visibleGlobalOptions(cmd) {
        if (!this.showGlobalOptions) return [];
        const globalOptions = [];
        for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
          const visibleOptions = ancestorCmd.options.filter(
            (option2) => !option2.hidden
          );
          globalOptions.push(...visibleOptions);
        }
        if (this.sortOptions) {
          globalOptions.sort(this.compareOptions);
        }
        return globalOptions;
      }
      /**
       * Get an array of the arguments if any have a description.
       *
       * @param {Command} cmd
       * @returns {Argument[]}
       */
      visibleArguments(cmd) {
        if (cmd._argsDescription) {
          cmd.registeredArguments.forEach((argument) => {
            argument.description = argument.description || cmd._argsDescription[argument.name()] || "";
          });
        }
        if (cmd.registeredArguments.find((argument) => argument.description)) {
          return cmd.registeredArguments;
        }
        return [];
      }
      /**
       * Get the command term to show in the list of subcommands.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      subcommandTerm(cmd) {
        const args = cmd.registeredArguments.map((arg) => humanReadableArgName(arg)).join(" ");
        return cmd._name + (cmd._aliases[0] ? "|" + cmd._aliases[0] : "") + (cmd.options.length ? " [options]" : "") + // simplistic check for non-help option
        (args ? " " + args : "");
      }
      /**
       * Get the option term to show in the list of options.
       *
       * @param {Option} option
       * @returns {string}
       */
      optionTerm(option2) {
        return option2.flags;
      }
      /**
       * Get the argument term to show in the list of arguments.
       *
       * @param {Argument} argument
       * @returns {string}
       */
      argumentTerm(argument) {
        return argument.name();
      }
      /**
       * Get the longest command term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestSubcommandTermLength(cmd, helper) {
        return helper.visibleCommands(cmd).reduce((max, command) => {
          return Math.max(
            max,
            this.displayWidth(
              helper.styleSubcommandTerm(helper.subcommandTerm(command))
            )
          );
        }, 0);
      }
      /**
       * Get the longest option term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestOptionTermLength(cmd, helper) {
        return helper.visibleOptions(cmd).reduce((max, option2) => {
          return Math.max(
            max,
            this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option2)))
          );
        }, 0);
      }
      /**
       * Get the longest global option term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestGlobalOptionTermLength(cmd, helper) {
        return helper.visibleGlobalOptions(cmd).reduce((max, option2) => {
          return Math.max(
            max,
            this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option2)))
          );
        }, 0);
      }
      /**
       * Get the longest argument term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestArgumentTermLength(cmd, helper) {
        return helper.visibleArguments(cmd).reduce((max, argument) => {
          return Math.max(
            max,
            this.displayWidth(
              helper.styleArgumentTerm(helper.argumentTerm(argument))
            )
          );
        }, 0);
      }
      /**
       * Get the command usage to be displayed at the top of the built-in help.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      commandUsage(cmd) {
        let cmdName = cmd._name;
        if (cmd._aliases[0]) {
          cmdName = cmdName + "|" + cmd._aliases[0];
        }
        let ancestorCmdNames = "";
        for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
          ancestorCmdNames = ancestorCmd.name() + " " + ancestorCmdNames;
        }
        return ancestorCmdNames + cmdName + " " + cmd.usage();
      }
      /**
       * Get the description for the command.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      commandDescription(cmd) {
        return cmd.description();
      }
      /**
       * Get the subcommand summary to show in the list of subcommands.
       * (Fallback to description for backwards compatibility.)
       *
       * @param {Command} cmd
       * @returns {string}
       */
      subcommandDescription(cmd) {
        return cmd.summary() || cmd.description();
      }
      /**
       * Get the option description to show in the list of options.
       *
       * @param {Option} option
       * @return {string}
       */
      optionDescription(option2) {
        const extraInfo = [];
        if (option2.argChoices) {
          extraInfo.push(
            // use stringify to match the display of the default value
            `choices: ${option2.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`
          );
        }
        if (option2.defaultValue !== void 0) {
          const showDefault = option2.required || option2.optional || option2.isBoolean() && typeof option2.defaultValue === "boolean";
          if (showDefault) {
            extraInfo.push(
              `default: ${option2.defaultValueDescription || JSON.stringify(option2.defaultValue)}`
            );
          }
        }
        if (option2.presetArg !== void 0 && option2.optional) {
          extraInfo.push(`preset: ${JSON.stringify(option2.presetArg)}`);
        }
        if (option2.envVar !== void 0) {
          extraInfo.push(`env: ${option2.envVar}`);
        }
        if (extraInfo.length > 0) {
          const extraDescription = `(${extraInfo.join(", ")})`;
          if (option2.description) {
            return `${option2.description} ${extraDescription}`;
          }
          return extraDescription;
        }
        return option2.description;
      }
      /**
       * Get the argument description to show in the list of arguments.
       *
       * @param {Argument} argument
       * @return {string}
       */
      argumentDescription(argument) {
        const extraInfo = [];
        if (argument.argChoices) {
          extraInfo.push(
            // use stringify to match the display of the default value
            `choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`
          );
        }
        if (argument.defaultValue !== void 0) {
          extraInfo.push(
            `default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`
          );
        }
        if (extraInfo.length > 0) {
          const extraDescription = `(${extraInfo.join(", ")})`;
          if (argument.description) {
            return `${argument.description} ${extraDescription}`;
          }
          return extraDescription;
        }
        return argument.description;
      }
      /**
       * Format a list of items, given a heading and an array of formatted items.
       *
       * @param {string} heading
       * @param {string[]} items
       * @param {Help} helper
       * @returns string[]
       */
      formatItemList(heading, items, helper) {
        if (items.length === 0) return [];
        return [helper.styleTitle(heading), ...items, ""];
      }
      /**
       * Group items by their help group heading.
       *
       * @param {Command[] | Option[]} unsortedItems
       * @param {Command[] | Option[]} visibleItems
       * @param {Function} getGroup
       * @returns {Map<string, Command[] | Option[]>}
       */
      groupItems(unsortedItems, visibleItems, getGroup) {
        const result = /* @__PURE__ */ new Map();
        unsortedItems.forEach((item) => {
          const group = getGroup(item);
          if (!result.has(group)) result.set(group, []);
        });
        visibleItems.forEach((item) => {
          const group = getGroup(item);
          if (!result.has(group)) {
            result.set(group, []);
          }
          result.get(group).push(item);
        });
        return result;
      }
      /**
       * Generate the built-in help text.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {string}
       */
      formatHelp(cmd, helper) {
        const termWidth = helper.padWidth(cmd, helper);
        const helpWidth = helper.helpWidth ?? 80;
        function callFormatItem(term, description) {
          return helper.formatItem(term, termWidth, description, helper);
        }
        let output = [
          `${helper.styleTitle("Usage:")} ${helper.styleUsage(helper.commandUsage(cmd))}`,
          ""
        ];
        const commandDescription = helper.commandDescription(cmd);
        if (commandDescription.length > 0) {
          output = output.concat([
            helper.boxWrap(
              helper.styleCommandDescription(commandDescription),
              helpWidth
            ),
            ""
          ]);
        }
        const argumentList = helper.visibleArguments(cmd).map((argument) => {
          return callFormatItem(
            helper.styleArgumentTerm(helper.argumentTerm(argument)),
            helper.styleArgumentDescription(helper.argumentDescription(argument))
          );
        });
        output = output.concat(
          this.formatItemList("Arguments:", argumentList, helper)
        );
        const optionGroups = this.groupItems(
          cmd.options,
          helper.visibleOptions(cmd),
          (option2) => option2.helpGroupHeading ?? "Options:"
        );
        optionGroups.forEach((options, group) => {
          const optionList = options.map((option2) => {
            return callFormatItem(
              helper.styleOptionTerm(helper.optionTerm(option2)),
              helper.styleOptionDescription(helper.optionDescription(option2))
            );
          });
          output = output.concat(this.formatItemList(group, optionList, helper));
        });
        if (helper.showGlobalOptions) {
          const globalOptionList = helper.visibleGlobalOptions(cmd).map((option2) => {
            return callFormatItem(
              helper.styleOptionTerm(helper.optionTerm(option2)),
              helper.styleOptionDescription(helper.optionDescription(option2))
            );
          });
          output = output.concat(
            this.formatItemList("Global Options:", globalOptionList, helper)
          );
        }
        const commandGroups = this.groupItems(
          cmd.commands,
          helper.visibleCommands(cmd),
          (sub) => sub.helpGroup() || "Commands:"
        );
        commandGroups.forEach((commands, group) => {
          const commandList = commands.map((sub) => {
            return callFormatItem(
              helper.styleSubcommandTerm(helper.subcommandTerm(sub)),
              helper.styleSubcommandDescription(helper.subcommandDescription(sub))
            );
          });
          output = output.concat(this.formatItemList(group, commandList, helper));
        });
        return output.join("\n");
      }
      /**
       * Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
       *
       * @param {string} str
       * @returns {number}
       */
      displayWidth(str) {
        return stripColor(str).length;
      }
      /**
       * Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
       *
       * @param {string} str
       * @returns {string}
       */
      styleTitle(str) {
        return str;
      }
      styleUsage(str) {
        return str.split(" ").map((word) => {
          if (word === "[options]") return this.styleOptionText(word);
          if (word === "[command]") return this.styleSubcommandText(word);
          if (word[0] === "[" || word[0] === "<")
            return this.styleArgumentText(word);
          return this.styleCommandText(word);
        }).join(" ");
      }
      styleCommandDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleOptionDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleSubcommandDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleArgumentDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleDescriptionText(str) {
        return str;
      }
      styleOptionTerm(str) {
        return this.styleOptionText(str);
      }
      styleSubcommandTerm(str) {
        return str.split(" ").map((word) => {
          if (word === "[options]") return this.styleOptionText(word);
          if (word[0] === "[" || word[0] === "<")
            return this.styleArgumentText(word);
          return this.styleSubcommandText(word);
        }).join(" ");
      }
      styleArgumentTerm(str) {
        return this.styleArgumentText(str);
      }
      styleOptionText(str) {
        return str;
      }
      styleArgumentText(str) {
        return str;
      }
      styleSubcommandText(str) {
        return str;
      }
      styleCommandText(str) {
        return str;
      }
      /**
       * Calculate the pad width from the maximum term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      padWidth(cmd, helper) {
        return Math.max(
          helper.longestOptionTermLength(cmd, helper),
          helper.longestGlobalOptionTermLength(cmd, helper),
          helper.longestSubcommandTermLength(cmd, helper),
          helper.longestArgumentTermLength(cmd, helper)
        );
      }
      /**
       * Detect manually wrapped and indented strings by checking for line break followed by whitespace.
       *
       * @param {string} str
       * @returns {boolean}
       */
      preformatted(str) {
        return /\n[^\S\r\n]/.test(str);
      }
      /**
       * Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
       *
       * So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
       *   TTT  DDD DDDD
       *        DD DDD
       *
       * @param {string} term
       * @param {number} termWidth
       * @param {string} description
       * @param {Help} helper
       * @returns {string}
       */
      formatItem(term, termWidth, description, helper) {
        const itemIndent = 2;
        const itemIndentStr = " ".repeat(itemIndent);
        if (!description) return itemIndentStr + term;
        const paddedTerm = term.padEnd(
          termWidth + term.length - helper.displayWidth(term)
        );
        const spacerWidth = 2;
        const helpWidth = this.helpWidth ?? 80;
        const remainingWidth = helpWidth - termWidth - spacerWidth - itemIndent;
        let formattedDescription;
        if (remainingWidth < this.minWidthToWrap || helper.preformatted(description)) {
          formattedDescription = description;
        } else {
          const wrappedDescription = helper.boxWrap(description, remainingWidth);
          formattedDescription = wrappedDescription.replace(
            /\n/g,
            "\n" + " ".repeat(termWidth + spacerWidth)
          );
        }
        return itemIndentStr + paddedTerm + " ".repeat(spacerWidth) + formattedDescription.replace(/\n/g, `
${itemIndentStr}`);
      }
      /**
       * Wrap a string at whitespace, preserving existing line breaks.
       * Wrapping is skipped if the width is less than `minWidthToWrap`.
       *
       * @param {string} str
       * @param {number} width
       * @returns {string}
       */
      boxWrap(str, width) {
        if (width < this.minWidthToWrap) return str;
        const rawLines = str.split(/\r\n|\n/);
        const chunkPattern = /[\s]*[^\s]+/g;
        const wrappedLines = [];
        rawLines.forEach((line) => {
          const chunks = line.match(chunkPattern);
          if (chunks === null) {
            wrappedLines.push("");
            return;
          }
          let sumChunks = [chunks.shift()];
          let sumWidth = this.displayWidth(sumChunks[0]);
          chunks.forEach((chunk) => {
            const visibleWidth = this.displayWidth(chunk);
            if (sumWidth + visibleWidth <= width) {
              sumChunks.push(chunk);
              sumWidth += visibleWidth;
              return;
            }
            wrappedLines.push(sumChunks.join(""));
            const nextChunk = chunk.trimStart();
            sumChunks = [nextChunk];
            sumWidth = this.displayWidth(nextChunk);
          });
          wrappedLines.push(sumChunks.join(""));
        });
        return wrappedLines.join("\n");
      }
    };
    function stripColor(str) {
      const sgrPattern = /\x1b\[\d*(;\d*)*m/g;
      return str.replace(sgrPattern, "");
    }
    exports.Help = Help2;
    exports.stripColor = stripColor;
  }
});

// node_modules/commander/lib/option.js
var require_option = __commonJS({
  "node_modules/commander/lib/option.js"(exports) {
    var { InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var Option2 = class {
      /**
       * Initialize a new `Option` with the given `flags` and `description`.
       *
       * @param {string} flags
       * @param {string} [description]
       */
      constructor(flags, description) {
        this.flags = flags;
        this.description = description || "";
        this.required = flags.includes("<");
        this.optional = flags.includes("[");
        this.variadic = /\w\.\.\.[>\]]$/.test(flags);
        this.mandatory = false;
        const optionFlags = splitOptionFlags(flags);
        this.short = optionFlags.shortFlag;
        this.long = optionFlags.longFlag;
        this.negate = false;
        if (this.long) {
          this.negate = this.long.startsWith("--no-");
        }
        this.defaultValue = void 0;
        this.defaultValueDescription = void 0;
        this.presetArg = void 0;
        this.envVar = void 0;
        this.parseArg = void 0;
        this.hidden = false;
        this.argChoices = void 0;
        this.conflictsWith = [];
        this.implied = void 0;
        this.helpGroupHeading = void 0;
      }
      /**
       * Set the default value, and optionally supply the description to be displayed in the help.
       *
       * @param {*} value
       * @param {string} [description]
       * @return {Option}
       */
      default(value, description) {
        this.defaultValue = value;
        this.defaultValueDescription = description;
        return this;
      }
      /**
       * Preset to use when option used without option-argument, especially optional but also boolean and negated.
       * The custom processing (parseArg) is called.
       *
       * @example
       * new Option('--color').default('GREYSCALE').preset('RGB');
       * new Option('--donate [amount]').preset('20').argParser(parseFloat);
       *
       * @param {*} arg
       * @return {Option}
       */
      preset(arg) {
        this.presetArg = arg;
        return this;
      }
      /**
       * Add option name(s) that conflict with this option.
       * An error will be displayed if conflicting options are found during parsing.
       *
       * @example
       * new Option('--rgb').conflicts('cmyk');
       * new Option('--js').conflicts(['ts', 'jsx']);
       *
       * @param {(string | string[])} names
       * @return {Option}
       */
      conflicts(names) {
        this.conflictsWith = this.conflictsWith.concat(names);
        return this;
      }
      /**
       * Specify implied option values for when this option is set and the implied options are not.
       *
       * The custom processing (parseArg) is not called on the implied values.
       *
       * @example
       * program
       *   .addOption(new Option('--log', 'write logging information to file'))
       *   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
       *
       * @param {object} impliedOptionValues
       * @return {Option}
       */
      implies(impliedOptionValues) {
        let newImplied = impliedOptionValues;
        if (typeof impliedOptionValues === "string") {
          newImplied = { [impliedOptionValues]: true };
        }
        this.implied = Object.assign(this.implied || {}, newImplied);
        return this;
      }
      /**
       * Set environment variable to check for option value.
       *
       * An environment variable is only used if when processed the current option value is
       * undefined, or the source of the current value is 'default' or 'config' or 'env'.
       *
       * @param {string} name
       * @return {Option}
       */
      env(name) {
        this.envVar = name;
        return this;
      }
      /**
       * Set the custom handler for processing CLI option arguments into option values.
       *
       * @param {Function} [fn]
       * @return {Option}
       */
      argParser(fn) {
        this.parseArg = fn;
        return this;
      }
      /**
       * Whether the option is mandatory and must have a value after parsing.
       *
       * @param {boolean} [mandatory=true]
       * @return {Option}
       */
      makeOptionMandatory(mandatory = true) {
        this.mandatory = !!mandatory;
        return this;
      }
      /**
       * Hide option in help.
       *
       * @param {boolean} [hide=true]
       * @return {Option}
       */
      hideHelp(hide = true) {
        this.hidden = !!hide;
        return this;
      }
      /**
       * @package
       */
      _collectValue(value, previous) {
        if (previous === this.defaultValue || !Array.isArray(previous)) {
          return [value];
        }
        previous.push(value);
        return previous;
      }
      /**
       * Only allow option value to be one of choices.
       *
       * @param {string[]} values
       * @return {Option}
       */
      choices(values) {
        this.argChoices = values.slice();
        this.parseArg = (arg, previous) => {
          if (!this.argChoices.includes(arg)) {
            throw new InvalidArgumentError2(
              `Allowed choices are ${this.argChoices.join(", ")}.`
            );
          }
          if (this.variadic) {
            return this._collectValue(arg, previous);
          }
          return arg;
        };
        return this;
      }
      /**
       * Return option name.
       *
       * @return {string}
       */
      name() {
        if (this.long) {
          return this.long.replace(/^--/, "");
        }
        return this.short.replace(/^-/, "");
      }
      /**
       * Return option name, in a camelcase format that can be used
       * as an object attribute key.
       *
       * @return {string}
       */
      attributeName() {
        if (this.negate) {
          return camelcase(this.name().replace(/^no-/, ""));
        }
        return camelcase(this.name());
      }
      /**
       * Set the help group heading.
       *
       * @param {string} heading
       * @return {Option}
       */
      helpGroup(heading) {
        this.helpGroupHeading = heading;
        return this;
      }
      /**
       * Check if `arg` matches the short or long flag.
       *
       * @param {string} arg
       * @return {boolean}
       * @package
       */
      is(arg) {
        return this.short === arg || this.long === arg;
      }
      /**
       * Return whether a boolean option.
       *
       * Options are one of boolean, negated, required argument, or optional argument.
       *
       * @return {boolean}
       * @package
       */
      isBoolean() {
        return !this.required && !this.optional && !this.negate;
      }
    };
    var DualOptions = class {
      /**
       * @param {Option[]} options
       */
      constructor(options) {
        this.positiveOptions = /* @__PURE__ */ new Map();
        this.negativeOptions = /* @__PURE__ */ new Map();
        this.dualOptions = /* @__PURE__ */ new Set();
        options.forEach((option2) => {
          if (option2.negate) {
            this.negativeOptions.set(option2.attributeName(), option2);
          } else {
            this.positiveOptions.set(option2.attributeName(), option2);
          }
        });
        this.negativeOptions.forEach((value, key) => {
          if (this.positiveOptions.has(key)) {
            this.dualOptions.add(key);
          }
        });
      }
      /**
       * Did the value come from the option, and not from possible matching dual option?
       *
       * @param {*} value
       * @param {Option} option
       * @returns {boolean}
       */
      valueFromOption(value, option2) {
        const optionKey = option2.attributeName();
        if (!this.dualOptions.has(optionKey)) return true;
        const preset = this.negativeOptions.get(optionKey).presetArg;
        const negativeValue = preset !== void 0 ? preset : false;
        return option2.negate === (negativeValue === value);
      }
    };
    function camelcase(str) {
      return str.split("-").reduce((str2, word) => {
        return str2 + word[0].toUpperCase() + word.slice(1);
      });
    }
    function splitOptionFlags(flags) {
      let shortFlag;
      let longFlag;
      const shortFlagExp = /^-[^-]$/;
      const longFlagExp = /^--[^-]/;
      const flagParts = flags.split(/[ |,]+/).concat("guard");
      if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
      if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
      if (!shortFlag && shortFlagExp.test(flagParts[0]))
        shortFlag = flagParts.shift();
      if (!shortFlag && longFlagExp.test(flagParts[0])) {
        shortFlag = longFlag;
        longFlag = flagParts.shift();
      }
      if (flagParts[0].startsWith("-")) {
        const unsupportedFlag = flagParts[0];
        const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
        if (/^-[^-][^-]/.test(unsupportedFlag))
          throw new Error(
            `${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`
          );
        if (shortFlagExp.test(unsupportedFlag))
          throw new Error(`${baseError}
- too many short flags`);
        if (longFlagExp.test(unsupportedFlag))
          throw new Error(`${baseError}
- too many long flags`);
        throw new Error(`${baseError}
- unrecognised flag format`);
      }
      if (shortFlag === void 0 && longFlag === void 0)
        throw new Error(
          `option creation failed due to no flags found in '${flags}'.`
        );
      return { shortFlag, longFlag };
    }
    exports.Option = Option2;
    exports.DualOptions = DualOptions;
  }
});

// node_modules/commander/lib/suggestSimilar.js
var require_suggestSimilar = __commonJS({
  "node_modules/commander/lib/suggestSimilar.js"(exports) {
    var maxDistance = 3;
    function editDistance(a, b) {
      if (Math.abs(a.length - b.length) > maxDistance)
        return Math.max(a.length, b.length);
      const d = [];
      for (let i = 0; i <= a.length; i++) {
        d[i] = [i];
      }
      for (let j = 0; j <= b.length; j++) {
        d[0][j] = j;
      }
      for (let j = 1; j <= b.length; j++) {
        for (let i = 1; i <= a.length; i++) {
          let cost = 1;
          if (a[i - 1] === b[j - 1]) {
            cost = 0;
          } else {
            cost = 1;
          }
          d[i][j] = Math.min(
            d[i - 1][j] + 1,
            // deletion
            d[i][j - 1] + 1,
            // insertion
            d[i - 1][j - 1] + cost
            // substitution
          );
          if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
            d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
          }
        }
      }
      return d[a.length][b.length];
    }
    function suggestSimilar(word, candidates) {
      if (!candidates || candidates.length === 0) return "";
      candidates = Array.from(new Set(candidates));
      const searchingOptions = word.startsWith("--");
      if (searchingOptions) {
        word = word.slice(2);
        candidates = candidates.map((candidate) => candidate.slice(2));
      }
      let similar = [];
      let bestDistance = maxDistance;
      const minSimilarity = 0.4;
      candidates.forEach((candidate) => {
        if (candidate.length <= 1) return;
        const distance = editDistance(word, candidate);
        const length = Math.max(word.length, candidate.length);
        const similarity = (length - distance) / length;
        if (similarity > minSimilarity) {
          if (distance < bestDistance) {
            bestDistance = distance;
            similar = [candidate];
          } else if (distance === bestDistance) {
            similar.push(candidate);
          }
        }
      });
      similar.sort((a, b) => a.localeCompare(b));
      if (searchingOptions) {
        similar = similar.map((candidate) => `--${candidate}`);
      }
      if (similar.length > 1) {
        return `
(Did you mean one of ${similar.join(", ")}?)`;
      }
      if (similar.length === 1) {
        return `
(Did you mean ${similar[0]}?)`;
      }
      return "";
    }
    exports.suggestSimilar = suggestSimilar;
  }
});

// node_modules/commander/lib/command.js
var require_command = __commonJS({
  "node_modules/commander/lib/command.js"(exports) {
    var EventEmitter2 = __require("node:events").EventEmitter;
    var childProcess = __require("node:child_process");
    var path = __require("node:path");
    var fs = __require("node:fs");
    var process2 = __require("node:process");
    var { Argument: Argument2, humanReadableArgName } = require_argument();
    var { CommanderError: CommanderError2 } = require_error();
    var { Help: Help2, stripColor } = require_help();
    var { Option: Option2, DualOptions } = require_option();
    var { suggestSimilar } = require_suggestSimilar();
    var Command2 = class _Command extends EventEmitter2 {
      /**
       * Initialize a new `Command`.
       *
       * @param {string} [name]
       */
      constructor(name) {
        super();
        this.commands = [];
        this.options = [];
        this.parent = null;
        this._allowUnknownOption = false;
        this._allowExcessArguments = false;
        this.registeredArguments = [];
        this._args = this.registeredArguments;
        this.args = [];
        this.rawArgs = [];
        this.processedArgs = [];
        this._scriptPath = null;
        this._name = name || "";
        this._optionValues = {};
        this._optionValueSources = {};
        this._storeOptionsAsProperties = false;
        this._actionHandler = null;
        this._executableHandler = false;
        this._executableFile = null;
        this._executableDir = null;
        this._defaultCommandName = null;
        this._exitCallback = null;
        this._aliases = [];
        this._combineFlagAndOptionalValue = true;
        this._description = "";
        this._summary = "";
        this._argsDescription = void 0;
        this._enablePositionalOptions = false;
        this._passThroughOptions = false;
        this._lifeCycleHooks = {};
        this._showHelpAfterError = false;
        this._showSuggestionAfterError = true;
        this._savedState = null;
        this._outputConfiguration = {
          writeOut: (str) => process2.stdout.write(str),
          writeErr: (str) => process2.stderr.write(str),
          outputError: (str, write) => write(str),
          getOutHelpWidth: () => process2.stdout.isTTY ? process2.stdout.columns : void 0,
          getErrHelpWidth: () => process2.stderr.isTTY ? process2.stderr.columns : void 0,
          getOutHasColors: () => useColor() ?? (process2.stdout.isTTY && process2.stdout.hasColors?.()),
          getErrHasColors: () => useColor() ?? (process2.stderr.isTTY && process2.stderr.hasColors?.()),
          stripColor: (str) => stripColor(str)
        };
        this._hidden = false;
        this._helpOption = void 0;
        this._addImplicitHelpCommand = void 0;
        this._helpCommand = void 0;
        this._helpConfiguration = {};
        this._helpGroupHeading = void 0;
        this._defaultCommandGroup = void 0;
        this._defaultOptionGroup = void 0;
      }
      /**
       * Copy settings that are useful to have in common across root command and subcommands.
       *
       * (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
       *
       * @param {Command} sourceCommand
       * @return {Command} `this` command for chaining
       */
      copyInheritedSettings(sourceCommand) {
        this._outputConfiguration = sourceCommand._outputConfiguration;
        this._helpOption = sourceCommand._helpOption;
        this._helpCommand = sourceCommand._helpCommand;
        this._helpConfiguration = sourceCommand._helpConfiguration;
        this._exitCallback = sourceCommand._exitCallback;
        this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
        this._combineFlagAndOptionalValue = sourceCommand._combineFlagAndOptionalValue;
        this._allowExcessArguments = sourceCommand._allowExcessArguments;
        this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
        this._showHelpAfterError = sourceCommand._showHelpAfterError;
        this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;
        return this;
      }
      /**
       * @returns {Command[]}
       * @private
       */
      _getCommandAndAncestors() {
        const result = [];
        for (let command = this; command; command = command.parent) {
          result.push(command);
        }
        return result;
      }
      /**
       * Define a command.
       *
       * There are two styles of command: pay attention to where to put the description.
       *
       * @example
       * // Command implemented using action handler (description is supplied separately to `.command`)
       * program
       *   .command('clone <source> [destination]')
       *   .description('clone a repository into a newly created directory')
       *   .action((source, destination) => {
       *     console.log('clone command called');
       *   });
       *
       * // Command implemented using separate executable file (description is second parameter to `.command`)
       * program
       *   .command('start <service>', 'start named service')
       *   .command('stop [service]', 'stop named service, or all if no name supplied');
       *
       * @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
       * @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
       * @param {object} [execOpts] - configuration options (for executable)
       * @return {Command} returns new command for action handler, or `this` for executable command
       */
      command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
        let desc = actionOptsOrExecDesc;
        let opts = execOpts;
        if (typeof desc === "object" && desc !== null) {
          opts = desc;
          desc = null;
        }
        opts = opts || {};
        const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);
        const cmd = this.createCommand(name);
        if (desc) {
          cmd.description(desc);
          cmd._executableHandler = true;
        }
        if (opts.isDefault) this._defaultCommandName = cmd._name;
        cmd._hidden = !!(opts.noHelp || opts.hidden);
        cmd._executableFile = opts.executableFile || null;
        if (args) cmd.arguments(args);
        this._registerCommand(cmd);
        cmd.parent = this;
        cmd.copyInheritedSettings(this);
        if (desc) return this;
        return cmd;
      }
      /**
       * Factory routine to create a new unattached command.
       *
       * See .command() for creating an attached subcommand, which uses this routine to
       * create the command. You can override createCommand to customise subcommands.
       *
       * @param {string} [name]
       * @return {Command} new command
       */
      createCommand(name) {
        return new _Command(name);
      }
      /**
       * You can customise the help with a subclass of Help by overriding createHelp,
       * or by overriding Help properties using configureHelp().
       *
       * @return {Help}
       */
      createHelp() {
        return Object.assign(new Help2(), this.configureHelp());
      }
      /**
       * You can customise the help by overriding Help properties using configureHelp(),
       * or with a subclass of Help by overriding createHelp().
       *
       * @param {object} [configuration] - configuration options
       * @return {(Command | object)} `this` command for chaining, or stored configuration
       */
      configureHelp(configuration) {
        if (configuration === void 0) return this._helpConfiguration;
        this._helpConfiguration = configuration;
        return this;
      }
      /**
       * The default output goes to stdout and stderr. You can customise this for special
       * applications. You can also customise the display of errors by overriding outputError.
       *
       * The configuration properties are all functions:
       *
       *     // change how output being written, defaults to stdout and stderr
       *     writeOut(str)
       *     writeErr(str)
       *     // change how output being written for errors, defaults to writeErr
       *     outputError(str, write) // used for displaying errors and not used for displaying help
       *     // specify width for wrapping help
       *     getOutHelpWidth()
       *     getErrHelpWidth()
       *     // color support, currently only used with Help
       *     getOutHasColors()
       *     getErrHasColors()
       *     stripColor() // used to remove ANSI escape codes if output does not have colors
       *
       * @param {object} [configuration] - configuration options
       * @return {(Command | object)} `this` command for chaining, or stored configuration
       */
      configureOutput(configuration) {
        if (configuration === void 0) return this._outputConfiguration;
        this._outputConfiguration = {
          ...this._outputConfiguration,
          ...configuration
        };
        return this;
      }
      /**
       * Display the help or a custom message after an error occurs.
       *
       * @param {(boolean|string)} [displayHelp]
       * @return {Command} `this` command for chaining
       */
      showHelpAfterError(displayHelp = true) {
        if (typeof displayHelp !== "string") displayHelp = !!displayHelp;
        this._showHelpAfterError = displayHelp;
        return this;
      }
      /**
       * Display suggestion of similar commands for unknown commands, or options for unknown options.
       *
       * @param {boolean} [displaySuggestion]
       * @return {Command} `this` command for chaining
       */
      showSuggestionAfterError(displaySuggestion = true) {
        this._showSuggestionAfterError = !!displaySuggestion;
        return this;
      }
      /**
       * Add a prepared subcommand.
       *
       * See .command() for creating an attached subcommand which inherits settings from its parent.
       *
       * @param {Command} cmd - new subcommand
       * @param {object} [opts] - configuration options
       * @return {Command} `this` command for chaining
       */
      addCommand(cmd, opts) {
        if (!cmd._name) {
          throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
        }
        opts = opts || {};
        if (opts.isDefault) this._defaultCommandName = cmd._name;
        if (opts.noHelp || opts.hidden) cmd._hidden = true;
        this._registerCommand(cmd);
        cmd.parent = this;
        cmd._checkForBrokenPassThrough();
        return this;
      }
      /**
       * Factory routine to create a new unattached argument.
       *
       * See .argument() for creating an attached argument, which uses this routine to
       * create the argument. You can override createArgument to return a custom argument.
       *
       * @param {string} name
       * @param {string} [description]
       * @return {Argument} new argument
       */
      createArgument(name, description) {
        return new Argument2(name, description);
      }
      /**
       * Define argument syntax for command.
       *
       * The default is that the argument is required, and you can explicitly
       * indicate this with <> around the name. Put [] around the name for an optional argument.
       *
       * @example
       * program.argument('<input-file>');
       * program.argument('[output-file]');
       *
       * @param {string} name
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom argument processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      argument(name, description, parseArg, defaultValue) {
        const argument = this.createArgument(name, description);
        if (typeof parseArg === "function") {
          argument.default(defaultValue).argParser(parseArg);
        } else {
          argument.default(parseArg);
        }
        this.addArgument(argument);
        return this;
      }
      /**
       * Define argument syntax for command, adding multiple at once (without descriptions).
       *
       * See also .argument().
       *
       * @example
       * program.arguments('<cmd> [env]');
       *
       * @param {string} names
       * @return {Command} `this` command for chaining
       */
      arguments(names) {
        names.trim().split(/ +/).forEach((detail) => {
          this.argument(detail);
        });
        return this;
      }
      /**
       * Define argument syntax for command, adding a prepared argument.
       *
       * @param {Argument} argument
       * @return {Command} `this` command for chaining
       */
      addArgument(argument) {
        const previousArgument = this.registeredArguments.slice(-1)[0];
        if (previousArgument?.variadic) {
          throw new Error(
            `only the last argument can be variadic '${previousArgument.name()}'`
          );
        }
        if (argument.required && argument.defaultValue !== void 0 && argument.parseArg === void 0) {
          throw new Error(
            `a default value for a required argument is never used: '${argument.name()}'`
          );
        }
        this.registeredArguments.push(argument);
        return this;
      }
      /**
       * Customise or override default help command. By default a help command is automatically added if your command has subcommands.
       *
       * @example
       *    program.helpCommand('help [cmd]');
       *    program.helpCommand('help [cmd]', 'show help');
       *    program.helpCommand(false); // suppress default help command
       *    program.helpCommand(true); // add help command even if no subcommands
       *
       * @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
       * @param {string} [description] - custom description
       * @return {Command} `this` command for chaining
       */
      helpCommand(enableOrNameAndArgs, description) {
        if (typeof enableOrNameAndArgs === "boolean") {
          this._addImplicitHelpCommand = enableOrNameAndArgs;
          if (enableOrNameAndArgs && this._defaultCommandGroup) {
            this._initCommandGroup(this._getHelpCommand());
          }
          return this;
        }
        const nameAndArgs = enableOrNameAndArgs ?? "help [command]";
        const [, helpName, helpArgs] = nameAndArgs.match(/([^ ]+) *(.*)/);
        const helpDescription = description ?? "display help for command";
        const helpCommand = this.createCommand(helpName);
        helpCommand.helpOption(false);
        if (helpArgs) helpCommand.arguments(helpArgs);
        if (helpDescription) helpCommand.description(helpDescription);
        this._addImplicitHelpCommand = true;
        this._helpCommand = helpCommand;
        if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);
        return this;
      }
      /**
       * Add prepared custom help command.
       *
       * @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
       * @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
       * @return {Command} `this` command for chaining
       */
      addHelpCommand(helpCommand, deprecatedDescription) {
        if (typeof helpCommand !== "object") {
          this.helpCommand(helpCommand, deprecatedDescription);
          return this;
        }
        this._addImplicitHelpCommand = true;
        this._helpCommand = helpCommand;
        this._initCommandGroup(helpCommand);
        return this;
      }
      /**
       * Lazy create help command.
       *
       * @return {(Command|null)}
       * @package
       */
      _getHelpCommand() {
        const hasImplicitHelpCommand = this._addImplicitHelpCommand ?? (this.commands.length && !this._actionHandler && !this._findCommand("help"));
        if (hasImplicitHelpCommand) {
          if (this._helpCommand === void 0) {
            this.helpCommand(void 0, void 0);
          }
          return this._helpCommand;
        }
        return null;
      }
      /**
       * Add hook for life cycle event.
       *
       * @param {string} event
       * @param {Function} listener
       * @return {Command} `this` command for chaining
       */
      hook(event, listener) {
        const allowedValues = ["preSubcommand", "preAction", "postAction"];
        if (!allowedValues.includes(event)) {
          throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
        }
        if (this._lifeCycleHooks[event]) {
          this._lifeCycleHooks[event].push(listener);
        } else {
          this._lifeCycleHooks[event] = [listener];
        }
        return this;
      }
      /**
       * Register callback to use as replacement for calling process.exit.
       *
       * @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
       * @return {Command} `this` command for chaining
       */
      exitOverride(fn) {
        if (fn) {
          this._exitCallback = fn;
        } else {
          this._exitCallback = (err) => {
            if (err.code !== "commander.executeSubCommandAsync") {
              throw err;
            } else {
            }
          };
        }
        return this;
      }
      /**
       * Call process.exit, and _exitCallback if defined.
       *
       * @param {number} exitCode exit code for using with process.exit
       * @param {string} code an id string representing the error
       * @param {string} message human-readable description of the error
       * @return never
       * @private
       */
      _exit(exitCode, code, message) {
        if (this._exitCallback) {
          this._exitCallback(new CommanderError2(exitCode, code, message));
        }
        process2.exit(exitCode);
      }
      /**
       * Register callback `fn` for the command.
       *
       * @example
       * program
       *   .command('serve')
       *   .description('start service')
       *   .action(function() {
       *      // do work here
       *   });
       *
       * @param {Function} fn
       * @return {Command} `this` command for chaining
       */
      action(fn) {
        const listener = (args) => {
          const expectedArgsCount = this.registeredArguments.length;
          const actionArgs = args.slice(0, expectedArgsCount);
          if (this._storeOptionsAsProperties) {
            actionArgs[expectedArgsCount] = this;
          } else {
            actionArgs[expectedArgsCount] = this.opts();
          }
          actionArgs.push(this);
          return fn.apply(this, actionArgs);
        };
        this._actionHandler = listener;
        return this;
      }
      /**
       * Factory routine to create a new unattached option.
       *
       * See .option() for creating an attached option, which uses this routine to
       * create the option. You can override createOption to return a custom option.
       *
       * @param {string} flags
       * @param {string} [description]
       * @return {Option} new option
       */
      createOption(flags, description) {
        return new Option2(flags, description);
      }
      /**
       * Wrap parseArgs to catch 'commander.invalidArgument'.
       *
       * @param {(Option | Argument)} target
       * @param {string} value
       * @param {*} previous
       * @param {string} invalidArgumentMessage
       * @private
       */
      _callParseArg(target, value, previous, invalidArgumentMessage) {
        try {
          return target.parseArg(value, previous);
        } catch (err) {
          if (err.code === "commander.invalidArgument") {
            const message = `${invalidArgumentMessage} ${err.message}`;
            this.error(message, { exitCode: err.exitCode, code: err.code });
          }
          throw err;
        }
      }
      /**
       * Check for option flag conflicts.
       * Register option if no conflicts found, or throw on conflict.
       *
       * @param {Option} option
       * @private
       */
      _registerOption(option2) {
        const matchingOption = option2.short && this._findOption(option2.short) || option2.long && this._findOption(option2.long);
        if (matchingOption) {
          const matchingFlag = option2.long && this._findOption(option2.long) ? option2.long : option2.short;
          throw new Error(`Cannot add option '${option2.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
        }
        this._initOptionGroup(option2);
        this.options.push(option2);
      }
      /**
       * Check for command name and alias conflicts with existing commands.
       * Register command if no conflicts found, or throw on conflict.
       *
       * @param {Command} command
       * @private
       */
      _registerCommand(command) {
        const knownBy = (cmd) => {
          return [cmd.name()].concat(cmd.aliases());
        };
        const alreadyUsed = knownBy(command).find(
          (name) => this._findCommand(name)
        );
        if (alreadyUsed) {
          const existingCmd = knownBy(this._findCommand(alreadyUsed)).join("|");
          const newCmd = knownBy(command).join("|");
          throw new Error(
            `cannot add command '${newCmd}' as already have command '${existingCmd}'`
          );
        }
        this._initCommandGroup(command);
        this.commands.push(command);
      }
      /**
       * Add an option.
       *
       * @param {Option} option
       * @return {Command} `this` command for chaining
       */
      addOption(option2) {
        this._registerOption(option2);
        const oname = option2.name();
        const name = option2.attributeName();
        if (option2.negate) {
          const positiveLongFlag = option2.long.replace(/^--no-/, "--");
          if (!this._findOption(positiveLongFlag)) {
            this.setOptionValueWithSource(
              name,
              option2.defaultValue === void 0 ? true : option2.defaultValue,
              "default"
            );
          }
        } else if (option2.defaultValue !== void 0) {
          this.setOptionValueWithSource(name, option2.defaultValue, "default");
        }
        const handleOptionValue = (val, invalidValueMessage, valueSource) => {
          if (val == null && option2.presetArg !== void 0) {
            val = option2.presetArg;
          }
          const oldValue = this.getOptionValue(name);
          if (val !== null && option2.parseArg) {
            val = this._callParseArg(option2, val, oldValue, invalidValueMessage);
          } else if (val !== null && option2.variadic) {
            val = option2._collectValue(val, oldValue);
          }
          if (val == null) {
            if (option2.negate) {
              val = false;
            } else if (option2.isBoolean() || option2.optional) {
              val = true;
            } else {
              val = "";
            }
          }
          this.setOptionValueWithSource(name, val, valueSource);
        };
        this.on("option:" + oname, (val) => {
          const invalidValueMessage = `error: option '${option2.flags}' argument '${val}' is invalid.`;
          handleOptionValue(val, invalidValueMessage, "cli");
        });
        if (option2.envVar) {
          this.on("optionEnv:" + oname, (val) => {
            const invalidValueMessage = `error: option '${option2.flags}' value '${val}' from env '${option2.envVar}' is invalid.`;
            handleOptionValue(val, invalidValueMessage, "env");
          });
        }
        return this;
      }
      /**
       * Internal implementation shared by .option() and .requiredOption()
       *
       * @return {Command} `this` command for chaining
       * @private
       */
      _optionEx(config, flags, description, fn, defaultValue) {
        if (typeof flags === "object" && flags instanceof Option2) {
          throw new Error(
            "To add an Option object use addOption() instead of option() or requiredOption()"
          );
        }
        const option2 = this.createOption(flags, description);
        option2.makeOptionMandatory(!!config.mandatory);
        if (typeof fn === "function") {
          option2.default(defaultValue).argParser(fn);
        } else if (fn instanceof RegExp) {
          const regex = fn;
          fn = (val, def) => {
            const m = regex.exec(val);
            return m ? m[0] : def;
          };
          option2.default(defaultValue).argParser(fn);
        } else {
          option2.default(fn);
        }
        return this.addOption(option2);
      }
      /**
       * Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
       *
       * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
       * option-argument is indicated by `<>` and an optional option-argument by `[]`.
       *
       * See the README for more details, and see also addOption() and requiredOption().
       *
       * @example
       * program
       *     .option('-p, --pepper', 'add pepper')
       *     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
       *     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
       *     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
       *
       * @param {string} flags
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom option processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      option(flags, description, parseArg, defaultValue) {
        return this._optionEx({}, flags, description, parseArg, defaultValue);
      }
      /**
       * Add a required option which must have a value after parsing. This usually means
       * the option must be specified on the command line. (Otherwise the same as .option().)
       *
       * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
       *
       * @param {string} flags
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom option processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      requiredOption(flags, description, parseArg, defaultValue) {
        return this._optionEx(
          { mandatory: true },
          flags,
          description,
          parseArg,
          defaultValue
        );
      }
      /**
       * Alter parsing of short flags with optional values.
       *
       * @example
       * // for `.option('-f,--flag [value]'):
       * program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
       * program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
       *
       * @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
       * @return {Command} `this` command for chaining
       */
      combineFlagAndOptionalValue(combine = true) {
        this._combineFlagAndOptionalValue = !!combine;
        return this;
      }
      /**
       * Allow unknown options on the command line.
       *
       * @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
       * @return {Command} `this` command for chaining
       */
      allowUnknownOption(allowUnknown = true) {
        this._allowUnknownOption = !!allowUnknown;
        return this;
      }
      /**
       * Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
       *
       * @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
       * @return {Command} `this` command for chaining
       */
      allowExcessArguments(allowExcess = true) {
        this._allowExcessArguments = !!allowExcess;
        return this;
      }
      /**
       * Enable positional options. Positional means global options are specified before subcommands which lets
       * subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
       * The default behaviour is non-positional and global options may appear anywhere on the command line.
       *
       * @param {boolean} [positional]
       * @return {Command} `this` command for chaining
       */
      enablePositionalOptions(positional = true) {
        this._enablePositionalOptions = !!positional;
        return this;
      }
      /**
       * Pass through options that come after command-arguments rather than treat them as command-options,
       * so actual command-options come before command-arguments. Turning this on for a subcommand requires
       * positional options to have been enabled on the program (parent commands).
       * The default behaviour is non-positional and options may appear before or after command-arguments.
       *
       * @param {boolean} [passThrough] for unknown options.
       * @return {Command} `this` command for chaining
       */
      passThroughOptions(passThrough = true) {
        this._passThroughOptions = !!passThrough;
        this._checkForBrokenPassThrough();
        return this;
      }
      /**
       * @private
       */
      _checkForBrokenPassThrough() {
        if (this.parent && this._passThroughOptions && !this.parent._enablePositionalOptions) {
          throw new Error(
            `passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`
          );
        }
      }
      /**
       * Whether to store option values as properties on command object,
       * or store separately (specify false). In both cases the option values can be accessed using .opts().
       *
       * @param {boolean} [storeAsProperties=true]
       * @return {Command} `this` command for chaining
       */
      storeOptionsAsProperties(storeAsProperties = true) {
        if (this.options.length) {
          throw new Error("call .storeOptionsAsProperties() before adding options");
        }
        if (Object.keys(this._optionValues).length) {
          throw new Error(
            "call .storeOptionsAsProperties() before setting option values"
          );
        }
        this._storeOptionsAsProperties = !!storeAsProperties;
        return this;
      }
      /**
       * Retrieve option value.
       *
       * @param {string} key
       * @return {object} value
       */
      getOptionValue(key) {
        if (this._storeOptionsAsProperties) {
          return this[key];
        }
        return this._optionValues[key];
      }
      /**
       * Store option value.
       *
       * @param {string} key
       * @param {object} value
       * @return {Command} `this` command for chaining
       */
      setOptionValue(key, value) {
        return this.setOptionValueWithSource(key, value, void 0);
      }
      /**
       * Store option value and where the value came from.
       *
       * @param {string} key
       * @param {object} value
       * @param {string} source - expected values are default/config/env/cli/implied
       * @return {Command} `this` command for chaining
       */
      setOptionValueWithSource(key, value, source) {
        if (this._storeOptionsAsProperties) {
          this[key] = value;
        } else {
          this._optionValues[key] = value;
        }
        this._optionValueSources[key] = source;
        return this;
      }
      /**
       * Get source of option value.
       * Expected values are default | config | env | cli | implied
       *
       * @param {string} key
       * @return {string}
       */
      getOptionValueSource(key) {
        return this._optionValueSources[key];
      }
      /**
       * Get source of option value. See also .optsWithGlobals().
       * Expected values are default | config | env | cli | implied
       *
       * @param {string} key
       * @return {string}
       */
      getOptionValueSourceWithGlobals(key) {
        let source;
        this._getCommandAndAncestors().forEach((cmd) => {
          if (cmd.getOptionValueSource(key) !== void 0) {
            source = cmd.getOptionValueSource(key);
          }
        });
        return source;
      }
      /**
       * Get user arguments from implied or explicit arguments.
       * Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
       *
       * @private
       */
      _prepareUserArgs(argv3, parseOptions) {
        if (argv3 !== void 0 && !Array.isArray(argv3)) {
          throw new Error("first parameter to parse must be array or undefined");
        }
        parseOptions = parseOptions || {};
        if (argv3 === void 0 && parseOptions.from === void 0) {
          if (process2.versions?.electron) {
            parseOptions.from = "electron";
          }
          const execArgv = process2.execArgv ?? [];
          if (execArgv.includes("-e") || execArgv.includes("--eval") || execArgv.includes("-p") || execArgv.includes("--print")) {
            parseOptions.from = "eval";
          }
        }
        if (argv3 === void 0) {
          argv3 = process2.argv;
        }
        this.rawArgs = argv3.slice();
        let userArgs;
        switch (parseOptions.from) {
          case void 0:
          case "node":
            this._scriptPath = argv3[1];
            userArgs = argv3.slice(2);
            break;
          case "electron":
            if (process2.defaultApp) {
              this._scriptPath = argv3[1];
              userArgs = argv3.slice(2);
            } else {
              userArgs = argv3.slice(1);
            }
            break;
          case "user":
            userArgs = argv3.slice(0);
            break;
          case "eval":
            userArgs = argv3.slice(1);
            break;
          default:
            throw new Error(
              `unexpected parse option { from: '${parseOptions.from}' }`
            );
        }
        if (!this._name && this._scriptPath)
          this.nameFromFilename(this._scriptPath);
        this._name = this._name || "program";
        return userArgs;
      }
      /**
       * Parse `argv`, setting options and invoking commands when defined.
       *
       * Use parseAsync instead of parse if any of your action handlers are async.
       *
       * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
       *
       * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
       * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
       * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
       * - `'user'`: just user arguments
       *
       * @example
       * program.parse(); // parse process.argv and auto-detect electron and special node flags
       * program.parse(process.argv); // assume argv[0] is app and argv[1] is script
       * program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
       *
       * @param {string[]} [argv] - optional, defaults to process.argv
       * @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
       * @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
       * @return {Command} `this` command for chaining
       */
      parse(argv3, parseOptions) {
        this._prepareForParse();
        const userArgs = this._prepareUserArgs(argv3, parseOptions);
        this._parseCommand([], userArgs);
        return this;
      }
      /**
       * Parse `argv`, setting options and invoking commands when defined.
       *
       * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
       *
       * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
       * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
       * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
       * - `'user'`: just user arguments
       *
       * @example
       * await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
       * await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
       * await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
       *
       * @param {string[]} [argv]
       * @param {object} [parseOptions]
       * @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
       * @return {Promise}
       */
      async parseAsync(argv3, parseOptions) {
        this._prepareForParse();
        const userArgs = this._prepareUserArgs(argv3, parseOptions);
        await this._parseCommand([], userArgs);
        return this;
      }
      _prepareForParse() {
        if (this._savedState === null) {
          this.saveStateBeforeParse();
        } else {
          this.restoreStateBeforeParse();
        }
      }
      /**
       * Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
       * Not usually called directly, but available for subclasses to save their custom state.
       *
       * This is called in a lazy way. Only commands used in parsing chain will have state saved.
       */
      saveStateBeforeParse() {
        this._savedState = {
          // name is stable if supplied by author, but may be unspecified for root command and deduced during parsing
          _name: this._name,
          // option values before parse have default values (including false for negated options)
          // shallow clones
          _optionValues: { ...this._optionValues },
          _optionValueSources: { ...this._optionValueSources }
        };
      }
      /**
       * Restore state before parse for calls after the first.
       * Not usually called directly, but available for subclasses to save their custom state.
       *
       * This is called in a lazy way. Only commands used in parsing chain will have state restored.
       */
      restoreStateBeforeParse() {
        if (this._storeOptionsAsProperties)
          throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);
        this._name = this._savedState._name;
        this._scriptPath = null;
        this.rawArgs = [];
        this._optionValues = { ...this._savedState._optionValues };
        this._optionValueSources = { ...this._savedState._optionValueSources };
        this.args = [];
        this.processedArgs = [];
      }
      /**
       * Throw if expected executable is missing. Add lots of help for author.
       *
       * @param {string} executableFile
       * @param {string} executableDir
       * @param {string} subcommandName
       */
      _checkForMissingExecutable(executableFile, executableDir, subcommandName) {
        if (fs.existsSync(executableFile)) return;
        const executableDirMessage = executableDir ? `searched for local subcommand relative to directory '${executableDir}'` : "no directory for search for local subcommand, use .executableDir() to supply a custom directory";
        const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDirMessage}`;
        throw new Error(executableMissing);
      }
      /**
       * Execute a sub-command executable.
       *
       * @private
       */
      _executeSubCommand(subcommand, args) {
        args = args.slice();
        let launchWithNode = false;
        const sourceExt = [".js", ".ts", ".tsx", ".mjs", ".cjs"];
        function findFile(baseDir, baseName) {
          const localBin = path.resolve(baseDir, baseName);
          if (fs.existsSync(localBin)) return localBin;
          if (sourceExt.includes(path.extname(baseName))) return void 0;
          const foundExt = sourceExt.find(
            (ext) => fs.existsSync(`${localBin}${ext}`)
          );
          if (foundExt) return `${localBin}${foundExt}`;
          return void 0;
        }
        this._checkForMissingMandatoryOptions();
        this._checkForConflictingOptions();
        let executableFile = subcommand._executableFile || `${this._name}-${subcommand._name}`;
        let executableDir = this._executableDir || "";
        if (this._scriptPath) {
          let resolvedScriptPath;
          try {
            resolvedScriptPath = fs.realpathSync(this._scriptPath);
          } catch {
            resolvedScriptPath = this._scriptPath;
          }
          executableDir = path.resolve(
            path.dirname(resolvedScriptPath),
            executableDir
          );
        }
        if (executableDir) {
          let localFile = findFile(executableDir, executableFile);
          if (!localFile && !subcommand._executableFile && this._scriptPath) {
            const legacyName = path.basename(
              this._scriptPath,
              path.extname(this._scriptPath)
            );
            if (legacyName !== this._name) {
              localFile = findFile(
                executableDir,
                `${legacyName}-${subcommand._name}`
              );
            }
          }
          executableFile = localFile || executableFile;
        }
        launchWithNode = sourceExt.includes(path.extname(executableFile));
        let proc;
        if (process2.platform !== "win32") {
          if (launchWithNode) {
            args.unshift(executableFile);
            args = incrementNodeInspectorPort(process2.execArgv).concat(args);
            proc = childProcess.spawn(process2.argv[0], args, { stdio: "inherit" });
          } else {
            proc = childProcess.spawn(executableFile, args, { stdio: "inherit" });
          }
        } else {
          this._checkForMissingExecutable(
            executableFile,
            executableDir,
            subcommand._name
          );
          args.unshift(executableFile);
          args = incrementNodeInspectorPort(process2.execArgv).concat(args);
          proc = childProcess.spawn(process2.execPath, args, { stdio: "inherit" });
        }
        if (!proc.killed) {
          const signals = ["SIGUSR1", "SIGUSR2", "SIGTERM", "SIGINT", "SIGHUP"];
          signals.forEach((signal) => {
            process2.on(signal, () => {
              if (proc.killed === false && proc.exitCode === null) {
                proc.kill(signal);
              }
            });
          });
        }
        const exitCallback = this._exitCallback;
        proc.on("close", (code) => {
          code = code ?? 1;
          if (!exitCallback) {
            process2.exit(code);
          } else {
            exitCallback(
              new CommanderError2(
                code,
                "commander.executeSubCommandAsync",
                "(close)"
              )
            );
          }
        });
        proc.on("error", (err) => {
          if (err.code === "ENOENT") {
            this._checkForMissingExecutable(
              executableFile,
              executableDir,
              subcommand._name
            );
          } else if (err.code === "EACCES") {
            throw new Error(`'${executableFile}' not executable`);
          }
          if (!exitCallback) {
            process2.exit(1);
          } else {
            const wrappedError = new CommanderError2(
              1,
              "commander.executeSubCommandAsync",
              "(error)"
            );
            wrappedError.nestedError = err;
            exitCallback(wrappedError);
          }
        });
        this.runningCommand = proc;
      }
      /**
       * @private
       */
      _dispatchSubcommand(commandName, operands, unknown) {
        const subCommand = this._findCommand(commandName);
        if (!subCommand) this.help({ error: true });
        subCommand._prepareForParse();
        let promiseChain;
        promiseChain = this._chainOrCallSubCommandHook(
          promiseChain,
          subCommand,
          "preSubcommand"
        );
        promiseChain = this._chainOrCall(promiseChain, () => {
          if (subCommand._executableHandler) {
            this._executeSubCommand(subCommand, operands.concat(unknown));
          } else {
            return subCommand._parseCommand(operands, unknown);
          }
        });
        return promiseChain;
      }
      /**
       * Invoke help directly if possible, or dispatch if necessary.
       * e.g. help foo
       *
       * @private
       */
      _dispatchHelpCommand(subcommandName) {
        if (!subcommandName) {
          this.help();
        }
        const subCommand = this._findCommand(subcommandName);
        if (subCommand && !subCommand._executableHandler) {
          subCommand.help();
        }
        return this._dispatchSubcommand(
          subcommandName,
          [],
          [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? "--help"]
        );
      }
      /**
       * Check this.args against expected this.registeredArguments.
       *
       * @private
       */
      _checkNumberOfArguments() {
        this.registeredArguments.forEach((arg, i) => {
          if (arg.required && this.args[i] == null) {
            this.missingArgument(arg.name());
          }
        });
        if (this.registeredArguments.length > 0 && this.registeredArguments[this.registeredArguments.length - 1].variadic) {
          return;
        }
        if (this.args.length > this.registeredArguments.length) {
          this._excessArguments(this.args);
        }
      }
      /**
       * Process this.args using this.registeredArguments and save as this.processedArgs!
       *
       * @private
       */
      _processArguments() {
        const myParseArg = (argument, value, previous) => {
          let parsedValue = value;
          if (value !== null && argument.parseArg) {
            const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
            parsedValue = this._callParseArg(
              argument,
              value,
              previous,
              invalidValueMessage
            );
          }
          return parsedValue;
        };
        this._checkNumberOfArguments();
        const processedArgs = [];
        this.registeredArguments.forEach((declaredArg, index) => {
          let value = declaredArg.defaultValue;
          if (declaredArg.variadic) {
            if (index < this.args.length) {
              value = this.args.slice(index);
              if (declaredArg.parseArg) {
                value = value.reduce((processed, v) => {
                  return myParseArg(declaredArg, v, processed);
                }, declaredArg.defaultValue);
              }
            } else if (value === void 0) {
              value = [];
            }
          } else if (index < this.args.length) {
            value = this.args[index];
            if (declaredArg.parseArg) {
              value = myParseArg(declaredArg, value, declaredArg.defaultValue);
            }
          }
          processedArgs[index] = value;
        });
        this.processedArgs = processedArgs;
      }
      /**
       * Once we have a promise we chain, but call synchronously until then.
       *
       * @param {(Promise|undefined)} promise
       * @param {Function} fn
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCall(promise, fn) {
        if (promise?.then && typeof promise.then === "function") {
          return promise.then(() => fn());
        }
        return fn();
      }
      /**
       *
       * @param {(Promise|undefined)} promise
       * @param {string} event
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCallHooks(promise, event) {
        let result = promise;
        const hooks = [];
        this._getCommandAndAncestors().reverse().filter((cmd) => cmd._lifeCycleHooks[event] !== void 0).forEach((hookedCommand) => {
          hookedCommand._lifeCycleHooks[event].forEach((callback) => {
            hooks.push({ hookedCommand, callback });
          });
        });
        if (event === "postAction") {
          hooks.reverse();
        }
        hooks.forEach((hookDetail) => {
          result = this._chainOrCall(result, () => {
            return hookDetail.callback(hookDetail.hookedCommand, this);
          });
        });
        return result;
      }
      /**
       *
       * @param {(Promise|undefined)} promise
       * @param {Command} subCommand
       * @param {string} event
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCallSubCommandHook(promise, subCommand, event) {
        let result = promise;
        if (this._lifeCycleHooks[event] !== void 0) {
          this._lifeCycleHooks[event].forEach((hook) => {
            result = this._chainOrCall(result, () => {
              return hook(this, subCommand);
            });
          });
        }
        return result;
      }
      /**
       * Process arguments in context of this command.
       * Returns action result, in case it is a promise.
       *
       * @private
       */
      _parseCommand(operands, unknown) {
        const parsed = this.parseOptions(unknown);
        this._parseOptionsEnv();
        this._parseOptionsImplied();
        operands = operands.concat(parsed.operands);
        unknown = parsed.unknown;
        this.args = operands.concat(unknown);
        if (operands && this._findCommand(operands[0])) {
          return this._dispatchSubcommand(operands[0], operands.slice(1), unknown);
        }
        if (this._getHelpCommand() && operands[0] === this._getHelpCommand().name()) {
          return this._dispatchHelpCommand(operands[1]);
        }
        if (this._defaultCommandName) {
          this._outputHelpIfRequested(unknown);
          return this._dispatchSubcommand(
            this._defaultCommandName,
            operands,
            unknown
          );
        }
        if (this.commands.length && this.args.length === 0 && !this._actionHandler && !this._defaultCommandName) {
          this.help({ error: true });
        }
        this._outputHelpIfRequested(parsed.unknown);
        this._checkForMissingMandatoryOptions();
        this._checkForConflictingOptions();
        const checkForUnknownOptions = () => {
          if (parsed.unknown.length > 0) {
            this.unknownOption(parsed.unknown[0]);
          }
        };
        const commandEvent = `command:${this.name()}`;
        if (this._actionHandler) {
          checkForUnknownOptions();
          this._processArguments();
          let promiseChain;
          promiseChain = this._chainOrCallHooks(promiseChain, "preAction");
          promiseChain = this._chainOrCall(
            promiseChain,
            () => this._actionHandler(this.processedArgs)
          );
          if (this.parent) {
            promiseChain = this._chainOrCall(promiseChain, () => {
              this.parent.emit(commandEvent, operands, unknown);
            });
          }
          promiseChain = this._chainOrCallHooks(promiseChain, "postAction");
          return promiseChain;
        }
        if (this.parent?.listenerCount(commandEvent)) {
          checkForUnknownOptions();
          this._processArguments();
          this.parent.emit(commandEvent, operands, unknown);
        } else if (operands.length) {
          if (this._findCommand("*")) {
            return this._dispatchSubcommand("*", operands, unknown);
          }
          if (this.listenerCount("command:*")) {
            this.emit("command:*", operands, unknown);
          } else if (this.commands.length) {
            this.unknownCommand();
          } else {
            checkForUnknownOptions();
            this._processArguments();
          }
        } else if (this.commands.length) {
          checkForUnknownOptions();
          this.help({ error: true });
        } else {
          checkForUnknownOptions();
          this._processArguments();
        }
      }
      /**
       * Find matching command.
       *
       * @private
       * @return {Command | undefined}
       */
      _findCommand(name) {
        if (!name) return void 0;
        return this.commands.find(
          (cmd) => cmd._name === name || cmd._aliases.includes(name)
        );
      }
      /**
       * Return an option matching `arg` if any.
       *
       * @param {string} arg
       * @return {Option}
       * @package
       */
      _findOption(arg) {
        return this.options.find((option2) => option2.is(arg));
      }
      /**
       * Display an error message if a mandatory option does not have a value.
       * Called after checking for help flags in leaf subcommand.
       *
       * @private
       */
      _checkForMissingMandatoryOptions() {
        this._getCommandAndAncestors().forEach((cmd) => {
          cmd.options.forEach((anOption) => {
            if (anOption.mandatory && cmd.getOptionValue(anOption.attributeName()) === void 0) {
              cmd.missingMandatoryOptionValue(anOption);
            }
          });
        });
      }
      /**
       * Display an error message if conflicting options are used together in this.
       *
       * @private
       */
      _checkForConflictingLocalOptions() {
        const definedNonDefaultOptions = this.options.filter((option2) => {
          const optionKey = option2.attributeName();
          if (this.getOptionValue(optionKey) === void 0) {
            return false;
          }
          return this.getOptionValueSource(optionKey) !== "default";
        });
        const optionsWithConflicting = definedNonDefaultOptions.filter(
          (option2) => option2.conflictsWith.length > 0
        );
        optionsWithConflicting.forEach((option2) => {
          const conflictingAndDefined = definedNonDefaultOptions.find(
            (defined) => option2.conflictsWith.includes(defined.attributeName())
          );
          if (conflictingAndDefined) {
            this._conflictingOption(option2, conflictingAndDefined);
          }
        });
      }
      /**
       * Display an error message if conflicting options are used together.
       * Called after checking for help flags in leaf subcommand.
       *
       * @private
       */
      _checkForConflictingOptions() {
        this._getCommandAndAncestors().forEach((cmd) => {
          cmd._checkForConflictingLocalOptions();
        });
      }
      /**
       * Parse options from `argv` removing known options,
       * and return argv split into operands and unknown arguments.
       *
       * Side effects: modifies command by storing options. Does not reset state if called again.
       *
       * Examples:
       *
       *     argv => operands, unknown
       *     --known kkk op => [op], []
       *     op --known kkk => [op], []
       *     sub --unknown uuu op => [sub], [--unknown uuu op]
       *     sub -- --unknown uuu op => [sub --unknown uuu op], []
       *
       * @param {string[]} args
       * @return {{operands: string[], unknown: string[]}}
       */
      parseOptions(args) {
        const operands = [];
        const unknown = [];
        let dest = operands;
        function maybeOption(arg) {
          return arg.length > 1 && arg[0] === "-";
        }
        const negativeNumberArg = (arg) => {
          if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
          return !this._getCommandAndAncestors().some(
            (cmd) => cmd.options.map((opt) => opt.short).some((short) => /^-\d$/.test(short))
          );
        };
        let activeVariadicOption = null;
        let activeGroup = null;
        let i = 0;
        while (i < args.length || activeGroup) {
          const arg = activeGroup ?? args[i++];
          activeGroup = null;
          if (arg === "--") {
            if (dest === unknown) dest.push(arg);
            dest.push(...args.slice(i));
            break;
          }
          if (activeVariadicOption && (!maybeOption(arg) || negativeNumberArg(arg))) {
            this.emit(`option:${activeVariadicOption.name()}`, arg);
            continue;
          }
          activeVariadicOption = null;
          if (maybeOption(arg)) {
            const option2 = this._findOption(arg);
            if (option2) {
              if (option2.required) {
                const value = args[i++];
                if (value === void 0) this.optionMissingArgument(option2);
                this.emit(`option:${option2.name()}`, value);
              } else if (option2.optional) {
                let value = null;
                if (i < args.length && (!maybeOption(args[i]) || negativeNumberArg(args[i]))) {
                  value = args[i++];
                }
                this.emit(`option:${option2.name()}`, value);
              } else {
                this.emit(`option:${option2.name()}`);
              }
              activeVariadicOption = option2.variadic ? option2 : null;
              continue;
            }
          }
          if (arg.length > 2 && arg[0] === "-" && arg[1] !== "-") {
            const option2 = this._findOption(`-${arg[1]}`);
            if (option2) {
              if (option2.required || option2.optional && this._combineFlagAndOptionalValue) {
                this.emit(`option:${option2.name()}`, arg.slice(2));
              } else {
                this.emit(`option:${option2.name()}`);
                activeGroup = `-${arg.slice(2)}`;
              }
              continue;
            }
          }
          if (/^--[^=]+=/.test(arg)) {
            const index = arg.indexOf("=");
            const option2 = this._findOption(arg.slice(0, index));
            if (option2 && (option2.required || option2.optional)) {
              this.emit(`option:${option2.name()}`, arg.slice(index + 1));
              continue;
            }
          }
          if (dest === operands && maybeOption(arg) && !(this.commands.length === 0 && negativeNumberArg(arg))) {
            dest = unknown;
          }
          if ((this._enablePositionalOptions || this._passThroughOptions) && operands.length === 0 && unknown.length === 0) {
            if (this._findCommand(arg)) {
              operands.push(arg);
              unknown.push(...args.slice(i));
              break;
            } else if (this._getHelpCommand() && arg === this._getHelpCommand().name()) {
              operands.push(arg, ...args.slice(i));
              break;
            } else if (this._defaultCommandName) {
              unknown.push(arg, ...args.slice(i));
              break;
            }
          }
          if (this._passThroughOptions) {
            dest.push(arg, ...args.slice(i));
            break;
          }
          dest.push(arg);
        }
        return { operands, unknown };
      }
      /**
       * Return an object containing local option values as key-value pairs.
       *
       * @return {object}
       */
      opts() {
        if (this._storeOptionsAsProperties) {
          const result = {};
          const len = this.options.length;
          for (let i = 0; i < len; i++) {
            const key = this.options[i].attributeName();
            result[key] = key === this._versionOptionName ? this._version : this[key];
          }
          return result;
        }
        return this._optionValues;
      }
      /**
       * Return an object containing merged local and global option values as key-value pairs.
       *
       * @return {object}
       */
      optsWithGlobals() {
        return this._getCommandAndAncestors().reduce(
          (combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()),
          {}
        );
      }
      /**
       * Display error message and exit (or call exitOverride).
       *
       * @param {string} message
       * @param {object} [errorOptions]
       * @param {string} [errorOptions.code] - an id string representing the error
       * @param {number} [errorOptions.exitCode] - used with process.exit
       */
      error(message, errorOptions) {
        this._outputConfiguration.outputError(
          `${message}
`,
          this._outputConfiguration.writeErr
        );
        if (typeof this._showHelpAfterError === "string") {
          this._outputConfiguration.writeErr(`${this._showHelpAfterError}
`);
        } else if (this._showHelpAfterError) {
          this._outputConfiguration.writeErr("\n");
          this.outputHelp({ error: true });
        }
        const config = errorOptions || {};
        const exitCode = config.exitCode || 1;
        const code = config.code || "commander.error";
        this._exit(exitCode, code, message);
      }
      /**
       * Apply any option related environment variables, if option does
       * not have a value from cli or client code.
       *
       * @private
       */
      _parseOptionsEnv() {
        this.options.forEach((option2) => {
          if (option2.envVar && option2.envVar in process2.env) {
            const optionKey = option2.attributeName();
            if (this.getOptionValue(optionKey) === void 0 || ["default", "config", "env"].includes(
              this.getOptionValueSource(optionKey)
            )) {
              if (option2.required || option2.optional) {
                this.emit(`optionEnv:${option2.name()}`, process2.env[option2.envVar]);
              } else {
                this.emit(`optionEnv:${option2.name()}`);
              }
            }
          }
        });
      }
      /**
       * Apply any implied option values, if option is undefined or default value.
       *
       * @private
       */
      _parseOptionsImplied() {
        const dualHelper = new DualOptions(this.options);
        const hasCustomOptionValue = (optionKey) => {
          return this.getOptionValue(optionKey) !== void 0 && !["default", "implied"].includes(this.getOptionValueSource(optionKey));
        };
        this.options.filter(
          (option2) => option2.implied !== void 0 && hasCustomOptionValue(option2.attributeName()) && dualHelper.valueFromOption(
            this.getOptionValue(option2.attributeName()),
            option2
          )
        ).forEach((option2) => {
          Object.keys(option2.implied).filter((impliedKey) => !hasCustomOptionValue(impliedKey)).forEach((impliedKey) => {
            this.setOptionValueWithSource(
              impliedKey,
              option2.implied[impliedKey],
              "implied"
            );
          });
        });
      }
      /**
       * Argument `name` is missing.
       *
       * @param {string} name
       * @private
       */
      missingArgument(name) {
        const message = `error: missing required argument '${name}'`;
        this.error(message, { code: "commander.missingArgument" });
      }
      /**
       * `Option` is missing an argument.
       *
       * @param {Option} option
       * @private
       */
      optionMissingArgument(option2) {
        const message = `error: option '${option2.flags}' argument missing`;
        this.error(message, { code: "commander.optionMissingArgument" });
      }
      /**
       * `Option` does not have a value, and is a mandatory option.
       *
       * @param {Option} option
       * @private
       */
      missingMandatoryOptionValue(option2) {
        const message = `error: required option '${option2.flags}' not specified`;
        this.error(message, { code: "commander.missingMandatoryOptionValue" });
      }
      /**
       * `Option` conflicts with another option.
       *
       * @param {Option} option
       * @param {Option} conflictingOption
       * @private
       */
      _conflictingOption(option2, conflictingOption) {
        const findBestOptionFromValue = (option3) => {
          const optionKey = option3.attributeName();
          const optionValue = this.getOptionValue(optionKey);
          const negativeOption = this.options.find(
            (target) => target.negate && optionKey === target.attributeName()
          );
          const positiveOption = this.options.find(
            (target) => !target.negate && optionKey === target.attributeName()
          );
          if (negativeOption && (negativeOption.presetArg === void 0 && optionValue === false || negativeOption.presetArg !== void 0 && optionValue === negativeOption.presetArg)) {
            return negativeOption;
          }
          return positiveOption || option3;
        };
        const getErrorMessage = (option3) => {
          const bestOption = findBestOptionFromValue(option3);
          const optionKey = bestOption.attributeName();
          const source = this.getOptionValueSource(optionKey);
          if (source === "env") {
            return `environment variable '${bestOption.envVar}'`;
          }
          return `option '${bestOption.flags}'`;
        };
        const message = `error: ${getErrorMessage(option2)} cannot be used with ${getErrorMessage(conflictingOption)}`;
        this.error(message, { code: "commander.conflictingOption" });
      }
      /**
       * Unknown option `flag`.
       *
       * @param {string} flag
       * @private
       */
      unknownOption(flag) {
        if (this._allowUnknownOption) return;
        let suggestion = "";
        if (flag.startsWith("--") && this._showSuggestionAfterError) {
          let candidateFlags = [];
          let command = this;
          do {
            const moreFlags = command.createHelp().visibleOptions(command).filter((option2) => option2.long).map((option2) => option2.long);
            candidateFlags = candidateFlags.concat(moreFlags);
            command = command.parent;
          } while (command && !command._enablePositionalOptions);
          suggestion = suggestSimilar(flag, candidateFlags);
        }
        const message = `error: unknown option '${flag}'${suggestion}`;
        this.error(message, { code: "commander.unknownOption" });
      }
      /**
       * Excess arguments, more than expected.
       *
       * @param {string[]} receivedArgs
       * @private
       */
      _excessArguments(receivedArgs) {
        if (this._allowExcessArguments) return;
        const expected = this.registeredArguments.length;
        const s = expected === 1 ? "" : "s";
        const forSubcommand = this.parent ? ` for '${this.name()}'` : "";
        const message = `error: too many arguments${forSubcommand}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;
        this.error(message, { code: "commander.excessArguments" });
      }
      /**
       * Unknown command.
       *
       * @private
       */
      unknownCommand() {
        const unknownName = this.args[0];
        let suggestion = "";
        if (this._showSuggestionAfterError) {
          const candidateNames = [];
          this.createHelp().visibleCommands(this).forEach((command) => {
            candidateNames.push(command.name());
            if (command.alias()) candidateNames.push(command.alias());
          });
          suggestion = suggestSimilar(unknownName, candidateNames);
        }
        const message = `error: unknown command '${unknownName}'${suggestion}`;
        this.error(message, { code: "commander.unknownCommand" });
      }
      /**
       * Get or set the program version.
       *
       * This method auto-registers the "-V, --version" option which will print the version number.
       *
       * You can optionally supply the flags and description to override the defaults.
       *
       * @param {string} [str]
       * @param {string} [flags]
       * @param {string} [description]
       * @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
       */
      version(str, flags, description) {
        if (str === void 0) return this._version;
        this._version = str;
        flags = flags || "-V, --version";
        description = description || "output the version number";
        const versionOption = this.createOption(flags, description);
        this._versionOptionName = versionOption.attributeName();
        this._registerOption(versionOption);
        this.on("option:" + versionOption.name(), () => {
          this._outputConfiguration.writeOut(`${str}
`);
          this._exit(0, "commander.version", str);
        });
        return this;
      }
      /**
       * Set the description.
       *
       * @param {string} [str]
       * @param {object} [argsDescription]
       * @return {(string|Command)}
       */
      description(str, argsDescription) {
        if (str === void 0 && argsDescription === void 0)
          return this._description;
        this._description = str;
        if (argsDescription) {
          this._argsDescription = argsDescription;
        }
        return this;
      }
      /**
       * Set the summary. Used when listed as subcommand of parent.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      summary(str) {
        if (str === void 0) return this._summary;
        this._summary = str;
        return this;
      }
      /**
       * Set an alias for the command.
       *
       * You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
       *
       * @param {string} [alias]
       * @return {(string|Command)}
       */
      alias(alias) {
        if (alias === void 0) return this._aliases[0];
        let command = this;
        if (this.commands.length !== 0 && this.commands[this.commands.length - 1]._executableHandler) {
          command = this.commands[this.commands.length - 1];
        }
        if (alias === command._name)
          throw new Error("Command alias can't be the same as its name");
        const matchingCommand = this.parent?._findCommand(alias);
        if (matchingCommand) {
          const existingCmd = [matchingCommand.name()].concat(matchingCommand.aliases()).join("|");
          throw new Error(
            `cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`
          );
        }
        command._aliases.push(alias);
        return this;
      }
      /**
       * Set aliases for the command.
       *
       * Only the first alias is shown in the auto-generated help.
       *
       * @param {string[]} [aliases]
       * @return {(string[]|Command)}
       */
      aliases(aliases) {
        if (aliases === void 0) return this._aliases;
        aliases.forEach((alias) => this.alias(alias));
        return this;
      }
      /**
       * Set / get the command usage `str`.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      usage(str) {
        if (str === void 0) {
          if (this._usage) return this._usage;
          const args = this.registeredArguments.map((arg) => {
            return humanReadableArgName(arg);
          });
          return [].concat(
            this.options.length || this._helpOption !== null ? "[options]" : [],
            this.commands.length ? "[command]" : [],
            this.registeredArguments.length ? args : []
          ).join(" ");
        }
        this._usage = str;
        return this;
      }
      /**
       * Get or set the name of the command.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      name(str) {
        if (str === void 0) return this._name;
        this._name = str;
        return this;
      }
      /**
       * Set/get the help group heading for this subcommand in parent command's help.
       *
       * @param {string} [heading]
       * @return {Command | string}
       */
      helpGroup(heading) {
        if (heading === void 0) return this._helpGroupHeading ?? "";
        this._helpGroupHeading = heading;
        return this;
      }
      /**
       * Set/get the default help group heading for subcommands added to this command.
       * (This does not override a group set directly on the subcommand using .helpGroup().)
       *
       * @example
       * program.commandsGroup('Development Commands:);
       * program.command('watch')...
       * program.command('lint')...
       * ...
       *
       * @param {string} [heading]
       * @returns {Command | string}
       */
      commandsGroup(heading) {
        if (heading === void 0) return this._defaultCommandGroup ?? "";
        this._defaultCommandGroup = heading;
        return this;
      }
      /**
       * Set/get the default help group heading for options added to this command.
       * (This does not override a group set directly on the option using .helpGroup().)
       *
       * @example
       * program
       *   .optionsGroup('Development Options:')
       *   .option('-d, --debug', 'output extra debugging')
       *   .option('-p, --profile', 'output profiling information')
       *
       * @param {string} [heading]
       * @returns {Command | string}
       */
      optionsGroup(heading) {
        if (heading === void 0) return this._defaultOptionGroup ?? "";
        this._defaultOptionGroup = heading;
        return this;
      }
      /**
       * @param {Option} option
       * @private
       */
      _initOptionGroup(option2) {
        if (this._defaultOptionGroup && !option2.helpGroupHeading)
          option2.helpGroup(this._defaultOptionGroup);
      }
      /**
       * @param {Command} cmd
       * @private
       */
      _initCommandGroup(cmd) {
        if (this._defaultCommandGroup && !cmd.helpGroup())
          cmd.helpGroup(this._defaultCommandGroup);
      }
      /**
       * Set the name of the command from script filename, such as process.argv[1],
       * or require.main.filename, or __filename.
       *
       * (Used internally and public although not documented in README.)
       *
       * @example
       * program.nameFromFilename(require.main.filename);
       *
       * @param {string} filename
       * @return {Command}
       */
      nameFromFilename(filename) {
        this._name = path.basename(filename, path.extname(filename));
        return this;
      }
      /**
       * Get or set the directory for searching for executable subcommands of this command.
       *
       * @example
       * program.executableDir(__dirname);
       * // or
       * program.executableDir('subcommands');
       *
       * @param {string} [path]
       * @return {(string|null|Command)}
       */
      executableDir(path2) {
        if (path2 === void 0) return this._executableDir;
        this._executableDir = path2;
        return this;
      }
      /**
       * Return program help documentation.
       *
       * @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
       * @return {string}
       */
      helpInformation(contextOptions) {
        const helper = this.createHelp();
        const context = this._getOutputContext(contextOptions);
        helper.prepareContext({
          error: context.error,
          helpWidth: context.helpWidth,
          outputHasColors: context.hasColors
        });
        const text = helper.formatHelp(this, helper);
        if (context.hasColors) return text;
        return this._outputConfiguration.stripColor(text);
      }
      /**
       * @typedef HelpContext
       * @type {object}
       * @property {boolean} error
       * @property {number} helpWidth
       * @property {boolean} hasColors
       * @property {function} write - includes stripColor if needed
       *
       * @returns {HelpContext}
       * @private
       */
      _getOutputContext(contextOptions) {
        contextOptions = contextOptions || {};
        const error = !!contextOptions.error;
        let baseWrite;
        let hasColors;
        let helpWidth;
        if (error) {
          baseWrite = (str) => this._outputConfiguration.writeErr(str);
          hasColors = this._outputConfiguration.getErrHasColors();
          helpWidth = this._outputConfiguration.getErrHelpWidth();
        } else {
          baseWrite = (str) => this._outputConfiguration.writeOut(str);
          hasColors = this._outputConfiguration.getOutHasColors();
          helpWidth = this._outputConfiguration.getOutHelpWidth();
        }
        const write = (str) => {
          if (!hasColors) str = this._outputConfiguration.stripColor(str);
          return baseWrite(str);
        };
        return { error, write, hasColors, helpWidth };
      }
      /**
       * Output help information for this command.
       *
       * Outputs built-in help, and custom text added using `.addHelpText()`.
       *
       * @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
       */
      outputHelp(contextOptions) {
        let deprecatedCallback;
        if (typeof contextOptions === "function") {
          deprecatedCallback = contextOptions;
          contextOptions = void 0;
        }
        const outputContext = this._getOutputContext(contextOptions);
        const eventContext = {
          error: outputContext.error,
          write: outputContext.write,
          command: this
        };
        this._getCommandAndAncestors().reverse().forEach((command) => command.emit("beforeAllHelp", eventContext));
        this.emit("beforeHelp", eventContext);
        let helpInformation = this.helpInformation({ error: outputContext.error });
        if (deprecatedCallback) {
          helpInformation = deprecatedCallback(helpInformation);
          if (typeof helpInformation !== "string" && !Buffer.isBuffer(helpInformation)) {
            throw new Error("outputHelp callback must return a string or a Buffer");
          }
        }
        outputContext.write(helpInformation);
        if (this._getHelpOption()?.long) {
          this.emit(this._getHelpOption().long);
        }
        this.emit("afterHelp", eventContext);
        this._getCommandAndAncestors().forEach(
          (command) => command.emit("afterAllHelp", eventContext)
        );
      }
      /**
       * You can pass in flags and a description to customise the built-in help option.
       * Pass in false to disable the built-in help option.
       *
       * @example
       * program.helpOption('-?, --help' 'show help'); // customise
       * program.helpOption(false); // disable
       *
       * @param {(string | boolean)} flags
       * @param {string} [description]
       * @return {Command} `this` command for chaining
       */
      helpOption(flags, description) {
        if (typeof flags === "boolean") {
          if (flags) {
            if (this._helpOption === null) this._helpOption = void 0;
            if (this._defaultOptionGroup) {
              this._initOptionGroup(this._getHelpOption());
            }
          } else {
            this._helpOption = null;
          }
          return this;
        }
        this._helpOption = this.createOption(
          flags ?? "-h, --help",
          description ?? "display help for command"
        );
        if (flags || description) this._initOptionGroup(this._helpOption);
        return this;
      }
      /**
       * Lazy create help option.
       * Returns null if has been disabled with .helpOption(false).
       *
       * @returns {(Option | null)} the help option
       * @package
       */
      _getHelpOption() {
        if (this._helpOption === void 0) {
          this.helpOption(void 0, void 0);
        }
        return this._helpOption;
      }
      /**
       * Supply your own option to use for the built-in help option.
       * This is an alternative to using helpOption() to customise the flags and description etc.
       *
       * @param {Option} option
       * @return {Command} `this` command for chaining
       */
      addHelpOption(option2) {
        this._helpOption = option2;
        this._initOptionGroup(option2);
        return this;
      }
      /**
       * Output help information and exit.
       *
       * Outputs built-in help, and custom text added using `.addHelpText()`.
       *
       * @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
       */
      help(contextOptions) {
        this.outputHelp(contextOptions);
        let exitCode = Number(process2.exitCode ?? 0);
        if (exitCode === 0 && contextOptions && typeof contextOptions !== "function" && contextOptions.error) {
          exitCode = 1;
        }
        this._exit(exitCode, "commander.help", "(outputHelp)");
      }
      /**
       * // Do a little typing to coordinate emit and listener for the help text events.
       * @typedef HelpTextEventContext
       * @type {object}
       * @property {boolean} error
       * @property {Command} command
       * @property {function} write
       */
      /**
       * Add additional text to be displayed with the built-in help.
       *
       * Position is 'before' or 'after' to affect just this command,
       * and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
       *
       * @param {string} position - before or after built-in help
       * @param {(string | Function)} text - string to add, or a function returning a string
       * @return {Command} `this` command for chaining
       */
      addHelpText(position, text) {
        const allowedValues = ["beforeAll", "before", "after", "afterAll"];
        if (!allowedValues.includes(position)) {
          throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
        }
        const helpEvent = `${position}Help`;
        this.on(helpEvent, (context) => {
          let helpStr;
          if (typeof text === "function") {
            helpStr = text({ error: context.error, command: context.command });
          } else {
            helpStr = text;
          }
          if (helpStr) {
            context.write(`${helpStr}
`);
          }
        });
        return this;
      }
      /**
       * Output help information if help flags specified
       *
       * @param {Array} args - array of options to search for help flags
       * @private
       */
      _outputHelpIfRequested(args) {
        const helpOption = this._getHelpOption();
        const helpRequested = helpOption && args.find((arg) => helpOption.is(arg));
        if (helpRequested) {
          this.outputHelp();
          this._exit(0, "commander.helpDisplayed", "(outputHelp)");
        }
      }
    };
    function incrementNodeInspectorPort(args) {
      return args.map((arg) => {
        if (!arg.startsWith("--inspect")) {
          return arg;
        }
        let debugOption;
        let debugHost = "127.0.0.1";
        let debugPort = "9229";
        let match;
        if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) {
          debugOption = match[1];
        } else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null) {
          debugOption = match[1];
          if (/^\d+$/.test(match[3])) {
            debugPort = match[3];
          } else {
            debugHost = match[3];
          }
        } else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null) {
          debugOption = match[1];
          debugHost = match[3];
          debugPort = match[4];
        }
        if (debugOption && debugPort !== "0") {
          return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
        }
        return arg;
      });
    }
    function useColor() {
      if (process2.env.NO_COLOR || process2.env.FORCE_COLOR === "0" || process2.env.FORCE_COLOR === "false")
        return false;
      if (process2.env.FORCE_COLOR || process2.env.CLICOLOR_FORCE !== void 0)
        return true;
      return void 0;
    }
    exports.Command = Command2;
    exports.useColor = useColor;
  }
});

// node_modules/commander/index.js
var require_commander = __commonJS({
  "node_modules/commander/index.js"(exports) {
    var { Argument: Argument2 } = require_argument();
    var { Command: Command2 } = require_command();
    var { CommanderError: CommanderError2, InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var { Help: Help2 } = require_help();
    var { Option: Option2 } = require_option();
    exports.program = new Command2();
    exports.createCommand = (name) => new Command2(name);
    exports.createOption = (flags, description) => new Option2(flags, description);
    exports.createArgument = (name, description) => new Argument2(name, description);
    exports.Command = Command2;
    exports.Option = Option2;
    exports.Argument = Argument2;
    exports.Help = Help2;
    exports.CommanderError = CommanderError2;
    exports.InvalidArgumentError = InvalidArgumentError2;
    exports.InvalidOptionArgumentError = InvalidArgumentError2;
  }
});

// node_modules/eventemitter3/index.js
var require_eventemitter3 = __commonJS({
  "node_modules/eventemitter3/index.js"(exports, module) {
    "use strict";
    var has = Object.prototype.hasOwnProperty;
    var prefix = "~";
    function Events() {
    }
    if (Object.create) {
      Events.prototype = /* @__PURE__ */ Object.create(null);
      if (!new Events().__proto__) prefix = false;
    }
    function EE(fn, context, once) {
      this.fn = fn;
      this.context = context;
      this.once = once || false;
    }
    function addListener(emitter, event, fn, context, once) {
      if (typeof fn !== "function") {
        throw new TypeError("The listener must be a function");
      }
      var listener = new EE(fn, context || emitter, once), evt = prefix ? prefix + event : event;
      if (!emitter._events[evt]) emitter._events[evt] = listener, emitter._eventsCount++;
      else if (!emitter._events[evt].fn) emitter._events[evt].push(listener);
      else emitter._events[evt] = [emitter._events[evt], listener];
      return emitter;
    }
    function clearEvent(emitter, evt) {
      if (--emitter._eventsCount === 0) emitter._events = new Events();
      else delete emitter._events[evt];
    }
    function EventEmitter2() {
      this._events = new Events();
      this._eventsCount = 0;
    }
    EventEmitter2.prototype.eventNames = function eventNames() {
      var names = [], events, name;
      if (this._eventsCount === 0) return names;
      for (name in events = this._events) {
        if (has.call(events, name)) names.push(prefix ? name.slice(1) : name);
      }
      if (Object.getOwnPropertySymbols) {
        return names.concat(Object.getOwnPropertySymbols(events));
      }
      return names;
    };
    EventEmitter2.prototype.listeners = function listeners(event) {
      var evt = prefix ? prefix + event : event, handlers = this._events[evt];
      if (!handlers) return [];
      if (handlers.fn) return [handlers.fn];
      for (var i = 0, l = handlers.length, ee = new Array(l); i < l; i++) {
        ee[i] = handlers[i].fn;
      }
      return ee;
    };
    EventEmitter2.prototype.listenerCount = function listenerCount(event) {
      var evt = prefix ? prefix + event : event, listeners = this._events[evt];
      if (!listeners) return 0;
      if (listeners.fn) return 1;
      return listeners.length;
    };
    EventEmitter2.prototype.emit = function emit(event, a1, a2, a3, a4, a5) {
      var evt = prefix ? prefix + event : event;
      if (!this._events[evt]) return false;
      var listeners = this._events[evt], len = arguments.length, args, i;
      if (listeners.fn) {
        if (listeners.once) this.removeListener(event, listeners.fn, void 0, true);
        switch (len) {
          case 1:
            return listeners.fn.call(listeners.context), true;
          case 2:
            return listeners.fn.call(listeners.context, a1), true;
          case 3:
            return listeners.fn.call(listeners.context, a1, a2), true;
          case 4:
            return listeners.fn.call(listeners.context, a1, a2, a3), true;
          case 5:
            return listeners.fn.call(listeners.context, a1, a2, a3, a4), true;
          case 6:
            return listeners.fn.call(listeners.context, a1, a2, a3, a4, a5), true;
        }
        for (i = 1, args = new Array(len - 1); i < len; i++) {
          args[i - 1] = arguments[i];
        }
        listeners.fn.apply(listeners.context, args);
      } else {
        var length = listeners.length, j;
        for (i = 0; i < length; i++) {
          if (listeners[i].once) this.removeListener(event, listeners[i].fn, void 0, true);
          switch (len) {
            case 1:
              listeners[i].fn.call(listeners[i].context);
              break;
            case 2:
              listeners[i].fn.call(listeners[i].context, a1);
              break;
            case 3:
              listeners[i].fn.call(listeners[i].context, a1, a2);
              break;
            case 4:
              listeners[i].fn.call(listeners[i].context, a1, a2, a3);
              break;
            default:
              if (!args) for (j = 1, args = new Array(len - 1); j < len; j++) {
                args[j - 1] = arguments[j];
              }
              listeners[i].fn.apply(listeners[i].context, args);
          }
        }
      }
      return true;
    };
    EventEmitter2.prototype.on = function on(event, fn, context) {
      return addListener(this, event, fn, context, false);
    };
    EventEmitter2.prototype.once = function once(event, fn, context) {
      return addListener(this, event, fn, context, true);
    };
    EventEmitter2.prototype.removeListener = function removeListener(event, fn, context, once) {
      var evt = prefix ? prefix + event : event;
      if (!this._events[evt]) return this;
      if (!fn) {
        clearEvent(this, evt);
        return this;
      }
      var listeners = this._events[evt];
      if (listeners.fn) {
        if (listeners.fn === fn && (!once || listeners.once) && (!context || listeners.context === context)) {
          clearEvent(this, evt);
        }
      } else {
        for (var i = 0, events = [], length = listeners.length; i < length; i++) {
          if (listeners[i].fn !== fn || once && !listeners[i].once || context && listeners[i].context !== context) {
            events.push(listeners[i]);
          }
        }
        if (events.length) this._events[evt] = events.length === 1 ? events[0] : events;
        else clearEvent(this, evt);
      }
      return this;
    };
    EventEmitter2.prototype.removeAllListeners = function removeAllListeners(event) {
      var evt;
      if (event) {
        evt = prefix ? prefix + event : event;
        if (this._events[evt]) clearEvent(this, evt);
      } else {
        this._events = new Events();
        this._eventsCount = 0;
      }
      return this;
    };
    EventEmitter2.prototype.off = EventEmitter2.prototype.removeListener;
    EventEmitter2.prototype.addListener = EventEmitter2.prototype.on;
    EventEmitter2.prefixed = prefix;
    EventEmitter2.EventEmitter = EventEmitter2;
    if ("undefined" !== typeof module) {
      module.exports = EventEmitter2;
    }
  }
});

// node_modules/rfdc/index.js
var require_rfdc = __commonJS({
  "node_modules/rfdc/index.js"(exports, module) {
    "use strict";
    module.exports = rfdc2;
    function copyBuffer(cur) {
      if (cur instanceof Buffer) {
        return Buffer.from(cur);
      }
      return new cur.constructor(cur.buffer.slice(), cur.byteOffset, cur.length);
    }
    function rfdc2(opts) {
      opts = opts || {};
      if (opts.circles) return rfdcCircles(opts);
      const constructorHandlers = /* @__PURE__ */ new Map();
      constructorHandlers.set(Date, (o) => new Date(o));
      constructorHandlers.set(Map, (o, fn) => new Map(cloneArray(Array.from(o), fn)));
      constructorHandlers.set(Set, (o, fn) => new Set(cloneArray(Array.from(o), fn)));
      if (opts.constructorHandlers) {
        for (const handler2 of opts.constructorHandlers) {
          constructorHandlers.set(handler2[0], handler2[1]);
        }
      }
      let handler = null;
      return opts.proto ? cloneProto : clone2;
      function cloneArray(a, fn) {
        const keys = Object.keys(a);
        const a2 = new Array(keys.length);
        for (let i = 0; i < keys.length; i++) {
          const k = keys[i];
          const cur = a[k];
          if (typeof cur !== "object" || cur === null) {
            a2[k] = cur;
          } else if (cur.constructor !== Object && (handler = constructorHandlers.get(cur.constructor))) {
            a2[k] = handler(cur, fn);
          } else if (ArrayBuffer.isView(cur)) {
            a2[k] = copyBuffer(cur);
          } else {
            a2[k] = fn(cur);
          }
        }
        return a2;
      }
      function clone2(o) {
        if (typeof o !== "object" || o === null) return o;
        if (Array.isArray(o)) return cloneArray(o, clone2);
        if (o.constructor !== Object && (handler = constructorHandlers.get(o.constructor))) {
          return handler(o, clone2);
        }
        const o2 = {};
        for (const k in o) {
          if (Object.hasOwnProperty.call(o, k) === false) continue;
          const cur = o[k];
          if (typeof cur !== "object" || cur === null) {
            o2[k] = cur;
          } else if (cur.constructor !== Object && (handler = constructorHandlers.get(cur.constructor))) {
            o2[k] = handler(cur, clone2);
          } else if (ArrayBuffer.isView(cur)) {
            o2[k] = copyBuffer(cur);
          } else {
            o2[k] = clone2(cur);
          }
        }
        return o2;
      }
      function cloneProto(o) {
        if (typeof o !== "object" || o === null) return o;
        if (Array.isArray(o)) return cloneArray(o, cloneProto);
        if (o.constructor !== Object && (handler = constructorHandlers.get(o.constructor))) {
          return handler(o, cloneProto);
        }
        const o2 = {};
        for (const k in o) {
          const cur = o[k];
          if (typeof cur !== "object" || cur === null) {
            o2[k] = cur;
          } else if (cur.constructor !== Object && (handler = constructorHandlers.get(cur.constructor))) {
            o2[k] = handler(cur, cloneProto);
          } else if (ArrayBuffer.isView(cur)) {
            o2[k] = copyBuffer(cur);
          } else {
            o2[k] = cloneProto(cur);
          }
        }
        return o2;
      }
    }
    function rfdcCircles(opts) {
      const refs = [];
      const refsNew = [];
      const constructorHandlers = /* @__PURE__ */ new Map();
      constructorHandlers.set(Date, (o) => new Date(o));
      constructorHandlers.set(Map, (o, fn) => new Map(cloneArray(Array.from(o), fn)));
      constructorHandlers.set(Set, (o, fn) => new Set(cloneArray(Array.from(o), fn)));
      if (opts.constructorHandlers) {
        for (const handler2 of opts.constructorHandlers) {
          constructorHandlers.set(handler2[0], handler2[1]);
        }
      }
      let handler = null;
      return opts.proto ? cloneProto : clone2;
      function cloneArray(a, fn) {
        const keys = Object.keys(a);
        const a2 = new Array(keys.length);
        for (let i = 0; i < keys.length; i++) {
          const k = keys[i];
          const cur = a[k];
          if (typeof cur !== "object" || cur === null) {
            a2[k] = cur;
          } else if (cur.constructor !== Object && (handler = constructorHandlers.get(cur.constructor))) {
            a2[k] = handler(cur, fn);
          } else if (ArrayBuffer.isView(cur)) {
            a2[k] = copyBuffer(cur);
          } else {
            const index = refs.indexOf(cur);
            if (index !== -1) {
              a2[k] = refsNew[index];
            } else {
              a2[k] = fn(cur);
            }
          }
        }
        return a2;
      }
      function clone2(o) {
        if (typeof o !== "object" || o === null) return o;
        if (Array.isArray(o)) return cloneArray(o, clone2);
        if (o.constructor !== Object && (handler = constructorHandlers.get(o.constructor))) {
          return handler(o, clone2);
        }
        const o2 = {};
        refs.push(o);
        refsNew.push(o2);
        for (const k in o) {
          if (Object.hasOwnProperty.call(o, k) === false) continue;
          const cur = o[k];
          if (typeof cur !== "object" || cur === null) {
            o2[k] = cur;
          } else if (cur.constructor !== Object && (handler = constructorHandlers.get(cur.constructor))) {
            o2[k] = handler(cur, clone2);
          } else if (ArrayBuffer.isView(cur)) {
            o2[k] = copyBuffer(cur);
          } else {
            const i = refs.indexOf(cur);
            if (i !== -1) {
              o2[k] = refsNew[i];
            } else {
              o2[k] = clone2(cur);
            }
          }
        }
        refs.pop();
        refsNew.pop();
        return o2;
      }
      function cloneProto(o) {
        if (typeof o !== "object" || o === null) return o;
        if (Array.isArray(o)) return cloneArray(o, cloneProto);
        if (o.constructor !== Object && (handler = constructorHandlers.get(o.constructor))) {
          return handler(o, cloneProto);
        }
        const o2 = {};
        refs.push(o);
        refsNew.push(o2);
        for (const k in o) {
          const cur = o[k];
          if (typeof cur !== "object" || cur === null) {
            o2[k] = cur;
          } else if (cur.constructor !== Object && (handler = constructorHandlers.get(cur.constructor))) {
            o2[k] = handler(cur, cloneProto);
          } else if (ArrayBuffer.isView(cur)) {
            o2[k] = copyBuffer(cur);
          } else {
            const i = refs.indexOf(cur);
            if (i !== -1) {
              o2[k] = refsNew[i];
            } else {
              o2[k] = cloneProto(cur);
            }
          }
        }
        refs.pop();
        refsNew.pop();
        return o2;
      }
    }
  }
});

// package.json
var package_default = { version: "0.1.0" };

// src/package-version.ts
var packageVersion = package_default.version;

// src/terminal/run-cli.ts
import { join as join5 } from "node:path";

// node_modules/commander/esm.mjs
var import_index = __toESM(require_commander(), 1);
var {
  program,
  createCommand,
  createArgument,
  createOption,
  CommanderError,
  InvalidArgumentError,
  InvalidOptionArgumentError,
  // deprecated old name
  Command,
  Argument,
  Option,
  Help
} = import_index.default;

// src/hop/step-title.ts
function stepTitle({ job, id, title, environment: environment2 }, situation) {
  if (environment2 !== "production") return title;
  const { promotion, standing } = situation;
  if (!promotion.deployBegun) return title;
  const point = promotion.restorePoint?.event.dataAt;
  switch (`${job} ${id}`) {
    case "read check":
      return standing.kind === "on-to" ? "Check production, which runs {to} already" : "Check production, where a deploy of {to} was begun";
    case "read backup":
      return "Keep the backup that was rehearsed";
    case "promote backup":
      return point === void 0 ? title : `Keep the restore point, with the data of ${point}`;
    case "promote deploy":
      if (isOnlyToWatch(situation)) return "Watch {to}, which was put in place";
      return promotion.deployed !== void 0 && servesTarget(situation) ? "See that {to} is deployed" : "Deploy {to} again, to finish it";
    case "finalize migrate":
      return promotion.migrating === void 0 ? title : "See how far the migrations are, which were started";
    default:
      return title;
  }
}

// src/commands/approve-in-terminal.ts
async function wholePathNotApproved(project, stage, hops2) {
  const { journal, configuration, traits, effects } = project;
  const [hop] = hops2;
  if (hop === void 0) return void 0;
  const starts = traits.deferrable && configuration.gates.finalize !== "none";
  effects.signal.throwIfAborted();
  const answer = await stage.approve({
    hop,
    hops: hops2,
    job: "path",
    facts: [
      ...await Promise.all(hops2.map((each) => fact(project, each))),
      "Nobody is asked again. A hop is done only as it was planned, and only when its rehearsal has passed; one that fails ends the climb."
    ],
    question: `Let ${hops2.length === 1 ? "this hop" : `all ${countText(hops2.length, "hop")}`} go to production${starts ? `, and ${hops2.length === 1 ? "its" : "their"} migrations start there` : ""}?`
  });
  if (answer.kind === "declined") {
    const message = {
      happened: `The path from ${hop.from} to ${hops2.at(-1)?.to} was not approved.`,
      means: "Nothing was changed on production by it.",
      next: answer.next
    };
    return { outcome: "waiting", headline: message.happened, message, outputs: {}, summary: "", text: "" };
  }
  for (const each of hops2)
    await journal.append({ type: "approved", hop: referenceTo(each), gate: pathGate("terminal"), by: answer.by });
  return void 0;
}
async function fact({ journal, effects, configuration }, hop) {
  const entries = await journal.read();
  const rehearsal = countedRehearsal(entries, recordOf(entries, hop), {
    now: effects.clock.now(),
    rehearsalMaxAge: configuration.rehearsal["max-age"]
  });
  return `${hop.title}: ${rehearsal.kind === "passed" ? `rehearsed on ${rehearsal.at}` : "it is rehearsed first"}.`;
}

// src/commands/production-now.ts
async function productionNow(project, hop) {
  const { effects, configuration, traits, journal } = project;
  return situationOf({
    hop,
    traits,
    now: effects.clock.now(),
    observation: await openLiveSystem(project, "production").observe(effects.signal),
    entries: await journal.read(),
    rehearsalMaxAge: configuration.rehearsal["max-age"]
  });
}

// src/commands/until.ts
function stopOf(until, hops2, entries) {
  if (until === void 0) return { kind: "at-the-end" };
  const asked2 = until.trim();
  const hop = hops2.find(({ id, to }) => id === asked2 || to === asked2);
  if (hop !== void 0) return { kind: "after", hop };
  const from = hops2.at(0)?.from;
  if (from !== void 0 && (asked2 === from || wasClimbed(asked2, from, entries)))
    return { kind: "reached", release: from };
  const names = hops2.flatMap(({ id, to }) => [id, to]);
  const near = nearest(asked2, names);
  throw new UserError({
    happened: `--until names "${until}", and no hop of the path has this id or leads to this version.`,
    means: "Where to stop is not known, so nothing was done.",
    next: `${near === void 0 ? "" : `Did you mean "${near}"? `}The hops are: ${hops2.map(({ id }) => id).join(", ")}. A version that one of them leads to is accepted too: ${hops2.map(({ to }) => to).join(", ")}.`
  });
}
function wasClimbed(id, release, entries) {
  const planned2 = entries.flatMap((entry) => isOf(entry, "planned") ? entry.event.hops : []);
  return planned2.some(
    (hop) => hop.id === id && hop.to === release && promotionOf(recordOf(entries, hop)).completed !== void 0
  );
}

// src/commands/climb.ts
async function climb(project, invocation, stage, options) {
  return await endOfRun(project, () => climbPath(project, invocation, stage, options));
}
async function climbPath(project, invocation, stage, options) {
  const entries = await project.journal.read();
  let stop = { kind: "at-the-end" };
  const { result, hops: hops2 } = await planToDo(project, { ...invocation, operation: "climb" }, (planned2) => {
    stop = stopOf(options.until, planned2, entries);
  });
  if (result.outcome !== "passed") return result;
  return await climbTo(stop, { project, invocation, stage, hops: hops2, planned: result });
}
async function climbTo(stop, { project, invocation, stage, hops: hops2, planned: planned2 }) {
  if (stop.kind === "reached") return stoppedAt(stop.release, hops2, await reportNow(project, invocation));
  stage.showPlan(planned2.headline, planned2.text);
  if (project.configuration.gates.scope === "path") {
    const declined = await wholePathNotApproved(project, stage, hopsUpTo(stop, hops2));
    if (declined !== void 0) return declined;
  }
  for (const [index, hop] of hops2.entries()) {
    const stopped = await climbHop(project, invocation, stage, hop);
    if (stopped !== void 0) return stopped;
    const left2 = hops2.slice(index + 1);
    if (stop.kind === "after" && hop.id === stop.hop.id && left2.length > 0)
      return stoppedAt(hop.to, left2, await reportNow(project, invocation));
  }
  return await reportNow(project, invocation);
}
function hopsUpTo(stop, hops2) {
  if (stop.kind !== "after") return hops2;
  const last = hops2.findIndex((hop) => hop.id === stop.hop.id);
  return last === -1 ? hops2 : hops2.slice(0, last + 1);
}
function reportNow(project, invocation) {
  return report(project, { ...invocation, command: "report" });
}
function stoppedAt(release, left2, reported) {
  const { message: _, ...rest } = reported;
  const goesOn = `${countText(left2.length, "hop")} to ${left2.at(-1)?.to} ${left2.length === 1 ? "is" : "are"} left`;
  const headline = `Production is on ${release}, where --until stops; ${goesOn}. The same command without --until climbs on.`;
  return { ...rest, outcome: "passed", headline };
}
async function climbHop(project, invocation, stage, hop) {
  const steps2 = hopSequence(project.traits);
  for (const job of jobNames) {
    const own = steps2.filter((step) => step.job === job);
    if (own.length === 0) continue;
    const situation = await productionNow(project, hop);
    const declined = await passGate(project, stage, job, situation);
    if (declined !== void 0) return declined;
    const end2 = await stage.runJob(
      jobTitle(hop, job),
      job === "rehearse" && situation.rehearsal.kind === "passed" ? [keptRehearsal(situation.rehearsal.at)] : own.map((step) => sequenceStep(project, invocation, hop, { ...step, title: stepTitle(step, situation) }))
    );
    if (end2.kind === "stopped") return end2.result;
    if (job === "read" && end2.results.at(0)?.outcome === "skipped") return void 0;
  }
  return void 0;
}
function keptRehearsal(at2) {
  const headline = `Nothing to do: the rehearsal of this hop passed on ${timeText(at2)}.`;
  const result = { outcome: "skipped", headline, outputs: {}, summary: "", text: "" };
  return { title: "Keep the rehearsal", run: async () => result };
}
async function passGate(project, stage, job, situation) {
  if (job !== "promote" && job !== "finalize") return void 0;
  const gate = job === "promote" ? project.configuration.gates.production : project.configuration.gates.finalize;
  if (gate === "none" || project.configuration.gates.scope === "path") return void 0;
  const asked2 = toApprove(job, situation);
  if (asked2.kind === "nothing") return void 0;
  const { hop } = situation;
  project.effects.signal.throwIfAborted();
  const answer = await stage.approve({
    hop,
    hops: [hop],
    job,
    ...stakeOf(asked2, situation, allContentDigests(project))
  });
  if (answer.kind === "declined") {
    const message = {
      happened: `${job === "promote" ? "The promotion" : "Starting the migrations"} of hop ${hop.id} was not approved.`,
      means: "Nothing was changed on production by it.",
      next: answer.next
    };
    return { outcome: "waiting", headline: message.happened, message, outputs: {}, summary: "", text: "" };
  }
  await project.journal.append({
    type: "approved",
    hop: referenceTo(hop),
    gate: `terminal, ${job}`,
    by: answer.by
  });
  return void 0;
}
var jobTitles = {
  read: "Read production",
  rehearse: "Rehearse on staging",
  promote: "Promote to production",
  finalize: "Finalize on production"
};
function jobTitle(hop, job) {
  return `Hop ${hop.index} of ${hop.count}, ${hop.title}: ${jobTitles[job]}`;
}

// src/terminal/asked.ts
import { PassThrough } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
var left = /* @__PURE__ */ new Set(["ExitPromptError", "AbortPromptError"]);
var signalMilliseconds = 50;
async function asked(signal, question) {
  const { stdin } = process;
  const setRawMode = (mode) => {
    stdin.setRawMode(mode);
  };
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode });
  stdin.pipe(input);
  try {
    return await Promise.race([question({ input, signal }), endOf(input)]);
  } catch (error) {
    if (!(error instanceof Error && left.has(error.name))) throw error;
    await delay(signalMilliseconds);
    throw new LeftQuestion(error.message, { cause: error });
  } finally {
    stdin.unpipe(input);
    stdin.pause();
  }
}
function endOf(input) {
  return new Promise((_resolve, reject) => {
    input.once("end", () => {
      const error = new Error("the input has ended");
      error.name = "ExitPromptError";
      reject(error);
    });
  });
}

// src/init/questions.ts
var terminalQuestions = (signal) => ({
  text: async (message, proposed) => {
    const { input } = await import("./dist-MGUSOYWM.js");
    const validate = (value) => value.trim() !== "" || "Something is needed here.";
    const question = { message, ...proposed === "" ? {} : { default: proposed }, validate };
    return await asked(signal, (asking) => input(question, asking));
  },
  choose: async (message, choices, proposed) => {
    const { select } = await import("./dist-MGUSOYWM.js");
    const question = { message, choices: choices.map((value) => ({ value })), default: proposed };
    return await asked(signal, (asking) => select(question, asking));
  }
});

// src/init/run-init.ts
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join as join2 } from "node:path";

// src/init/options.ts
var initFlags = [
  {
    flags: "--product <name>",
    description: 'the product, such as medplum; "sample" for the one that comes with this tool'
  },
  {
    flags: "--system <name>",
    description: "a name for your installation; it names the lock, the journal and the backups"
  },
  { flags: "--database <kind>", description: "postgres or sqlite" },
  { flags: "--production-url <url>", description: "where production answers" },
  { flags: "--staging-url <url>", description: "where staging answers" },
  { flags: "--deploy <command>", description: "puts {version} in place in {environment}; split at spaces, no shell" },
  { flags: "--stop <command>", description: "stops the server of {environment}, so that its database can be replaced" },
  { flags: "--scrub <command>", description: "makes a copy of live data harmless before a server starts on it" },
  { flags: "--backup-folder <path>", description: "a folder that the runners of both environments reach" },
  { flags: "--journal <git|folder>", description: "where the record is kept: a branch of the repository, or a folder" },
  {
    flags: "--runner <labels>",
    description: "labels of the runner that reaches production (and staging), separated by commas"
  },
  { flags: "--staging-runner <labels>", description: "labels of the runner that reaches staging" },
  { flags: "--action <pin>", description: "the action to use, as OWNER/NAME@COMMIT, the full commit" },
  { flags: "--variable <name...>", description: "names of ${NAME}s that are no secrets: they come from variables" },
  { flags: "--oidc", description: "let the jobs ask for an OIDC token, to log in to a cloud" },
  {
    flags: "--schedule <cron>",
    description: 'start a run by itself at these times (UTC) that goes on with what waits; "none" for no such runs'
  },
  { flags: "--check", description: "only say whether the workflows are what init would write; exit code 1 when not" },
  { flags: "--update", description: "write the workflows anew, keeping what stands between marks" },
  { flags: "--force", description: "replace files that were changed by hand; use an action by a branch or tag" }
];

// src/init/plain-values.ts
var hidden = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
function refuseHidden(name, value) {
  const found = hidden.exec(value)?.[0];
  if (found === void 0) return;
  const isBreak = /[\n\r\u2028\u2029\u0085]/.test(found);
  const code = found.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  throw new UserError({
    happened: `${name} has ${isBreak ? "a line break" : `the control character U+${code}`} in it: ${shown(value)}.`,
    means: "It would add to the files what nobody sees in a review. Nothing was written.",
    next: "Write the value again, on one line."
  });
}
function shown(value) {
  const escaped = (text) => `\\u${text.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value).replaceAll(new RegExp(hidden, "gu"), escaped);
}
function refuseHiddenFlags(options) {
  const given = new Map(Object.entries(options));
  for (const { flags } of initFlags) {
    const [flag = ""] = flags.split(" ");
    const name = flag.slice(2).replaceAll(/-([a-z])/g, (_, letter) => letter.toUpperCase());
    const value = given.get(name);
    for (const text of Array.isArray(value) ? value : [value]) if (typeof text === "string") refuseHidden(flag, text);
  }
}
function refuseExpressions(name, labels2) {
  const label = labels2.find((each) => each.includes("${"));
  if (label === void 0) return;
  throw new UserError({
    happened: `${name} has an expression as a label: "${label}".`,
    means: "It would be evaluated for each run, so the workflow would not say which machine gets the credentials. Nothing was written.",
    next: `Write the label itself, such as ${name} self-hosted,production.`
  });
}

// src/init/presets.ts
var presets = {
  sample: {
    system: "sample",
    database: "sqlite",
    prefix: "SAMPLE_",
    productionUrl: "http://127.0.0.1:${SAMPLE_PRODUCTION_PORT}",
    stagingUrl: "http://127.0.0.1:${SAMPLE_STAGING_PORT}",
    sqliteFile: "${SAMPLE_{SIDE}_STATE}/records.sqlite",
    deploy: ["node", "deploy.mjs", "start", "{version}"],
    stop: ["node", "deploy.mjs", "stop"],
    deployEnvironment: {
      SAMPLE_STATE: "${SAMPLE_{SIDE}_STATE}",
      SAMPLE_PORT: "${SAMPLE_{SIDE}_PORT}",
      SAMPLE_TOKEN: "${SAMPLE_{SIDE}_ADMIN_TOKEN}"
    },
    scrub: { waive: "The records of the sample are invented." },
    backupFolder: "${SAMPLE_BACKUPS}"
  },
  unleash: {
    system: "flags",
    database: "postgres",
    prefix: "UNLEASH_",
    productionUrl: "http://127.0.0.1:${UNLEASH_PRODUCTION_PORT}",
    stagingUrl: "http://127.0.0.1:${UNLEASH_STAGING_PORT}",
    deploy: ["node", "deploy.mjs", "start", "{version}"],
    stop: ["node", "deploy.mjs", "stop"],
    deployEnvironment: {
      UNLEASH_STATE: "${UNLEASH_{SIDE}_STATE}",
      UNLEASH_RELEASES: "${UNLEASH_RELEASES}",
      UNLEASH_PORT: "${UNLEASH_{SIDE}_PORT}",
      UNLEASH_ADMIN_TOKEN: "${UNLEASH_{SIDE}_ADMIN_TOKEN}",
      DATABASE_URL: "${UNLEASH_{SIDE}_DATABASE_URL}"
    },
    scrub: {
      run: ["node", "scrub.mjs"],
      env: { UNLEASH_STAGING_DATABASE_URL: "${UNLEASH_STAGING_DATABASE_URL}" }
    },
    backupFolder: "${UNLEASH_BACKUPS}",
    plain: ["UNLEASH_PRODUCTION_STATE", "UNLEASH_RELEASES", "UNLEASH_STAGING_STATE"]
  }
};
var general = {
  database: "postgres",
  prefix: "",
  deploy: ["./deploy/deploy.sh", "{environment}", "{version}"],
  stop: ["./deploy/stop.sh", "{environment}"],
  deployEnvironment: {},
  scrub: { run: ["./deploy/scrub.sh"] },
  backupFolder: "${BACKUP_FOLDER}",
  journal: "git"
};
function presetFor(product) {
  const own = Object.hasOwn(presets, product) ? presets[product] : void 0;
  return { ...general, ...own };
}

// src/init/render/yaml.ts
function indent(spaces, lines) {
  return lines.map((line) => line === "" ? "" : " ".repeat(spaces) + line);
}
function scalar(text) {
  const plain = /^[A-Za-z0-9_./$]/.test(text) && !/: |:$| #|[\n"\\]|\s$/.test(text) && !/^(true|false|null|yes|no|on|off|~|[\d.]+(e\d+)?|0x[\da-f]+)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}
function mapping(entries) {
  return entries.map(([key, value]) => `${key}: ${scalar(value)}`);
}
function labels(list) {
  const only = list.length === 1 ? list[0] : void 0;
  return only === void 0 ? `[${list.map(flowScalar).join(", ")}]` : scalar(only);
}
function flowScalar(text) {
  return /[,[\]{}]/.test(text) ? JSON.stringify(text) : scalar(text);
}

// src/init/render/configuration.ts
var databaseKinds = ["postgres", "sqlite"];
function forSide(template, side) {
  return template.replaceAll("{SIDE}", side.toUpperCase());
}
function renderConfiguration(answers) {
  const { system, product, journal } = answers;
  const lines = [
    "# What Staged Upgrade knows about this system. Every key: docs/configuration.md of the project.",
    "# ${NAME} is an environment variable of the job: secrets stay in the environments of this repository.",
    `system: ${scalar(system)}`,
    `product: ${scalar(product)}`,
    "environments:",
    "  production:",
    ...indent(4, environment(answers, "production")),
    "  staging:",
    "    # Everything here may be replaced: each rehearsal restores a copy of production over it.",
    "    disposable: true",
    ...indent(4, environment(answers, "staging")),
    ...indent(4, scrub(answers)),
    "# A folder that the runners of production and of staging both reach.",
    `backup: { store: { folder: { path: ${JSON.stringify(answers.backupFolder)} } } }`,
    `journal: { store: ${journal === "git" ? "{ git: {} }" : `{ folder: { path: ${JSON.stringify(journal.folder)} } }`} }`,
    "# Who lets a hop go on: the reviewers of a GitHub environment (environment), or nobody (none).",
    "gates: { production: environment, finalize: environment }"
  ];
  return `${lines.join("\n")}
`;
}
function environment(answers, side) {
  const { access, prefix, deployEnvironment } = answers;
  const url = side === "production" ? answers.productionUrl : answers.stagingUrl;
  const own = Object.entries(deployEnvironment);
  const variables = own.length === 0 ? Object.entries(databaseVariable(answers, side)) : own;
  return [
    `url: ${url.includes("${") ? JSON.stringify(url) : scalar(url)}`,
    ...access.length === 0 ? [] : ["access:"],
    ...access.map((name) => `  ${name}: "\${${prefix}${upper(`${side}_${name}`)}}"`),
    `database: ${database(answers, side)}`,
    "deploy:",
    "  command:",
    `    run: ${argv(answers.deploy)}`,
    `    stop: ${argv(answers.stop)}`,
    "    # A command gets the secrets that it names here, and no others.",
    "    env:",
    ...variables.map(([name, value]) => `      ${name}: ${JSON.stringify(forSide(value, side))}`)
  ];
}
function database(answers, side) {
  const place = JSON.stringify(databasePlace(answers, side));
  return answers.database === "postgres" ? `{ postgres: { url: ${place} } }` : `{ sqlite: { file: ${place} } }`;
}
function databasePlace({ database: kind, prefix, sqliteFile }, side) {
  switch (kind) {
    case "postgres":
      return `\${${prefix}${upper(side)}_DATABASE_URL}`;
    case "sqlite":
      return forSide(sqliteFile ?? `\${${prefix}{SIDE}_DATABASE_FILE}`, side);
  }
}
function databaseVariable(answers, side) {
  const name = answers.database === "postgres" ? "DATABASE_URL" : "DATABASE_FILE";
  return { [name]: databasePlace(answers, side) };
}
function scrub(answers) {
  const hook = answers.scrub;
  return [
    "hooks:",
    "  # Before the server first starts on a copy of live data: it must not write mail to the people in it.",
    "run" in hook ? `  scrub: { run: ${argv(hook.run)}, env: ${mapping2(hook.env ?? databaseVariable(answers, "staging"))} }` : `  scrub: { waive: ${JSON.stringify(hook.waive)} }`
  ];
}
function mapping2(env2) {
  const members = Object.entries(env2).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `{ ${members.join(", ")} }`;
}
function argv(list) {
  return `[${list.map(flowScalar).join(", ")}]`;
}
function upper(name) {
  return name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, "_");
}

// src/init/answers.ts
async function answersFrom(options, products, questions) {
  const product = options.product ?? await questions?.choose("Which product?", products.names, products.names[0] ?? "");
  if (product === void 0) throw missing(["--product"], products.names);
  const definition = products.find(product);
  if (definition === void 0) throw unknownProduct(product, products.names);
  const { plain: _, ...preset } = presetFor(product);
  const absent = [];
  const ask = async (flag, given, usual, message) => {
    const value = given ?? await questions?.text(message, usual ?? "") ?? usual;
    if (value === void 0) absent.push(flag);
    else refuseHidden(flag, value);
    return value ?? "";
  };
  const system = await ask(
    "--system",
    options.system,
    preset.system,
    "A name for your installation (small letters and hyphens)"
  );
  const productionUrl = await ask(
    "--production-url",
    options.productionUrl,
    preset.productionUrl,
    "Where does production answer? (URL)"
  );
  const stagingUrl = await ask(
    "--staging-url",
    options.stagingUrl,
    preset.stagingUrl,
    "Where does staging answer? (URL)"
  );
  if (absent.length > 0) throw missing(absent, products.names);
  const database2 = options.database ?? preset.database;
  return {
    ...preset,
    product,
    system,
    productionUrl,
    stagingUrl,
    database: knownDatabase(database2),
    deploy: words("--deploy", options.deploy) ?? preset.deploy,
    stop: words("--stop", options.stop) ?? preset.stop,
    scrub: scrubOf(words("--scrub", options.scrub)) ?? preset.scrub,
    backupFolder: options.backupFolder ?? preset.backupFolder,
    journal: journalOf(options.journal) ?? preset.journal,
    access: Object.keys(definition.access)
  };
}
function scrubOf(run) {
  return run === void 0 ? void 0 : { run };
}
function journalOf(text) {
  if (text === void 0) return void 0;
  return text === "git" ? "git" : { folder: text };
}
function words(flag, text) {
  if (text === void 0) return void 0;
  const [program2, ...rest] = text.split(/\s+/).filter((word) => word !== "");
  if (program2 !== void 0) return [program2, ...rest];
  throw new UserError({
    happened: `${flag} is empty.`,
    means: "Nothing was written.",
    next: `Give it a program and its arguments: ${flag} "./deploy.sh {environment} {version}".`
  });
}
function knownDatabase(text) {
  const known = databaseKinds.find((kind) => kind === text);
  if (known !== void 0) return known;
  const meant = nearest(text, databaseKinds);
  throw new UserError({
    happened: `--database is "${text}".`,
    means: "Nothing was written.",
    next: `${meant === void 0 ? "" : `Did you mean "${meant}"? `}It must be ${databaseKinds.join(" or ")}.`
  });
}
function unknownProduct(name, names) {
  const meant = nearest(name, names);
  return new UserError({
    happened: `There is no product "${name}".`,
    means: "Nothing was written.",
    next: `${meant === void 0 ? "" : `Did you mean "${meant}"? `}There are: ${names.join(", ")}. A product of your own is written out in the configuration; start from one of these.`
  });
}
function missing(flags, names) {
  return new UserError({
    happened: `${flags.join(", ")} ${flags.length === 1 ? "is" : "are"} missing, and there is no terminal to ask at.`,
    means: "Nothing was written.",
    next: `Give ${flags.length === 1 ? "it" : "them"} as flags. Products: ${names.join(", ")}. All flags: staged-upgrade init --help.`
  });
}

// src/init/marks.ts
var begin = /^\s*# staged-upgrade: begin (?<name>[a-z-]+( [a-z-]+)*)\b/;
var end = /^\s*# staged-upgrade: end (?<name>[a-z-]+( [a-z-]+)*)\s*$/;
function keptIn(text) {
  const kept = /* @__PURE__ */ new Map();
  let open;
  for (const line of text.split("\n")) {
    const ended = end.exec(line)?.groups?.name;
    if (open !== void 0 && ended === open.name) {
      kept.set(open.name, open.lines);
      open = void 0;
    } else if (open !== void 0) {
      open.lines.push(line);
    } else {
      const name = begin.exec(line)?.groups?.name;
      if (name !== void 0) open = { name, lines: [] };
    }
  }
  if (open !== void 0) throw unclosed(open.name);
  return kept;
}
function withKept(text, kept) {
  return text.split("\n").flatMap((line) => {
    const name = begin.exec(line)?.groups?.name;
    return name === void 0 ? [line] : [line, ...kept.get(name) ?? []];
  }).join("\n");
}
function withoutKept(text) {
  let inside;
  return text.split("\n").filter((line) => {
    if (inside !== void 0) {
      if (end.exec(line)?.groups?.name !== inside) return false;
      inside = void 0;
      return true;
    }
    inside = begin.exec(line)?.groups?.name;
    return true;
  }).join("\n");
}
function lostMarks(text, kept) {
  const places = new Set(keptIn(text).keys());
  return [...kept].filter(([name, lines]) => !places.has(name) && lines.some((line) => line.trim() !== "")).map(([name]) => name);
}
function unclosed(name) {
  return new UserError({
    happened: `A workflow has "# staged-upgrade: begin ${name}" without its end.`,
    means: "What is yours in it cannot be told from what was generated. Nothing was written.",
    next: `Put "# staged-upgrade: end ${name}" behind your steps.`
  });
}

// src/init/render/header.ts
import { createHash } from "node:crypto";
var stampStart = "# staged-upgrade: content ";
function withHeader(about, extra, body) {
  const lines = [
    `# ${about}`,
    '# Written by "staged-upgrade init". What you put between "begin" and "end" marks stays when "init --update" writes it anew.',
    ...extra,
    ...body
  ];
  const text = `${lines.join("\n")}
`;
  const [first2 = "", second = "", ...rest] = text.split("\n");
  return [first2, second, stampStart + stampOf(text), ...rest].join("\n");
}
function isAsRendered(text) {
  const line = text.split("\n").find((each) => each.startsWith(stampStart));
  return line?.slice(stampStart.length) === stampOf(text);
}
function stampOf(text) {
  const content = withoutKept(text.replaceAll("\r\n", "\n")).split("\n").filter((line) => !line.startsWith(stampStart)).join("\n");
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}

// src/init/changes.ts
function changeOf(path, existing, rendered, mode, force) {
  if (existing === void 0)
    return mode === "check" ? { kind: "drift", text: void 0 } : { kind: "create", text: rendered };
  const kept = keptIn(existing);
  const wanted = withKept(rendered, kept);
  if (wanted === existing.replaceAll("\r\n", "\n")) return { kind: "unchanged" };
  if (mode === "check") return { kind: "drift", text: wanted };
  if (force) return { kind: "replace", text: wanted };
  if (mode === "create") {
    return {
      kind: "refuse",
      happened: `${path} exists and is not what would be written.`,
      next: 'Use "init --check" to see the difference, "init --update" to bring it up to date, or "--force" to replace it.'
    };
  }
  const lost = lostMarks(rendered, kept);
  if (lost.length > 0) {
    return {
      kind: "refuse",
      happened: `${path} has steps of yours in "${lost.join('", "')}", and the new workflow has no such job.`,
      next: 'Move them, or use "--force" to drop them.'
    };
  }
  if (isAsRendered(existing)) return { kind: "replace", text: wanted };
  return {
    kind: "refuse",
    happened: `${path} was changed by hand outside of its "begin" and "end" marks.`,
    next: 'Use "init --check" to see the difference; move your change between marks or into the configuration, or use "--force" to drop it.'
  };
}

// src/init/content.ts
function contentOf(configuration, document, deferrable, settings) {
  const { environments, gates, system } = configuration;
  return {
    settings,
    system,
    document,
    deferrable,
    urls: { production: literal(environments.production.url), staging: literal(environments.staging.url) },
    jobMinutes: configuration["job-limit"] / 6e4,
    proveRestorePoint: configuration["restore-point"].prove,
    scope: gates.scope,
    gates: { production: gates.production, finalize: deferrable ? gates.finalize : "none" }
  };
}
function literal(url) {
  return url.includes("${") ? void 0 : url;
}

// src/init/pins.ts
var unreleased = "0000000000000000000000000000000000000000";
var ownAction = { repository: "staged-upgrade/staged-upgrade", ref: unreleased, version: "v1" };
var checkout = {
  repository: "actions/checkout",
  ref: "de0fac2e4500dabe0009e67214ff5f5447ce83dd",
  version: "v6.0.2"
};
var uploadArtifact = {
  repository: "actions/upload-artifact",
  ref: "b7c566a772e6b6bfb58ed0dc250532a479d7789f",
  version: "v6.0.0"
};
function usesText({ repository, ref, version }) {
  return `${repository}@${ref}${version === void 0 ? "" : ` # ${version}`}`;
}
function parsePin(text) {
  const match = /^([\w.-]+\/[\w.-]+)@([\w./-]+)(?: *# *([\w.-]+))?$/.exec(text.trim());
  const [, repository, ref, version] = match ?? [];
  if (repository === void 0 || ref === void 0) {
    throw new UserError({
      happened: `--action is ${JSON.stringify(text)}.`,
      means: "Nothing was written.",
      next: 'Write OWNER/NAME@COMMIT, and "# v1" behind it if you like: the version that people know the commit by.'
    });
  }
  return { repository, ref, ...version === void 0 ? {} : { version } };
}
var releaseTag = /^v\d+\.\d+\.\d+$/;
function isFixed({ repository, ref }) {
  if (/^[0-9a-f]{40}$/.test(ref)) return true;
  return repository.toLowerCase() === ownAction.repository && releaseTag.test(ref);
}
function refuseMoving(pin) {
  if (isFixed(pin)) return;
  const isShort = /^[0-9a-f]{7,39}$/.test(pin.ref);
  throw new UserError({
    happened: `--action names "${pin.ref}" of ${pin.repository}, which is ${isShort ? "only a part of a commit" : "a branch or a tag that can be moved"}.`,
    means: "Whoever can push to that repository could change what runs with the credentials of production. Nothing was written.",
    next: `Write the full commit (40 digits): --action "${pin.repository}@COMMIT # ${pin.version ?? pin.ref}". To use it all the same, add --force.`
  });
}

// src/init/render/diagnostics-step.ts
function keepDiagnostics(name) {
  return {
    id: "diagnostics",
    name: "Keep what a vendor will ask for",
    if: `always() && hashFiles('${diagnosticsPrefix}*.md') != ''`,
    timeoutMinutes: 10,
    uses: uploadArtifact,
    with: [
      ["name", name],
      ["path", `${diagnosticsPrefix}*.md`],
      ["if-no-files-found", "ignore"]
    ]
  };
}

// src/init/render/hop-jobs.ts
var shapes = {
  read: {
    name: "Read production",
    side: "production",
    record: false
  },
  rehearse: {
    name: "Rehearse on staging",
    side: "staging",
    record: true,
    ...after("read")
  },
  promote: {
    name: "Promote to production",
    side: "production",
    record: true,
    gate: "production",
    ...after("rehearse")
  },
  finalize: {
    name: "Migrate production",
    side: "production",
    record: true,
    gate: "finalize",
    needs: ["promote"],
    // A release that brings nothing to start is complete with its promotion: nobody is asked for nothing.
    if: "needs.promote.outputs.result == 'passed' && needs.promote.outputs.complete != 'true'"
  }
};
function after(job) {
  return { needs: [job], if: `needs.${job}.outputs.result == 'passed'` };
}
function hopJob(job, content, hop) {
  const steps2 = hopSequence(traitsOf(content)).filter((step) => step.job === job);
  const outputs = [["result", resultOf(steps2)], ...job === "promote" ? completeOf(steps2) : []];
  const own = stepsOf(steps2, content, hop);
  const diagnostics = keepDiagnostics(`diagnostics-${job}-\${{ ${hop.object}.id }}-\${{ github.run_attempt }}`);
  return {
    ...shapes[job],
    environment: environmentOfJob(job, content.scope),
    job,
    outputs,
    steps: shapes[job].side === "production" ? [...own, diagnostics] : own
  };
}
function traitsOf({ deferrable, proveRestorePoint }) {
  return { deferrable, proveRestorePoint };
}
function completeOf(steps2) {
  const report2 = steps2.find(({ command }) => command === "report");
  return report2 === void 0 ? [] : [["complete", `\${{ steps.${report2.id}.outputs.complete }}`]];
}
function resultOf(steps2) {
  const last = steps2.at(-1);
  const first2 = steps2.at(0);
  if (last === void 0 || first2 === void 0 || last.command === "report")
    return `\${{ steps.${last?.id}.outputs.result }}`;
  return `\${{ steps.${last.id}.outputs.proceed == 'true' && 'passed' || steps.${last.id}.outputs.result || steps.${first2.id}.outputs.result }}`;
}
function stepsOf(steps2, content, hop) {
  return steps2.map((step, index) => {
    const guard = guardOf(step, steps2[index - 1], steps2[0]);
    return {
      id: step.id,
      name: step.title.replaceAll(/\{(from|to)\}/g, (_, side) => `\${{ ${hop.object}.${side} }}`),
      ...guard === void 0 ? {} : { if: guard },
      ...step.command === "report" ? { timeoutMinutes: 10 } : {},
      with: [
        ["command", step.command],
        ["environment", step.environment],
        ..."purpose" in step ? [["purpose", step.purpose]] : [],
        ..."release" in step ? [["release", step.release]] : [],
        ["hop", `\${{ ${hop.json} }}`],
        ...minds(step, content) ? [["retry", "${{ inputs.retry }}"]] : [],
        ...asksForConfirmation(step, content) ? [["confirm", "${{ inputs.confirm }}"]] : []
      ]
    };
  });
}
function minds({ command, environment: environment2 }, { deferrable }) {
  return deferrable && environment2 === "production" && ["wait", "smoke", "migrate", "report"].includes(command);
}
function asksForConfirmation({ job, command, environment: environment2 }, { gates }) {
  if (environment2 !== "production") return false;
  if (job === "promote") return gates.production === "dispatch" && (command === "backup" || command === "deploy");
  return gates.finalize === "dispatch" && command === "migrate";
}
function guardOf(step, before, first2) {
  if (before === void 0 || first2 === void 0) return void 0;
  if (step.command === "report") return `always() && steps.${first2.id}.outcome != 'skipped'`;
  return before.command === "check" ? `steps.${before.id}.outputs.result == 'passed'` : `steps.${before.id}.outputs.proceed == 'true'`;
}

// src/init/render/job.ts
function hasGate({ gates }, setting) {
  return gates.production === setting || gates.finalize === setting;
}
function renderJob(parts, content) {
  const { settings, document, proveRestorePoint } = content;
  const variables = jobVariables(document, parts.job, settings.plain, proveRestorePoint);
  const freezable = parts.job === "promote" || parts.job === "finalize";
  const environment2 = [...variables, ...freezable ? [{ name: freezeVariable, from: "vars" }] : []];
  const url = parts.record ? content.urls[parts.side] : void 0;
  const body = [
    `name: ${scalar(parts.name)}`,
    ...parts.needs === void 0 ? [] : [`needs: ${labels(parts.needs)}`],
    ...parts.if === void 0 ? [] : [`if: ${scalar(parts.if)}`],
    `runs-on: ${runner(settings.runners[parts.side])}`,
    "environment:",
    `  name: ${parts.environment}`,
    ...parts.record ? [] : ["  deployment: false"],
    ...url === void 0 ? [] : [`  url: ${scalar(url)}`],
    "permissions:",
    ...indent(
      2,
      permissions({
        pushes: parts.readsOnly !== true,
        readsApprovals: parts.gate !== void 0 && content.gates[parts.gate] === "environment",
        oidc: settings.oidc
      })
    ),
    `timeout-minutes: ${parts.timeoutMinutes ?? content.jobMinutes}`,
    "outputs:",
    ...indent(2, mapping(parts.outputs)),
    ...environment2.length === 0 ? [] : ["env:"],
    ...environment2.map(({ name, from }) => `  ${name}: \${{ ${from}.${name} }}`),
    "steps:",
    ...indent(2, steps(parts, settings))
  ];
  return [`  ${parts.job}:`, ...indent(4, body)];
}
function runner(list) {
  return `${labels(list)}${list.includes("self-hosted") ? " # zizmor: ignore[self-hosted-runner]" : ""}`;
}
function permissions({ pushes, readsApprovals, oidc }) {
  return [
    pushes ? "contents: write # pushes the branch that holds the journal" : "contents: read",
    ...readsApprovals ? ["actions: read # reads who approved, and that approval is required"] : [],
    ...oidc ? ["id-token: write # logs in to your cloud without a stored secret"] : []
  ];
}
function steps({ job, steps: own }, settings) {
  return [
    "- name: Check out the configuration",
    `  uses: ${usesText(checkout)}`,
    "  with:",
    "    persist-credentials: false",
    `# staged-upgrade: begin login ${job} (your steps that log in: OIDC, a VPN, a registry)`,
    `# staged-upgrade: end login ${job}`,
    ...own.flatMap((step) => [
      `- name: ${scalar(step.name)}`,
      `  id: ${step.id}`,
      ...step.if === void 0 ? [] : [`  if: ${scalar(step.if)}`],
      ...step.timeoutMinutes === void 0 ? [] : [`  timeout-minutes: ${step.timeoutMinutes}`],
      `  uses: ${usesText(step.uses ?? settings.action)}`,
      "  with:",
      ...indent(4, mapping(step.with))
    ])
  ];
}

// src/init/render/hop-workflow.ts
var givenHop = { json: "inputs.hop", object: "fromJSON(inputs.hop)" };
function renderHopWorkflow(content) {
  const jobs = [...new Set(hopSequence(traitsOf(content)).map((step) => step.job))];
  return withHeader(
    "One hop: rehearsed on a restored copy of production, then promoted. Called by upgrade.yml.",
    [],
    [
      "name: Hop",
      "",
      "on:",
      "  workflow_call:",
      "    inputs:",
      "      hop:",
      "        description: The hop, as JSON the way the plan made it.",
      "        type: string",
      "        required: true",
      ...content.deferrable ? [
        "      retry:",
        "        description: Whether a migration that has failed is started once more.",
        "        type: boolean",
        "        default: false"
      ] : [],
      ...hasGate(content, "dispatch") ? [
        "      confirm:",
        "        description: What a person typed to let a hop go on.",
        "        type: string",
        '        default: ""'
      ] : [],
      "",
      "permissions: {}",
      "",
      "# The run that calls this workflow holds the concurrency group; a second one here would wait for the first for ever.",
      "",
      "jobs:",
      ...jobs.map((job) => renderJob(hopJob(job, content, givenHop), content)).flatMap((lines, index) => index === 0 ? lines : ["", ...lines])
    ]
  );
}

// src/init/render/rollback-workflow.ts
function renderRollbackWorkflow(content) {
  const job = renderJob(
    {
      job: "rollback",
      name: "Go back on production",
      side: "production",
      environment: "production",
      record: true,
      gate: "production",
      outputs: [["result", "${{ steps.rollback.outputs.result }}"]],
      steps: [
        {
          id: "rollback",
          name: "Go back to the release before ${{ inputs.hop }}",
          with: [
            ["command", "rollback"],
            ["environment", "production"],
            ["hop", "${{ inputs.hop }}"],
            ["confirm", "${{ inputs.confirm }}"],
            ["reason", "${{ inputs.reason }}"],
            ["accept", "${{ inputs.accept }}"]
          ]
        },
        keepDiagnostics("diagnostics-${{ github.run_id }}-${{ github.run_attempt }}"),
        {
          id: "report",
          name: "Say where production stands",
          if: "always() && steps.rollback.outcome != 'skipped'",
          timeoutMinutes: 10,
          with: [
            ["command", "report"],
            ["environment", "production"],
            ["hop", "${{ inputs.hop }}"]
          ]
        }
      ]
    },
    content
  );
  return withHeader(
    "The way back of one hop on production.",
    [],
    [
      "name: Rollback",
      "run-name: Go back from ${{ inputs.hop }}",
      "",
      "# In no concurrency group: a run that waits for approval may hold it for 30 days. A rollback goes first, and steps",
      "# of older runs refuse to act after it.",
      "on: # zizmor: ignore[concurrency-limits]",
      "  workflow_dispatch:",
      "    inputs:",
      "      hop:",
      '        description: "The id of the hop to go back from, such as 1.0.2--1.1.4"',
      "        type: string",
      "        required: true",
      "      confirm:",
      '        description: "Leave empty at first. If only a restore goes back, it says what that loses: then the same id again"',
      "        type: string",
      '        default: ""',
      "      reason:",
      "        description: Why, for the journal",
      "        type: string",
      '        default: ""',
      "      accept:",
      '        description: "Only when this rollback has failed at a smoke test that is itself wrong: why it is finished all the same"',
      "        type: string",
      '        default: ""',
      "",
      "permissions: {}",
      "",
      "jobs:",
      ...job
    ]
  );
}

// src/init/settings.ts
var defaultSettings = {
  action: ownAction,
  // Apart from the beginning: what runs on staging's runner must find nothing of production there.
  runners: { production: ["self-hosted", "production"], staging: ["self-hosted", "staging"] },
  plain: [],
  oidc: false
};
var lineStart = "# staged-upgrade: settings ";
var shape = external_exports.strictObject({
  action: external_exports.string(),
  runners: external_exports.strictObject({ production: external_exports.array(external_exports.string()).min(1), staging: external_exports.array(external_exports.string()).min(1) }),
  plain: external_exports.array(external_exports.string()),
  oidc: external_exports.boolean(),
  schedule: external_exports.string().exactOptional()
});
function settingsLine(settings) {
  const kept = {
    action: usesText(settings.action),
    runners: { production: [...settings.runners.production], staging: [...settings.runners.staging] },
    plain: [...settings.plain],
    oidc: settings.oidc,
    ...settings.schedule === void 0 ? {} : { schedule: settings.schedule }
  };
  return lineStart + JSON.stringify(kept);
}
function settingsIn(text) {
  const line = text.split("\n").find((each) => each.startsWith(lineStart));
  if (line === void 0) return void 0;
  const parsed = shape.safeParse(fromJson(line.slice(lineStart.length)));
  if (!parsed.success) throw damaged();
  return { ...parsed.data, action: parsePin(parsed.data.action) };
}
function fromJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function damaged() {
  return new UserError({
    happened: 'The line "# staged-upgrade: settings" in .github/workflows/upgrade.yml cannot be read.',
    means: "It is not known what these workflows were written with. Nothing was written.",
    next: "Restore the line from the history of the repository, or delete it and give the flags again with --force."
  });
}

// src/init/render/upgrade-workflow.ts
var marking = "mark-disposable";
function renderUpgradeWorkflow(content) {
  const isScheduled = content.settings.schedule !== void 0;
  const isWholePath = content.scope === "path";
  const target = isScheduled ? "github.event_name == 'schedule' && 'unfinished' || inputs.target || 'newest'" : "inputs.target || 'newest'";
  const mark = renderJob(
    {
      job: "mark",
      name: "Mark staging as disposable",
      side: "staging",
      environment: "staging",
      record: false,
      if: `inputs.operation == '${marking}'`,
      timeoutMinutes: 15,
      outputs: [["result", "${{ steps.mark.outputs.result }}"]],
      steps: [
        {
          id: "mark",
          name: "Mark staging's database as one that may be emptied",
          with: [
            ["command", marking],
            ["confirm", "${{ inputs.confirm }}"]
          ]
        }
      ]
    },
    content
  );
  const plan = renderJob(
    {
      job: "plan",
      name: "Plan",
      side: "production",
      environment: "production-read",
      record: false,
      if: `inputs.operation != '${marking}'`,
      timeoutMinutes: 15,
      outputs: ["result", "hops", "count", "current", "target"].map((name) => [
        name,
        `\${{ steps.plan.outputs.${name} }}`
      ]),
      steps: [
        {
          id: "plan",
          name: "Plan the path from what production runs",
          with: [
            ["command", "plan"],
            ["target", `\${{ ${target} }}`],
            ["acknowledge", "${{ inputs.acknowledge }}"],
            ["facts", "${{ inputs.facts }}"],
            ["parts", "${{ inputs.parts }}"],
            ["operation", "${{ inputs.operation || 'climb' }}"]
          ]
        }
      ]
    },
    content
  );
  const report2 = renderJob(
    {
      job: "report",
      name: "Report",
      side: "production",
      environment: "production-read",
      record: false,
      needs: ["plan", ...isWholePath ? ["approve"] : [], "hop"],
      readsOnly: true,
      if: `always() && needs.plan.result == 'success' && (inputs.operation || 'climb') == 'climb'${isScheduled ? " && (github.event_name != 'schedule' || needs.plan.outputs.count != '0')" : ""}`,
      timeoutMinutes: 15,
      outputs: ["result", "complete", "current"].map((name) => [
        name,
        `\${{ steps.report.outputs.${name} }}`
      ]),
      steps: [
        {
          id: "report",
          name: "Say where production stands",
          with: [
            ["command", "report"],
            ["target", "${{ needs.plan.outputs.target }}"]
          ]
        }
      ]
    },
    content
  );
  const object = "fromJSON(needs.plan.outputs.hops)[0]";
  const firstHop = { json: `toJSON(${object})`, object };
  const { needs: _, if: __, ...read } = hopJob("read", content, firstHop);
  const beforehand = renderJob(
    { ...read, needs: ["plan"], if: "needs.plan.outputs.result == 'passed' && inputs.operation == 'rehearse'" },
    content
  );
  const rehearsal = renderJob(
    {
      ...hopJob("rehearse", content, firstHop),
      name: "Rehearse the whole path on staging",
      steps: [
        {
          id: "rehearse",
          name: "Climb the whole path on staging, from one restore",
          with: [["command", "rehearse"]]
        }
      ],
      outputs: [["result", "${{ steps.rehearse.outputs.result }}"]]
    },
    content
  );
  return withHeader(
    "The upgrade: plan the path, climb it hop by hop, report.",
    [settingsLine(content.settings)],
    [
      "name: Upgrade",
      isScheduled ? "run-name: ${{ github.event_name == 'schedule' && 'Go on with what waits' || format('Upgrade to {0} ({1})', inputs.target, inputs.operation) }}" : "run-name: Upgrade to ${{ inputs.target }} (${{ inputs.operation }})",
      "",
      ...trigger(content),
      "",
      "permissions: {}",
      "",
      "# One climb at a time. A newer run replaces one that still waits for its turn: each plans from what it observes.",
      "concurrency:",
      `  group: staged-upgrade-${content.system}`,
      "  cancel-in-progress: false",
      "",
      "jobs:",
      "  # Once, before the first backup: only what a person has marked is ever emptied for a rehearsal.",
      ...mark,
      "",
      ...plan,
      "",
      ...isWholePath ? [...approval(content), ""] : [],
      ...hops(content),
      "",
      ...report2,
      "",
      "  # The whole path on staging, from one restore, before production is touched at all.",
      ...beforehand,
      "",
      ...rehearsal
    ]
  );
}
function approval(content) {
  return renderJob(
    {
      job: "approve",
      name: "Approve the whole path",
      side: "production",
      environment: environmentOfJob("approve", content.scope),
      record: false,
      gate: "production",
      needs: ["plan"],
      if: planned,
      timeoutMinutes: 15,
      outputs: [["result", "${{ steps.approve.outputs.result }}"]],
      steps: [
        {
          id: "approve",
          name: "Record for which hops this run was approved",
          with: [["command", "approve"]]
        }
      ]
    },
    content
  );
}
var planned = "needs.plan.outputs.result == 'passed' && (inputs.operation || 'climb') == 'climb'";
function trigger(content) {
  const { schedule } = content.settings;
  return [
    "on:",
    "  workflow_dispatch:",
    "    inputs:",
    "      target:",
    '        description: "Where to: newest, newest-patch, a line such as 5.1, or a version"',
    "        type: string",
    "        default: newest",
    "      acknowledge:",
    '        description: "Manual steps that are done: their ids, separated by commas"',
    "        type: string",
    '        default: ""',
    "      facts:",
    '        description: "Facts that rules ask for and the configuration lacks: name=value, separated by commas"',
    "        type: string",
    '        default: ""',
    "      parts:",
    '        description: "Present versions of parts that no probe shows: name=version, separated by commas"',
    "        type: string",
    '        default: ""',
    ...content.deferrable ? [
      "      retry:",
      '        description: "A migration has failed and its cause is corrected: start it once more"',
      "        type: boolean",
      "        default: false"
    ] : [],
    "      confirm:",
    `        description: "To mark staging as disposable, the name of its database${hasGate(content, "dispatch") ? "; to let a hop go on that waits to be confirmed, what its run asked for" : ""}"`,
    "        type: string",
    '        default: ""',
    "      operation:",
    '        description: "What to do; rehearse climbs the whole path on staging alone; mark-disposable comes once, before all"',
    "        type: choice",
    `        options: [${[...operations.toReversed(), marking].join(", ")}]`,
    "        default: climb",
    ...schedule === void 0 ? [] : [
      "  # Goes on with a climb that waits; begins none, and leaves what failed to people.",
      "  schedule:",
      `    - cron: "${schedule}"`
    ]
  ];
}
function hops(content) {
  const readsApprovals = hasGate(content, "environment");
  const body = [
    "name: ${{ matrix.hop.index }} of ${{ matrix.hop.count }}, ${{ matrix.hop.from }} \u2192 ${{ matrix.hop.to }}",
    ...content.scope === "path" ? ["needs: [plan, approve]", "if: needs.approve.outputs.result == 'passed'"] : ["needs: plan", `if: ${planned}`],
    "# One after the other; when one fails, the ones behind it are not begun.",
    "strategy:",
    "  fail-fast: true",
    "  max-parallel: 1",
    "  matrix:",
    "    hop: ${{ fromJSON(needs.plan.outputs.hops) }}",
    "permissions:",
    ...indent(2, permissions({ pushes: true, readsApprovals, oidc: content.settings.oidc })),
    "uses: ./.github/workflows/hop.yml # zizmor: ignore[self-repository]",
    "with:",
    "  hop: ${{ toJSON(matrix.hop) }}",
    ...content.deferrable ? ["  retry: ${{ inputs.retry || false }}"] : [],
    ...hasGate(content, "dispatch") ? ["  confirm: ${{ inputs.confirm }}"] : [],
    "# Without this, the secrets of its environments are empty in a called workflow.",
    "secrets: inherit # zizmor: ignore[secrets-inherit]"
  ];
  return ["  hop:", ...indent(4, body)];
}

// src/init/render/workflows.ts
var configurationFile = ".github/staged-upgrade.yml";
var upgradeFile = ".github/workflows/upgrade.yml";
function renderWorkflows(content) {
  return [
    { path: upgradeFile, text: renderUpgradeWorkflow(content) },
    { path: ".github/workflows/hop.yml", text: renderHopWorkflow(content) },
    { path: ".github/workflows/rollback.yml", text: renderRollbackWorkflow(content) }
  ];
}

// src/init/difference.ts
var shownLines = 40;
function differenceOf(existing, wanted) {
  const before = existing.replaceAll("\r\n", "\n").split("\n");
  const after2 = wanted.split("\n");
  const lines = walk(before, after2, commonLengths(before, after2));
  return lines.length <= shownLines ? lines : [...lines.slice(0, shownLines), `\u2026 and ${lines.length - shownLines} lines more`];
}
function commonLengths(before, after2) {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after2.length + 1));
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after2.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row)
        row[j] = before[i] === after2[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
    }
  }
  return lengths;
}
function walk(before, after2, lengths) {
  const lines = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after2.length) {
    if (i < before.length && j < after2.length && before[i] === after2[j]) {
      i += 1;
      j += 1;
    } else if (j >= after2.length || i < before.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1)) {
      lines.push(`-${i + 1}: ${before[i]}`);
      i += 1;
    } else {
      lines.push(`+${j + 1}: ${after2[j]}`);
      j += 1;
    }
  }
  return lines;
}
function at(lengths, i, j) {
  return lengths[i]?.[j] ?? 0;
}

// src/init/result.ts
function resultOf2(changes, content, mode, missing2) {
  return mode === "check" ? checked(changes) : written(changes, content, missing2);
}
function checked(changes) {
  const drifted = changes.flatMap(({ path, existing, change }) => {
    if (change.kind !== "drift") return [];
    if (existing === void 0 || change.text === void 0) return [{ path, lines: ["it does not exist"] }];
    return [{ path, lines: differenceOf(existing, change.text) }];
  });
  if (drifted.length === 0) {
    const headline = "The workflows are what init would write.";
    return { outcome: "passed", headline, outputs: {}, summary: "", text: "" };
  }
  const names = drifted.map(({ path }) => path).join(", ");
  const message = {
    happened: `${drifted.length === 1 ? "One file is" : `${drifted.length} files are`} not what init would write: ${names}.`,
    means: "The workflows do not fit the configuration or this version; a job may lack a variable or a step.",
    next: 'Run "staged-upgrade init --update" and commit what it writes.'
  };
  const text = drifted.map(({ path, lines }) => [`${path}:`, ...lines.map((line) => `  ${line}`)].join("\n")).join("\n\n");
  return { outcome: "failed", headline: message.happened, message, outputs: {}, summary: "", text };
}
var examplesAt = "https://github.com/staged-upgrade/staged-upgrade/tree/main/examples";
var verbs = {
  create: "wrote",
  replace: "updated",
  unchanged: "unchanged",
  drift: "differs",
  refuse: "refused"
};
function written(changes, content, missing2) {
  const touched = changes.filter(({ change }) => change.kind === "create" || change.kind === "replace").length;
  const headline = touched === 0 ? "All files are as init would write them." : `Wrote ${touched} of ${changes.length} files.`;
  const lines = [
    ...changes.map(({ path, change }) => `  ${verbs[change.kind].padEnd(9)}  ${path}`),
    ...missing2.length === 0 ? [] : [
      "",
      `The configuration runs ${missing2.length === 1 ? "a script that is" : "scripts that are"} not here, and init writes none: ${missing2.join(", ")}.`,
      `Write ${missing2.length === 1 ? "it" : "them"}, or name your own commands. To start from: ${examplesAt}`
    ],
    "",
    "Next, on GitHub (docs/setup.md says how): make these environments, with these secrets and variables in them.",
    ...neededEnvironments(content).flatMap(({ name, variables }) => [
      `  ${name}${note(content, name)}`,
      ...variables.map((variable) => `    ${variable.from === "secrets" ? "secret  " : "variable"}  ${variable.name}`)
    ]),
    "",
    "Then, once, before the first run: mark staging as disposable. Only what was marked before a backup is ever emptied for it.",
    `  Actions \u2192 Upgrade \u2192 Run workflow, operation "mark-disposable", confirm: the name of staging's database`,
    "  or in a terminal: staged-upgrade mark-disposable",
    ...content.settings.action.ref === unreleased ? [
      "",
      "This build is no release, so the workflows name no commit of the action yet: init --update --action OWNER/NAME@COMMIT."
    ] : []
  ];
  return { outcome: touched === 0 ? "skipped" : "passed", headline, outputs: {}, summary: "", text: lines.join("\n") };
}
function note(content, environment2) {
  if (environment2 === approvedEnvironment) return " (without reviewers; open to the default branch alone)";
  return isReviewed(content, environment2) ? " (with required reviewers)" : "";
}
function isReviewed({ gates }, environment2) {
  return gateNames.some((gate) => environmentOfGate[gate] === environment2 && gates[gate] === "environment");
}

// src/init/schedule.ts
var fields = [
  { name: "minute", lowest: 0, highest: 59 },
  { name: "hour", lowest: 0, highest: 23 },
  { name: "day of the month", lowest: 1, highest: 31 },
  { name: "month", lowest: 1, highest: 12 },
  { name: "day of the week", lowest: 0, highest: 6 }
];
function parseSchedule(text) {
  const parts = text.trim().split(/\s+/);
  if (parts.length !== fields.length)
    throw mistaken(text, `a schedule has ${fields.length} fields, and this has ${parts.length}`);
  for (const [index, field] of fields.entries()) {
    const wrong = (parts[index] ?? "").split(",").find((item) => !isIn(item, field));
    if (wrong !== void 0) throw mistaken(text, `"${wrong}" is no ${field.name}`);
  }
  return parts.join(" ");
}
function isIn(item, { lowest, highest }) {
  const match = /^(?:\*|(?<from>\d{1,2})(?:-(?<to>\d{1,2}))?)(?:\/(?<step>\d{1,2}))?$/.exec(item);
  if (match === null) return false;
  const { from, to, step } = match.groups ?? {};
  const numbers = [from, to].flatMap((number) => number === void 0 ? [] : [Number(number)]);
  const isAscending = from === void 0 || to === void 0 || Number(from) <= Number(to);
  return numbers.every((number) => number >= lowest && number <= highest) && isAscending && step !== "0";
}
function mistaken(text, why) {
  return new UserError({
    happened: `--schedule is "${text}": ${why}.`,
    means: "Nothing was written.",
    next: 'Write minute, hour, day of the month, month and day of the week, in UTC: --schedule "17 * * * *" is once an hour. GitHub starts none more often than every five minutes.'
  });
}

// src/init/scripts.ts
import { existsSync } from "node:fs";
import { isAbsolute, join } from "node:path";
function missingScripts(document, directory) {
  const named = [...new Set(commandsIn(document).flat())].filter(isScript);
  return named.filter((name) => !existsSync(isAbsolute(name) ? name : join(directory, name)));
}
var ending = /^[\w./-]+\.(c?js|mjs|ts|sh|py|rb)$/;
function isScript(word) {
  return ending.test(word) || word.startsWith("./") && !word.includes("{");
}
function commandsIn(value) {
  if (Array.isArray(value)) return value.flatMap(commandsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const isCommand = (key === "run" || key === "stop") && Array.isArray(member);
    return isCommand ? [member.filter((word) => typeof word === "string")] : commandsIn(member);
  });
}

// src/init/run-init.ts
async function runInit(options, parts) {
  refuseHiddenFlags(options);
  const mode = modeOf(options);
  const existing = await readIfThere(parts, configurationFile);
  const configuration = await configurationText(options, mode, existing, parts);
  const content = await contentFrom(configuration.text, options, parts);
  const changes = [];
  for (const file of [configuration, ...renderWorkflows(content)]) {
    const before = file === configuration ? existing : await readIfThere(parts, file.path);
    const change = file.text === before ? { kind: "unchanged" } : changeOf(file.path, before, file.text, mode, options.force === true);
    changes.push({ path: file.path, existing: before, change });
  }
  refuseIfAny(changes);
  for (const { path, change } of changes) {
    if (change.kind !== "create" && change.kind !== "replace") continue;
    await mkdir(dirname(join2(parts.directory, path)), { recursive: true });
    await writeFile(join2(parts.directory, path), change.text);
  }
  return resultOf2(changes, content, mode, missingScripts(content.document, parts.directory));
}
function modeOf({ check, update }) {
  if (check === true && update === true) {
    throw new UserError({
      happened: "--check and --update exclude each other.",
      means: "Nothing was written.",
      next: "Use --check to see what is different, then --update to write it."
    });
  }
  return check === true ? "check" : update === true ? "update" : "create";
}
async function configurationText(options, mode, existing, parts) {
  if (existing !== void 0 && (mode !== "create" || options.product === void 0)) {
    return { path: configurationFile, text: existing };
  }
  if (mode !== "create") {
    throw new UserError({
      happened: `${configurationFile} does not exist in ${parts.directory}.`,
      means: "There is nothing to compare the workflows with. Nothing was written.",
      next: 'Run this at the top of the repository, or write the files with "staged-upgrade init".'
    });
  }
  return {
    path: configurationFile,
    text: renderConfiguration(await answersFrom(options, parts.products, parts.questions))
  };
}
async function contentFrom(text, options, parts) {
  const { value, document } = loadConfiguration(text, configurationFile, parts.products);
  const { product } = value;
  const name = typeof product === "string" ? product : "extends" in product ? product.extends : void 0;
  const own = typeof product === "string" ? void 0 : product.migrations;
  const migrations = own ?? (name === void 0 ? void 0 : parts.products.find(name)?.migrations);
  const before = await readIfThere(parts, upgradeFile);
  const written2 = before === void 0 ? void 0 : settingsIn(before);
  const settings = settingsFrom(options, written2 ?? { ...defaultSettings, plain: presetFor(name ?? "").plain ?? [] });
  refuseUnfit(settings);
  return contentOf(value, document, migrations !== void 0, settings);
}
function settingsFrom(options, before) {
  const production = options.runner === void 0 ? before.runners.production : labelsOf("--runner", options.runner);
  const staging = options.stagingRunner === void 0 ? options.runner === void 0 ? before.runners.staging : production : labelsOf("--staging-runner", options.stagingRunner);
  return {
    action: options.action === void 0 ? before.action : pinFrom(options.action, options.force === true),
    runners: { production, staging },
    plain: [.../* @__PURE__ */ new Set([...before.plain, ...options.variable ?? []])].toSorted(),
    oidc: options.oidc ?? before.oidc,
    ...scheduleOf(options, before)
  };
}
function pinFrom(text, force) {
  const pin = parsePin(text);
  if (!force) refuseMoving(pin);
  return pin;
}
function refuseUnfit({ runners, plain }) {
  const lists = [
    ["--runner", runners.production],
    ["--staging-runner", runners.staging],
    ["--variable", plain]
  ];
  for (const [flag, list] of lists) {
    for (const text of list) refuseHidden(flag, text);
    refuseExpressions(flag, list);
  }
}
function scheduleOf({ schedule }, before) {
  if (schedule === void 0) return before.schedule === void 0 ? {} : { schedule: before.schedule };
  return schedule === "none" ? {} : { schedule: parseSchedule(schedule) };
}
function labelsOf(flag, text) {
  const labels2 = text.split(",").map((label) => label.trim()).filter((label) => label !== "");
  if (labels2.length > 0) return labels2;
  throw new UserError({
    happened: `${flag} is "${text}".`,
    means: "Nothing was written.",
    next: `Give the labels of a runner, such as ${flag} self-hosted,linux.`
  });
}
function refuseIfAny(changes) {
  const refused = changes.flatMap(({ change }) => change.kind === "refuse" ? [change] : []);
  if (refused.length === 0) return;
  throw new UserError({
    happened: refused.map(({ happened }) => happened).join(" "),
    means: "Nothing was written.",
    next: [...new Set(refused.map(({ next }) => next))].join(" ")
  });
}
async function readIfThere({ directory }, path) {
  try {
    return await readFile(join2(directory, path), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return void 0;
    throw error;
  }
}

// src/terminal/ask.ts
function gateAt(mode, signal) {
  return async ({ question, hop }) => {
    switch (mode.kind) {
      case "ask": {
        const yes = await asked(signal, (asking) => dist_default({ message: question, default: false }, asking));
        return yes ? { kind: "approved", by: mode.actor } : { kind: "declined", next: "Run the same command again when it may go on: it resumes here." };
      }
      case "approve-all":
        mode.announce(`${question} Approved: ${mode.how}.
`);
        return { kind: "approved", by: `${mode.actor} (${mode.how})` };
      case "stop":
        return {
          kind: "declined",
          next: `No terminal is attached to ask at. Run it in a terminal, or approve everything beforehand with --yes. To climb one hop only: --until ${hop.id}.`
        };
    }
  };
}

// src/terminal/demo.ts
import { cp, mkdir as mkdir2, mkdtemp, realpath, rm, writeFile as writeFile2 } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname as dirname2, join as join3 } from "node:path";

// src/log.ts
var silentLog = {
  info: () => void 0,
  warn: () => void 0,
  output: () => void 0,
  group: (_title, body) => body(),
  progress: () => void 0
};

// src/terminal/embedded-sample.ts
import { fileURLToPath } from "node:url";
var embeddedSample = fileURLToPath(new URL("../examples/sample", packageRoot()));
function packageRoot() {
  return import.meta.url.includes("/src/terminal/") ? new URL("../../src/", import.meta.url).href : new URL("./", import.meta.url).href;
}

// node_modules/eventemitter3/index.mjs
var import_index2 = __toESM(require_eventemitter3(), 1);
var eventemitter3_default = import_index2.default;

// node_modules/colorette/index.js
import * as tty from "tty";
var {
  env = {},
  argv: argv2 = [],
  platform = ""
} = typeof process === "undefined" ? {} : process;
var isDisabled = "NO_COLOR" in env || argv2.includes("--no-color");
var isForced = "FORCE_COLOR" in env || argv2.includes("--color");
var isWindows = platform === "win32";
var isDumbTerminal = env.TERM === "dumb";
var isCompatibleTerminal = tty && tty.isatty && tty.isatty(1) && env.TERM && !isDumbTerminal;
var isCI = "CI" in env && ("GITHUB_ACTIONS" in env || "GITLAB_CI" in env || "CIRCLECI" in env);
var isColorSupported = !isDisabled && (isForced || isWindows && !isDumbTerminal || isCompatibleTerminal || isCI);
var replaceClose = (index, string, close, replace, head = string.substring(0, index) + replace, tail = string.substring(index + close.length), next = tail.indexOf(close)) => head + (next < 0 ? tail : replaceClose(next, tail, close, replace));
var clearBleed = (index, string, open, close, replace) => index < 0 ? open + string + close : open + replaceClose(index, string, close, replace) + close;
var filterEmpty = (open, close, replace = open, at2 = open.length + 1) => (string) => string || !(string === "" || string === void 0) ? clearBleed(
  ("" + string).indexOf(close, at2),
  string,
  open,
  close,
  replace
) : "";
var init = (open, close, replace) => filterEmpty(`\x1B[${open}m`, `\x1B[${close}m`, replace);
var colors = {
  reset: init(0, 0),
  bold: init(1, 22, "\x1B[22m\x1B[1m"),
  dim: init(2, 22, "\x1B[22m\x1B[2m"),
  italic: init(3, 23),
  underline: init(4, 24),
  inverse: init(7, 27),
  hidden: init(8, 28),
  strikethrough: init(9, 29),
  black: init(30, 39),
  red: init(31, 39),
  green: init(32, 39),
  yellow: init(33, 39),
  blue: init(34, 39),
  magenta: init(35, 39),
  cyan: init(36, 39),
  white: init(37, 39),
  gray: init(90, 39),
  bgBlack: init(40, 49),
  bgRed: init(41, 49),
  bgGreen: init(42, 49),
  bgYellow: init(43, 49),
  bgBlue: init(44, 49),
  bgMagenta: init(45, 49),
  bgCyan: init(46, 49),
  bgWhite: init(47, 49),
  blackBright: init(90, 39),
  redBright: init(91, 39),
  greenBright: init(92, 39),
  yellowBright: init(93, 39),
  blueBright: init(94, 39),
  magentaBright: init(95, 39),
  cyanBright: init(96, 39),
  whiteBright: init(97, 39),
  bgBlackBright: init(100, 49),
  bgRedBright: init(101, 49),
  bgGreenBright: init(102, 49),
  bgYellowBright: init(103, 49),
  bgBlueBright: init(104, 49),
  bgMagentaBright: init(105, 49),
  bgCyanBright: init(106, 49),
  bgWhiteBright: init(107, 49)
};
var createColors = ({ useColor = isColorSupported } = {}) => useColor ? colors : Object.keys(colors).reduce(
  (colors2, key) => ({ ...colors2, [key]: String }),
  {}
);
var {
  reset,
  bold,
  dim,
  italic,
  underline,
  inverse,
  hidden: hidden2,
  strikethrough,
  black,
  red,
  green,
  yellow,
  blue,
  magenta,
  cyan,
  white,
  gray,
  bgBlack,
  bgRed,
  bgGreen,
  bgYellow,
  bgBlue,
  bgMagenta,
  bgCyan,
  bgWhite,
  blackBright,
  redBright,
  greenBright,
  yellowBright,
  blueBright,
  magentaBright,
  cyanBright,
  whiteBright,
  bgBlackBright,
  bgRedBright,
  bgGreenBright,
  bgYellowBright,
  bgBlueBright,
  bgMagentaBright,
  bgCyanBright,
  bgWhiteBright
} = createColors();

// node_modules/listr2/dist/index.js
var import_rfdc = __toESM(require_rfdc(), 1);
import { format } from "util";
import { EOL } from "os";
import { StringDecoder } from "string_decoder";
import { Writable } from "stream";
import { randomUUID } from "crypto";
var ANSI_ESCAPE = "\x1B[";
var ANSI_ESCAPE_CODES = {
  CURSOR_HIDE: ANSI_ESCAPE + "?25l",
  CURSOR_SHOW: ANSI_ESCAPE + "?25h"
};
var ListrEnvironmentVariables = /* @__PURE__ */ (function(ListrEnvironmentVariables$1) {
  ListrEnvironmentVariables$1["FORCE_UNICODE"] = "LISTR_FORCE_UNICODE";
  ListrEnvironmentVariables$1["FORCE_TTY"] = "LISTR_FORCE_TTY";
  ListrEnvironmentVariables$1["DISABLE_COLOR"] = "NO_COLOR";
  ListrEnvironmentVariables$1["FORCE_COLOR"] = "FORCE_COLOR";
  return ListrEnvironmentVariables$1;
})({});
var ListrErrorTypes = /* @__PURE__ */ (function(ListrErrorTypes$1) {
  ListrErrorTypes$1["WILL_RETRY"] = "WILL_RETRY";
  ListrErrorTypes$1["WILL_ROLLBACK"] = "WILL_ROLLBACK";
  ListrErrorTypes$1["HAS_FAILED_TO_ROLLBACK"] = "HAS_FAILED_TO_ROLLBACK";
  ListrErrorTypes$1["HAS_FAILED"] = "HAS_FAILED";
  ListrErrorTypes$1["HAS_FAILED_WITHOUT_ERROR"] = "HAS_FAILED_WITHOUT_ERROR";
  return ListrErrorTypes$1;
})({});
var ListrEventType = /* @__PURE__ */ (function(ListrEventType$1) {
  ListrEventType$1["SHOULD_REFRESH_RENDER"] = "SHOUD_REFRESH_RENDER";
  return ListrEventType$1;
})({});
var ListrRendererSelection = /* @__PURE__ */ (function(ListrRendererSelection$1) {
  ListrRendererSelection$1["PRIMARY"] = "PRIMARY";
  ListrRendererSelection$1["SECONDARY"] = "SECONDARY";
  ListrRendererSelection$1["SILENT"] = "SILENT";
  return ListrRendererSelection$1;
})({});
var ListrTaskEventType = /* @__PURE__ */ (function(ListrTaskEventType$1) {
  ListrTaskEventType$1["TITLE"] = "TITLE";
  ListrTaskEventType$1["STATE"] = "STATE";
  ListrTaskEventType$1["ENABLED"] = "ENABLED";
  ListrTaskEventType$1["SUBTASK"] = "SUBTASK";
  ListrTaskEventType$1["PROMPT"] = "PROMPT";
  ListrTaskEventType$1["OUTPUT"] = "OUTPUT";
  ListrTaskEventType$1["MESSAGE"] = "MESSAGE";
  ListrTaskEventType$1["CLOSED"] = "CLOSED";
  return ListrTaskEventType$1;
})({});
var ListrTaskState = /* @__PURE__ */ (function(ListrTaskState$1) {
  ListrTaskState$1["WAITING"] = "WAITING";
  ListrTaskState$1["STARTED"] = "STARTED";
  ListrTaskState$1["COMPLETED"] = "COMPLETED";
  ListrTaskState$1["FAILED"] = "FAILED";
  ListrTaskState$1["SKIPPED"] = "SKIPPED";
  ListrTaskState$1["ROLLING_BACK"] = "ROLLING_BACK";
  ListrTaskState$1["ROLLED_BACK"] = "ROLLED_BACK";
  ListrTaskState$1["RETRY"] = "RETRY";
  ListrTaskState$1["PAUSED"] = "PAUSED";
  ListrTaskState$1["PROMPT"] = "PROMPT";
  ListrTaskState$1["PROMPT_COMPLETED"] = "PROMPT_COMPLETED";
  ListrTaskState$1["PROMPT_FAILED"] = "PROMPT_FAILED";
  return ListrTaskState$1;
})({});
var EventManager = class {
  emitter = new eventemitter3_default();
  emit(dispatch, args) {
    this.emitter.emit(dispatch, args);
  }
  on(dispatch, handler) {
    this.emitter.addListener(dispatch, handler);
  }
  once(dispatch, handler) {
    this.emitter.once(dispatch, handler);
  }
  off(dispatch, handler) {
    this.emitter.off(dispatch, handler);
  }
  complete() {
    this.emitter.removeAllListeners();
  }
};
function isObservable(obj) {
  return !!obj && typeof obj === "object" && typeof obj.subscribe === "function";
}
function isReadable(obj) {
  return !!obj && typeof obj === "object" && obj.readable === true && typeof obj.read === "function" && typeof obj.on === "function";
}
function isUnicodeSupported() {
  return !!process.env[ListrEnvironmentVariables.FORCE_UNICODE] || process.platform !== "win32" || !!process.env.CI || !!process.env.WT_SESSION || process.env.TERM_PROGRAM === "vscode" || process.env.TERM === "xterm-256color" || process.env.TERM === "alacritty";
}
var CLEAR_LINE_REGEX = "(?:\\u001b|\\u009b)\\[[\\=><~/#&.:=?%@~_-]*[0-9]*[\\a-ln-tqyz=><~/#&.:=?%@~_-]+";
var BELL_REGEX = /\u0007/;
function cleanseAnsi(chunk) {
  return String(chunk).replace(new RegExp(CLEAR_LINE_REGEX, "gmi"), "").replace(new RegExp(BELL_REGEX, "gmi"), "").trim();
}
var color = createColors();
function indent2(string, count) {
  return string.replace(/^(?!\s*$)/gm, " ".repeat(count));
}
var FIGURES_MAIN = {
  warning: "\u26A0",
  cross: "\u2716",
  arrowDown: "\u2193",
  tick: "\u2714",
  arrowRight: "\u2192",
  pointer: "\u276F",
  checkboxOn: "\u2612",
  arrowLeft: "\u2190",
  squareSmallFilled: "\u25FC",
  pointerSmall: "\u203A"
};
var FIGURES_FALLBACK = {
  ...FIGURES_MAIN,
  warning: "\u203C",
  cross: "\xD7",
  tick: "\u221A",
  pointer: ">",
  checkboxOn: "[\xD7]",
  squareSmallFilled: "\u25A0"
};
var figures = isUnicodeSupported() ? FIGURES_MAIN : FIGURES_FALLBACK;
function splat(message, ...splat$1) {
  return format(String(message), ...splat$1);
}
var ListrLogLevels = /* @__PURE__ */ (function(ListrLogLevels$1) {
  ListrLogLevels$1["STARTED"] = "STARTED";
  ListrLogLevels$1["COMPLETED"] = "COMPLETED";
  ListrLogLevels$1["FAILED"] = "FAILED";
  ListrLogLevels$1["SKIPPED"] = "SKIPPED";
  ListrLogLevels$1["OUTPUT"] = "OUTPUT";
  ListrLogLevels$1["TITLE"] = "TITLE";
  ListrLogLevels$1["ROLLBACK"] = "ROLLBACK";
  ListrLogLevels$1["RETRY"] = "RETRY";
  ListrLogLevels$1["PROMPT"] = "PROMPT";
  ListrLogLevels$1["PAUSED"] = "PAUSED";
  return ListrLogLevels$1;
})({});
var LISTR_LOGGER_STYLE = {
  icon: {
    [ListrLogLevels.STARTED]: figures.pointer,
    [ListrLogLevels.FAILED]: figures.cross,
    [ListrLogLevels.SKIPPED]: figures.arrowDown,
    [ListrLogLevels.COMPLETED]: figures.tick,
    [ListrLogLevels.OUTPUT]: figures.pointerSmall,
    [ListrLogLevels.TITLE]: figures.arrowRight,
    [ListrLogLevels.RETRY]: figures.warning,
    [ListrLogLevels.ROLLBACK]: figures.arrowLeft,
    [ListrLogLevels.PAUSED]: figures.squareSmallFilled
  },
  color: {
    [ListrLogLevels.STARTED]: color.yellow,
    [ListrLogLevels.FAILED]: color.red,
    [ListrLogLevels.SKIPPED]: color.yellow,
    [ListrLogLevels.COMPLETED]: color.green,
    [ListrLogLevels.RETRY]: color.yellowBright,
    [ListrLogLevels.ROLLBACK]: color.redBright,
    [ListrLogLevels.PAUSED]: color.yellowBright
  }
};
var LISTR_LOGGER_STDERR_LEVELS = [
  ListrLogLevels.RETRY,
  ListrLogLevels.ROLLBACK,
  ListrLogLevels.FAILED
];
var ListrLogger = class {
  process;
  constructor(options) {
    this.options = options;
    this.options = {
      useIcons: true,
      toStderr: [],
      ...options ?? {}
    };
    this.options.fields ??= {};
    this.options.fields.prefix ??= [];
    this.options.fields.suffix ??= [];
    this.process = this.options.processOutput ?? new ProcessOutput();
  }
  log(level, message, options) {
    const output = this.format(level, message, options);
    if (this.options.toStderr.includes(level)) {
      this.process.toStderr(output);
      return;
    }
    this.process.toStdout(output);
  }
  toStdout(message, options, eol = true) {
    this.process.toStdout(this.format(null, message, options), eol);
  }
  toStderr(message, options, eol = true) {
    this.process.toStderr(this.format(null, message, options), eol);
  }
  wrap(message, options) {
    if (!message) return message;
    return this.applyFormat(`[${message}]`, options);
  }
  splat(...args) {
    const message = args.shift() ?? "";
    return args.length === 0 ? message : splat(message, args);
  }
  suffix(message, ...suffixes) {
    suffixes.filter(Boolean).forEach((suffix) => {
      message += this.spacing(message);
      if (typeof suffix === "string") message += this.wrap(suffix);
      else if (typeof suffix === "object") {
        suffix.args ??= [];
        if (typeof suffix.condition === "function" ? !suffix.condition(...suffix.args) : !(suffix.condition ?? true)) return message;
        message += this.wrap(typeof suffix.field === "function" ? suffix.field(...suffix.args) : suffix.field, { format: suffix?.format(...suffix.args) });
      }
    });
    return message;
  }
  prefix(message, ...prefixes) {
    prefixes.filter(Boolean).forEach((prefix) => {
      message = this.spacing(message) + message;
      if (typeof prefix === "string") message = this.wrap(prefix) + message;
      else if (typeof prefix === "object") {
        prefix.args ??= [];
        if (typeof prefix.condition === "function" ? !prefix.condition(...prefix.args) : !(prefix.condition ?? true)) return message;
        message = this.wrap(typeof prefix.field === "function" ? prefix.field(...prefix.args) : prefix.field, { format: prefix?.format() }) + message;
      }
    });
    return message;
  }
  fields(message, options) {
    if (this.options?.fields?.prefix) message = this.prefix(message, ...this.options.fields.prefix);
    if (options?.prefix) message = this.prefix(message, ...options.prefix);
    if (options?.suffix) message = this.suffix(message, ...options.suffix);
    if (this.options?.fields?.suffix) message = this.suffix(message, ...this.options.fields.suffix);
    return message;
  }
  icon(level, icon) {
    if (!level) return null;
    if (!icon) {
      const i = this.options.icon?.[level];
      icon = typeof i === "function" ? i() : i;
    }
    const coloring = this.options.color?.[level];
    if (icon && coloring) icon = coloring(icon);
    return icon;
  }
  format(level, message, options) {
    if (!Array.isArray(message)) message = [message];
    message = this.splat(message.shift(), ...message).toString().split(EOL).filter((m) => !m || m.trim() !== "").map((m) => {
      return this.style(level, this.fields(m, {
        prefix: Array.isArray(options?.prefix) ? options.prefix : [options?.prefix],
        suffix: Array.isArray(options?.suffix) ? options.suffix : [options?.suffix]
      }));
    }).join(EOL);
    return message;
  }
  style(level, message) {
    if (!level || !message) return message;
    const icon = this.icon(level, !this.options.useIcons && this.wrap(level));
    if (icon) message = icon + " " + message;
    return message;
  }
  applyFormat(message, options) {
    if (options?.format) return options.format(message);
    return message;
  }
  spacing(message) {
    return typeof message === "undefined" || message.trim() === "" ? "" : " ";
  }
};
var ProcessOutputBuffer = class {
  buffer = [];
  decoder = new StringDecoder();
  constructor(options) {
    this.options = options;
  }
  get all() {
    return this.buffer;
  }
  get last() {
    return this.buffer.at(-1);
  }
  get length() {
    return this.buffer.length;
  }
  write(data, ...args) {
    const callback = args[args.length - 1];
    this.buffer.push({
      time: Date.now(),
      stream: this.options?.stream,
      entry: this.decoder.write(typeof data === "string" ? Buffer.from(data, typeof args[0] === "string" ? args[0] : void 0) : Buffer.from(data))
    });
    if (this.options?.limit) this.buffer = this.buffer.slice(-this.options.limit);
    if (typeof callback === "function") callback();
    return true;
  }
  reset() {
    this.buffer = [];
  }
};
var ProcessOutputStream = class {
  method;
  buffer;
  constructor(stream) {
    this.stream = stream;
    this.method = stream.write;
    this.buffer = new ProcessOutputBuffer({ stream });
  }
  get out() {
    return Object.assign({}, this.stream, { write: this.write.bind(this) });
  }
  hijack() {
    this.stream.write = this.buffer.write.bind(this.buffer);
  }
  release() {
    this.stream.write = this.method;
    const buffer = [...this.buffer.all];
    this.buffer.reset();
    return buffer;
  }
  write(...args) {
    return this.method.apply(this.stream, args);
  }
};
var ProcessOutput = class {
  stream;
  active;
  constructor(stdout, stderr, options) {
    this.options = options;
    this.stream = {
      stdout: new ProcessOutputStream(stdout ?? process.stdout),
      stderr: new ProcessOutputStream(stderr ?? process.stderr)
    };
    this.options = {
      dump: ["stdout", "stderr"],
      leaveEmptyLine: true,
      ...options
    };
  }
  get stdout() {
    return this.stream.stdout.out;
  }
  get stderr() {
    return this.stream.stderr.out;
  }
  hijack() {
    if (this.active) throw new Error("ProcessOutput has been already hijacked!");
    this.stream.stdout.write(ANSI_ESCAPE_CODES.CURSOR_HIDE);
    Object.values(this.stream).forEach((stream) => stream.hijack());
    this.active = true;
  }
  release() {
    const output = Object.entries(this.stream).map(([name, stream]) => ({
      name,
      buffer: stream.release()
    })).filter((output$1) => this.options.dump.includes(output$1.name)).flatMap((output$1) => output$1.buffer).sort((a, b) => a.time - b.time).map((message) => {
      return {
        ...message,
        entry: cleanseAnsi(message.entry)
      };
    }).filter((message) => message.entry);
    if (output.length > 0) {
      if (this.options.leaveEmptyLine) this.stdout.write(EOL);
      output.forEach((message) => {
        (message.stream ?? this.stdout).write(message.entry + EOL);
      });
    }
    this.stream.stdout.write(ANSI_ESCAPE_CODES.CURSOR_SHOW);
    this.active = false;
  }
  toStdout(buffer, eol = true) {
    if (eol) buffer = buffer + EOL;
    return this.stream.stdout.write(buffer);
  }
  toStderr(buffer, eol = true) {
    if (eol) buffer = buffer + EOL;
    return this.stream.stderr.write(buffer);
  }
};
function createWritable(cb) {
  const writable = new Writable();
  writable.rows = Infinity;
  writable.columns = Infinity;
  writable.write = (chunk) => {
    cb(chunk.toString());
    return true;
  };
  return writable;
}
var Spinner = class {
  spinner = !isUnicodeSupported() ? [
    "-",
    "\\",
    "|",
    "/"
  ] : [
    "\u280B",
    "\u2819",
    "\u2839",
    "\u2838",
    "\u283C",
    "\u2834",
    "\u2826",
    "\u2827",
    "\u2807",
    "\u280F"
  ];
  id;
  spinnerPosition = 0;
  spin() {
    this.spinnerPosition = ++this.spinnerPosition % this.spinner.length;
  }
  fetch() {
    return this.spinner[this.spinnerPosition];
  }
  isRunning() {
    return !!this.id;
  }
  start(cb, interval = 100) {
    this.id = setInterval(() => {
      this.spin();
      if (cb) cb();
    }, interval);
  }
  stop() {
    clearInterval(this.id);
  }
};
var ListrDefaultRendererLogLevels = /* @__PURE__ */ (function(ListrDefaultRendererLogLevels$1) {
  ListrDefaultRendererLogLevels$1["SKIPPED_WITH_COLLAPSE"] = "SKIPPED_WITH_COLLAPSE";
  ListrDefaultRendererLogLevels$1["SKIPPED_WITHOUT_COLLAPSE"] = "SKIPPED_WITHOUT_COLLAPSE";
  ListrDefaultRendererLogLevels$1["OUTPUT"] = "OUTPUT";
  ListrDefaultRendererLogLevels$1["OUTPUT_WITH_BOTTOMBAR"] = "OUTPUT_WITH_BOTTOMBAR";
  ListrDefaultRendererLogLevels$1["PENDING"] = "PENDING";
  ListrDefaultRendererLogLevels$1["COMPLETED"] = "COMPLETED";
  ListrDefaultRendererLogLevels$1["COMPLETED_WITH_FAILED_SUBTASKS"] = "COMPLETED_WITH_FAILED_SUBTASKS";
  ListrDefaultRendererLogLevels$1["COMPLETED_WITH_FAILED_SISTER_TASKS"] = "COMPLETED_WITH_SISTER_TASKS_FAILED";
  ListrDefaultRendererLogLevels$1["RETRY"] = "RETRY";
  ListrDefaultRendererLogLevels$1["ROLLING_BACK"] = "ROLLING_BACK";
  ListrDefaultRendererLogLevels$1["ROLLED_BACK"] = "ROLLED_BACK";
  ListrDefaultRendererLogLevels$1["FAILED"] = "FAILED";
  ListrDefaultRendererLogLevels$1["FAILED_WITH_FAILED_SUBTASKS"] = "FAILED_WITH_SUBTASKS";
  ListrDefaultRendererLogLevels$1["WAITING"] = "WAITING";
  ListrDefaultRendererLogLevels$1["PAUSED"] = "PAUSED";
  return ListrDefaultRendererLogLevels$1;
})({});
var LISTR_DEFAULT_RENDERER_STYLE = {
  icon: {
    [ListrDefaultRendererLogLevels.SKIPPED_WITH_COLLAPSE]: figures.arrowDown,
    [ListrDefaultRendererLogLevels.SKIPPED_WITHOUT_COLLAPSE]: figures.warning,
    [ListrDefaultRendererLogLevels.OUTPUT]: figures.pointerSmall,
    [ListrDefaultRendererLogLevels.OUTPUT_WITH_BOTTOMBAR]: figures.pointerSmall,
    [ListrDefaultRendererLogLevels.PENDING]: figures.pointer,
    [ListrDefaultRendererLogLevels.COMPLETED]: figures.tick,
    [ListrDefaultRendererLogLevels.COMPLETED_WITH_FAILED_SUBTASKS]: figures.warning,
    [ListrDefaultRendererLogLevels.COMPLETED_WITH_FAILED_SISTER_TASKS]: figures.squareSmallFilled,
    [ListrDefaultRendererLogLevels.RETRY]: figures.warning,
    [ListrDefaultRendererLogLevels.ROLLING_BACK]: figures.warning,
    [ListrDefaultRendererLogLevels.ROLLED_BACK]: figures.arrowLeft,
    [ListrDefaultRendererLogLevels.FAILED]: figures.cross,
    [ListrDefaultRendererLogLevels.FAILED_WITH_FAILED_SUBTASKS]: figures.pointer,
    [ListrDefaultRendererLogLevels.WAITING]: figures.squareSmallFilled,
    [ListrDefaultRendererLogLevels.PAUSED]: figures.squareSmallFilled
  },
  color: {
    [ListrDefaultRendererLogLevels.SKIPPED_WITH_COLLAPSE]: color.yellow,
    [ListrDefaultRendererLogLevels.SKIPPED_WITHOUT_COLLAPSE]: color.yellow,
    [ListrDefaultRendererLogLevels.PENDING]: color.yellow,
    [ListrDefaultRendererLogLevels.COMPLETED]: color.green,
    [ListrDefaultRendererLogLevels.COMPLETED_WITH_FAILED_SUBTASKS]: color.yellow,
    [ListrDefaultRendererLogLevels.COMPLETED_WITH_FAILED_SISTER_TASKS]: color.red,
    [ListrDefaultRendererLogLevels.RETRY]: color.yellowBright,
    [ListrDefaultRendererLogLevels.ROLLING_BACK]: color.redBright,
    [ListrDefaultRendererLogLevels.ROLLED_BACK]: color.redBright,
    [ListrDefaultRendererLogLevels.FAILED]: color.red,
    [ListrDefaultRendererLogLevels.FAILED_WITH_FAILED_SUBTASKS]: color.red,
    [ListrDefaultRendererLogLevels.WAITING]: color.dim,
    [ListrDefaultRendererLogLevels.PAUSED]: color.yellowBright
  }
};
function parseTimer(duration) {
  const seconds = Math.floor(duration / 1e3);
  const minutes = Math.floor(seconds / 60);
  let parsedTime;
  if (seconds === 0 && minutes === 0) parsedTime = `0.${Math.floor(duration / 100)}s`;
  if (seconds > 0) parsedTime = `${seconds % 60}s`;
  if (minutes > 0) parsedTime = `${minutes}m${parsedTime}`;
  return parsedTime;
}
var PRESET_TIMER = {
  condition: true,
  field: parseTimer,
  format: () => color.dim
};
var DefaultRenderer = class DefaultRenderer2 {
  static nonTTY = false;
  static rendererOptions = {
    indentation: 2,
    clearOutput: false,
    showSubtasks: true,
    collapseSubtasks: true,
    collapseSkips: true,
    showSkipMessage: true,
    suffixSkips: false,
    collapseErrors: true,
    showErrorMessage: true,
    suffixRetries: true,
    lazy: false,
    removeEmptyLines: true,
    formatOutput: "wrap",
    pausedTimer: {
      ...PRESET_TIMER,
      format: () => color.yellowBright
    }
  };
  static rendererTaskOptions = { outputBar: true };
  prompt;
  activePrompt;
  spinner;
  logger;
  updater;
  truncate;
  wrap;
  buffer = {
    output: /* @__PURE__ */ new Map(),
    bottom: /* @__PURE__ */ new Map()
  };
  cache = {
    render: /* @__PURE__ */ new Map(),
    rendererOptions: /* @__PURE__ */ new Map(),
    rendererTaskOptions: /* @__PURE__ */ new Map()
  };
  constructor(tasks, options, events) {
    this.tasks = tasks;
    this.options = options;
    this.events = events;
    this.options = {
      ...DefaultRenderer2.rendererOptions,
      ...this.options,
      icon: {
        ...LISTR_DEFAULT_RENDERER_STYLE.icon,
        ...options?.icon ?? {}
      },
      color: {
        ...LISTR_DEFAULT_RENDERER_STYLE.color,
        ...options?.color ?? {}
      }
    };
    this.spinner = this.options.spinner ?? new Spinner();
    this.logger = this.options.logger ?? new ListrLogger({
      useIcons: true,
      toStderr: []
    });
    this.logger.options.icon = this.options.icon;
    this.logger.options.color = this.options.color;
  }
  async render() {
    const { createLogUpdate } = await import("./log-update-V3Z2GBVD.js");
    const { default: truncate } = await import("./cli-truncate-62SYEIEV.js");
    const { default: wrap } = await import("./wrap-ansi-DTQ2R6KE.js");
    this.updater = createLogUpdate(this.logger.process.stdout);
    this.truncate = truncate;
    this.wrap = wrap;
    this.logger.process.hijack();
    if (!this.options?.lazy) this.spinner.start(() => {
      this.update();
    });
    this.events.on(ListrEventType.SHOULD_REFRESH_RENDER, () => {
      this.update();
    });
  }
  update() {
    this.updater(this.create());
  }
  end() {
    this.spinner.stop();
    this.updater.clear();
    this.updater.done();
    if (!this.options.clearOutput) this.logger.process.toStdout(this.create({ prompt: false }));
    this.logger.process.release();
  }
  create(options) {
    options = {
      tasks: true,
      bottomBar: true,
      prompt: true,
      ...options
    };
    const render = [];
    const renderTasks = this.renderer(this.tasks);
    const renderBottomBar = this.renderBottomBar();
    const renderPrompt = this.renderPrompt();
    if (options.tasks && renderTasks.length > 0) render.push(...renderTasks);
    if (options.bottomBar && renderBottomBar.length > 0) {
      if (render.length > 0) render.push("");
      render.push(...renderBottomBar);
    }
    if (options.prompt && renderPrompt.length > 0) {
      if (render.length > 0) render.push("");
      render.push(...renderPrompt);
    }
    return render.join(EOL);
  }
  style(task, output = false) {
    const rendererOptions = this.cache.rendererOptions.get(task.id);
    if (task.isSkipped()) {
      if (output || rendererOptions.collapseSkips) return this.logger.icon(ListrDefaultRendererLogLevels.SKIPPED_WITH_COLLAPSE);
      else if (rendererOptions.collapseSkips === false) return this.logger.icon(ListrDefaultRendererLogLevels.SKIPPED_WITHOUT_COLLAPSE);
    }
    if (output) {
      if (this.shouldOutputToBottomBar(task)) return this.logger.icon(ListrDefaultRendererLogLevels.OUTPUT_WITH_BOTTOMBAR);
      return this.logger.icon(ListrDefaultRendererLogLevels.OUTPUT);
    }
    if (task.hasSubtasks()) {
      if (task.isStarted() || task.isPrompt() && rendererOptions.showSubtasks !== false && !task.subtasks.every((subtask) => !subtask.hasTitle())) return this.logger.icon(ListrDefaultRendererLogLevels.PENDING);
      else if (task.isCompleted() && task.subtasks.some((subtask) => subtask.hasFailed())) return this.logger.icon(ListrDefaultRendererLogLevels.COMPLETED_WITH_FAILED_SUBTASKS);
      else if (task.hasFailed()) return this.logger.icon(ListrDefaultRendererLogLevels.FAILED_WITH_FAILED_SUBTASKS);
    }
    if (task.isStarted() || task.isPrompt()) return this.logger.icon(ListrDefaultRendererLogLevels.PENDING, !this.options?.lazy && this.spinner.fetch());
    else if (task.isCompleted()) return this.logger.icon(ListrDefaultRendererLogLevels.COMPLETED);
    else if (task.isRetrying()) return this.logger.icon(ListrDefaultRendererLogLevels.RETRY, !this.options?.lazy && this.spinner.fetch());
    else if (task.isRollingBack()) return this.logger.icon(ListrDefaultRendererLogLevels.ROLLING_BACK, !this.options?.lazy && this.spinner.fetch());
    else if (task.hasRolledBack()) return this.logger.icon(ListrDefaultRendererLogLevels.ROLLED_BACK);
    else if (task.hasFailed()) return this.logger.icon(ListrDefaultRendererLogLevels.FAILED);
    else if (task.isPaused()) return this.logger.icon(ListrDefaultRendererLogLevels.PAUSED);
    return this.logger.icon(ListrDefaultRendererLogLevels.WAITING);
  }
  format(message, icon, level) {
    if (message.trim() === "") return [];
    if (icon) message = icon + " " + message;
    let parsed;
    const columns = (process.stdout.columns ?? 80) - level * this.options.indentation - 2;
    switch (this.options.formatOutput) {
      case "truncate":
        parsed = message.split(EOL).map((s, i) => {
          return this.truncate(this.indent(s, i), columns);
        });
        break;
      case "wrap":
        parsed = this.wrap(message, columns, {
          hard: true,
          trim: false
        }).split(EOL).map((s, i) => this.indent(s, i));
        break;
      default:
        throw new ListrRendererError("Format option for the renderer is wrong.");
    }
    if (this.options.removeEmptyLines) parsed = parsed.filter(Boolean);
    return parsed.map((str) => indent2(str, level * this.options.indentation));
  }
  shouldOutputToOutputBar(task) {
    const outputBar = this.cache.rendererTaskOptions.get(task.id).outputBar;
    return typeof outputBar === "number" && outputBar !== 0 || typeof outputBar === "boolean" && outputBar !== false;
  }
  shouldOutputToBottomBar(task) {
    const bottomBar = this.cache.rendererTaskOptions.get(task.id).bottomBar;
    return typeof bottomBar === "number" && bottomBar !== 0 || typeof bottomBar === "boolean" && bottomBar !== false || !task.hasTitle();
  }
  renderer(tasks, level = 0) {
    return tasks.flatMap((task) => {
      if (!task.isEnabled()) return [];
      if (this.cache.render.has(task.id)) return this.cache.render.get(task.id);
      this.calculate(task);
      this.setupBuffer(task);
      const rendererOptions = this.cache.rendererOptions.get(task.id);
      const rendererTaskOptions = this.cache.rendererTaskOptions.get(task.id);
      const output = [];
      if (task.isPrompt()) {
        if (this.activePrompt && this.activePrompt !== task.id) throw new ListrRendererError("Only one prompt can be active at the given time, please re-evaluate your task design.");
        else if (!this.activePrompt) {
          task.on(ListrTaskEventType.PROMPT, (prompt) => {
            const cleansed = cleanseAnsi(prompt);
            if (cleansed) this.prompt = cleansed;
          });
          task.on(ListrTaskEventType.STATE, (state) => {
            if (state === ListrTaskState.PROMPT_COMPLETED || task.hasFinalized() || task.hasReset()) {
              this.prompt = null;
              this.activePrompt = null;
              task.off(ListrTaskEventType.PROMPT);
            }
          });
          this.activePrompt = task.id;
        }
      }
      if (task.hasTitle()) if (!(tasks.some((task$1) => task$1.hasFailed()) && !task.hasFailed() && task.options.exitOnError !== false && !(task.isCompleted() || task.isSkipped()))) if (task.hasFailed() && rendererOptions.collapseErrors) output.push(...this.format(!task.hasSubtasks() && task.message.error && rendererOptions.showErrorMessage ? task.message.error : task.title, this.style(task), level));
      else if (task.isSkipped() && rendererOptions.collapseSkips) output.push(...this.format(this.logger.suffix(task.message.skip && rendererOptions.showSkipMessage ? task.message.skip : task.title, {
        field: ListrLogLevels.SKIPPED,
        condition: rendererOptions.suffixSkips,
        format: () => color.dim
      }), this.style(task), level));
      else if (task.isRetrying()) output.push(...this.format(this.logger.suffix(task.title, {
        field: `${ListrLogLevels.RETRY}:${task.message.retry.count}`,
        format: () => color.yellow,
        condition: rendererOptions.suffixRetries
      }), this.style(task), level));
      else if (task.isCompleted() && task.hasTitle() && assertFunctionOrSelf(rendererTaskOptions.timer?.condition, task.message.duration)) output.push(...this.format(this.logger.suffix(task?.title, {
        ...rendererTaskOptions.timer,
        args: [task.message.duration]
      }), this.style(task), level));
      else if (task.isPaused()) output.push(...this.format(this.logger.suffix(task.title, {
        ...rendererOptions.pausedTimer,
        args: [task.message.paused - Date.now()]
      }), this.style(task), level));
      else output.push(...this.format(task.title, this.style(task), level));
      else output.push(...this.format(task.title, this.logger.icon(ListrDefaultRendererLogLevels.COMPLETED_WITH_FAILED_SISTER_TASKS), level));
      if (!task.hasSubtasks() || !rendererOptions.showSubtasks) {
        if (task.hasFailed() && rendererOptions.collapseErrors === false && (rendererOptions.showErrorMessage || !rendererOptions.showSubtasks)) output.push(...this.dump(task, level, ListrLogLevels.FAILED));
        else if (task.isSkipped() && rendererOptions.collapseSkips === false && (rendererOptions.showSkipMessage || !rendererOptions.showSubtasks)) output.push(...this.dump(task, level, ListrLogLevels.SKIPPED));
      }
      if (task.isPending() || rendererTaskOptions.persistentOutput) output.push(...this.renderOutputBar(task, level));
      if (rendererOptions.showSubtasks !== false && task.hasSubtasks() && (task.isPending() || task.hasFinalized() && !task.hasTitle() || task.isCompleted() && rendererOptions.collapseSubtasks === false && !task.subtasks.some((subtask) => this.cache.rendererOptions.get(subtask.id)?.collapseSubtasks === true) || task.subtasks.some((subtask) => this.cache.rendererOptions.get(subtask.id)?.collapseSubtasks === false) || task.subtasks.some((subtask) => subtask.hasFailed()) || task.subtasks.some((subtask) => subtask.hasRolledBack()))) {
        const subtaskLevel = !task.hasTitle() ? level : level + 1;
        const subtaskRender = this.renderer(task.subtasks, subtaskLevel);
        output.push(...subtaskRender);
      }
      if (task.hasFinalized()) {
        if (!rendererTaskOptions.persistentOutput) {
          this.buffer.bottom.delete(task.id);
          this.buffer.output.delete(task.id);
        }
      }
      if (task.isClosed()) {
        this.cache.render.set(task.id, output);
        this.reset(task);
      }
      return output;
    });
  }
  renderOutputBar(task, level) {
    const output = this.buffer.output.get(task.id);
    if (!output) return [];
    return output.all.flatMap((o) => this.dump(task, level, ListrLogLevels.OUTPUT, o.entry));
  }
  renderBottomBar() {
    if (this.buffer.bottom.size === 0) return [];
    return Array.from(this.buffer.bottom.values()).flatMap((output) => output.all).sort((a, b) => a.time - b.time).map((output) => output.entry);
  }
  renderPrompt() {
    if (!this.prompt) return [];
    return [this.prompt];
  }
  calculate(task) {
    if (this.cache.rendererOptions.has(task.id) && this.cache.rendererTaskOptions.has(task.id)) return;
    const rendererOptions = {
      ...this.options,
      ...task.rendererOptions
    };
    this.cache.rendererOptions.set(task.id, rendererOptions);
    this.cache.rendererTaskOptions.set(task.id, {
      ...DefaultRenderer2.rendererTaskOptions,
      timer: rendererOptions.timer,
      ...task.rendererTaskOptions
    });
  }
  setupBuffer(task) {
    if (this.buffer.bottom.has(task.id) || this.buffer.output.has(task.id)) return;
    const rendererTaskOptions = this.cache.rendererTaskOptions.get(task.id);
    if (this.shouldOutputToBottomBar(task) && !this.buffer.bottom.has(task.id)) {
      this.buffer.bottom.set(task.id, new ProcessOutputBuffer({ limit: typeof rendererTaskOptions.bottomBar === "number" ? rendererTaskOptions.bottomBar : 1 }));
      task.on(ListrTaskEventType.OUTPUT, (output) => {
        const data = this.dump(task, -1, ListrLogLevels.OUTPUT, output);
        this.buffer.bottom.get(task.id).write(data.join(EOL));
      });
      task.on(ListrTaskEventType.STATE, (state) => {
        switch (state) {
          case (ListrTaskState.RETRY || ListrTaskState.ROLLING_BACK):
            this.buffer.bottom.delete(task.id);
            break;
        }
      });
    } else if (this.shouldOutputToOutputBar(task) && !this.buffer.output.has(task.id)) {
      this.buffer.output.set(task.id, new ProcessOutputBuffer({ limit: typeof rendererTaskOptions.outputBar === "number" ? rendererTaskOptions.outputBar : 1 }));
      task.on(ListrTaskEventType.OUTPUT, (output) => {
        this.buffer.output.get(task.id).write(output);
      });
      task.on(ListrTaskEventType.STATE, (state) => {
        switch (state) {
          case (ListrTaskState.RETRY || ListrTaskState.ROLLING_BACK):
            this.buffer.output.delete(task.id);
            break;
        }
      });
    }
  }
  reset(task) {
    this.cache.rendererOptions.delete(task.id);
    this.cache.rendererTaskOptions.delete(task.id);
    this.buffer.output.delete(task.id);
  }
  dump(task, level, source = ListrLogLevels.OUTPUT, data) {
    if (!data) switch (source) {
      case ListrLogLevels.OUTPUT:
        data = task.output;
        break;
      case ListrLogLevels.SKIPPED:
        data = task.message.skip;
        break;
      case ListrLogLevels.FAILED:
        data = task.message.error;
        break;
    }
    if (task.hasTitle() && source === ListrLogLevels.FAILED && data === task.title || typeof data !== "string") return [];
    if (source === ListrLogLevels.OUTPUT) data = cleanseAnsi(data);
    return this.format(data, this.style(task, true), level + 1);
  }
  indent(str, i) {
    return i > 0 ? indent2(str.trimEnd(), this.options.indentation) : str.trimEnd();
  }
};
var SilentRenderer = class {
  static nonTTY = true;
  static rendererOptions;
  static rendererTaskOptions;
  constructor(tasks, options) {
    this.tasks = tasks;
    this.options = options;
  }
  render() {
  }
  end() {
  }
};
var SimpleRenderer = class SimpleRenderer2 {
  static nonTTY = true;
  static rendererOptions = { pausedTimer: {
    ...PRESET_TIMER,
    field: (time) => `${ListrLogLevels.PAUSED}:${time}`,
    format: () => color.yellowBright
  } };
  static rendererTaskOptions = {};
  logger;
  cache = {
    rendererOptions: /* @__PURE__ */ new Map(),
    rendererTaskOptions: /* @__PURE__ */ new Map()
  };
  constructor(tasks, options) {
    this.tasks = tasks;
    this.options = options;
    this.options = {
      ...SimpleRenderer2.rendererOptions,
      ...options,
      icon: {
        ...LISTR_LOGGER_STYLE.icon,
        ...options?.icon ?? {}
      },
      color: {
        ...LISTR_LOGGER_STYLE.color,
        ...options?.color ?? {}
      }
    };
    this.logger = this.options.logger ?? new ListrLogger({
      useIcons: true,
      toStderr: LISTR_LOGGER_STDERR_LEVELS
    });
    this.logger.options.icon = this.options.icon;
    this.logger.options.color = this.options.color;
    if (this.options.timestamp) this.logger.options.fields.prefix.unshift(this.options.timestamp);
  }
  end() {
  }
  render() {
    this.renderer(this.tasks);
  }
  renderer(tasks) {
    tasks.forEach((task) => {
      this.calculate(task);
      task.once(ListrTaskEventType.CLOSED, () => {
        this.reset(task);
      });
      const rendererOptions = this.cache.rendererOptions.get(task.id);
      const rendererTaskOptions = this.cache.rendererTaskOptions.get(task.id);
      task.on(ListrTaskEventType.SUBTASK, (subtasks) => {
        this.renderer(subtasks);
      });
      task.on(ListrTaskEventType.STATE, (state) => {
        if (!task.hasTitle()) return;
        if (state === ListrTaskState.STARTED) this.logger.log(ListrLogLevels.STARTED, task.title);
        else if (state === ListrTaskState.COMPLETED) {
          const timer = rendererTaskOptions?.timer;
          this.logger.log(ListrLogLevels.COMPLETED, task.title, timer && { suffix: {
            ...timer,
            condition: !!task.message?.duration && timer.condition,
            args: [task.message.duration]
          } });
        } else if (state === ListrTaskState.PROMPT) {
          this.logger.process.hijack();
          task.on(ListrTaskEventType.PROMPT, (prompt) => {
            this.logger.process.toStderr(prompt, false);
          });
        } else if (state === ListrTaskState.PROMPT_COMPLETED) {
          task.off(ListrTaskEventType.PROMPT);
          this.logger.process.release();
        }
      });
      task.on(ListrTaskEventType.OUTPUT, (output) => {
        this.logger.log(ListrLogLevels.OUTPUT, output);
      });
      task.on(ListrTaskEventType.MESSAGE, (message) => {
        if (message.error) this.logger.log(ListrLogLevels.FAILED, task.title, { suffix: {
          field: `${ListrLogLevels.FAILED}: ${message.error}`,
          format: () => color.red
        } });
        else if (message.skip) this.logger.log(ListrLogLevels.SKIPPED, task.title, { suffix: {
          field: `${ListrLogLevels.SKIPPED}: ${message.skip}`,
          format: () => color.yellow
        } });
        else if (message.rollback) this.logger.log(ListrLogLevels.ROLLBACK, task.title, { suffix: {
          field: `${ListrLogLevels.ROLLBACK}: ${message.rollback}`,
          format: () => color.red
        } });
        else if (message.retry) this.logger.log(ListrLogLevels.RETRY, task.title, { suffix: {
          field: `${ListrLogLevels.RETRY}:${message.retry.count}`,
          format: () => color.red
        } });
        else if (message.paused) {
          const timer = rendererOptions?.pausedTimer;
          this.logger.log(ListrLogLevels.PAUSED, task.title, timer && { suffix: {
            ...timer,
            condition: !!message?.paused && timer.condition,
            args: [message.paused - Date.now()]
          } });
        }
      });
    });
  }
  calculate(task) {
    if (this.cache.rendererOptions.has(task.id) && this.cache.rendererTaskOptions.has(task.id)) return;
    const rendererOptions = {
      ...this.options,
      ...task.rendererOptions
    };
    this.cache.rendererOptions.set(task.id, rendererOptions);
    this.cache.rendererTaskOptions.set(task.id, {
      ...SimpleRenderer2.rendererTaskOptions,
      timer: rendererOptions.timer,
      ...task.rendererTaskOptions
    });
  }
  reset(task) {
    this.cache.rendererOptions.delete(task.id);
    this.cache.rendererTaskOptions.delete(task.id);
  }
};
var TestRendererSerializer = class {
  constructor(options) {
    this.options = options;
  }
  serialize(event, data, task) {
    return JSON.stringify(this.generate(event, data, task));
  }
  generate(event, data, task) {
    const output = {
      event,
      data
    };
    if (typeof this.options?.task !== "boolean") {
      const t = Object.fromEntries(this.options.task.map((entity) => {
        const property = task[entity];
        if (typeof property === "function") return [entity, property.call(task)];
        return [entity, property];
      }));
      if (Object.keys(task).length > 0) output.task = t;
    }
    return output;
  }
};
var TestRenderer = class TestRenderer2 {
  static nonTTY = true;
  static rendererOptions = {
    subtasks: true,
    state: Object.values(ListrTaskState),
    output: true,
    prompt: true,
    title: true,
    messages: [
      "skip",
      "error",
      "retry",
      "rollback",
      "paused"
    ],
    messagesToStderr: [
      "error",
      "rollback",
      "retry"
    ],
    task: [
      "hasRolledBack",
      "isRollingBack",
      "isCompleted",
      "isSkipped",
      "hasFinalized",
      "hasSubtasks",
      "title",
      "hasReset",
      "hasTitle",
      "isPrompt",
      "isPaused",
      "isPending",
      "isSkipped",
      "isStarted",
      "hasFailed",
      "isEnabled",
      "isRetrying",
      "path"
    ]
  };
  static rendererTaskOptions;
  logger;
  serializer;
  constructor(tasks, options) {
    this.tasks = tasks;
    this.options = options;
    this.options = {
      ...TestRenderer2.rendererOptions,
      ...this.options
    };
    this.logger = this.options.logger ?? new ListrLogger({ useIcons: false });
    this.serializer = new TestRendererSerializer(this.options);
  }
  render() {
    this.renderer(this.tasks);
  }
  end() {
  }
  renderer(tasks) {
    tasks.forEach((task) => {
      if (this.options.subtasks) task.on(ListrTaskEventType.SUBTASK, (subtasks) => {
        this.renderer(subtasks);
      });
      if (this.options.state) task.on(ListrTaskEventType.STATE, (state) => {
        this.logger.toStdout(this.serializer.serialize(ListrTaskEventType.STATE, state, task));
      });
      if (this.options.output) task.on(ListrTaskEventType.OUTPUT, (data) => {
        this.logger.toStdout(this.serializer.serialize(ListrTaskEventType.OUTPUT, data, task));
      });
      if (this.options.prompt) task.on(ListrTaskEventType.PROMPT, (prompt) => {
        this.logger.toStdout(this.serializer.serialize(ListrTaskEventType.PROMPT, prompt, task));
      });
      if (this.options.title) task.on(ListrTaskEventType.TITLE, (title) => {
        this.logger.toStdout(this.serializer.serialize(ListrTaskEventType.TITLE, title, task));
      });
      task.on(ListrTaskEventType.MESSAGE, (message) => {
        const parsed = Object.fromEntries(Object.entries(message).map(([key, value]) => {
          if (this.options.messages.includes(key)) return [key, value];
        }).filter(Boolean));
        if (Object.keys(parsed).length > 0) {
          const output = this.serializer.serialize(ListrTaskEventType.MESSAGE, parsed, task);
          if (this.options.messagesToStderr.some((state) => Object.keys(parsed).includes(state))) this.logger.toStderr(output);
          else this.logger.toStdout(output);
        }
      });
    });
  }
};
var VerboseRenderer = class VerboseRenderer2 {
  static nonTTY = true;
  static rendererOptions = {
    logTitleChange: false,
    pausedTimer: {
      ...PRESET_TIMER,
      format: () => color.yellowBright
    }
  };
  static rendererTaskOptions;
  logger;
  cache = {
    rendererOptions: /* @__PURE__ */ new Map(),
    rendererTaskOptions: /* @__PURE__ */ new Map()
  };
  constructor(tasks, options) {
    this.tasks = tasks;
    this.options = options;
    this.options = {
      ...VerboseRenderer2.rendererOptions,
      ...this.options,
      icon: {
        ...LISTR_LOGGER_STYLE.icon,
        ...options?.icon ?? {}
      },
      color: {
        ...LISTR_LOGGER_STYLE.color,
        ...options?.color ?? {}
      }
    };
    this.logger = this.options.logger ?? new ListrLogger({
      useIcons: false,
      toStderr: LISTR_LOGGER_STDERR_LEVELS
    });
    this.logger.options.icon = this.options.icon;
    this.logger.options.color = this.options.color;
    if (this.options.timestamp) this.logger.options.fields.prefix.unshift(this.options.timestamp);
  }
  render() {
    this.renderer(this.tasks);
  }
  end() {
  }
  renderer(tasks) {
    tasks.forEach((task) => {
      this.calculate(task);
      task.once(ListrTaskEventType.CLOSED, () => {
        this.reset(task);
      });
      const rendererOptions = this.cache.rendererOptions.get(task.id);
      const rendererTaskOptions = this.cache.rendererTaskOptions.get(task.id);
      task.on(ListrTaskEventType.SUBTASK, (subtasks) => {
        this.renderer(subtasks);
      });
      task.on(ListrTaskEventType.STATE, (state) => {
        if (!task.hasTitle()) return;
        if (state === ListrTaskState.STARTED) this.logger.log(ListrLogLevels.STARTED, task.title);
        else if (state === ListrTaskState.COMPLETED) {
          const timer = rendererTaskOptions.timer;
          this.logger.log(ListrLogLevels.COMPLETED, task.title, timer && { suffix: {
            ...timer,
            condition: !!task.message?.duration && timer.condition,
            args: [task.message.duration]
          } });
        }
      });
      task.on(ListrTaskEventType.OUTPUT, (data) => {
        this.logger.log(ListrLogLevels.OUTPUT, data);
      });
      task.on(ListrTaskEventType.PROMPT, (prompt) => {
        const cleansed = cleanseAnsi(prompt);
        if (cleansed) this.logger.log(ListrLogLevels.PROMPT, cleansed);
      });
      if (this.options?.logTitleChange !== false) task.on(ListrTaskEventType.TITLE, (title) => {
        this.logger.log(ListrLogLevels.TITLE, title);
      });
      task.on(ListrTaskEventType.MESSAGE, (message) => {
        if (message?.error) this.logger.log(ListrLogLevels.FAILED, message.error);
        else if (message?.skip) this.logger.log(ListrLogLevels.SKIPPED, message.skip);
        else if (message?.rollback) this.logger.log(ListrLogLevels.ROLLBACK, message.rollback);
        else if (message?.retry) this.logger.log(ListrLogLevels.RETRY, task.title, { suffix: message.retry.count.toString() });
        else if (message?.paused) {
          const timer = rendererOptions?.pausedTimer;
          this.logger.log(ListrLogLevels.PAUSED, task.title, timer && { suffix: {
            ...timer,
            condition: !!message?.paused && timer.condition,
            args: [message.paused - Date.now()]
          } });
        }
      });
    });
  }
  calculate(task) {
    if (this.cache.rendererOptions.has(task.id) && this.cache.rendererTaskOptions.has(task.id)) return;
    const rendererOptions = {
      ...this.options,
      ...task.rendererOptions
    };
    this.cache.rendererOptions.set(task.id, rendererOptions);
    this.cache.rendererTaskOptions.set(task.id, {
      ...VerboseRenderer2.rendererTaskOptions,
      timer: rendererOptions.timer,
      ...task.rendererTaskOptions
    });
  }
  reset(task) {
    this.cache.rendererOptions.delete(task.id);
    this.cache.rendererTaskOptions.delete(task.id);
  }
};
var RENDERERS = {
  default: DefaultRenderer,
  simple: SimpleRenderer,
  verbose: VerboseRenderer,
  test: TestRenderer,
  silent: SilentRenderer
};
function isRendererSupported(renderer) {
  return process.stdout.isTTY === true || renderer.nonTTY === true;
}
function getRendererClass(renderer) {
  if (typeof renderer === "string") return RENDERERS[renderer] ?? RENDERERS.default;
  return typeof renderer === "function" ? renderer : RENDERERS.default;
}
function getRenderer(options) {
  if (assertFunctionOrSelf(options?.silentRendererCondition)) return {
    renderer: getRendererClass("silent"),
    selection: ListrRendererSelection.SILENT
  };
  const r = {
    renderer: getRendererClass(options.renderer),
    options: options.rendererOptions,
    selection: ListrRendererSelection.PRIMARY
  };
  if (!isRendererSupported(r.renderer) || assertFunctionOrSelf(options?.fallbackRendererCondition)) return {
    renderer: getRendererClass(options.fallbackRenderer),
    options: options.fallbackRendererOptions,
    selection: ListrRendererSelection.SECONDARY
  };
  return r;
}
function assertFunctionOrSelf(functionOrSelf, ...args) {
  if (typeof functionOrSelf === "function") return functionOrSelf(...args);
  else return functionOrSelf;
}
var clone = (0, import_rfdc.default)({ circles: true });
function cloneObject(obj) {
  return clone(obj);
}
var Concurrency = class {
  concurrency;
  count;
  queue;
  constructor(options) {
    this.concurrency = options.concurrency;
    this.count = 0;
    this.queue = /* @__PURE__ */ new Set();
  }
  add(fn) {
    if (this.count < this.concurrency) return this.run(fn);
    return new Promise((resolve) => {
      const callback = () => resolve(this.run(fn));
      this.queue.add(callback);
    });
  }
  flush() {
    for (const callback of this.queue) {
      if (this.count >= this.concurrency) break;
      this.queue.delete(callback);
      callback();
    }
  }
  run(fn) {
    this.count++;
    const promise = fn();
    const cleanup = () => {
      this.count--;
      this.flush();
    };
    promise.then(cleanup, () => {
      this.queue.clear();
    });
    return promise;
  }
};
function delay2(time) {
  return new Promise((resolve) => {
    setTimeout(resolve, time);
  });
}
var ListrError = class extends Error {
  path;
  ctx;
  constructor(error, type, task) {
    super(error.message);
    this.error = error;
    this.type = type;
    this.task = task;
    this.name = "ListrError";
    this.path = task.path;
    if (task?.options.collectErrors === "full") {
      this.task = cloneObject(task);
      this.ctx = cloneObject(task.listr.ctx);
    }
    this.stack = error?.stack;
  }
};
var ListrRendererError = class extends Error {
};
var PromptError = class extends Error {
};
var TaskWrapper = class {
  constructor(task) {
    this.task = task;
  }
  /* istanbul ignore next */
  get title() {
    return this.task.title;
  }
  /**
  * Title of the current task.
  *
  * @see {@link https://listr2.kilic.dev/task/title.html}
  */
  set title(title) {
    title = Array.isArray(title) ? title : [title];
    this.task.title$ = splat(title.shift(), ...title);
  }
  /* istanbul ignore next */
  get output() {
    return this.task.output;
  }
  /* istanbul ignore next */
  /**
  * Send output from the current task to the renderer.
  *
  * @see {@link https://listr2.kilic.dev/task/output.html}
  */
  set output(output) {
    output = Array.isArray(output) ? output : [output];
    this.task.output$ = splat(output.shift(), ...output);
  }
  /* istanbul ignore next */
  /** Send an output to the output channel as prompt. */
  set promptOutput(output) {
    this.task.promptOutput$ = output;
  }
  /**
  * Creates a new set of Listr subtasks.
  *
  * @see {@link https://listr2.kilic.dev/task/subtasks.html}
  */
  newListr(task, options) {
    let tasks;
    if (typeof task === "function") tasks = task(this);
    else tasks = task;
    return new Listr(tasks, options, this.task);
  }
  /**
  * Report an error that has to be collected and handled.
  *
  * @see {@link https://listr2.kilic.dev/task/error-handling.html}
  */
  report(error, type) {
    if (this.task.options.collectErrors !== false) this.task.listr.errors.push(new ListrError(error, type, this.task));
    this.task.message$ = { error: error.message ?? this.task?.title };
  }
  /**
  * Skip the current task.
  *
  * @see {@link https://listr2.kilic.dev/task/skip.html}
  */
  skip(message, ...metadata) {
    this.task.state$ = ListrTaskState.SKIPPED;
    if (message) this.task.message$ = { skip: message ? splat(message, ...metadata) : this.task?.title };
  }
  /**
  * Check whether this task is currently in a retry state.
  *
  * @see {@link https://listr2.kilic.dev/task/retry.html}
  */
  isRetrying() {
    return this.task.isRetrying() ? this.task.retry : { count: 0 };
  }
  /* istanbul ignore next */
  /**
  * Create a new prompt for getting user input through the prompt adapter.
  * This will create a new prompt through the adapter if the task is not currently rendering a prompt or will return the active instance.
  *
  * This part of the application requires optional peer dependencies, please refer to documentation.
  *
  * @see {@link https://listr2.kilic.dev/task/prompt.html}
  */
  prompt(adapter) {
    if (this.task.prompt) return this.task.prompt;
    return new adapter(this.task, this);
  }
  /* istanbul ignore next */
  /**
  * Generates a fake stdout for your use case, where it will be tunnelled through Listr to handle the rendering process.
  *
  * @see {@link https://listr2.kilic.dev/renderer/process-output.html}
  */
  stdout(type) {
    return createWritable((chunk) => {
      switch (type) {
        case ListrTaskEventType.PROMPT:
          this.promptOutput = chunk;
          break;
        default:
          this.output = chunk;
      }
    });
  }
  /** Run this task. */
  run(ctx) {
    return this.task.run(ctx, this);
  }
};
var ListrTaskEventManager = class extends EventManager {
};
var Task = class extends ListrTaskEventManager {
  /** Unique id per task, can be used for identifying a Task. */
  id = randomUUID();
  /** The current state of the task. */
  state = ListrTaskState.WAITING;
  /** Subtasks of the current task. */
  subtasks;
  /** Title of the task. */
  title;
  /** Initial/Untouched version of the title for using whenever task has a reset. */
  initialTitle;
  /** Output channel for the task. */
  output;
  /** Current state of the retry process whenever the task is retrying. */
  retry;
  /**
  * A channel for messages.
  *
  * This requires a separate channel for messages like error, skip or runtime messages to further utilize in the renderers.
  */
  message = {};
  /** Current prompt instance or prompt error whenever the task is prompting. */
  prompt;
  /** Parent task of the current task. */
  parent;
  /** Enable flag of this task. */
  enabled;
  /** User provided Task callback function to run. */
  taskFn;
  /** Marks the task as closed. This is different from finalized since this is not really related to task itself. */
  closed;
  constructor(listr, task, options, rendererOptions, rendererTaskOptions) {
    super();
    this.listr = listr;
    this.task = task;
    this.options = options;
    this.rendererOptions = rendererOptions;
    this.rendererTaskOptions = rendererTaskOptions;
    if (task.title) {
      const title = Array.isArray(task?.title) ? task.title : [task.title];
      this.title = splat(title.shift(), ...title);
      this.initialTitle = this.title;
    }
    this.taskFn = task.task;
    this.parent = listr.parentTask;
  }
  /**
  * Update the current state of the Task and emit the neccassary events.
  */
  set state$(state) {
    this.state = state;
    this.emit(ListrTaskEventType.STATE, state);
    if (this.hasSubtasks() && this.hasFailed()) {
      for (const subtask of this.subtasks) if (subtask.state === ListrTaskState.STARTED) subtask.state$ = ListrTaskState.FAILED;
    }
    this.listr.events.emit(ListrEventType.SHOULD_REFRESH_RENDER);
  }
  /**
  * Update the current output of the Task and emit the neccassary events.
  */
  set output$(data) {
    this.output = data;
    this.emit(ListrTaskEventType.OUTPUT, data);
    this.listr.events.emit(ListrEventType.SHOULD_REFRESH_RENDER);
  }
  /**
  * Update the current prompt output of the Task and emit the neccassary events.
  */
  set promptOutput$(data) {
    this.emit(ListrTaskEventType.PROMPT, data);
    if (cleanseAnsi(data)) this.listr.events.emit(ListrEventType.SHOULD_REFRESH_RENDER);
  }
  /**
  * Update or extend the current message of the Task and emit the neccassary events.
  */
  set message$(data) {
    this.message = {
      ...this.message,
      ...data
    };
    this.emit(ListrTaskEventType.MESSAGE, data);
    this.listr.events.emit(ListrEventType.SHOULD_REFRESH_RENDER);
  }
  /**
  * Update the current title of the Task and emit the neccassary events.
  */
  set title$(title) {
    this.title = title;
    this.emit(ListrTaskEventType.TITLE, title);
    this.listr.events.emit(ListrEventType.SHOULD_REFRESH_RENDER);
  }
  /**
  * Current task path in the hierarchy.
  */
  get path() {
    return [...this.listr.path, this.initialTitle];
  }
  /**
  * Checks whether the current task with the given context should be set as enabled.
  */
  async check(ctx) {
    if (this.state === ListrTaskState.WAITING) {
      this.enabled = await assertFunctionOrSelf(this.task?.enabled ?? true, ctx);
      this.emit(ListrTaskEventType.ENABLED, this.enabled);
      this.listr.events.emit(ListrEventType.SHOULD_REFRESH_RENDER);
    }
    return this.enabled;
  }
  /** Returns whether this task has subtasks. */
  hasSubtasks() {
    return this.subtasks?.length > 0;
  }
  /** Returns whether this task is finalized in someform. */
  hasFinalized() {
    return this.isCompleted() || this.hasFailed() || this.isSkipped() || this.hasRolledBack();
  }
  /** Returns whether this task is in progress. */
  isPending() {
    return this.isStarted() || this.isPrompt() || this.hasReset();
  }
  /** Returns whether this task has started. */
  isStarted() {
    return this.state === ListrTaskState.STARTED;
  }
  /** Returns whether this task is skipped. */
  isSkipped() {
    return this.state === ListrTaskState.SKIPPED;
  }
  /** Returns whether this task has been completed. */
  isCompleted() {
    return this.state === ListrTaskState.COMPLETED;
  }
  /** Returns whether this task has been failed. */
  hasFailed() {
    return this.state === ListrTaskState.FAILED;
  }
  /** Returns whether this task has an active rollback task going on. */
  isRollingBack() {
    return this.state === ListrTaskState.ROLLING_BACK;
  }
  /** Returns whether the rollback action was successful. */
  hasRolledBack() {
    return this.state === ListrTaskState.ROLLED_BACK;
  }
  /** Returns whether this task has an actively retrying task going on. */
  isRetrying() {
    return this.state === ListrTaskState.RETRY;
  }
  /** Returns whether this task has some kind of reset like retry and rollback going on. */
  hasReset() {
    return this.state === ListrTaskState.RETRY || this.state === ListrTaskState.ROLLING_BACK;
  }
  /** Returns whether enabled function resolves to true. */
  isEnabled() {
    return this.enabled;
  }
  /** Returns whether this task actually has a title. */
  hasTitle() {
    return typeof this?.title === "string";
  }
  /** Returns whether this task has a prompt inside. */
  isPrompt() {
    return this.state === ListrTaskState.PROMPT;
  }
  /** Returns whether this task is currently paused. */
  isPaused() {
    return this.state === ListrTaskState.PAUSED;
  }
  /** Returns whether this task is closed. */
  isClosed() {
    return this.closed;
  }
  /** Pause the given task for certain time. */
  async pause(time) {
    const state = this.state;
    this.state$ = ListrTaskState.PAUSED;
    this.message$ = { paused: Date.now() + time };
    await delay2(time);
    this.state$ = state;
    this.message$ = { paused: null };
  }
  /** Run the current task. */
  async run(context, wrapper) {
    const handleResult = (result) => {
      if (result instanceof Listr) {
        result.options = {
          ...this.options,
          ...result.options
        };
        result.rendererClass = getRendererClass("silent");
        this.subtasks = result.tasks;
        result.errors = this.listr.errors;
        this.emit(ListrTaskEventType.SUBTASK, this.subtasks);
        result = result.run(context);
      } else if (result instanceof Promise) result = result.then(handleResult);
      else if (isReadable(result)) result = new Promise((resolve, reject) => {
        result.on("data", (data) => {
          this.output$ = data.toString();
        });
        result.on("error", (error) => reject(error));
        result.on("end", () => resolve(null));
      });
      else if (isObservable(result)) result = new Promise((resolve, reject) => {
        result.subscribe({
          next: (data) => {
            this.output$ = data;
          },
          error: reject,
          complete: resolve
        });
      });
      return result;
    };
    const startTime = Date.now();
    this.state$ = ListrTaskState.STARTED;
    const skipped = await assertFunctionOrSelf(this.task?.skip ?? false, context);
    if (skipped) {
      if (typeof skipped === "string") this.message$ = { skip: skipped };
      else if (this.hasTitle()) this.message$ = { skip: this.title };
      else this.message$ = { skip: "Skipped task without a title." };
      this.state$ = ListrTaskState.SKIPPED;
      return;
    }
    try {
      const retryCount = typeof this.task?.retry === "number" && this.task.retry > 0 ? this.task.retry + 1 : typeof this.task?.retry === "object" && this.task.retry.tries > 0 ? this.task.retry.tries + 1 : 1;
      const retryDelay = typeof this.task.retry === "object" && this.task.retry.delay;
      for (let retries = 1; retries <= retryCount; retries++) try {
        await handleResult(this.taskFn(context, wrapper));
        break;
      } catch (err) {
        if (retries !== retryCount) {
          this.retry = {
            count: retries,
            error: err
          };
          this.message$ = { retry: this.retry };
          this.title$ = this.initialTitle;
          this.output = void 0;
          wrapper.report(err, ListrErrorTypes.WILL_RETRY);
          this.state$ = ListrTaskState.RETRY;
          if (retryDelay) await this.pause(retryDelay);
        } else throw err;
      }
      if (this.isStarted() || this.isRetrying()) {
        this.message$ = { duration: Date.now() - startTime };
        this.state$ = ListrTaskState.COMPLETED;
      }
    } catch (error) {
      if (this.prompt instanceof PromptError) error = this.prompt;
      if (this.task?.rollback) {
        wrapper.report(error, ListrErrorTypes.WILL_ROLLBACK);
        try {
          this.state$ = ListrTaskState.ROLLING_BACK;
          await this.task.rollback(context, wrapper);
          this.message$ = { rollback: this.title };
          this.state$ = ListrTaskState.ROLLED_BACK;
        } catch (err) {
          this.state$ = ListrTaskState.FAILED;
          wrapper.report(err, ListrErrorTypes.HAS_FAILED_TO_ROLLBACK);
          this.close();
          throw err;
        }
        if (this.listr.options?.exitAfterRollback !== false) {
          this.close();
          throw error;
        }
      } else {
        this.state$ = ListrTaskState.FAILED;
        if (this.listr.options.exitOnError !== false && await assertFunctionOrSelf(this.task?.exitOnError, context) !== false) {
          wrapper.report(error, ListrErrorTypes.HAS_FAILED);
          this.close();
          throw error;
        } else if (!this.hasSubtasks()) wrapper.report(error, ListrErrorTypes.HAS_FAILED_WITHOUT_ERROR);
      }
    } finally {
      this.close();
    }
  }
  close() {
    this.emit(ListrTaskEventType.CLOSED);
    this.listr.events.emit(ListrEventType.SHOULD_REFRESH_RENDER);
    this.complete();
  }
};
var ListrEventManager = class extends EventManager {
};
var Listr = class {
  tasks = [];
  errors = [];
  ctx;
  events;
  path = [];
  rendererClass;
  rendererClassOptions;
  rendererSelection;
  boundSignalHandler;
  concurrency;
  renderer;
  constructor(task, options, parentTask) {
    this.task = task;
    this.options = options;
    this.parentTask = parentTask;
    this.options = {
      concurrent: false,
      renderer: "default",
      fallbackRenderer: "simple",
      exitOnError: true,
      exitAfterRollback: true,
      collectErrors: false,
      registerSignalListeners: true,
      ...this.parentTask?.options ?? {},
      ...options
    };
    if (this.options.concurrent === true) this.options.concurrent = Infinity;
    else if (typeof this.options.concurrent !== "number") this.options.concurrent = 1;
    this.concurrency = new Concurrency({ concurrency: this.options.concurrent });
    if (parentTask) {
      this.path = [...parentTask.listr.path, parentTask.title];
      this.errors = parentTask.listr.errors;
    }
    if (this.parentTask?.listr.events instanceof ListrEventManager) this.events = this.parentTask.listr.events;
    else this.events = new ListrEventManager();
    if (this.options?.forceTTY || process.env[ListrEnvironmentVariables.FORCE_TTY]) {
      process.stdout.isTTY = true;
      process.stderr.isTTY = true;
    }
    if (this.options?.forceUnicode) process.env[ListrEnvironmentVariables.FORCE_UNICODE] = "1";
    const renderer = getRenderer({
      renderer: this.options.renderer,
      rendererOptions: this.options.rendererOptions,
      fallbackRenderer: this.options.fallbackRenderer,
      fallbackRendererOptions: this.options.fallbackRendererOptions,
      fallbackRendererCondition: this.options?.fallbackRendererCondition,
      silentRendererCondition: this.options?.silentRendererCondition
    });
    this.rendererClass = renderer.renderer;
    this.rendererClassOptions = renderer.options;
    this.rendererSelection = renderer.selection;
    this.add(task ?? []);
    if (this.options.registerSignalListeners) {
      this.boundSignalHandler = this.signalHandler.bind(this);
      process.once("SIGINT", this.boundSignalHandler).setMaxListeners(0);
    }
  }
  /**
  * Whether this is the root task.
  */
  isRoot() {
    return !this.parentTask;
  }
  /**
  * Whether this is a subtask of another task list.
  */
  isSubtask() {
    return !!this.parentTask;
  }
  /**
  * Add tasks to current task list.
  *
  * @see {@link https://listr2.kilic.dev/task/task.html}
  */
  add(tasks) {
    this.tasks.push(...this.generate(tasks));
  }
  /**
  * Run the task list.
  *
  * @see {@link https://listr2.kilic.dev/listr/listr.html#run-the-generated-task-list}
  */
  async run(context) {
    if (!this.renderer) this.renderer = new this.rendererClass(this.tasks, this.rendererClassOptions, this.events);
    await this.renderer.render();
    this.ctx = this.options?.ctx ?? context ?? {};
    try {
      await Promise.all(this.tasks.map((task) => task.check(this.ctx)));
      await Promise.all(this.tasks.map((task) => this.concurrency.add(() => this.runTask(task))));
      this.renderer.end();
      this.removeSignalHandler();
    } catch (err) {
      if (this.options.exitOnError !== false) {
        this.renderer.end(err);
        this.removeSignalHandler();
        throw err;
      }
    }
    return this.ctx;
  }
  generate(tasks) {
    tasks = Array.isArray(tasks) ? tasks : [tasks];
    return tasks.map((task) => {
      let rendererTaskOptions;
      if (this.rendererSelection === ListrRendererSelection.PRIMARY) rendererTaskOptions = task.rendererOptions;
      else if (this.rendererSelection === ListrRendererSelection.SECONDARY) rendererTaskOptions = task.fallbackRendererOptions;
      return new Task(this, task, this.options, this.rendererClassOptions, rendererTaskOptions);
    });
  }
  async runTask(task) {
    if (!await task.check(this.ctx)) return;
    return new TaskWrapper(task).run(this.ctx);
  }
  signalHandler() {
    this.tasks?.forEach(async (task) => {
      if (task.isPending()) task.state$ = ListrTaskState.FAILED;
    });
    if (this.isRoot()) {
      this.renderer?.end(/* @__PURE__ */ new Error("Interrupted."));
      process.exit(127);
    }
  }
  removeSignalHandler() {
    if (this.boundSignalHandler) process.removeListener("SIGINT", this.boundSignalHandler);
  }
};

// src/terminal/terminal-log.ts
var millisecondsBetweenProgress = { lines: 1e4, terminal: 2e3 };
function terminalLog({ write, now, interactive, file }) {
  const show2 = (text) => {
    file.line(text);
    write(`${text}
`);
  };
  const due = progressDue(now, interactive);
  return {
    info: show2,
    warn: (text) => show2(`Warning: ${text}`),
    output: file.output,
    group: async (title, body) => {
      show2(title);
      return await body();
    },
    progress: (progress) => {
      if (due()) show2(progressText(progress));
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

// src/terminal/line-stage.ts
async function stepsInLines(steps2, parts) {
  const results = [];
  const show2 = (text) => {
    parts.file.line(text);
    parts.write(`${text}
`);
  };
  for (const step of steps2) {
    show2(`  ${step.title} \u2026`);
    const result = await step.run(stepLog(show2, parts));
    results.push(result);
    if (result.outcome !== "passed" && result.outcome !== "skipped") {
      show2(`\u2716 ${step.title}: ${result.outcome}`);
      return { kind: "stopped", result };
    }
    show2(`${result.outcome === "skipped" ? "-" : "\u2714"} ${step.title}. ${result.headline}`);
  }
  return { kind: "ended", results };
}
function stepLog(show2, { now, file }) {
  const due = progressDue(now, false);
  return {
    info: (text) => show2(`    ${text}`),
    warn: (text) => show2(`    Warning: ${text}`),
    output: file.output,
    group: async (title, body) => {
      file.line(title);
      return await body();
    },
    progress: (progress) => {
      if (due()) show2(`    ${progressText(progress)}`);
    }
  };
}

// src/terminal/listr-stage.ts
function listrStage(parts) {
  const { interactive, write, redact, approve } = parts;
  return {
    showPlan: (headline, text) => write(`${redact(headline)}
${redact(text)}

`),
    approve: async (gate) => {
      for (const fact2 of gate.facts) write(`${redact(fact2)}
`);
      return await approve(gate);
    },
    runJob: async (title, steps2) => {
      write(`${title}
`);
      const end2 = interactive ? await runSteps(steps2, parts) : await stepsInLines(steps2, parts);
      write("\n");
      return end2;
    }
  };
}
var StepStopped = class extends Error {
  name = "StepStopped";
};
async function runSteps(steps2, { redact, file }) {
  const results = [];
  const tasks = steps2.map(
    (step) => ({
      title: redact(step.title),
      task: async (_context, task) => {
        const result = await step.run(
          outputLog((line) => {
            task.output = redact(line);
          }, file)
        );
        results.push(result);
        const isDone = result.outcome === "passed" || result.outcome === "skipped";
        task.title = redact(isDone ? `${step.title}. ${result.headline}` : `${step.title}: ${result.outcome}`);
        if (!isDone) throw new StepStopped(result.outcome);
      }
    })
  );
  const list = new Listr(tasks, {
    renderer: "default",
    // Its own would end the process with nothing said and nothing recorded.
    registerSignalListeners: false,
    rendererOptions: { collapseSubtasks: false, collapseErrors: false, showErrorMessage: false }
  });
  try {
    await list.run();
  } catch (error) {
    const last = results.at(-1);
    if (!(error instanceof StepStopped) || last === void 0) throw error;
    return { kind: "stopped", result: last };
  }
  return { kind: "ended", results };
}
function outputLog(write, file) {
  let shown2 = "";
  const show2 = (line) => {
    if (line === shown2) return;
    shown2 = line;
    file.line(line);
    write(line);
  };
  return {
    info: show2,
    warn: (text) => show2(`Warning: ${text}`),
    output: (text) => {
      file.output(text);
      write(text);
    },
    group: async (title, body) => {
      show2(title);
      return await body();
    },
    progress: (progress) => write(progressText(progress))
  };
}

// src/terminal/demo.ts
var first = "1.0.2";
async function runDemo(parts, choices) {
  const { out } = parts;
  const folder = await realpath(await mkdtemp(join3(tmpdir(), "staged-upgrade-demo-")));
  const repository = join3(folder, "repository");
  for (const name of ["repository", "production", "staging"]) await mkdir2(join3(folder, name));
  await cp(embeddedSample, repository, { recursive: true, filter: (source) => !source.endsWith(".github") });
  await writeFile2(join3(repository, "staged-upgrade.yml"), demoConfiguration());
  const effects = await demoEffects(parts.effects, folder, repository);
  const server = (side, ...action) => runSample(effects, side, ["deploy.mjs", ...action]);
  let isReported = false;
  try {
    out(`A server for production on ${first}, with records of its own, in ${folder}

`);
    await server("PRODUCTION", "start", first);
    await runSample(effects, "PRODUCTION", ["seed.mjs"]);
    const project = await openProject("staged-upgrade.yml", effects, parts.run);
    const result = await climbSample(project, parts, choices);
    if (result.summary === "") return endedByAnswer(result);
    const report2 = join3(folder, "report.md");
    await writeFile2(report2, effects.pen.markdown(result.summary));
    isReported = true;
    out(`The report: ${report2}
`);
    return result;
  } finally {
    await server("PRODUCTION", "stop");
    await server("STAGING", "stop");
    if (!choices.keep) {
      await Promise.all(
        ["repository", "production", "staging", "backups", "journal"].map(
          (name) => rm(join3(folder, name), { recursive: true, force: true })
        )
      );
      if (!isReported) await rm(folder, { recursive: true, force: true });
    }
  }
}
function endedByAnswer(result) {
  if (result.outcome !== "waiting" || result.message === void 0) return result;
  const message = {
    happened: `The demo ends here: ${result.message.happened}`,
    means: `${result.message.means} Its servers are stopped.`,
    next: "Start it again with the same command. It begins anew."
  };
  return { ...result, headline: message.happened, message };
}
async function climbSample(project, parts, { target }) {
  const { interactive, out } = parts;
  const asked2 = { command: "climb", target, acknowledge: [], facts: [] };
  const manual = (await planHops(project, asked2)).hops.flatMap((hop) => hop.manual);
  announceManual(manual, out);
  const invocation = { ...asked2, acknowledge: manual.map((step) => step.id) };
  await markStaging(project, out);
  await showRefusal(project, invocation, out);
  const { actor } = parts.run;
  const mode = interactive ? { kind: "ask", actor } : { kind: "approve-all", actor, how: "no terminal is attached to ask at", announce: out };
  const stage = listrStage({
    interactive,
    write: out,
    redact: project.effects.pen.text,
    now: () => project.effects.clock.now().getTime(),
    file: parts.file,
    approve: gateAt(mode, project.effects.signal)
  });
  return await climb(project, invocation, stage, {});
}
async function markStaging(project, out) {
  const confirm = join3(project.effects.environment.SAMPLE_STAGING_STATE ?? "", "records.sqlite");
  const result = await markDisposable(project, { command: "mark-disposable", confirm, acknowledge: [], facts: [] });
  if (result.message !== void 0) throw new SystemFailure(result.message);
  out(`Once, for staging: staged-upgrade mark-disposable --confirm ${confirm}
  ${result.headline}

`);
}
function announceManual(manual, out) {
  for (const step of manual)
    out(`By hand, before its hop: ${step.text} (In this demo it is taken as done: --acknowledge ${step.id})
`);
}
async function showRefusal(project, invocation, out) {
  const hop = (await planToDo(project, invocation)).hops.at(0);
  if (hop === void 0) return;
  const quiet = { ...project, effects: { ...project.effects, log: silentLog } };
  const result = await deploy(quiet, {
    ...invocation,
    command: "deploy",
    environment: "production",
    release: "to",
    hop: hop.id
  });
  out(`First, something that must not be done: deploying ${hop.to} on production at once.
`);
  out(`  ${result.outcome}: ${result.message?.happened ?? result.headline}
  ${result.message?.means ?? ""}

`);
}
function demoConfiguration() {
  const { plain: _, ...usual } = presetFor("sample");
  const addresses = {
    productionUrl: "http://127.0.0.1:${SAMPLE_PRODUCTION_PORT}",
    stagingUrl: "http://127.0.0.1:${SAMPLE_STAGING_PORT}"
  };
  return renderConfiguration({
    system: "sample",
    ...addresses,
    ...usual,
    product: "sample",
    access: ["admin-token"],
    journal: { folder: "${SAMPLE_JOURNAL}" }
  });
}
async function demoEffects(effects, folder, repository) {
  const [production, staging] = await freePorts();
  const own = {
    SAMPLE_PRODUCTION_STATE: join3(folder, "production"),
    SAMPLE_PRODUCTION_PORT: String(production),
    SAMPLE_PRODUCTION_ADMIN_TOKEN: "a-token-of-production",
    SAMPLE_STAGING_STATE: join3(folder, "staging"),
    SAMPLE_STAGING_PORT: String(staging),
    SAMPLE_STAGING_ADMIN_TOKEN: "a-token-of-staging",
    SAMPLE_BACKUPS: join3(folder, "backups"),
    SAMPLE_JOURNAL: join3(folder, "journal")
  };
  const PATH = [dirname2(process.execPath), effects.environment.PATH ?? ""].join(delimiter);
  const environment2 = { ...effects.environment, ...own, PATH };
  return { ...effects, directory: repository, environment: environment2, variables: variablesFrom(environment2, () => void 0) };
}
async function runSample(effects, side, script) {
  const names = { STATE: "STATE", PORT: "PORT", TOKEN: "ADMIN_TOKEN" };
  const settings = Object.entries(names).map(([name, kept]) => [
    `SAMPLE_${name}`,
    effects.environment[`SAMPLE_${side}_${kept}`] ?? ""
  ]);
  const result = await effects.processes.run({
    argv: [process.execPath, ...script],
    directory: effects.directory,
    environment: { ...childEnvironment(effects), ...Object.fromEntries(settings) }
  });
  if (result.exitCode !== 0) throw new Error(`${script.join(" ")} of the sample failed: ${result.stderr}`);
}
async function freePorts() {
  const servers = [createServer(), createServer()];
  const ports = await Promise.all(servers.map((server) => listeningPort(server)));
  for (const server of servers) server.close();
  return [ports[0] ?? 0, ports[1] ?? 0];
}
function listeningPort(server) {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}

// src/terminal/ending-json.ts
function endingJson(ending2) {
  const { kind, message, exitCode, error } = ending2;
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

// src/terminal/options.ts
var declared = {
  // Without a default of its own: a path that is checked (--path) may end anywhere, unless a target is named.
  target: new Option(
    "--target <version>",
    "newest, newest-patch, a line such as 5.1, an exact version, or unfinished: where the climb that waits leads (default: newest)"
  ),
  current: new Option("--current <version>", "what you believe production runs; an error when it says otherwise"),
  offline: new Option("--offline", "plan from --current as given: production is not asked, and nothing is recorded"),
  product: new Option("--product <name>", "plan for a shipped product from --current, without any configuration"),
  path: new Option(
    "--path <versions>",
    "check this path (1.1.4,1.2.1,1.3.1) against the rules in place of planning one"
  ),
  prereleases: new Option("--prereleases", "let the path use prereleases"),
  minimumAge: new Option("--minimum-age <duration>", "use no release that is younger: 12h, 7d").argParser(durationText),
  acknowledge: new Option("--acknowledge <id>", "a manual step that is done; may be repeated").argParser(collect).default([]),
  facts: new Option("--facts <name=value>", "a fact about this installation; may be repeated").argParser(collect).default([]),
  parts: new Option(
    "--part <name=version>",
    "the present version of a part of production beside its release, such as chart=7.10.0; may be repeated"
  ).argParser(collect).default([]),
  releases: new Option("--releases <file>", "plan from a pinned copy of the release list"),
  saveReleases: new Option("--save-releases <file>", "write the release list that was planned from"),
  hop: new Option("--hop <id>", "the id of a planned hop, such as 1.0.2--1.1.4").argParser(hopIdText),
  environment: new Option("--environment <name>", "where to act").choices(environmentNames),
  release: new Option("--release <side>", "which side of the hop").choices(releaseSides),
  purpose: new Option("--purpose <purpose>", "what the backup is for").choices(backupPurposes),
  budget: new Option("--budget <duration>", "how long to wait at most: 90s, 15m, 5h").argParser(durationText),
  retry: new Option("--retry", "start a migration that has failed once more; it is kept in the journal"),
  confirm: new Option(
    "--confirm <text>",
    "typed as confirmation: the hop's id for a way back that loses data, the database's name for mark-disposable"
  ),
  reason: new Option("--reason <text>", "why; it is kept in the journal"),
  accept: new Option(
    "--accept <reason>",
    "finish a rollback although its smoke tests have failed, and keep in the journal why that is right"
  ),
  output: new Option("--output <file>", "also write the report as Markdown")
};
function option(name) {
  return declared[name];
}
function invocationFrom(command, parsed) {
  const text = (name) => {
    const value = parsed[name];
    return typeof value === "string" && value !== "" ? value : void 0;
  };
  const list = (name) => {
    const value = parsed[name];
    return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
  };
  const environment2 = environmentNames.find((name) => name === parsed.environment);
  const release = releaseSides.find((side) => side === parsed.release);
  const purpose = backupPurposes.find((name) => name === parsed.purpose);
  const texts = Object.fromEntries(
    [
      "config",
      "target",
      "current",
      "hop",
      "budget",
      "releases",
      "saveReleases",
      "path",
      "product",
      "minimumAge",
      "output",
      "confirm",
      "reason",
      "accept"
    ].flatMap((name) => {
      const value = text(name);
      return value === void 0 ? [] : [[name, value]];
    })
  );
  return Object.freeze({
    ...texts,
    command,
    acknowledge: list("acknowledge"),
    facts: list("facts"),
    ...list("part").length === 0 ? {} : { parts: list("part") },
    ...parsed.offline === true ? { offline: true } : {},
    ...parsed.prereleases === true ? { prereleases: true } : {},
    ...parsed.retry === true ? { retry: true } : {},
    ...environment2 === void 0 ? {} : { environment: environment2 },
    ...release === void 0 ? {} : { release },
    ...purpose === void 0 ? {} : { purpose }
  });
}
function collect(value, before) {
  return [...before, value];
}
function hopIdText(value) {
  if (!isHopId(value)) throw new InvalidArgumentError("Write the id of a planned hop, such as 1.0.2--1.1.4.");
  return value;
}
function durationText(value) {
  if (parseDuration(value) === void 0)
    throw new InvalidArgumentError("Write a whole number and s, m, h or d: 90s, 15m, 5h, 7d.");
  return value;
}

// src/terminal/program.ts
var ofHop = ["hop", "environment"];
var ofPath = [
  "target",
  "current",
  "acknowledge",
  "facts",
  "parts",
  "releases",
  "prereleases",
  "minimumAge"
];
var described = [
  {
    name: "plan",
    description: "plan the path from what production runs to the target, or check a path of yours",
    options: [...ofPath, "path", "saveReleases", "offline", "product"]
  },
  {
    name: "preflight",
    description: "look at the whole path before the first hop: all that is missing, at once",
    options: [...ofPath, "environment"]
  },
  { name: "check", description: "a hop's first step: may it start, or go on, on production?", options: ["hop"] },
  {
    name: "backup",
    description: "back production up, for the rehearsal or as the restore point",
    options: ["hop", "purpose"]
  },
  {
    name: "restore",
    description: "restore the rehearsal backup on staging, prove it, and scrub the copy",
    options: ["hop"]
  },
  {
    name: "deploy",
    description: "deploy one side of a hop, with its migrations deferred where the product can",
    options: [...ofHop, "release"]
  },
  {
    name: "wait",
    description: "wait until the release serves and its started migrations are complete",
    options: [...ofHop, "budget"]
  },
  { name: "smoke", description: "run the product's and your own tests", options: [...ofHop, "release"] },
  {
    name: "migrate",
    description: "start the deferred migrations and watch them to the end: the point of no return",
    options: [...ofHop, "budget", "retry"]
  },
  {
    name: "rollback",
    description: "go back to the previous release by the way that is open",
    options: [...ofHop, "confirm", "reason", "accept"]
  },
  { name: "report", description: "say where the path, or one hop, stands", options: [...ofHop, "output"] },
  { name: "adopt", description: "take over a hop that was done by hand", options: ["hop", "reason"] },
  {
    name: "unlock",
    description: "end the lease of a run that is gone, on a machine that cannot be seen from here",
    options: ["reason"]
  },
  { name: "log", description: "print the journal", options: [] },
  {
    name: "mark-disposable",
    description: "mark staging's database as one that may be emptied: once, before the first backup",
    options: ["confirm"]
  }
];
function terminalProgram(actions, version) {
  const program2 = new Command("staged-upgrade").description(
    "Climbs upgrade paths that must not skip versions: every hop is rehearsed on a restored copy of production, approved by a person, then promoted."
  ).version(version).showHelpAfterError("--help lists the commands and options.").addHelpText("after", exitCodeHelp);
  const init2 = program2.command("init").description("write the configuration and the workflows into this repository");
  for (const { flags, description } of initFlags) init2.option(flags, description);
  init2.action(async (parsed) => await actions.init(parsed));
  for (const { name, description, options } of described) {
    const command = withConfig(program2.command(name).description(description));
    for (const each of options) command.addOption(option(each));
    command.option("--json", "print the result as JSON", false);
    command.action(async (parsed) => {
      await actions.invoke(invocationFrom(name, parsed), parsed.json === true);
    });
  }
  const climb2 = withConfig(
    program2.command("climb").description("climb the whole path in this terminal, asking at each gate")
  );
  for (const each of ["target", "current", "acknowledge", "facts", "parts", "budget", "retry", "output"])
    climb2.addOption(option(each));
  climb2.option("--yes", "approve every gate beforehand", false).option("--until <hop>", "stop after this hop (1.0.2--1.1.4), or at the version that it leads to (1.1.4)").action(async (parsed) => {
    const until = parsed.until;
    await actions.climb(invocationFrom("climb", parsed), {
      yes: parsed.yes === true,
      ...typeof until === "string" ? { until } : {}
    });
  });
  const rehearse = withConfig(
    program2.command("rehearse").description("climb the whole path on staging, from one restore; production is only read")
  );
  for (const each of ["target", "current", "acknowledge", "facts", "parts", "budget"])
    rehearse.addOption(option(each));
  rehearse.action(async (parsed) => {
    await actions.rehearse(invocationFrom("rehearse", parsed));
  });
  program2.command("demo").description("climb the embedded sample from 1.0.2 to its newest release, on real processes in a temporary folder").addOption(option("target")).option("--keep", "keep the folder with servers, backups and journal", false).addHelpText("after", "\nAll other commands: staged-upgrade --help").action(async (parsed) => {
    const target = parsed.target;
    await actions.demo({ target: typeof target === "string" ? target : "newest", keep: parsed.keep === true });
  });
  return program2;
}
function withConfig(command) {
  return command.option("--config <file>", "the configuration (default: .github/staged-upgrade.yml)");
}
var exitCodeHelp = `
Exit codes: 0 passed or skipped, 1 failed, 2 your mistake, 3 waiting, 4 unknown, 5 refused, 70 our defect, 129, 130 and 143 stopped by a signal.`;

// src/terminal/run-log.ts
import { appendFileSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join as join4 } from "node:path";
var keptLines = 15;
var keptFiles = 100;
function runLog({ folder, run, now, written: written2 }) {
  const path = join4(folder, `${now.toISOString().replaceAll(/[:.]/g, "")}-${run}.log`);
  let state = "unused";
  let last = [];
  const append = (text) => {
    if (state === "not writable") return;
    try {
      if (state === "unused") begin2(folder);
      appendFileSync(path, `${written2(text)}
`, { mode: 384 });
      state = "written";
    } catch {
      state = "not writable";
    }
  };
  return {
    line: append,
    output: (text) => {
      last = [...last, written2(text)].slice(-keptLines);
      append(text);
    },
    lastWords: () => {
      const shown2 = last.map((line) => `  \u2502 ${line}
`).join("");
      const heading = last.length === 0 ? "" : `The last lines of what was started:
${shown2}`;
      return state === "written" ? `${heading}The whole log: ${path}
` : heading;
    }
  };
}
function begin2(folder) {
  mkdirSync(folder, { recursive: true, mode: 448 });
  const files = readdirSync(folder).filter((name) => name.endsWith(".log"));
  for (const name of files.toSorted().slice(0, -keptFiles)) rmSync(join4(folder, name), { force: true });
}

// src/terminal/run-cli.ts
async function runCli(given) {
  let exitCode = 0;
  const secrets = masks(() => void 0);
  for (const secret of proxySecrets(given.environment)) secrets.add(secret);
  const pen = penWith(secrets);
  const parts = {
    ...given,
    file: runLog({
      folder: join5(stateFolder(given.environment), "logs"),
      run: given.run.id,
      now: given.clock.now(),
      written: pen.text
    }),
    out: (text) => given.out(pen.text(text)),
    err: (text) => given.err(pen.text(text))
  };
  const effects = effectsOf(parts, secrets, pen);
  const outJson = (value) => given.out(`${pen.json(value, 2)}
`);
  const tell = async (work, asJson = false) => {
    const ending2 = await endingOf(work, parts.stop);
    show(ending2, parts, asJson ? outJson : void 0);
    exitCode = ending2.exitCode;
  };
  const program2 = terminalProgram(
    {
      invoke: (invocation, asJson) => tell(() => invokeHere(parts, effects, invocation, asJson), asJson),
      rehearse: (invocation) => tell(() => rehearseHere(parts, effects, invocation)),
      climb: (invocation, choices) => tell(() => climbHere(parts, effects, invocation, choices)),
      init: (options) => tell(
        () => runInit(options, {
          directory: parts.directory,
          products: shippedProducts,
          ...parts.interactive ? { questions: terminalQuestions(parts.stop.signal) } : {}
        })
      ),
      demo: (choices) => tell(() => runDemo({ ...parts, effects }, choices))
    },
    parts.version
  );
  program2.exitOverride().configureOutput({ writeOut: parts.out, writeErr: parts.err });
  for (const command of program2.commands)
    command.exitOverride().configureOutput({ writeOut: parts.out, writeErr: parts.err });
  try {
    await program2.parseAsync([...parts.argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0 || error.code === "commander.help") return 0;
    if (parts.argv.includes("--json")) {
      parts.out(`${JSON.stringify(argumentsJson(error.message, exitCodeOf.userError), void 0, 2)}
`);
    }
    return exitCodeOf.userError;
  }
  return exitCode;
}
function effectsOf(parts, secrets, pen) {
  const { environment: environment2, clock, processes, witness, fetch, directory, stop, err } = parts;
  const github = githubTime(fetch, clock, environment2);
  const log = terminalLog({
    write: err,
    now: () => clock.now().getTime(),
    interactive: parts.interactive,
    file: parts.file
  });
  return {
    clock,
    processes,
    ...witness && { witness },
    fetch: github.fetch,
    githubReading: github.reading,
    directory,
    signal: stop.signal,
    log,
    variables: variablesFrom(environment2, maskingVariables(secrets, log)),
    pen,
    mask: (value) => secrets.add(value),
    environment: Object.fromEntries(
      Object.entries(environment2).filter((entry) => entry[1] !== void 0)
    )
  };
}
async function invokeHere(parts, effects, invocation, asJson) {
  const asks = invocation.command === "mark-disposable" && parts.interactive && !asJson;
  if (!asks) return await invoke(invocation, effects, parts.run);
  const project = await openProject(invocation.config, effects, parts.run);
  return await markDisposable(
    project,
    invocation,
    (message) => asked(effects.signal, (asking) => dist_default2({ message }, asking))
  );
}
async function rehearseHere(parts, effects, invocation) {
  const project = await openProject(invocation.config, effects, parts.run);
  const { interactive, out, file } = parts;
  const now = () => effects.clock.now().getTime();
  const approve = gateAt({ kind: "stop" }, effects.signal);
  return await rehearsePath(
    project,
    invocation,
    listrStage({ interactive, write: out, redact: effects.pen.text, approve, now, file })
  );
}
async function climbHere(parts, effects, invocation, { yes, until }) {
  const { actor } = parts.run;
  const mode = yes ? { kind: "approve-all", actor, how: "--yes", announce: parts.out } : parts.interactive ? { kind: "ask", actor } : { kind: "stop" };
  const project = await openProject(invocation.config, effects, parts.run);
  const stage = listrStage({
    interactive: parts.interactive,
    write: parts.out,
    redact: effects.pen.text,
    now: () => effects.clock.now().getTime(),
    file: parts.file,
    approve: gateAt(mode, effects.signal)
  });
  return await climb(project, invocation, stage, until === void 0 ? {} : { until });
}
function show(ending2, { out, err, file }, outJson) {
  if (ending2.kind !== "result") {
    if (ending2.kind === "defect" && ending2.stack !== void 0) err(`${ending2.stack}
`);
    err(messageText(ending2.message));
    if (ending2.kind !== "user-error") err(file.lastWords());
    outJson?.(endingJson(ending2));
    return;
  }
  const { result } = ending2;
  if (outJson !== void 0) {
    outJson(jsonOf(result));
    return;
  }
  if (result.text !== "") out(`${result.text.trimEnd()}
`);
  if (result.message === void 0) out(`${result.headline}
`);
  else err(`${result.outcome}: ${messageText(result.message)}`);
  if (result.outcome === "failed" || result.outcome === "unknown") err(file.lastWords());
}
function messageText({ happened, means, next }) {
  return `${[happened, means, next].filter((line) => line !== "").join("\n")}
`;
}
function jsonOf({ outcome, headline, message, outputs, json }) {
  const values = Object.entries(outputs).map(([name, text]) => [name, jsonValue(text)]);
  const said = { result: outcome, headline, ...message === void 0 ? {} : { message } };
  return { ...json ?? Object.fromEntries(values), ...said };
}
function jsonValue(text) {
  if (!/^[[{]|^(true|false|\d+)$/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

// src/terminal/run-identity.ts
import { randomUUID as randomUUID2 } from "node:crypto";
import { hostname, userInfo } from "node:os";
function terminalRun() {
  return { kind: "terminal", id: randomUUID2().slice(0, 8), attempt: 1, actor: `${userName()}@${hostname()}` };
}
function userName() {
  try {
    return userInfo().username;
  } catch {
    return "someone";
  }
}

// src/terminal/main.ts
for (const stream of [process.stdin, process.stdout, process.stderr]) {
  stream.on("error", (error) => {
    if (error.code !== "EPIPE" && error.code !== "EIO") throw error;
  });
}
process.exitCode = await runCli({
  argv: process.argv.slice(2),
  version: packageVersion,
  environment: process.env,
  directory: process.cwd(),
  interactive: process.stdin.isTTY === true && process.stdout.isTTY === true,
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
