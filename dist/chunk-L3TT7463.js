import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  isLabel
} from "./chunk-WNC3J4Y2.js";
import {
  template
} from "./chunk-X67IRU5F.js";
import {
  array,
  m,
  strictObject,
  string,
  union
} from "./chunk-K63SF6ED.js";
import {
  UserError
} from "./chunk-NJJAAM2E.js";
import {
  __commonJS,
  __toESM
} from "./chunk-PRKZQ3BE.js";

// node_modules/semver/internal/debug.js
var require_debug = __commonJS({
  "node_modules/semver/internal/debug.js"(exports, module) {
    "use strict";
    var debug = typeof process == "object" && process.env && process.env.NODE_DEBUG && /\bsemver\b/i.test(process.env.NODE_DEBUG) ? (...e) => console.error("SEMVER", ...e) : () => {
    };
    module.exports = debug;
  }
});

// node_modules/semver/internal/constants.js
var require_constants = __commonJS({
  "node_modules/semver/internal/constants.js"(exports, module) {
    "use strict";
    var SEMVER_SPEC_VERSION = "2.0.0";
    var MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER || 9007199254740991;
    var MAX_SAFE_COMPONENT_LENGTH = 16;
    var MAX_SAFE_BUILD_LENGTH = 250;
    var WHITESPACE_CHARACTERS = ["	", `
`, "\v", "\f", "\r", " ", "\xA0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000", "\uFEFF"];
    var RELEASE_TYPES = ["major", "premajor", "minor", "preminor", "patch", "prepatch", "prerelease"];
    module.exports = { MAX_LENGTH: 256, MAX_SAFE_COMPONENT_LENGTH, MAX_SAFE_BUILD_LENGTH, MAX_SAFE_INTEGER, WHITESPACE_CHARACTERS, RELEASE_TYPES, SEMVER_SPEC_VERSION, FLAG_INCLUDE_PRERELEASE: 1, FLAG_LOOSE: 2 };
  }
});

