import { z } from 'zod';
import { land, line, missing, reasonKeys, since, until } from './common.ts';
import { linesPerHopRule } from './lines-per-hop.ts';
import { ruleKind } from './rule-kind.ts';

const settings = () =>
  z
    .strictObject({ line, land, missing, since, until, ...reasonKeys })
    .describe('Every line on the way must be visited.');

export const noLineSkipped = ruleKind(
  'no-line-skipped',
  { role: 'demand', lifted: 'by-default' },
  settings,
  (settings) => linesPerHopRule({ ...settings, 'at-most': 1 }),
);
