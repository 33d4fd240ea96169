import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// node_modules/diff/libesm/diff/base.js
var j = class {
  diff(e, n2, t = {}) {
    let s;
    typeof t == "function" ? (s = t, t = {}) : "callback" in t && (s = t.callback);
    const d = this.castInput(e, t), u = this.castInput(n2, t), a = this.removeEmpty(this.tokenize(d, t)), r = this.removeEmpty(this.tokenize(u, t));
    return this.diffWithOptionsObj(a, r, t, s);
  }
  diffWithOptionsObj(e, n2, t, s) {
    var d;
    const u = (i) => {
      if (i = this.postProcess(i, t), s) {
        setTimeout(function() {
          s(i);
        }, 0);
        return;
      } else return i;
    }, a = n2.length, r = e.length;
    let l = 1, o = a + r;
    t.maxEditLength != null && (o = Math.min(o, t.maxEditLength));
    const h = (d = t.timeout) !== null && d !== void 0 ? d : 1 / 0, P = Date.now() + h, c2 = [{ oldPos: -1, lastComponent: void 0 }];
    let m = this.extractCommon(c2[0], n2, e, 0, t);
    if (c2[0].oldPos + 1 >= r && m + 1 >= a) return u(this.buildValues(c2[0].lastComponent, n2, e));
    let g = -1 / 0, v = 1 / 0;
    const L = () => {
      for (let i = Math.max(g, -l); i <= Math.min(v, l); i += 2) {
        let f;
        const C = c2[i - 1], p = c2[i + 1];
        C && (c2[i - 1] = void 0);
        let x2 = false;
        if (p) {
          const E = p.oldPos - i;
          x2 = p && 0 <= E && E < a;
        }
        const w = C && C.oldPos + 1 < r;
        if (!x2 && !w) {
          c2[i] = void 0;
          continue;
        }
        if (!w || x2 && C.oldPos < p.oldPos ? f = this.addToPath(p, true, false, 0, t) : f = this.addToPath(C, false, true, 1, t), m = this.extractCommon(f, n2, e, i, t), f.oldPos + 1 >= r && m + 1 >= a) return u(this.buildValues(f.lastComponent, n2, e)) || true;
        c2[i] = f, f.oldPos + 1 >= r && (v = Math.min(v, i - 1)), m + 1 >= a && (g = Math.max(g, i + 1));
      }
      l++;
    };
    if (s) (function i() {
      setTimeout(function() {
        if (l > o || Date.now() > P) return s(void 0);
        L() || i();
      }, 0);
    })();
    else for (; l <= o && Date.now() <= P; ) {
      const i = L();
      if (i) return i;
    }
  }
  addToPath(e, n2, t, s, d) {
    const u = e.lastComponent;
    return u && !d.oneChangePerToken && u.added === n2 && u.removed === t ? { oldPos: e.oldPos + s, lastComponent: { count: u.count + 1, added: n2, removed: t, previousComponent: u.previousComponent } } : { oldPos: e.oldPos + s, lastComponent: { count: 1, added: n2, removed: t, previousComponent: u } };
  }
  extractCommon(e, n2, t, s, d) {
    const u = n2.length, a = t.length;
    let r = e.oldPos, l = r - s, o = 0;
    for (; l + 1 < u && r + 1 < a && this.equals(t[r + 1], n2[l + 1], d); ) l++, r++, o++, d.oneChangePerToken && (e.lastComponent = { count: 1, previousComponent: e.lastComponent, added: false, removed: false });
    return o && !d.oneChangePerToken && (e.lastComponent = { count: o, previousComponent: e.lastComponent, added: false, removed: false }), e.oldPos = r, l;
  }
  equals(e, n2, t) {
    return t.comparator ? t.comparator(e, n2) : e === n2 || !!t.ignoreCase && e.toLowerCase() === n2.toLowerCase();
  }
  removeEmpty(e) {
    const n2 = [];
    for (let t = 0; t < e.length; t++) e[t] && n2.push(e[t]);
    return n2;
  }
  castInput(e, n2) {
    return e;
  }
  tokenize(e, n2) {
    return Array.from(e);
  }
  join(e) {
    return e.join("");
  }
  postProcess(e, n2) {
    return e;
  }
  get useLongestToken() {
    return false;
  }
  buildValues(e, n2, t) {
    const s = [];
    let d;
    for (; e; ) s.push(e), d = e.previousComponent, delete e.previousComponent, e = d;
    s.reverse();
    const u = s.length;
    let a = 0, r = 0, l = 0;
    for (; a < u; a++) {
      const o = s[a];
      if (o.removed) o.value = this.join(t.slice(l, l + o.count)), l += o.count;
      else {
        if (!o.added && this.useLongestToken) {
          let h = n2.slice(r, r + o.count);
          h = h.map(function(P, c2) {
            const m = t[l + c2];
            return m.length > P.length ? m : P;
          }), o.value = this.join(h);
        } else o.value = this.join(n2.slice(r, r + o.count));
        r += o.count, o.added || (l += o.count);
      }
    }
    return s;
  }
};

