import type { Declared } from './frame/step.ts';

/** What looks at production and into the journal, and does nothing. */
const looking = {
  needs: { common: ['product', 'journal'], own: ['url', 'access', 'topology'] },
  gateAt: () => undefined,
} as const satisfies Partial<Declared>;

export const planDeclared: Declared = { ...looking, writesJournal: true };
export const reportDeclared: Declared = {
  ...looking,
  needs: { ...looking.needs, common: [...looking.needs.common, 'notify'] },
  writesJournal: false,
  mindsRetry: true,
};

/** Of all systems, their journals alone: it has the credentials of none. */
export const fleetDeclared: Declared = {
  needs: { common: ['journal'] },
  writesJournal: false,
  gateAt: () => undefined,
};
