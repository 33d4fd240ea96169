import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  ZodBigInt,
  ZodBoolean,
  ZodDate,
  ZodISODate,
  ZodISODateTime,
  ZodISODuration,
  ZodISOTime,
  ZodNumber,
  ZodString,
  _coercedBigint,
  _coercedBoolean,
  _coercedDate,
  _coercedNumber,
  _coercedString,
  _isoDate,
  _isoDateTime,
  _isoDuration,
  _isoTime
} from "./chunk-K63SF6ED.js";
import {
  __export
} from "./chunk-PRKZQ3BE.js";

// node_modules/zod/v4/classic/coerce.js
var coerce_exports = {};
__export(coerce_exports, {
  bigint: () => bigint,
  boolean: () => boolean,
  date: () => date,
  number: () => number,
  string: () => string
});
function string(e) {
  return _coercedString(ZodString, e);
}
function number(e) {
  return _coercedNumber(ZodNumber, e);
}
function boolean(e) {
  return _coercedBoolean(ZodBoolean, e);
}
function bigint(e) {
  return _coercedBigint(ZodBigInt, e);
}
function date(e) {
  return _coercedDate(ZodDate, e);
}

// node_modules/zod/v4/classic/iso.js
var iso_exports = {};
__export(iso_exports, {
  ZodISODate: () => ZodISODate,
  ZodISODateTime: () => ZodISODateTime,
  ZodISODuration: () => ZodISODuration,
  ZodISOTime: () => ZodISOTime,
  date: () => date2,
  datetime: () => datetime,
  duration: () => duration,
  time: () => time
});
function datetime(o) {
  return _isoDateTime(ZodISODateTime, o);
}
function date2(o) {
  return _isoDate(ZodISODate, o);
}
function time(o) {
  return _isoTime(ZodISOTime, o);
}
function duration(o) {
  return _isoDuration(ZodISODuration, o);
}

export {
  iso_exports,
  coerce_exports
};
