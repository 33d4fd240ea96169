import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// node_modules/yaml/browser/dist/nodes/identity.js
var a = /* @__PURE__ */ Symbol.for("yaml.alias");
var y = /* @__PURE__ */ Symbol.for("yaml.document");
var o = /* @__PURE__ */ Symbol.for("yaml.map");
var l = /* @__PURE__ */ Symbol.for("yaml.pair");
var r = /* @__PURE__ */ Symbol.for("yaml.scalar");
var s = /* @__PURE__ */ Symbol.for("yaml.seq");
var c = /* @__PURE__ */ Symbol.for("yaml.node.type");
var i = (t4) => !!t4 && typeof t4 == "object" && t4[c] === a;
var m = (t4) => !!t4 && typeof t4 == "object" && t4[c] === y;
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
function m2(e4, l9) {
  const t4 = w(l9);
  m(e4) ? a2(null, e4.contents, t4, Object.freeze([e4])) === s2 && (e4.contents = null) : a2(null, e4, t4, Object.freeze([]));
}
m2.BREAK = i2, m2.SKIP = V, m2.REMOVE = s2;
function a2(e4, l9, t4, c12) {
  const n11 = z(e4, l9, t4, c12);
  if (n(n11) || p(n11)) return A(e4, c12, n11), a2(e4, n11, t4, c12);
  if (typeof n11 != "symbol") {
    if (f(l9)) {
      c12 = Object.freeze(c12.concat(l9));
      for (let f12 = 0; f12 < l9.items.length; ++f12) {
        const u13 = a2(f12, l9.items[f12], t4, c12);
        if (typeof u13 == "number") f12 = u13 - 1;
        else {
          if (u13 === i2) return i2;
          u13 === s2 && (l9.items.splice(f12, 1), f12 -= 1);
        }
      }
    } else if (p(l9)) {
      c12 = Object.freeze(c12.concat(l9));
      const f12 = a2("key", l9.key, t4, c12);
      if (f12 === i2) return i2;
      f12 === s2 && (l9.key = null);
      const u13 = a2("value", l9.value, t4, c12);
      if (u13 === i2) return i2;
      u13 === s2 && (l9.value = null);
    }
  }
  return n11;
}
async function S2(e4, l9) {
  const t4 = w(l9);
  m(e4) ? await b2(null, e4.contents, t4, Object.freeze([e4])) === s2 && (e4.contents = null) : await b2(null, e4, t4, Object.freeze([]));
}
S2.BREAK = i2, S2.SKIP = V, S2.REMOVE = s2;
async function b2(e4, l9, t4, c12) {
  const n11 = await z(e4, l9, t4, c12);
  if (n(n11) || p(n11)) return A(e4, c12, n11), b2(e4, n11, t4, c12);
  if (typeof n11 != "symbol") {
    if (f(l9)) {
      c12 = Object.freeze(c12.concat(l9));
      for (let f12 = 0; f12 < l9.items.length; ++f12) {
        const u13 = await b2(f12, l9.items[f12], t4, c12);
        if (typeof u13 == "number") f12 = u13 - 1;
        else {
          if (u13 === i2) return i2;
          u13 === s2 && (l9.items.splice(f12, 1), f12 -= 1);
        }
      }
    } else if (p(l9)) {
      c12 = Object.freeze(c12.concat(l9));
      const f12 = await b2("key", l9.key, t4, c12);
      if (f12 === i2) return i2;
      f12 === s2 && (l9.key = null);
      const u13 = await b2("value", l9.value, t4, c12);
      if (u13 === i2) return i2;
      u13 === s2 && (l9.value = null);
    }
  }
  return n11;
}
function w(e4) {
  return typeof e4 == "object" && (e4.Collection || e4.Node || e4.Value) ? Object.assign({ Alias: e4.Node, Map: e4.Node, Scalar: e4.Node, Seq: e4.Node }, e4.Value && { Map: e4.Value, Scalar: e4.Value, Seq: e4.Value }, e4.Collection && { Map: e4.Collection, Seq: e4.Collection }, e4) : e4;
}
function z(e4, l9, t4, c12) {
  if (typeof t4 == "function") return t4(e4, l9, c12);
  if (b(l9)) return t4.Map?.(e4, l9, c12);
  if (S(l9)) return t4.Seq?.(e4, l9, c12);
  if (p(l9)) return t4.Pair?.(e4, l9, c12);
  if (e(l9)) return t4.Scalar?.(e4, l9, c12);
  if (i(l9)) return t4.Alias?.(e4, l9, c12);
}
function A(e4, l9, t4) {
  const c12 = l9[l9.length - 1];
  if (f(c12)) c12.items[e4] = t4;
  else if (p(c12)) e4 === "key" ? c12.key = t4 : c12.value = t4;
  else if (m(c12)) c12.contents = t4;
  else {
    const n11 = i(c12) ? "alias" : "scalar";
    throw new Error(`Cannot replace node with ${n11} parent`);
  }
}

// node_modules/yaml/browser/dist/doc/directives.js
var u2 = { "!": "%21", ",": "%2C", "[": "%5B", "]": "%5D", "{": "%7B", "}": "%7D" };
var o2 = (h6) => h6.replace(/[!,[\]{}]/g, (t4) => u2[t4]);
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
    const a11 = t4.trim().split(/[ \t]+/), l9 = a11.shift();
    switch (l9) {
      case "%TAG": {
        if (a11.length !== 2 && (e4(0, "%TAG directive should contain exactly two parts"), a11.length < 2)) return false;
        const [s9, i8] = a11;
        return this.tags[s9] = i8, true;
      }
      case "%YAML": {
        if (this.yaml.explicit = true, a11.length !== 1) return e4(0, "%YAML directive should contain exactly one part"), false;
        const [s9] = a11;
        if (s9 === "1.1" || s9 === "1.2") return this.yaml.version = s9, true;
        {
          const i8 = /^\d+\.\d+$/.test(s9);
          return e4(6, `Unsupported YAML version ${s9}`, i8), false;
        }
      }
      default:
        return e4(0, `Unknown directive ${l9}`, true), false;
    }
  }
  tagName(t4, e4) {
    if (t4 === "!") return "!";
    if (t4[0] !== "!") return e4(`Not a valid tag: ${t4}`), null;
    if (t4[1] === "<") {
      const i8 = t4.slice(2, -1);
      return i8 === "!" || i8 === "!!" ? (e4(`Verbatim tags aren't resolved, so ${t4} is invalid.`), null) : (t4[t4.length - 1] !== ">" && e4("Verbatim tags must end with a >"), i8);
    }
    const [, a11, l9] = t4.match(/^(.*!)([^!]*)$/s);
    l9 || e4(`The ${t4} tag has no suffix`);
    const s9 = this.tags[a11];
    if (s9) try {
      return s9 + decodeURIComponent(l9);
    } catch (i8) {
      return e4(String(i8)), null;
    }
    return a11 === "!" ? t4 : (e4(`Could not resolve tag: ${t4}`), null);
  }
  tagString(t4) {
    for (const [e4, a11] of Object.entries(this.tags)) if (t4.startsWith(a11)) return e4 + o2(t4.substring(a11.length));
    return t4[0] === "!" ? t4 : `!<${t4}>`;
  }
  toString(t4) {
    const e4 = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [], a11 = Object.entries(this.tags);
    let l9;
    if (t4 && a11.length > 0 && n(t4.contents)) {
      const s9 = {};
      m2(t4.contents, (i8, r8) => {
        n(r8) && r8.tag && (s9[r8.tag] = true);
      }), l9 = Object.keys(s9);
    } else l9 = [];
    for (const [s9, i8] of a11) s9 === "!!" && i8 === "tag:yaml.org,2002:" || (!t4 || l9.some((r8) => r8.startsWith(i8))) && e4.push(`%TAG ${s9} ${i8}`);
    return e4.join(`
`);
  }
};
n2.defaultYaml = { explicit: false, version: "1.2" }, n2.defaultTags = { "!!": "tag:yaml.org,2002:" };

// node_modules/yaml/browser/dist/doc/anchors.js
function d(r8) {
  if (/[\x00-\x19\s,[\]{}]/.test(r8)) {
    const n11 = `Anchor must not contain whitespace or control characters: ${JSON.stringify(r8)}`;
    throw new Error(n11);
  }
  return true;
}
function i3(r8) {
  const t4 = /* @__PURE__ */ new Set();
  return m2(r8, { Value(n11, e4) {
    e4.anchor && t4.add(e4.anchor);
  } }), t4;
}
function h(r8, t4) {
  for (let n11 = 1; ; ++n11) {
    const e4 = `${r8}${n11}`;
    if (!t4.has(e4)) return e4;
  }
}
function p2(r8, t4) {
  const n11 = [], e4 = /* @__PURE__ */ new Map();
  let c12 = null;
  return { onAnchor: (s9) => {
    n11.push(s9), c12 ?? (c12 = i3(r8));
    const o8 = h(t4, c12);
    return c12.add(o8), o8;
  }, setAnchors: () => {
    for (const s9 of n11) {
      const o8 = e4.get(s9);
      if (typeof o8 == "object" && o8.anchor && (e(o8.node) || f(o8.node))) o8.node.anchor = o8.anchor;
      else {
        const a11 = new Error("Failed to resolve repeated object (this should not happen)");
        throw a11.source = s9, a11;
      }
    }
  }, sourceObjects: e4 };
}

// node_modules/yaml/browser/dist/doc/applyReviver.js
function s3(o8, c12, d9, e4) {
  if (e4 && typeof e4 == "object") if (Array.isArray(e4)) for (let f12 = 0, t4 = e4.length; f12 < t4; ++f12) {
    const n11 = e4[f12], i8 = s3(o8, e4, String(f12), n11);
    i8 === void 0 ? delete e4[f12] : i8 !== n11 && (e4[f12] = i8);
  }
  else if (e4 instanceof Map) for (const f12 of Array.from(e4.keys())) {
    const t4 = e4.get(f12), n11 = s3(o8, e4, f12, t4);
    n11 === void 0 ? e4.delete(f12) : n11 !== t4 && e4.set(f12, n11);
  }
  else if (e4 instanceof Set) for (const f12 of Array.from(e4)) {
    const t4 = s3(o8, e4, f12, f12);
    t4 === void 0 ? e4.delete(f12) : t4 !== f12 && (e4.delete(f12), e4.add(t4));
  }
  else for (const [f12, t4] of Object.entries(e4)) {
    const n11 = s3(o8, e4, f12, t4);
    n11 === void 0 ? delete e4[f12] : n11 !== t4 && (e4[f12] = n11);
  }
  return o8.call(c12, d9, e4);
}

