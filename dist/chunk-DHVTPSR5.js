import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/world/proxy-refusal.ts
var ProxyRefusal = class extends Error {
  name = "ProxyRefusal";
  status;
  constructor(status, options) {
    super(`the proxy answered ${status}`, options);
    this.status = status;
  }
};

export {
  ProxyRefusal
};