// node_modules/diff/libesm/diff/array.js
var n = class extends j {
  tokenize(r) {
    return r.slice();
  }
  join(r) {
    return r;
  }
  removeEmpty(r) {
    return r;
  }
};
var arrayDiff = new n();
function diffArrays(e, r, f) {
  return arrayDiff.diff(e, r, f);
}

// node_modules/diff/libesm/diff/line.js
var c = class extends j {
  constructor() {
    super(...arguments), this.tokenize = tokenize;
  }
  equals(n2, e, i) {
    return i.ignoreWhitespace ? ((!i.newlineIsToken || !n2.includes(`
`)) && (n2 = n2.trim()), (!i.newlineIsToken || !e.includes(`
`)) && (e = e.trim())) : i.ignoreNewlineAtEof && !i.newlineIsToken && (n2.endsWith(`
`) && (n2 = n2.slice(0, -1)), e.endsWith(`
`) && (e = e.slice(0, -1))), super.equals(n2, e, i);
  }
};
var lineDiff = new c();
function diffLines(r, n2, e) {
  return lineDiff.diff(r, n2, e);
}
function tokenize(r, n2) {
  n2.stripTrailingCr && (r = r.replace(/\r\n/g, `
`));
  const e = [], i = r.split(/(\n|\r\n)/);
  i[i.length - 1] || i.pop();
  for (let s = 0; s < i.length; s++) {
    const f = i[s];
    s % 2 && !n2.newlineIsToken ? e[e.length - 1] += f : e.push(f);
  }
  return e;
}

