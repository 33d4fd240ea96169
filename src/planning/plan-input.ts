import type { InputsOf } from '../core/interface/inputs.ts';

/** What a path is planned from besides the configuration. */
export type PlanInput = InputsOf<
  | 'target'
  | 'operation'
  | 'ring'
  | 'current'
  | 'acknowledge'
  | 'facts'
  | 'parts'
  | 'releases'
  | 'saveReleases'
  | 'prereleases'
  | 'minimumAge'
  | 'path'
  | 'offline'
>;