// node_modules/semver/internal/re.js
var require_re = __commonJS({
  "node_modules/semver/internal/re.js"(exports, module) {
    "use strict";
    var { MAX_SAFE_COMPONENT_LENGTH, MAX_SAFE_BUILD_LENGTH, MAX_LENGTH } = require_constants();
    var debug = require_debug();
    exports = module.exports = {};
    var re = exports.re = [];
    var safeRe = exports.safeRe = [];
    var src = exports.src = [];
    var safeSrc = exports.safeSrc = [];
    var t = exports.t = {};
    var R = 0;
    var LETTERDASHNUMBER = "[a-zA-Z0-9-]";
    var safeRegexReplacements = [["\\s", 1], ["\\d", MAX_LENGTH], [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH]];
    var makeSafeRegex = (I) => {
      for (const [E, L] of safeRegexReplacements) I = I.split(`${E}*`).join(`${E}{0,${L}}`).split(`${E}+`).join(`${E}{1,${L}}`);
      return I;
    };
    var createToken = (I, E, L) => {
      const O = makeSafeRegex(E), N3 = R++;
      debug(I, N3, E), t[I] = N3, src[N3] = E, safeSrc[N3] = O, re[N3] = new RegExp(E, L ? "g" : void 0), safeRe[N3] = new RegExp(O, L ? "g" : void 0);
    };
    createToken("NUMERICIDENTIFIER", "0|[1-9]\\d*"), createToken("NUMERICIDENTIFIERLOOSE", "\\d+"), createToken("NONNUMERICIDENTIFIER", `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`), createToken("MAINVERSION", `(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})`), createToken("MAINVERSIONLOOSE", `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})`), createToken("PRERELEASEIDENTIFIER", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIER]})`), createToken("PRERELEASEIDENTIFIERLOOSE", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIERLOOSE]})`), createToken("PRERELEASE", `(?:-(${src[t.PRERELEASEIDENTIFIER]}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`), createToken("PRERELEASELOOSE", `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`), createToken("BUILDIDENTIFIER", `${LETTERDASHNUMBER}+`), createToken("BUILD", `(?:\\+(${src[t.BUILDIDENTIFIER]}(?:\\.${src[t.BUILDIDENTIFIER]})*))`), createToken("FULLPLAIN", `v?${src[t.MAINVERSION]}${src[t.PRERELEASE]}?${src[t.BUILD]}?`), createToken("FULL", `^${src[t.FULLPLAIN]}$`), createToken("LOOSEPLAIN", `[v=\\s]*${src[t.MAINVERSIONLOOSE]}${src[t.PRERELEASELOOSE]}?${src[t.BUILD]}?`), createToken("LOOSE", `^${src[t.LOOSEPLAIN]}$`), createToken("GTLT", "((?:<|>)?=?)"), createToken("XRANGEIDENTIFIERLOOSE", `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`), createToken("XRANGEIDENTIFIER", `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`), createToken("XRANGEPLAIN", `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:${src[t.PRERELEASE]})?${src[t.BUILD]}?)?)?`), createToken("XRANGEPLAINLOOSE", `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:${src[t.PRERELEASELOOSE]})?${src[t.BUILD]}?)?)?`), createToken("XRANGE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`), createToken("XRANGELOOSE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`), createToken("COERCEPLAIN", `(^|[^\\d])(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}})(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`), createToken("COERCE", `${src[t.COERCEPLAIN]}(?:$|[^\\d])`), createToken("COERCEFULL", src[t.COERCEPLAIN] + `(?:${src[t.PRERELEASE]})?(?:${src[t.BUILD]})?(?:$|[^\\d])`), createToken("COERCERTL", src[t.COERCE], true), createToken("COERCERTLFULL", src[t.COERCEFULL], true), createToken("LONETILDE", "(?:~>?)"), createToken("TILDETRIM", `(\\s*)${src[t.LONETILDE]}\\s+`, true), exports.tildeTrimReplace = "$1~", createToken("TILDE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`), createToken("TILDELOOSE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`), createToken("LONECARET", "(?:\\^)"), createToken("CARETTRIM", `(\\s*)${src[t.LONECARET]}\\s+`, true), exports.caretTrimReplace = "$1^", createToken("CARET", `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`), createToken("CARETLOOSE", `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`), createToken("COMPARATORLOOSE", `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`), createToken("COMPARATOR", `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`), createToken("COMPARATORTRIM", `(\\s*)${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true), exports.comparatorTrimReplace = "$1$2$3", createToken("HYPHENRANGE", `^\\s*(${src[t.XRANGEPLAIN]})\\s+-\\s+(${src[t.XRANGEPLAIN]})\\s*$`), createToken("HYPHENRANGELOOSE", `^\\s*(${src[t.XRANGEPLAINLOOSE]})\\s+-\\s+(${src[t.XRANGEPLAINLOOSE]})\\s*$`), createToken("STAR", "(<|>)?=?\\s*\\*"), createToken("GTE0", "^\\s*>=\\s*0\\.0\\.0\\s*$"), createToken("GTE0PRE", "^\\s*>=\\s*0\\.0\\.0-0\\s*$");
  }
});

// node_modules/semver/internal/parse-options.js
var require_parse_options = __commonJS({
  "node_modules/semver/internal/parse-options.js"(exports, module) {
    "use strict";
    var looseOption = Object.freeze({ loose: true });
    var emptyOpts = Object.freeze({});
    var parseOptions = (e) => e ? typeof e != "object" ? looseOption : e : emptyOpts;
    module.exports = parseOptions;
  }
});

// node_modules/semver/internal/identifiers.js
var require_identifiers = __commonJS({
  "node_modules/semver/internal/identifiers.js"(exports, module) {
    "use strict";
    var numeric = /^[0-9]+$/;
    var compareIdentifiers2 = (e, t) => {
      if (typeof e == "number" && typeof t == "number") return e === t ? 0 : e < t ? -1 : 1;
      const n = numeric.test(e), r = numeric.test(t);
      return n && r && (e = +e, t = +t), e === t ? 0 : n && !r ? -1 : r && !n ? 1 : e < t ? -1 : 1;
    };
    var rcompareIdentifiers = (e, t) => compareIdentifiers2(t, e);
    module.exports = { compareIdentifiers: compareIdentifiers2, rcompareIdentifiers };
  }
});