// node_modules/diff/libesm/patch/create.js
function H(e) {
  for (let n2 = 0; n2 < e.length; n2++) if (e[n2] < " " || e[n2] > "~" || e[n2] === '"' || e[n2] === "\\") return true;
  return false;
}
function x(e) {
  if (!H(e)) return e;
  let n2 = '"';
  const d = new TextEncoder().encode(e);
  let u = 0;
  for (; u < d.length; ) {
    const l = d[u];
    l === 7 ? n2 += "\\a" : l === 8 ? n2 += "\\b" : l === 9 ? n2 += "\\t" : l === 10 ? n2 += "\\n" : l === 11 ? n2 += "\\v" : l === 12 ? n2 += "\\f" : l === 13 ? n2 += "\\r" : l === 34 ? n2 += '\\"' : l === 92 ? n2 += "\\\\" : l >= 32 && l <= 126 ? n2 += String.fromCharCode(l) : n2 += "\\" + l.toString(8).padStart(3, "0"), u++;
  }
  return n2 += '"', n2;
}
var INCLUDE_HEADERS = { includeIndex: true, includeUnderline: true, includeFileHeaders: true };
function structuredPatch(e, n2, d, u, l, c2, t) {
  let s;
  t ? typeof t == "function" ? s = { callback: t } : s = t : s = {}, typeof s.context > "u" && (s.context = 4);
  const i = s.context;
  if (s.newlineIsToken) throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");
  if (s.callback) {
    const { callback: o } = s;
    diffLines(d, u, Object.assign(Object.assign({}, s), { callback: (r) => {
      const b = N(r);
      o(b);
    } }));
  } else return N(diffLines(d, u, s));
  function N(o) {
    if (!o) return;
    o.push({ value: "", lines: [] });
    function r(a) {
      return a.map(function(f) {
        return " " + f;
      });
    }
    const b = [];
    let g = 0, F = 0, h = [], k = 1, v = 1;
    for (let a = 0; a < o.length; a++) {
      const f = o[a], w = f.lines || S(f.value);
      if (f.lines = w, f.added || f.removed) {
        if (!g) {
          const m = o[a - 1];
          g = k, F = v, m && (h = i > 0 ? r(m.lines.slice(-i)) : [], g -= h.length, F -= h.length);
        }
        for (const m of w) h.push((f.added ? "+" : "-") + m);
        f.added ? v += w.length : k += w.length;
      } else {
        if (g) if (w.length <= i * 2 && a < o.length - 2) for (const m of r(w)) h.push(m);
        else {
          const m = Math.min(w.length, i);
          for (const E of r(w.slice(0, m))) h.push(E);
          const y = { oldStart: g, oldLines: k - g + m, newStart: F, newLines: v - F + m, lines: h };
          b.push(y), g = 0, F = 0, h = [];
        }
        k += w.length, v += w.length;
      }
    }
    for (const a of b) for (let f = 0; f < a.lines.length; f++) a.lines[f].endsWith(`
`) ? a.lines[f] = a.lines[f].slice(0, -1) : (a.lines.splice(f + 1, 0, "\\ No newline at end of file"), f++);
    return { oldFileName: e, newFileName: n2, oldHeader: l, newHeader: c2, hunks: b };
  }
}
function formatPatch(e, n2) {
  var d, u, l, c2, t, s;
  if (n2 || (n2 = INCLUDE_HEADERS), Array.isArray(e)) {
    if (e.length > 1 && !n2.includeFileHeaders && !e.every((o) => o.isGit)) throw new Error("Cannot omit file headers on a multi-file patch. (The result would be unparseable; how would a tool trying to apply the patch know which changes are to which file?)");
    return e.map((o) => formatPatch(o, n2)).join(`
`);
  }
  const i = [];
  if (e.isGit) {
    if (n2 = INCLUDE_HEADERS, !e.oldFileName) throw new Error("oldFileName must be specified for Git patches");
    if (!e.newFileName) throw new Error("newFileName must be specified for Git patches");
    let o = e.oldFileName, r = e.newFileName;
    e.isCreate && o === "/dev/null" ? o = r.replace(/^b\//, "a/") : e.isDelete && r === "/dev/null" && (r = o.replace(/^a\//, "b/")), i.push("diff --git " + x(o) + " " + x(r)), e.isDelete && i.push("deleted file mode " + ((d = e.oldMode) !== null && d !== void 0 ? d : "100644")), e.isCreate && i.push("new file mode " + ((u = e.newMode) !== null && u !== void 0 ? u : "100644")), e.oldMode && e.newMode && !e.isDelete && !e.isCreate && (i.push("old mode " + e.oldMode), i.push("new mode " + e.newMode)), e.isRename && (i.push("rename from " + x(((l = e.oldFileName) !== null && l !== void 0 ? l : "").replace(/^a\//, ""))), i.push("rename to " + x(((c2 = e.newFileName) !== null && c2 !== void 0 ? c2 : "").replace(/^b\//, "")))), e.isCopy && (i.push("copy from " + x(((t = e.oldFileName) !== null && t !== void 0 ? t : "").replace(/^a\//, ""))), i.push("copy to " + x(((s = e.newFileName) !== null && s !== void 0 ? s : "").replace(/^b\//, ""))));
  } else n2.includeIndex && e.oldFileName == e.newFileName && e.oldFileName !== void 0 && i.push("Index: " + e.oldFileName), n2.includeUnderline && i.push("===================================================================");
  const N = e.hunks.length > 0;
  n2.includeFileHeaders && e.oldFileName !== void 0 && e.newFileName !== void 0 && (!e.isGit || N) && (i.push("--- " + x(e.oldFileName) + (e.oldHeader ? "	" + e.oldHeader : "")), i.push("+++ " + x(e.newFileName) + (e.newHeader ? "	" + e.newHeader : "")));
  for (let o = 0; o < e.hunks.length; o++) {
    const r = e.hunks[o], b = r.oldLines === 0 ? r.oldStart - 1 : r.oldStart, g = r.newLines === 0 ? r.newStart - 1 : r.newStart;
    i.push("@@ -" + b + "," + r.oldLines + " +" + g + "," + r.newLines + " @@");
    for (const F of r.lines) i.push(F);
  }
  return i.join(`
`) + `
`;
}
function createTwoFilesPatch(e, n2, d, u, l, c2, t) {
  if (typeof t == "function" && (t = { callback: t }), t?.callback) {
    const { callback: s } = t;
    structuredPatch(e, n2, d, u, l, c2, Object.assign(Object.assign({}, t), { callback: (i) => {
      s(i ? formatPatch(i, t.headerOptions) : void 0);
    } }));
  } else {
    const s = structuredPatch(e, n2, d, u, l, c2, t);
    return s ? formatPatch(s, t?.headerOptions) : void 0;
  }
}
function S(e) {
  const n2 = e.endsWith(`
`), d = e.split(`
`).map((u) => u + `
`);
  return n2 ? d.pop() : d.push(d.pop().slice(0, -1)), d;
}

export {
  diffArrays,
  createTwoFilesPatch
};
