import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  texts
} from "./chunk-4X6B3AHX.js";

// src/world/sealing/recipient-form.ts
var alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
var generators = [996825010, 642813549, 513874426, 1027748829, 705979059];
function isRecipientForm(text) {
  const end = text.lastIndexOf("1");
  const values = [...text.slice(end + 1)].map((character) => alphabet.indexOf(character));
  if (!/^age1/.test(text) || values.length < 6 || values.includes(-1)) return false;
  const prefix = [...text.slice(0, end)].map((character) => character.codePointAt(0) ?? 0);
  return checksum([...prefix.map((code) => code >> 5), 0, ...prefix.map((code) => code & 31), ...values]) === 1;
}
function checksum(values) {
  let sum = 1;
  for (const value of values) {
    const top = sum >>> 25;
    sum = (sum & 33554431) << 5 ^ value;
    for (const [bit, generator] of generators.entries()) if (top >> bit & 1) sum ^= generator;
  }
  return sum;
}

// src/config/to-fill-in.ts
var fillIn = "FILL IN";
function toFillIn(document) {
  return [...texts(document)].flatMap(({ text, path }) => {
    if (!text.startsWith(fillIn)) return [];
    const wanted = text.slice(fillIn.length).replace(/^[\s:]+/, "");
    return [
      {
        path,
        at: "value",
        problem: `This is still to be filled in${wanted === "" ? "." : `: ${wanted}.`}`,
        fix: "write it here."
      }
    ];
  });
}

export {
  isRecipientForm,
  fillIn,
  toFillIn
};