// node_modules/yaml/browser/dist/nodes/toJS.js
function i4(r8, e4, n11) {
  if (Array.isArray(r8)) return r8.map((o8, t4) => i4(o8, String(t4), n11));
  if (r8 && typeof r8.toJSON == "function") {
    if (!n11 || !u(r8)) return r8.toJSON(e4, n11);
    const o8 = { aliasCount: 0, count: 1, res: void 0 };
    n11.anchors.set(r8, o8), n11.onCreate = (f12) => {
      o8.res = f12, delete n11.onCreate;
    };
    const t4 = r8.toJSON(e4, n11);
    return n11.onCreate && n11.onCreate(t4), t4;
  }
  return typeof r8 == "bigint" && !n11?.keep ? Number(r8) : r8;
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
  toJS(e4, { mapAsMap: c12, maxAliasCount: r8, onAnchor: o8, reviver: s9 } = {}) {
    if (!m(e4)) throw new TypeError("A document argument is required");
    const n11 = { anchors: /* @__PURE__ */ new Map(), doc: e4, keep: true, mapAsMap: c12 === true, mapKeyWarned: false, maxAliasCount: typeof r8 == "number" ? r8 : 100 }, t4 = i4(this, "", n11);
    if (typeof o8 == "function") for (const { count: i8, res: p8 } of n11.anchors.values()) o8(p8, i8);
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
    e4?.aliasResolveCache ? r8 = e4.aliasResolveCache : (r8 = [], m2(o8, { Node: (t4, a11) => {
      (i(a11) || u(a11)) && r8.push(a11);
    } }), e4 && (e4.aliasResolveCache = r8));
    let s9;
    for (const t4 of r8) {
      if (t4 === this) break;
      t4.anchor === this.source && (s9 = t4);
    }
    if (s9 && e4) {
      const { anchors: t4, doc: a11, maxAliasCount: c12 } = e4;
      let i8 = t4.get(s9);
      if (i8 || (i4(s9, null, e4), i8 = t4.get(s9)), i8?.res === void 0) {
        const u13 = "This should not happen: Alias anchor was not resolved?";
        throw new ReferenceError(u13);
      }
      if (c12 >= 0 && (i8.count += 1, i8.aliasCount === 0 && (i8.aliasCount = l2(a11, s9, t4)), i8.count * i8.aliasCount > c12)) {
        const u13 = "Excessive alias count indicates a resource exhaustion attack";
        throw new ReferenceError(u13);
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
function l2(n11, o8, e4) {
  if (i(o8)) {
    const r8 = o8.resolve(n11), s9 = e4 && r8 && e4.get(r8);
    return s9 ? s9.count * s9.aliasCount : 0;
  } else if (f(o8)) {
    let r8 = 0;
    for (const s9 of o8.items) {
      const t4 = l2(n11, s9, e4);
      t4 > r8 && (r8 = t4);
    }
    return r8;
  } else if (p(o8)) {
    const r8 = l2(n11, o8.key, e4), s9 = l2(n11, o8.value, e4);
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
function w2(n11, i8, o8) {
  if (i8) {
    const r8 = o8.filter((e4) => e4.tag === i8), c12 = r8.find((e4) => !e4.format) ?? r8[0];
    if (!c12) throw new Error(`Tag ${i8} not found`);
    return c12;
  }
  return o8.find((r8) => r8.identify?.(n11) && !r8.format);
}
function T(n11, i8, o8) {
  if (m(n11) && (n11 = n11.contents), n(n11)) return n11;
  if (p(n11)) {
    const s9 = o8.schema[o].createNode?.(o8.schema, null, o8);
    return s9.items.push(n11), s9;
  }
  (n11 instanceof String || n11 instanceof Number || n11 instanceof Boolean || typeof BigInt < "u" && n11 instanceof BigInt) && (n11 = n11.valueOf());
  const { aliasDuplicateObjects: r8, onAnchor: c12, onTagObj: e4, schema: d9, sourceObjects: p8 } = o8;
  let t4;
  if (r8 && n11 && typeof n11 == "object") {
    if (t4 = p8.get(n11), t4) return t4.anchor ?? (t4.anchor = c12(n11)), new A2(t4.anchor);
    t4 = { anchor: null, node: null }, p8.set(n11, t4);
  }
  i8?.startsWith("!!") && (i8 = S3 + i8.slice(2));
  let f12 = w2(n11, i8, d9.tags);
  if (!f12) {
    if (n11 && typeof n11.toJSON == "function" && (n11 = n11.toJSON()), !n11 || typeof n11 != "object") {
      const s9 = new t(n11);
      return t4 && (t4.node = s9), s9;
    }
    f12 = n11 instanceof Map ? d9[o] : Symbol.iterator in Object(n11) ? d9[s] : d9[o];
  }
  e4 && (e4(f12), delete o8.onTagObj);
  const m7 = f12?.createNode ? f12.createNode(o8.schema, n11, o8) : typeof f12?.nodeClass?.from == "function" ? f12.nodeClass.from(o8.schema, n11, o8) : new t(n11);
  return i8 ? m7.tag = i8 : f12.default || (m7.tag = f12.tag), t4 && (t4.node = m7), m7;
}

// node_modules/yaml/browser/dist/nodes/Collection.js
function l3(o8, n11, t4) {
  let e4 = t4;
  for (let s9 = n11.length - 1; s9 >= 0; --s9) {
    const r8 = n11[s9];
    if (typeof r8 == "number" && Number.isInteger(r8) && r8 >= 0) {
      const c12 = [];
      c12[r8] = e4, e4 = c12;
    } else e4 = /* @__PURE__ */ new Map([[r8, e4]]);
  }
  return T(e4, void 0, { aliasDuplicateObjects: false, keepUndefined: false, onAnchor: () => {
    throw new Error("This should not happen, please report a bug.");
  }, schema: o8, sourceObjects: /* @__PURE__ */ new Map() });
}
var u3 = (o8) => o8 == null || typeof o8 == "object" && !!o8[Symbol.iterator]().next().done;
var g = class extends y2 {
  constructor(n11, t4) {
    super(n11), Object.defineProperty(this, "schema", { value: t4, configurable: true, enumerable: false, writable: true });
  }
  clone(n11) {
    const t4 = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
    return n11 && (t4.schema = n11), t4.items = t4.items.map((e4) => n(e4) || p(e4) ? e4.clone(n11) : e4), this.range && (t4.range = this.range.slice()), t4;
  }
  addIn(n11, t4) {
    if (u3(n11)) this.add(t4);
    else {
      const [e4, ...s9] = n11, r8 = this.get(e4, true);
      if (f(r8)) r8.addIn(s9, t4);
      else if (r8 === void 0 && this.schema) this.set(e4, l3(this.schema, s9, t4));
      else throw new Error(`Expected YAML collection at ${e4}. Remaining path: ${s9}`);
    }
  }
  deleteIn(n11) {
    const [t4, ...e4] = n11;
    if (e4.length === 0) return this.delete(t4);
    const s9 = this.get(t4, true);
    if (f(s9)) return s9.deleteIn(e4);
    throw new Error(`Expected YAML collection at ${t4}. Remaining path: ${e4}`);
  }
  getIn(n11, t4) {
    const [e4, ...s9] = n11, r8 = this.get(e4, true);
    return s9.length === 0 ? !t4 && e(r8) ? r8.value : r8 : f(r8) ? r8.getIn(s9, t4) : void 0;
  }
  hasAllNullValues(n11) {
    return this.items.every((t4) => {
      if (!p(t4)) return false;
      const e4 = t4.value;
      return e4 == null || n11 && e(e4) && e4.value == null && !e4.commentBefore && !e4.comment && !e4.tag;
    });
  }
  hasIn(n11) {
    const [t4, ...e4] = n11;
    if (e4.length === 0) return this.has(t4);
    const s9 = this.get(t4, true);
    return f(s9) ? s9.hasIn(e4) : false;
  }
  setIn(n11, t4) {
    const [e4, ...s9] = n11;
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
var s4 = (n11) => n11.replace(/^(?!$)(?: $)?/gm, "#");
function r2(n11, e4) {
  return /^\n+$/.test(n11) ? n11.substring(1) : e4 ? n11.replace(/^(?! *$)/gm, e4) : n11;
}
var t2 = (n11, e4, i8) => n11.endsWith(`
`) ? r2(i8, e4) : i8.includes(`
`) ? `
` + r2(i8, e4) : (n11.endsWith(" ") ? "" : " ") + i8;

// node_modules/yaml/browser/dist/stringify/foldFlowLines.js
var E2 = "flow";
var O = "block";
var L = "quoted";
function U(e4, l9, a11 = "flow", { indentAtStart: g11, lineWidth: c12 = 80, minContentWidth: r8 = 20, onFold: $, onOverflow: k2 } = {}) {
  if (!c12 || c12 < 0) return e4;
  c12 < r8 && (r8 = 0);
  const p8 = Math.max(1 + r8, 1 + c12 - l9.length);
  if (e4.length <= p8) return e4;
  const u13 = [], b8 = {};
  let i8 = c12 - l9.length;
  typeof g11 == "number" && (g11 > c12 - Math.max(2, r8) ? u13.push(0) : i8 = c12 - g11);
  let h6, o8, F3 = false, f12 = -1, D2 = -1, d9 = -1;
  a11 === O && (f12 = _(e4, f12, l9.length), f12 !== -1 && (i8 = f12 + p8));
  for (let n11; n11 = e4[f12 += 1]; ) {
    if (a11 === L && n11 === "\\") {
      switch (D2 = f12, e4[f12 + 1]) {
        case "x":
          f12 += 3;
          break;
        case "u":
          f12 += 5;
          break;
        case "U":
          f12 += 9;
          break;
        default:
          f12 += 1;
      }
      d9 = f12;
    }
    if (n11 === `
`) a11 === O && (f12 = _(e4, f12, l9.length)), i8 = f12 + l9.length + p8, h6 = void 0;
    else {
      if (n11 === " " && o8 && o8 !== " " && o8 !== `
` && o8 !== "	") {
        const s9 = e4[f12 + 1];
        s9 && s9 !== " " && s9 !== `
` && s9 !== "	" && (h6 = f12);
      }
      if (f12 >= i8) if (h6) u13.push(h6), i8 = h6 + p8, h6 = void 0;
      else if (a11 === L) {
        for (; o8 === " " || o8 === "	"; ) o8 = n11, n11 = e4[f12 += 1], F3 = true;
        const s9 = f12 > d9 + 1 ? f12 - 2 : D2 - 1;
        if (b8[s9]) return e4;
        u13.push(s9), b8[s9] = true, i8 = s9 + p8, h6 = void 0;
      } else F3 = true;
    }
    o8 = n11;
  }
  if (F3 && k2 && k2(), u13.length === 0) return e4;
  $ && $();
  let w10 = e4.slice(0, u13[0]);
  for (let n11 = 0; n11 < u13.length; ++n11) {
    const s9 = u13[n11], M3 = u13[n11 + 1] || e4.length;
    s9 === 0 ? w10 = `
${l9}${e4.slice(0, M3)}` : (a11 === L && b8[s9] && (w10 += `${e4[s9]}\\`), w10 += `
${l9}${e4.slice(s9 + 1, M3)}`);
  }
  return w10;
}
function _(e4, l9, a11) {
  let g11 = l9, c12 = l9 + 1, r8 = e4[c12];
  for (; r8 === " " || r8 === "	"; ) if (l9 < c12 + a11) r8 = e4[++l9];
  else {
    do
      r8 = e4[++l9];
    while (r8 && r8 !== `
`);
    g11 = l9, c12 = l9 + 1, r8 = e4[c12];
  }
  return g11;
}

// node_modules/yaml/browser/dist/stringify/stringifyString.js
var D = (i8, e4) => ({ indentAtStart: e4 ? i8.indent.length : i8.indentAtStart, lineWidth: i8.options.lineWidth, minContentWidth: i8.options.minContentWidth });
var y3 = (i8) => /^(%|---|\.\.\.)/m.test(i8);
function P(i8, e4, n11) {
  if (!e4 || e4 < 0) return false;
  const r8 = e4 - n11, c12 = i8.length;
  if (c12 <= r8) return false;
  for (let l9 = 0, t4 = 0; l9 < c12; ++l9) if (i8[l9] === `
`) {
    if (l9 - t4 > r8) return true;
    if (t4 = l9 + 1, c12 - t4 <= r8) return false;
  }
  return true;
}
function S4(i8, e4) {
  const n11 = JSON.stringify(i8);
  if (e4.options.doubleQuotedAsJSON) return n11;
  const { implicitKey: r8 } = e4, c12 = e4.options.doubleQuotedMinMultiLineLength, l9 = e4.indent || (y3(i8) ? "  " : "");
  let t4 = "", f12 = 0;
  for (let s9 = 0, o8 = n11[s9]; o8; o8 = n11[++s9]) if (o8 === " " && n11[s9 + 1] === "\\" && n11[s9 + 2] === "n" && (t4 += n11.slice(f12, s9) + "\\ ", s9 += 1, f12 = s9, o8 = "\\"), o8 === "\\") switch (n11[s9 + 1]) {
    case "u":
      {
        t4 += n11.slice(f12, s9);
        const u13 = n11.substr(s9 + 2, 4);
        switch (u13) {
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
            u13.substr(0, 2) === "00" ? t4 += "\\x" + u13.substr(2) : t4 += n11.substr(s9, 6);
        }
        s9 += 5, f12 = s9 + 1;
      }
      break;
    case "n":
      if (r8 || n11[s9 + 2] === '"' || n11.length < c12) s9 += 1;
      else {
        for (t4 += n11.slice(f12, s9) + `

`; n11[s9 + 2] === "\\" && n11[s9 + 3] === "n" && n11[s9 + 4] !== '"'; ) t4 += `
`, s9 += 2;
        t4 += l9, n11[s9 + 2] === " " && (t4 += "\\"), s9 += 1, f12 = s9 + 1;
      }
      break;
    default:
      s9 += 1;
  }
  return t4 = f12 ? t4 + n11.slice(f12) : n11, r8 ? t4 : U(t4, l9, L, D(e4, false));
}
function Q(i8, e4) {
  if (e4.options.singleQuote === false || e4.implicitKey && i8.includes(`
`) || /[ \t]\n|\n[ \t]/.test(i8)) return S4(i8, e4);
  const n11 = e4.indent || (y3(i8) ? "  " : ""), r8 = "'" + i8.replace(/'/g, "''").replace(/\n+/g, `$&
${n11}`) + "'";
  return e4.implicitKey ? r8 : U(r8, n11, E2, D(e4, false));
}
function h2(i8, e4) {
  const { singleQuote: n11 } = e4.options;
  let r8;
  if (n11 === false) r8 = S4;
  else {
    const c12 = i8.includes('"'), l9 = i8.includes("'");
    c12 && !l9 ? r8 = Q : l9 && !c12 ? r8 = S4 : r8 = n11 ? Q : S4;
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
function F({ comment: i8, type: e4, value: n11 }, r8, c12, l9) {
  const { blockQuote: t4, commentString: f12, lineWidth: s9 } = r8.options;
  if (!t4 || /\n[\t ]+$/.test(n11)) return h2(n11, r8);
  const o8 = r8.indent || (r8.forceBlockIndent || y3(n11) ? "  " : ""), u13 = t4 === "literal" ? true : t4 === "folded" || e4 === t.BLOCK_FOLDED ? false : e4 === t.BLOCK_LITERAL ? true : !P(n11, s9, o8.length);
  if (!n11) return u13 ? `|
` : `>
`;
  let b8, d9;
  for (d9 = n11.length; d9 > 0; --d9) {
    const p8 = n11[d9 - 1];
    if (p8 !== `
` && p8 !== "	" && p8 !== " ") break;
  }
  let a11 = n11.substring(d9);
  const k2 = a11.indexOf(`
`);
  k2 === -1 ? b8 = "-" : n11 === a11 || k2 !== a11.length - 1 ? (b8 = "+", l9 && l9()) : b8 = "", a11 && (n11 = n11.slice(0, -a11.length), a11[a11.length - 1] === `
` && (a11 = a11.slice(0, -1)), a11 = a11.replace(B, `$&${o8}`));
  let $ = false, L4, _5 = -1;
  for (L4 = 0; L4 < n11.length; ++L4) {
    const p8 = n11[L4];
    if (p8 === " ") $ = true;
    else if (p8 === `
`) _5 = L4;
    else break;
  }
  let O4 = n11.substring(0, _5 < L4 ? _5 + 1 : L4);
  O4 && (n11 = n11.substring(O4.length), O4 = O4.replace(/\n+/g, `$&${o8}`));
  let w10 = ($ ? o8 ? "2" : "1" : "") + b8;
  if (i8 && (w10 += " " + f12(i8.replace(/ ?[\r\n]+/g, " ")), c12 && c12()), !u13) {
    const p8 = n11.replace(/\n+/g, `
$&`).replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${o8}`);
    let N3 = false;
    const T3 = D(r8, true);
    t4 !== "folded" && e4 !== t.BLOCK_FOLDED && (T3.onOverflow = () => {
      N3 = true;
    });
    const K3 = U(`${O4}${p8}${a11}`, o8, O, T3);
    if (!N3) return `>${w10}
${o8}${K3}`;
  }
  return n11 = n11.replace(/\n+/g, `$&${o8}`), `|${w10}
${o8}${O4}${n11}${a11}`;
}
function W(i8, e4, n11, r8) {
  const { type: c12, value: l9 } = i8, { actualString: t4, implicitKey: f12, indent: s9, indentStep: o8, inFlow: u13 } = e4;
  if (f12 && l9.includes(`
`) || u13 && /[[\]{},]/.test(l9)) return h2(l9, e4);
  if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(l9)) return f12 || u13 || !l9.includes(`
`) ? h2(l9, e4) : F(i8, e4, n11, r8);
  if (!f12 && !u13 && c12 !== t.PLAIN && l9.includes(`
`)) return F(i8, e4, n11, r8);
  if (y3(l9)) {
    if (s9 === "") return e4.forceBlockIndent = true, F(i8, e4, n11, r8);
    if (f12 && s9 === o8) return h2(l9, e4);
  }
  const b8 = l9.replace(/\n+/g, `$&
${s9}`);
  if (t4) {
    const d9 = ($) => $.default && $.tag !== "tag:yaml.org,2002:str" && $.test?.test(b8), { compat: a11, tags: k2 } = e4.doc.schema;
    if (k2.some(d9) || a11?.some(d9)) return h2(l9, e4);
  }
  return f12 ? b8 : U(b8, s9, E2, D(e4, false));
}
function M(i8, e4, n11, r8) {
  const { implicitKey: c12, inFlow: l9 } = e4, t4 = typeof i8.value == "string" ? i8 : Object.assign({}, i8, { value: String(i8.value) });
  let { type: f12 } = i8;
  f12 !== t.QUOTE_DOUBLE && /[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(t4.value) && (f12 = t.QUOTE_DOUBLE);
  const s9 = (u13) => {
    switch (u13) {
      case t.BLOCK_FOLDED:
      case t.BLOCK_LITERAL:
        return c12 || l9 ? h2(t4.value, e4) : F(t4, e4, n11, r8);
      case t.QUOTE_DOUBLE:
        return S4(t4.value, e4);
      case t.QUOTE_SINGLE:
        return Q(t4.value, e4);
      case t.PLAIN:
        return W(t4, e4, n11, r8);
      default:
        return null;
    }
  };
  let o8 = s9(f12);
  if (o8 === null) {
    const { defaultKeyType: u13, defaultStringType: b8 } = e4.options, d9 = c12 && u13 || b8;
    if (o8 = s9(d9), o8 === null) throw new Error(`Unsupported default string type ${d9}`);
  }
  return o8;
}

// node_modules/yaml/browser/dist/stringify/stringify.js
function p3(r8, t4) {
  const l9 = Object.assign({ blockQuote: true, commentString: s4, defaultKeyType: null, defaultStringType: "PLAIN", directives: null, doubleQuotedAsJSON: false, doubleQuotedMinMultiLineLength: 40, falseStr: "false", flowCollectionPadding: true, indentSeq: true, lineWidth: 80, minContentWidth: 20, nullStr: "null", simpleKeys: false, singleQuote: null, trailingComma: false, trueStr: "true", verifyAliasOrder: true }, r8.schema.toStringOptions, t4);
  let i8;
  switch (l9.collectionStyle) {
    case "block":
      i8 = false;
      break;
    case "flow":
      i8 = true;
      break;
    default:
      i8 = null;
  }
  return { anchors: /* @__PURE__ */ new Set(), doc: r8, flowCollectionPadding: l9.flowCollectionPadding ? " " : "", indent: "", indentStep: typeof l9.indent == "number" ? " ".repeat(l9.indent) : "  ", inFlow: i8, options: l9 };
}
function v(r8, t4) {
  if (t4.tag) {
    const e4 = r8.filter((n11) => n11.tag === t4.tag);
    if (e4.length > 0) return e4.find((n11) => n11.format === t4.format) ?? e4[0];
  }
  let l9, i8;
  if (e(t4)) {
    i8 = t4.value;
    let e4 = r8.filter((n11) => n11.identify?.(i8));
    if (e4.length > 1) {
      const n11 = e4.filter((o8) => o8.test);
      n11.length > 0 && (e4 = n11);
    }
    l9 = e4.find((n11) => n11.format === t4.format) ?? e4.find((n11) => !n11.format);
  } else i8 = t4, l9 = r8.find((e4) => e4.nodeClass && i8 instanceof e4.nodeClass);
  if (!l9) {
    const e4 = i8?.constructor?.name ?? (i8 === null ? "null" : typeof i8);
    throw new Error(`Tag not resolved for ${e4} value`);
  }
  return l9;
}
function w3(r8, t4, { anchors: l9, doc: i8 }) {
  if (!i8.directives) return "";
  const e4 = [], n11 = (e(r8) || f(r8)) && r8.anchor;
  n11 && d(n11) && (l9.add(n11), e4.push(`&${n11}`));
  const o8 = r8.tag ?? (t4.default ? null : t4.tag);
  return o8 && e4.push(i8.directives.tagString(o8)), e4.join(" ");
}
function b3(r8, t4, l9, i8) {
  if (p(r8)) return r8.toString(t4, l9, i8);
  if (i(r8)) {
    if (t4.doc.directives) return r8.toString(t4);
    if (t4.resolvedAliases?.has(r8)) throw new TypeError("Cannot stringify circular structure without alias nodes");
    t4.resolvedAliases ? t4.resolvedAliases.add(r8) : t4.resolvedAliases = /* @__PURE__ */ new Set([r8]), r8 = r8.resolve(t4.doc);
  }
  let e4;
  const n11 = n(r8) ? r8 : t4.doc.createNode(r8, { onTagObj: (f12) => e4 = f12 });
  e4 ?? (e4 = v(t4.doc.schema.tags, n11));
  const o8 = w3(n11, e4, t4);
  o8.length > 0 && (t4.indentAtStart = (t4.indentAtStart ?? 0) + o8.length + 1);
  const s9 = typeof e4.stringify == "function" ? e4.stringify(n11, t4, l9, i8) : e(n11) ? M(n11, t4, l9, i8) : n11.toString(t4, l9, i8);
  return o8 ? e(n11) || s9[0] === "{" || s9[0] === "[" ? `${o8} ${s9}` : `${o8}
${t4.indent}${s9}` : s9;
}

// node_modules/yaml/browser/dist/stringify/stringifyPair.js
function _2({ key: t4, value: i8 }, e4, h6, g11) {
  const { allNullValues: S9, doc: W2, indent: E7, indentStep: N3, options: { commentString: d9, indentSeq: q2, simpleKeys: a11 } } = e4;
  let l9 = n(t4) && t4.comment || null;
  if (a11) {
    if (l9) throw new Error("With simple keys, key nodes cannot have comments");
    if (f(t4) || !n(t4) && typeof t4 == "object") {
      const r8 = "With simple keys, collection cannot be used as a key value";
      throw new Error(r8);
    }
  }
  let s9 = !a11 && (!t4 || l9 && i8 == null && !e4.inFlow || f(t4) || (e(t4) ? t4.type === t.BLOCK_FOLDED || t4.type === t.BLOCK_LITERAL : typeof t4 == "object"));
  e4 = Object.assign({}, e4, { allNullValues: false, implicitKey: !s9 && (a11 || !S9), indent: E7 + N3 });
  let u13 = false, p8 = false, n11 = b3(t4, e4, () => u13 = true, () => p8 = true);
  if (!s9 && !e4.inFlow && n11.length > 1024) {
    if (a11) throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
    s9 = true;
  }
  if (e4.inFlow) {
    if (S9 || i8 == null) return u13 && h6 && h6(), n11 === "" ? "?" : s9 ? `? ${n11}` : n11;
  } else if (S9 && !a11 || i8 == null && s9) return n11 = `? ${n11}`, l9 && !u13 ? n11 += t2(n11, e4.indent, d9(l9)) : p8 && g11 && g11(), n11;
  u13 && (l9 = null), s9 ? (l9 && (n11 += t2(n11, e4.indent, d9(l9))), n11 = `? ${n11}
${E7}:`) : (n11 = `${n11}:`, l9 && (n11 += t2(n11, e4.indent, d9(l9))));
  let b8, w10, c12;
  n(i8) ? (b8 = !!i8.spaceBefore, w10 = i8.commentBefore, c12 = i8.comment) : (b8 = false, w10 = null, c12 = null, i8 && typeof i8 == "object" && (i8 = W2.createNode(i8))), e4.implicitKey = false, !s9 && !l9 && e(i8) && (e4.indentAtStart = n11.length + 1), p8 = false, !q2 && N3.length >= 2 && !e4.inFlow && !s9 && S(i8) && !i8.flow && !i8.tag && !i8.anchor && (e4.indent = e4.indent.substring(2));
  let $ = false;
  const f12 = b3(i8, e4, () => $ = true, () => p8 = true);
  let o8 = " ";
  if (l9 || b8 || w10) {
    if (o8 = b8 ? `
` : "", w10) {
      const r8 = d9(w10);
      o8 += `
${r2(r8, e4.indent)}`;
    }
    f12 === "" && !e4.inFlow ? o8 === `
` && c12 && (o8 = `

`) : o8 += `
${e4.indent}`;
  } else if (!s9 && f(i8)) {
    const r8 = f12[0], y12 = f12.indexOf(`
`), j2 = y12 !== -1, A4 = e4.inFlow ?? i8.flow ?? i8.items.length === 0;
    if (j2 || !A4) {
      let B2 = false;
      if (j2 && (r8 === "&" || r8 === "!")) {
        let m7 = f12.indexOf(" ");
        r8 === "&" && m7 !== -1 && m7 < y12 && f12[m7 + 1] === "!" && (m7 = f12.indexOf(" ", m7 + 1)), (m7 === -1 || y12 < m7) && (B2 = true);
      }
      B2 || (o8 = `
${e4.indent}`);
    }
  } else (f12 === "" || f12[0] === `
`) && (o8 = "");
  return n11 += o8 + f12, e4.inFlow ? $ && h6 && h6() : c12 && !$ ? n11 += t2(n11, e4.indent, d9(c12)) : p8 && g11 && g11(), n11;
}

// node_modules/yaml/browser/dist/log.js
function c2(n11, o8) {
  (n11 === "debug" || n11 === "warn") && console.warn(o8);
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
  for (const [i8, l9] of t4) e4 instanceof Map ? e4.has(i8) || e4.set(i8, l9) : e4 instanceof Set ? e4.add(i8) : Object.prototype.hasOwnProperty.call(e4, i8) || Object.defineProperty(e4, i8, { value: l9, writable: true, enumerable: true, configurable: true });
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
    const n11 = i4(r8, "", o8);
    if (e4 instanceof Map) e4.set(n11, i4(i8, n11, o8));
    else if (e4 instanceof Set) e4.add(n11);
    else {
      const t4 = g2(r8, n11, o8), f12 = i4(i8, t4, o8);
      t4 in e4 ? Object.defineProperty(e4, t4, { value: f12, writable: true, enumerable: true, configurable: true }) : e4[t4] = f12;
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
    const n11 = o8.toString(i8);
    if (!r8.mapKeyWarned) {
      let t4 = JSON.stringify(n11);
      t4.length > 40 && (t4 = t4.substring(0, 36) + '..."'), c2(r8.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${t4}. Set mapAsMap: true to use object keys.`), r8.mapKeyWarned = true;
    }
    return n11;
  }
  return JSON.stringify(e4);
}

// node_modules/yaml/browser/dist/nodes/Pair.js
function d3(s9, r8, e4) {
  const t4 = T(s9, void 0, e4), a11 = T(r8, void 0, e4);
  return new i5(t4, a11);
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
function j(c12, i8, m7) {
  return (i8.inFlow ?? c12.flow ? P2 : F2)(c12, i8, m7);
}
function F2({ comment: c12, items: i8 }, m7, { blockItemPrefix: s9, flowChars: a11, itemIndent: g11, onChompKeep: d9, onComment: y12 }) {
  const { indent: B2, options: { commentString: o8 } } = m7, k2 = Object.assign({}, m7, { indent: g11, type: null });
  let n11 = false;
  const f12 = [];
  for (let t4 = 0; t4 < i8.length; ++t4) {
    const e4 = i8[t4];
    let l9 = null;
    if (n(e4)) !n11 && e4.spaceBefore && f12.push(""), w4(m7, f12, e4.commentBefore, n11), e4.comment && (l9 = e4.comment);
    else if (p(e4)) {
      const r8 = n(e4.key) ? e4.key : null;
      r8 && (!n11 && r8.spaceBefore && f12.push(""), w4(m7, f12, r8.commentBefore, n11));
    }
    n11 = false;
    let u13 = b3(e4, k2, () => l9 = null, () => n11 = true);
    l9 && (u13 += t2(u13, g11, o8(l9))), n11 && l9 && (n11 = false), f12.push(s9 + u13);
  }
  let p8;
  if (f12.length === 0) p8 = a11.start + a11.end;
  else {
    p8 = f12[0];
    for (let t4 = 1; t4 < f12.length; ++t4) {
      const e4 = f12[t4];
      p8 += e4 ? `
${B2}${e4}` : `
`;
    }
  }
  return c12 ? (p8 += `
` + r2(o8(c12), B2), y12 && y12()) : n11 && d9 && d9(), p8;
}
function P2({ items: c12 }, i8, { flowChars: m7, itemIndent: s9 }) {
  const { indent: a11, indentStep: g11, flowCollectionPadding: d9, options: { commentString: y12 } } = i8;
  s9 += g11;
  const B2 = Object.assign({}, i8, { indent: s9, inFlow: true, type: null });
  let o8 = false, k2 = 0;
  const n11 = [];
  for (let t4 = 0; t4 < c12.length; ++t4) {
    const e4 = c12[t4];
    let l9 = null;
    if (n(e4)) e4.spaceBefore && n11.push(""), w4(i8, n11, e4.commentBefore, false), e4.comment && (l9 = e4.comment);
    else if (p(e4)) {
      const r8 = n(e4.key) ? e4.key : null;
      r8 && (r8.spaceBefore && n11.push(""), w4(i8, n11, r8.commentBefore, false), r8.comment && (o8 = true));
      const h6 = n(e4.value) ? e4.value : null;
      h6 ? (h6.comment && (l9 = h6.comment), h6.commentBefore && (o8 = true)) : e4.value == null && r8?.comment && (l9 = r8.comment);
    }
    l9 && (o8 = true);
    let u13 = b3(e4, B2, () => l9 = null);
    o8 || (o8 = n11.length > k2 || u13.includes(`
`)), t4 < c12.length - 1 ? u13 += "," : i8.options.trailingComma && (i8.options.lineWidth > 0 && (o8 || (o8 = n11.reduce((r8, h6) => r8 + h6.length + 2, 2) + (u13.length + 2) > i8.options.lineWidth)), o8 && (u13 += ",")), l9 && (u13 += t2(u13, s9, y12(l9))), n11.push(u13), k2 = n11.length;
  }
  const { start: f12, end: p8 } = m7;
  if (n11.length === 0) return f12 + p8;
  if (!o8) {
    const t4 = n11.reduce((e4, l9) => e4 + l9.length + 2, 2);
    o8 = i8.options.lineWidth > 0 && t4 > i8.options.lineWidth;
  }
  if (o8) {
    let t4 = f12;
    for (const e4 of n11) t4 += e4 ? `
${g11}${a11}${e4}` : `
`;
    return `${t4}
${a11}${p8}`;
  } else return `${f12}${d9}${n11.join(" ")}${d9}${p8}`;
}
function w4({ indent: c12, options: { commentString: i8 } }, m7, s9, a11) {
  if (s9 && a11 && (s9 = s9.replace(/^\n+/, "")), s9) {
    const g11 = r2(i8(s9), c12);
    m7.push(g11.trimStart());
  }
}

// node_modules/yaml/browser/dist/nodes/YAMLMap.js
function f3(c12, e4) {
  const i8 = e(e4) ? e4.value : e4;
  for (const t4 of c12) if (p(t4) && (t4.key === e4 || t4.key === i8 || e(t4.key) && t4.key.value === i8)) return t4;
}
var M2 = class extends g {
  static get tagName() {
    return "tag:yaml.org,2002:map";
  }
  constructor(e4) {
    super(o, e4), this.items = [];
  }
  static from(e4, i8, t4) {
    const { keepUndefined: s9, replacer: r8 } = t4, o8 = new this(e4), l9 = (n11, a11) => {
      if (typeof r8 == "function") a11 = r8.call(i8, n11, a11);
      else if (Array.isArray(r8) && !r8.includes(n11)) return;
      (a11 !== void 0 || s9) && o8.items.push(d3(n11, a11, t4));
    };
    if (i8 instanceof Map) for (const [n11, a11] of i8) l9(n11, a11);
    else if (i8 && typeof i8 == "object") for (const n11 of Object.keys(i8)) l9(n11, i8[n11]);
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
      const o8 = this.items.findIndex((l9) => r8(t4, l9) < 0);
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
      let l9 = 0;
      for (let o8 of e4) {
        if (typeof r8 == "function") {
          const u13 = e4 instanceof Set ? o8 : String(l9++);
          o8 = r8.call(e4, u13, o8);
        }
        s9.items.push(T(o8, void 0, i8));
      }
    }
    return s9;
  }
};
function f4(n11) {
  let t4 = e(n11) ? n11.value : n11;
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
    const n11 = t4[0] === "t" || t4[0] === "T";
    if (o8 === n11) return t4;
  }
  return o8 ? e4.options.trueStr : e4.options.falseStr;
} };

// node_modules/yaml/browser/dist/stringify/stringifyNumber.js
function o3({ format: s9, minFractionDigits: f12, tag: r8, value: t4 }) {
  if (typeof t4 == "bigint") return String(t4);
  const i8 = typeof t4 == "number" ? t4 : Number(t4);
  if (!isFinite(i8)) return isNaN(i8) ? ".nan" : i8 < 0 ? "-.inf" : ".inf";
  let n11 = Object.is(t4, -0) ? "-0" : JSON.stringify(t4);
  if (!s9 && f12 && (!r8 || r8 === "tag:yaml.org,2002:float") && /^-?\d/.test(n11) && !n11.includes("e")) {
    let e4 = n11.indexOf(".");
    e4 < 0 && (e4 = n11.length, n11 += ".");
    let g11 = f12 - (n11.length - e4 - 1);
    for (; g11-- > 0; ) n11 += "0";
  }
  return n11;
}

// node_modules/yaml/browser/dist/schema/core/float.js
var r4 = { identify: (t4) => typeof t4 == "number", default: true, tag: "tag:yaml.org,2002:float", test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/, resolve: (t4) => t4.slice(-3).toLowerCase() === "nan" ? NaN : t4[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY, stringify: o3 };
var i6 = { identify: (t4) => typeof t4 == "number", default: true, tag: "tag:yaml.org,2002:float", format: "EXP", test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/, resolve: (t4) => parseFloat(t4), stringify(t4) {
  const e4 = Number(t4.value);
  return isFinite(e4) ? e4.toExponential() : o3(t4);
} };
var f5 = { identify: (t4) => typeof t4 == "number", default: true, tag: "tag:yaml.org,2002:float", test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/, resolve(t4) {
  const e4 = new t(parseFloat(t4)), a11 = t4.indexOf(".");
  return a11 !== -1 && t4[t4.length - 1] === "0" && (e4.minFractionDigits = t4.length - a11 - 1), e4;
}, stringify: o3 };

// node_modules/yaml/browser/dist/schema/core/int.js
var e2 = (t4) => typeof t4 == "bigint" || Number.isInteger(t4);
var o4 = (t4, n11, r8, { intAsBigInt: i8 }) => i8 ? BigInt(t4) : parseInt(t4.substring(n11), r8);
function f6(t4, n11, r8) {
  const { value: i8 } = t4;
  return e2(i8) && i8 >= 0 ? r8 + i8.toString(n11) : o3(t4);
}
var g3 = { identify: (t4) => e2(t4) && t4 >= 0, default: true, tag: "tag:yaml.org,2002:int", format: "OCT", test: /^0o[0-7]+$/, resolve: (t4, n11, r8) => o4(t4, 2, 8, r8), stringify: (t4) => f6(t4, 8, "0o") };
var a5 = { identify: e2, default: true, tag: "tag:yaml.org,2002:int", test: /^[-+]?[0-9]+$/, resolve: (t4, n11, r8) => o4(t4, 0, 10, r8), stringify: o3 };
var y4 = { identify: (t4) => e2(t4) && t4 >= 0, default: true, tag: "tag:yaml.org,2002:int", format: "HEX", test: /^0x[0-9a-fA-F]+$/, resolve: (t4, n11, r8) => o4(t4, 2, 16, r8), stringify: (t4) => f6(t4, 16, "0x") };

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
var c4 = { identify: (n11) => n11 instanceof Uint8Array, default: false, tag: "tag:yaml.org,2002:binary", resolve(n11, t4) {
  if (typeof atob == "function") {
    const e4 = atob(n11.replace(/[\n\r]/g, "")), r8 = new Uint8Array(e4.length);
    for (let i8 = 0; i8 < e4.length; ++i8) r8[i8] = e4.charCodeAt(i8);
    return r8;
  } else return t4("This environment does not support reading binary tags; either Buffer or atob is required"), n11;
}, stringify({ comment: n11, type: t4, value: e4 }, r8, i8, b8) {
  if (!e4) return "";
  const g11 = e4;
  let a11;
  if (typeof btoa == "function") {
    let o8 = "";
    for (let s9 = 0; s9 < g11.length; ++s9) o8 += String.fromCharCode(g11[s9]);
    a11 = btoa(o8);
  } else throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
  if (t4 ?? (t4 = t.BLOCK_LITERAL), t4 !== t.QUOTE_DOUBLE) {
    const o8 = Math.max(r8.options.lineWidth - r8.indent.length, r8.options.minContentWidth), s9 = Math.ceil(a11.length / o8), h6 = new Array(s9);
    for (let f12 = 0, u13 = 0; f12 < s9; ++f12, u13 += o8) h6[f12] = a11.substr(u13, o8);
    a11 = h6.join(t4 === t.BLOCK_LITERAL ? `
` : " ");
  }
  return M({ comment: n11, type: t4, value: a11 }, r8, i8, b8);
} };

// node_modules/yaml/browser/dist/schema/yaml-1.1/pairs.js
function p5(n11, r8) {
  if (S(n11)) for (let i8 = 0; i8 < n11.items.length; ++i8) {
    let e4 = n11.items[i8];
    if (!p(e4)) {
      if (b(e4)) {
        e4.items.length > 1 && r8("Each pair must have its own sequence indicator");
        const o8 = e4.items[0] || new i5(new t(null));
        if (e4.commentBefore && (o8.key.commentBefore = o8.key.commentBefore ? `${e4.commentBefore}
${o8.key.commentBefore}` : e4.commentBefore), e4.comment) {
          const m7 = o8.value ?? o8.key;
          m7.comment = m7.comment ? `${e4.comment}
${m7.comment}` : e4.comment;
        }
        e4 = o8;
      }
      n11.items[i8] = p(e4) ? e4 : new i5(e4);
    }
  }
  else r8("Expected a sequence for this tag");
  return n11;
}
function y5(n11, r8, i8) {
  const { replacer: e4 } = i8, o8 = new S5(n11);
  o8.tag = "tag:yaml.org,2002:pairs";
  let m7 = 0;
  if (r8 && Symbol.iterator in Object(r8)) for (let t4 of r8) {
    typeof e4 == "function" && (t4 = e4.call(r8, String(m7++), t4));
    let c12, s9;
    if (Array.isArray(t4)) if (t4.length === 2) c12 = t4[0], s9 = t4[1];
    else throw new TypeError(`Expected [key, value] tuple: ${t4}`);
    else if (t4 && t4 instanceof Object) {
      const a11 = Object.keys(t4);
      if (a11.length === 1) c12 = a11[0], s9 = t4[c12];
      else throw new TypeError(`Expected tuple with one key, not ${a11.length} keys`);
    } else c12 = t4;
    o8.items.push(d3(c12, s9, i8));
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
      let i8, m7;
      if (p(t4) ? (i8 = i4(t4.key, "", e4), m7 = i4(t4.value, i8, e4)) : i8 = i4(t4, "", e4), s9.has(i8)) throw new Error("Ordered maps must not include duplicate keys");
      s9.set(i8, m7);
    }
    return s9;
  }
  static from(o8, e4, s9) {
    const t4 = y5(o8, e4, s9), i8 = new this();
    return i8.items = t4.items, i8;
  }
};
r5.tag = "tag:yaml.org,2002:omap";
var h3 = { collection: "seq", identify: (a11) => a11 instanceof Map, nodeClass: r5, default: false, tag: "tag:yaml.org,2002:omap", resolve(a11, o8) {
  const e4 = p5(a11, o8), s9 = [];
  for (const { key: t4 } of e4.items) e(t4) && (s9.includes(t4.value) ? o8(`Ordered maps must not include duplicate keys: ${t4.value}`) : s9.push(t4.value));
  return Object.assign(new r5(), e4);
}, createNode: (a11, o8, e4) => r5.from(a11, o8, e4) };

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
    const a11 = t4.substring(o8 + 1).replace(/_/g, "");
    a11[a11.length - 1] === "0" && (e4.minFractionDigits = a11.length);
  }
  return e4;
}, stringify: o3 };

// node_modules/yaml/browser/dist/schema/yaml-1.1/int.js
var o5 = (t4) => typeof t4 == "bigint" || Number.isInteger(t4);
function a6(t4, i8, n11, { intAsBigInt: r8 }) {
  const e4 = t4[0];
  if ((e4 === "-" || e4 === "+") && (i8 += 1), t4 = t4.substring(i8).replace(/_/g, ""), r8) {
    switch (n11) {
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
    const f12 = BigInt(t4);
    return e4 === "-" ? BigInt(-1) * f12 : f12;
  }
  const s9 = parseInt(t4, n11);
  return e4 === "-" ? -1 * s9 : s9;
}
function g5(t4, i8, n11) {
  const { value: r8 } = t4;
  if (o5(r8)) {
    const e4 = r8.toString(i8);
    return r8 < 0 ? "-" + n11 + e4.substr(1) : n11 + e4;
  }
  return o3(t4);
}
var u5 = { identify: o5, default: true, tag: "tag:yaml.org,2002:int", format: "BIN", test: /^[-+]?0b[0-1_]+$/, resolve: (t4, i8, n11) => a6(t4, 2, 2, n11), stringify: (t4) => g5(t4, 2, "0b") };
var y6 = { identify: o5, default: true, tag: "tag:yaml.org,2002:int", format: "OCT", test: /^[-+]?0[0-7_]+$/, resolve: (t4, i8, n11) => a6(t4, 1, 8, n11), stringify: (t4) => g5(t4, 8, "0") };
var l6 = { identify: o5, default: true, tag: "tag:yaml.org,2002:int", test: /^[-+]?[0-9][0-9_]*$/, resolve: (t4, i8, n11) => a6(t4, 0, 10, n11), stringify: o3 };
var b5 = { identify: o5, default: true, tag: "tag:yaml.org,2002:int", format: "HEX", test: /^[-+]?0x[0-9a-fA-F_]+$/, resolve: (t4, i8, n11) => a6(t4, 2, 16, n11), stringify: (t4) => g5(t4, 16, "0x") };

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
    const { replacer: o8 } = s9, u13 = new this(e4);
    if (t4 && Symbol.iterator in Object(t4)) for (let r8 of t4) typeof o8 == "function" && (r8 = o8.call(t4, r8, r8)), u13.items.push(d3(r8, null, s9));
    return u13;
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
  const n11 = e4[0], a11 = n11 === "-" || n11 === "+" ? e4.substring(1) : e4, r8 = (i8) => t4 ? BigInt(i8) : Number(i8), s9 = a11.replace(/_/g, "").split(":").reduce((i8, o8) => i8 * r8(60) + r8(o8), r8(0));
  return n11 === "-" ? r8(-1) * s9 : s9;
}
function u6(e4) {
  let { value: t4 } = e4, n11 = (i8) => i8;
  if (typeof t4 == "bigint") n11 = (i8) => BigInt(i8);
  else if (isNaN(t4) || !isFinite(t4)) return o3(e4);
  let a11 = "";
  t4 < 0 && (a11 = "-", t4 *= n11(-1));
  const r8 = n11(60), s9 = [t4 % r8];
  return t4 < 60 ? s9.unshift(0) : (t4 = (t4 - s9[0]) / r8, s9.unshift(t4 % r8), t4 >= 60 && (t4 = (t4 - s9[0]) / r8, s9.unshift(t4))), a11 + s9.map((i8) => String(i8).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
}
var d5 = { identify: (e4) => typeof e4 == "bigint" || Number.isInteger(e4), default: true, tag: "tag:yaml.org,2002:int", format: "TIME", test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/, resolve: (e4, t4, { intAsBigInt: n11 }) => g7(e4, n11), stringify: u6 };
var b6 = { identify: (e4) => typeof e4 == "number", default: true, tag: "tag:yaml.org,2002:float", format: "TIME", test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/, resolve: (e4) => g7(e4, false), stringify: u6 };
var c5 = { identify: (e4) => e4 instanceof Date, default: true, tag: "tag:yaml.org,2002:timestamp", test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"), resolve(e4) {
  const t4 = e4.match(c5.test);
  if (!t4) throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
  const [, n11, a11, r8, s9, i8, o8] = t4.map(Number), p8 = t4[7] ? Number((t4[7] + "00").substr(1, 3)) : 0;
  let l9 = Date.UTC(n11, a11 - 1, r8, s9 || 0, i8 || 0, o8 || 0, p8);
  const f12 = t4[8];
  if (f12 && f12 !== "Z") {
    let m7 = g7(f12, false);
    Math.abs(m7) < 30 && (m7 *= 60), l9 -= 6e4 * m7;
  }
  return new Date(l9);
}, stringify: ({ value: e4 }) => e4?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? "" };

// node_modules/yaml/browser/dist/schema/yaml-1.1/schema.js
var y7 = [p4, a4, n4, n5, f8, s6, u5, y6, l6, b5, i7, f9, l5, c4, a3, h3, d4, g6, d5, b6, c5];

// node_modules/yaml/browser/dist/schema/tags.js
var w5 = /* @__PURE__ */ new Map([["core", s5], ["failsafe", [p4, a4, n4]], ["json", g4], ["yaml11", y7], ["yaml-1.1", y7]]);
var b7 = { binary: c4, bool: r3, float: f5, floatExp: i6, floatNaN: r4, floatTime: b6, int: a5, intHex: y4, intOct: g3, intTime: d5, map: p4, merge: a3, null: n5, omap: h3, pairs: d4, seq: a4, set: g6, timestamp: c5 };
var K = { "tag:yaml.org,2002:binary": c4, "tag:yaml.org,2002:merge": a3, "tag:yaml.org,2002:omap": h3, "tag:yaml.org,2002:pairs": d4, "tag:yaml.org,2002:set": g6, "tag:yaml.org,2002:timestamp": c5 };
function v2(m7, n11, f12) {
  const i8 = w5.get(n11);
  if (i8 && !m7) return f12 && !i8.includes(a3) ? i8.concat(a3) : i8.slice();
  let o8 = i8;
  if (!o8) if (Array.isArray(m7)) o8 = [];
  else {
    const t4 = Array.from(w5.keys()).filter((r8) => r8 !== "yaml11").map((r8) => JSON.stringify(r8)).join(", ");
    throw new Error(`Unknown schema "${n11}"; use one of ${t4} or define customTags array`);
  }
  if (Array.isArray(m7)) for (const t4 of m7) o8 = o8.concat(t4);
  else typeof m7 == "function" && (o8 = m7(o8.slice()));
  return f12 && (o8 = o8.concat(a3)), o8.reduce((t4, r8) => {
    const a11 = typeof r8 == "string" ? b7[r8] : r8;
    if (!a11) {
      const k2 = JSON.stringify(r8), N3 = Object.keys(b7).map((O4) => JSON.stringify(O4)).join(", ");
      throw new Error(`Unknown custom tag ${k2}; use one of ${N3}`);
    }
    return t4.includes(a11) || t4.push(a11), t4;
  }, []);
}

// node_modules/yaml/browser/dist/schema/Schema.js
var O2 = (s9, t4) => s9.key < t4.key ? -1 : s9.key > t4.key ? 1 : 0;
var o6 = class _o {
  constructor({ compat: t4, customTags: n11, merge: p8, resolveKnownTags: c12, schema: i8, sortMapEntries: e4, toStringDefaults: y12 }) {
    this.compat = Array.isArray(t4) ? v2(t4, "compat") : t4 ? v2(null, t4) : null, this.name = typeof i8 == "string" && i8 || "core", this.knownTags = c12 ? K : {}, this.tags = v2(n11, this.name, p8), this.toStringOptions = y12 ?? null, Object.defineProperty(this, o, { value: p4 }), Object.defineProperty(this, r, { value: n4 }), Object.defineProperty(this, s, { value: a4 }), this.sortMapEntries = typeof e4 == "function" ? e4 : e4 === true ? O2 : null;
  }
  clone() {
    const t4 = Object.create(_o.prototype, Object.getOwnPropertyDescriptors(this));
    return t4.tags = this.tags.slice(), t4;
  }
};

// node_modules/yaml/browser/dist/stringify/stringifyDocument.js
function v3(t4, c12) {
  const e4 = [];
  let m7 = c12.directives === true;
  if (c12.directives !== false && t4.directives) {
    const n11 = t4.directives.toString(t4);
    n11 ? (e4.push(n11), m7 = true) : t4.directives.docStart && (m7 = true);
  }
  m7 && e4.push("---");
  const o8 = p3(t4, c12), { commentString: f12 } = o8.options;
  if (t4.commentBefore) {
    e4.length !== 1 && e4.unshift("");
    const n11 = f12(t4.commentBefore);
    e4.unshift(r2(n11, ""));
  }
  let l9 = false, s9 = null;
  if (t4.contents) {
    if (n(t4.contents)) {
      if (t4.contents.spaceBefore && m7 && e4.push(""), t4.contents.commentBefore) {
        const h6 = f12(t4.contents.commentBefore);
        e4.push(r2(h6, ""));
      }
      o8.forceBlockIndent = !!t4.comment, s9 = t4.contents.comment;
    }
    const n11 = s9 ? void 0 : () => l9 = true;
    let i8 = b3(t4.contents, o8, () => s9 = null, n11);
    s9 && (i8 += t2(i8, "", f12(s9))), (i8[0] === "|" || i8[0] === ">") && e4[e4.length - 1] === "---" ? e4[e4.length - 1] = `--- ${i8}` : e4.push(i8);
  } else e4.push(b3(t4.contents, o8));
  if (t4.directives?.docEnd) if (t4.comment) {
    const n11 = f12(t4.comment);
    n11.includes(`
`) ? (e4.push("..."), e4.push(r2(n11, ""))) : e4.push(`... ${n11}`);
  } else e4.push("...");
  else {
    let n11 = t4.comment;
    n11 && l9 && (n11 = n11.replace(/^\n+/, "")), n11 && ((!l9 || s9) && e4[e4.length - 1] !== "" && e4.push(""), e4.push(r2(f12(n11), "")));
  }
  return e4.join(`
`) + `
`;
}

// node_modules/yaml/browser/dist/doc/Document.js
var y8 = class _y {
  constructor(t4, e4, s9) {
    this.commentBefore = null, this.comment = null, this.errors = [], this.warnings = [], Object.defineProperty(this, c, { value: y });
    let n11 = null;
    typeof e4 == "function" || Array.isArray(e4) ? n11 = e4 : s9 === void 0 && e4 && (s9 = e4, e4 = void 0);
    const i8 = Object.assign({ intAsBigInt: false, keepSourceTokens: false, logLevel: "warn", prettyErrors: true, strict: true, stringKeys: false, uniqueKeys: true, version: "1.2" }, s9);
    this.options = i8;
    let { version: r8 } = i8;
    s9?._directives ? (this.directives = s9._directives.atDocument(), this.directives.yaml.explicit && (r8 = this.directives.yaml.version)) : this.directives = new n2({ version: r8 }), this.setSchema(r8, s9), this.contents = t4 === void 0 ? null : this.createNode(t4, n11, s9);
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
    let n11;
    if (typeof e4 == "function") t4 = e4.call({ "": t4 }, "", t4), n11 = e4;
    else if (Array.isArray(e4)) {
      const j2 = (m7) => typeof m7 == "number" || m7 instanceof String || m7 instanceof Number, w10 = e4.filter(j2).map(String);
      w10.length > 0 && (e4 = e4.concat(w10)), n11 = e4;
    } else s9 === void 0 && e4 && (s9 = e4, e4 = void 0);
    const { aliasDuplicateObjects: i8, anchorPrefix: r8, flow: a11, keepUndefined: h6, onTagObj: l9, tag: u13 } = s9 ?? {}, { onAnchor: N3, setAnchors: A4, sourceObjects: O4 } = p2(this, r8 || "a"), I3 = { aliasDuplicateObjects: i8 ?? true, keepUndefined: h6 ?? false, onAnchor: N3, onTagObj: l9, replacer: n11, schema: this.schema, sourceObjects: O4 }, d9 = T(t4, u13, I3);
    return a11 && f(d9) && (d9.flow = true), A4(), d9;
  }
  createPair(t4, e4, s9 = {}) {
    const n11 = this.createNode(t4, null, s9), i8 = this.createNode(e4, null, s9);
    return new i5(n11, i8);
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
        const n11 = JSON.stringify(t4);
        throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${n11}`);
      }
    }
    if (e4.schema instanceof Object) this.schema = e4.schema;
    else if (s9) this.schema = new o6(Object.assign(s9, e4));
    else throw new Error("With a null YAML version, the { schema: Schema } option is required");
  }
  toJS({ json: t4, jsonArg: e4, mapAsMap: s9, maxAliasCount: n11, onAnchor: i8, reviver: r8 } = {}) {
    const a11 = { anchors: /* @__PURE__ */ new Map(), doc: this, keep: !t4, mapAsMap: s9 === true, mapKeyWarned: false, maxAliasCount: typeof n11 == "number" ? n11 : 100 }, h6 = i4(this.contents, e4 ?? "", a11);
    if (typeof i8 == "function") for (const { count: l9, res: u13 } of a11.anchors.values()) i8(u13, l9);
    return typeof r8 == "function" ? s3(r8, { "": h6 }, "", h6) : h6;
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
  let a11 = r8 - 1, n11 = o8.substring(i8.lineStarts[s9 - 1], i8.lineStarts[s9]).replace(/[\n\r]+$/, "");
  if (a11 >= 60 && n11.length > 80) {
    const e4 = Math.min(a11 - 39, n11.length - 79);
    n11 = "\u2026" + n11.substring(e4), a11 -= e4 - 1;
  }
  if (n11.length > 80 && (n11 = n11.substring(0, 79) + "\u2026"), s9 > 1 && /^ *$/.test(n11.substring(0, a11))) {
    let e4 = o8.substring(i8.lineStarts[s9 - 2], i8.lineStarts[s9 - 1]);
    e4.length > 80 && (e4 = e4.substring(0, 79) + `\u2026
`), n11 = e4 + n11;
  }
  if (/[^ ]/.test(n11)) {
    let e4 = 1;
    const l9 = t4.linePos[1];
    l9?.line === s9 && l9.col > r8 && (e4 = Math.max(1, Math.min(l9.col - r8, 80 - a11)));
    const g11 = " ".repeat(a11) + "^".repeat(e4);
    t4.message += `:

${n11}
${g11}
`;
  }
};

// node_modules/yaml/browser/dist/compose/resolve-props.js
function w6(d9, { flow: m7, indicator: f12, next: a11, offset: g11, onError: t4, parentIndent: I3, startOnNewline: A4 }) {
  let T3 = false, s9 = A4, l9 = A4, n11 = "", b8 = "", N3 = false, i8 = false, c12 = null, o8 = null, u13 = null, _5 = null, r8 = null, h6 = null, p8 = null;
  for (const e4 of d9) switch (i8 && (e4.type !== "space" && e4.type !== "newline" && e4.type !== "comma" && t4(e4.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space"), i8 = false), c12 && (s9 && e4.type !== "comment" && e4.type !== "newline" && t4(c12, "TAB_AS_INDENT", "Tabs are not allowed as indentation"), c12 = null), e4.type) {
    case "space":
      !m7 && (f12 !== "doc-start" || a11?.type !== "flow-collection") && e4.source.includes("	") && (c12 = e4), l9 = true;
      break;
    case "comment": {
      l9 || t4(e4, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
      const k2 = e4.source.substring(1) || " ";
      n11 ? n11 += b8 + k2 : n11 = k2, b8 = "", s9 = false;
      break;
    }
    case "newline":
      s9 ? n11 ? n11 += e4.source : (!h6 || f12 !== "seq-item-ind") && (T3 = true) : b8 += e4.source, s9 = true, N3 = true, (o8 || u13) && (_5 = e4), l9 = true;
      break;
    case "anchor":
      o8 && t4(e4, "MULTIPLE_ANCHORS", "A node can have at most one anchor"), e4.source.endsWith(":") && t4(e4.offset + e4.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true), o8 = e4, p8 ?? (p8 = e4.offset), s9 = false, l9 = false, i8 = true;
      break;
    case "tag": {
      u13 && t4(e4, "MULTIPLE_TAGS", "A node can have at most one tag"), u13 = e4, p8 ?? (p8 = e4.offset), s9 = false, l9 = false, i8 = true;
      break;
    }
    case f12:
      (o8 || u13) && t4(e4, "BAD_PROP_ORDER", `Anchors and tags must be after the ${e4.source} indicator`), h6 && t4(e4, "UNEXPECTED_TOKEN", `Unexpected ${e4.source} in ${m7 ?? "collection"}`), h6 = e4, s9 = f12 === "seq-item-ind" || f12 === "explicit-key-ind", l9 = false;
      break;
    case "comma":
      if (m7) {
        r8 && t4(e4, "UNEXPECTED_TOKEN", `Unexpected , in ${m7}`), r8 = e4, s9 = false, l9 = false;
        break;
      }
    default:
      t4(e4, "UNEXPECTED_TOKEN", `Unexpected ${e4.type} token`), s9 = false, l9 = false;
  }
  const y12 = d9[d9.length - 1], S9 = y12 ? y12.offset + y12.source.length : g11;
  return i8 && a11 && a11.type !== "space" && a11.type !== "newline" && a11.type !== "comma" && (a11.type !== "scalar" || a11.source !== "") && t4(a11.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space"), c12 && (s9 && c12.indent <= I3 || a11?.type === "block-map" || a11?.type === "block-seq") && t4(c12, "TAB_AS_INDENT", "Tabs are not allowed as indentation"), { comma: r8, found: h6, spaceBefore: T3, comment: n11, hasNewline: N3, anchor: o8, tag: u13, newlineAfterProp: _5, end: S9, start: p8 ?? S9 };
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
    const n11 = e4.end[0];
    n11.indent === o8 && (n11.source === "]" || n11.source === "}") && n8(e4) && t4(n11, "BAD_INDENT", "Flow end indicator should be more indented than parent", true);
  }
}

// node_modules/yaml/browser/dist/compose/util-map-includes.js
function f10(t4, u13, i8) {
  const { uniqueKeys: n11 } = t4.options;
  if (n11 === false) return false;
  const r8 = typeof n11 == "function" ? n11 : (e4, o8) => e4 === o8 || e(e4) && e(o8) && e4.value === o8.value;
  return u13.some((e4) => r8(e4.key, i8));
}

// node_modules/yaml/browser/dist/compose/resolve-block-map.js
var N = "All mapping items must start at the same column";
function S6({ composeNode: y12, composeEmptyNode: _5 }, t4, a11, e4, T3) {
  const A4 = T3?.nodeClass ?? M2, l9 = new A4(t4.schema);
  t4.atRoot && (t4.atRoot = false);
  let s9 = a11.offset, f12 = null;
  for (const I3 of a11.items) {
    const { start: d9, key: i8, sep: u13, value: p8 } = I3, n11 = w6(d9, { indicator: "explicit-key-ind", next: i8 ?? u13?.[0], offset: s9, onError: e4, parentIndent: a11.indent, startOnNewline: true }), k2 = !n11.found;
    if (k2) {
      if (i8 && (i8.type === "block-seq" ? e4(s9, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key") : "indent" in i8 && i8.indent !== a11.indent && e4(s9, "BAD_INDENT", N)), !n11.anchor && !n11.tag && !u13) {
        f12 = n11.end, n11.comment && (l9.comment ? l9.comment += `
` + n11.comment : l9.comment = n11.comment);
        continue;
      }
      (n11.newlineAfterProp || n8(i8)) && e4(i8 ?? d9[d9.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
    } else n11.found?.indent !== a11.indent && e4(s9, "BAD_INDENT", N);
    t4.atKey = true;
    const g11 = n11.end, o8 = i8 ? y12(t4, i8, n11, e4) : _5(t4, g11, d9, null, n11, e4);
    t4.schema.compat && d6(a11.indent, i8, e4), t4.atKey = false, f10(t4, l9.items, o8) && e4(g11, "DUPLICATE_KEY", "Map keys must be unique");
    const m7 = w6(u13 ?? [], { indicator: "map-value-ind", next: p8, offset: o8.range[2], onError: e4, parentIndent: a11.indent, startOnNewline: !i8 || i8.type === "block-scalar" });
    if (s9 = m7.end, m7.found) {
      k2 && (p8?.type === "block-map" && !m7.hasNewline && e4(s9, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings"), t4.options.strict && n11.start < m7.found.offset - 1024 && e4(o8.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key"));
      const c12 = p8 ? y12(t4, p8, m7, e4) : _5(t4, s9, u13, null, m7, e4);
      t4.schema.compat && d6(a11.indent, p8, e4), s9 = c12.range[2];
      const h6 = new i5(o8, c12);
      t4.options.keepSourceTokens && (h6.srcToken = I3), l9.items.push(h6);
    } else {
      k2 && e4(o8.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values"), m7.comment && (o8.comment ? o8.comment += `
` + m7.comment : o8.comment = m7.comment);
      const c12 = new i5(o8);
      t4.options.keepSourceTokens && (c12.srcToken = I3), l9.items.push(c12);
    }
  }
  return f12 && f12 < s9 && e4(f12, "IMPOSSIBLE", "Map comment with trailing content"), l9.range = [a11.offset, s9, f12 ?? s9], l9;
}

// node_modules/yaml/browser/dist/compose/resolve-block-seq.js
function I({ composeNode: c12, composeEmptyNode: d9 }, t4, s9, n11, u13) {
  const p8 = u13?.nodeClass ?? S5, m7 = new p8(t4.schema);
  t4.atRoot && (t4.atRoot = false), t4.atKey && (t4.atKey = false);
  let i8 = s9.offset, a11 = null;
  for (const { start: f12, value: o8 } of s9.items) {
    const e4 = w6(f12, { indicator: "seq-item-ind", next: o8, offset: i8, onError: n11, parentIndent: s9.indent, startOnNewline: true });
    if (!e4.found) if (e4.anchor || e4.tag || o8) o8?.type === "block-seq" ? n11(e4.end, "BAD_INDENT", "All sequence items must start at the same column") : n11(i8, "MISSING_CHAR", "Sequence item without - indicator");
    else {
      a11 = e4.end, e4.comment && (m7.comment = e4.comment);
      continue;
    }
    const l9 = o8 ? c12(t4, o8, e4, n11) : d9(t4, e4.end, f12, null, e4, n11);
    t4.schema.compat && d6(s9.indent, o8, n11), i8 = l9.range[2], m7.items.push(l9);
  }
  return m7.range = [s9.offset, i8, a11 ?? i8], m7;
}

// node_modules/yaml/browser/dist/compose/resolve-end.js
function m3(n11, o8, f12, r8) {
  let e4 = "";
  if (n11) {
    let t4 = false, s9 = "";
    for (const c12 of n11) {
      const { source: a11, type: i8 } = c12;
      switch (i8) {
        case "space":
          t4 = true;
          break;
        case "comment": {
          f12 && !t4 && r8(c12, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
          const l9 = a11.substring(1) || " ";
          e4 ? e4 += s9 + l9 : e4 = l9, s9 = "";
          break;
        }
        case "newline":
          e4 && (s9 += a11), t4 = true;
          break;
        default:
          r8(c12, "UNEXPECTED_TOKEN", `Unexpected ${i8} at node end`);
      }
      o8 += a11.length;
    }
  }
  return { comment: e4, offset: o8 };
}

// node_modules/yaml/browser/dist/compose/resolve-flow-collection.js
var T2 = "Block collections are not allowed within flow collections";
var K2 = (d9) => d9 && (d9.type === "block-map" || d9.type === "block-seq");
function Y({ composeNode: d9, composeEmptyNode: N3 }, s9, f12, t4, P3) {
  const g11 = f12.start.source === "{", u13 = g11 ? "flow map" : "flow sequence", R = P3?.nodeClass ?? (g11 ? M2 : S5), i8 = new R(s9.schema);
  i8.flow = true;
  const b8 = s9.atRoot;
  b8 && (s9.atRoot = false), s9.atKey && (s9.atKey = false);
  let I3 = f12.offset + f12.start.source.length;
  for (let o8 = 0; o8 < f12.items.length; ++o8) {
    const k2 = f12.items[o8], { start: M3, key: w10, sep: p8, value: a11 } = k2, e4 = w6(M3, { flow: u13, indicator: "explicit-key-ind", next: w10 ?? p8?.[0], offset: I3, onError: t4, parentIndent: f12.indent, startOnNewline: false });
    if (!e4.found) {
      if (!e4.anchor && !e4.tag && !p8 && !a11) {
        o8 === 0 && e4.comma ? t4(e4.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${u13}`) : o8 < f12.items.length - 1 && t4(e4.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${u13}`), e4.comment && (i8.comment ? i8.comment += `
` + e4.comment : i8.comment = e4.comment), I3 = e4.end;
        continue;
      }
      !g11 && s9.options.strict && n8(w10) && t4(w10, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
    }
    if (o8 === 0) e4.comma && t4(e4.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${u13}`);
    else if (e4.comma || t4(e4.start, "MISSING_CHAR", `Missing , between ${u13} items`), e4.comment) {
      let l9 = "";
      e: for (const n11 of M3) switch (n11.type) {
        case "comma":
        case "space":
          break;
        case "comment":
          l9 = n11.source.substring(1);
          break e;
        default:
          break e;
      }
      if (l9) {
        let n11 = i8.items[i8.items.length - 1];
        p(n11) && (n11 = n11.value ?? n11.key), n11.comment ? n11.comment += `
` + l9 : n11.comment = l9, e4.comment = e4.comment.substring(l9.length + 1);
      }
    }
    if (!g11 && !p8 && !e4.found) {
      const l9 = a11 ? d9(s9, a11, e4, t4) : N3(s9, e4.end, p8, null, e4, t4);
      i8.items.push(l9), I3 = l9.range[2], K2(a11) && t4(l9.range, "BLOCK_IN_FLOW", T2);
    } else {
      s9.atKey = true;
      const l9 = e4.end, n11 = w10 ? d9(s9, w10, e4, t4) : N3(s9, l9, M3, null, e4, t4);
      K2(w10) && t4(n11.range, "BLOCK_IN_FLOW", T2), s9.atKey = false;
      const m7 = w6(p8 ?? [], { flow: u13, indicator: "map-value-ind", next: a11, offset: n11.range[2], onError: t4, parentIndent: f12.indent, startOnNewline: false });
      if (m7.found) {
        if (!g11 && !e4.found && s9.options.strict) {
          if (p8) for (const c12 of p8) {
            if (c12 === m7.found) break;
            if (c12.type === "newline") {
              t4(c12, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
              break;
            }
          }
          e4.start < m7.found.offset - 1024 && t4(m7.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
        }
      } else a11 && ("source" in a11 && a11.source?.[0] === ":" ? t4(a11, "MISSING_CHAR", `Missing space after : in ${u13}`) : t4(m7.start, "MISSING_CHAR", `Missing , or : between ${u13} items`));
      const h6 = a11 ? d9(s9, a11, m7, t4) : m7.found ? N3(s9, m7.end, p8, null, m7, t4) : null;
      h6 ? K2(a11) && t4(h6.range, "BLOCK_IN_FLOW", T2) : m7.comment && (n11.comment ? n11.comment += `
` + m7.comment : n11.comment = m7.comment);
      const L4 = new i5(n11, h6);
      if (s9.options.keepSourceTokens && (L4.srcToken = k2), g11) {
        const c12 = i8;
        f10(s9, c12.items, n11) && t4(l9, "DUPLICATE_KEY", "Map keys must be unique"), c12.items.push(L4);
      } else {
        const c12 = new M2(s9.schema);
        c12.flow = true, c12.items.push(L4);
        const O4 = (h6 ?? n11).range;
        c12.range = [n11.range[0], O4[1], O4[2]], i8.items.push(c12);
      }
      I3 = h6 ? h6.range[2] : m7.end;
    }
  }
  const C = g11 ? "}" : "]", [r8, ...y12] = f12.end;
  let _5 = I3;
  if (r8?.source === C) _5 = r8.offset + r8.source.length;
  else {
    const o8 = u13[0].toUpperCase() + u13.substring(1), k2 = b8 ? `${o8} must end with a ${C}` : `${o8} in block collection must be sufficiently indented and end with a ${C}`;
    t4(I3, b8 ? "MISSING_CHAR" : "BAD_INDENT", k2), r8 && r8.source.length !== 1 && y12.unshift(r8);
  }
  if (y12.length > 0) {
    const o8 = m3(y12, _5, s9.options.strict, t4);
    o8.comment && (i8.comment ? i8.comment += `
` + o8.comment : i8.comment = o8.comment), i8.range = [f12.offset, _5, o8.offset];
  } else i8.range = [f12.offset, _5, _5];
  return i8;
}

// node_modules/yaml/browser/dist/compose/compose-collection.js
function u8(f12, a11, t4, i8, l9, o8) {
  const s9 = t4.type === "block-map" ? S6(f12, a11, t4, i8, o8) : t4.type === "block-seq" ? I(f12, a11, t4, i8, o8) : Y(f12, a11, t4, i8, o8), c12 = s9.constructor;
  return l9 === "!" || l9 === c12.tagName ? (s9.tag = c12.tagName, s9) : (l9 && (s9.tag = l9), s9);
}
function v4(f12, a11, t4, i8, l9) {
  const o8 = i8.tag, s9 = o8 ? a11.directives.tagName(o8.source, (e4) => l9(o8, "TAG_RESOLVE_FAILED", e4)) : null;
  if (t4.type === "block-seq") {
    const { anchor: e4, newlineAfterProp: A4 } = i8, g11 = e4 && o8 ? e4.offset > o8.offset ? e4 : o8 : e4 ?? o8;
    g11 && (!A4 || A4.offset < g11.offset) && l9(g11, "MISSING_CHAR", "Missing newline after block sequence props");
  }
  const c12 = t4.type === "block-map" ? "map" : t4.type === "block-seq" ? "seq" : t4.start.source === "{" ? "map" : "seq";
  if (!o8 || !s9 || s9 === "!" || s9 === M2.tagName && c12 === "map" || s9 === S5.tagName && c12 === "seq") return u8(f12, a11, t4, l9, s9);
  let m7 = a11.schema.tags.find((e4) => e4.tag === s9 && e4.collection === c12);
  if (!m7) {
    const e4 = a11.schema.knownTags[s9];
    if (e4?.collection === c12) a11.schema.tags.push(Object.assign({}, e4, { default: false })), m7 = e4;
    else return e4 ? l9(o8, "BAD_COLLECTION_TYPE", `${e4.tag} used for ${c12} collection, but expects ${e4.collection ?? "scalar"}`, true) : l9(o8, "TAG_RESOLVE_FAILED", `Unresolved tag: ${s9}`, true), u8(f12, a11, t4, l9, s9);
  }
  const p8 = u8(f12, a11, t4, l9, s9, m7), r8 = m7.resolve?.(p8, (e4) => l9(o8, "TAG_RESOLVE_FAILED", e4), a11.options) ?? p8, n11 = n(r8) ? r8 : new t(r8);
  return n11.range = p8.range, n11.tag = s9, m7?.format && (n11.format = m7.format), n11;
}

// node_modules/yaml/browser/dist/compose/resolve-block-scalar.js
function I2(p8, s9, g11) {
  const o8 = s9.offset, l9 = S7(s9, p8.options.strict, g11);
  if (!l9) return { value: "", type: null, comment: "", range: [o8, o8, o8] };
  const m7 = l9.mode === ">" ? t.BLOCK_FOLDED : t.BLOCK_LITERAL, t4 = s9.source ? E3(s9.source) : [];
  let f12 = t4.length;
  for (let e4 = t4.length - 1; e4 >= 0; --e4) {
    const i8 = t4[e4][1];
    if (i8 === "" || i8 === "\r") f12 = e4;
    else break;
  }
  if (f12 === 0) {
    const e4 = l9.chomp === "+" && t4.length > 0 ? `
`.repeat(Math.max(1, t4.length - 1)) : "";
    let i8 = o8 + l9.length;
    return s9.source && (i8 += s9.source.length), { value: e4, type: m7, comment: l9.comment, range: [o8, i8, i8] };
  }
  let a11 = s9.indent + l9.indent, u13 = s9.offset + l9.length, k2 = 0;
  for (let e4 = 0; e4 < f12; ++e4) {
    const [i8, h6] = t4[e4];
    if (h6 === "" || h6 === "\r") l9.indent === 0 && i8.length > a11 && (a11 = i8.length);
    else {
      i8.length < a11 && g11(u13 + i8.length, "MISSING_CHAR", "Block scalars with more-indented leading empty lines must use an explicit indentation indicator"), l9.indent === 0 && (a11 = i8.length), k2 = e4, a11 === 0 && !p8.atRoot && g11(u13, "BAD_INDENT", "Block scalar values in collections must be indented");
      break;
    }
    u13 += i8.length + h6.length + 1;
  }
  for (let e4 = t4.length - 1; e4 >= f12; --e4) t4[e4][0].length > a11 && (f12 = e4 + 1);
  let r8 = "", n11 = "", c12 = false;
  for (let e4 = 0; e4 < k2; ++e4) r8 += t4[e4][0].slice(a11) + `
`;
  for (let e4 = k2; e4 < f12; ++e4) {
    let [i8, h6] = t4[e4];
    u13 += i8.length + h6.length + 1;
    const b8 = h6[h6.length - 1] === "\r";
    if (b8 && (h6 = h6.slice(0, -1)), h6 && i8.length < a11) {
      const N3 = `Block scalar lines must not be less indented than their ${l9.indent ? "explicit indentation indicator" : "first line"}`;
      g11(u13 - h6.length - (b8 ? 2 : 1), "BAD_INDENT", N3), i8 = "";
    }
    m7 === t.BLOCK_LITERAL ? (r8 += n11 + i8.slice(a11) + h6, n11 = `
`) : i8.length > a11 || h6[0] === "	" ? (n11 === " " ? n11 = `
` : !c12 && n11 === `
` && (n11 = `

`), r8 += n11 + i8.slice(a11) + h6, n11 = `
`, c12 = true) : h6 === "" ? n11 === `
` ? r8 += `
` : n11 = `
` : (r8 += n11 + h6, n11 = " ", c12 = false);
  }
  switch (l9.chomp) {
    case "-":
      break;
    case "+":
      for (let e4 = f12; e4 < t4.length; ++e4) r8 += `
` + t4[e4][0].slice(a11);
      r8[r8.length - 1] !== `
` && (r8 += `
`);
      break;
    default:
      r8 += `
`;
  }
  const d9 = o8 + l9.length + s9.source.length;
  return { value: r8, type: m7, comment: l9.comment, range: [o8, d9, d9] };
}
function S7({ offset: p8, props: s9 }, g11, o8) {
  if (s9[0].type !== "block-scalar-header") return o8(s9[0], "IMPOSSIBLE", "Block scalar header not found"), null;
  const { source: l9 } = s9[0], m7 = l9[0];
  let t4 = 0, f12 = "", a11 = -1;
  for (let n11 = 1; n11 < l9.length; ++n11) {
    const c12 = l9[n11];
    if (!f12 && (c12 === "-" || c12 === "+")) f12 = c12;
    else {
      const d9 = Number(c12);
      !t4 && d9 ? t4 = d9 : a11 === -1 && (a11 = p8 + n11);
    }
  }
  a11 !== -1 && o8(a11, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${l9}`);
  let u13 = false, k2 = "", r8 = l9.length;
  for (let n11 = 1; n11 < s9.length; ++n11) {
    const c12 = s9[n11];
    switch (c12.type) {
      case "space":
        u13 = true;
      case "newline":
        r8 += c12.source.length;
        break;
      case "comment":
        g11 && !u13 && o8(c12, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters"), r8 += c12.source.length, k2 = c12.source.substring(1);
        break;
      case "error":
        o8(c12, "UNEXPECTED_TOKEN", c12.message), r8 += c12.source.length;
        break;
      default: {
        const d9 = `Unexpected token in block scalar header: ${c12.type}`;
        o8(c12, "UNEXPECTED_TOKEN", d9);
        const e4 = c12.source;
        e4 && typeof e4 == "string" && (r8 += e4.length);
      }
    }
  }
  return { mode: m7, indent: t4, chomp: f12, comment: k2, length: r8 };
}
function E3(p8) {
  const s9 = p8.split(/\n( *)/), g11 = s9[0], o8 = g11.match(/^( *)/), m7 = [o8?.[1] ? [o8[1], g11.slice(o8[1].length)] : ["", g11]];
  for (let t4 = 1; t4 < s9.length; t4 += 2) m7.push([s9[t4], s9[t4 + 1]]);
  return m7;
}

// node_modules/yaml/browser/dist/compose/resolve-flow-scalar.js
function x(e4, l9, n11) {
  const { offset: t4, type: c12, source: a11, end: i8 } = e4;
  let r8, s9;
  const f12 = (b8, p8, u13) => n11(t4 + b8, p8, u13);
  switch (c12) {
    case "scalar":
      r8 = t.PLAIN, s9 = m4(a11, f12);
      break;
    case "single-quoted-scalar":
      r8 = t.QUOTE_SINGLE, s9 = E4(a11, f12);
      break;
    case "double-quoted-scalar":
      r8 = t.QUOTE_DOUBLE, s9 = _3(a11, f12);
      break;
    default:
      return n11(e4, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${c12}`), { value: "", type: null, comment: "", range: [t4, t4 + a11.length, t4 + a11.length] };
  }
  const h6 = t4 + a11.length, o8 = m3(i8, h6, l9, n11);
  return { value: s9, type: r8, comment: o8.comment, range: [t4, h6, o8.offset] };
}
function m4(e4, l9) {
  let n11 = "";
  switch (e4[0]) {
    case "	":
      n11 = "a tab character";
      break;
    case ",":
      n11 = "flow indicator character ,";
      break;
    case "%":
      n11 = "directive indicator character %";
      break;
    case "|":
    case ">": {
      n11 = `block scalar indicator ${e4[0]}`;
      break;
    }
    case "@":
    case "`": {
      n11 = `reserved character ${e4[0]}`;
      break;
    }
  }
  return n11 && l9(0, "BAD_SCALAR_START", `Plain value cannot start with ${n11}`), g8(e4);
}
function E4(e4, l9) {
  return (e4[e4.length - 1] !== "'" || e4.length === 1) && l9(e4.length, "MISSING_CHAR", "Missing closing 'quote"), g8(e4.slice(1, -1)).replace(/''/g, "'");
}
function g8(e4) {
  const l9 = /(.*?)\r?\n/sy;
  let n11 = l9.exec(e4);
  if (!n11) return e4;
  let t4, c12;
  try {
    t4 = new RegExp("(?<![ 	])[ 	]+$"), c12 = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
  } catch {
    t4 = /[ \t]+$/, c12 = /^[ \t]+|[ \t]+$/g;
  }
  let a11 = n11[1].replace(t4, ""), i8 = " ", r8 = l9.lastIndex;
  for (; n11 = l9.exec(e4); ) {
    const f12 = n11[1].replace(c12, "");
    f12 === "" ? i8 === `
` ? a11 += i8 : i8 = `
` : (a11 += i8 + f12, i8 = " "), r8 = l9.lastIndex;
  }
  const s9 = /[ \t]*(.*)/sy;
  return s9.lastIndex = r8, n11 = s9.exec(e4), a11 + i8 + (n11?.[1] ?? "");
}
function _3(e4, l9) {
  let n11 = "";
  for (let t4 = 1; t4 < e4.length - 1; ++t4) {
    const c12 = e4[t4];
    if (!(c12 === "\r" && e4[t4 + 1] === `
`)) if (c12 === `
`) {
      const { fold: a11, offset: i8 } = v5(e4, t4);
      n11 += a11, t4 = i8;
    } else if (c12 === "\\") {
      let a11 = e4[++t4];
      const i8 = S8[a11];
      if (i8) n11 += i8;
      else if (a11 === `
`) for (a11 = e4[t4 + 1]; a11 === " " || a11 === "	"; ) a11 = e4[++t4 + 1];
      else if (a11 === "\r" && e4[t4 + 1] === `
`) for (a11 = e4[++t4 + 1]; a11 === " " || a11 === "	"; ) a11 = e4[++t4 + 1];
      else if (a11 === "x" || a11 === "u" || a11 === "U") {
        const r8 = a11 === "x" ? 2 : a11 === "u" ? 4 : 8;
        n11 += k(e4, t4 + 1, r8, l9), t4 += r8;
      } else {
        const r8 = e4.substr(t4 - 1, 2);
        l9(t4 - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${r8}`), n11 += r8;
      }
    } else if (c12 === " " || c12 === "	") {
      const a11 = t4;
      let i8 = e4[t4 + 1];
      for (; i8 === " " || i8 === "	"; ) i8 = e4[++t4 + 1];
      i8 !== `
` && !(i8 === "\r" && e4[t4 + 2] === `
`) && (n11 += t4 > a11 ? e4.slice(a11, t4 + 1) : c12);
    } else n11 += c12;
  }
  return (e4[e4.length - 1] !== '"' || e4.length === 1) && l9(e4.length, "MISSING_CHAR", 'Missing closing "quote'), n11;
}
function v5(e4, l9) {
  let n11 = "", t4 = e4[l9 + 1];
  for (; (t4 === " " || t4 === "	" || t4 === `
` || t4 === "\r") && !(t4 === "\r" && e4[l9 + 2] !== `
`); ) t4 === `
` && (n11 += `
`), l9 += 1, t4 = e4[l9 + 1];
  return n11 || (n11 = " "), { fold: n11, offset: l9 };
}
var S8 = { 0: "\0", a: "\x07", b: "\b", e: "\x1B", f: "\f", n: `
`, r: "\r", t: "	", v: "\v", N: "\x85", _: "\xA0", L: "\u2028", P: "\u2029", " ": " ", '"': '"', "/": "/", "\\": "\\", "	": "	" };
function k(e4, l9, n11, t4) {
  const c12 = e4.substr(l9, n11), i8 = c12.length === n11 && /^[0-9a-fA-F]+$/.test(c12) ? parseInt(c12, 16) : NaN;
  try {
    return String.fromCodePoint(i8);
  } catch {
    const r8 = e4.substr(l9 - 2, n11 + 2);
    return t4(l9 - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${r8}`), r8;
  }
}

// node_modules/yaml/browser/dist/compose/compose-scalar.js
function A3(t4, a11, s9, r8) {
  const { value: f12, type: u13, comment: i8, range: e4 } = a11.type === "block-scalar" ? I2(t4, a11, r8) : x(a11, t4.options.strict, r8), l9 = s9 ? t4.directives.tagName(s9.source, (c12) => r8(s9, "TAG_RESOLVE_FAILED", c12)) : null;
  let n11;
  t4.options.stringKeys && t4.atKey ? n11 = t4.schema[r] : l9 ? n11 = L2(t4.schema, f12, l9, s9, r8) : a11.type === "scalar" ? n11 = E5(t4, f12, a11, r8) : n11 = t4.schema[r];
  let o8;
  try {
    const c12 = n11.resolve(f12, (m7) => r8(s9 ?? a11, "TAG_RESOLVE_FAILED", m7), t4.options);
    o8 = e(c12) ? c12 : new t(c12);
  } catch (c12) {
    const m7 = c12 instanceof Error ? c12.message : String(c12);
    r8(s9 ?? a11, "TAG_RESOLVE_FAILED", m7), o8 = new t(f12);
  }
  return o8.range = e4, o8.source = f12, u13 && (o8.type = u13), l9 && (o8.tag = l9), n11.format && (o8.format = n11.format), i8 && (o8.comment = i8), o8;
}
function L2(t4, a11, s9, r8, f12) {
  if (s9 === "!") return t4[r];
  const u13 = [];
  for (const e4 of t4.tags) if (!e4.collection && e4.tag === s9) if (e4.default && e4.test) u13.push(e4);
  else return e4;
  for (const e4 of u13) if (e4.test?.test(a11)) return e4;
  const i8 = t4.knownTags[s9];
  return i8 && !i8.collection ? (t4.tags.push(Object.assign({}, i8, { default: false, test: void 0 })), i8) : (f12(r8, "TAG_RESOLVE_FAILED", `Unresolved tag: ${s9}`, s9 !== "tag:yaml.org,2002:str"), t4[r]);
}
function E5({ atKey: t4, directives: a11, schema: s9 }, r8, f12, u13) {
  const i8 = s9.tags.find((e4) => (e4.default === true || t4 && e4.default === "key") && e4.test?.test(r8)) || s9[r];
  if (s9.compat) {
    const e4 = s9.compat.find((l9) => l9.default && l9.test?.test(r8)) ?? s9[r];
    if (i8.tag !== e4.tag) {
      const l9 = a11.tagString(i8.tag), n11 = a11.tagString(e4.tag), o8 = `Value may be parsed as either ${l9} or ${n11}`;
      u13(f12, "TAG_RESOLVE_FAILED", o8, true);
    }
  }
  return i8;
}

// node_modules/yaml/browser/dist/compose/util-empty-scalar-position.js
function a7(n11, e4, i8) {
  if (e4) {
    i8 ?? (i8 = e4.length);
    for (let c12 = i8 - 1; c12 >= 0; --c12) {
      let t4 = e4[c12];
      switch (t4.type) {
        case "space":
        case "comment":
        case "newline":
          n11 -= t4.source.length;
          continue;
      }
      for (t4 = e4[++c12]; t4?.type === "space"; ) n11 += t4.source.length, t4 = e4[++c12];
      break;
    }
  }
  return n11;
}

// node_modules/yaml/browser/dist/compose/compose-node.js
var N2 = { composeNode: g9, composeEmptyNode: u9 };
function g9(i8, e4, r8, t4) {
  const m7 = i8.atKey, { spaceBefore: n11, comment: o8, anchor: a11, tag: l9 } = r8;
  let s9, f12 = true;
  switch (e4.type) {
    case "alias":
      s9 = _4(i8, e4, t4), (a11 || l9) && t4(e4, "ALIAS_PROPS", "An alias node must not specify any properties");
      break;
    case "scalar":
    case "single-quoted-scalar":
    case "double-quoted-scalar":
    case "block-scalar":
      s9 = A3(i8, e4, l9, t4), a11 && (s9.anchor = a11.source.substring(1));
      break;
    case "block-map":
    case "block-seq":
    case "flow-collection":
      try {
        s9 = v4(N2, i8, e4, r8, t4), a11 && (s9.anchor = a11.source.substring(1));
      } catch (c12) {
        const A4 = c12 instanceof Error ? c12.message : String(c12);
        t4(e4, "RESOURCE_EXHAUSTION", A4);
      }
      break;
    default: {
      const c12 = e4.type === "error" ? e4.message : `Unsupported token (type: ${e4.type})`;
      t4(e4, "UNEXPECTED_TOKEN", c12), f12 = false;
    }
  }
  return s9 ?? (s9 = u9(i8, e4.offset, void 0, null, r8, t4)), a11 && s9.anchor === "" && t4(a11, "BAD_ALIAS", "Anchor cannot be an empty string"), m7 && i8.options.stringKeys && (!e(s9) || typeof s9.value != "string" || s9.tag && s9.tag !== "tag:yaml.org,2002:str") && t4(l9 ?? e4, "NON_STRING_KEY", "With stringKeys, all keys must be strings"), n11 && (s9.spaceBefore = true), o8 && (e4.type === "scalar" && e4.source === "" ? s9.comment = o8 : s9.commentBefore = o8), i8.options.keepSourceTokens && f12 && (s9.srcToken = e4), s9;
}
function u9(i8, e4, r8, t4, { spaceBefore: m7, comment: n11, anchor: o8, tag: a11, end: l9 }, s9) {
  const f12 = { type: "scalar", offset: a7(e4, r8, t4), indent: -1, source: "" }, c12 = A3(i8, f12, a11, s9);
  return o8 && (c12.anchor = o8.source.substring(1), c12.anchor === "" && s9(o8, "BAD_ALIAS", "Anchor cannot be an empty string")), m7 && (c12.spaceBefore = true), n11 && (c12.comment = n11, c12.range[2] = l9), c12;
}
function _4({ options: i8 }, { offset: e4, source: r8, end: t4 }, m7) {
  const n11 = new A2(r8.substring(1));
  n11.source === "" && m7(e4, "BAD_ALIAS", "Alias cannot be an empty string"), n11.source.endsWith(":") && m7(e4 + r8.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
  const o8 = e4 + r8.length, a11 = m3(t4, o8, i8.strict, m7);
  return n11.range = [e4, o8, a11.offset], a11.comment && (n11.comment = a11.comment), n11;
}

// node_modules/yaml/browser/dist/compose/compose-doc.js
function w7(p8, a11, { offset: s9, start: i8, value: e4, end: m7 }, n11) {
  const f12 = Object.assign({ _directives: a11 }, p8), t4 = new y8(void 0, f12), r8 = { atKey: false, atRoot: true, directives: t4.directives, options: t4.options, schema: t4.schema }, o8 = w6(i8, { indicator: "doc-start", next: e4 ?? m7?.[0], offset: s9, onError: n11, parentIndent: 0, startOnNewline: true });
  o8.found && (t4.directives.docStart = true, e4 && (e4.type === "block-map" || e4.type === "block-seq") && !o8.hasNewline && n11(o8.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker")), t4.contents = e4 ? g9(r8, e4, o8, n11) : u9(r8, o8.end, i8, null, o8, n11);
  const d9 = t4.contents.range[2], c12 = m3(m7, d9, false, n11);
  return c12.comment && (t4.comment = c12.comment), t4.range = [s9, d9, c12.offset], t4;
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
      const n11 = c8(s9);
      r8 ? this.warnings.push(new p6(n11, t4, i8)) : this.errors.push(new u7(n11, t4, i8));
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
        let n11 = r8.items[0];
        p(n11) && (n11 = n11.key);
        const a11 = n11.commentBefore;
        n11.commentBefore = a11 ? `${t4}
${a11}` : t4;
      } else {
        const n11 = r8.commentBefore;
        r8.commentBefore = n11 ? `${t4}
${n11}` : t4;
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
        const s9 = m3(e4.end, e4.offset + e4.source.length, this.doc.options.strict, this.onError);
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

// node_modules/yaml/browser/dist/parse/line-counter.js
var s7 = class {
  constructor() {
    this.lineStarts = [], this.addNewLine = (i8) => this.lineStarts.push(i8), this.linePos = (i8) => {
      let t4 = 0, e4 = this.lineStarts.length;
      for (; t4 < e4; ) {
        const l9 = t4 + e4 >> 1;
        this.lineStarts[l9] < i8 ? t4 = l9 + 1 : e4 = l9;
      }
      if (this.lineStarts[t4] === i8) return { line: t4 + 1, col: 1 };
      if (t4 === 0) return { line: 0, col: i8 };
      const n11 = this.lineStarts[t4 - 1];
      return { line: t4, col: i8 - n11 + 1 };
    };
  }
};

// node_modules/yaml/browser/dist/parse/cst-visit.js
var s8 = /* @__PURE__ */ Symbol("break visit");
var y9 = /* @__PURE__ */ Symbol("skip children");
var u10 = /* @__PURE__ */ Symbol("remove item");
function l8(e4, t4) {
  "type" in e4 && e4.type === "document" && (e4 = { start: e4.start, value: e4.value }), m5(Object.freeze([]), e4, t4);
}
l8.BREAK = s8, l8.SKIP = y9, l8.REMOVE = u10, l8.itemAtPath = (e4, t4) => {
  let r8 = e4;
  for (const [n11, i8] of t4) {
    const o8 = r8?.[n11];
    if (o8 && "items" in o8) r8 = o8.items[i8];
    else return;
  }
  return r8;
}, l8.parentCollection = (e4, t4) => {
  const r8 = l8.itemAtPath(e4, t4.slice(0, -1)), n11 = t4[t4.length - 1][0], i8 = r8?.[n11];
  if (i8 && "items" in i8) return i8;
  throw new Error("Parent collection not found");
};
function m5(e4, t4, r8) {
  let n11 = r8(t4, e4);
  if (typeof n11 == "symbol") return n11;
  for (const i8 of ["key", "value"]) {
    const o8 = t4[i8];
    if (o8 && "items" in o8) {
      for (let f12 = 0; f12 < o8.items.length; ++f12) {
        const c12 = m5(Object.freeze(e4.concat([[i8, f12]])), o8.items[f12], r8);
        if (typeof c12 == "number") f12 = c12 - 1;
        else {
          if (c12 === s8) return s8;
          c12 === u10 && (o8.items.splice(f12, 1), f12 -= 1);
        }
      }
      typeof n11 == "function" && i8 === "key" && (n11 = n11(t4, e4));
    }
  }
  return typeof n11 == "function" ? n11(t4, e4) : n11;
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
function n10(l9) {
  switch (l9) {
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
var u11 = (l9) => !l9 || w8.has(l9);
var x2 = class {
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
        const h6 = this.buffer[s9 + e4 + 1];
        if (h6 === `
` || !h6 && !this.atEnd) return e4 + s9 + 1;
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
      const h6 = (yield* this.pushCount(t4)) + (yield* this.pushSpaces(true));
      return yield* this.pushCount(e4.length - h6), this.pushNewline(), "stream";
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
    const h6 = this.getLine();
    if (h6 === null) return this.setNext("flow");
    if ((s9 !== -1 && s9 < this.indentNext && h6[0] !== "#" || s9 === 0 && (h6.startsWith("---") || h6.startsWith("...")) && n10(h6[3])) && !(s9 === this.indentNext - 1 && this.flowLevel === 1 && (h6[0] === "]" || h6[0] === "}"))) return this.flowLevel = 0, yield t3, yield* this.parseLineStart();
    let i8 = 0;
    for (; h6[i8] === ","; ) i8 += yield* this.pushCount(1), i8 += yield* this.pushSpaces(true), this.flowKey = false;
    switch (i8 += yield* this.pushIndicators(), h6[i8]) {
      case void 0:
        return "flow";
      case "#":
        return yield* this.pushCount(h6.length - i8), "flow";
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
    let h6 = s9.indexOf(`
`, this.pos);
    if (h6 !== -1) {
      for (; h6 !== -1; ) {
        const i8 = this.continueScalar(h6 + 1);
        if (i8 === -1) break;
        h6 = s9.indexOf(`
`, i8);
      }
      h6 !== -1 && (t4 = h6 - (s9[h6 - 1] === "\r" ? 2 : 1));
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
    let h6 = e4 + 1;
    for (s9 = this.buffer[h6]; s9 === " "; ) s9 = this.buffer[++h6];
    if (s9 === "	") {
      for (; s9 === "	" || s9 === " " || s9 === "\r" || s9 === `
`; ) s9 = this.buffer[++h6];
      e4 = h6 - 1;
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
    let t4 = this.pos - 1, s9 = this.pos - 1, h6;
    for (; h6 = this.buffer[++s9]; ) if (h6 === ":") {
      const i8 = this.buffer[s9 + 1];
      if (n10(i8) || e4 && a9.has(i8)) break;
      t4 = s9;
    } else if (n10(h6)) {
      let i8 = this.buffer[s9 + 1];
      if (h6 === "\r" && (i8 === `
` ? (s9 += 1, h6 = `
`, i8 = this.buffer[s9 + 1]) : t4 = s9), i8 === "#" || e4 && a9.has(i8)) break;
      if (h6 === `
`) {
        const r8 = this.continueScalar(s9 + 1);
        if (r8 === -1) break;
        s9 = Math.max(s9, r8 - 2);
      }
    } else {
      if (e4 && a9.has(h6)) break;
      t4 = s9;
    }
    return !h6 && !this.atEnd ? this.setNext("plain-scalar") : (yield c9, yield* this.pushToIndex(t4 + 1, true), e4 ? "flow" : "doc");
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
    const h6 = t4 - this.pos;
    return h6 > 0 && (yield this.buffer.substr(this.pos, h6), this.pos = t4), h6;
  }
  *pushUntil(e4) {
    let t4 = this.pos, s9 = this.buffer[t4];
    for (; !e4(s9); ) s9 = this.buffer[++t4];
    return yield* this.pushToIndex(t4, false);
  }
};

// node_modules/yaml/browser/dist/parse/parser.js
function c11(n11, e4) {
  for (let t4 = 0; t4 < n11.length; ++t4) if (n11[t4].type === e4) return true;
  return false;
}
function f11(n11) {
  for (let e4 = 0; e4 < n11.length; ++e4) switch (n11[e4].type) {
    case "space":
    case "comment":
    case "newline":
      break;
    default:
      return e4;
  }
  return -1;
}
function d8(n11) {
  switch (n11?.type) {
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
function p7(n11) {
  switch (n11.type) {
    case "document":
      return n11.start;
    case "block-map": {
      const e4 = n11.items[n11.items.length - 1];
      return e4.sep ?? e4.start;
    }
    case "block-seq":
      return n11.items[n11.items.length - 1].start;
    default:
      return [];
  }
}
function r7(n11) {
  if (n11.length === 0) return [];
  let e4 = n11.length;
  e: for (; --e4 >= 0; ) switch (n11[e4].type) {
    case "doc-start":
    case "explicit-key-ind":
    case "map-value-ind":
    case "seq-item-ind":
    case "newline":
      break e;
  }
  for (; n11[++e4]?.type === "space"; ) ;
  return n11.splice(e4, n11.length);
}
function u12(n11, e4) {
  if (e4.length < 1e5) Array.prototype.push.apply(n11, e4);
  else for (let t4 = 0; t4 < e4.length; ++t4) n11.push(e4[t4]);
}
function y11(n11) {
  if (n11.start.type === "flow-seq-start") for (const e4 of n11.items) e4.sep && !e4.value && !c11(e4.start, "explicit-key-ind") && !c11(e4.sep, "map-value-ind") && (e4.key && (e4.value = e4.key), delete e4.key, d8(e4.value) ? e4.value.end ? u12(e4.value.end, e4.sep) : e4.value.end = e4.sep : u12(e4.start, e4.sep), delete e4.sep);
}
var w9 = class {
  constructor(e4) {
    this.atNewLine = true, this.atScalar = false, this.indent = 0, this.offset = 0, this.onKeyLine = false, this.stack = [], this.source = "", this.type = "", this.lexer = new x2(), this.onNewLine = e4;
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
        i8 && !i8.sep && !i8.value && i8.start.length > 0 && f11(i8.start) === -1 && (t4.indent === 0 || i8.start.every((a11) => a11.type !== "comment" || a11.indent < t4.indent)) && (s9.type === "document" ? s9.end = i8.start : s9.items.push({ start: i8.start }), t4.items.splice(-1, 1));
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
      const a11 = { type: "block-map", offset: e4.offset, indent: e4.indent, items: [{ start: s9, key: e4, sep: i8 }] };
      this.onKeyLine = true, this.stack[this.stack.length - 1] = a11;
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
      let a11 = [];
      if (i8 && t4.sep && !t4.value) {
        const o8 = [];
        for (let l9 = 0; l9 < t4.sep.length; ++l9) {
          const h6 = t4.sep[l9];
          switch (h6.type) {
            case "newline":
              o8.push(l9);
              break;
            case "space":
              break;
            case "comment":
              h6.indent > e4.indent && (o8.length = 0);
              break;
            default:
              o8.length = 0;
          }
        }
        o8.length >= 2 && (a11 = t4.sep.splice(o8[1]));
      }
      switch (this.type) {
        case "anchor":
        case "tag":
          i8 || t4.value ? (a11.push(this.sourceToken), e4.items.push({ start: a11 }), this.onKeyLine = true) : t4.sep ? t4.sep.push(this.sourceToken) : t4.start.push(this.sourceToken);
          return;
        case "explicit-key-ind":
          !t4.sep && !t4.explicitKey ? (t4.start.push(this.sourceToken), t4.explicitKey = true) : i8 || t4.value ? (a11.push(this.sourceToken), e4.items.push({ start: a11, explicitKey: true })) : this.stack.push({ type: "block-map", offset: this.offset, indent: this.indent, items: [{ start: [this.sourceToken], explicitKey: true }] }), this.onKeyLine = true;
          return;
        case "map-value-ind":
          if (t4.explicitKey) if (t4.sep) if (t4.value) e4.items.push({ start: [], key: null, sep: [this.sourceToken] });
          else if (c11(t4.sep, "map-value-ind")) this.stack.push({ type: "block-map", offset: this.offset, indent: this.indent, items: [{ start: a11, key: null, sep: [this.sourceToken] }] });
          else if (d8(t4.key) && !c11(t4.sep, "newline")) {
            const o8 = r7(t4.start), l9 = t4.key, h6 = t4.sep;
            h6.push(this.sourceToken), delete t4.key, delete t4.sep, this.stack.push({ type: "block-map", offset: this.offset, indent: this.indent, items: [{ start: o8, key: l9, sep: h6 }] });
          } else a11.length > 0 ? t4.sep = t4.sep.concat(a11, this.sourceToken) : t4.sep.push(this.sourceToken);
          else if (c11(t4.start, "newline")) Object.assign(t4, { key: null, sep: [this.sourceToken] });
          else {
            const o8 = r7(t4.start);
            this.stack.push({ type: "block-map", offset: this.offset, indent: this.indent, items: [{ start: o8, key: null, sep: [this.sourceToken] }] });
          }
          else t4.sep ? t4.value || i8 ? e4.items.push({ start: a11, key: null, sep: [this.sourceToken] }) : c11(t4.sep, "map-value-ind") ? this.stack.push({ type: "block-map", offset: this.offset, indent: this.indent, items: [{ start: [], key: null, sep: [this.sourceToken] }] }) : t4.sep.push(this.sourceToken) : Object.assign(t4, { key: null, sep: [this.sourceToken] });
          this.onKeyLine = true;
          return;
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar": {
          const o8 = this.flowScalar(this.type);
          i8 || t4.value ? (e4.items.push({ start: a11, key: o8, sep: [] }), this.onKeyLine = true) : t4.sep ? this.stack.push(o8) : (Object.assign(t4, { key: o8, sep: [] }), this.onKeyLine = true);
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
            } else s9 && e4.items.push({ start: a11 });
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
        const i8 = p7(s9), a11 = r7(i8);
        y11(e4);
        const o8 = e4.end.splice(1, e4.end.length);
        o8.push(this.sourceToken);
        const l9 = { type: "block-map", offset: e4.offset, indent: e4.indent, items: [{ start: a11, key: e4, sep: o8 }] };
        this.onKeyLine = true, this.stack[this.stack.length - 1] = l9;
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
function m6(n11) {
  const e4 = n11.prettyErrors !== false;
  return { lineCounter: n11.lineCounter || e4 && new s7() || null, prettyErrors: e4 };
}
function h5(n11, e4 = {}) {
  const { lineCounter: r8, prettyErrors: f12 } = m6(e4), t4 = new w9(r8?.addNewLine), i8 = new v6(e4), o8 = Array.from(i8.compose(t4.parse(n11)));
  if (f12 && r8) for (const s9 of o8) s9.errors.forEach(h4(n11, r8)), s9.warnings.forEach(h4(n11, r8));
  return o8.length > 0 ? o8 : Object.assign([], { empty: true }, i8.streamInfo());
}
function a10(n11, e4 = {}) {
  const { lineCounter: r8, prettyErrors: f12 } = m6(e4), t4 = new w9(r8?.addNewLine), i8 = new v6(e4);
  let o8 = null;
  for (const s9 of i8.compose(t4.parse(n11), true, n11.length)) if (!o8) o8 = s9;
  else if (o8.options.logLevel !== "silent") {
    o8.errors.push(new u7(s9.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
    break;
  }
  return f12 && r8 && (o8.errors.forEach(h4(n11, r8)), o8.warnings.forEach(h4(n11, r8))), o8;
}
function E6(n11, e4, r8) {
  let f12;
  typeof e4 == "function" ? f12 = e4 : r8 === void 0 && e4 && typeof e4 == "object" && (r8 = e4);
  const t4 = a10(n11, r8);
  if (!t4) return null;
  if (t4.warnings.forEach((i8) => c2(t4.options.logLevel, i8)), t4.errors.length > 0) {
    if (t4.options.logLevel !== "silent") throw t4.errors[0];
    t4.errors = [];
  }
  return t4.toJS(Object.assign({ reviver: f12 }, r8));
}
function L3(n11, e4, r8) {
  let f12 = null;
  if (typeof e4 == "function" || Array.isArray(e4) ? f12 = e4 : r8 === void 0 && e4 && (r8 = e4), typeof r8 == "string" && (r8 = r8.length), typeof r8 == "number") {
    const t4 = Math.round(r8);
    r8 = t4 < 1 ? void 0 : t4 > 8 ? { indent: 8 } : { indent: t4 };
  }
  if (n11 === void 0) {
    const { keepUndefined: t4 } = r8 ?? e4 ?? {};
    if (!t4) return;
  }
  return m(n11) && !f12 ? n11.toString(r8) : new y8(n11, f12, r8).toString(r8);
}

export {
  i,
  b,
  p,
  e,
  S,
  n,
  m2 as m,
  x2 as x,
  s7 as s,
  h5 as h,
  a10 as a,
  E6 as E,
  L3 as L
};
