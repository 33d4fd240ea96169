import { z } from 'zod';
import { fleetSettings } from './fleet-settings.ts';
import { configuration } from './schema.ts';

const { system, ...shared } = configuration.shape;

/** The whole file, for editors and the reference: of one installation, or of several. */
export const configurationFile = z
  .strictObject({
    system: system.optional(),
    rings: fleetSettings.unwrap().shape.rings,
    systems: fleetSettings.unwrap().shape.systems.optional(),
    ...shared,
  })
  .meta({ title: 'Staged Upgrade', description: 'The configuration of Staged Upgrade: .github/staged-upgrade.yml' });
