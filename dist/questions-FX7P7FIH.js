import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  asked
} from "./start.js";
import "./chunk-PRKZQ3BE.js";

// src/init/questions.ts
var terminalQuestions = (signal) => ({
  text: async (message, proposed, check) => {
    const { default: input } = await import("./dist-PUK6QUJ5.js");
    const validate = (value) => value.trim() === "" ? "An answer is required." : check?.(value.trim()) ?? true;
    const question = { message, ...proposed === "" ? {} : { default: proposed }, validate };
    return (await asked(signal, (asking) => input(question, asking))).trim();
  },
  choose: async (message, choices, proposed, titles = {}) => {
    const { default: select } = await import("./dist-M4LCHKBY.js");
    const question = {
      message,
      choices: choices.map((value) => ({ value, name: titles[value] ?? value })),
      default: proposed
    };
    return await asked(signal, (asking) => select(question, asking));
  }
});
export {
  terminalQuestions
};
