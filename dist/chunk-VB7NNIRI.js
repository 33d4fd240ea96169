import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// node_modules/temporal-polyfill/chunks/root.js
var o = globalThis.Temporal;

// node_modules/temporal-utils/dist/errorMessages.js
var expectedPositive = (n, e) => `Non-positive ${n}: ${e}`;
var expectedFinite = (n, e) => `Non-finite ${n}: ${e}`;
var forbiddenBigIntToNumber = (n) => `Cannot convert bigint to ${n}`;
var invalidObject = "Invalid object";
var numberOutOfRange = (n, e, o4, t) => invalidEntity(n, e) + `; must be between ${o4}-${t}`;
var invalidEntity = (n, e) => `Invalid ${n}: ${e}`;
var unsupportedWeekNumbers = "Calendar week operations forbidden";

// node_modules/temporal-utils/dist/utils.js
var nanoInMicro = 1e3;
var nanoInMilli = 1e6;
var nanoInSec = 1e9;
var nanoInMinute = 6e10;
var nanoInHour = 36e11;
function normalizeOptions(e) {
  return e === void 0 ? /* @__PURE__ */ Object.create(null) : requireObjectLike(e);
}
function toFiniteNumber(e, n = "number") {
  if (typeof e == "bigint") throw new TypeError(forbiddenBigIntToNumber(n));
  if (e = Number(e), !Number.isFinite(e)) throw new RangeError(expectedFinite(n, e));
  return e;
}
function toIntegerWithTrunc(e, n) {
  return Math.trunc(toFiniteNumber(e, n)) || 0;
}
function toPositiveIntegerWithTruncation(e, n) {
  return requireNumberIsPositive(toIntegerWithTrunc(e, n), n);
}
function requireNumberIsPositive(e, n = "number") {
  if (e <= 0) throw new RangeError(expectedPositive(n, e));
  return e;
}
function constrainToRange(e, n, t) {
  return Math.min(Math.max(e, n), t);
}
function isObjectLike(e) {
  return e !== null && (typeof e == "object" || typeof e == "function");
}
function requireObjectLike(e) {
  if (!isObjectLike(e)) throw new TypeError(invalidObject);
  return e;
}

// node_modules/temporal-utils/dist/diff.js
function o2(n) {
  return (s3, t, i4) => {
    const e = d(i4);
    if (e.roundingMode || e.roundingIncrement !== void 0) return s3.until(t, { ...e, largestUnit: n, smallestUnit: n })[n];
    const r = s3.until(t, { largestUnit: n });
    if (r.blank) return 0;
    if (f(n)) return r.total(n);
    const c3 = !("day" in s3) && "toPlainDate" in s3 ? s3.toPlainDate({ day: 1 }) : s3;
    return r.total({ unit: n, relativeTo: c3 });
  };
}
function f(n) {
  return n === "hours" || n === "minutes" || n === "seconds" || n === "milliseconds" || n === "microseconds" || n === "nanoseconds";
}
var diffYears = o2("years");
var diffMonths = o2("months");
var diffWeeks = o2("weeks");
var diffDays = o2("days");
var diffHours = o2("hours");
var diffMinutes = o2("minutes");
var diffSeconds = o2("seconds");
var diffMilliseconds = o2("milliseconds");
var diffMicroseconds = o2("microseconds");
var diffNanoseconds = o2("nanoseconds");
function d(n) {
  return typeof n == "string" ? { roundingMode: n } : n || {};
}

