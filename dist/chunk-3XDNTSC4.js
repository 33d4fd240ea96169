import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  ProxyRefusal
} from "./chunk-DHVTPSR5.js";
import {
  SystemFailure,
  UserError,
  _enum,
  array,
  boolean,
  int,
  json,
  literal,
  looseObject,
  number,
  object,
  record,
  strictObject,
  string,
  tuple,
  union,
  unknown,
  url
} from "./chunk-5JBGWOJI.js";
import {
  __commonJS,
  __toESM
} from "./chunk-PRKZQ3BE.js";

// node_modules/semver/internal/debug.js
var require_debug = __commonJS({
  "node_modules/semver/internal/debug.js"(exports, module) {
    "use strict";
    var debug = typeof process === "object" && process.env && process.env.NODE_DEBUG && /\bsemver\b/i.test(process.env.NODE_DEBUG) ? (...args) => console.error("SEMVER", ...args) : () => {
    };
    module.exports = debug;
  }
});

// node_modules/semver/internal/constants.js
var require_constants = __commonJS({
  "node_modules/semver/internal/constants.js"(exports, module) {
    "use strict";
    var SEMVER_SPEC_VERSION = "2.0.0";
    var MAX_LENGTH = 256;
    var MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER || /* istanbul ignore next */
    9007199254740991;
    var MAX_SAFE_COMPONENT_LENGTH = 16;
    var MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6;
    var WHITESPACE_CHARACTERS = [
      "	",
      "\n",
      "\v",
      "\f",
      "\r",
      " ",
      "\xA0",
      "\u1680",
      "\u2000",
      "\u2001",
      "\u2002",
      "\u2003",
      "\u2004",
      "\u2005",
      "\u2006",
      "\u2007",
      "\u2008",
      "\u2009",
      "\u200A",
      "\u2028",
      "\u2029",
      "\u202F",
      "\u205F",
      "\u3000",
      "\uFEFF"
    ];
    var RELEASE_TYPES = [
      "major",
      "premajor",
      "minor",
      "preminor",
      "patch",
      "prepatch",
      "prerelease"
    ];
    module.exports = {
      MAX_LENGTH,
      MAX_SAFE_COMPONENT_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      MAX_SAFE_INTEGER,
      WHITESPACE_CHARACTERS,
      RELEASE_TYPES,
      SEMVER_SPEC_VERSION,
      FLAG_INCLUDE_PRERELEASE: 1,
      FLAG_LOOSE: 2
    };
  }
});

// node_modules/semver/internal/re.js
var require_re = __commonJS({
  "node_modules/semver/internal/re.js"(exports, module) {
    "use strict";
    var {
      MAX_SAFE_COMPONENT_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      MAX_LENGTH
    } = require_constants();
    var debug = require_debug();
    exports = module.exports = {};
    var re = exports.re = [];
    var safeRe = exports.safeRe = [];
    var src = exports.src = [];
    var safeSrc = exports.safeSrc = [];
    var t = exports.t = {};
    var R = 0;
    var LETTERDASHNUMBER = "[a-zA-Z0-9-]";
    var safeRegexReplacements = [
      ["\\s", 1],
      ["\\d", MAX_LENGTH],
      [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH]
    ];
    var makeSafeRegex = (value) => {
      for (const [token, max] of safeRegexReplacements) {
        value = value.split(`${token}*`).join(`${token}{0,${max}}`).split(`${token}+`).join(`${token}{1,${max}}`);
      }
      return value;
    };
    var createToken = (name, value, isGlobal) => {
      const safe = makeSafeRegex(value);
      const index2 = R++;
      debug(name, index2, value);
      t[name] = index2;
      src[index2] = value;
      safeSrc[index2] = safe;
      re[index2] = new RegExp(value, isGlobal ? "g" : void 0);
      safeRe[index2] = new RegExp(safe, isGlobal ? "g" : void 0);
    };
    createToken("NUMERICIDENTIFIER", "0|[1-9]\\d*");
    createToken("NUMERICIDENTIFIERLOOSE", "\\d+");
    createToken("NONNUMERICIDENTIFIER", `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`);
    createToken("MAINVERSION", `(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})`);
    createToken("MAINVERSIONLOOSE", `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})`);
    createToken("PRERELEASEIDENTIFIER", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIER]})`);
    createToken("PRERELEASEIDENTIFIERLOOSE", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIERLOOSE]})`);
    createToken("PRERELEASE", `(?:-(${src[t.PRERELEASEIDENTIFIER]}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`);
    createToken("PRERELEASELOOSE", `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`);
    createToken("BUILDIDENTIFIER", `${LETTERDASHNUMBER}+`);
    createToken("BUILD", `(?:\\+(${src[t.BUILDIDENTIFIER]}(?:\\.${src[t.BUILDIDENTIFIER]})*))`);
    createToken("FULLPLAIN", `v?${src[t.MAINVERSION]}${src[t.PRERELEASE]}?${src[t.BUILD]}?`);
    createToken("FULL", `^${src[t.FULLPLAIN]}$`);
    createToken("LOOSEPLAIN", `[v=\\s]*${src[t.MAINVERSIONLOOSE]}${src[t.PRERELEASELOOSE]}?${src[t.BUILD]}?`);
    createToken("LOOSE", `^${src[t.LOOSEPLAIN]}$`);
    createToken("GTLT", "((?:<|>)?=?)");
    createToken("XRANGEIDENTIFIERLOOSE", `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`);
    createToken("XRANGEIDENTIFIER", `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`);
    createToken("XRANGEPLAIN", `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:${src[t.PRERELEASE]})?${src[t.BUILD]}?)?)?`);
    createToken("XRANGEPLAINLOOSE", `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:${src[t.PRERELEASELOOSE]})?${src[t.BUILD]}?)?)?`);
    createToken("XRANGE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`);
    createToken("XRANGELOOSE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("COERCEPLAIN", `${"(^|[^\\d])(\\d{1,"}${MAX_SAFE_COMPONENT_LENGTH}})(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`);
    createToken("COERCE", `${src[t.COERCEPLAIN]}(?:$|[^\\d])`);
    createToken("COERCEFULL", src[t.COERCEPLAIN] + `(?:${src[t.PRERELEASE]})?(?:${src[t.BUILD]})?(?:$|[^\\d])`);
    createToken("COERCERTL", src[t.COERCE], true);
    createToken("COERCERTLFULL", src[t.COERCEFULL], true);
    createToken("LONETILDE", "(?:~>?)");
    createToken("TILDETRIM", `(\\s*)${src[t.LONETILDE]}\\s+`, true);
    exports.tildeTrimReplace = "$1~";
    createToken("TILDE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`);
    createToken("TILDELOOSE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("LONECARET", "(?:\\^)");
    createToken("CARETTRIM", `(\\s*)${src[t.LONECARET]}\\s+`, true);
    exports.caretTrimReplace = "$1^";
    createToken("CARET", `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`);
    createToken("CARETLOOSE", `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("COMPARATORLOOSE", `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`);
    createToken("COMPARATOR", `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`);
    createToken("COMPARATORTRIM", `(\\s*)${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true);
    exports.comparatorTrimReplace = "$1$2$3";
    createToken("HYPHENRANGE", `^\\s*(${src[t.XRANGEPLAIN]})\\s+-\\s+(${src[t.XRANGEPLAIN]})\\s*$`);
    createToken("HYPHENRANGELOOSE", `^\\s*(${src[t.XRANGEPLAINLOOSE]})\\s+-\\s+(${src[t.XRANGEPLAINLOOSE]})\\s*$`);
    createToken("STAR", "(<|>)?=?\\s*\\*");
    createToken("GTE0", "^\\s*>=\\s*0\\.0\\.0\\s*$");
    createToken("GTE0PRE", "^\\s*>=\\s*0\\.0\\.0-0\\s*$");
  }
});

// node_modules/semver/internal/parse-options.js
var require_parse_options = __commonJS({
  "node_modules/semver/internal/parse-options.js"(exports, module) {
    "use strict";
    var looseOption = Object.freeze({ loose: true });
    var emptyOpts = Object.freeze({});
    var parseOptions2 = (options) => {
      if (!options) {
        return emptyOpts;
      }
      if (typeof options !== "object") {
        return looseOption;
      }
      return options;
    };
    module.exports = parseOptions2;
  }
});

// node_modules/semver/internal/identifiers.js
var require_identifiers = __commonJS({
  "node_modules/semver/internal/identifiers.js"(exports, module) {
    "use strict";
    var numeric = /^[0-9]+$/;
    var compareIdentifiers2 = (a, b) => {
      if (typeof a === "number" && typeof b === "number") {
        return a === b ? 0 : a < b ? -1 : 1;
      }
      const anum = numeric.test(a);
      const bnum = numeric.test(b);
      if (anum && bnum) {
        a = +a;
        b = +b;
      }
      return a === b ? 0 : anum && !bnum ? -1 : bnum && !anum ? 1 : a < b ? -1 : 1;
    };
    var rcompareIdentifiers = (a, b) => compareIdentifiers2(b, a);
    module.exports = {
      compareIdentifiers: compareIdentifiers2,
      rcompareIdentifiers
    };
  }
});

// node_modules/semver/classes/semver.js
var require_semver = __commonJS({
  "node_modules/semver/classes/semver.js"(exports, module) {
    "use strict";
    var debug = require_debug();
    var { MAX_LENGTH, MAX_SAFE_INTEGER } = require_constants();
    var { safeRe: re, t } = require_re();
    var parseOptions2 = require_parse_options();
    var { compareIdentifiers: compareIdentifiers2 } = require_identifiers();
    var isPrereleaseIdentifier = (prerelease4, identifier) => {
      const identifiers = identifier.split(".");
      if (identifiers.length > prerelease4.length) {
        return false;
      }
      for (let i = 0; i < identifiers.length; i++) {
        if (compareIdentifiers2(prerelease4[i], identifiers[i]) !== 0) {
          return false;
        }
      }
      return true;
    };
    var SemVer = class _SemVer {
      constructor(version, options) {
        options = parseOptions2(options);
        if (version instanceof _SemVer) {
          if (version.loose === !!options.loose && version.includePrerelease === !!options.includePrerelease) {
            return version;
          } else {
            version = version.version;
          }
        } else if (typeof version !== "string") {
          throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`);
        }
        if (version.length > MAX_LENGTH) {
          throw new TypeError(
            `version is longer than ${MAX_LENGTH} characters`
          );
        }
        debug("SemVer", version, options);
        this.options = options;
        this.loose = !!options.loose;
        this.includePrerelease = !!options.includePrerelease;
        const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL]);
        if (!m) {
          throw new TypeError(`Invalid Version: ${version}`);
        }
        this.raw = version;
        this.major = +m[1];
        this.minor = +m[2];
        this.patch = +m[3];
        if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
          throw new TypeError("Invalid major version");
        }
        if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
          throw new TypeError("Invalid minor version");
        }
        if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
          throw new TypeError("Invalid patch version");
        }
        if (!m[4]) {
          this.prerelease = [];
        } else {
          this.prerelease = m[4].split(".").map((id) => {
            if (/^[0-9]+$/.test(id)) {
              const num = +id;
              if (num >= 0 && num < MAX_SAFE_INTEGER) {
                return num;
              }
            }
            return id;
          });
        }
        this.build = m[5] ? m[5].split(".") : [];
        this.format();
      }
      format() {
        this.version = `${this.major}.${this.minor}.${this.patch}`;
        if (this.prerelease.length) {
          this.version += `-${this.prerelease.join(".")}`;
        }
        return this.version;
      }
      toString() {
        return this.version;
      }
      compare(other) {
        debug("SemVer.compare", this.version, this.options, other);
        if (!(other instanceof _SemVer)) {
          if (typeof other === "string" && other === this.version) {
            return 0;
          }
          other = new _SemVer(other, this.options);
        }
        if (other.version === this.version) {
          return 0;
        }
        return this.compareMain(other) || this.comparePre(other);
      }
      compareMain(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        if (this.major < other.major) {
          return -1;
        }
        if (this.major > other.major) {
          return 1;
        }
        if (this.minor < other.minor) {
          return -1;
        }
        if (this.minor > other.minor) {
          return 1;
        }
        if (this.patch < other.patch) {
          return -1;
        }
        if (this.patch > other.patch) {
          return 1;
        }
        return 0;
      }
      comparePre(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        if (this.prerelease.length && !other.prerelease.length) {
          return -1;
        } else if (!this.prerelease.length && other.prerelease.length) {
          return 1;
        } else if (!this.prerelease.length && !other.prerelease.length) {
          return 0;
        }
        let i = 0;
        do {
          const a = this.prerelease[i];
          const b = other.prerelease[i];
          debug("prerelease compare", i, a, b);
          if (a === void 0 && b === void 0) {
            return 0;
          } else if (b === void 0) {
            return 1;
          } else if (a === void 0) {
            return -1;
          } else if (a === b) {
            continue;
          } else {
            return compareIdentifiers2(a, b);
          }
        } while (++i);
      }
      compareBuild(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        let i = 0;
        do {
          const a = this.build[i];
          const b = other.build[i];
          debug("build compare", i, a, b);
          if (a === void 0 && b === void 0) {
            return 0;
          } else if (b === void 0) {
            return 1;
          } else if (a === void 0) {
            return -1;
          } else if (a === b) {
            continue;
          } else {
            return compareIdentifiers2(a, b);
          }
        } while (++i);
      }
      // preminor will bump the version up to the next minor release, and immediately
      // down to pre-release. premajor and prepatch work the same way.
      inc(release2, identifier, identifierBase) {
        if (release2.startsWith("pre")) {
          if (!identifier && identifierBase === false) {
            throw new Error("invalid increment argument: identifier is empty");
          }
          if (identifier) {
            const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE]);
            if (!match || match[1] !== identifier) {
              throw new Error(`invalid identifier: ${identifier}`);
            }
          }
        }
        switch (release2) {
          case "premajor":
            this.prerelease.length = 0;
            this.patch = 0;
            this.minor = 0;
            this.major++;
            this.inc("pre", identifier, identifierBase);
            break;
          case "preminor":
            this.prerelease.length = 0;
            this.patch = 0;
            this.minor++;
            this.inc("pre", identifier, identifierBase);
            break;
          case "prepatch":
            this.prerelease.length = 0;
            this.inc("patch", identifier, identifierBase);
            this.inc("pre", identifier, identifierBase);
            break;
          // If the input is a non-prerelease version, this acts the same as
          // prepatch.
          case "prerelease":
            if (this.prerelease.length === 0) {
              this.inc("patch", identifier, identifierBase);
            }
            this.inc("pre", identifier, identifierBase);
            break;
          case "release":
            if (this.prerelease.length === 0) {
              throw new Error(`version ${this.raw} is not a prerelease`);
            }
            this.prerelease.length = 0;
            break;
          case "major":
            if (this.minor !== 0 || this.patch !== 0 || this.prerelease.length === 0) {
              this.major++;
            }
            this.minor = 0;
            this.patch = 0;
            this.prerelease = [];
            break;
          case "minor":
            if (this.patch !== 0 || this.prerelease.length === 0) {
              this.minor++;
            }
            this.patch = 0;
            this.prerelease = [];
            break;
          case "patch":
            if (this.prerelease.length === 0) {
              this.patch++;
            }
            this.prerelease = [];
            break;
          // This probably shouldn't be used publicly.
          // 1.0.0 'pre' would become 1.0.0-0 which is the wrong direction.
          case "pre": {
            const base = Number(identifierBase) ? 1 : 0;
            if (this.prerelease.length === 0) {
              this.prerelease = [base];
            } else {
              let i = this.prerelease.length;
              while (--i >= 0) {
                if (typeof this.prerelease[i] === "number") {
                  this.prerelease[i]++;
                  i = -2;
                }
              }
              if (i === -1) {
                if (identifier === this.prerelease.join(".") && identifierBase === false) {
                  throw new Error("invalid increment argument: identifier already exists");
                }
                this.prerelease.push(base);
              }
            }
            if (identifier) {
              let prerelease4 = [identifier, base];
              if (identifierBase === false) {
                prerelease4 = [identifier];
              }
              if (isPrereleaseIdentifier(this.prerelease, identifier)) {
                const prereleaseBase = this.prerelease[identifier.split(".").length];
                if (isNaN(prereleaseBase)) {
                  this.prerelease = prerelease4;
                }
              } else {
                this.prerelease = prerelease4;
              }
            }
            break;
          }
          default:
            throw new Error(`invalid increment argument: ${release2}`);
        }
        this.raw = this.format();
        if (this.build.length) {
          this.raw += `+${this.build.join(".")}`;
        }
        return this;
      }
    };
    module.exports = SemVer;
  }
});

// node_modules/semver/functions/parse.js
var require_parse = __commonJS({
  "node_modules/semver/functions/parse.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var parse6 = (version, options, throwErrors = false) => {
      if (version instanceof SemVer) {
        return version;
      }
      try {
        return new SemVer(version, options);
      } catch (er) {
        if (!throwErrors) {
          return null;
        }
        throw er;
      }
    };
    module.exports = parse6;
  }
});

// node_modules/semver/functions/prerelease.js
var require_prerelease = __commonJS({
  "node_modules/semver/functions/prerelease.js"(exports, module) {
    "use strict";
    var parse6 = require_parse();
    var prerelease4 = (version, options) => {
      const parsed = parse6(version, options);
      return parsed && parsed.prerelease.length ? parsed.prerelease : null;
    };
    module.exports = prerelease4;
  }
});

// src/world/http.ts
function httpFetch(environment, nodeVersion = process.versions.node) {
  let opened;
  return async (input, init) => {
    opened ??= open(environment, nodeVersion);
    return await (await opened)(input, init);
  };
}
var ProxyFailure = class extends Error {
  name = "ProxyFailure";
};
var httpVariables = ["http_proxy", "HTTP_PROXY"];
var httpsVariables = ["https_proxy", "HTTPS_PROXY"];
async function open(environment, nodeVersion) {
  const http2 = proxyFrom(environment, httpVariables);
  const https = proxyFrom(environment, httpsVariables);
  const named = https ?? http2;
  if (named === void 0) return globalThis.fetch;
  if (!knowsProxies(nodeVersion)) throw tooOld(named.variable, nodeVersion);
  const exceptions = environment.no_proxy || environment.NO_PROXY || "";
  const { proxiedFetch } = await import("./proxied-fetch-P4OKH4VC.js");
  const fetch = proxiedFetch({ http: http2?.url.href, https: https?.url.href, exceptions });
  return async (input, init) => {
    try {
      return await fetch(input, init);
    } catch (cause) {
      const isEncrypted = /^https:/i.test(String(input));
      const proxy = isEncrypted ? https : http2;
      throw (proxy && proxyFailure(cause, proxy)) ?? cause;
    }
  };
}
function knowsProxies(version) {
  const [major2 = 0, minor2 = 0] = version.split(".").map(Number);
  return major2 > 24 || major2 === 24 && minor2 >= 5;
}
function tooOld(variable, version) {
  return new UserError({
    happened: `The variable ${variable} names a proxy, which this Node.js ${version} cannot use.`,
    means: "No server was asked, and nothing was done.",
    next: "Use Node.js 24.5 or newer; for the action, update the runner to 2.328 or newer, which brings it."
  });
}
function proxySecrets(environment) {
  return [httpVariables, httpsVariables].flat().flatMap((variable) => {
    const { username = "", password = "" } = URL.parse(environment[variable] ?? "") ?? {};
    return password === "" ? [] : [`${username}:${password}`, password, decoded(password)];
  });
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
function proxyFrom(environment, variables) {
  const variable = variables.find((name) => environment[name]);
  if (variable === void 0) return void 0;
  const url2 = URL.parse(environment[variable] ?? "");
  if (url2 && /^https?:$/.test(url2.protocol) && url2.hostname !== "") return { variable, url: url2 };
  throw new UserError({
    happened: `The variable ${variable} names a proxy, but is not an address that starts with http:// or https://.`,
    means: "No server was asked, and nothing was done.",
    next: `Write the proxy's address in full, such as ${variable}=http://proxy.example.com:3128, or remove the variable.`
  });
}
function proxyFailure(error, { variable, url: url2 }) {
  const named = `the proxy ${url2.protocol}//${url2.host} (${variable})`;
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ProxyRefusal) {
      return cause.status === 407 ? failed(`${named} wants a login, or refuses the one in its address (407)`, error) : failed(`${named} refused to connect to the server (${cause.status})`, error);
    }
    const isItsAddress = namesOf(cause).some((name) => name === url2.hostname || name === `:${portOf(url2)}`);
    if ("code" in cause && isItsAddress) return failed(`${named} could not be reached (${String(cause.code)})`, error);
  }
  return void 0;
}
function failed(message, cause) {
  return new ProxyFailure(message, { cause });
}
function namesOf(error) {
  const errors = error instanceof AggregateError ? error.errors : [error];
  return errors.flatMap((each) => {
    if (typeof each !== "object" || each === null) return [];
    const hostname = "hostname" in each ? [String(each.hostname)] : [];
    return [...hostname, ..."port" in each ? [`:${String(each.port)}`] : []];
  });
}
function portOf({ port, protocol }) {
  return port || (protocol === "https:" ? "443" : "80");
}

// src/drivers/releases/product-folder.ts
var productFolder = "product-folder";

// node_modules/yaml/browser/dist/nodes/identity.js
var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias");
var DOC = /* @__PURE__ */ Symbol.for("yaml.document");
var MAP = /* @__PURE__ */ Symbol.for("yaml.map");
var PAIR = /* @__PURE__ */ Symbol.for("yaml.pair");
var SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar");
var SEQ = /* @__PURE__ */ Symbol.for("yaml.seq");
var NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type");
var isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
var isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
var isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
var isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
var isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
var isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
function isCollection(node) {
  if (node && typeof node === "object")
    switch (node[NODE_TYPE]) {
      case MAP:
      case SEQ:
        return true;
    }
  return false;
}
function isNode(node) {
  if (node && typeof node === "object")
    switch (node[NODE_TYPE]) {
      case ALIAS:
      case MAP:
      case SCALAR:
      case SEQ:
        return true;
    }
  return false;
}
var hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;

// node_modules/yaml/browser/dist/visit.js
var BREAK = /* @__PURE__ */ Symbol("break visit");
var SKIP = /* @__PURE__ */ Symbol("skip children");
var REMOVE = /* @__PURE__ */ Symbol("remove node");
function visit(node, visitor) {
  const visitor_ = initVisitor(visitor);
  if (isDocument(node)) {
    const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
    if (cd === REMOVE)
      node.contents = null;
  } else
    visit_(null, node, visitor_, Object.freeze([]));
}
visit.BREAK = BREAK;
visit.SKIP = SKIP;
visit.REMOVE = REMOVE;
function visit_(key, node, visitor, path4) {
  const ctrl = callVisitor(key, node, visitor, path4);
  if (isNode(ctrl) || isPair(ctrl)) {
    replaceNode(key, path4, ctrl);
    return visit_(key, ctrl, visitor, path4);
  }
  if (typeof ctrl !== "symbol") {
    if (isCollection(node)) {
      path4 = Object.freeze(path4.concat(node));
      for (let i = 0; i < node.items.length; ++i) {
        const ci = visit_(i, node.items[i], visitor, path4);
        if (typeof ci === "number")
          i = ci - 1;
        else if (ci === BREAK)
          return BREAK;
        else if (ci === REMOVE) {
          node.items.splice(i, 1);
          i -= 1;
        }
      }
    } else if (isPair(node)) {
      path4 = Object.freeze(path4.concat(node));
      const ck = visit_("key", node.key, visitor, path4);
      if (ck === BREAK)
        return BREAK;
      else if (ck === REMOVE)
        node.key = null;
      const cv = visit_("value", node.value, visitor, path4);
      if (cv === BREAK)
        return BREAK;
      else if (cv === REMOVE)
        node.value = null;
    }
  }
  return ctrl;
}
async function visitAsync(node, visitor) {
  const visitor_ = initVisitor(visitor);
  if (isDocument(node)) {
    const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
    if (cd === REMOVE)
      node.contents = null;
  } else
    await visitAsync_(null, node, visitor_, Object.freeze([]));
}
visitAsync.BREAK = BREAK;
visitAsync.SKIP = SKIP;
visitAsync.REMOVE = REMOVE;
async function visitAsync_(key, node, visitor, path4) {
  const ctrl = await callVisitor(key, node, visitor, path4);
  if (isNode(ctrl) || isPair(ctrl)) {
    replaceNode(key, path4, ctrl);
    return visitAsync_(key, ctrl, visitor, path4);
  }
  if (typeof ctrl !== "symbol") {
    if (isCollection(node)) {
      path4 = Object.freeze(path4.concat(node));
      for (let i = 0; i < node.items.length; ++i) {
        const ci = await visitAsync_(i, node.items[i], visitor, path4);
        if (typeof ci === "number")
          i = ci - 1;
        else if (ci === BREAK)
          return BREAK;
        else if (ci === REMOVE) {
          node.items.splice(i, 1);
          i -= 1;
        }
      }
    } else if (isPair(node)) {
      path4 = Object.freeze(path4.concat(node));
      const ck = await visitAsync_("key", node.key, visitor, path4);
      if (ck === BREAK)
        return BREAK;
      else if (ck === REMOVE)
        node.key = null;
      const cv = await visitAsync_("value", node.value, visitor, path4);
      if (cv === BREAK)
        return BREAK;
      else if (cv === REMOVE)
        node.value = null;
    }
  }
  return ctrl;
}
function initVisitor(visitor) {
  if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) {
    return Object.assign({
      Alias: visitor.Node,
      Map: visitor.Node,
      Scalar: visitor.Node,
      Seq: visitor.Node
    }, visitor.Value && {
      Map: visitor.Value,
      Scalar: visitor.Value,
      Seq: visitor.Value
    }, visitor.Collection && {
      Map: visitor.Collection,
      Seq: visitor.Collection
    }, visitor);
  }
  return visitor;
}
function callVisitor(key, node, visitor, path4) {
  if (typeof visitor === "function")
    return visitor(key, node, path4);
  if (isMap(node))
    return visitor.Map?.(key, node, path4);
  if (isSeq(node))
    return visitor.Seq?.(key, node, path4);
  if (isPair(node))
    return visitor.Pair?.(key, node, path4);
  if (isScalar(node))
    return visitor.Scalar?.(key, node, path4);
  if (isAlias(node))
    return visitor.Alias?.(key, node, path4);
  return void 0;
}
function replaceNode(key, path4, node) {
  const parent = path4[path4.length - 1];
  if (isCollection(parent)) {
    parent.items[key] = node;
  } else if (isPair(parent)) {
    if (key === "key")
      parent.key = node;
    else
      parent.value = node;
  } else if (isDocument(parent)) {
    parent.contents = node;
  } else {
    const pt = isAlias(parent) ? "alias" : "scalar";
    throw new Error(`Cannot replace node with ${pt} parent`);
  }
}

// node_modules/yaml/browser/dist/doc/directives.js
var escapeChars = {
  "!": "%21",
  ",": "%2C",
  "[": "%5B",
  "]": "%5D",
  "{": "%7B",
  "}": "%7D"
};
var escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
var Directives = class _Directives {
  constructor(yaml, tags) {
    this.docStart = null;
    this.docEnd = false;
    this.yaml = Object.assign({}, _Directives.defaultYaml, yaml);
    this.tags = Object.assign({}, _Directives.defaultTags, tags);
  }
  clone() {
    const copy = new _Directives(this.yaml, this.tags);
    copy.docStart = this.docStart;
    return copy;
  }
  /**
   * During parsing, get a Directives instance for the current document and
   * update the stream state according to the current version's spec.
   */
  atDocument() {
    const res = new _Directives(this.yaml, this.tags);
    switch (this.yaml.version) {
      case "1.1":
        this.atNextDocument = true;
        break;
      case "1.2":
        this.atNextDocument = false;
        this.yaml = {
          explicit: _Directives.defaultYaml.explicit,
          version: "1.2"
        };
        this.tags = Object.assign({}, _Directives.defaultTags);
        break;
    }
    return res;
  }
  /**
   * @param onError - May be called even if the action was successful
   * @returns `true` on success
   */
  add(line2, onError) {
    if (this.atNextDocument) {
      this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" };
      this.tags = Object.assign({}, _Directives.defaultTags);
      this.atNextDocument = false;
    }
    const parts2 = line2.trim().split(/[ \t]+/);
    const name = parts2.shift();
    switch (name) {
      case "%TAG": {
        if (parts2.length !== 2) {
          onError(0, "%TAG directive should contain exactly two parts");
          if (parts2.length < 2)
            return false;
        }
        const [handle, prefix] = parts2;
        this.tags[handle] = prefix;
        return true;
      }
      case "%YAML": {
        this.yaml.explicit = true;
        if (parts2.length !== 1) {
          onError(0, "%YAML directive should contain exactly one part");
          return false;
        }
        const [version] = parts2;
        if (version === "1.1" || version === "1.2") {
          this.yaml.version = version;
          return true;
        } else {
          const isValid = /^\d+\.\d+$/.test(version);
          onError(6, `Unsupported YAML version ${version}`, isValid);
          return false;
        }
      }
      default:
        onError(0, `Unknown directive ${name}`, true);
        return false;
    }
  }
  /**
   * Resolves a tag, matching handles to those defined in %TAG directives.
   *
   * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
   *   `'!local'` tag, or `null` if unresolvable.
   */
  tagName(source, onError) {
    if (source === "!")
      return "!";
    if (source[0] !== "!") {
      onError(`Not a valid tag: ${source}`);
      return null;
    }
    if (source[1] === "<") {
      const verbatim = source.slice(2, -1);
      if (verbatim === "!" || verbatim === "!!") {
        onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
        return null;
      }
      if (source[source.length - 1] !== ">")
        onError("Verbatim tags must end with a >");
      return verbatim;
    }
    const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
    if (!suffix)
      onError(`The ${source} tag has no suffix`);
    const prefix = this.tags[handle];
    if (prefix) {
      try {
        return prefix + decodeURIComponent(suffix);
      } catch (error) {
        onError(String(error));
        return null;
      }
    }
    if (handle === "!")
      return source;
    onError(`Could not resolve tag: ${source}`);
    return null;
  }
  /**
   * Given a fully resolved tag, returns its printable string form,
   * taking into account current tag prefixes and defaults.
   */
  tagString(tag2) {
    for (const [handle, prefix] of Object.entries(this.tags)) {
      if (tag2.startsWith(prefix))
        return handle + escapeTagName(tag2.substring(prefix.length));
    }
    return tag2[0] === "!" ? tag2 : `!<${tag2}>`;
  }
  toString(doc) {
    const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
    const tagEntries = Object.entries(this.tags);
    let tagNames;
    if (doc && tagEntries.length > 0 && isNode(doc.contents)) {
      const tags = {};
      visit(doc.contents, (_key, node) => {
        if (isNode(node) && node.tag)
          tags[node.tag] = true;
      });
      tagNames = Object.keys(tags);
    } else
      tagNames = [];
    for (const [handle, prefix] of tagEntries) {
      if (handle === "!!" && prefix === "tag:yaml.org,2002:")
        continue;
      if (!doc || tagNames.some((tn) => tn.startsWith(prefix)))
        lines.push(`%TAG ${handle} ${prefix}`);
    }
    return lines.join("\n");
  }
};
Directives.defaultYaml = { explicit: false, version: "1.2" };
Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };

// node_modules/yaml/browser/dist/doc/anchors.js
function anchorIsValid(anchor) {
  if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
    const sa = JSON.stringify(anchor);
    const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
    throw new Error(msg);
  }
  return true;
}
function anchorNames(root) {
  const anchors = /* @__PURE__ */ new Set();
  visit(root, {
    Value(_key, node) {
      if (node.anchor)
        anchors.add(node.anchor);
    }
  });
  return anchors;
}
function findNewAnchor(prefix, exclude) {
  for (let i = 1; true; ++i) {
    const name = `${prefix}${i}`;
    if (!exclude.has(name))
      return name;
  }
}
function createNodeAnchors(doc, prefix) {
  const aliasObjects = [];
  const sourceObjects = /* @__PURE__ */ new Map();
  let prevAnchors = null;
  return {
    onAnchor: (source) => {
      aliasObjects.push(source);
      prevAnchors ?? (prevAnchors = anchorNames(doc));
      const anchor = findNewAnchor(prefix, prevAnchors);
      prevAnchors.add(anchor);
      return anchor;
    },
    /**
     * With circular references, the source node is only resolved after all
     * of its child nodes are. This is why anchors are set only after all of
     * the nodes have been created.
     */
    setAnchors: () => {
      for (const source of aliasObjects) {
        const ref = sourceObjects.get(source);
        if (typeof ref === "object" && ref.anchor && (isScalar(ref.node) || isCollection(ref.node))) {
          ref.node.anchor = ref.anchor;
        } else {
          const error = new Error("Failed to resolve repeated object (this should not happen)");
          error.source = source;
          throw error;
        }
      }
    },
    sourceObjects
  };
}

// node_modules/yaml/browser/dist/doc/applyReviver.js
function applyReviver(reviver, obj, key, val) {
  if (val && typeof val === "object") {
    if (Array.isArray(val)) {
      for (let i = 0, len = val.length; i < len; ++i) {
        const v0 = val[i];
        const v1 = applyReviver(reviver, val, String(i), v0);
        if (v1 === void 0)
          delete val[i];
        else if (v1 !== v0)
          val[i] = v1;
      }
    } else if (val instanceof Map) {
      for (const k of Array.from(val.keys())) {
        const v0 = val.get(k);
        const v1 = applyReviver(reviver, val, k, v0);
        if (v1 === void 0)
          val.delete(k);
        else if (v1 !== v0)
          val.set(k, v1);
      }
    } else if (val instanceof Set) {
      for (const v0 of Array.from(val)) {
        const v1 = applyReviver(reviver, val, v0, v0);
        if (v1 === void 0)
          val.delete(v0);
        else if (v1 !== v0) {
          val.delete(v0);
          val.add(v1);
        }
      }
    } else {
      for (const [k, v0] of Object.entries(val)) {
        const v1 = applyReviver(reviver, val, k, v0);
        if (v1 === void 0)
          delete val[k];
        else if (v1 !== v0)
          val[k] = v1;
      }
    }
  }
  return reviver.call(obj, key, val);
}

// node_modules/yaml/browser/dist/nodes/toJS.js
function toJS(value, arg, ctx) {
  if (Array.isArray(value))
    return value.map((v, i) => toJS(v, String(i), ctx));
  if (value && typeof value.toJSON === "function") {
    if (!ctx || !hasAnchor(value))
      return value.toJSON(arg, ctx);
    const data = { aliasCount: 0, count: 1, res: void 0 };
    ctx.anchors.set(value, data);
    ctx.onCreate = (res2) => {
      data.res = res2;
      delete ctx.onCreate;
    };
    const res = value.toJSON(arg, ctx);
    if (ctx.onCreate)
      ctx.onCreate(res);
    return res;
  }
  if (typeof value === "bigint" && !ctx?.keep)
    return Number(value);
  return value;
}

// node_modules/yaml/browser/dist/nodes/Node.js
var NodeBase = class {
  constructor(type) {
    Object.defineProperty(this, NODE_TYPE, { value: type });
  }
  /** Create a copy of this node.  */
  clone() {
    const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
    if (this.range)
      copy.range = this.range.slice();
    return copy;
  }
  /** A plain JavaScript representation of this node. */
  toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
    if (!isDocument(doc))
      throw new TypeError("A document argument is required");
    const ctx = {
      anchors: /* @__PURE__ */ new Map(),
      doc,
      keep: true,
      mapAsMap: mapAsMap === true,
      mapKeyWarned: false,
      maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
    };
    const res = toJS(this, "", ctx);
    if (typeof onAnchor === "function")
      for (const { count, res: res2 } of ctx.anchors.values())
        onAnchor(res2, count);
    return typeof reviver === "function" ? applyReviver(reviver, { "": res }, "", res) : res;
  }
};

// node_modules/yaml/browser/dist/nodes/Alias.js
var Alias = class extends NodeBase {
  constructor(source) {
    super(ALIAS);
    this.source = source;
    Object.defineProperty(this, "tag", {
      set() {
        throw new Error("Alias nodes cannot have tags");
      }
    });
  }
  /**
   * Resolve the value of this alias within `doc`, finding the last
   * instance of the `source` anchor before this node.
   */
  resolve(doc, ctx) {
    if (ctx?.maxAliasCount === 0)
      throw new ReferenceError("Alias resolution is disabled");
    let nodes;
    if (ctx?.aliasResolveCache) {
      nodes = ctx.aliasResolveCache;
    } else {
      nodes = [];
      visit(doc, {
        Node: (_key, node) => {
          if (isAlias(node) || hasAnchor(node))
            nodes.push(node);
        }
      });
      if (ctx)
        ctx.aliasResolveCache = nodes;
    }
    let found = void 0;
    for (const node of nodes) {
      if (node === this)
        break;
      if (node.anchor === this.source)
        found = node;
    }
    if (found && ctx) {
      const { anchors, doc: doc2, maxAliasCount } = ctx;
      let data = anchors.get(found);
      if (!data) {
        toJS(found, null, ctx);
        data = anchors.get(found);
      }
      if (data?.res === void 0) {
        const msg = "This should not happen: Alias anchor was not resolved?";
        throw new ReferenceError(msg);
      }
      if (maxAliasCount >= 0) {
        data.count += 1;
        if (data.aliasCount === 0)
          data.aliasCount = getAliasCount(doc2, found, anchors);
        if (data.count * data.aliasCount > maxAliasCount) {
          const msg = "Excessive alias count indicates a resource exhaustion attack";
          throw new ReferenceError(msg);
        }
      }
    }
    return found;
  }
  toJSON(_arg, ctx) {
    if (!ctx)
      return { source: this.source };
    const source = this.resolve(ctx.doc, ctx);
    if (!source) {
      const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
      throw new ReferenceError(msg);
    }
    return ctx.anchors.get(source).res;
  }
  toString(ctx, _onComment, _onChompKeep) {
    const src = `*${this.source}`;
    if (ctx) {
      anchorIsValid(this.source);
      if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
        const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
        throw new Error(msg);
      }
      if (ctx.implicitKey)
        return `${src} `;
    }
    return src;
  }
};
function getAliasCount(doc, node, anchors) {
  if (isAlias(node)) {
    const source = node.resolve(doc);
    const anchor = anchors && source && anchors.get(source);
    return anchor ? anchor.count * anchor.aliasCount : 0;
  } else if (isCollection(node)) {
    let count = 0;
    for (const item of node.items) {
      const c = getAliasCount(doc, item, anchors);
      if (c > count)
        count = c;
    }
    return count;
  } else if (isPair(node)) {
    const kc = getAliasCount(doc, node.key, anchors);
    const vc = getAliasCount(doc, node.value, anchors);
    return Math.max(kc, vc);
  }
  return 1;
}

// node_modules/yaml/browser/dist/nodes/Scalar.js
var isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
var Scalar = class extends NodeBase {
  constructor(value) {
    super(SCALAR);
    this.value = value;
  }
  toJSON(arg, ctx) {
    return ctx?.keep ? this.value : toJS(this.value, arg, ctx);
  }
  toString() {
    return String(this.value);
  }
};
Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
Scalar.PLAIN = "PLAIN";
Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";

// node_modules/yaml/browser/dist/doc/createNode.js
var defaultTagPrefix = "tag:yaml.org,2002:";
function findTagObject(value, tagName, tags) {
  if (tagName) {
    const match = tags.filter((t) => t.tag === tagName);
    const tagObj = match.find((t) => !t.format) ?? match[0];
    if (!tagObj)
      throw new Error(`Tag ${tagName} not found`);
    return tagObj;
  }
  return tags.find((t) => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
  if (isDocument(value))
    value = value.contents;
  if (isNode(value))
    return value;
  if (isPair(value)) {
    const map2 = ctx.schema[MAP].createNode?.(ctx.schema, null, ctx);
    map2.items.push(value);
    return map2;
  }
  if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) {
    value = value.valueOf();
  }
  const { aliasDuplicateObjects, onAnchor, onTagObj, schema: schema4, sourceObjects } = ctx;
  let ref = void 0;
  if (aliasDuplicateObjects && value && typeof value === "object") {
    ref = sourceObjects.get(value);
    if (ref) {
      ref.anchor ?? (ref.anchor = onAnchor(value));
      return new Alias(ref.anchor);
    } else {
      ref = { anchor: null, node: null };
      sourceObjects.set(value, ref);
    }
  }
  if (tagName?.startsWith("!!"))
    tagName = defaultTagPrefix + tagName.slice(2);
  let tagObj = findTagObject(value, tagName, schema4.tags);
  if (!tagObj) {
    if (value && typeof value.toJSON === "function") {
      value = value.toJSON();
    }
    if (!value || typeof value !== "object") {
      const node2 = new Scalar(value);
      if (ref)
        ref.node = node2;
      return node2;
    }
    tagObj = value instanceof Map ? schema4[MAP] : Symbol.iterator in Object(value) ? schema4[SEQ] : schema4[MAP];
  }
  if (onTagObj) {
    onTagObj(tagObj);
    delete ctx.onTagObj;
  }
  const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar(value);
  if (tagName)
    node.tag = tagName;
  else if (!tagObj.default)
    node.tag = tagObj.tag;
  if (ref)
    ref.node = node;
  return node;
}

// node_modules/yaml/browser/dist/nodes/Collection.js
function collectionFromPath(schema4, path4, value) {
  let v = value;
  for (let i = path4.length - 1; i >= 0; --i) {
    const k = path4[i];
    if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
      const a = [];
      a[k] = v;
      v = a;
    } else {
      v = /* @__PURE__ */ new Map([[k, v]]);
    }
  }
  return createNode(v, void 0, {
    aliasDuplicateObjects: false,
    keepUndefined: false,
    onAnchor: () => {
      throw new Error("This should not happen, please report a bug.");
    },
    schema: schema4,
    sourceObjects: /* @__PURE__ */ new Map()
  });
}
var isEmptyPath = (path4) => path4 == null || typeof path4 === "object" && !!path4[Symbol.iterator]().next().done;
var Collection = class extends NodeBase {
  constructor(type, schema4) {
    super(type);
    Object.defineProperty(this, "schema", {
      value: schema4,
      configurable: true,
      enumerable: false,
      writable: true
    });
  }
  /**
   * Create a copy of this collection.
   *
   * @param schema - If defined, overwrites the original's schema
   */
  clone(schema4) {
    const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
    if (schema4)
      copy.schema = schema4;
    copy.items = copy.items.map((it) => isNode(it) || isPair(it) ? it.clone(schema4) : it);
    if (this.range)
      copy.range = this.range.slice();
    return copy;
  }
  /**
   * Adds a value to the collection. For `!!map` and `!!omap` the value must
   * be a Pair instance or a `{ key, value }` object, which may not have a key
   * that already exists in the map.
   */
  addIn(path4, value) {
    if (isEmptyPath(path4))
      this.add(value);
    else {
      const [key, ...rest] = path4;
      const node = this.get(key, true);
      if (isCollection(node))
        node.addIn(rest, value);
      else if (node === void 0 && this.schema)
        this.set(key, collectionFromPath(this.schema, rest, value));
      else
        throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
  }
  /**
   * Removes a value from the collection.
   * @returns `true` if the item was found and removed.
   */
  deleteIn(path4) {
    const [key, ...rest] = path4;
    if (rest.length === 0)
      return this.delete(key);
    const node = this.get(key, true);
    if (isCollection(node))
      return node.deleteIn(rest);
    else
      throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
  }
  /**
   * Returns item at `key`, or `undefined` if not found. By default unwraps
   * scalar values from their surrounding node; to disable set `keepScalar` to
   * `true` (collections are always returned intact).
   */
  getIn(path4, keepScalar) {
    const [key, ...rest] = path4;
    const node = this.get(key, true);
    if (rest.length === 0)
      return !keepScalar && isScalar(node) ? node.value : node;
    else
      return isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
  }
  hasAllNullValues(allowScalar) {
    return this.items.every((node) => {
      if (!isPair(node))
        return false;
      const n = node.value;
      return n == null || allowScalar && isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
    });
  }
  /**
   * Checks if the collection includes a value with the key `key`.
   */
  hasIn(path4) {
    const [key, ...rest] = path4;
    if (rest.length === 0)
      return this.has(key);
    const node = this.get(key, true);
    return isCollection(node) ? node.hasIn(rest) : false;
  }
  /**
   * Sets a value in this collection. For `!!set`, `value` needs to be a
   * boolean to add/remove the item from the set.
   */
  setIn(path4, value) {
    const [key, ...rest] = path4;
    if (rest.length === 0) {
      this.set(key, value);
    } else {
      const node = this.get(key, true);
      if (isCollection(node))
        node.setIn(rest, value);
      else if (node === void 0 && this.schema)
        this.set(key, collectionFromPath(this.schema, rest, value));
      else
        throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
  }
};

// node_modules/yaml/browser/dist/stringify/stringifyComment.js
var stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
function indentComment(comment, indent) {
  if (/^\n+$/.test(comment))
    return comment.substring(1);
  return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
var lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;

// node_modules/yaml/browser/dist/stringify/foldFlowLines.js
var FOLD_FLOW = "flow";
var FOLD_BLOCK = "block";
var FOLD_QUOTED = "quoted";
function foldFlowLines(text, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
  if (!lineWidth || lineWidth < 0)
    return text;
  if (lineWidth < minContentWidth)
    minContentWidth = 0;
  const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
  if (text.length <= endStep)
    return text;
  const folds = [];
  const escapedFolds = {};
  let end = lineWidth - indent.length;
  if (typeof indentAtStart === "number") {
    if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
      folds.push(0);
    else
      end = lineWidth - indentAtStart;
  }
  let split = void 0;
  let prev = void 0;
  let overflow = false;
  let i = -1;
  let escStart = -1;
  let escEnd = -1;
  if (mode === FOLD_BLOCK) {
    i = consumeMoreIndentedLines(text, i, indent.length);
    if (i !== -1)
      end = i + endStep;
  }
  for (let ch; ch = text[i += 1]; ) {
    if (mode === FOLD_QUOTED && ch === "\\") {
      escStart = i;
      switch (text[i + 1]) {
        case "x":
          i += 3;
          break;
        case "u":
          i += 5;
          break;
        case "U":
          i += 9;
          break;
        default:
          i += 1;
      }
      escEnd = i;
    }
    if (ch === "\n") {
      if (mode === FOLD_BLOCK)
        i = consumeMoreIndentedLines(text, i, indent.length);
      end = i + indent.length + endStep;
      split = void 0;
    } else {
      if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
        const next = text[i + 1];
        if (next && next !== " " && next !== "\n" && next !== "	")
          split = i;
      }
      if (i >= end) {
        if (split) {
          folds.push(split);
          end = split + endStep;
          split = void 0;
        } else if (mode === FOLD_QUOTED) {
          while (prev === " " || prev === "	") {
            prev = ch;
            ch = text[i += 1];
            overflow = true;
          }
          const j = i > escEnd + 1 ? i - 2 : escStart - 1;
          if (escapedFolds[j])
            return text;
          folds.push(j);
          escapedFolds[j] = true;
          end = j + endStep;
          split = void 0;
        } else {
          overflow = true;
        }
      }
    }
    prev = ch;
  }
  if (overflow && onOverflow)
    onOverflow();
  if (folds.length === 0)
    return text;
  if (onFold)
    onFold();
  let res = text.slice(0, folds[0]);
  for (let i2 = 0; i2 < folds.length; ++i2) {
    const fold = folds[i2];
    const end2 = folds[i2 + 1] || text.length;
    if (fold === 0)
      res = `
${indent}${text.slice(0, end2)}`;
    else {
      if (mode === FOLD_QUOTED && escapedFolds[fold])
        res += `${text[fold]}\\`;
      res += `
${indent}${text.slice(fold + 1, end2)}`;
    }
  }
  return res;
}
function consumeMoreIndentedLines(text, i, indent) {
  let end = i;
  let start = i + 1;
  let ch = text[start];
  while (ch === " " || ch === "	") {
    if (i < start + indent) {
      ch = text[++i];
    } else {
      do {
        ch = text[++i];
      } while (ch && ch !== "\n");
      end = i;
      start = i + 1;
      ch = text[start];
    }
  }
  return end;
}

// node_modules/yaml/browser/dist/stringify/stringifyString.js
var getFoldOptions = (ctx, isBlock2) => ({
  indentAtStart: isBlock2 ? ctx.indent.length : ctx.indentAtStart,
  lineWidth: ctx.options.lineWidth,
  minContentWidth: ctx.options.minContentWidth
});
var containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
function lineLengthOverLimit(str, lineWidth, indentLength) {
  if (!lineWidth || lineWidth < 0)
    return false;
  const limit = lineWidth - indentLength;
  const strLen = str.length;
  if (strLen <= limit)
    return false;
  for (let i = 0, start = 0; i < strLen; ++i) {
    if (str[i] === "\n") {
      if (i - start > limit)
        return true;
      start = i + 1;
      if (strLen - start <= limit)
        return false;
    }
  }
  return true;
}
function doubleQuotedString(value, ctx) {
  const json2 = JSON.stringify(value);
  if (ctx.options.doubleQuotedAsJSON)
    return json2;
  const { implicitKey } = ctx;
  const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
  const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
  let str = "";
  let start = 0;
  for (let i = 0, ch = json2[i]; ch; ch = json2[++i]) {
    if (ch === " " && json2[i + 1] === "\\" && json2[i + 2] === "n") {
      str += json2.slice(start, i) + "\\ ";
      i += 1;
      start = i;
      ch = "\\";
    }
    if (ch === "\\")
      switch (json2[i + 1]) {
        case "u":
          {
            str += json2.slice(start, i);
            const code = json2.substr(i + 2, 4);
            switch (code) {
              case "0000":
                str += "\\0";
                break;
              case "0007":
                str += "\\a";
                break;
              case "000b":
                str += "\\v";
                break;
              case "001b":
                str += "\\e";
                break;
              case "0085":
                str += "\\N";
                break;
              case "00a0":
                str += "\\_";
                break;
              case "2028":
                str += "\\L";
                break;
              case "2029":
                str += "\\P";
                break;
              default:
                if (code.substr(0, 2) === "00")
                  str += "\\x" + code.substr(2);
                else
                  str += json2.substr(i, 6);
            }
            i += 5;
            start = i + 1;
          }
          break;
        case "n":
          if (implicitKey || json2[i + 2] === '"' || json2.length < minMultiLineLength) {
            i += 1;
          } else {
            str += json2.slice(start, i) + "\n\n";
            while (json2[i + 2] === "\\" && json2[i + 3] === "n" && json2[i + 4] !== '"') {
              str += "\n";
              i += 2;
            }
            str += indent;
            if (json2[i + 2] === " ")
              str += "\\";
            i += 1;
            start = i + 1;
          }
          break;
        default:
          i += 1;
      }
  }
  str = start ? str + json2.slice(start) : json2;
  return implicitKey ? str : foldFlowLines(str, indent, FOLD_QUOTED, getFoldOptions(ctx, false));
}
function singleQuotedString(value, ctx) {
  if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value))
    return doubleQuotedString(value, ctx);
  const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
  const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
  return ctx.implicitKey ? res : foldFlowLines(res, indent, FOLD_FLOW, getFoldOptions(ctx, false));
}
function quotedString(value, ctx) {
  const { singleQuote } = ctx.options;
  let qs;
  if (singleQuote === false)
    qs = doubleQuotedString;
  else {
    const hasDouble = value.includes('"');
    const hasSingle = value.includes("'");
    if (hasDouble && !hasSingle)
      qs = singleQuotedString;
    else if (hasSingle && !hasDouble)
      qs = doubleQuotedString;
    else
      qs = singleQuote ? singleQuotedString : doubleQuotedString;
  }
  return qs(value, ctx);
}
var blockEndNewlines;
try {
  blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
} catch {
  blockEndNewlines = /\n+(?!\n|$)/g;
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
  const { blockQuote, commentString, lineWidth } = ctx.options;
  if (!blockQuote || /\n[\t ]+$/.test(value)) {
    return quotedString(value, ctx);
  }
  const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
  const literal2 = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.BLOCK_FOLDED ? false : type === Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
  if (!value)
    return literal2 ? "|\n" : ">\n";
  let chomp;
  let endStart;
  for (endStart = value.length; endStart > 0; --endStart) {
    const ch = value[endStart - 1];
    if (ch !== "\n" && ch !== "	" && ch !== " ")
      break;
  }
  let end = value.substring(endStart);
  const endNlPos = end.indexOf("\n");
  if (endNlPos === -1) {
    chomp = "-";
  } else if (value === end || endNlPos !== end.length - 1) {
    chomp = "+";
    if (onChompKeep)
      onChompKeep();
  } else {
    chomp = "";
  }
  if (end) {
    value = value.slice(0, -end.length);
    if (end[end.length - 1] === "\n")
      end = end.slice(0, -1);
    end = end.replace(blockEndNewlines, `$&${indent}`);
  }
  let startWithSpace = false;
  let startEnd;
  let startNlPos = -1;
  for (startEnd = 0; startEnd < value.length; ++startEnd) {
    const ch = value[startEnd];
    if (ch === " ")
      startWithSpace = true;
    else if (ch === "\n")
      startNlPos = startEnd;
    else
      break;
  }
  let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
  if (start) {
    value = value.substring(start.length);
    start = start.replace(/\n+/g, `$&${indent}`);
  }
  const indentSize = indent ? "2" : "1";
  let header = (startWithSpace ? indentSize : "") + chomp;
  if (comment) {
    header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
    if (onComment)
      onComment();
  }
  if (!literal2) {
    const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
    let literalFallback = false;
    const foldOptions = getFoldOptions(ctx, true);
    if (blockQuote !== "folded" && type !== Scalar.BLOCK_FOLDED) {
      foldOptions.onOverflow = () => {
        literalFallback = true;
      };
    }
    const body = foldFlowLines(`${start}${foldedValue}${end}`, indent, FOLD_BLOCK, foldOptions);
    if (!literalFallback)
      return `>${header}
${indent}${body}`;
  }
  value = value.replace(/\n+/g, `$&${indent}`);
  return `|${header}
${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
  const { type, value } = item;
  const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
  if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) {
    return quotedString(value, ctx);
  }
  if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
    return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
  }
  if (!implicitKey && !inFlow && type !== Scalar.PLAIN && value.includes("\n")) {
    return blockString(item, ctx, onComment, onChompKeep);
  }
  if (containsDocumentMarker(value)) {
    if (indent === "") {
      ctx.forceBlockIndent = true;
      return blockString(item, ctx, onComment, onChompKeep);
    } else if (implicitKey && indent === indentStep) {
      return quotedString(value, ctx);
    }
  }
  const str = value.replace(/\n+/g, `$&
${indent}`);
  if (actualString) {
    const test = (tag2) => tag2.default && tag2.tag !== "tag:yaml.org,2002:str" && tag2.test?.test(str);
    const { compat, tags } = ctx.doc.schema;
    if (tags.some(test) || compat?.some(test))
      return quotedString(value, ctx);
  }
  return implicitKey ? str : foldFlowLines(str, indent, FOLD_FLOW, getFoldOptions(ctx, false));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
  const { implicitKey, inFlow } = ctx;
  const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
  let { type } = item;
  if (type !== Scalar.QUOTE_DOUBLE) {
    if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
      type = Scalar.QUOTE_DOUBLE;
  }
  const _stringify = (_type) => {
    switch (_type) {
      case Scalar.BLOCK_FOLDED:
      case Scalar.BLOCK_LITERAL:
        return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
      case Scalar.QUOTE_DOUBLE:
        return doubleQuotedString(ss.value, ctx);
      case Scalar.QUOTE_SINGLE:
        return singleQuotedString(ss.value, ctx);
      case Scalar.PLAIN:
        return plainString(ss, ctx, onComment, onChompKeep);
      default:
        return null;
    }
  };
  let res = _stringify(type);
  if (res === null) {
    const { defaultKeyType, defaultStringType } = ctx.options;
    const t = implicitKey && defaultKeyType || defaultStringType;
    res = _stringify(t);
    if (res === null)
      throw new Error(`Unsupported default string type ${t}`);
  }
  return res;
}

// node_modules/yaml/browser/dist/stringify/stringify.js
function createStringifyContext(doc, options) {
  const opt = Object.assign({
    blockQuote: true,
    commentString: stringifyComment,
    defaultKeyType: null,
    defaultStringType: "PLAIN",
    directives: null,
    doubleQuotedAsJSON: false,
    doubleQuotedMinMultiLineLength: 40,
    falseStr: "false",
    flowCollectionPadding: true,
    indentSeq: true,
    lineWidth: 80,
    minContentWidth: 20,
    nullStr: "null",
    simpleKeys: false,
    singleQuote: null,
    trailingComma: false,
    trueStr: "true",
    verifyAliasOrder: true
  }, doc.schema.toStringOptions, options);
  let inFlow;
  switch (opt.collectionStyle) {
    case "block":
      inFlow = false;
      break;
    case "flow":
      inFlow = true;
      break;
    default:
      inFlow = null;
  }
  return {
    anchors: /* @__PURE__ */ new Set(),
    doc,
    flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
    indent: "",
    indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
    inFlow,
    options: opt
  };
}
function getTagObject(tags, item) {
  if (item.tag) {
    const match = tags.filter((t) => t.tag === item.tag);
    if (match.length > 0)
      return match.find((t) => t.format === item.format) ?? match[0];
  }
  let tagObj = void 0;
  let obj;
  if (isScalar(item)) {
    obj = item.value;
    let match = tags.filter((t) => t.identify?.(obj));
    if (match.length > 1) {
      const testMatch = match.filter((t) => t.test);
      if (testMatch.length > 0)
        match = testMatch;
    }
    tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
  } else {
    obj = item;
    tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
  }
  if (!tagObj) {
    const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
    throw new Error(`Tag not resolved for ${name} value`);
  }
  return tagObj;
}
function stringifyProps(node, tagObj, { anchors, doc }) {
  if (!doc.directives)
    return "";
  const props = [];
  const anchor = (isScalar(node) || isCollection(node)) && node.anchor;
  if (anchor && anchorIsValid(anchor)) {
    anchors.add(anchor);
    props.push(`&${anchor}`);
  }
  const tag2 = node.tag ?? (tagObj.default ? null : tagObj.tag);
  if (tag2)
    props.push(doc.directives.tagString(tag2));
  return props.join(" ");
}
function stringify(item, ctx, onComment, onChompKeep) {
  if (isPair(item))
    return item.toString(ctx, onComment, onChompKeep);
  if (isAlias(item)) {
    if (ctx.doc.directives)
      return item.toString(ctx);
    if (ctx.resolvedAliases?.has(item)) {
      throw new TypeError(`Cannot stringify circular structure without alias nodes`);
    } else {
      if (ctx.resolvedAliases)
        ctx.resolvedAliases.add(item);
      else
        ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
      item = item.resolve(ctx.doc);
    }
  }
  let tagObj = void 0;
  const node = isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
  tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
  const props = stringifyProps(node, tagObj, ctx);
  if (props.length > 0)
    ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
  const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : isScalar(node) ? stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
  if (!props)
    return str;
  return isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}`;
}

// node_modules/yaml/browser/dist/stringify/stringifyPair.js
function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
  const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
  let keyComment = isNode(key) && key.comment || null;
  if (simpleKeys) {
    if (keyComment) {
      throw new Error("With simple keys, key nodes cannot have comments");
    }
    if (isCollection(key) || !isNode(key) && typeof key === "object") {
      const msg = "With simple keys, collection cannot be used as a key value";
      throw new Error(msg);
    }
  }
  let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || isCollection(key) || (isScalar(key) ? key.type === Scalar.BLOCK_FOLDED || key.type === Scalar.BLOCK_LITERAL : typeof key === "object"));
  ctx = Object.assign({}, ctx, {
    allNullValues: false,
    implicitKey: !explicitKey && (simpleKeys || !allNullValues),
    indent: indent + indentStep
  });
  let keyCommentDone = false;
  let chompKeep = false;
  let str = stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
  if (!explicitKey && !ctx.inFlow && str.length > 1024) {
    if (simpleKeys)
      throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
    explicitKey = true;
  }
  if (ctx.inFlow) {
    if (allNullValues || value == null) {
      if (keyCommentDone && onComment)
        onComment();
      return str === "" ? "?" : explicitKey ? `? ${str}` : str;
    }
  } else if (allNullValues && !simpleKeys || value == null && explicitKey) {
    str = `? ${str}`;
    if (keyComment && !keyCommentDone) {
      str += lineComment(str, ctx.indent, commentString(keyComment));
    } else if (chompKeep && onChompKeep)
      onChompKeep();
    return str;
  }
  if (keyCommentDone)
    keyComment = null;
  if (explicitKey) {
    if (keyComment)
      str += lineComment(str, ctx.indent, commentString(keyComment));
    str = `? ${str}
${indent}:`;
  } else {
    str = `${str}:`;
    if (keyComment)
      str += lineComment(str, ctx.indent, commentString(keyComment));
  }
  let vsb, vcb, valueComment;
  if (isNode(value)) {
    vsb = !!value.spaceBefore;
    vcb = value.commentBefore;
    valueComment = value.comment;
  } else {
    vsb = false;
    vcb = null;
    valueComment = null;
    if (value && typeof value === "object")
      value = doc.createNode(value);
  }
  ctx.implicitKey = false;
  if (!explicitKey && !keyComment && isScalar(value))
    ctx.indentAtStart = str.length + 1;
  chompKeep = false;
  if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && isSeq(value) && !value.flow && !value.tag && !value.anchor) {
    ctx.indent = ctx.indent.substring(2);
  }
  let valueCommentDone = false;
  const valueStr = stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
  let ws = " ";
  if (keyComment || vsb || vcb) {
    ws = vsb ? "\n" : "";
    if (vcb) {
      const cs = commentString(vcb);
      ws += `
${indentComment(cs, ctx.indent)}`;
    }
    if (valueStr === "" && !ctx.inFlow) {
      if (ws === "\n" && valueComment)
        ws = "\n\n";
    } else {
      ws += `
${ctx.indent}`;
    }
  } else if (!explicitKey && isCollection(value)) {
    const vs0 = valueStr[0];
    const nl0 = valueStr.indexOf("\n");
    const hasNewline = nl0 !== -1;
    const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
    if (hasNewline || !flow) {
      let hasPropsLine = false;
      if (hasNewline && (vs0 === "&" || vs0 === "!")) {
        let sp0 = valueStr.indexOf(" ");
        if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") {
          sp0 = valueStr.indexOf(" ", sp0 + 1);
        }
        if (sp0 === -1 || nl0 < sp0)
          hasPropsLine = true;
      }
      if (!hasPropsLine)
        ws = `
${ctx.indent}`;
    }
  } else if (valueStr === "" || valueStr[0] === "\n") {
    ws = "";
  }
  str += ws + valueStr;
  if (ctx.inFlow) {
    if (valueCommentDone && onComment)
      onComment();
  } else if (valueComment && !valueCommentDone) {
    str += lineComment(str, ctx.indent, commentString(valueComment));
  } else if (chompKeep && onChompKeep) {
    onChompKeep();
  }
  return str;
}

// node_modules/yaml/browser/dist/log.js
function warn(logLevel, warning2) {
  if (logLevel === "debug" || logLevel === "warn") {
    console.warn(warning2);
  }
}

// node_modules/yaml/browser/dist/schema/yaml-1.1/merge.js
var MERGE_KEY = "<<";
var merge = {
  identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
  default: "key",
  tag: "tag:yaml.org,2002:merge",
  test: /^<<$/,
  resolve: () => Object.assign(new Scalar(Symbol(MERGE_KEY)), {
    addToJSMap: addMergeToJSMap
  }),
  stringify: () => MERGE_KEY
};
var isMergeKey = (ctx, key) => (merge.identify(key) || isScalar(key) && (!key.type || key.type === Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag2) => tag2.tag === merge.tag && tag2.default);
function addMergeToJSMap(ctx, map2, value) {
  const source = resolveAliasValue(ctx, value);
  if (isSeq(source))
    for (const it of source.items)
      mergeValue(ctx, map2, it);
  else if (Array.isArray(source))
    for (const it of source)
      mergeValue(ctx, map2, it);
  else
    mergeValue(ctx, map2, source);
}
function mergeValue(ctx, map2, value) {
  const source = resolveAliasValue(ctx, value);
  if (!isMap(source))
    throw new Error("Merge sources must be maps or map aliases");
  const srcMap = source.toJSON(null, ctx, Map);
  for (const [key, value2] of srcMap) {
    if (map2 instanceof Map) {
      if (!map2.has(key))
        map2.set(key, value2);
    } else if (map2 instanceof Set) {
      map2.add(key);
    } else if (!Object.prototype.hasOwnProperty.call(map2, key)) {
      Object.defineProperty(map2, key, {
        value: value2,
        writable: true,
        enumerable: true,
        configurable: true
      });
    }
  }
  return map2;
}
function resolveAliasValue(ctx, value) {
  return ctx && isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

// node_modules/yaml/browser/dist/nodes/addPairToJSMap.js
function addPairToJSMap(ctx, map2, { key, value }) {
  if (isNode(key) && key.addToJSMap)
    key.addToJSMap(ctx, map2, value);
  else if (isMergeKey(ctx, key))
    addMergeToJSMap(ctx, map2, value);
  else {
    const jsKey = toJS(key, "", ctx);
    if (map2 instanceof Map) {
      map2.set(jsKey, toJS(value, jsKey, ctx));
    } else if (map2 instanceof Set) {
      map2.add(jsKey);
    } else {
      const stringKey = stringifyKey(key, jsKey, ctx);
      const jsValue = toJS(value, stringKey, ctx);
      if (stringKey in map2)
        Object.defineProperty(map2, stringKey, {
          value: jsValue,
          writable: true,
          enumerable: true,
          configurable: true
        });
      else
        map2[stringKey] = jsValue;
    }
  }
  return map2;
}
function stringifyKey(key, jsKey, ctx) {
  if (jsKey === null)
    return "";
  if (typeof jsKey !== "object")
    return String(jsKey);
  if (isNode(key) && ctx?.doc) {
    const strCtx = createStringifyContext(ctx.doc, {});
    strCtx.anchors = /* @__PURE__ */ new Set();
    for (const node of ctx.anchors.keys())
      strCtx.anchors.add(node.anchor);
    strCtx.inFlow = true;
    strCtx.inStringifyKey = true;
    const strKey = key.toString(strCtx);
    if (!ctx.mapKeyWarned) {
      let jsonStr = JSON.stringify(strKey);
      if (jsonStr.length > 40)
        jsonStr = jsonStr.substring(0, 36) + '..."';
      warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
      ctx.mapKeyWarned = true;
    }
    return strKey;
  }
  return JSON.stringify(jsKey);
}

// node_modules/yaml/browser/dist/nodes/Pair.js
function createPair(key, value, ctx) {
  const k = createNode(key, void 0, ctx);
  const v = createNode(value, void 0, ctx);
  return new Pair(k, v);
}
var Pair = class _Pair {
  constructor(key, value = null) {
    Object.defineProperty(this, NODE_TYPE, { value: PAIR });
    this.key = key;
    this.value = value;
  }
  clone(schema4) {
    let { key, value } = this;
    if (isNode(key))
      key = key.clone(schema4);
    if (isNode(value))
      value = value.clone(schema4);
    return new _Pair(key, value);
  }
  toJSON(_, ctx) {
    const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
    return addPairToJSMap(ctx, pair, this);
  }
  toString(ctx, onComment, onChompKeep) {
    return ctx?.doc ? stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
  }
};

// node_modules/yaml/browser/dist/stringify/stringifyCollection.js
function stringifyCollection(collection, ctx, options) {
  const flow = ctx.inFlow ?? collection.flow;
  const stringify5 = flow ? stringifyFlowCollection : stringifyBlockCollection;
  return stringify5(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
  const { indent, options: { commentString } } = ctx;
  const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
  let chompKeep = false;
  const lines = [];
  for (let i = 0; i < items.length; ++i) {
    const item = items[i];
    let comment2 = null;
    if (isNode(item)) {
      if (!chompKeep && item.spaceBefore)
        lines.push("");
      addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
      if (item.comment)
        comment2 = item.comment;
    } else if (isPair(item)) {
      const ik = isNode(item.key) ? item.key : null;
      if (ik) {
        if (!chompKeep && ik.spaceBefore)
          lines.push("");
        addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
      }
    }
    chompKeep = false;
    let str2 = stringify(item, itemCtx, () => comment2 = null, () => chompKeep = true);
    if (comment2)
      str2 += lineComment(str2, itemIndent, commentString(comment2));
    if (chompKeep && comment2)
      chompKeep = false;
    lines.push(blockItemPrefix + str2);
  }
  let str;
  if (lines.length === 0) {
    str = flowChars.start + flowChars.end;
  } else {
    str = lines[0];
    for (let i = 1; i < lines.length; ++i) {
      const line2 = lines[i];
      str += line2 ? `
${indent}${line2}` : "\n";
    }
  }
  if (comment) {
    str += "\n" + indentComment(commentString(comment), indent);
    if (onComment)
      onComment();
  } else if (chompKeep && onChompKeep)
    onChompKeep();
  return str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
  const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
  itemIndent += indentStep;
  const itemCtx = Object.assign({}, ctx, {
    indent: itemIndent,
    inFlow: true,
    type: null
  });
  let reqNewline = false;
  let linesAtValue = 0;
  const lines = [];
  for (let i = 0; i < items.length; ++i) {
    const item = items[i];
    let comment = null;
    if (isNode(item)) {
      if (item.spaceBefore)
        lines.push("");
      addCommentBefore(ctx, lines, item.commentBefore, false);
      if (item.comment)
        comment = item.comment;
    } else if (isPair(item)) {
      const ik = isNode(item.key) ? item.key : null;
      if (ik) {
        if (ik.spaceBefore)
          lines.push("");
        addCommentBefore(ctx, lines, ik.commentBefore, false);
        if (ik.comment)
          reqNewline = true;
      }
      const iv = isNode(item.value) ? item.value : null;
      if (iv) {
        if (iv.comment)
          comment = iv.comment;
        if (iv.commentBefore)
          reqNewline = true;
      } else if (item.value == null && ik?.comment) {
        comment = ik.comment;
      }
    }
    if (comment)
      reqNewline = true;
    let str = stringify(item, itemCtx, () => comment = null);
    reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
    if (i < items.length - 1) {
      str += ",";
    } else if (ctx.options.trailingComma) {
      if (ctx.options.lineWidth > 0) {
        reqNewline || (reqNewline = lines.reduce((sum, line2) => sum + line2.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
      }
      if (reqNewline) {
        str += ",";
      }
    }
    if (comment)
      str += lineComment(str, itemIndent, commentString(comment));
    lines.push(str);
    linesAtValue = lines.length;
  }
  const { start, end } = flowChars;
  if (lines.length === 0) {
    return start + end;
  } else {
    if (!reqNewline) {
      const len = lines.reduce((sum, line2) => sum + line2.length + 2, 2);
      reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
    }
    if (reqNewline) {
      let str = start;
      for (const line2 of lines)
        str += line2 ? `
${indentStep}${indent}${line2}` : "\n";
      return `${str}
${indent}${end}`;
    } else {
      return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
    }
  }
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
  if (comment && chompKeep)
    comment = comment.replace(/^\n+/, "");
  if (comment) {
    const ic = indentComment(commentString(comment), indent);
    lines.push(ic.trimStart());
  }
}

// node_modules/yaml/browser/dist/nodes/YAMLMap.js
function findPair(items, key) {
  const k = isScalar(key) ? key.value : key;
  for (const it of items) {
    if (isPair(it)) {
      if (it.key === key || it.key === k)
        return it;
      if (isScalar(it.key) && it.key.value === k)
        return it;
    }
  }
  return void 0;
}
var YAMLMap = class extends Collection {
  static get tagName() {
    return "tag:yaml.org,2002:map";
  }
  constructor(schema4) {
    super(MAP, schema4);
    this.items = [];
  }
  /**
   * A generic collection parsing method that can be extended
   * to other node classes that inherit from YAMLMap
   */
  static from(schema4, obj, ctx) {
    const { keepUndefined, replacer } = ctx;
    const map2 = new this(schema4);
    const add = (key, value) => {
      if (typeof replacer === "function")
        value = replacer.call(obj, key, value);
      else if (Array.isArray(replacer) && !replacer.includes(key))
        return;
      if (value !== void 0 || keepUndefined)
        map2.items.push(createPair(key, value, ctx));
    };
    if (obj instanceof Map) {
      for (const [key, value] of obj)
        add(key, value);
    } else if (obj && typeof obj === "object") {
      for (const key of Object.keys(obj))
        add(key, obj[key]);
    }
    if (typeof schema4.sortMapEntries === "function") {
      map2.items.sort(schema4.sortMapEntries);
    }
    return map2;
  }
  /**
   * Adds a value to the collection.
   *
   * @param overwrite - If not set `true`, using a key that is already in the
   *   collection will throw. Otherwise, overwrites the previous value.
   */
  add(pair, overwrite) {
    let _pair;
    if (isPair(pair))
      _pair = pair;
    else if (!pair || typeof pair !== "object" || !("key" in pair)) {
      _pair = new Pair(pair, pair?.value);
    } else
      _pair = new Pair(pair.key, pair.value);
    const prev = findPair(this.items, _pair.key);
    const sortEntries = this.schema?.sortMapEntries;
    if (prev) {
      if (!overwrite)
        throw new Error(`Key ${_pair.key} already set`);
      if (isScalar(prev.value) && isScalarValue(_pair.value))
        prev.value.value = _pair.value;
      else
        prev.value = _pair.value;
    } else if (sortEntries) {
      const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
      if (i === -1)
        this.items.push(_pair);
      else
        this.items.splice(i, 0, _pair);
    } else {
      this.items.push(_pair);
    }
  }
  delete(key) {
    const it = findPair(this.items, key);
    if (!it)
      return false;
    const del = this.items.splice(this.items.indexOf(it), 1);
    return del.length > 0;
  }
  get(key, keepScalar) {
    const it = findPair(this.items, key);
    const node = it?.value;
    return (!keepScalar && isScalar(node) ? node.value : node) ?? void 0;
  }
  has(key) {
    return !!findPair(this.items, key);
  }
  set(key, value) {
    this.add(new Pair(key, value), true);
  }
  /**
   * @param ctx - Conversion context, originally set in Document#toJS()
   * @param {Class} Type - If set, forces the returned collection type
   * @returns Instance of Type, Map, or Object
   */
  toJSON(_, ctx, Type) {
    const map2 = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
    if (ctx?.onCreate)
      ctx.onCreate(map2);
    for (const item of this.items)
      addPairToJSMap(ctx, map2, item);
    return map2;
  }
  toString(ctx, onComment, onChompKeep) {
    if (!ctx)
      return JSON.stringify(this);
    for (const item of this.items) {
      if (!isPair(item))
        throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
    }
    if (!ctx.allNullValues && this.hasAllNullValues(false))
      ctx = Object.assign({}, ctx, { allNullValues: true });
    return stringifyCollection(this, ctx, {
      blockItemPrefix: "",
      flowChars: { start: "{", end: "}" },
      itemIndent: ctx.indent || "",
      onChompKeep,
      onComment
    });
  }
};

// node_modules/yaml/browser/dist/schema/common/map.js
var map = {
  collection: "map",
  default: true,
  nodeClass: YAMLMap,
  tag: "tag:yaml.org,2002:map",
  resolve(map2, onError) {
    if (!isMap(map2))
      onError("Expected a mapping for this tag");
    return map2;
  },
  createNode: (schema4, obj, ctx) => YAMLMap.from(schema4, obj, ctx)
};

// node_modules/yaml/browser/dist/nodes/YAMLSeq.js
var YAMLSeq = class extends Collection {
  static get tagName() {
    return "tag:yaml.org,2002:seq";
  }
  constructor(schema4) {
    super(SEQ, schema4);
    this.items = [];
  }
  add(value) {
    this.items.push(value);
  }
  /**
   * Removes a value from the collection.
   *
   * `key` must contain a representation of an integer for this to succeed.
   * It may be wrapped in a `Scalar`.
   *
   * @returns `true` if the item was found and removed.
   */
  delete(key) {
    const idx = asItemIndex(key);
    if (typeof idx !== "number")
      return false;
    const del = this.items.splice(idx, 1);
    return del.length > 0;
  }
  get(key, keepScalar) {
    const idx = asItemIndex(key);
    if (typeof idx !== "number")
      return void 0;
    const it = this.items[idx];
    return !keepScalar && isScalar(it) ? it.value : it;
  }
  /**
   * Checks if the collection includes a value with the key `key`.
   *
   * `key` must contain a representation of an integer for this to succeed.
   * It may be wrapped in a `Scalar`.
   */
  has(key) {
    const idx = asItemIndex(key);
    return typeof idx === "number" && idx < this.items.length;
  }
  /**
   * Sets a value in this collection. For `!!set`, `value` needs to be a
   * boolean to add/remove the item from the set.
   *
   * If `key` does not contain a representation of an integer, this will throw.
   * It may be wrapped in a `Scalar`.
   */
  set(key, value) {
    const idx = asItemIndex(key);
    if (typeof idx !== "number")
      throw new Error(`Expected a valid index, not ${key}.`);
    const prev = this.items[idx];
    if (isScalar(prev) && isScalarValue(value))
      prev.value = value;
    else
      this.items[idx] = value;
  }
  toJSON(_, ctx) {
    const seq2 = [];
    if (ctx?.onCreate)
      ctx.onCreate(seq2);
    let i = 0;
    for (const item of this.items)
      seq2.push(toJS(item, String(i++), ctx));
    return seq2;
  }
  toString(ctx, onComment, onChompKeep) {
    if (!ctx)
      return JSON.stringify(this);
    return stringifyCollection(this, ctx, {
      blockItemPrefix: "- ",
      flowChars: { start: "[", end: "]" },
      itemIndent: (ctx.indent || "") + "  ",
      onChompKeep,
      onComment
    });
  }
  static from(schema4, obj, ctx) {
    const { replacer } = ctx;
    const seq2 = new this(schema4);
    if (obj && Symbol.iterator in Object(obj)) {
      let i = 0;
      for (let it of obj) {
        if (typeof replacer === "function") {
          const key = obj instanceof Set ? it : String(i++);
          it = replacer.call(obj, key, it);
        }
        seq2.items.push(createNode(it, void 0, ctx));
      }
    }
    return seq2;
  }
};
function asItemIndex(key) {
  let idx = isScalar(key) ? key.value : key;
  if (idx && typeof idx === "string")
    idx = Number(idx);
  return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
}

// node_modules/yaml/browser/dist/schema/common/seq.js
var seq = {
  collection: "seq",
  default: true,
  nodeClass: YAMLSeq,
  tag: "tag:yaml.org,2002:seq",
  resolve(seq2, onError) {
    if (!isSeq(seq2))
      onError("Expected a sequence for this tag");
    return seq2;
  },
  createNode: (schema4, obj, ctx) => YAMLSeq.from(schema4, obj, ctx)
};

// node_modules/yaml/browser/dist/schema/common/string.js
var string2 = {
  identify: (value) => typeof value === "string",
  default: true,
  tag: "tag:yaml.org,2002:str",
  resolve: (str) => str,
  stringify(item, ctx, onComment, onChompKeep) {
    ctx = Object.assign({ actualString: true }, ctx);
    return stringifyString(item, ctx, onComment, onChompKeep);
  }
};

// node_modules/yaml/browser/dist/schema/common/null.js
var nullTag = {
  identify: (value) => value == null,
  createNode: () => new Scalar(null),
  default: true,
  tag: "tag:yaml.org,2002:null",
  test: /^(?:~|[Nn]ull|NULL)?$/,
  resolve: () => new Scalar(null),
  stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
};

// node_modules/yaml/browser/dist/schema/core/bool.js
var boolTag = {
  identify: (value) => typeof value === "boolean",
  default: true,
  tag: "tag:yaml.org,2002:bool",
  test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
  resolve: (str) => new Scalar(str[0] === "t" || str[0] === "T"),
  stringify({ source, value }, ctx) {
    if (source && boolTag.test.test(source)) {
      const sv = source[0] === "t" || source[0] === "T";
      if (value === sv)
        return source;
    }
    return value ? ctx.options.trueStr : ctx.options.falseStr;
  }
};

// node_modules/yaml/browser/dist/stringify/stringifyNumber.js
function stringifyNumber({ format, minFractionDigits, tag: tag2, value }) {
  if (typeof value === "bigint")
    return String(value);
  const num = typeof value === "number" ? value : Number(value);
  if (!isFinite(num))
    return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
  let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
  if (!format && minFractionDigits && (!tag2 || tag2 === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
    let i = n.indexOf(".");
    if (i < 0) {
      i = n.length;
      n += ".";
    }
    let d = minFractionDigits - (n.length - i - 1);
    while (d-- > 0)
      n += "0";
  }
  return n;
}

// node_modules/yaml/browser/dist/schema/core/float.js
var floatNaN = {
  identify: (value) => typeof value === "number",
  default: true,
  tag: "tag:yaml.org,2002:float",
  test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
  resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
  stringify: stringifyNumber
};
var floatExp = {
  identify: (value) => typeof value === "number",
  default: true,
  tag: "tag:yaml.org,2002:float",
  format: "EXP",
  test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
  resolve: (str) => parseFloat(str),
  stringify(node) {
    const num = Number(node.value);
    return isFinite(num) ? num.toExponential() : stringifyNumber(node);
  }
};
var float = {
  identify: (value) => typeof value === "number",
  default: true,
  tag: "tag:yaml.org,2002:float",
  test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
  resolve(str) {
    const node = new Scalar(parseFloat(str));
    const dot = str.indexOf(".");
    if (dot !== -1 && str[str.length - 1] === "0")
      node.minFractionDigits = str.length - dot - 1;
    return node;
  },
  stringify: stringifyNumber
};

// node_modules/yaml/browser/dist/schema/core/int.js
var intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
var intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
function intStringify(node, radix, prefix) {
  const { value } = node;
  if (intIdentify(value) && value >= 0)
    return prefix + value.toString(radix);
  return stringifyNumber(node);
}
var intOct = {
  identify: (value) => intIdentify(value) && value >= 0,
  default: true,
  tag: "tag:yaml.org,2002:int",
  format: "OCT",
  test: /^0o[0-7]+$/,
  resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
  stringify: (node) => intStringify(node, 8, "0o")
};
var int2 = {
  identify: intIdentify,
  default: true,
  tag: "tag:yaml.org,2002:int",
  test: /^[-+]?[0-9]+$/,
  resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
  stringify: stringifyNumber
};
var intHex = {
  identify: (value) => intIdentify(value) && value >= 0,
  default: true,
  tag: "tag:yaml.org,2002:int",
  format: "HEX",
  test: /^0x[0-9a-fA-F]+$/,
  resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
  stringify: (node) => intStringify(node, 16, "0x")
};

// node_modules/yaml/browser/dist/schema/core/schema.js
var schema = [
  map,
  seq,
  string2,
  nullTag,
  boolTag,
  intOct,
  int2,
  intHex,
  floatNaN,
  floatExp,
  float
];

// node_modules/yaml/browser/dist/schema/json/schema.js
function intIdentify2(value) {
  return typeof value === "bigint" || Number.isInteger(value);
}
var stringifyJSON = ({ value }) => JSON.stringify(value);
var jsonScalars = [
  {
    identify: (value) => typeof value === "string",
    default: true,
    tag: "tag:yaml.org,2002:str",
    resolve: (str) => str,
    stringify: stringifyJSON
  },
  {
    identify: (value) => value == null,
    createNode: () => new Scalar(null),
    default: true,
    tag: "tag:yaml.org,2002:null",
    test: /^null$/,
    resolve: () => null,
    stringify: stringifyJSON
  },
  {
    identify: (value) => typeof value === "boolean",
    default: true,
    tag: "tag:yaml.org,2002:bool",
    test: /^true$|^false$/,
    resolve: (str) => str === "true",
    stringify: stringifyJSON
  },
  {
    identify: intIdentify2,
    default: true,
    tag: "tag:yaml.org,2002:int",
    test: /^-?(?:0|[1-9][0-9]*)$/,
    resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
    stringify: ({ value }) => intIdentify2(value) ? value.toString() : JSON.stringify(value)
  },
  {
    identify: (value) => typeof value === "number",
    default: true,
    tag: "tag:yaml.org,2002:float",
    test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
    resolve: (str) => parseFloat(str),
    stringify: stringifyJSON
  }
];
var jsonError = {
  default: true,
  tag: "",
  test: /^/,
  resolve(str, onError) {
    onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
    return str;
  }
};
var schema2 = [map, seq].concat(jsonScalars, jsonError);

// node_modules/yaml/browser/dist/schema/yaml-1.1/binary.js
var binary = {
  identify: (value) => value instanceof Uint8Array,
  // Buffer inherits from Uint8Array
  default: false,
  tag: "tag:yaml.org,2002:binary",
  /**
   * Returns a Buffer in node and an Uint8Array in browsers
   *
   * To use the resulting buffer as an image, you'll want to do something like:
   *
   *   const blob = new Blob([buffer], { type: 'image/jpeg' })
   *   document.querySelector('#photo').src = URL.createObjectURL(blob)
   */
  resolve(src, onError) {
    if (typeof atob === "function") {
      const str = atob(src.replace(/[\n\r]/g, ""));
      const buffer = new Uint8Array(str.length);
      for (let i = 0; i < str.length; ++i)
        buffer[i] = str.charCodeAt(i);
      return buffer;
    } else {
      onError("This environment does not support reading binary tags; either Buffer or atob is required");
      return src;
    }
  },
  stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
    if (!value)
      return "";
    const buf = value;
    let str;
    if (typeof btoa === "function") {
      let s = "";
      for (let i = 0; i < buf.length; ++i)
        s += String.fromCharCode(buf[i]);
      str = btoa(s);
    } else {
      throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
    }
    type ?? (type = Scalar.BLOCK_LITERAL);
    if (type !== Scalar.QUOTE_DOUBLE) {
      const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
      const n = Math.ceil(str.length / lineWidth);
      const lines = new Array(n);
      for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
        lines[i] = str.substr(o, lineWidth);
      }
      str = lines.join(type === Scalar.BLOCK_LITERAL ? "\n" : " ");
    }
    return stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
  }
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/pairs.js
function resolvePairs(seq2, onError) {
  if (isSeq(seq2)) {
    for (let i = 0; i < seq2.items.length; ++i) {
      let item = seq2.items[i];
      if (isPair(item))
        continue;
      else if (isMap(item)) {
        if (item.items.length > 1)
          onError("Each pair must have its own sequence indicator");
        const pair = item.items[0] || new Pair(new Scalar(null));
        if (item.commentBefore)
          pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}
${pair.key.commentBefore}` : item.commentBefore;
        if (item.comment) {
          const cn = pair.value ?? pair.key;
          cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
        }
        item = pair;
      }
      seq2.items[i] = isPair(item) ? item : new Pair(item);
    }
  } else
    onError("Expected a sequence for this tag");
  return seq2;
}
function createPairs(schema4, iterable, ctx) {
  const { replacer } = ctx;
  const pairs2 = new YAMLSeq(schema4);
  pairs2.tag = "tag:yaml.org,2002:pairs";
  let i = 0;
  if (iterable && Symbol.iterator in Object(iterable))
    for (let it of iterable) {
      if (typeof replacer === "function")
        it = replacer.call(iterable, String(i++), it);
      let key, value;
      if (Array.isArray(it)) {
        if (it.length === 2) {
          key = it[0];
          value = it[1];
        } else
          throw new TypeError(`Expected [key, value] tuple: ${it}`);
      } else if (it && it instanceof Object) {
        const keys = Object.keys(it);
        if (keys.length === 1) {
          key = keys[0];
          value = it[key];
        } else {
          throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
        }
      } else {
        key = it;
      }
      pairs2.items.push(createPair(key, value, ctx));
    }
  return pairs2;
}
var pairs = {
  collection: "seq",
  default: false,
  tag: "tag:yaml.org,2002:pairs",
  resolve: resolvePairs,
  createNode: createPairs
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/omap.js
var YAMLOMap = class _YAMLOMap extends YAMLSeq {
  constructor() {
    super();
    this.add = YAMLMap.prototype.add.bind(this);
    this.delete = YAMLMap.prototype.delete.bind(this);
    this.get = YAMLMap.prototype.get.bind(this);
    this.has = YAMLMap.prototype.has.bind(this);
    this.set = YAMLMap.prototype.set.bind(this);
    this.tag = _YAMLOMap.tag;
  }
  /**
   * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
   * but TypeScript won't allow widening the signature of a child method.
   */
  toJSON(_, ctx) {
    if (!ctx)
      return super.toJSON(_);
    const map2 = /* @__PURE__ */ new Map();
    if (ctx?.onCreate)
      ctx.onCreate(map2);
    for (const pair of this.items) {
      let key, value;
      if (isPair(pair)) {
        key = toJS(pair.key, "", ctx);
        value = toJS(pair.value, key, ctx);
      } else {
        key = toJS(pair, "", ctx);
      }
      if (map2.has(key))
        throw new Error("Ordered maps must not include duplicate keys");
      map2.set(key, value);
    }
    return map2;
  }
  static from(schema4, iterable, ctx) {
    const pairs2 = createPairs(schema4, iterable, ctx);
    const omap2 = new this();
    omap2.items = pairs2.items;
    return omap2;
  }
};
YAMLOMap.tag = "tag:yaml.org,2002:omap";
var omap = {
  collection: "seq",
  identify: (value) => value instanceof Map,
  nodeClass: YAMLOMap,
  default: false,
  tag: "tag:yaml.org,2002:omap",
  resolve(seq2, onError) {
    const pairs2 = resolvePairs(seq2, onError);
    const seenKeys = [];
    for (const { key } of pairs2.items) {
      if (isScalar(key)) {
        if (seenKeys.includes(key.value)) {
          onError(`Ordered maps must not include duplicate keys: ${key.value}`);
        } else {
          seenKeys.push(key.value);
        }
      }
    }
    return Object.assign(new YAMLOMap(), pairs2);
  },
  createNode: (schema4, iterable, ctx) => YAMLOMap.from(schema4, iterable, ctx)
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/bool.js
function boolStringify({ value, source }, ctx) {
  const boolObj = value ? trueTag : falseTag;
  if (source && boolObj.test.test(source))
    return source;
  return value ? ctx.options.trueStr : ctx.options.falseStr;
}
var trueTag = {
  identify: (value) => value === true,
  default: true,
  tag: "tag:yaml.org,2002:bool",
  test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
  resolve: () => new Scalar(true),
  stringify: boolStringify
};
var falseTag = {
  identify: (value) => value === false,
  default: true,
  tag: "tag:yaml.org,2002:bool",
  test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
  resolve: () => new Scalar(false),
  stringify: boolStringify
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/float.js
var floatNaN2 = {
  identify: (value) => typeof value === "number",
  default: true,
  tag: "tag:yaml.org,2002:float",
  test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
  resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
  stringify: stringifyNumber
};
var floatExp2 = {
  identify: (value) => typeof value === "number",
  default: true,
  tag: "tag:yaml.org,2002:float",
  format: "EXP",
  test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
  resolve: (str) => parseFloat(str.replace(/_/g, "")),
  stringify(node) {
    const num = Number(node.value);
    return isFinite(num) ? num.toExponential() : stringifyNumber(node);
  }
};
var float2 = {
  identify: (value) => typeof value === "number",
  default: true,
  tag: "tag:yaml.org,2002:float",
  test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
  resolve(str) {
    const node = new Scalar(parseFloat(str.replace(/_/g, "")));
    const dot = str.indexOf(".");
    if (dot !== -1) {
      const f = str.substring(dot + 1).replace(/_/g, "");
      if (f[f.length - 1] === "0")
        node.minFractionDigits = f.length;
    }
    return node;
  },
  stringify: stringifyNumber
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/int.js
var intIdentify3 = (value) => typeof value === "bigint" || Number.isInteger(value);
function intResolve2(str, offset, radix, { intAsBigInt }) {
  const sign = str[0];
  if (sign === "-" || sign === "+")
    offset += 1;
  str = str.substring(offset).replace(/_/g, "");
  if (intAsBigInt) {
    switch (radix) {
      case 2:
        str = `0b${str}`;
        break;
      case 8:
        str = `0o${str}`;
        break;
      case 16:
        str = `0x${str}`;
        break;
    }
    const n2 = BigInt(str);
    return sign === "-" ? BigInt(-1) * n2 : n2;
  }
  const n = parseInt(str, radix);
  return sign === "-" ? -1 * n : n;
}
function intStringify2(node, radix, prefix) {
  const { value } = node;
  if (intIdentify3(value)) {
    const str = value.toString(radix);
    return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
  }
  return stringifyNumber(node);
}
var intBin = {
  identify: intIdentify3,
  default: true,
  tag: "tag:yaml.org,2002:int",
  format: "BIN",
  test: /^[-+]?0b[0-1_]+$/,
  resolve: (str, _onError, opt) => intResolve2(str, 2, 2, opt),
  stringify: (node) => intStringify2(node, 2, "0b")
};
var intOct2 = {
  identify: intIdentify3,
  default: true,
  tag: "tag:yaml.org,2002:int",
  format: "OCT",
  test: /^[-+]?0[0-7_]+$/,
  resolve: (str, _onError, opt) => intResolve2(str, 1, 8, opt),
  stringify: (node) => intStringify2(node, 8, "0")
};
var int3 = {
  identify: intIdentify3,
  default: true,
  tag: "tag:yaml.org,2002:int",
  test: /^[-+]?[0-9][0-9_]*$/,
  resolve: (str, _onError, opt) => intResolve2(str, 0, 10, opt),
  stringify: stringifyNumber
};
var intHex2 = {
  identify: intIdentify3,
  default: true,
  tag: "tag:yaml.org,2002:int",
  format: "HEX",
  test: /^[-+]?0x[0-9a-fA-F_]+$/,
  resolve: (str, _onError, opt) => intResolve2(str, 2, 16, opt),
  stringify: (node) => intStringify2(node, 16, "0x")
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/set.js
var YAMLSet = class _YAMLSet extends YAMLMap {
  constructor(schema4) {
    super(schema4);
    this.tag = _YAMLSet.tag;
  }
  add(key) {
    let pair;
    if (isPair(key))
      pair = key;
    else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null)
      pair = new Pair(key.key, null);
    else
      pair = new Pair(key, null);
    const prev = findPair(this.items, pair.key);
    if (!prev)
      this.items.push(pair);
  }
  /**
   * If `keepPair` is `true`, returns the Pair matching `key`.
   * Otherwise, returns the value of that Pair's key.
   */
  get(key, keepPair) {
    const pair = findPair(this.items, key);
    return !keepPair && isPair(pair) ? isScalar(pair.key) ? pair.key.value : pair.key : pair;
  }
  set(key, value) {
    if (typeof value !== "boolean")
      throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
    const prev = findPair(this.items, key);
    if (prev && !value) {
      this.items.splice(this.items.indexOf(prev), 1);
    } else if (!prev && value) {
      this.items.push(new Pair(key));
    }
  }
  toJSON(_, ctx) {
    return super.toJSON(_, ctx, Set);
  }
  toString(ctx, onComment, onChompKeep) {
    if (!ctx)
      return JSON.stringify(this);
    if (this.hasAllNullValues(true))
      return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
    else
      throw new Error("Set items must all have null values");
  }
  static from(schema4, iterable, ctx) {
    const { replacer } = ctx;
    const set2 = new this(schema4);
    if (iterable && Symbol.iterator in Object(iterable))
      for (let value of iterable) {
        if (typeof replacer === "function")
          value = replacer.call(iterable, value, value);
        set2.items.push(createPair(value, null, ctx));
      }
    return set2;
  }
};
YAMLSet.tag = "tag:yaml.org,2002:set";
var set = {
  collection: "map",
  identify: (value) => value instanceof Set,
  nodeClass: YAMLSet,
  default: false,
  tag: "tag:yaml.org,2002:set",
  createNode: (schema4, iterable, ctx) => YAMLSet.from(schema4, iterable, ctx),
  resolve(map2, onError) {
    if (isMap(map2)) {
      if (map2.hasAllNullValues(true))
        return Object.assign(new YAMLSet(), map2);
      else
        onError("Set items must all have null values");
    } else
      onError("Expected a mapping for this tag");
    return map2;
  }
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/timestamp.js
function parseSexagesimal(str, asBigInt) {
  const sign = str[0];
  const parts2 = sign === "-" || sign === "+" ? str.substring(1) : str;
  const num = (n) => asBigInt ? BigInt(n) : Number(n);
  const res = parts2.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
  return sign === "-" ? num(-1) * res : res;
}
function stringifySexagesimal(node) {
  let { value } = node;
  let num = (n) => n;
  if (typeof value === "bigint")
    num = (n) => BigInt(n);
  else if (isNaN(value) || !isFinite(value))
    return stringifyNumber(node);
  let sign = "";
  if (value < 0) {
    sign = "-";
    value *= num(-1);
  }
  const _60 = num(60);
  const parts2 = [value % _60];
  if (value < 60) {
    parts2.unshift(0);
  } else {
    value = (value - parts2[0]) / _60;
    parts2.unshift(value % _60);
    if (value >= 60) {
      value = (value - parts2[0]) / _60;
      parts2.unshift(value);
    }
  }
  return sign + parts2.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
}
var intTime = {
  identify: (value) => typeof value === "bigint" || Number.isInteger(value),
  default: true,
  tag: "tag:yaml.org,2002:int",
  format: "TIME",
  test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
  resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
  stringify: stringifySexagesimal
};
var floatTime = {
  identify: (value) => typeof value === "number",
  default: true,
  tag: "tag:yaml.org,2002:float",
  format: "TIME",
  test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
  resolve: (str) => parseSexagesimal(str, false),
  stringify: stringifySexagesimal
};
var timestamp = {
  identify: (value) => value instanceof Date,
  default: true,
  tag: "tag:yaml.org,2002:timestamp",
  // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
  // may be omitted altogether, resulting in a date format. In such a case, the time part is
  // assumed to be 00:00:00Z (start of day, UTC).
  test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
  resolve(str) {
    const match = str.match(timestamp.test);
    if (!match)
      throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
    const [, year, month, day, hour, minute, second] = match.map(Number);
    const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
    let date2 = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
    const tz = match[8];
    if (tz && tz !== "Z") {
      let d = parseSexagesimal(tz, false);
      if (Math.abs(d) < 30)
        d *= 60;
      date2 -= 6e4 * d;
    }
    return new Date(date2);
  },
  stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/schema.js
var schema3 = [
  map,
  seq,
  string2,
  nullTag,
  trueTag,
  falseTag,
  intBin,
  intOct2,
  int3,
  intHex2,
  floatNaN2,
  floatExp2,
  float2,
  binary,
  merge,
  omap,
  pairs,
  set,
  intTime,
  floatTime,
  timestamp
];

// node_modules/yaml/browser/dist/schema/tags.js
var schemas = /* @__PURE__ */ new Map([
  ["core", schema],
  ["failsafe", [map, seq, string2]],
  ["json", schema2],
  ["yaml11", schema3],
  ["yaml-1.1", schema3]
]);
var tagsByName = {
  binary,
  bool: boolTag,
  float,
  floatExp,
  floatNaN,
  floatTime,
  int: int2,
  intHex,
  intOct,
  intTime,
  map,
  merge,
  null: nullTag,
  omap,
  pairs,
  seq,
  set,
  timestamp
};
var coreKnownTags = {
  "tag:yaml.org,2002:binary": binary,
  "tag:yaml.org,2002:merge": merge,
  "tag:yaml.org,2002:omap": omap,
  "tag:yaml.org,2002:pairs": pairs,
  "tag:yaml.org,2002:set": set,
  "tag:yaml.org,2002:timestamp": timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
  const schemaTags = schemas.get(schemaName);
  if (schemaTags && !customTags) {
    return addMergeTag && !schemaTags.includes(merge) ? schemaTags.concat(merge) : schemaTags.slice();
  }
  let tags = schemaTags;
  if (!tags) {
    if (Array.isArray(customTags))
      tags = [];
    else {
      const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
      throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
    }
  }
  if (Array.isArray(customTags)) {
    for (const tag2 of customTags)
      tags = tags.concat(tag2);
  } else if (typeof customTags === "function") {
    tags = customTags(tags.slice());
  }
  if (addMergeTag)
    tags = tags.concat(merge);
  return tags.reduce((tags2, tag2) => {
    const tagObj = typeof tag2 === "string" ? tagsByName[tag2] : tag2;
    if (!tagObj) {
      const tagName = JSON.stringify(tag2);
      const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
      throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
    }
    if (!tags2.includes(tagObj))
      tags2.push(tagObj);
    return tags2;
  }, []);
}

// node_modules/yaml/browser/dist/schema/Schema.js
var sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
var Schema = class _Schema {
  constructor({ compat, customTags, merge: merge2, resolveKnownTags, schema: schema4, sortMapEntries, toStringDefaults }) {
    this.compat = Array.isArray(compat) ? getTags(compat, "compat") : compat ? getTags(null, compat) : null;
    this.name = typeof schema4 === "string" && schema4 || "core";
    this.knownTags = resolveKnownTags ? coreKnownTags : {};
    this.tags = getTags(customTags, this.name, merge2);
    this.toStringOptions = toStringDefaults ?? null;
    Object.defineProperty(this, MAP, { value: map });
    Object.defineProperty(this, SCALAR, { value: string2 });
    Object.defineProperty(this, SEQ, { value: seq });
    this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
  }
  clone() {
    const copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
    copy.tags = this.tags.slice();
    return copy;
  }
};

// node_modules/yaml/browser/dist/stringify/stringifyDocument.js
function stringifyDocument(doc, options) {
  const lines = [];
  let hasDirectives = options.directives === true;
  if (options.directives !== false && doc.directives) {
    const dir = doc.directives.toString(doc);
    if (dir) {
      lines.push(dir);
      hasDirectives = true;
    } else if (doc.directives.docStart)
      hasDirectives = true;
  }
  if (hasDirectives)
    lines.push("---");
  const ctx = createStringifyContext(doc, options);
  const { commentString } = ctx.options;
  if (doc.commentBefore) {
    if (lines.length !== 1)
      lines.unshift("");
    const cs = commentString(doc.commentBefore);
    lines.unshift(indentComment(cs, ""));
  }
  let chompKeep = false;
  let contentComment = null;
  if (doc.contents) {
    if (isNode(doc.contents)) {
      if (doc.contents.spaceBefore && hasDirectives)
        lines.push("");
      if (doc.contents.commentBefore) {
        const cs = commentString(doc.contents.commentBefore);
        lines.push(indentComment(cs, ""));
      }
      ctx.forceBlockIndent = !!doc.comment;
      contentComment = doc.contents.comment;
    }
    const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
    let body = stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
    if (contentComment)
      body += lineComment(body, "", commentString(contentComment));
    if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") {
      lines[lines.length - 1] = `--- ${body}`;
    } else
      lines.push(body);
  } else {
    lines.push(stringify(doc.contents, ctx));
  }
  if (doc.directives?.docEnd) {
    if (doc.comment) {
      const cs = commentString(doc.comment);
      if (cs.includes("\n")) {
        lines.push("...");
        lines.push(indentComment(cs, ""));
      } else {
        lines.push(`... ${cs}`);
      }
    } else {
      lines.push("...");
    }
  } else {
    let dc = doc.comment;
    if (dc && chompKeep)
      dc = dc.replace(/^\n+/, "");
    if (dc) {
      if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "")
        lines.push("");
      lines.push(indentComment(commentString(dc), ""));
    }
  }
  return lines.join("\n") + "\n";
}

// node_modules/yaml/browser/dist/doc/Document.js
var Document = class _Document {
  constructor(value, replacer, options) {
    this.commentBefore = null;
    this.comment = null;
    this.errors = [];
    this.warnings = [];
    Object.defineProperty(this, NODE_TYPE, { value: DOC });
    let _replacer = null;
    if (typeof replacer === "function" || Array.isArray(replacer)) {
      _replacer = replacer;
    } else if (options === void 0 && replacer) {
      options = replacer;
      replacer = void 0;
    }
    const opt = Object.assign({
      intAsBigInt: false,
      keepSourceTokens: false,
      logLevel: "warn",
      prettyErrors: true,
      strict: true,
      stringKeys: false,
      uniqueKeys: true,
      version: "1.2"
    }, options);
    this.options = opt;
    let { version } = opt;
    if (options?._directives) {
      this.directives = options._directives.atDocument();
      if (this.directives.yaml.explicit)
        version = this.directives.yaml.version;
    } else
      this.directives = new Directives({ version });
    this.setSchema(version, options);
    this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
  }
  /**
   * Create a deep copy of this Document and its contents.
   *
   * Custom Node values that inherit from `Object` still refer to their original instances.
   */
  clone() {
    const copy = Object.create(_Document.prototype, {
      [NODE_TYPE]: { value: DOC }
    });
    copy.commentBefore = this.commentBefore;
    copy.comment = this.comment;
    copy.errors = this.errors.slice();
    copy.warnings = this.warnings.slice();
    copy.options = Object.assign({}, this.options);
    if (this.directives)
      copy.directives = this.directives.clone();
    copy.schema = this.schema.clone();
    copy.contents = isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
    if (this.range)
      copy.range = this.range.slice();
    return copy;
  }
  /** Adds a value to the document. */
  add(value) {
    if (assertCollection(this.contents))
      this.contents.add(value);
  }
  /** Adds a value to the document. */
  addIn(path4, value) {
    if (assertCollection(this.contents))
      this.contents.addIn(path4, value);
  }
  /**
   * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
   *
   * If `node` already has an anchor, `name` is ignored.
   * Otherwise, the `node.anchor` value will be set to `name`,
   * or if an anchor with that name is already present in the document,
   * `name` will be used as a prefix for a new unique anchor.
   * If `name` is undefined, the generated anchor will use 'a' as a prefix.
   */
  createAlias(node, name) {
    if (!node.anchor) {
      const prev = anchorNames(this);
      node.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
      !name || prev.has(name) ? findNewAnchor(name || "a", prev) : name;
    }
    return new Alias(node.anchor);
  }
  createNode(value, replacer, options) {
    let _replacer = void 0;
    if (typeof replacer === "function") {
      value = replacer.call({ "": value }, "", value);
      _replacer = replacer;
    } else if (Array.isArray(replacer)) {
      const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
      const asStr = replacer.filter(keyToStr).map(String);
      if (asStr.length > 0)
        replacer = replacer.concat(asStr);
      _replacer = replacer;
    } else if (options === void 0 && replacer) {
      options = replacer;
      replacer = void 0;
    }
    const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag: tag2 } = options ?? {};
    const { onAnchor, setAnchors, sourceObjects } = createNodeAnchors(
      this,
      // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
      anchorPrefix || "a"
    );
    const ctx = {
      aliasDuplicateObjects: aliasDuplicateObjects ?? true,
      keepUndefined: keepUndefined ?? false,
      onAnchor,
      onTagObj,
      replacer: _replacer,
      schema: this.schema,
      sourceObjects
    };
    const node = createNode(value, tag2, ctx);
    if (flow && isCollection(node))
      node.flow = true;
    setAnchors();
    return node;
  }
  /**
   * Convert a key and a value into a `Pair` using the current schema,
   * recursively wrapping all values as `Scalar` or `Collection` nodes.
   */
  createPair(key, value, options = {}) {
    const k = this.createNode(key, null, options);
    const v = this.createNode(value, null, options);
    return new Pair(k, v);
  }
  /**
   * Removes a value from the document.
   * @returns `true` if the item was found and removed.
   */
  delete(key) {
    return assertCollection(this.contents) ? this.contents.delete(key) : false;
  }
  /**
   * Removes a value from the document.
   * @returns `true` if the item was found and removed.
   */
  deleteIn(path4) {
    if (isEmptyPath(path4)) {
      if (this.contents == null)
        return false;
      this.contents = null;
      return true;
    }
    return assertCollection(this.contents) ? this.contents.deleteIn(path4) : false;
  }
  /**
   * Returns item at `key`, or `undefined` if not found. By default unwraps
   * scalar values from their surrounding node; to disable set `keepScalar` to
   * `true` (collections are always returned intact).
   */
  get(key, keepScalar) {
    return isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
  }
  /**
   * Returns item at `path`, or `undefined` if not found. By default unwraps
   * scalar values from their surrounding node; to disable set `keepScalar` to
   * `true` (collections are always returned intact).
   */
  getIn(path4, keepScalar) {
    if (isEmptyPath(path4))
      return !keepScalar && isScalar(this.contents) ? this.contents.value : this.contents;
    return isCollection(this.contents) ? this.contents.getIn(path4, keepScalar) : void 0;
  }
  /**
   * Checks if the document includes a value with the key `key`.
   */
  has(key) {
    return isCollection(this.contents) ? this.contents.has(key) : false;
  }
  /**
   * Checks if the document includes a value at `path`.
   */
  hasIn(path4) {
    if (isEmptyPath(path4))
      return this.contents !== void 0;
    return isCollection(this.contents) ? this.contents.hasIn(path4) : false;
  }
  /**
   * Sets a value in this document. For `!!set`, `value` needs to be a
   * boolean to add/remove the item from the set.
   */
  set(key, value) {
    if (this.contents == null) {
      this.contents = collectionFromPath(this.schema, [key], value);
    } else if (assertCollection(this.contents)) {
      this.contents.set(key, value);
    }
  }
  /**
   * Sets a value in this document. For `!!set`, `value` needs to be a
   * boolean to add/remove the item from the set.
   */
  setIn(path4, value) {
    if (isEmptyPath(path4)) {
      this.contents = value;
    } else if (this.contents == null) {
      this.contents = collectionFromPath(this.schema, Array.from(path4), value);
    } else if (assertCollection(this.contents)) {
      this.contents.setIn(path4, value);
    }
  }
  /**
   * Change the YAML version and schema used by the document.
   * A `null` version disables support for directives, explicit tags, anchors, and aliases.
   * It also requires the `schema` option to be given as a `Schema` instance value.
   *
   * Overrides all previously set schema options.
   */
  setSchema(version, options = {}) {
    if (typeof version === "number")
      version = String(version);
    let opt;
    switch (version) {
      case "1.1":
        if (this.directives)
          this.directives.yaml.version = "1.1";
        else
          this.directives = new Directives({ version: "1.1" });
        opt = { resolveKnownTags: false, schema: "yaml-1.1" };
        break;
      case "1.2":
      case "next":
        if (this.directives)
          this.directives.yaml.version = version;
        else
          this.directives = new Directives({ version });
        opt = { resolveKnownTags: true, schema: "core" };
        break;
      case null:
        if (this.directives)
          delete this.directives;
        opt = null;
        break;
      default: {
        const sv = JSON.stringify(version);
        throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
      }
    }
    if (options.schema instanceof Object)
      this.schema = options.schema;
    else if (opt)
      this.schema = new Schema(Object.assign(opt, options));
    else
      throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
  }
  // json & jsonArg are only used from toJSON()
  toJS({ json: json2, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
    const ctx = {
      anchors: /* @__PURE__ */ new Map(),
      doc: this,
      keep: !json2,
      mapAsMap: mapAsMap === true,
      mapKeyWarned: false,
      maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
    };
    const res = toJS(this.contents, jsonArg ?? "", ctx);
    if (typeof onAnchor === "function")
      for (const { count, res: res2 } of ctx.anchors.values())
        onAnchor(res2, count);
    return typeof reviver === "function" ? applyReviver(reviver, { "": res }, "", res) : res;
  }
  /**
   * A JSON representation of the document `contents`.
   *
   * @param jsonArg Used by `JSON.stringify` to indicate the array index or
   *   property name.
   */
  toJSON(jsonArg, onAnchor) {
    return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
  }
  /** A YAML representation of the document. */
  toString(options = {}) {
    if (this.errors.length > 0)
      throw new Error("Document with errors cannot be stringified");
    if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
      const s = JSON.stringify(options.indent);
      throw new Error(`"indent" option must be a positive integer, not ${s}`);
    }
    return stringifyDocument(this, options);
  }
};
function assertCollection(contents) {
  if (isCollection(contents))
    return true;
  throw new Error("Expected a YAML collection as document contents");
}

// node_modules/yaml/browser/dist/errors.js
var YAMLError = class extends Error {
  constructor(name, pos, code, message) {
    super();
    this.name = name;
    this.code = code;
    this.message = message;
    this.pos = pos;
  }
};
var YAMLParseError = class extends YAMLError {
  constructor(pos, code, message) {
    super("YAMLParseError", pos, code, message);
  }
};
var YAMLWarning = class extends YAMLError {
  constructor(pos, code, message) {
    super("YAMLWarning", pos, code, message);
  }
};
var prettifyError = (src, lc) => (error) => {
  if (error.pos[0] === -1)
    return;
  error.linePos = error.pos.map((pos) => lc.linePos(pos));
  const { line: line2, col } = error.linePos[0];
  error.message += ` at line ${line2}, column ${col}`;
  let ci = col - 1;
  let lineStr = src.substring(lc.lineStarts[line2 - 1], lc.lineStarts[line2]).replace(/[\n\r]+$/, "");
  if (ci >= 60 && lineStr.length > 80) {
    const trimStart = Math.min(ci - 39, lineStr.length - 79);
    lineStr = "\u2026" + lineStr.substring(trimStart);
    ci -= trimStart - 1;
  }
  if (lineStr.length > 80)
    lineStr = lineStr.substring(0, 79) + "\u2026";
  if (line2 > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
    let prev = src.substring(lc.lineStarts[line2 - 2], lc.lineStarts[line2 - 1]);
    if (prev.length > 80)
      prev = prev.substring(0, 79) + "\u2026\n";
    lineStr = prev + lineStr;
  }
  if (/[^ ]/.test(lineStr)) {
    let count = 1;
    const end = error.linePos[1];
    if (end?.line === line2 && end.col > col) {
      count = Math.max(1, Math.min(end.col - col, 80 - ci));
    }
    const pointer = " ".repeat(ci) + "^".repeat(count);
    error.message += `:

${lineStr}
${pointer}
`;
  }
};

// node_modules/yaml/browser/dist/compose/resolve-props.js
function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
  let spaceBefore = false;
  let atNewline = startOnNewline;
  let hasSpace = startOnNewline;
  let comment = "";
  let commentSep = "";
  let hasNewline = false;
  let reqSpace = false;
  let tab = null;
  let anchor = null;
  let tag2 = null;
  let newlineAfterProp = null;
  let comma = null;
  let found = null;
  let start = null;
  for (const token of tokens) {
    if (reqSpace) {
      if (token.type !== "space" && token.type !== "newline" && token.type !== "comma")
        onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
      reqSpace = false;
    }
    if (tab) {
      if (atNewline && token.type !== "comment" && token.type !== "newline") {
        onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
      }
      tab = null;
    }
    switch (token.type) {
      case "space":
        if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) {
          tab = token;
        }
        hasSpace = true;
        break;
      case "comment": {
        if (!hasSpace)
          onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
        const cb = token.source.substring(1) || " ";
        if (!comment)
          comment = cb;
        else
          comment += commentSep + cb;
        commentSep = "";
        atNewline = false;
        break;
      }
      case "newline":
        if (atNewline) {
          if (comment)
            comment += token.source;
          else if (!found || indicator !== "seq-item-ind")
            spaceBefore = true;
        } else
          commentSep += token.source;
        atNewline = true;
        hasNewline = true;
        if (anchor || tag2)
          newlineAfterProp = token;
        hasSpace = true;
        break;
      case "anchor":
        if (anchor)
          onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
        if (token.source.endsWith(":"))
          onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
        anchor = token;
        start ?? (start = token.offset);
        atNewline = false;
        hasSpace = false;
        reqSpace = true;
        break;
      case "tag": {
        if (tag2)
          onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
        tag2 = token;
        start ?? (start = token.offset);
        atNewline = false;
        hasSpace = false;
        reqSpace = true;
        break;
      }
      case indicator:
        if (anchor || tag2)
          onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
        if (found)
          onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
        found = token;
        atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
        hasSpace = false;
        break;
      case "comma":
        if (flow) {
          if (comma)
            onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
          comma = token;
          atNewline = false;
          hasSpace = false;
          break;
        }
      // else fallthrough
      default:
        onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
        atNewline = false;
        hasSpace = false;
    }
  }
  const last = tokens[tokens.length - 1];
  const end = last ? last.offset + last.source.length : offset;
  if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) {
    onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
  }
  if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq"))
    onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
  return {
    comma,
    found,
    spaceBefore,
    comment,
    hasNewline,
    anchor,
    tag: tag2,
    newlineAfterProp,
    end,
    start: start ?? end
  };
}

// node_modules/yaml/browser/dist/compose/util-contains-newline.js
function containsNewline(key) {
  if (!key)
    return null;
  switch (key.type) {
    case "alias":
    case "scalar":
    case "double-quoted-scalar":
    case "single-quoted-scalar":
      if (key.source.includes("\n"))
        return true;
      if (key.end) {
        for (const st of key.end)
          if (st.type === "newline")
            return true;
      }
      return false;
    case "flow-collection":
      for (const it of key.items) {
        for (const st of it.start)
          if (st.type === "newline")
            return true;
        if (it.sep) {
          for (const st of it.sep)
            if (st.type === "newline")
              return true;
        }
        if (containsNewline(it.key) || containsNewline(it.value))
          return true;
      }
      return false;
    default:
      return true;
  }
}

// node_modules/yaml/browser/dist/compose/util-flow-indent-check.js
function flowIndentCheck(indent, fc, onError) {
  if (fc?.type === "flow-collection") {
    const end = fc.end[0];
    if (end.indent === indent && (end.source === "]" || end.source === "}") && containsNewline(fc)) {
      const msg = "Flow end indicator should be more indented than parent";
      onError(end, "BAD_INDENT", msg, true);
    }
  }
}

// node_modules/yaml/browser/dist/compose/util-map-includes.js
function mapIncludes(ctx, items, search) {
  const { uniqueKeys } = ctx.options;
  if (uniqueKeys === false)
    return false;
  const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || isScalar(a) && isScalar(b) && a.value === b.value;
  return items.some((pair) => isEqual(pair.key, search));
}

// node_modules/yaml/browser/dist/compose/resolve-block-map.js
var startColMsg = "All mapping items must start at the same column";
function resolveBlockMap({ composeNode: composeNode2, composeEmptyNode: composeEmptyNode2 }, ctx, bm, onError, tag2) {
  const NodeClass = tag2?.nodeClass ?? YAMLMap;
  const map2 = new NodeClass(ctx.schema);
  if (ctx.atRoot)
    ctx.atRoot = false;
  let offset = bm.offset;
  let commentEnd = null;
  for (const collItem of bm.items) {
    const { start, key, sep, value } = collItem;
    const keyProps = resolveProps(start, {
      indicator: "explicit-key-ind",
      next: key ?? sep?.[0],
      offset,
      onError,
      parentIndent: bm.indent,
      startOnNewline: true
    });
    const implicitKey = !keyProps.found;
    if (implicitKey) {
      if (key) {
        if (key.type === "block-seq")
          onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
        else if ("indent" in key && key.indent !== bm.indent)
          onError(offset, "BAD_INDENT", startColMsg);
      }
      if (!keyProps.anchor && !keyProps.tag && !sep) {
        commentEnd = keyProps.end;
        if (keyProps.comment) {
          if (map2.comment)
            map2.comment += "\n" + keyProps.comment;
          else
            map2.comment = keyProps.comment;
        }
        continue;
      }
      if (keyProps.newlineAfterProp || containsNewline(key)) {
        onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
      }
    } else if (keyProps.found?.indent !== bm.indent) {
      onError(offset, "BAD_INDENT", startColMsg);
    }
    ctx.atKey = true;
    const keyStart = keyProps.end;
    const keyNode = key ? composeNode2(ctx, key, keyProps, onError) : composeEmptyNode2(ctx, keyStart, start, null, keyProps, onError);
    if (ctx.schema.compat)
      flowIndentCheck(bm.indent, key, onError);
    ctx.atKey = false;
    if (mapIncludes(ctx, map2.items, keyNode))
      onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
    const valueProps = resolveProps(sep ?? [], {
      indicator: "map-value-ind",
      next: value,
      offset: keyNode.range[2],
      onError,
      parentIndent: bm.indent,
      startOnNewline: !key || key.type === "block-scalar"
    });
    offset = valueProps.end;
    if (valueProps.found) {
      if (implicitKey) {
        if (value?.type === "block-map" && !valueProps.hasNewline)
          onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
        if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024)
          onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
      }
      const valueNode = value ? composeNode2(ctx, value, valueProps, onError) : composeEmptyNode2(ctx, offset, sep, null, valueProps, onError);
      if (ctx.schema.compat)
        flowIndentCheck(bm.indent, value, onError);
      offset = valueNode.range[2];
      const pair = new Pair(keyNode, valueNode);
      if (ctx.options.keepSourceTokens)
        pair.srcToken = collItem;
      map2.items.push(pair);
    } else {
      if (implicitKey)
        onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
      if (valueProps.comment) {
        if (keyNode.comment)
          keyNode.comment += "\n" + valueProps.comment;
        else
          keyNode.comment = valueProps.comment;
      }
      const pair = new Pair(keyNode);
      if (ctx.options.keepSourceTokens)
        pair.srcToken = collItem;
      map2.items.push(pair);
    }
  }
  if (commentEnd && commentEnd < offset)
    onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
  map2.range = [bm.offset, offset, commentEnd ?? offset];
  return map2;
}

// node_modules/yaml/browser/dist/compose/resolve-block-seq.js
function resolveBlockSeq({ composeNode: composeNode2, composeEmptyNode: composeEmptyNode2 }, ctx, bs, onError, tag2) {
  const NodeClass = tag2?.nodeClass ?? YAMLSeq;
  const seq2 = new NodeClass(ctx.schema);
  if (ctx.atRoot)
    ctx.atRoot = false;
  if (ctx.atKey)
    ctx.atKey = false;
  let offset = bs.offset;
  let commentEnd = null;
  for (const { start, value } of bs.items) {
    const props = resolveProps(start, {
      indicator: "seq-item-ind",
      next: value,
      offset,
      onError,
      parentIndent: bs.indent,
      startOnNewline: true
    });
    if (!props.found) {
      if (props.anchor || props.tag || value) {
        if (value?.type === "block-seq")
          onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
        else
          onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
      } else {
        commentEnd = props.end;
        if (props.comment)
          seq2.comment = props.comment;
        continue;
      }
    }
    const node = value ? composeNode2(ctx, value, props, onError) : composeEmptyNode2(ctx, props.end, start, null, props, onError);
    if (ctx.schema.compat)
      flowIndentCheck(bs.indent, value, onError);
    offset = node.range[2];
    seq2.items.push(node);
  }
  seq2.range = [bs.offset, offset, commentEnd ?? offset];
  return seq2;
}

// node_modules/yaml/browser/dist/compose/resolve-end.js
function resolveEnd(end, offset, reqSpace, onError) {
  let comment = "";
  if (end) {
    let hasSpace = false;
    let sep = "";
    for (const token of end) {
      const { source, type } = token;
      switch (type) {
        case "space":
          hasSpace = true;
          break;
        case "comment": {
          if (reqSpace && !hasSpace)
            onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
          const cb = source.substring(1) || " ";
          if (!comment)
            comment = cb;
          else
            comment += sep + cb;
          sep = "";
          break;
        }
        case "newline":
          if (comment)
            sep += source;
          hasSpace = true;
          break;
        default:
          onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
      }
      offset += source.length;
    }
  }
  return { comment, offset };
}

// node_modules/yaml/browser/dist/compose/resolve-flow-collection.js
var blockMsg = "Block collections are not allowed within flow collections";
var isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
function resolveFlowCollection({ composeNode: composeNode2, composeEmptyNode: composeEmptyNode2 }, ctx, fc, onError, tag2) {
  const isMap2 = fc.start.source === "{";
  const fcName = isMap2 ? "flow map" : "flow sequence";
  const NodeClass = tag2?.nodeClass ?? (isMap2 ? YAMLMap : YAMLSeq);
  const coll = new NodeClass(ctx.schema);
  coll.flow = true;
  const atRoot = ctx.atRoot;
  if (atRoot)
    ctx.atRoot = false;
  if (ctx.atKey)
    ctx.atKey = false;
  let offset = fc.offset + fc.start.source.length;
  for (let i = 0; i < fc.items.length; ++i) {
    const collItem = fc.items[i];
    const { start, key, sep, value } = collItem;
    const props = resolveProps(start, {
      flow: fcName,
      indicator: "explicit-key-ind",
      next: key ?? sep?.[0],
      offset,
      onError,
      parentIndent: fc.indent,
      startOnNewline: false
    });
    if (!props.found) {
      if (!props.anchor && !props.tag && !sep && !value) {
        if (i === 0 && props.comma)
          onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
        else if (i < fc.items.length - 1)
          onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
        if (props.comment) {
          if (coll.comment)
            coll.comment += "\n" + props.comment;
          else
            coll.comment = props.comment;
        }
        offset = props.end;
        continue;
      }
      if (!isMap2 && ctx.options.strict && containsNewline(key))
        onError(
          key,
          // checked by containsNewline()
          "MULTILINE_IMPLICIT_KEY",
          "Implicit keys of flow sequence pairs need to be on a single line"
        );
    }
    if (i === 0) {
      if (props.comma)
        onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
    } else {
      if (!props.comma)
        onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
      if (props.comment) {
        let prevItemComment = "";
        loop: for (const st of start) {
          switch (st.type) {
            case "comma":
            case "space":
              break;
            case "comment":
              prevItemComment = st.source.substring(1);
              break loop;
            default:
              break loop;
          }
        }
        if (prevItemComment) {
          let prev = coll.items[coll.items.length - 1];
          if (isPair(prev))
            prev = prev.value ?? prev.key;
          if (prev.comment)
            prev.comment += "\n" + prevItemComment;
          else
            prev.comment = prevItemComment;
          props.comment = props.comment.substring(prevItemComment.length + 1);
        }
      }
    }
    if (!isMap2 && !sep && !props.found) {
      const valueNode = value ? composeNode2(ctx, value, props, onError) : composeEmptyNode2(ctx, props.end, sep, null, props, onError);
      coll.items.push(valueNode);
      offset = valueNode.range[2];
      if (isBlock(value))
        onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
    } else {
      ctx.atKey = true;
      const keyStart = props.end;
      const keyNode = key ? composeNode2(ctx, key, props, onError) : composeEmptyNode2(ctx, keyStart, start, null, props, onError);
      if (isBlock(key))
        onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
      ctx.atKey = false;
      const valueProps = resolveProps(sep ?? [], {
        flow: fcName,
        indicator: "map-value-ind",
        next: value,
        offset: keyNode.range[2],
        onError,
        parentIndent: fc.indent,
        startOnNewline: false
      });
      if (valueProps.found) {
        if (!isMap2 && !props.found && ctx.options.strict) {
          if (sep)
            for (const st of sep) {
              if (st === valueProps.found)
                break;
              if (st.type === "newline") {
                onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                break;
              }
            }
          if (props.start < valueProps.found.offset - 1024)
            onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
        }
      } else if (value) {
        if ("source" in value && value.source?.[0] === ":")
          onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
        else
          onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
      }
      const valueNode = value ? composeNode2(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode2(ctx, valueProps.end, sep, null, valueProps, onError) : null;
      if (valueNode) {
        if (isBlock(value))
          onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
      } else if (valueProps.comment) {
        if (keyNode.comment)
          keyNode.comment += "\n" + valueProps.comment;
        else
          keyNode.comment = valueProps.comment;
      }
      const pair = new Pair(keyNode, valueNode);
      if (ctx.options.keepSourceTokens)
        pair.srcToken = collItem;
      if (isMap2) {
        const map2 = coll;
        if (mapIncludes(ctx, map2.items, keyNode))
          onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
        map2.items.push(pair);
      } else {
        const map2 = new YAMLMap(ctx.schema);
        map2.flow = true;
        map2.items.push(pair);
        const endRange = (valueNode ?? keyNode).range;
        map2.range = [keyNode.range[0], endRange[1], endRange[2]];
        coll.items.push(map2);
      }
      offset = valueNode ? valueNode.range[2] : valueProps.end;
    }
  }
  const expectedEnd = isMap2 ? "}" : "]";
  const [ce, ...ee] = fc.end;
  let cePos = offset;
  if (ce?.source === expectedEnd)
    cePos = ce.offset + ce.source.length;
  else {
    const name = fcName[0].toUpperCase() + fcName.substring(1);
    const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
    onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
    if (ce && ce.source.length !== 1)
      ee.unshift(ce);
  }
  if (ee.length > 0) {
    const end = resolveEnd(ee, cePos, ctx.options.strict, onError);
    if (end.comment) {
      if (coll.comment)
        coll.comment += "\n" + end.comment;
      else
        coll.comment = end.comment;
    }
    coll.range = [fc.offset, cePos, end.offset];
  } else {
    coll.range = [fc.offset, cePos, cePos];
  }
  return coll;
}

// node_modules/yaml/browser/dist/compose/compose-collection.js
function resolveCollection(CN2, ctx, token, onError, tagName, tag2) {
  const coll = token.type === "block-map" ? resolveBlockMap(CN2, ctx, token, onError, tag2) : token.type === "block-seq" ? resolveBlockSeq(CN2, ctx, token, onError, tag2) : resolveFlowCollection(CN2, ctx, token, onError, tag2);
  const Coll = coll.constructor;
  if (tagName === "!" || tagName === Coll.tagName) {
    coll.tag = Coll.tagName;
    return coll;
  }
  if (tagName)
    coll.tag = tagName;
  return coll;
}
function composeCollection(CN2, ctx, token, props, onError) {
  const tagToken = props.tag;
  const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
  if (token.type === "block-seq") {
    const { anchor, newlineAfterProp: nl } = props;
    const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
    if (lastProp && (!nl || nl.offset < lastProp.offset)) {
      const message = "Missing newline after block sequence props";
      onError(lastProp, "MISSING_CHAR", message);
    }
  }
  const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
  if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.tagName && expType === "seq") {
    return resolveCollection(CN2, ctx, token, onError, tagName);
  }
  let tag2 = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
  if (!tag2) {
    const kt = ctx.schema.knownTags[tagName];
    if (kt?.collection === expType) {
      ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
      tag2 = kt;
    } else {
      if (kt) {
        onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
      } else {
        onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
      }
      return resolveCollection(CN2, ctx, token, onError, tagName);
    }
  }
  const coll = resolveCollection(CN2, ctx, token, onError, tagName, tag2);
  const res = tag2.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
  const node = isNode(res) ? res : new Scalar(res);
  node.range = coll.range;
  node.tag = tagName;
  if (tag2?.format)
    node.format = tag2.format;
  return node;
}

// node_modules/yaml/browser/dist/compose/resolve-block-scalar.js
function resolveBlockScalar(ctx, scalar, onError) {
  const start = scalar.offset;
  const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
  if (!header)
    return { value: "", type: null, comment: "", range: [start, start, start] };
  const type = header.mode === ">" ? Scalar.BLOCK_FOLDED : Scalar.BLOCK_LITERAL;
  const lines = scalar.source ? splitLines(scalar.source) : [];
  let chompStart = lines.length;
  for (let i = lines.length - 1; i >= 0; --i) {
    const content = lines[i][1];
    if (content === "" || content === "\r")
      chompStart = i;
    else
      break;
  }
  if (chompStart === 0) {
    const value2 = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
    let end2 = start + header.length;
    if (scalar.source)
      end2 += scalar.source.length;
    return { value: value2, type, comment: header.comment, range: [start, end2, end2] };
  }
  let trimIndent = scalar.indent + header.indent;
  let offset = scalar.offset + header.length;
  let contentStart = 0;
  for (let i = 0; i < chompStart; ++i) {
    const [indent, content] = lines[i];
    if (content === "" || content === "\r") {
      if (header.indent === 0 && indent.length > trimIndent)
        trimIndent = indent.length;
    } else {
      if (indent.length < trimIndent) {
        const message = "Block scalars with more-indented leading empty lines must use an explicit indentation indicator";
        onError(offset + indent.length, "MISSING_CHAR", message);
      }
      if (header.indent === 0)
        trimIndent = indent.length;
      contentStart = i;
      if (trimIndent === 0 && !ctx.atRoot) {
        const message = "Block scalar values in collections must be indented";
        onError(offset, "BAD_INDENT", message);
      }
      break;
    }
    offset += indent.length + content.length + 1;
  }
  for (let i = lines.length - 1; i >= chompStart; --i) {
    if (lines[i][0].length > trimIndent)
      chompStart = i + 1;
  }
  let value = "";
  let sep = "";
  let prevMoreIndented = false;
  for (let i = 0; i < contentStart; ++i)
    value += lines[i][0].slice(trimIndent) + "\n";
  for (let i = contentStart; i < chompStart; ++i) {
    let [indent, content] = lines[i];
    offset += indent.length + content.length + 1;
    const crlf = content[content.length - 1] === "\r";
    if (crlf)
      content = content.slice(0, -1);
    if (content && indent.length < trimIndent) {
      const src = header.indent ? "explicit indentation indicator" : "first line";
      const message = `Block scalar lines must not be less indented than their ${src}`;
      onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
      indent = "";
    }
    if (type === Scalar.BLOCK_LITERAL) {
      value += sep + indent.slice(trimIndent) + content;
      sep = "\n";
    } else if (indent.length > trimIndent || content[0] === "	") {
      if (sep === " ")
        sep = "\n";
      else if (!prevMoreIndented && sep === "\n")
        sep = "\n\n";
      value += sep + indent.slice(trimIndent) + content;
      sep = "\n";
      prevMoreIndented = true;
    } else if (content === "") {
      if (sep === "\n")
        value += "\n";
      else
        sep = "\n";
    } else {
      value += sep + content;
      sep = " ";
      prevMoreIndented = false;
    }
  }
  switch (header.chomp) {
    case "-":
      break;
    case "+":
      for (let i = chompStart; i < lines.length; ++i)
        value += "\n" + lines[i][0].slice(trimIndent);
      if (value[value.length - 1] !== "\n")
        value += "\n";
      break;
    default:
      value += "\n";
  }
  const end = start + header.length + scalar.source.length;
  return { value, type, comment: header.comment, range: [start, end, end] };
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
  if (props[0].type !== "block-scalar-header") {
    onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
    return null;
  }
  const { source } = props[0];
  const mode = source[0];
  let indent = 0;
  let chomp = "";
  let error = -1;
  for (let i = 1; i < source.length; ++i) {
    const ch = source[i];
    if (!chomp && (ch === "-" || ch === "+"))
      chomp = ch;
    else {
      const n = Number(ch);
      if (!indent && n)
        indent = n;
      else if (error === -1)
        error = offset + i;
    }
  }
  if (error !== -1)
    onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
  let hasSpace = false;
  let comment = "";
  let length = source.length;
  for (let i = 1; i < props.length; ++i) {
    const token = props[i];
    switch (token.type) {
      case "space":
        hasSpace = true;
      // fallthrough
      case "newline":
        length += token.source.length;
        break;
      case "comment":
        if (strict && !hasSpace) {
          const message = "Comments must be separated from other tokens by white space characters";
          onError(token, "MISSING_CHAR", message);
        }
        length += token.source.length;
        comment = token.source.substring(1);
        break;
      case "error":
        onError(token, "UNEXPECTED_TOKEN", token.message);
        length += token.source.length;
        break;
      /* istanbul ignore next should not happen */
      default: {
        const message = `Unexpected token in block scalar header: ${token.type}`;
        onError(token, "UNEXPECTED_TOKEN", message);
        const ts = token.source;
        if (ts && typeof ts === "string")
          length += ts.length;
      }
    }
  }
  return { mode, indent, chomp, comment, length };
}
function splitLines(source) {
  const split = source.split(/\n( *)/);
  const first = split[0];
  const m = first.match(/^( *)/);
  const line0 = m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first];
  const lines = [line0];
  for (let i = 1; i < split.length; i += 2)
    lines.push([split[i], split[i + 1]]);
  return lines;
}

// node_modules/yaml/browser/dist/compose/resolve-flow-scalar.js
function resolveFlowScalar(scalar, strict, onError) {
  const { offset, type, source, end } = scalar;
  let _type;
  let value;
  const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
  switch (type) {
    case "scalar":
      _type = Scalar.PLAIN;
      value = plainValue(source, _onError);
      break;
    case "single-quoted-scalar":
      _type = Scalar.QUOTE_SINGLE;
      value = singleQuotedValue(source, _onError);
      break;
    case "double-quoted-scalar":
      _type = Scalar.QUOTE_DOUBLE;
      value = doubleQuotedValue(source, _onError);
      break;
    /* istanbul ignore next should not happen */
    default:
      onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
      return {
        value: "",
        type: null,
        comment: "",
        range: [offset, offset + source.length, offset + source.length]
      };
  }
  const valueEnd = offset + source.length;
  const re = resolveEnd(end, valueEnd, strict, onError);
  return {
    value,
    type: _type,
    comment: re.comment,
    range: [offset, valueEnd, re.offset]
  };
}
function plainValue(source, onError) {
  let badChar = "";
  switch (source[0]) {
    /* istanbul ignore next should not happen */
    case "	":
      badChar = "a tab character";
      break;
    case ",":
      badChar = "flow indicator character ,";
      break;
    case "%":
      badChar = "directive indicator character %";
      break;
    case "|":
    case ">": {
      badChar = `block scalar indicator ${source[0]}`;
      break;
    }
    case "@":
    case "`": {
      badChar = `reserved character ${source[0]}`;
      break;
    }
  }
  if (badChar)
    onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
  return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
  if (source[source.length - 1] !== "'" || source.length === 1)
    onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
  return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
  const line2 = /(.*?)\r?\n/sy;
  let match = line2.exec(source);
  if (!match)
    return source;
  let trimEnd, trimBoth;
  try {
    trimEnd = new RegExp("(?<![ 	])[ 	]+$");
    trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
  } catch {
    trimEnd = /[ \t]+$/;
    trimBoth = /^[ \t]+|[ \t]+$/g;
  }
  let res = match[1].replace(trimEnd, "");
  let sep = " ";
  let pos = line2.lastIndex;
  while (match = line2.exec(source)) {
    const lm = match[1].replace(trimBoth, "");
    if (lm === "") {
      if (sep === "\n")
        res += sep;
      else
        sep = "\n";
    } else {
      res += sep + lm;
      sep = " ";
    }
    pos = line2.lastIndex;
  }
  const last = /[ \t]*(.*)/sy;
  last.lastIndex = pos;
  match = last.exec(source);
  return res + sep + (match?.[1] ?? "");
}
function doubleQuotedValue(source, onError) {
  let res = "";
  for (let i = 1; i < source.length - 1; ++i) {
    const ch = source[i];
    if (ch === "\r" && source[i + 1] === "\n")
      continue;
    if (ch === "\n") {
      const { fold, offset } = foldNewline(source, i);
      res += fold;
      i = offset;
    } else if (ch === "\\") {
      let next = source[++i];
      const cc = escapeCodes[next];
      if (cc)
        res += cc;
      else if (next === "\n") {
        next = source[i + 1];
        while (next === " " || next === "	")
          next = source[++i + 1];
      } else if (next === "\r" && source[i + 1] === "\n") {
        next = source[++i + 1];
        while (next === " " || next === "	")
          next = source[++i + 1];
      } else if (next === "x" || next === "u" || next === "U") {
        const length = next === "x" ? 2 : next === "u" ? 4 : 8;
        res += parseCharCode(source, i + 1, length, onError);
        i += length;
      } else {
        const raw = source.substr(i - 1, 2);
        onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
        res += raw;
      }
    } else if (ch === " " || ch === "	") {
      const wsStart = i;
      let next = source[i + 1];
      while (next === " " || next === "	")
        next = source[++i + 1];
      if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n"))
        res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
    } else {
      res += ch;
    }
  }
  if (source[source.length - 1] !== '"' || source.length === 1)
    onError(source.length, "MISSING_CHAR", 'Missing closing "quote');
  return res;
}
function foldNewline(source, offset) {
  let fold = "";
  let ch = source[offset + 1];
  while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
    if (ch === "\r" && source[offset + 2] !== "\n")
      break;
    if (ch === "\n")
      fold += "\n";
    offset += 1;
    ch = source[offset + 1];
  }
  if (!fold)
    fold = " ";
  return { fold, offset };
}
var escapeCodes = {
  "0": "\0",
  // null character
  a: "\x07",
  // bell character
  b: "\b",
  // backspace
  e: "\x1B",
  // escape character
  f: "\f",
  // form feed
  n: "\n",
  // line feed
  r: "\r",
  // carriage return
  t: "	",
  // horizontal tab
  v: "\v",
  // vertical tab
  N: "\x85",
  // Unicode next line
  _: "\xA0",
  // Unicode non-breaking space
  L: "\u2028",
  // Unicode line separator
  P: "\u2029",
  // Unicode paragraph separator
  " ": " ",
  '"': '"',
  "/": "/",
  "\\": "\\",
  "	": "	"
};
function parseCharCode(source, offset, length, onError) {
  const cc = source.substr(offset, length);
  const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
  const code = ok ? parseInt(cc, 16) : NaN;
  try {
    return String.fromCodePoint(code);
  } catch {
    const raw = source.substr(offset - 2, length + 2);
    onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
    return raw;
  }
}

// node_modules/yaml/browser/dist/compose/compose-scalar.js
function composeScalar(ctx, token, tagToken, onError) {
  const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar(ctx, token, onError) : resolveFlowScalar(token, ctx.options.strict, onError);
  const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
  let tag2;
  if (ctx.options.stringKeys && ctx.atKey) {
    tag2 = ctx.schema[SCALAR];
  } else if (tagName)
    tag2 = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
  else if (token.type === "scalar")
    tag2 = findScalarTagByTest(ctx, value, token, onError);
  else
    tag2 = ctx.schema[SCALAR];
  let scalar;
  try {
    const res = tag2.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
    scalar = isScalar(res) ? res : new Scalar(res);
  } catch (error) {
    const msg = error instanceof Error ? error.message : String(error);
    onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
    scalar = new Scalar(value);
  }
  scalar.range = range;
  scalar.source = value;
  if (type)
    scalar.type = type;
  if (tagName)
    scalar.tag = tagName;
  if (tag2.format)
    scalar.format = tag2.format;
  if (comment)
    scalar.comment = comment;
  return scalar;
}
function findScalarTagByName(schema4, value, tagName, tagToken, onError) {
  if (tagName === "!")
    return schema4[SCALAR];
  const matchWithTest = [];
  for (const tag2 of schema4.tags) {
    if (!tag2.collection && tag2.tag === tagName) {
      if (tag2.default && tag2.test)
        matchWithTest.push(tag2);
      else
        return tag2;
    }
  }
  for (const tag2 of matchWithTest)
    if (tag2.test?.test(value))
      return tag2;
  const kt = schema4.knownTags[tagName];
  if (kt && !kt.collection) {
    schema4.tags.push(Object.assign({}, kt, { default: false, test: void 0 }));
    return kt;
  }
  onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
  return schema4[SCALAR];
}
function findScalarTagByTest({ atKey, directives, schema: schema4 }, value, token, onError) {
  const tag2 = schema4.tags.find((tag3) => (tag3.default === true || atKey && tag3.default === "key") && tag3.test?.test(value)) || schema4[SCALAR];
  if (schema4.compat) {
    const compat = schema4.compat.find((tag3) => tag3.default && tag3.test?.test(value)) ?? schema4[SCALAR];
    if (tag2.tag !== compat.tag) {
      const ts = directives.tagString(tag2.tag);
      const cs = directives.tagString(compat.tag);
      const msg = `Value may be parsed as either ${ts} or ${cs}`;
      onError(token, "TAG_RESOLVE_FAILED", msg, true);
    }
  }
  return tag2;
}

// node_modules/yaml/browser/dist/compose/util-empty-scalar-position.js
function emptyScalarPosition(offset, before, pos) {
  if (before) {
    pos ?? (pos = before.length);
    for (let i = pos - 1; i >= 0; --i) {
      let st = before[i];
      switch (st.type) {
        case "space":
        case "comment":
        case "newline":
          offset -= st.source.length;
          continue;
      }
      st = before[++i];
      while (st?.type === "space") {
        offset += st.source.length;
        st = before[++i];
      }
      break;
    }
  }
  return offset;
}

// node_modules/yaml/browser/dist/compose/compose-node.js
var CN = { composeNode, composeEmptyNode };
function composeNode(ctx, token, props, onError) {
  const atKey = ctx.atKey;
  const { spaceBefore, comment, anchor, tag: tag2 } = props;
  let node;
  let isSrcToken = true;
  switch (token.type) {
    case "alias":
      node = composeAlias(ctx, token, onError);
      if (anchor || tag2)
        onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
      break;
    case "scalar":
    case "single-quoted-scalar":
    case "double-quoted-scalar":
    case "block-scalar":
      node = composeScalar(ctx, token, tag2, onError);
      if (anchor)
        node.anchor = anchor.source.substring(1);
      break;
    case "block-map":
    case "block-seq":
    case "flow-collection":
      try {
        node = composeCollection(CN, ctx, token, props, onError);
        if (anchor)
          node.anchor = anchor.source.substring(1);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        onError(token, "RESOURCE_EXHAUSTION", message);
      }
      break;
    default: {
      const message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
      onError(token, "UNEXPECTED_TOKEN", message);
      isSrcToken = false;
    }
  }
  node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
  if (anchor && node.anchor === "")
    onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
  if (atKey && ctx.options.stringKeys && (!isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) {
    const msg = "With stringKeys, all keys must be strings";
    onError(tag2 ?? token, "NON_STRING_KEY", msg);
  }
  if (spaceBefore)
    node.spaceBefore = true;
  if (comment) {
    if (token.type === "scalar" && token.source === "")
      node.comment = comment;
    else
      node.commentBefore = comment;
  }
  if (ctx.options.keepSourceTokens && isSrcToken)
    node.srcToken = token;
  return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag: tag2, end }, onError) {
  const token = {
    type: "scalar",
    offset: emptyScalarPosition(offset, before, pos),
    indent: -1,
    source: ""
  };
  const node = composeScalar(ctx, token, tag2, onError);
  if (anchor) {
    node.anchor = anchor.source.substring(1);
    if (node.anchor === "")
      onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
  }
  if (spaceBefore)
    node.spaceBefore = true;
  if (comment) {
    node.comment = comment;
    node.range[2] = end;
  }
  return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
  const alias = new Alias(source.substring(1));
  if (alias.source === "")
    onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
  if (alias.source.endsWith(":"))
    onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
  const valueEnd = offset + source.length;
  const re = resolveEnd(end, valueEnd, options.strict, onError);
  alias.range = [offset, valueEnd, re.offset];
  if (re.comment)
    alias.comment = re.comment;
  return alias;
}

// node_modules/yaml/browser/dist/compose/compose-doc.js
function composeDoc(options, directives, { offset, start, value, end }, onError) {
  const opts = Object.assign({ _directives: directives }, options);
  const doc = new Document(void 0, opts);
  const ctx = {
    atKey: false,
    atRoot: true,
    directives: doc.directives,
    options: doc.options,
    schema: doc.schema
  };
  const props = resolveProps(start, {
    indicator: "doc-start",
    next: value ?? end?.[0],
    offset,
    onError,
    parentIndent: 0,
    startOnNewline: true
  });
  if (props.found) {
    doc.directives.docStart = true;
    if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline)
      onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
  }
  doc.contents = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
  const contentEnd = doc.contents.range[2];
  const re = resolveEnd(end, contentEnd, false, onError);
  if (re.comment)
    doc.comment = re.comment;
  doc.range = [offset, contentEnd, re.offset];
  return doc;
}

// node_modules/yaml/browser/dist/compose/composer.js
function getErrorPos(src) {
  if (typeof src === "number")
    return [src, src + 1];
  if (Array.isArray(src))
    return src.length === 2 ? src : [src[0], src[1]];
  const { offset, source } = src;
  return [offset, offset + (typeof source === "string" ? source.length : 1)];
}
function parsePrelude(prelude) {
  let comment = "";
  let atComment = false;
  let afterEmptyLine = false;
  for (let i = 0; i < prelude.length; ++i) {
    const source = prelude[i];
    switch (source[0]) {
      case "#":
        comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
        atComment = true;
        afterEmptyLine = false;
        break;
      case "%":
        if (prelude[i + 1]?.[0] !== "#")
          i += 1;
        atComment = false;
        break;
      default:
        if (!atComment)
          afterEmptyLine = true;
        atComment = false;
    }
  }
  return { comment, afterEmptyLine };
}
var Composer = class {
  constructor(options = {}) {
    this.doc = null;
    this.atDirectives = false;
    this.prelude = [];
    this.errors = [];
    this.warnings = [];
    this.onError = (source, code, message, warning2) => {
      const pos = getErrorPos(source);
      if (warning2)
        this.warnings.push(new YAMLWarning(pos, code, message));
      else
        this.errors.push(new YAMLParseError(pos, code, message));
    };
    this.directives = new Directives({ version: options.version || "1.2" });
    this.options = options;
  }
  decorate(doc, afterDoc) {
    const { comment, afterEmptyLine } = parsePrelude(this.prelude);
    if (comment) {
      const dc = doc.contents;
      if (afterDoc) {
        doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
      } else if (afterEmptyLine || doc.directives.docStart || !dc) {
        doc.commentBefore = comment;
      } else if (isCollection(dc) && !dc.flow && dc.items.length > 0) {
        let it = dc.items[0];
        if (isPair(it))
          it = it.key;
        const cb = it.commentBefore;
        it.commentBefore = cb ? `${comment}
${cb}` : comment;
      } else {
        const cb = dc.commentBefore;
        dc.commentBefore = cb ? `${comment}
${cb}` : comment;
      }
    }
    if (afterDoc) {
      for (let i = 0; i < this.errors.length; ++i)
        doc.errors.push(this.errors[i]);
      for (let i = 0; i < this.warnings.length; ++i)
        doc.warnings.push(this.warnings[i]);
    } else {
      doc.errors = this.errors;
      doc.warnings = this.warnings;
    }
    this.prelude = [];
    this.errors = [];
    this.warnings = [];
  }
  /**
   * Current stream status information.
   *
   * Mostly useful at the end of input for an empty stream.
   */
  streamInfo() {
    return {
      comment: parsePrelude(this.prelude).comment,
      directives: this.directives,
      errors: this.errors,
      warnings: this.warnings
    };
  }
  /**
   * Compose tokens into documents.
   *
   * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
   * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
   */
  *compose(tokens, forceDoc = false, endOffset = -1) {
    for (const token of tokens)
      yield* this.next(token);
    yield* this.end(forceDoc, endOffset);
  }
  /** Advance the composer by one CST token. */
  *next(token) {
    switch (token.type) {
      case "directive":
        this.directives.add(token.source, (offset, message, warning2) => {
          const pos = getErrorPos(token);
          pos[0] += offset;
          this.onError(pos, "BAD_DIRECTIVE", message, warning2);
        });
        this.prelude.push(token.source);
        this.atDirectives = true;
        break;
      case "document": {
        const doc = composeDoc(this.options, this.directives, token, this.onError);
        if (this.atDirectives && !doc.directives.docStart)
          this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
        this.decorate(doc, false);
        if (this.doc)
          yield this.doc;
        this.doc = doc;
        this.atDirectives = false;
        break;
      }
      case "byte-order-mark":
      case "space":
        break;
      case "comment":
      case "newline":
        this.prelude.push(token.source);
        break;
      case "error": {
        const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
        const error = new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
        if (this.atDirectives || !this.doc)
          this.errors.push(error);
        else
          this.doc.errors.push(error);
        break;
      }
      case "doc-end": {
        if (!this.doc) {
          const msg = "Unexpected doc-end without preceding document";
          this.errors.push(new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
          break;
        }
        this.doc.directives.docEnd = true;
        const end = resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
        this.decorate(this.doc, true);
        if (end.comment) {
          const dc = this.doc.comment;
          this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
        }
        this.doc.range[2] = end.offset;
        break;
      }
      default:
        this.errors.push(new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
    }
  }
  /**
   * Call at end of input to yield any remaining document.
   *
   * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
   * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
   */
  *end(forceDoc = false, endOffset = -1) {
    if (this.doc) {
      this.decorate(this.doc, true);
      yield this.doc;
      this.doc = null;
    } else if (forceDoc) {
      const opts = Object.assign({ _directives: this.directives }, this.options);
      const doc = new Document(void 0, opts);
      if (this.atDirectives)
        this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
      doc.range = [0, endOffset, endOffset];
      this.decorate(doc, false);
      yield doc;
    }
  }
};

// node_modules/yaml/browser/dist/parse/line-counter.js
var LineCounter = class {
  constructor() {
    this.lineStarts = [];
    this.addNewLine = (offset) => this.lineStarts.push(offset);
    this.linePos = (offset) => {
      let low = 0;
      let high = this.lineStarts.length;
      while (low < high) {
        const mid = low + high >> 1;
        if (this.lineStarts[mid] < offset)
          low = mid + 1;
        else
          high = mid;
      }
      if (this.lineStarts[low] === offset)
        return { line: low + 1, col: 1 };
      if (low === 0)
        return { line: 0, col: offset };
      const start = this.lineStarts[low - 1];
      return { line: low, col: offset - start + 1 };
    };
  }
};

// node_modules/yaml/browser/dist/parse/cst-visit.js
var BREAK2 = /* @__PURE__ */ Symbol("break visit");
var SKIP2 = /* @__PURE__ */ Symbol("skip children");
var REMOVE2 = /* @__PURE__ */ Symbol("remove item");
function visit2(cst, visitor) {
  if ("type" in cst && cst.type === "document")
    cst = { start: cst.start, value: cst.value };
  _visit(Object.freeze([]), cst, visitor);
}
visit2.BREAK = BREAK2;
visit2.SKIP = SKIP2;
visit2.REMOVE = REMOVE2;
visit2.itemAtPath = (cst, path4) => {
  let item = cst;
  for (const [field, index2] of path4) {
    const tok = item?.[field];
    if (tok && "items" in tok) {
      item = tok.items[index2];
    } else
      return void 0;
  }
  return item;
};
visit2.parentCollection = (cst, path4) => {
  const parent = visit2.itemAtPath(cst, path4.slice(0, -1));
  const field = path4[path4.length - 1][0];
  const coll = parent?.[field];
  if (coll && "items" in coll)
    return coll;
  throw new Error("Parent collection not found");
};
function _visit(path4, item, visitor) {
  let ctrl = visitor(item, path4);
  if (typeof ctrl === "symbol")
    return ctrl;
  for (const field of ["key", "value"]) {
    const token = item[field];
    if (token && "items" in token) {
      for (let i = 0; i < token.items.length; ++i) {
        const ci = _visit(Object.freeze(path4.concat([[field, i]])), token.items[i], visitor);
        if (typeof ci === "number")
          i = ci - 1;
        else if (ci === BREAK2)
          return BREAK2;
        else if (ci === REMOVE2) {
          token.items.splice(i, 1);
          i -= 1;
        }
      }
      if (typeof ctrl === "function" && field === "key")
        ctrl = ctrl(item, path4);
    }
  }
  return typeof ctrl === "function" ? ctrl(item, path4) : ctrl;
}

// node_modules/yaml/browser/dist/parse/cst.js
var BOM = "\uFEFF";
var DOCUMENT = "";
var FLOW_END = "";
var SCALAR2 = "";
function tokenType(source) {
  switch (source) {
    case BOM:
      return "byte-order-mark";
    case DOCUMENT:
      return "doc-mode";
    case FLOW_END:
      return "flow-error-end";
    case SCALAR2:
      return "scalar";
    case "---":
      return "doc-start";
    case "...":
      return "doc-end";
    case "":
    case "\n":
    case "\r\n":
      return "newline";
    case "-":
      return "seq-item-ind";
    case "?":
      return "explicit-key-ind";
    case ":":
      return "map-value-ind";
    case "{":
      return "flow-map-start";
    case "}":
      return "flow-map-end";
    case "[":
      return "flow-seq-start";
    case "]":
      return "flow-seq-end";
    case ",":
      return "comma";
  }
  switch (source[0]) {
    case " ":
    case "	":
      return "space";
    case "#":
      return "comment";
    case "%":
      return "directive-line";
    case "*":
      return "alias";
    case "&":
      return "anchor";
    case "!":
      return "tag";
    case "'":
      return "single-quoted-scalar";
    case '"':
      return "double-quoted-scalar";
    case "|":
    case ">":
      return "block-scalar-header";
  }
  return null;
}

// node_modules/yaml/browser/dist/parse/lexer.js
function isEmpty(ch) {
  switch (ch) {
    case void 0:
    case " ":
    case "\n":
    case "\r":
    case "	":
      return true;
    default:
      return false;
  }
}
var hexDigits = new Set("0123456789ABCDEFabcdef");
var tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
var flowIndicatorChars = new Set(",[]{}");
var invalidAnchorChars = new Set(" ,[]{}\n\r	");
var isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
var Lexer = class {
  constructor() {
    this.atEnd = false;
    this.blockScalarIndent = -1;
    this.blockScalarKeep = false;
    this.buffer = "";
    this.flowKey = false;
    this.flowLevel = 0;
    this.indentNext = 0;
    this.indentValue = 0;
    this.lineEndPos = null;
    this.next = null;
    this.pos = 0;
  }
  /**
   * Generate YAML tokens from the `source` string. If `incomplete`,
   * a part of the last line may be left as a buffer for the next call.
   *
   * @returns A generator of lexical tokens
   */
  *lex(source, incomplete = false) {
    if (source) {
      if (typeof source !== "string")
        throw TypeError("source is not a string");
      this.buffer = this.buffer ? this.buffer + source : source;
      this.lineEndPos = null;
    }
    this.atEnd = !incomplete;
    let next = this.next ?? "stream";
    while (next && (incomplete || this.hasChars(1)))
      next = yield* this.parseNext(next);
  }
  atLineEnd() {
    let i = this.pos;
    let ch = this.buffer[i];
    while (ch === " " || ch === "	")
      ch = this.buffer[++i];
    if (!ch || ch === "#" || ch === "\n")
      return true;
    if (ch === "\r")
      return this.buffer[i + 1] === "\n";
    return false;
  }
  charAt(n) {
    return this.buffer[this.pos + n];
  }
  continueScalar(offset) {
    let ch = this.buffer[offset];
    if (this.indentNext > 0) {
      let indent = 0;
      while (ch === " ")
        ch = this.buffer[++indent + offset];
      if (ch === "\r") {
        const next = this.buffer[indent + offset + 1];
        if (next === "\n" || !next && !this.atEnd)
          return offset + indent + 1;
      }
      return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
    }
    if (ch === "-" || ch === ".") {
      const dt = this.buffer.substr(offset, 3);
      if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3]))
        return -1;
    }
    return offset;
  }
  getLine() {
    let end = this.lineEndPos;
    if (typeof end !== "number" || end !== -1 && end < this.pos) {
      end = this.buffer.indexOf("\n", this.pos);
      this.lineEndPos = end;
    }
    if (end === -1)
      return this.atEnd ? this.buffer.substring(this.pos) : null;
    if (this.buffer[end - 1] === "\r")
      end -= 1;
    return this.buffer.substring(this.pos, end);
  }
  hasChars(n) {
    return this.pos + n <= this.buffer.length;
  }
  setNext(state) {
    this.buffer = this.buffer.substring(this.pos);
    this.pos = 0;
    this.lineEndPos = null;
    this.next = state;
    return null;
  }
  peek(n) {
    return this.buffer.substr(this.pos, n);
  }
  *parseNext(next) {
    switch (next) {
      case "stream":
        return yield* this.parseStream();
      case "line-start":
        return yield* this.parseLineStart();
      case "block-start":
        return yield* this.parseBlockStart();
      case "doc":
        return yield* this.parseDocument();
      case "flow":
        return yield* this.parseFlowCollection();
      case "quoted-scalar":
        return yield* this.parseQuotedScalar();
      case "block-scalar":
        return yield* this.parseBlockScalar();
      case "plain-scalar":
        return yield* this.parsePlainScalar();
    }
  }
  *parseStream() {
    let line2 = this.getLine();
    if (line2 === null)
      return this.setNext("stream");
    if (line2[0] === BOM) {
      yield* this.pushCount(1);
      line2 = line2.substring(1);
    }
    if (line2[0] === "%") {
      let dirEnd = line2.length;
      let cs = line2.indexOf("#");
      while (cs !== -1) {
        const ch = line2[cs - 1];
        if (ch === " " || ch === "	") {
          dirEnd = cs - 1;
          break;
        } else {
          cs = line2.indexOf("#", cs + 1);
        }
      }
      while (true) {
        const ch = line2[dirEnd - 1];
        if (ch === " " || ch === "	")
          dirEnd -= 1;
        else
          break;
      }
      const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
      yield* this.pushCount(line2.length - n);
      this.pushNewline();
      return "stream";
    }
    if (this.atLineEnd()) {
      const sp = yield* this.pushSpaces(true);
      yield* this.pushCount(line2.length - sp);
      yield* this.pushNewline();
      return "stream";
    }
    yield DOCUMENT;
    return yield* this.parseLineStart();
  }
  *parseLineStart() {
    const ch = this.charAt(0);
    if (!ch && !this.atEnd)
      return this.setNext("line-start");
    if (ch === "-" || ch === ".") {
      if (!this.atEnd && !this.hasChars(4))
        return this.setNext("line-start");
      const s = this.peek(3);
      if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
        yield* this.pushCount(3);
        this.indentValue = 0;
        this.indentNext = 0;
        return s === "---" ? "doc" : "stream";
      }
    }
    this.indentValue = yield* this.pushSpaces(false);
    if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
      this.indentNext = this.indentValue;
    return yield* this.parseBlockStart();
  }
  *parseBlockStart() {
    const [ch0, ch1] = this.peek(2);
    if (!ch1 && !this.atEnd)
      return this.setNext("block-start");
    if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
      const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
      this.indentNext = this.indentValue + 1;
      this.indentValue += n;
      return "block-start";
    }
    return "doc";
  }
  *parseDocument() {
    yield* this.pushSpaces(true);
    const line2 = this.getLine();
    if (line2 === null)
      return this.setNext("doc");
    let n = yield* this.pushIndicators();
    switch (line2[n]) {
      case "#":
        yield* this.pushCount(line2.length - n);
      // fallthrough
      case void 0:
        yield* this.pushNewline();
        return yield* this.parseLineStart();
      case "{":
      case "[":
        yield* this.pushCount(1);
        this.flowKey = false;
        this.flowLevel = 1;
        return "flow";
      case "}":
      case "]":
        yield* this.pushCount(1);
        return "doc";
      case "*":
        yield* this.pushUntil(isNotAnchorChar);
        return "doc";
      case '"':
      case "'":
        return yield* this.parseQuotedScalar();
      case "|":
      case ">":
        n += yield* this.parseBlockScalarHeader();
        n += yield* this.pushSpaces(true);
        yield* this.pushCount(line2.length - n);
        yield* this.pushNewline();
        return yield* this.parseBlockScalar();
      default:
        return yield* this.parsePlainScalar();
    }
  }
  *parseFlowCollection() {
    let nl, sp;
    let indent = -1;
    do {
      nl = yield* this.pushNewline();
      if (nl > 0) {
        sp = yield* this.pushSpaces(false);
        this.indentValue = indent = sp;
      } else {
        sp = 0;
      }
      sp += yield* this.pushSpaces(true);
    } while (nl + sp > 0);
    const line2 = this.getLine();
    if (line2 === null)
      return this.setNext("flow");
    if (indent !== -1 && indent < this.indentNext && line2[0] !== "#" || indent === 0 && (line2.startsWith("---") || line2.startsWith("...")) && isEmpty(line2[3])) {
      const atFlowEndMarker = indent === this.indentNext - 1 && this.flowLevel === 1 && (line2[0] === "]" || line2[0] === "}");
      if (!atFlowEndMarker) {
        this.flowLevel = 0;
        yield FLOW_END;
        return yield* this.parseLineStart();
      }
    }
    let n = 0;
    while (line2[n] === ",") {
      n += yield* this.pushCount(1);
      n += yield* this.pushSpaces(true);
      this.flowKey = false;
    }
    n += yield* this.pushIndicators();
    switch (line2[n]) {
      case void 0:
        return "flow";
      case "#":
        yield* this.pushCount(line2.length - n);
        return "flow";
      case "{":
      case "[":
        yield* this.pushCount(1);
        this.flowKey = false;
        this.flowLevel += 1;
        return "flow";
      case "}":
      case "]":
        yield* this.pushCount(1);
        this.flowKey = true;
        this.flowLevel -= 1;
        return this.flowLevel ? "flow" : "doc";
      case "*":
        yield* this.pushUntil(isNotAnchorChar);
        return "flow";
      case '"':
      case "'":
        this.flowKey = true;
        return yield* this.parseQuotedScalar();
      case ":": {
        const next = this.charAt(1);
        if (this.flowKey || isEmpty(next) || next === ",") {
          this.flowKey = false;
          yield* this.pushCount(1);
          yield* this.pushSpaces(true);
          return "flow";
        }
      }
      // fallthrough
      default:
        this.flowKey = false;
        return yield* this.parsePlainScalar();
    }
  }
  *parseQuotedScalar() {
    const quote = this.charAt(0);
    let end = this.buffer.indexOf(quote, this.pos + 1);
    if (quote === "'") {
      while (end !== -1 && this.buffer[end + 1] === "'")
        end = this.buffer.indexOf("'", end + 2);
    } else {
      while (end !== -1) {
        let n = 0;
        while (this.buffer[end - 1 - n] === "\\")
          n += 1;
        if (n % 2 === 0)
          break;
        end = this.buffer.indexOf('"', end + 1);
      }
    }
    const qb = this.buffer.substring(0, end);
    let nl = qb.indexOf("\n", this.pos);
    if (nl !== -1) {
      while (nl !== -1) {
        const cs = this.continueScalar(nl + 1);
        if (cs === -1)
          break;
        nl = qb.indexOf("\n", cs);
      }
      if (nl !== -1) {
        end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
      }
    }
    if (end === -1) {
      if (!this.atEnd)
        return this.setNext("quoted-scalar");
      end = this.buffer.length;
    }
    yield* this.pushToIndex(end + 1, false);
    return this.flowLevel ? "flow" : "doc";
  }
  *parseBlockScalarHeader() {
    this.blockScalarIndent = -1;
    this.blockScalarKeep = false;
    let i = this.pos;
    while (true) {
      const ch = this.buffer[++i];
      if (ch === "+")
        this.blockScalarKeep = true;
      else if (ch > "0" && ch <= "9")
        this.blockScalarIndent = Number(ch) - 1;
      else if (ch !== "-")
        break;
    }
    return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
  }
  *parseBlockScalar() {
    let nl = this.pos - 1;
    let indent = 0;
    let ch;
    loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2) {
      switch (ch) {
        case " ":
          indent += 1;
          break;
        case "\n":
          nl = i2;
          indent = 0;
          break;
        case "\r": {
          const next = this.buffer[i2 + 1];
          if (!next && !this.atEnd)
            return this.setNext("block-scalar");
          if (next === "\n")
            break;
        }
        // fallthrough
        default:
          break loop;
      }
    }
    if (!ch && !this.atEnd)
      return this.setNext("block-scalar");
    if (indent >= this.indentNext) {
      if (this.blockScalarIndent === -1)
        this.indentNext = indent;
      else {
        this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
      }
      do {
        const cs = this.continueScalar(nl + 1);
        if (cs === -1)
          break;
        nl = this.buffer.indexOf("\n", cs);
      } while (nl !== -1);
      if (nl === -1) {
        if (!this.atEnd)
          return this.setNext("block-scalar");
        nl = this.buffer.length;
      }
    }
    let i = nl + 1;
    ch = this.buffer[i];
    while (ch === " ")
      ch = this.buffer[++i];
    if (ch === "	") {
      while (ch === "	" || ch === " " || ch === "\r" || ch === "\n")
        ch = this.buffer[++i];
      nl = i - 1;
    } else if (!this.blockScalarKeep) {
      do {
        let i2 = nl - 1;
        let ch2 = this.buffer[i2];
        if (ch2 === "\r")
          ch2 = this.buffer[--i2];
        const lastChar = i2;
        while (ch2 === " ")
          ch2 = this.buffer[--i2];
        if (ch2 === "\n" && i2 >= this.pos && i2 + 1 + indent > lastChar)
          nl = i2;
        else
          break;
      } while (true);
    }
    yield SCALAR2;
    yield* this.pushToIndex(nl + 1, true);
    return yield* this.parseLineStart();
  }
  *parsePlainScalar() {
    const inFlow = this.flowLevel > 0;
    let end = this.pos - 1;
    let i = this.pos - 1;
    let ch;
    while (ch = this.buffer[++i]) {
      if (ch === ":") {
        const next = this.buffer[i + 1];
        if (isEmpty(next) || inFlow && flowIndicatorChars.has(next))
          break;
        end = i;
      } else if (isEmpty(ch)) {
        let next = this.buffer[i + 1];
        if (ch === "\r") {
          if (next === "\n") {
            i += 1;
            ch = "\n";
            next = this.buffer[i + 1];
          } else
            end = i;
        }
        if (next === "#" || inFlow && flowIndicatorChars.has(next))
          break;
        if (ch === "\n") {
          const cs = this.continueScalar(i + 1);
          if (cs === -1)
            break;
          i = Math.max(i, cs - 2);
        }
      } else {
        if (inFlow && flowIndicatorChars.has(ch))
          break;
        end = i;
      }
    }
    if (!ch && !this.atEnd)
      return this.setNext("plain-scalar");
    yield SCALAR2;
    yield* this.pushToIndex(end + 1, true);
    return inFlow ? "flow" : "doc";
  }
  *pushCount(n) {
    if (n > 0) {
      yield this.buffer.substr(this.pos, n);
      this.pos += n;
      return n;
    }
    return 0;
  }
  *pushToIndex(i, allowEmpty) {
    const s = this.buffer.slice(this.pos, i);
    if (s) {
      yield s;
      this.pos += s.length;
      return s.length;
    } else if (allowEmpty)
      yield "";
    return 0;
  }
  *pushIndicators() {
    let n = 0;
    loop: while (true) {
      switch (this.charAt(0)) {
        case "!":
          n += yield* this.pushTag();
          n += yield* this.pushSpaces(true);
          continue loop;
        case "&":
          n += yield* this.pushUntil(isNotAnchorChar);
          n += yield* this.pushSpaces(true);
          continue loop;
        case "-":
        // this is an error
        case "?":
        // this is an error outside flow collections
        case ":": {
          const inFlow = this.flowLevel > 0;
          const ch1 = this.charAt(1);
          if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
            if (!inFlow)
              this.indentNext = this.indentValue + 1;
            else if (this.flowKey)
              this.flowKey = false;
            n += yield* this.pushCount(1);
            n += yield* this.pushSpaces(true);
            continue loop;
          }
        }
      }
      break loop;
    }
    return n;
  }
  *pushTag() {
    if (this.charAt(1) === "<") {
      let i = this.pos + 2;
      let ch = this.buffer[i];
      while (!isEmpty(ch) && ch !== ">")
        ch = this.buffer[++i];
      return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
    } else {
      let i = this.pos + 1;
      let ch = this.buffer[i];
      while (ch) {
        if (tagChars.has(ch))
          ch = this.buffer[++i];
        else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) {
          ch = this.buffer[i += 3];
        } else
          break;
      }
      return yield* this.pushToIndex(i, false);
    }
  }
  *pushNewline() {
    const ch = this.buffer[this.pos];
    if (ch === "\n")
      return yield* this.pushCount(1);
    else if (ch === "\r" && this.charAt(1) === "\n")
      return yield* this.pushCount(2);
    else
      return 0;
  }
  *pushSpaces(allowTabs) {
    let i = this.pos - 1;
    let ch;
    do {
      ch = this.buffer[++i];
    } while (ch === " " || allowTabs && ch === "	");
    const n = i - this.pos;
    if (n > 0) {
      yield this.buffer.substr(this.pos, n);
      this.pos = i;
    }
    return n;
  }
  *pushUntil(test) {
    let i = this.pos;
    let ch = this.buffer[i];
    while (!test(ch))
      ch = this.buffer[++i];
    return yield* this.pushToIndex(i, false);
  }
};

// node_modules/yaml/browser/dist/parse/parser.js
function includesToken(list2, type) {
  for (let i = 0; i < list2.length; ++i)
    if (list2[i].type === type)
      return true;
  return false;
}
function findNonEmptyIndex(list2) {
  for (let i = 0; i < list2.length; ++i) {
    switch (list2[i].type) {
      case "space":
      case "comment":
      case "newline":
        break;
      default:
        return i;
    }
  }
  return -1;
}
function isFlowToken(token) {
  switch (token?.type) {
    case "alias":
    case "scalar":
    case "single-quoted-scalar":
    case "double-quoted-scalar":
    case "flow-collection":
      return true;
    default:
      return false;
  }
}
function getPrevProps(parent) {
  switch (parent.type) {
    case "document":
      return parent.start;
    case "block-map": {
      const it = parent.items[parent.items.length - 1];
      return it.sep ?? it.start;
    }
    case "block-seq":
      return parent.items[parent.items.length - 1].start;
    /* istanbul ignore next should not happen */
    default:
      return [];
  }
}
function getFirstKeyStartProps(prev) {
  if (prev.length === 0)
    return [];
  let i = prev.length;
  loop: while (--i >= 0) {
    switch (prev[i].type) {
      case "doc-start":
      case "explicit-key-ind":
      case "map-value-ind":
      case "seq-item-ind":
      case "newline":
        break loop;
    }
  }
  while (prev[++i]?.type === "space") {
  }
  return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
  if (source.length < 1e5)
    Array.prototype.push.apply(target, source);
  else
    for (let i = 0; i < source.length; ++i)
      target.push(source[i]);
}
function fixFlowSeqItems(fc) {
  if (fc.start.type === "flow-seq-start") {
    for (const it of fc.items) {
      if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
        if (it.key)
          it.value = it.key;
        delete it.key;
        if (isFlowToken(it.value)) {
          if (it.value.end)
            arrayPushArray(it.value.end, it.sep);
          else
            it.value.end = it.sep;
        } else
          arrayPushArray(it.start, it.sep);
        delete it.sep;
      }
    }
  }
}
var Parser = class {
  /**
   * @param onNewLine - If defined, called separately with the start position of
   *   each new line (in `parse()`, including the start of input).
   */
  constructor(onNewLine) {
    this.atNewLine = true;
    this.atScalar = false;
    this.indent = 0;
    this.offset = 0;
    this.onKeyLine = false;
    this.stack = [];
    this.source = "";
    this.type = "";
    this.lexer = new Lexer();
    this.onNewLine = onNewLine;
  }
  /**
   * Parse `source` as a YAML stream.
   * If `incomplete`, a part of the last line may be left as a buffer for the next call.
   *
   * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
   *
   * @returns A generator of tokens representing each directive, document, and other structure.
   */
  *parse(source, incomplete = false) {
    if (this.onNewLine && this.offset === 0)
      this.onNewLine(0);
    for (const lexeme of this.lexer.lex(source, incomplete))
      yield* this.next(lexeme);
    if (!incomplete)
      yield* this.end();
  }
  /**
   * Advance the parser by the `source` of one lexical token.
   */
  *next(source) {
    this.source = source;
    if (this.atScalar) {
      this.atScalar = false;
      yield* this.step();
      this.offset += source.length;
      return;
    }
    const type = tokenType(source);
    if (!type) {
      const message = `Not a YAML token: ${source}`;
      yield* this.pop({ type: "error", offset: this.offset, message, source });
      this.offset += source.length;
    } else if (type === "scalar") {
      this.atNewLine = false;
      this.atScalar = true;
      this.type = "scalar";
    } else {
      this.type = type;
      yield* this.step();
      switch (type) {
        case "newline":
          this.atNewLine = true;
          this.indent = 0;
          if (this.onNewLine)
            this.onNewLine(this.offset + source.length);
          break;
        case "space":
          if (this.atNewLine && source[0] === " ")
            this.indent += source.length;
          break;
        case "explicit-key-ind":
        case "map-value-ind":
        case "seq-item-ind":
          if (this.atNewLine)
            this.indent += source.length;
          break;
        case "doc-mode":
        case "flow-error-end":
          return;
        default:
          this.atNewLine = false;
      }
      this.offset += source.length;
    }
  }
  /** Call at end of input to push out any remaining constructions */
  *end() {
    while (this.stack.length > 0)
      yield* this.pop();
  }
  get sourceToken() {
    const st = {
      type: this.type,
      offset: this.offset,
      indent: this.indent,
      source: this.source
    };
    return st;
  }
  *step() {
    const top = this.peek(1);
    if (this.type === "doc-end" && top?.type !== "doc-end") {
      while (this.stack.length > 0)
        yield* this.pop();
      this.stack.push({
        type: "doc-end",
        offset: this.offset,
        source: this.source
      });
      return;
    }
    if (!top)
      return yield* this.stream();
    switch (top.type) {
      case "document":
        return yield* this.document(top);
      case "alias":
      case "scalar":
      case "single-quoted-scalar":
      case "double-quoted-scalar":
        return yield* this.scalar(top);
      case "block-scalar":
        return yield* this.blockScalar(top);
      case "block-map":
        return yield* this.blockMap(top);
      case "block-seq":
        return yield* this.blockSequence(top);
      case "flow-collection":
        return yield* this.flowCollection(top);
      case "doc-end":
        return yield* this.documentEnd(top);
    }
    yield* this.pop();
  }
  peek(n) {
    return this.stack[this.stack.length - n];
  }
  *pop(error) {
    const token = error ?? this.stack.pop();
    if (!token) {
      const message = "Tried to pop an empty stack";
      yield { type: "error", offset: this.offset, source: "", message };
    } else if (this.stack.length === 0) {
      yield token;
    } else {
      const top = this.peek(1);
      if (token.type === "block-scalar") {
        token.indent = "indent" in top ? top.indent : 0;
      } else if (token.type === "flow-collection" && top.type === "document") {
        token.indent = 0;
      }
      if (token.type === "flow-collection")
        fixFlowSeqItems(token);
      switch (top.type) {
        case "document":
          top.value = token;
          break;
        case "block-scalar":
          top.props.push(token);
          break;
        case "block-map": {
          const it = top.items[top.items.length - 1];
          if (it.value) {
            top.items.push({ start: [], key: token, sep: [] });
            this.onKeyLine = true;
            return;
          } else if (it.sep) {
            it.value = token;
          } else {
            Object.assign(it, { key: token, sep: [] });
            this.onKeyLine = !it.explicitKey;
            return;
          }
          break;
        }
        case "block-seq": {
          const it = top.items[top.items.length - 1];
          if (it.value)
            top.items.push({ start: [], value: token });
          else
            it.value = token;
          break;
        }
        case "flow-collection": {
          const it = top.items[top.items.length - 1];
          if (!it || it.value)
            top.items.push({ start: [], key: token, sep: [] });
          else if (it.sep)
            it.value = token;
          else
            Object.assign(it, { key: token, sep: [] });
          return;
        }
        /* istanbul ignore next should not happen */
        default:
          yield* this.pop();
          yield* this.pop(token);
      }
      if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
        const last = token.items[token.items.length - 1];
        if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
          if (top.type === "document")
            top.end = last.start;
          else
            top.items.push({ start: last.start });
          token.items.splice(-1, 1);
        }
      }
    }
  }
  *stream() {
    switch (this.type) {
      case "directive-line":
        yield { type: "directive", offset: this.offset, source: this.source };
        return;
      case "byte-order-mark":
      case "space":
      case "comment":
      case "newline":
        yield this.sourceToken;
        return;
      case "doc-mode":
      case "doc-start": {
        const doc = {
          type: "document",
          offset: this.offset,
          start: []
        };
        if (this.type === "doc-start")
          doc.start.push(this.sourceToken);
        this.stack.push(doc);
        return;
      }
    }
    yield {
      type: "error",
      offset: this.offset,
      message: `Unexpected ${this.type} token in YAML stream`,
      source: this.source
    };
  }
  *document(doc) {
    if (doc.value)
      return yield* this.lineEnd(doc);
    switch (this.type) {
      case "doc-start": {
        if (findNonEmptyIndex(doc.start) !== -1) {
          yield* this.pop();
          yield* this.step();
        } else
          doc.start.push(this.sourceToken);
        return;
      }
      case "anchor":
      case "tag":
      case "space":
      case "comment":
      case "newline":
        doc.start.push(this.sourceToken);
        return;
    }
    const bv = this.startBlockValue(doc);
    if (bv)
      this.stack.push(bv);
    else {
      yield {
        type: "error",
        offset: this.offset,
        message: `Unexpected ${this.type} token in YAML document`,
        source: this.source
      };
    }
  }
  *scalar(scalar) {
    if (this.type === "map-value-ind") {
      const prev = getPrevProps(this.peek(2));
      const start = getFirstKeyStartProps(prev);
      let sep;
      if (scalar.end) {
        sep = scalar.end;
        sep.push(this.sourceToken);
        delete scalar.end;
      } else
        sep = [this.sourceToken];
      const map2 = {
        type: "block-map",
        offset: scalar.offset,
        indent: scalar.indent,
        items: [{ start, key: scalar, sep }]
      };
      this.onKeyLine = true;
      this.stack[this.stack.length - 1] = map2;
    } else
      yield* this.lineEnd(scalar);
  }
  *blockScalar(scalar) {
    switch (this.type) {
      case "space":
      case "comment":
      case "newline":
        scalar.props.push(this.sourceToken);
        return;
      case "scalar":
        scalar.source = this.source;
        this.atNewLine = true;
        this.indent = 0;
        if (this.onNewLine) {
          let nl = this.source.indexOf("\n") + 1;
          while (nl !== 0) {
            this.onNewLine(this.offset + nl);
            nl = this.source.indexOf("\n", nl) + 1;
          }
        }
        yield* this.pop();
        break;
      /* istanbul ignore next should not happen */
      default:
        yield* this.pop();
        yield* this.step();
    }
  }
  *blockMap(map2) {
    const it = map2.items[map2.items.length - 1];
    switch (this.type) {
      case "newline":
        this.onKeyLine = false;
        if (it.value) {
          const end = "end" in it.value ? it.value.end : void 0;
          const last = Array.isArray(end) ? end[end.length - 1] : void 0;
          if (last?.type === "comment")
            end?.push(this.sourceToken);
          else
            map2.items.push({ start: [this.sourceToken] });
        } else if (it.sep) {
          it.sep.push(this.sourceToken);
        } else {
          it.start.push(this.sourceToken);
        }
        return;
      case "space":
      case "comment":
        if (it.value) {
          map2.items.push({ start: [this.sourceToken] });
        } else if (it.sep) {
          it.sep.push(this.sourceToken);
        } else {
          if (this.atIndentedComment(it.start, map2.indent)) {
            const prev = map2.items[map2.items.length - 2];
            const end = prev?.value?.end;
            if (Array.isArray(end)) {
              arrayPushArray(end, it.start);
              end.push(this.sourceToken);
              map2.items.pop();
              return;
            }
          }
          it.start.push(this.sourceToken);
        }
        return;
    }
    if (this.indent >= map2.indent) {
      const atMapIndent = !this.onKeyLine && this.indent === map2.indent;
      const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
      let start = [];
      if (atNextItem && it.sep && !it.value) {
        const nl = [];
        for (let i = 0; i < it.sep.length; ++i) {
          const st = it.sep[i];
          switch (st.type) {
            case "newline":
              nl.push(i);
              break;
            case "space":
              break;
            case "comment":
              if (st.indent > map2.indent)
                nl.length = 0;
              break;
            default:
              nl.length = 0;
          }
        }
        if (nl.length >= 2)
          start = it.sep.splice(nl[1]);
      }
      switch (this.type) {
        case "anchor":
        case "tag":
          if (atNextItem || it.value) {
            start.push(this.sourceToken);
            map2.items.push({ start });
            this.onKeyLine = true;
          } else if (it.sep) {
            it.sep.push(this.sourceToken);
          } else {
            it.start.push(this.sourceToken);
          }
          return;
        case "explicit-key-ind":
          if (!it.sep && !it.explicitKey) {
            it.start.push(this.sourceToken);
            it.explicitKey = true;
          } else if (atNextItem || it.value) {
            start.push(this.sourceToken);
            map2.items.push({ start, explicitKey: true });
          } else {
            this.stack.push({
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [this.sourceToken], explicitKey: true }]
            });
          }
          this.onKeyLine = true;
          return;
        case "map-value-ind":
          if (it.explicitKey) {
            if (!it.sep) {
              if (includesToken(it.start, "newline")) {
                Object.assign(it, { key: null, sep: [this.sourceToken] });
              } else {
                const start2 = getFirstKeyStartProps(it.start);
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: start2, key: null, sep: [this.sourceToken] }]
                });
              }
            } else if (it.value) {
              map2.items.push({ start: [], key: null, sep: [this.sourceToken] });
            } else if (includesToken(it.sep, "map-value-ind")) {
              this.stack.push({
                type: "block-map",
                offset: this.offset,
                indent: this.indent,
                items: [{ start, key: null, sep: [this.sourceToken] }]
              });
            } else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
              const start2 = getFirstKeyStartProps(it.start);
              const key = it.key;
              const sep = it.sep;
              sep.push(this.sourceToken);
              delete it.key;
              delete it.sep;
              this.stack.push({
                type: "block-map",
                offset: this.offset,
                indent: this.indent,
                items: [{ start: start2, key, sep }]
              });
            } else if (start.length > 0) {
              it.sep = it.sep.concat(start, this.sourceToken);
            } else {
              it.sep.push(this.sourceToken);
            }
          } else {
            if (!it.sep) {
              Object.assign(it, { key: null, sep: [this.sourceToken] });
            } else if (it.value || atNextItem) {
              map2.items.push({ start, key: null, sep: [this.sourceToken] });
            } else if (includesToken(it.sep, "map-value-ind")) {
              this.stack.push({
                type: "block-map",
                offset: this.offset,
                indent: this.indent,
                items: [{ start: [], key: null, sep: [this.sourceToken] }]
              });
            } else {
              it.sep.push(this.sourceToken);
            }
          }
          this.onKeyLine = true;
          return;
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar": {
          const fs = this.flowScalar(this.type);
          if (atNextItem || it.value) {
            map2.items.push({ start, key: fs, sep: [] });
            this.onKeyLine = true;
          } else if (it.sep) {
            this.stack.push(fs);
          } else {
            Object.assign(it, { key: fs, sep: [] });
            this.onKeyLine = true;
          }
          return;
        }
        default: {
          const bv = this.startBlockValue(map2);
          if (bv) {
            if (bv.type === "block-seq") {
              if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                yield* this.pop({
                  type: "error",
                  offset: this.offset,
                  message: "Unexpected block-seq-ind on same line with key",
                  source: this.source
                });
                return;
              }
            } else if (atMapIndent) {
              map2.items.push({ start });
            }
            this.stack.push(bv);
            return;
          }
        }
      }
    }
    yield* this.pop();
    yield* this.step();
  }
  *blockSequence(seq2) {
    const it = seq2.items[seq2.items.length - 1];
    switch (this.type) {
      case "newline":
        if (it.value) {
          const end = "end" in it.value ? it.value.end : void 0;
          const last = Array.isArray(end) ? end[end.length - 1] : void 0;
          if (last?.type === "comment")
            end?.push(this.sourceToken);
          else
            seq2.items.push({ start: [this.sourceToken] });
        } else
          it.start.push(this.sourceToken);
        return;
      case "space":
      case "comment":
        if (it.value)
          seq2.items.push({ start: [this.sourceToken] });
        else {
          if (this.atIndentedComment(it.start, seq2.indent)) {
            const prev = seq2.items[seq2.items.length - 2];
            const end = prev?.value?.end;
            if (Array.isArray(end)) {
              arrayPushArray(end, it.start);
              end.push(this.sourceToken);
              seq2.items.pop();
              return;
            }
          }
          it.start.push(this.sourceToken);
        }
        return;
      case "anchor":
      case "tag":
        if (it.value || this.indent <= seq2.indent)
          break;
        it.start.push(this.sourceToken);
        return;
      case "seq-item-ind":
        if (this.indent !== seq2.indent)
          break;
        if (it.value || includesToken(it.start, "seq-item-ind"))
          seq2.items.push({ start: [this.sourceToken] });
        else
          it.start.push(this.sourceToken);
        return;
    }
    if (this.indent > seq2.indent) {
      const bv = this.startBlockValue(seq2);
      if (bv) {
        this.stack.push(bv);
        return;
      }
    }
    yield* this.pop();
    yield* this.step();
  }
  *flowCollection(fc) {
    const it = fc.items[fc.items.length - 1];
    if (this.type === "flow-error-end") {
      let top;
      do {
        yield* this.pop();
        top = this.peek(1);
      } while (top?.type === "flow-collection");
    } else if (fc.end.length === 0) {
      switch (this.type) {
        case "comma":
        case "explicit-key-ind":
          if (!it || it.sep)
            fc.items.push({ start: [this.sourceToken] });
          else
            it.start.push(this.sourceToken);
          return;
        case "map-value-ind":
          if (!it || it.value)
            fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
          else if (it.sep)
            it.sep.push(this.sourceToken);
          else
            Object.assign(it, { key: null, sep: [this.sourceToken] });
          return;
        case "space":
        case "comment":
        case "newline":
        case "anchor":
        case "tag":
          if (!it || it.value)
            fc.items.push({ start: [this.sourceToken] });
          else if (it.sep)
            it.sep.push(this.sourceToken);
          else
            it.start.push(this.sourceToken);
          return;
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar": {
          const fs = this.flowScalar(this.type);
          if (!it || it.value)
            fc.items.push({ start: [], key: fs, sep: [] });
          else if (it.sep)
            this.stack.push(fs);
          else
            Object.assign(it, { key: fs, sep: [] });
          return;
        }
        case "flow-map-end":
        case "flow-seq-end":
          fc.end.push(this.sourceToken);
          return;
      }
      const bv = this.startBlockValue(fc);
      if (bv)
        this.stack.push(bv);
      else {
        yield* this.pop();
        yield* this.step();
      }
    } else {
      const parent = this.peek(2);
      if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
        yield* this.pop();
        yield* this.step();
      } else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
        const prev = getPrevProps(parent);
        const start = getFirstKeyStartProps(prev);
        fixFlowSeqItems(fc);
        const sep = fc.end.splice(1, fc.end.length);
        sep.push(this.sourceToken);
        const map2 = {
          type: "block-map",
          offset: fc.offset,
          indent: fc.indent,
          items: [{ start, key: fc, sep }]
        };
        this.onKeyLine = true;
        this.stack[this.stack.length - 1] = map2;
      } else {
        yield* this.lineEnd(fc);
      }
    }
  }
  flowScalar(type) {
    if (this.onNewLine) {
      let nl = this.source.indexOf("\n") + 1;
      while (nl !== 0) {
        this.onNewLine(this.offset + nl);
        nl = this.source.indexOf("\n", nl) + 1;
      }
    }
    return {
      type,
      offset: this.offset,
      indent: this.indent,
      source: this.source
    };
  }
  startBlockValue(parent) {
    switch (this.type) {
      case "alias":
      case "scalar":
      case "single-quoted-scalar":
      case "double-quoted-scalar":
        return this.flowScalar(this.type);
      case "block-scalar-header":
        return {
          type: "block-scalar",
          offset: this.offset,
          indent: this.indent,
          props: [this.sourceToken],
          source: ""
        };
      case "flow-map-start":
      case "flow-seq-start":
        return {
          type: "flow-collection",
          offset: this.offset,
          indent: this.indent,
          start: this.sourceToken,
          items: [],
          end: []
        };
      case "seq-item-ind":
        return {
          type: "block-seq",
          offset: this.offset,
          indent: this.indent,
          items: [{ start: [this.sourceToken] }]
        };
      case "explicit-key-ind": {
        this.onKeyLine = true;
        const prev = getPrevProps(parent);
        const start = getFirstKeyStartProps(prev);
        start.push(this.sourceToken);
        return {
          type: "block-map",
          offset: this.offset,
          indent: this.indent,
          items: [{ start, explicitKey: true }]
        };
      }
      case "map-value-ind": {
        this.onKeyLine = true;
        const prev = getPrevProps(parent);
        const start = getFirstKeyStartProps(prev);
        return {
          type: "block-map",
          offset: this.offset,
          indent: this.indent,
          items: [{ start, key: null, sep: [this.sourceToken] }]
        };
      }
    }
    return null;
  }
  atIndentedComment(start, indent) {
    if (this.type !== "comment")
      return false;
    if (this.indent <= indent)
      return false;
    return start.every((st) => st.type === "newline" || st.type === "space");
  }
  *documentEnd(docEnd) {
    if (this.type !== "doc-mode") {
      if (docEnd.end)
        docEnd.end.push(this.sourceToken);
      else
        docEnd.end = [this.sourceToken];
      if (this.type === "newline")
        yield* this.pop();
    }
  }
  *lineEnd(token) {
    switch (this.type) {
      case "comma":
      case "doc-start":
      case "doc-end":
      case "flow-seq-end":
      case "flow-map-end":
      case "map-value-ind":
        yield* this.pop();
        yield* this.step();
        break;
      case "newline":
        this.onKeyLine = false;
      // fallthrough
      case "space":
      case "comment":
      default:
        if (token.end)
          token.end.push(this.sourceToken);
        else
          token.end = [this.sourceToken];
        if (this.type === "newline")
          yield* this.pop();
    }
  }
};

// node_modules/yaml/browser/dist/public-api.js
function parseOptions(options) {
  const prettyErrors = options.prettyErrors !== false;
  const lineCounter = options.lineCounter || prettyErrors && new LineCounter() || null;
  return { lineCounter, prettyErrors };
}
function parseDocument(source, options = {}) {
  const { lineCounter, prettyErrors } = parseOptions(options);
  const parser = new Parser(lineCounter?.addNewLine);
  const composer = new Composer(options);
  let doc = null;
  for (const _doc of composer.compose(parser.parse(source), true, source.length)) {
    if (!doc)
      doc = _doc;
    else if (doc.options.logLevel !== "silent") {
      doc.errors.push(new YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
      break;
    }
  }
  if (prettyErrors && lineCounter) {
    doc.errors.forEach(prettifyError(source, lineCounter));
    doc.warnings.forEach(prettifyError(source, lineCounter));
  }
  return doc;
}
function parse(src, reviver, options) {
  let _reviver = void 0;
  if (typeof reviver === "function") {
    _reviver = reviver;
  } else if (options === void 0 && reviver && typeof reviver === "object") {
    options = reviver;
  }
  const doc = parseDocument(src, options);
  if (!doc)
    return null;
  doc.warnings.forEach((warning2) => warn(doc.options.logLevel, warning2));
  if (doc.errors.length > 0) {
    if (doc.options.logLevel !== "silent")
      throw doc.errors[0];
    else
      doc.errors = [];
  }
  return doc.toJS(Object.assign({ reviver: _reviver }, options));
}
function stringify3(value, replacer, options) {
  let _replacer = null;
  if (typeof replacer === "function" || Array.isArray(replacer)) {
    _replacer = replacer;
  } else if (options === void 0 && replacer) {
    options = replacer;
  }
  if (typeof options === "string")
    options = options.length;
  if (typeof options === "number") {
    const indent = Math.round(options);
    options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
  }
  if (value === void 0) {
    const { keepUndefined } = options ?? replacer ?? {};
    if (!keepUndefined)
      return void 0;
  }
  if (isDocument(value) && !_replacer)
    return value.toString(options);
  return new Document(value, _replacer, options).toString(options);
}

// src/core/model/parts.ts
var partName = string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "small letters, digits and single hyphens, such as chart").max(63);
var partVersion = string().regex(/^[0-9A-Za-z][0-9A-Za-z._+~-]{0,99}$/, 'a version, such as "7.10.0"');
var partVersions = record(partName, partVersion).readonly();
var hopParts = object({ from: partVersions, to: partVersions }).readonly();
function partPlaceholders(parts2) {
  return Object.fromEntries(Object.entries(parts2 ?? {}).map(([name, version]) => [`parts.${name}`, version]));
}

// src/core/settings/scalars.ts
var unitMilliseconds = { s: 1e3, m: 6e4, h: 36e5, d: 864e5 };
var durationPattern = /^(?<amount>[1-9]\d*)(?<unit>[smhd])$/;
function parseDuration(text) {
  const groups = durationPattern.exec(text)?.groups;
  const unit = groups?.unit;
  if (unit !== "s" && unit !== "m" && unit !== "h" && unit !== "d") return void 0;
  return Number(groups?.amount) * unitMilliseconds[unit];
}
var longestDuration = 366 * unitMilliseconds.d;
var duration = string().regex(durationPattern, "a duration: a whole number above 0 and s, m, h or d, such as 90s, 15m, 2h or 7d").refine((text) => (parseDuration(text) ?? 0) <= longestDuration, "a duration of at most 366d").transform((text) => parseDuration(text) ?? 0).meta({ title: "duration", description: "A whole number and `s`, `m`, `h` or `d`: `90s`, `15m`, `2h`, `7d`." });
var jobLimit = duration.refine(
  (milliseconds) => milliseconds >= 30 * unitMilliseconds.m && milliseconds <= unitMilliseconds.d,
  "a duration from 30m to 24h: after that, the token of a job has expired"
);
var template = string().min(1).meta({ title: "text" });
var argv = tuple([string().min(1)], template).meta({
  title: "command",
  description: "A program and its arguments, started without a shell. `{version}`, `{from}` and `{to}` are filled in."
});
var slug = string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "small letters, digits and single hyphens, such as patient-records").max(63).meta({ title: "name" });

// src/core/path/sources/versions/version.ts
function compareVersions(a, b) {
  return compareNumbers(a.numbers, b.numbers) || comparePrereleases(a.prerelease, b.prerelease) || a.revision - b.revision;
}
function compareNumbers(a, b) {
  const length = Math.max(a.length, b.length);
  for (let place2 = 0; place2 < length; place2++) {
    const difference = (a[place2] ?? 0) - (b[place2] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
function comparePrereleases(a, b) {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (let place2 = 0; place2 < Math.min(a.length, b.length); place2++) {
    const difference = compareIdentifiers(a[place2] ?? "", b[place2] ?? "");
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
function compareIdentifiers(a, b) {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "number") return -1;
  if (typeof b === "number") return 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

// node_modules/@renovatebot/pep440/lib/version.js
var VERSION_PATTERN = [
  "v?",
  "(?:",
  /* */
  "(?:(?<epoch>[0-9]+)!)?",
  // epoch
  /* */
  "(?<release>[0-9]+(?:\\.[0-9]+)*)",
  // release segment
  /* */
  "(?<pre>",
  // pre-release
  /*    */
  "[-_\\.]?",
  /*    */
  "(?<pre_l>(a|b|c|rc|alpha|beta|pre|preview))",
  /*    */
  "[-_\\.]?",
  /*    */
  "(?<pre_n>[0-9]+)?",
  /* */
  ")?",
  /* */
  "(?<post>",
  // post release
  /*    */
  "(?:-(?<post_n1>[0-9]+))",
  /*    */
  "|",
  /*    */
  "(?:",
  /*        */
  "[-_\\.]?",
  /*        */
  "(?<post_l>post|rev|r)",
  /*        */
  "[-_\\.]?",
  /*        */
  "(?<post_n2>[0-9]+)?",
  /*    */
  ")",
  /* */
  ")?",
  /* */
  "(?<dev>",
  // dev release
  /*    */
  "[-_\\.]?",
  /*    */
  "(?<dev_l>dev)",
  /*    */
  "[-_\\.]?",
  /*    */
  "(?<dev_n>[0-9]+)?",
  /* */
  ")?",
  ")",
  "(?:\\+(?<local>[a-z0-9]+(?:[-_\\.][a-z0-9]+)*))?"
  // local version
].join("");
var validRegex = new RegExp("^" + VERSION_PATTERN + "$", "i");
var cleanRegex = new RegExp("^\\s*" + VERSION_PATTERN + "\\s*$", "i");
function parse2(version, regex) {
  const { groups } = (regex || validRegex).exec(version) || {};
  if (!groups) {
    return null;
  }
  const parsed = {
    epoch: Number(groups.epoch ? groups.epoch : 0),
    release: groups.release.split(".").map(Number),
    pre: normalize_letter_version(groups.pre_l, groups.pre_n),
    post: normalize_letter_version(
      groups.post_l,
      groups.post_n1 || groups.post_n2
    ),
    dev: normalize_letter_version(groups.dev_l, groups.dev_n),
    local: parse_local_version(groups.local)
  };
  return parsed;
}
function normalize_letter_version(letterIn, numberIn) {
  let letter = letterIn;
  let number2 = numberIn;
  if (letter) {
    if (!number2) {
      number2 = 0;
    }
    letter = letter.toLowerCase();
    if (letter === "alpha") {
      letter = "a";
    } else if (letter === "beta") {
      letter = "b";
    } else if (["c", "pre", "preview"].includes(letter)) {
      letter = "rc";
    } else if (["rev", "r"].includes(letter)) {
      letter = "post";
    }
    return [letter, Number(number2)];
  }
  if (!letter && number2) {
    letter = "post";
    return [letter, Number(number2)];
  }
  return null;
}
function parse_local_version(local) {
  if (local) {
    return local.split(/[._-]/).map(
      (part3) => Number.isNaN(Number(part3)) ? part3.toLowerCase() : Number(part3)
    );
  }
  return null;
}

// node_modules/@renovatebot/pep440/lib/specifier.js
var RANGE_PATTERN = [
  "(?<operator>(===|~=|==|!=|<=|>=|<|>))",
  "\\s*",
  "(",
  /*  */
  "(?<version>(?:" + VERSION_PATTERN.replace(/\?<\w+>/g, "?:") + "))",
  /*  */
  "(?<prefix>\\.\\*)?",
  /*  */
  "|",
  /*  */
  "(?<legacy>[^,;\\s)]+)",
  ")"
].join("");
var rangeRegex = new RegExp("^" + RANGE_PATTERN + "$", "i");

// src/core/path/sources/versions/version-text.ts
var import_parse = __toESM(require_parse(), 1);
var schemeNames = ["semver", "pep440", "numbers"];
function parseVersionText(text, scheme) {
  if (scheme === "semver") return parseSemver(text);
  return scheme === "pep440" ? parsePep440(text) : parseNumbers(text);
}
function parseSemver(text) {
  const read = /^\d/.test(text) ? (0, import_parse.default)(text) : null;
  if (read === null) return void 0;
  return { numbers: [read.major, read.minor, read.patch], prerelease: read.prerelease, revision: 0 };
}
var numbersPattern = /^(?<numbers>\d+(?:\.\d+)*)(?:[-~.]?(?<rest>[A-Za-z][0-9A-Za-z.~-]*)|-(?<digits>\d[0-9A-Za-z.-]*))?$/;
function parseNumbers(text) {
  const groups = numbersPattern.exec(text)?.groups;
  const numbers = readNumbers(groups?.numbers);
  if (numbers === void 0) return void 0;
  return { numbers, prerelease: splitPrerelease(groups?.rest ?? groups?.digits ?? ""), revision: 0 };
}
function splitPrerelease(text) {
  const parts2 = text.match(/\d+|[A-Za-z]+/g) ?? [];
  return parts2.map((part3) => /^\d/.test(part3) ? Number(part3) : part3.toLowerCase());
}
function parsePep440(text) {
  const read = /^\d/.test(text) ? parse2(text) : null;
  if (read === null || read.epoch !== 0 || !read.release.every(Number.isSafeInteger)) return void 0;
  const { release: release2, pre, post, dev } = read;
  if (post !== null && dev !== null) return void 0;
  const development = dev === null ? [1] : [0, numberOf(dev)];
  return {
    numbers: release2,
    prerelease: pre === null && dev === null ? [] : [...pre ?? [], ...development],
    revision: post === null ? 0 : numberOf(post) + 1
  };
}
function numberOf([, count]) {
  return Number(count ?? 0);
}
function readNumbers(text) {
  if (text === void 0) return void 0;
  const numbers = text.split(".").map(Number);
  return numbers.every(Number.isSafeInteger) ? numbers : void 0;
}

// src/core/path/sources/versions/version-range.ts
var bound = "\\d+(?:\\.\\d+)*(?:-[0-9A-Za-z.-]+|\\.?(?:a|b|rc|alpha|beta|post|dev)\\d[0-9A-Za-z.]*)?";
var comparatorPattern = new RegExp(`^(?<operator>>=|<=|>|<|=|)(?<bound>${bound})$`);
var singleBoundPattern = new RegExp(`^${bound}$`);
var quoted = "in quotes, because YAML reads 1.10 as the number 1.1";
var versionRange = string({ error: (issue) => typeof issue.input === "number" ? `a range of versions ${quoted}` : void 0 }).refine(isRange, 'a range of versions, such as "4.1", ">=3.3 <4", "3.3 || 3.4", "=2024.2" or "*"').describe(
  "Versions: `4.1` (the whole line), `4.1.12` (one release), `>=3.3 <4` (both must hold), `3.3 || 3.4` (either), `=2024.2` (that release, not its line), `*` (all)."
);
var versionOrLine = string({ error: (issue) => typeof issue.input === "number" ? `a version or a line ${quoted}` : void 0 }).regex(singleBoundPattern, 'a version such as "15.11.3", or a line such as "15.11"').describe("A release (`15.11.3`) or a line (`15.11`).");
function isRange(text) {
  return text.trim() === "*" || splitRange(text).every((all) => all.length > 0 && all.every((c) => comparatorPattern.test(c)));
}
function splitRange(text) {
  return text.split("||").map(
    (all) => all.replace(/(>=|<=|>|<|=)\s+/g, "$1").split(/\s+/).filter((part3) => part3 !== "")
  );
}
function parseRange(text, scheme) {
  if (text.trim() === "*") return { text, alternatives: [[]] };
  return { text, alternatives: splitRange(text).map((all) => all.map((part3) => parseComparator(part3, text, scheme))) };
}
function parseComparator(part3, range, scheme) {
  const groups = comparatorPattern.exec(part3)?.groups;
  const operator = readOperator(groups?.operator);
  const label = groups?.bound ?? "";
  const isPlain = /^[\d.]+$/.test(label);
  const numbers = isPlain ? label.split(".").map(Number) : [];
  const parsed = isPlain ? { numbers, prerelease: [], revision: 0 } : parseVersionText(label, scheme);
  if (operator === void 0 || parsed === void 0) throw unreadable(part3, range, scheme);
  return { operator, bound: { label, ...parsed }, isLine: isPlain && numbers.length <= 2 };
}
function readOperator(text) {
  if (text === ">=" || text === "<=" || text === ">" || text === "<" || text === "=" || text === "") return text;
  return void 0;
}
function unreadable(part3, range, scheme) {
  return new UserError({
    happened: `"${part3}" in the range of versions "${range}" cannot be read by the scheme ${scheme}.`,
    means: "No path was planned.",
    next: 'Write a version as the product writes it, such as "4.1.12", or a line such as "4.1".'
  });
}
function exactVersion(text) {
  const groups = comparatorPattern.exec(text.trim())?.groups;
  const label = groups?.bound ?? "";
  if (groups?.operator === "=") return label;
  return groups?.operator === "" && !/^\d+(\.\d+)?$/.test(label) ? label : void 0;
}
function isInRange(version, range) {
  return range.alternatives.some((all) => all.every((comparator) => sideOf(version, comparator) === 0));
}
function sideOfAll(version, alternative) {
  const sides = alternative.map((comparator) => sideOf(version, comparator));
  return { below: sides.some((side) => side < 0), above: sides.some((side) => side > 0) };
}
function sideOf(version, { operator, bound: bound2, isLine }) {
  if (operator === "=") return compareVersions(version, bound2);
  const cut = compareNumbers(version.numbers.slice(0, bound2.numbers.length), bound2.numbers);
  if (operator === "") {
    if (cut !== 0 || isLine) return cut;
    if (bound2.prerelease.length > 0) return compareVersions(version, bound2);
    return version.prerelease.length === 0 ? 0 : -1;
  }
  const difference = isLine ? cut : compareVersions(version, bound2);
  if (operator === ">=") return difference >= 0 ? 0 : -1;
  if (operator === ">") return difference > 0 ? 0 : -1;
  if (operator === "<=") return difference <= 0 ? 0 : 1;
  return difference < 0 ? 0 : 1;
}
function compareRanges(inner, outer) {
  if ([inner, outer].some(namesPrerelease)) return "unknown";
  const needs = outer.alternatives.map((all) => ({
    ...extent(all),
    isExtent: all.every(({ operator }) => operator !== "=")
  }));
  const verdicts = inner.alternatives.map(extent).map((span) => {
    const holds = needs.some(
      (need) => need.isExtent && isBefore(need.start, span.start) && isBefore(span.end, need.end)
    );
    if (holds) return "fits";
    return needs.every((need) => isBefore(need.end, span.start) || isBefore(span.end, need.start)) ? "misses" : "unknown";
  });
  const [first = "unknown"] = verdicts;
  return verdicts.every((verdict) => verdict === first) ? first : "unknown";
}
function namesPrerelease(range) {
  return range.alternatives.some((all) => all.some(({ bound: bound2 }) => bound2.prerelease.length > 0));
}
function extent(alternative) {
  let start = { numbers: [], side: -1 };
  let end = { numbers: [], side: 1 };
  for (const { operator, bound: bound2 } of alternative) {
    const before = { numbers: bound2.numbers, side: -1 };
    const after = { numbers: bound2.numbers, side: 1 };
    const low = operator === ">" ? after : operator === "<" || operator === "<=" ? start : before;
    const high = operator === "<" ? before : operator === ">" || operator === ">=" ? end : after;
    if (isBefore(start, low)) start = low;
    if (isBefore(high, end)) end = high;
  }
  return { start, end };
}
function isBefore(a, b) {
  const length = Math.min(a.numbers.length, b.numbers.length);
  const order = compareNumbers(a.numbers.slice(0, length), b.numbers.slice(0, length));
  if (order !== 0) return order < 0;
  if (a.numbers.length === b.numbers.length) return a.side <= b.side;
  return a.numbers.length < b.numbers.length ? a.side < 0 : b.side > 0;
}

// src/core/path/graph/fact-values.ts
var factTypes = ["boolean", "number", "version", "text"];
var yes = ["true", "yes", "on", "y", "1"];
var no = ["false", "no", "off", "n", "0"];
var nothing = ["", "unknown", "null", "~"];
var acceptedForms = {
  boolean: "true, yes, on or 1; false, no, off or 0",
  number: "a number, such as 3",
  version: "a version in dotted numbers, such as 16.2",
  text: "a word"
};
function readFact(given, type) {
  if (given === void 0) return { kind: "not-known" };
  const text = String(given).trim().toLowerCase();
  if (nothing.includes(text)) return { kind: "not-known" };
  switch (type) {
    case "boolean":
      if (yes.includes(text)) return { kind: "boolean", value: true };
      return no.includes(text) ? { kind: "boolean", value: false } : { kind: "unreadable" };
    case "number":
      return /^[-+]?\d+(\.\d+)?$/.test(text) ? { kind: "number", value: Number(text) } : { kind: "unreadable" };
    case "version":
      return /^v?\d+(\.\d+)*$/.test(text) ? { kind: "version", value: text.replace(/^v/, "").split(".").map(Number) } : { kind: "unreadable" };
    case "text":
      return { kind: "text", value: text };
  }
}
function compareFacts(a, b) {
  if (a.kind === "number" && b.kind === "number") return a.value - b.value;
  if (a.kind === "version" && b.kind === "version") return compareNumbers(a.value, b.value);
  if (a.kind === "boolean" && b.kind === "boolean") return Number(a.value) - Number(b.value);
  if (a.kind === "text" && b.kind === "text") return a.value === b.value ? 0 : a.value < b.value ? -1 : 1;
  return void 0;
}

// src/core/path/graph/facts.ts
var declaredFact = strictObject({
  type: _enum(factTypes).describe("The type of its values. `text` is compared without regard to case."),
  question: string().min(1).describe("The question to a person: `Does the registry hold npm packages?`"),
  values: array(string().min(1)).min(1).optional().describe("The allowed values of a `text`; left out, any."),
  url: url().optional().describe("Where the vendor says how to find out.")
});
var condition = strictObject({
  fact: slug.describe("The name of a fact of the installation; its value comes from `facts:` or `--facts`."),
  is: union([boolean(), number(), string()]).optional().describe("True when the fact has this value."),
  "is-not": union([boolean(), number(), string()]).optional().describe("True when it has another value."),
  "at-least": union([number(), versionOrLine]).optional().describe("True when the fact is this or more: a number, or a version in quotes."),
  "at-most": union([number(), versionOrLine]).optional().describe("True when the fact is this or less: a number, or a version in quotes.")
}).refine(
  (value) => Object.values(value).filter((part3) => part3 !== void 0).length === 2,
  "a fact and exactly one of is, is-not, at-least, at-most"
);
var when = union([
  condition,
  array(
    union([condition, strictObject({ any: array(condition).min(2).describe("One of these must be true.") })])
  ).min(1)
]).describe(
  "The rule applies only where this is true, e.g. `{ fact: multiple-web-nodes, is: true }`; in a list, all must be true. If a fact is not known, a demand applies, with a note in the plan, and an exception does not."
);
function evaluate(condition2, facts) {
  if (condition2 === void 0) return { kind: "holds" };
  const items = [condition2].flat();
  const truths = items.map(
    (item) => "any" in item ? anyOf(item.any.map((one) => evaluateOne(one, facts))) : evaluateOne(item, facts)
  );
  if (truths.some((truth) => truth.kind === "fails")) return { kind: "fails" };
  return withUnknown(truths, "holds");
}
function anyOf(truths) {
  if (truths.some((truth) => truth.kind === "holds")) return { kind: "holds" };
  return withUnknown(truths, "fails");
}
function withUnknown(truths, otherwise) {
  const facts = truths.flatMap((truth) => truth.kind === "unknown" ? truth.facts : []);
  return facts.length > 0 ? { kind: "unknown", facts: [...new Set(facts)] } : { kind: otherwise };
}
function evaluateOne(condition2, facts) {
  const type = typeCompared(condition2);
  const value = readFact(Object.hasOwn(facts, condition2.fact) ? facts[condition2.fact] : void 0, type);
  const order = compareFacts(value, readFact(comparedWith(condition2), type));
  if (order === void 0) return { kind: "unknown", facts: [condition2.fact] };
  if (condition2.is !== void 0) return decided(order === 0);
  if (condition2["is-not"] !== void 0) return decided(order !== 0);
  return decided(condition2["at-least"] !== void 0 ? order >= 0 : order <= 0);
}
function comparedWith(condition2) {
  return condition2.is ?? condition2["is-not"] ?? condition2["at-least"] ?? condition2["at-most"];
}
function typeCompared(condition2) {
  const value = comparedWith(condition2);
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return "number";
  if (condition2["at-least"] !== void 0 || condition2["at-most"] !== void 0) return "version";
  return /^(true|false|yes|no|on|off)$/i.test(String(value).trim()) ? "boolean" : "text";
}
function decided(holds) {
  return { kind: holds ? "holds" : "fails" };
}
function typesIn(condition2) {
  const all = [condition2 ?? []].flat().flatMap((item) => "any" in item ? item.any : [item]);
  return all.map((one) => ({ fact: one.fact, type: typeCompared(one) }));
}
function factsIn(condition2) {
  if (condition2 === void 0) return [];
  const names2 = [condition2].flat().flatMap((item) => "any" in item ? item.any.map((one) => one.fact) : [item.fact]);
  return [...new Set(names2)];
}

// src/core/model/hop.ts
function referenceTo({ id, from: from2, to, digest }) {
  return { id, from: from2, to, digest };
}
function hopId(from2, to) {
  return `${from2}--${to}`;
}
function isLabel(text) {
  return /^[0-9A-Za-z][0-9A-Za-z._+~-]{0,99}$/.test(text) && !text.includes("--");
}
function isHopId(text) {
  const [from2, to, ...others] = text.split("--");
  return from2 !== void 0 && to !== void 0 && others.length === 0 && isLabel(from2) && isLabel(to);
}
var environmentNames = ["production", "staging"];
var releaseSides = ["from", "to"];

// src/core/path/sources/versions/regular-expression.ts
import { createContext, Script } from "node:vm";
var regularExpression = string().min(1).max(1e3).refine(compiles, "a regular expression as JavaScript reads it").refine(
  (text) => !compiles(text) || answersSoon(text),
  "a regular expression that finishes quickly: where a group that repeats holds something that repeats, as in (\\d+)*, say what separates the repetitions, as in (\\.\\d+)*"
).describe(
  "A regular expression, as JavaScript reads it. It is searched for, so `^` and `$` are needed to match a whole tag."
);
function compiles(text) {
  try {
    new RegExp(text).test("");
    return true;
  } catch {
    return false;
  }
}
var longTags = ["1", "1.", "a", "a1", "-", "1-", "."].flatMap(
  (unit) => ["", "v"].map((start) => `${start}${unit.repeat(60)}\0`)
);
var soonMilliseconds = 200;
var repeatedGroup = /\)[*+{]/;
var searches = new Script("for (const tag of longTags) pattern.test(tag)");
function answersSoon(text) {
  if (!repeatedGroup.test(text)) return true;
  const context = createContext({ pattern: new RegExp(text), longTags });
  const start = process.threadCpuUsage();
  for (; ; ) {
    try {
      searches.runInContext(context, { timeout: soonMilliseconds });
      return true;
    } catch {
      const { user, system } = process.threadCpuUsage(start);
      if (user + system > soonMilliseconds * 500) return false;
    }
  }
}

// src/core/path/sources/versions/version-scheme.ts
var groupNames = ["version", "prerelease", "revision", "build"];
var versionPattern = regularExpression.refine(
  (text) => !compiles(text) || /\(\?<version>/.test(text),
  "a pattern with a group (?<version>\u2026) around the version itself, e.g. ^v(?<version>\\d+\\.\\d+\\.\\d+)$"
).refine(
  (text) => [...text.matchAll(/\(\?<(\w+)>/g)].every((match) => groupNames.some((name) => name === match[1])),
  `a pattern whose named groups are ${groupNames.join(", ")}`
);
var versionScheme = strictObject({
  scheme: _enum(schemeNames).default("semver").describe(
    "`semver`: three numbers and a prerelease (`4.0.0-rc.1`). `pep440`: Python (`1.3.0b6`, `1.0.post1`). `numbers`: any count of dotted numbers, compared one by one (`2024.2`, `32.20200615.3.0`)."
  ),
  pattern: union([versionPattern, array(versionPattern).min(1)]).default("^v?(?<version>\\d.*)$").describe(
    "What a tag looks like; with several, the first that matches counts. Group `version` is read by the scheme; `prerelease` marks a prerelease; `revision` counts rebuilds of the same release, in numbers or in letters (`1.1.1k`); `build` is dropped. What matches no pattern is left out and counted in the plan."
  ),
  ignore: array(
    strictObject({
      pattern: regularExpression,
      reason: string().min(1).describe("Why such a tag is not a release of this product, e.g. `Another flavour`.")
    })
  ).default([]).describe("Tags that are left out although they look like versions.")
});
function readVersion(text, scheme) {
  return versionReader(scheme)(text);
}
var longestShown = 200;
function labelOfVersion(text, scheme, title) {
  const read = readVersion(text, scheme);
  if (read.kind === "version") return { kind: "known", value: read.version.label };
  const shown2 = `${text.slice(0, longestShown)}${text.length > longestShown ? "\u2026" : ""}`;
  return { kind: "unknown", reason: `the server says "${shown2}", which is not a version of ${title}: ${read.reason}` };
}
function versionReader(scheme) {
  const ignored = scheme.ignore.map(({ pattern: pattern3, reason }) => ({ pattern: new RegExp(pattern3), reason }));
  const patterns = [scheme.pattern].flat().map(compile);
  return (raw) => {
    const text = raw.trim();
    const reason = ignored.find(({ pattern: pattern3 }) => pattern3.test(text))?.reason;
    if (reason !== void 0) return { kind: "ignored", reason };
    for (const pattern3 of patterns) {
      const match = pattern3.exec(text);
      if (match !== null) return readMatch(match, scheme);
    }
    return { kind: "ignored", reason: "does not match the pattern of the versions" };
  };
}
function readMatch(match, scheme) {
  const groups = match.groups ?? {};
  const text = groups.version ?? "";
  const parsed = parseVersionText(text, scheme.scheme);
  if (parsed === void 0) return { kind: "ignored", reason: `is not a version of the scheme ${scheme.scheme}` };
  const revision = groups.revision === void 0 ? parsed.revision : revisionOf(groups.revision);
  if (!Number.isSafeInteger(revision))
    return { kind: "ignored", reason: "has a revision that is neither a number nor letters" };
  const prerelease4 = [...parsed.prerelease, ...splitPrerelease(groups.prerelease ?? "")];
  const label = labelOf(match);
  if (!isLabel(label)) return { kind: "ignored", reason: "has a character that the name of a release cannot contain" };
  return { kind: "version", version: { label, numbers: parsed.numbers, prerelease: prerelease4, revision } };
}
function revisionOf(text) {
  if (!/^[a-z]+$/i.test(text)) return Number(text);
  return [...text.toLowerCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0);
}
function compile(pattern3) {
  return new RegExp(pattern3, /\(\?<(prerelease|revision)>/.test(pattern3) ? "d" : "");
}
function labelOf(match) {
  const places = match.indices?.groups;
  if (places === void 0) return match.groups?.version ?? "";
  const start = places.version?.[0] ?? 0;
  const ends2 = ["version", "prerelease", "revision"].map((name) => places[name]?.[1] ?? 0);
  return match.input.slice(start, Math.max(...ends2));
}

// src/core/path/graph/span.ts
function contains(spans, place2) {
  return spans.some(({ start, end }) => start <= place2 && place2 < end);
}
function uncovered(whole, spans) {
  const sorted = spans.filter(({ start, end }) => start < end).toSorted((a, b) => a.start - b.start);
  const free = [];
  let place2 = whole.start;
  for (const { start, end } of sorted) {
    if (start > place2) free.push({ start: place2, end: Math.min(start, whole.end) });
    place2 = Math.max(place2, end);
    if (place2 >= whole.end) return free;
  }
  if (place2 < whole.end) free.push({ start: place2, end: whole.end });
  return free;
}
function without(spans, taken) {
  return taken.length === 0 ? spans : spans.flatMap((span) => uncovered(span, taken));
}
function firstPlace(length, isTrue) {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = low + high >>> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

// src/core/path/graph/catalogue.ts
function catalogueOf(releases, scheme) {
  const read = versionReader(scheme);
  const unreadable3 = [];
  const found = [];
  for (const release2 of releases) {
    const reading = read(release2.tag);
    if (reading.kind === "ignored") {
      unreadable3.push({ tag: release2.tag, reason: reading.reason });
      continue;
    }
    const { version } = reading;
    found.push({ version, release: release2, isPrerelease: release2.prerelease || version.prerelease.length > 0 });
  }
  const entries = mergeTwins(found.sort(byVersionThenTag));
  const byLabel = new Map(entries.map((entry, place2) => [entry.version.label, place2]));
  const placeOf = (version) => firstPlace(entries.length, (place2) => compareVersions(entryAt(entries, place2).version, version) >= 0);
  return {
    scheme,
    entries,
    unreadable: unreadable3,
    placeOf,
    find: (text) => {
      const reading = read(text);
      const exact = byLabel.get(text);
      if (exact !== void 0 || reading.kind === "ignored") return exact;
      const place2 = placeOf(reading.version);
      const there = entries[place2];
      return there !== void 0 && compareVersions(there.version, reading.version) === 0 ? place2 : void 0;
    },
    spans: (range) => parseRange(range, scheme.scheme).alternatives.map((all) => {
      const sides = (place2) => sideOfAll(entryAt(entries, place2).version, all);
      const start = firstPlace(entries.length, (place2) => !sides(place2).below);
      return {
        start,
        end: Math.max(
          start,
          firstPlace(entries.length, (place2) => sides(place2).above)
        )
      };
    })
  };
}
function entryAt(entries, place2) {
  const entry = entries[place2];
  if (entry === void 0) throw new RangeError(`no release at place ${place2} of ${entries.length}`);
  return entry;
}
function byVersionThenTag(a, b) {
  const order = compareVersions(a.version, b.version);
  if (order !== 0) return order;
  return a.release.tag < b.release.tag ? -1 : a.release.tag > b.release.tag ? 1 : 0;
}
function mergeTwins(sorted) {
  const merged = [];
  for (const entry of sorted) {
    const last = merged.at(-1);
    if (last === void 0 || compareVersions(last.version, entry.version) !== 0) {
      merged.push(entry);
      continue;
    }
    const publishedAt2 = last.release.publishedAt ?? entry.release.publishedAt;
    const withdrawn = last.release.withdrawn ?? entry.release.withdrawn;
    const known = { ...publishedAt2 ? { publishedAt: publishedAt2 } : {}, ...withdrawn ? { withdrawn } : {} };
    merged[merged.length - 1] = { ...last, release: { ...last.release, ...known } };
  }
  return merged;
}

// src/core/path/graph/release-graph.ts
var lineKinds = ["major", "minor"];
function releaseGraphOf(catalogue, unusable) {
  return {
    catalogue,
    unusable,
    lines: { major: linesOf(catalogue, unusable, "major"), minor: linesOf(catalogue, unusable, "minor") }
  };
}
function linesOf(catalogue, unusable, kind2) {
  const list2 = [];
  const ranks = [];
  let start = 0;
  while (start < catalogue.entries.length) {
    const label = lineLabel(catalogue, start, kind2);
    let end = start + 1;
    while (end < catalogue.entries.length && lineLabel(catalogue, end, kind2) === label) end++;
    for (let place2 = start; place2 < end; place2++) ranks.push(list2.length);
    list2.push({ label, start, end, ...summary(catalogue, unusable, start, end) });
    start = end;
  }
  return {
    kind: kind2,
    list: list2,
    rankOf: (place2) => {
      const rank = ranks[place2];
      if (rank === void 0) throw new RangeError(`no release at place ${place2} of ${ranks.length}`);
      return rank;
    }
  };
}
function summary(catalogue, unusable, start, end) {
  let newest;
  let isPublished = false;
  for (let place2 = start; place2 < end; place2++) {
    const isFinal = !entryAt(catalogue.entries, place2).isPrerelease;
    isPublished ||= isFinal || unusable[place2] === void 0;
    const isOvertaken = newest !== void 0 && !entryAt(catalogue.entries, newest).isPrerelease && !isFinal;
    if (unusable[place2] === void 0 && !isOvertaken) newest = place2;
  }
  return { newest, isPublished };
}
function lineLabel(catalogue, place2, kind2) {
  return entryAt(catalogue.entries, place2).version.numbers.slice(0, kind2 === "major" ? 1 : 2).join(".");
}
function lineOf(lines, place2) {
  return lineAt(lines, lines.rankOf(place2));
}
function lineAt(lines, rank) {
  const line2 = lines.list[rank];
  if (line2 === void 0) throw new RangeError(`no line of rank ${rank} among ${lines.list.length}`);
  return line2;
}

// src/core/path/rules/common.ts
var said = {
  reason: string().min(1).describe("The reason, in a sentence for the person who reads the plan."),
  url: url().optional().describe("Where the vendor says so."),
  when: when.optional()
};
var line = _enum(lineKinds).describe("Which releases belong together: those with the same first number (`major`) or first two (`minor`).");
var land = _enum(["newest", "any"]).default("newest").describe(
  "Where a path may stop on its way through a line: at its `newest` usable release, or at `any`. A target that was requested is not affected by this."
);
var missing = _enum(["ask", "refuse", "pass"]).default("ask").describe(
  "Where the number of a line is missing from the list of releases, such as 1.3 between 1.2 and 1.4: `ask` makes it a manual step, `refuse` forbids passing it, `pass` only mentions it, for products that leave out numbers."
);
var since = versionOrLine.optional().describe("The rule starts with this version: lines that are wholly below it may be skipped.");
var until = versionOrLine.optional().describe("The last version or line to which the rule applies.");

// src/core/path/rules/avoid.ts
var avoid = strictObject({
  versions: versionRange.describe("The releases on which no hop may land."),
  "fixed-in": versionOrLine.optional().describe("The release that fixes it."),
  ...said
}).describe("Releases that a path goes around, although the vendor has not withdrawn them.");

// src/core/path/graph/rule.ts
function labelAt({ catalogue }, place2) {
  return catalogue.entries[place2]?.version.label ?? `place ${place2}`;
}
function from(start) {
  return [{ start, end: Number.MAX_SAFE_INTEGER }];
}

// src/core/path/rules/hops.ts
var ends = {
  from: versionRange.describe("Where the hops start."),
  to: versionRange.describe("Where the hops end.")
};
var forbidden = strictObject({ ...ends, ...said }).describe("Hops that may not be made.");
var liftedByDefault = [
  "no-line-skipped",
  "lines-per-hop",
  "finish-line-first",
  "between-majors",
  "enter-only-from",
  "required-stops",
  "only"
];
var overrulable = [...liftedByDefault, "land-on", "forbidden", "migrations", "needs-part"];
var allowed = strictObject({
  ...ends,
  overrules: array(_enum(overrulable)).default([...liftedByDefault]).describe(
    "The rules that do not apply to these hops. By default, all rules about what a hop passes over; never those about withdrawn and avoided releases."
  ),
  ...said
}).describe("Hops that may be made although a rule forbids them.");
var only = strictObject({
  hops: array(strictObject(ends)).min(1).describe("The hops that may be made."),
  within: versionRange.optional().describe("Only for hops that start from these versions."),
  ...said
}).describe("The vendor's upgrade graph: whatever is not listed is forbidden.");
var enterOnlyFrom = strictObject({
  entering: versionRange.describe("The versions that are entered from below."),
  from: versionRange.describe("The versions from which that is allowed."),
  ...said
}).describe("Some versions may be entered only from others: 9.x only from 8.19.");
function applyForbidden(settings13, context, source) {
  const starts = context.catalogue.spans(settings13.from);
  const forbiddenEnds = context.catalogue.spans(settings13.to);
  return {
    hops: [
      {
        source,
        blocked: (place2) => contains(starts, place2) ? forbiddenEnds : [],
        why: (place2, to) => `No hop may go from ${labelAt(context, place2)} to ${labelAt(context, to)}.`
      }
    ]
  };
}
function exceptionOf(settings13, context, source) {
  return {
    source,
    from: context.catalogue.spans(settings13.from),
    to: context.catalogue.spans(settings13.to),
    overrules: settings13.overrules
  };
}
function applyOnly(settings13, context, source) {
  const { catalogue } = context;
  const whole = { start: 0, end: catalogue.entries.length };
  const starts = catalogue.spans(settings13.within ?? "*");
  const listed2 = Array.from({ length: whole.end }, () => []);
  for (const hop of settings13.hops) {
    const to = catalogue.spans(hop.to);
    for (const { start, end } of catalogue.spans(hop.from)) {
      for (let place2 = start; place2 < end; place2++) listed2[place2]?.push(...to);
    }
  }
  return {
    hops: [
      {
        source,
        blocked: (place2) => contains(starts, place2) ? uncovered(whole, listed2[place2] ?? []) : [],
        why: (place2, to) => `The hop from ${labelAt(context, place2)} to ${labelAt(context, to)} is not among the listed ones.`
      }
    ]
  };
}
function applyEnterOnlyFrom(settings13, context, source) {
  const entered = context.catalogue.spans(settings13.entering);
  const starts = context.catalogue.spans(settings13.from);
  return {
    hops: [
      {
        source,
        blocked: (place2) => contains(entered, place2) || contains(starts, place2) ? [] : entered,
        why: (place2, to) => `${labelAt(context, to)} is among the versions (${settings13.entering}) that may be entered only from ${settings13.from}, not from ${labelAt(context, place2)}.`
      }
    ]
  };
}

// src/core/path/rules/newest-usable.ts
function newestUsable({ catalogue, unusable }, { start, end }) {
  let prerelease4;
  for (let place2 = end - 1; place2 >= start; place2--) {
    if (unusable[place2] !== void 0) continue;
    if (!entryAt(catalogue.entries, place2).isPrerelease) return place2;
    prerelease4 ??= place2;
  }
  return prerelease4;
}

// src/core/path/rules/land-on.ts
var landOn = strictObject({
  line: versionOrLine.describe("The line that is entered, such as `1.2`."),
  "at-least": versionOrLine.optional().describe(
    "The lowest release of the line to land on; an installation that already runs a lower one moves to it before leaving the line."
  ),
  exactly: versionOrLine.optional().describe("The one release of the line to land on."),
  newest: literal(true).optional().describe("Land on the newest usable release of the line."),
  ...said
}).refine(
  (value) => [value["at-least"], value.exactly, value.newest].filter((one) => one !== void 0).length === 1,
  "exactly one of at-least, exactly and newest"
).describe("The release of a line on which a hop from below the line may land.");
function applyLandOn(settings13, context, source) {
  const [line2 = { start: 0, end: 0 }] = context.catalogue.spans(settings13.line);
  const good = goodPlaces(settings13, line2, context);
  const bad = uncovered(line2, good);
  const isInside = (place2) => place2 >= line2.start && place2 < line2.end;
  const wanted = wording(settings13);
  const entering = {
    source,
    blocked: (place2) => place2 < line2.start ? bad : [],
    why: (_, to) => `${labelAt(context, to)} is not where ${settings13.line} is entered: land on ${wanted}.`
  };
  const leaving = {
    source,
    blocked: (place2) => isInside(place2) && place2 < (good[0]?.start ?? line2.start) ? from(line2.end) : [],
    why: (place2) => `${settings13.line} is not left from ${labelAt(context, place2)}: first land on ${wanted}.`
  };
  const hops = settings13["at-least"] === void 0 ? [entering] : [entering, leaving];
  return { hops, named: settings13.exactly === void 0 ? [] : good };
}
function goodPlaces(settings13, line2, context) {
  const { catalogue } = context;
  if (settings13.exactly !== void 0) return catalogue.spans(settings13.exactly);
  if (settings13["at-least"] !== void 0) {
    return catalogue.spans(`>=${settings13["at-least"]}`).map(({ start }) => ({ start, end: line2.end }));
  }
  const newest = newestUsable(context, line2);
  return newest === void 0 ? [] : [{ start: newest, end: newest + 1 }];
}
function wording(settings13) {
  if (settings13.exactly !== void 0) return settings13.exactly;
  return settings13["at-least"] === void 0 ? "its newest usable release" : `${settings13["at-least"]} or later`;
}

// src/core/path/rules/lines.ts
var finishLineFirst = strictObject({ line, since, ...said }).describe("A line may be left only from its newest usable release.");
function applyFinishLineFirst(settings13, context, source) {
  const lines = context.lines[settings13.line];
  const start = startOf(settings13.since, context);
  return {
    hops: [
      {
        source,
        blocked: (place2) => {
          const { newest, end } = lineOf(lines, place2);
          return end > start && newest !== void 0 && place2 < newest ? from(end) : [];
        },
        why: (place2) => {
          const { newest = place2, label } = lineOf(lines, place2);
          return `${label} is left from its newest usable release, ${labelAt(context, newest)}, not from ${labelAt(context, place2)}.`;
        }
      }
    ]
  };
}
var betweenMajors = strictObject({
  "leave-from": _enum(["last-minor", "any"]).default("last-minor").describe("From which line of the old major the next one may be entered."),
  "enter-at": _enum(["first-minor", "any"]).default("any").describe("At which line of the new major a path may arrive."),
  since,
  ...said
}).describe("Majors are climbed one by one; the keys say how one leads to the next.");
function applyBetweenMajors(settings13, context, source) {
  const { major: major2, minor: minor2 } = context.lines;
  const start = startOf(settings13.since, context);
  const exits = edgeLines(major2, minor2, "last");
  const entries = edgeLines(major2, minor2, "first");
  const next = (rank) => {
    let other = rank + 1;
    while (other < major2.list.length && !lineAt(major2, other).isPublished) other++;
    return other < major2.list.length ? other : void 0;
  };
  const beyond = (place2) => {
    const end = lineOf(major2, place2).end;
    return Math.max(end, start);
  };
  const mayLeave = (place2) => settings13["leave-from"] === "any" || exits[major2.rankOf(place2)] === minor2.rankOf(place2);
  return {
    hops: [
      {
        source,
        blocked: (place2) => {
          if (!mayLeave(place2)) return from(beyond(place2));
          const following = next(major2.rankOf(place2));
          if (following === void 0) return [];
          const entry = entries[following];
          const isFree = settings13["enter-at"] === "any" || entry === void 0;
          const allowedEnd = isFree ? lineAt(major2, following).end : lineAt(minor2, entry).end;
          return from(Math.max(allowedEnd, start));
        },
        why: (place2, to) => {
          const way = `Going from ${labelAt(context, place2)} straight to ${labelAt(context, to)}`;
          const exit = exits[major2.rankOf(place2)];
          if (!mayLeave(place2) && exit !== void 0) {
            return `${way} would leave ${lineOf(major2, place2).label} before its last line ${lineAt(minor2, exit).label}.`;
          }
          const following = next(major2.rankOf(place2)) ?? major2.rankOf(to);
          const entry = entries[following];
          if (following < major2.rankOf(to)) return `${way} would skip ${lineAt(major2, following).label}.`;
          return `${way} would enter ${lineAt(major2, following).label} past its first line ${entry === void 0 ? "" : lineAt(minor2, entry).label}.`;
        }
      }
    ]
  };
}
function edgeLines(major2, minor2, which) {
  const edges = major2.list.map(() => void 0);
  minor2.list.forEach((one, rank) => {
    const owner = major2.rankOf(one.start);
    if (one.isPublished && (which === "last" || edges[owner] === void 0)) edges[owner] = rank;
  });
  return edges;
}
function startOf(version, context) {
  return version === void 0 ? 0 : context.catalogue.spans(`>=${version}`)[0]?.start ?? 0;
}

// src/core/path/rules/lines-per-hop.ts
var noLineSkipped = strictObject({ line, land, missing, since, until, ...said }).describe("Every line on the way must be visited.");
var linesPerHop = strictObject({
  line,
  "at-most": int().min(1).describe("How many lines one hop may advance. 1 means that none may be skipped."),
  land,
  missing,
  since,
  until,
  ...said
}).describe("One hop may advance over a limited number of lines; the path goes as far as that allows.");
function applyLinesPerHop(settings13, context, source) {
  const lines = context.lines[settings13.line];
  const range = [settings13.since ? `>=${settings13.since}` : "", settings13.until ? `<=${settings13.until}` : ""].join(" ").trim();
  const [held = { start: 0, end: 0 }] = context.catalogue.spans(range === "" ? "*" : range);
  const isCounted = (one) => one.isPublished && Math.max(one.start, held.start) < Math.min(one.end, held.end);
  const counted = lines.list.flatMap((one, rank) => isCounted(one) ? [rank] : []);
  const gaps = gapsOf(lines, counted);
  const nextCounted = (place2) => {
    const rank = lines.rankOf(place2);
    return firstPlace(counted.length, (index2) => (counted[index2] ?? 0) > rank);
  };
  const between = (start, end) => {
    const labels = [];
    const last = lines.rankOf(end);
    for (let index2 = nextCounted(start); index2 < counted.length; index2++) {
      const rank = counted[index2] ?? last;
      if (rank >= last) break;
      labels.push(lineAt(lines, rank).label);
    }
    return labels;
  };
  return {
    hops: [
      {
        source,
        blocked: (start) => {
          const last = counted[nextCounted(start) + settings13["at-most"] - 1];
          return last === void 0 ? [] : from(lineAt(lines, last).end);
        },
        why: (start, end) => {
          const way = `Going from ${labelAt(context, start)} straight to ${labelAt(context, end)}`;
          const skipped = between(start, end);
          if (settings13["at-most"] === 1) return `${way} would skip ${listed(skipped)}.`;
          return `${way} would pass over ${listed(skipped)} in one hop, but a hop may advance at most ${settings13["at-most"]} lines.`;
        }
      },
      ...settings13.missing === "refuse" && gaps.length > 0 ? [refusalOf(gaps, lines, context, source)] : []
    ],
    ...settings13.missing === "pass" ? { cautions: [(start, end) => gapsBetween(gaps, lines, start, end)] } : {},
    ...settings13.missing === "ask" ? { manualSteps: gaps.map((gap) => manualStepFor(gap, lines, source)) } : {},
    landings: settings13.land === "any" ? [] : [{ source, ...landNewest(settings13.line, context, isCounted) }]
  };
}
function gapsOf(lines, counted) {
  return counted.flatMap((rank) => {
    const before = lines.list[rank - 1];
    if (before === void 0) return [];
    const above = lineAt(lines, rank).label;
    const [low, high] = [before.label, above].map((label) => label.split(".").map(Number));
    const isSameMajor = lines.kind === "major" || low?.[0] === high?.[0];
    const last = low?.at(-1) ?? 0;
    if (!isSameMajor || (high?.at(-1) ?? 0) - last <= 1) return [];
    const first = [...low?.slice(0, -1) ?? [], last + 1].join(".");
    return [{ rank: rank - 1, below: before.label, above, first }];
  });
}
function isPassed({ rank }, lines, start, end) {
  return lines.rankOf(start) <= rank && rank < lines.rankOf(end);
}
function gapsBetween(gaps, lines, start, end) {
  return gaps.filter((gap) => isPassed(gap, lines, start, end)).map(gapText);
}
function gapText({ below: below2, above }) {
  return `No release between ${below2} and ${above} is listed: make sure that the source of releases is complete.`;
}
function manualStepFor(gap, lines, { url: url2 }) {
  return {
    id: `missing-${gap.first}`,
    text: `${gapText(gap)} Make sure that ${gap.first} was never published, or that it may be skipped.`,
    ...url2 === void 0 ? {} : { url: url2 },
    concerns: (start, end) => isPassed(gap, lines, start, end)
  };
}
function refusalOf(gaps, lines, context, source) {
  const firstAbove = (start) => gaps.find(({ rank }) => lines.rankOf(start) <= rank);
  return {
    source,
    blocked: (start) => {
      const gap = firstAbove(start);
      return gap === void 0 ? [] : from(lineAt(lines, gap.rank + 1).start);
    },
    why: (start, end) => {
      const gap = firstAbove(start);
      return `Going from ${labelAt(context, start)} to ${labelAt(context, end)} would pass ${gap?.first ?? ""}. ${gap === void 0 ? "" : gapText(gap)}`;
    }
  };
}
function landNewest(kind2, context, isCounted) {
  const lines = context.lines[kind2];
  return {
    refuses: (place2) => isCounted(lineOf(lines, place2)) && lineOf(lines, place2).newest !== place2,
    why: (place2) => {
      const { newest, label } = lineOf(lines, place2);
      if (newest === void 0) return `No release of ${label} may be used.`;
      return `Of ${label} the path lands on its newest usable release, ${labelAt(context, newest)}.`;
    }
  };
}
function listed(names2, most = 6) {
  if (names2.length > most) return `${names2.slice(0, most).join(", ")} and ${names2.length - most} more`;
  if (names2.length < 2) return names2.join("");
  return `${names2.slice(0, -1).join(", ")} and ${names2.at(-1)}`;
}

// src/core/path/rules/manual.ts
var onHop = {
  entering: versionRange.optional().describe("Belongs to the hop that comes from below these versions and reaches or passes their first."),
  "landing-on": versionRange.optional().describe("Belongs to every hop that ends on one of these versions."),
  from: versionRange.optional().describe("Only for hops that start from these versions."),
  url: url().optional().describe("Where it is described."),
  when: when.optional()
};
var oneTrigger = (value) => value.entering === void 0 !== (value["landing-on"] === void 0);
var manual = strictObject({
  id: string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, "small letters, digits, dots and hyphens, such as code-for-v4").describe("The id with which a person acknowledges that the step is done."),
  text: string().min(1).describe("What to do, as an instruction to the reader."),
  ...onHop
}).refine(oneTrigger, "exactly one of entering and landing-on").describe("Something only a person can do. It blocks its hop until it is acknowledged by its id.");
var note = strictObject({ text: string().min(1).describe("What the reader of the plan should know."), ...onHop }).refine(oneTrigger, "exactly one of entering and landing-on").describe("A note about a hop. It blocks nothing.");
function hopTest(trigger, { catalogue }) {
  const starts = trigger.from === void 0 ? void 0 : catalogue.spans(trigger.from);
  const entering = trigger.entering === void 0 ? [] : catalogue.spans(trigger.entering);
  const landing = trigger["landing-on"] === void 0 ? [] : catalogue.spans(trigger["landing-on"]);
  return (from2, to) => {
    if (starts !== void 0 && !contains(starts, from2)) return false;
    return contains(landing, to) || entering.some(({ start }) => from2 < start && start <= to);
  };
}
function manualStepOf(settings13, context, source) {
  const doubt = source.doubts.length === 0 ? "" : ` (Not known: ${source.doubts.join(", ")}.)`;
  const known = settings13.url === void 0 ? {} : { url: settings13.url };
  return { id: settings13.id, text: `${settings13.text}${doubt}`, ...known, concerns: hopTest(settings13, context) };
}

// src/core/path/rules/migrations.ts
var migration = strictObject({
  id: union([string().min(1), int()]).transform(String).describe("The vendor's name or number of the migration."),
  "runs-from": versionOrLine.describe("The first release that can run it."),
  "required-before": versionOrLine.optional().describe("The first release that refuses data on which it has not run. Leave it out while there is none.")
});
var migrations = strictObject({
  list: array(migration).min(1).describe("The migrations, as the vendor lists them for the target."),
  ...said
}).describe(
  "Migrations of the data: each must be able to run on a release that the path visits before the one that requires it."
);
function applyMigrations(settings13, context, source) {
  const placeOf = (version) => context.catalogue.spans(`>=${version}`)[0]?.start ?? 0;
  const placed = settings13.list.flatMap((one) => {
    const before = one["required-before"];
    if (before === void 0) return [];
    const text = `${one.id} (runs from ${one["runs-from"]}, required before ${before})`;
    return [{ id: one.id, runsFrom: placeOf(one["runs-from"]), requiredBefore: placeOf(before), text }];
  }).sort((a, b) => a.runsFrom - b.runsFrom);
  const limits = [];
  for (let index2 = placed.length - 1; index2 >= 0; index2--) {
    limits[index2] = Math.min(placed[index2]?.requiredBefore ?? Infinity, limits[index2 + 1] ?? Infinity);
  }
  const firstBeyond = (place2) => firstPlace(placed.length, (index2) => (placed[index2]?.runsFrom ?? 0) > place2);
  return {
    hops: [
      {
        source,
        blocked: (place2) => {
          const limit = limits[firstBeyond(place2)];
          return limit === void 0 ? [] : from(limit);
        },
        why: (place2, to) => {
          const missed = placed.slice(firstBeyond(place2)).filter(({ requiredBefore }) => requiredBefore <= to);
          const names2 = listed(
            missed.map(({ text }) => text),
            3
          );
          const many = missed.length === 1 ? "migration" : "migrations";
          return `Going from ${labelAt(context, place2)} straight to ${labelAt(context, to)} would pass the ${many} ${names2} without a release that can run ${missed.length === 1 ? "it" : "them"}.`;
        }
      }
    ]
  };
}

// src/core/path/rules/parts.ts
var part = partName.describe(
  "The part beside the release, such as `chart`. Its present version is observed (`probes.parts`), or given (`parts:`, `--part chart=7.10.0`)."
);
var movesTogether = strictObject({
  part,
  table: array(
    strictObject({
      releases: versionRange.describe("Releases of the product."),
      versions: versionRange.describe("The versions of the part that go with these releases.")
    })
  ).min(1).describe("Which versions of the part go with which releases; the first row that matches applies."),
  ...said
}).describe("A part that is deployed together with the release, and in which version.");
var byRange = versionRange.describe("What the part must be before the hop.");
var needsPart = strictObject({
  part,
  entering: versionRange.describe("The releases that are entered from below."),
  versions: byRange.optional(),
  "at-least": literal("target").optional().describe(
    "In place of `versions`: before every hop to one of `entering`, the part must be at least the release that the hop leads to."
  ),
  alone: strictObject({
    id: string().min(1).describe("The id with which a person acknowledges that the part was upgraded."),
    text: string().min(1).describe("How the part is upgraded while the release stays the same.")
  }).optional().describe(
    "For a part that can be upgraded while the release stays the same: that is then a manual step of the hop. Left out, the hop is forbidden."
  ),
  ...said
}).refine(
  (value) => value.versions === void 0 !== (value["at-least"] === void 0),
  "exactly one of versions and at-least"
).describe("A hop needs something of the present installation besides its release.");
var partScheme = "numbers";
function partTableOf(settings13, catalogue, source) {
  const rows = settings13.table.map(({ releases, versions }) => ({ spans: catalogue.spans(releases), versions }));
  return { source, part: settings13.part, rows };
}
function carrierOf(partTable, place2) {
  return partTable.rows.find((row) => contains(row.spans, place2))?.versions;
}
function applyNeedsPart(settings13, context, source) {
  const entered = context.catalogue.spans(settings13.entering);
  const fit = fitTest(settings13, context);
  const enters = (from2, to) => settings13.versions === void 0 ? contains(entered, to) : isEntered(entered, from2, to);
  const needed = (to) => settings13.versions ?? `${labelAt(context, to)} or later`;
  const known = settings13.url === void 0 ? {} : { url: settings13.url };
  if (settings13.alone !== void 0) {
    const move = {
      ...settings13.alone,
      ...known,
      moves: settings13.part,
      concerns: (from2, to) => enters(from2, to) && fit(from2, to) !== "fits"
    };
    return { manualSteps: [move] };
  }
  const check = {
    id: `check-${settings13.part}-${slugOf(settings13.versions ?? "target")}`,
    text: `Make sure that ${settings13.part} is ${settings13.versions ?? "at least the release that the hop leads to"} before this hop: its version is not known. ${settings13.reason}`,
    ...known,
    concerns: (from2, to) => enters(from2, to) && fit(from2, to) === "unknown"
  };
  const blocked = (place2) => {
    if (settings13.versions !== void 0) {
      return !contains(entered, place2) && fit(place2, place2) === "misses" ? entered : [];
    }
    return entered.flatMap(({ start, end }) => {
      const first = firstPlace(end - start, (offset) => fit(place2, start + offset) === "misses");
      return first === end - start ? [] : [{ start: start + first, end }];
    });
  };
  const why = (place2, to) => `Going from ${labelAt(context, place2)} to ${labelAt(context, to)} needs ${settings13.part} ${needed(to)} first; ${presentText(settings13.part, place2, context)}.`;
  return { hops: [{ source, blocked, why }], manualSteps: [check] };
}
function isEntered(entered, from2, to) {
  return contains(entered, to) && !contains(entered, from2);
}
function fitTest(settings13, context) {
  if (settings13.versions === void 0) return atLeastTarget(settings13.part, context);
  const needed = parseRange(settings13.versions, partScheme);
  const fits = /* @__PURE__ */ new Map();
  const ofRange = (text) => {
    const known = fits.get(text);
    if (known !== void 0) return known;
    const fit = compareRanges(parseRange(text, partScheme), needed);
    fits.set(text, fit);
    return fit;
  };
  return (place2) => {
    const version = exactAt(settings13.part, place2, context);
    if (version !== void 0) {
      const read = readPart(version);
      return read === void 0 ? "unknown" : isInRange(read, needed) ? "fits" : "misses";
    }
    const versions = rangeAt(settings13.part, place2, context);
    return versions === void 0 ? "unknown" : ofRange(versions);
  };
}
function atLeastTarget(part3, context) {
  const read = versionReader(context.catalogue.scheme);
  return (place2, to) => {
    const version = exactAt(part3, place2, context) ?? exactVersion(rangeAt(part3, place2, context) ?? "");
    const reading = version === void 0 ? void 0 : read(version);
    if (reading?.kind !== "version") return "unknown";
    return compareVersions(reading.version, entryAt(context.catalogue.entries, to).version) >= 0 ? "fits" : "misses";
  };
}
function readPart(version) {
  const label = version.replace(/^v/, "");
  const parsed = parseVersionText(label, partScheme);
  return parsed && { label, ...parsed };
}
function exactAt(part3, place2, context) {
  const published = context.catalogue.entries[place2]?.release.parts?.[part3];
  if (place2 === context.current) return context.parts[part3] ?? published;
  if (published !== void 0) return published;
  return context.carriedParts.has(part3) ? void 0 : context.parts[part3];
}
function rangeAt(part3, place2, context) {
  const partTable = context.partTables.find((one) => one.part === part3);
  return partTable && carrierOf(partTable, place2);
}
function presentText(part3, place2, context) {
  const version = exactAt(part3, place2, context);
  if (version !== void 0) {
    return place2 === context.current || !context.carriedParts.has(part3) ? `the present ${part3} is ${version}` : `${labelAt(context, place2)} comes with ${part3} ${version}`;
  }
  const versions = rangeAt(part3, place2, context);
  return versions === void 0 ? "its version is not known" : `${labelAt(context, place2)} comes with ${part3} ${versions}`;
}
function slugOf(text) {
  return text.toLowerCase().replace(/[^0-9a-z.]+/g, "-").replace(/^[-.]+|[-.]+$/g, "");
}

// src/core/path/rules/required-stops.ts
var requiredStops = strictObject({
  at: union([versionOrLine, array(versionOrLine).min(1)]).describe("Releases or lines that no hop may pass over. A line stands for its newest usable release."),
  land: _enum(["newest", "any"]).default("newest").describe("Whether a stop at a line must be made at its `newest` usable release, or may be made at `any`."),
  ...said
}).describe("Releases at which every path stops; with `when`, only in some installations.");
function applyRequiredStops(settings13, context, source) {
  const stops = [settings13.at].flat().map((at) => stopAt(at, settings13.land, context)).sort((a, b) => a.before - b.before);
  const strictest = strictestFrom(stops);
  const stopAfter = (place2) => strictest[firstPlace(stops.length, (index2) => place2 < (stops[index2]?.before ?? 0))];
  return {
    hops: [
      {
        source,
        blocked: (start) => {
          const stop = stopAfter(start);
          return stop === void 0 ? [] : from(stop.after);
        },
        why: (start, end) => `Going from ${labelAt(context, start)} straight to ${labelAt(context, end)} would pass over the required stop ${stopAfter(start)?.landing ?? ""}.`
      }
    ],
    named: settings13.land === "any" ? [] : stops.map(({ before, after }) => ({ start: before, end: after }))
  };
}
function strictestFrom(stops) {
  const strictest = [];
  let best;
  for (const stop of stops.toReversed()) {
    if (best === void 0 || stop.after <= best.after) best = stop;
    strictest.push(best);
  }
  return strictest.reverse();
}
function stopAt(name, land2, context) {
  const [span = { start: 0, end: 0 }] = context.catalogue.spans(name);
  const place2 = newestUsable(context, span);
  if (place2 === void 0) {
    const why = span.start === span.end ? "of which no release is known" : "of which no release may be used";
    return { name, before: span.start, after: span.start, landing: `${name}, ${why}` };
  }
  if (land2 === "any") return { name, before: span.start, after: span.end, landing: name };
  const label = labelAt(context, place2);
  return { name, before: place2, after: place2 + 1, landing: label === name ? label : `${name} (${label})` };
}

// src/core/path/rules.ts
var ruleKinds = {
  "no-line-skipped": noLineSkipped,
  "lines-per-hop": linesPerHop,
  "finish-line-first": finishLineFirst,
  "between-majors": betweenMajors,
  "enter-only-from": enterOnlyFrom,
  "land-on": landOn,
  "required-stops": requiredStops,
  allowed,
  forbidden,
  only,
  "needs-part": needsPart,
  "moves-together": movesTogether,
  migrations,
  avoid,
  manual,
  note
};
var names = Object.keys(ruleKinds);
var pathRule = strictObject(ruleKinds).partial().refine((rule) => Object.values(rule).filter((settings13) => settings13 !== void 0).length === 1, {
  error: `a rule with exactly one key: ${names.join(", ")}`
}).meta({ minProperties: 1, maxProperties: 1 });
var pathRules = array(pathRule).refine(
  (rules) => {
    const ids = rules.flatMap((rule) => rule.manual?.id ?? rule["needs-part"]?.alone?.id ?? []);
    return new Set(ids).size === ids.length;
  },
  { error: "manual steps whose ids all differ: a step is acknowledged by its id" }
);
function partsAskedBy(rules) {
  const names2 = rules.flatMap((rule) => rule["needs-part"]?.part ?? rule["moves-together"]?.part ?? []);
  return [...new Set(names2)];
}
function factTypesIn(rules) {
  const types = /* @__PURE__ */ new Map();
  for (const rule of rules) {
    for (const settings13 of Object.values(rule)) {
      for (const { fact, type } of typesIn(settings13?.when)) {
        const known = types.get(fact) ?? [];
        types.set(fact, known.includes(type) ? known : [...known, type]);
      }
    }
  }
  return types;
}
function factsAskedBy(rules) {
  const names2 = rules.flatMap((rule) => Object.values(rule).flatMap((settings13) => factsIn(settings13?.when)));
  return [...new Set(names2)];
}

// src/world/effects/kind.ts
function kind(name, settings13, open3) {
  const part3 = partOf(name, settings13, open3);
  const tagged = strictObject({ [name]: part3 }).meta({ title: kindTitle(name) });
  return tagged.transform((value) => {
    const chosen = value[name];
    if (chosen === void 0) throw new Error(`kind "${name}" was accepted without its settings`);
    return chosen;
  });
}
function namedKind(kindName, settings13, open3) {
  const tagged = strictObject({
    [kindName]: partOf(kindName, settings13, open3),
    name: slug.optional().describe(`Its name; left out, \`${kindName}\`.`)
  }).meta({ title: kindTitle(kindName) });
  return tagged.transform((value) => {
    const { [kindName]: chosen, name = kindName } = value;
    if (typeof chosen !== "object" || typeof name !== "string")
      throw new Error(`kind "${kindName}" was accepted without its settings`);
    return { ...chosen, name };
  });
}
function partOf(name, settings13, open3) {
  return settings13.transform(
    (chosen) => ({
      kind: name,
      open: (context) => open3(chosen, { ...context, where: `${context.where}.${name}` })
    })
  );
}
function oneOf(kinds3) {
  const [only2] = kinds3;
  return only2 !== void 0 && kinds3.length === 1 ? only2 : union(kinds3);
}
function kindTitle(name) {
  return `kind ${name}`;
}

// src/world/secrets/access-token.ts
var longestMargin = 6e4;
var freeFailures = 3;
var longestPause = 3e4;
function accessToken(ask2, clock) {
  let held;
  let failures = 0;
  let failed2;
  let asking;
  let isRenewed = false;
  const now = () => clock.now().getTime();
  const fetchOne = async () => {
    const asked = now();
    const answer = await ask2();
    if (answer.kind === "token") {
      const { value, milliseconds } = answer;
      held = heldFrom(value, asked, milliseconds);
      failures = 0;
      failed2 = void 0;
      return { kind: "token", value };
    }
    failures += 1;
    const pause = failures < freeFailures ? 0 : Math.min(longestPause, 1e3 * 2 ** (failures - freeFailures));
    failed2 = { reading: answer, until: now() + pause };
    return held !== void 0 && held.endsAt !== void 0 && now() < held.endsAt ? { kind: "token", value: held.value } : answer;
  };
  const current = async () => {
    if (held !== void 0 && (held.renewAt === void 0 || now() < held.renewAt))
      return { kind: "token", value: held.value };
    if (failed2 !== void 0 && now() < failed2.until) {
      const isGood = held?.endsAt !== void 0 && now() < held.endsAt;
      return isGood && held !== void 0 ? { kind: "token", value: held.value } : failed2.reading;
    }
    asking ??= fetchOne().finally(() => {
      asking = void 0;
    });
    return await asking;
  };
  return {
    current,
    insteadOf: async (refused) => {
      if (held === void 0 || held.value === refused) {
        if (isRenewed && asking === void 0) return void 0;
        isRenewed = true;
        held = void 0;
      }
      return await current();
    },
    accepted: () => {
      isRenewed = false;
    }
  };
}
function heldFrom(value, asked, milliseconds) {
  if (milliseconds === void 0) return { value, renewAt: void 0, endsAt: void 0 };
  const endsAt = asked + milliseconds;
  return { value, endsAt, renewAt: endsAt - Math.min(longestMargin, milliseconds / 5) };
}

// src/drivers/probes/json-value.ts
function valueAt(json2, path4) {
  let value = json2;
  for (const key of path4.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return void 0;
    value = Object.entries(value).find(([name]) => name === key)?.[1];
  }
  return value;
}
function parseJson(text) {
  try {
    return { kind: "json", value: JSON.parse(text) };
  } catch {
    return { kind: "not-json" };
  }
}
function textOf(value) {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : void 0;
}

// src/drivers/probes/no-answer.ts
function reasonOf(error, timeout) {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof ProxyFailure) return error.message;
  if (error.name === "TimeoutError") return `no answer within ${timeout / 1e3} s`;
  const cause = error.cause;
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error) return cause.errors[0].message;
  return cause instanceof Error && cause.message !== "" ? cause.message : error.message;
}
function withoutCredentials(url2) {
  const shown2 = new URL(url2);
  shown2.username = "";
  shown2.password = "";
  shown2.search = "";
  return shown2.toString();
}

// src/drivers/probes/client-credentials/kind.ts
var settings = strictObject({
  "token-url": template.meta({
    description: "Where the server gives out tokens. `{url}` stands for the environment's `url`.",
    examples: ["{url}/oauth2/token"]
  }),
  "client-id": template.meta({ description: "The client that asks.", examples: ["${PRODUCTION_CLIENT_ID}"] }),
  "client-secret": template.meta({
    description: "Its secret. A `${NAME}`, never written out.",
    examples: ["${PRODUCTION_CLIENT_SECRET}"]
  }),
  scope: template.optional().describe("What the token is to be good for, where the server asks for it."),
  auth: _enum(["basic", "body"]).default("basic").describe("How the client shows who it is: by a Basic header, or in the body of the request."),
  timeout: duration.prefault("10s")
});
var clientCredentials = kind("client-credentials", settings, open2);
function open2(chosen, context) {
  const { effects, where } = context;
  const { signal, clock } = effects;
  const fill = (key) => effects.variables.fill(chosen[key], `${where}.${key}`, context.placeholders);
  const url2 = checkedUrl(fill("token-url"), `${where}.token-url`);
  const id = fill("client-id");
  const secret = fill("client-secret");
  effects.mask(secret);
  const login = Buffer.from(`${formEncoded(id)}:${formEncoded(secret)}`).toString("base64");
  effects.mask(login);
  const scope = chosen.scope === void 0 ? {} : { scope: effects.variables.fill(chosen.scope, `${where}.scope`, context.placeholders) };
  const own = chosen.auth === "body" ? { client_id: id, client_secret: secret } : {};
  const body = new URLSearchParams({ grant_type: "client_credentials", ...scope, ...own }).toString();
  const credential = `the credential "${where.replace(/\.client-credentials$/, "")}"`;
  const none = (why, refused) => ({
    kind: "none",
    reason: `${credential} got no token: ${withoutCredentials(url2)} ${why}`,
    refused
  });
  const ask2 = async () => {
    try {
      const response = await effects.fetch(url2, {
        method: "POST",
        headers: {
          accept: "application/json",
          "content-type": "application/x-www-form-urlencoded",
          ...chosen.auth === "basic" ? { authorization: `Basic ${login}` } : {}
        },
        body,
        // A secret is never sent on to wherever an answer points.
        redirect: "manual",
        signal: AbortSignal.any([AbortSignal.timeout(chosen.timeout), signal])
      });
      const { status } = response;
      const text = await response.text();
      if (status !== 200) return none(`answered ${status}${errorCode(text)}`, [400, 401, 403].includes(status));
      const read = tokenIn(text);
      if (read.kind === "malformed") return none(`answered 200, but ${read.why}`, false);
      effects.mask(read.value);
      return read;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof UserError) throw error;
      return none(`does not answer: ${reasonOf(error, chosen.timeout)}`, false);
    }
  };
  return accessToken(ask2, clock);
}
function formEncoded(text) {
  return new URLSearchParams({ "": text }).toString().slice(1);
}
function errorCode(text) {
  const read = parseJson(text);
  const answer = read.kind === "json" ? looseObject({ error: string() }).safeParse(read.value) : void 0;
  return answer?.success === true && /^[a-z]+(_[a-z]+)*$/.test(answer.data.error) && answer.data.error.length <= 40 ? ` "${answer.data.error}"` : "";
}
var any = unknown().optional();
var tokenAnswer = looseObject({ access_token: any, token_type: any, expires_in: any });
function tokenIn(text) {
  const malformed = (why) => ({ kind: "malformed", why });
  const read = parseJson(text);
  if (read.kind === "not-json") return malformed("its answer is not JSON");
  const answer = tokenAnswer.safeParse(read.value);
  if (!answer.success) return malformed("its answer is not a JSON object");
  const { access_token: value, token_type: type, expires_in: seconds } = answer.data;
  if (typeof value !== "string" || !/^[\x21-\x7e]+$/.test(value))
    return malformed('its answer has no "access_token" that can be sent in a header');
  if (type !== void 0 && (typeof type !== "string" || type.toLowerCase() !== "bearer"))
    return malformed('the "token_type" of its answer is not "Bearer"');
  if (seconds === void 0 || seconds === null) return { kind: "token", value, milliseconds: void 0 };
  const number2 = typeof seconds === "string" && /^\d+$/.test(seconds) ? Number(seconds) : seconds;
  return typeof number2 === "number" && Number.isFinite(number2) && number2 > 0 ? { kind: "token", value, milliseconds: number2 * 1e3 } : malformed('the "expires_in" of its answer is not a number of seconds above 0');
}
function checkedUrl(text, where) {
  const url2 = URL.parse(text);
  if (url2 !== null && /^https?:$/.test(url2.protocol) && url2.username === "" && url2.password === "") return url2.href;
  throw new UserError({
    happened: `The address of ${where} is not one that starts with http:// or https:// and has no user in it.`,
    means: "Without a token nothing can be observed. Nothing was done.",
    next: `Write it in full, such as "{url}/oauth2/token"; who asks is under "client-id" and "client-secret".`
  });
}

// src/world/variables.ts
var pattern = /\$\$\{|\$\{([^}]*)\}|\{\{|\}\}|\{([^{}]*)\}/g;
function variablesFrom(environment, mask, plain = []) {
  return {
    unmasked: (names2) => variablesFrom(environment, mask, names2),
    fill: (template2, where, placeholders = {}) => template2.replace(pattern, (match, variable, placeholder) => {
      if (match === "$${") return "${";
      if (match === "{{") return "{";
      if (match === "}}") return "}";
      if (variable !== void 0) {
        const value2 = environment[variable];
        if (value2 === void 0 || value2 === "") throw notSet(variable, where, value2);
        if (!plain.includes(variable) || /[@?]/.test(value2)) mask(value2, variable);
        return value2;
      }
      const name = placeholder ?? "";
      const value = Object.hasOwn(placeholders, name) ? placeholders[name] : void 0;
      if (value === void 0) throw unknownPlaceholder(name, where, Object.keys(placeholders));
      return value;
    })
  };
}
function variableNames(template2) {
  const names2 = [...template2.matchAll(pattern)].flatMap((match) => match[1] === void 0 ? [] : [match[1]]);
  return [...new Set(names2)];
}
function notSet(name, where, value) {
  return new UserError({
    happened: `The environment variable ${name}, which ${where} uses, is ${value === "" ? "empty" : "not set"}.`,
    means: "Nothing was done.",
    next: `Set ${name} in the env: of this job (from a secret of its environment), or in the terminal that runs the command.`
  });
}
function unknownPlaceholder(name, where, allowed2) {
  const list2 = allowed2.length === 0 ? "No placeholder can be used here" : `It can be ${allowed2.map((a) => `{${a}}`).join(", ")}`;
  return new UserError({
    happened: `Unknown placeholder {${name}} in ${where}.`,
    means: "Nothing was done.",
    next: `${list2}. For a literal brace write {{.`
  });
}

// src/world/secrets/shown.ts
var passwords = [
  /(?<before>(?<![a-z0-9+.-])[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:)(?<password>[^\s@]+)(?=@)/gi,
  /(?<before>(?<!\w)(?:ssl)?(?:password|passwd|pwd|secret|token|api[-_]?key)=)(?<password>[^\s&;]+)/gi
];
var secretKey = /(^|[-_.])(password|passwd|passphrase|secret|token|credentials?|(api|private|access|secret)[-_]?key|authorization)$/i;
var secretForms = [
  /\bgh[pousr]_[A-Za-z0-9]{20,}/,
  /\bgithub_pat_\w{20,}/,
  /\b(AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bxox[abposr]-[\w-]{10,}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{10,}/
];
function namesSecret(key) {
  return secretKey.test(key);
}
function looksSecret(text) {
  return secretForms.some((form) => form.test(text));
}
function passwordsIn(text) {
  return passwords.flatMap((pattern3) => [...text.matchAll(pattern3)].map((match) => match.groups?.password ?? ""));
}
function shown(value, path4) {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a mapping";
  const secret = path4.includes("access") || path4.some((part3) => typeof part3 === "string" && namesSecret(part3));
  if (secret) return `a ${wordFor(value)} (not shown here)`;
  if (typeof value !== "string") return `the ${wordFor(value)} ${String(value)}`;
  if (looksSecret(value)) return "a text (not shown here)";
  return `the text ${quoted2(passwords.reduce((text, pattern3) => text.replace(pattern3, "$<before>***"), value))}`;
}
function wordFor(value) {
  return typeof value === "string" ? "text" : typeof value === "boolean" ? "value" : typeof value;
}
function quoted2(text) {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}\u2026` : text);
}

// src/world/secrets/plain-variables.ts
var placeKeys = /* @__PURE__ */ new Set(["file", "path", "bucket", "region"]);
function plainVariables(document) {
  const all = templates(document);
  const credentials = new Set(all.filter(isCredential).flatMap(({ text }) => variableNames(text)));
  const names2 = all.flatMap(({ text, path: path4 }) => {
    if (text.includes("@")) return [];
    if (isServerUrl(path4)) return variableNames(authorityOf(text));
    return placeKeys.has(path4.at(-1) ?? "") ? beginningOf(text) : [];
  });
  return [...new Set(names2)].filter((name) => !credentials.has(name) && !namesSecret(name));
}
function isCredential({ path: path4 }) {
  const key = path4.at(-1) ?? "";
  const opens = path4[0] === "environments" && (path4[2] === "access" || path4[2] === "data");
  return namesSecret(key) || opens && !placeKeys.has(key);
}
function beginningOf(text) {
  const names2 = variableNames(text);
  const [only2] = names2;
  return names2.length === 1 && only2 !== void 0 && text.startsWith(`\${${only2}}`) ? [only2] : [];
}
function authorityOf(text) {
  return /^([a-z]+:\/\/)?[^/]*/.exec(text)?.[0] ?? "";
}
function isServerUrl(path4) {
  return path4.length === 3 && path4[0] === "environments" && path4[2] === "url";
}
function templates(value, path4 = []) {
  if (typeof value === "string") return [{ text: value, path: path4 }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part3]) => templates(part3, [...path4, key]));
}

// src/world/processes/child-environment.ts
var ofTheStep = /^(?:ACTIONS_.*|INPUT_.*|GITHUB_(?:OUTPUT|ENV|STATE|STEP_SUMMARY|PATH))$/;
function childEnvironment({ environment, withheld = [] }, named = []) {
  const kept = Object.entries(environment).filter(
    ([name]) => !ofTheStep.test(name) && (!withheld.includes(name) || named.includes(name))
  );
  return Object.fromEntries(kept);
}
function secretVariables(document) {
  const plain = plainVariables(document);
  const names2 = new Set(templates(document).flatMap(({ text }) => variableNames(text)));
  return [...names2].filter((name) => !plain.includes(name));
}

// src/world/processes/runner-commands.ts
var addMask = /^\s*::add-mask(?:\s[^:]*)?::(?<value>.*)$|##\[add-mask(?:\s[^\]]*)?\](?<older>.*)$/i;
function maskAsked(line2) {
  const groups = addMask.exec(line2)?.groups;
  const value = groups?.value ?? groups?.older;
  return value?.replaceAll(/%0D/gi, "\r").replaceAll(/%0A/gi, "\n").replaceAll("%25", "%").trim();
}

// src/world/effects/user-command.ts
async function runUserCommand(command3, context) {
  const { effects, placeholders, where } = context;
  const [program, ...rest] = command3.run;
  const fill = (text) => effects.variables.fill(text, `${where}.run`, placeholders);
  const own = Object.entries(placeholders).flatMap(
    ([name, value]) => name.startsWith("access.") ? [] : [[`STAGED_UPGRADE_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_")}`, value]]
  );
  const merged = {
    ...childEnvironment(effects, [...command3.run, ...Object.values(command3.env ?? {})].flatMap(variableNames)),
    ...Object.fromEntries(own),
    ...filledVariables(command3.env ?? {}, context),
    ...command3.environment
  };
  const result = await effects.processes.run({
    argv: [fill(program), ...rest.map(fill)],
    directory: effects.directory,
    environment: Object.fromEntries(
      Object.entries(merged).filter((entry) => entry[1] !== void 0)
    ),
    signal: command3.signal ? AbortSignal.any([command3.signal, effects.signal]) : effects.signal,
    onLine: (line2) => {
      const secret = maskAsked(line2);
      if (secret === void 0) (command3.log ?? effects.log).output(line2);
      else effects.mask(secret);
    }
  });
  return { ...result, stdout: withoutMasks(result.stdout), stderr: withoutMasks(result.stderr) };
}
function filledVariables(env, { effects, where, placeholders }) {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [
      name,
      effects.variables.fill(value, `${where}.env.${name}`, placeholders)
    ])
  );
}
function withoutMasks(output) {
  return output.split("\n").filter((line2) => maskAsked(line2) === void 0).join("\n");
}
function endedWell(result) {
  return result.exitCode === 0;
}
function howItEnded(result) {
  return result.endedBy === void 0 ? `exited with code ${result.exitCode ?? "unknown"}` : `was ended by ${result.endedBy}`;
}
async function runUserCommandOrFail(command3, context, means2) {
  const result = await runUserCommand(command3, context);
  if (endedWell(result)) return result;
  throw new SystemFailure({
    happened: `The command ${JSON.stringify(command3.run.join(" "))} (${context.where}) ${howItEnded(result)}${lastWords(result, context)}.`,
    means: means2,
    next: "Read its output in the log, correct the cause, and run the step again."
  });
}
function lastWords(result, { effects }) {
  const lines = effects.pen.text((result.stderr.trim() === "" ? result.stdout : result.stderr).trim()).split("\n");
  const last = lines.at(-1)?.trim() ?? "";
  return last === "" ? "" : `: ${last.slice(0, 400)}`;
}

// src/world/log.ts
var silentLog = {
  info: () => void 0,
  warn: () => void 0,
  output: () => void 0,
  group: (_title, body) => body(),
  progress: () => void 0
};

// src/drivers/probes/tokens.ts
async function withTokens(templates2, context) {
  const used = Object.entries(context.tokens ?? {}).filter(
    ([name]) => templates2.some((text) => text.includes(`{${name}}`))
  );
  const sent = [];
  for (const [name, token] of used) {
    const reading = await token.current();
    if (reading.kind === "none") return { kind: "no-token", reason: reading.reason, refused: reading.refused };
    sent.push({ name, token, value: reading.value });
  }
  return ready(sent, context);
}
function ready(sent, context) {
  const values = Object.fromEntries(sent.map(({ name, value }) => [name, value]));
  return {
    kind: "ready",
    context: { ...context, placeholders: { ...context.placeholders, ...values } },
    accepted: () => {
      for (const { token } of sent) token.accepted();
    },
    renewed: async () => {
      const others = [];
      for (const { name, token, value } of sent) {
        const reading = await token.insteadOf(value);
        if (reading === void 0) return void 0;
        if (reading.kind === "none") return { kind: "no-token", reason: reading.reason, refused: reading.refused };
        others.push({ name, token, value: reading.value });
      }
      return others.length === 0 ? void 0 : ready(others, context);
    }
  };
}

// src/drivers/probes/command/looking-command.ts
var commandKeys = {
  run: argv,
  env: record(string(), template).default({}).describe("Variables for it, as in a hook."),
  timeout: duration.prefault("30s")
};
var settings2 = strictObject(commandKeys);
async function askCommand({ run, env, timeout }, context, { log, signal }) {
  const limit = AbortSignal.timeout(timeout);
  const ready2 = await withTokens([...run, ...Object.values(env)], context);
  if (ready2.kind === "no-token")
    return { kind: "no-answer", reason: ready2.reason, ...ready2.refused ? { refused: true } : {} };
  const ends2 = signal === void 0 ? limit : AbortSignal.any([limit, signal]);
  try {
    return { kind: "ended", result: await runUserCommand({ run, env, log, signal: ends2 }, ready2.context) };
  } catch (error) {
    if (!limit.aborted) throw error;
    return { kind: "no-answer", reason: `its command did not end within ${timeout / 1e3} s` };
  }
}
async function probeCommand(command3, context, signal) {
  try {
    return await askCommand(command3, context, { log: silentLog, signal });
  } catch (error) {
    if (!(error instanceof SystemFailure)) throw error;
    return { kind: "no-answer", reason: error.detail.happened.replace(/\.$/, "") };
  }
}

// src/drivers/probes/command/health.ts
var commandHealth = kind(
  "command",
  strictObject(commandKeys).describe("Exit code 0 means that it is serving."),
  (settings13, context) => async (signal) => {
    const answer = await probeCommand(settings13, context, signal);
    if (answer.kind === "no-answer") {
      const { reason, refused } = answer;
      return { kind: "unknown", reason, ...refused === void 0 ? {} : { refused } };
    }
    return answer.result.exitCode === 0 ? { kind: "yes" } : { kind: "no", reason: `the command of its health probe ${howItEnded(answer.result)}` };
  }
);

// src/drivers/probes/command/reached.ts
var notReached = 1;
var commandReached = kind(
  "command",
  strictObject(commandKeys).describe("Exit code 0 means that the stage is reached, 1 that it is not; any other, that this is unknown."),
  (settings13, context) => async (signal) => {
    const answer = await probeCommand(settings13, context, signal);
    if (answer.kind === "no-answer") {
      const { reason: reason2, refused } = answer;
      return { kind: "unknown", reason: reason2, ...refused === void 0 ? {} : { refused } };
    }
    const { exitCode } = answer.result;
    if (exitCode === 0) return { kind: "yes" };
    const reason = `its command ${howItEnded(answer.result)}`;
    return { kind: exitCode === notReached ? "no" : "unknown", reason };
  }
);

// src/drivers/probes/smoke-settings.ts
var smokeName = string().min(1).describe("What the test shows, as people read it in the report.");
function withinTest(context, name) {
  return { ...context, where: `${context.where} "${name}"` };
}

// src/drivers/probes/command/smoke.ts
var commandSmokeTest = strictObject({
  name: smokeName,
  command: strictObject({ ...commandKeys, timeout: duration.prefault("5m") }).describe("Exit code 0 means passed.")
}).transform(
  (test) => ({
    kind: "command",
    open: (context) => ({
      name: test.name,
      run: async (signal) => {
        const own = withinTest(context, test.name);
        const answer = await askCommand(test.command, own, { log: context.effects.log, signal });
        if (answer.kind === "no-answer") return { kind: "unknown", reason: answer.reason };
        return endedWell(answer.result) ? { kind: "passed" } : { kind: "failed", reason: `its command ${howItEnded(answer.result)}` };
      }
    })
  })
);

// src/drivers/probes/version-text.ts
var versionInText = regularExpression.refine(
  (text) => text.includes("(?<version>"),
  "a pattern with a group (?<version>\u2026) around the version, e.g. Server (?<version>\\d+\\.\\d+\\.\\d+)"
).describe(
  "A regular expression with a group `version`, which is searched for in each line: `Server (?<version>[0-9.]+)`."
);
var longestLine = 1e3;
var mostLines = 2e4;
function versionFrom(text, pattern3, what) {
  const lines = text.split("\n", mostLines).map((line2) => line2.slice(0, longestLine).trim());
  if (pattern3 === void 0) {
    const first = lines.find((line2) => line2 !== "");
    return first === void 0 ? { kind: "unknown", reason: `${what} is empty` } : { kind: "known", value: first };
  }
  const expression = new RegExp(pattern3);
  for (const line2 of lines) {
    const version = expression.exec(line2)?.groups?.version;
    if (version !== void 0 && version !== "") return { kind: "known", value: version };
  }
  return { kind: "unknown", reason: `in ${what}, no line matches ${pattern3}` };
}

// src/drivers/probes/command/version.ts
var commandVersion = kind(
  "command",
  strictObject({ ...commandKeys, pattern: versionInText.optional() }).describe('The version is its first line of output that is not empty, or what "pattern" finds in its output.'),
  (settings13, context) => async (signal) => {
    const answer = await probeCommand(settings13, context, signal);
    if (answer.kind === "no-answer") {
      const { reason, refused } = answer;
      return { kind: "unknown", reason, ...refused === void 0 ? {} : { refused } };
    }
    const { result } = answer;
    if (!endedWell(result))
      return { kind: "unknown", reason: `the command of its version probe ${howItEnded(result)}` };
    return versionFrom(result.stdout, settings13.pattern, "the output of the command of its version probe");
  }
);

// src/drivers/probes/command/kind.ts
var command = {
  version: commandVersion,
  health: commandHealth,
  reached: commandReached,
  smokeTest: commandSmokeTest
};

// src/drivers/probes/first-of/kind.ts
function firstVersion(single2) {
  return kind(
    "first-of",
    array(single2).min(2).describe("Several probes, for releases that answer at different places: the first that finds a version counts."),
    (parts2, context) => {
      const probes = parts2.map((part3, place2) => part3.open({ ...context, where: `${context.where}.${place2}` }));
      return async (signal) => {
        const reasons = [];
        let refused = false;
        for (const probe2 of probes) {
          const reading = await probe2(signal);
          if (reading.kind === "known") return reading;
          reasons.push(reading.reason);
          refused ||= reading.refused === true;
        }
        return { kind: "unknown", reason: reasons.join("; "), ...refused ? { refused: true } : {} };
      };
    }
  );
}

// src/drivers/probes/http/expectation.ts
import { isDeepStrictEqual } from "node:util";
var expectation = strictObject({
  status: union([int(), array(int()).nonempty()]).default(200).describe("The status code, or the list of those that are accepted."),
  json: record(string(), json()).optional().describe('Values by dotted path that the JSON answer must have, e.g. `{ "checks.0.status": up }`.'),
  contains: string().min(1).optional().describe("A text that the answer must contain.")
}).prefault({});
function meets(answer, expected) {
  const statuses2 = [expected.status].flat();
  if (!statuses2.includes(answer.status)) {
    return { kind: "not-met", reason: `${answer.url} answered ${answer.status} instead of ${statuses2.join(" or ")}` };
  }
  if (expected.contains !== void 0 && !answer.body.includes(expected.contains)) {
    return { kind: "not-met", reason: `the answer of ${answer.url} does not contain "${expected.contains}"` };
  }
  if (expected.json === void 0) return { kind: "met" };
  const parsed = parseJson(answer.body);
  if (parsed.kind === "not-json") return { kind: "not-met", reason: `the answer of ${answer.url} is not JSON` };
  for (const [path4, value] of Object.entries(expected.json)) {
    if (!isDeepStrictEqual(valueAt(parsed.value, path4), value)) {
      return { kind: "not-met", reason: `in the answer of ${answer.url}, "${path4}" is not ${JSON.stringify(value)}` };
    }
  }
  return { kind: "met" };
}

// src/drivers/probes/http/request.ts
var requestKeys = {
  method: _enum(["GET", "POST", "PUT", "DELETE"]).default("GET"),
  path: template.describe("Appended to the environment's `url`."),
  headers: record(string(), template).default({}).describe("`{access.<name>}` stands for a credential of the environment."),
  body: union([string(), record(string(), json())]).optional().describe("A text, or an object that is sent as JSON."),
  timeout: duration.prefault("10s")
};
var requestSettings = strictObject(requestKeys);
async function send(settings13, context, signal, at) {
  const ready2 = await withTokens([settings13.path, ...Object.values(settings13.headers)], context);
  signal?.throwIfAborted();
  if (ready2.kind === "no-token") return withoutToken(ready2, context);
  const answer = await sendOnce(settings13, ready2.context, signal, at);
  if (answer.kind === "no-answer") return answer;
  if (answer.status !== 401) {
    ready2.accepted();
    return answer;
  }
  const renewed = await ready2.renewed();
  if (renewed === void 0) return answer;
  if (renewed.kind === "no-token") return withoutToken(renewed, context);
  const again = await sendOnce(settings13, renewed.context, signal, at);
  if (again.kind === "answer" && again.status !== 401) renewed.accepted();
  return again;
}
function withoutToken({ reason, refused }, { placeholders }) {
  const url2 = withoutCredentials(placeholders.url ?? "");
  return { kind: "no-answer", reason, url: url2, ...refused ? { refused } : {} };
}
async function sendOnce(settings13, context, signal, at) {
  const fill = (text, key) => context.effects.variables.fill(text, `${context.where}.${key}`, context.placeholders);
  const url2 = at?.href ?? fill(`{url}${settings13.path}`, "path");
  const headers = Object.fromEntries(
    Object.entries(settings13.headers).map(([name, value]) => [name, fill(value, `headers.${name}`)])
  );
  const json2 = typeof settings13.body === "object";
  const sent = typeof settings13.body === "object" ? JSON.stringify(settings13.body) : settings13.body;
  const signals = [AbortSignal.timeout(settings13.timeout), context.effects.signal, ...signal ? [signal] : []];
  try {
    const response = await context.effects.fetch(url2, {
      method: settings13.method,
      headers: { ...json2 ? { "content-type": "application/json" } : {}, ...headers },
      redirect: "manual",
      signal: AbortSignal.any(signals),
      ...sent === void 0 ? {} : { body: sent }
    });
    const { status } = response;
    const refused = status === 401 || status === 403 ? { refused: credentialsOf(settings13, context) } : {};
    const body = await bodyOf(response);
    if (body === void 0) return { kind: "no-answer", reason: tooLarge, url: withoutCredentials(url2) };
    const link = response.headers.get("link");
    return {
      kind: "answer",
      status,
      body,
      url: withoutCredentials(url2),
      headers: response.headers,
      ...link === null ? {} : { link },
      ...refused
    };
  } catch (error) {
    context.effects.signal.throwIfAborted();
    signal?.throwIfAborted();
    if (error instanceof UserError) throw error;
    return { kind: "no-answer", reason: reasonOf(error, settings13.timeout), url: withoutCredentials(url2) };
  }
}
var largestMebibytes = 16;
var tooLarge = `its answer has more than ${largestMebibytes} MiB`;
async function bodyOf(response) {
  const { body } = response;
  if (body === null) return await response.text();
  const chunks = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > largestMebibytes * 1024 * 1024) return void 0;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
function credentialsOf({ path: path4, headers, body }, { placeholders }) {
  const written = JSON.stringify([path4, headers, body ?? ""]);
  const names2 = new Set([...written.matchAll(/\{access\.([a-z0-9-]+)\}/g)].flatMap(([, name]) => name ?? []));
  if (names2.size === 0) return "no credential was sent";
  const { environment } = placeholders;
  const place2 = environment === void 0 ? "access" : `environments.${environment}.access`;
  return `the credential ${[...names2].map((name) => `"${place2}.${name}"`).join(" and ")} was not accepted`;
}
function wrongStatus({ url: url2, status, refused }) {
  const reason = `${url2} answered ${status}`;
  return refused === void 0 ? { kind: "unknown", reason } : { kind: "unknown", reason: `${reason}: ${refused}`, refused: true };
}
function noAnswer({ url: url2, reason, refused }) {
  return { kind: "unknown", reason: `${url2}: ${reason}`, ...refused === void 0 ? {} : { refused } };
}

// src/drivers/probes/http/health.ts
var httpHealth = kind(
  "http",
  strictObject({ ...requestKeys, expect: expectation }),
  (settings13, context) => async (signal) => {
    const answer = await send(settings13, context, signal);
    if (answer.kind === "no-answer") return noAnswer(answer);
    const met = meets(answer, settings13.expect);
    if (met.kind === "met") return { kind: "yes" };
    const { refused } = answer;
    return refused === void 0 ? { kind: "no", reason: met.reason } : { kind: "no", reason: `${met.reason}: ${refused}`, refused: true };
  }
);

// src/drivers/probes/http/migration-start.ts
var statuses = array(int()).nonempty();
var httpMigrationStarter = kind(
  "http",
  strictObject({
    ...requestKeys,
    method: _enum(["POST", "PUT"]).default("POST"),
    started: statuses.describe("Status codes that say: started."),
    "nothing-pending": statuses.describe("Status codes that say: there is nothing to start.")
  }),
  (settings13, context) => async (signal) => {
    const answer = await send(settings13, context, signal);
    const call = `${settings13.method} ${answer.url}`;
    if (answer.kind === "no-answer") {
      return answer.refused === void 0 ? { kind: "not-understood", said: `${call} got no answer: ${answer.reason}` } : { kind: "refused", said: `${call} was not made: ${answer.reason}` };
    }
    const { status, body, refused } = answer;
    if (refused !== void 0) return { kind: "refused", said: `${call} answered ${status}: ${refused}` };
    const text = body.replaceAll(/\s+/g, " ").trim();
    const said2 = `${call} answered ${status}${text === "" ? "" : ` "${text.slice(0, longestQuote)}"`}`;
    if (settings13.started.includes(status)) return { kind: "started", said: said2 };
    return { kind: settings13["nothing-pending"].includes(status) ? "nothing-pending" : "not-understood", said: said2 };
  }
);
var longestQuote = 200;

// src/drivers/probes/http/json-answer.ts
async function readJson(settings13, context, signal, at) {
  const answer = await send(settings13, context, signal, at);
  if (answer.kind === "no-answer") return noAnswer(answer);
  if (answer.status !== 200) return wrongStatus(answer);
  const parsed = parseJson(answer.body);
  if (parsed.kind === "not-json") return { kind: "unknown", reason: `the answer of ${answer.url} is not JSON` };
  const link = answer.link === void 0 ? {} : { link: answer.link };
  return { kind: "json", json: parsed.value, url: answer.url, ...link };
}

// src/world/link-header.ts
function nextPage(headers, url2) {
  const text = headers.get("link") ?? "";
  for (const [, target = "", parameters = ""] of text.matchAll(/<([^>]*)>([^<]*)/g)) {
    const isNext = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters);
    const relations = (isNext?.[1] ?? isNext?.[2] ?? "").toLowerCase().split(/\s+/);
    if (relations.includes("next")) return URL.parse(target, url2.href) ?? void 0;
  }
  return void 0;
}

// src/drivers/probes/http/migration-job-pages.ts
var mostPages = 20;
async function listedJobs(first, request2, settings13, context, signal) {
  const jobs = [];
  const visited = /* @__PURE__ */ new Set();
  for (let page = first; ; ) {
    const found = valueAt(page.json, settings13.list);
    const list2 = found === void 0 && settings13.missing === "none" ? [] : found;
    if (!Array.isArray(list2))
      return { kind: "unknown", reason: `the answer of ${page.url} has no list "${settings13.list}"` };
    for (const job of list2) jobs.push(job);
    const next = nextOf(page, settings13);
    if (next === void 0) return jobs;
    const strange = (what) => ({ kind: "unknown", reason: `the list of jobs at ${page.url} ${what}` });
    if (next === "unreadable") return strange("says that there are more, but not at which address");
    if (next.origin !== new URL(page.url).origin) return strange(`continues at another server, ${next.origin}`);
    if (visited.has(next.href)) return strange("goes back to a page that was already read");
    visited.add(next.href);
    if (visited.size >= mostPages)
      return strange(
        `goes on beyond ${mostPages} pages, so it is not known whole: ask for larger pages, or for fewer jobs`
      );
    const answer = await readJson(request2, context, signal, next);
    if (answer.kind === "unknown") return answer;
    page = answer;
  }
}
var oneLink = looseObject({
  relation: string().optional(),
  rel: string().optional(),
  url: string().optional(),
  href: string().optional()
});
function nextOf({ json: json2, url: url2, link }, settings13) {
  const found = settings13.next === void 0 ? void 0 : valueAt(json2, settings13.next);
  if (found === void 0 || found === null || found === "")
    return nextPage(new Headers(link === void 0 ? {} : { link }), new URL(url2));
  if (typeof found === "string") return URL.parse(found, url2) ?? "unreadable";
  const links = array(oneLink).safeParse(found);
  if (!links.success) return "unreadable";
  const next = links.data.find(({ relation, rel }) => relation === "next" || rel === "next");
  if (next === void 0) return void 0;
  const address = next.url ?? next.href;
  return (address === void 0 ? null : URL.parse(address, url2)) ?? "unreadable";
}

// src/drivers/probes/http/migration-jobs.ts
var path = string().min(1);
var words = array(string()).default([]);
var migrationJobs = strictObject({
  request: requestSettings.optional().describe("The request whose answer has the list; without it, the one above."),
  list: path.describe("Dotted path of the list in the JSON answer."),
  id: path.describe("Dotted path, in a job, of what tells it from an earlier attempt at the same migration."),
  migration: path.describe("Dotted path, in a job, of its migration, named as under `current`."),
  state: strictObject({ at: path, queued: words, running: words, failed: words, done: words }).describe("Which words mean what. Any other word is something we cannot tell."),
  error: path.optional().describe("Dotted path, in a job, of why it failed."),
  missing: _enum(["unknown", "none"]).default("unknown").describe("What an answer without the list says: nothing that can be told, or that there are no jobs."),
  next: path.optional().describe(
    "Dotted path, in the answer, of the address of its next page; in a list of links, such as `link` of FHIR, the one whose `relation` or `rel` is `next` counts. A `Link` header is followed without it."
  ),
  newest: _enum(["first", "last"]).default("first").describe("At which end of the list the newest job is.")
}).describe(
  "The jobs of its migrations. A job that is new since a deploy with deferred migrations shows that one was started, also while it is queued. Of a migration that is pending, the newest job says whether it runs or has failed."
);
var noError = "it does not say why";
function readJobs(list2, settings13, url2) {
  const errors = /* @__PURE__ */ new Map();
  const jobs = [];
  for (const each of settings13.newest === "first" ? list2 : list2.toReversed()) {
    const [id, migration2, state] = [settings13.id, settings13.migration, settings13.state.at].map(
      (at) => textOf(valueAt(each, at))
    );
    if (id === void 0 || migration2 === void 0 || state === void 0) {
      const missing2 = id === void 0 ? settings13.id : migration2 === void 0 ? settings13.migration : settings13.state.at;
      return { kind: "unknown", reason: `a job in the answer of ${url2} has no "${missing2}"` };
    }
    const error = settings13.error === void 0 ? void 0 : textOf(valueAt(each, settings13.error));
    if (error !== void 0) errors.set(id, error);
    jobs.push({ id, migration: migration2, state });
  }
  return { kind: "jobs", jobs, errors };
}
function joined(status, read, settings13) {
  const { jobs, errors } = read;
  const { state } = settings13;
  if (status.kind === "done") {
    const current = atWork(jobs, settings13)?.migration;
    const applied = status.applied === void 0 ? {} : { applied: status.applied };
    return current === void 0 ? { ...status, jobs } : { kind: "running", current, ...applied, jobs };
  }
  if (status.kind !== "pending") return { ...status, jobs };
  const { next, ...facts } = status;
  const newest = jobs.find(({ migration: migration2 }) => migration2 === next);
  if (newest === void 0 || state.done.includes(newest.state)) return { ...status, jobs };
  const more = { ..."applied" in facts ? { applied: facts.applied } : {}, jobs };
  if (state.queued.includes(newest.state) || state.running.includes(newest.state))
    return { kind: "running", current: next, ...more };
  if (state.failed.includes(newest.state))
    return { kind: "failed", current: next, error: errors.get(newest.id) ?? noError, ...more };
  const reason = `the newest job of ${next} says "${newest.state}", which the product definition does not know`;
  return { kind: "unknown", reason };
}
function atWork(jobs, { state }) {
  return jobs.find(
    (job) => jobs.find(({ migration: migration2 }) => migration2 === job.migration) === job && (state.queued.includes(job.state) || state.running.includes(job.state))
  );
}

// src/drivers/probes/http/migrations.ts
var path2 = string().min(1);
var words2 = array(string()).default([]);
var statusSettings = strictObject({
  ...requestKeys,
  state: strictObject({
    at: path2.describe("Dotted path of the state word in the JSON answer."),
    done: words2,
    pending: words2,
    running: words2.describe("Also the words for a migration that waits in a queue: it runs whatever is deployed."),
    failed: words2
  }).describe("Which words mean what. Any other word is something we cannot tell, and never counts as done."),
  current: path2.optional().describe("Dotted path of the migration that is next, runs or failed."),
  applied: path2.optional().describe(
    "Dotted path of the newest migration that is complete in the data. Without it, nothing shows that deferred migrations did not run, and a person has to answer for it."
  ),
  progress: strictObject({ done: path2, total: path2.optional() }).optional(),
  error: path2.optional().describe("Dotted path of the error of a failed migration."),
  jobs: migrationJobs.optional()
});
var httpMigrations = kind(
  "http",
  statusSettings,
  (settings13, context) => async (signal) => {
    const { jobs: listed2 } = settings13;
    const answer = await readJson(settings13, context, signal);
    if (answer.kind === "unknown") return answer;
    const { json: json2, url: url2 } = answer;
    const status = readStatus(json2, settings13, url2, context);
    if (listed2 === void 0 || status.kind === "unknown") return status;
    const request2 = listed2.request ?? settings13;
    const other = listed2.request === void 0 ? answer : await readJson(request2, context, signal);
    if (other.kind === "unknown") return other;
    const jobs = await listedJobs(other, request2, listed2, context, signal);
    if ("kind" in jobs) return jobs;
    const read = readJobs(jobs, listed2, other.url);
    return read.kind === "unknown" ? read : joined(status, read, listed2);
  }
);
function readStatus(json2, settings13, url2, { effects: { pen } }) {
  const shown2 = (said2) => said2 === void 0 ? void 0 : pen.value(said2);
  const text = (at) => at === void 0 ? void 0 : shown2(textOf(valueAt(json2, at)));
  const state = text(settings13.state.at);
  if (state === void 0) return { kind: "unknown", reason: `the answer of ${url2} has no "${settings13.state.at}"` };
  const current = text(settings13.current) ?? "the next migration";
  const appliedText = text(settings13.applied);
  const applied = appliedText === void 0 ? {} : { applied: appliedText };
  if (settings13.state.done.includes(state)) return { kind: "done", ...applied };
  if (settings13.state.pending.includes(state)) return { kind: "pending", next: current, ...applied };
  if (settings13.state.failed.includes(state))
    return { kind: "failed", current, error: text(settings13.error) ?? noError, ...applied };
  if (settings13.state.running.includes(state)) {
    const progress = readProgress(json2, settings13.progress);
    return { kind: "running", current, ...progress ? { progress } : {}, ...applied };
  }
  return { kind: "unknown", reason: `${url2} says "${state}", which the product definition does not know` };
}
function readProgress(json2, paths) {
  if (paths === void 0) return void 0;
  const done = valueAt(json2, paths.done);
  const total = paths.total === void 0 ? void 0 : valueAt(json2, paths.total);
  if (typeof done !== "number") return void 0;
  return typeof total === "number" ? { done, total } : { done };
}

// src/drivers/probes/http/reached.ts
var httpReached = kind(
  "http",
  strictObject({
    ...requestKeys,
    expect: expectation.describe("What the answer is when the stage is reached. Another answer means that it is not.")
  }),
  (settings13, context) => async (signal) => {
    const answer = await send(settings13, context, signal);
    if (answer.kind === "no-answer") return noAnswer(answer);
    const met = meets(answer, settings13.expect);
    if (met.kind === "met") return { kind: "yes" };
    if (answer.refused !== void 0)
      return { kind: "unknown", reason: `${met.reason}: ${answer.refused}`, refused: true };
    return { kind: answer.status >= 500 ? "unknown" : "no", reason: met.reason };
  }
);

// src/drivers/probes/http/smoke.ts
var httpSmokeTest = strictObject({ name: smokeName, http: strictObject({ ...requestKeys, expect: expectation }) }).transform(
  (test) => ({
    kind: "http",
    open: (context) => ({
      name: test.name,
      run: async (signal) => {
        const answer = await send(test.http, withinTest(context, test.name), signal);
        if (answer.kind === "no-answer") return { kind: "unknown", reason: `${answer.url}: ${answer.reason}` };
        const met = meets(answer, test.http.expect);
        return met.kind === "met" ? { kind: "passed" } : { kind: "failed", reason: met.reason };
      }
    })
  })
);

// src/drivers/probes/http/version.ts
var place = string().min(1);
var settings3 = strictObject({
  ...requestKeys,
  value: union([place, array(place).min(1)]).optional().describe(
    "Dotted path of the version in the JSON answer: `data.version`. Of several, for a product that has moved it, the first that is there counts: `[data.version, data.server.version]`."
  ),
  header: place.optional().describe("The header of the answer that has the version: `X-Server-Version`."),
  pattern: versionInText.optional()
}).refine(({ value, header, pattern: pattern3 }) => value !== void 0 || header !== void 0 || pattern3 !== void 0, {
  message: 'a request that says where in its answer the version is: "value" (JSON), "header" or "pattern" (text)'
}).refine(({ value, header }) => value === void 0 || header === void 0, {
  message: 'a request with either "value" or "header": the version is read from one place'
});
var httpVersion = kind("http", settings3, (asked, context) => async (signal) => {
  const answer = await send(asked, context, signal);
  if (answer.kind === "no-answer") return noAnswer(answer);
  if (answer.status !== 200) return wrongStatus(answer);
  const { pattern: pattern3 } = asked;
  const read = readText(answer, asked);
  if (read.kind === "unknown") return read;
  if (pattern3 === void 0) return { kind: "known", value: read.value };
  return versionFrom(read.value, pattern3, read.what);
});
function readText({ url: url2, body, headers }, { value, header }) {
  const whole = `the answer of ${url2}`;
  if (header !== void 0) {
    const text = headers.get(header)?.trim() ?? "";
    return text === "" ? { kind: "unknown", reason: `${whole} has no header "${header}"` } : { kind: "known", value: text, what: `the header "${header}" of ${whole}` };
  }
  if (value === void 0) return { kind: "known", value: body, what: whole };
  const places = [value].flat();
  const parsed = parseJson(body);
  if (parsed.kind === "not-json") return { kind: "unknown", reason: `${whole} is not JSON` };
  for (const path4 of places) {
    const text = textOf(valueAt(parsed.value, path4));
    if (text !== void 0 && text !== "") return { kind: "known", value: text, what: `"${path4}" in ${whole}` };
  }
  return { kind: "unknown", reason: `${whole} has no ${places.map((path4) => `"${path4}"`).join(" and no ")}` };
}

// src/drivers/probes/http/kind.ts
var http = {
  version: httpVersion,
  health: httpHealth,
  reached: httpReached,
  migrations: httpMigrations,
  migrationStarter: httpMigrationStarter,
  smokeTest: httpSmokeTest
};

// src/drivers/probes/http/evidence.ts
var evidenceSource = strictObject({
  name: string().min(1).describe("What it is, as the heading in the file: `Jobs`."),
  http: strictObject(requestKeys)
});
var probe = looseObject({ http: looseObject({ path: string(), headers: unknown().optional() }) });
var request = object(requestKeys);
var severalProbes = looseObject({ "first-of": array(unknown()) });
function answersOfProbes(probes) {
  const named = record(string(), unknown()).safeParse(probes);
  if (!named.success) return [];
  return Object.entries(named.data).flatMap(
    ([name, value]) => requestsOf(value).map((http2) => ({ name: `Answer of the ${name} probe`, http: http2 }))
  );
}
function requestsOf(value) {
  const several = severalProbes.safeParse(value);
  if (several.success) return several.data["first-of"].flatMap(requestsOf);
  const read = probe.safeParse(value);
  const http2 = read.success ? request.safeParse(read.data.http) : void 0;
  return http2?.success === true ? [http2.data] : [];
}
function openEvidence({ name, http: http2 }, context) {
  return { name, collect: (signal) => answerText(http2, context, signal) };
}
var longest = 64 * 1024;
async function answerText(http2, context, signal) {
  try {
    const answer = await send(http2, context, signal);
    if (answer.kind === "no-answer") return `${http2.method} ${answer.url}: no answer: ${answer.reason}`;
    const { body } = answer;
    const shown2 = body.length <= longest ? body : `${body.slice(0, longest)}
\u2026 ${body.length - longest} characters left out`;
    return `${http2.method} ${answer.url}: ${answer.status}
${shown2}`;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return error.message;
  }
}

// src/drivers/probes.ts
var kinds = [http, command];
function answering(probe2) {
  return oneOf(kinds.flatMap((kind2) => probe2(kind2) ?? []));
}
var oneVersion = answering(({ version }) => version);
var versionProbe = oneOf([oneVersion, firstVersion(oneVersion)]);
var healthProbe = answering(({ health }) => health);
var reachedProbe = answering(({ reached }) => reached);
var migrationsProbe = answering(({ migrations: migrations2 }) => migrations2);
var migrationStarter = answering((kind2) => kind2.migrationStarter);
var smokeTest = answering((kind2) => kind2.smokeTest);
var tokenSource = oneOf([clientCredentials]);

// src/drivers/releases/combined/kind.ts
function combined(single2) {
  return kind(
    "combined",
    array(single2).min(2).describe("Several sources, read as one; what several of them have counts once."),
    (parts2, context) => ({
      read: async (signal) => {
        const all = [];
        for (const [place2, part3] of parts2.entries()) {
          all.push(await part3.open({ ...context, where: `${context.where}.${place2}` }).read(signal));
        }
        return { source: all.map(({ source }) => source).join(" and "), tags: all.flatMap(({ tags }) => tags) };
      }
    })
  );
}

// src/drivers/releases/crates/kind.ts
var import_prerelease = __toESM(require_prerelease(), 1);

// src/drivers/releases/http-failure.ts
var means = "The releases are not known whole, so no path was planned.";
var harmlessParameters = /* @__PURE__ */ new Set(["page", "per_page", "n", "last", "service", "scope"]);
function shownUrl(url2) {
  const shown2 = new URL(url2);
  shown2.username = "";
  shown2.password = "";
  shown2.hash = "";
  for (const name of new Set(shown2.searchParams.keys())) {
    if (!harmlessParameters.has(name)) shown2.searchParams.set(name, "***");
  }
  return shown2.href;
}
function refusedAnswer(source, url2, reply, next) {
  return new SystemFailure({
    happened: `The releases could not be read from ${source}: ${shownUrl(url2)} answered ${reply.status}.`,
    means,
    next: next ?? adviceOnStatus(reply.status)
  });
}
function noAnswer2(source, url2, cause, attempts2, timeout) {
  const happened = `The releases could not be read from ${source}: ${shownUrl(url2)} gave no whole answer in ${attempts2} attempts (${reasonOf2(cause, timeout)}).`;
  const next = "Check the address, the network and the proxy of this machine, then run the command again.";
  return new SystemFailure({ happened, means, next }, { cause });
}
function malformedResponse(source, url2, what) {
  return new SystemFailure({
    happened: `The releases could not be read from ${source}: what ${shownUrl(url2)} answered ${what}.`,
    means,
    next: "Check that the address is that of such a server, and that no proxy or login page answers in its place."
  });
}
function adviceOnStatus(status) {
  if (status === 401) return "Check the credential that is configured for this source; it may have expired.";
  if (status === 403) return "The server refuses: check the credential of this source and what it may read.";
  if (status === 404) return "Check the name; a private one also answers 404 when the credential may not read it.";
  if (status === 429) return "The server limits how often it is asked: run the command again later.";
  if (status >= 500)
    return "The server's own failure: run the command again later, or use a pinned copy with --releases.";
  return "Check the address and the name.";
}
function reasonOf2(cause, timeout) {
  for (let error = cause; error instanceof Error; error = error.cause) {
    if (error instanceof ProxyFailure) return error.message;
    if (error.name === "TimeoutError") return `nothing within ${timeout / 1e3} s`;
    if ("code" in error && typeof error.code === "string") return error.code;
    if (error.cause === void 0) return error.message;
  }
  return String(cause);
}

// src/drivers/releases/all-pages.ts
async function allPages(source, first, mostPages5, read) {
  const items = [];
  const visited = /* @__PURE__ */ new Set();
  for (let url2 = first; url2 !== void 0; ) {
    if (url2.origin !== first.origin) throw malformedResponse(source, first, `leads to another server, ${url2.host}`);
    if (visited.has(url2.href)) throw malformedResponse(source, url2, "goes back to a page that was already read");
    if (visited.size >= mostPages5) throw malformedResponse(source, url2, `goes on beyond ${mostPages5} pages`);
    visited.add(url2.href);
    const page = await read(url2);
    for (const item of page.items) items.push(item);
    url2 = page.next;
  }
  return items;
}

// src/drivers/releases/answer.ts
function readJson2(shape, reply, from2) {
  const json2 = parse4(reply.body);
  if (json2 === void 0) throw malformedResponse(from2.source, from2.url, "is not JSON");
  const read = shape.safeParse(json2.value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place2 = issue?.path.join(".") || "the whole";
  throw malformedResponse(from2.source, from2.url, `has another shape than expected (${place2}: ${issue?.message ?? ""})`);
}
function parse4(text) {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return void 0;
  }
}

// src/drivers/releases/http-retry.ts
var transient = /* @__PURE__ */ new Set([408, 429, 500, 502, 503, 504]);
function judgeTransient(reply, attempt, now) {
  if (!transient.has(reply.status)) return { kind: "final" };
  const milliseconds = retryAfter(reply.headers, now) ?? 1e3 * 2 ** (attempt - 1);
  return { kind: "again", milliseconds, why: `it answered ${reply.status}` };
}
function retryAfter(headers, now) {
  const text = headers.get("retry-after")?.trim();
  if (text === void 0 || text === "") return void 0;
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1e3;
  const date2 = Date.parse(text);
  return Number.isNaN(date2) ? void 0 : Math.max(0, date2 - now.getTime());
}

// src/drivers/releases/limits.ts
var releaseLimits = {
  /** Of one answer: npm documents of old packages have tens of megabytes. */
  answerMegabytes: 256,
  releases: 1e5
};

// src/drivers/releases/http.ts
var timeoutMilliseconds = 6e4;
var attempts = 4;
var retryMilliseconds = 15 * 6e4;
var largestBody = releaseLimits.answerMegabytes * 1024 * 1024;
function httpClient(effects, options) {
  const judge = options.judge ?? judgeTransient;
  return async ({ url: url2, headers = {} }, signal) => {
    const ends2 = signal ? [effects.signal, signal] : [effects.signal];
    const cancelled = AbortSignal.any(ends2);
    let waited = 0;
    for (let attempt = 1; ; attempt++) {
      cancelled.throwIfAborted();
      const asked = await ask(effects.fetch, url2, headers, cancelled);
      const judgement = asked.kind === "reply" ? judge(asked.reply, attempt, effects.clock.now()) : retryLater(attempt);
      const goesOn = judgement.kind === "again" && attempt < attempts && waited + judgement.milliseconds <= retryMilliseconds;
      if (!goesOn) {
        if (asked.kind === "reply") return asked.reply;
        throw noAnswer2(options.source, url2, asked.cause, attempt, timeoutMilliseconds);
      }
      if (judgement.milliseconds >= 1e4) {
        const seconds = Math.ceil(judgement.milliseconds / 1e3);
        effects.log.warn(`Waiting ${seconds} s before asking ${shownUrl(url2)} again: ${judgement.why}.`);
      }
      waited += judgement.milliseconds;
      await effects.clock.sleep(judgement.milliseconds, cancelled);
    }
  };
}
async function ask(fetch, url2, headers, cancelled) {
  try {
    const response = await fetch(url2, {
      headers: { "user-agent": "staged-upgrade", ...headers },
      signal: AbortSignal.any([cancelled, AbortSignal.timeout(timeoutMilliseconds)])
    });
    const body = await readBody(response, url2);
    return { kind: "reply", reply: { status: response.status, headers: response.headers, body } };
  } catch (cause) {
    cancelled.throwIfAborted();
    if (cause instanceof SystemFailure || cause instanceof UserError) throw cause;
    return { kind: "none", cause };
  }
}
async function readBody(response, url2) {
  const chunks = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > largestBody) throw tooLarge2(url2);
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
function retryLater(attempt) {
  return { kind: "again", milliseconds: 1e3 * 2 ** (attempt - 1), why: "it did not answer" };
}
function tooLarge2(url2) {
  return new SystemFailure({
    happened: `${shownUrl(url2)} answered with more than ${largestBody / 1024 / 1024} MiB.`,
    means: "The releases are not known whole, so no path was planned.",
    next: "Check that the address is right, or use another release source, such as a file."
  });
}

// src/drivers/releases/published-date.ts
var pattern2 = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/;
function isPublishedDate(text) {
  if (!pattern2.test(text) || Number.isNaN(Date.parse(text))) return false;
  const day = text.slice(0, 10);
  return (/* @__PURE__ */ new Date(`${day}T00:00:00Z`)).toISOString().slice(0, 10) === day;
}
function publishedAt(text) {
  return typeof text === "string" && isPublishedDate(text) ? { publishedAt: text } : {};
}

// src/drivers/releases/server-address.ts
function serverAddress(text, where) {
  const url2 = URL.parse(text);
  if (url2 === null || url2.protocol !== "https:" && url2.protocol !== "http:") throw notAnAddress(where);
  const user = decodeURIComponent(url2.username);
  const password = decodeURIComponent(url2.password);
  url2.username = "";
  url2.password = "";
  return { url: url2, headers: user === "" && password === "" ? {} : basicAuthorization(user, password) };
}
function basicAuthorization(user, password) {
  return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` };
}
function below(url2, path4) {
  const folder = new URL(url2);
  if (!folder.pathname.endsWith("/")) folder.pathname += "/";
  const found = new URL(path4, folder);
  if (found.origin !== url2.origin) throw new Error(`${path4} is not below ${shownUrl(url2)}`);
  found.search = url2.search;
  return found;
}
function notAnAddress(where) {
  return new UserError({
    happened: `${where} is not an address of a server.`,
    means: "No releases are known, so no path was planned.",
    next: "Write an address that starts with https:// or http://, e.g. https://charts.example.com."
  });
}

// src/drivers/releases/crates/kind.ts
var publicServer = "https://crates.io";
var settings4 = strictObject({
  crate: string().regex(/^[a-z][a-z0-9_-]*$/i, 'the name of a crate: letters, digits, "_" and "-"').describe("The crate, e.g. `ripgrep`."),
  server: template.optional().describe(`The address of the registry's server. Left out: ${publicServer}.`)
}).describe("All versions of a Rust crate, with their dates; yanked versions count as withdrawn.");
var versionsPage = object({
  versions: array(
    object({
      num: string(),
      created_at: unknown().optional(),
      yanked: boolean(),
      yank_message: string().nullish()
    })
  ),
  meta: object({ total: int().optional(), next_page: string().nullish() }).optional()
});
var userAgent = "staged-upgrade (https://github.com/staged-upgrade/staged-upgrade)";
var pauseMilliseconds = 1e3;
var perPage = 100;
var mostPages2 = 100;
var crates = kind(
  "crates",
  settings4,
  ({ crate, server }, { effects, where, placeholders }) => ({
    read: async (signal) => {
      const source = `crate ${crate}`;
      const written = server === void 0 ? publicServer : effects.variables.fill(server, `${where}.server`, placeholders);
      const address = serverAddress(written, `${where}.server`);
      const get = httpClient(effects, { source });
      const headers = { accept: "application/json", "user-agent": userAgent, ...address.headers };
      const first = below(address.url, `api/v1/crates/${crate}/versions`);
      first.searchParams.set("per_page", String(perPage));
      let total = 0;
      const tags = await allPages(source, first, mostPages2, async (url2) => {
        if (url2 !== first) await effects.clock.sleep(pauseMilliseconds, signal);
        const reply = await get({ url: url2, headers }, signal);
        if (reply.status !== 200) throw refusedAnswer(source, url2, reply);
        const { versions, meta } = readJson2(versionsPage, reply, { source, url: url2 });
        total = Math.max(total, meta?.total ?? 0);
        const next = meta?.next_page ?? void 0;
        return { items: versions.map(tagFrom), next: next === void 0 ? void 0 : new URL(next, url2) };
      });
      if (tags.length < total)
        throw malformedResponse(source, first, `has ${tags.length} of the ${total} versions that it speaks of`);
      return { source, tags };
    }
  })
);
function tagFrom(version) {
  const { num, created_at, yanked, yank_message } = version;
  const reason = yank_message?.trim() || "It is yanked on the registry";
  return {
    tag: num,
    prerelease: (0, import_prerelease.default)(num) !== null,
    ...publishedAt(created_at),
    ...yanked ? { withdrawn: { reason } } : {}
  };
}

// src/drivers/releases/file/kind.ts
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

// src/world/yaml/duplicate-keys.ts
function duplicateKeys(document) {
  const offsets = [];
  visit(document, {
    Map: (_place, { items }) => {
      const keys = /* @__PURE__ */ new Set();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value)) offsets.push(key.range?.[0] ?? 0);
        keys.add(key.value);
      }
    }
  });
  return offsets.toSorted((one, other) => one - other);
}

// src/world/yaml/nesting.ts
var mostLevels = 100;
var scalarFollows = "";
function tooDeepAt(text) {
  return mayBeTooDeep(text) ? lexedDepth(text) : void 0;
}
var indicatorsInARow = new RegExp(`(?:[?-] +){${mostLevels + 1}}`);
function mayBeTooDeep(text) {
  if (indicatorsInARow.test(text)) return true;
  let depth2 = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth2 = bracket === "[" || bracket === "{" ? depth2 + 1 : Math.max(0, depth2 - 1);
    if (depth2 > mostLevels) return true;
  }
  return false;
}
function lexedDepth(text) {
  let [depth2, inARow, offset, before] = [0, 0, 0, ""];
  for (const token of new Lexer().lex(text)) {
    const isMark = token === scalarFollows || token === "" || token === "";
    if (before !== scalarFollows && (token === "[" || token === "{")) depth2++;
    if (before !== scalarFollows && (token === "]" || token === "}")) depth2--;
    if (token === "?" || token === "-") inARow++;
    else if (!/^ *$/.test(token)) inARow = 0;
    if (Math.max(depth2, inARow) > mostLevels) return offset;
    if (!isMark) offset += token.length;
    before = token;
  }
  return void 0;
}

// src/world/yaml/read-yaml.ts
var mostMegabytes = 64;
var tooDeep = { kind: "unreadable", reason: "it is nested too deeply" };
function readYaml(text, scalars = "typed") {
  const line2 = loneReturn(text);
  if (line2 !== void 0) return { kind: "unreadable", reason: `a carriage return stands alone in line ${line2}` };
  if (text.length > mostMegabytes * 1024 * 1024) {
    return { kind: "unreadable", reason: `it is larger than ${mostMegabytes} MiB` };
  }
  if (tooDeepAt(text) !== void 0) return tooDeep;
  const schema4 = scalars === "texts" ? "failsafe" : "core";
  try {
    const lineCounter = new LineCounter();
    const document = parseDocument(text, {
      prettyErrors: false,
      lineCounter,
      logLevel: "error",
      uniqueKeys: false,
      schema: schema4
    });
    const [error] = document.errors;
    const [duplicate] = duplicateKeys(document);
    const wrong = error !== void 0 ? { at: error.pos[0], what: firstLine(error.message) } : duplicate !== void 0 ? { at: duplicate, what: "Map keys must be unique" } : void 0;
    if (wrong !== void 0) {
      const { line: line3, col } = lineCounter.linePos(wrong.at);
      return { kind: "unreadable", reason: `${wrong.what} at line ${line3}, column ${col}` };
    }
    return { kind: "value", value: document.toJS() };
  } catch (cause) {
    if (cause instanceof RangeError) return tooDeep;
    return { kind: "unreadable", reason: firstLine(cause instanceof Error ? cause.message : String(cause)) };
  }
}
function loneReturn(text) {
  const at = text.search(/\r(?!\n)/);
  return at === -1 ? void 0 : text.slice(0, at).split("\n").length;
}
function firstLine(text) {
  return (text.split("\n")[0] ?? text).replace(/:$/, "");
}

// src/drivers/releases/listed.ts
var versionText = string({
  error: (issue) => typeof issue.input === "number" ? `a version in quotes, because YAML reads 1.10 as the number 1.1` : 'a version in quotes, such as "4.1.12"'
}).min(1);
var date = string().refine(isPublishedDate, "a date such as 2026-04-24 or 2026-04-24T09:30:00Z");
var webAddress = url({ protocol: /^https?$/, error: "an address that starts with https:// or http://" });
var withdrawal = strictObject({
  reason: string().min(1).describe("Why it must not be used; shown in the plan."),
  url: webAddress.optional().describe("Where the vendor says so."),
  "fixed-in": versionText.optional().describe("The release that fixes it.")
}).describe("Marks a release as withdrawn: no path lands on it.");
var listedRelease = union([
  versionText.describe("The version as it is published: `v4.0.4`."),
  strictObject({
    version: versionText.describe("The version as it is published: `v4.0.4`."),
    date: date.optional().describe("When it was published: `2026-04-24`, or with a time and zone."),
    prerelease: boolean().optional().describe("Left out, the version itself tells."),
    withdrawn: withdrawal.optional(),
    notes: string().optional().describe("Release notes in Markdown."),
    url: webAddress.optional().describe("Where its release notes are."),
    parts: record(string().min(1), versionText).optional().describe('Versions of what was published together with it: `{ chart: "8.1.0" }`.')
  })
]);
function publishedTagFrom(listed2) {
  if (typeof listed2 === "string") return { tag: listed2 };
  const { version: tag2, date: publishedAt2, prerelease: prerelease4, withdrawn, notes, url: url2, parts: parts2 } = listed2;
  return {
    tag: tag2,
    ...publishedAt2 === void 0 ? {} : { publishedAt: publishedAt2 },
    ...prerelease4 === void 0 ? {} : { prerelease: prerelease4 },
    ...withdrawn === void 0 ? {} : { withdrawn: withdrawalFrom(withdrawn) },
    ...notes === void 0 ? {} : { notes },
    ...url2 === void 0 ? {} : { url: url2 },
    ...parts2 === void 0 ? {} : { parts: parts2 }
  };
}
function listedFrom(published) {
  const { tag: version, publishedAt: date2, prerelease: prerelease4, withdrawn, notes, url: url2, parts: parts2 } = published;
  return {
    version,
    ...date2 === void 0 ? {} : { date: date2 },
    ...prerelease4 === void 0 ? {} : { prerelease: prerelease4 },
    ...withdrawn === void 0 ? {} : {
      withdrawn: {
        reason: withdrawn.reason,
        ...withdrawn.url === void 0 ? {} : { url: withdrawn.url },
        ...withdrawn.fixedIn === void 0 ? {} : { "fixed-in": withdrawn.fixedIn }
      }
    },
    ...notes === void 0 ? {} : { notes },
    ...url2 === void 0 ? {} : { url: url2 },
    ...parts2 === void 0 ? {} : { parts: parts2 }
  };
}
function withdrawalFrom(listed2) {
  return {
    reason: listed2.reason,
    ...listed2.url === void 0 ? {} : { url: listed2.url },
    ...listed2["fixed-in"] === void 0 ? {} : { fixedIn: listed2["fixed-in"] }
  };
}

// src/drivers/releases/release-file.ts
var fileShape = union([
  array(listedRelease).min(1),
  strictObject({ source: string().min(1).optional(), releases: array(listedRelease).min(1) })
]);
function parseReleaseFile(text, path4) {
  const read = readYaml(text);
  if (read.kind === "unreadable") throw unreadable2(path4, [read.reason]);
  const parsed = fileShape.safeParse(read.value);
  if (!parsed.success) throw unreadable2(path4, faults(read.value));
  const { data } = parsed;
  const { source = `the file ${path4}`, releases } = Array.isArray(data) ? { source: void 0, releases: data } : { source: data.source, releases: data.releases };
  return { source, tags: releases.map(publishedTagFrom) };
}
var shownFaults = 5;
function faults(value) {
  const entries = union([array(unknown()), object({ releases: array(unknown()) })]).safeParse(value);
  if (!entries.success) return ['it holds neither a list of releases nor a key "releases" with one'];
  const list2 = Array.isArray(entries.data) ? entries.data : entries.data.releases;
  if (list2.length === 0) return ["the list is empty"];
  const wrong = list2.flatMap((entry, index2) => {
    const read = listedRelease.safeParse(entry);
    return read.success ? [] : [`release ${index2 + 1}: ${explain2(read.error.issues)}`];
  });
  if (wrong.length === 0) return ['beside "releases" only the key "source" is known'];
  const more = wrong.length - shownFaults;
  return more > 0 ? [...wrong.slice(0, shownFaults), `and ${more} more`] : wrong;
}
function explain2(issues) {
  const [issue] = issues;
  if (issue?.code !== "invalid_union") return describe(issues);
  const [meant] = issue.errors.toSorted((a, b) => depth(b) - depth(a));
  return describe(meant ?? issues);
}
function depth(issues) {
  return Math.max(0, ...issues.map((issue) => issue.code === "unrecognized_keys" ? 1 : issue.path.length));
}
function describe(issues) {
  return issues.map(({ path: path4, message }) => path4.length === 0 ? message : `${path4.join(".")}: ${message}`).join("; ");
}
function unreadable2(path4, reasons) {
  return new UserError({
    happened: `The file of releases "${path4}" is not right: ${reasons.join("; ")}.`,
    means: "No releases are known, so no path was planned.",
    next: "Each release is a version in quotes, or has the keys version, date, prerelease, withdrawn, notes, url, parts."
  });
}

// src/drivers/releases/file/kind.ts
var file = kind(
  "file",
  template.describe(
    "A YAML or JSON file with a list of releases, as `list` takes them or as `plan --save-releases` wrote it. A relative path starts at the folder of the product definition, or else at the root of the repository that has the configuration."
  ),
  (path4, { effects, where, placeholders }) => ({
    read: async (signal) => {
      const filled = effects.variables.fill(path4, where, placeholders);
      const home = placeholders[productFolder];
      const folders = home === void 0 ? [effects.directory] : [home, effects.directory];
      return await readFirst([...new Set(folders.map((folder) => resolve(folder, filled)))], signal);
    }
  })
);
async function readFirst(paths, signal) {
  for (const path4 of paths) {
    const text = await readIfThere(path4, signal);
    if (text !== void 0) return parseReleaseFile(text, path4);
  }
  throw new UserError({
    happened: `The file of releases was not found: ${paths.map((path4) => `"${path4}"`).join(" and ")} do not exist.`,
    means: "No releases are known, so no path was planned.",
    next: "Correct the path, or check the file out in this job."
  });
}
async function readIfThere(path4, signal) {
  try {
    return await readFile(path4, { encoding: "utf8", ...signal ? { signal } : {} });
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return void 0;
    throw new UserError(
      {
        happened: `The file of releases "${path4}" cannot be read: ${cause instanceof Error ? cause.message : String(cause)}.`,
        means: "No releases are known, so no path was planned.",
        next: "It must be a readable file in YAML or JSON."
      },
      { cause }
    );
  }
}

// src/drivers/releases/github/retry.ts
function judgeGitHub(reply, attempt, now) {
  const limit = limitOf(reply);
  if (limit === "none") return judgeTransient(reply, attempt, now);
  const wait = retryAfter(reply.headers, now) ?? untilReset(reply, now) ?? 6e4 * 2 ** (attempt - 1);
  return { kind: "again", milliseconds: wait, why: `GitHub's ${limit} rate limit is reached` };
}
function limitOf(reply) {
  if (reply.status !== 403 && reply.status !== 429) return "none";
  if (reply.headers.get("x-ratelimit-remaining") === "0") return "primary";
  if (reply.status === 429 || reply.headers.has("retry-after")) return "secondary";
  return /secondary rate limit|abuse detection/i.test(reply.body.slice(0, 2e3)) ? "secondary" : "none";
}
function untilReset(reply, now) {
  const reset = Number(reply.headers.get("x-ratelimit-reset") || Number.NaN);
  if (limitOf(reply) !== "primary" || Number.isNaN(reset)) return void 0;
  const served = Date.parse(reply.headers.get("date") ?? "");
  return Math.max(0, reset * 1e3 - (Number.isNaN(served) ? now.getTime() : served)) + 1e3;
}

// src/drivers/releases/github/failure.ts
function refusedByGitHub(source, url2, reply, asked) {
  return refusedAnswer(source, url2, reply, adviceOnReply(reply, asked));
}
function adviceOnReply(reply, { withToken, now }) {
  const limit = limitOf(reply);
  if (limit !== "none") {
    const reset = untilReset(reply, now);
    const again = reset === void 0 ? "later" : `after ${new Date(now.getTime() + reset).toISOString()}`;
    const token = withToken ? "" : " Without a token GitHub answers 60 requests an hour: give the job GITHUB_TOKEN.";
    return `GitHub's ${limit} rate limit is reached: run the command again ${again}, or use a pinned copy with --releases.${token}`;
  }
  if (reply.status === 401) {
    return "The token is not valid, or has expired: renew it, or leave it out for a public repository.";
  }
  if (reply.status === 403) {
    return 'The token may not read this: it needs "contents: read" on the repository, and must be authorized for its organization where single sign-on is asked for.';
  }
  if (reply.status === 404 && withToken) {
    return "Check the name of the repository; for a private one, the token must be given access to it (contents: read).";
  }
  if (reply.status === 404) {
    return 'Check the name of the repository; a private one needs a token that may read it, in GITHUB_TOKEN or under "token".';
  }
  if (reply.status === 422) {
    return "GitHub shows only the newest 1,000 releases of a repository: read its tags (github-tags), or keep a file of releases.";
  }
  return void 0;
}

// src/drivers/releases/github/pages.ts
var perPage2 = 100;
var mostPages3 = 99;
async function allGitHubItems(path4, item, { access: access3, effects, source }, signal) {
  const get = httpClient(effects, { source, judge: judgeGitHub });
  const first = below(access3.api, path4);
  first.searchParams.set("per_page", String(perPage2));
  return await allPages(source, first, mostPages3, async (url2) => {
    const reply = await confirmed(url2, access3, (headers) => get({ url: url2, headers }, signal));
    if (reply.status !== 200) {
      throw refusedByGitHub(source, url2, reply, { withToken: access3.withToken, now: effects.clock.now() });
    }
    const items = readJson2(array(item), reply, { source, url: url2 });
    return { items, next: nextPage(reply.headers, url2) ?? pageAfter(url2, items.length) };
  });
}
async function confirmed(url2, { cache, headers }, get) {
  const stored = await cache.find(url2);
  const reply = await get(stored === void 0 ? headers : { ...headers, "if-none-match": stored.etag });
  if (reply.status === 304 && stored !== void 0) {
    return { status: 200, headers: new Headers({ link: stored.link }), body: stored.body };
  }
  const etag = reply.headers.get("etag");
  if (reply.status === 200 && etag) {
    await cache.keep(url2, { etag, link: reply.headers.get("link") ?? "", body: reply.body });
  }
  return reply;
}
function pageAfter(url2, count) {
  if (count < perPage2) return void 0;
  const next = new URL(url2);
  next.searchParams.set("page", String(Number(url2.searchParams.get("page") ?? "1") + 1));
  return next;
}

// src/drivers/releases/github/settings.ts
import { join as join2 } from "node:path";

// src/drivers/releases/github/page-cache.ts
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readFile as readFile2, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
var storedPage = strictObject({
  format: literal(1),
  url: string(),
  etag: string().min(1),
  link: string(),
  body: string(),
  /** SHA-256 of the body, in hex: a damaged page counts as none. */
  sha256: string()
});
var noPageCache = { find: async () => void 0, keep: async () => void 0 };
function pageCacheIn(folder) {
  const pathOf = (url2) => join(folder, `${sha256(url2.href)}.json`);
  return {
    find: async (url2) => {
      const page = await readStored(pathOf(url2));
      return page?.url === url2.href && sha256(page.body) === page.sha256 ? page : void 0;
    },
    keep: async (url2, { etag, link, body }) => {
      const page = { format: 1, url: url2.href, etag, link, body, sha256: sha256(body) };
      const unfinished = `${pathOf(url2)}.${randomUUID()}`;
      try {
        await mkdir(folder, { recursive: true, mode: 448 });
        await writeFile(unfinished, JSON.stringify(page), { mode: 384 });
        await rename(unfinished, pathOf(url2));
      } catch {
        await rm(unfinished, { force: true }).catch(() => void 0);
      }
    }
  };
}
async function readStored(path4) {
  try {
    return storedPage.parse(JSON.parse(await readFile2(path4, "utf8")));
  } catch {
    return void 0;
  }
}
function sha256(text) {
  return createHash("sha256").update(text).digest("hex");
}
function cacheFolder(environment) {
  if (environment.STAGED_UPGRADE_CACHE) return environment.STAGED_UPGRADE_CACHE;
  if (environment.XDG_CACHE_HOME) return join(environment.XDG_CACHE_HOME, "staged-upgrade");
  return environment.HOME ? join(environment.HOME, ".cache", "staged-upgrade") : void 0;
}

// src/drivers/releases/github/settings.ts
var githubKeys = {
  repository: string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*\/[A-Za-z0-9._-]+$/, "a repository: owner/name").describe("The repository, e.g. `medplum/medplum`."),
  api: template.optional().describe(
    "The address of the API. Left out: what `GITHUB_API_URL` says, or that of github.com. A product on github.com that is read from GitHub Enterprise needs `https://api.github.com`."
  ),
  token: template.optional().describe(
    "A token that may read the repository: `${RELEASES_TOKEN}`. Left out: `GITHUB_TOKEN` where it is set, sent only to the server that it belongs to. Public repositories need none."
  )
};
var settings5 = strictObject(githubKeys);
var defaultApi = "https://api.github.com";
var apiVersion = "2022-11-28";
function githubAccess(configured, context) {
  const { effects, where, placeholders } = context;
  const home = serverAddress(effects.environment.GITHUB_API_URL || defaultApi, "GITHUB_API_URL").url;
  const api = configured.api === void 0 ? home : serverAddress(effects.variables.fill(configured.api, `${where}.api`, placeholders), `${where}.api`).url;
  const token = readToken(configured.token, context, api.origin === home.origin);
  const folder = cacheFolder(effects.environment);
  return {
    api,
    headers: {
      accept: "application/vnd.github+json",
      "x-github-api-version": apiVersion,
      ...token === void 0 ? {} : { authorization: `Bearer ${token}` }
    },
    withToken: token !== void 0,
    cache: folder === void 0 ? noPageCache : pageCacheIn(join2(folder, "github"))
  };
}
function readToken(configured, context, isHome) {
  const { effects, where, placeholders } = context;
  if (configured !== void 0) return effects.variables.fill(configured, `${where}.token`, placeholders);
  if (!isHome || !effects.environment.GITHUB_TOKEN) return void 0;
  return effects.variables.fill("${GITHUB_TOKEN}", where);
}

// src/drivers/releases/github/releases.ts
var settings6 = strictObject(githubKeys).describe("The releases of a repository on GitHub, with dates and notes. Drafts are left out.");
var release = object({
  tag_name: string().min(1),
  draft: boolean(),
  prerelease: boolean(),
  published_at: string().nullish(),
  html_url: string(),
  body: string().nullish()
});
var githubReleases = kind(
  "github-releases",
  settings6,
  (configured, context) => ({
    read: async (signal) => {
      const { repository } = configured;
      const source = `GitHub releases of ${repository}`;
      const access3 = githubAccess(configured, context);
      const asked = { access: access3, effects: context.effects, source };
      const items = await allGitHubItems(`repos/${repository}/releases`, release, asked, signal);
      const tags = items.filter(({ draft }) => !draft).map(publishedTag);
      return { source, tags: [...new Map(tags.map((tag2) => [tag2.tag, tag2])).values()] };
    }
  })
);
function publishedTag({ tag_name, prerelease: prerelease4, published_at, html_url, body }) {
  return {
    tag: tag_name,
    prerelease: prerelease4,
    url: html_url,
    ...publishedAt(published_at),
    ...body ? { notes: body.replaceAll("\r\n", "\n") } : {}
  };
}

// src/drivers/releases/github/tags.ts
var settings7 = strictObject(githubKeys).describe("The tags of a repository on GitHub. They have no dates, so a rule about the age of releases finds none.");
var tag = object({ name: string().min(1) });
var githubTags = kind("github-tags", settings7, (configured, context) => ({
  read: async (signal) => {
    const { repository } = configured;
    const source = `GitHub tags of ${repository}`;
    const access3 = githubAccess(configured, context);
    const asked = { access: access3, effects: context.effects, source };
    const items = await allGitHubItems(`repos/${repository}/tags`, tag, asked, signal);
    return { source, tags: [...new Set(items.map(({ name }) => name))].map((name) => ({ tag: name })) };
  }
}));

// src/drivers/releases/github/kind.ts
var github = [githubReleases, githubTags];

// src/drivers/releases/helm-index/kind.ts
var import_parse2 = __toESM(require_parse(), 1);
var import_prerelease2 = __toESM(require_prerelease(), 1);
var settings8 = strictObject({
  url: template.describe("The address of the repository, with or without `/index.yaml`."),
  chart: string().min(1).describe("The name of the chart."),
  version: _enum(["chart", "app"]).default("chart").describe("What names a release: the version of the chart, or that of the application in it."),
  username: template.optional().describe("The user, where the repository asks for one."),
  password: template.optional().describe("The password: `${CHARTS_PASSWORD}`.")
}).describe("The versions of a chart in a Helm repository, each with the version of the application in it.");
var chartVersion = object({
  version: string().min(1),
  appVersion: string().optional(),
  created: string().optional(),
  deprecated: string().optional()
});
var index = object({ entries: record(string(), unknown()) });
var helmIndex = kind("helm-index", settings8, (configured, context) => ({
  read: async (signal) => {
    const { effects, where, placeholders } = context;
    const fill = (key) => {
      const text = configured[key];
      return text === void 0 ? void 0 : effects.variables.fill(text, `${where}.${key}`, placeholders);
    };
    const { chart } = configured;
    const source = `Helm chart ${chart}${configured.version === "app" ? ", by application" : ""}`;
    const address = serverAddress(fill("url") ?? "", `${where}.url`);
    const url2 = address.url.pathname.endsWith(".yaml") ? address.url : below(address.url, "index.yaml");
    const user = fill("username");
    const headers = user === void 0 ? address.headers : basicAuthorization(user, fill("password") ?? "");
    const reply = await httpClient(effects, { source })({ url: url2, headers }, signal);
    if (reply.status !== 200) throw refusedAnswer(source, url2, reply);
    const read = readYaml(reply.body, "texts");
    const parsed = read.kind === "value" ? index.safeParse(read.value) : void 0;
    if (!parsed?.success) throw malformedResponse(source, url2, "is no index of a Helm repository");
    const { entries } = parsed.data;
    if (!Object.hasOwn(entries, chart)) throw unknownChart(where, chart, Object.keys(entries));
    const versions = array(chartVersion).safeParse(entries[chart]);
    if (!versions.success) throw malformedResponse(source, url2, `holds entries of ${chart} that cannot be read`);
    return { source, tags: configured.version === "chart" ? versions.data.map(byChart) : byApplication(versions.data) };
  }
}));
function byChart({ version, appVersion, created, deprecated }) {
  return {
    tag: version,
    prerelease: (0, import_prerelease2.default)(version) !== null,
    ...publishedAt(created),
    ...deprecated === "true" ? { withdrawn: { reason: "The chart is marked as deprecated" } } : {},
    parts: { chart: version, ...appVersion ? { app: appVersion } : {} }
  };
}
function byApplication(versions) {
  const tags = /* @__PURE__ */ new Map();
  const newestFirst = versions.toSorted((a, b) => compareCharts(b.version, a.version));
  for (const published of newestFirst.map(byChart)) {
    const tag2 = published.parts?.app;
    if (tag2 === void 0) continue;
    const known = tags.get(tag2);
    const { withdrawn: _withdrawn, prerelease: _prerelease, ...rest } = published;
    if (known === void 0) {
      tags.set(tag2, { ...rest, tag: tag2, ...published.withdrawn ? { withdrawn: published.withdrawn } : {} });
    } else if (known.withdrawn !== void 0 && published.withdrawn === void 0) {
      tags.set(tag2, { ...rest, tag: tag2 });
    }
  }
  return [...tags.values()];
}
function compareCharts(a, b) {
  const [one, other] = [(0, import_parse2.default)(a), (0, import_parse2.default)(b)];
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  return one.compare(other);
}
var shownCharts = 10;
function unknownChart(where, chart, known) {
  const more = known.length > shownCharts ? `, and ${known.length - shownCharts} more` : "";
  return new UserError({
    happened: `${where}.chart names "${chart}", which the repository does not have.`,
    means: "No releases are known, so no path was planned.",
    next: `It has ${known.slice(0, shownCharts).join(", ") || "no charts"}${more}.`
  });
}

// src/drivers/releases/list/kind.ts
var list = kind(
  "list",
  array(listedRelease).min(1).describe("The releases, written out here: versions in quotes, or with dates and more."),
  (listed2, { where }) => ({
    read: async () => ({ source: `the list in ${where}`, tags: listed2.map(publishedTagFrom) })
  })
);

// src/drivers/releases/npm/kind.ts
var import_prerelease3 = __toESM(require_prerelease(), 1);
var settings9 = strictObject({
  package: string().regex(
    /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-zA-Z0-9~-][a-zA-Z0-9._~-]*$/,
    "the name of a package: name or @scope/name"
  ).describe("The package, e.g. `unleash-server`."),
  registry: template.optional().describe(
    "The address of the registry. Left out: the one that `npm_config_registry` names, or that npm is set to."
  ),
  token: template.optional().describe("A token that may read the package: `${NPM_TOKEN}`.")
}).describe("All versions of an npm package, with their dates; deprecated versions count as withdrawn.");
var packument = object({
  versions: record(string(), object({ deprecated: unknown().optional() })),
  time: record(string(), unknown()).optional()
});
var npm = kind(
  "npm",
  settings9,
  (configured, { effects, where, placeholders }) => ({
    read: async (signal) => {
      const fill = (key) => {
        const text = configured[key];
        return text === void 0 ? void 0 : effects.variables.fill(text, `${where}.${key}`, placeholders);
      };
      const registry = fill("registry") ?? (effects.environment.npm_config_registry || await npmsOwn(configured.package, effects, where));
      const token = fill("token");
      const source = `npm package ${configured.package}`;
      const address = serverAddress(registry, `${where}.registry`);
      const url2 = below(address.url, configured.package.replace("/", "%2f"));
      const login = token === void 0 ? address.headers : { authorization: `Bearer ${token}` };
      const headers = { accept: "application/json", ...login };
      const reply = await httpClient(effects, { source })({ url: url2, headers }, signal);
      if (reply.status !== 200) throw refusedAnswer(source, url2, reply);
      const { versions, time = {} } = readJson2(packument, reply, { source, url: url2 });
      const tags = Object.entries(versions).map(
        ([version, { deprecated }]) => ({
          tag: version,
          prerelease: (0, import_prerelease3.default)(version) !== null,
          ...publishedAt(time[version]),
          ...withdrawalOf(deprecated)
        })
      );
      return { source, tags };
    }
  })
);
async function npmsOwn(packageName, effects, where) {
  const [, scope] = /^(@[^/]+)\//.exec(packageName) ?? [];
  const ofScope = scope === void 0 ? void 0 : await npmSetting(`${scope}:registry`, effects, where);
  if (ofScope !== void 0 && URL.canParse(ofScope)) return ofScope;
  const registry = await npmSetting("registry", effects, where);
  if (registry !== void 0 && URL.canParse(registry)) return registry;
  throw notNamed("npm did not say which registry it uses (npm config get registry).", where);
}
async function npmSetting(name, effects, where) {
  const { processes, directory } = effects;
  const environment = childEnvironment(effects);
  const argv2 = ["npm", "config", "get", name];
  const asked = await processes.run({ argv: argv2, environment, directory }).catch((cause) => {
    if (!(cause instanceof SystemFailure)) throw cause;
    throw notNamed(`npm was to say which registry it uses. ${cause.detail.happened}`, where, { cause });
  });
  return asked.exitCode === 0 ? asked.stdout.trim() : void 0;
}
function notNamed(happened, where, options) {
  const means2 = "The releases were not read, and no path was planned.";
  const next = `Name the registry: ${where}.registry, or the variable npm_config_registry.`;
  return new SystemFailure({ happened, means: means2, next }, options);
}
function withdrawalOf(deprecated) {
  if (typeof deprecated === "string" && deprecated.trim() !== "") return { withdrawn: { reason: deprecated.trim() } };
  if (deprecated === true) return { withdrawn: { reason: "It is marked as deprecated on the registry" } };
  return {};
}

// src/drivers/releases/oci/image-name.ts
var dockerHub = { name: "docker.io", api: "registry-1.docker.io" };
var component = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";
var path3 = new RegExp(`^${component}(?:/${component})*$`);
function parseImageName(text) {
  const [first = "", ...rest] = text.replace(/^oci:\/\//, "").split("/");
  const namesRegistry = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
  const host = namesRegistry ? first : dockerHub.name;
  const name = namesRegistry ? rest.join("/") : [first, ...rest].join("/");
  if (!path3.test(name)) return void 0;
  const isHub = host === dockerHub.name || host === `index.${dockerHub.name}`;
  const scheme = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(host) ? "http" : "https";
  const registry = URL.parse(`${scheme}://${isHub ? dockerHub.api : host}/`);
  if (registry === null || registry.username !== "" || registry.pathname !== "/") return void 0;
  return { registry, repository: isHub && !name.includes("/") ? `library/${name}` : name };
}

// src/drivers/releases/oci/challenge.ts
function readChallenge(header, registry, defaultScope) {
  const text = header ?? "";
  if (/^\s*basic\b/i.test(text)) return { kind: "basic" };
  if (!/^\s*bearer\b/i.test(text)) return { kind: "unknown" };
  const parameters = /* @__PURE__ */ new Map();
  for (const [, name = "", quoted3, bare] of text.matchAll(/(\w+)\s*=\s*(?:"([^"]*)"|([^\s,"]+))/g)) {
    parameters.set(name.toLowerCase(), quoted3 ?? bare ?? "");
  }
  const realm = URL.parse(parameters.get("realm") ?? "");
  if (realm === null) return { kind: "unknown" };
  const isSafe = realm.protocol === "https:" || realm.protocol === "http:" && registry.protocol === "http:";
  if (!isSafe || realm.username !== "") return { kind: "unknown" };
  const service = parameters.get("service");
  if (service !== void 0) realm.searchParams.set("service", service);
  realm.searchParams.set("scope", parameters.get("scope") || defaultScope);
  return { kind: "bearer", realm };
}

// src/drivers/releases/oci/registry-client.ts
var tokenAnswer2 = object({ token: string().min(1).optional(), access_token: string().min(1).optional() }).transform((answer) => answer.token ?? answer.access_token).pipe(string());
function registryClient(image, login, http2, source) {
  const basic = login && basicAuthorization(login.user, login.password);
  let authorization;
  const answerTo = async (refusal, signal) => {
    const scope = `repository:${image.repository}:pull`;
    const challenge = readChallenge(refusal.headers.get("www-authenticate"), image.registry, scope);
    if (challenge.kind === "unknown") return void 0;
    if (challenge.kind === "basic") return basic;
    const reply = await http2({ url: challenge.realm, headers: basic ?? {} }, signal);
    if (reply.status !== 200) throw refusedAnswer(source, challenge.realm, reply);
    return { authorization: `Bearer ${readJson2(tokenAnswer2, reply, { source, url: challenge.realm })}` };
  };
  return async (url2, signal) => {
    const reply = await http2({ url: url2, headers: authorization ?? {} }, signal);
    if (reply.status !== 401) return reply;
    authorization = await answerTo(reply, signal);
    return authorization === void 0 ? reply : await http2({ url: url2, headers: authorization }, signal);
  };
}

// src/drivers/releases/oci/kind.ts
var settings10 = strictObject({
  repository: template.describe(
    "The image or chart, without a tag: `medplum/medplum-server` is on Docker Hub, `ghcr.io/acme/records` elsewhere."
  ),
  username: template.optional().describe("The user, where the registry asks for one."),
  password: template.optional().describe("The password or token: `${REGISTRY_PASSWORD}`.")
}).describe(
  "The tags of an image or a chart in a container registry. They have no dates, and a tag can be moved to another image."
);
var tagList = object({ tags: array(string().min(1)).nullish() });
var perPage3 = 1e3;
var mostPages4 = 1e3;
var ociTags = kind("oci-tags", settings10, (configured, context) => ({
  read: async (signal) => {
    const { effects, where, placeholders } = context;
    const fill = (key) => {
      const text = configured[key];
      return text === void 0 ? void 0 : effects.variables.fill(text, `${where}.${key}`, placeholders);
    };
    const name = fill("repository") ?? "";
    const image = parseImageName(name) ?? notAnImage(name, where);
    const source = `tags of ${name}`;
    const user = fill("username");
    const login = user === void 0 ? void 0 : { user, password: fill("password") ?? "" };
    const get = registryClient(image, login, httpClient(effects, { source }), source);
    const first = below(image.registry, `v2/${image.repository}/tags/list`);
    first.searchParams.set("n", String(perPage3));
    const tags = await allPages(source, first, mostPages4, async (url2) => {
      const reply = await get(url2, signal);
      if (reply.status !== 200)
        throw refusedAnswer(source, url2, reply, adviceOnRegistry(reply.status, login !== void 0));
      return { items: readJson2(tagList, reply, { source, url: url2 }).tags ?? [], next: nextPage(reply.headers, url2) };
    });
    return { source, tags: [...new Set(tags)].map((tag2) => ({ tag: tag2 })) };
  }
}));
function adviceOnRegistry(status, withLogin) {
  if (status !== 401 && status !== 403) return void 0;
  return withLogin ? "Check username and password of this source, and that they may pull the image." : "Check the name of the image; a private one needs username and password, which may pull it.";
}
function notAnImage(name, where) {
  throw new UserError({
    happened: `${where}.repository is "${name}", which is not the name of an image.`,
    means: "No releases are known, so no path was planned.",
    next: "Write it in small letters without a tag: medplum/medplum-server, or ghcr.io/acme/records."
  });
}

// src/drivers/releases/pypi/project-page.ts
var projectPage = object({
  versions: array(string()).optional(),
  files: array(
    object({
      filename: string(),
      /** A text is the reason. */
      yanked: union([boolean(), string()]).optional(),
      "upload-time": unknown().optional()
    })
  )
});
function tagsOf(project, { versions, files }) {
  const read = versionReader2(project);
  const byVersion = /* @__PURE__ */ new Map();
  for (const text of versions ?? []) byVersion.set(keyOf(text), { text, files: [] });
  for (const file2 of files) {
    const text = read(file2.filename);
    if (text === void 0) continue;
    const known = byVersion.get(keyOf(text));
    if (known !== void 0) known.files.push(file2);
    else if (versions === void 0) byVersion.set(keyOf(text), { text, files: [file2] });
  }
  return [...byVersion.values()].map(({ text, files: own }) => ({
    tag: text,
    ...firstDate(own),
    ...withdrawalOf2(own)
  }));
}
function firstDate(files) {
  const dates = files.flatMap((file2) => publishedAt(file2["upload-time"]).publishedAt ?? []);
  const [first] = dates.toSorted((a, b) => Date.parse(a) - Date.parse(b));
  return first === void 0 ? {} : { publishedAt: first };
}
function withdrawalOf2(files) {
  if (files.length === 0) return { withdrawn: { reason: "The index has no file of it that can be installed" } };
  if (files.some(({ yanked }) => yanked === void 0 || yanked === false)) return {};
  const said2 = files.map(({ yanked }) => yanked).find((each) => typeof each === "string" && each.trim() !== "");
  return { withdrawn: { reason: typeof said2 === "string" ? said2.trim() : "It is yanked on the index" } };
}
var archive = /\.(?:tar\.gz|tar\.bz2|tar\.xz|tgz|zip)$/i;
var builtFile = /\.(?:whl|egg)$/i;
function versionReader2(project) {
  const name = project.split(/[-_.]+/).join("[-_.]+");
  const named = new RegExp(`^${name}-(?<rest>.+)$`, "i");
  return (filename) => {
    const rest = named.exec(filename)?.groups?.rest;
    if (rest === void 0) return void 0;
    if (builtFile.test(rest)) return rest.replace(builtFile, "").split("-")[0];
    return archive.test(rest) ? rest.replace(archive, "") : void 0;
  };
}
function keyOf(text) {
  const [, local = ""] = text.split("+");
  const parsed = parseVersionText(text, "pep440");
  if (parsed === void 0) return text.toLowerCase();
  const numbers = parsed.numbers.slice(0, parsed.numbers.findLastIndex((number2) => number2 !== 0) + 1);
  return JSON.stringify([numbers, parsed.prerelease, parsed.revision, local.toLowerCase().replaceAll(/[-_.]+/g, ".")]);
}

// src/drivers/releases/pypi/kind.ts
var publicIndex = "https://pypi.org/simple";
var settings11 = strictObject({
  project: string().regex(/^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i, 'the name of a project: letters, digits, ".", "_" and "-"').describe("The project, e.g. `jupyterhub`."),
  index: template.optional().describe(
    `The address of the index. Left out: the one that \`PIP_INDEX_URL\` names, or ${publicIndex}. It must offer the JSON form of the simple index.`
  )
}).describe(
  "All versions of a Python project, with the dates of their files; versions whose files are all yanked count as withdrawn. They are read by `scheme: pep440`."
);
var accepted = "application/vnd.pypi.simple.v1+json";
var pypi = kind(
  "pypi",
  settings11,
  ({ project, index: index2 }, { effects, where, placeholders }) => ({
    read: async (signal) => {
      const source = `PyPI project ${project}`;
      const written = index2 === void 0 ? void 0 : effects.variables.fill(index2, `${where}.index`, placeholders);
      const address = serverAddress(
        written ?? (effects.environment.PIP_INDEX_URL || publicIndex),
        written === void 0 ? "The variable PIP_INDEX_URL" : `${where}.index`
      );
      const name = project.toLowerCase().replaceAll(/[-_.]+/g, "-");
      const url2 = below(address.url, `${name}/`);
      const headers = { accept: accepted, ...address.headers };
      const reply = await httpClient(effects, { source })({ url: url2, headers }, signal);
      if (reply.status !== 200) throw refusedAnswer(source, url2, reply, reply.status === 406 ? noJson : void 0);
      return { source, tags: tagsOf(project, readJson2(projectPage, reply, { source, url: url2 })) };
    }
  })
);
var noJson = 'This index does not offer its pages as JSON: name another one under "index", or use another release source, such as a file.';

// src/drivers/releases.ts
var single = oneOf([list, file, npm, pypi, crates, ...github, helmIndex, ociTags]);
var releaseSource = oneOf([single, combined(single)]);

// src/world/processes/programs.ts
import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { delimiter, join as join3, resolve as resolve2 } from "node:path";

// src/core/messages/finding.ts
function fine(subject, happened) {
  return { kind: "ok", subject, happened, means: "", next: "" };
}
function problem(subject, message) {
  return { kind: "problem", subject, ...message };
}
function warning(subject, message) {
  return { kind: "warning", subject, ...message };
}
function cannotTell(subject, message) {
  return { kind: "cannot-tell", subject, ...message };
}

// src/world/processes/programs.ts
async function programFindings(programs, place2, subject) {
  const missing2 = [];
  for (const { where, program } of programs) {
    if (await isThere(program, place2)) continue;
    missing2.push(
      problem(subject, {
        happened: `The program "${program}", which ${where} starts, is not on this machine.`,
        means: "The step that needs it would fail.",
        next: `Install it on the runner, check it out in this job, or correct ${where}.`
      })
    );
  }
  if (missing2.length > 0 || programs.length === 0) return missing2;
  return [fine(subject, `Their programs are here: ${[...new Set(programs.map((each) => each.program))].join(", ")}.`)];
}
async function isThere(program, { directory, environment }) {
  const candidates = program.includes("/") ? [resolve2(directory, program)] : (environment.PATH ?? "").split(delimiter).filter((folder) => folder !== "").map((folder) => join3(resolve2(directory, folder), program));
  for (const candidate of candidates) {
    try {
      await access(candidate, constants.X_OK);
      return true;
    } catch {
    }
  }
  return false;
}

// src/drivers/deployers/command/init.ts
var commandInit = {
  name: "command",
  title: "a command of yours, such as a script",
  settings: {
    run: { usual: ["./deploy/deploy.sh", "{environment}", "{version}"], input: "deploy" },
    stop: { usual: ["./deploy/stop.sh", "{environment}"], input: "stop" },
    env: {
      usual: (dataVariables) => dataVariables,
      comment: "A command gets the secrets that it names here, and no others."
    }
  }
};

// src/drivers/deployers/command/kind.ts
var settings12 = strictObject({
  run: argv.describe(
    "Puts `{version}` in place. It gets STAGED_UPGRADE_VERSION, _FROM, _TO and _ENVIRONMENT as variables too."
  ),
  stop: argv.optional().describe("Stops the server, so that its database can be replaced. Staging needs it."),
  env: record(string(), template).default({}).describe(
    "Variables for these commands. Of the secrets of this file they get those that stand here or in `run`; what else the job has, they inherit."
  )
});
var part2 = kind("command", settings12, (configured, context) => {
  const stop = configured.stop;
  const fillAll = (run, placeholders) => run.map((text) => context.effects.variables.fill(text, `${context.where}.run`, placeholders));
  return {
    kind: "command",
    // What a command puts in place, only the command knows: whether it is to be had cannot be looked up.
    preflight: async ({ hops, subject }) => {
      filledVariables(configured.env, context);
      const deploys = hops.flatMap(
        ({ from: from2, to, parts: parts2 }) => [
          ["from", from2],
          ["to", to]
        ].map(
          ([side, version]) => fillAll(configured.run, { ...context.placeholders, ...partPlaceholders(parts2?.[side]), version, from: from2, to })
        )
      );
      const stops = stop === void 0 ? [] : [fillAll(stop, context.placeholders)];
      const programs = [...deploys.slice(0, 1), ...stops].map(([program = ""]) => ({ where: context.where, program }));
      return await programFindings(programs, context.effects, subject);
    },
    deploy: async (request2) => {
      const { version, from: from2, to, parts: parts2 } = request2;
      const placeholders = { ...context.placeholders, ...partPlaceholders(parts2), version, from: from2, to };
      await runUserCommandOrFail(
        {
          run: configured.run,
          env: configured.env,
          environment: request2.environment,
          log: request2.log,
          ...request2.signal ? { signal: request2.signal } : {}
        },
        { ...context, placeholders },
        `It is not known whether ${request2.version} was put in place.`
      );
    },
    ...stop === void 0 ? {} : {
      stop: async (request2) => {
        await runUserCommandOrFail(
          {
            run: stop,
            env: configured.env,
            log: request2.log,
            ...request2.signal ? { signal: request2.signal } : {}
          },
          context,
          "The server may still be running."
        );
      }
    }
  };
});
var command2 = { part: part2, init: commandInit };

// src/drivers/deployers.ts
var kinds2 = [command2];
var deployer = oneOf(kinds2.map(({ part: part3 }) => part3));
var deployerInit = kinds2.map(({ init }) => init);

// src/products/stages.ts
var manualStep = strictObject({
  id: string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, "small letters, digits, dots and hyphens, such as tell-users").describe("The id with which a person acknowledges that the step is done."),
  text: string().min(1).describe("What to do, as an instruction to the reader."),
  url: url().exactOptional().describe("Where it is described.")
});
var stage = strictObject({
  name: slug.describe("Its label on the path, in hops and in commands."),
  title: string().min(1).describe("What people read."),
  reason: string().min(1).describe("Why the change has this stage; the plan shows it."),
  url: url().exactOptional().describe("Where it is described."),
  reached: reachedProbe.describe(
    "Says whether this stage is reached. The system is at the last stage of the list whose probe says so; when a later one cannot be asked, its state is unknown."
  ),
  deploy: deployer.optional().describe(
    "Leads here from the stage before. It gets `{from}`, `{to}`, `{environment}` and `{access.<name>}`. Left out: the `deploy` of the environment. A run that was killed runs it again, so it must continue where it was."
  ),
  back: deployer.optional().describe(
    "Leads from here back to the stage before, `{from}`, without losing anything. Left out: the stage cannot be gone back from."
  ),
  parts: partVersions.default({}).describe(
    "The versions of the parts that belong to this stage, by their names; `{parts.chart}` hands them to its deploy."
  ),
  manual: array(manualStep).default([]).describe("What a person must do before; it blocks the hop until acknowledged."),
  smoke: array(smokeTest).default([]).describe("Tests that must pass at this stage, besides those of the product.")
});
var stageList = array(stage).min(2).refine((stages) => new Set(stages.map(({ name }) => name)).size === stages.length, {
  error: "stages whose names all differ"
}).refine((stages) => new Set(stages.flatMap(({ manual: manual2 }) => manual2.map(({ id }) => id))).size === dutiesIn(stages), {
  error: "manual steps whose ids all differ: a step is acknowledged by its id"
});
function dutiesIn(stages) {
  return stages.reduce((sum, { manual: manual2 }) => sum + manual2.length, 0);
}

// src/products/definition.ts
var description = {
  name: slug.describe("The name by which the configuration asks for the product."),
  title: string().min(1).describe("The name that people read."),
  documentation: url().optional().describe("The vendor's own page about upgrades.")
};
var access2 = record(slug, strictObject({ description: string().min(1) })).default({}).describe("Credentials that the probes need; each environment gives them a value under `access:`.");
var parts = record(partName, versionProbe).optional().describe(
  "In which version its parts beside the release are there, by their names: `chart`, `database`. What no probe shows, a person gives."
);
var tests = {
  smoke: array(smokeTest).default([]).describe("Tests that every installation of the product must pass."),
  evidence: array(evidenceSource).default([]).describe(
    "What its vendor will ask for after a failure, such as the list of its jobs: asked of production then, and kept in the diagnostics file beside the whole answers of the probes."
  )
};
var versionsProduct = strictObject({
  ...description,
  versions: versionScheme.describe("How the product's tags and version texts are read."),
  releases: releaseSource.describe("Where the published versions are found."),
  path: pathRules.describe("Which steps from one release to another the vendor allows, and why."),
  facts: record(slug, declaredFact).optional().describe(
    "The facts that `when` of its rules asks for, with what a person must know to answer. One that is not declared is read as its rules compare it."
  ),
  access: access2,
  probes: strictObject({
    health: healthProbe.describe("Is it serving?"),
    version: versionProbe.describe("Which release answers?"),
    migrations: migrationsProbe.optional().describe(
      "How far its migrations are. Without it, migrations are done when the release answers and is healthy."
    ),
    parts
  }).describe("How the live system is observed."),
  migrations: strictObject({
    defer: strictObject({
      env: record(string(), string()).describe("Variables that a deploy sets to keep the migrations back, and leaves unset to let them run.")
    }).describe("How a release is deployed without starting its migrations: this opens the rollback window."),
    start: migrationStarter.describe("How the migrations that were kept back are started."),
    settle: duration.prefault("10s").describe("How long after a deferred deploy it is watched that nothing has started."),
    trace: duration.prefault("2m").describe("How long the start of a migration may leave no trace in the probe before it counts as lost.")
  }).optional().describe(
    "Left out for a product whose migrations run at start-up and cannot be deferred: it has no rollback window."
  ),
  ...tests
});
var stagesProduct = strictObject({
  ...description,
  stages: stageList.describe(
    "The stages of the change in their order, none of which is left out. The first is where it starts."
  ),
  access: access2,
  probes: strictObject({
    health: healthProbe.optional().describe("Is it serving? Left out: it is taken to serve at every stage that is reached."),
    parts
  }).prefault({}).describe("How the live system is observed, besides the stages."),
  ...tests
});
var productDefinition = union([versionsProduct, stagesProduct]);
function hasStages(product) {
  return "stages" in product;
}
function reversibleStages({ stages }) {
  return stages.filter(({ back }) => back !== void 0).map(({ name }) => name);
}

export {
  httpFetch,
  proxySecrets,
  referenceTo,
  hopId,
  isLabel,
  isHopId,
  environmentNames,
  releaseSides,
  partName,
  partVersion,
  partVersions,
  hopParts,
  partPlaceholders,
  parseDuration,
  duration,
  jobLimit,
  template,
  argv,
  slug,
  compareVersions,
  compareNumbers,
  exactVersion,
  acceptedForms,
  readFact,
  evaluate,
  readVersion,
  labelOfVersion,
  versionReader,
  contains,
  uncovered,
  without,
  catalogueOf,
  entryAt,
  releaseGraphOf,
  lineOf,
  lineAt,
  labelAt,
  liftedByDefault,
  overrulable,
  applyForbidden,
  exceptionOf,
  applyOnly,
  applyEnterOnlyFrom,
  newestUsable,
  applyLandOn,
  applyFinishLineFirst,
  applyBetweenMajors,
  applyLinesPerHop,
  listed,
  hopTest,
  manualStepOf,
  applyMigrations,
  partTableOf,
  carrierOf,
  applyNeedsPart,
  applyRequiredStops,
  partsAskedBy,
  factTypesIn,
  factsAskedBy,
  kind,
  namedKind,
  oneOf,
  kindTitle,
  variablesFrom,
  variableNames,
  namesSecret,
  looksSecret,
  passwordsIn,
  shown,
  quoted2 as quoted,
  plainVariables,
  templates,
  childEnvironment,
  secretVariables,
  runUserCommand,
  filledVariables,
  endedWell,
  howItEnded,
  runUserCommandOrFail,
  silentLog,
  answersOfProbes,
  openEvidence,
  smokeTest,
  tokenSource,
  releaseLimits,
  productFolder,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  isNode,
  visit,
  LineCounter,
  parseDocument,
  parse,
  stringify3 as stringify,
  duplicateKeys,
  mostLevels,
  tooDeepAt,
  loneReturn,
  listedFrom,
  parseReleaseFile,
  fine,
  problem,
  warning,
  cannotTell,
  programFindings,
  deployer,
  deployerInit,
  versionsProduct,
  stagesProduct,
  productDefinition,
  hasStages,
  reversibleStages
};