// node_modules/semver/classes/semver.js
var require_semver = __commonJS({
  "node_modules/semver/classes/semver.js"(exports, module) {
    "use strict";
    var debug = require_debug();
    var { MAX_LENGTH, MAX_SAFE_INTEGER } = require_constants();
    var { safeRe: re, t } = require_re();
    var parseOptions = require_parse_options();
    var { compareIdentifiers: compareIdentifiers2 } = require_identifiers();
    var isPrereleaseIdentifier = (a3, e) => {
      const r = e.split(".");
      if (r.length > a3.length) return false;
      for (let s = 0; s < r.length; s++) if (compareIdentifiers2(a3[s], r[s]) !== 0) return false;
      return true;
    };
    var SemVer = class _SemVer {
      constructor(e, r) {
        if (r = parseOptions(r), e instanceof _SemVer) {
          if (e.loose === !!r.loose && e.includePrerelease === !!r.includePrerelease) return e;
          e = e.version;
        } else if (typeof e != "string") throw new TypeError(`Invalid version. Must be a string. Got type "${typeof e}".`);
        if (e.length > MAX_LENGTH) throw new TypeError(`version is longer than ${MAX_LENGTH} characters`);
        debug("SemVer", e, r), this.options = r, this.loose = !!r.loose, this.includePrerelease = !!r.includePrerelease;
        const s = e.trim().match(r.loose ? re[t.LOOSE] : re[t.FULL]);
        if (!s) throw new TypeError(`Invalid Version: ${e}`);
        if (this.raw = e, this.major = +s[1], this.minor = +s[2], this.patch = +s[3], this.major > MAX_SAFE_INTEGER || this.major < 0) throw new TypeError("Invalid major version");
        if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) throw new TypeError("Invalid minor version");
        if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) throw new TypeError("Invalid patch version");
        s[4] ? this.prerelease = s[4].split(".").map((i) => {
          if (/^[0-9]+$/.test(i)) {
            const n = +i;
            if (n >= 0 && n < MAX_SAFE_INTEGER) return n;
          }
          return i;
        }) : this.prerelease = [], this.build = s[5] ? s[5].split(".") : [], this.format();
      }
      format() {
        return this.version = `${this.major}.${this.minor}.${this.patch}`, this.prerelease.length && (this.version += `-${this.prerelease.join(".")}`), this.version;
      }
      toString() {
        return this.version;
      }
      compare(e) {
        if (debug("SemVer.compare", this.version, this.options, e), !(e instanceof _SemVer)) {
          if (typeof e == "string" && e === this.version) return 0;
          e = new _SemVer(e, this.options);
        }
        return e.version === this.version ? 0 : this.compareMain(e) || this.comparePre(e);
      }
      compareMain(e) {
        return e instanceof _SemVer || (e = new _SemVer(e, this.options)), this.major < e.major ? -1 : this.major > e.major ? 1 : this.minor < e.minor ? -1 : this.minor > e.minor ? 1 : this.patch < e.patch ? -1 : this.patch > e.patch ? 1 : 0;
      }
      comparePre(e) {
        if (e instanceof _SemVer || (e = new _SemVer(e, this.options)), this.prerelease.length && !e.prerelease.length) return -1;
        if (!this.prerelease.length && e.prerelease.length) return 1;
        if (!this.prerelease.length && !e.prerelease.length) return 0;
        let r = 0;
        do {
          const s = this.prerelease[r], i = e.prerelease[r];
          if (debug("prerelease compare", r, s, i), s === void 0 && i === void 0) return 0;
          if (i === void 0) return 1;
          if (s === void 0) return -1;
          if (s === i) continue;
          return compareIdentifiers2(s, i);
        } while (++r);
      }
      compareBuild(e) {
        e instanceof _SemVer || (e = new _SemVer(e, this.options));
        let r = 0;
        do {
          const s = this.build[r], i = e.build[r];
          if (debug("build compare", r, s, i), s === void 0 && i === void 0) return 0;
          if (i === void 0) return 1;
          if (s === void 0) return -1;
          if (s === i) continue;
          return compareIdentifiers2(s, i);
        } while (++r);
      }
      inc(e, r, s) {
        if (e.startsWith("pre")) {
          if (!r && s === false) throw new Error("invalid increment argument: identifier is empty");
          if (r) {
            const i = `-${r}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE]);
            if (!i || i[1] !== r) throw new Error(`invalid identifier: ${r}`);
          }
        }
        switch (e) {
          case "premajor":
            this.prerelease.length = 0, this.patch = 0, this.minor = 0, this.major++, this.inc("pre", r, s);
            break;
          case "preminor":
            this.prerelease.length = 0, this.patch = 0, this.minor++, this.inc("pre", r, s);
            break;
          case "prepatch":
            this.prerelease.length = 0, this.inc("patch", r, s), this.inc("pre", r, s);
            break;
          case "prerelease":
            this.prerelease.length === 0 && this.inc("patch", r, s), this.inc("pre", r, s);
            break;
          case "release":
            if (this.prerelease.length === 0) throw new Error(`version ${this.raw} is not a prerelease`);
            this.prerelease.length = 0;
            break;
          case "major":
            (this.minor !== 0 || this.patch !== 0 || this.prerelease.length === 0) && this.major++, this.minor = 0, this.patch = 0, this.prerelease = [];
            break;
          case "minor":
            (this.patch !== 0 || this.prerelease.length === 0) && this.minor++, this.patch = 0, this.prerelease = [];
            break;
          case "patch":
            this.prerelease.length === 0 && this.patch++, this.prerelease = [];
            break;
          case "pre": {
            const i = Number(s) ? 1 : 0;
            if (this.prerelease.length === 0) this.prerelease = [i];
            else {
              let n = this.prerelease.length;
              for (; --n >= 0; ) typeof this.prerelease[n] == "number" && (this.prerelease[n]++, n = -2);
              if (n === -1) {
                if (r === this.prerelease.join(".") && s === false) throw new Error("invalid increment argument: identifier already exists");
                this.prerelease.push(i);
              }
            }
            if (r) {
              let n = [r, i];
              if (s === false && (n = [r]), isPrereleaseIdentifier(this.prerelease, r)) {
                const h3 = this.prerelease[r.split(".").length];
                isNaN(h3) && (this.prerelease = n);
              } else this.prerelease = n;
            }
            break;
          }
          default:
            throw new Error(`invalid increment argument: ${e}`);
        }
        return this.raw = this.format(), this.build.length && (this.raw += `+${this.build.join(".")}`), this;
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
    var parse2 = (e, r, t = false) => {
      if (e instanceof SemVer) return e;
      try {
        return new SemVer(e, r);
      } catch (s) {
        if (!t) return null;
        throw s;
      }
    };
    module.exports = parse2;
  }
});

// src/core/path/sources/versions/version.ts
function compareVersions(a3, b) {
  return compareNumbers(a3.numbers, b.numbers) || comparePrereleases(a3.prerelease, b.prerelease) || a3.revision - b.revision;
}
function compareNumbers(a3, b) {
  const length = Math.max(a3.length, b.length);
  for (let place = 0; place < length; place++) {
    const difference = (a3[place] ?? 0) - (b[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
function comparePrereleases(a3, b) {
  if (a3.length === 0 || b.length === 0) return b.length - a3.length;
  for (let place = 0; place < Math.min(a3.length, b.length); place++) {
    const difference = compareIdentifiers(a3[place] ?? "", b[place] ?? "");
    if (difference !== 0) return difference;
  }
  return a3.length - b.length;
}
function compareIdentifiers(a3, b) {
  if (typeof a3 === "number" && typeof b === "number") return a3 - b;
  if (typeof a3 === "number") return -1;
  if (typeof b === "number") return 1;
  return a3 < b ? -1 : a3 > b ? 1 : 0;
}

// node_modules/@renovatebot/pep440/lib/version.js
var u = ["v?", "(?:", "(?:(?<epoch>[0-9]+)!)?", "(?<release>[0-9]+(?:\\.[0-9]+)*)", "(?<pre>", "[-_\\.]?", "(?<pre_l>(a|b|c|rc|alpha|beta|pre|preview))", "[-_\\.]?", "(?<pre_n>[0-9]+)?", ")?", "(?<post>", "(?:-(?<post_n1>[0-9]+))", "|", "(?:", "[-_\\.]?", "(?<post_l>post|rev|r)", "[-_\\.]?", "(?<post_n2>[0-9]+)?", ")", ")?", "(?<dev>", "[-_\\.]?", "(?<dev_l>dev)", "[-_\\.]?", "(?<dev_n>[0-9]+)?", ")?", ")", "(?:\\+(?<local>[a-z0-9]+(?:[-_\\.][a-z0-9]+)*))?"].join("");
var f = new RegExp("^" + u + "$", "i");
var m2 = new RegExp("^\\s*" + u + "\\s*$", "i");
function a(n, r) {
  const { groups: e } = (r || f).exec(n) || {};
  return e ? { epoch: Number(e.epoch ? e.epoch : 0), release: e.release.split(".").map(Number), pre: _(e.pre_l, e.pre_n), post: _(e.post_l, e.post_n1 || e.post_n2), dev: _(e.dev_l, e.dev_n), local: j(e.local) } : null;
}
function _(n, r) {
  let e = n, o = r;
  return e ? (o || (o = 0), e = e.toLowerCase(), e === "alpha" ? e = "a" : e === "beta" ? e = "b" : ["c", "pre", "preview"].includes(e) ? e = "rc" : ["rev", "r"].includes(e) && (e = "post"), [e, Number(o)]) : !e && o ? (e = "post", [e, Number(o)]) : null;
}
function j(n) {
  return n ? n.split(/[._-]/).map((r) => Number.isNaN(Number(r)) ? r.toLowerCase() : Number(r)) : null;
}

// node_modules/@renovatebot/pep440/lib/specifier.js
var g = ["(?<operator>(===|~=|==|!=|<=|>=|<|>))", "\\s*", "(", "(?<version>(?:" + u.replace(/\?<\w+>/g, "?:") + "))", "(?<prefix>\\.\\*)?", "|", "(?<legacy>[^,;\\s)]+)", ")"].join("");
var x2 = new RegExp("^" + g + "$", "i");

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
  const parts = text.match(/\d+|[A-Za-z]+/g) ?? [];
  return parts.map((part) => /^\d/.test(part) ? Number(part) : part.toLowerCase());
}
function parsePep440(text) {
  const read = /^\d/.test(text) ? a(text) : null;
  if (read === null || read.epoch !== 0 || !read.release.every(Number.isSafeInteger)) return void 0;
  const { release, pre, post, dev } = read;
  if (post !== null && dev !== null) return void 0;
  const development = dev === null ? [1] : [0, numberOf(dev)];
  return {
    numbers: release,
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
  return text.trim() === "*" || splitRange(text).every((all) => all.length > 0 && all.every((c4) => comparatorPattern.test(c4)));
}
function splitRange(text) {
  return text.split("||").map(
    (all) => all.replace(/(>=|<=|>|<|=)\s+/g, "$1").split(/\s+/).filter((part) => part !== "")
  );
}
function parseRange(text, scheme) {
  if (text.trim() === "*") return { text, alternatives: [[]] };
  return { text, alternatives: splitRange(text).map((all) => all.map((part) => parseComparator(part, text, scheme))) };
}
function parseComparator(part, range, scheme) {
  const groups = comparatorPattern.exec(part)?.groups;
  const operator = readOperator(groups?.operator);
  const label = groups?.bound ?? "";
  const isPlain = /^[\d.]+$/.test(label);
  const numbers = isPlain ? label.split(".").map(Number) : [];
  const parsed = isPlain ? { numbers, prerelease: [], revision: 0 } : parseVersionText(label, scheme);
  if (operator === void 0 || parsed === void 0) throw unreadable(part, range, scheme);
  return { operator, bound: { label, ...parsed }, isLine: isPlain && numbers.length <= 2 };
}
function readOperator(text) {
  if (text === ">=" || text === "<=" || text === ">" || text === "<" || text === "=" || text === "") return text;
  return void 0;
}
function unreadable(part, range, scheme) {
  return new UserError({
    happened: `"${part}" in the range of versions "${range}" cannot be read by the scheme ${scheme}.`,
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
function isBefore(a3, b) {
  const length = Math.min(a3.numbers.length, b.numbers.length);
  const order = compareNumbers(a3.numbers.slice(0, length), b.numbers.slice(0, length));
  if (order !== 0) return order < 0;
  if (a3.numbers.length === b.numbers.length) return a3.side <= b.side;
  return a3.numbers.length < b.numbers.length ? a3.side < 0 : b.side > 0;
}

// src/core/path/sources/versions/regular-expression.ts
import { createContext, Script } from "node:vm";

// src/core/settings/checking-time.ts
import { AsyncLocalStorage } from "node:async_hooks";
var mostMilliseconds = 600;
var spending = new AsyncLocalStorage();
var TimeIsUp = class extends Error {
  at;
  constructor(at) {
    super("the expressions together take too long to check");
    this.at = at;
  }
};
function withinCheckingTime(check) {
  try {
    return { kind: "checked", value: spending.run({ microseconds: 0 }, check) };
  } catch (error) {
    if (error instanceof TimeIsUp) return { kind: "too-slow", at: error.at };
    throw error;
  }
}
function withinTimeLeft(expression, look) {
  const spent = spending.getStore();
  if (spent === void 0) return look();
  if (spent.microseconds > mostMilliseconds * 1e3) throw new TimeIsUp(expression);
  const start = process.threadCpuUsage();
  try {
    return look();
  } finally {
    const { user, system } = process.threadCpuUsage(start);
    spent.microseconds += user + system;
  }
}

// src/core/path/sources/versions/regular-expression.ts
var longest = 1e3;
var regularExpression = string().min(1).max(longest).refine((text) => text.length > longest || compiles(text), "a regular expression as JavaScript reads it").refine(
  (text) => !compiles(text) || answersSoon(text),
  "a regular expression that finishes quickly: where a group that repeats holds something that repeats, as in (\\d+)*, say what separates the repetitions, as in (\\.\\d+)*"
).describe(
  "A regular expression, as JavaScript reads it. It is searched for, so `^` and `$` are needed to match a whole tag."
);
function compiles(text) {
  if (text.length > longest) return false;
  try {
    new RegExp(text).test("");
    return true;
  } catch {
    return false;
  }
}
var longestLine = 4e3;
var unbounded = /[*+]|\{\d+,\}/g;
var lineExpression = regularExpression.refine(
  (text) => !compiles(text) || (text.match(unbounded)?.length ?? 0) < 2 || searchesSoon(text, longLines),
  "a regular expression that finishes quickly on a long line: each further .* or .+ multiplies how long it takes; begin with what is looked for, as in error:.*, or with ^"
);
var units = ["1", "1.", "a", "a1", "-", "1-", "."];
var endless = (length, start = "") => units.map((unit) => `${start}${unit.repeat(Math.ceil(length / unit.length)).slice(0, length)}\0`);
var longTags = [...endless(60), ...endless(60, "v")];
var longLines = endless(1e3);
var soonMilliseconds = 200;
var repeatedGroup = /\)[*+{]/;
var searches = new Script("for (const text of texts) pattern.test(text)");
function answersSoon(text) {
  return !repeatedGroup.test(text) || searchesSoon(text, longTags);
}
function searchesSoon(text, texts) {
  return withinTimeLeft(text, () => endsSoon(text, texts));
}
var trials;
function endsSoon(text, texts) {
  trials ??= createContext({});
  const context = Object.assign(trials, { pattern: new RegExp(text), texts });
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
  scheme: m(schemeNames).default("semver").describe(
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
  const shown = `${text.slice(0, longestShown)}${text.length > longestShown ? "\u2026" : ""}`;
  return { kind: "unknown", reason: `the server says "${shown}", which is not a version of ${title}: ${read.reason}` };
}
function versionReader(scheme) {
  const ignored = scheme.ignore.map(({ pattern, reason }) => ({ pattern: new RegExp(pattern), reason }));
  const patterns = [scheme.pattern].flat().map(compile);
  return (raw) => {
    const text = raw.trim();
    const reason = ignored.find(({ pattern }) => pattern.test(text))?.reason;
    if (reason !== void 0) return { kind: "ignored", reason };
    for (const pattern of patterns) {
      const match = pattern.exec(text);
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
  const prerelease = [...parsed.prerelease, ...splitPrerelease(groups.prerelease ?? "")];
  const label = labelOf(match);
  if (!isLabel(label)) return { kind: "ignored", reason: "has a character that the name of a release cannot contain" };
  return { kind: "version", version: { label, numbers: parsed.numbers, prerelease, revision } };
}
function revisionOf(text) {
  if (!/^[a-z]+$/i.test(text)) return Number(text);
  return [...text.toLowerCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0);
}
function compile(pattern) {
  return new RegExp(pattern, /\(\?<(prerelease|revision)>/.test(pattern) ? "d" : "");
}
function labelOf(match) {
  const places = match.indices?.groups;
  if (places === void 0) return match.groups?.version ?? "";
  const start = places.version?.[0] ?? 0;
  const ends = ["version", "prerelease", "revision"].map((name) => places[name]?.[1] ?? 0);
  return match.input.slice(start, Math.max(...ends));
}

// src/world/effects/output-rules.ts
var ofReleases = strictObject({
  text: template.describe("The text."),
  versions: versionRange.describe("Only where the release that is deployed is among these.")
}).describe("A text that not every release prints.");
var judgeKeys = {
  expect: array(union([template, ofReleases])).default([]).describe("Texts that must all be in its output. Colours and line breaks in between do not matter."),
  forbid: array(template).default([]).describe("Texts none of which may be in its output.")
};
var judge = strictObject(judgeKeys).refine(({ expect, forbid }) => expect.length + forbid.length > 0, 'at least one text in "expect" or "forbid"').describe(
  "For a command whose exit code does not say whether it did what was asked: what its output must say, and must not."
);
function outputRules({ expect, forbid }, { effects, placeholders, releases }, where) {
  const fill = (text, key) => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const read = releases === void 0 ? void 0 : readVersion(placeholders.version ?? "", releases);
  const counts = (range) => releases === void 0 || read?.kind !== "version" || isInRange(read.version, parseRange(range, releases.scheme));
  return {
    expect: expect.flatMap((each) => {
      if (typeof each === "string") return [fill(each, "expect")];
      return counts(each.versions) ? [fill(each.text, "expect")] : [];
    }),
    forbid: forbid.map((text) => fill(text, "forbid"))
  };
}

export {
  withinCheckingTime,
  withinTimeLeft,
  regularExpression,
  longestLine,
  lineExpression,
  answersSoon,
  compareVersions,
  compareNumbers,
  require_parse,
  parseVersionText,
  versionRange,
  versionOrLine,
  parseRange,
  exactVersion,
  isInRange,
  sideOfAll,
  compareRanges,
  versionScheme,
  readVersion,
  labelOfVersion,
  versionReader,
  judgeKeys,
  judge,
  outputRules
};