// node_modules/temporal-polyfill/chunks/internal.js
var Sn = invalidEntity;
var Li = unsupportedWeekNumbers;
var he = (n) => `Missing ${n}`;
var wo = (n, e, t) => invalidEntity(n, e) + "; must be " + Object.keys(t).join();
var $i = "Cannot use valueOf";
var _i = "Invalid calling context";
var An = "Invalid leap month";
var Hi = (n, e) => `Unknown calendar ${n}; might need ${e}`;
var xo = (n) => invalidEntity("TimeZone", n);
var on = "Out-of-bounds date";
var Nt = (n) => `Cannot parse: ${n}`;
var _e = constrainToRange;
function p(n) {
  throw new RangeError(n);
}
function b(n) {
  throw new TypeError(n);
}
function It(n, e, t, o4, r) {
  return U(e, ((i4, c3) => {
    const a4 = i4[c3];
    return a4 === void 0 && b(he(c3)), a4;
  })(n, e), t, o4, r);
}
function U(n, e, t, o4, r, i4) {
  const c3 = _e(e, t, o4);
  return r && e !== c3 && p(((a4, u4, s3, f4, m3) => m3 ? numberOutOfRange(a4, m3[u4], m3[s3], m3[f4]) : numberOutOfRange(a4, u4, s3, f4))(n, e, t, o4, i4)), c3;
}
function kn(n, e = Map, t = 1e4) {
  const o4 = new e();
  return (r, ...i4) => {
    if (o4.has(r)) return o4.get(r);
    o4.size >= t && o4.clear();
    const c3 = n(r, ...i4);
    return o4.set(r, c3), c3;
  };
}
var Ki = (n) => vt({ name: n }, 1);
var vt = (n, e) => jo((t) => ({ value: t, configurable: 1, writable: !e }), n);
var Uo = (n) => ({ [Symbol.toStringTag]: { value: n, configurable: 1 } });
function jo(n, e) {
  const t = {};
  for (const o4 in e) t[o4] = n(e[o4], o4);
  return t;
}
function le(n, e) {
  const t = {};
  for (const o4 of n) t[o4] = e;
  return t;
}
function Tt(n) {
  const e = {};
  for (const t of n) e[t] = (o4) => o4[t];
  return e;
}
function Q(n, e, t = /* @__PURE__ */ Object.create(null)) {
  for (const o4 of n) t[o4] = e[o4];
  return t;
}
function Wo(n, e, t) {
  for (const o4 of n) if (e[o4] !== t[o4]) return 0;
  return 1;
}
function Qi(n, e, t) {
  const o4 = { ...t };
  for (let r = 0; r < e; r++) o4[n[r]] = 0;
  return o4;
}
function j(n, ...e) {
  return (...t) => n(...e, ...t);
}
function nc(n) {
  return n;
}
function ec() {
}
function Lo(n) {
  return n[0].toUpperCase() + n.substring(1);
}
function R(...n) {
  return [].concat(...n).sort();
}
function Mt(n) {
  return new RegExp(`^${n}$`);
}
function ye(n) {
  return parseInt(n.padEnd(9, "0"));
}
function G(n) {
  return n === void 0 ? 0 : parseInt(n);
}
function qe(n, e) {
  return String(e).padStart(n, "0");
}
var nn = j(qe, 2);
function rn(n, e) {
  return Math.sign(n - e);
}
function _(n, e) {
  return n < e ? -1 : n > e ? 1 : 0;
}
function zo(n, e) {
  const t = n / e;
  return n % e < 0n ? t - 1n : t;
}
function Dt(n, e) {
  const t = zo(n, e);
  return [t, n - t * e];
}
function cn(n, e) {
  return [Math.floor(n / e), pe(n, e)];
}
function pe(n, e) {
  return (n % e + e) % e;
}
function Yn(n, e) {
  return Math.trunc(n / e) || 0;
}
function Ft(n, e) {
  return n % e || 0;
}
function $o(n, e = 1) {
  return e * (0.5 + n / 5);
}
function He(n) {
  return Math.abs(n % 1) === 0.5;
}
function qo(n) {
  const e = n.normalize("NFD").toLowerCase().replace(/[^a-z0-9]/g, "");
  return e === "bc" || e === "b" ? "bce" : e === "ad" || e === "a" ? "ce" : e;
}
var S = void 0;
function en(n) {
  return n === S ? "iso8601" : n === 0 ? "gregory" : n.id;
}
function Go(n, e) {
  return "M" + nn(n) + (e ? "L" : "");
}
function Ge(n, e, t) {
  return n + (e || t && n >= t ? 1 : 0);
}
var Ct = { nanosecond: 0, microsecond: 1, millisecond: 2, second: 3, minute: 4, hour: 5, day: 6, week: 7, month: 8, year: 9 };
var bt = Object.keys(Ct);
var Jn = nanoInMicro;
var Kn = nanoInMilli;
var Nn = nanoInSec;
var Qn = nanoInMinute;
var ne = nanoInHour;
var fn = 864e11;
var $ = [1, Jn, Kn, Nn, Qn, ne, fn];
var Vo = BigInt(Jn);
var ge = BigInt(Kn);
var In = BigInt(Nn);
var Xo = BigInt(Qn);
var Jo = BigInt(ne);
var F = BigInt(fn);
function Ne(n, e) {
  const t = Number(n / F), o4 = Number(n % F);
  return t * (fn / e) + (Math.trunc(o4 / e) + o4 % e / e);
}
var W = bt.slice(0, 6);
var uc = Tt(W);
var Ve = ["year"];
var wn = ["day"];
var Ot = ["day", "month", "year"];
var Xe = ["offset"];
var Et = ["timeZone"];
var ee = ["era", "eraYear"];
var Ko = ["month", "monthCode"];
var Zt = R(W);
var dc = R(ee, Ve);
var Ie = R(Ko, Ve);
var Qo = R(ee, Ie);
var ve = R(["monthCode"], Ve);
var nr = R(ee, ve);
var er = R(wn, ["monthCode"]);
var xn = R(wn, Ie);
var Un = R(wn, ee, Ie);
var tr = R(xn, W);
var or = R(Un, W);
var mc = R(xn, W, Xe);
var hc = R(Un, W, Xe);
var rr = R(xn, W, Xe, Et);
var ir = R(Un, W, Xe, Et);
var lc = R(wn, ve);
var yc = R(wn, ee, ve);
var A = le(W, 0);
function L(n) {
  return Bt(n) * Nn + ur(n);
}
function ar(n) {
  return 1e3 * Bt(n) + n.millisecond;
}
function Bt(n) {
  return 3600 * n.hour + 60 * n.minute + n.second;
}
function ur(n) {
  return n.millisecond * Kn + n.microsecond * Jn + n.nanosecond;
}
function Rt(n) {
  const [e, t] = cn(n, fn);
  return [sr(t), e];
}
function sr(n) {
  const [e, t] = cn(n, Kn), [o4, r] = cn(t, Jn);
  return fr(e, o4, r);
}
function fr(n, e = 0, t = 0) {
  const [o4, r] = cn(n, 36e5), [i4, c3] = cn(r, 6e4), [a4, u4] = cn(c3, 1e3);
  return { hour: o4, minute: i4, second: a4, millisecond: u4, microsecond: e, nanosecond: t };
}
function dr(n) {
  const [e, t] = Dt(n, In);
  return [Number(e), Number(t)];
}
function gc(n) {
  return Number(zo(n, ge));
}
function O(n) {
  return V(n) + BigInt(L(n));
}
function Nc(n) {
  return mr(n) + ar(n);
}
function V(n) {
  return BigInt(q(n)) * F;
}
function mr(n) {
  return 864e5 * q(n);
}
function q(n) {
  return te(n.year, n.month, n.day);
}
function te(n, e = 1, t = 1) {
  const o4 = e - 1;
  return n += Math.floor(o4 / 12), e = pe(o4, 12), Date.UTC(n % 400 - 400, e, 0) / 864e5 + 146097 * (Yn(n, 400) + 1) + t;
}
function vn(n) {
  const [e, t] = Dt(n, F);
  return { ...Ke(Number(e)), ...sr(Number(t)) };
}
function Ke(n) {
  const e = new Date(864e5 * pe(n, 146097));
  return { year: e.getUTCFullYear() + 400 * Math.floor(n / 146097), month: e.getUTCMonth() + 1, day: e.getUTCDate() };
}
function hr(n) {
  return [n, 0];
}
function lr(n, e, t) {
  return { year: n, month: e, day: t };
}
function Pt(n, e) {
  switch (e) {
    case 2:
      return Te(n) ? 29 : 28;
    case 4:
    case 6:
    case 9:
    case 11:
      return 30;
  }
  return 31;
}
function yr(n) {
  return Te(n) ? 366 : 365;
}
function Te(n) {
  return n % 4 == 0 && (n % 100 != 0 || n % 400 == 0);
}
function pr(n, e, t) {
  return n += Yn(t, 12), (e += Ft(t, 12)) < 1 ? (n--, e += 12) : e > 12 && (n++, e -= 12), { year: n, month: e };
}
function gr(n, e, t, o4) {
  return 12 * (t - n) + o4 - e;
}
function Me(n) {
  return pe(te(n.year, n.month, n.day) + 4, 7) || 7;
}
function Nr(n) {
  return te(n.year, n.month, n.day) - te(n.year) + 1;
}
function St(n) {
  let e = n.year, t = Math.floor((Nr(n) - Me(n) + 10) / 7), o4 = At(e);
  return t < 1 ? t = o4 = At(--e) : t > o4 && (t = 1, o4 = At(++e)), { weekOfYear: t, yearOfWeek: e, De: o4 };
}
function At(n) {
  const e = Me({ year: n, month: 1, day: 1 });
  return e === 4 || e === 3 && Te(n) ? 53 : 52;
}
function Ir({ year: n }) {
  return n < 1 ? { era: "bce", eraYear: 1 - n } : { era: "ce", eraYear: n };
}
function kt(n) {
  return vr(n, 1), n;
}
function vr(n, e) {
  const { year: t } = n, o4 = It(n, "month", 1, 12, e);
  return { year: t, month: o4, day: It(n, "day", 1, Pt(t, o4), e) };
}
function C(n, e) {
  return n ? n.de(e) : e;
}
function Tn(n, e, t) {
  return n ? n.L(e, t) : hr(t);
}
function Cc(n, e) {
  return n === 0 ? Ir(e) : n && n.h?.(e) || {};
}
function Mn(n, e, t, o4) {
  return n ? n.fe(e, t, o4) : lr(e, t, o4);
}
function De(n, e) {
  return n ? n.j(e) : 12;
}
function Fe(n, e, t) {
  return n ? n.o(e, t) : Pt(e, t);
}
function bc(n, e) {
  const { year: t, month: o4 } = C(n, e), [r, i4] = Tn(n, t, o4);
  return Go(r, i4);
}
function Tr(n, e) {
  const { year: t, month: o4 } = C(n, e);
  return Fe(n, t, o4);
}
function Mr(n, e) {
  const { year: t } = C(n, e);
  return n ? n.i(t) : yr(t);
}
function Dr(n, e) {
  if (!n) return Nr(e);
  const { year: t } = C(n, e), o4 = Mn(n, t, 1, 1);
  return q(e) - q(o4) + 1;
}
var D = bt.map((n) => n + "s");
var Rc = Tt(D);
var Fr = R(D);
var Pc = D.slice(0, 6);
var Cr = D.slice(6);
var Sc = Cr.slice(1);
var Z = le(D, 0);
var nt = le(Pc, 0);
var Yt = j(Qi, D);
var X = j(Ac, "string");
function Ac(n, e, t = n) {
  return typeof e !== n && b(Sn(t, e)), e;
}
function Or(n, e = "number") {
  return Number.isInteger(n) || p(((t, o4) => `Non-integer ${t}: ${o4}`)(e, n)), n || 0;
}
function et(n) {
  return typeof n == "symbol" && b("Cannot convert Symbol to string"), String(n);
}
function wt(n) {
  if (!isObjectLike(n)) return n;
  const e = n[Symbol.toPrimitive];
  if (e != null) {
    typeof e != "function" && b();
    const t = Reflect.apply(e, n, ["string"]);
    return isObjectLike(t) && b(), t;
  }
  return Date.prototype[Symbol.toPrimitive].call(n, "string");
}
function xt(n, e) {
  return Or(toFiniteNumber(n, e), e);
}
var dn = "smallestUnit";
var kc = { constrain: 0, reject: 1 };
var Yc = { compatible: 0, reject: 1, earlier: 2, later: 3 };
var wc = { reject: 0, use: 1, prefer: 2, ignore: 3 };
var xc = { auto: 0, never: 1, critical: 2, always: 3 };
var Uc = { auto: 0, never: 1, critical: 2 };
var jc = { auto: 0, never: 1 };
var Wc = { floor: 0, halfFloor: 1, ceil: 2, halfCeil: 3, trunc: 4, halfTrunc: 5, expand: 6, halfExpand: 7, halfEven: 8 };
var Lc = [Math.floor, (n) => He(n) ? Math.floor(n) : Math.round(n), Math.ceil, (n) => He(n) ? Math.ceil(n) : Math.round(n), Math.trunc, (n) => He(n) ? Math.trunc(n) || 0 : Math.round(n), (n) => n < 0 ? Math.floor(n) : Math.ceil(n), (n) => Math.sign(n) * Math.round(Math.abs(n)) || 0, (n) => He(n) ? (n = Math.trunc(n) || 0) + n % 2 : Math.round(n)];
var zc = { previous: -1, next: 1 };
function oe(n) {
  const e = n.roundingIncrement;
  if (e === void 0) return 1;
  const t = toIntegerWithTrunc(e, "roundingIncrement");
  return (t < 1 || t > 10 ** 9) && p(Sn("roundingIncrement", t)), t;
}
function Ut(n) {
  let e = n.fractionalSecondDigits;
  if (e !== void 0) {
    if (typeof e != "number") {
      if (et(e) === "auto") return;
      p(Sn("fractionalSecondDigits", e));
    }
    e = U("fractionalSecondDigits", Math.floor(e), 0, 9, 1);
  }
  return e;
}
function jt(n, e, t = 0, o4) {
  let r = e[n];
  if (r === void 0) return o4 ? t : void 0;
  if (r = et(r), r === "auto") return o4 ? t : null;
  let i4 = Ct[r];
  return i4 === void 0 && (i4 = D.indexOf(r)), i4 < 0 && p(wo(n, r, Ct)), i4;
}
function Dn(n, e, t, o4 = 0) {
  const r = t[n];
  if (r === void 0) return o4;
  const i4 = et(r), c3 = e[i4];
  return c3 === void 0 && p(wo(n, i4, e)), c3;
}
var re = j(jt, dn);
var Zr = j(jt, "largestUnit");
var $c = j(jt, "unit");
var Br = j(Dn, "overflow", kc);
var Rr = j(Dn, "disambiguation", Yc);
var _c = j(Dn, "offset", wc);
var Wt = j(Dn, "calendarName", xc);
var qc = j(Dn, "timeZoneName", Uc);
var Hc = j(Dn, "offset", jc);
var Fn = j(Dn, "roundingMode", Wc);
var Gc = j(Dn, "direction", zc);
function ie(n, e) {
  return typeof n == "string" ? ((t, o4) => {
    const r = /* @__PURE__ */ Object.create(null);
    return r[t] = o4, r;
  })(e, n) : requireObjectLike(n);
}
function Ce(n, e, t, o4) {
  const r = o4 ? fn : $[e + 1];
  if (r) {
    const i4 = n * $[e];
    (r % i4 || !o4 && i4 === r) && p(Sn("roundingIncrement", n));
  } else !t && n > 1 && p(Sn("roundingIncrement", n));
  return n;
}
function ce(n, e, t, o4) {
  return e != null && U(n, e, t, o4, 1, bt), e;
}
function Jc(n, e) {
  return typeof e == "string" || e && (e.roundingMode || e.roundingIncrement !== void 0) ? ((t, o4, r, i4 = 7) => {
    let c3 = oe(o4 = ie(o4, "roundingMode"));
    const a4 = Fn(o4, i4);
    return c3 = Ce(c3, t, r), [c3, a4];
  })(n, e, 1, 4) : [1, void 0];
}
function Kc(n, e, t) {
  let o4 = oe(e = Sr(e));
  const r = Fn(e, 7);
  return o4 = Ce(o4, n, void 0, t), [o4, r];
}
function Sr(n) {
  return n === void 0 ? /* @__PURE__ */ Object.create(null) : ie(n, "roundingMode");
}
function v(n, e) {
  return Q(Ot, n, Q(W, e));
}
var tt = BigInt(1e8) * F;
var Lt = BigInt(-1e8) * F;
var zt = Lt - F;
function k(n, e = 1) {
  const t = V(n);
  return (t < (e ? zt : Lt) || t > tt) && p(on), n;
}
function jn(n) {
  return Wn(O(n)), n;
}
function Wn(n) {
  return (n <= zt || n >= tt + F) && p(on), n;
}
function tn(n) {
  return (n < Lt || n > tt) && p(on), n;
}
function $t(n, e) {
  return tn(V(n) + BigInt(L(n) - e));
}
function Ln(n, e, t) {
  return rt(n / e, t) * e || 0;
}
function rt(n, e) {
  return Lc[e](n);
}
function it(n, e, t, o4) {
  const r = qt(n, e, o4, t);
  return Yr(r, Number(t - r.N) / Number(r.te - r.N));
}
function _t(n, e, t, o4, r, i4) {
  return Ar(qt(Yn(n, r) * r, r * e, o4, t), t, r, i4);
}
function Ar(n, e, t, o4) {
  return Ln(Yr(n, Ht(e, n.N, n.te)), t, o4);
}
function qt(n, e, t, o4) {
  let r = kr(n, e, t);
  return ((i4, c3, a4, u4) => u4 > 0 ? c3 <= i4 && i4 <= a4 : a4 <= i4 && i4 <= c3)(o4, r.N, r.te, Math.sign(e)) || (r = kr(n + e, e, t)), r;
}
function kr(n, e, t) {
  const o4 = n + e;
  return { ve: n, pe: o4, N: t(n), te: t(o4) };
}
function Yr(n, e) {
  return n.ve + e * (n.pe - n.ve);
}
function Ht(n, e, t) {
  const o4 = t - e, r = n - e;
  if (!r) return 0;
  const i4 = r < 0n ? -r : r, c3 = o4 < 0n ? -o4 : o4, a4 = _(r, 0n) === _(o4, 0n) ? 1 : -1;
  return _(i4, c3) <= 0 ? i4 === c3 ? a4 : $o(_(2n * i4, c3), a4) : Number(r) / Number(o4);
}
function be(n) {
  return { epochNanoseconds: n };
}
function an(n, e, t) {
  return { calendar: t, timeZone: e, epochNanoseconds: n };
}
function Gt(n, e) {
  return Q(W, n, un(n, e));
}
function un(n, e) {
  return Q(Ot, n, { calendar: e });
}
function Vt(n) {
  return Q(W, n);
}
function oa(n, e) {
  const { calendar: t, timeZone: o4 } = e;
  return hn(o4, n(t, B(e)));
}
function ra(n, e, t) {
  const { calendar: o4, timeZone: r } = e, i4 = B(e), [c3, a4] = n(o4, i4);
  return Lr(e.epochNanoseconds, hn(r, c3), hn(r, a4), t);
}
function xr(n, e, t, o4) {
  if (e === 0 && t === 1) return n.epochNanoseconds;
  const r = B(n);
  return $r(n.timeZone, Ur(r, e, t, o4), r.offsetNanoseconds);
}
function Ur(n, e, t, o4) {
  return jr(n, Ee(e, t), o4, $[e + 1]);
}
function ca(n, e, t, o4) {
  return Xt(n, Ee(e, t), o4, $[e + 1]);
}
function jr(n, e, t, o4) {
  const [r, i4] = Xt(n, e, t, o4), c3 = v(P(n, i4), r);
  return jn(c3), c3;
}
function Xt(n, e, t, o4 = fn) {
  const r = L(n), i4 = r % o4;
  return Rt(r - i4 + Ln(i4, e, t));
}
function Lr(n, e, t, o4) {
  return rt(Ht(n < t ? n : t - 1n, e, t), o4) ? t : e;
}
function Oe(n) {
  return Ln(n, Qn, 7);
}
function ae(n, e, t) {
  return zr(n, e, t, n / e % 2n);
}
function Jt(n, e, t) {
  const [o4, r] = Dt(n, F), i4 = o4 * F;
  return i4 + zr(r, e, t, i4 / e + r / e & 1n);
}
function zr(n, e, t, o4) {
  const r = n / e, i4 = n % e;
  let c3 = 0;
  i4 && (c3 = $o(_(2n * (i4 < 0n ? -i4 : i4), e), Math.sign(Number(i4))));
  const a4 = rt(Number(o4) + c3, t);
  return (r - o4 + BigInt(a4)) * e;
}
function Ee(n, e) {
  return $[n] * e;
}
function ue(n, e) {
  return BigInt($[n]) * BigInt(e);
}
var B = kn(fa, WeakMap);
function fa(n) {
  const { epochNanoseconds: e, timeZone: t } = n, o4 = t.B(e);
  return { ...vn(e + BigInt(o4)), offsetNanoseconds: o4 };
}
function $r(n, e, t) {
  return Ze(n, e, t, 2, 0);
}
function Ze(n, e, t, o4 = 0, r = 0, i4, c3) {
  if (c3 || t !== void 0 && o4 === 1) return $t(e, t || 0);
  const a4 = n.O(e);
  if (t !== void 0 && o4 !== 3) {
    k(e, 0);
    const u4 = ((s3, f4, m3, d5) => {
      const h2 = O(f4);
      d5 && (m3 = Oe(m3));
      for (const g3 of s3) {
        let y4 = Number(h2 - g3);
        if (d5 && (y4 = Oe(y4)), y4 === m3) return g3;
      }
    })(a4, e, t, i4);
    if (u4 !== void 0) return u4;
    o4 === 0 && p("Invalid TimeZone offset");
  }
  return mn(n, e, r, a4);
}
function mn(n, e, t = 0, o4 = n.O(e)) {
  if (o4.length === 1) return o4[0];
  if (t === 1 && p("Ambiguous offset"), o4.length) return o4[t === 3 ? 1 : 0];
  const r = O(e), i4 = ((a4, u4) => {
    const s3 = a4.B(u4 - F);
    return ((f4) => (f4 > fn && p("Out-of-bounds TimeZone gap"), f4))(a4.B(u4 + F) - s3);
  })(n, r), c3 = vn(r + BigInt(i4 * (t === 2 ? -1 : 1)));
  return (o4 = n.O(c3))[t === 2 ? 0 : o4.length - 1];
}
function hn(n, e) {
  const t = n.O(e);
  if (t.length) return t[0];
  const o4 = O(e) - F;
  return n.C(o4, 1);
}
function ma(n, e, t, o4, r) {
  const i4 = k(ln(n, e));
  return ln(n, t || o4 ? k(Be(n, i4, t, o4, r)) : i4);
}
function ha(n, e) {
  const [t, o4] = to(n, e);
  return jn(v(P(n, o4), t));
}
function zn(n, e, t, o4 = 0) {
  let { years: r, months: i4, weeks: c3, days: a4 } = t, u4;
  if (a4 += Number(_n(t) / F), r || i4) u4 = Be(n, e, r, i4, o4);
  else {
    if (!c3 && !a4) return e;
    u4 = e;
  }
  return (c3 || a4) && (u4 = P(u4, 7 * c3 + a4)), k(u4);
}
function ln(n, e) {
  return P(e, 1 - C(n, e).day);
}
function Be(n, e, t, o4, r) {
  const i4 = C(n, e);
  let { year: c3, month: a4, day: u4 } = i4;
  if (t) {
    const [s3, f4] = Tn(n, c3, a4);
    c3 += t, a4 = eo(n, s3, f4, n ? n.p(c3) : void 0, r), a4 = U("month", a4, 1, De(n, c3), r);
  }
  return o4 && ({ year: c3, month: a4 } = no(n, c3, a4, o4)), u4 = U("day", u4, 1, Fe(n, c3, a4), r), Mn(n, c3, a4, u4);
}
function no(n, e, t, o4) {
  return n ? n.ae(e, t, o4) : pr(e, t, o4);
}
function eo(n, e, t, o4, r) {
  if (t) {
    const i4 = n ? n.l : void 0;
    if (o4 !== void 0 && (i4 < 0 || o4 === e + 1)) return o4;
    if (r === 1 && p(An), i4 < 0) return -i4;
  }
  return Ge(e, 0, o4);
}
function to(n, e) {
  const t = Number(e / F), o4 = Number(e % F), [r, i4] = Rt(L(n) + o4);
  return [r, t + i4];
}
function qr(n, e) {
  return tn(n + e);
}
function P(n, e) {
  return e ? Ke(q(n) + e) : n;
}
function ya(n, e) {
  return en(n) !== en(e) && p("Mismatching Calendars"), n;
}
function Hr(n, e) {
  return n.m !== e.m && p("Mismatching TimeZones"), n;
}
function oo(n, e, t, o4, r) {
  return r < 6 ? { ...Z, ...On(o4.epochNanoseconds - t.epochNanoseconds, r) } : ((i4, c3, a4) => {
    const u4 = _(a4.epochNanoseconds, c3.epochNanoseconds);
    if (!u4) return Z;
    if (!Pe(B(c3), B(a4))) return { ...Z, ...On(a4.epochNanoseconds - c3.epochNanoseconds, 5) };
    const [s3, f4, m3] = Jr(i4, c3, a4, u4);
    return { ...(d5 = s3, h2 = f4, Re(e, d5, h2, r)), ...dt(m3) };
    var d5, h2;
  })(n, t, o4);
}
function Vr(n, e, t, o4) {
  const r = O(e), i4 = O(t), c3 = _(i4, r);
  return c3 ? o4 <= 6 ? { ...Z, ...On(i4 - r, o4) } : Xr(n, e, t, c3, o4) : Z;
}
function Xr(n, e, t, o4, r) {
  let i4 = t, c3 = L(t) - L(e);
  return Math.sign(c3) === -o4 && (i4 = P(t, -o4), c3 += fn * o4), { ...Re(n, e, i4, r), ...dt(c3) };
}
function Jr(n, e, t, o4) {
  const r = B(e), i4 = B(t), c3 = t.epochNanoseconds;
  let a4 = 0;
  const u4 = L(i4) - L(r);
  Math.sign(u4) === -o4 && a4++;
  const s3 = o4 > 0 ? 2 : 1;
  for (; ; a4++) {
    const f4 = P(i4, a4 * -o4), m3 = mn(n, v(f4, r));
    if (a4 === s3 || _(c3, m3) !== -o4) return [r, f4, Number(c3 - m3)];
  }
}
function Re(n, e, t, o4) {
  if (o4 <= 7) return ((y4, l3, I2) => {
    const N2 = ro(l3, I2);
    return y4 ? { ...Z, weeks: Yn(N2, 7), days: Ft(N2, 7) } : { ...Z, days: N2 };
  })(o4 === 7, e, t);
  const r = C(n, e), i4 = C(n, t);
  if (o4 === 8) {
    const { year: y4, month: l3, day: I2 } = r, { year: N2, month: T2, day: M3 } = i4, Y2 = Math.sign(rn(N2, y4) || rn(T2, l3) || ro(e, t));
    let w = 0, K2 = 0;
    if (Y2) {
      w = n ? n.ee(y4, l3, N2, T2) : gr(y4, l3, N2, T2);
      let H = Be(n, e, 0, w, 0);
      Y2 * rn(I2, M3) > 0 && (w -= Y2, H = Be(n, e, 0, w, 0)), K2 = ro(H, t);
    }
    return { ...Z, months: w, days: K2 };
  }
  const { year: c3, month: a4, day: u4 } = r;
  let { year: s3, month: f4, day: m3 } = i4, d5 = s3 - c3, h2 = f4 - a4, g3 = m3 - u4;
  if (d5 || h2) {
    const y4 = Math.sign(d5 || h2);
    let l3 = Fe(n, s3, f4), I2 = 0;
    if (Math.sign(m3 - u4) === -y4) {
      const N2 = l3;
      ({ year: s3, month: f4 } = no(n, s3, f4, -y4)), d5 = s3 - c3, h2 = f4 - a4, l3 = Fe(n, s3, f4), I2 = y4 < 0 ? -N2 : l3;
    }
    if (g3 = m3 - Math.min(u4, l3) + I2, d5) {
      const [N2, T2] = Tn(n, c3, a4), [M3, Y2] = Tn(n, s3, f4), w = n ? n.l : void 0;
      if (h2 = w !== void 0 && T2 && !Y2 && (w < 0 ? y4 > 0 && M3 === -w : y4 < 0 && M3 === N2) ? 0 : M3 - N2 || Number(Y2) - Number(T2), Math.sign(h2) === -y4) {
        const K2 = y4 < 0 && -De(n, s3);
        s3 -= y4, d5 = s3 - c3, h2 = f4 - eo(n, N2, T2, n ? n.p(s3) : void 0, 0) + (K2 || De(n, s3));
      } else if (n) {
        const K2 = eo(n, N2, T2, n.p(s3), 0);
        h2 = n.ee(s3, K2, s3, f4);
      }
    }
  }
  return { ...Z, years: d5, months: h2, days: g3 };
}
function Pe(n, e) {
  return rn(n.year, e.year) || rn(n.month, e.month) || rn(n.day, e.day);
}
function ro(n, e) {
  return q(e) - q(n);
}
function Se(n, e) {
  return ri(e) ? n.X(e) : n.ne;
}
function io(n, e, t) {
  const o4 = B(t);
  return { ne: t.epochNanoseconds, X: (r) => mn(e, v(zn(n, o4, r), o4)) };
}
function ut(n, e) {
  return { ne: V(e), X: (t) => V(zn(n, e, t)) };
}
function co(n, e, t) {
  const o4 = {};
  for (let r = e; r >= 0; r--) {
    const i4 = $[r];
    o4[t[r]] = Yn(n, i4), n = Ft(n, i4);
  }
  return o4;
}
var Ma = 2 ** 53;
function ft(n) {
  const e = {};
  for (const t of D) e[t] = -1 * n[t] || 0;
  return e;
}
function bn(n, e = D) {
  let t = 0;
  for (const o4 of e) {
    const r = Math.sign(n[o4]);
    r && (t && t !== r && p("Cannot mix duration signs"), t = r);
  }
  return t;
}
function ei(n, e) {
  return U(n, e, -4294967295, 4294967295, 1);
}
function ti(n) {
  Number.isSafeInteger(n) || p("Out-of-bounds duration");
}
function _n(n) {
  return BigInt(n.hours) * Jo + BigInt(n.minutes) * Xo + oi(n);
}
function oi(n) {
  return BigInt(n.seconds) * In + BigInt(n.milliseconds) * ge + BigInt(n.microseconds) * Vo + BigInt(n.nanoseconds);
}
function On(n, e = 6) {
  const t = Number(n / F), o4 = Number(n % F), r = $[e], i4 = e <= 3 ? Number(n / BigInt(r)) : t * (fn / r) + Yn(o4, r);
  Number.isFinite(i4) || p(on), e <= 3 && Math.abs(i4) / (Nn / $[e]) >= Ma && p(on);
  const c3 = co(o4, e, D);
  return c3[D[e]] = i4, c3;
}
function dt(n, e = 5) {
  return co(n, e, D);
}
function ri(n) {
  return !!bn(n, Cr);
}
function ii(n, e) {
  return ke(n, e) || uo(n, e);
}
function ke(n, e) {
  return rn(q(n), q(e));
}
function uo(n, e) {
  return rn(L(n), L(e));
}
function Za(n, e) {
  return !ii(n, e) && n.calendar === e.calendar;
}
var Aa = /^([+-])([01]\d|2[0-3])(?:(:?)([0-5]\d)(?:\3([0-5]\d)(?:[.,](\d{1,9}))?)?)?$/;
function fo(n) {
  const e = ui(n);
  return e === void 0 && p(Nt(n)), e;
}
function ui(n, e) {
  const t = Aa.exec(n);
  if (t) return e && t[5] && p(Nt(n)), /* @__PURE__ */ ((o4) => o4 && o4 !== "+" ? -1 : 1)(t[1]) * (parseInt(t[2]) * ne + G(t[4]) * Qn + G(t[5]) * Nn + ye(t[6] || ""));
}
var J = { era: et, month: toPositiveIntegerWithTruncation, monthCode(n, e) {
  return X(wt(n), e);
}, day: toPositiveIntegerWithTruncation };
var mo = le(W, toIntegerWithTrunc);
var si = le(D, xt);
var ho = Object.assign({}, J, mo);
var lo = { offset(n) {
  return fo(X(wt(n)));
}, ...ho };
function se(n) {
  return n === void 0 ? 0 : Br(requireObjectLike(n));
}
function ka(n) {
  return Rr(normalizeOptions(n));
}
function po(n, e = A, t) {
  const o4 = v(n, e);
  return jn(o4), Gt(o4, t);
}
var fe = Intl.DateTimeFormat;
function hi(n, e) {
  e < -864e13 && p(on);
  const t = n.formatToParts(e), o4 = {};
  for (const r of t) o4[r.type] = r.value;
  return o4;
}
var xa = { El_Aaiun: 16, Tucuman: 12, Tirane: 11, Riga: 10, Simferopol: 9, Vienna: 9, Tunis: 8, Boa_Vista: 6, Fortaleza: 6, Maceio: 6, Noronha: 6, Recife: 6, Gaza: 6, Hebron: 6, DeNoronha: 6 };
var lt = -4e9;
function li(n, e = 4) {
  const t = Ut(n), o4 = Fn(n, 4), r = re(n);
  return [o4, ...vo(ce(dn, r, 0, e), t)];
}
function Io(n) {
  return Wt(normalizeOptions(n));
}
function yi(n, e) {
  return li(normalizeOptions(n), e);
}
function vo(n, e) {
  return n != null ? [$[n], n < 4 ? 9 - 3 * n : -1] : [e === void 0 ? 1 : 10 ** (9 - e), e];
}
function ja(n) {
  return de(vn(n.epochNanoseconds), void 0) + "Z";
}
function La(n) {
  const e = n.calendar, t = n.timeZone, o4 = t.B(n.epochNanoseconds);
  return de(vn(n.epochNanoseconds + BigInt(o4)), void 0) + xe(Oe(o4)) + vi(t.id, 0) + (e === S ? "" : Gn(en(e), 0));
}
function za(n, e) {
  const t = ((o4) => (o4 = normalizeOptions(o4), [Wt(o4), ...li(o4)]))(e);
  return ((o4, r, i4, c3, a4, u4) => de(jr(r, a4, c3), u4) + Do(o4, i4))(n.calendar, n, ...t);
}
function $a(n) {
  const e = n.calendar;
  return de(n, void 0) + (e === S ? "" : Gn(en(e), 0));
}
function _a(n, e) {
  return t = n.calendar, o4 = n, r = Io(e), Hn(o4) + Do(t, r);
  var t, o4, r;
}
function qa(n) {
  return Hn(n) + (n.calendar === S ? "" : Gn(en(n.calendar), 0));
}
function Ga(n) {
  const e = n.calendar;
  return e !== S ? Hn(n) + Gn(en(e), 0) : To(n);
}
function Xa(n) {
  const e = n.calendar;
  return e !== S ? Hn(n) + Gn(en(e), 0) : Ii(n);
}
function Ja(n, e) {
  return ((t, o4, r, i4) => Mo(Xt(t, r, o4)[0], i4))(n, ...yi(e));
}
function Ka(n) {
  return Mo(n, void 0);
}
function nu(n) {
  return gi(n, void 0);
}
function gi(n, e) {
  const { sign: t } = n, o4 = t === -1 ? ft(n) : n, { hours: r, minutes: i4 } = o4, c3 = oi(o4), a4 = Number(c3 / In), u4 = Number(c3 % In);
  ti(a4);
  const s3 = Fo(u4, e), f4 = e >= 0 || !t || s3;
  return (t < 0 ? "-" : "") + "P" + Ni({ Y: qn(o4.years), M: qn(o4.months), W: qn(o4.weeks), D: qn(o4.days) }) + (r || i4 || a4 || f4 ? "T" + Ni({ H: qn(r), M: qn(i4), S: qn(a4, f4) + s3 }) : "");
}
function Ni(n) {
  const e = [];
  for (const t in n) {
    const o4 = n[t];
    o4 && e.push(o4, t);
  }
  return e.join("");
}
function qn(n, e) {
  if (!n && !e) return "";
  const t = /* @__PURE__ */ Object.create(null);
  return t.useGrouping = 0, n.toLocaleString("fullwide", t);
}
function de(n, e) {
  return Hn(n) + "T" + Mo(n, e);
}
function Hn(n) {
  return To(n) + "-" + nn(n.day);
}
function To(n) {
  const { year: e } = n;
  return (e < 0 || e > 9999 ? Ti(e) + qe(6, Math.abs(e)) : qe(4, e)) + "-" + nn(n.month);
}
function Ii(n) {
  return nn(n.month) + "-" + nn(n.day);
}
function Mo(n, e) {
  const t = [nn(n.hour), nn(n.minute)];
  return e !== -1 && t.push(nn(n.second) + ((o4, r, i4, c3) => Fo(o4 * Kn + r * Jn + i4, c3))(n.millisecond, n.microsecond, n.nanosecond, e)), t.join(":");
}
function xe(n, e = 0) {
  if (e === 1) return "";
  const [t, o4] = cn(Math.abs(n), ne), [r, i4] = cn(o4, Qn), [c3, a4] = cn(i4, Nn);
  return Ti(n) + nn(t) + ":" + nn(r) + (c3 || a4 ? ":" + nn(c3) + Fo(a4) : "");
}
function vi(n, e) {
  return e !== 1 ? "[" + (e === 2 ? "!" : "") + n + "]" : "";
}
function Do(n, e) {
  return e > 1 || e === 0 && n !== S ? Gn(en(n), e === 2) : "";
}
function Gn(n, e) {
  return "[" + (e ? "!" : "") + "u-ca=" + n + "]";
}
var eu = /0+$/;
function Fo(n, e) {
  let t = qe(9, n);
  return t = e === void 0 ? t.replace(eu, "") : t.slice(0, e), t ? "." + t : "";
}
function Ti(n) {
  return n < 0 ? "-" : "+";
}
var tu = /^(AC|AE|AG|AR|AS|BE|BS|CA|CN|CS|CT|EA|EC|IE|IS|JS|MI|NE|NS|PL|PN|PR|PS|SS|VS)T$/;
var ou = /[^\w\/:+-]+/;
function ru(n) {
  return Co(X(n));
}
function Co(n) {
  return Mi(n).id;
}
var Mi = kn((n) => {
  const e = n.toUpperCase(), t = ((r) => {
    const i4 = ui(r, 1);
    if (i4 !== void 0) return { id: xe(i4), Z: i4, m: i4 };
  })(e);
  if (t) return { kind: "fixed", ...t };
  const o4 = e === "UTC" ? "UTC" : ((r) => (ou.test(r) && p(xo(r)), tu.test(r) && p("Forbidden ICU TimeZone"), r.toLowerCase().split("/").map((i4, c3) => (i4.length <= 3 || /\d/.test(i4)) && !/etc|yap/.test(i4) ? i4.toUpperCase() : i4.replace(/baja|dumont|[a-z]+/g, (a4, u4) => a4.length <= 2 && !c3 || a4 === "in" || a4 === "chat" ? a4.toUpperCase() : a4.length > 2 || !u4 ? Lo(a4).replace(/island|noronha|murdo|rivadavia|urville/, Lo) : a4)).join("/")))(n);
  return iu(o4);
});
var iu = kn((n) => {
  if (n === "UTC") return { kind: "utc", id: n, m: n };
  const e = (t = n.toUpperCase(), new fe("en-u-hc-h23", { calendar: "iso8601", timeZone: t, era: "short", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" }));
  var t;
  return { kind: "named", id: n, format: e, m: e.resolvedOptions().timeZone };
});
function Ue(n) {
  const e = Mi(n);
  return cu(e.id, e);
}
var cu = kn((n, e) => e.kind === "named" ? new uu(n, e.m, e.format) : new au(n, e.m, e.kind === "fixed" ? e.Z : 0));
var au = class {
  constructor(e, t, o4) {
    this.id = e, this.m = t, this.Z = o4;
  }
  B() {
    return this.Z;
  }
  O(e) {
    return [$t(e, this.Z)];
  }
  C() {
  }
};
var uu = class {
  constructor(e, t, o4) {
    this.id = e, this.m = t, this.me = ((r, i4) => {
      const c3 = kn(r), a4 = kn(su), u4 = 86400 * i4;
      function s3(d5) {
        const [h2, g3] = Di(d5, u4), y4 = yt(h2), l3 = yt(g3), I2 = c3(y4), N2 = c3(l3);
        return I2 === N2 ? I2 : m3(a4(y4, l3), I2, N2, d5);
      }
      function f4(d5, h2, g3, y4 = d5) {
        let [l3, I2] = Di(d5, u4);
        const N2 = u4 * h2, T2 = () => h2 < 0 ? I2 > g3 : l3 < g3;
        for (; T2(); ) {
          const M3 = yt(l3), Y2 = yt(I2), w = c3(M3), K2 = c3(Y2);
          if (w !== K2) {
            const H = a4(M3, Y2);
            m3(H, w, K2);
            const x2 = H[0];
            if ((rn(x2, y4) || 1) === h2) return x2;
          }
          l3 += N2, I2 += N2;
        }
      }
      function m3(d5, h2, g3, y4) {
        let l3, I2;
        for (; (y4 === void 0 || (l3 = y4 < d5[0] ? h2 : y4 >= d5[1] ? g3 : void 0) === void 0) && (I2 = d5[1] - d5[0]); ) {
          const N2 = d5[0] + Math.floor(I2 / 2);
          r(N2) === g3 ? d5[1] = N2 : d5[0] = N2 + 1;
        }
        return l3;
      }
      return { Ae(d5) {
        const h2 = s3(d5 - 86400), g3 = s3(d5 + 86400), y4 = d5 - h2, l3 = d5 - g3;
        if (h2 === g3) return [y4];
        const I2 = s3(y4);
        return I2 === s3(l3) ? [d5 - I2] : h2 > g3 ? [y4, l3] : [];
      }, ze: s3, C(d5, h2) {
        if (!(h2 > 0 && d5 >= 864e10)) return h2 < 0 ? d5 <= lt ? void 0 : d5 > 4e9 ? f4(d5, -1, d5 - 94867200) ?? f4(4e9, -1, lt) : f4(d5, -1, lt) : f4(Math.max(d5, lt) - 1, 1, Math.max(d5, Math.floor(Date.now() / 1e3)) + 94867200, d5);
      } };
    })(/* @__PURE__ */ ((r) => (i4) => {
      const c3 = hi(r, 1e3 * i4);
      return 86400 * te(((a4) => {
        const u4 = a4.relatedYear;
        if (u4 !== void 0) return parseInt(u4);
        const s3 = parseInt(a4.year);
        return a4.era !== void 0 && qo(a4.era) === "bce" ? 1 - s3 : s3;
      })(c3), parseInt(c3.month), parseInt(c3.day)) + 3600 * parseInt(c3.hour) + 60 * parseInt(c3.minute) + parseInt(c3.second) - i4;
    })(o4), ((r) => {
      const i4 = r.split("/").pop();
      return xa[i4] || 19;
    })(e));
  }
  B(e) {
    return this.me.ze(((t) => dr(t)[0])(e)) * Nn;
  }
  O(e) {
    const t = 86400 * q(e) + Bt(e), o4 = ur(e);
    return this.me.Ae(t).map((r) => tn(BigInt(r) * In + BigInt(o4)));
  }
  C(e, t) {
    const [o4, r] = dr(e), i4 = this.me.C(o4 + (t > 0 || r ? 1 : 0), t);
    if (i4 !== void 0) return BigInt(i4) * In;
  }
};
function su(n, e) {
  return [n, e];
}
function Di(n, e) {
  const t = Math.floor(n / e) * e;
  return [t, t + e];
}
function yt(n) {
  return _e(n, -1e10, 864e10);
}
function gn(n) {
  p(Nt(n));
}
function Cu(n) {
  const e = Bn(n = X(n)) || Oi(n);
  return (!e || !e.qe || e.I || Oo(n) || Eo(n)) && gn(n), Vt(e);
}
function Ci(n, e = "") {
  return `([01]\\d|2[0-3])(?:(:?)([0-5]\\d)(?:\\${n}([0-5]\\d${e})(?:[.,](\\d{1,9}))?)?)?`;
}
var Zu = "((?!-0{6})[+-]\\d{6}|\\d{4})(-?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])(?:[Tt ]" + Ci(6, "|60") + "(?:([Zz])|(([+-])" + Ci(14) + "))?)?";
var Bu = Mt("((?!-0{6})[+-]\\d{6}|\\d{4})-?(0[1-9]|1[0-2])(?:\\[!?([+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?|[a-zA-Z._][\\w.+-]*(?:/[a-zA-Z._][\\w.+-]*)*)\\])?((?:\\[!?[a-z_][a-z\\d_-]*=[a-zA-Z\\d]+(?:-[a-zA-Z\\d]+)*\\])*)");
var Ru = Mt("(?:--)?(0[1-9]|1[0-2])-?(0[1-9]|[12]\\d|3[01])(?:\\[!?([+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?|[a-zA-Z._][\\w.+-]*(?:/[a-zA-Z._][\\w.+-]*)*)\\])?((?:\\[!?[a-z_][a-z\\d_-]*=[a-zA-Z\\d]+(?:-[a-zA-Z\\d]+)*\\])*)");
var Pu = Mt(Zu + "(?:\\[!?([+-](?:[01]\\d|2[0-3])(?::?[0-5]\\d)?|[a-zA-Z._][\\w.+-]*(?:/[a-zA-Z._][\\w.+-]*)*)\\])?((?:\\[!?[a-z_][a-z\\d_-]*=[a-zA-Z\\d]+(?:-[a-zA-Z\\d]+)*\\])*)");
var Su = /\[(!?)([^=]+)=([^\]]+)/g;
function Bn(n) {
  const e = Pu.exec(n);
  if (!e) return;
  const t = ((o4) => ({ year: parseInt(o4[1]), month: parseInt(o4[3]), day: parseInt(o4[4]), ...Rt(ye(o4[9] || ""))[0], hour: G(o4[5]), minute: G(o4[7]), second: Math.min(G(o4[8]), 59), ...Zo(o4[18], o4[19]), qe: !!o4[5], I: !!o4[10], offset: o4[11] }))(e);
  return kt(t);
}
function Oo(n) {
  const e = Bu.exec(n);
  return e ? bi(((t) => ({ year: parseInt(t[1]), month: parseInt(t[2]), day: 1, ...Zo(t[3], t[4]) }))(e)) : void 0;
}
function Eo(n) {
  const e = Ru.exec(n);
  if (e) {
    const o4 = ((r) => ({ year: 1972, month: parseInt(r[1]), day: parseInt(r[2]), ...Zo(r[3], r[4]) }))(e);
    if (Wo(Ot, t = o4, vr(t))) return bi(o4);
  }
  var t;
}
function bi(n) {
  return n.calendarId !== "iso8601" && gn(n.calendarId), n;
}
function Oi(n) {
  const e = Bn(n.replace(/^t?/i, "0000-01-01T"));
  return e && !e.I ? e : void 0;
}
function Zo(n, e) {
  let t;
  const o4 = [];
  return e.replace(Su, (r, i4, c3, a4) => (c3 === "u-ca" ? (o4.push(a4.toLowerCase()), t || (t = i4)) : i4 && gn(r), "")), o4.length > 1 && t && gn(e), { timeZoneId: n, calendarId: o4[0] || "iso8601" };
}
function qu(n, e, t) {
  return an(n.epochNanoseconds, e, t);
}
function Gu(n) {
  return Gt(B(n), n.calendar);
}
function Vu(n) {
  return un(B(n), n.calendar);
}
function Xu(n) {
  return Vt(B(n));
}
function Ju(n, e, t) {
  return an(tn(mn(e, n, t)), e, n.calendar);
}
function os(n) {
  return be(tn(BigInt(xt(n)) * ge));
}
function is(n) {
  return n.timeZone = "UTC", ["full", "long"].includes(n.timeStyle) && (n.timeStyle = "medium"), n;
}
function as(n, e, t) {
  const o4 = n.resolvedOptions().calendar;
  !t && e.calendar === S || en(e.calendar) === o4 || p("Mismatching Calendars");
}
function Vn(n, e, t, o4, r) {
  const i4 = new Set(n), c3 = new Set(e), a4 = new Set(t);
  return (u4, s3) => {
    let f4, m3;
    const d5 = {}, h2 = {}, g3 = {};
    let y4 = 0, l3 = 0;
    for (const x2 of Object.keys(u4)) {
      const Xn2 = u4[x2];
      Xn2 === void 0 || a4.has(x2) || (i4.has(x2) ? x2 === "dateStyle" ? f4 = Xn2 : x2 === "timeStyle" ? m3 = Xn2 : d5[x2] = Xn2 : x2 === "era" ? h2[x2] = Xn2 : c3.has(x2) ? x2 === "dateStyle" || x2 === "timeStyle" ? l3 = 1 : y4 = 1 : g3[x2] = Xn2);
    }
    const I2 = f4 !== void 0, N2 = m3 !== void 0, T2 = I2 || N2, M3 = Object.keys(d5).length > 0, Y2 = y4 || l3, w = M3 || I2 || N2, K2 = Object.keys(h2).length > 0;
    (!s3 && Y2 || s3 && Y2 && !w || T2 && (M3 || K2 || y4)) && b("Invalid formatting options");
    const H = {};
    return T2 || w || Object.assign(H, o4), Object.assign(H, d5, h2, g3), I2 && (r ? Object.assign(H, r[f4]) : H.dateStyle = f4), N2 && (H.timeStyle = m3), H;
  };
}
var Bi = { year: "numeric", month: "numeric", day: "numeric" };
var Ri = { hour: "numeric", minute: "numeric", second: "numeric" };
var Ro = Object.assign({}, Bi, Ri);
var Po = ["weekday", "year", "month", "day", "dateStyle"];
var Le = ["dayPeriod", "hour", "minute", "second", "fractionalSecondDigits", "timeStyle"];
var So = Po.concat(Le);
var us = ["weekday", "day"].concat(Le);
var ss = ["weekday", "year"].concat(Le);
var fs = Vn(So, [], [], Ro);
var ds = Vn(So, [], [], { ...Ro, timeZoneName: "short" });
var ms = Vn(So, [], ["timeZoneName"], Ro);
var hs = Vn(Po, Le, ["timeZoneName"], Bi);
var ls = Vn(Le, Po, ["timeZoneName", "era"], Ri);
var ys = Vn(["year", "month", "dateStyle"], us, ["timeZoneName"], { year: "numeric", month: "numeric" }, { full: { year: "numeric", month: "long" }, long: { year: "numeric", month: "long" }, medium: { year: "numeric", month: "short" }, short: { year: "2-digit", month: "numeric" } });
var ps = Vn(["month", "day", "dateStyle"], ss, ["timeZoneName", "era"], { month: "numeric", day: "numeric" }, { full: { month: "long", day: "numeric" }, long: { month: "long", day: "numeric" }, medium: { month: "short", day: "numeric" }, short: { month: "numeric", day: "numeric" } });
function Ns(n) {
  const e = ie(n, "direction"), t = Gc(e, 0);
  return t || p(Sn("direction", t)), t;
}
function Ts(n, e = nc) {
  const t = /* @__PURE__ */ new WeakMap();
  function o4(u4) {
    const s3 = t.get(u4);
    return s3 || b("Invalid calling context"), s3;
  }
  class r {
    constructor(s3, f4 = /* @__PURE__ */ Object.create(null)) {
      const m3 = e(f4), d5 = [], h2 = new Proxy(/* @__PURE__ */ Object.create(null), { get(I2, N2) {
        const T2 = m3[N2];
        return T2 !== void 0 && d5.push(N2), T2;
      } }), g3 = new fe(s3, h2), y4 = g3.resolvedOptions(), l3 = Q(d5, y4);
      t.set(this, { $: n({ t: g3, Ce: y4.locale, F: l3, Ee: m3 }), t: g3 });
    }
    get format() {
      const s3 = o4(this);
      return s3.we || (s3.we = (f4) => {
        const [m3, ...d5] = s3.$.A(f4);
        return m3.format(...d5);
      });
    }
    formatToParts(s3) {
      const { $: f4 } = o4(this), [m3, ...d5] = f4.A(s3);
      return m3.formatToParts(...d5);
    }
    resolvedOptions() {
      return o4(this).t.resolvedOptions();
    }
  }
  const { prototype: i4 } = r;
  function c3(u4, s3) {
    return new r(u4, s3);
  }
  fe.prototype.formatRange && Object.defineProperties(i4, vt({ formatRange(u4, s3) {
    const { $: f4 } = o4(this), [m3, d5, h2] = f4.v(u4, s3);
    return m3.formatRange(d5, h2);
  }, formatRangeToParts(u4, s3) {
    const { $: f4 } = o4(this), [m3, d5, h2] = f4.v(u4, s3);
    return m3.formatRangeToParts(d5, h2);
  } }));
  const a4 = Object.getOwnPropertyDescriptors(fe);
  return a4.prototype.value = i4, Object.defineProperties(c3, a4), i4.constructor = c3, Object.defineProperties(i4, Uo("Intl.DateTimeFormat")), c3;
}
function Si(n, e, t, [o4, r]) {
  let i4 = e - n;
  return r !== void 0 && (i4 = ae(i4, ue(t, o4), r)), Ne(i4, $[t]);
}
function Ms(n, e, t, o4) {
  return Si(O(n), O(e), t, o4);
}
function Ds(n, e, t, [o4, r]) {
  let i4 = L(e) - L(n);
  return r !== void 0 && (i4 = Ln(i4, Ee(t, o4), r)), Ne(BigInt(i4), $[t]);
}
function Cs(n, e, t, o4, r) {
  const i4 = ln(n, e), c3 = ln(n, t);
  return Pe(i4, c3) ? (k(i4), k(c3), Ai(o4, { he: () => Re(n, i4, c3, o4), le: ut(n, i4), ie: V(c3) }, r, 0, o4 === 8)) : 0;
}
function Ai(n, e, [t, o4], r, i4) {
  const { he: c3, le: a4 } = e, u4 = c3();
  let { ie: s3 } = e;
  return bn(u4) ? o4 !== void 0 ? i4 && t === 1 ? u4[D[n]] : ki(n, u4, s3, a4, t, o4) : (r ? s3 = tn(Se(a4, { ...u4, ...nt }) + _n(u4)) : (Wn(a4.ne), Wn(s3)), ki(n, u4, s3, a4, 1, void 0)) : 0;
}
function Os(n, e, t, o4, [r, i4]) {
  const c3 = n === 7 ? 7 : 1, a4 = t.epochNanoseconds, u4 = o4.epochNanoseconds > a4 ? 1 : -1, s3 = B(t);
  let f4 = 0, m3;
  if (Pe(s3, B(o4))) {
    const [l3, I2, N2] = Jr(e, t, o4, u4);
    f4 = q(I2) - q(l3), m3 = N2;
  } else m3 = Number(o4.epochNanoseconds - a4);
  const d5 = (l3) => l3 ? mn(e, v(k(P(s3, l3)), s3)) : a4, h2 = i4 === void 0 ? tn(d5(f4) + BigInt(m3)) : o4.epochNanoseconds, g3 = Math.trunc(f4 / c3), y4 = (l3) => d5(l3 * c3);
  return i4 === void 0 ? it(g3, u4, h2, y4) : _t(g3, u4, h2, y4, r, i4);
}
function ki(n, e, t, o4, r, i4) {
  const c3 = bn(e), a4 = D[n], u4 = (s3) => Se(o4, { ...Z, [a4]: s3 });
  return i4 === void 0 ? it(e[a4], c3, t, u4) : _t(e[a4], c3, t, u4, r, i4);
}
function Es(n, e, t, o4) {
  return P(e, U("dayOfMonth", t, 1, Mr(n, e), o4) - Dr(n, e));
}
function Zs(n, e, t, o4) {
  return P(e, U("day", t, 1, Tr(n, e), o4) - C(n, e).day);
}
function Bs(n, e, t) {
  return P(n, U("dayOfWeek", e, 1, 7, t) - Me(n));
}
function Rs(n, e, t, o4) {
  n !== S && p(Li);
  const { weekOfYear: r, De: i4 } = St(e);
  return P(e, 7 * (U("weekOfYear", t, 1, i4, o4) - r));
}
function Ps(n) {
  return v(n, A);
}
function Yi(n, e) {
  const { year: t } = C(n, e);
  return pt(n, t);
}
function wi(n, e) {
  const { year: t, month: o4 } = C(n, e);
  return pt(n, t, o4);
}
function Ao(n, e) {
  return v(P(e, 1 - Me(e)), A);
}
function Ss(n, e) {
  return xi(n, e)[1];
}
function As(n, e) {
  return Ui(n, e)[1];
}
function ks(n, e) {
  return v(P(Ao(0, e), 7), A);
}
function Ys(n, e) {
  return v(P(e, 1), A);
}
function xi(n, e) {
  return [Yi(n, e), pt(n, C(n, e).year + 1)];
}
function Ui(n, e) {
  const t = wi(n, e), { year: o4, month: r } = C(n, e), { year: i4, month: c3 } = no(n, o4, r, 1);
  return [t, pt(n, i4, c3)];
}
function ws(n, e) {
  const t = Ao(0, e);
  return [t, v(P(t, 7), A)];
}
function xs(n, e, t, o4) {
  return ji(n, e, t, V(t), o4);
}
function pt(n, e, t = 1) {
  return v(Mn(n, e, t, 1), A);
}
function Us(n, e, t, o4) {
  return ji(n, e, t, O(t), o4);
}
function ji(n, e, t, o4, r) {
  const [i4, c3] = n(e, t);
  return rt(Ht(o4, O(i4), O(c3)), r) ? c3 : i4;
}

// node_modules/temporal-polyfill/chunks/apiHelpers.js
var _e2 = "PlainYearMonth";
var Ae = "PlainMonthDay";
var Je = "PlainDate";
var qe2 = "PlainDateTime";
var ze = "PlainTime";
var He2 = "ZonedDateTime";
var Ke2 = "Instant";
var Qe = "Duration";
var Xe2 = "Calendar";
function Se2(e, n, a4, ...r) {
  return Object.defineProperties(n, Ki(e)), Object.defineProperties(n.prototype, Uo("Temporal." + e)), Object.defineProperties(n.prototype, jo((t) => ({ get() {
    return t(a4(this));
  }, configurable: 1 }), Object.assign({}, ...r))), n;
}
var en2 = ec.name !== "noop" || globalThis.process ? ec : (e) => {
  Object.defineProperty(e, "_str_", { value: e.toJSON() });
};
function nn2() {
  b(_i);
}
function an2() {
  b($i);
}
var b2 = { era(e) {
  return Cc(e.calendar, e).era;
}, eraYear(e) {
  return Cc(e.calendar, e).eraYear;
}, year(e) {
  return C(e.calendar, e).year;
}, month(e) {
  return C(e.calendar, e).month;
}, monthCode(e) {
  return bc(e.calendar, e);
} };
var B2 = { era(e) {
  return Cc(e.calendar, e).era;
}, eraYear(e) {
  return Cc(e.calendar, e).eraYear;
}, year(e) {
  return C(e.calendar, e).year;
}, month(e) {
  return C(e.calendar, e).month;
}, monthCode(e) {
  return bc(e.calendar, e);
}, day(e) {
  return C(e.calendar, e).day;
} };
var $2 = { monthCode(e) {
  return bc(e.calendar, e);
}, day(e) {
  return C(e.calendar, e).day;
} };
function y(e) {
  return Tt(Object.keys(e));
}
var gn2 = y(Rc);
var Tn2 = y(uc);
var Fn2 = y(b2);
var Mn2 = y(B2);
var Yn2 = y($2);
var On2 = j(x, 9);
var Cn2 = j(x, 8);
var vn2 = j(L2, 7);
var Un2 = j(L2, 6);
var In2 = j2;
var Zn2 = j(A2, 9);
var Nn2 = j(A2, 8);
var Pn = j(V2, 9);
var Gn2 = j(V2, 8);
var wn2 = j(J2, 9);
var Rn = j(J2, 8);
function kn2(e, n, a4, r) {
  return ya(n.calendar, a4.calendar), j2(e, n, a4, r);
}
function Wn2(e, n, a4, r) {
  return ya(n.calendar, a4.calendar), Ms(n, a4, e, Jc(e, r));
}
function En2(e, n, a4, r) {
  return Ds(n, a4, e, Jc(e, r));
}
function bn2(e, n) {
  return (a4, r, t, o4) => e(a4, n(r), n(t), o4);
}
function j2(e, n, a4, r) {
  return Si(n.epochNanoseconds, a4.epochNanoseconds, e, Jc(e, r));
}
function x(e, n, a4, r) {
  const t = ya(n.calendar, a4.calendar), o4 = Jc(e, r), d5 = Hr(n.timeZone, a4.timeZone);
  return n.epochNanoseconds === a4.epochNanoseconds ? 0 : Ai(e, { he: () => oo(d5, t, n, a4, e), le: io(t, d5, n), ie: a4.epochNanoseconds }, o4, 1);
}
function L2(e, n, a4, r) {
  ya(n.calendar, a4.calendar);
  const t = Jc(e, r), o4 = Hr(n.timeZone, a4.timeZone);
  return n.epochNanoseconds === a4.epochNanoseconds ? 0 : Os(e, o4, n, a4, t);
}
function V2(e, n, a4, r) {
  const t = ya(n.calendar, a4.calendar);
  return q2(e, r, () => Vr(t, n, a4, e), ut(t, n), _2(n, a4));
}
function _2(e, n) {
  return O(n) - BigInt(L(e));
}
function A2(e, n, a4, r) {
  const t = ya(n.calendar, a4.calendar);
  return q2(e, r, () => Re(t, n, a4, e), ut(t, n), V(a4));
}
function J2(e, n, a4, r) {
  const t = ya(n.calendar, a4.calendar);
  return Cs(t, n, a4, e, Jc(e, r));
}
function q2(e, n, a4, r, t) {
  return Ai(e, { he: a4, le: r, ie: t }, Jc(e, n));
}
function Ln2(e) {
  return (n, a4, r) => e(n, -a4, r);
}
function Vn2(e, n, a4, r) {
  const t = se(r);
  return a4 ? Be(e, n, xt(a4), 0, t) : n;
}
function _n2(e, n, a4, r) {
  const t = se(r);
  return a4 ? Be(e, n, 0, xt(a4), t) : n;
}
function An2(e, n, a4, r) {
  const t = se(r);
  return Es(e, n, toIntegerWithTrunc(a4), t);
}
function Jn2(e, n, a4, r) {
  const t = se(r);
  return Zs(e, n, toPositiveIntegerWithTruncation(a4), t);
}
function qn2(e, n, a4, r) {
  const t = se(r);
  return Bs(n, toIntegerWithTrunc(a4), t);
}
function zn2(e, n, a4, r) {
  const t = se(r);
  return Rs(e, n, toIntegerWithTrunc(a4), t);
}

// node_modules/temporal-polyfill/chunks/funcApi.js
var U2 = `${_e2}Record`;
var V3 = `${Ae}Record`;
var X2 = `${Je}Record`;
var _3 = `${qe2}Record`;
var b3 = `${ze}Record`;
var nn3 = `${He2}Record`;
var tn2 = `${Ke2}Record`;
var en3 = `${Qe}Record`;
var rn2 = `${Xe2}Record`;
var l = /* @__PURE__ */ new WeakMap();
var u = /* @__PURE__ */ new WeakMap();
var d2 = /* @__PURE__ */ new WeakMap();
var g = /* @__PURE__ */ new WeakMap();
var f2 = /* @__PURE__ */ new WeakMap();
var P2 = /* @__PURE__ */ new WeakMap();
var D2 = /* @__PURE__ */ new WeakMap();
var p2 = /* @__PURE__ */ new WeakMap();
var R2 = /* @__PURE__ */ new WeakMap();
function M(n) {
  return m(n) || nn2();
}
function m(n) {
  return l.get(n);
}
function an3(n) {
  return T(n) || nn2();
}
function T(n) {
  return u.get(n);
}
function on2(n, t) {
  u.set(n, t);
}
function cn2(n) {
  return o3(n) || nn2();
}
function o3(n) {
  return d2.get(n);
}
function sn(n, t) {
  d2.set(n, t);
}
function ln2(n) {
  return i(n) || nn2();
}
function i(n) {
  return g.get(n);
}
function un2(n, t) {
  g.set(n, t);
}
function dn2(n) {
  return c(n) || nn2();
}
function c(n) {
  return f2.get(n);
}
function gn3(n, t) {
  f2.set(n, t);
}
function fn2(n) {
  return s(n) || nn2();
}
function s(n) {
  return P2.get(n);
}
function Pn2(n, t) {
  P2.set(n, t);
}
function Dn2(n) {
  return C2(n) || nn2();
}
function C2(n) {
  return D2.get(n);
}
function pn(n, t) {
  D2.set(n, t);
}
function Rn2(n) {
  return W2(n) || nn2();
}
function W2(n) {
  return p2.get(n);
}
function mn2(n) {
  return v2(n) || nn2();
}
function v2(n) {
  return R2.get(n);
}
var Bn2 = Se2(rn2, class {
  toJSON() {
    return a(this);
  }
  valueOf() {
    return a(this);
  }
});
function a(n) {
  return M(n).id;
}
function In3(n) {
  const t = M(n).xe;
  return t || p(Hi(a(n), "getExotic or getAny")), t;
}

// node_modules/temporal-polyfill/chunks/funcApi-native.js
var Wn3 = fe;
function k2(n) {
  class t extends Wn3 {
    format(r) {
      return super.format(n(r));
    }
    formatToParts(r) {
      return super.formatToParts(n(r));
    }
    formatRange(r, f4) {
      return super.formatRange(n(r), n(f4));
    }
    formatRangeToParts(r, f4) {
      return super.formatRangeToParts(n(r), n(f4));
    }
  }
  return (e, r) => new t(e, r);
}
var M2 = mn2;
var Fn3 = Se2(en3, class {
  toJSON() {
    return M2(this).toJSON();
  }
  valueOf() {
    return M2(this).valueOf();
  }
}, M2, gn2);
function Z2(n, t) {
  return { ...Sr(t), smallestUnit: n };
}
function g2(n) {
  return typeof n == "string" && n.includes("[") && p(xo(n)), n;
}
function b4(n) {
  if (n !== void 0) return F2(n);
}
function F2(n) {
  return In3(n), a(n);
}
var d3 = fn2;
var Kn2 = Se2(b3, class {
  toJSON() {
    return d3(this).toJSON();
  }
  valueOf() {
    return d3(this).valueOf();
  }
}, d3, Tn2);
function O2(n) {
  const t = Object.create(Kn2.prototype);
  return Pn2(t, n), en2(t), t;
}
function _n3(n) {
  return O2(o.PlainTime.from(n));
}
var it2 = k2(d3);
function ut2(n, t) {
  return d3(n).toString(t);
}
function R3(n, t, e) {
  return ((r, f4) => O2(d3(r).round(f4)))(t, Z2(n, e));
}
var Yt2 = j(R3, "hour");
var gt = j(R3, "minute");
var bt2 = j(R3, "second");
var Nt2 = j(R3, "millisecond");
var wt2 = j(R3, "microsecond");
var i2 = ln2;
var Ut2 = Se2(_3, class {
  get calendarId() {
    return i2(this).calendarId;
  }
  toJSON() {
    return i2(this).toJSON();
  }
  valueOf() {
    return i2(this).valueOf();
  }
}, i2, Mn2, Tn2);
function c2(n) {
  const t = Object.create(Ut2.prototype);
  return un2(t, n), en2(t), t;
}
function ce2(n, t) {
  const e = i2(n), r = i2(t);
  return e.equals(r);
}
var fe2 = k2(i2);
function le2(n, t) {
  return i2(n).toString(t);
}
function he2(n, t, e) {
  return u2(i2(n).toZonedDateTime(g2(t), e));
}
function I(n, t, e) {
  return ((r, f4) => c2(i2(r).round(f4)))(t, Z2(n, e));
}
var ze2 = j(I, "day");
var xe2 = j(I, "hour");
var Ae2 = j(I, "minute");
var Ve2 = j(I, "second");
var Ke3 = j(I, "millisecond");
var Qe2 = j(I, "microsecond");
var D3 = Rn2;
var Nr2 = Se2(V3, class {
  get calendarId() {
    return D3(this).calendarId;
  }
  toJSON() {
    return D3(this).toJSON();
  }
  valueOf() {
    return D3(this).valueOf();
  }
}, D3, Yn2);
var Wr = k2(D3);
var m2 = Dn2;
var Br2 = Se2(U2, class {
  get calendarId() {
    return m2(this).calendarId;
  }
  toJSON() {
    return m2(this).toJSON();
  }
  valueOf() {
    return m2(this).valueOf();
  }
}, m2, Fn2);
var Xr2 = k2(m2);
var s2 = dn2;
var mo2 = Se2(X2, class {
  get calendarId() {
    return s2(this).calendarId;
  }
  toJSON() {
    return s2(this).toJSON();
  }
  valueOf() {
    return s2(this).valueOf();
  }
}, s2, Mn2);
function h(n) {
  const t = Object.create(mo2.prototype);
  return gn3(t, n), en2(t), t;
}
function ho2(n, t, e, r) {
  return h(new o.PlainDate(n, t, e, b4(r)));
}
function To2(n) {
  return s2(n).dayOfWeek;
}
var Ro2 = k2(s2);
function Lo2(n, t) {
  return s2(n).toString(t);
}
function qo2(n, t) {
  const e = s2(n), r = t === void 0 ? void 0 : d3(t);
  return c2(e.toPlainDateTime(r));
}
function Ko2(n, t) {
  return h(s2(n).add({ days: t }));
}
var a2 = cn2;
var ma2 = Se2(nn3, class {
  get calendarId() {
    return a2(this).calendarId;
  }
  get timeZoneId() {
    return a2(this).timeZoneId;
  }
  get epochMilliseconds() {
    return a2(this).epochMilliseconds;
  }
  get epochNanoseconds() {
    return a2(this).epochNanoseconds;
  }
  toJSON() {
    return a2(this).toJSON();
  }
  valueOf() {
    return a2(this).valueOf();
  }
}, a2, Mn2, Tn2);
function u2(n) {
  const t = Object.create(ma2.prototype);
  return sn(t, n), en2(t), t;
}
function Ya(n) {
  return a2(n).offset;
}
function Ca(n, t) {
  const e = a2(n).getTimeZoneTransition(t);
  return e ? u2(e) : null;
}
function Ea(n) {
  return c2(a2(n).toPlainDateTime());
}
function za2(n) {
  return h(a2(n).toPlainDate());
}
function xa2(n) {
  return O2(a2(n).toPlainTime());
}
function p3(n, t, e) {
  return ((r, f4) => u2(a2(r).round(f4)))(t, Z2(n, e));
}
var Di2 = j(p3, "day");
var Yi2 = j(p3, "hour");
var gi2 = j(p3, "minute");
var bi2 = j(p3, "second");
var Ni2 = j(p3, "millisecond");
var wi2 = j(p3, "microsecond");
var $3 = an3;
var ts = Se2(tn2, class {
  get epochMilliseconds() {
    return $3(this).epochMilliseconds;
  }
  get epochNanoseconds() {
    return $3(this).epochNanoseconds;
  }
  toJSON() {
    return $3(this).toJSON();
  }
  valueOf() {
    return $3(this).valueOf();
  }
});
function y2(n) {
  const t = Object.create(ts.prototype);
  return on2(t, n), en2(t), t;
}
function rs(n) {
  return y2(o.Instant.fromEpochMilliseconds(n));
}
function fs2(n, t) {
  return u2($3(n).toZonedDateTimeISO(g2(t)));
}
var $s = k2($3);
function L3(n, t, e) {
  return ((r, f4) => y2($3(r).round(f4)))(t, Z2(n, e));
}
var Is = j(L3, "hour");
var ps2 = j(L3, "minute");
var Ps2 = j(L3, "second");
var Ws = j(L3, "millisecond");
var Fs2 = j(L3, "microsecond");

// node_modules/temporal-polyfill/chunks/funcApi-shim.js
function sn3(n, t) {
  const o4 = Ts(n, t);
  return Object.setPrototypeOf(o4.prototype, fe.prototype), (e, s3) => new o4(e, s3);
}
var f3 = mn2;
var Ir2 = Se2(en3, class {
  toJSON() {
    return nu(f3(this));
  }
  valueOf() {
    return an2();
  }
}, f3, Rc);
function C3(n) {
  return n === void 0 ? S : In4(n);
}
function In4(n) {
  return In3(n)();
}
var l2 = fn2;
var Lr2 = Se2(b3, class {
  toJSON() {
    return Ka(l2(this));
  }
  valueOf() {
    return an2();
  }
}, l2, uc);
function S2(n) {
  const t = Object.create(Lr2.prototype);
  return Pn2(t, n), en2(t), t;
}
function Ar2(n) {
  return S2(Cu(n));
}
var xr2 = sn3((n) => ({ A(t) {
  const o4 = l2(t);
  return [n.t, ar(o4)];
}, v(t, o4) {
  const e = l2(t), s3 = l2(o4);
  return [n.t, ar(e), ar(s3)];
} }), (n) => is(ls(n, 1)));
function Kr(n, t) {
  return Ja(l2(n), t);
}
function rn3(n, t, o4) {
  const e = l2(t), s3 = BigInt(xt(o4)) * BigInt(n);
  return S2(to(e, s3)[0]);
}
var eo2 = j(rn3, ne);
var so = j(rn3, Qn);
var ro2 = j(rn3, Nn);
var ao2 = j(rn3, Kn);
var co2 = j(rn3, Jn);
var io2 = j(rn3, 1);
var na = Ln2(eo2);
var ta2 = Ln2(so);
var oa2 = Ln2(ro2);
var ea2 = Ln2(ao2);
var sa = Ln2(co2);
var ra2 = Ln2(io2);
function On3(n, t, o4) {
  const e = l2(t), [s3, c3] = Kc(n, o4);
  return S2(ca(e, n, s3, c3)[0]);
}
var aa = j(On3, 5);
var ca2 = j(On3, 4);
var ia = j(On3, 3);
var da2 = j(On3, 2);
var ua = j(On3, 1);
var an4 = bn2(En2, l2);
var Ia2 = j(an4, 5);
var Oa2 = j(an4, 4);
var ga2 = j(an4, 3);
var ya2 = j(an4, 2);
var Ya3 = j(an4, 1);
var ba2 = j(an4, 0);
var a3 = ln2;
var ka2 = Se2(_3, class {
  get calendarId() {
    return en(a3(this).calendar);
  }
  toJSON() {
    return $a(a3(this));
  }
  valueOf() {
    return an2();
  }
}, a3, B2, uc);
function $4(n) {
  const t = Object.create(ka2.prototype);
  return un2(t, n), en2(t), t;
}
function Ja2(n, t) {
  const o4 = a3(n), e = a3(t);
  return Za(o4, e);
}
var _a2 = sn3((n) => ({ A(t) {
  const o4 = a3(t), e = n.t;
  return as(e, o4), [e, Nc(o4)];
}, v(t, o4) {
  const e = a3(t), s3 = a3(o4), c3 = n.t;
  return as(c3, e), as(c3, s3), [c3, Nc(e), Nc(s3)];
} }), (n) => is(ms(n, 1)));
function Va2(n, t) {
  return za(a3(n), t);
}
function Qa2(n, t, o4) {
  return D4(Ju(a3(n), Ue(ru(t)), ka(o4)));
}
function uo2(n, t, o4) {
  const e = a3(n);
  return $4(po(Vn2(e.calendar, e, t, o4), e, e.calendar));
}
function lo2(n, t, o4) {
  const e = a3(n);
  return $4(po(_n2(e.calendar, e, t, o4), e, e.calendar));
}
function fo2(n, t) {
  const o4 = a3(n);
  return $4(po(P(o4, 7 * xt(t)), o4, o4.calendar));
}
function mo3(n, t) {
  const o4 = a3(n);
  return $4(po(P(o4, xt(t)), o4, o4.calendar));
}
var $o2 = j(un4, ne);
var ho3 = j(un4, Qn);
var To3 = j(un4, Nn);
var Do2 = j(un4, Kn);
var po2 = j(un4, Jn);
var So2 = j(un4, 1);
var ac = Ln2(uo2);
var cc = Ln2(lo2);
var ic = Ln2(fo2);
var dc2 = Ln2(mo3);
var uc2 = Ln2($o2);
var lc2 = Ln2(ho3);
var fc = Ln2(To3);
var mc2 = Ln2(Do2);
var $c2 = Ln2(po2);
var hc2 = Ln2(So2);
var Tc = j(ht2, 9, xi);
var Dc = j(ht2, 8, Ui);
var pc = j(ht2, 7, ws);
function cn4(n, t, o4) {
  const e = a3(t), [s3, c3] = Kc(n, o4);
  return $4(Gt(Ur(e, n, s3, c3), e.calendar));
}
var Sc2 = j(cn4, 6);
var Mc2 = j(cn4, 5);
var Ic = j(cn4, 4);
var Oc2 = j(cn4, 3);
var gc2 = j(cn4, 2);
var yc2 = j(cn4, 1);
var Yc2 = ln4(Yi);
var bc2 = ln4(wi);
var kc2 = ln4(Ao);
var Nc2 = Xc(Ps);
var Fc2 = gn4((n) => ({ hour: n.hour, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 }));
var Pc2 = gn4((n) => ({ hour: n.hour, minute: n.minute, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 }));
var wc2 = gn4((n) => ({ hour: n.hour, minute: n.minute, second: n.second, millisecond: 0, microsecond: 0, nanosecond: 0 }));
var vc = gn4((n) => ({ hour: n.hour, minute: n.minute, second: n.second, millisecond: n.millisecond, microsecond: 0, nanosecond: 0 }));
var Wc2 = gn4((n) => ({ hour: n.hour, minute: n.minute, second: n.second, millisecond: n.millisecond, microsecond: n.microsecond, nanosecond: 0 }));
var Zc2 = ln4(Ss, -1);
var Bc2 = ln4(As, -1);
var Cc2 = ln4(ks, -1);
var Rc2 = fn4(() => ({ hour: 23, minute: 59, second: 59, millisecond: 999, microsecond: 999, nanosecond: 999 }));
var Ec2 = fn4((n) => ({ hour: n.hour, minute: 59, second: 59, millisecond: 999, microsecond: 999, nanosecond: 999 }));
var Lc2 = fn4((n) => ({ hour: n.hour, minute: n.minute, second: 59, millisecond: 999, microsecond: 999, nanosecond: 999 }));
var Hc2 = fn4((n) => ({ hour: n.hour, minute: n.minute, second: n.second, millisecond: 999, microsecond: 999, nanosecond: 999 }));
var qc2 = fn4((n) => ({ hour: n.hour, minute: n.minute, second: n.second, millisecond: n.millisecond, microsecond: 999, nanosecond: 999 }));
var Ac2 = fn4((n) => ({ hour: n.hour, minute: n.minute, second: n.second, millisecond: n.millisecond, microsecond: n.microsecond, nanosecond: 999 }));
var dn4 = bn2(Wn2, a3);
var Gc2 = j(dn4, 5);
var _c2 = j(dn4, 4);
var xc2 = j(dn4, 3);
var Vc2 = j(dn4, 2);
var Kc2 = j(dn4, 1);
var Qc = j(dn4, 0);
function un4(n, t, o4) {
  const e = a3(t), s3 = BigInt(xt(o4)) * BigInt(n);
  return $4(Gt(ha(e, s3), e.calendar));
}
function ht2(n, t, o4, e) {
  const s3 = a3(o4), [, c3] = Kc(n, e), M3 = Us(t, s3.calendar, s3, c3);
  return $4(po(M3, M3, s3.calendar));
}
function ln4(n, t = 0) {
  return (o4) => {
    const e = a3(o4);
    let s3 = n(e.calendar, e);
    return t && (s3 = vn(O(s3) + BigInt(t))), $4(po(s3, s3, e.calendar));
  };
}
function Xc(n) {
  return (t) => {
    const o4 = a3(t);
    return $4(Gt(n(o4), o4.calendar));
  };
}
function gn4(n) {
  return (t) => {
    const o4 = a3(t);
    return $4(Gt(v(o4, n(o4)), o4.calendar));
  };
}
function fn4(n) {
  return (t) => {
    const o4 = a3(t);
    return $4(Gt(v(o4, n(o4)), o4.calendar));
  };
}
var y3 = Rn2;
var ni2 = Se2(V3, class {
  get calendarId() {
    return en(y3(this).calendar);
  }
  toJSON() {
    return Xa(y3(this));
  }
  valueOf() {
    return an2();
  }
}, y3, $2);
var ai = sn3((n) => ({ A(t) {
  const o4 = y3(t), e = n.t;
  return as(e, o4, 1), [e, mr(o4)];
}, v(t, o4) {
  const e = y3(t), s3 = y3(o4), c3 = n.t;
  return as(c3, e, 1), as(c3, s3, 1), [c3, mr(e), mr(s3)];
} }), (n) => is(ps(n, 1)));
var u3 = Dn2;
var fi2 = Se2(U2, class {
  get calendarId() {
    return en(u3(this).calendar);
  }
  toJSON() {
    return Ga(u3(this));
  }
  valueOf() {
    return an2();
  }
}, u3, b2);
function N(n) {
  const t = Object.create(fi2.prototype);
  return pn(t, n), en2(t), t;
}
var bi3 = sn3((n) => ({ A(t) {
  const o4 = u3(t), e = n.t;
  return as(e, o4, 1), [e, mr(o4)];
}, v(t, o4) {
  const e = u3(t), s3 = u3(o4), c3 = n.t;
  return as(c3, e, 1), as(c3, s3, 1), [c3, mr(e), mr(s3)];
} }), (n) => is(ys(n, 1)));
function Mo2(n, t, o4) {
  const e = u3(n);
  return N(un(ma(e.calendar, e, ei("years", xt(t)), 0, se(o4)), e.calendar));
}
function Io2(n, t, o4) {
  const e = u3(n);
  return N(un(ma(e.calendar, e, 0, ei("months", xt(t)), se(o4)), e.calendar));
}
var vi2 = Ln2(Mo2);
var Wi = Ln2(Io2);
var i3 = dn2;
var Li2 = Se2(X2, class {
  get calendarId() {
    return en(i3(this).calendar);
  }
  toJSON() {
    return qa(i3(this));
  }
  valueOf() {
    return an2();
  }
}, i3, B2);
function Y(n) {
  const t = Object.create(Li2.prototype);
  return gn3(t, n), en2(t), t;
}
function Hi2(n, t, o4, e) {
  const s3 = k(kt(jo(toIntegerWithTrunc, { year: n, month: t, day: o4 }))), c3 = C3(e);
  return Y(un(s3, c3));
}
function zi2(n) {
  return Me(i3(n));
}
var rd = sn3((n) => ({ A(t) {
  const o4 = i3(t), e = n.t;
  return as(e, o4), [e, mr(o4)];
}, v(t, o4) {
  const e = i3(t), s3 = i3(o4), c3 = n.t;
  return as(c3, e), as(c3, s3), [c3, mr(e), mr(s3)];
} }), (n) => is(hs(n, 1)));
function cd(n, t) {
  return _a(i3(n), t);
}
function ud(n, t = A) {
  const o4 = i3(n), e = s(t) || t;
  return $4(po(o4, e, o4.calendar));
}
function Yo(n, t) {
  const o4 = i3(n);
  return R4(un(P(o4, xt(t)), o4.calendar));
}
var Od = j(Tt2, 9, xi);
var gd = j(Tt2, 8, Ui);
var yd = j(Tt2, 7, ws);
var Yd = mn4(Yi);
var bd = mn4(wi);
var kd = mn4(Ao);
var Nd = mn4(Ss, -1);
var Fd = mn4(As, -1);
var Pd = mn4(ks, -1);
function Tt2(n, t, o4, e) {
  const s3 = i3(o4), [, c3] = Kc(n, e);
  return R4({ ...xs(t, s3.calendar, s3, c3), calendar: s3.calendar });
}
function mn4(n, t = 0) {
  return (o4) => {
    const e = i3(o4);
    return R4({ ...P(n(e.calendar, e), t), calendar: e.calendar });
  };
}
function R4(n) {
  return k(n), Y(un(n, n.calendar));
}
var d4 = cn2;
var Bd = Se2(nn3, class {
  get calendarId() {
    return en(d4(this).calendar);
  }
  get timeZoneId() {
    return d4(this).timeZone.id;
  }
  get epochMilliseconds() {
    return gc(d4(this).epochNanoseconds);
  }
  get epochNanoseconds() {
    return d4(this).epochNanoseconds;
  }
  toJSON() {
    return La(d4(this));
  }
  valueOf() {
    return an2();
  }
}, G2, B2, uc);
function D4(n) {
  const t = Object.create(Bd.prototype);
  return sn(t, n), en2(t), t;
}
function G2(n) {
  const t = d4(n);
  return { ...B(t), calendar: t.calendar };
}
function bo(n) {
  return B(d4(n)).offsetNanoseconds;
}
function jd(n) {
  return xe(bo(n));
}
function au2(n, t) {
  const o4 = d4(n), e = o4.timeZone.C(o4.epochNanoseconds, Ns(t));
  return e !== void 0 ? D4({ ...o4, epochNanoseconds: e }) : null;
}
function lu2(n) {
  return $4(Gu(d4(n)));
}
function fu(n) {
  return Y(Vu(d4(n)));
}
function mu2(n) {
  return S2(Xu(d4(n)));
}
var hu2 = _4(An2);
var Tu2 = _4(Jn2, $r);
var Du2 = _4(qn2);
var pu2 = _4(zn2);
var ko = _4(Vn2);
var No2 = _4(_n2);
var Fo2 = _4((n, t, o4) => P(t, 7 * xt(o4)));
var Po2 = _4((n, t, o4) => P(t, xt(o4)));
var wo2 = j(hn3, ne);
var vo2 = j(hn3, Qn);
var Wo2 = j(hn3, Nn);
var Zo2 = j(hn3, Kn);
var Bo = j(hn3, Jn);
var Co2 = j(hn3, 1);
var Su2 = Ln2(ko);
var Mu2 = Ln2(No2);
var Iu = Ln2(Fo2);
var Ou = Ln2(Po2);
var gu2 = Ln2(wo2);
var yu2 = Ln2(vo2);
var Yu2 = Ln2(Wo2);
var bu2 = Ln2(Zo2);
var ku = Ln2(Bo);
var Nu2 = Ln2(Co2);
var Fu2 = j(Dt2, 9, xi);
var Pu2 = j(Dt2, 8, Ui);
var wu2 = j(Dt2, 7, ws);
function Yn3(n, t, o4) {
  const e = d4(t), [s3, c3] = Kc(n, o4);
  return D4(an(xr(e, n, s3, c3), e.timeZone, e.calendar));
}
var Wu2 = j(Yn3, 5);
var Zu2 = j(Yn3, 4);
var Bu2 = j(Yn3, 3);
var Cu2 = j(Yn3, 2);
var Ru2 = j(Yn3, 1);
var Eu = K(Yi);
var Lu2 = K(wi);
var Hu2 = K(Ao);
var qu2 = E((n) => ({ hour: n.hour, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 }));
var Au = E((n) => ({ hour: n.hour, minute: n.minute, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 }));
var ju2 = E((n) => ({ hour: n.hour, minute: n.minute, second: n.second, millisecond: 0, microsecond: 0, nanosecond: 0 }));
var Uu2 = E((n) => ({ hour: n.hour, minute: n.minute, second: n.second, millisecond: n.millisecond, microsecond: 0, nanosecond: 0 }));
var zu2 = E((n) => ({ hour: n.hour, minute: n.minute, second: n.second, millisecond: n.millisecond, microsecond: n.microsecond, nanosecond: 0 }));
var Ju2 = K(Ss, -1);
var Gu2 = K(As, -1);
var _u2 = K(ks, -1);
var xu2 = K(Ys, -1);
var Vu2 = E((n) => ({ hour: n.hour, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 }), ne - 1);
var Ku2 = E((n) => ({ hour: n.hour, minute: n.minute, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 }), Qn - 1);
var Qu2 = E((n) => ({ hour: n.hour, minute: n.minute, second: n.second, millisecond: 0, microsecond: 0, nanosecond: 0 }), Nn - 1);
var Xu2 = E((n) => ({ hour: n.hour, minute: n.minute, second: n.second, millisecond: n.millisecond, microsecond: 0, nanosecond: 0 }), Kn - 1);
var nl = E((n) => ({ hour: n.hour, minute: n.minute, second: n.second, millisecond: n.millisecond, microsecond: n.microsecond, nanosecond: 0 }), Jn - 1);
var $n3 = bn2(kn2, d4);
var rl = j($n3, 5);
var al = j($n3, 4);
var cl = j($n3, 3);
var il = j($n3, 2);
var dl = j($n3, 1);
var ul = j($n3, 0);
function hn3(n, t, o4) {
  const e = d4(t), s3 = BigInt(xt(o4)) * BigInt(n);
  return D4({ ...e, epochNanoseconds: qr(e.epochNanoseconds, s3) });
}
function Dt2(n, t, o4, e) {
  const s3 = d4(o4), [, c3] = Kc(n, e), M3 = ra(t, s3, c3);
  return D4({ ...s3, epochNanoseconds: tn(M3) });
}
function K(n, t = 0) {
  return (o4) => {
    const e = d4(o4), s3 = oa(n, e) + BigInt(t);
    return D4({ ...e, epochNanoseconds: tn(s3) });
  };
}
function E(n, t = 0) {
  return (o4) => {
    const e = d4(o4), { timeZone: s3 } = e, c3 = B(e), M3 = v(c3, n(c3)), g3 = $r(s3, M3, c3.offsetNanoseconds) + BigInt(t);
    return D4({ ...e, epochNanoseconds: tn(g3) });
  };
}
function _4(n, t) {
  return (o4, ...e) => {
    const s3 = d4(o4), { calendar: c3, timeZone: M3 } = s3, g3 = B(s3), w = n(c3, g3, ...e), Q2 = v(w, g3), Dn4 = ke(w, g3) ? t ? t(M3, Q2, g3.offsetNanoseconds) : mn(M3, Q2) : s3.epochNanoseconds;
    return D4({ ...s3, epochNanoseconds: tn(Dn4) });
  };
}
var p4 = an3;
var ll = Se2(tn2, class {
  get epochMilliseconds() {
    return gc(p4(this).epochNanoseconds);
  }
  get epochNanoseconds() {
    return p4(this).epochNanoseconds;
  }
  toJSON() {
    return ja(p4(this));
  }
  valueOf() {
    return an2();
  }
});
function L4(n) {
  const t = Object.create(ll.prototype);
  return on2(t, n), en2(t), t;
}
function ml(n) {
  return L4(os(n));
}
function Il(n, t) {
  return D4(qu(p4(n), Ue(ru(t))));
}
var Ol = sn3((n) => ({ A(t) {
  const o4 = p4(t);
  return [n.t, gc(o4.epochNanoseconds)];
}, v(t, o4) {
  const e = p4(t), s3 = p4(o4);
  return [n.t, gc(e.epochNanoseconds), gc(s3.epochNanoseconds)];
} }), (n) => fs(n, 1));
function bn3(n, t, o4) {
  const e = p4(t), [s3, c3] = Kc(n, o4, 1);
  return L4(be(Jt(e.epochNanoseconds, ue(n, s3), c3)));
}
var Ll = j(bn3, 5);
var Hl = j(bn3, 4);
var ql = j(bn3, 3);
var Al = j(bn3, 2);
var jl = j(bn3, 1);
var Tn4 = bn2(In2, p4);
var Ul = j(Tn4, 5);
var zl = j(Tn4, 4);
var Jl = j(Tn4, 3);
var Gl = j(Tn4, 2);
var _l = j(Tn4, 1);
var xl = j(Tn4, 0);

// node_modules/temporal-polyfill/fns/Instant.js
var qs2 = o ? rs : ml;
var vs3 = o ? fs2 : Il;

// node_modules/temporal-polyfill/fns/PlainDate.js
var tt2 = o ? ho2 : Hi2;
var ot2 = o ? To2 : zi2;
var Dt3 = o ? Lo2 : cd;
var bt3 = o ? qo2 : ud;
var Zt2 = o ? Ko2 : Yo;

// node_modules/temporal-polyfill/fns/PlainDateTime.js
var Ct2 = o ? ce2 : Ja2;
var jt2 = o ? le2 : Va2;
var At3 = o ? he2 : Qa2;

// node_modules/temporal-polyfill/fns/PlainTime.js
var Ks = o ? _n3 : Ar2;
var so2 = o ? ut2 : Kr;

// node_modules/temporal-polyfill/fns/ZonedDateTime.js
var qt3 = o ? Ya : jd;
var so3 = o ? Ca : au2;
var no2 = o ? Ea : lu2;
var ro3 = o ? za2 : fu;
var io3 = o ? xa2 : mu2;

// src/core/timing/local-time.ts
function dayFrom(text) {
  const [year = Number.NaN, month = Number.NaN, day = Number.NaN] = text.split("-").map(Number);
  return tt2(year, month, day);
}
function dayAt(at3, timeZone) {
  return ro3(inZone(at3, timeZone));
}
function daysAfter(day, days) {
  return Zt2(day, days);
}
function weekdayOf(day) {
  return ot2(day);
}
function dayText(day) {
  return Dt3(day);
}
function momentOf(day, time, timeZone) {
  const shown = time === "24:00" ? bt3(daysAfter(day, 1)) : bt3(day, Ks(time));
  const moment = At3(shown, timeZone, { disambiguation: "earlier" });
  if (Ct2(no2(moment), shown)) return moment.epochMilliseconds;
  const change = so3(moment, "next");
  if (change === null) {
    throw new Error(`${jt2(shown)} is not skipped by any clock change in ${timeZone}`);
  }
  return change.epochMilliseconds;
}
function localText(at3, timeZone) {
  const local = inZone(at3.getTime(), timeZone);
  const weekday = at3.toLocaleDateString("en-US", { weekday: "short", timeZone });
  const time = so2(io3(local), { smallestUnit: "minute" });
  return `${weekday} ${dayText(ro3(local))} ${time} (${qt3(local)}, ${timeZone})`;
}
function inZone(at3, timeZone) {
  return vs3(qs2(at3), timeZone);
}

// src/core/timing/span.ts
var always = { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };
function without(span, hole) {
  return [
    { start: span.start, end: Math.min(span.end, hole.start) },
    { start: Math.max(span.start, hole.end), end: span.end }
  ].filter(({ start, end }) => start < end);
}
function merged(spans) {
  const joined = [];
  const ordered = spans.filter(({ start, end }) => start < end).toSorted((a4, b5) => a4.start - b5.start);
  for (const span of ordered) {
    const last = joined.at(-1);
    if (last === void 0 || span.start > last.end) joined.push(span);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return joined;
}

// src/core/timing/window.ts
var weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
function decideWindow(windows, now) {
  if (windows === void 0) return { kind: "open" };
  const at3 = now.getTime();
  const next = openSpans(windows, at3).find(({ end }) => end > at3);
  if (next === void 0) throw new Error(`no opening was found in the maintenance windows after ${now.toISOString()}`);
  return next.start <= at3 ? { kind: "open", ...untilOf(next) } : { kind: "closed", opensAt: new Date(next.start), reason: closedReason(windows, at3) };
}
function nextLongEnough(windows, now, milliseconds) {
  const at3 = now.getTime();
  const next = openSpans(windows, at3).find(({ start, end }) => start > at3 && end - start >= milliseconds);
  return next && new Date(next.start);
}
var daysLookedAhead = 21;
function openSpans({ timeZone, weekly, closed }, now) {
  const shut = closed.map((period) => closedSpan(period, timeZone));
  const open = weekly === void 0 || coversTheWeek(weekly) ? [always] : weeklySpans(weekly, shut, now, timeZone);
  return merged(shut.reduce((left, period) => left.flatMap((span) => without(span, period)), open));
}
function weeklySpans(weekly, shut, now, timeZone) {
  const anchors = [now, ...shut.map(({ end }) => end).filter((end) => end > now)];
  const days = /* @__PURE__ */ new Map();
  for (const anchor of anchors) {
    const first = daysAfter(dayAt(anchor, timeZone), -1);
    for (let ahead = 0; ahead <= daysLookedAhead; ahead += 1) {
      const day = daysAfter(first, ahead);
      days.set(dayText(day), day);
    }
  }
  return [...days.values()].flatMap(
    (day) => weekly.filter((window) => opensOn(window, day)).map((window) => spanOn(day, window, timeZone))
  );
}
function opensOn({ days }, day) {
  return days.some((name) => weekdays.indexOf(name) + 1 === weekdayOf(day));
}
function spanOn(day, { from, to: to2 }, timeZone) {
  const last = to2 <= from ? daysAfter(day, 1) : day;
  return { start: momentOf(day, from, timeZone), end: momentOf(last, to2, timeZone) };
}
function closedSpan({ from, to: to2 }, timeZone) {
  return { start: momentOf(dayFrom(from), "00:00", timeZone), end: momentOf(dayFrom(to2), "24:00", timeZone) };
}
var minutesOfDay = 24 * 60;
var minutesOfWeek = 7 * minutesOfDay;
function coversTheWeek(weekly) {
  const shown = weekly.flatMap(
    ({ days, from, to: to2 }) => days.flatMap((day) => {
      const start = weekdays.indexOf(day) * minutesOfDay + minutesOf(from);
      const end = start + ((minutesOf(to2) - minutesOf(from) + minutesOfDay) % minutesOfDay || minutesOfDay);
      return [
        { start, end },
        { start: start - minutesOfWeek, end: end - minutesOfWeek }
      ];
    })
  );
  return merged(shown).some(({ start, end }) => start <= 0 && end >= minutesOfWeek);
}
function minutesOf(time) {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
function untilOf({ end }) {
  return Number.isFinite(end) ? { until: new Date(end) } : {};
}
function closedReason({ timeZone, weekly = [], closed }, at3) {
  const period = closed.find((each) => {
    const { start, end } = closedSpan(each, timeZone);
    return start <= at3 && at3 < end;
  });
  if (period !== void 0) return `closed from ${period.from} to ${period.to}: ${period.reason}`;
  return `outside the maintenance windows (${weekly.map(windowText).join("; ")}, ${timeZone})`;
}
function windowText({ days, from, to: to2 }) {
  const when = days.length === weekdays.length ? "every day" : days.join(", ");
  return `${when} ${from}\u2013${to2}`;
}

export {
  localText,
  weekdays,
  decideWindow,
  nextLongEnough
};
