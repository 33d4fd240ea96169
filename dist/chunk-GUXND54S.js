import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  ProxyRefusal
} from "./chunk-DHVTPSR5.js";
import {
  SystemFailure,
  UserError,
  array,
  boolean,
  int,
  json,
  literal,
  looseObject,
  m,
  number,
  object,
  partialRecord,
  record,
  strictObject,
  string,
  tuple,
  union,
  unknown,
  url,
  x
} from "./chunk-CKUNLGEM.js";
import {
  __commonJS,
  __toESM
} from "./chunk-PRKZQ3BE.js";

// node_modules/semver/internal/debug.js
var require_debug = __commonJS({
  "node_modules/semver/internal/debug.js"(exports, module) {
    "use strict";
    var debug = typeof process == "object" && process.env && process.env.NODE_DEBUG && /\bsemver\b/i.test(process.env.NODE_DEBUG) ? (...e4) => console.error("SEMVER", ...e4) : () => {
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
    var t4 = exports.t = {};
    var R = 0;
    var LETTERDASHNUMBER = "[a-zA-Z0-9-]";
    var safeRegexReplacements = [["\\s", 1], ["\\d", MAX_LENGTH], [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH]];
    var makeSafeRegex = (I3) => {
      for (const [E7, L4] of safeRegexReplacements) I3 = I3.split(`${E7}*`).join(`${E7}{0,${L4}}`).split(`${E7}+`).join(`${E7}{1,${L4}}`);
      return I3;
    };
    var createToken = (I3, E7, L4) => {
      const O4 = makeSafeRegex(E7), N5 = R++;
      debug(I3, N5, E7), t4[I3] = N5, src[N5] = E7, safeSrc[N5] = O4, re[N5] = new RegExp(E7, L4 ? "g" : void 0), safeRe[N5] = new RegExp(O4, L4 ? "g" : void 0);
    };
    createToken("NUMERICIDENTIFIER", "0|[1-9]\\d*"), createToken("NUMERICIDENTIFIERLOOSE", "\\d+"), createToken("NONNUMERICIDENTIFIER", `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`), createToken("MAINVERSION", `(${src[t4.NUMERICIDENTIFIER]})\\.(${src[t4.NUMERICIDENTIFIER]})\\.(${src[t4.NUMERICIDENTIFIER]})`), createToken("MAINVERSIONLOOSE", `(${src[t4.NUMERICIDENTIFIERLOOSE]})\\.(${src[t4.NUMERICIDENTIFIERLOOSE]})\\.(${src[t4.NUMERICIDENTIFIERLOOSE]})`), createToken("PRERELEASEIDENTIFIER", `(?:${src[t4.NONNUMERICIDENTIFIER]}|${src[t4.NUMERICIDENTIFIER]})`), createToken("PRERELEASEIDENTIFIERLOOSE", `(?:${src[t4.NONNUMERICIDENTIFIER]}|${src[t4.NUMERICIDENTIFIERLOOSE]})`), createToken("PRERELEASE", `(?:-(${src[t4.PRERELEASEIDENTIFIER]}(?:\\.${src[t4.PRERELEASEIDENTIFIER]})*))`), createToken("PRERELEASELOOSE", `(?:-?(${src[t4.PRERELEASEIDENTIFIERLOOSE]}(?:\\.${src[t4.PRERELEASEIDENTIFIERLOOSE]})*))`), createToken("BUILDIDENTIFIER", `${LETTERDASHNUMBER}+`), createToken("BUILD", `(?:\\+(${src[t4.BUILDIDENTIFIER]}(?:\\.${src[t4.BUILDIDENTIFIER]})*))`), createToken("FULLPLAIN", `v?${src[t4.MAINVERSION]}${src[t4.PRERELEASE]}?${src[t4.BUILD]}?`), createToken("FULL", `^${src[t4.FULLPLAIN]}$`), createToken("LOOSEPLAIN", `[v=\\s]*${src[t4.MAINVERSIONLOOSE]}${src[t4.PRERELEASELOOSE]}?${src[t4.BUILD]}?`), createToken("LOOSE", `^${src[t4.LOOSEPLAIN]}$`), createToken("GTLT", "((?:<|>)?=?)"), createToken("XRANGEIDENTIFIERLOOSE", `${src[t4.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`), createToken("XRANGEIDENTIFIER", `${src[t4.NUMERICIDENTIFIER]}|x|X|\\*`), createToken("XRANGEPLAIN", `[v=\\s]*(${src[t4.XRANGEIDENTIFIER]})(?:\\.(${src[t4.XRANGEIDENTIFIER]})(?:\\.(${src[t4.XRANGEIDENTIFIER]})(?:${src[t4.PRERELEASE]})?${src[t4.BUILD]}?)?)?`), createToken("XRANGEPLAINLOOSE", `[v=\\s]*(${src[t4.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t4.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t4.XRANGEIDENTIFIERLOOSE]})(?:${src[t4.PRERELEASELOOSE]})?${src[t4.BUILD]}?)?)?`), createToken("XRANGE", `^${src[t4.GTLT]}\\s*${src[t4.XRANGEPLAIN]}$`), createToken("XRANGELOOSE", `^${src[t4.GTLT]}\\s*${src[t4.XRANGEPLAINLOOSE]}$`), createToken("COERCEPLAIN", `(^|[^\\d])(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}})(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`), createToken("COERCE", `${src[t4.COERCEPLAIN]}(?:$|[^\\d])`), createToken("COERCEFULL", src[t4.COERCEPLAIN] + `(?:${src[t4.PRERELEASE]})?(?:${src[t4.BUILD]})?(?:$|[^\\d])`), createToken("COERCERTL", src[t4.COERCE], true), createToken("COERCERTLFULL", src[t4.COERCEFULL], true), createToken("LONETILDE", "(?:~>?)"), createToken("TILDETRIM", `(\\s*)${src[t4.LONETILDE]}\\s+`, true), exports.tildeTrimReplace = "$1~", createToken("TILDE", `^${src[t4.LONETILDE]}${src[t4.XRANGEPLAIN]}$`), createToken("TILDELOOSE", `^${src[t4.LONETILDE]}${src[t4.XRANGEPLAINLOOSE]}$`), createToken("LONECARET", "(?:\\^)"), createToken("CARETTRIM", `(\\s*)${src[t4.LONECARET]}\\s+`, true), exports.caretTrimReplace = "$1^", createToken("CARET", `^${src[t4.LONECARET]}${src[t4.XRANGEPLAIN]}$`), createToken("CARETLOOSE", `^${src[t4.LONECARET]}${src[t4.XRANGEPLAINLOOSE]}$`), createToken("COMPARATORLOOSE", `^${src[t4.GTLT]}\\s*(${src[t4.LOOSEPLAIN]})$|^$`), createToken("COMPARATOR", `^${src[t4.GTLT]}\\s*(${src[t4.FULLPLAIN]})$|^$`), createToken("COMPARATORTRIM", `(\\s*)${src[t4.GTLT]}\\s*(${src[t4.LOOSEPLAIN]}|${src[t4.XRANGEPLAIN]})`, true), exports.comparatorTrimReplace = "$1$2$3", createToken("HYPHENRANGE", `^\\s*(${src[t4.XRANGEPLAIN]})\\s+-\\s+(${src[t4.XRANGEPLAIN]})\\s*$`), createToken("HYPHENRANGELOOSE", `^\\s*(${src[t4.XRANGEPLAINLOOSE]})\\s+-\\s+(${src[t4.XRANGEPLAINLOOSE]})\\s*$`), createToken("STAR", "(<|>)?=?\\s*\\*"), createToken("GTE0", "^\\s*>=\\s*0\\.0\\.0\\s*$"), createToken("GTE0PRE", "^\\s*>=\\s*0\\.0\\.0-0\\s*$");
  }
});

// node_modules/semver/internal/parse-options.js
var require_parse_options = __commonJS({
  "node_modules/semver/internal/parse-options.js"(exports, module) {
    "use strict";
    var looseOption = Object.freeze({ loose: true });
    var emptyOpts = Object.freeze({});
    var parseOptions = (e4) => e4 ? typeof e4 != "object" ? looseOption : e4 : emptyOpts;
    module.exports = parseOptions;
  }
});

// node_modules/semver/internal/identifiers.js
var require_identifiers = __commonJS({
  "node_modules/semver/internal/identifiers.js"(exports, module) {
    "use strict";
    var numeric = /^[0-9]+$/;
    var compareIdentifiers2 = (e4, t4) => {
      if (typeof e4 == "number" && typeof t4 == "number") return e4 === t4 ? 0 : e4 < t4 ? -1 : 1;
      const n12 = numeric.test(e4), r8 = numeric.test(t4);
      return n12 && r8 && (e4 = +e4, t4 = +t4), e4 === t4 ? 0 : n12 && !r8 ? -1 : r8 && !n12 ? 1 : e4 < t4 ? -1 : 1;
    };
    var rcompareIdentifiers = (e4, t4) => compareIdentifiers2(t4, e4);
    module.exports = { compareIdentifiers: compareIdentifiers2, rcompareIdentifiers };
  }
});

// node_modules/semver/classes/semver.js
var require_semver = __commonJS({
  "node_modules/semver/classes/semver.js"(exports, module) {
    "use strict";
    var debug = require_debug();
    var { MAX_LENGTH, MAX_SAFE_INTEGER } = require_constants();
    var { safeRe: re, t: t4 } = require_re();
    var parseOptions = require_parse_options();
    var { compareIdentifiers: compareIdentifiers2 } = require_identifiers();
    var isPrereleaseIdentifier = (a13, e4) => {
      const r8 = e4.split(".");
      if (r8.length > a13.length) return false;
      for (let s9 = 0; s9 < r8.length; s9++) if (compareIdentifiers2(a13[s9], r8[s9]) !== 0) return false;
      return true;
    };
    var SemVer = class _SemVer {
      constructor(e4, r8) {
        if (r8 = parseOptions(r8), e4 instanceof _SemVer) {
          if (e4.loose === !!r8.loose && e4.includePrerelease === !!r8.includePrerelease) return e4;
          e4 = e4.version;
        } else if (typeof e4 != "string") throw new TypeError(`Invalid version. Must be a string. Got type "${typeof e4}".`);
        if (e4.length > MAX_LENGTH) throw new TypeError(`version is longer than ${MAX_LENGTH} characters`);
        debug("SemVer", e4, r8), this.options = r8, this.loose = !!r8.loose, this.includePrerelease = !!r8.includePrerelease;
        const s9 = e4.trim().match(r8.loose ? re[t4.LOOSE] : re[t4.FULL]);
        if (!s9) throw new TypeError(`Invalid Version: ${e4}`);
        if (this.raw = e4, this.major = +s9[1], this.minor = +s9[2], this.patch = +s9[3], this.major > MAX_SAFE_INTEGER || this.major < 0) throw new TypeError("Invalid major version");
        if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) throw new TypeError("Invalid minor version");
        if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) throw new TypeError("Invalid patch version");
        s9[4] ? this.prerelease = s9[4].split(".").map((i8) => {
          if (/^[0-9]+$/.test(i8)) {
            const n12 = +i8;
            if (n12 >= 0 && n12 < MAX_SAFE_INTEGER) return n12;
          }
          return i8;
        }) : this.prerelease = [], this.build = s9[5] ? s9[5].split(".") : [], this.format();
      }
      format() {
        return this.version = `${this.major}.${this.minor}.${this.patch}`, this.prerelease.length && (this.version += `-${this.prerelease.join(".")}`), this.version;
      }
      toString() {
        return this.version;
      }
      compare(e4) {
        if (debug("SemVer.compare", this.version, this.options, e4), !(e4 instanceof _SemVer)) {
          if (typeof e4 == "string" && e4 === this.version) return 0;
          e4 = new _SemVer(e4, this.options);
        }
        return e4.version === this.version ? 0 : this.compareMain(e4) || this.comparePre(e4);
      }
      compareMain(e4) {
        return e4 instanceof _SemVer || (e4 = new _SemVer(e4, this.options)), this.major < e4.major ? -1 : this.major > e4.major ? 1 : this.minor < e4.minor ? -1 : this.minor > e4.minor ? 1 : this.patch < e4.patch ? -1 : this.patch > e4.patch ? 1 : 0;
      }
      comparePre(e4) {
        if (e4 instanceof _SemVer || (e4 = new _SemVer(e4, this.options)), this.prerelease.length && !e4.prerelease.length) return -1;
        if (!this.prerelease.length && e4.prerelease.length) return 1;
        if (!this.prerelease.length && !e4.prerelease.length) return 0;
        let r8 = 0;
        do {
          const s9 = this.prerelease[r8], i8 = e4.prerelease[r8];
          if (debug("prerelease compare", r8, s9, i8), s9 === void 0 && i8 === void 0) return 0;
          if (i8 === void 0) return 1;
          if (s9 === void 0) return -1;
          if (s9 === i8) continue;
          return compareIdentifiers2(s9, i8);
        } while (++r8);
      }
      compareBuild(e4) {
        e4 instanceof _SemVer || (e4 = new _SemVer(e4, this.options));
        let r8 = 0;
        do {
          const s9 = this.build[r8], i8 = e4.build[r8];
          if (debug("build compare", r8, s9, i8), s9 === void 0 && i8 === void 0) return 0;
          if (i8 === void 0) return 1;
          if (s9 === void 0) return -1;
          if (s9 === i8) continue;
          return compareIdentifiers2(s9, i8);
        } while (++r8);
      }
      inc(e4, r8, s9) {
        if (e4.startsWith("pre")) {
          if (!r8 && s9 === false) throw new Error("invalid increment argument: identifier is empty");
          if (r8) {
            const i8 = `-${r8}`.match(this.options.loose ? re[t4.PRERELEASELOOSE] : re[t4.PRERELEASE]);
            if (!i8 || i8[1] !== r8) throw new Error(`invalid identifier: ${r8}`);
          }
        }
        switch (e4) {
          case "premajor":
            this.prerelease.length = 0, this.patch = 0, this.minor = 0, this.major++, this.inc("pre", r8, s9);
            break;
          case "preminor":
            this.prerelease.length = 0, this.patch = 0, this.minor++, this.inc("pre", r8, s9);
            break;
          case "prepatch":
            this.prerelease.length = 0, this.inc("patch", r8, s9), this.inc("pre", r8, s9);
            break;
          case "prerelease":
            this.prerelease.length === 0 && this.inc("patch", r8, s9), this.inc("pre", r8, s9);
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
            const i8 = Number(s9) ? 1 : 0;
            if (this.prerelease.length === 0) this.prerelease = [i8];
            else {
              let n12 = this.prerelease.length;
              for (; --n12 >= 0; ) typeof this.prerelease[n12] == "number" && (this.prerelease[n12]++, n12 = -2);
              if (n12 === -1) {
                if (r8 === this.prerelease.join(".") && s9 === false) throw new Error("invalid increment argument: identifier already exists");
                this.prerelease.push(i8);
              }
            }
            if (r8) {
              let n12 = [r8, i8];
              if (s9 === false && (n12 = [r8]), isPrereleaseIdentifier(this.prerelease, r8)) {
                const h8 = this.prerelease[r8.split(".").length];
                isNaN(h8) && (this.prerelease = n12);
              } else this.prerelease = n12;
            }
            break;
          }
          default:
            throw new Error(`invalid increment argument: ${e4}`);
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
    var parse4 = (e4, r8, t4 = false) => {
      if (e4 instanceof SemVer) return e4;
      try {
        return new SemVer(e4, r8);
      } catch (s9) {
        if (!t4) return null;
        throw s9;
      }
    };
    module.exports = parse4;
  }
});

// node_modules/semver/functions/prerelease.js
var require_prerelease = __commonJS({
  "node_modules/semver/functions/prerelease.js"(exports, module) {
    "use strict";
    var parse4 = require_parse();
    var prerelease4 = (r8, s9) => {
      const e4 = parse4(r8, s9);
      return e4 && e4.prerelease.length ? e4.prerelease : null;
    };
    module.exports = prerelease4;
  }
});

// src/products/registry.ts
import { existsSync, readFileSync } from "node:fs";
import { dirname as dirname2 } from "node:path";
import { fileURLToPath } from "node:url";

// node_modules/yaml/browser/dist/nodes/identity.js
var a = /* @__PURE__ */ Symbol.for("yaml.alias");
var y = /* @__PURE__ */ Symbol.for("yaml.document");
var o = /* @__PURE__ */ Symbol.for("yaml.map");
var l = /* @__PURE__ */ Symbol.for("yaml.pair");
var r = /* @__PURE__ */ Symbol.for("yaml.scalar");
var s = /* @__PURE__ */ Symbol.for("yaml.seq");
var c = /* @__PURE__ */ Symbol.for("yaml.node.type");
var i = (t4) => !!t4 && typeof t4 == "object" && t4[c] === a;
var m2 = (t4) => !!t4 && typeof t4 == "object" && t4[c] === y;
var b = (t4) => !!t4 && typeof t4 == "object" && t4[c] === o;
var p = (t4) => !!t4 && typeof t4 == "object" && t4[c] === l;
var e = (t4) => !!t4 && typeof t4 == "object" && t4[c] === r;
var S = (t4) => !!t4 && typeof t4 == "object" && t4[c] === s;
function f(t4) {
  if (t4 && typeof t4 == "object") switch (t4[c]) {
    case o:
    case s:
      return true;
  }
  return false;
}
function n(t4) {
  if (t4 && typeof t4 == "object") switch (t4[c]) {
    case a:
    case o:
    case r:
    case s:
      return true;
  }
  return false;
}
var u = (t4) => (e(t4) || f(t4)) && !!t4.anchor;

// node_modules/yaml/browser/dist/visit.js
var i2 = /* @__PURE__ */ Symbol("break visit");
var V = /* @__PURE__ */ Symbol("skip children");
var s2 = /* @__PURE__ */ Symbol("remove node");
function m3(e4, l10) {
  const t4 = w(l10);
  m2(e4) ? a2(null, e4.contents, t4, Object.freeze([e4])) === s2 && (e4.contents = null) : a2(null, e4, t4, Object.freeze([]));
}
m3.BREAK = i2, m3.SKIP = V, m3.REMOVE = s2;
function a2(e4, l10, t4, c15) {
  const n12 = z(e4, l10, t4, c15);
  if (n(n12) || p(n12)) return A(e4, c15, n12), a2(e4, n12, t4, c15);
  if (typeof n12 != "symbol") {
    if (f(l10)) {
      c15 = Object.freeze(c15.concat(l10));
      for (let f14 = 0; f14 < l10.items.length; ++f14) {
        const u15 = a2(f14, l10.items[f14], t4, c15);
        if (typeof u15 == "number") f14 = u15 - 1;
        else {
          if (u15 === i2) return i2;
          u15 === s2 && (l10.items.splice(f14, 1), f14 -= 1);
        }
      }
    } else if (p(l10)) {
      c15 = Object.freeze(c15.concat(l10));
      const f14 = a2("key", l10.key, t4, c15);
      if (f14 === i2) return i2;
      f14 === s2 && (l10.key = null);
      const u15 = a2("value", l10.value, t4, c15);
      if (u15 === i2) return i2;
      u15 === s2 && (l10.value = null);
    }
  }
  return n12;
}
async function S2(e4, l10) {
  const t4 = w(l10);
  m2(e4) ? await b2(null, e4.contents, t4, Object.freeze([e4])) === s2 && (e4.contents = null) : await b2(null, e4, t4, Object.freeze([]));
}
S2.BREAK = i2, S2.SKIP = V, S2.REMOVE = s2;
async function b2(e4, l10, t4, c15) {
  const n12 = await z(e4, l10, t4, c15);
  if (n(n12) || p(n12)) return A(e4, c15, n12), b2(e4, n12, t4, c15);
  if (typeof n12 != "symbol") {
    if (f(l10)) {
      c15 = Object.freeze(c15.concat(l10));
      for (let f14 = 0; f14 < l10.items.length; ++f14) {
        const u15 = await b2(f14, l10.items[f14], t4, c15);
        if (typeof u15 == "number") f14 = u15 - 1;
        else {
          if (u15 === i2) return i2;
          u15 === s2 && (l10.items.splice(f14, 1), f14 -= 1);
        }
      }
    } else if (p(l10)) {
      c15 = Object.freeze(c15.concat(l10));
      const f14 = await b2("key", l10.key, t4, c15);
      if (f14 === i2) return i2;
      f14 === s2 && (l10.key = null);
      const u15 = await b2("value", l10.value, t4, c15);
      if (u15 === i2) return i2;
      u15 === s2 && (l10.value = null);
    }
  }
  return n12;
}
function w(e4) {
  return typeof e4 == "object" && (e4.Collection || e4.Node || e4.Value) ? Object.assign({ Alias: e4.Node, Map: e4.Node, Scalar: e4.Node, Seq: e4.Node }, e4.Value && { Map: e4.Value, Scalar: e4.Value, Seq: e4.Value }, e4.Collection && { Map: e4.Collection, Seq: e4.Collection }, e4) : e4;
}
function z(e4, l10, t4, c15) {
  if (typeof t4 == "function") return t4(e4, l10, c15);
  if (b(l10)) return t4.Map?.(e4, l10, c15);
  if (S(l10)) return t4.Seq?.(e4, l10, c15);
  if (p(l10)) return t4.Pair?.(e4, l10, c15);
  if (e(l10)) return t4.Scalar?.(e4, l10, c15);
  if (i(l10)) return t4.Alias?.(e4, l10, c15);
}
function A(e4, l10, t4) {
  const c15 = l10[l10.length - 1];
  if (f(c15)) c15.items[e4] = t4;
  else if (p(c15)) e4 === "key" ? c15.key = t4 : c15.value = t4;
  else if (m2(c15)) c15.contents = t4;
  else {
    const n12 = i(c15) ? "alias" : "scalar";
    throw new Error(`Cannot replace node with ${n12} parent`);
  }
}

// node_modules/yaml/browser/dist/doc/directives.js
var u2 = { "!": "%21", ",": "%2C", "[": "%5B", "]": "%5D", "{": "%7B", "}": "%7D" };
var o2 = (h8) => h8.replace(/[!,[\]{}]/g, (t4) => u2[t4]);
var n2 = class _n {
  constructor(t4, e4) {
    this.docStart = null, this.docEnd = false, this.yaml = Object.assign({}, _n.defaultYaml, t4), this.tags = Object.assign({}, _n.defaultTags, e4);
  }
  clone() {
    const t4 = new _n(this.yaml, this.tags);
    return t4.docStart = this.docStart, t4;
  }
  atDocument() {
    const t4 = new _n(this.yaml, this.tags);
    switch (this.yaml.version) {
      case "1.1":
        this.atNextDocument = true;
        break;
      case "1.2":
        this.atNextDocument = false, this.yaml = { explicit: _n.defaultYaml.explicit, version: "1.2" }, this.tags = Object.assign({}, _n.defaultTags);
        break;
    }
    return t4;
  }
  add(t4, e4) {
    this.atNextDocument && (this.yaml = { explicit: _n.defaultYaml.explicit, version: "1.1" }, this.tags = Object.assign({}, _n.defaultTags), this.atNextDocument = false);
    const a13 = t4.trim().split(/[ \t]+/), l10 = a13.shift();
    switch (l10) {
      case "%TAG": {
        if (a13.length !== 2 && (e4(0, "%TAG directive should contain exactly two parts"), a13.length < 2)) return false;
        const [s9, i8] = a13;
        return this.tags[s9] = i8, true;
      }
      case "%YAML": {
        if (this.yaml.explicit = true, a13.length !== 1) return e4(0, "%YAML directive should contain exactly one part"), false;
        const [s9] = a13;
        if (s9 === "1.1" || s9 === "1.2") return this.yaml.version = s9, true;
        {
          const i8 = /^\d+\.\d+$/.test(s9);
          return e4(6, `Unsupported YAML version ${s9}`, i8), false;
        }
      }
      default:
        return e4(0, `Unknown directive ${l10}`, true), false;
    }
  }
  tagName(t4, e4) {
    if (t4 === "!") return "!";
    if (t4[0] !== "!") return e4(`Not a valid tag: ${t4}`), null;
    if (t4[1] === "<") {
      const i8 = t4.slice(2, -1);
      return i8 === "!" || i8 === "!!" ? (e4(`Verbatim tags aren't resolved, so ${t4} is invalid.`), null) : (t4[t4.length - 1] !== ">" && e4("Verbatim tags must end with a >"), i8);
    }
    const [, a13, l10] = t4.match(/^(.*!)([^!]*)$/s);
    l10 || e4(`The ${t4} tag has no suffix`);
    const s9 = this.tags[a13];
    if (s9) try {
      return s9 + decodeURIComponent(l10);
    } catch (i8) {
      return e4(String(i8)), null;
    }
    return a13 === "!" ? t4 : (e4(`Could not resolve tag: ${t4}`), null);
  }
  tagString(t4) {
    for (const [e4, a13] of Object.entries(this.tags)) if (t4.startsWith(a13)) return e4 + o2(t4.substring(a13.length));
    return t4[0] === "!" ? t4 : `!<${t4}>`;
  }
  toString(t4) {
    const e4 = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [], a13 = Object.entries(this.tags);
    let l10;
    if (t4 && a13.length > 0 && n(t4.contents)) {
      const s9 = {};
      m3(t4.contents, (i8, r8) => {
        n(r8) && r8.tag && (s9[r8.tag] = true);
      }), l10 = Object.keys(s9);
    } else l10 = [];
    for (const [s9, i8] of a13) s9 === "!!" && i8 === "tag:yaml.org,2002:" || (!t4 || l10.some((r8) => r8.startsWith(i8))) && e4.push(`%TAG ${s9} ${i8}`);
    return e4.join(`
`);
  }
};
n2.defaultYaml = { explicit: false, version: "1.2" }, n2.defaultTags = { "!!": "tag:yaml.org,2002:" };

// node_modules/yaml/browser/dist/doc/anchors.js
function d(r8) {
  if (/[\x00-\x19\s,[\]{}]/.test(r8)) {
    const n12 = `Anchor must not contain whitespace or control characters: ${JSON.stringify(r8)}`;
    throw new Error(n12);
  }
  return true;
}
function i3(r8) {
  const t4 = /* @__PURE__ */ new Set();
  return m3(r8, { Value(n12, e4) {
    e4.anchor && t4.add(e4.anchor);
  } }), t4;
}
function h(r8, t4) {
  for (let n12 = 1; ; ++n12) {
    const e4 = `${r8}${n12}`;
    if (!t4.has(e4)) return e4;
  }
}
function p2(r8, t4) {
  const n12 = [], e4 = /* @__PURE__ */ new Map();
  let c15 = null;
  return { onAnchor: (s9) => {
    n12.push(s9), c15 ?? (c15 = i3(r8));
    const o8 = h(t4, c15);
    return c15.add(o8), o8;
  }, setAnchors: () => {
    for (const s9 of n12) {
      const o8 = e4.get(s9);
      if (typeof o8 == "object" && o8.anchor && (e(o8.node) || f(o8.node))) o8.node.anchor = o8.anchor;
      else {
        const a13 = new Error("Failed to resolve repeated object (this should not happen)");
        throw a13.source = s9, a13;
      }
    }
  }, sourceObjects: e4 };
}

// node_modules/yaml/browser/dist/doc/applyReviver.js
function s3(o8, c15, d11, e4) {
  if (e4 && typeof e4 == "object") if (Array.isArray(e4)) for (let f14 = 0, t4 = e4.length; f14 < t4; ++f14) {
    const n12 = e4[f14], i8 = s3(o8, e4, String(f14), n12);
    i8 === void 0 ? delete e4[f14] : i8 !== n12 && (e4[f14] = i8);
  }
  else if (e4 instanceof Map) for (const f14 of Array.from(e4.keys())) {
    const t4 = e4.get(f14), n12 = s3(o8, e4, f14, t4);
    n12 === void 0 ? e4.delete(f14) : n12 !== t4 && e4.set(f14, n12);
  }
  else if (e4 instanceof Set) for (const f14 of Array.from(e4)) {
    const t4 = s3(o8, e4, f14, f14);
    t4 === void 0 ? e4.delete(f14) : t4 !== f14 && (e4.delete(f14), e4.add(t4));
  }
  else for (const [f14, t4] of Object.entries(e4)) {
    const n12 = s3(o8, e4, f14, t4);
    n12 === void 0 ? delete e4[f14] : n12 !== t4 && (e4[f14] = n12);
  }
  return o8.call(c15, d11, e4);
}

// node_modules/yaml/browser/dist/nodes/toJS.js
function i4(r8, e4, n12) {
  if (Array.isArray(r8)) return r8.map((o8, t4) => i4(o8, String(t4), n12));
  if (r8 && typeof r8.toJSON == "function") {
    if (!n12 || !u(r8)) return r8.toJSON(e4, n12);
    const o8 = { aliasCount: 0, count: 1, res: void 0 };
    n12.anchors.set(r8, o8), n12.onCreate = (f14) => {
      o8.res = f14, delete n12.onCreate;
    };
    const t4 = r8.toJSON(e4, n12);
    return n12.onCreate && n12.onCreate(t4), t4;
  }
  return typeof r8 == "bigint" && !n12?.keep ? Number(r8) : r8;
}

// node_modules/yaml/browser/dist/nodes/Node.js
var y2 = class {
  constructor(e4) {
    Object.defineProperty(this, c, { value: e4 });
  }
  clone() {
    const e4 = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
    return this.range && (e4.range = this.range.slice()), e4;
  }
  toJS(e4, { mapAsMap: c15, maxAliasCount: r8, onAnchor: o8, reviver: s9 } = {}) {
    if (!m2(e4)) throw new TypeError("A document argument is required");
    const n12 = { anchors: /* @__PURE__ */ new Map(), doc: e4, keep: true, mapAsMap: c15 === true, mapKeyWarned: false, maxAliasCount: typeof r8 == "number" ? r8 : 100 }, t4 = i4(this, "", n12);
    if (typeof o8 == "function") for (const { count: i8, res: p9 } of n12.anchors.values()) o8(p9, i8);
    return typeof s9 == "function" ? s3(s9, { "": t4 }, "", t4) : t4;
  }
};

// node_modules/yaml/browser/dist/nodes/Alias.js
var A2 = class extends y2 {
  constructor(o8) {
    super(a), this.source = o8, Object.defineProperty(this, "tag", { set() {
      throw new Error("Alias nodes cannot have tags");
    } });
  }
  resolve(o8, e4) {
    if (e4?.maxAliasCount === 0) throw new ReferenceError("Alias resolution is disabled");
    let r8;
    e4?.aliasResolveCache ? r8 = e4.aliasResolveCache : (r8 = [], m3(o8, { Node: (t4, a13) => {
      (i(a13) || u(a13)) && r8.push(a13);
    } }), e4 && (e4.aliasResolveCache = r8));
    let s9;
    for (const t4 of r8) {
      if (t4 === this) break;
      t4.anchor === this.source && (s9 = t4);
    }
    if (s9 && e4) {
      const { anchors: t4, doc: a13, maxAliasCount: c15 } = e4;
      let i8 = t4.get(s9);
      if (i8 || (i4(s9, null, e4), i8 = t4.get(s9)), i8?.res === void 0) {
        const u15 = "This should not happen: Alias anchor was not resolved?";
        throw new ReferenceError(u15);
      }
      if (c15 >= 0 && (i8.count += 1, i8.aliasCount === 0 && (i8.aliasCount = l2(a13, s9, t4)), i8.count * i8.aliasCount > c15)) {
        const u15 = "Excessive alias count indicates a resource exhaustion attack";
        throw new ReferenceError(u15);
      }
    }
    return s9;
  }
  toJSON(o8, e4) {
    if (!e4) return { source: this.source };
    const r8 = this.resolve(e4.doc, e4);
    if (!r8) {
      const s9 = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
      throw new ReferenceError(s9);
    }
    return e4.anchors.get(r8).res;
  }
  toString(o8, e4, r8) {
    const s9 = `*${this.source}`;
    if (o8) {
      if (d(this.source), o8.options.verifyAliasOrder && !o8.anchors.has(this.source)) {
        const t4 = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
        throw new Error(t4);
      }
      if (o8.implicitKey) return `${s9} `;
    }
    return s9;
  }
};
function l2(n12, o8, e4) {
  if (i(o8)) {
    const r8 = o8.resolve(n12), s9 = e4 && r8 && e4.get(r8);
    return s9 ? s9.count * s9.aliasCount : 0;
  } else if (f(o8)) {
    let r8 = 0;
    for (const s9 of o8.items) {
      const t4 = l2(n12, s9, e4);
      t4 > r8 && (r8 = t4);
    }
    return r8;
  } else if (p(o8)) {
    const r8 = l2(n12, o8.key, e4), s9 = l2(n12, o8.value, e4);
    return Math.max(r8, s9);
  }
  return 1;
}

// node_modules/yaml/browser/dist/nodes/Scalar.js
var E = (o8) => !o8 || typeof o8 != "function" && typeof o8 != "object";
var t = class extends y2 {
  constructor(r8) {
    super(r), this.value = r8;
  }
  toJSON(r8, L4) {
    return L4?.keep ? this.value : i4(this.value, r8, L4);
  }
  toString() {
    return String(this.value);
  }
};
t.BLOCK_FOLDED = "BLOCK_FOLDED", t.BLOCK_LITERAL = "BLOCK_LITERAL", t.PLAIN = "PLAIN", t.QUOTE_DOUBLE = "QUOTE_DOUBLE", t.QUOTE_SINGLE = "QUOTE_SINGLE";

// node_modules/yaml/browser/dist/doc/createNode.js
var S3 = "tag:yaml.org,2002:";
function w2(n12, i8, o8) {
  if (i8) {
    const r8 = o8.filter((e4) => e4.tag === i8), c15 = r8.find((e4) => !e4.format) ?? r8[0];
    if (!c15) throw new Error(`Tag ${i8} not found`);
    return c15;
  }
  return o8.find((r8) => r8.identify?.(n12) && !r8.format);
}
function T(n12, i8, o8) {
  if (m2(n12) && (n12 = n12.contents), n(n12)) return n12;
  if (p(n12)) {
    const s9 = o8.schema[o].createNode?.(o8.schema, null, o8);
    return s9.items.push(n12), s9;
  }
  (n12 instanceof String || n12 instanceof Number || n12 instanceof Boolean || typeof BigInt < "u" && n12 instanceof BigInt) && (n12 = n12.valueOf());
  const { aliasDuplicateObjects: r8, onAnchor: c15, onTagObj: e4, schema: d11, sourceObjects: p9 } = o8;
  let t4;
  if (r8 && n12 && typeof n12 == "object") {
    if (t4 = p9.get(n12), t4) return t4.anchor ?? (t4.anchor = c15(n12)), new A2(t4.anchor);
    t4 = { anchor: null, node: null }, p9.set(n12, t4);
  }
  i8?.startsWith("!!") && (i8 = S3 + i8.slice(2));
  let f14 = w2(n12, i8, d11.tags);
  if (!f14) {
    if (n12 && typeof n12.toJSON == "function" && (n12 = n12.toJSON()), !n12 || typeof n12 != "object") {
      const s9 = new t(n12);
      return t4 && (t4.node = s9), s9;
    }
    f14 = n12 instanceof Map ? d11[o] : Symbol.iterator in Object(n12) ? d11[s] : d11[o];
  }
  e4 && (e4(f14), delete o8.onTagObj);
  const m11 = f14?.createNode ? f14.createNode(o8.schema, n12, o8) : typeof f14?.nodeClass?.from == "function" ? f14.nodeClass.from(o8.schema, n12, o8) : new t(n12);
  return i8 ? m11.tag = i8 : f14.default || (m11.tag = f14.tag), t4 && (t4.node = m11), m11;
}

// node_modules/yaml/browser/dist/nodes/Collection.js
function l3(o8, n12, t4) {
  let e4 = t4;
  for (let s9 = n12.length - 1; s9 >= 0; --s9) {
    const r8 = n12[s9];
    if (typeof r8 == "number" && Number.isInteger(r8) && r8 >= 0) {
      const c15 = [];
      c15[r8] = e4, e4 = c15;
    } else e4 = /* @__PURE__ */ new Map([[r8, e4]]);
  }
  return T(e4, void 0, { aliasDuplicateObjects: false, keepUndefined: false, onAnchor: () => {
    throw new Error("This should not happen, please report a bug.");
  }, schema: o8, sourceObjects: /* @__PURE__ */ new Map() });
}
var u3 = (o8) => o8 == null || typeof o8 == "object" && !!o8[Symbol.iterator]().next().done;
var g = class extends y2 {
  constructor(n12, t4) {
    super(n12), Object.defineProperty(this, "schema", { value: t4, configurable: true, enumerable: false, writable: true });
  }
  clone(n12) {
    const t4 = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
    return n12 && (t4.schema = n12), t4.items = t4.items.map((e4) => n(e4) || p(e4) ? e4.clone(n12) : e4), this.range && (t4.range = this.range.slice()), t4;
  }
  addIn(n12, t4) {
    if (u3(n12)) this.add(t4);
    else {
      const [e4, ...s9] = n12, r8 = this.get(e4, true);
      if (f(r8)) r8.addIn(s9, t4);
      else if (r8 === void 0 && this.schema) this.set(e4, l3(this.schema, s9, t4));
      else throw new Error(`Expected YAML collection at ${e4}. Remaining path: ${s9}`);
    }
  }
  deleteIn(n12) {
    const [t4, ...e4] = n12;
    if (e4.length === 0) return this.delete(t4);
    const s9 = this.get(t4, true);
    if (f(s9)) return s9.deleteIn(e4);
    throw new Error(`Expected YAML collection at ${t4}. Remaining path: ${e4}`);
  }
  getIn(n12, t4) {
    const [e4, ...s9] = n12, r8 = this.get(e4, true);
    return s9.length === 0 ? !t4 && e(r8) ? r8.value : r8 : f(r8) ? r8.getIn(s9, t4) : void 0;
  }
  hasAllNullValues(n12) {
    return this.items.every((t4) => {
      if (!p(t4)) return false;
      const e4 = t4.value;
      return e4 == null || n12 && e(e4) && e4.value == null && !e4.commentBefore && !e4.comment && !e4.tag;
    });
  }
  hasIn(n12) {
    const [t4, ...e4] = n12;
    if (e4.length === 0) return this.has(t4);
    const s9 = this.get(t4, true);
    return f(s9) ? s9.hasIn(e4) : false;
  }
  setIn(n12, t4) {
    const [e4, ...s9] = n12;
    if (s9.length === 0) this.set(e4, t4);
    else {
      const r8 = this.get(e4, true);
      if (f(r8)) r8.setIn(s9, t4);
      else if (r8 === void 0 && this.schema) this.set(e4, l3(this.schema, s9, t4));
      else throw new Error(`Expected YAML collection at ${e4}. Remaining path: ${s9}`);
    }
  }
};

// node_modules/yaml/browser/dist/stringify/stringifyComment.js
var s4 = (n12) => n12.replace(/^(?!$)(?: $)?/gm, "#");
function r2(n12, e4) {
  return /^\n+$/.test(n12) ? n12.substring(1) : e4 ? n12.replace(/^(?! *$)/gm, e4) : n12;
}
var t2 = (n12, e4, i8) => n12.endsWith(`
`) ? r2(i8, e4) : i8.includes(`
`) ? `
` + r2(i8, e4) : (n12.endsWith(" ") ? "" : " ") + i8;

// node_modules/yaml/browser/dist/stringify/foldFlowLines.js
var E2 = "flow";
var O = "block";
var L = "quoted";
function U(e4, l10, a13 = "flow", { indentAtStart: g12, lineWidth: c15 = 80, minContentWidth: r8 = 20, onFold: $, onOverflow: k2 } = {}) {
  if (!c15 || c15 < 0) return e4;
  c15 < r8 && (r8 = 0);
  const p9 = Math.max(1 + r8, 1 + c15 - l10.length);
  if (e4.length <= p9) return e4;
  const u15 = [], b8 = {};
  let i8 = c15 - l10.length;
  typeof g12 == "number" && (g12 > c15 - Math.max(2, r8) ? u15.push(0) : i8 = c15 - g12);
  let h8, o8, F3 = false, f14 = -1, D2 = -1, d11 = -1;
  a13 === O && (f14 = _(e4, f14, l10.length), f14 !== -1 && (i8 = f14 + p9));
  for (let n12; n12 = e4[f14 += 1]; ) {
    if (a13 === L && n12 === "\\") {
      switch (D2 = f14, e4[f14 + 1]) {
        case "x":
          f14 += 3;
          break;
        case "u":
          f14 += 5;
          break;
        case "U":
          f14 += 9;
          break;
        default:
          f14 += 1;
      }
      d11 = f14;
    }
    if (n12 === `
`) a13 === O && (f14 = _(e4, f14, l10.length)), i8 = f14 + l10.length + p9, h8 = void 0;
    else {
      if (n12 === " " && o8 && o8 !== " " && o8 !== `
` && o8 !== "	") {
        const s9 = e4[f14 + 1];
        s9 && s9 !== " " && s9 !== `
` && s9 !== "	" && (h8 = f14);
      }
      if (f14 >= i8) if (h8) u15.push(h8), i8 = h8 + p9, h8 = void 0;
      else if (a13 === L) {
        for (; o8 === " " || o8 === "	"; ) o8 = n12, n12 = e4[f14 += 1], F3 = true;
        const s9 = f14 > d11 + 1 ? f14 - 2 : D2 - 1;
        if (b8[s9]) return e4;
        u15.push(s9), b8[s9] = true, i8 = s9 + p9, h8 = void 0;
      } else F3 = true;
    }
    o8 = n12;
  }
  if (F3 && k2 && k2(), u15.length === 0) return e4;
  $ && $();
  let w10 = e4.slice(0, u15[0]);
  for (let n12 = 0; n12 < u15.length; ++n12) {
    const s9 = u15[n12], M3 = u15[n12 + 1] || e4.length;
    s9 === 0 ? w10 = `
${l10}${e4.slice(0, M3)}` : (a13 === L && b8[s9] && (w10 += `${e4[s9]}\\`), w10 += `
${l10}${e4.slice(s9 + 1, M3)}`);
  }
  return w10;
}
function _(e4, l10, a13) {
  let g12 = l10, c15 = l10 + 1, r8 = e4[c15];
  for (; r8 === " " || r8 === "	"; ) if (l10 < c15 + a13) r8 = e4[++l10];
  else {
    do
      r8 = e4[++l10];
    while (r8 && r8 !== `
`);
    g12 = l10, c15 = l10 + 1, r8 = e4[c15];
  }
  return g12;
}

// node_modules/yaml/browser/dist/stringify/stringifyString.js
var D = (i8, e4) => ({ indentAtStart: e4 ? i8.indent.length : i8.indentAtStart, lineWidth: i8.options.lineWidth, minContentWidth: i8.options.minContentWidth });
var y3 = (i8) => /^(%|---|\.\.\.)/m.test(i8);
function P(i8, e4, n12) {
  if (!e4 || e4 < 0) return false;
  const r8 = e4 - n12, c15 = i8.length;
  if (c15 <= r8) return false;
  for (let l10 = 0, t4 = 0; l10 < c15; ++l10) if (i8[l10] === `
`) {
    if (l10 - t4 > r8) return true;
    if (t4 = l10 + 1, c15 - t4 <= r8) return false;
  }
  return true;
}
function S4(i8, e4) {
  const n12 = JSON.stringify(i8);
  if (e4.options.doubleQuotedAsJSON) return n12;
  const { implicitKey: r8 } = e4, c15 = e4.options.doubleQuotedMinMultiLineLength, l10 = e4.indent || (y3(i8) ? "  " : "");
  let t4 = "", f14 = 0;
  for (let s9 = 0, o8 = n12[s9]; o8; o8 = n12[++s9]) if (o8 === " " && n12[s9 + 1] === "\\" && n12[s9 + 2] === "n" && (t4 += n12.slice(f14, s9) + "\\ ", s9 += 1, f14 = s9, o8 = "\\"), o8 === "\\") switch (n12[s9 + 1]) {
    case "u":
      {
        t4 += n12.slice(f14, s9);
        const u15 = n12.substr(s9 + 2, 4);
        switch (u15) {
          case "0000":
            t4 += "\\0";
            break;
          case "0007":
            t4 += "\\a";
            break;
          case "000b":
            t4 += "\\v";
            break;
          case "001b":
            t4 += "\\e";
            break;
          case "0085":
            t4 += "\\N";
            break;
          case "00a0":
            t4 += "\\_";
            break;
          case "2028":
            t4 += "\\L";
            break;
          case "2029":
            t4 += "\\P";
            break;
          default:
            u15.substr(0, 2) === "00" ? t4 += "\\x" + u15.substr(2) : t4 += n12.substr(s9, 6);
        }
        s9 += 5, f14 = s9 + 1;
      }
      break;
    case "n":
      if (r8 || n12[s9 + 2] === '"' || n12.length < c15) s9 += 1;
      else {
        for (t4 += n12.slice(f14, s9) + `

`; n12[s9 + 2] === "\\" && n12[s9 + 3] === "n" && n12[s9 + 4] !== '"'; ) t4 += `
`, s9 += 2;
        t4 += l10, n12[s9 + 2] === " " && (t4 += "\\"), s9 += 1, f14 = s9 + 1;
      }
      break;
    default:
      s9 += 1;
  }
  return t4 = f14 ? t4 + n12.slice(f14) : n12, r8 ? t4 : U(t4, l10, L, D(e4, false));
}
function Q(i8, e4) {
  if (e4.options.singleQuote === false || e4.implicitKey && i8.includes(`
`) || /[ \t]\n|\n[ \t]/.test(i8)) return S4(i8, e4);
  const n12 = e4.indent || (y3(i8) ? "  " : ""), r8 = "'" + i8.replace(/'/g, "''").replace(/\n+/g, `$&
${n12}`) + "'";
  return e4.implicitKey ? r8 : U(r8, n12, E2, D(e4, false));
}
function h2(i8, e4) {
  const { singleQuote: n12 } = e4.options;
  let r8;
  if (n12 === false) r8 = S4;
  else {
    const c15 = i8.includes('"'), l10 = i8.includes("'");
    c15 && !l10 ? r8 = Q : l10 && !c15 ? r8 = S4 : r8 = n12 ? Q : S4;
  }
  return r8(i8, e4);
}
var B;
try {
  B = new RegExp(`(^|(?<!
))
+(?!
|$)`, "g");
} catch {
  B = /\n+(?!\n|$)/g;
}
function F({ comment: i8, type: e4, value: n12 }, r8, c15, l10) {
  const { blockQuote: t4, commentString: f14, lineWidth: s9 } = r8.options;
  if (!t4 || /\n[\t ]+$/.test(n12)) return h2(n12, r8);
  const o8 = r8.indent || (r8.forceBlockIndent || y3(n12) ? "  " : ""), u15 = t4 === "literal" ? true : t4 === "folded" || e4 === t.BLOCK_FOLDED ? false : e4 === t.BLOCK_LITERAL ? true : !P(n12, s9, o8.length);
  if (!n12) return u15 ? `|
` : `>
`;
  let b8, d11;
  for (d11 = n12.length; d11 > 0; --d11) {
    const p9 = n12[d11 - 1];
    if (p9 !== `
` && p9 !== "	" && p9 !== " ") break;
  }
  let a13 = n12.substring(d11);
  const k2 = a13.indexOf(`
`);
  k2 === -1 ? b8 = "-" : n12 === a13 || k2 !== a13.length - 1 ? (b8 = "+", l10 && l10()) : b8 = "", a13 && (n12 = n12.slice(0, -a13.length), a13[a13.length - 1] === `
` && (a13 = a13.slice(0, -1)), a13 = a13.replace(B, `$&${o8}`));
  let $ = false, L4, _7 = -1;
  for (L4 = 0; L4 < n12.length; ++L4) {
    const p9 = n12[L4];
    if (p9 === " ") $ = true;
    else if (p9 === `
`) _7 = L4;
    else break;
  }
  let O4 = n12.substring(0, _7 < L4 ? _7 + 1 : L4);
  O4 && (n12 = n12.substring(O4.length), O4 = O4.replace(/\n+/g, `$&${o8}`));
  let w10 = ($ ? o8 ? "2" : "1" : "") + b8;
  if (i8 && (w10 += " " + f14(i8.replace(/ ?[\r\n]+/g, " ")), c15 && c15()), !u15) {
    const p9 = n12.replace(/\n+/g, `
$&`).replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${o8}`);
    let N5 = false;
    const T3 = D(r8, true);
    t4 !== "folded" && e4 !== t.BLOCK_FOLDED && (T3.onOverflow = () => {
      N5 = true;
    });
    const K3 = U(`${O4}${p9}${a13}`, o8, O, T3);
    if (!N5) return `>${w10}
${o8}${K3}`;
  }
  return n12 = n12.replace(/\n+/g, `$&${o8}`), `|${w10}
${o8}${O4}${n12}${a13}`;
}
function W(i8, e4, n12, r8) {
  const { type: c15, value: l10 } = i8, { actualString: t4, implicitKey: f14, indent: s9, indentStep: o8, inFlow: u15 } = e4;
  if (f14 && l10.includes(`
`) || u15 && /[[\]{},]/.test(l10)) return h2(l10, e4);
  if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(l10)) return f14 || u15 || !l10.includes(`
`) ? h2(l10, e4) : F(i8, e4, n12, r8);
  if (!f14 && !u15 && c15 !== t.PLAIN && l10.includes(`
`)) return F(i8, e4, n12, r8);
  if (y3(l10)) {
    if (s9 === "") return e4.forceBlockIndent = true, F(i8, e4, n12, r8);
    if (f14 && s9 === o8) return h2(l10, e4);
  }
  const b8 = l10.replace(/\n+/g, `$&
${s9}`);
  if (t4) {
    const d11 = ($) => $.default && $.tag !== "tag:yaml.org,2002:str" && $.test?.test(b8), { compat: a13, tags: k2 } = e4.doc.schema;
    if (k2.some(d11) || a13?.some(d11)) return h2(l10, e4);
  }
  return f14 ? b8 : U(b8, s9, E2, D(e4, false));
}
function M(i8, e4, n12, r8) {
  const { implicitKey: c15, inFlow: l10 } = e4, t4 = typeof i8.value == "string" ? i8 : Object.assign({}, i8, { value: String(i8.value) });
  let { type: f14 } = i8;
  f14 !== t.QUOTE_DOUBLE && /[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(t4.value) && (f14 = t.QUOTE_DOUBLE);
  const s9 = (u15) => {
    switch (u15) {
      case t.BLOCK_FOLDED:
      case t.BLOCK_LITERAL:
        return c15 || l10 ? h2(t4.value, e4) : F(t4, e4, n12, r8);
      case t.QUOTE_DOUBLE:
        return S4(t4.value, e4);
      case t.QUOTE_SINGLE:
        return Q(t4.value, e4);
      case t.PLAIN:
        return W(t4, e4, n12, r8);
      default:
        return null;
    }
  };
  let o8 = s9(f14);
  if (o8 === null) {
    const { defaultKeyType: u15, defaultStringType: b8 } = e4.options, d11 = c15 && u15 || b8;
    if (o8 = s9(d11), o8 === null) throw new Error(`Unsupported default string type ${d11}`);
  }
  return o8;
}

// node_modules/yaml/browser/dist/stringify/stringify.js
function p3(r8, t4) {
  const l10 = Object.assign({ blockQuote: true, commentString: s4, defaultKeyType: null, defaultStringType: "PLAIN", directives: null, doubleQuotedAsJSON: false, doubleQuotedMinMultiLineLength: 40, falseStr: "false", flowCollectionPadding: true, indentSeq: true, lineWidth: 80, minContentWidth: 20, nullStr: "null", simpleKeys: false, singleQuote: null, trailingComma: false, trueStr: "true", verifyAliasOrder: true }, r8.schema.toStringOptions, t4);
  let i8;
  switch (l10.collectionStyle) {
    case "block":
      i8 = false;
      break;
    case "flow":
      i8 = true;
      break;
    default:
      i8 = null;
  }
  return { anchors: /* @__PURE__ */ new Set(), doc: r8, flowCollectionPadding: l10.flowCollectionPadding ? " " : "", indent: "", indentStep: typeof l10.indent == "number" ? " ".repeat(l10.indent) : "  ", inFlow: i8, options: l10 };
}
function v(r8, t4) {
  if (t4.tag) {
    const e4 = r8.filter((n12) => n12.tag === t4.tag);
    if (e4.length > 0) return e4.find((n12) => n12.format === t4.format) ?? e4[0];
  }
  let l10, i8;
  if (e(t4)) {
    i8 = t4.value;
    let e4 = r8.filter((n12) => n12.identify?.(i8));
    if (e4.length > 1) {
      const n12 = e4.filter((o8) => o8.test);
      n12.length > 0 && (e4 = n12);
    }
    l10 = e4.find((n12) => n12.format === t4.format) ?? e4.find((n12) => !n12.format);
  } else i8 = t4, l10 = r8.find((e4) => e4.nodeClass && i8 instanceof e4.nodeClass);
  if (!l10) {
    const e4 = i8?.constructor?.name ?? (i8 === null ? "null" : typeof i8);
    throw new Error(`Tag not resolved for ${e4} value`);
  }
  return l10;
}
function w3(r8, t4, { anchors: l10, doc: i8 }) {
  if (!i8.directives) return "";
  const e4 = [], n12 = (e(r8) || f(r8)) && r8.anchor;
  n12 && d(n12) && (l10.add(n12), e4.push(`&${n12}`));
  const o8 = r8.tag ?? (t4.default ? null : t4.tag);
  return o8 && e4.push(i8.directives.tagString(o8)), e4.join(" ");
}
function b3(r8, t4, l10, i8) {
  if (p(r8)) return r8.toString(t4, l10, i8);
  if (i(r8)) {
    if (t4.doc.directives) return r8.toString(t4);
    if (t4.resolvedAliases?.has(r8)) throw new TypeError("Cannot stringify circular structure without alias nodes");
    t4.resolvedAliases ? t4.resolvedAliases.add(r8) : t4.resolvedAliases = /* @__PURE__ */ new Set([r8]), r8 = r8.resolve(t4.doc);
  }
  let e4;
  const n12 = n(r8) ? r8 : t4.doc.createNode(r8, { onTagObj: (f14) => e4 = f14 });
  e4 ?? (e4 = v(t4.doc.schema.tags, n12));
  const o8 = w3(n12, e4, t4);
  o8.length > 0 && (t4.indentAtStart = (t4.indentAtStart ?? 0) + o8.length + 1);
  const s9 = typeof e4.stringify == "function" ? e4.stringify(n12, t4, l10, i8) : e(n12) ? M(n12, t4, l10, i8) : n12.toString(t4, l10, i8);
  return o8 ? e(n12) || s9[0] === "{" || s9[0] === "[" ? `${o8} ${s9}` : `${o8}
${t4.indent}${s9}` : s9;
}

// node_modules/yaml/browser/dist/stringify/stringifyPair.js
function _2({ key: t4, value: i8 }, e4, h8, g12) {
  const { allNullValues: S9, doc: W2, indent: E7, indentStep: N5, options: { commentString: d11, indentSeq: q2, simpleKeys: a13 } } = e4;
  let l10 = n(t4) && t4.comment || null;
  if (a13) {
    if (l10) throw new Error("With simple keys, key nodes cannot have comments");
    if (f(t4) || !n(t4) && typeof t4 == "object") {
      const r8 = "With simple keys, collection cannot be used as a key value";
      throw new Error(r8);
    }
  }
  let s9 = !a13 && (!t4 || l10 && i8 == null && !e4.inFlow || f(t4) || (e(t4) ? t4.type === t.BLOCK_FOLDED || t4.type === t.BLOCK_LITERAL : typeof t4 == "object"));
  e4 = Object.assign({}, e4, { allNullValues: false, implicitKey: !s9 && (a13 || !S9), indent: E7 + N5 });
  let u15 = false, p9 = false, n12 = b3(t4, e4, () => u15 = true, () => p9 = true);
  if (!s9 && !e4.inFlow && n12.length > 1024) {
    if (a13) throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
    s9 = true;
  }
  if (e4.inFlow) {
    if (S9 || i8 == null) return u15 && h8 && h8(), n12 === "" ? "?" : s9 ? `? ${n12}` : n12;
  } else if (S9 && !a13 || i8 == null && s9) return n12 = `? ${n12}`, l10 && !u15 ? n12 += t2(n12, e4.indent, d11(l10)) : p9 && g12 && g12(), n12;
  u15 && (l10 = null), s9 ? (l10 && (n12 += t2(n12, e4.indent, d11(l10))), n12 = `? ${n12}
${E7}:`) : (n12 = `${n12}:`, l10 && (n12 += t2(n12, e4.indent, d11(l10))));
  let b8, w10, c15;
  n(i8) ? (b8 = !!i8.spaceBefore, w10 = i8.commentBefore, c15 = i8.comment) : (b8 = false, w10 = null, c15 = null, i8 && typeof i8 == "object" && (i8 = W2.createNode(i8))), e4.implicitKey = false, !s9 && !l10 && e(i8) && (e4.indentAtStart = n12.length + 1), p9 = false, !q2 && N5.length >= 2 && !e4.inFlow && !s9 && S(i8) && !i8.flow && !i8.tag && !i8.anchor && (e4.indent = e4.indent.substring(2));
  let $ = false;
  const f14 = b3(i8, e4, () => $ = true, () => p9 = true);
  let o8 = " ";
  if (l10 || b8 || w10) {
    if (o8 = b8 ? `
` : "", w10) {
      const r8 = d11(w10);
      o8 += `
${r2(r8, e4.indent)}`;
    }
    f14 === "" && !e4.inFlow ? o8 === `
` && c15 && (o8 = `

`) : o8 += `
${e4.indent}`;
  } else if (!s9 && f(i8)) {
    const r8 = f14[0], y14 = f14.indexOf(`
`), j4 = y14 !== -1, A4 = e4.inFlow ?? i8.flow ?? i8.items.length === 0;
    if (j4 || !A4) {
      let B2 = false;
      if (j4 && (r8 === "&" || r8 === "!")) {
        let m11 = f14.indexOf(" ");
        r8 === "&" && m11 !== -1 && m11 < y14 && f14[m11 + 1] === "!" && (m11 = f14.indexOf(" ", m11 + 1)), (m11 === -1 || y14 < m11) && (B2 = true);
      }
      B2 || (o8 = `
${e4.indent}`);
    }
  } else (f14 === "" || f14[0] === `
`) && (o8 = "");
  return n12 += o8 + f14, e4.inFlow ? $ && h8 && h8() : c15 && !$ ? n12 += t2(n12, e4.indent, d11(c15)) : p9 && g12 && g12(), n12;
}

// node_modules/yaml/browser/dist/log.js
function c2(n12, o8) {
  (n12 === "debug" || n12 === "warn") && console.warn(o8);
}

// node_modules/yaml/browser/dist/schema/yaml-1.1/merge.js
var n3 = "<<";
var a3 = { identify: (o8) => o8 === n3 || typeof o8 == "symbol" && o8.description === n3, default: "key", tag: "tag:yaml.org,2002:merge", test: /^<<$/, resolve: () => Object.assign(new t(Symbol(n3)), { addToJSMap: u4 }), stringify: () => n3 };
var b4 = (o8, e4) => (a3.identify(e4) || e(e4) && (!e4.type || e4.type === t.PLAIN) && a3.identify(e4.value)) && o8?.doc.schema.tags.some((s9) => s9.tag === a3.tag && s9.default);
function u4(o8, e4, s9) {
  const r8 = d2(o8, s9);
  if (S(r8)) for (const t4 of r8.items) f2(o8, e4, t4);
  else if (Array.isArray(r8)) for (const t4 of r8) f2(o8, e4, t4);
  else f2(o8, e4, r8);
}
function f2(o8, e4, s9) {
  const r8 = d2(o8, s9);
  if (!b(r8)) throw new Error("Merge sources must be maps or map aliases");
  const t4 = r8.toJSON(null, o8, Map);
  for (const [i8, l10] of t4) e4 instanceof Map ? e4.has(i8) || e4.set(i8, l10) : e4 instanceof Set ? e4.add(i8) : Object.prototype.hasOwnProperty.call(e4, i8) || Object.defineProperty(e4, i8, { value: l10, writable: true, enumerable: true, configurable: true });
  return e4;
}
function d2(o8, e4) {
  return o8 && i(e4) ? e4.resolve(o8.doc, o8) : e4;
}

// node_modules/yaml/browser/dist/nodes/addPairToJSMap.js
function c3(o8, e4, { key: r8, value: i8 }) {
  if (n(r8) && r8.addToJSMap) r8.addToJSMap(o8, e4, i8);
  else if (b4(o8, r8)) u4(o8, e4, i8);
  else {
    const n12 = i4(r8, "", o8);
    if (e4 instanceof Map) e4.set(n12, i4(i8, n12, o8));
    else if (e4 instanceof Set) e4.add(n12);
    else {
      const t4 = g2(r8, n12, o8), f14 = i4(i8, t4, o8);
      t4 in e4 ? Object.defineProperty(e4, t4, { value: f14, writable: true, enumerable: true, configurable: true }) : e4[t4] = f14;
    }
  }
  return e4;
}
function g2(o8, e4, r8) {
  if (e4 === null) return "";
  if (typeof e4 != "object") return String(e4);
  if (n(o8) && r8?.doc) {
    const i8 = p3(r8.doc, {});
    i8.anchors = /* @__PURE__ */ new Set();
    for (const t4 of r8.anchors.keys()) i8.anchors.add(t4.anchor);
    i8.inFlow = true, i8.inStringifyKey = true;
    const n12 = o8.toString(i8);
    if (!r8.mapKeyWarned) {
      let t4 = JSON.stringify(n12);
      t4.length > 40 && (t4 = t4.substring(0, 36) + '..."'), c2(r8.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${t4}. Set mapAsMap: true to use object keys.`), r8.mapKeyWarned = true;
    }
    return n12;
  }
  return JSON.stringify(e4);
}

// node_modules/yaml/browser/dist/nodes/Pair.js
function d3(s9, r8, e4) {
  const t4 = T(s9, void 0, e4), a13 = T(r8, void 0, e4);
  return new i5(t4, a13);
}
var i5 = class _i {
  constructor(r8, e4 = null) {
    Object.defineProperty(this, c, { value: l }), this.key = r8, this.value = e4;
  }
  clone(r8) {
    let { key: e4, value: t4 } = this;
    return n(e4) && (e4 = e4.clone(r8)), n(t4) && (t4 = t4.clone(r8)), new _i(e4, t4);
  }
  toJSON(r8, e4) {
    const t4 = e4?.mapAsMap ? /* @__PURE__ */ new Map() : {};
    return c3(e4, t4, this);
  }
  toString(r8, e4, t4) {
    return r8?.doc ? _2(this, r8, e4, t4) : JSON.stringify(this);
  }
};

// node_modules/yaml/browser/dist/stringify/stringifyCollection.js
function j(c15, i8, m11) {
  return (i8.inFlow ?? c15.flow ? P2 : F2)(c15, i8, m11);
}
function F2({ comment: c15, items: i8 }, m11, { blockItemPrefix: s9, flowChars: a13, itemIndent: g12, onChompKeep: d11, onComment: y14 }) {
  const { indent: B2, options: { commentString: o8 } } = m11, k2 = Object.assign({}, m11, { indent: g12, type: null });
  let n12 = false;
  const f14 = [];
  for (let t4 = 0; t4 < i8.length; ++t4) {
    const e4 = i8[t4];
    let l10 = null;
    if (n(e4)) !n12 && e4.spaceBefore && f14.push(""), w4(m11, f14, e4.commentBefore, n12), e4.comment && (l10 = e4.comment);
    else if (p(e4)) {
      const r8 = n(e4.key) ? e4.key : null;
      r8 && (!n12 && r8.spaceBefore && f14.push(""), w4(m11, f14, r8.commentBefore, n12));
    }
    n12 = false;
    let u15 = b3(e4, k2, () => l10 = null, () => n12 = true);
    l10 && (u15 += t2(u15, g12, o8(l10))), n12 && l10 && (n12 = false), f14.push(s9 + u15);
  }
  let p9;
  if (f14.length === 0) p9 = a13.start + a13.end;
  else {
    p9 = f14[0];
    for (let t4 = 1; t4 < f14.length; ++t4) {
      const e4 = f14[t4];
      p9 += e4 ? `
${B2}${e4}` : `
`;
    }
  }
  return c15 ? (p9 += `
` + r2(o8(c15), B2), y14 && y14()) : n12 && d11 && d11(), p9;
}
function P2({ items: c15 }, i8, { flowChars: m11, itemIndent: s9 }) {
  const { indent: a13, indentStep: g12, flowCollectionPadding: d11, options: { commentString: y14 } } = i8;
  s9 += g12;
  const B2 = Object.assign({}, i8, { indent: s9, inFlow: true, type: null });
  let o8 = false, k2 = 0;
  const n12 = [];
  for (let t4 = 0; t4 < c15.length; ++t4) {
    const e4 = c15[t4];
    let l10 = null;
    if (n(e4)) e4.spaceBefore && n12.push(""), w4(i8, n12, e4.commentBefore, false), e4.comment && (l10 = e4.comment);
    else if (p(e4)) {
      const r8 = n(e4.key) ? e4.key : null;
      r8 && (r8.spaceBefore && n12.push(""), w4(i8, n12, r8.commentBefore, false), r8.comment && (o8 = true));
      const h8 = n(e4.value) ? e4.value : null;
      h8 ? (h8.comment && (l10 = h8.comment), h8.commentBefore && (o8 = true)) : e4.value == null && r8?.comment && (l10 = r8.comment);
    }
    l10 && (o8 = true);
    let u15 = b3(e4, B2, () => l10 = null);
    o8 || (o8 = n12.length > k2 || u15.includes(`
`)), t4 < c15.length - 1 ? u15 += "," : i8.options.trailingComma && (i8.options.lineWidth > 0 && (o8 || (o8 = n12.reduce((r8, h8) => r8 + h8.length + 2, 2) + (u15.length + 2) > i8.options.lineWidth)), o8 && (u15 += ",")), l10 && (u15 += t2(u15, s9, y14(l10))), n12.push(u15), k2 = n12.length;
  }
  const { start: f14, end: p9 } = m11;
  if (n12.length === 0) return f14 + p9;
  if (!o8) {
    const t4 = n12.reduce((e4, l10) => e4 + l10.length + 2, 2);
    o8 = i8.options.lineWidth > 0 && t4 > i8.options.lineWidth;
  }
  if (o8) {
    let t4 = f14;
    for (const e4 of n12) t4 += e4 ? `
${g12}${a13}${e4}` : `
`;
    return `${t4}
${a13}${p9}`;
  } else return `${f14}${d11}${n12.join(" ")}${d11}${p9}`;
}
function w4({ indent: c15, options: { commentString: i8 } }, m11, s9, a13) {
  if (s9 && a13 && (s9 = s9.replace(/^\n+/, "")), s9) {
    const g12 = r2(i8(s9), c15);
    m11.push(g12.trimStart());
  }
}

// node_modules/yaml/browser/dist/nodes/YAMLMap.js
function f3(c15, e4) {
  const i8 = e(e4) ? e4.value : e4;
  for (const t4 of c15) if (p(t4) && (t4.key === e4 || t4.key === i8 || e(t4.key) && t4.key.value === i8)) return t4;
}
var M2 = class extends g {
  static get tagName() {
    return "tag:yaml.org,2002:map";
  }
  constructor(e4) {
    super(o, e4), this.items = [];
  }
  static from(e4, i8, t4) {
    const { keepUndefined: s9, replacer: r8 } = t4, o8 = new this(e4), l10 = (n12, a13) => {
      if (typeof r8 == "function") a13 = r8.call(i8, n12, a13);
      else if (Array.isArray(r8) && !r8.includes(n12)) return;
      (a13 !== void 0 || s9) && o8.items.push(d3(n12, a13, t4));
    };
    if (i8 instanceof Map) for (const [n12, a13] of i8) l10(n12, a13);
    else if (i8 && typeof i8 == "object") for (const n12 of Object.keys(i8)) l10(n12, i8[n12]);
    return typeof e4.sortMapEntries == "function" && o8.items.sort(e4.sortMapEntries), o8;
  }
  add(e4, i8) {
    let t4;
    p(e4) ? t4 = e4 : !e4 || typeof e4 != "object" || !("key" in e4) ? t4 = new i5(e4, e4?.value) : t4 = new i5(e4.key, e4.value);
    const s9 = f3(this.items, t4.key), r8 = this.schema?.sortMapEntries;
    if (s9) {
      if (!i8) throw new Error(`Key ${t4.key} already set`);
      e(s9.value) && E(t4.value) ? s9.value.value = t4.value : s9.value = t4.value;
    } else if (r8) {
      const o8 = this.items.findIndex((l10) => r8(t4, l10) < 0);
      o8 === -1 ? this.items.push(t4) : this.items.splice(o8, 0, t4);
    } else this.items.push(t4);
  }
  delete(e4) {
    const i8 = f3(this.items, e4);
    return i8 ? this.items.splice(this.items.indexOf(i8), 1).length > 0 : false;
  }
  get(e4, i8) {
    const s9 = f3(this.items, e4)?.value;
    return (!i8 && e(s9) ? s9.value : s9) ?? void 0;
  }
  has(e4) {
    return !!f3(this.items, e4);
  }
  set(e4, i8) {
    this.add(new i5(e4, i8), true);
  }
  toJSON(e4, i8, t4) {
    const s9 = t4 ? new t4() : i8?.mapAsMap ? /* @__PURE__ */ new Map() : {};
    i8?.onCreate && i8.onCreate(s9);
    for (const r8 of this.items) c3(i8, s9, r8);
    return s9;
  }
  toString(e4, i8, t4) {
    if (!e4) return JSON.stringify(this);
    for (const s9 of this.items) if (!p(s9)) throw new Error(`Map items must all be pairs; found ${JSON.stringify(s9)} instead`);
    return !e4.allNullValues && this.hasAllNullValues(false) && (e4 = Object.assign({}, e4, { allNullValues: true })), j(this, e4, { blockItemPrefix: "", flowChars: { start: "{", end: "}" }, itemIndent: e4.indent || "", onChompKeep: t4, onComment: i8 });
  }
};

// node_modules/yaml/browser/dist/schema/common/map.js
var p4 = { collection: "map", default: true, nodeClass: M2, tag: "tag:yaml.org,2002:map", resolve(o8, t4) {
  return b(o8) || t4("Expected a mapping for this tag"), o8;
}, createNode: (o8, t4, e4) => M2.from(o8, t4, e4) };

// node_modules/yaml/browser/dist/nodes/YAMLSeq.js
var S5 = class extends g {
  static get tagName() {
    return "tag:yaml.org,2002:seq";
  }
  constructor(t4) {
    super(s, t4), this.items = [];
  }
  add(t4) {
    this.items.push(t4);
  }
  delete(t4) {
    const e4 = f4(t4);
    return typeof e4 != "number" ? false : this.items.splice(e4, 1).length > 0;
  }
  get(t4, e4) {
    const i8 = f4(t4);
    if (typeof i8 != "number") return;
    const r8 = this.items[i8];
    return !e4 && e(r8) ? r8.value : r8;
  }
  has(t4) {
    const e4 = f4(t4);
    return typeof e4 == "number" && e4 < this.items.length;
  }
  set(t4, e4) {
    const i8 = f4(t4);
    if (typeof i8 != "number") throw new Error(`Expected a valid index, not ${t4}.`);
    const r8 = this.items[i8];
    e(r8) && E(e4) ? r8.value = e4 : this.items[i8] = e4;
  }
  toJSON(t4, e4) {
    const i8 = [];
    e4?.onCreate && e4.onCreate(i8);
    let r8 = 0;
    for (const s9 of this.items) i8.push(i4(s9, String(r8++), e4));
    return i8;
  }
  toString(t4, e4, i8) {
    return t4 ? j(this, t4, { blockItemPrefix: "- ", flowChars: { start: "[", end: "]" }, itemIndent: (t4.indent || "") + "  ", onChompKeep: i8, onComment: e4 }) : JSON.stringify(this);
  }
  static from(t4, e4, i8) {
    const { replacer: r8 } = i8, s9 = new this(t4);
    if (e4 && Symbol.iterator in Object(e4)) {
      let l10 = 0;
      for (let o8 of e4) {
        if (typeof r8 == "function") {
          const u15 = e4 instanceof Set ? o8 : String(l10++);
          o8 = r8.call(e4, u15, o8);
        }
        s9.items.push(T(o8, void 0, i8));
      }
    }
    return s9;
  }
};
function f4(n12) {
  let t4 = e(n12) ? n12.value : n12;
  return t4 && typeof t4 == "string" && (t4 = Number(t4)), typeof t4 == "number" && Number.isInteger(t4) && t4 >= 0 ? t4 : null;
}

// node_modules/yaml/browser/dist/schema/common/seq.js
var a4 = { collection: "seq", default: true, nodeClass: S5, tag: "tag:yaml.org,2002:seq", resolve(e4, o8) {
  return S(e4) || o8("Expected a sequence for this tag"), e4;
}, createNode: (e4, o8, r8) => S5.from(e4, o8, r8) };

// node_modules/yaml/browser/dist/schema/common/string.js
var n4 = { identify: (t4) => typeof t4 == "string", default: true, tag: "tag:yaml.org,2002:str", resolve: (t4) => t4, stringify(t4, r8, i8, e4) {
  return r8 = Object.assign({ actualString: true }, r8), M(t4, r8, i8, e4);
} };

// node_modules/yaml/browser/dist/schema/common/null.js
var n5 = { identify: (t4) => t4 == null, createNode: () => new t(null), default: true, tag: "tag:yaml.org,2002:null", test: /^(?:~|[Nn]ull|NULL)?$/, resolve: () => new t(null), stringify: ({ source: t4 }, e4) => typeof t4 == "string" && n5.test.test(t4) ? t4 : e4.options.nullStr };

// node_modules/yaml/browser/dist/schema/core/bool.js
var r3 = { identify: (t4) => typeof t4 == "boolean", default: true, tag: "tag:yaml.org,2002:bool", test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/, resolve: (t4) => new t(t4[0] === "t" || t4[0] === "T"), stringify({ source: t4, value: o8 }, e4) {
  if (t4 && r3.test.test(t4)) {
    const n12 = t4[0] === "t" || t4[0] === "T";
    if (o8 === n12) return t4;
  }
  return o8 ? e4.options.trueStr : e4.options.falseStr;
} };

// node_modules/yaml/browser/dist/stringify/stringifyNumber.js
function o3({ format: s9, minFractionDigits: f14, tag: r8, value: t4 }) {
  if (typeof t4 == "bigint") return String(t4);
  const i8 = typeof t4 == "number" ? t4 : Number(t4);
  if (!isFinite(i8)) return isNaN(i8) ? ".nan" : i8 < 0 ? "-.inf" : ".inf";
  let n12 = Object.is(t4, -0) ? "-0" : JSON.stringify(t4);
  if (!s9 && f14 && (!r8 || r8 === "tag:yaml.org,2002:float") && /^-?\d/.test(n12) && !n12.includes("e")) {
    let e4 = n12.indexOf(".");
    e4 < 0 && (e4 = n12.length, n12 += ".");
    let g12 = f14 - (n12.length - e4 - 1);
    for (; g12-- > 0; ) n12 += "0";
  }
  return n12;
}

// node_modules/yaml/browser/dist/schema/core/float.js
var r4 = { identify: (t4) => typeof t4 == "number", default: true, tag: "tag:yaml.org,2002:float", test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/, resolve: (t4) => t4.slice(-3).toLowerCase() === "nan" ? NaN : t4[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY, stringify: o3 };
var i6 = { identify: (t4) => typeof t4 == "number", default: true, tag: "tag:yaml.org,2002:float", format: "EXP", test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/, resolve: (t4) => parseFloat(t4), stringify(t4) {
  const e4 = Number(t4.value);
  return isFinite(e4) ? e4.toExponential() : o3(t4);
} };
var f5 = { identify: (t4) => typeof t4 == "number", default: true, tag: "tag:yaml.org,2002:float", test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/, resolve(t4) {
  const e4 = new t(parseFloat(t4)), a13 = t4.indexOf(".");
  return a13 !== -1 && t4[t4.length - 1] === "0" && (e4.minFractionDigits = t4.length - a13 - 1), e4;
}, stringify: o3 };

// node_modules/yaml/browser/dist/schema/core/int.js
var e2 = (t4) => typeof t4 == "bigint" || Number.isInteger(t4);
var o4 = (t4, n12, r8, { intAsBigInt: i8 }) => i8 ? BigInt(t4) : parseInt(t4.substring(n12), r8);
function f6(t4, n12, r8) {
  const { value: i8 } = t4;
  return e2(i8) && i8 >= 0 ? r8 + i8.toString(n12) : o3(t4);
}
var g3 = { identify: (t4) => e2(t4) && t4 >= 0, default: true, tag: "tag:yaml.org,2002:int", format: "OCT", test: /^0o[0-7]+$/, resolve: (t4, n12, r8) => o4(t4, 2, 8, r8), stringify: (t4) => f6(t4, 8, "0o") };
var a5 = { identify: e2, default: true, tag: "tag:yaml.org,2002:int", test: /^[-+]?[0-9]+$/, resolve: (t4, n12, r8) => o4(t4, 0, 10, r8), stringify: o3 };
var y4 = { identify: (t4) => e2(t4) && t4 >= 0, default: true, tag: "tag:yaml.org,2002:int", format: "HEX", test: /^0x[0-9a-fA-F]+$/, resolve: (t4, n12, r8) => o4(t4, 2, 16, r8), stringify: (t4) => f6(t4, 16, "0x") };

// node_modules/yaml/browser/dist/schema/core/schema.js
var s5 = [p4, a4, n4, n5, r3, g3, a5, y4, r4, i6, f5];

// node_modules/yaml/browser/dist/schema/json/schema.js
function n6(t4) {
  return typeof t4 == "bigint" || Number.isInteger(t4);
}
var e3 = ({ value: t4 }) => JSON.stringify(t4);
var l4 = [{ identify: (t4) => typeof t4 == "string", default: true, tag: "tag:yaml.org,2002:str", resolve: (t4) => t4, stringify: e3 }, { identify: (t4) => t4 == null, createNode: () => new t(null), default: true, tag: "tag:yaml.org,2002:null", test: /^null$/, resolve: () => null, stringify: e3 }, { identify: (t4) => typeof t4 == "boolean", default: true, tag: "tag:yaml.org,2002:bool", test: /^true$|^false$/, resolve: (t4) => t4 === "true", stringify: e3 }, { identify: n6, default: true, tag: "tag:yaml.org,2002:int", test: /^-?(?:0|[1-9][0-9]*)$/, resolve: (t4, r8, { intAsBigInt: i8 }) => i8 ? BigInt(t4) : parseInt(t4, 10), stringify: ({ value: t4 }) => n6(t4) ? t4.toString() : JSON.stringify(t4) }, { identify: (t4) => typeof t4 == "number", default: true, tag: "tag:yaml.org,2002:float", test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/, resolve: (t4) => parseFloat(t4), stringify: e3 }];
var f7 = { default: true, tag: "", test: /^/, resolve(t4, r8) {
  return r8(`Unresolved plain scalar ${JSON.stringify(t4)}`), t4;
} };
var g4 = [p4, a4].concat(l4, f7);

// node_modules/yaml/browser/dist/schema/yaml-1.1/binary.js
var c4 = { identify: (n12) => n12 instanceof Uint8Array, default: false, tag: "tag:yaml.org,2002:binary", resolve(n12, t4) {
  if (typeof atob == "function") {
    const e4 = atob(n12.replace(/[\n\r]/g, "")), r8 = new Uint8Array(e4.length);
    for (let i8 = 0; i8 < e4.length; ++i8) r8[i8] = e4.charCodeAt(i8);
    return r8;
  } else return t4("This environment does not support reading binary tags; either Buffer or atob is required"), n12;
}, stringify({ comment: n12, type: t4, value: e4 }, r8, i8, b8) {
  if (!e4) return "";
  const g12 = e4;
  let a13;
  if (typeof btoa == "function") {
    let o8 = "";
    for (let s9 = 0; s9 < g12.length; ++s9) o8 += String.fromCharCode(g12[s9]);
    a13 = btoa(o8);
  } else throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
  if (t4 ?? (t4 = t.BLOCK_LITERAL), t4 !== t.QUOTE_DOUBLE) {
    const o8 = Math.max(r8.options.lineWidth - r8.indent.length, r8.options.minContentWidth), s9 = Math.ceil(a13.length / o8), h8 = new Array(s9);
    for (let f14 = 0, u15 = 0; f14 < s9; ++f14, u15 += o8) h8[f14] = a13.substr(u15, o8);
    a13 = h8.join(t4 === t.BLOCK_LITERAL ? `
` : " ");
  }
  return M({ comment: n12, type: t4, value: a13 }, r8, i8, b8);
} };

// node_modules/yaml/browser/dist/schema/yaml-1.1/pairs.js
function p5(n12, r8) {
  if (S(n12)) for (let i8 = 0; i8 < n12.items.length; ++i8) {
    let e4 = n12.items[i8];
    if (!p(e4)) {
      if (b(e4)) {
        e4.items.length > 1 && r8("Each pair must have its own sequence indicator");
        const o8 = e4.items[0] || new i5(new t(null));
        if (e4.commentBefore && (o8.key.commentBefore = o8.key.commentBefore ? `${e4.commentBefore}
${o8.key.commentBefore}` : e4.commentBefore), e4.comment) {
          const m11 = o8.value ?? o8.key;
          m11.comment = m11.comment ? `${e4.comment}
${m11.comment}` : e4.comment;
        }
        e4 = o8;
      }
      n12.items[i8] = p(e4) ? e4 : new i5(e4);
    }
  }
  else r8("Expected a sequence for this tag");
  return n12;
}
function y5(n12, r8, i8) {
  const { replacer: e4 } = i8, o8 = new S5(n12);
  o8.tag = "tag:yaml.org,2002:pairs";
  let m11 = 0;
  if (r8 && Symbol.iterator in Object(r8)) for (let t4 of r8) {
    typeof e4 == "function" && (t4 = e4.call(r8, String(m11++), t4));
    let c15, s9;
    if (Array.isArray(t4)) if (t4.length === 2) c15 = t4[0], s9 = t4[1];
    else throw new TypeError(`Expected [key, value] tuple: ${t4}`);
    else if (t4 && t4 instanceof Object) {
      const a13 = Object.keys(t4);
      if (a13.length === 1) c15 = a13[0], s9 = t4[c15];
      else throw new TypeError(`Expected tuple with one key, not ${a13.length} keys`);
    } else c15 = t4;
    o8.items.push(d3(c15, s9, i8));
  }
  return o8;
}
var d4 = { collection: "seq", default: false, tag: "tag:yaml.org,2002:pairs", resolve: p5, createNode: y5 };

// node_modules/yaml/browser/dist/schema/yaml-1.1/omap.js
var r5 = class _r extends S5 {
  constructor() {
    super(), this.add = M2.prototype.add.bind(this), this.delete = M2.prototype.delete.bind(this), this.get = M2.prototype.get.bind(this), this.has = M2.prototype.has.bind(this), this.set = M2.prototype.set.bind(this), this.tag = _r.tag;
  }
  toJSON(o8, e4) {
    if (!e4) return super.toJSON(o8);
    const s9 = /* @__PURE__ */ new Map();
    e4?.onCreate && e4.onCreate(s9);
    for (const t4 of this.items) {
      let i8, m11;
      if (p(t4) ? (i8 = i4(t4.key, "", e4), m11 = i4(t4.value, i8, e4)) : i8 = i4(t4, "", e4), s9.has(i8)) throw new Error("Ordered maps must not include duplicate keys");
      s9.set(i8, m11);
    }
    return s9;
  }
  static from(o8, e4, s9) {
    const t4 = y5(o8, e4, s9), i8 = new this();
    return i8.items = t4.items, i8;
  }
};
r5.tag = "tag:yaml.org,2002:omap";
var h3 = { collection: "seq", identify: (a13) => a13 instanceof Map, nodeClass: r5, default: false, tag: "tag:yaml.org,2002:omap", resolve(a13, o8) {
  const e4 = p5(a13, o8), s9 = [];
  for (const { key: t4 } of e4.items) e(t4) && (s9.includes(t4.value) ? o8(`Ordered maps must not include duplicate keys: ${t4.value}`) : s9.push(t4.value));
  return Object.assign(new r5(), e4);
}, createNode: (a13, o8, e4) => r5.from(a13, o8, e4) };

// node_modules/yaml/browser/dist/schema/yaml-1.1/bool.js
function n7({ value: t4, source: e4 }, o8) {
  return e4 && (t4 ? f8 : s6).test.test(e4) ? e4 : t4 ? o8.options.trueStr : o8.options.falseStr;
}
var f8 = { identify: (t4) => t4 === true, default: true, tag: "tag:yaml.org,2002:bool", test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/, resolve: () => new t(true), stringify: n7 };
var s6 = { identify: (t4) => t4 === false, default: true, tag: "tag:yaml.org,2002:bool", test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/, resolve: () => new t(false), stringify: n7 };

// node_modules/yaml/browser/dist/schema/yaml-1.1/float.js
var i7 = { identify: (t4) => typeof t4 == "number", default: true, tag: "tag:yaml.org,2002:float", test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/, resolve: (t4) => t4.slice(-3).toLowerCase() === "nan" ? NaN : t4[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY, stringify: o3 };
var f9 = { identify: (t4) => typeof t4 == "number", default: true, tag: "tag:yaml.org,2002:float", format: "EXP", test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/, resolve: (t4) => parseFloat(t4.replace(/_/g, "")), stringify(t4) {
  const e4 = Number(t4.value);
  return isFinite(e4) ? e4.toExponential() : o3(t4);
} };
var l5 = { identify: (t4) => typeof t4 == "number", default: true, tag: "tag:yaml.org,2002:float", test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/, resolve(t4) {
  const e4 = new t(parseFloat(t4.replace(/_/g, ""))), o8 = t4.indexOf(".");
  if (o8 !== -1) {
    const a13 = t4.substring(o8 + 1).replace(/_/g, "");
    a13[a13.length - 1] === "0" && (e4.minFractionDigits = a13.length);
  }
  return e4;
}, stringify: o3 };

// node_modules/yaml/browser/dist/schema/yaml-1.1/int.js
var o5 = (t4) => typeof t4 == "bigint" || Number.isInteger(t4);
function a6(t4, i8, n12, { intAsBigInt: r8 }) {
  const e4 = t4[0];
  if ((e4 === "-" || e4 === "+") && (i8 += 1), t4 = t4.substring(i8).replace(/_/g, ""), r8) {
    switch (n12) {
      case 2:
        t4 = `0b${t4}`;
        break;
      case 8:
        t4 = `0o${t4}`;
        break;
      case 16:
        t4 = `0x${t4}`;
        break;
    }
    const f14 = BigInt(t4);
    return e4 === "-" ? BigInt(-1) * f14 : f14;
  }
  const s9 = parseInt(t4, n12);
  return e4 === "-" ? -1 * s9 : s9;
}
function g5(t4, i8, n12) {
  const { value: r8 } = t4;
  if (o5(r8)) {
    const e4 = r8.toString(i8);
    return r8 < 0 ? "-" + n12 + e4.substr(1) : n12 + e4;
  }
  return o3(t4);
}
var u5 = { identify: o5, default: true, tag: "tag:yaml.org,2002:int", format: "BIN", test: /^[-+]?0b[0-1_]+$/, resolve: (t4, i8, n12) => a6(t4, 2, 2, n12), stringify: (t4) => g5(t4, 2, "0b") };
var y6 = { identify: o5, default: true, tag: "tag:yaml.org,2002:int", format: "OCT", test: /^[-+]?0[0-7_]+$/, resolve: (t4, i8, n12) => a6(t4, 1, 8, n12), stringify: (t4) => g5(t4, 8, "0") };
var l6 = { identify: o5, default: true, tag: "tag:yaml.org,2002:int", test: /^[-+]?[0-9][0-9_]*$/, resolve: (t4, i8, n12) => a6(t4, 0, 10, n12), stringify: o3 };
var b5 = { identify: o5, default: true, tag: "tag:yaml.org,2002:int", format: "HEX", test: /^[-+]?0x[0-9a-fA-F_]+$/, resolve: (t4, i8, n12) => a6(t4, 2, 16, n12), stringify: (t4) => g5(t4, 16, "0x") };

// node_modules/yaml/browser/dist/schema/yaml-1.1/set.js
var l7 = class _l extends M2 {
  constructor(e4) {
    super(e4), this.tag = _l.tag;
  }
  add(e4) {
    let t4;
    p(e4) ? t4 = e4 : e4 && typeof e4 == "object" && "key" in e4 && "value" in e4 && e4.value === null ? t4 = new i5(e4.key, null) : t4 = new i5(e4, null), f3(this.items, t4.key) || this.items.push(t4);
  }
  get(e4, t4) {
    const s9 = f3(this.items, e4);
    return !t4 && p(s9) ? e(s9.key) ? s9.key.value : s9.key : s9;
  }
  set(e4, t4) {
    if (typeof t4 != "boolean") throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof t4}`);
    const s9 = f3(this.items, e4);
    s9 && !t4 ? this.items.splice(this.items.indexOf(s9), 1) : !s9 && t4 && this.items.push(new i5(e4));
  }
  toJSON(e4, t4) {
    return super.toJSON(e4, t4, Set);
  }
  toString(e4, t4, s9) {
    if (!e4) return JSON.stringify(this);
    if (this.hasAllNullValues(true)) return super.toString(Object.assign({}, e4, { allNullValues: true }), t4, s9);
    throw new Error("Set items must all have null values");
  }
  static from(e4, t4, s9) {
    const { replacer: o8 } = s9, u15 = new this(e4);
    if (t4 && Symbol.iterator in Object(t4)) for (let r8 of t4) typeof o8 == "function" && (r8 = o8.call(t4, r8, r8)), u15.items.push(d3(r8, null, s9));
    return u15;
  }
};
l7.tag = "tag:yaml.org,2002:set";
var g6 = { collection: "map", identify: (i8) => i8 instanceof Set, nodeClass: l7, default: false, tag: "tag:yaml.org,2002:set", createNode: (i8, e4, t4) => l7.from(i8, e4, t4), resolve(i8, e4) {
  if (b(i8)) {
    if (i8.hasAllNullValues(true)) return Object.assign(new l7(), i8);
    e4("Set items must all have null values");
  } else e4("Expected a mapping for this tag");
  return i8;
} };

// node_modules/yaml/browser/dist/schema/yaml-1.1/timestamp.js
function g7(e4, t4) {
  const n12 = e4[0], a13 = n12 === "-" || n12 === "+" ? e4.substring(1) : e4, r8 = (i8) => t4 ? BigInt(i8) : Number(i8), s9 = a13.replace(/_/g, "").split(":").reduce((i8, o8) => i8 * r8(60) + r8(o8), r8(0));
  return n12 === "-" ? r8(-1) * s9 : s9;
}
function u6(e4) {
  let { value: t4 } = e4, n12 = (i8) => i8;
  if (typeof t4 == "bigint") n12 = (i8) => BigInt(i8);
  else if (isNaN(t4) || !isFinite(t4)) return o3(e4);
  let a13 = "";
  t4 < 0 && (a13 = "-", t4 *= n12(-1));
  const r8 = n12(60), s9 = [t4 % r8];
  return t4 < 60 ? s9.unshift(0) : (t4 = (t4 - s9[0]) / r8, s9.unshift(t4 % r8), t4 >= 60 && (t4 = (t4 - s9[0]) / r8, s9.unshift(t4))), a13 + s9.map((i8) => String(i8).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
}
var d5 = { identify: (e4) => typeof e4 == "bigint" || Number.isInteger(e4), default: true, tag: "tag:yaml.org,2002:int", format: "TIME", test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/, resolve: (e4, t4, { intAsBigInt: n12 }) => g7(e4, n12), stringify: u6 };
var b6 = { identify: (e4) => typeof e4 == "number", default: true, tag: "tag:yaml.org,2002:float", format: "TIME", test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/, resolve: (e4) => g7(e4, false), stringify: u6 };
var c5 = { identify: (e4) => e4 instanceof Date, default: true, tag: "tag:yaml.org,2002:timestamp", test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"), resolve(e4) {
  const t4 = e4.match(c5.test);
  if (!t4) throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
  const [, n12, a13, r8, s9, i8, o8] = t4.map(Number), p9 = t4[7] ? Number((t4[7] + "00").substr(1, 3)) : 0;
  let l10 = Date.UTC(n12, a13 - 1, r8, s9 || 0, i8 || 0, o8 || 0, p9);
  const f14 = t4[8];
  if (f14 && f14 !== "Z") {
    let m11 = g7(f14, false);
    Math.abs(m11) < 30 && (m11 *= 60), l10 -= 6e4 * m11;
  }
  return new Date(l10);
}, stringify: ({ value: e4 }) => e4?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? "" };

// node_modules/yaml/browser/dist/schema/yaml-1.1/schema.js
var y7 = [p4, a4, n4, n5, f8, s6, u5, y6, l6, b5, i7, f9, l5, c4, a3, h3, d4, g6, d5, b6, c5];

// node_modules/yaml/browser/dist/schema/tags.js
var w5 = /* @__PURE__ */ new Map([["core", s5], ["failsafe", [p4, a4, n4]], ["json", g4], ["yaml11", y7], ["yaml-1.1", y7]]);
var b7 = { binary: c4, bool: r3, float: f5, floatExp: i6, floatNaN: r4, floatTime: b6, int: a5, intHex: y4, intOct: g3, intTime: d5, map: p4, merge: a3, null: n5, omap: h3, pairs: d4, seq: a4, set: g6, timestamp: c5 };
var K = { "tag:yaml.org,2002:binary": c4, "tag:yaml.org,2002:merge": a3, "tag:yaml.org,2002:omap": h3, "tag:yaml.org,2002:pairs": d4, "tag:yaml.org,2002:set": g6, "tag:yaml.org,2002:timestamp": c5 };
function v2(m11, n12, f14) {
  const i8 = w5.get(n12);
  if (i8 && !m11) return f14 && !i8.includes(a3) ? i8.concat(a3) : i8.slice();
  let o8 = i8;
  if (!o8) if (Array.isArray(m11)) o8 = [];
  else {
    const t4 = Array.from(w5.keys()).filter((r8) => r8 !== "yaml11").map((r8) => JSON.stringify(r8)).join(", ");
    throw new Error(`Unknown schema "${n12}"; use one of ${t4} or define customTags array`);
  }
  if (Array.isArray(m11)) for (const t4 of m11) o8 = o8.concat(t4);
  else typeof m11 == "function" && (o8 = m11(o8.slice()));
  return f14 && (o8 = o8.concat(a3)), o8.reduce((t4, r8) => {
    const a13 = typeof r8 == "string" ? b7[r8] : r8;
    if (!a13) {
      const k2 = JSON.stringify(r8), N5 = Object.keys(b7).map((O4) => JSON.stringify(O4)).join(", ");
      throw new Error(`Unknown custom tag ${k2}; use one of ${N5}`);
    }
    return t4.includes(a13) || t4.push(a13), t4;
  }, []);
}

// node_modules/yaml/browser/dist/schema/Schema.js
var O2 = (s9, t4) => s9.key < t4.key ? -1 : s9.key > t4.key ? 1 : 0;
var o6 = class _o {
  constructor({ compat: t4, customTags: n12, merge: p9, resolveKnownTags: c15, schema: i8, sortMapEntries: e4, toStringDefaults: y14 }) {
    this.compat = Array.isArray(t4) ? v2(t4, "compat") : t4 ? v2(null, t4) : null, this.name = typeof i8 == "string" && i8 || "core", this.knownTags = c15 ? K : {}, this.tags = v2(n12, this.name, p9), this.toStringOptions = y14 ?? null, Object.defineProperty(this, o, { value: p4 }), Object.defineProperty(this, r, { value: n4 }), Object.defineProperty(this, s, { value: a4 }), this.sortMapEntries = typeof e4 == "function" ? e4 : e4 === true ? O2 : null;
  }
  clone() {
    const t4 = Object.create(_o.prototype, Object.getOwnPropertyDescriptors(this));
    return t4.tags = this.tags.slice(), t4;
  }
};

// node_modules/yaml/browser/dist/stringify/stringifyDocument.js
function v3(t4, c15) {
  const e4 = [];
  let m11 = c15.directives === true;
  if (c15.directives !== false && t4.directives) {
    const n12 = t4.directives.toString(t4);
    n12 ? (e4.push(n12), m11 = true) : t4.directives.docStart && (m11 = true);
  }
  m11 && e4.push("---");
  const o8 = p3(t4, c15), { commentString: f14 } = o8.options;
  if (t4.commentBefore) {
    e4.length !== 1 && e4.unshift("");
    const n12 = f14(t4.commentBefore);
    e4.unshift(r2(n12, ""));
  }
  let l10 = false, s9 = null;
  if (t4.contents) {
    if (n(t4.contents)) {
      if (t4.contents.spaceBefore && m11 && e4.push(""), t4.contents.commentBefore) {
        const h8 = f14(t4.contents.commentBefore);
        e4.push(r2(h8, ""));
      }
      o8.forceBlockIndent = !!t4.comment, s9 = t4.contents.comment;
    }
    const n12 = s9 ? void 0 : () => l10 = true;
    let i8 = b3(t4.contents, o8, () => s9 = null, n12);
    s9 && (i8 += t2(i8, "", f14(s9))), (i8[0] === "|" || i8[0] === ">") && e4[e4.length - 1] === "---" ? e4[e4.length - 1] = `--- ${i8}` : e4.push(i8);
  } else e4.push(b3(t4.contents, o8));
  if (t4.directives?.docEnd) if (t4.comment) {
    const n12 = f14(t4.comment);
    n12.includes(`
`) ? (e4.push("..."), e4.push(r2(n12, ""))) : e4.push(`... ${n12}`);
  } else e4.push("...");
  else {
    let n12 = t4.comment;
    n12 && l10 && (n12 = n12.replace(/^\n+/, "")), n12 && ((!l10 || s9) && e4[e4.length - 1] !== "" && e4.push(""), e4.push(r2(f14(n12), "")));
  }
  return e4.join(`
`) + `
`;
}

// node_modules/yaml/browser/dist/doc/Document.js
var y8 = class _y {
  constructor(t4, e4, s9) {
    this.commentBefore = null, this.comment = null, this.errors = [], this.warnings = [], Object.defineProperty(this, c, { value: y });
    let n12 = null;
    typeof e4 == "function" || Array.isArray(e4) ? n12 = e4 : s9 === void 0 && e4 && (s9 = e4, e4 = void 0);
    const i8 = Object.assign({ intAsBigInt: false, keepSourceTokens: false, logLevel: "warn", prettyErrors: true, strict: true, stringKeys: false, uniqueKeys: true, version: "1.2" }, s9);
    this.options = i8;
    let { version: r8 } = i8;
    s9?._directives ? (this.directives = s9._directives.atDocument(), this.directives.yaml.explicit && (r8 = this.directives.yaml.version)) : this.directives = new n2({ version: r8 }), this.setSchema(r8, s9), this.contents = t4 === void 0 ? null : this.createNode(t4, n12, s9);
  }
  clone() {
    const t4 = Object.create(_y.prototype, { [c]: { value: y } });
    return t4.commentBefore = this.commentBefore, t4.comment = this.comment, t4.errors = this.errors.slice(), t4.warnings = this.warnings.slice(), t4.options = Object.assign({}, this.options), this.directives && (t4.directives = this.directives.clone()), t4.schema = this.schema.clone(), t4.contents = n(this.contents) ? this.contents.clone(t4.schema) : this.contents, this.range && (t4.range = this.range.slice()), t4;
  }
  add(t4) {
    c6(this.contents) && this.contents.add(t4);
  }
  addIn(t4, e4) {
    c6(this.contents) && this.contents.addIn(t4, e4);
  }
  createAlias(t4, e4) {
    if (!t4.anchor) {
      const s9 = i3(this);
      t4.anchor = !e4 || s9.has(e4) ? h(e4 || "a", s9) : e4;
    }
    return new A2(t4.anchor);
  }
  createNode(t4, e4, s9) {
    let n12;
    if (typeof e4 == "function") t4 = e4.call({ "": t4 }, "", t4), n12 = e4;
    else if (Array.isArray(e4)) {
      const j4 = (m11) => typeof m11 == "number" || m11 instanceof String || m11 instanceof Number, w10 = e4.filter(j4).map(String);
      w10.length > 0 && (e4 = e4.concat(w10)), n12 = e4;
    } else s9 === void 0 && e4 && (s9 = e4, e4 = void 0);
    const { aliasDuplicateObjects: i8, anchorPrefix: r8, flow: a13, keepUndefined: h8, onTagObj: l10, tag: u15 } = s9 ?? {}, { onAnchor: N5, setAnchors: A4, sourceObjects: O4 } = p2(this, r8 || "a"), I3 = { aliasDuplicateObjects: i8 ?? true, keepUndefined: h8 ?? false, onAnchor: N5, onTagObj: l10, replacer: n12, schema: this.schema, sourceObjects: O4 }, d11 = T(t4, u15, I3);
    return a13 && f(d11) && (d11.flow = true), A4(), d11;
  }
  createPair(t4, e4, s9 = {}) {
    const n12 = this.createNode(t4, null, s9), i8 = this.createNode(e4, null, s9);
    return new i5(n12, i8);
  }
  delete(t4) {
    return c6(this.contents) ? this.contents.delete(t4) : false;
  }
  deleteIn(t4) {
    return u3(t4) ? this.contents == null ? false : (this.contents = null, true) : c6(this.contents) ? this.contents.deleteIn(t4) : false;
  }
  get(t4, e4) {
    return f(this.contents) ? this.contents.get(t4, e4) : void 0;
  }
  getIn(t4, e4) {
    return u3(t4) ? !e4 && e(this.contents) ? this.contents.value : this.contents : f(this.contents) ? this.contents.getIn(t4, e4) : void 0;
  }
  has(t4) {
    return f(this.contents) ? this.contents.has(t4) : false;
  }
  hasIn(t4) {
    return u3(t4) ? this.contents !== void 0 : f(this.contents) ? this.contents.hasIn(t4) : false;
  }
  set(t4, e4) {
    this.contents == null ? this.contents = l3(this.schema, [t4], e4) : c6(this.contents) && this.contents.set(t4, e4);
  }
  setIn(t4, e4) {
    u3(t4) ? this.contents = e4 : this.contents == null ? this.contents = l3(this.schema, Array.from(t4), e4) : c6(this.contents) && this.contents.setIn(t4, e4);
  }
  setSchema(t4, e4 = {}) {
    typeof t4 == "number" && (t4 = String(t4));
    let s9;
    switch (t4) {
      case "1.1":
        this.directives ? this.directives.yaml.version = "1.1" : this.directives = new n2({ version: "1.1" }), s9 = { resolveKnownTags: false, schema: "yaml-1.1" };
        break;
      case "1.2":
      case "next":
        this.directives ? this.directives.yaml.version = t4 : this.directives = new n2({ version: t4 }), s9 = { resolveKnownTags: true, schema: "core" };
        break;
      case null:
        this.directives && delete this.directives, s9 = null;
        break;
      default: {
        const n12 = JSON.stringify(t4);
        throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${n12}`);
      }
    }
    if (e4.schema instanceof Object) this.schema = e4.schema;
    else if (s9) this.schema = new o6(Object.assign(s9, e4));
    else throw new Error("With a null YAML version, the { schema: Schema } option is required");
  }
  toJS({ json: t4, jsonArg: e4, mapAsMap: s9, maxAliasCount: n12, onAnchor: i8, reviver: r8 } = {}) {
    const a13 = { anchors: /* @__PURE__ */ new Map(), doc: this, keep: !t4, mapAsMap: s9 === true, mapKeyWarned: false, maxAliasCount: typeof n12 == "number" ? n12 : 100 }, h8 = i4(this.contents, e4 ?? "", a13);
    if (typeof i8 == "function") for (const { count: l10, res: u15 } of a13.anchors.values()) i8(u15, l10);
    return typeof r8 == "function" ? s3(r8, { "": h8 }, "", h8) : h8;
  }
  toJSON(t4, e4) {
    return this.toJS({ json: true, jsonArg: t4, mapAsMap: false, onAnchor: e4 });
  }
  toString(t4 = {}) {
    if (this.errors.length > 0) throw new Error("Document with errors cannot be stringified");
    if ("indent" in t4 && (!Number.isInteger(t4.indent) || Number(t4.indent) <= 0)) {
      const e4 = JSON.stringify(t4.indent);
      throw new Error(`"indent" option must be a positive integer, not ${e4}`);
    }
    return v3(this, t4);
  }
};
function c6(S9) {
  if (f(S9)) return true;
  throw new Error("Expected a YAML collection as document contents");
}

// node_modules/yaml/browser/dist/errors.js
var c7 = class extends Error {
  constructor(i8, t4, s9, r8) {
    super(), this.name = i8, this.code = s9, this.message = r8, this.pos = t4;
  }
};
var u7 = class extends c7 {
  constructor(i8, t4, s9) {
    super("YAMLParseError", i8, t4, s9);
  }
};
var p6 = class extends c7 {
  constructor(i8, t4, s9) {
    super("YAMLWarning", i8, t4, s9);
  }
};
var h4 = (o8, i8) => (t4) => {
  if (t4.pos[0] === -1) return;
  t4.linePos = t4.pos.map((e4) => i8.linePos(e4));
  const { line: s9, col: r8 } = t4.linePos[0];
  t4.message += ` at line ${s9}, column ${r8}`;
  let a13 = r8 - 1, n12 = o8.substring(i8.lineStarts[s9 - 1], i8.lineStarts[s9]).replace(/[\n\r]+$/, "");
  if (a13 >= 60 && n12.length > 80) {
    const e4 = Math.min(a13 - 39, n12.length - 79);
    n12 = "\u2026" + n12.substring(e4), a13 -= e4 - 1;
  }
  if (n12.length > 80 && (n12 = n12.substring(0, 79) + "\u2026"), s9 > 1 && /^ *$/.test(n12.substring(0, a13))) {
    let e4 = o8.substring(i8.lineStarts[s9 - 2], i8.lineStarts[s9 - 1]);
    e4.length > 80 && (e4 = e4.substring(0, 79) + `\u2026
`), n12 = e4 + n12;
  }
  if (/[^ ]/.test(n12)) {
    let e4 = 1;
    const l10 = t4.linePos[1];
    l10?.line === s9 && l10.col > r8 && (e4 = Math.max(1, Math.min(l10.col - r8, 80 - a13)));
    const g12 = " ".repeat(a13) + "^".repeat(e4);
    t4.message += `:

${n12}
${g12}
`;
  }
};

// node_modules/yaml/browser/dist/compose/resolve-props.js
function w6(d11, { flow: m11, indicator: f14, next: a13, offset: g12, onError: t4, parentIndent: I3, startOnNewline: A4 }) {
  let T3 = false, s9 = A4, l10 = A4, n12 = "", b8 = "", N5 = false, i8 = false, c15 = null, o8 = null, u15 = null, _7 = null, r8 = null, h8 = null, p9 = null;
  for (const e4 of d11) switch (i8 && (e4.type !== "space" && e4.type !== "newline" && e4.type !== "comma" && t4(e4.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space"), i8 = false), c15 && (s9 && e4.type !== "comment" && e4.type !== "newline" && t4(c15, "TAB_AS_INDENT", "Tabs are not allowed as indentation"), c15 = null), e4.type) {
    case "space":
      !m11 && (f14 !== "doc-start" || a13?.type !== "flow-collection") && e4.source.includes("	") && (c15 = e4), l10 = true;
      break;
    case "comment": {
      l10 || t4(e4, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
      const k2 = e4.source.substring(1) || " ";
      n12 ? n12 += b8 + k2 : n12 = k2, b8 = "", s9 = false;
      break;
    }
    case "newline":
      s9 ? n12 ? n12 += e4.source : (!h8 || f14 !== "seq-item-ind") && (T3 = true) : b8 += e4.source, s9 = true, N5 = true, (o8 || u15) && (_7 = e4), l10 = true;
      break;
    case "anchor":
      o8 && t4(e4, "MULTIPLE_ANCHORS", "A node can have at most one anchor"), e4.source.endsWith(":") && t4(e4.offset + e4.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true), o8 = e4, p9 ?? (p9 = e4.offset), s9 = false, l10 = false, i8 = true;
      break;
    case "tag": {
      u15 && t4(e4, "MULTIPLE_TAGS", "A node can have at most one tag"), u15 = e4, p9 ?? (p9 = e4.offset), s9 = false, l10 = false, i8 = true;
      break;
    }
    case f14:
      (o8 || u15) && t4(e4, "BAD_PROP_ORDER", `Anchors and tags must be after the ${e4.source} indicator`), h8 && t4(e4, "UNEXPECTED_TOKEN", `Unexpected ${e4.source} in ${m11 ?? "collection"}`), h8 = e4, s9 = f14 === "seq-item-ind" || f14 === "explicit-key-ind", l10 = false;
      break;
    case "comma":
      if (m11) {
        r8 && t4(e4, "UNEXPECTED_TOKEN", `Unexpected , in ${m11}`), r8 = e4, s9 = false, l10 = false;
        break;
      }
    default:
      t4(e4, "UNEXPECTED_TOKEN", `Unexpected ${e4.type} token`), s9 = false, l10 = false;
  }
  const y14 = d11[d11.length - 1], S9 = y14 ? y14.offset + y14.source.length : g12;
  return i8 && a13 && a13.type !== "space" && a13.type !== "newline" && a13.type !== "comma" && (a13.type !== "scalar" || a13.source !== "") && t4(a13.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space"), c15 && (s9 && c15.indent <= I3 || a13?.type === "block-map" || a13?.type === "block-seq") && t4(c15, "TAB_AS_INDENT", "Tabs are not allowed as indentation"), { comma: r8, found: h8, spaceBefore: T3, comment: n12, hasNewline: N5, anchor: o8, tag: u15, newlineAfterProp: _7, end: S9, start: p9 ?? S9 };
}

// node_modules/yaml/browser/dist/compose/util-contains-newline.js
function n8(t4) {
  if (!t4) return null;
  switch (t4.type) {
    case "alias":
    case "scalar":
    case "double-quoted-scalar":
    case "single-quoted-scalar":
      if (t4.source.includes(`
`)) return true;
      if (t4.end) {
        for (const e4 of t4.end) if (e4.type === "newline") return true;
      }
      return false;
    case "flow-collection":
      for (const e4 of t4.items) {
        for (const r8 of e4.start) if (r8.type === "newline") return true;
        if (e4.sep) {
          for (const r8 of e4.sep) if (r8.type === "newline") return true;
        }
        if (n8(e4.key) || n8(e4.value)) return true;
      }
      return false;
    default:
      return true;
  }
}

// node_modules/yaml/browser/dist/compose/util-flow-indent-check.js
function d6(o8, e4, t4) {
  if (e4?.type === "flow-collection") {
    const n12 = e4.end[0];
    n12.indent === o8 && (n12.source === "]" || n12.source === "}") && n8(e4) && t4(n12, "BAD_INDENT", "Flow end indicator should be more indented than parent", true);
  }
}

// node_modules/yaml/browser/dist/compose/util-map-includes.js
function f10(t4, u15, i8) {
  const { uniqueKeys: n12 } = t4.options;
  if (n12 === false) return false;
  const r8 = typeof n12 == "function" ? n12 : (e4, o8) => e4 === o8 || e(e4) && e(o8) && e4.value === o8.value;
  return u15.some((e4) => r8(e4.key, i8));
}

// node_modules/yaml/browser/dist/compose/resolve-block-map.js
var N = "All mapping items must start at the same column";
function S6({ composeNode: y14, composeEmptyNode: _7 }, t4, a13, e4, T3) {
  const A4 = T3?.nodeClass ?? M2, l10 = new A4(t4.schema);
  t4.atRoot && (t4.atRoot = false);
  let s9 = a13.offset, f14 = null;
  for (const I3 of a13.items) {
    const { start: d11, key: i8, sep: u15, value: p9 } = I3, n12 = w6(d11, { indicator: "explicit-key-ind", next: i8 ?? u15?.[0], offset: s9, onError: e4, parentIndent: a13.indent, startOnNewline: true }), k2 = !n12.found;
    if (k2) {
      if (i8 && (i8.type === "block-seq" ? e4(s9, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key") : "indent" in i8 && i8.indent !== a13.indent && e4(s9, "BAD_INDENT", N)), !n12.anchor && !n12.tag && !u15) {
        f14 = n12.end, n12.comment && (l10.comment ? l10.comment += `
` + n12.comment : l10.comment = n12.comment);
        continue;
      }
      (n12.newlineAfterProp || n8(i8)) && e4(i8 ?? d11[d11.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
    } else n12.found?.indent !== a13.indent && e4(s9, "BAD_INDENT", N);
    t4.atKey = true;
    const g12 = n12.end, o8 = i8 ? y14(t4, i8, n12, e4) : _7(t4, g12, d11, null, n12, e4);
    t4.schema.compat && d6(a13.indent, i8, e4), t4.atKey = false, f10(t4, l10.items, o8) && e4(g12, "DUPLICATE_KEY", "Map keys must be unique");
    const m11 = w6(u15 ?? [], { indicator: "map-value-ind", next: p9, offset: o8.range[2], onError: e4, parentIndent: a13.indent, startOnNewline: !i8 || i8.type === "block-scalar" });
    if (s9 = m11.end, m11.found) {
      k2 && (p9?.type === "block-map" && !m11.hasNewline && e4(s9, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings"), t4.options.strict && n12.start < m11.found.offset - 1024 && e4(o8.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key"));
      const c15 = p9 ? y14(t4, p9, m11, e4) : _7(t4, s9, u15, null, m11, e4);
      t4.schema.compat && d6(a13.indent, p9, e4), s9 = c15.range[2];
      const h8 = new i5(o8, c15);
      t4.options.keepSourceTokens && (h8.srcToken = I3), l10.items.push(h8);
    } else {
      k2 && e4(o8.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values"), m11.comment && (o8.comment ? o8.comment += `
` + m11.comment : o8.comment = m11.comment);
      const c15 = new i5(o8);
      t4.options.keepSourceTokens && (c15.srcToken = I3), l10.items.push(c15);
    }
  }
  return f14 && f14 < s9 && e4(f14, "IMPOSSIBLE", "Map comment with trailing content"), l10.range = [a13.offset, s9, f14 ?? s9], l10;
}

// node_modules/yaml/browser/dist/compose/resolve-block-seq.js
function I({ composeNode: c15, composeEmptyNode: d11 }, t4, s9, n12, u15) {
  const p9 = u15?.nodeClass ?? S5, m11 = new p9(t4.schema);
  t4.atRoot && (t4.atRoot = false), t4.atKey && (t4.atKey = false);
  let i8 = s9.offset, a13 = null;
  for (const { start: f14, value: o8 } of s9.items) {
    const e4 = w6(f14, { indicator: "seq-item-ind", next: o8, offset: i8, onError: n12, parentIndent: s9.indent, startOnNewline: true });
    if (!e4.found) if (e4.anchor || e4.tag || o8) o8?.type === "block-seq" ? n12(e4.end, "BAD_INDENT", "All sequence items must start at the same column") : n12(i8, "MISSING_CHAR", "Sequence item without - indicator");
    else {
      a13 = e4.end, e4.comment && (m11.comment = e4.comment);
      continue;
    }
    const l10 = o8 ? c15(t4, o8, e4, n12) : d11(t4, e4.end, f14, null, e4, n12);
    t4.schema.compat && d6(s9.indent, o8, n12), i8 = l10.range[2], m11.items.push(l10);
  }
  return m11.range = [s9.offset, i8, a13 ?? i8], m11;
}

// node_modules/yaml/browser/dist/compose/resolve-end.js
function m4(n12, o8, f14, r8) {
  let e4 = "";
  if (n12) {
    let t4 = false, s9 = "";
    for (const c15 of n12) {
      const { source: a13, type: i8 } = c15;
      switch (i8) {
        case "space":
          t4 = true;
          break;
        case "comment": {
          f14 && !t4 && r8(c15, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
          const l10 = a13.substring(1) || " ";
          e4 ? e4 += s9 + l10 : e4 = l10, s9 = "";
          break;
        }
        case "newline":
          e4 && (s9 += a13), t4 = true;
          break;
        default:
          r8(c15, "UNEXPECTED_TOKEN", `Unexpected ${i8} at node end`);
      }
      o8 += a13.length;
    }
  }
  return { comment: e4, offset: o8 };
}

// node_modules/yaml/browser/dist/compose/resolve-flow-collection.js
var T2 = "Block collections are not allowed within flow collections";
var K2 = (d11) => d11 && (d11.type === "block-map" || d11.type === "block-seq");
function Y({ composeNode: d11, composeEmptyNode: N5 }, s9, f14, t4, P3) {
  const g12 = f14.start.source === "{", u15 = g12 ? "flow map" : "flow sequence", R = P3?.nodeClass ?? (g12 ? M2 : S5), i8 = new R(s9.schema);
  i8.flow = true;
  const b8 = s9.atRoot;
  b8 && (s9.atRoot = false), s9.atKey && (s9.atKey = false);
  let I3 = f14.offset + f14.start.source.length;
  for (let o8 = 0; o8 < f14.items.length; ++o8) {
    const k2 = f14.items[o8], { start: M3, key: w10, sep: p9, value: a13 } = k2, e4 = w6(M3, { flow: u15, indicator: "explicit-key-ind", next: w10 ?? p9?.[0], offset: I3, onError: t4, parentIndent: f14.indent, startOnNewline: false });
    if (!e4.found) {
      if (!e4.anchor && !e4.tag && !p9 && !a13) {
        o8 === 0 && e4.comma ? t4(e4.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${u15}`) : o8 < f14.items.length - 1 && t4(e4.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${u15}`), e4.comment && (i8.comment ? i8.comment += `
` + e4.comment : i8.comment = e4.comment), I3 = e4.end;
        continue;
      }
      !g12 && s9.options.strict && n8(w10) && t4(w10, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
    }
    if (o8 === 0) e4.comma && t4(e4.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${u15}`);
    else if (e4.comma || t4(e4.start, "MISSING_CHAR", `Missing , between ${u15} items`), e4.comment) {
      let l10 = "";
      e: for (const n12 of M3) switch (n12.type) {
        case "comma":
        case "space":
          break;
        case "comment":
          l10 = n12.source.substring(1);
          break e;
        default:
          break e;
      }
      if (l10) {
        let n12 = i8.items[i8.items.length - 1];
        p(n12) && (n12 = n12.value ?? n12.key), n12.comment ? n12.comment += `
` + l10 : n12.comment = l10, e4.comment = e4.comment.substring(l10.length + 1);
      }
    }
    if (!g12 && !p9 && !e4.found) {
      const l10 = a13 ? d11(s9, a13, e4, t4) : N5(s9, e4.end, p9, null, e4, t4);
      i8.items.push(l10), I3 = l10.range[2], K2(a13) && t4(l10.range, "BLOCK_IN_FLOW", T2);
    } else {
      s9.atKey = true;
      const l10 = e4.end, n12 = w10 ? d11(s9, w10, e4, t4) : N5(s9, l10, M3, null, e4, t4);
      K2(w10) && t4(n12.range, "BLOCK_IN_FLOW", T2), s9.atKey = false;
      const m11 = w6(p9 ?? [], { flow: u15, indicator: "map-value-ind", next: a13, offset: n12.range[2], onError: t4, parentIndent: f14.indent, startOnNewline: false });
      if (m11.found) {
        if (!g12 && !e4.found && s9.options.strict) {
          if (p9) for (const c15 of p9) {
            if (c15 === m11.found) break;
            if (c15.type === "newline") {
              t4(c15, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
              break;
            }
          }
          e4.start < m11.found.offset - 1024 && t4(m11.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
        }
      } else a13 && ("source" in a13 && a13.source?.[0] === ":" ? t4(a13, "MISSING_CHAR", `Missing space after : in ${u15}`) : t4(m11.start, "MISSING_CHAR", `Missing , or : between ${u15} items`));
      const h8 = a13 ? d11(s9, a13, m11, t4) : m11.found ? N5(s9, m11.end, p9, null, m11, t4) : null;
      h8 ? K2(a13) && t4(h8.range, "BLOCK_IN_FLOW", T2) : m11.comment && (n12.comment ? n12.comment += `
` + m11.comment : n12.comment = m11.comment);
      const L4 = new i5(n12, h8);
      if (s9.options.keepSourceTokens && (L4.srcToken = k2), g12) {
        const c15 = i8;
        f10(s9, c15.items, n12) && t4(l10, "DUPLICATE_KEY", "Map keys must be unique"), c15.items.push(L4);
      } else {
        const c15 = new M2(s9.schema);
        c15.flow = true, c15.items.push(L4);
        const O4 = (h8 ?? n12).range;
        c15.range = [n12.range[0], O4[1], O4[2]], i8.items.push(c15);
      }
      I3 = h8 ? h8.range[2] : m11.end;
    }
  }
  const C = g12 ? "}" : "]", [r8, ...y14] = f14.end;
  let _7 = I3;
  if (r8?.source === C) _7 = r8.offset + r8.source.length;
  else {
    const o8 = u15[0].toUpperCase() + u15.substring(1), k2 = b8 ? `${o8} must end with a ${C}` : `${o8} in block collection must be sufficiently indented and end with a ${C}`;
    t4(I3, b8 ? "MISSING_CHAR" : "BAD_INDENT", k2), r8 && r8.source.length !== 1 && y14.unshift(r8);
  }
  if (y14.length > 0) {
    const o8 = m4(y14, _7, s9.options.strict, t4);
    o8.comment && (i8.comment ? i8.comment += `
` + o8.comment : i8.comment = o8.comment), i8.range = [f14.offset, _7, o8.offset];
  } else i8.range = [f14.offset, _7, _7];
  return i8;
}

// node_modules/yaml/browser/dist/compose/compose-collection.js
function u8(f14, a13, t4, i8, l10, o8) {
  const s9 = t4.type === "block-map" ? S6(f14, a13, t4, i8, o8) : t4.type === "block-seq" ? I(f14, a13, t4, i8, o8) : Y(f14, a13, t4, i8, o8), c15 = s9.constructor;
  return l10 === "!" || l10 === c15.tagName ? (s9.tag = c15.tagName, s9) : (l10 && (s9.tag = l10), s9);
}
function v4(f14, a13, t4, i8, l10) {
  const o8 = i8.tag, s9 = o8 ? a13.directives.tagName(o8.source, (e4) => l10(o8, "TAG_RESOLVE_FAILED", e4)) : null;
  if (t4.type === "block-seq") {
    const { anchor: e4, newlineAfterProp: A4 } = i8, g12 = e4 && o8 ? e4.offset > o8.offset ? e4 : o8 : e4 ?? o8;
    g12 && (!A4 || A4.offset < g12.offset) && l10(g12, "MISSING_CHAR", "Missing newline after block sequence props");
  }
  const c15 = t4.type === "block-map" ? "map" : t4.type === "block-seq" ? "seq" : t4.start.source === "{" ? "map" : "seq";
  if (!o8 || !s9 || s9 === "!" || s9 === M2.tagName && c15 === "map" || s9 === S5.tagName && c15 === "seq") return u8(f14, a13, t4, l10, s9);
  let m11 = a13.schema.tags.find((e4) => e4.tag === s9 && e4.collection === c15);
  if (!m11) {
    const e4 = a13.schema.knownTags[s9];
    if (e4?.collection === c15) a13.schema.tags.push(Object.assign({}, e4, { default: false })), m11 = e4;
    else return e4 ? l10(o8, "BAD_COLLECTION_TYPE", `${e4.tag} used for ${c15} collection, but expects ${e4.collection ?? "scalar"}`, true) : l10(o8, "TAG_RESOLVE_FAILED", `Unresolved tag: ${s9}`, true), u8(f14, a13, t4, l10, s9);
  }
  const p9 = u8(f14, a13, t4, l10, s9, m11), r8 = m11.resolve?.(p9, (e4) => l10(o8, "TAG_RESOLVE_FAILED", e4), a13.options) ?? p9, n12 = n(r8) ? r8 : new t(r8);
  return n12.range = p9.range, n12.tag = s9, m11?.format && (n12.format = m11.format), n12;
}

// node_modules/yaml/browser/dist/compose/resolve-block-scalar.js
function I2(p9, s9, g12) {
  const o8 = s9.offset, l10 = S7(s9, p9.options.strict, g12);
  if (!l10) return { value: "", type: null, comment: "", range: [o8, o8, o8] };
  const m11 = l10.mode === ">" ? t.BLOCK_FOLDED : t.BLOCK_LITERAL, t4 = s9.source ? E3(s9.source) : [];
  let f14 = t4.length;
  for (let e4 = t4.length - 1; e4 >= 0; --e4) {
    const i8 = t4[e4][1];
    if (i8 === "" || i8 === "\r") f14 = e4;
    else break;
  }
  if (f14 === 0) {
    const e4 = l10.chomp === "+" && t4.length > 0 ? `
`.repeat(Math.max(1, t4.length - 1)) : "";
    let i8 = o8 + l10.length;
    return s9.source && (i8 += s9.source.length), { value: e4, type: m11, comment: l10.comment, range: [o8, i8, i8] };
  }
  let a13 = s9.indent + l10.indent, u15 = s9.offset + l10.length, k2 = 0;
  for (let e4 = 0; e4 < f14; ++e4) {
    const [i8, h8] = t4[e4];
    if (h8 === "" || h8 === "\r") l10.indent === 0 && i8.length > a13 && (a13 = i8.length);
    else {
      i8.length < a13 && g12(u15 + i8.length, "MISSING_CHAR", "Block scalars with more-indented leading empty lines must use an explicit indentation indicator"), l10.indent === 0 && (a13 = i8.length), k2 = e4, a13 === 0 && !p9.atRoot && g12(u15, "BAD_INDENT", "Block scalar values in collections must be indented");
      break;
    }
    u15 += i8.length + h8.length + 1;
  }
  for (let e4 = t4.length - 1; e4 >= f14; --e4) t4[e4][0].length > a13 && (f14 = e4 + 1);
  let r8 = "", n12 = "", c15 = false;
  for (let e4 = 0; e4 < k2; ++e4) r8 += t4[e4][0].slice(a13) + `
`;
  for (let e4 = k2; e4 < f14; ++e4) {
    let [i8, h8] = t4[e4];
    u15 += i8.length + h8.length + 1;
    const b8 = h8[h8.length - 1] === "\r";
    if (b8 && (h8 = h8.slice(0, -1)), h8 && i8.length < a13) {
      const N5 = `Block scalar lines must not be less indented than their ${l10.indent ? "explicit indentation indicator" : "first line"}`;
      g12(u15 - h8.length - (b8 ? 2 : 1), "BAD_INDENT", N5), i8 = "";
    }
    m11 === t.BLOCK_LITERAL ? (r8 += n12 + i8.slice(a13) + h8, n12 = `
`) : i8.length > a13 || h8[0] === "	" ? (n12 === " " ? n12 = `
` : !c15 && n12 === `
` && (n12 = `

`), r8 += n12 + i8.slice(a13) + h8, n12 = `
`, c15 = true) : h8 === "" ? n12 === `
` ? r8 += `
` : n12 = `
` : (r8 += n12 + h8, n12 = " ", c15 = false);
  }
  switch (l10.chomp) {
    case "-":
      break;
    case "+":
      for (let e4 = f14; e4 < t4.length; ++e4) r8 += `
` + t4[e4][0].slice(a13);
      r8[r8.length - 1] !== `
` && (r8 += `
`);
      break;
    default:
      r8 += `
`;
  }
  const d11 = o8 + l10.length + s9.source.length;
  return { value: r8, type: m11, comment: l10.comment, range: [o8, d11, d11] };
}
function S7({ offset: p9, props: s9 }, g12, o8) {
  if (s9[0].type !== "block-scalar-header") return o8(s9[0], "IMPOSSIBLE", "Block scalar header not found"), null;
  const { source: l10 } = s9[0], m11 = l10[0];
  let t4 = 0, f14 = "", a13 = -1;
  for (let n12 = 1; n12 < l10.length; ++n12) {
    const c15 = l10[n12];
    if (!f14 && (c15 === "-" || c15 === "+")) f14 = c15;
    else {
      const d11 = Number(c15);
      !t4 && d11 ? t4 = d11 : a13 === -1 && (a13 = p9 + n12);
    }
  }
  a13 !== -1 && o8(a13, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${l10}`);
  let u15 = false, k2 = "", r8 = l10.length;
  for (let n12 = 1; n12 < s9.length; ++n12) {
    const c15 = s9[n12];
    switch (c15.type) {
      case "space":
        u15 = true;
      case "newline":
        r8 += c15.source.length;
        break;
      case "comment":
        g12 && !u15 && o8(c15, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters"), r8 += c15.source.length, k2 = c15.source.substring(1);
        break;
      case "error":
        o8(c15, "UNEXPECTED_TOKEN", c15.message), r8 += c15.source.length;
        break;
      default: {
        const d11 = `Unexpected token in block scalar header: ${c15.type}`;
        o8(c15, "UNEXPECTED_TOKEN", d11);
        const e4 = c15.source;
        e4 && typeof e4 == "string" && (r8 += e4.length);
      }
    }
  }
  return { mode: m11, indent: t4, chomp: f14, comment: k2, length: r8 };
}
function E3(p9) {
  const s9 = p9.split(/\n( *)/), g12 = s9[0], o8 = g12.match(/^( *)/), m11 = [o8?.[1] ? [o8[1], g12.slice(o8[1].length)] : ["", g12]];
  for (let t4 = 1; t4 < s9.length; t4 += 2) m11.push([s9[t4], s9[t4 + 1]]);
  return m11;
}

// node_modules/yaml/browser/dist/compose/resolve-flow-scalar.js
function x2(e4, l10, n12) {
  const { offset: t4, type: c15, source: a13, end: i8 } = e4;
  let r8, s9;
  const f14 = (b8, p9, u15) => n12(t4 + b8, p9, u15);
  switch (c15) {
    case "scalar":
      r8 = t.PLAIN, s9 = m5(a13, f14);
      break;
    case "single-quoted-scalar":
      r8 = t.QUOTE_SINGLE, s9 = E4(a13, f14);
      break;
    case "double-quoted-scalar":
      r8 = t.QUOTE_DOUBLE, s9 = _3(a13, f14);
      break;
    default:
      return n12(e4, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${c15}`), { value: "", type: null, comment: "", range: [t4, t4 + a13.length, t4 + a13.length] };
  }
  const h8 = t4 + a13.length, o8 = m4(i8, h8, l10, n12);
  return { value: s9, type: r8, comment: o8.comment, range: [t4, h8, o8.offset] };
}
function m5(e4, l10) {
  let n12 = "";
  switch (e4[0]) {
    case "	":
      n12 = "a tab character";
      break;
    case ",":
      n12 = "flow indicator character ,";
      break;
    case "%":
      n12 = "directive indicator character %";
      break;
    case "|":
    case ">": {
      n12 = `block scalar indicator ${e4[0]}`;
      break;
    }
    case "@":
    case "`": {
      n12 = `reserved character ${e4[0]}`;
      break;
    }
  }
  return n12 && l10(0, "BAD_SCALAR_START", `Plain value cannot start with ${n12}`), g8(e4);
}
function E4(e4, l10) {
  return (e4[e4.length - 1] !== "'" || e4.length === 1) && l10(e4.length, "MISSING_CHAR", "Missing closing 'quote"), g8(e4.slice(1, -1)).replace(/''/g, "'");
}
function g8(e4) {
  const l10 = /(.*?)\r?\n/sy;
  let n12 = l10.exec(e4);
  if (!n12) return e4;
  let t4, c15;
  try {
    t4 = new RegExp("(?<![ 	])[ 	]+$"), c15 = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
  } catch {
    t4 = /[ \t]+$/, c15 = /^[ \t]+|[ \t]+$/g;
  }
  let a13 = n12[1].replace(t4, ""), i8 = " ", r8 = l10.lastIndex;
  for (; n12 = l10.exec(e4); ) {
    const f14 = n12[1].replace(c15, "");
    f14 === "" ? i8 === `
` ? a13 += i8 : i8 = `
` : (a13 += i8 + f14, i8 = " "), r8 = l10.lastIndex;
  }
  const s9 = /[ \t]*(.*)/sy;
  return s9.lastIndex = r8, n12 = s9.exec(e4), a13 + i8 + (n12?.[1] ?? "");
}
function _3(e4, l10) {
  let n12 = "";
  for (let t4 = 1; t4 < e4.length - 1; ++t4) {
    const c15 = e4[t4];
    if (!(c15 === "\r" && e4[t4 + 1] === `
`)) if (c15 === `
`) {
      const { fold: a13, offset: i8 } = v5(e4, t4);
      n12 += a13, t4 = i8;
    } else if (c15 === "\\") {
      let a13 = e4[++t4];
      const i8 = S8[a13];
      if (i8) n12 += i8;
      else if (a13 === `
`) for (a13 = e4[t4 + 1]; a13 === " " || a13 === "	"; ) a13 = e4[++t4 + 1];
      else if (a13 === "\r" && e4[t4 + 1] === `
`) for (a13 = e4[++t4 + 1]; a13 === " " || a13 === "	"; ) a13 = e4[++t4 + 1];
      else if (a13 === "x" || a13 === "u" || a13 === "U") {
        const r8 = a13 === "x" ? 2 : a13 === "u" ? 4 : 8;
        n12 += k(e4, t4 + 1, r8, l10), t4 += r8;
      } else {
        const r8 = e4.substr(t4 - 1, 2);
        l10(t4 - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${r8}`), n12 += r8;
      }
    } else if (c15 === " " || c15 === "	") {
      const a13 = t4;
      let i8 = e4[t4 + 1];
      for (; i8 === " " || i8 === "	"; ) i8 = e4[++t4 + 1];
      i8 !== `
` && !(i8 === "\r" && e4[t4 + 2] === `
`) && (n12 += t4 > a13 ? e4.slice(a13, t4 + 1) : c15);
    } else n12 += c15;
  }
  return (e4[e4.length - 1] !== '"' || e4.length === 1) && l10(e4.length, "MISSING_CHAR", 'Missing closing "quote'), n12;
}
function v5(e4, l10) {
  let n12 = "", t4 = e4[l10 + 1];
  for (; (t4 === " " || t4 === "	" || t4 === `
` || t4 === "\r") && !(t4 === "\r" && e4[l10 + 2] !== `
`); ) t4 === `
` && (n12 += `
`), l10 += 1, t4 = e4[l10 + 1];
  return n12 || (n12 = " "), { fold: n12, offset: l10 };
}
var S8 = { 0: "\0", a: "\x07", b: "\b", e: "\x1B", f: "\f", n: `
`, r: "\r", t: "	", v: "\v", N: "\x85", _: "\xA0", L: "\u2028", P: "\u2029", " ": " ", '"': '"', "/": "/", "\\": "\\", "	": "	" };
function k(e4, l10, n12, t4) {
  const c15 = e4.substr(l10, n12), i8 = c15.length === n12 && /^[0-9a-fA-F]+$/.test(c15) ? parseInt(c15, 16) : NaN;
  try {
    return String.fromCodePoint(i8);
  } catch {
    const r8 = e4.substr(l10 - 2, n12 + 2);
    return t4(l10 - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${r8}`), r8;
  }
}

// node_modules/yaml/browser/dist/compose/compose-scalar.js
function A3(t4, a13, s9, r8) {
  const { value: f14, type: u15, comment: i8, range: e4 } = a13.type === "block-scalar" ? I2(t4, a13, r8) : x2(a13, t4.options.strict, r8), l10 = s9 ? t4.directives.tagName(s9.source, (c15) => r8(s9, "TAG_RESOLVE_FAILED", c15)) : null;
  let n12;
  t4.options.stringKeys && t4.atKey ? n12 = t4.schema[r] : l10 ? n12 = L2(t4.schema, f14, l10, s9, r8) : a13.type === "scalar" ? n12 = E5(t4, f14, a13, r8) : n12 = t4.schema[r];
  let o8;
  try {
    const c15 = n12.resolve(f14, (m11) => r8(s9 ?? a13, "TAG_RESOLVE_FAILED", m11), t4.options);
    o8 = e(c15) ? c15 : new t(c15);
  } catch (c15) {
    const m11 = c15 instanceof Error ? c15.message : String(c15);
    r8(s9 ?? a13, "TAG_RESOLVE_FAILED", m11), o8 = new t(f14);
  }
  return o8.range = e4, o8.source = f14, u15 && (o8.type = u15), l10 && (o8.tag = l10), n12.format && (o8.format = n12.format), i8 && (o8.comment = i8), o8;
}
function L2(t4, a13, s9, r8, f14) {
  if (s9 === "!") return t4[r];
  const u15 = [];
  for (const e4 of t4.tags) if (!e4.collection && e4.tag === s9) if (e4.default && e4.test) u15.push(e4);
  else return e4;
  for (const e4 of u15) if (e4.test?.test(a13)) return e4;
  const i8 = t4.knownTags[s9];
  return i8 && !i8.collection ? (t4.tags.push(Object.assign({}, i8, { default: false, test: void 0 })), i8) : (f14(r8, "TAG_RESOLVE_FAILED", `Unresolved tag: ${s9}`, s9 !== "tag:yaml.org,2002:str"), t4[r]);
}
function E5({ atKey: t4, directives: a13, schema: s9 }, r8, f14, u15) {
  const i8 = s9.tags.find((e4) => (e4.default === true || t4 && e4.default === "key") && e4.test?.test(r8)) || s9[r];
  if (s9.compat) {
    const e4 = s9.compat.find((l10) => l10.default && l10.test?.test(r8)) ?? s9[r];
    if (i8.tag !== e4.tag) {
      const l10 = a13.tagString(i8.tag), n12 = a13.tagString(e4.tag), o8 = `Value may be parsed as either ${l10} or ${n12}`;
      u15(f14, "TAG_RESOLVE_FAILED", o8, true);
    }
  }
  return i8;
}

// node_modules/yaml/browser/dist/compose/util-empty-scalar-position.js
function a7(n12, e4, i8) {
  if (e4) {
    i8 ?? (i8 = e4.length);
    for (let c15 = i8 - 1; c15 >= 0; --c15) {
      let t4 = e4[c15];
      switch (t4.type) {
        case "space":
        case "comment":
        case "newline":
          n12 -= t4.source.length;
          continue;
      }
      for (t4 = e4[++c15]; t4?.type === "space"; ) n12 += t4.source.length, t4 = e4[++c15];
      break;
    }
  }
  return n12;
}

// node_modules/yaml/browser/dist/compose/compose-node.js
var N2 = { composeNode: g9, composeEmptyNode: u9 };
function g9(i8, e4, r8, t4) {
  const m11 = i8.atKey, { spaceBefore: n12, comment: o8, anchor: a13, tag: l10 } = r8;
  let s9, f14 = true;
  switch (e4.type) {
    case "alias":
      s9 = _4(i8, e4, t4), (a13 || l10) && t4(e4, "ALIAS_PROPS", "An alias node must not specify any properties");
      break;
    case "scalar":
    case "single-quoted-scalar":
    case "double-quoted-scalar":
    case "block-scalar":
      s9 = A3(i8, e4, l10, t4), a13 && (s9.anchor = a13.source.substring(1));
      break;
    case "block-map":
    case "block-seq":
    case "flow-collection":
      try {
        s9 = v4(N2, i8, e4, r8, t4), a13 && (s9.anchor = a13.source.substring(1));
      } catch (c15) {
        const A4 = c15 instanceof Error ? c15.message : String(c15);
        t4(e4, "RESOURCE_EXHAUSTION", A4);
      }
      break;
    default: {
      const c15 = e4.type === "error" ? e4.message : `Unsupported token (type: ${e4.type})`;
      t4(e4, "UNEXPECTED_TOKEN", c15), f14 = false;
    }
  }
  return s9 ?? (s9 = u9(i8, e4.offset, void 0, null, r8, t4)), a13 && s9.anchor === "" && t4(a13, "BAD_ALIAS", "Anchor cannot be an empty string"), m11 && i8.options.stringKeys && (!e(s9) || typeof s9.value != "string" || s9.tag && s9.tag !== "tag:yaml.org,2002:str") && t4(l10 ?? e4, "NON_STRING_KEY", "With stringKeys, all keys must be strings"), n12 && (s9.spaceBefore = true), o8 && (e4.type === "scalar" && e4.source === "" ? s9.comment = o8 : s9.commentBefore = o8), i8.options.keepSourceTokens && f14 && (s9.srcToken = e4), s9;
}
function u9(i8, e4, r8, t4, { spaceBefore: m11, comment: n12, anchor: o8, tag: a13, end: l10 }, s9) {
  const f14 = { type: "scalar", offset: a7(e4, r8, t4), indent: -1, source: "" }, c15 = A3(i8, f14, a13, s9);
  return o8 && (c15.anchor = o8.source.substring(1), c15.anchor === "" && s9(o8, "BAD_ALIAS", "Anchor cannot be an empty string")), m11 && (c15.spaceBefore = true), n12 && (c15.comment = n12, c15.range[2] = l10), c15;
}
function _4({ options: i8 }, { offset: e4, source: r8, end: t4 }, m11) {
  const n12 = new A2(r8.substring(1));
  n12.source === "" && m11(e4, "BAD_ALIAS", "Alias cannot be an empty string"), n12.source.endsWith(":") && m11(e4 + r8.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
  const o8 = e4 + r8.length, a13 = m4(t4, o8, i8.strict, m11);
  return n12.range = [e4, o8, a13.offset], a13.comment && (n12.comment = a13.comment), n12;
}

// node_modules/yaml/browser/dist/compose/compose-doc.js
function w7(p9, a13, { offset: s9, start: i8, value: e4, end: m11 }, n12) {
  const f14 = Object.assign({ _directives: a13 }, p9), t4 = new y8(void 0, f14), r8 = { atKey: false, atRoot: true, directives: t4.directives, options: t4.options, schema: t4.schema }, o8 = w6(i8, { indicator: "doc-start", next: e4 ?? m11?.[0], offset: s9, onError: n12, parentIndent: 0, startOnNewline: true });
  o8.found && (t4.directives.docStart = true, e4 && (e4.type === "block-map" || e4.type === "block-seq") && !o8.hasNewline && n12(o8.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker")), t4.contents = e4 ? g9(r8, e4, o8, n12) : u9(r8, o8.end, i8, null, o8, n12);
  const d11 = t4.contents.range[2], c15 = m4(m11, d11, false, n12);
  return c15.comment && (t4.comment = c15.comment), t4.range = [s9, d11, c15.offset], t4;
}

// node_modules/yaml/browser/dist/compose/composer.js
function c8(o8) {
  if (typeof o8 == "number") return [o8, o8 + 1];
  if (Array.isArray(o8)) return o8.length === 2 ? o8 : [o8[0], o8[1]];
  const { offset: e4, source: s9 } = o8;
  return [e4, e4 + (typeof s9 == "string" ? s9.length : 1)];
}
function d7(o8) {
  let e4 = "", s9 = false, t4 = false;
  for (let i8 = 0; i8 < o8.length; ++i8) {
    const r8 = o8[i8];
    switch (r8[0]) {
      case "#":
        e4 += (e4 === "" ? "" : t4 ? `

` : `
`) + (r8.substring(1) || " "), s9 = true, t4 = false;
        break;
      case "%":
        o8[i8 + 1]?.[0] !== "#" && (i8 += 1), s9 = false;
        break;
      default:
        s9 || (t4 = true), s9 = false;
    }
  }
  return { comment: e4, afterEmptyLine: t4 };
}
var v6 = class {
  constructor(e4 = {}) {
    this.doc = null, this.atDirectives = false, this.prelude = [], this.errors = [], this.warnings = [], this.onError = (s9, t4, i8, r8) => {
      const n12 = c8(s9);
      r8 ? this.warnings.push(new p6(n12, t4, i8)) : this.errors.push(new u7(n12, t4, i8));
    }, this.directives = new n2({ version: e4.version || "1.2" }), this.options = e4;
  }
  decorate(e4, s9) {
    const { comment: t4, afterEmptyLine: i8 } = d7(this.prelude);
    if (t4) {
      const r8 = e4.contents;
      if (s9) e4.comment = e4.comment ? `${e4.comment}
${t4}` : t4;
      else if (i8 || e4.directives.docStart || !r8) e4.commentBefore = t4;
      else if (f(r8) && !r8.flow && r8.items.length > 0) {
        let n12 = r8.items[0];
        p(n12) && (n12 = n12.key);
        const a13 = n12.commentBefore;
        n12.commentBefore = a13 ? `${t4}
${a13}` : t4;
      } else {
        const n12 = r8.commentBefore;
        r8.commentBefore = n12 ? `${t4}
${n12}` : t4;
      }
    }
    if (s9) {
      for (let r8 = 0; r8 < this.errors.length; ++r8) e4.errors.push(this.errors[r8]);
      for (let r8 = 0; r8 < this.warnings.length; ++r8) e4.warnings.push(this.warnings[r8]);
    } else e4.errors = this.errors, e4.warnings = this.warnings;
    this.prelude = [], this.errors = [], this.warnings = [];
  }
  streamInfo() {
    return { comment: d7(this.prelude).comment, directives: this.directives, errors: this.errors, warnings: this.warnings };
  }
  *compose(e4, s9 = false, t4 = -1) {
    for (const i8 of e4) yield* this.next(i8);
    yield* this.end(s9, t4);
  }
  *next(e4) {
    switch (e4.type) {
      case "directive":
        this.directives.add(e4.source, (s9, t4, i8) => {
          const r8 = c8(e4);
          r8[0] += s9, this.onError(r8, "BAD_DIRECTIVE", t4, i8);
        }), this.prelude.push(e4.source), this.atDirectives = true;
        break;
      case "document": {
        const s9 = w7(this.options, this.directives, e4, this.onError);
        this.atDirectives && !s9.directives.docStart && this.onError(e4, "MISSING_CHAR", "Missing directives-end/doc-start indicator line"), this.decorate(s9, false), this.doc && (yield this.doc), this.doc = s9, this.atDirectives = false;
        break;
      }
      case "byte-order-mark":
      case "space":
        break;
      case "comment":
      case "newline":
        this.prelude.push(e4.source);
        break;
      case "error": {
        const s9 = e4.source ? `${e4.message}: ${JSON.stringify(e4.source)}` : e4.message, t4 = new u7(c8(e4), "UNEXPECTED_TOKEN", s9);
        this.atDirectives || !this.doc ? this.errors.push(t4) : this.doc.errors.push(t4);
        break;
      }
      case "doc-end": {
        if (!this.doc) {
          const t4 = "Unexpected doc-end without preceding document";
          this.errors.push(new u7(c8(e4), "UNEXPECTED_TOKEN", t4));
          break;
        }
        this.doc.directives.docEnd = true;
        const s9 = m4(e4.end, e4.offset + e4.source.length, this.doc.options.strict, this.onError);
        if (this.decorate(this.doc, true), s9.comment) {
          const t4 = this.doc.comment;
          this.doc.comment = t4 ? `${t4}
${s9.comment}` : s9.comment;
        }
        this.doc.range[2] = s9.offset;
        break;
      }
      default:
        this.errors.push(new u7(c8(e4), "UNEXPECTED_TOKEN", `Unsupported token ${e4.type}`));
    }
  }
  *end(e4 = false, s9 = -1) {
    if (this.doc) this.decorate(this.doc, true), yield this.doc, this.doc = null;
    else if (e4) {
      const t4 = Object.assign({ _directives: this.directives }, this.options), i8 = new y8(void 0, t4);
      this.atDirectives && this.onError(s9, "MISSING_CHAR", "Missing directives-end indicator line"), i8.range = [0, s9, s9], this.decorate(i8, false), yield i8;
    }
  }
};

// node_modules/yaml/browser/dist/parse/cst-visit.js
var s7 = /* @__PURE__ */ Symbol("break visit");
var y9 = /* @__PURE__ */ Symbol("skip children");
var u10 = /* @__PURE__ */ Symbol("remove item");
function l8(e4, t4) {
  "type" in e4 && e4.type === "document" && (e4 = { start: e4.start, value: e4.value }), m6(Object.freeze([]), e4, t4);
}
l8.BREAK = s7, l8.SKIP = y9, l8.REMOVE = u10, l8.itemAtPath = (e4, t4) => {
  let r8 = e4;
  for (const [n12, i8] of t4) {
    const o8 = r8?.[n12];
    if (o8 && "items" in o8) r8 = o8.items[i8];
    else return;
  }
  return r8;
}, l8.parentCollection = (e4, t4) => {
  const r8 = l8.itemAtPath(e4, t4.slice(0, -1)), n12 = t4[t4.length - 1][0], i8 = r8?.[n12];
  if (i8 && "items" in i8) return i8;
  throw new Error("Parent collection not found");
};
function m6(e4, t4, r8) {
  let n12 = r8(t4, e4);
  if (typeof n12 == "symbol") return n12;
  for (const i8 of ["key", "value"]) {
    const o8 = t4[i8];
    if (o8 && "items" in o8) {
      for (let f14 = 0; f14 < o8.items.length; ++f14) {
        const c15 = m6(Object.freeze(e4.concat([[i8, f14]])), o8.items[f14], r8);
        if (typeof c15 == "number") f14 = c15 - 1;
        else {
          if (c15 === s7) return s7;
          c15 === u10 && (o8.items.splice(f14, 1), f14 -= 1);
        }
      }
      typeof n12 == "function" && i8 === "key" && (n12 = n12(t4, e4));
    }
  }
  return typeof n12 == "function" ? n12(t4, e4) : n12;
}

// node_modules/yaml/browser/dist/parse/cst.js
var r6 = "\uFEFF";
var a8 = "";
var t3 = "";
var c9 = "";
function o7(e4) {
  switch (e4) {
    case r6:
      return "byte-order-mark";
    case a8:
      return "doc-mode";
    case t3:
      return "flow-error-end";
    case c9:
      return "scalar";
    case "---":
      return "doc-start";
    case "...":
      return "doc-end";
    case "":
    case `
`:
    case `\r
`:
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
  switch (e4[0]) {
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
function n10(l10) {
  switch (l10) {
    case void 0:
    case " ":
    case `
`:
    case "\r":
    case "	":
      return true;
    default:
      return false;
  }
}
var c10 = new Set("0123456789ABCDEFabcdef");
var y10 = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
var a9 = new Set(",[]{}");
var w8 = new Set(` ,[]{}
\r	`);
var u11 = (l10) => !l10 || w8.has(l10);
var x3 = class {
  constructor() {
    this.atEnd = false, this.blockScalarIndent = -1, this.blockScalarKeep = false, this.buffer = "", this.flowKey = false, this.flowLevel = 0, this.indentNext = 0, this.indentValue = 0, this.lineEndPos = null, this.next = null, this.pos = 0;
  }
  *lex(e4, t4 = false) {
    if (e4) {
      if (typeof e4 != "string") throw TypeError("source is not a string");
      this.buffer = this.buffer ? this.buffer + e4 : e4, this.lineEndPos = null;
    }
    this.atEnd = !t4;
    let s9 = this.next ?? "stream";
    for (; s9 && (t4 || this.hasChars(1)); ) s9 = yield* this.parseNext(s9);
  }
  atLineEnd() {
    let e4 = this.pos, t4 = this.buffer[e4];
    for (; t4 === " " || t4 === "	"; ) t4 = this.buffer[++e4];
    return !t4 || t4 === "#" || t4 === `
` ? true : t4 === "\r" ? this.buffer[e4 + 1] === `
` : false;
  }
  charAt(e4) {
    return this.buffer[this.pos + e4];
  }
  continueScalar(e4) {
    let t4 = this.buffer[e4];
    if (this.indentNext > 0) {
      let s9 = 0;
      for (; t4 === " "; ) t4 = this.buffer[++s9 + e4];
      if (t4 === "\r") {
        const h8 = this.buffer[s9 + e4 + 1];
        if (h8 === `
` || !h8 && !this.atEnd) return e4 + s9 + 1;
      }
      return t4 === `
` || s9 >= this.indentNext || !t4 && !this.atEnd ? e4 + s9 : -1;
    }
    if (t4 === "-" || t4 === ".") {
      const s9 = this.buffer.substr(e4, 3);
      if ((s9 === "---" || s9 === "...") && n10(this.buffer[e4 + 3])) return -1;
    }
    return e4;
  }
  getLine() {
    let e4 = this.lineEndPos;
    return (typeof e4 != "number" || e4 !== -1 && e4 < this.pos) && (e4 = this.buffer.indexOf(`
`, this.pos), this.lineEndPos = e4), e4 === -1 ? this.atEnd ? this.buffer.substring(this.pos) : null : (this.buffer[e4 - 1] === "\r" && (e4 -= 1), this.buffer.substring(this.pos, e4));
  }
  hasChars(e4) {
    return this.pos + e4 <= this.buffer.length;
  }
  setNext(e4) {
    return this.buffer = this.buffer.substring(this.pos), this.pos = 0, this.lineEndPos = null, this.next = e4, null;
  }
  peek(e4) {
    return this.buffer.substr(this.pos, e4);
  }
  *parseNext(e4) {
    switch (e4) {
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
    let e4 = this.getLine();
    if (e4 === null) return this.setNext("stream");
    if (e4[0] === r6 && (yield* this.pushCount(1), e4 = e4.substring(1)), e4[0] === "%") {
      let t4 = e4.length, s9 = e4.indexOf("#");
      for (; s9 !== -1; ) {
        const i8 = e4[s9 - 1];
        if (i8 === " " || i8 === "	") {
          t4 = s9 - 1;
          break;
        } else s9 = e4.indexOf("#", s9 + 1);
      }
      for (; ; ) {
        const i8 = e4[t4 - 1];
        if (i8 === " " || i8 === "	") t4 -= 1;
        else break;
      }
      const h8 = (yield* this.pushCount(t4)) + (yield* this.pushSpaces(true));
      return yield* this.pushCount(e4.length - h8), this.pushNewline(), "stream";
    }
    if (this.atLineEnd()) {
      const t4 = yield* this.pushSpaces(true);
      return yield* this.pushCount(e4.length - t4), yield* this.pushNewline(), "stream";
    }
    return yield a8, yield* this.parseLineStart();
  }
  *parseLineStart() {
    const e4 = this.charAt(0);
    if (!e4 && !this.atEnd) return this.setNext("line-start");
    if (e4 === "-" || e4 === ".") {
      if (!this.atEnd && !this.hasChars(4)) return this.setNext("line-start");
      const t4 = this.peek(3);
      if ((t4 === "---" || t4 === "...") && n10(this.charAt(3))) return yield* this.pushCount(3), this.indentValue = 0, this.indentNext = 0, t4 === "---" ? "doc" : "stream";
    }
    return this.indentValue = yield* this.pushSpaces(false), this.indentNext > this.indentValue && !n10(this.charAt(1)) && (this.indentNext = this.indentValue), yield* this.parseBlockStart();
  }
  *parseBlockStart() {
    const [e4, t4] = this.peek(2);
    if (!t4 && !this.atEnd) return this.setNext("block-start");
    if ((e4 === "-" || e4 === "?" || e4 === ":") && n10(t4)) {
      const s9 = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
      return this.indentNext = this.indentValue + 1, this.indentValue += s9, "block-start";
    }
    return "doc";
  }
  *parseDocument() {
    yield* this.pushSpaces(true);
    const e4 = this.getLine();
    if (e4 === null) return this.setNext("doc");
    let t4 = yield* this.pushIndicators();
    switch (e4[t4]) {
      case "#":
        yield* this.pushCount(e4.length - t4);
      case void 0:
        return yield* this.pushNewline(), yield* this.parseLineStart();
      case "{":
      case "[":
        return yield* this.pushCount(1), this.flowKey = false, this.flowLevel = 1, "flow";
      case "}":
      case "]":
        return yield* this.pushCount(1), "doc";
      case "*":
        return yield* this.pushUntil(u11), "doc";
      case '"':
      case "'":
        return yield* this.parseQuotedScalar();
      case "|":
      case ">":
        return t4 += yield* this.parseBlockScalarHeader(), t4 += yield* this.pushSpaces(true), yield* this.pushCount(e4.length - t4), yield* this.pushNewline(), yield* this.parseBlockScalar();
      default:
        return yield* this.parsePlainScalar();
    }
  }
  *parseFlowCollection() {
    let e4, t4, s9 = -1;
    do
      e4 = yield* this.pushNewline(), e4 > 0 ? (t4 = yield* this.pushSpaces(false), this.indentValue = s9 = t4) : t4 = 0, t4 += yield* this.pushSpaces(true);
    while (e4 + t4 > 0);
    const h8 = this.getLine();
    if (h8 === null) return this.setNext("flow");
    if ((s9 !== -1 && s9 < this.indentNext && h8[0] !== "#" || s9 === 0 && (h8.startsWith("---") || h8.startsWith("...")) && n10(h8[3])) && !(s9 === this.indentNext - 1 && this.flowLevel === 1 && (h8[0] === "]" || h8[0] === "}"))) return this.flowLevel = 0, yield t3, yield* this.parseLineStart();
    let i8 = 0;
    for (; h8[i8] === ","; ) i8 += yield* this.pushCount(1), i8 += yield* this.pushSpaces(true), this.flowKey = false;
    switch (i8 += yield* this.pushIndicators(), h8[i8]) {
      case void 0:
        return "flow";
      case "#":
        return yield* this.pushCount(h8.length - i8), "flow";
      case "{":
      case "[":
        return yield* this.pushCount(1), this.flowKey = false, this.flowLevel += 1, "flow";
      case "}":
      case "]":
        return yield* this.pushCount(1), this.flowKey = true, this.flowLevel -= 1, this.flowLevel ? "flow" : "doc";
      case "*":
        return yield* this.pushUntil(u11), "flow";
      case '"':
      case "'":
        return this.flowKey = true, yield* this.parseQuotedScalar();
      case ":": {
        const r8 = this.charAt(1);
        if (this.flowKey || n10(r8) || r8 === ",") return this.flowKey = false, yield* this.pushCount(1), yield* this.pushSpaces(true), "flow";
      }
      default:
        return this.flowKey = false, yield* this.parsePlainScalar();
    }
  }
  *parseQuotedScalar() {
    const e4 = this.charAt(0);
    let t4 = this.buffer.indexOf(e4, this.pos + 1);
    if (e4 === "'") for (; t4 !== -1 && this.buffer[t4 + 1] === "'"; ) t4 = this.buffer.indexOf("'", t4 + 2);
    else for (; t4 !== -1; ) {
      let i8 = 0;
      for (; this.buffer[t4 - 1 - i8] === "\\"; ) i8 += 1;
      if (i8 % 2 === 0) break;
      t4 = this.buffer.indexOf('"', t4 + 1);
    }
    const s9 = this.buffer.substring(0, t4);
    let h8 = s9.indexOf(`
`, this.pos);
    if (h8 !== -1) {
      for (; h8 !== -1; ) {
        const i8 = this.continueScalar(h8 + 1);
        if (i8 === -1) break;
        h8 = s9.indexOf(`
`, i8);
      }
      h8 !== -1 && (t4 = h8 - (s9[h8 - 1] === "\r" ? 2 : 1));
    }
    if (t4 === -1) {
      if (!this.atEnd) return this.setNext("quoted-scalar");
      t4 = this.buffer.length;
    }
    return yield* this.pushToIndex(t4 + 1, false), this.flowLevel ? "flow" : "doc";
  }
  *parseBlockScalarHeader() {
    this.blockScalarIndent = -1, this.blockScalarKeep = false;
    let e4 = this.pos;
    for (; ; ) {
      const t4 = this.buffer[++e4];
      if (t4 === "+") this.blockScalarKeep = true;
      else if (t4 > "0" && t4 <= "9") this.blockScalarIndent = Number(t4) - 1;
      else if (t4 !== "-") break;
    }
    return yield* this.pushUntil((t4) => n10(t4) || t4 === "#");
  }
  *parseBlockScalar() {
    let e4 = this.pos - 1, t4 = 0, s9;
    e: for (let i8 = this.pos; s9 = this.buffer[i8]; ++i8) switch (s9) {
      case " ":
        t4 += 1;
        break;
      case `
`:
        e4 = i8, t4 = 0;
        break;
      case "\r": {
        const r8 = this.buffer[i8 + 1];
        if (!r8 && !this.atEnd) return this.setNext("block-scalar");
        if (r8 === `
`) break;
      }
      default:
        break e;
    }
    if (!s9 && !this.atEnd) return this.setNext("block-scalar");
    if (t4 >= this.indentNext) {
      this.blockScalarIndent === -1 ? this.indentNext = t4 : this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
      do {
        const i8 = this.continueScalar(e4 + 1);
        if (i8 === -1) break;
        e4 = this.buffer.indexOf(`
`, i8);
      } while (e4 !== -1);
      if (e4 === -1) {
        if (!this.atEnd) return this.setNext("block-scalar");
        e4 = this.buffer.length;
      }
    }
    let h8 = e4 + 1;
    for (s9 = this.buffer[h8]; s9 === " "; ) s9 = this.buffer[++h8];
    if (s9 === "	") {
      for (; s9 === "	" || s9 === " " || s9 === "\r" || s9 === `
`; ) s9 = this.buffer[++h8];
      e4 = h8 - 1;
    } else if (!this.blockScalarKeep) do {
      let i8 = e4 - 1, r8 = this.buffer[i8];
      r8 === "\r" && (r8 = this.buffer[--i8]);
      const o8 = i8;
      for (; r8 === " "; ) r8 = this.buffer[--i8];
      if (r8 === `
` && i8 >= this.pos && i8 + 1 + t4 > o8) e4 = i8;
      else break;
    } while (true);
    return yield c9, yield* this.pushToIndex(e4 + 1, true), yield* this.parseLineStart();
  }
  *parsePlainScalar() {
    const e4 = this.flowLevel > 0;
    let t4 = this.pos - 1, s9 = this.pos - 1, h8;
    for (; h8 = this.buffer[++s9]; ) if (h8 === ":") {
      const i8 = this.buffer[s9 + 1];
      if (n10(i8) || e4 && a9.has(i8)) break;
      t4 = s9;
    } else if (n10(h8)) {
      let i8 = this.buffer[s9 + 1];
      if (h8 === "\r" && (i8 === `
` ? (s9 += 1, h8 = `
`, i8 = this.buffer[s9 + 1]) : t4 = s9), i8 === "#" || e4 && a9.has(i8)) break;
      if (h8 === `
`) {
        const r8 = this.continueScalar(s9 + 1);
        if (r8 === -1) break;
        s9 = Math.max(s9, r8 - 2);
      }
    } else {
      if (e4 && a9.has(h8)) break;
      t4 = s9;
    }
    return !h8 && !this.atEnd ? this.setNext("plain-scalar") : (yield c9, yield* this.pushToIndex(t4 + 1, true), e4 ? "flow" : "doc");
  }
  *pushCount(e4) {
    return e4 > 0 ? (yield this.buffer.substr(this.pos, e4), this.pos += e4, e4) : 0;
  }
  *pushToIndex(e4, t4) {
    const s9 = this.buffer.slice(this.pos, e4);
    return s9 ? (yield s9, this.pos += s9.length, s9.length) : (t4 && (yield ""), 0);
  }
  *pushIndicators() {
    let e4 = 0;
    e: for (; ; ) {
      switch (this.charAt(0)) {
        case "!":
          e4 += yield* this.pushTag(), e4 += yield* this.pushSpaces(true);
          continue e;
        case "&":
          e4 += yield* this.pushUntil(u11), e4 += yield* this.pushSpaces(true);
          continue e;
        case "-":
        case "?":
        case ":": {
          const t4 = this.flowLevel > 0, s9 = this.charAt(1);
          if (n10(s9) || t4 && a9.has(s9)) {
            t4 ? this.flowKey && (this.flowKey = false) : this.indentNext = this.indentValue + 1, e4 += yield* this.pushCount(1), e4 += yield* this.pushSpaces(true);
            continue e;
          }
        }
      }
      break e;
    }
    return e4;
  }
  *pushTag() {
    if (this.charAt(1) === "<") {
      let e4 = this.pos + 2, t4 = this.buffer[e4];
      for (; !n10(t4) && t4 !== ">"; ) t4 = this.buffer[++e4];
      return yield* this.pushToIndex(t4 === ">" ? e4 + 1 : e4, false);
    } else {
      let e4 = this.pos + 1, t4 = this.buffer[e4];
      for (; t4; ) if (y10.has(t4)) t4 = this.buffer[++e4];
      else if (t4 === "%" && c10.has(this.buffer[e4 + 1]) && c10.has(this.buffer[e4 + 2])) t4 = this.buffer[e4 += 3];
      else break;
      return yield* this.pushToIndex(e4, false);
    }
  }
  *pushNewline() {
    const e4 = this.buffer[this.pos];
    return e4 === `
` ? yield* this.pushCount(1) : e4 === "\r" && this.charAt(1) === `
` ? yield* this.pushCount(2) : 0;
  }
  *pushSpaces(e4) {
    let t4 = this.pos - 1, s9;
    do
      s9 = this.buffer[++t4];
    while (s9 === " " || e4 && s9 === "	");
    const h8 = t4 - this.pos;
    return h8 > 0 && (yield this.buffer.substr(this.pos, h8), this.pos = t4), h8;
  }
  *pushUntil(e4) {
    let t4 = this.pos, s9 = this.buffer[t4];
    for (; !e4(s9); ) s9 = this.buffer[++t4];
    return yield* this.pushToIndex(t4, false);
  }
};

// node_modules/yaml/browser/dist/parse/line-counter.js
var s8 = class {
  constructor() {
    this.lineStarts = [], this.addNewLine = (i8) => this.lineStarts.push(i8), this.linePos = (i8) => {
      let t4 = 0, e4 = this.lineStarts.length;
      for (; t4 < e4; ) {
        const l10 = t4 + e4 >> 1;
        this.lineStarts[l10] < i8 ? t4 = l10 + 1 : e4 = l10;
      }
      if (this.lineStarts[t4] === i8) return { line: t4 + 1, col: 1 };
      if (t4 === 0) return { line: 0, col: i8 };
      const n12 = this.lineStarts[t4 - 1];
      return { line: t4, col: i8 - n12 + 1 };
    };
  }
};

// node_modules/yaml/browser/dist/parse/parser.js
function c11(n12, e4) {
  for (let t4 = 0; t4 < n12.length; ++t4) if (n12[t4].type === e4) return true;
  return false;
}
function f11(n12) {
  for (let e4 = 0; e4 < n12.length; ++e4) switch (n12[e4].type) {
    case "space":
    case "comment":
    case "newline":
      break;
    default:
      return e4;
  }
  return -1;
}
function d8(n12) {
  switch (n12?.type) {
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
function p7(n12) {
  switch (n12.type) {
    case "document":
      return n12.start;
    case "block-map": {
      const e4 = n12.items[n12.items.length - 1];
      return e4.sep ?? e4.start;
    }
    case "block-seq":
      return n12.items[n12.items.length - 1].start;
    default:
      return [];
  }
}
function r7(n12) {
  if (n12.length === 0) return [];
  let e4 = n12.length;
  e: for (; --e4 >= 0; ) switch (n12[e4].type) {
    case "doc-start":
    case "explicit-key-ind":
    case "map-value-ind":
    case "seq-item-ind":
    case "newline":
      break e;
  }
  for (; n12[++e4]?.type === "space"; ) ;
  return n12.splice(e4, n12.length);
}
function u12(n12, e4) {
  if (e4.length < 1e5) Array.prototype.push.apply(n12, e4);
  else for (let t4 = 0; t4 < e4.length; ++t4) n12.push(e4[t4]);
}
function y11(n12) {
  if (n12.start.type === "flow-seq-start") for (const e4 of n12.items) e4.sep && !e4.value && !c11(e4.start, "explicit-key-ind") && !c11(e4.sep, "map-value-ind") && (e4.key && (e4.value = e4.key), delete e4.key, d8(e4.value) ? e4.value.end ? u12(e4.value.end, e4.sep) : e4.value.end = e4.sep : u12(e4.start, e4.sep), delete e4.sep);
}
var w9 = class {
  constructor(e4) {
    this.atNewLine = true, this.atScalar = false, this.indent = 0, this.offset = 0, this.onKeyLine = false, this.stack = [], this.source = "", this.type = "", this.lexer = new x3(), this.onNewLine = e4;
  }
  *parse(e4, t4 = false) {
    this.onNewLine && this.offset === 0 && this.onNewLine(0);
    for (const s9 of this.lexer.lex(e4, t4)) yield* this.next(s9);
    t4 || (yield* this.end());
  }
  *next(e4) {
    if (this.source = e4, this.atScalar) {
      this.atScalar = false, yield* this.step(), this.offset += e4.length;
      return;
    }
    const t4 = o7(e4);
    if (t4) if (t4 === "scalar") this.atNewLine = false, this.atScalar = true, this.type = "scalar";
    else {
      switch (this.type = t4, yield* this.step(), t4) {
        case "newline":
          this.atNewLine = true, this.indent = 0, this.onNewLine && this.onNewLine(this.offset + e4.length);
          break;
        case "space":
          this.atNewLine && e4[0] === " " && (this.indent += e4.length);
          break;
        case "explicit-key-ind":
        case "map-value-ind":
        case "seq-item-ind":
          this.atNewLine && (this.indent += e4.length);
          break;
        case "doc-mode":
        case "flow-error-end":
          return;
        default:
          this.atNewLine = false;
      }
      this.offset += e4.length;
    }
    else {
      const s9 = `Not a YAML token: ${e4}`;
      yield* this.pop({ type: "error", offset: this.offset, message: s9, source: e4 }), this.offset += e4.length;
    }
  }
  *end() {
    for (; this.stack.length > 0; ) yield* this.pop();
  }
  get sourceToken() {
    return { type: this.type, offset: this.offset, indent: this.indent, source: this.source };
  }
  *step() {
    const e4 = this.peek(1);
    if (this.type === "doc-end" && e4?.type !== "doc-end") {
      for (; this.stack.length > 0; ) yield* this.pop();
      this.stack.push({ type: "doc-end", offset: this.offset, source: this.source });
      return;
    }
    if (!e4) return yield* this.stream();
    switch (e4.type) {
      case "document":
        return yield* this.document(e4);
      case "alias":
      case "scalar":
      case "single-quoted-scalar":
      case "double-quoted-scalar":
        return yield* this.scalar(e4);
      case "block-scalar":
        return yield* this.blockScalar(e4);
      case "block-map":
        return yield* this.blockMap(e4);
      case "block-seq":
        return yield* this.blockSequence(e4);
      case "flow-collection":
        return yield* this.flowCollection(e4);
      case "doc-end":
        return yield* this.documentEnd(e4);
    }
    yield* this.pop();
  }
  peek(e4) {
    return this.stack[this.stack.length - e4];
  }
  *pop(e4) {
    const t4 = e4 ?? this.stack.pop();
    if (!t4) yield { type: "error", offset: this.offset, source: "", message: "Tried to pop an empty stack" };
    else if (this.stack.length === 0) yield t4;
    else {
      const s9 = this.peek(1);
      switch (t4.type === "block-scalar" ? t4.indent = "indent" in s9 ? s9.indent : 0 : t4.type === "flow-collection" && s9.type === "document" && (t4.indent = 0), t4.type === "flow-collection" && y11(t4), s9.type) {
        case "document":
          s9.value = t4;
          break;
        case "block-scalar":
          s9.props.push(t4);
          break;
        case "block-map": {
          const i8 = s9.items[s9.items.length - 1];
          if (i8.value) {
            s9.items.push({ start: [], key: t4, sep: [] }), this.onKeyLine = true;
            return;
          } else if (i8.sep) i8.value = t4;
          else {
            Object.assign(i8, { key: t4, sep: [] }), this.onKeyLine = !i8.explicitKey;
            return;
          }
          break;
        }
        case "block-seq": {
          const i8 = s9.items[s9.items.length - 1];
          i8.value ? s9.items.push({ start: [], value: t4 }) : i8.value = t4;
          break;
        }
        case "flow-collection": {
          const i8 = s9.items[s9.items.length - 1];
          !i8 || i8.value ? s9.items.push({ start: [], key: t4, sep: [] }) : i8.sep ? i8.value = t4 : Object.assign(i8, { key: t4, sep: [] });
          return;
        }
        default:
          yield* this.pop(), yield* this.pop(t4);
      }
      if ((s9.type === "document" || s9.type === "block-map" || s9.type === "block-seq") && (t4.type === "block-map" || t4.type === "block-seq")) {
        const i8 = t4.items[t4.items.length - 1];
        i8 && !i8.sep && !i8.value && i8.start.length > 0 && f11(i8.start) === -1 && (t4.indent === 0 || i8.start.every((a13) => a13.type !== "comment" || a13.indent < t4.indent)) && (s9.type === "document" ? s9.end = i8.start : s9.items.push({ start: i8.start }), t4.items.splice(-1, 1));
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
        const e4 = { type: "document", offset: this.offset, start: [] };
        this.type === "doc-start" && e4.start.push(this.sourceToken), this.stack.push(e4);
        return;
      }
    }
    yield { type: "error", offset: this.offset, message: `Unexpected ${this.type} token in YAML stream`, source: this.source };
  }
  *document(e4) {
    if (e4.value) return yield* this.lineEnd(e4);
    switch (this.type) {
      case "doc-start": {
        f11(e4.start) !== -1 ? (yield* this.pop(), yield* this.step()) : e4.start.push(this.sourceToken);
        return;
      }
      case "anchor":
      case "tag":
      case "space":
      case "comment":
      case "newline":
        e4.start.push(this.sourceToken);
        return;
    }
    const t4 = this.startBlockValue(e4);
    t4 ? this.stack.push(t4) : yield { type: "error", offset: this.offset, message: `Unexpected ${this.type} token in YAML document`, source: this.source };
  }
  *scalar(e4) {
    if (this.type === "map-value-ind") {
      const t4 = p7(this.peek(2)), s9 = r7(t4);
      let i8;
      e4.end ? (i8 = e4.end, i8.push(this.sourceToken), delete e4.end) : i8 = [this.sourceToken];
      const a13 = { type: "block-map", offset: e4.offset, indent: e4.indent, items: [{ start: s9, key: e4, sep: i8 }] };
      this.onKeyLine = true, this.stack[this.stack.length - 1] = a13;
    } else yield* this.lineEnd(e4);
  }
  *blockScalar(e4) {
    switch (this.type) {
      case "space":
      case "comment":
      case "newline":
        e4.props.push(this.sourceToken);
        return;
      case "scalar":
        if (e4.source = this.source, this.atNewLine = true, this.indent = 0, this.onNewLine) {
          let t4 = this.source.indexOf(`
`) + 1;
          for (; t4 !== 0; ) this.onNewLine(this.offset + t4), t4 = this.source.indexOf(`
`, t4) + 1;
        }
        yield* this.pop();
        break;
      default:
        yield* this.pop(), yield* this.step();
    }
  }
  *blockMap(e4) {
    const t4 = e4.items[e4.items.length - 1];
    switch (this.type) {
      case "newline":
        if (this.onKeyLine = false, t4.value) {
          const s9 = "end" in t4.value ? t4.value.end : void 0;
          (Array.isArray(s9) ? s9[s9.length - 1] : void 0)?.type === "comment" ? s9?.push(this.sourceToken) : e4.items.push({ start: [this.sourceToken] });
        } else t4.sep ? t4.sep.push(this.sourceToken) : t4.start.push(this.sourceToken);
        return;
      case "space":
      case "comment":
        if (t4.value) e4.items.push({ start: [this.sourceToken] });
        else if (t4.sep) t4.sep.push(this.sourceToken);
        else {
          if (this.atIndentedComment(t4.start, e4.indent)) {
            const i8 = e4.items[e4.items.length - 2]?.value?.end;
            if (Array.isArray(i8)) {
              u12(i8, t4.start), i8.push(this.sourceToken), e4.items.pop();
              return;
            }
          }
          t4.start.push(this.sourceToken);
        }
        return;
    }
    if (this.indent >= e4.indent) {
      const s9 = !this.onKeyLine && this.indent === e4.indent, i8 = s9 && (t4.sep || t4.explicitKey) && this.type !== "seq-item-ind";
      let a13 = [];
      if (i8 && t4.sep && !t4.value) {
        const o8 = [];
        for (let l10 = 0; l10 < t4.sep.length; ++l10) {
          const h8 = t4.sep[l10];
          switch (h8.type) {
            case "newline":
              o8.push(l10);
              break;
            case "space":
              break;
            case "comment":
              h8.indent > e4.indent && (o8.length = 0);
              break;
            default:
              o8.length = 0;
          }
        }
        o8.length >= 2 && (a13 = t4.sep.splice(o8[1]));
      }
      switch (this.type) {
        case "anchor":
        case "tag":
          i8 || t4.value ? (a13.push(this.sourceToken), e4.items.push({ start: a13 }), this.onKeyLine = true) : t4.sep ? t4.sep.push(this.sourceToken) : t4.start.push(this.sourceToken);
          return;
        case "explicit-key-ind":
          !t4.sep && !t4.explicitKey ? (t4.start.push(this.sourceToken), t4.explicitKey = true) : i8 || t4.value ? (a13.push(this.sourceToken), e4.items.push({ start: a13, explicitKey: true })) : this.stack.push({ type: "block-map", offset: this.offset, indent: this.indent, items: [{ start: [this.sourceToken], explicitKey: true }] }), this.onKeyLine = true;
          return;
        case "map-value-ind":
          if (t4.explicitKey) if (t4.sep) if (t4.value) e4.items.push({ start: [], key: null, sep: [this.sourceToken] });
          else if (c11(t4.sep, "map-value-ind")) this.stack.push({ type: "block-map", offset: this.offset, indent: this.indent, items: [{ start: a13, key: null, sep: [this.sourceToken] }] });
          else if (d8(t4.key) && !c11(t4.sep, "newline")) {
            const o8 = r7(t4.start), l10 = t4.key, h8 = t4.sep;
            h8.push(this.sourceToken), delete t4.key, delete t4.sep, this.stack.push({ type: "block-map", offset: this.offset, indent: this.indent, items: [{ start: o8, key: l10, sep: h8 }] });
          } else a13.length > 0 ? t4.sep = t4.sep.concat(a13, this.sourceToken) : t4.sep.push(this.sourceToken);
          else if (c11(t4.start, "newline")) Object.assign(t4, { key: null, sep: [this.sourceToken] });
          else {
            const o8 = r7(t4.start);
            this.stack.push({ type: "block-map", offset: this.offset, indent: this.indent, items: [{ start: o8, key: null, sep: [this.sourceToken] }] });
          }
          else t4.sep ? t4.value || i8 ? e4.items.push({ start: a13, key: null, sep: [this.sourceToken] }) : c11(t4.sep, "map-value-ind") ? this.stack.push({ type: "block-map", offset: this.offset, indent: this.indent, items: [{ start: [], key: null, sep: [this.sourceToken] }] }) : t4.sep.push(this.sourceToken) : Object.assign(t4, { key: null, sep: [this.sourceToken] });
          this.onKeyLine = true;
          return;
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar": {
          const o8 = this.flowScalar(this.type);
          i8 || t4.value ? (e4.items.push({ start: a13, key: o8, sep: [] }), this.onKeyLine = true) : t4.sep ? this.stack.push(o8) : (Object.assign(t4, { key: o8, sep: [] }), this.onKeyLine = true);
          return;
        }
        default: {
          const o8 = this.startBlockValue(e4);
          if (o8) {
            if (o8.type === "block-seq") {
              if (!t4.explicitKey && t4.sep && !c11(t4.sep, "newline")) {
                yield* this.pop({ type: "error", offset: this.offset, message: "Unexpected block-seq-ind on same line with key", source: this.source });
                return;
              }
            } else s9 && e4.items.push({ start: a13 });
            this.stack.push(o8);
            return;
          }
        }
      }
    }
    yield* this.pop(), yield* this.step();
  }
  *blockSequence(e4) {
    const t4 = e4.items[e4.items.length - 1];
    switch (this.type) {
      case "newline":
        if (t4.value) {
          const s9 = "end" in t4.value ? t4.value.end : void 0;
          (Array.isArray(s9) ? s9[s9.length - 1] : void 0)?.type === "comment" ? s9?.push(this.sourceToken) : e4.items.push({ start: [this.sourceToken] });
        } else t4.start.push(this.sourceToken);
        return;
      case "space":
      case "comment":
        if (t4.value) e4.items.push({ start: [this.sourceToken] });
        else {
          if (this.atIndentedComment(t4.start, e4.indent)) {
            const i8 = e4.items[e4.items.length - 2]?.value?.end;
            if (Array.isArray(i8)) {
              u12(i8, t4.start), i8.push(this.sourceToken), e4.items.pop();
              return;
            }
          }
          t4.start.push(this.sourceToken);
        }
        return;
      case "anchor":
      case "tag":
        if (t4.value || this.indent <= e4.indent) break;
        t4.start.push(this.sourceToken);
        return;
      case "seq-item-ind":
        if (this.indent !== e4.indent) break;
        t4.value || c11(t4.start, "seq-item-ind") ? e4.items.push({ start: [this.sourceToken] }) : t4.start.push(this.sourceToken);
        return;
    }
    if (this.indent > e4.indent) {
      const s9 = this.startBlockValue(e4);
      if (s9) {
        this.stack.push(s9);
        return;
      }
    }
    yield* this.pop(), yield* this.step();
  }
  *flowCollection(e4) {
    const t4 = e4.items[e4.items.length - 1];
    if (this.type === "flow-error-end") {
      let s9;
      do
        yield* this.pop(), s9 = this.peek(1);
      while (s9?.type === "flow-collection");
    } else if (e4.end.length === 0) {
      switch (this.type) {
        case "comma":
        case "explicit-key-ind":
          !t4 || t4.sep ? e4.items.push({ start: [this.sourceToken] }) : t4.start.push(this.sourceToken);
          return;
        case "map-value-ind":
          !t4 || t4.value ? e4.items.push({ start: [], key: null, sep: [this.sourceToken] }) : t4.sep ? t4.sep.push(this.sourceToken) : Object.assign(t4, { key: null, sep: [this.sourceToken] });
          return;
        case "space":
        case "comment":
        case "newline":
        case "anchor":
        case "tag":
          !t4 || t4.value ? e4.items.push({ start: [this.sourceToken] }) : t4.sep ? t4.sep.push(this.sourceToken) : t4.start.push(this.sourceToken);
          return;
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar": {
          const i8 = this.flowScalar(this.type);
          !t4 || t4.value ? e4.items.push({ start: [], key: i8, sep: [] }) : t4.sep ? this.stack.push(i8) : Object.assign(t4, { key: i8, sep: [] });
          return;
        }
        case "flow-map-end":
        case "flow-seq-end":
          e4.end.push(this.sourceToken);
          return;
      }
      const s9 = this.startBlockValue(e4);
      s9 ? this.stack.push(s9) : (yield* this.pop(), yield* this.step());
    } else {
      const s9 = this.peek(2);
      if (s9.type === "block-map" && (this.type === "map-value-ind" && s9.indent === e4.indent || this.type === "newline" && !s9.items[s9.items.length - 1].sep)) yield* this.pop(), yield* this.step();
      else if (this.type === "map-value-ind" && s9.type !== "flow-collection") {
        const i8 = p7(s9), a13 = r7(i8);
        y11(e4);
        const o8 = e4.end.splice(1, e4.end.length);
        o8.push(this.sourceToken);
        const l10 = { type: "block-map", offset: e4.offset, indent: e4.indent, items: [{ start: a13, key: e4, sep: o8 }] };
        this.onKeyLine = true, this.stack[this.stack.length - 1] = l10;
      } else yield* this.lineEnd(e4);
    }
  }
  flowScalar(e4) {
    if (this.onNewLine) {
      let t4 = this.source.indexOf(`
`) + 1;
      for (; t4 !== 0; ) this.onNewLine(this.offset + t4), t4 = this.source.indexOf(`
`, t4) + 1;
    }
    return { type: e4, offset: this.offset, indent: this.indent, source: this.source };
  }
  startBlockValue(e4) {
    switch (this.type) {
      case "alias":
      case "scalar":
      case "single-quoted-scalar":
      case "double-quoted-scalar":
        return this.flowScalar(this.type);
      case "block-scalar-header":
        return { type: "block-scalar", offset: this.offset, indent: this.indent, props: [this.sourceToken], source: "" };
      case "flow-map-start":
      case "flow-seq-start":
        return { type: "flow-collection", offset: this.offset, indent: this.indent, start: this.sourceToken, items: [], end: [] };
      case "seq-item-ind":
        return { type: "block-seq", offset: this.offset, indent: this.indent, items: [{ start: [this.sourceToken] }] };
      case "explicit-key-ind": {
        this.onKeyLine = true;
        const t4 = p7(e4), s9 = r7(t4);
        return s9.push(this.sourceToken), { type: "block-map", offset: this.offset, indent: this.indent, items: [{ start: s9, explicitKey: true }] };
      }
      case "map-value-ind": {
        this.onKeyLine = true;
        const t4 = p7(e4), s9 = r7(t4);
        return { type: "block-map", offset: this.offset, indent: this.indent, items: [{ start: s9, key: null, sep: [this.sourceToken] }] };
      }
    }
    return null;
  }
  atIndentedComment(e4, t4) {
    return this.type !== "comment" || this.indent <= t4 ? false : e4.every((s9) => s9.type === "newline" || s9.type === "space");
  }
  *documentEnd(e4) {
    this.type !== "doc-mode" && (e4.end ? e4.end.push(this.sourceToken) : e4.end = [this.sourceToken], this.type === "newline" && (yield* this.pop()));
  }
  *lineEnd(e4) {
    switch (this.type) {
      case "comma":
      case "doc-start":
      case "doc-end":
      case "flow-seq-end":
      case "flow-map-end":
      case "map-value-ind":
        yield* this.pop(), yield* this.step();
        break;
      case "newline":
        this.onKeyLine = false;
      default:
        e4.end ? e4.end.push(this.sourceToken) : e4.end = [this.sourceToken], this.type === "newline" && (yield* this.pop());
    }
  }
};

// node_modules/yaml/browser/dist/public-api.js
function m7(n12) {
  const e4 = n12.prettyErrors !== false;
  return { lineCounter: n12.lineCounter || e4 && new s8() || null, prettyErrors: e4 };
}
function a10(n12, e4 = {}) {
  const { lineCounter: r8, prettyErrors: f14 } = m7(e4), t4 = new w9(r8?.addNewLine), i8 = new v6(e4);
  let o8 = null;
  for (const s9 of i8.compose(t4.parse(n12), true, n12.length)) if (!o8) o8 = s9;
  else if (o8.options.logLevel !== "silent") {
    o8.errors.push(new u7(s9.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
    break;
  }
  return f14 && r8 && (o8.errors.forEach(h4(n12, r8)), o8.warnings.forEach(h4(n12, r8))), o8;
}
function E6(n12, e4, r8) {
  let f14;
  typeof e4 == "function" ? f14 = e4 : r8 === void 0 && e4 && typeof e4 == "object" && (r8 = e4);
  const t4 = a10(n12, r8);
  if (!t4) return null;
  if (t4.warnings.forEach((i8) => c2(t4.options.logLevel, i8)), t4.errors.length > 0) {
    if (t4.options.logLevel !== "silent") throw t4.errors[0];
    t4.errors = [];
  }
  return t4.toJS(Object.assign({ reviver: f14 }, r8));
}
function L3(n12, e4, r8) {
  let f14 = null;
  if (typeof e4 == "function" || Array.isArray(e4) ? f14 = e4 : r8 === void 0 && e4 && (r8 = e4), typeof r8 == "string" && (r8 = r8.length), typeof r8 == "number") {
    const t4 = Math.round(r8);
    r8 = t4 < 1 ? void 0 : t4 > 8 ? { indent: 8 } : { indent: t4 };
  }
  if (n12 === void 0) {
    const { keepUndefined: t4 } = r8 ?? e4 ?? {};
    if (!t4) return;
  }
  return m2(n12) && !f14 ? n12.toString(r8) : new y8(n12, f14, r8).toString(r8);
}

// src/drivers/releases/product-folder.ts
var productFolder = "product-folder";

// src/core/path/sources/versions/regular-expression.ts
import { createContext, Script } from "node:vm";
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
  const context = createContext({ pattern: new RegExp(text), texts });
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

// src/core/path/sources/versions/version.ts
function compareVersions(a13, b8) {
  return compareNumbers(a13.numbers, b8.numbers) || comparePrereleases(a13.prerelease, b8.prerelease) || a13.revision - b8.revision;
}
function compareNumbers(a13, b8) {
  const length = Math.max(a13.length, b8.length);
  for (let place2 = 0; place2 < length; place2++) {
    const difference = (a13[place2] ?? 0) - (b8[place2] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
function comparePrereleases(a13, b8) {
  if (a13.length === 0 || b8.length === 0) return b8.length - a13.length;
  for (let place2 = 0; place2 < Math.min(a13.length, b8.length); place2++) {
    const difference = compareIdentifiers(a13[place2] ?? "", b8[place2] ?? "");
    if (difference !== 0) return difference;
  }
  return a13.length - b8.length;
}
function compareIdentifiers(a13, b8) {
  if (typeof a13 === "number" && typeof b8 === "number") return a13 - b8;
  if (typeof a13 === "number") return -1;
  if (typeof b8 === "number") return 1;
  return a13 < b8 ? -1 : a13 > b8 ? 1 : 0;
}

// node_modules/@renovatebot/pep440/lib/version.js
var u13 = ["v?", "(?:", "(?:(?<epoch>[0-9]+)!)?", "(?<release>[0-9]+(?:\\.[0-9]+)*)", "(?<pre>", "[-_\\.]?", "(?<pre_l>(a|b|c|rc|alpha|beta|pre|preview))", "[-_\\.]?", "(?<pre_n>[0-9]+)?", ")?", "(?<post>", "(?:-(?<post_n1>[0-9]+))", "|", "(?:", "[-_\\.]?", "(?<post_l>post|rev|r)", "[-_\\.]?", "(?<post_n2>[0-9]+)?", ")", ")?", "(?<dev>", "[-_\\.]?", "(?<dev_l>dev)", "[-_\\.]?", "(?<dev_n>[0-9]+)?", ")?", ")", "(?:\\+(?<local>[a-z0-9]+(?:[-_\\.][a-z0-9]+)*))?"].join("");
var f12 = new RegExp("^" + u13 + "$", "i");
var m8 = new RegExp("^\\s*" + u13 + "\\s*$", "i");
function a11(n12, r8) {
  const { groups: e4 } = (r8 || f12).exec(n12) || {};
  return e4 ? { epoch: Number(e4.epoch ? e4.epoch : 0), release: e4.release.split(".").map(Number), pre: _5(e4.pre_l, e4.pre_n), post: _5(e4.post_l, e4.post_n1 || e4.post_n2), dev: _5(e4.dev_l, e4.dev_n), local: j2(e4.local) } : null;
}
function _5(n12, r8) {
  let e4 = n12, o8 = r8;
  return e4 ? (o8 || (o8 = 0), e4 = e4.toLowerCase(), e4 === "alpha" ? e4 = "a" : e4 === "beta" ? e4 = "b" : ["c", "pre", "preview"].includes(e4) ? e4 = "rc" : ["rev", "r"].includes(e4) && (e4 = "post"), [e4, Number(o8)]) : !e4 && o8 ? (e4 = "post", [e4, Number(o8)]) : null;
}
function j2(n12) {
  return n12 ? n12.split(/[._-]/).map((r8) => Number.isNaN(Number(r8)) ? r8.toLowerCase() : Number(r8)) : null;
}

// node_modules/@renovatebot/pep440/lib/specifier.js
var g11 = ["(?<operator>(===|~=|==|!=|<=|>=|<|>))", "\\s*", "(", "(?<version>(?:" + u13.replace(/\?<\w+>/g, "?:") + "))", "(?<prefix>\\.\\*)?", "|", "(?<legacy>[^,;\\s)]+)", ")"].join("");
var x5 = new RegExp("^" + g11 + "$", "i");

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
  return parts2.map((part4) => /^\d/.test(part4) ? Number(part4) : part4.toLowerCase());
}
function parsePep440(text) {
  const read = /^\d/.test(text) ? a11(text) : null;
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
  return text.trim() === "*" || splitRange(text).every((all) => all.length > 0 && all.every((c15) => comparatorPattern.test(c15)));
}
function splitRange(text) {
  return text.split("||").map(
    (all) => all.replace(/(>=|<=|>|<|=)\s+/g, "$1").split(/\s+/).filter((part4) => part4 !== "")
  );
}
function parseRange(text, scheme) {
  if (text.trim() === "*") return { text, alternatives: [[]] };
  return { text, alternatives: splitRange(text).map((all) => all.map((part4) => parseComparator(part4, text, scheme))) };
}
function parseComparator(part4, range, scheme) {
  const groups = comparatorPattern.exec(part4)?.groups;
  const operator = readOperator(groups?.operator);
  const label = groups?.bound ?? "";
  const isPlain = /^[\d.]+$/.test(label);
  const numbers = isPlain ? label.split(".").map(Number) : [];
  const parsed2 = isPlain ? { numbers, prerelease: [], revision: 0 } : parseVersionText(label, scheme);
  if (operator === void 0 || parsed2 === void 0) throw unreadable(part4, range, scheme);
  return { operator, bound: { label, ...parsed2 }, isLine: isPlain && numbers.length <= 2 };
}
function readOperator(text) {
  if (text === ">=" || text === "<=" || text === ">" || text === "<" || text === "=" || text === "") return text;
  return void 0;
}
function unreadable(part4, range, scheme) {
  return new UserError({
    happened: `"${part4}" in the range of versions "${range}" cannot be read by the scheme ${scheme}.`,
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
    const holds2 = needs.some(
      (need) => need.isExtent && isBefore(need.start, span.start) && isBefore(span.end, need.end)
    );
    if (holds2) return "fits";
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
function isBefore(a13, b8) {
  const length = Math.min(a13.numbers.length, b8.numbers.length);
  const order = compareNumbers(a13.numbers.slice(0, length), b8.numbers.slice(0, length));
  if (order !== 0) return order < 0;
  if (a13.numbers.length === b8.numbers.length) return a13.side <= b8.side;
  return a13.numbers.length < b8.numbers.length ? a13.side < 0 : b8.side > 0;
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
  const shown2 = `${text.slice(0, longestShown)}${text.length > longestShown ? "\u2026" : ""}`;
  return { kind: "unknown", reason: `the server says "${shown2}", which is not a version of ${title}: ${read.reason}` };
}
function versionReader(scheme) {
  const ignored = scheme.ignore.map(({ pattern: pattern4, reason }) => ({ pattern: new RegExp(pattern4), reason }));
  const patterns2 = [scheme.pattern].flat().map(compile);
  return (raw) => {
    const text = raw.trim();
    const reason = ignored.find(({ pattern: pattern4 }) => pattern4.test(text))?.reason;
    if (reason !== void 0) return { kind: "ignored", reason };
    for (const pattern4 of patterns2) {
      const match = pattern4.exec(text);
      if (match !== null) return readMatch(match, scheme);
    }
    return { kind: "ignored", reason: "does not match the pattern of the versions" };
  };
}
function readMatch(match, scheme) {
  const groups = match.groups ?? {};
  const text = groups.version ?? "";
  const parsed2 = parseVersionText(text, scheme.scheme);
  if (parsed2 === void 0) return { kind: "ignored", reason: `is not a version of the scheme ${scheme.scheme}` };
  const revision = groups.revision === void 0 ? parsed2.revision : revisionOf(groups.revision);
  if (!Number.isSafeInteger(revision))
    return { kind: "ignored", reason: "has a revision that is neither a number nor letters" };
  const prerelease4 = [...parsed2.prerelease, ...splitPrerelease(groups.prerelease ?? "")];
  const label = labelOf(match);
  if (!isLabel(label)) return { kind: "ignored", reason: "has a character that the name of a release cannot contain" };
  return { kind: "version", version: { label, numbers: parsed2.numbers, prerelease: prerelease4, revision } };
}
function revisionOf(text) {
  if (!/^[a-z]+$/i.test(text)) return Number(text);
  return [...text.toLowerCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 96, 0);
}
function compile(pattern4) {
  return new RegExp(pattern4, /\(\?<(prerelease|revision)>/.test(pattern4) ? "d" : "");
}
function labelOf(match) {
  const places = match.indices?.groups;
  if (places === void 0) return match.groups?.version ?? "";
  const start = places.version?.[0] ?? 0;
  const ends2 = ["version", "prerelease", "revision"].map((name) => places[name]?.[1] ?? 0);
  return match.input.slice(start, Math.max(...ends2));
}

// src/core/decisions/known-problems.ts
var knownProblem = strictObject({
  in: m(["log", "settings"]).describe(
    "Where it is looked for: in the server's log, after a release did not start; or in the settings of the deploys and in the files that `server-settings` names."
  ),
  pattern: lineExpression.describe(
    "A regular expression, which is searched for in each line. What its groups find is filled into the texts: `(?<migration>v\\d+)` as `{migration}`. One that is named `version` must find the release that it is about."
  ),
  versions: versionRange.optional().describe("Only where the release that runs, or is deployed, is among these."),
  happened: string().min(1).describe("What it means that this is there."),
  means: string().min(1).describe("What follows from it."),
  next: string().min(1).describe("What to do."),
  url: url().optional().describe("Where it is described.")
}).describe("A problem that operators of the product are known to have.");
var mostLines = 2e4;
function problemsIn(problems, { in: place2, text, versions }, scheme) {
  const lines = text.split("\n").slice(-mostLines);
  return problems.filter((problem2) => problem2.in === place2 && concerns(problem2, versions, scheme)).flatMap((problem2) => {
    const pattern4 = new RegExp(problem2.pattern);
    const found = lines.findLast((line3) => pattern4.test(line3.slice(0, longestLine)));
    const groups = found === void 0 ? void 0 : pattern4.exec(found.slice(0, longestLine))?.groups;
    if (found === void 0 || groups?.version !== void 0 && !versions.includes(groups.version)) return [];
    const fill = (said2) => said2.replaceAll(/\{(\w+)\}/g, (whole, name) => groups?.[name] ?? whole);
    const { happened, means: means2, next, url: url2 } = problem2;
    const more = url2 === void 0 ? "" : ` (${url2})`;
    return [{ happened: fill(happened), means: fill(means2), next: `${fill(next)}${more}` }];
  });
}
function concerns({ versions: range }, versions, scheme) {
  if (range === void 0) return true;
  if (scheme === void 0) return false;
  const parsed2 = parseRange(range, scheme.scheme);
  return versions.some((text) => {
    const read = readVersion(text, scheme);
    return read.kind === "version" && isInRange(read.version, parsed2);
  });
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
var fineDuration = string().regex(/^[1-9]\d*(ms|s|m)$/, "a duration: a whole number above 0 and ms, s or m, such as 500ms or 2s").transform((text) => text.endsWith("ms") ? Number(text.slice(0, -2)) : parseDuration(text) ?? 0).meta({ title: "short duration", description: "A whole number and `ms`, `s` or `m`: `500ms`, `2s`." });
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
function compareFacts(a13, b8) {
  if (a13.kind === "number" && b8.kind === "number") return a13.value - b8.value;
  if (a13.kind === "version" && b8.kind === "version") return compareNumbers(a13.value, b8.value);
  if (a13.kind === "boolean" && b8.kind === "boolean") return Number(a13.value) - Number(b8.value);
  if (a13.kind === "text" && b8.kind === "text") return a13.value === b8.value ? 0 : a13.value < b8.value ? -1 : 1;
  return void 0;
}

// src/core/path/graph/facts.ts
var declaredFact = strictObject({
  type: m(factTypes).describe("The type of its values. `text` is compared without regard to case."),
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
  (value2) => Object.values(value2).filter((part4) => part4 !== void 0).length === 2,
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
function evaluate(condition3, facts) {
  if (condition3 === void 0) return { kind: "holds" };
  const items = [condition3].flat();
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
function evaluateOne(condition3, facts) {
  const type = typeCompared(condition3);
  const value2 = readFact(Object.hasOwn(facts, condition3.fact) ? facts[condition3.fact] : void 0, type);
  const order = compareFacts(value2, readFact(comparedWith(condition3), type));
  if (order === void 0) return { kind: "unknown", facts: [condition3.fact] };
  if (condition3.is !== void 0) return decided(order === 0);
  if (condition3["is-not"] !== void 0) return decided(order !== 0);
  return decided(condition3["at-least"] !== void 0 ? order >= 0 : order <= 0);
}
function comparedWith(condition3) {
  return condition3.is ?? condition3["is-not"] ?? condition3["at-least"] ?? condition3["at-most"];
}
function typeCompared(condition3) {
  const value2 = comparedWith(condition3);
  if (typeof value2 === "boolean") return "boolean";
  if (typeof value2 === "number") return "number";
  if (condition3["at-least"] !== void 0 || condition3["at-most"] !== void 0) return "version";
  return /^(true|false|yes|no|on|off)$/i.test(String(value2).trim()) ? "boolean" : "text";
}
function decided(holds2) {
  return { kind: holds2 ? "holds" : "fails" };
}
function typesIn(condition3) {
  const all = [condition3 ?? []].flat().flatMap((item) => "any" in item ? item.any : [item]);
  return all.map((one) => ({ fact: one.fact, type: typeCompared(one) }));
}
function factsIn(condition3) {
  if (condition3 === void 0) return [];
  const names2 = [condition3].flat().flatMap((item) => "any" in item ? item.any.map((one) => one.fact) : [item.fact]);
  return [...new Set(names2)];
}

// src/core/path/graph/span.ts
function contains(spans, place2) {
  return spans.some(({ start, end }) => start <= place2 && place2 < end);
}
function uncovered(whole, spans) {
  const sorted = spans.filter(({ start, end }) => start < end).toSorted((a13, b8) => a13.start - b8.start);
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
function without(spans, taken2) {
  return taken2.length === 0 ? spans : spans.flatMap((span) => uncovered(span, taken2));
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
  const unreadable4 = [];
  const found = [];
  for (const release2 of releases) {
    const reading = read(release2.tag);
    if (reading.kind === "ignored") {
      unreadable4.push({ tag: release2.tag, reason: reading.reason });
      continue;
    }
    const { version } = reading;
    found.push({ version, release: release2, isPrerelease: release2.prerelease || version.prerelease.length > 0 });
  }
  const entries = mergeTwins(found.sort(byVersionThenTag));
  const byLabel = new Map(entries.map((entry, place2) => [entry.version.label, place2]));
  const placeOf2 = (version) => firstPlace(entries.length, (place2) => compareVersions(entryAt(entries, place2).version, version) >= 0);
  return {
    scheme,
    entries,
    unreadable: unreadable4,
    placeOf: placeOf2,
    find: (text) => {
      const reading = read(text);
      const exact = byLabel.get(text);
      if (exact !== void 0 || reading.kind === "ignored") return exact;
      const place2 = placeOf2(reading.version);
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
function byVersionThenTag(a13, b8) {
  const order = compareVersions(a13.version, b8.version);
  if (order !== 0) return order;
  return a13.release.tag < b8.release.tag ? -1 : a13.release.tag > b8.release.tag ? 1 : 0;
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
function releaseGraphOf(catalogue, unusable2) {
  return {
    catalogue,
    unusable: unusable2,
    lines: { major: linesOf(catalogue, unusable2, "major"), minor: linesOf(catalogue, unusable2, "minor") }
  };
}
function linesOf(catalogue, unusable2, kind2) {
  const list2 = [];
  const ranks = [];
  let start = 0;
  while (start < catalogue.entries.length) {
    const label = lineLabel(catalogue, start, kind2);
    let end = start + 1;
    while (end < catalogue.entries.length && lineLabel(catalogue, end, kind2) === label) end++;
    for (let place2 = start; place2 < end; place2++) ranks.push(list2.length);
    list2.push({ label, start, end, ...summary(catalogue, unusable2, start, end) });
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
function summary(catalogue, unusable2, start, end) {
  let newest;
  let isPublished = false;
  for (let place2 = start; place2 < end; place2++) {
    const isFinal = !entryAt(catalogue.entries, place2).isPrerelease;
    isPublished ||= isFinal || unusable2[place2] === void 0;
    const isOvertaken = newest !== void 0 && !entryAt(catalogue.entries, newest).isPrerelease && !isFinal;
    if (unusable2[place2] === void 0 && !isOvertaken) newest = place2;
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
  const line3 = lines.list[rank];
  if (line3 === void 0) throw new RangeError(`no line of rank ${rank} among ${lines.list.length}`);
  return line3;
}

// src/core/path/rules/common.ts
var said = {
  reason: string().min(1).describe("The reason, in a sentence for the person who reads the plan."),
  url: url().optional().describe("Where the vendor says so."),
  when: when.optional()
};
var ends = {
  from: versionRange.describe("Where the hops start."),
  to: versionRange.describe("Where the hops end.")
};
var line = m(lineKinds).describe("Which releases belong together: those with the same first number (`major`) or first two (`minor`).");
var land = m(["newest", "any"]).default("newest").describe(
  "Where a path may stop on its way through a line: at its `newest` usable release, or at `any`. A target that was requested is not affected by this."
);
var missing = m(["ask", "refuse", "pass"]).default("ask").describe(
  "Where the number of a line is missing from the list of releases, such as 1.3 between 1.2 and 1.4: `ask` makes it a manual step, `refuse` forbids passing it, `pass` only mentions it, for products that leave out numbers."
);
var since = versionOrLine.optional().describe("The rule starts with this version: lines that are wholly below it may be skipped.");
var until = versionOrLine.optional().describe("The last version or line to which the rule applies.");
var part = partName.describe(
  "The part beside the release, such as `chart`. Its present version is observed (`probes.parts`), or given (`parts:`, `--part chart=7.10.0`)."
);
function listed(names2, most = 6) {
  if (names2.length > most) return `${names2.slice(0, most).join(", ")} and ${names2.length - most} more`;
  if (names2.length < 2) return names2.join("");
  return `${names2.slice(0, -1).join(", ")} and ${names2.at(-1)}`;
}
function startOf(version, context) {
  return version === void 0 ? 0 : context.catalogue.spans(`>=${version}`)[0]?.start ?? 0;
}

// src/core/path/rules/rule-kind.ts
function ruleKind(name, traits, settings34, doing) {
  const rule = settings34.transform((written2) => {
    const { url: url2, when: when2 } = written2;
    const reason = "reason" in written2 ? written2.reason : written2.text;
    return { name, role: traits.role, reason, url: url2, when: when2, ...doing(written2) };
  });
  return { name, ...traits, settings: settings34, rule };
}

// src/core/path/rules/allowed.ts
function liftable(kinds3) {
  const named3 = (how) => kinds3.filter(({ lifted }) => lifted === how).map(({ name }) => name);
  const byDefault = named3("by-default");
  return { byDefault, all: [...byDefault, ...named3("by-name")] };
}
function allowedAmong(kinds3) {
  const { byDefault, all } = liftable(kinds3);
  const settings34 = strictObject({
    ...ends,
    overrules: array(m(all)).default([...byDefault]).describe(
      "The rules that do not apply to these hops. By default, all rules about what a hop passes over; never those about withdrawn and avoided releases."
    ),
    ...said
  }).describe("Hops that may be made although a rule forbids them.");
  return ruleKind("allowed", { role: "grant" }, settings34, ({ from: from2, to, overrules }) => ({
    apply: ({ catalogue }, source) => ({
      exceptions: [{ source, from: catalogue.spans(from2), to: catalogue.spans(to), overrules }]
    }),
    whyInactive: (known) => {
      const usual = overrules.length === byDefault.length ? "there is no rule that it could lift" : `there is no rule ${overrules.join(" or ")} that it could lift`;
      return known.noneIn(from2, to) ?? (overrules.some((name) => known.rules.has(name)) ? void 0 : usual);
    }
  }));
}

// src/core/path/rules/avoid.ts
var settings = strictObject({
  versions: versionRange.describe("The releases on which no hop may land."),
  "fixed-in": versionOrLine.optional().describe("The release that fixes it."),
  ...said
}).describe("Releases that a path goes around, although the vendor has not withdrawn them.");
var avoid = ruleKind("avoid", { role: "demand" }, settings, ({ versions, "fixed-in": fixedIn }) => ({
  avoided: (catalogue, source) => ({
    source,
    spans: catalogue.spans(versions),
    ...fixedIn === void 0 ? {} : { fixedIn }
  }),
  whyInactive: (known) => known.noneIn(versions)
}));

// src/core/path/graph/rule.ts
function labelAt({ catalogue }, place2) {
  return catalogue.entries[place2]?.version.label ?? `place ${place2}`;
}
function from(start) {
  return [{ start, end: Number.MAX_SAFE_INTEGER }];
}

// src/core/path/rules/between-majors.ts
var settings2 = strictObject({
  "leave-from": m(["last-minor", "any"]).default("last-minor").describe("From which line of the old major the next one may be entered."),
  "enter-at": m(["first-minor", "any"]).default("any").describe("At which line of the new major a path may arrive."),
  since,
  ...said
}).describe("Majors are climbed one by one; the keys say how one leads to the next.");
var betweenMajors = ruleKind(
  "between-majors",
  { role: "demand", lifted: "by-default" },
  settings2,
  (settings34) => ({
    apply: (context, source) => effectsOf(settings34, context, source),
    whyInactive: (known) => known.noneIn(settings34.since === void 0 ? void 0 : `>=${settings34.since}`)
  })
);
function effectsOf(settings34, context, source) {
  const { major, minor } = context.lines;
  const start = startOf(settings34.since, context);
  const exits = edgeLines(major, minor, "last");
  const entries = edgeLines(major, minor, "first");
  const next = (rank) => {
    let other = rank + 1;
    while (other < major.list.length && !lineAt(major, other).isPublished) other++;
    return other < major.list.length ? other : void 0;
  };
  const beyond = (place2) => {
    const end = lineOf(major, place2).end;
    return Math.max(end, start);
  };
  const mayLeave = (place2) => settings34["leave-from"] === "any" || exits[major.rankOf(place2)] === minor.rankOf(place2);
  return {
    hops: [
      {
        source,
        blocked: (place2) => {
          if (!mayLeave(place2)) return from(beyond(place2));
          const following = next(major.rankOf(place2));
          if (following === void 0) return [];
          const entry = entries[following];
          const isFree = settings34["enter-at"] === "any" || entry === void 0;
          const allowedEnd = isFree ? lineAt(major, following).end : lineAt(minor, entry).end;
          return from(Math.max(allowedEnd, start));
        },
        why: (place2, to) => {
          const way = `Going from ${labelAt(context, place2)} straight to ${labelAt(context, to)}`;
          const exit = exits[major.rankOf(place2)];
          if (!mayLeave(place2) && exit !== void 0) {
            return `${way} would leave ${lineOf(major, place2).label} before its last line ${lineAt(minor, exit).label}.`;
          }
          const following = next(major.rankOf(place2)) ?? major.rankOf(to);
          const entry = entries[following];
          if (following < major.rankOf(to)) return `${way} would skip ${lineAt(major, following).label}.`;
          return `${way} would enter ${lineAt(major, following).label} past its first line ${entry === void 0 ? "" : lineAt(minor, entry).label}.`;
        }
      }
    ]
  };
}
function edgeLines(major, minor, which) {
  const edges = major.list.map(() => void 0);
  minor.list.forEach((one, rank) => {
    const owner = major.rankOf(one.start);
    if (one.isPublished && (which === "last" || edges[owner] === void 0)) edges[owner] = rank;
  });
  return edges;
}

// src/core/path/rules/enter-only-from.ts
var settings3 = strictObject({
  entering: versionRange.describe("The versions that are entered from below."),
  from: versionRange.describe("The versions from which that is allowed."),
  ...said
}).describe("Some versions may be entered only from others: 9.x only from 8.19.");
var enterOnlyFrom = ruleKind(
  "enter-only-from",
  { role: "demand", lifted: "by-default" },
  settings3,
  ({ entering, from: from2 }) => ({
    apply: (context, source) => {
      const entered = context.catalogue.spans(entering);
      const starts = context.catalogue.spans(from2);
      return {
        hops: [
          {
            source,
            blocked: (place2) => contains(entered, place2) || contains(starts, place2) ? [] : entered,
            why: (place2, to) => `${labelAt(context, to)} is among the versions (${entering}) that may be entered only from ${from2}, not from ${labelAt(context, place2)}.`
          }
        ]
      };
    },
    whyInactive: (known) => known.noneIn(entering)
  })
);

// src/core/path/rules/finish-line-first.ts
var settings4 = strictObject({ line, since, ...said }).describe("A line may be left only from its newest usable release.");
var finishLineFirst = ruleKind(
  "finish-line-first",
  { role: "demand", lifted: "by-default" },
  settings4,
  (settings34) => ({
    apply: (context, source) => effectsOf2(settings34, context, source),
    whyInactive: (known) => known.noneIn(settings34.since === void 0 ? void 0 : `>=${settings34.since}`)
  })
);
function effectsOf2(settings34, context, source) {
  const lines = context.lines[settings34.line];
  const start = startOf(settings34.since, context);
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

// src/core/path/rules/forbidden.ts
var settings5 = strictObject({ ...ends, ...said }).describe("Hops that may not be made.");
var forbidden = ruleKind("forbidden", { role: "demand", lifted: "by-name" }, settings5, ({ from: from2, to }) => ({
  apply: (context, source) => {
    const starts = context.catalogue.spans(from2);
    const forbiddenEnds = context.catalogue.spans(to);
    return {
      hops: [
        {
          source,
          blocked: (place2) => contains(starts, place2) ? forbiddenEnds : [],
          why: (start, end) => `No hop may go from ${labelAt(context, start)} to ${labelAt(context, end)}.`
        }
      ]
    };
  },
  whyInactive: (known) => known.noneIn(from2, to)
}));

// src/core/path/rules/newest-usable.ts
function newestUsable({ catalogue, unusable: unusable2 }, { start, end }) {
  let prerelease4;
  for (let place2 = end - 1; place2 >= start; place2--) {
    if (unusable2[place2] !== void 0) continue;
    if (!entryAt(catalogue.entries, place2).isPrerelease) return place2;
    prerelease4 ??= place2;
  }
  return prerelease4;
}

// src/core/path/rules/land-on.ts
var settings6 = strictObject({
  line: versionOrLine.describe("The line that is entered, such as `1.2`."),
  "at-least": versionOrLine.optional().describe(
    "The lowest release of the line to land on; an installation that already runs a lower one moves to it before leaving the line."
  ),
  exactly: versionOrLine.optional().describe("The one release of the line to land on."),
  newest: literal(true).optional().describe("Land on the newest usable release of the line."),
  ...said
}).refine(
  (value2) => [value2["at-least"], value2.exactly, value2.newest].filter((one) => one !== void 0).length === 1,
  "exactly one of at-least, exactly and newest"
).describe("The release of a line on which a hop from below the line may land.");
var landOn = ruleKind("land-on", { role: "demand", lifted: "by-name" }, settings6, (settings34) => ({
  apply: (context, source) => landOnEffects(settings34, context, source),
  whyInactive: (known) => known.noneIn(settings34.line)
}));
function landOnEffects(settings34, context, source) {
  const [line3 = { start: 0, end: 0 }] = context.catalogue.spans(settings34.line);
  const good = goodPlaces(settings34, line3, context);
  const bad = uncovered(line3, good);
  const isInside = (place2) => place2 >= line3.start && place2 < line3.end;
  const wanted = wording(settings34);
  const entering = {
    source,
    blocked: (place2) => place2 < line3.start ? bad : [],
    why: (_7, to) => `${labelAt(context, to)} is not where ${settings34.line} is entered: land on ${wanted}.`
  };
  const leaving = {
    source,
    blocked: (place2) => isInside(place2) && place2 < (good[0]?.start ?? line3.start) ? from(line3.end) : [],
    why: (place2) => `${settings34.line} is not left from ${labelAt(context, place2)}: first land on ${wanted}.`
  };
  const hops = settings34["at-least"] === void 0 ? [entering] : [entering, leaving];
  return { hops, named: settings34.exactly === void 0 ? [] : good };
}
function goodPlaces(settings34, line3, context) {
  const { catalogue } = context;
  if (settings34.exactly !== void 0) return catalogue.spans(settings34.exactly);
  if (settings34["at-least"] !== void 0) {
    return catalogue.spans(`>=${settings34["at-least"]}`).map(({ start }) => ({ start, end: line3.end }));
  }
  const newest = newestUsable(context, line3);
  return newest === void 0 ? [] : [{ start: newest, end: newest + 1 }];
}
function wording(settings34) {
  if (settings34.exactly !== void 0) return settings34.exactly;
  return settings34["at-least"] === void 0 ? "its newest usable release" : `${settings34["at-least"]} or later`;
}

// src/core/path/rules/lines-per-hop.ts
var settings7 = strictObject({
  line,
  "at-most": int().min(1).describe("How many lines one hop may advance. 1 means that none may be skipped."),
  land,
  missing,
  since,
  until,
  ...said
}).describe("One hop may advance over a limited number of lines; the path goes as far as that allows.");
var linesPerHop = ruleKind(
  "lines-per-hop",
  { role: "demand", lifted: "by-default" },
  settings7,
  linesPerHopRule
);
function linesPerHopRule(settings34) {
  return {
    apply: (context, source) => effectsOf3(settings34, context, source),
    whyInactive: (known) => known.noneIn(heldRange(settings34))
  };
}
function heldRange({ since: since2, until: until2 }) {
  const bounds = [...since2 === void 0 ? [] : [`>=${since2}`], ...until2 === void 0 ? [] : [`<=${until2}`]];
  return bounds.length === 0 ? void 0 : bounds.join(" ");
}
function effectsOf3(settings34, context, source) {
  const lines = context.lines[settings34.line];
  const [held = { start: 0, end: 0 }] = context.catalogue.spans(heldRange(settings34) ?? "*");
  const isCounted = (one) => one.isPublished && Math.max(one.start, held.start) < Math.min(one.end, held.end);
  const counted2 = lines.list.flatMap((one, rank) => isCounted(one) ? [rank] : []);
  const gaps = gapsOf(lines, counted2);
  const nextCounted = (place2) => {
    const rank = lines.rankOf(place2);
    return firstPlace(counted2.length, (index2) => (counted2[index2] ?? 0) > rank);
  };
  const between = (start, end) => {
    const labels = [];
    const last = lines.rankOf(end);
    for (let index2 = nextCounted(start); index2 < counted2.length; index2++) {
      const rank = counted2[index2] ?? last;
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
          const last = counted2[nextCounted(start) + settings34["at-most"] - 1];
          return last === void 0 ? [] : from(lineAt(lines, last).end);
        },
        why: (start, end) => {
          const way = `Going from ${labelAt(context, start)} straight to ${labelAt(context, end)}`;
          const skipped = between(start, end);
          if (settings34["at-most"] === 1) return `${way} would skip ${listed(skipped)}.`;
          return `${way} would pass over ${listed(skipped)} in one hop, but a hop may advance at most ${settings34["at-most"]} lines.`;
        }
      },
      ...settings34.missing === "refuse" && gaps.length > 0 ? [refusalOf(gaps, lines, context, source)] : []
    ],
    ...settings34.missing === "pass" ? { cautions: [(start, end) => gapsBetween(gaps, lines, start, end)] } : {},
    ...settings34.missing === "ask" ? { manualSteps: gaps.map((gap) => manualStepFor(gap, lines, source)) } : {},
    landings: settings34.land === "any" ? [] : [{ source, ...landNewest(settings34.line, context, isCounted) }]
  };
}
function gapsOf(lines, counted2) {
  return counted2.flatMap((rank) => {
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

// src/core/path/rules/on-hop.ts
var onHop = {
  entering: versionRange.optional().describe("Belongs to the hop that comes from below these versions and reaches or passes their first."),
  "landing-on": versionRange.optional().describe("Belongs to every hop that ends on one of these versions."),
  from: versionRange.optional().describe("Only for hops that start from these versions."),
  url: url().optional().describe("Where it is described."),
  when: when.optional()
};
var oneTrigger = (value2) => value2.entering === void 0 !== (value2["landing-on"] === void 0);
function hopTest(trigger, { catalogue }) {
  const starts = trigger.from === void 0 ? void 0 : catalogue.spans(trigger.from);
  const entering = trigger.entering === void 0 ? [] : catalogue.spans(trigger.entering);
  const landing = trigger["landing-on"] === void 0 ? [] : catalogue.spans(trigger["landing-on"]);
  return (from2, to) => {
    if (starts !== void 0 && !contains(starts, from2)) return false;
    return contains(landing, to) || entering.some(({ start }) => from2 < start && start <= to);
  };
}
function whyOnNoHop({ entering, "landing-on": landing, from: from2 }, known) {
  return (entering === void 0 ? void 0 : known.allBelow(entering)) ?? known.noneIn(landing, from2);
}

// src/core/path/rules/manual.ts
var settings8 = strictObject({
  id: string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, "small letters, digits, dots and hyphens, such as code-for-v4").describe("The id with which a person acknowledges that the step is done."),
  text: string().min(1).describe("What to do, as an instruction to the reader."),
  ...onHop
}).refine(oneTrigger, "exactly one of entering and landing-on").describe("Something only a person can do. It blocks its hop until it is acknowledged by its id.");
var manual = ruleKind("manual", { role: "remark" }, settings8, (settings34) => ({
  manualId: settings34.id,
  apply: (context, source) => {
    const { id, text, url: url2 } = settings34;
    const doubt = source.doubts.length === 0 ? "" : ` (Not known: ${source.doubts.join(", ")}.)`;
    const known = url2 === void 0 ? {} : { url: url2 };
    return { manualSteps: [{ id, text: `${text}${doubt}`, ...known, concerns: hopTest(settings34, context) }] };
  },
  whyInactive: (known) => whyOnNoHop(settings34, known)
}));

// src/core/path/rules/migration-list.ts
var listedMigration = strictObject({
  id: union([string().min(1), int()]).transform(String).describe("The vendor's name or number of the migration."),
  "runs-from": versionOrLine.describe("The first release that can run it."),
  "required-before": versionOrLine.optional().describe("The first release that refuses data on which it has not run. Leave it out while there is none.")
});
var field = string().min(1);
var migrationListSource = strictObject({
  url: string().regex(/^https?:\/\/.*\{(tag|version)\}/, "an address with {tag} or {version} of the target in it").describe("The address of the list in JSON; `{tag}` and `{version}` are those of the target."),
  at: field.optional().describe("Dotted path, in the answer, of the list, or of a mapping from ids. Left out: the whole answer."),
  id: field.optional().describe("Key, in an entry, of the migration's id. Left out for a mapping, where the ids are the keys."),
  "runs-from": field.describe("Key, in an entry, of the first release that can run it."),
  "required-before": field.optional().describe("Key, in an entry, of the first release that refuses data on which it has not run."),
  since: versionOrLine.optional().describe("The first release that has such a list; for a target below it, none is asked for.")
}).describe("The list as it is published with the target, read when a path is planned and pinned in the plan.");

// src/core/path/rules/migrations.ts
var settings9 = strictObject({
  list: array(listedMigration).min(1).optional().describe("The migrations, written out."),
  from: migrationListSource.optional(),
  ...said
}).refine(({ list: list2, from: source }) => list2 === void 0 !== (source === void 0), "exactly one of list and from").describe(
  "Migrations of the data: each must be able to run on a release that the path visits before the one that requires it."
);
var migrations = ruleKind("migrations", { role: "demand", lifted: "by-name" }, settings9, (settings34) => ({
  apply: (context, source) => effectsOf4(listIn(settings34, context), context, source),
  whyInactive: (known) => {
    if (settings34.list === void 0) return void 0;
    const before = settings34.list.flatMap((one) => one["required-before"] ?? []);
    if (before.length === 0) return "no release requires any of them yet";
    return known.allBelow(...before.map((one) => `>=${one}`));
  },
  ...settings34.from === void 0 ? {} : { migrationList: settings34.from }
}));
function listIn(settings34, { migrationLists }) {
  const { list: list2, from: source } = settings34;
  return list2 ?? (source === void 0 ? [] : migrationLists.get(source.url)?.list ?? []);
}
function effectsOf4(list2, context, source) {
  const placeOf2 = (version) => context.catalogue.spans(`>=${version}`)[0]?.start ?? 0;
  const placed = list2.flatMap((one) => {
    const before = one["required-before"];
    if (before === void 0) return [];
    const text = `${one.id} (runs from ${one["runs-from"]}, required before ${before})`;
    return [{ id: one.id, runsFrom: placeOf2(one["runs-from"]), requiredBefore: placeOf2(before), text }];
  }).sort((a13, b8) => a13.runsFrom - b8.runsFrom);
  const limits2 = [];
  for (let index2 = placed.length - 1; index2 >= 0; index2--) {
    limits2[index2] = Math.min(placed[index2]?.requiredBefore ?? Infinity, limits2[index2 + 1] ?? Infinity);
  }
  const firstBeyond = (place2) => firstPlace(placed.length, (index2) => (placed[index2]?.runsFrom ?? 0) > place2);
  return {
    hops: [
      {
        source,
        blocked: (place2) => {
          const limit = limits2[firstBeyond(place2)];
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

// src/core/path/rules/moves-together.ts
var settings10 = strictObject({
  part,
  table: array(
    strictObject({
      releases: versionRange.describe("Releases of the product."),
      versions: versionRange.describe("The versions of the part that go with these releases.")
    })
  ).min(1).describe("Which versions of the part go with which releases; the first row that matches applies."),
  ...said
}).describe("A part that is deployed together with the release, and in which version.");
var movesTogether = ruleKind("moves-together", { role: "remark" }, settings10, ({ part: part4, table }) => ({
  part: part4,
  partTable: (catalogue, source) => ({
    source,
    part: part4,
    rows: table.map(({ releases, versions }) => ({ spans: catalogue.spans(releases), versions }))
  }),
  whyInactive: (known) => {
    const rows = table.map(({ releases }) => releases);
    return rows.every(known.isEmpty) ? `no release matches ${rows.map((one) => `"${one}"`).join(", ")}` : void 0;
  }
}));

// src/core/path/graph/part-table.ts
function carrierOf(partTable, place2) {
  return partTable.rows.find((row) => contains(row.spans, place2))?.versions;
}

// src/core/path/rules/needs-part.ts
var byRange = versionRange.describe("What the part must be before the hop.");
var settings11 = strictObject({
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
  (value2) => value2.versions === void 0 !== (value2["at-least"] === void 0),
  "exactly one of versions and at-least"
).describe("A hop needs something of the present installation besides its release.");
var needsPart = ruleKind("needs-part", { role: "demand", lifted: "by-name" }, settings11, (settings34) => ({
  part: settings34.part,
  manualId: settings34.alone?.id,
  apply: (context, source) => effectsOf5(settings34, context, source),
  whyInactive: (known) => known.noneIn(settings34.entering)
}));
var partScheme = "numbers";
function effectsOf5(settings34, context, source) {
  const entered = context.catalogue.spans(settings34.entering);
  const fit = fitTest(settings34, context);
  const enters = (from2, to) => settings34.versions === void 0 ? contains(entered, to) : isEntered(entered, from2, to);
  const needed = (to) => settings34.versions ?? `${labelAt(context, to)} or later`;
  const known = settings34.url === void 0 ? {} : { url: settings34.url };
  if (settings34.alone !== void 0) {
    const move = {
      ...settings34.alone,
      ...known,
      moves: settings34.part,
      concerns: (from2, to) => enters(from2, to) && fit(from2, to) !== "fits"
    };
    return { manualSteps: [move] };
  }
  const check = {
    id: `check-${settings34.part}-${slugOf(settings34.versions ?? "target")}`,
    text: `Make sure that ${settings34.part} is ${settings34.versions ?? "at least the release that the hop leads to"} before this hop: its version is not known. ${settings34.reason}`,
    ...known,
    concerns: (from2, to) => enters(from2, to) && fit(from2, to) === "unknown"
  };
  const blocked = (place2) => {
    if (settings34.versions !== void 0) {
      return !contains(entered, place2) && fit(place2, place2) === "misses" ? entered : [];
    }
    return entered.flatMap(({ start, end }) => {
      const first = firstPlace(end - start, (offset) => fit(place2, start + offset) === "misses");
      return first === end - start ? [] : [{ start: start + first, end }];
    });
  };
  const why2 = (place2, to) => `Going from ${labelAt(context, place2)} to ${labelAt(context, to)} needs ${settings34.part} ${needed(to)} first; ${presentText(settings34.part, place2, context)}.`;
  return { hops: [{ source, blocked, why: why2 }], manualSteps: [check] };
}
function isEntered(entered, from2, to) {
  return contains(entered, to) && !contains(entered, from2);
}
function fitTest(settings34, context) {
  if (settings34.versions === void 0) return atLeastTarget(settings34.part, context);
  const needed = parseRange(settings34.versions, partScheme);
  const fits = /* @__PURE__ */ new Map();
  const ofRange = (text) => {
    const known = fits.get(text);
    if (known !== void 0) return known;
    const fit = compareRanges(parseRange(text, partScheme), needed);
    fits.set(text, fit);
    return fit;
  };
  return (place2) => {
    const version = exactAt(settings34.part, place2, context);
    if (version !== void 0) {
      const read = readPart(version);
      return read === void 0 ? "unknown" : isInRange(read, needed) ? "fits" : "misses";
    }
    const versions = rangeAt(settings34.part, place2, context);
    return versions === void 0 ? "unknown" : ofRange(versions);
  };
}
function atLeastTarget(part4, context) {
  const read = versionReader(context.catalogue.scheme);
  return (place2, to) => {
    const version = exactAt(part4, place2, context) ?? exactVersion(rangeAt(part4, place2, context) ?? "");
    const reading = version === void 0 ? void 0 : read(version);
    if (reading?.kind !== "version") return "unknown";
    return compareVersions(reading.version, entryAt(context.catalogue.entries, to).version) >= 0 ? "fits" : "misses";
  };
}
function readPart(version) {
  const label = version.replace(/^v/, "");
  const parsed2 = parseVersionText(label, partScheme);
  return parsed2 && { label, ...parsed2 };
}
function exactAt(part4, place2, context) {
  const published = context.catalogue.entries[place2]?.release.parts?.[part4];
  if (place2 === context.current) return context.parts[part4] ?? published;
  if (published !== void 0) return published;
  return context.carriedParts.has(part4) ? void 0 : context.parts[part4];
}
function rangeAt(part4, place2, context) {
  const partTable = context.partTables.find((one) => one.part === part4);
  return partTable && carrierOf(partTable, place2);
}
function presentText(part4, place2, context) {
  const version = exactAt(part4, place2, context);
  if (version !== void 0) {
    return place2 === context.current || !context.carriedParts.has(part4) ? `the present ${part4} is ${version}` : `${labelAt(context, place2)} comes with ${part4} ${version}`;
  }
  const versions = rangeAt(part4, place2, context);
  return versions === void 0 ? "its version is not known" : `${labelAt(context, place2)} comes with ${part4} ${versions}`;
}
function slugOf(text) {
  return text.toLowerCase().replace(/[^0-9a-z.]+/g, "-").replace(/^[-.]+|[-.]+$/g, "");
}

// src/core/path/rules/no-line-skipped.ts
var settings12 = strictObject({ line, land, missing, since, until, ...said }).describe("Every line on the way must be visited.");
var noLineSkipped = ruleKind(
  "no-line-skipped",
  { role: "demand", lifted: "by-default" },
  settings12,
  (settings34) => linesPerHopRule({ ...settings34, "at-most": 1 })
);

// src/core/path/rules/note.ts
var settings13 = strictObject({ text: string().min(1).describe("What the reader of the plan should know."), ...onHop }).refine(oneTrigger, "exactly one of entering and landing-on").describe("A note about a hop. It blocks nothing.");
var note = ruleKind("note", { role: "remark" }, settings13, (settings34) => ({
  apply: (context, source) => ({ remarks: [{ source, concerns: hopTest(settings34, context) }] }),
  whyInactive: (known) => whyOnNoHop(settings34, known)
}));

// src/core/path/rules/only.ts
var settings14 = strictObject({
  hops: array(strictObject(ends)).min(1).describe("The hops that may be made."),
  within: versionRange.optional().describe("Only for hops that start from these versions."),
  ...said
}).describe("The vendor's upgrade graph: whatever is not listed is forbidden.");
var only = ruleKind("only", { role: "demand", lifted: "by-default" }, settings14, ({ hops, within }) => ({
  apply: (context, source) => {
    const { catalogue } = context;
    const whole = { start: 0, end: catalogue.entries.length };
    const starts = catalogue.spans(within ?? "*");
    const listed2 = Array.from({ length: whole.end }, () => []);
    for (const hop of hops) {
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
  },
  whyInactive: (known) => known.noneIn(within)
}));

// src/core/path/rules/required-stops.ts
var settings15 = strictObject({
  at: union([versionOrLine, array(versionOrLine).min(1)]).describe("Releases or lines that no hop may pass over. A line stands for its newest usable release."),
  land: m(["newest", "any"]).default("newest").describe("Whether a stop at a line must be made at its `newest` usable release, or may be made at `any`."),
  ...said
}).describe("Releases at which every path stops; with `when`, only in some installations.");
var requiredStops = ruleKind(
  "required-stops",
  { role: "demand", lifted: "by-default" },
  settings15,
  (settings34) => ({
    apply: (context, source) => effectsOf6(settings34, context, source),
    whyInactive: (known) => known.allBelow(...[settings34.at].flat().map((at) => `>=${at}`))
  })
);
function effectsOf6(settings34, context, source) {
  const stops = [settings34.at].flat().map((at) => stopAt(at, settings34.land, context)).sort((a13, b8) => a13.before - b8.before);
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
    named: settings34.land === "any" ? [] : stops.map(({ before, after }) => ({ start: before, end: after }))
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
    const why2 = span.start === span.end ? "of which no release is known" : "of which no release may be used";
    return { name, before: span.start, after: span.start, landing: `${name}, ${why2}` };
  }
  if (land2 === "any") return { name, before: span.start, after: span.end, landing: name };
  const label = labelAt(context, place2);
  return { name, before: place2, after: place2 + 1, landing: label === name ? label : `${name} (${label})` };
}

// src/core/path/rules.ts
var withoutExceptions = [
  noLineSkipped,
  linesPerHop,
  finishLineFirst,
  betweenMajors,
  enterOnlyFrom,
  landOn,
  requiredStops,
  forbidden,
  only,
  needsPart,
  movesTogether,
  migrations,
  avoid,
  manual,
  note
];
var ruleKinds = [...withoutExceptions, allowedAmong(withoutExceptions)];
var liftedBy = liftable(ruleKinds);
var pathRule = strictObject(Object.fromEntries(ruleKinds.map(({ name, rule }) => [name, rule]))).partial().refine((rule) => chosenIn(rule).length === 1, {
  error: `a rule with exactly one key: ${ruleKinds.map(({ name }) => name).join(", ")}`
}).meta({ minProperties: 1, maxProperties: 1 });
function chosenIn(rule) {
  return Object.values(rule).flatMap((chosen) => chosen ?? []);
}
var pathRules = array(pathRule).transform((rules) => rules.flatMap(chosenIn)).refine(
  (rules) => {
    const ids = manualStepIds(rules);
    return new Set(ids).size === ids.length;
  },
  { error: "manual steps whose ids all differ: a step is acknowledged by its id" }
);
function manualStepIds(rules) {
  return rules.flatMap(({ manualId }) => manualId ?? []);
}
function partsAskedBy(rules) {
  return [...new Set(rules.flatMap(({ part: part4 }) => part4 ?? []))];
}
function factTypesIn(rules) {
  const types = /* @__PURE__ */ new Map();
  for (const { fact, type } of rules.flatMap(({ when: when2 }) => typesIn(when2))) {
    const known = types.get(fact) ?? [];
    types.set(fact, known.includes(type) ? known : [...known, type]);
  }
  return types;
}
function factsAskedBy(rules) {
  return [...new Set(rules.flatMap(({ when: when2 }) => factsIn(when2)))];
}
function migrationListsAskedBy(rules) {
  return rules.flatMap(({ migrationList }) => migrationList ?? []);
}

// src/world/effects/kind.ts
function kind(name, settings34, open5) {
  const part4 = partOf(name, settings34, open5);
  const tagged = strictObject({ [name]: part4 }).meta({ title: kindTitle(name) });
  return tagged.transform((value2) => {
    const chosen = value2[name];
    if (chosen === void 0) throw new Error(`kind "${name}" was accepted without its settings`);
    return chosen;
  });
}
function namedKind(kindName, settings34, open5) {
  const tagged = strictObject({
    [kindName]: partOf(kindName, settings34, open5),
    name: slug.optional().describe(`Its name; left out, \`${kindName}\`.`)
  }).meta({ title: kindTitle(kindName) });
  return tagged.transform((value2) => {
    const { [kindName]: chosen, name = kindName } = value2;
    if (typeof chosen !== "object" || typeof name !== "string")
      throw new Error(`kind "${kindName}" was accepted without its settings`);
    return { ...chosen, name };
  });
}
function partOf(name, settings34, open5) {
  return settings34.transform(
    (chosen) => ({
      kind: name,
      open: (context) => open5(chosen, { ...context, where: `${context.where}.${name}` })
    })
  );
}
function oneOf(kinds3) {
  const [only3] = kinds3;
  return only3 !== void 0 && kinds3.length === 1 ? only3 : union(kinds3);
}
function kindTitle(name) {
  return `kind ${name}`;
}

// src/drivers/probes/basic/kind.ts
var settings16 = strictObject({
  user: template.describe("The name."),
  password: template.meta({
    description: "Its password. A `${NAME}`, never written out.",
    examples: ["${PRODUCTION_PASSWORD}"]
  })
}).describe("A name and its password, sent with each request (HTTP Basic).");
var basic = kind(
  "basic",
  settings16,
  (chosen, { effects, where, placeholders }) => {
    const fill = (key) => effects.variables.fill(chosen[key], `${where}.${key}`, placeholders);
    const value2 = Buffer.from(`${fill("user")}:${fill("password")}`).toString("base64");
    effects.mask(value2);
    const reading = { kind: "token", value: value2 };
    return {
      scheme: "Basic",
      current: async () => reading,
      // There is nothing to renew.
      insteadOf: async () => void 0,
      accepted: () => void 0
    };
  }
);

// src/world/secrets/access-token.ts
var longestMargin = 6e4;
var freeFailures = 3;
var longestPause = 3e4;
function accessToken(ask3, clock) {
  let held;
  let failures = 0;
  let failed5;
  let asking;
  let isRenewed = false;
  const now = () => clock.now().getTime();
  const fetchOne = async () => {
    const asked = now();
    const answer2 = await ask3();
    if (answer2.kind === "token") {
      const { value: value2, milliseconds } = answer2;
      held = heldFrom(value2, asked, milliseconds);
      failures = 0;
      failed5 = void 0;
      return { kind: "token", value: value2 };
    }
    failures += 1;
    const pause = failures < freeFailures ? 0 : Math.min(longestPause, 1e3 * 2 ** (failures - freeFailures));
    failed5 = { reading: answer2, until: now() + pause };
    return held !== void 0 && held.endsAt !== void 0 && now() < held.endsAt ? { kind: "token", value: held.value } : answer2;
  };
  const current2 = async () => {
    if (held !== void 0 && (held.renewAt === void 0 || now() < held.renewAt))
      return { kind: "token", value: held.value };
    if (failed5 !== void 0 && now() < failed5.until) {
      const isGood = held?.endsAt !== void 0 && now() < held.endsAt;
      return isGood && held !== void 0 ? { kind: "token", value: held.value } : failed5.reading;
    }
    asking ??= fetchOne().finally(() => {
      asking = void 0;
    });
    return await asking;
  };
  return {
    scheme: "Bearer",
    current: current2,
    insteadOf: async (refused) => {
      if (held === void 0 || held.value === refused) {
        if (isRenewed && asking === void 0) return void 0;
        isRenewed = true;
        held = void 0;
      }
      return await current2();
    },
    accepted: () => {
      isRenewed = false;
    }
  };
}
function heldFrom(value2, asked, milliseconds) {
  if (milliseconds === void 0) return { value: value2, renewAt: void 0, endsAt: void 0 };
  const endsAt = asked + milliseconds;
  return { value: value2, endsAt, renewAt: endsAt - Math.min(longestMargin, milliseconds / 5) };
}

// src/world/json-depth.ts
function jsonDepth(text) {
  let depth2 = 0;
  let deep = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth2 = Math.max(0, depth2 + (bracket === "[" || bracket === "{" ? 1 : -1));
    deep = Math.max(deep, depth2);
  }
  return deep;
}

// src/drivers/probes/json-value.ts
function valueAt(json2, path4) {
  let value2 = json2;
  for (const key of path4.split(".")) {
    if (typeof value2 !== "object" || value2 === null || !Object.hasOwn(value2, key)) return void 0;
    value2 = Object.entries(value2).find(([name]) => name === key)?.[1];
  }
  return value2;
}
var deepest = 500;
function parseJson(text) {
  if (jsonDepth(text) > deepest)
    return { kind: "not-json", reason: `is JSON with more than ${deepest} levels, which is not read` };
  try {
    return { kind: "json", value: JSON.parse(text) };
  } catch {
    return { kind: "not-json", reason: "is not JSON" };
  }
}
function textOf(value2) {
  return typeof value2 === "string" ? value2 : typeof value2 === "number" ? String(value2) : void 0;
}
function withValueAt(json2, path4, value2) {
  const [key = "", ...rest] = path4.split(".");
  if (typeof json2 !== "object" || json2 === null) return json2;
  const inner = (each) => rest.length === 0 ? value2 : withValueAt(each, rest.join("."), value2);
  if (Array.isArray(json2)) return json2.map((each, index2) => String(index2) === key ? inner(each) : each);
  return Object.fromEntries(Object.entries(json2).map(([name, each]) => [name, name === key ? inner(each) : each]));
}

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
  const named3 = https ?? http2;
  if (named3 === void 0) return globalThis.fetch;
  if (!knowsProxies(nodeVersion)) throw tooOld(named3.variable, nodeVersion);
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
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > 24 || major === 24 && minor >= 5;
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
function proxyFailure(error2, { variable, url: url2 }) {
  const named3 = `the proxy ${url2.protocol}//${url2.host} (${variable})`;
  for (let cause = error2; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof ProxyRefusal) {
      return cause.status === 407 ? failed(`${named3} wants a login, or refuses the one in its address (407)`, error2) : failed(`${named3} refused to connect to the server (${cause.status})`, error2);
    }
    const isItsAddress = namesOf(cause).some((name) => name === url2.hostname || name === `:${portOf(url2)}`);
    if ("code" in cause && isItsAddress) return failed(`${named3} could not be reached (${String(cause.code)})`, error2);
  }
  return void 0;
}
function failed(message, cause) {
  return new ProxyFailure(message, { cause });
}
function namesOf(error2) {
  const errors = error2 instanceof AggregateError ? error2.errors : [error2];
  return errors.flatMap((each) => {
    if (typeof each !== "object" || each === null) return [];
    const hostname = "hostname" in each ? [String(each.hostname)] : [];
    return [...hostname, ..."port" in each ? [`:${String(each.port)}`] : []];
  });
}
function portOf({ port: port2, protocol }) {
  return port2 || (protocol === "https:" ? "443" : "80");
}

// src/drivers/probes/no-answer.ts
function reasonOf(error2, timeout) {
  if (!(error2 instanceof Error)) return String(error2);
  if (error2 instanceof ProxyFailure) return error2.message;
  if (error2.name === "TimeoutError") return `no answer within ${timeout / 1e3} s`;
  const cause = error2.cause;
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error) return cause.errors[0].message;
  return cause instanceof Error && cause.message !== "" ? cause.message : error2.message;
}
function withoutCredentials(url2) {
  const shown2 = new URL(url2);
  shown2.username = "";
  shown2.password = "";
  shown2.search = "";
  return shown2.toString();
}

// src/drivers/probes/client-credentials/kind.ts
var settings17 = strictObject({
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
  auth: m(["basic", "body"]).default("basic").describe("How the client shows who it is: by a Basic header, or in the body of the request."),
  timeout: duration.prefault("10s")
});
var clientCredentials = kind("client-credentials", settings17, open2);
function open2(chosen, context) {
  const { effects, where } = context;
  const { signal, clock } = effects;
  const fill = (key) => effects.variables.fill(chosen[key], `${where}.${key}`, context.placeholders);
  const url2 = checkedUrl(fill("token-url"), `${where}.token-url`);
  const id = fill("client-id");
  const secret = fill("client-secret");
  effects.mask(secret);
  const login2 = Buffer.from(`${formEncoded(id)}:${formEncoded(secret)}`).toString("base64");
  effects.mask(login2);
  const scope = chosen.scope === void 0 ? {} : { scope: effects.variables.fill(chosen.scope, `${where}.scope`, context.placeholders) };
  const own = chosen.auth === "body" ? { client_id: id, client_secret: secret } : {};
  const body = new URLSearchParams({ grant_type: "client_credentials", ...scope, ...own }).toString();
  const credential = `the credential "${where.replace(/\.client-credentials$/, "")}"`;
  const none = (why2, refused) => ({
    kind: "none",
    reason: `${credential} got no token: ${withoutCredentials(url2)} ${why2}`,
    refused
  });
  const ask3 = async () => {
    try {
      const response = await effects.fetch(url2, {
        method: "POST",
        headers: {
          accept: "application/json",
          "content-type": "application/x-www-form-urlencoded",
          ...chosen.auth === "basic" ? { authorization: `Basic ${login2}` } : {}
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
    } catch (error2) {
      signal.throwIfAborted();
      if (error2 instanceof UserError) throw error2;
      return none(`does not answer: ${reasonOf(error2, chosen.timeout)}`, false);
    }
  };
  return accessToken(ask3, clock);
}
function formEncoded(text) {
  return new URLSearchParams({ "": text }).toString().slice(1);
}
function errorCode(text) {
  const read = parseJson(text);
  const answer2 = read.kind === "json" ? looseObject({ error: string() }).safeParse(read.value) : void 0;
  return answer2?.success === true && /^[a-z]+(_[a-z]+)*$/.test(answer2.data.error) && answer2.data.error.length <= 40 ? ` "${answer2.data.error}"` : "";
}
var any = unknown().optional();
var tokenAnswer = looseObject({ access_token: any, token_type: any, expires_in: any });
function tokenIn(text) {
  const malformed = (why2) => ({ kind: "malformed", why: why2 });
  const read = parseJson(text);
  if (read.kind === "not-json") return malformed(`its answer ${read.reason}`);
  const answer2 = tokenAnswer.safeParse(read.value);
  if (!answer2.success) return malformed("its answer is not a JSON object");
  const { access_token: value2, token_type: type, expires_in: seconds } = answer2.data;
  if (typeof value2 !== "string" || !/^[\x21-\x7e]+$/.test(value2))
    return malformed('its answer has no "access_token" that can be sent in a header');
  if (type !== void 0 && (typeof type !== "string" || type.toLowerCase() !== "bearer"))
    return malformed('the "token_type" of its answer is not "Bearer"');
  if (seconds === void 0 || seconds === null) return { kind: "token", value: value2, milliseconds: void 0 };
  const number2 = typeof seconds === "string" && /^\d+$/.test(seconds) ? Number(seconds) : seconds;
  return typeof number2 === "number" && Number.isFinite(number2) && number2 > 0 ? { kind: "token", value: value2, milliseconds: number2 * 1e3 } : malformed('the "expires_in" of its answer is not a number of seconds above 0');
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
function variablesFrom(environment, mask, plain2 = []) {
  return {
    unmasked: (names2) => variablesFrom(environment, mask, names2),
    fill: (template2, where, placeholders = {}) => template2.replace(pattern, (match, variable, placeholder) => {
      if (match === "$${") return "${";
      if (match === "{{") return "{";
      if (match === "}}") return "}";
      if (variable !== void 0) {
        const value3 = environment[variable];
        if (value3 === void 0 || value3 === "") throw notSet(variable, where, value3);
        if (!plain2.includes(variable) || /[@?]/.test(value3)) mask(value3, variable);
        return value3;
      }
      const name = placeholder ?? "";
      const value2 = Object.hasOwn(placeholders, name) ? placeholders[name] : void 0;
      if (value2 === void 0) throw unknownPlaceholder(name, where, Object.keys(placeholders));
      return value2;
    })
  };
}
function variableNames(template2) {
  const names2 = [...template2.matchAll(pattern)].flatMap((match) => match[1] === void 0 ? [] : [match[1]]);
  return [...new Set(names2)];
}
function notSet(name, where, value2) {
  return new UserError({
    happened: `The environment variable ${name}, which ${where} uses, is ${value2 === "" ? "empty" : "not set"}.`,
    means: "Nothing was done.",
    next: `Set ${name} in the env: of this job (from a secret of its environment), or in the terminal that runs the command.`
  });
}
function unknownPlaceholder(name, where, allowed) {
  const list2 = allowed.length === 0 ? "No placeholder can be used here" : `It can be ${allowed.map((a13) => `{${a13}}`).join(", ")}`;
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
  return passwords.flatMap((pattern4) => [...text.matchAll(pattern4)].map((match) => match.groups?.password ?? ""));
}
function shown(value2, path4) {
  if (value2 === null) return "empty";
  if (Array.isArray(value2)) return "a list";
  if (typeof value2 === "object") return "a mapping";
  const secret = path4.includes("access") || path4.some((part4) => typeof part4 === "string" && namesSecret(part4));
  if (secret) return `a ${wordFor(value2)} (not shown here)`;
  if (typeof value2 !== "string") return `the ${wordFor(value2)} ${String(value2)}`;
  if (looksSecret(value2)) return "a text (not shown here)";
  return `the text ${quoted2(passwords.reduce((text, pattern4) => text.replace(pattern4, "$<before>***"), value2))}`;
}
function wordFor(value2) {
  return typeof value2 === "string" ? "text" : typeof value2 === "boolean" ? "value" : typeof value2;
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
  const [only3] = names2;
  return names2.length === 1 && only3 !== void 0 && text.startsWith(`\${${only3}}`) ? [only3] : [];
}
function authorityOf(text) {
  return /^([a-z]+:\/\/)?[^/]*/.exec(text)?.[0] ?? "";
}
function isServerUrl(path4) {
  return path4.length === 3 && path4[0] === "environments" && path4[2] === "url";
}
function templates(value2, path4 = []) {
  if (typeof value2 === "string") return [{ text: value2, path: path4 }];
  if (typeof value2 !== "object" || value2 === null) return [];
  return Object.entries(value2).flatMap(([key, part4]) => templates(part4, [...path4, key]));
}

// src/world/processes/child-environment.ts
var ofTheStep = /^(?:ACTIONS_.*|INPUT_.*|GITHUB_(?:OUTPUT|ENV|STATE|STEP_SUMMARY|PATH))$/;
function childEnvironment({ environment, withheld = [] }, named3 = []) {
  const kept = Object.entries(environment).filter(
    ([name]) => !ofTheStep.test(name) && (!withheld.includes(name) || named3.includes(name))
  );
  return Object.fromEntries(kept);
}
function secretVariables(document) {
  const plain2 = plainVariables(document);
  const names2 = new Set(templates(document).flatMap(({ text }) => variableNames(text)));
  return [...names2].filter((name) => !plain2.includes(name));
}

// src/world/processes/runner-commands.ts
var addMask = /^\s*::add-mask(?:\s[^:]*)?::(?<value>.*)$|##\[add-mask(?:\s[^\]]*)?\](?<older>.*)$/i;
function maskAsked(line3) {
  const groups = addMask.exec(line3)?.groups;
  const value2 = groups?.value ?? groups?.older;
  return value2?.replaceAll(/%0D/gi, "\r").replaceAll(/%0A/gi, "\n").replaceAll("%25", "%").trim();
}

// src/world/effects/user-command.ts
async function runUserCommand(command3, context) {
  const { effects, placeholders, where } = context;
  const [program, ...rest] = command3.run;
  const fill = (text) => effects.variables.fill(text, `${where}.run`, placeholders);
  const own = Object.entries(placeholders).flatMap(
    ([name, value2]) => name.startsWith("access.") ? [] : [[`STAGED_UPGRADE_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, "_")}`, value2]]
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
    onLine: (line3, stream) => {
      const secret = maskAsked(line3);
      if (secret !== void 0) {
        effects.mask(secret);
        return;
      }
      (command3.log ?? effects.log).output(line3);
      command3.judge?.line(line3, stream);
    }
  });
  return { ...result, stdout: withoutMasks(result.stdout), stderr: withoutMasks(result.stderr) };
}
function filledVariables(env, { effects, where, placeholders }) {
  return Object.fromEntries(
    Object.entries(env).map(([name, value2]) => [
      name,
      effects.variables.fill(value2, `${where}.env.${name}`, placeholders)
    ])
  );
}
function withoutMasks(output) {
  return output.split("\n").filter((line3) => maskAsked(line3) === void 0).join("\n");
}
function endedWell(result) {
  return result.exitCode === 0;
}
function howItEnded(result) {
  return result.endedBy === void 0 ? `exited with code ${result.exitCode ?? "unknown"}` : `was ended by ${result.endedBy}`;
}
async function runUserCommandOrFail(command3, context, means2) {
  const result = await runUserCommand(command3, context);
  const fault = endedWell(result) ? command3.judge?.fault() : void 0;
  if (endedWell(result) && fault === void 0) return result;
  const why2 = fault === void 0 ? lastWords(result, context) : `, but ${context.effects.pen.text(fault)}`;
  throw new SystemFailure({
    happened: `The command ${JSON.stringify(command3.run.join(" "))} (${context.where}) ${howItEnded(result)}${why2}.`,
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
    ([name]) => templates2.some((text) => text.includes(`{${name}}`) || text.includes(`{${name}.header}`))
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
  const values = Object.fromEntries(
    sent.flatMap(({ name, token, value: value2 }) => [
      [name, value2],
      [`${name}.header`, `${token.scheme} ${value2}`]
    ])
  );
  return {
    kind: "ready",
    context: { ...context, placeholders: { ...context.placeholders, ...values } },
    accepted: () => {
      for (const { token } of sent) token.accepted();
    },
    renewed: async () => {
      const others = [];
      for (const { name, token, value: value2 } of sent) {
        const reading = await token.insteadOf(value2);
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
var settings18 = strictObject(commandKeys);
async function askCommand({ run, env, timeout }, context, { log, signal }) {
  const limit = AbortSignal.timeout(timeout);
  const ready2 = await withTokens([...run, ...Object.values(env)], context);
  if (ready2.kind === "no-token")
    return { kind: "no-answer", reason: ready2.reason, ...ready2.refused ? { refused: true } : {} };
  const ends2 = signal === void 0 ? limit : AbortSignal.any([limit, signal]);
  try {
    return { kind: "ended", result: await runUserCommand({ run, env, log, signal: ends2 }, ready2.context) };
  } catch (error2) {
    if (!limit.aborted) throw error2;
    return { kind: "no-answer", reason: `its command did not end within ${timeout / 1e3} s` };
  }
}
async function probeCommand(command3, context, signal) {
  try {
    return await askCommand(command3, context, { log: silentLog, signal });
  } catch (error2) {
    if (!(error2 instanceof SystemFailure)) throw error2;
    return { kind: "no-answer", reason: error2.detail.happened.replace(/\.$/, "") };
  }
}

// src/drivers/probes/command/health.ts
var commandHealth = kind(
  "command",
  strictObject(commandKeys).describe("Exit code 0 means that it is serving."),
  (settings34, context) => async (signal) => {
    const answer2 = await probeCommand(settings34, context, signal);
    if (answer2.kind === "no-answer") {
      const { reason, refused } = answer2;
      return { kind: "unknown", reason, ...refused === void 0 ? {} : { refused } };
    }
    return answer2.result.exitCode === 0 ? { kind: "yes" } : { kind: "no", reason: `the command of its health probe ${howItEnded(answer2.result)}` };
  }
);

// src/drivers/probes/measure.ts
import { createHash as createHash2 } from "node:crypto";

// src/core/model/digest.ts
import { createHash } from "node:crypto";
function digestOf({ done, ...rest }) {
  return sha256({ format: 2, ...rest, done: contentDigests(done) });
}
function contentDigests(contents) {
  const present = Object.entries(contents).filter(([, value2]) => !isNothing(value2));
  return Object.fromEntries(present.map(([name, value2]) => [name, sha256(value2)]));
}
function wholeDigest(contents) {
  return sha256(contentDigests(contents));
}
function changedContents(before, now) {
  const names2 = [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(now)])];
  return names2.filter((name) => before[name] !== now[name]).toSorted();
}
function isNothing(value2) {
  return value2 === void 0 || value2 === null || canonicalJson(value2) === "{}" || canonicalJson(value2) === "[]";
}
function sha256(value2) {
  return createHash("sha256").update(canonicalJson(value2)).digest("hex");
}
function canonicalJson(value2) {
  if (Array.isArray(value2)) return `[${value2.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  if (typeof value2 !== "object" || value2 === null) return JSON.stringify(value2 ?? null);
  const members = Object.entries(value2).filter(([, member]) => member !== void 0).toSorted(([a13], [b8]) => a13 < b8 ? -1 : 1).map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}

// src/drivers/probes/measure.ts
var measureKeys = {
  name: string().min(1).describe("What is measured, as people read it in the report: `patients`."),
  compare: m(["not-fewer", "same"]).optional().describe("`not-fewer`: a number that must not fall. `same`: a value that must not change."),
  "latency-factor": number().min(1).optional().describe("How many times as long it may take at most, by the median of five; 100 ms more are always allowed.")
};
var comparesSomething = {
  holds: (keys) => keys.compare !== void 0 || keys["latency-factor"] !== void 0,
  error: 'a measure with "compare" or "latency-factor": what is compared'
};
var samples = 5;
function measurePart(kind2, keys, read) {
  const { name, compare, "latency-factor": factor } = keys;
  return {
    kind: kind2,
    open: (context) => {
      const own = { ...context, where: `${context.where} "${name}"` };
      return {
        name,
        rules: { compare, factor },
        take: async (signal) => {
          const times = [];
          let last;
          for (let sample = 0; sample < (factor === void 0 ? 1 : samples); sample++) {
            const once = await read(own, signal);
            if (once.kind === "unknown") return { kind: "unknown", reason: once.reason };
            times.push(once.milliseconds);
            last = once.value;
          }
          const milliseconds = times.toSorted((a13, b8) => a13 - b8)[Math.floor(times.length / 2)] ?? 0;
          return taken(name, compare, last, milliseconds);
        }
      };
    }
  };
}
function taken(name, compare, value2, milliseconds) {
  const measured = (what) => ({ kind: "taken", measured: { name, milliseconds, ...what } });
  if (compare === void 0) return measured({});
  if (compare === "same") {
    if (value2 === void 0) return { kind: "unknown", reason: "there is no such value in what was answered" };
    return measured({ digest: createHash2("sha256").update(canonicalJson(value2)).digest("hex") });
  }
  const number2 = typeof value2 === "string" && /^\d+$/.test(value2) ? Number(value2) : value2;
  return typeof number2 === "number" && Number.isFinite(number2) ? measured({ count: number2 }) : { kind: "unknown", reason: "what was answered is not a number" };
}

// src/drivers/probes/command/measure.ts
var commandMeasure = strictObject({
  ...measureKeys,
  command: strictObject(commandKeys).describe("What it prints on its standard output is compared.")
}).refine(comparesSomething.holds, { error: comparesSomething.error }).transform(
  (measure2) => measurePart("command", measure2, async (context, signal) => {
    const answer2 = await probeCommand(measure2.command, context, signal);
    if (answer2.kind === "no-answer") return { kind: "unknown", reason: answer2.reason };
    const { result } = answer2;
    if (!endedWell(result)) return { kind: "unknown", reason: `its command ${howItEnded(result)}` };
    return { kind: "read", value: result.stdout.trim(), milliseconds: result.milliseconds };
  })
);

// src/drivers/probes/command/migrations.ts
import { stripVTControlCharacters } from "node:util";

// src/drivers/probes/expression.ts
import jsonata from "./libraries/jsonata.js";
var expression = string().min(1).max(2e4).refine((text) => mistakeIn(text) === void 0, {
  error: ({ input }) => `an expression in JSONata${typeof input === "string" ? `, which this is not: ${mistakeIn(input)}` : ""}`
});
var limits = { timeout: 5e3, stack: 500, sequence: 1e6 };
async function evaluate2(text, json2, answers, { effects: { clock } }) {
  const now = clock.now();
  const bindings = { answers, now: () => now.toISOString(), millis: () => now.getTime() };
  try {
    const compiled = jsonata(text, limits);
    compiled.registerFunction("distinct", distinct, "<x:x>");
    const found = await compiled.evaluate(json2, bindings);
    return { kind: "json", value: found === void 0 ? void 0 : JSON.parse(JSON.stringify(found)) };
  } catch (error2) {
    return {
      kind: "failed",
      reason: `its JSONata expression cannot be evaluated${placeOf(error2)}: ${why(error2, text)}`
    };
  }
}
function distinct(list2) {
  if (!Array.isArray(list2) || list2.length <= 1) return list2;
  const seen = /* @__PURE__ */ new Map();
  for (const each of list2) {
    const key = canonicalJson(each);
    if (!seen.has(key)) seen.set(key, each);
  }
  const values = [...seen.values()];
  return "sequence" in list2 ? Object.assign(values, { sequence: true }) : values;
}
function mistakeIn(text) {
  try {
    return forbiddenIn(jsonata(text).ast());
  } catch (error2) {
    const read = thrown.safeParse(error2);
    return `${read.data?.message?.replace(/\.$/, "") ?? "it cannot be read"}${placeOf(error2)}`;
  }
}
var node = looseObject({ type: string().optional(), value: unknown().optional() });
function forbiddenIn(tree) {
  if (typeof tree !== "object" || tree === null) return void 0;
  if (tree instanceof RegExp)
    return answersSoon(tree.source) ? void 0 : `its regular expression /${tree.source}/ may not end on some texts: where a group that repeats holds something that repeats, say what separates the repetitions`;
  const { type, value: value2 } = node.safeParse(tree).data ?? {};
  if (type === "variable" && value2 === "eval") return "$eval would run what a server answers";
  return firstOf(Object.values(tree), forbiddenIn);
}
function firstOf(values, find) {
  for (const value2 of values) {
    const found = find(value2);
    if (found !== void 0) return found;
  }
  return void 0;
}
var thrown = looseObject({
  code: string().optional(),
  exp: unknown().optional(),
  message: string().optional(),
  position: number().optional(),
  value: unknown().optional(),
  value2: unknown().optional()
});
function placeOf(error2) {
  const read = thrown.safeParse(error2);
  return read.success && read.data.position !== void 0 ? ` at character ${read.data.position}` : "";
}
var ofItself = ["D3137", "D3141"];
function why(error2, expression2) {
  if (error2 instanceof RangeError) return "it goes too deep, or makes too much";
  const read = thrown.safeParse(error2);
  if (!read.success || read.data.message === void 0 || read.data.code === void 0)
    return "it does not fit what was answered";
  const { code, message, value: value2, value2: value22, exp } = read.data;
  if (ofItself.includes(code)) return expression2.includes(message) ? message : "it ends with an error of its own";
  const quoted4 = [value2, value22, exp].flatMap(
    (each) => each === void 0 ? [] : [JSON.stringify(each) ?? "", String(each)]
  );
  return quoted4.filter((text) => text.length > 0).reduce((shown2, text) => shown2.replaceAll(text, "\u2026"), message).replace(/\.$/, "");
}

// src/drivers/probes/condition.ts
import { isDeepStrictEqual } from "node:util";
var scalar = union([string(), number(), boolean(), x()]);
var comparison = strictObject({
  equals: json().optional().describe("The value itself, also a list or a mapping."),
  not: json().optional().describe("Any other value than this."),
  "at-least": number().optional().describe("A number that is this or more."),
  above: number().optional().describe("A number that is more than this."),
  "at-most": number().optional().describe("A number that is this or less."),
  below: number().optional().describe("A number that is less than this."),
  matches: lineExpression.optional(),
  exists: boolean().optional().describe("Whether there is anything, `null` included."),
  "same-as": string().min(1).optional().describe("The dotted path of another value of the answer, which is the same."),
  default: json().optional().describe("What counts where nothing is there: `0`.")
}).refine((written2) => Object.keys(written2).some((key) => key !== "default"), {
  error: "a comparison, such as { at-least: 1 } or { equals: \u2026 }"
});
var condition2 = union([scalar, array(json()), comparison]);
var stateWord = union([string(), number(), comparison]);
function holds(value2, expected, whole) {
  if (!isComparison(expected)) return isDeepStrictEqual(value2, expected);
  const given = value2 === void 0 ? expected.default : value2;
  const number2 = numberOf2(given);
  const isNumber = (test) => number2 !== void 0 && test(number2);
  const { equals, not, above, below: below2, matches, exists } = expected;
  const [least, most, other] = [expected["at-least"], expected["at-most"], expected["same-as"]];
  return (equals === void 0 || isDeepStrictEqual(given, equals)) && (not === void 0 || given !== void 0 && !isDeepStrictEqual(given, not)) && (least === void 0 || isNumber((is) => is >= least)) && (above === void 0 || isNumber((is) => is > above)) && (most === void 0 || isNumber((is) => is <= most)) && (below2 === void 0 || isNumber((is) => is < below2)) && (matches === void 0 || matchesText(given, matches)) && (exists === void 0 || given !== void 0 === exists) && (other === void 0 || given !== void 0 && isDeepStrictEqual(given, valueAt(whole, other)));
}
function isOneOf(words3, value2, whole) {
  return words3.some((word) => typeof word === "object" ? holds(value2, word, whole) : String(word) === String(value2));
}
function conditionText(expected) {
  if (!isComparison(expected)) return JSON.stringify(expected);
  const { equals, not, above, below: below2, matches, exists } = expected;
  const [least, most, other] = [expected["at-least"], expected["at-most"], expected["same-as"]];
  return [
    ...equals === void 0 ? [] : [JSON.stringify(equals)],
    ...not === void 0 ? [] : [`anything but ${JSON.stringify(not)}`],
    ...least === void 0 ? [] : [`at least ${least}`],
    ...above === void 0 ? [] : [`above ${above}`],
    ...most === void 0 ? [] : [`at most ${most}`],
    ...below2 === void 0 ? [] : [`below ${below2}`],
    ...matches === void 0 ? [] : [`a match of ${matches}`],
    ...exists === void 0 ? [] : [exists ? "there" : "absent"],
    ...other === void 0 ? [] : [`the same as "${other}"`]
  ].join(" and ");
}
function isComparison(expected) {
  return typeof expected === "object" && expected !== null && !Array.isArray(expected);
}
function numberOf2(value2) {
  if (typeof value2 === "number") return value2;
  return typeof value2 === "string" && /^-?\d+(\.\d+)?$/.test(value2) ? Number(value2) : void 0;
}
function matchesText(value2, pattern4) {
  const text = typeof value2 === "string" ? value2 : typeof value2 === "number" ? String(value2) : void 0;
  return text !== void 0 && new RegExp(pattern4).test(text.slice(0, longestLine));
}
function firstUnmet(expected, given, whole) {
  const wrong = Object.entries(expected ?? {}).find(([place2, each]) => !holds(given(place2), each, whole));
  return wrong && `"${wrong[0]}" is not ${conditionText(wrong[1])}`;
}

// src/drivers/probes/migration-status.ts
var path = string().min(1);
var words = array(stateWord).default([]);
var migrationStatusKeys = {
  state: strictObject({
    at: path.describe("Dotted path of the state in the JSON answer: a word, or a number."),
    done: words,
    pending: words,
    running: words.describe("Also the words for a migration that waits in a queue: it runs whatever is deployed."),
    failed: words
  }).describe(
    "Which words or numbers mean what: `done: [0], pending: [{ above: 0 }]`. Any other is something we cannot tell, and never counts as done."
  ),
  current: path.optional().describe("Dotted path of the migration that is next, runs or failed."),
  applied: path.optional().describe(
    "Dotted path of the newest migration that is complete in the data. Without it, nothing shows that deferred migrations did not run, and a person has to answer for it."
  ),
  progress: strictObject({ done: path, total: path.optional() }).optional().describe("Dotted paths of the numbers that say how far they are."),
  error: path.optional().describe("Dotted path of the error of a failed migration.")
};
var settings19 = object(migrationStatusKeys);
var noError = "it does not say why";
function readMigrationStatus(json2, settings34, what, { effects: { pen } }) {
  const shown2 = (said2) => said2 === void 0 ? void 0 : pen.value(said2);
  const text = (at2) => at2 === void 0 ? void 0 : shown2(textOf(valueAt(json2, at2)));
  const { at, done, pending, running: running2, failed: failed5 } = settings34.state;
  const state2 = text(at);
  if (state2 === void 0) return { kind: "unknown", reason: `${what} has no "${at}"` };
  const is = (meant) => isOneOf(meant, state2, json2);
  const current2 = text(settings34.current) ?? "the next migration";
  const appliedText = text(settings34.applied);
  const applied2 = appliedText === void 0 ? {} : { applied: appliedText };
  const progress2 = settings34.progress === void 0 ? void 0 : readProgress(json2, settings34.progress);
  const read = (status) => ({ kind: "read", status, progress: progress2 });
  if (is(done)) return read({ kind: "done", ...applied2 });
  if (is(pending)) return read({ kind: "pending", next: current2, ...applied2 });
  if (is(failed5)) return read({ kind: "failed", current: current2, error: text(settings34.error) ?? noError, ...applied2 });
  if (is(running2))
    return read({ kind: "running", current: current2, ...progress2 === void 0 ? {} : { progress: progress2 }, ...applied2 });
  return { kind: "unknown", reason: `${what} says "${state2}", which the product definition does not know` };
}
function readProgress(json2, settings34) {
  const [done, total] = [settings34.done, settings34.total].map(
    (place2) => place2 === void 0 ? void 0 : valueAt(json2, place2)
  );
  if (typeof done !== "number") return void 0;
  return typeof total === "number" ? { done, total } : { done };
}

// src/drivers/probes/migration-jobs.ts
var path2 = string().min(1);
var words2 = array(stateWord).default([]);
var delay = strictObject({
  after: duration.describe("For how long the job has been queued."),
  says: string().min(1).describe("Why that happens, and what to do where it does not end; shown beside the wait.")
});
var migrationJobKeys = {
  list: path2.describe("Dotted path of the list in the JSON answer."),
  id: path2.describe("Dotted path, in a job, of what tells it from an earlier attempt at the same migration."),
  migration: path2.describe("Dotted path, in a job, of its migration, named as under `current`."),
  state: strictObject({ at: path2, queued: words2, running: words2, failed: words2, done: words2 }).describe("Which words mean what. Any other word is something we cannot tell."),
  error: path2.optional().describe("Dotted path, in a job, of why it failed."),
  missing: m(["unknown", "none"]).default("unknown").describe("What an answer without the list says: nothing that can be told, or that there are no jobs."),
  newest: m(["first", "last"]).default("first").describe("At which end of the list the newest job is."),
  requested: path2.optional().describe("Dotted path, in a job, of the time at which it was asked for."),
  delays: array(delay).default([]).describe(
    "Why a job may stay queued, by how long it has been. It needs `requested`; the longest that fits is shown."
  )
};
var migrationJobs = strictObject(migrationJobKeys);
function readJobs(list2, settings34, what) {
  const errors = /* @__PURE__ */ new Map();
  const requested = /* @__PURE__ */ new Map();
  const jobs = [];
  for (const each of settings34.newest === "first" ? list2 : list2.toReversed()) {
    const [id, migration, state2] = [settings34.id, settings34.migration, settings34.state.at].map(
      (at) => textOf(valueAt(each, at))
    );
    if (id === void 0 || migration === void 0 || state2 === void 0) {
      const missing3 = id === void 0 ? settings34.id : migration === void 0 ? settings34.migration : settings34.state.at;
      return { kind: "unknown", reason: `a job in ${what} has no "${missing3}"` };
    }
    const error2 = settings34.error === void 0 ? void 0 : textOf(valueAt(each, settings34.error));
    if (error2 !== void 0) errors.set(id, error2);
    const time = settings34.requested === void 0 ? Number.NaN : Date.parse(textOf(valueAt(each, settings34.requested)) ?? "");
    if (!Number.isNaN(time)) requested.set(id, time);
    jobs.push({ id, migration, state: state2 });
  }
  return { kind: "jobs", jobs, errors, requested };
}
function joined({ status, progress: progress2 }, read, settings34, at) {
  const { jobs, errors } = read;
  if (status.kind === "done") {
    const job = jobs.find((each) => isAtWork(each, settings34) && isNewest(each, jobs));
    return job === void 0 ? { ...status, jobs } : running(job, status, { progress: progress2, note: delayOf(job, read, settings34, at), jobs });
  }
  if (status.kind !== "pending") return { ...status, jobs };
  const { next } = status;
  const newest = jobs.find(({ migration }) => migration === next);
  if (newest === void 0 || isOneOf(settings34.state.done, newest.state, newest)) return { ...status, jobs };
  if (isAtWork(newest, settings34))
    return running(newest, status, { progress: progress2, note: delayOf(newest, read, settings34, at), jobs });
  if (isOneOf(settings34.state.failed, newest.state, newest))
    return { kind: "failed", current: next, error: errors.get(newest.id) ?? noError, ...appliedIn(status), jobs };
  const reason = `the newest job of ${next} says "${newest.state}", which the product definition does not know`;
  return { kind: "unknown", reason };
}
function running({ migration }, status, {
  progress: progress2,
  note: note2,
  jobs
}) {
  return {
    kind: "running",
    current: migration,
    ...progress2 === void 0 ? {} : { progress: progress2 },
    ...note2 === void 0 ? {} : { note: note2 },
    ...appliedIn(status),
    jobs
  };
}
function appliedIn({ applied: applied2 }) {
  return applied2 === void 0 ? {} : { applied: applied2 };
}
function isAtWork({ state: state2 }, { state: { queued, running: words3 } }) {
  return isOneOf([...queued, ...words3], state2, state2);
}
function isNewest(job, jobs) {
  return jobs.find(({ migration }) => migration === job.migration) === job;
}
function delayOf({ id, state: state2 }, { requested }, { state: words3, delays }, at) {
  const since2 = requested.get(id);
  if (since2 === void 0 || !isOneOf(words3.queued, state2, state2)) return void 0;
  const fitting = delays.filter(({ after }) => at - since2 >= after);
  return fitting.toSorted((a13, b8) => b8.after - a13.after)[0]?.says;
}

// src/drivers/probes/command/migrations.ts
var { state, current, applied, progress, error } = migrationStatusKeys;
var commandMigrations = kind(
  "command",
  strictObject({
    ...commandKeys,
    jsonata: expression.optional().describe(
      "For a command that prints text: an expression in [JSONata](https://docs.jsonata.org) that turns its whole output, without colours, into the JSON that is read here."
    ),
    state: state.prefault({
      at: "state",
      done: ["done"],
      pending: ["pending"],
      running: ["running"],
      failed: ["failed"]
    }),
    current: current.unwrap().default("current"),
    applied: applied.unwrap().default("applied"),
    progress: progress.unwrap().default({ done: "progress.done", total: "progress.total" }),
    error: error.unwrap().default("error"),
    jobs: migrationJobs.optional().describe("The jobs of its migrations, in the same output.")
  }).describe(
    'It prints JSON and nothing else on its standard output: `{ "state": "pending", "current": "13", "applied": "12" }`; or text, which `jsonata` reads.'
  ),
  (settings34, context) => async (signal) => {
    const answer2 = await probeCommand(settings34, context, signal);
    if (answer2.kind === "no-answer") {
      const { reason, refused } = answer2;
      return { kind: "unknown", reason, ...refused === void 0 ? {} : { refused } };
    }
    const { result } = answer2;
    if (!endedWell(result))
      return { kind: "unknown", reason: `the command of its migrations probe ${howItEnded(result)}` };
    const what = "the output of the command of its migrations probe";
    const printed = await readPrinted(result.stdout, settings34.jsonata, context);
    if (printed.kind === "unreadable") return { kind: "unknown", reason: `${what} ${printed.reason}` };
    const { json: json2 } = printed;
    const status = readMigrationStatus(json2, settings34, what, context);
    if (status.kind === "unknown") return status;
    const { jobs } = settings34;
    if (jobs === void 0) return status.status;
    const found = valueAt(json2, jobs.list);
    const list2 = found === void 0 && jobs.missing === "none" ? [] : found;
    if (!Array.isArray(list2)) return { kind: "unknown", reason: `${what} has no list "${jobs.list}"` };
    const read = readJobs(list2, jobs, what);
    return read.kind === "unknown" ? read : joined(status, read, jobs, context.effects.clock.now().getTime());
  }
);
async function readPrinted(output, jsonata3, context) {
  if (jsonata3 === void 0) {
    const parsed2 = parseJson(output);
    return parsed2.kind === "not-json" ? { kind: "unreadable", reason: parsed2.reason } : { kind: "json", json: parsed2.value };
  }
  const read = await evaluate2(jsonata3, stripVTControlCharacters(output), {}, context);
  return read.kind === "failed" ? { kind: "unreadable", reason: `cannot be read: ${read.reason}` } : { kind: "json", json: read.value };
}

// src/drivers/probes/command/reached.ts
var notReached = 1;
var commandReached = kind(
  "command",
  strictObject(commandKeys).describe("Exit code 0 means that the stage is reached, 1 that it is not; any other, that this is unknown."),
  (settings34, context) => async (signal) => {
    const answer2 = await probeCommand(settings34, context, signal);
    if (answer2.kind === "no-answer") {
      const { reason: reason2, refused } = answer2;
      return { kind: "unknown", reason: reason2, ...refused === void 0 ? {} : { refused } };
    }
    const { exitCode } = answer2.result;
    if (exitCode === 0) return { kind: "yes" };
    const reason = `its command ${howItEnded(answer2.result)}`;
    return { kind: exitCode === notReached ? "no" : "unknown", reason };
  }
);

// src/core/settings/judge.ts
var judgeKeys = {
  expect: array(template).default([]).describe("Texts that must all be in its output. Colours and line breaks in between do not matter."),
  forbid: array(template).default([]).describe("Texts none of which may be in its output.")
};
var judge = strictObject(judgeKeys).refine(({ expect: expect2, forbid }) => expect2.length + forbid.length > 0, 'at least one text in "expect" or "forbid"').describe(
  "For a command whose exit code does not say whether it did what was asked: what its output must say, and must not."
);

// src/world/effects/judged-output.ts
import { stripVTControlCharacters as stripVTControlCharacters2 } from "node:util";
var brokenFrom = 40;
var frames = /[\u2500-\u259f|]/g;
function outputJudge({ expect: expect2, forbid }) {
  const missing3 = new Map(expect2.map((text) => [normal(text), text]));
  const forbidden2 = forbid.map((text) => [normal(text), text]);
  const longest3 = Math.max(0, ...[...expect2, ...forbid].map((text) => text.length));
  const streams = /* @__PURE__ */ new Map();
  let found;
  return {
    line: (text, stream) => {
      for (const part4 of stripVTControlCharacters2(text).split("\r")) {
        const seen = extended(streams.get(stream) ?? emptyWindow, part4, longest3);
        streams.set(stream, seen.window);
        const holds2 = (wanted) => seen.readings.some((reading) => reading.includes(wanted));
        for (const wanted of missing3.keys()) if (holds2(wanted)) missing3.delete(wanted);
        const forbiddenHere = forbidden2.find(([wanted]) => holds2(wanted));
        if (forbiddenHere !== void 0) found ??= saysForbidden(forbiddenHere[1], normal(part4));
      }
    },
    fault: () => {
      if (found !== void 0) return found;
      const [first] = missing3.values();
      return first === void 0 ? void 0 : `its output does not say "${first}"`;
    }
  };
}
var emptyWindow = { spaced: "", joined: "", mayBeBroken: false };
function extended({ spaced, joined: joined2, mayBeBroken }, part4, longest3) {
  const line3 = normal(part4);
  const withSpace = `${spaced} ${line3}`.trimStart();
  const unbroken = mayBeBroken ? `${joined2}${line3}` : `${joined2} ${line3}`.trimStart();
  const window2 = {
    spaced: withSpace.slice(-longest3),
    joined: unbroken.slice(-longest3),
    mayBeBroken: part4.trimEnd().length >= brokenFrom && !/[\s|\u2500-\u259f]$/.test(part4)
  };
  return { window: window2, readings: [withSpace, unbroken] };
}
function normal(text) {
  return text.replaceAll(frames, " ").replaceAll(/\s+/g, " ").trim();
}
function saysForbidden(text, line3) {
  return line3 === text || line3 === "" ? `its output says "${text}"` : `its output says "${text}": ${line3.slice(0, 300)}`;
}

// src/drivers/probes/smoke-settings.ts
var smokeKeys = {
  name: string().min(1).describe("What the test shows, as people read it in the report."),
  times: int().min(1).max(1e3).default(1).describe("How often it must pass in a row; the first time that it does not ends it."),
  pause: fineDuration.prefault("1s").describe("How long to pause between two times.")
};
function smokePart(kind2, { name, times, pause }, run) {
  return {
    kind: kind2,
    open: (context) => {
      const own = { ...context, where: `${context.where} "${name}"` };
      const { clock, signal: stopped } = context.effects;
      return {
        name,
        run: async (signal) => {
          for (let time = 1; ; time++) {
            const result = await run(own, signal);
            if (result.kind !== "passed") {
              const which = times === 1 ? "" : `time ${time} of ${times}: `;
              return { ...result, reason: `${which}${result.reason}` };
            }
            if (time >= times) return result;
            await clock.sleep(pause, signal ?? stopped);
          }
        }
      };
    }
  };
}

// src/drivers/probes/command/smoke.ts
var commandSmokeTest = strictObject({
  ...smokeKeys,
  command: strictObject({
    ...commandKeys,
    timeout: duration.prefault("5m"),
    ...judgeKeys,
    json: record(string(), condition2).optional().describe("Values by dotted path that the JSON on its standard output must have, as for `http`.")
  }).describe("Exit code 0 means passed, where its output is as it must be.")
}).transform(
  (test) => smokePart("command", test, async (context, signal) => {
    const { effects, where, placeholders } = context;
    const { expect: expect2, forbid, json: json2 } = test.command;
    const fill = (text) => effects.variables.fill(text, where, placeholders);
    const judge2 = outputJudge({ expect: expect2.map(fill), forbid: forbid.map(fill) });
    const log = {
      ...effects.log,
      output: (line3) => {
        judge2.line(line3, "output");
        effects.log.output(line3);
      }
    };
    const answer2 = await askCommand(test.command, context, { log, signal });
    if (answer2.kind === "no-answer") return { kind: "unknown", reason: answer2.reason };
    if (!endedWell(answer2.result)) return failed2(`its command ${howItEnded(answer2.result)}`);
    const fault = judge2.fault();
    if (fault !== void 0) return failed2(effects.pen.text(fault));
    return json2 === void 0 ? { kind: "passed" } : judgedJson(answer2.result.stdout, json2);
  })
);
function judgedJson(output, expected) {
  const parsed2 = parseJson(output);
  if (parsed2.kind === "not-json") return failed2(`the output of its command ${parsed2.reason}`);
  const wrong = firstUnmet(expected, (path4) => valueAt(parsed2.value, path4), parsed2.value);
  return wrong === void 0 ? { kind: "passed" } : failed2(`in the output of its command, ${wrong}`);
}
function failed2(reason) {
  return { kind: "failed", reason };
}

// src/drivers/probes/version-text.ts
var versionInText = regularExpression.refine(
  (text) => text.includes("(?<version>"),
  "a pattern with a group (?<version>\u2026) around the version, e.g. Server (?<version>\\d+\\.\\d+\\.\\d+)"
).describe(
  "A regular expression with a group `version`, which is searched for in each line: `Server (?<version>[0-9.]+)`."
);
var longestLine2 = 1e3;
var mostLines2 = 2e4;
function versionFrom(text, pattern4, what) {
  const lines = text.split("\n", mostLines2).map((line3) => line3.slice(0, longestLine2).trim());
  if (pattern4 === void 0) {
    const first = lines.find((line3) => line3 !== "");
    return first === void 0 ? { kind: "unknown", reason: `${what} is empty` } : { kind: "known", value: first };
  }
  const expression2 = new RegExp(pattern4);
  for (const line3 of lines) {
    const version = expression2.exec(line3)?.groups?.version;
    if (version !== void 0 && version !== "") return { kind: "known", value: version };
  }
  return { kind: "unknown", reason: `in ${what}, no line matches ${pattern4}` };
}

// src/drivers/probes/command/version.ts
var commandVersion = kind(
  "command",
  strictObject({ ...commandKeys, pattern: versionInText.optional() }).describe('The version is its first line of output that is not empty, or what "pattern" finds in its output.'),
  (settings34, context) => async (signal) => {
    const answer2 = await probeCommand(settings34, context, signal);
    if (answer2.kind === "no-answer") {
      const { reason, refused } = answer2;
      return { kind: "unknown", reason, ...refused === void 0 ? {} : { refused } };
    }
    const { result } = answer2;
    if (!endedWell(result))
      return { kind: "unknown", reason: `the command of its version probe ${howItEnded(result)}` };
    return versionFrom(result.stdout, settings34.pattern, "the output of the command of its version probe");
  }
);

// src/drivers/probes/command/kind.ts
var command = {
  version: commandVersion,
  health: commandHealth,
  reached: commandReached,
  migrations: commandMigrations,
  smokeTest: commandSmokeTest,
  measure: commandMeasure
};

// src/drivers/probes/first-of/kind.ts
function firstVersion(single2) {
  return kind(
    "first-of",
    array(single2).min(2).describe("Several probes, for releases that answer at different places: the first that finds a version counts."),
    (parts2, context) => {
      const probes = parts2.map((part4, place2) => part4.open({ ...context, where: `${context.where}.${place2}` }));
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

// src/drivers/probes/http/json-answer.ts
async function jsonIn({ url: url2, body, headers }, { jsonata: jsonata3, graphql }, context, earlier) {
  const parsed2 = parseJson(body);
  if (parsed2.kind === "not-json") return { kind: "unknown", reason: `the answer of ${url2} ${parsed2.reason}` };
  if (graphql !== void 0) {
    const data = graphqlData(parsed2.value);
    if ("reason" in data) return { kind: "unknown", reason: `the answer of ${url2} ${data.reason}` };
    return await transformed(data.data, { url: url2, headers, earlier, jsonata: jsonata3 }, context);
  }
  return await transformed(parsed2.value, { url: url2, headers, earlier, jsonata: jsonata3 }, context);
}
async function transformed(raw, { jsonata: jsonata3, ...facts }, context) {
  if (jsonata3 === void 0) return { kind: "json", json: raw, raw, isTransformed: false, ...facts };
  const evaluated = await evaluate2(jsonata3, raw, facts.earlier, context);
  return evaluated.kind === "failed" ? { kind: "unknown", reason: `the answer of ${facts.url} cannot be read: ${evaluated.reason}` } : { kind: "json", json: evaluated.value, raw, isTransformed: true, ...facts };
}
var graphqlAnswer = looseObject({
  data: unknown().optional(),
  errors: array(looseObject({ extensions: looseObject({ code: string() }).optional() })).optional()
});
function graphqlData(json2) {
  const read = graphqlAnswer.safeParse(json2);
  if (!read.success) return { reason: "is not one of GraphQL" };
  const { data, errors = [] } = read.data;
  if (errors.length === 0) return data === void 0 || data === null ? { reason: 'has no "data"' } : { data };
  const codes = [...new Set(errors.flatMap(({ extensions }) => extensions?.code ?? []))].filter(
    (code) => /^[A-Z_]{1,60}$/.test(code)
  );
  return { reason: `has errors of GraphQL${codes.length === 0 ? "" : `: ${codes.join(", ")}`}` };
}

// src/drivers/probes/http/fill.ts
var answerPlace = /(?<!\{)\{(answers\.[^{}]+)\}/g;
function textsOf({ path: path4, headers, body, variables }) {
  return [path4, ...Object.values(headers), ...leaves(body), ...leaves(variables)];
}
function leaves(body) {
  if (typeof body === "string") return [body];
  return typeof body === "object" && body !== null ? Object.values(body).flatMap(leaves) : [];
}
function answerPlaceholders(request2, earlier) {
  const values = {};
  for (const text of textsOf(request2)) {
    for (const [, place2 = ""] of text.matchAll(answerPlace)) {
      const found = textOf(earlierValue(place2, earlier));
      if (found === void 0) return { kind: "missing", reason: missing2(place2) };
      values[place2] = found;
    }
  }
  return { kind: "found", values };
}
function missing2(place2) {
  const [, name = "", ...path4] = place2.split(".");
  return `the answer of the earlier request "${name}" has no "${path4.join(".")}" that is a text or a number`;
}
function earlierValue(place2, earlier) {
  const [, name = "", ...path4] = place2.split(".");
  return Object.hasOwn(earlier, name) ? valueAt(earlier[name], path4.join(".")) : void 0;
}
function forAddress(values) {
  return Object.fromEntries(Object.entries(values).map(([name, value2]) => [name, encodeURIComponent(value2)]));
}
function filledBody(body, earlier, { effects, where, placeholders }) {
  const fillText = (text) => {
    const [whole] = /^\{answers\.[^{}]+\}$/.exec(text) ?? [];
    if (whole !== void 0) return earlierValue(whole.slice(1, -1), earlier);
    return text.replace(
      /\$\$\{|\$\{[^}]*\}|\{(access|answers)\.[^{}]+\}/g,
      (part4) => effects.variables.fill(part4, `${where}.body`, placeholders)
    );
  };
  const fill = (value2) => {
    if (typeof value2 === "string") return fillText(value2);
    if (Array.isArray(value2)) return value2.map(fill);
    if (typeof value2 !== "object" || value2 === null) return value2;
    return Object.fromEntries(Object.entries(value2).map(([key, each]) => [key, fill(each)]));
  };
  return fill(body);
}

// src/drivers/probes/http/request.ts
var requestKeys = {
  method: m(["GET", "POST", "PUT", "DELETE"]).default("GET"),
  path: template.describe("Appended to the environment's `url`."),
  headers: record(string(), template).default({}).describe(
    "`{access.<name>}` stands for a credential of the environment, and `{access.<name>.header}` for the whole value of `Authorization`, whichever kind of credential it is."
  ),
  body: union([string(), record(string(), json())]).optional().describe(
    "A text, or a mapping that is sent as JSON. `{access.<name>}` and `{answers.<name>.<path>}` are filled in; any other brace stays as it is."
  ),
  graphql: string().min(1).optional().describe(
    "A query in GraphQL, sent by POST in place of `body`. What is read is the `data` of the answer; an answer with `errors` is not read."
  ),
  variables: record(string(), json()).optional().describe("The variables of that query, filled in as in `body`."),
  content: m(["json", "form"]).default("json").describe("How a `body` that is a mapping is sent."),
  timeout: duration.prefault("10s")
};
var requestSettings = strictObject(requestKeys);
async function send(settings34, context, signal, further = {}) {
  const ready2 = await withTokens(textsOf(settings34), context);
  signal?.throwIfAborted();
  if (ready2.kind === "no-token") return withoutToken(ready2, context);
  const answer2 = await sendOnce(settings34, ready2.context, signal, further);
  if (answer2.kind === "no-answer") return answer2;
  if (answer2.status !== 401) {
    ready2.accepted();
    return answer2;
  }
  const renewed = await ready2.renewed();
  if (renewed === void 0) return answer2;
  if (renewed.kind === "no-token") return withoutToken(renewed, context);
  const again = await sendOnce(settings34, renewed.context, signal, further);
  if (again.kind === "answer" && again.status !== 401) renewed.accepted();
  return again;
}
function withoutToken({ reason, refused }, { placeholders }) {
  const url2 = withoutCredentials(placeholders.url ?? "");
  return { kind: "no-answer", reason, url: url2, ...refused ? { refused } : {} };
}
async function sendOnce(settings34, opened, signal, { at, earlier = {} }) {
  const answers = answerPlaceholders(settings34, earlier);
  if (answers.kind === "missing")
    return { kind: "no-answer", reason: answers.reason, url: withoutCredentials(opened.placeholders.url ?? "") };
  const context = { ...opened, placeholders: { ...opened.placeholders, ...answers.values } };
  const fill = (text, key, placeholders = context.placeholders) => context.effects.variables.fill(text, `${context.where}.${key}`, placeholders);
  const inAddress = { ...opened.placeholders, ...forAddress(answers.values) };
  const url2 = at?.href ?? fill(`{url}${settings34.path}`, "path", inAddress);
  const headers = Object.fromEntries(
    Object.entries(settings34.headers).map(([name, value2]) => [name, fill(value2, `headers.${name}`)])
  );
  const { method, sent, type } = bodyToSend(settings34, earlier, context);
  const { clock } = context.effects;
  const asked = clock.now().getTime();
  const signals = [AbortSignal.timeout(settings34.timeout), context.effects.signal, ...signal ? [signal] : []];
  try {
    const response = await context.effects.fetch(url2, {
      method,
      headers: { ...type, ...headers },
      redirect: "manual",
      signal: AbortSignal.any(signals),
      ...sent === void 0 ? {} : { body: sent }
    });
    const { status } = response;
    const refused = status === 401 || status === 403 ? { refused: credentialsOf(settings34, context) } : {};
    const body = await bodyOf(response);
    if (body === void 0) return { kind: "no-answer", reason: tooLarge, url: withoutCredentials(url2) };
    return {
      kind: "answer",
      status,
      body,
      url: withoutCredentials(url2),
      headers: response.headers,
      milliseconds: clock.now().getTime() - asked,
      ...refused
    };
  } catch (error2) {
    context.effects.signal.throwIfAborted();
    signal?.throwIfAborted();
    if (error2 instanceof UserError) throw error2;
    return { kind: "no-answer", reason: reasonOf(error2, settings34.timeout), url: withoutCredentials(url2) };
  }
}
function bodyToSend({ method, body, content, graphql, variables = {} }, earlier, context) {
  if (graphql !== void 0) {
    const sent = JSON.stringify({ query: graphql, variables: filledBody(variables, earlier, context) });
    return { method: "POST", sent, type: { "content-type": "application/json" } };
  }
  if (body === void 0) return { method, type: {} };
  const filled = filledBody(body, earlier, context);
  if (typeof filled === "string") return { method, sent: filled, type: {} };
  if (content === "json") return { method, sent: JSON.stringify(filled), type: { "content-type": "application/json" } };
  const form = new URLSearchParams(
    Object.entries(filled ?? {}).map(([name, value2]) => [
      name,
      textOf(value2) ?? JSON.stringify(value2)
    ])
  );
  return { method, sent: form.toString(), type: { "content-type": "application/x-www-form-urlencoded" } };
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
  const written2 = JSON.stringify([path4, headers, body ?? ""]);
  const names2 = new Set(
    [...written2.matchAll(/\{access\.([a-z0-9-]+)(?:\.header)?\}/g)].flatMap(([, name]) => name ?? [])
  );
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

// src/drivers/probes/http/asked.ts
var jsonata2 = expression.optional().describe(
  "An expression in [JSONata](https://docs.jsonata.org) that turns the JSON answer into the JSON that is read here: it selects, joins and calculates. `$answers.<name>` is the answer of an earlier request, `$now()` the time."
);
var earlierRequest = strictObject({
  name: slug.describe("By this name its answer is used: `{answers.<name>.<dotted path>}`."),
  ...requestKeys,
  absent: array(int()).default([]).describe(
    "Status codes that say that there is no such thing here, as an older release does: its answer then is null."
  ),
  jsonata: jsonata2
});
var chainedKeys = {
  ...requestKeys,
  before: array(earlierRequest).max(10).refine((list2) => new Set(list2.map(({ name }) => name)).size === list2.length, {
    error: "requests whose names all differ"
  }).optional().describe(
    "Requests that are made before, in order, each answered with 200 and JSON. What they answer is filled in as `{answers.<name>.<dotted path>}`, in a path, a header or a body."
  )
};
var askedKeys = {
  ...chainedKeys,
  pages: strictObject({
    list: string().min(1).optional().describe("Dotted path of the list in the answer; left out, the answer is the list."),
    next: string().min(1).optional().describe(
      "Dotted path of the address of the next page, or of a list of links with one whose `relation` or `rel` is `next`. A `Link` header is followed without it."
    )
  }).optional().describe("Reads a list that comes in pages to its end; the first answer then has all of it."),
  jsonata: jsonata2
};
var askedSettings = strictObject(askedKeys);
async function ask(settings34, context, signal) {
  const earlier = {};
  for (const request2 of settings34.before ?? []) {
    const answer3 = await send(request2, context, signal, { earlier });
    if (answer3.kind === "no-answer") return answer3;
    if (request2.absent.includes(answer3.status)) {
      earlier[request2.name] = null;
      continue;
    }
    const isGood = answer3.status === 200;
    const read = isGood ? await jsonIn(answer3, request2, context, earlier) : wrongStatus(answer3);
    if (read.kind === "unknown") {
      const refused = isGood ? void 0 : answer3.refused;
      return {
        kind: "no-answer",
        reason: `its earlier request "${request2.name}" cannot be used: ${read.reason}`,
        url: answer3.url,
        ...refused === void 0 ? {} : { refused: true }
      };
    }
    earlier[request2.name] = read.json;
  }
  const answer2 = await send(settings34, context, signal, { earlier });
  return answer2.kind === "no-answer" ? answer2 : { ...answer2, earlier };
}
async function askFurther(settings34, context, signal, further) {
  const answer2 = await send(settings34, context, signal, further);
  return answer2.kind === "no-answer" ? answer2 : { ...answer2, earlier: further.earlier };
}

// src/core/messages/quantities.ts
function durationText(milliseconds) {
  if (milliseconds < 1e3) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 59950) return `${(milliseconds / 1e3).toFixed(1)} s`;
  const seconds = Math.round(milliseconds / 1e3);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.floor(hours / 24)} days ${hours % 24} h`;
  return minutes < 60 ? `${minutes} min ${seconds % 60} s` : `${hours} h ${minutes % 60} min`;
}
function roughText(milliseconds) {
  if (milliseconds < 1e3) return "under 1 s";
  if (milliseconds < 119500) return `${Math.round(milliseconds / 1e3)} s`;
  if (milliseconds < 119.5 * 6e4) return `${Math.round(milliseconds / 6e4)} min`;
  return durationText(milliseconds);
}
function downtimeText(milliseconds) {
  return milliseconds < 1e3 ? "under 1 s" : durationText(milliseconds);
}
function elapsedText(milliseconds, total) {
  const [unit, size] = total < 12e4 ? ["s", 1e3] : ["min", 6e4];
  return `${Math.floor(milliseconds / size)} of ${Math.ceil(total / size)} ${unit}`;
}
function timeText(at) {
  return `${at.slice(0, 19).replace("T", " ")}Z`;
}
function bytesText(bytes) {
  const units2 = ["bytes", "KiB", "MiB", "GiB", "TiB"];
  const power = bytes < 1024 ? 0 : Math.min(Math.floor(Math.log2(bytes) / 10), units2.length - 1);
  const amount = bytes / 1024 ** power;
  return bytes === 1 ? "1 byte" : `${power === 0 ? amount : amount.toFixed(1)} ${units2[power] ?? "bytes"}`;
}
function countText(count, noun) {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
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

// src/drivers/probes/http/pages.ts
var mostPages = 20;
async function allItems(first, settings34, more) {
  const items = [];
  const visited = /* @__PURE__ */ new Set();
  for (let page = first; ; ) {
    const list2 = listIn2(page, settings34);
    if (list2 === void 0) {
      const named3 = settings34.list === void 0 ? "is not a list" : `has no list "${settings34.list}"`;
      return { kind: "unknown", reason: `the answer of ${page.url} ${named3}` };
    }
    for (const item of list2) items.push(item);
    const next = nextOf(page, settings34.next);
    if (next === void 0) return items;
    const strange = (how) => ({
      kind: "unknown",
      reason: `the ${settings34.what} at ${page.url} ${how}`
    });
    if (next === "unreadable") return strange("says that there are more, but not at which address");
    if (next.origin !== new URL(page.url).origin) return strange(`continues at another server, ${next.origin}`);
    if (visited.has(next.href)) return strange("goes back to a page that was already read");
    visited.add(next.href);
    if (visited.size >= mostPages)
      return strange(
        `goes on beyond ${mostPages} pages, so it is not known whole: ask for larger pages, or for fewer items`
      );
    const answer2 = await more(next);
    if (answer2.kind === "unknown") return answer2;
    page = answer2;
  }
}
function listIn2({ json: json2, isTransformed }, { list: list2, missing: missing3 }) {
  const found = list2 === void 0 ? json2 : valueAt(json2, list2);
  if (Array.isArray(found)) return found;
  if (found === void 0 || found === null) return missing3 === "none" ? [] : void 0;
  return isTransformed ? [found] : void 0;
}
var oneLink = looseObject({
  relation: string().optional(),
  rel: string().optional(),
  url: string().optional(),
  href: string().optional()
});
function nextOf({ raw, url: url2, headers }, place2) {
  const found = place2 === void 0 ? void 0 : valueAt(raw, place2);
  if (found === void 0 || found === null || found === "") return nextPage(headers, new URL(url2));
  if (typeof found === "string") return URL.parse(found, url2) ?? "unreadable";
  const links = array(oneLink).safeParse(found);
  if (!links.success) return "unreadable";
  const next = links.data.find(({ relation, rel }) => relation === "next" || rel === "next");
  if (next === void 0) return void 0;
  const address = next.url ?? next.href;
  return (address === void 0 ? null : URL.parse(address, url2)) ?? "unreadable";
}

// src/drivers/probes/http/whole-answer.ts
async function wholeJson(answer2, settings34, context, signal) {
  const { pages } = settings34;
  if (pages === void 0) return await jsonIn(answer2, settings34, context, answer2.earlier);
  const first = await jsonIn(answer2, { graphql: settings34.graphql }, context, answer2.earlier);
  if (first.kind === "unknown") return first;
  const items = await allItems(
    first,
    { list: pages.list, next: pages.next, missing: "unknown", what: "list" },
    async (at) => {
      const page = await askFurther(settings34, context, signal, { at, earlier: answer2.earlier });
      return page.kind === "answer" && page.status === 200 ? await jsonIn(page, { graphql: settings34.graphql }, context, answer2.earlier) : unusable(page);
    }
  );
  if ("kind" in items) return items;
  const whole = pages.list === void 0 ? items : withValueAt(first.raw, pages.list, items);
  const { url: url2, headers, earlier } = first;
  return await transformed(whole, { url: url2, headers, earlier, jsonata: settings34.jsonata }, context);
}
async function readJson(settings34, context, signal) {
  const answer2 = await ask(settings34, context, signal);
  return answer2.kind === "answer" && answer2.status === 200 ? await wholeJson(answer2, settings34, context, signal) : unusable(answer2);
}
async function readPage(settings34, context, { at, earlier, signal }) {
  const answer2 = await askFurther(settings34, context, signal, { at, earlier });
  return answer2.kind === "answer" && answer2.status === 200 ? await jsonIn(answer2, settings34, context, earlier) : unusable(answer2);
}
function unusable(answer2) {
  return answer2.kind === "no-answer" ? noAnswer(answer2) : wrongStatus(answer2);
}

// src/drivers/probes/http/expectation.ts
var expectation = strictObject({
  status: union([int(), array(int()).nonempty()]).default(200).describe("The status code, or the list of those that are accepted."),
  json: record(string(), condition2).optional().describe(
    'Values by dotted path that the JSON answer must have: themselves, `{ "checks.0.status": up }`, or a comparison, `{ count: { at-least: 1 } }`.'
  ),
  header: record(string(), condition2).optional().describe('The same for headers of the answer: `{ Content-Type: { matches: "^text/html" } }`.'),
  contains: string().min(1).optional().describe("A text that the answer must contain."),
  within: fineDuration.optional().describe("The longest time that the answer may take: `500ms`, `2s`.")
}).prefault({});
async function meets(answer2, settings34, context, signal) {
  const { url: url2, status, body, headers, milliseconds } = answer2;
  const { expect: expected } = settings34;
  const notMet = (reason) => ({ kind: "not-met", reason });
  const statuses2 = [expected.status].flat();
  if (!statuses2.includes(status)) return notMet(`${url2} answered ${status} instead of ${statuses2.join(" or ")}`);
  if (expected.contains !== void 0 && !body.includes(expected.contains))
    return notMet(`the answer of ${url2} does not contain "${expected.contains}"`);
  const { within } = expected;
  if (within !== void 0 && milliseconds > within)
    return notMet(
      `${url2} answered after ${durationText(milliseconds)}, and at most ${durationText(within)} are accepted`
    );
  const header = firstUnmet(expected.header, (name) => headers.get(name) ?? void 0, void 0);
  if (header !== void 0) return notMet(`in the answer of ${url2}, the header ${header}`);
  if (expected.json === void 0 && settings34.graphql === void 0) return { kind: "met" };
  const parsed2 = parseJson(body);
  if (parsed2.kind === "not-json") return notMet(`the answer of ${url2} ${parsed2.reason}`);
  const read = await wholeJson(answer2, settings34, context, signal);
  if (read.kind === "unknown") return settings34.pages === void 0 ? notMet(read.reason) : read;
  const value2 = firstUnmet(expected.json, (path4) => valueAt(read.json, path4), read.json);
  return value2 === void 0 ? { kind: "met" } : notMet(`in the answer of ${url2}, ${value2}`);
}

// src/drivers/probes/http/health.ts
var httpHealth = kind(
  "http",
  strictObject({ ...askedKeys, expect: expectation }),
  (settings34, context) => async (signal) => {
    const answer2 = await ask(settings34, context, signal);
    if (answer2.kind === "no-answer") return noAnswer(answer2);
    const met = await meets(answer2, settings34, context, signal);
    if (met.kind === "met") return { kind: "yes" };
    if (met.kind === "unknown") return met;
    const { refused } = answer2;
    return refused === void 0 ? { kind: "no", reason: met.reason } : { kind: "no", reason: `${met.reason}: ${refused}`, refused: true };
  }
);

// src/drivers/probes/http/measure.ts
var httpMeasure = strictObject({
  ...measureKeys,
  http: strictObject({
    ...askedKeys,
    value: string().min(1).optional().describe("Dotted path, in the JSON answer, of what is compared; left out, the whole answer.")
  })
}).refine(comparesSomething.holds, { error: comparesSomething.error }).transform(
  (measure2) => measurePart("http", measure2, async (context, signal) => {
    const { http: http2, compare } = measure2;
    const answer2 = await ask(http2, context, signal);
    if (answer2.kind === "no-answer") return noAnswer(answer2);
    if (answer2.status !== 200) return wrongStatus(answer2);
    const { milliseconds } = answer2;
    if (compare === void 0) return { kind: "read", value: void 0, milliseconds };
    const read = await wholeJson(answer2, http2, context, signal);
    if (read.kind === "unknown") return read;
    return {
      kind: "read",
      value: http2.value === void 0 ? read.json : valueAt(read.json, http2.value),
      milliseconds
    };
  })
);

// src/drivers/probes/http/migration-start.ts
var statuses = array(int()).nonempty();
var httpMigrationStarter = kind(
  "http",
  strictObject({
    ...chainedKeys,
    method: m(["POST", "PUT"]).default("POST"),
    started: statuses.describe("Status codes that say: started."),
    "nothing-pending": statuses.describe("Status codes that say: there is nothing to start.")
  }),
  (settings34, context) => async (signal) => {
    const answer2 = await ask(settings34, context, signal);
    const call = `${settings34.method} ${answer2.url}`;
    if (answer2.kind === "no-answer") {
      return answer2.refused === void 0 ? { kind: "not-understood", said: `${call} got no answer: ${answer2.reason}` } : { kind: "refused", said: `${call} was not made: ${answer2.reason}` };
    }
    const { status, body, refused } = answer2;
    if (refused !== void 0) return { kind: "refused", said: `${call} answered ${status}: ${refused}` };
    const text = body.replaceAll(/\s+/g, " ").trim();
    const said2 = `${call} answered ${status}${text === "" ? "" : ` "${text.slice(0, longestQuote)}"`}`;
    if (settings34.started.includes(status)) return { kind: "started", said: said2 };
    return { kind: settings34["nothing-pending"].includes(status) ? "nothing-pending" : "not-understood", said: said2 };
  }
);
var longestQuote = 200;

// src/drivers/probes/http/migrations.ts
var listedJobs = strictObject({
  request: askedSettings.optional().describe("The request whose answer has the list; without it, the one above."),
  ...migrationJobKeys,
  next: string().min(1).optional().describe(
    "Dotted path, in the answer as it came, of the address of its next page; in a list of links, such as `link` of FHIR, the one whose `relation` or `rel` is `next` counts. A `Link` header is followed without it."
  )
}).describe(
  "The jobs of its migrations. A job that is new since a deploy with deferred migrations shows that one was started, also while it is queued. Of a migration that is pending, the newest job says whether it runs or has failed."
);
var settings20 = strictObject({ ...askedKeys, ...migrationStatusKeys, jobs: listedJobs.optional() });
var httpMigrations = kind(
  "http",
  settings20,
  (asked, context) => async (signal) => {
    const { jobs: listed2 } = asked;
    const answer2 = await readJson(asked, context, signal);
    if (answer2.kind === "unknown") return answer2;
    const status = readMigrationStatus(answer2.json, asked, `the answer of ${answer2.url}`, context);
    if (status.kind === "unknown") return status;
    if (listed2 === void 0) return status.status;
    const { request: request2 = asked, list: list2, next, missing: missing3 } = listed2;
    const first = listed2.request === void 0 ? answer2 : await readJson(request2, context, signal);
    if (first.kind === "unknown") return first;
    const items = await allItems(
      first,
      { list: list2, next, missing: missing3, what: "list of jobs" },
      async (at) => await readPage(request2, context, { at, earlier: first.earlier, signal })
    );
    if ("kind" in items) return items;
    const read = readJobs(items, listed2, `the answer of ${first.url}`);
    return read.kind === "unknown" ? read : joined(status, read, listed2, context.effects.clock.now().getTime());
  }
);

// src/drivers/probes/http/reached.ts
var httpReached = kind(
  "http",
  strictObject({
    ...askedKeys,
    expect: expectation.describe("What the answer is when the stage is reached. Another answer means that it is not.")
  }),
  (settings34, context) => async (signal) => {
    const answer2 = await ask(settings34, context, signal);
    if (answer2.kind === "no-answer") return noAnswer(answer2);
    const met = await meets(answer2, settings34, context, signal);
    if (met.kind === "met") return { kind: "yes" };
    if (met.kind === "unknown") return met;
    if (answer2.refused !== void 0)
      return { kind: "unknown", reason: `${met.reason}: ${answer2.refused}`, refused: true };
    return { kind: answer2.status >= 500 ? "unknown" : "no", reason: met.reason };
  }
);

// src/drivers/probes/http/smoke.ts
var httpSmokeTest = strictObject({ ...smokeKeys, http: strictObject({ ...askedKeys, expect: expectation }) }).transform(
  (test) => smokePart("http", test, async (context, signal) => {
    const answer2 = await ask(test.http, context, signal);
    if (answer2.kind === "no-answer") return { kind: "unknown", reason: `${answer2.url}: ${answer2.reason}` };
    const met = await meets(answer2, test.http, context, signal);
    if (met.kind === "unknown") return met;
    return met.kind === "met" ? { kind: "passed" } : { kind: "failed", reason: met.reason };
  })
);

// src/drivers/probes/http/version.ts
var place = string().min(1);
var settings21 = strictObject({
  ...askedKeys,
  value: union([place, array(place).min(1)]).optional().describe(
    "Dotted path of the version in the JSON answer: `data.version`. Of several, for a product that has moved it, the first that is there counts: `[data.version, data.server.version]`."
  ),
  header: place.optional().describe("The header of the answer that has the version: `X-Server-Version`."),
  pattern: versionInText.optional()
}).refine(({ value: value2, header, pattern: pattern4 }) => value2 !== void 0 || header !== void 0 || pattern4 !== void 0, {
  message: 'a request that says where in its answer the version is: "value" (JSON), "header" or "pattern" (text)'
}).refine(({ value: value2, header }) => value2 === void 0 || header === void 0, {
  message: 'a request with either "value" or "header": the version is read from one place'
});
var httpVersion = kind("http", settings21, (asked, context) => async (signal) => {
  const answer2 = await ask(asked, context, signal);
  if (answer2.kind === "no-answer") return noAnswer(answer2);
  if (answer2.status !== 200) return wrongStatus(answer2);
  const { pattern: pattern4 } = asked;
  const read = await readText(answer2, asked, context, signal);
  if (read.kind === "unknown") return read;
  if (pattern4 === void 0) return { kind: "known", value: read.value };
  return versionFrom(read.value, pattern4, read.what);
});
async function readText(answer2, asked, context, signal) {
  const { url: url2, body, headers } = answer2;
  const { value: value2, header } = asked;
  const whole = `the answer of ${url2}`;
  if (header !== void 0) {
    const text = headers.get(header)?.trim() ?? "";
    return text === "" ? { kind: "unknown", reason: `${whole} has no header "${header}"` } : { kind: "known", value: text, what: `the header "${header}" of ${whole}` };
  }
  if (value2 === void 0) return { kind: "known", value: body, what: whole };
  const places = [value2].flat();
  const read = await wholeJson(answer2, asked, context, signal);
  if (read.kind === "unknown") return read;
  for (const path4 of places) {
    const text = textOf(valueAt(read.json, path4));
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
  smokeTest: httpSmokeTest,
  measure: httpMeasure
};

// src/drivers/probes/login/kind.ts
var settings22 = strictObject({
  path: template.meta({
    description: "Where one logs in. Appended to the environment's `url`.",
    examples: ["/api/auth/login"]
  }),
  body: record(string(), template).optional().describe('What is sent: `{ username: "${PRODUCTION_USER}", password: "${PRODUCTION_PASSWORD}" }`.'),
  content: m(["json", "form"]).default("json").describe("How `body` is sent."),
  basic: strictObject({ user: template, password: template }).optional().describe("A name and its password in a Basic header, in place of a body or beside it."),
  token: string().min(1).optional().describe("Dotted path of the token in the JSON answer; left out, the answer is the token."),
  expires: string().min(1).optional().describe("Dotted path of the number of seconds for which it is good. Of a JWT it is known without it."),
  timeout: duration.prefault("10s")
}).refine(({ body, basic: basic2 }) => body !== void 0 || basic2 !== void 0, {
  error: 'a login with "body" or "basic": who logs in'
}).describe("A login that yields a token, which is renewed before it expires.");
var login = kind("login", settings22, open3);
function open3(chosen, context) {
  const { effects, where, placeholders } = context;
  const fill = (text, key) => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const url2 = fill(`{url}${chosen.path}`, "path");
  const sent = Object.entries(chosen.body ?? {}).map(([name, value2]) => [name, fill(value2, `body.${name}`)]);
  const headers = { accept: "application/json", ...typeOf(chosen), ...basicHeader(chosen, fill, effects.mask) };
  const content = Object.fromEntries(sent);
  const body = chosen.content === "form" ? new URLSearchParams(content).toString() : JSON.stringify(content);
  const credential = `the credential "${where.replace(/\.login$/, "")}"`;
  const none = (why2, refused) => ({
    kind: "none",
    reason: `${credential} got no token: ${withoutCredentials(url2)} ${why2}`,
    refused
  });
  const ask3 = async () => {
    try {
      const response = await effects.fetch(url2, {
        method: "POST",
        headers,
        ...chosen.body === void 0 ? {} : { body },
        // A password is never sent on to wherever an answer points.
        redirect: "manual",
        signal: AbortSignal.any([AbortSignal.timeout(chosen.timeout), effects.signal])
      });
      const text = await response.text();
      const { status } = response;
      if (status < 200 || status > 299) return none(`answered ${status}`, [400, 401, 403].includes(status));
      const read = tokenIn2(text, chosen, effects.clock.now().getTime());
      if (read.kind === "malformed") return none(`answered ${status}, but ${read.why}`, false);
      effects.mask(read.value);
      return read;
    } catch (error2) {
      effects.signal.throwIfAborted();
      if (error2 instanceof UserError) throw error2;
      return none(`does not answer: ${reasonOf(error2, chosen.timeout)}`, false);
    }
  };
  return accessToken(ask3, effects.clock);
}
function typeOf({ body, content }) {
  if (body === void 0) return {};
  return { "content-type": content === "form" ? "application/x-www-form-urlencoded" : "application/json" };
}
function basicHeader({ basic: basic2 }, fill, mask) {
  if (basic2 === void 0) return {};
  const pair = `${fill(basic2.user, "basic.user")}:${fill(basic2.password, "basic.password")}`;
  const encoded = Buffer.from(pair).toString("base64");
  mask(encoded);
  return { authorization: `Basic ${encoded}` };
}
function tokenIn2(text, { token, expires }, now) {
  const malformed = (why2) => ({ kind: "malformed", why: why2 });
  const isJson = token !== void 0 || expires !== void 0;
  const parsed2 = isJson ? parseJson(text) : void 0;
  if (parsed2?.kind === "not-json") return malformed(`its answer ${parsed2.reason}`);
  const found = token === void 0 ? text.trim() : textOf(valueAt(parsed2?.value, token));
  if (found === void 0 || !/^[\x21-\x7e]+$/.test(found))
    return malformed(`its answer ${token === void 0 ? "is not" : `has no "${token}" that is`} a token for a header`);
  if (expires === void 0) return { kind: "token", value: found, milliseconds: jwtLifetime(found, now) };
  const seconds = Number(textOf(valueAt(parsed2?.value, expires)) ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? { kind: "token", value: found, milliseconds: seconds * 1e3 } : malformed(`the "${expires}" of its answer is not a number of seconds above 0`);
}
var claims = looseObject({ exp: number() });
function jwtLifetime(token, now) {
  const [, payload, signature] = token.split(".");
  if (payload === void 0 || signature === void 0) return void 0;
  const parsed2 = parseJson(Buffer.from(payload, "base64url").toString());
  const read = parsed2.kind === "json" ? claims.safeParse(parsed2.value) : void 0;
  if (read?.success !== true) return void 0;
  const left = read.data.exp * 1e3 - now;
  return left > 0 ? left : void 0;
}

// src/drivers/probes/logs/kind.ts
var patterns = array(lineExpression).default([]);
var settings23 = strictObject({
  forbid: patterns.describe("Regular expressions, none of which may be found in a line."),
  except: patterns.describe("Lines in which one of these is found are passed over."),
  expect: patterns.describe("Regular expressions, each of which must be found in some line."),
  timeout: duration.prefault("1m").describe("How long it may take to read the log.")
}).refine(({ forbid, expect: expect2 }) => forbid.length + expect2.length > 0, {
  error: 'a test with "forbid" or "expect": what is looked for'
}).describe("What the server has logged since it was deployed, as `deploy` can show it: a `command` needs `logs`.");
function lineJudge({ forbid, except, expect: expect2 }) {
  const [bad, fine2] = [forbid, except].map((list2) => list2.map((text) => new RegExp(text)));
  const wanted = expect2.map((text) => ({ text, pattern: new RegExp(text), isFound: false }));
  const found = /* @__PURE__ */ new Map();
  return {
    line: (whole) => {
      const line3 = whole.slice(0, longestLine);
      for (const each of wanted) each.isFound ||= each.pattern.test(line3);
      if (fine2?.some((pattern4) => pattern4.test(line3)) === true) return;
      for (const [index2, pattern4] of (bad ?? []).entries()) {
        const text = forbid[index2] ?? "";
        if (pattern4.test(line3)) found.set(text, (found.get(text) ?? 0) + 1);
      }
    },
    result: () => {
      const missing3 = wanted.filter(({ isFound }) => !isFound).map(({ text }) => `no line has ${text}`);
      const forbidden2 = [...found].map(([text, count]) => `${countText(count, "line")} with ${text}`);
      const wrong = [...forbidden2, ...missing3];
      return wrong.length === 0 ? { kind: "passed" } : { kind: "failed", reason: `in the log since the deploy: ${wrong.join("; ")}` };
    }
  };
}
var logs = {
  smokeTest: strictObject({ ...smokeKeys, logs: settings23 }).transform(
    (test) => smokePart("logs", test, async ({ serverLog, effects }, signal) => {
      if (serverLog === void 0)
        return {
          kind: "unknown",
          reason: "no deploy is recorded here, so it is not known from when on to read the log"
        };
      const judge2 = lineJudge(test.logs);
      const limit = AbortSignal.timeout(test.logs.timeout);
      try {
        await serverLog.read(judge2.line, AbortSignal.any([limit, ...signal === void 0 ? [] : [signal]]));
      } catch (error2) {
        effects.signal.throwIfAborted();
        signal?.throwIfAborted();
        if (limit.aborted)
          return { kind: "unknown", reason: `the log could not be read within ${test.logs.timeout / 1e3} s` };
        if (!(error2 instanceof SystemFailure)) throw error2;
        return { kind: "unknown", reason: error2.detail.happened.replace(/\.$/, "") };
      }
      return judge2.result();
    })
  )
};

// src/drivers/probes/sql/rows.ts
import { access } from "node:fs/promises";
import { resolve } from "node:path";

// src/drivers/probes/sql/sqlite-rows.ts
var answer = union([
  object({ rows: array(record(string(), unknown())), milliseconds: number() }),
  object({ code: string() })
]);
var reader = String.raw`
  const { file, query } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
  const read = () => {
    const { DatabaseSync } = require('node:sqlite');
    const started = performance.now();
    const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
    const statement = database.prepare(query);
    const behind = query.slice(statement.sourceSQL.length).replace(/--[^\n]*|\/\*[^]*?\*\//g, '');
    if (/[^\s;]/.test(behind)) return { code: 'SEVERAL' };
    return { rows: statement.all(), milliseconds: performance.now() - started };
  };
  let answer;
  try {
    answer = read();
  } catch (error) {
    answer = { code: error.code ?? 'unknown' };
  }
  process.stdout.write(JSON.stringify(answer));`;
var mostBytes = 16 * 1024 * 1024;
async function sqliteRows(asked, { processes, signal }) {
  const tooMuch = new AbortController();
  const chunks = [];
  let bytes = 0;
  try {
    await processes.run({
      argv: [process.execPath, "--no-warnings", "--eval", reader],
      environment: {},
      input: JSON.stringify(asked),
      signal: AbortSignal.any([signal, tooMuch.signal]),
      graceMilliseconds: 0,
      onOutput: (chunk) => {
        bytes += chunk.byteLength;
        if (bytes > mostBytes) tooMuch.abort();
        else chunks.push(chunk);
      }
    });
  } catch (error2) {
    if (tooMuch.signal.aborted) return { code: "TOO_MUCH" };
    throw error2;
  }
  const text = Buffer.concat(chunks).toString("utf8");
  return text === "" ? { code: "unknown" } : answer.parse(JSON.parse(text));
}

// src/drivers/probes/sql/rows.ts
var sqlKeys = {
  url: template.optional().describe(
    "The address of a PostgreSQL database, best of a role that may only read: `{access.<name>}`, to which each environment gives its own value."
  ),
  file: template.optional().describe("The file of a SQLite database."),
  query: string().min(1).describe("One statement, in a transaction that may only read: `select count(*) as patients from patient`."),
  timeout: duration.prefault("30s")
};
var sqlSettings = strictObject(sqlKeys).refine(({ url: url2, file: file2 }) => url2 === void 0 !== (file2 === void 0), {
  error: 'either "url" (PostgreSQL) or "file" (SQLite)'
});
async function readRows(settings34, context, signal) {
  const { effects, where, placeholders } = context;
  const fill = (text, key) => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const { url: url2, file: file2, query, timeout } = settings34;
  const started = effects.clock.now().getTime();
  try {
    if (file2 !== void 0)
      return await sqlite(resolve(effects.directory, fill(file2, "file")), settings34, context, signal);
    const rows = await postgresRows(fill(url2 ?? "", "url"), query, { timeout, effects: effects.signal, signal });
    return { kind: "rows", rows, milliseconds: effects.clock.now().getTime() - started };
  } catch (error2) {
    effects.signal.throwIfAborted();
    signal?.throwIfAborted();
    return { kind: "none", reason: reasonOf2(error2) };
  }
}
async function sqlite(file2, { query, timeout }, { effects }, signal) {
  await access(file2);
  const limit = AbortSignal.timeout(timeout);
  const ends2 = AbortSignal.any([limit, effects.signal, ...signal === void 0 ? [] : [signal]]);
  try {
    const read = await sqliteRows({ file: file2, query }, { processes: effects.processes, signal: ends2 });
    return "code" in read ? { kind: "none", reason: reasonFor(read.code) } : { kind: "rows", ...read };
  } catch (error2) {
    if (limit.aborted) return { kind: "none", reason: reasonFor("57014") };
    throw error2;
  }
}
async function postgresRows(url2, query, { timeout, effects, signal }) {
  const { default: pg } = await import("./libraries/pg.js");
  const settings34 = {
    connectionString: asLibpqReads(url2),
    application_name: "staged-upgrade",
    connectionTimeoutMillis: timeout,
    statement_timeout: timeout,
    query_timeout: timeout,
    options: "-c default_transaction_read_only=on"
  };
  const client = new pg.Client(settings34);
  client.on("error", () => void 0);
  const stopped = AbortSignal.any([effects, ...signal === void 0 ? [] : [signal]]);
  const cut = () => void client.end().catch(() => void 0);
  stopped.addEventListener("abort", cut, { once: true });
  try {
    await client.connect();
    await client.query("BEGIN READ ONLY");
    const { rows } = await client.query({ text: query, values: [], name: "probe" });
    return rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value2]) => [name, plain(value2)])));
  } finally {
    stopped.removeEventListener("abort", cut);
    await client.end().catch(() => void 0);
  }
}
function asLibpqReads(address) {
  const url2 = URL.parse(address);
  if (url2 === null || !url2.searchParams.has("sslmode") || url2.searchParams.has("uselibpqcompat")) return address;
  url2.searchParams.set("uselibpqcompat", "true");
  return url2.href;
}
function plain(value2) {
  if (typeof value2 === "string" && /^-?\d{1,15}$/.test(value2)) return Number(value2);
  return value2 instanceof Date ? value2.toISOString() : value2;
}
var withCode = looseObject({ code: string() });
function reasonOf2(error2) {
  const read = withCode.safeParse(error2);
  return reasonFor(read.success ? read.data.code : void 0);
}
function reasonFor(code) {
  switch (code) {
    case "SEVERAL":
      return "its query has several statements, of which only the first would be read";
    case "TOO_MUCH":
      return "its query finds too much: let it count, or limit it";
    case "ENOENT":
      return "its database does not exist or cannot be reached";
    case "25006":
      return "its query would write, and may only read";
    case "42P01":
      return "a table of its query does not exist";
    case "42703":
      return "a column of its query does not exist";
    case "57014":
      return "its query took too long";
    default:
      return `its query was not answered${code === void 0 ? "" : ` (${code})`}`;
  }
}

// src/drivers/probes/sql/kind.ts
var expect = record(string(), condition2).describe(
  'Values by dotted path in the list of rows: `{ "0.patients": { at-least: 1 } }`; `length` is how many rows there are.'
);
var sql = {
  smokeTest: strictObject({ ...smokeKeys, sql: sqlSettings.safeExtend({ expect }) }).transform(
    (test) => smokePart("sql", test, async (context, signal) => {
      const read = await readRows(test.sql, context, signal);
      if (read.kind === "none") return { kind: "unknown", reason: read.reason };
      const { rows } = read;
      const wrong = firstUnmet(
        test.sql.expect,
        (path4) => path4 === "length" ? rows.length : valueAt(rows, path4),
        rows
      );
      return wrong === void 0 ? { kind: "passed" } : { kind: "failed", reason: `in what its query found, ${wrong}` };
    })
  ),
  measure: strictObject({
    ...measureKeys,
    sql: sqlSettings.safeExtend({
      value: string().min(1).optional().describe("Dotted path, in the list of rows, of what is compared: `0.patients`; left out, all rows.")
    })
  }).refine(comparesSomething.holds, { error: comparesSomething.error }).transform(
    (measure2) => measurePart("sql", measure2, async (context, signal) => {
      const read = await readRows(measure2.sql, context, signal);
      if (read.kind === "none") return { kind: "unknown", reason: read.reason };
      const { rows, milliseconds } = read;
      const { value: value2 } = measure2.sql;
      return { kind: "read", value: value2 === void 0 ? rows : valueAt(rows, value2), milliseconds };
    })
  )
};

// src/drivers/probes/tcp/kind.ts
import { connect } from "node:net";
var settings24 = strictObject({
  host: template.optional().describe("The host; left out, that of the environment's `url`."),
  port: int().min(1).max(65535).describe("The port that must take a connection."),
  timeout: duration.prefault("5s")
}).describe("A connection that is taken, whatever is spoken on it.");
async function tryToConnect({ host, port: port2, timeout }, context, signal) {
  const { effects, where, placeholders } = context;
  const address = host === void 0 ? (URL.parse(placeholders.url ?? "")?.hostname ?? "").replace(/^\[|\]$/g, "") : effects.variables.fill(host, `${where}.host`, placeholders);
  const limit = AbortSignal.timeout(timeout);
  const ends2 = AbortSignal.any([limit, effects.signal, ...signal === void 0 ? [] : [signal]]);
  try {
    await new Promise((resolve5, reject) => {
      const socket = connect({ host: address, port: port2, signal: ends2 });
      socket.once("connect", () => {
        socket.destroy();
        resolve5();
      });
      socket.once("error", reject);
    });
    return { kind: "taken" };
  } catch (error2) {
    effects.signal.throwIfAborted();
    signal?.throwIfAborted();
    const reason = limit.aborted ? `no connection within ${timeout / 1e3} s` : reasonOf(error2, timeout);
    return { kind: "not-taken", reason: `port ${port2} of ${address}: ${reason}` };
  }
}
var tcp = {
  health: kind("tcp", settings24, (chosen, context) => async (signal) => {
    const taken2 = await tryToConnect(chosen, context, signal);
    return taken2.kind === "taken" ? { kind: "yes" } : { kind: "unknown", reason: taken2.reason };
  }),
  smokeTest: strictObject({ ...smokeKeys, tcp: settings24 }).transform(
    (test) => smokePart("tcp", test, async (context, signal) => {
      const taken2 = await tryToConnect(test.tcp, context, signal);
      return taken2.kind === "taken" ? { kind: "passed" } : { kind: "failed", reason: taken2.reason };
    })
  )
};

// src/drivers/probes/http/evidence.ts
var evidenceSource = strictObject({
  name: string().min(1).describe("What it is, as the heading in the file: `Jobs`."),
  http: strictObject(chainedKeys)
});
var probe = looseObject({ http: looseObject({ path: string(), headers: unknown().optional() }) });
var request = object(chainedKeys);
var severalProbes = looseObject({ "first-of": array(unknown()) });
function answersOfProbes(probes) {
  const named3 = record(string(), unknown()).safeParse(probes);
  if (!named3.success) return [];
  return Object.entries(named3.data).flatMap(
    ([name, value2]) => requestsOf(value2).map((http2) => ({ name: `Answer of the ${name} probe`, http: http2 }))
  );
}
function requestsOf(value2) {
  const several = severalProbes.safeParse(value2);
  if (several.success) return several.data["first-of"].flatMap(requestsOf);
  const read = probe.safeParse(value2);
  const http2 = read.success ? request.safeParse(read.data.http) : void 0;
  return http2?.success === true ? [http2.data] : [];
}
function openEvidence({ name, http: http2 }, context) {
  return { name, collect: (signal) => answerText(http2, context, signal) };
}
var longest2 = 64 * 1024;
async function answerText(http2, context, signal) {
  try {
    const answer2 = await ask(http2, context, signal);
    if (answer2.kind === "no-answer") return `${http2.method} ${answer2.url}: no answer: ${answer2.reason}`;
    const { body } = answer2;
    const shown2 = body.length <= longest2 ? body : `${body.slice(0, longest2)}
\u2026 ${body.length - longest2} characters left out`;
    return `${http2.method} ${answer2.url}: ${answer2.status}
${shown2}`;
  } catch (error2) {
    if (!(error2 instanceof UserError)) throw error2;
    return error2.message;
  }
}

// src/drivers/probes.ts
var kinds = [http, command, sql, tcp, logs];
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
var measure = answering((kind2) => kind2.measure);
var tokenSource = oneOf([clientCredentials, login, basic]);

// src/drivers/releases/combined/kind.ts
function combined(single2) {
  return kind(
    "combined",
    array(single2).min(2).describe("Several sources, read as one; what several of them have counts once."),
    (parts2, context) => ({
      read: async (signal) => {
        const all = [];
        for (const [place2, part4] of parts2.entries()) {
          all.push(await part4.open({ ...context, where: `${context.where}.${place2}` }).read(signal));
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
  const happened = `The releases could not be read from ${source}: ${shownUrl(url2)} gave no whole answer in ${attempts2} attempts (${reasonOf3(cause, timeout)}).`;
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
function reasonOf3(cause, timeout) {
  for (let error2 = cause; error2 instanceof Error; error2 = error2.cause) {
    if (error2 instanceof ProxyFailure) return error2.message;
    if (error2.name === "TimeoutError") return `nothing within ${timeout / 1e3} s`;
    if ("code" in error2 && typeof error2.code === "string") return error2.code;
    if (error2.cause === void 0) return error2.message;
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
  const json2 = parse2(reply.body);
  if (json2 === void 0) throw malformedResponse(from2.source, from2.url, "is not JSON");
  const read = shape.safeParse(json2.value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place2 = issue?.path.join(".") || "the whole";
  throw malformedResponse(from2.source, from2.url, `has another shape than expected (${place2}: ${issue?.message ?? ""})`);
}
function parse2(text) {
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
  const judge2 = options.judge ?? judgeTransient;
  return async ({ url: url2, headers = {} }, signal) => {
    const ends2 = signal ? [effects.signal, signal] : [effects.signal];
    const cancelled = AbortSignal.any(ends2);
    let waited = 0;
    for (let attempt = 1; ; attempt++) {
      cancelled.throwIfAborted();
      const asked = await ask2(effects.fetch, url2, headers, cancelled);
      const judgement = asked.kind === "reply" ? judge2(asked.reply, attempt, effects.clock.now()) : retryLater(attempt);
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
async function ask2(fetch, url2, headers, cancelled) {
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
var settings25 = strictObject({
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
  settings25,
  ({ crate, server }, { effects, where, placeholders }) => ({
    read: async (signal) => {
      const source = `crate ${crate}`;
      const written2 = server === void 0 ? publicServer : effects.variables.fill(server, `${where}.server`, placeholders);
      const address = serverAddress(written2, `${where}.server`);
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
import { resolve as resolve2 } from "node:path";

// src/world/yaml/duplicate-keys.ts
function duplicateKeys(document) {
  const offsets = [];
  m3(document, {
    Map: (_place, { items }) => {
      const keys = /* @__PURE__ */ new Set();
      for (const { key } of items) {
        if (!e(key)) continue;
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
  for (const token of new x3().lex(text)) {
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
  const line3 = loneReturn(text);
  if (line3 !== void 0) return { kind: "unreadable", reason: `a carriage return stands alone in line ${line3}` };
  if (text.length > mostMegabytes * 1024 * 1024) {
    return { kind: "unreadable", reason: `it is larger than ${mostMegabytes} MiB` };
  }
  if (tooDeepAt(text) !== void 0) return tooDeep;
  const schema = scalars === "texts" ? "failsafe" : "core";
  try {
    const lineCounter = new s8();
    const document = a10(text, {
      prettyErrors: false,
      lineCounter,
      logLevel: "error",
      uniqueKeys: false,
      schema
    });
    const [error2] = document.errors;
    const [duplicate] = duplicateKeys(document);
    const wrong = error2 !== void 0 ? { at: error2.pos[0], what: firstLine(error2.message) } : duplicate !== void 0 ? { at: duplicate, what: "Map keys must be unique" } : void 0;
    if (wrong !== void 0) {
      const { line: line4, col } = lineCounter.linePos(wrong.at);
      return { kind: "unreadable", reason: `${wrong.what} at line ${line4}, column ${col}` };
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
var pinnedMigrations = strictObject({
  url: url(),
  sha256: string().regex(/^[0-9a-f]{64}$/),
  list: array(listedMigration)
});
var fileShape = union([
  array(listedRelease).min(1),
  strictObject({
    source: string().min(1).optional(),
    releases: array(listedRelease).min(1),
    migrations: array(pinnedMigrations).optional()
  })
]);
function parseReleaseFile(text, path4) {
  const read = readYaml(text);
  if (read.kind === "unreadable") throw unreadable2(path4, [read.reason]);
  const parsed2 = fileShape.safeParse(read.value);
  if (!parsed2.success) throw unreadable2(path4, faults(read.value));
  const { data } = parsed2;
  if (Array.isArray(data)) return { source: `the file ${path4}`, tags: data.map(publishedTagFrom) };
  const { source = `the file ${path4}`, releases, migrations: migrations2 } = data;
  return { source, tags: releases.map(publishedTagFrom), ...migrations2 === void 0 ? {} : { migrations: migrations2 } };
}
var shownFaults = 5;
function faults(value2) {
  const entries = union([array(unknown()), object({ releases: array(unknown()) })]).safeParse(value2);
  if (!entries.success) return ['it holds neither a list of releases nor a key "releases" with one'];
  const list2 = Array.isArray(entries.data) ? entries.data : entries.data.releases;
  if (list2.length === 0) return ["the list is empty"];
  const wrong = list2.flatMap((entry, index2) => {
    const read = listedRelease.safeParse(entry);
    return read.success ? [] : [`release ${index2 + 1}: ${explain(read.error.issues)}`];
  });
  if (wrong.length === 0)
    return ['beside "releases" only the keys "source" and "migrations" are known, the latter as a plan has written it'];
  const more = wrong.length - shownFaults;
  return more > 0 ? [...wrong.slice(0, shownFaults), `and ${more} more`] : wrong;
}
function explain(issues) {
  const [issue] = issues;
  if (issue?.code !== "invalid_union") return describe(issues);
  const [meant] = issue.errors.toSorted((a13, b8) => depth(b8) - depth(a13));
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
      return await readFirst([...new Set(folders.map((folder) => resolve2(folder, filled)))], signal);
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
  if (limitOf(reply) !== "primary" || Number.isNaN(new Date(reset * 1e3).getTime())) return void 0;
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
async function allGitHubItems(path4, item, { access: access4, effects, source }, signal) {
  const get = httpClient(effects, { source, judge: judgeGitHub });
  const first = below(access4.api, path4);
  first.searchParams.set("per_page", String(perPage2));
  return await allPages(source, first, mostPages3, async (url2) => {
    const reply = await confirmed(url2, access4, (headers) => get({ url: url2, headers }, signal));
    if (reply.status !== 200) {
      throw refusedByGitHub(source, url2, reply, { withToken: access4.withToken, now: effects.clock.now() });
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
import { createHash as createHash3, randomUUID } from "node:crypto";
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
  const pathOf = (url2) => join(folder, `${sha2562(url2.href)}.json`);
  return {
    find: async (url2) => {
      const page = await readStored(pathOf(url2));
      return page?.url === url2.href && sha2562(page.body) === page.sha256 ? page : void 0;
    },
    keep: async (url2, { etag, link, body }) => {
      const page = { format: 1, url: url2.href, etag, link, body, sha256: sha2562(body) };
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
function sha2562(text) {
  return createHash3("sha256").update(text).digest("hex");
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
var settings26 = strictObject(githubKeys);
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
var settings27 = strictObject(githubKeys).describe("The releases of a repository on GitHub, with dates and notes. Drafts are left out.");
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
  settings27,
  (configured, context) => ({
    read: async (signal) => {
      const { repository } = configured;
      const source = `GitHub releases of ${repository}`;
      const access4 = githubAccess(configured, context);
      const asked = { access: access4, effects: context.effects, source };
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
var settings28 = strictObject(githubKeys).describe("The tags of a repository on GitHub. They have no dates, so a rule about the age of releases finds none.");
var tag = object({ name: string().min(1) });
var githubTags = kind("github-tags", settings28, (configured, context) => ({
  read: async (signal) => {
    const { repository } = configured;
    const source = `GitHub tags of ${repository}`;
    const access4 = githubAccess(configured, context);
    const asked = { access: access4, effects: context.effects, source };
    const items = await allGitHubItems(`repos/${repository}/tags`, tag, asked, signal);
    return { source, tags: [...new Set(items.map(({ name }) => name))].map((name) => ({ tag: name })) };
  }
}));

// src/drivers/releases/github/kind.ts
var github = [githubReleases, githubTags];

// src/drivers/releases/helm-index/kind.ts
var import_parse2 = __toESM(require_parse(), 1);
var import_prerelease2 = __toESM(require_prerelease(), 1);
var settings29 = strictObject({
  url: template.describe("The address of the repository, with or without `/index.yaml`."),
  chart: string().min(1).describe("The name of the chart."),
  version: m(["chart", "app"]).default("chart").describe("What names a release: the version of the chart, or that of the application in it."),
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
var helmIndex = kind("helm-index", settings29, (configured, context) => ({
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
    const parsed2 = read.kind === "value" ? index.safeParse(read.value) : void 0;
    if (!parsed2?.success) throw malformedResponse(source, url2, "is no index of a Helm repository");
    const { entries } = parsed2.data;
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
  const newestFirst = versions.toSorted((a13, b8) => compareCharts(b8.version, a13.version));
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
function compareCharts(a13, b8) {
  const [one, other] = [(0, import_parse2.default)(a13), (0, import_parse2.default)(b8)];
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
var settings30 = strictObject({
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
  settings30,
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
      const login2 = token === void 0 ? address.headers : { authorization: `Bearer ${token}` };
      const headers = { accept: "application/json", ...login2 };
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
  for (const [, name = "", quoted4, bare] of text.matchAll(/(\w+)\s*=\s*(?:"([^"]*)"|([^\s,"]+))/g)) {
    parameters.set(name.toLowerCase(), quoted4 ?? bare ?? "");
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
var tokenAnswer2 = object({ token: string().min(1).optional(), access_token: string().min(1).optional() }).transform((answer2) => answer2.token ?? answer2.access_token).pipe(string());
function registryClient(image, login2, http2, source) {
  const basic2 = login2 && basicAuthorization(login2.user, login2.password);
  let authorization;
  const answerTo = async (refusal, signal) => {
    const scope = `repository:${image.repository}:pull`;
    const challenge = readChallenge(refusal.headers.get("www-authenticate"), image.registry, scope);
    if (challenge.kind === "unknown") return void 0;
    if (challenge.kind === "basic") return basic2;
    const reply = await http2({ url: challenge.realm, headers: basic2 ?? {} }, signal);
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
var settings31 = strictObject({
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
var ociTags = kind("oci-tags", settings31, (configured, context) => ({
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
    const login2 = user === void 0 ? void 0 : { user, password: fill("password") ?? "" };
    const get = registryClient(image, login2, httpClient(effects, { source }), source);
    const first = below(image.registry, `v2/${image.repository}/tags/list`);
    first.searchParams.set("n", String(perPage3));
    const tags = await allPages(source, first, mostPages4, async (url2) => {
      const reply = await get(url2, signal);
      if (reply.status !== 200)
        throw refusedAnswer(source, url2, reply, adviceOnRegistry(reply.status, login2 !== void 0));
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
  const [first] = dates.toSorted((a13, b8) => Date.parse(a13) - Date.parse(b8));
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
  const named3 = new RegExp(`^${name}-(?<rest>.+)$`, "i");
  return (filename) => {
    const rest = named3.exec(filename)?.groups?.rest;
    if (rest === void 0) return void 0;
    if (builtFile.test(rest)) return rest.replace(builtFile, "").split("-")[0];
    return archive.test(rest) ? rest.replace(archive, "") : void 0;
  };
}
function keyOf(text) {
  const [, local = ""] = text.split("+");
  const parsed2 = parseVersionText(text, "pep440");
  if (parsed2 === void 0) return text.toLowerCase();
  const numbers = parsed2.numbers.slice(0, parsed2.numbers.findLastIndex((number2) => number2 !== 0) + 1);
  return JSON.stringify([numbers, parsed2.prerelease, parsed2.revision, local.toLowerCase().replaceAll(/[-_.]+/g, ".")]);
}

// src/drivers/releases/pypi/kind.ts
var publicIndex = "https://pypi.org/simple";
var settings32 = strictObject({
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
  settings32,
  ({ project, index: index2 }, { effects, where, placeholders }) => ({
    read: async (signal) => {
      const source = `PyPI project ${project}`;
      const written2 = index2 === void 0 ? void 0 : effects.variables.fill(index2, `${where}.index`, placeholders);
      const address = serverAddress(
        written2 ?? (effects.environment.PIP_INDEX_URL || publicIndex),
        written2 === void 0 ? "The variable PIP_INDEX_URL" : `${where}.index`
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
import { access as access2 } from "node:fs/promises";
import { delimiter, join as join3, resolve as resolve3 } from "node:path";

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
  const missing3 = [];
  for (const { where, program } of programs) {
    if (await isThere(program, place2)) continue;
    missing3.push(
      problem(subject, {
        happened: `The program "${program}", which ${where} starts, is not on this machine.`,
        means: "The step that needs it would fail.",
        next: `Install it on the runner, check it out in this job, or correct ${where}.`
      })
    );
  }
  if (missing3.length > 0 || programs.length === 0) return missing3;
  return [fine(subject, `Their programs are here: ${[...new Set(programs.map((each) => each.program))].join(", ")}.`)];
}
async function isThere(program, { directory, environment }) {
  const candidates = program.includes("/") ? [resolve3(directory, program)] : (environment.PATH ?? "").split(delimiter).filter((folder) => folder !== "").map((folder) => join3(resolve3(directory, folder), program));
  for (const candidate of candidates) {
    try {
      await access2(candidate, constants.X_OK);
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
var settings33 = strictObject({
  run: argv.describe(
    "Puts `{version}` in place. It gets STAGED_UPGRADE_VERSION, _FROM, _TO and _ENVIRONMENT as variables too."
  ),
  stop: argv.optional().describe("Stops the server, so that its database can be replaced. Staging needs it."),
  logs: argv.optional().describe(
    "Prints the server's log from `{since}` on, a time such as 2026-03-01T02:14:09.000Z: for smoke tests of kind `logs`."
  ),
  judge: judge.optional(),
  env: record(string(), template).default({}).describe(
    "Variables for these commands. Of the secrets of this file they get those that stand here or in `run`; what else the job has, they inherit."
  )
});
var part2 = kind("command", settings33, (configured, context) => {
  const { stop, logs: logs2 } = configured;
  const fillAll = (run, placeholders) => run.map((text) => context.effects.variables.fill(text, `${context.where}.run`, placeholders));
  const judgeOf = (rules, placeholders) => {
    const filled = (key) => rules[key].map((text) => context.effects.variables.fill(text, `${context.where}.judge.${key}`, placeholders));
    return outputJudge({ expect: filled("expect"), forbid: filled("forbid") });
  };
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
          ...configured.judge === void 0 ? {} : { judge: judgeOf(configured.judge, placeholders) },
          log: request2.log,
          ...request2.signal ? { signal: request2.signal } : {}
        },
        { ...context, placeholders },
        `It is not known whether ${request2.version} was put in place.`
      );
      return {};
    },
    ...logs2 === void 0 ? {} : {
      logs: async ({ since: since2, onLine, signal }) => {
        const result = await runUserCommand(
          { run: logs2, env: configured.env, log: { ...silentLog, output: onLine }, signal },
          { ...context, placeholders: { ...context.placeholders, since: since2.toISOString() } }
        );
        if (endedWell(result)) return;
        throw new SystemFailure({
          happened: `The command ${JSON.stringify(logs2.join(" "))} (${context.where}.logs) ${howItEnded(result)}.`,
          means: "What the server has logged is not known.",
          next: "Correct the command, and run the step again."
        });
      }
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

// src/core/model/artifacts.ts
var artifact = object({
  /** As the configuration names it: `acme/app:1.1.0`. */
  name: string(),
  /** The digests by which it is known; of two with one in common, both are the same. */
  digests: array(string()).readonly()
}).readonly();
function firstNotRehearsed(artifacts, rehearsed) {
  const known = new Set(rehearsed.flatMap(({ digests }) => digests));
  const other = artifacts.find(({ digests }) => !digests.some((digest) => known.has(digest)));
  return other && { artifact: other, rehearsed: rehearsed.find(({ name }) => name === other.name) };
}

// src/drivers/deployers/compose/containers.ts
var inspected = array(
  looseObject({
    Id: string(),
    Name: string(),
    Image: string(),
    Created: string(),
    RestartCount: number().default(0),
    Config: looseObject({ Image: string(), Labels: record(string(), string()).nullish() }),
    State: looseObject({
      Status: string(),
      ExitCode: number().default(0),
      OOMKilled: boolean().default(false),
      Health: looseObject({
        Status: string(),
        FailingStreak: number().default(0),
        Log: array(looseObject({ Output: string().default("") })).nullish()
      }).nullish()
    })
  })
);
var looks = 5;
async function readContainers(engine, project, services) {
  for (let look = 1; ; look += 1) {
    const listed2 = await engine.docker([
      "ps",
      "--all",
      "--quiet",
      "--no-trunc",
      `--filter=label=com.docker.compose.project=${project}`,
      "--filter=label=com.docker.compose.oneoff=False"
    ]);
    if (listed2.exitCode !== 0) throw unreadable3(engine, engine.lastWords(listed2));
    const ids = listed2.stdout.split("\n").filter((id) => id !== "");
    if (ids.length === 0) return [];
    const result = await engine.docker(["inspect", "--type=container", ...ids]);
    if (result.exitCode === 0) return seenIn(result.stdout, services);
    if (look === looks) throw unreadable3(engine, engine.lastWords(result));
  }
}
async function readContainer(engine, name) {
  const result = await engine.docker(["inspect", "--type=container", name]);
  if (result.exitCode === 0) return seenIn(result.stdout)[0];
  if (/no such (?:container|object)/i.test(result.stderr)) return void 0;
  throw unreadable3(engine, engine.lastWords(result));
}
function seenIn(json2, services) {
  return inspected.parse(JSON.parse(json2)).map((one) => {
    const { State: state2, Config: config } = one;
    return {
      id: one.Id,
      name: one.Name.replace(/^\//, ""),
      service: config.Labels?.["com.docker.compose.service"] ?? "",
      image: config.Image,
      imageId: one.Image,
      status: state2.Status,
      health: state2.Health?.Status,
      failing: state2.Health?.FailingStreak ?? 0,
      said: state2.Health?.Log?.at(-1)?.Output.trim() ?? "",
      exitCode: state2.ExitCode,
      outOfMemory: state2.OOMKilled,
      restarts: one.RestartCount,
      configHash: config.Labels?.["com.docker.compose.config-hash"],
      created: one.Created
    };
  }).filter(({ service }) => services?.includes(service) ?? true).toSorted((one, other) => one.created < other.created ? -1 : 1);
}
function unreadable3(engine, why2) {
  return new SystemFailure({
    happened: `The containers of ${engine.name} could not be read${why2}.`,
    means: "What runs there now is not known.",
    next: "Make sure that this job reaches the engine, then run the step again: it looks before it acts."
  });
}

// src/drivers/deployers/compose/engine.ts
function openEngine({ env, context: contextName, host }, context, request2) {
  const { effects, where } = context;
  const fill = (text, key) => effects.variables.fill(text, `${where}.${key}`, context.placeholders);
  const inherited = childEnvironment(effects, Object.values(env).flatMap(variableNames));
  const chosen = contextName ?? host;
  const merged = {
    ...inherited,
    // What the configuration names is meant, whatever the job has.
    ...chosen === void 0 ? {} : { DOCKER_HOST: void 0, DOCKER_CONTEXT: void 0 },
    ...filledVariables(env, context),
    ...request2.environment
  };
  const environment = Object.fromEntries(
    Object.entries(merged).filter((entry) => entry[1] !== void 0)
  );
  const [flags, name] = contextName !== void 0 ? [
    ["--context", fill(contextName, "context")],
    `the Docker engine of the context "${fill(contextName, "context")}"`
  ] : host !== void 0 ? [["--host", fill(host, "host")], `the Docker engine at ${fill(host, "host")}`] : [[], "the Docker engine"];
  return {
    name,
    docker: async (args, { log, onLine, signal } = {}) => await effects.processes.run({
      argv: ["docker", ...flags, ...args],
      directory: effects.directory,
      environment,
      signal: AbortSignal.any([effects.signal, request2.signal, signal].filter((each) => each !== void 0)),
      onLine: (line3, stream) => {
        log?.output(line3);
        onLine?.(line3, stream);
      }
    }),
    lastWords: (result) => {
      const text = effects.pen.text((result.stderr.trim() === "" ? result.stdout : result.stderr).trim());
      const last = text.split("\n").at(-1)?.trim() ?? "";
      return last === "" ? "" : `: ${last.replace(/\.$/, "").slice(0, 400)}`;
    }
  };
}
async function askEngine(engine) {
  const version = await engine.docker(["version", "--format", "{{.Server.Version}}"]);
  if (version.exitCode !== 0) {
    throw new SystemFailure({
      happened: `${capital(engine.name)} could not be reached${engine.lastWords(version)}.`,
      means: "Nothing was changed. What runs there now could not be read.",
      next: "Make sure that it runs and that this job may use it (docker version), then run the step again."
    });
  }
  const compose3 = await engine.docker(["compose", "version", "--short"]);
  const [major = 0, minor = 0] = compose3.stdout.trim().replace(/^v/, "").split(".").map(Number);
  if (compose3.exitCode === 0 && (major > 2 || major === 2 && minor >= 23)) return;
  throw new SystemFailure({
    happened: compose3.exitCode === 0 ? `Docker Compose ${compose3.stdout.trim()} is on this machine, and 2.23 or newer is needed.` : `Docker Compose is not on this machine: "docker compose version" ${howItEnded(compose3)}.`,
    means: "Nothing was changed.",
    next: "Install the plugin docker-compose of Docker, version 2.23 or newer, on the machine of this job."
  });
}
function capital(text) {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

// src/drivers/deployers/compose/image-reference.ts
var pattern3 = /^(?<name>[a-zA-Z0-9][a-zA-Z0-9._:/-]*?)(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(?<digest>sha256:[0-9a-f]{64}))?$/;
function imageReference(text) {
  const groups = pattern3.exec(text)?.groups;
  const name = groups?.name;
  if (name === void 0 || /[:/.-]$/.test(name)) return void 0;
  return { name, tag: groups?.tag, digest: groups?.digest };
}
function whyMoving(text) {
  const image = imageReference(text);
  if (image === void 0) return "is not the name of an image";
  if (image.digest !== void 0) return void 0;
  if (image.tag === void 0) return 'has no tag, which means "latest"';
  return image.tag === "latest" ? 'has the tag "latest", which is another image tomorrow' : void 0;
}

// src/drivers/deployers/compose/images.ts
var inspected2 = array(looseObject({ Id: string(), RepoDigests: array(string()).nullish() })).transform(([first]) => first);
async function localImage(engine, reference) {
  const result = await engine.docker(["image", "inspect", reference]);
  if (result.exitCode !== 0) return void 0;
  const found = inspected2.parse(JSON.parse(result.stdout));
  if (found === void 0) return void 0;
  const name = imageReference(reference)?.name;
  const digests = (found.RepoDigests ?? []).flatMap((text) => {
    const parsed2 = imageReference(text);
    return parsed2?.digest !== void 0 && isSameName(parsed2.name, name) ? [parsed2.digest] : [];
  });
  return { id: found.Id, digests };
}
function isSameName(one, other) {
  const familiar = (name) => name.replace(/^(?:index\.)?docker\.io\//, "").replace(/^library\//, "");
  return other !== void 0 && familiar(one) === familiar(other);
}
async function fetchImages(engine, { files, services, pull, log }) {
  const images = /* @__PURE__ */ new Map();
  for (const service of services) {
    const policy = policyOf(service, pull);
    const before = policy === "always" ? void 0 : await localImage(engine, service.image);
    if (before === void 0 && policy !== "never") {
      const pulled = await engine.docker([...files, "pull", "--policy=always", service.name], { log });
      if (pulled.exitCode !== 0) throw notPulled(service, engine, engine.lastWords(pulled), policy === "always");
    }
    const image = before ?? await localImage(engine, service.image);
    if (image === void 0) throw notThere(service, engine);
    images.set(service.name, image);
  }
  return images;
}
function policyOf({ pullPolicy }, pull) {
  if (pull !== void 0) return pull;
  if (pullPolicy === "never") return "never";
  return pullPolicy === "missing" || pullPolicy === "if_not_present" ? "missing" : "always";
}
function notPulled(service, engine, why2, always) {
  return new SystemFailure({
    happened: `The image "${service.image}" of the service "${service.name}" could not be pulled by ${engine.name}${why2}.`,
    means: "Nothing was stopped.",
    next: `Make sure that the image exists and that the engine may pull it${always ? '; or, where images are brought there in another way, set "pull: missing"' : ""}. Then run the step again.`
  });
}
function notThere(service, engine) {
  return new SystemFailure({
    happened: `The image "${service.image}" of the service "${service.name}" is not on ${engine.name}, and is not to be pulled.`,
    means: "Nothing was stopped.",
    next: 'Bring the image there (docker load), or let it be pulled with "pull: missing". Then run the step again.'
  });
}
function artifactsOf(services, images) {
  const artifacts = services.flatMap(({ name, image }) => {
    const found = images.get(name);
    return found === void 0 ? [] : [{ name: image, digests: [...found.digests, found.id] }];
  });
  return artifacts.filter(({ name }, index2) => artifacts.findIndex((other) => other.name === name) === index2);
}

// src/drivers/deployers/compose/one-off.ts
import { createHash as createHash4 } from "node:crypto";
async function runOneOff(engine, request2) {
  const { settings: settings34, where, files, context, log } = request2;
  const { effects, placeholders } = context;
  const fill = (text, key) => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const [service, ...rest] = settings34.run;
  const command3 = rest.map((text) => fill(text, "run"));
  const rules = {
    expect: settings34.expect.map((text) => fill(text, "expect")),
    forbid: settings34.forbid.map((text) => fill(text, "forbid"))
  };
  const title = `"${settings34.run.join(" ")}" (${where})`;
  const name = containerName(request2, placeholders);
  const there = await readContainer(engine, name);
  if (there?.status === "running") {
    log.info(`${title} still runs in the container ${name}, started before: waiting for it.`);
  } else {
    if (there !== void 0) await engine.docker(["rm", "--force", name]);
    log.info(`Running ${title} in the container ${name}.`);
    const started = await engine.docker([
      ...files,
      ...["run", "--detach", "--no-deps", "--pull=never", "--name", name, service, ...command3]
    ]);
    if (started.exitCode !== 0) throw failed3(`The command ${title} could not be started${engine.lastWords(started)}.`);
  }
  const judge2 = outputJudge(rules);
  let last = "";
  const limit = AbortSignal.timeout(settings34.timeout);
  const followed = await engine.docker(["logs", "--follow", name], {
    log,
    signal: limit,
    onLine: (line3, stream) => {
      judge2.line(line3, stream);
      if (line3.trim() !== "") last = line3.trim();
    }
  }).catch((error2) => {
    if (limit.aborted && !effects.signal.aborted) return void 0;
    throw error2;
  });
  if (followed === void 0) {
    throw failed3(
      `The command ${title} has not ended after ${durationText(settings34.timeout)}; it continues in the container ${name}.`,
      "Look at what it does (docker logs), then run the step again: it waits for it again."
    );
  }
  if (followed.exitCode !== 0) throw failed3(`The output of ${title} could not be read${engine.lastWords(followed)}.`);
  const ended = await readContainer(engine, name);
  if (ended === void 0 || ended.status === "running")
    throw failed3(`Whether the command ${title} has ended could not be read.`);
  await engine.docker(["rm", "--force", name]);
  const words3 = effects.pen.text(last).slice(0, 400);
  if (ended.exitCode !== 0)
    throw failed3(`The command ${title} exited with code ${ended.exitCode}${words3 === "" ? "" : `: ${words3}`}.`);
  const fault = judge2.fault();
  if (fault !== void 0) throw failed3(`The command ${title} exited with code 0, but ${effects.pen.text(fault)}.`);
}
function containerName({ project, settings: settings34, where, imageId }, placeholders) {
  const { version, from: from2, to } = placeholders;
  const hash = createHash4("sha256").update(JSON.stringify([where, version, from2, to, settings34.run, imageId]));
  return `${oneOffPrefix(project)}${hash.digest("hex").slice(0, 12)}`;
}
function oneOffPrefix(project) {
  return `${project}-staged-upgrade-`;
}
function failed3(happened, next = "Read its output in the log, correct the cause, and run the step again.") {
  return new SystemFailure({ happened, means: "", next });
}

// src/drivers/deployers/compose/rendered-project.ts
var port = looseObject({ published: string().optional() });
var renderedService = looseObject({
  image: string().optional(),
  build: unknown().optional(),
  pull_policy: string().optional(),
  container_name: string().optional(),
  scale: number().optional(),
  deploy: looseObject({ replicas: union([number(), string()]).optional() }).nullish(),
  ports: array(port).nullish(),
  depends_on: record(string(), looseObject({ condition: string().optional() })).nullish()
});
var rendered = looseObject({ name: string(), services: record(string(), renderedService) });
async function renderProject(engine, files, { services: names2 }, where) {
  const result = await engine.docker([...files, "--profile=*", "config", "--format=json"]);
  if (result.exitCode !== 0) {
    throw new SystemFailure({
      happened: `Docker Compose cannot read the files of ${where}${engine.lastWords(result)}.`,
      means: "Nothing was changed.",
      next: `Correct the Compose file, or set what it asks for in ${where}.env.`
    });
  }
  const { name, services } = rendered.parse(JSON.parse(result.stdout));
  const blank = blankVariables(result.stderr);
  return {
    name,
    services: names2.map((service) => {
      const found = services[service];
      if (found === void 0) throw noService(service, Object.keys(services), where);
      const image = fixedImage(service, found, blank, where);
      const awaited = Object.values(services).flatMap((other) => other.depends_on?.[service]?.condition ?? []);
      return {
        name: service,
        image,
        pullPolicy: found.pull_policy,
        replicas: Number(found.deploy?.replicas ?? found.scale ?? 1),
        single: whySingle(found),
        endsByItself: awaited.includes("service_completed_successfully")
      };
    })
  };
}
function fixedImage(service, { image, build }, blank, where) {
  const named3 = blank.length === 0 ? "" : ` Not set: ${blank.join(", ")}.`;
  if (image === void 0) {
    throw new UserError({
      happened: `The service "${service}" has no image${build === void 0 ? "" : ": it is built where it runs"}.`,
      means: "What is built anew on production is not what was rehearsed. Nothing was changed.",
      next: 'Build the image once, push it to a registry, and name it in the Compose file with "image".'
    });
  }
  const why2 = whyMoving(image);
  if (why2 === void 0) return image;
  throw new UserError({
    happened: `The image "${image}" of the service "${service}" ${why2}.${named3}`,
    means: "What is rehearsed could be another release than what is promoted. Nothing was changed.",
    next: `Let the Compose file name the release, such as image: acme/app:\${APP_TAG:?}, and set it in ${where}.env: { APP_TAG: "{version}" }.`
  });
}
function noService(service, there, where) {
  return new UserError({
    happened: `The Compose file has no service "${service}", which ${where}.services names.`,
    means: "Nothing was changed.",
    next: `Its services are ${there.join(", ")}: correct ${where}.services.`
  });
}
function whySingle({ container_name: name, ports }) {
  if (name !== void 0) return `has the fixed container_name "${name}"`;
  const fixed = ports?.find(({ published = "" }) => /^[1-9]\d*$/.test(published));
  return fixed === void 0 ? void 0 : `publishes the fixed port ${fixed.published}`;
}
function blankVariables(stderr) {
  const names2 = [...stderr.matchAll(/The \\?"([A-Za-z0-9_]+)\\?" variable is not set/g)].flatMap(
    (match) => match[1] ?? []
  );
  return [...new Set(names2)];
}

// src/drivers/deployers/compose/running-now.ts
async function runningNow(engine, project, services) {
  try {
    return runningText(await readContainers(engine, project, services), services);
  } catch (error2) {
    if (!(error2 instanceof SystemFailure)) throw error2;
    return `What runs now could not be read (${error2.detail.happened.replace(/\.$/, "")}).`;
  }
}
function runningText(containers, services) {
  const each = services.map((service) => {
    const own = containers.filter((container) => container.service === service);
    if (own.length === 0) return `${service} has no container`;
    const running2 = own.filter(isRunning);
    if (running2.length === 0) return `${service} does not run: ${counted(own)}`;
    const ended = own.filter((container) => !isRunning(container));
    return `${service} runs ${counted(running2)}${ended.length === 0 ? "" : `, beside ${counted(ended)}`}`;
  });
  return `Now ${each.join("; ")}.`;
}
function isRunning({ status }) {
  return status === "running" || status === "paused" || status === "restarting";
}
function counted(containers) {
  const texts = containers.map((container) => `${container.image} (${stateText(container)})`);
  const counts = Map.groupBy(texts, (text) => text);
  return [...counts].map(([text, same]) => same.length === 1 ? text : `${same.length} of ${text}`).join(" and ");
}
function stateText({ status, health, exitCode, outOfMemory, restarts }) {
  if (status === "exited" || status === "dead")
    return outOfMemory ? "ended because memory ran out" : `exited with code ${exitCode}`;
  if (status === "restarting") return `restarting, ${restarts} times so far, last exit code ${exitCode}`;
  if (status === "running") return health === void 0 || health === "none" ? "running" : health;
  return status;
}

// src/drivers/deployers/compose/readiness.ts
var crashLoop = 3;
function readinessOf({ service, containers, wanted, endsByItself }) {
  const each = containers.map((container) => ofContainer(container, endsByItself));
  const failed5 = each.find(({ kind: kind2 }) => kind2 === "failed");
  if (failed5 !== void 0) return failed5;
  const waiting = each.find(({ kind: kind2 }) => kind2 === "not-yet");
  if (waiting !== void 0) return waiting;
  if (containers.length >= wanted) return { kind: "ready" };
  return { kind: "not-yet", reason: `${service} has ${containers.length} of ${wanted} containers` };
}
function ofContainer(container, endsByItself) {
  const { name, status, health, failing, restarts, exitCode } = container;
  const what = `${name} is ${stateText(container)}`;
  if (restarts >= crashLoop || status === "restarting" && restarts >= crashLoop)
    return { kind: "failed", reason: `${name} does not stay up: it was started again ${restarts} times` };
  if (status === "restarting") return { kind: "not-yet", reason: what };
  if (!isRunning(container) && status !== "created") {
    if (endsByItself && exitCode === 0) return { kind: "ready" };
    return { kind: "failed", reason: `${name} has ${stateText(container)}` };
  }
  if (endsByItself) return { kind: "not-yet", reason: `${name} has not ended yet` };
  if (status !== "running") return { kind: "not-yet", reason: what };
  if (health === void 0 || health === "none") return { kind: "ready" };
  if (health === "healthy" && failing === 0) return { kind: "ready" };
  return { kind: "not-yet", reason: `${what}${saidText(container)}` };
}
function saidText({ said: said2 }) {
  const line3 = said2.split("\n").at(-1)?.trim() ?? "";
  return line3 === "" ? "" : `, and its health check says: ${line3.slice(0, 300)}`;
}
var notSteady = { readySince: void 0, lost: 0 };
function steadier({ readySince, lost }, isReady, at) {
  if (isReady) return { readySince: readySince ?? at, lost };
  return { readySince: void 0, lost: readySince === void 0 ? lost : lost + 1 };
}

// src/drivers/deployers/compose/until-ready.ts
var pauses = { early: 250, earlyUntil: 1e4, later: 1e3 };
async function untilReady({
  settings: settings34,
  clock,
  log,
  signal,
  look
}) {
  const started = clock.now().getTime();
  let steady = notSteady;
  let seenRestarts = "";
  for (; ; ) {
    const awaited = await look();
    const at = clock.now().getTime();
    const containers = awaited.flatMap((one) => one.containers);
    const readiness = overall(awaited.map(readinessOf));
    if (readiness.kind === "failed") throw notReady(readiness.reason);
    const restarts = containers.map(({ id, restarts: count }) => `${id} ${count}`).join();
    steady = steadier(steady, readiness.kind === "ready" && (restarts === seenRestarts || seenRestarts === ""), at);
    seenRestarts = restarts;
    if (steady.readySince !== void 0 && at - steady.readySince >= settings34.stable) return containers;
    if (at - started >= settings34.within) throw notReady(tooLate(readiness, steady.lost, settings34.within));
    log.progress({
      text: readiness.kind === "ready" ? "Ready; watching whether it stays so" : `Not ready yet: ${readiness.reason}`,
      done: Math.round((at - started) / 1e3),
      total: settings34.within / 1e3
    });
    await clock.sleep(at - started < pauses.earlyUntil ? pauses.early : pauses.later, signal);
  }
}
function overall(each) {
  return each.find(({ kind: kind2 }) => kind2 === "failed") ?? each.find(({ kind: kind2 }) => kind2 === "not-yet") ?? { kind: "ready" };
}
function tooLate(readiness, lost, within) {
  const limit = durationText(within);
  if (lost > 0)
    return `it did not stay ready within ${limit}: it was ready ${lost === 1 ? "once" : `${lost} times`}, and then not any more`;
  return `it is not ready after ${limit}${readiness.kind === "ready" ? "" : `: ${readiness.reason}`}`;
}
function notReady(reason) {
  return new SystemFailure({
    happened: `What was started does not become ready: ${reason}.`,
    means: "",
    next: "Read its log (docker compose logs), correct the cause, and run the step again."
  });
}

// src/drivers/deployers/compose/replace.ts
var only2 = ["--detach", "--no-deps", "--no-build", "--pull=never", "--quiet-pull"];
async function recreate(replacement) {
  const { engine, project, log } = replacement;
  await compose(replacement, "up", [...only2, ...project.services.map(({ name }) => name)]);
  await replaced(replacement, project.services);
  log.info(`${project.services.map(({ name }) => name).join(", ")} on ${engine.name}: replaced, and ready.`);
}
function requireRolling({ services }, where) {
  const single2 = services.find((service) => service.single !== void 0);
  if (single2 === void 0) return;
  throw new UserError({
    happened: `The service "${single2.name}" ${single2.single}, and ${where}.strategy is rolling.`,
    means: "A second replica could not run beside it. Nothing was changed.",
    next: `Take that out of the Compose file and put a proxy in front of its replicas, or set ${where}.strategy to recreate.`
  });
}
async function roll(replacement) {
  const { engine, project, log } = replacement;
  const hashes = await configHashes(replacement);
  for (const service of project.services) {
    const isNew = (container) => container.imageId === replacement.images.get(service.name)?.id && container.configHash === hashes.get(service.name);
    for (; ; ) {
      const all = await readContainers(engine, project.name, [service.name]);
      const old = all.filter((container) => !isNew(container));
      const ended = all.filter((container) => !isRunning(container));
      if (ended.length > 0) {
        for (const container of ended) await remove(replacement, container);
        continue;
      }
      const fresh = all.length - old.length;
      if (fresh < service.replicas) {
        log.info(`${service.name}: starting replica ${fresh + 1} of ${service.replicas} of the new release.`);
        await scale(replacement, service, all.length + 1);
        await replaced(replacement, [{ ...service, replicas: fresh + 1 }], isNew);
      }
      const [oldest] = old;
      if (oldest === void 0) {
        if (fresh >= service.replicas) break;
        continue;
      }
      log.info(`${service.name}: stopping ${oldest.name}, which runs ${oldest.image}.`);
      await remove(replacement, oldest);
    }
    await replaced(replacement, [service]);
    log.info(`${service.name}: all ${service.replicas} replicas were replaced, one at a time, and are ready.`);
  }
}
async function scale(replacement, { name }, count) {
  await compose(replacement, "up", [...only2, "--no-recreate", `--scale=${name}=${count}`, name]);
}
async function remove(replacement, { id, name }) {
  for (const command3 of ["stop", "rm"]) {
    const result = await replacement.engine.docker([command3, id]);
    if (result.exitCode === 0 || /no such container/i.test(result.stderr)) continue;
    throw failed4(
      `The container ${name} could not be ${command3 === "stop" ? "stopped" : "removed"}${replacement.engine.lastWords(result)}.`
    );
  }
}
async function replaced(replacement, services, counts = () => true) {
  const { engine, project, images, ready: ready2, clock, log, signal } = replacement;
  const names2 = services.map(({ name }) => name);
  const containers = await untilReady({
    settings: ready2,
    clock,
    log,
    signal,
    look: async () => {
      const all = (await readContainers(engine, project.name, names2)).filter(counts);
      return services.map(({ name, replicas, endsByItself }) => ({
        service: name,
        containers: all.filter(({ service }) => service === name),
        wanted: replicas,
        endsByItself
      }));
    }
  });
  const other = containers.find(({ service, imageId }) => imageId !== images.get(service)?.id);
  if (other === void 0) return;
  throw failed4(
    `The container ${other.name} is ready, but was made from the image ${other.imageId}, and not from ${images.get(other.service)?.id ?? "the one that was looked at"}.`,
    "Somebody else may be deploying there. Make sure that nobody is, then run the step again."
  );
}
async function configHashes({ engine, files }) {
  const result = await engine.docker([...files, "--profile=*", "config", "--hash=*"]);
  if (result.exitCode !== 0) throw failed4(`Docker Compose cannot read its files${engine.lastWords(result)}.`);
  const lines = result.stdout.split("\n").map((line3) => line3.trim().split(/\s+/));
  return new Map(lines.flatMap(([service, hash]) => service && hash ? [[service, hash]] : []));
}
async function compose(replacement, command3, args) {
  const { engine, files, log } = replacement;
  const result = await engine.docker([...files, command3, ...args], { log });
  if (result.exitCode !== 0) throw failed4(`"docker compose ${command3}" failed${engine.lastWords(result)}.`);
}
function failed4(happened, next = "Correct the cause, and run the step again.") {
  return new SystemFailure({ happened, means: "", next });
}

// src/drivers/deployers/compose/staged-files.ts
import { readFile as readFile3, rename as rename2, rm as rm2, stat, writeFile as writeFile2 } from "node:fs/promises";
import { basename, dirname, join as join4, resolve as resolve4 } from "node:path";

// node_modules/diff/libesm/diff/base.js
var j3 = class {
  diff(e4, n12, t4 = {}) {
    let s9;
    typeof t4 == "function" ? (s9 = t4, t4 = {}) : "callback" in t4 && (s9 = t4.callback);
    const d11 = this.castInput(e4, t4), u15 = this.castInput(n12, t4), a13 = this.removeEmpty(this.tokenize(d11, t4)), r8 = this.removeEmpty(this.tokenize(u15, t4));
    return this.diffWithOptionsObj(a13, r8, t4, s9);
  }
  diffWithOptionsObj(e4, n12, t4, s9) {
    var d11;
    const u15 = (i8) => {
      if (i8 = this.postProcess(i8, t4), s9) {
        setTimeout(function() {
          s9(i8);
        }, 0);
        return;
      } else return i8;
    }, a13 = n12.length, r8 = e4.length;
    let l10 = 1, o8 = a13 + r8;
    t4.maxEditLength != null && (o8 = Math.min(o8, t4.maxEditLength));
    const h8 = (d11 = t4.timeout) !== null && d11 !== void 0 ? d11 : 1 / 0, P3 = Date.now() + h8, c15 = [{ oldPos: -1, lastComponent: void 0 }];
    let m11 = this.extractCommon(c15[0], n12, e4, 0, t4);
    if (c15[0].oldPos + 1 >= r8 && m11 + 1 >= a13) return u15(this.buildValues(c15[0].lastComponent, n12, e4));
    let g12 = -1 / 0, v8 = 1 / 0;
    const L4 = () => {
      for (let i8 = Math.max(g12, -l10); i8 <= Math.min(v8, l10); i8 += 2) {
        let f14;
        const C = c15[i8 - 1], p9 = c15[i8 + 1];
        C && (c15[i8 - 1] = void 0);
        let x6 = false;
        if (p9) {
          const E7 = p9.oldPos - i8;
          x6 = p9 && 0 <= E7 && E7 < a13;
        }
        const w10 = C && C.oldPos + 1 < r8;
        if (!x6 && !w10) {
          c15[i8] = void 0;
          continue;
        }
        if (!w10 || x6 && C.oldPos < p9.oldPos ? f14 = this.addToPath(p9, true, false, 0, t4) : f14 = this.addToPath(C, false, true, 1, t4), m11 = this.extractCommon(f14, n12, e4, i8, t4), f14.oldPos + 1 >= r8 && m11 + 1 >= a13) return u15(this.buildValues(f14.lastComponent, n12, e4)) || true;
        c15[i8] = f14, f14.oldPos + 1 >= r8 && (v8 = Math.min(v8, i8 - 1)), m11 + 1 >= a13 && (g12 = Math.max(g12, i8 + 1));
      }
      l10++;
    };
    if (s9) (function i8() {
      setTimeout(function() {
        if (l10 > o8 || Date.now() > P3) return s9(void 0);
        L4() || i8();
      }, 0);
    })();
    else for (; l10 <= o8 && Date.now() <= P3; ) {
      const i8 = L4();
      if (i8) return i8;
    }
  }
  addToPath(e4, n12, t4, s9, d11) {
    const u15 = e4.lastComponent;
    return u15 && !d11.oneChangePerToken && u15.added === n12 && u15.removed === t4 ? { oldPos: e4.oldPos + s9, lastComponent: { count: u15.count + 1, added: n12, removed: t4, previousComponent: u15.previousComponent } } : { oldPos: e4.oldPos + s9, lastComponent: { count: 1, added: n12, removed: t4, previousComponent: u15 } };
  }
  extractCommon(e4, n12, t4, s9, d11) {
    const u15 = n12.length, a13 = t4.length;
    let r8 = e4.oldPos, l10 = r8 - s9, o8 = 0;
    for (; l10 + 1 < u15 && r8 + 1 < a13 && this.equals(t4[r8 + 1], n12[l10 + 1], d11); ) l10++, r8++, o8++, d11.oneChangePerToken && (e4.lastComponent = { count: 1, previousComponent: e4.lastComponent, added: false, removed: false });
    return o8 && !d11.oneChangePerToken && (e4.lastComponent = { count: o8, previousComponent: e4.lastComponent, added: false, removed: false }), e4.oldPos = r8, l10;
  }
  equals(e4, n12, t4) {
    return t4.comparator ? t4.comparator(e4, n12) : e4 === n12 || !!t4.ignoreCase && e4.toLowerCase() === n12.toLowerCase();
  }
  removeEmpty(e4) {
    const n12 = [];
    for (let t4 = 0; t4 < e4.length; t4++) e4[t4] && n12.push(e4[t4]);
    return n12;
  }
  castInput(e4, n12) {
    return e4;
  }
  tokenize(e4, n12) {
    return Array.from(e4);
  }
  join(e4) {
    return e4.join("");
  }
  postProcess(e4, n12) {
    return e4;
  }
  get useLongestToken() {
    return false;
  }
  buildValues(e4, n12, t4) {
    const s9 = [];
    let d11;
    for (; e4; ) s9.push(e4), d11 = e4.previousComponent, delete e4.previousComponent, e4 = d11;
    s9.reverse();
    const u15 = s9.length;
    let a13 = 0, r8 = 0, l10 = 0;
    for (; a13 < u15; a13++) {
      const o8 = s9[a13];
      if (o8.removed) o8.value = this.join(t4.slice(l10, l10 + o8.count)), l10 += o8.count;
      else {
        if (!o8.added && this.useLongestToken) {
          let h8 = n12.slice(r8, r8 + o8.count);
          h8 = h8.map(function(P3, c15) {
            const m11 = t4[l10 + c15];
            return m11.length > P3.length ? m11 : P3;
          }), o8.value = this.join(h8);
        } else o8.value = this.join(n12.slice(r8, r8 + o8.count));
        r8 += o8.count, o8.added || (l10 += o8.count);
      }
    }
    return s9;
  }
};

// node_modules/diff/libesm/diff/array.js
var n11 = class extends j3 {
  tokenize(r8) {
    return r8.slice();
  }
  join(r8) {
    return r8;
  }
  removeEmpty(r8) {
    return r8;
  }
};
var arrayDiff = new n11();
function diffArrays(e4, r8, f14) {
  return arrayDiff.diff(e4, r8, f14);
}

// src/world/durable-files.ts
import { open as open4 } from "node:fs/promises";
async function syncFile(path4) {
  const file2 = await open4(path4, "r+");
  try {
    await file2.sync();
  } finally {
    await file2.close();
  }
}
async function syncFolder(path4) {
  const folder = await open4(path4, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

// src/drivers/deployers/compose/env-file.ts
var line2 = /^(?<before>\s*(?:export\s+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)\s*=\s*)(?<value>'[^']*'|"[^"]*"|[^\s#'"][^#]*?|)(?<after>\s+#.*|\s*)$/;
function withVariable(text, name, value2) {
  const lines = text.split("\n");
  let isThere2 = false;
  const changed2 = lines.map((each) => {
    const ending2 = each.endsWith("\r") ? "\r" : "";
    const groups = line2.exec(ending2 === "" ? each : each.slice(0, -1))?.groups;
    if (groups?.name !== name) return each;
    isThere2 = true;
    return `${groups.before}${quoted3(value2, groups.value ?? "")}${groups.after}${ending2}`;
  });
  if (isThere2) return changed2.join("\n");
  const ending = text.includes("\r\n") ? "\r\n" : "\n";
  const start = text === "" || text.endsWith("\n") ? text : `${text}${ending}`;
  return `${start}${name}=${quoted3(value2, "")}${ending}`;
}
function quoted3(value2, before) {
  const isPlain = /^[A-Za-z0-9_.:/@+,=-]*$/.test(value2);
  if (isPlain && before.startsWith('"')) return `"${value2}"`;
  if (isPlain && !before.startsWith("'")) return value2;
  if (!value2.includes("'")) return `'${value2}'`;
  return `"${value2.replaceAll(/["\\$]/g, (character) => `\\${character}`)}"`;
}

// src/drivers/deployers/compose/image-edit.ts
function withImage(text, service, image) {
  const document = a10(text, { keepSourceTokens: true, logLevel: "error", merge: true });
  if (document.errors.length > 0) return { kind: "impossible", reason: "is in a file that is not YAML" };
  const settings34 = document.getIn(["services", service], true);
  if (!b(settings34)) return { kind: "not-here" };
  const node2 = settings34.get("image", true);
  if (node2 === void 0) return { kind: "not-here" };
  const token = e(node2) ? node2.srcToken : void 0;
  if (i(node2) || token === void 0 || !("source" in token) || typeof token.source !== "string")
    return { kind: "impossible", reason: "gets its image from another place of the file, by an anchor" };
  if (token.source.includes("$"))
    return { kind: "impossible", reason: 'gets its image from a variable, which belongs in "env" or "env-file"' };
  const quote = /^["']/.exec(token.source)?.[0] ?? "";
  const edited = `${text.slice(0, token.offset)}${quote}${image}${quote}${text.slice(token.offset + token.source.length)}`;
  return { kind: "edited", text: edited };
}

// src/drivers/deployers/compose/pinned-file.ts
import { createHash as createHash5 } from "node:crypto";
var mostBytes2 = 1024 * 1024;
var timeoutMilliseconds2 = 3e4;
async function pinnedFile({ url: url2, sha256: sha2564 }, { effects, where, placeholders }) {
  const address = effects.variables.fill(url2, `${where}.pinned.url`, placeholders);
  const version = placeholders.version ?? "";
  const bytes = await fetched(address, effects);
  const sum = createHash5("sha256").update(bytes).digest("hex");
  const wanted = Object.hasOwn(sha2564, version) ? sha2564[version] : void 0;
  if (wanted === void 0) {
    throw new UserError({
      happened: `${where}.pinned.sha256 has no checksum for ${version}.`,
      means: "A file that nobody has read is not put in place. Nothing was changed.",
      next: `Read ${address}, and if it is what you want, add "${version}": ${sum}.`
    });
  }
  if (wanted !== sum) {
    throw new SystemFailure({
      happened: `The file at ${address} has the SHA-256 ${sum}, and ${where}.pinned.sha256 has ${wanted} for ${version}.`,
      means: "It was changed since its checksum was written down, or something else answered. Nothing was changed.",
      next: "Find out what was changed in it. If it is what you want, correct the checksum and rehearse the hop again."
    });
  }
  return new TextDecoder().decode(bytes);
}
async function fetched(address, { fetch, signal }) {
  const failed5 = (reason, cause) => new SystemFailure(
    {
      happened: `The Compose file could not be fetched from ${address}: ${reason}.`,
      means: "Nothing was changed.",
      next: "Make sure that this job reaches the address, then run the step again."
    },
    { cause }
  );
  const limit = AbortSignal.timeout(timeoutMilliseconds2);
  let bytes;
  try {
    const response = await fetch(address, { signal: AbortSignal.any([limit, signal]) });
    if (!response.ok) throw failed5(`the server answered ${response.status}`);
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof SystemFailure || cause instanceof UserError) throw cause;
    throw failed5(limit.aborted ? `no answer within ${timeoutMilliseconds2 / 1e3} s` : "no connection", cause);
  }
  if (bytes.length > mostBytes2) throw failed5("it is larger than 1 MiB, and so no Compose file");
  return bytes;
}

// src/drivers/deployers/compose/staged-files.ts
async function stageFiles(settings34, context, log) {
  const { effects, where, placeholders } = context;
  const fill = (text, key) => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const paths = [settings34.file].flat().map((file2) => resolve4(effects.directory, fill(file2, "file")));
  const [first = ""] = paths;
  const before = await Promise.all(
    paths.map((path4) => textOf2(path4, `${where}.file`, settings34.pinned !== void 0 && path4 === first))
  );
  let texts = before;
  if (settings34.pinned !== void 0) {
    const [, ...others] = texts;
    texts = [await pinnedFile(settings34.pinned, context), ...others];
  }
  for (const [service, image] of Object.entries(settings34.images)) {
    texts = withImageIn(texts, paths, { service, image: fill(image, `images.${service}`), where });
  }
  const changes = paths.flatMap((path4, index2) => changed(path4, before[index2] ?? "", texts[index2] ?? ""));
  const envFile = settings34["env-file"];
  const envPath = envFile && resolve4(effects.directory, fill(envFile.file, "env-file.file"));
  if (envFile !== void 0 && envPath !== void 0) {
    const there = await textOf2(envPath, `${where}.env-file.file`, false);
    const wanted = Object.entries(envFile.set).reduce(
      (text, [name, value2]) => withVariable(text, name, fill(value2, `env-file.set.${name}`)),
      there
    );
    changes.push(...changed(envPath, there, wanted));
  }
  for (const change of changes) {
    log.info(`Changes of ${change.path}:`);
    for (const line3 of changedLines(change)) log.output(line3);
    await writeFile2(stagedPath(change.path), change.text, { mode: await modeOf(change.path) ?? 384 });
  }
  const isChanged = (path4) => changes.some((change) => change.path === path4);
  return {
    staged: composeArguments(settings34, context, (path4) => isChanged(path4) ? stagedPath(path4) : path4),
    inPlace: composeArguments(settings34, context),
    putInPlace: async () => {
      for (const { path: path4 } of changes) {
        await syncFile(stagedPath(path4));
        await rename2(stagedPath(path4), path4);
        await syncFolder(dirname(path4));
      }
    },
    discard: async () => {
      await Promise.all(changes.map(({ path: path4 }) => rm2(stagedPath(path4), { force: true })));
    }
  };
}
function composeArguments(settings34, context, place2 = (path4) => path4) {
  const { effects, where, placeholders } = context;
  const fill = (text, key) => effects.variables.fill(text, `${where}.${key}`, placeholders);
  const paths = [settings34.file].flat().map((file2) => resolve4(effects.directory, fill(file2, "file")));
  const envFile = settings34["env-file"]?.file;
  return [
    "compose",
    "--ansi=never",
    "--progress=plain",
    ...["--project-directory", dirname(paths[0] ?? effects.directory)],
    ...settings34.project === void 0 ? [] : ["--project-name", fill(settings34.project, "project")],
    ...paths.flatMap((path4) => ["--file", place2(path4)]),
    ...envFile === void 0 ? [] : ["--env-file", place2(resolve4(effects.directory, fill(envFile, "env-file.file")))]
  ];
}
function withImageIn(texts, paths, { service, image, where }) {
  const edits = texts.map((text) => withImage(text, service, image));
  const impossible = edits.find((edit) => edit.kind === "impossible");
  const at = edits.findLastIndex((edit) => edit.kind === "edited");
  if (impossible !== void 0 || at < 0) {
    throw new UserError({
      happened: impossible === void 0 ? `No service "${service}" with an image is in ${paths.join(", ")}, and ${where}.images names it.` : `The service "${service}", which ${where}.images names, ${impossible.reason}.`,
      means: "Its image cannot be written into the Compose file. Nothing was changed.",
      next: `Correct ${where}.images, or keep the version in a variable of the Compose file and set that in ${where}.env.`
    });
  }
  return texts.map((text, index2) => {
    const edit = edits[index2];
    return index2 === at && edit?.kind === "edited" ? edit.text : text;
  });
}
function changed(path4, before, text) {
  return before === text ? [] : [{ path: path4, before, text }];
}
function changedLines({ before, text }) {
  return diffArrays(before.split("\n"), text.split("\n")).flatMap(
    ({ value: value2, added, removed }) => added ? value2.map((line3) => `+ ${line3}`) : removed ? value2.map((line3) => `- ${line3}`) : []
  );
}
function stagedPath(path4) {
  return join4(dirname(path4), `.${basename(path4)}.staged-upgrade`);
}
async function modeOf(path4) {
  return await stat(path4).then(
    ({ mode }) => mode & 511,
    () => void 0
  );
}
async function textOf2(path4, where, mayBeMissing) {
  try {
    return await readFile3(path4, "utf8");
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    if (mayBeMissing && code === "ENOENT") return "";
    throw new UserError(
      {
        happened: `The file ${path4} (${where}) ${code === "ENOENT" ? "is not there" : `could not be read: ${code}`}.`,
        means: "Nothing was changed.",
        next: `Check it out in this job, or correct ${where}.`
      },
      { cause }
    );
  }
}

// src/drivers/deployers/compose/open-project.ts
var named = looseObject({ name: string() });
async function openProject(settings34, context, signal) {
  const engine = openEngine({ ...settings34, env: {} }, context, { environment: {}, signal });
  await askEngine(engine);
  const files = composeArguments(settings34, context);
  const result = await engine.docker([...files, "--profile=*", "config", "--no-interpolate", "--format=json"]);
  if (result.exitCode === 0) return { engine, project: named.parse(JSON.parse(result.stdout)).name };
  throw new SystemFailure({
    happened: `Docker Compose cannot read the files of ${context.where}${engine.lastWords(result)}.`,
    means: "Nothing was done.",
    next: "Correct the Compose file, and run the step again."
  });
}

// src/drivers/deployers/compose/stop.ts
async function stopCompose(settings34, context, { log, signal }) {
  const { engine, project } = await openProject(settings34, context, signal);
  await stopServices(engine, project, settings34.services, log);
  const commands = await engine.docker(["ps", "--quiet", `--filter=name=^/?${oneOffPrefix(project)}`]);
  const ids = commands.stdout.split("\n").filter((id) => id !== "");
  if (ids.length > 0) await stopContainers(engine, ids, project, settings34.services);
}
async function stopServices(engine, project, services, log) {
  const containers = await readContainers(engine, project, services);
  for (const service of services.toReversed()) {
    const running2 = containers.filter((container) => container.service === service && isRunning(container));
    if (running2.length === 0) continue;
    log.info(`Stopping ${running2.map(({ name }) => name).join(", ")} on ${engine.name}.`);
    await stopContainers(
      engine,
      running2.map(({ id }) => id),
      project,
      services
    );
  }
}
async function stopContainers(engine, ids, project, services) {
  const result = await engine.docker(["stop", ...ids]);
  if (result.exitCode === 0 || /no such container/i.test(result.stderr)) return;
  throw new SystemFailure({
    happened: `A container could not be stopped by ${engine.name}${engine.lastWords(result)}.`,
    means: await runningNow(engine, project, services),
    next: "Correct the cause, and run the step again."
  });
}

// src/drivers/deployers/compose/deploy.ts
async function deployCompose(settings34, context, request2) {
  const engine = openEngine(settings34, context, request2);
  await askEngine(engine);
  const files = await stageFiles(settings34, context, request2.log);
  try {
    const project = await renderProject(engine, files.staged, settings34, context.where);
    return await sayingWhatRuns(
      { engine, project, version: request2.version },
      () => putInPlace({ settings: settings34, context, request: request2, engine, files, project })
    );
  } finally {
    await files.discard();
  }
}
async function putInPlace(deploy) {
  const { settings: settings34, context, request: request2, engine, files, project } = deploy;
  const { services } = project;
  const { log } = request2;
  if (settings34.strategy === "rolling") requireRolling(project, context.where);
  await refuseDrift(deploy);
  const images = await fetchImages(engine, { files: files.staged, services, pull: settings34.pull, log });
  const artifacts = artifactsOf(services, images);
  for (const { name, digests } of artifacts) log.info(`${name} is ${digests[0] ?? "without a digest"}.`);
  refuseOther(artifacts, request2);
  if (settings34["stop-first"]) await stopServices(engine, project.name, settings34.services, log);
  await runCommands(deploy, "before", { images, files: files.staged });
  await files.putInPlace();
  const replacement = {
    engine,
    project,
    files: files.inPlace,
    images,
    ready: settings34.ready,
    clock: context.effects.clock,
    log,
    signal: request2.signal ? AbortSignal.any([request2.signal, context.effects.signal]) : context.effects.signal
  };
  await (settings34.strategy === "rolling" ? roll(replacement) : recreate(replacement));
  await runCommands(deploy, "after", { images, files: files.inPlace });
  log.info(await runningNow(engine, project.name, settings34.services));
  return artifacts;
}
async function runCommands({ settings: settings34, context, request: request2, engine, project }, phase, { images, files }) {
  const isUpgrade = request2.version === request2.to;
  for (const [index2, command3] of settings34[phase].entries()) {
    if (command3.when === "upgrade" && !isUpgrade) continue;
    const [service] = command3.run;
    const imageId = images.get(service)?.id;
    const where = `${context.where}.${phase}.${index2}`;
    if (imageId === void 0) throw notOfTheRelease(service, where, context.where);
    const oneOff2 = {
      settings: command3,
      where,
      project: project.name,
      files,
      imageId,
      context,
      log: request2.log
    };
    await runOneOff(engine, oneOff2);
  }
}
function notOfTheRelease(service, where, base) {
  return new UserError({
    happened: `${where}.run names the service "${service}", which is not in ${base}.services.`,
    means: "Its image was not looked at beforehand, so the command was not run.",
    next: `Name a service of ${base}.services, or add it there.`
  });
}
async function refuseDrift(deploy) {
  const { settings: settings34, request: request2, engine, project } = deploy;
  if (request2.refuseDrift !== true) return;
  const known = new Map(project.services.map(({ name, image }) => [name, [image]]));
  for (const { name, image } of await otherSide(deploy)) {
    known.get(name)?.push(image);
  }
  const containers = await readContainers(engine, project.name, settings34.services);
  const other = containers.find((one) => isRunning(one) && !(known.get(one.service) ?? []).includes(one.image));
  if (other === void 0) return;
  throw new SystemFailure({
    happened: `The container ${other.name} runs ${other.image}, and the hop leads from ${request2.from} to ${request2.to}: ${(known.get(other.service) ?? []).toReversed().join(" to ")}.`,
    means: "Somebody else has put something in place. Nothing was stopped.",
    next: "Find out who and why. Deploy by hand what the configuration says, or correct the configuration; then run the step again."
  });
}
async function otherSide({ settings: settings34, context, request: request2, files }) {
  const version = request2.version === request2.to ? request2.from : request2.to;
  try {
    const other = { ...context, placeholders: { ...context.placeholders, version } };
    const otherEngine = openEngine(settings34, other, request2);
    return (await renderProject(otherEngine, files.inPlace, settings34, context.where)).services;
  } catch (error2) {
    if (error2 instanceof UserError || error2 instanceof SystemFailure) return [];
    throw error2;
  }
}
function refuseOther(artifacts, { rehearsed }) {
  if (rehearsed === void 0) return;
  const other = firstNotRehearsed(artifacts, rehearsed);
  if (other === void 0) return;
  const { name, digests } = other.artifact;
  throw new SystemFailure({
    happened: other.rehearsed === void 0 ? `The image "${name}" (${digests[0] ?? "no digest"}) was not put in place in the rehearsal.` : `The image "${name}" is ${digests[0] ?? "unknown"} now, and was ${other.rehearsed.digests[0] ?? "unknown"} when it was rehearsed.`,
    means: "What was approved is not what would be deployed. Nothing was stopped.",
    next: "Find out why it differs: a tag may have been moved. To promote what is there now, rehearse the hop again."
  });
}
async function sayingWhatRuns({
  engine,
  project,
  version
}, work) {
  try {
    return await work();
  } catch (error2) {
    if (!(error2 instanceof SystemFailure)) throw error2;
    const { detail } = error2;
    const services = project.services.map(({ name }) => name);
    const now = await runningNow(engine, project.name, services);
    const means2 = `${detail.means === "" ? `The deploy of ${version} has not ended.` : detail.means} ${now}`;
    throw new SystemFailure({ ...detail, means: means2 }, { cause: error2 });
  }
}

// src/drivers/deployers/compose/init.ts
var composeInit = {
  name: "compose",
  title: "Docker Compose",
  settings: {
    file: {
      usual: "deploy/compose.yml",
      question: "Which Compose file, relative to the root of the repository?"
    },
    project: {
      usual: "{system}-{environment}",
      comment: "On one engine, production and staging must be two projects."
    },
    services: {
      usual: ["app"],
      comment: "The services that are replaced; all others, such as the database, are left alone."
    },
    env: {
      usual: { APP_TAG: "{version}" },
      comment: "Variables of the Compose file. It gets the secrets that are named here, and no others."
    }
  }
};

// src/drivers/deployers/compose/logs.ts
async function logsOfCompose(settings34, context, { since: since2, onLine, signal }) {
  const { engine, project } = await openProject(settings34, context, signal);
  for (const { id, name } of await readContainers(engine, project, settings34.services)) {
    const result = await engine.docker(["logs", `--since=${since2.toISOString()}`, id], { onLine });
    if (result.exitCode === 0) continue;
    throw new SystemFailure({
      happened: `The log of the container ${name} could not be read by ${engine.name}.`,
      means: "What the server has logged is not known.",
      next: "Make sure that its logging driver can be read (docker logs), then run the step again."
    });
  }
}

// src/drivers/deployers/compose/place.ts
import { readFile as readFile4 } from "node:fs/promises";
var projectVariable = "COMPOSE_PROJECT_NAME";
var engineInfo = object({ ID: string(), Name: string() });
var named2 = looseObject({ name: string() });
async function placeOfCompose(settings34, context, { signal }) {
  const engine = openEngine({ ...settings34, env: nameOnly(settings34.env) }, context, { environment: {}, signal });
  await askEngine(engine);
  const { ID: id, Name: host } = await infoOf(engine);
  const project = await projectName(settings34, context, { engine, signal });
  return { kind: "compose", location: { project, engine: id, host } };
}
async function infoOf(engine) {
  const result = await engine.docker(["info", "--format", '{"ID":{{json .ID}},"Name":{{json .Name}}}']);
  const read = result.exitCode === 0 ? engineInfo.safeParse(parsed(result.stdout)) : void 0;
  if (read?.success === true && read.data.ID !== "") return read.data;
  throw new SystemFailure({
    happened: `${capital(engine.name)} did not say its id${result.exitCode === 0 ? "" : engine.lastWords(result)}.`,
    means: "Whether staging and production are one installation could not be determined. Nothing was changed.",
    next: 'Make sure that "docker info" shows an ID of the server there, then run the step again.'
  });
}
async function projectName(settings34, context, { engine, signal }) {
  const { "env-file": envFile } = settings34;
  const unchanged = { ...settings34, images: {}, ...envFile && { "env-file": { ...envFile, set: {} } } };
  const files = await stageFiles(unchanged, context, silentLog);
  try {
    const isGiven = settings34.project !== void 0 || settings34.env[projectVariable] !== void 0;
    if (isGiven || !await hasVariableName(files.staged))
      return await nameIn(engine, [...files.staged, "--profile=*", "config", "--no-interpolate"], context.where);
    const filled = openEngine(settings34, context, { environment: {}, signal });
    return await nameIn(filled, [...files.staged, "--profile=*", "config"], context.where);
  } finally {
    await files.discard();
  }
}
async function hasVariableName(args) {
  const paths = args.filter((_7, index2) => args[index2 - 1] === "--file");
  const texts = await Promise.all(paths.map((path4) => readFile4(path4, "utf8")));
  return texts.some((text) => named2.safeParse(a10(text).toJS()).data?.name.includes("$") === true);
}
async function nameIn(engine, args, where) {
  const result = await engine.docker([...args, "--format=json"]);
  const read = result.exitCode === 0 ? named2.safeParse(parsed(result.stdout)) : void 0;
  if (read?.success === true) return read.data.name;
  throw new SystemFailure({
    happened: `Docker Compose did not say the name of the project of ${where}${result.exitCode === 0 ? "" : engine.lastWords(result)}.`,
    means: "Whether staging and production are one installation could not be determined. Nothing was changed.",
    next: `Correct the Compose file, or write the name as ${where}.project. Then run the step again.`
  });
}
function nameOnly(env) {
  const name = env[projectVariable];
  return name === void 0 ? {} : { [projectVariable]: name };
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
var written = looseObject({
  file: union([string(), array(string())]),
  project: string().optional(),
  env: record(string(), unknown()).optional(),
  "env-file": looseObject({ file: string() }).optional(),
  context: string().optional(),
  host: string().optional()
});
var ownEngine = /^(?:unix|npipe|fd):|^tcp:\/\/(?:localhost|127\.|\[::1\])/i;
var composePlace = {
  keys: ["file", "project", `env.${projectVariable}`, "env-file.file", "pinned.url", "context", "host"],
  written: (settings34) => {
    const read = written.safeParse(settings34);
    if (!read.success) return void 0;
    const { file: file2, project, env = {}, "env-file": envFile, context, host } = read.data;
    const isOwn = host === void 0 ? context === void 0 || context === "default" : ownEngine.test(host);
    if (isOwn) return void 0;
    const name = project ?? env[projectVariable];
    const text = JSON.stringify({ host, context, ...name === void 0 ? { file: file2, env, envFile } : { name } });
    const key = project !== void 0 || name === void 0 ? "project" : `env.${projectVariable}`;
    return {
      text,
      key,
      advice: 'give each environment a project of its own, such as `project: "{system}-{environment}"`'
    };
  }
};

// src/drivers/deployers/compose/preflight.ts
async function preflightCompose(settings34, context, { hops, subject, signal }) {
  const sides = hops.flatMap(({ from: from2, to, parts: parts2 }) => [
    { version: from2, from: from2, to, parts: parts2?.from },
    { version: to, from: from2, to, parts: parts2?.to }
  ]);
  const once = sides.filter(({ version }, index2) => sides.findIndex((side) => side.version === version) === index2);
  try {
    await askEngine(openEngine({ ...settings34, env: {} }, context, { environment: {}, signal }));
  } catch (error2) {
    if (error2 instanceof SystemFailure) return [problem(subject, error2.detail)];
    throw error2;
  }
  const findings = [];
  const seen = /* @__PURE__ */ new Set();
  for (const { version, from: from2, to, parts: parts2 } of once) {
    const placeholders = { ...context.placeholders, ...partPlaceholders(parts2), version, from: from2, to };
    const within = { ...context, placeholders };
    const engine = openEngine(settings34, within, { environment: {}, signal });
    try {
      const files = await stageFiles(settings34, within, silentLog);
      try {
        const project = await renderProject(engine, files.staged, settings34, context.where);
        if (settings34.strategy === "rolling") requireRolling(project, context.where);
        for (const { image, name } of project.services) {
          if (seen.has(image)) continue;
          seen.add(image);
          findings.push(...await imageFindings(engine, image, name, subject));
        }
      } finally {
        await files.discard();
      }
    } catch (error2) {
      if (!(error2 instanceof SystemFailure) && !(error2 instanceof UserError)) throw error2;
      findings.push(problem(subject, { ...error2.detail, happened: `${version}: ${error2.detail.happened}` }));
    }
  }
  const isFine = findings.every(({ kind: kind2 }) => kind2 !== "problem" && kind2 !== "cannot-tell");
  return isFine ? [fine(subject, fineText([...seen])), ...findings] : findings;
}
function fineText(images) {
  return images.length === 0 ? "The Docker engine and Compose answer." : `The Docker engine and Compose answer, and these images are to be had: ${images.join(", ")}.`;
}
async function imageFindings(engine, image, service, subject) {
  if (await localImage(engine, image) !== void 0) return [];
  const insecure = /^(?:127\.\d+\.\d+\.\d+|localhost)(?::|\/)/.test(image) ? ["--insecure"] : [];
  const result = await engine.docker(["manifest", "inspect", ...insecure, image]);
  if (result.exitCode === 0) return [];
  const words3 = engine.lastWords(result);
  const message = {
    happened: `The image "${image}" of the service "${service}" is not on ${engine.name}, and its registry did not show it${words3}.`,
    means: "The deploy would stop before anything is changed.",
    next: "Make sure that the image exists and that this job may read it (docker login)."
  };
  return [
    /no such manifest|manifest unknown|not found/i.test(words3) ? problem(subject, message) : cannotTell(subject, message)
  ];
}

// src/drivers/deployers/compose/settings.ts
var serviceName = string().regex(/^[a-zA-Z0-9._-]+$/, "the name of a service in the Compose file");
var variableName = string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "the name of a variable, such as APP_TAG");
var sha2563 = string().regex(/^[0-9a-f]{64}$/, "a SHA-256 in hexadecimal: 64 digits and small letters");
var oneOff = strictObject({
  run: tuple([serviceName, template], template).describe("A service and the command that a container of its own, of the new image, runs: `[web, app, migrate]`."),
  ...judgeKeys,
  when: m(["upgrade", "always"]).default("upgrade").describe("`upgrade`: with the new release alone. `always`: with the previous one too, when it is put back."),
  timeout: duration.prefault("1h").describe("It is left running after that, and the next run of the step waits for it again.")
});
var composeSettings = strictObject({
  file: union([template, array(template).min(1)]).describe("The Compose file, or a list of them; relative paths start at the root of the repository."),
  project: template.optional().describe("The project's name; without it, what Compose takes from the file or its folder."),
  services: array(serviceName).min(1).describe(
    "The services that belong to the release, in the order in which they are replaced. No others are touched."
  ),
  env: record(variableName, template).default({}).describe(
    'Variables for the Compose file, such as `APP_TAG: "{version}"`. They take precedence over its env file.'
  ),
  "env-file": strictObject({
    file: template.describe("The file with the variables of the Compose file."),
    set: record(variableName, template).describe("The lines that are changed in it; all others stay as they are.")
  }).optional().describe("For servers on which people run Compose too: the version is kept in the env file."),
  images: record(serviceName, template).default({}).describe("The image of a service, written into the Compose file; comments and layout stay as they are."),
  pinned: strictObject({
    url: template.describe("Where the file of a release is, with `{version}`."),
    sha256: record(string(), sha2563).describe("The checksum of the file of each release that is deployed.")
  }).optional().describe(
    "For products that publish a Compose file with each release: it is fetched, checked, shown and put in place."
  ),
  pull: m(["always", "missing", "never"]).optional().describe(
    "When images are pulled, before anything stops; without it, the service's `pull_policy`, or else always."
  ),
  strategy: m(["recreate", "rolling"]).default("recreate").describe("`rolling`: one replica at a time, each of which must be ready before an old one is stopped."),
  "stop-first": boolean().default(false).describe("Whether the services are stopped before the commands of `before`, which must not run beside them."),
  before: array(oneOff).default([]).describe("Commands of the new image, run before its services are started."),
  after: array(oneOff).default([]).describe("Commands of the new image, run when its services are ready."),
  ready: strictObject({
    within: duration.prefault("5m").describe("How long containers may take to be ready."),
    stable: fineDuration.prefault("3s").describe("How long they must stay ready without a break.")
  }).prefault({}).describe("A container is ready when its health check says so; one without a health check, when it runs."),
  context: template.optional().describe("The Docker context of the engine; without it, the one of the job."),
  host: template.optional().describe("The address of the engine in place of a context: `ssh://deploy@app.example.com`.")
}).refine(({ context, host }) => context === void 0 || host === void 0, 'either "context" or "host"').describe("Services of Docker Compose, version 2.23 or newer.");

// src/drivers/deployers/compose/kind.ts
var part3 = kind("compose", composeSettings, (settings34, context) => ({
  kind: "compose",
  preflight: async (request2) => await preflightCompose(settings34, context, request2),
  deploy: async (request2) => {
    return { artifacts: await deployCompose(settings34, contextOf(context, request2), request2) };
  },
  place: async (request2) => await placeOfCompose(settings34, contextOf(context, request2), request2),
  stop: async (request2) => await stopCompose(settings34, context, request2),
  logs: async (request2) => await logsOfCompose(settings34, context, request2)
}));
function contextOf(context, { version, from: from2, to, parts: parts2 }) {
  const placeholders = { ...context.placeholders, ...partPlaceholders(parts2), version, from: from2, to };
  return { ...context, placeholders };
}
var compose2 = { part: part3, init: composeInit, place: composePlace };

// src/drivers/deployers.ts
var kinds2 = [command2, compose2];
var deployer = oneOf(kinds2.map(({ part: part4 }) => part4));
var deployerInit = kinds2.map(({ init }) => init);
var deployPlaceRules = new Map(
  kinds2.flatMap(({ init, place: place2 }) => place2 === void 0 ? [] : [[init.name, place2]])
);

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
var access3 = record(slug, strictObject({ description: string().min(1) })).default({}).describe("Credentials that the probes need; each environment gives them a value under `access:`.");
var parts = record(partName, versionProbe).optional().describe(
  "In which version its parts beside the release are there, by their names: `chart`, `database`. What no probe shows, a person gives."
);
var window = strictObject({
  reason: string().min(1).describe("Why, in a sentence for the person who writes the configuration."),
  url: url().optional().describe("Where the vendor says so.")
}).optional().describe(
  "It is upgraded in a maintenance window only: a configuration without `windows` that open and close is refused, unless it waives them with a reason."
);
var tests = {
  "needs-window": window,
  baseline: array(measure).default([]).describe(
    "What is measured before a newer release is deployed, and compared after: on staging in the rehearsal, and on production."
  ),
  smoke: array(smokeTest).default([]).describe("Tests that every installation of the product must pass."),
  stores: array(
    strictObject({
      name: string().min(1).describe("What people call it: `binary storage`."),
      besides: array(string()).nonempty().describe("The kinds of data that do not hold it: `[postgres]`."),
      reason: string().min(1).describe("What is missing on a copy without it.")
    })
  ).default([]).describe(
    "What it keeps outside its database: `preflight` and `plan` warn where no store under `data` can hold it."
  ),
  "known-problems": array(knownProblem).default([]).describe("What operators of it are known to meet, recognized by what is in a log or in its settings."),
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
  access: access3,
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
    "start-after": duration.optional().describe(
      "How long after a deploy the first of them is started at the soonest: where servers know each other for a while, a start that is asked for sooner waits longer."
    ),
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
  access: access3,
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

// src/products/proposal.ts
var value = union([string(), array(string()), record(string(), string())]);
var credentialSetting = union([string(), record(string(), string())]);
var proposedKind = strictObject({ kind: string(), settings: record(string(), value).default({}) });
var productProposal = strictObject({
  /** The name of the installation. */
  system: string().optional(),
  /** In front of the names of its variables; ends with `_`. */
  prefix: string().regex(/_$/).or(literal("")).default(""),
  "production-url": string().optional(),
  "staging-url": string().optional(),
  /** Credentials that a server gives out, by the product's names for them; the others are a variable each. */
  access: record(string(), record(string(), record(string(), credentialSetting))).default({}),
  /** The kind and the settings of each part that exists in kinds. */
  kinds: partialRecord(m(["data", "deploy", "store", "journal"]), proposedKind).default({}),
  scrub: union([
    strictObject({
      run: tuple([string()], string()),
      env: record(string(), string()).optional()
    }),
    strictObject({ waive: string() })
  ]).default({ run: ["./deploy/scrub.sh"] }),
  /** When production may be changed: what `windows` of the configuration is, for a product that needs them. */
  windows: strictObject({ "time-zone": string(), from: string(), to: string() }).optional(),
  /** Variables that hold no secret. */
  plain: array(string()).default([])
});

// src/products/registry.ts
var names = ["infrahub", "medplum", "mender", "sample", "unleash"];
var shippedProducts = {
  names,
  find: (name) => {
    const shipped = readShipped(name);
    return shipped && withFolder(productDefinition.parse(shipped.document), shipped.folder);
  },
  proposal: (name) => {
    const file2 = fileURLToPath(new URL(`./${name}/init.yml`, new URL("./assets/products/registry.ts", import.meta.url)));
    const proposes = isShipped(name) && existsSync(file2);
    return productProposal.parse(proposes ? E6(readFileSync(file2, "utf8")) : {});
  }
};
function resolveProduct(reference, configuration) {
  if (typeof reference === "string") {
    const { document: document2, folder: folder2 } = shippedOrFail(reference);
    return { definition: withFolder(productDefinition.parse(document2), folder2), document: document2 };
  }
  const written2 = plainData.parse(configuration.product);
  if (!("extends" in reference)) return { definition: reference, document: written2 };
  const { extends: _name, ...replaced2 } = written2;
  const { document: shipped, folder } = shippedOrFail(reference.extends);
  const document = { ...shipped, ...replaced2 };
  const definition = productDefinition.parse(document);
  return { definition: "releases" in replaced2 ? definition : withFolder(definition, folder), document };
}
var plainData = record(string(), unknown());
function isShipped(name) {
  return names.some((known) => known === name);
}
function readShipped(name) {
  if (!isShipped(name)) return void 0;
  const file2 = fileURLToPath(new URL(`./${name}/product.yml`, new URL("./assets/products/registry.ts", import.meta.url)));
  return { document: plainData.parse(E6(readFileSync(file2, "utf8"))), folder: dirname2(file2) };
}
function shippedOrFail(name) {
  const shipped = readShipped(name);
  if (shipped === void 0) throw new Error(`the configuration was accepted with the unknown product "${name}"`);
  return shipped;
}
function withFolder(definition, folder) {
  if (hasStages(definition)) return definition;
  const { releases } = definition;
  return {
    ...definition,
    releases: {
      kind: releases.kind,
      open: (context) => releases.open({ ...context, placeholders: { ...context.placeholders, [productFolder]: folder } })
    }
  };
}

export {
  httpFetch,
  proxySecrets,
  artifact,
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
  readVersion,
  labelOfVersion,
  versionReader,
  problemsIn,
  acceptedForms,
  readFact,
  evaluate,
  contains,
  uncovered,
  without,
  catalogueOf,
  entryAt,
  releaseGraphOf,
  lineOf,
  lineAt,
  listed,
  labelAt,
  newestUsable,
  listedMigration,
  carrierOf,
  liftedBy,
  pathRules,
  manualStepIds,
  partsAskedBy,
  factTypesIn,
  factsAskedBy,
  migrationListsAskedBy,
  kind,
  namedKind,
  oneOf,
  kindTitle,
  jsonDepth,
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
  digestOf,
  contentDigests,
  wholeDigest,
  changedContents,
  canonicalJson,
  durationText,
  roughText,
  downtimeText,
  elapsedText,
  timeText,
  bytesText,
  countText,
  answersOfProbes,
  openEvidence,
  smokeTest,
  measure,
  tokenSource,
  refusedAnswer,
  malformedResponse,
  readJson2 as readJson,
  releaseLimits,
  httpClient,
  i,
  b,
  p,
  e,
  S,
  n,
  m3 as m,
  s8 as s,
  a10 as a,
  L3 as L,
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
  diffArrays,
  syncFile,
  syncFolder,
  deployer,
  deployerInit,
  deployPlaceRules,
  versionsProduct,
  stagesProduct,
  hasStages,
  reversibleStages,
  shippedProducts,
  resolveProduct
};
