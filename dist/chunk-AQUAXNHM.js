import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/world/effects/wrapped-output.ts
import { stripVTControlCharacters } from "node:util";
var frames = /[\u2500-\u259f]/g;
var source = /\s[\w.-]+\.py:\d+\s*$/;
var time = /^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\](?= |$)/;
var mostCharacters = 2e3;
function textOf(line) {
  const plain = stripVTControlCharacters(line);
  return source.test(plain) ? plain.replace(source, "").replace(time, "") : plain;
}
function normal(text) {
  return text.replaceAll(frames, " ").replaceAll(/\s+/g, " ").trim();
}
function messageReader() {
  let message = "";
  let isLogged = false;
  return (line) => {
    const plain = stripVTControlCharacters(line);
    const begins = source.test(plain);
    const continues = isLogged && !begins && /^\s/.test(plain);
    isLogged = begins || continues;
    const text = normal(textOf(line));
    message = (continues ? `${message} ${text}`.trim() : text).slice(0, mostCharacters);
    return message;
  };
}
function lastMessage(output) {
  return output.split("\n").map(messageReader()).findLast((message) => message !== "") ?? "";
}

export {
  textOf,
  normal,
  messageReader,
  lastMessage
};
