import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);
import {
  createPrompt,
  isEnterKey,
  isTabKey,
  makeTheme,
  useKeypress,
  usePrefix,
  useState
} from "./chunk-FI3EHOEV.js";
import "./chunk-PRKZQ3BE.js";

// node_modules/@inquirer/confirm/dist/index.js
import { styleText } from "node:util";
var confirmTheme = {
  keywords: {
    yes: "Yes",
    no: "No",
    error: ({ yes, no }) => `You must answer with "${yes}" or "${no}"`
  },
  style: {
    confirmDefault: (text) => {
      const first = text[0] ?? "";
      if (first.toLowerCase() === first.toUpperCase()) {
        return styleText("cyan", text);
      }
      return first.toUpperCase() + text.slice(1);
    }
  }
};
var dist_default = createPrompt((config, done) => {
  const [status, setStatus] = useState("idle");
  const [value, setValue] = useState("");
  const [errorMsg, setError] = useState();
  const theme = makeTheme(confirmTheme, config.theme);
  const prefix = usePrefix({ status, theme });
  const { yes, no } = theme.keywords;
  const yesHint = (yes[0] ?? "").toLowerCase();
  const noHint = (no[0] ?? "").toLowerCase();
  const hint = config.default === false ? `${yesHint}/${theme.style.confirmDefault(noHint)}` : `${theme.style.confirmDefault(yesHint)}/${noHint}`;
  function boolToString(value2) {
    return value2 ? yes : no;
  }
  const { transformer = boolToString } = config;
  function getBooleanValue(value2) {
    const v = value2.trim().toLowerCase();
    if (v === "")
      return config.default !== false;
    if (yes.toLowerCase().startsWith(v))
      return true;
    if (no.toLowerCase().startsWith(v))
      return false;
    if ("yes".startsWith(v))
      return true;
    if ("no".startsWith(v))
      return false;
    return void 0;
  }
  useKeypress((key, rl) => {
    if (status !== "idle")
      return;
    if (isEnterKey(key)) {
      const answer = getBooleanValue(value);
      if (answer === void 0) {
        rl.write(value);
        setError(theme.keywords.error({ yes, no }));
        return;
      }
      setValue(transformer(answer));
      setStatus("done");
      done(answer);
    } else if (isTabKey(key)) {
      const answer = boolToString(!(getBooleanValue(value) ?? config.default !== false));
      rl.clearLine(0);
      rl.write(answer);
      setValue(answer);
    } else {
      setValue(rl.line);
      setError(void 0);
    }
  });
  let formattedValue = value;
  let defaultValue = "";
  if (status === "done") {
    formattedValue = theme.style.answer(value);
  } else {
    defaultValue = ` ${theme.style.defaultAnswer(hint)}`;
  }
  const message = theme.style.message(config.message, status);
  let error = "";
  if (errorMsg) {
    error = theme.style.error(errorMsg);
  }
  return [`${prefix} ${message}${defaultValue} ${formattedValue}`, error];
});
export {
  dist_default as default
};
