import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/core/messages/message.ts
function oneLine(message) {
  return [message.happened, message.means, message.next].filter((part) => part !== "").join(" ");
}

// src/core/messages/errors.ts
var UserError = class extends Error {
  name = "UserError";
  detail;
  constructor(detail, options) {
    super(oneLine(detail), options);
    this.detail = detail;
  }
};
var SystemFailure = class extends Error {
  name = "SystemFailure";
  detail;
  constructor(detail, options) {
    super(oneLine(detail), options);
    this.detail = detail;
  }
};

export {
  oneLine,
  UserError,
  SystemFailure
};
