import { createRequire as stagedUpgradeCreateRequire } from 'node:module';
const require = stagedUpgradeCreateRequire(import.meta.url);

// src/steps/looking.ts
var looking = {
  needs: { common: ["product", "journal"], own: ["url", "access", "topology"] },
  gateAt: () => void 0
};
var planDeclared = { ...looking, writesJournal: true };
var reportDeclared = {
  ...looking,
  needs: { ...looking.needs, common: [...looking.needs.common, "notify"] },
  writesJournal: false,
  mindsRetry: true
};
var fleetDeclared = {
  needs: { common: ["journal"] },
  writesJournal: false,
  gateAt: () => void 0
};

export {
  planDeclared,
  reportDeclared,
  fleetDeclared
};
