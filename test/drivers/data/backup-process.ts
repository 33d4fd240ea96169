import { dataStore } from '../../../src/drivers/data-stores.ts';
import { silentLog } from '../../../src/world/log.ts';
import { databaseEffects } from '../../support/database-effects.ts';

/** A process of its own that takes a backup, to be killed: its settings and the folder are its arguments. */
const [settings = '{}', directory = ''] = process.argv.slice(2);
const store = dataStore.parse(JSON.parse(settings));
await store.open({ effects: databaseEffects(), where: 'data', placeholders: {} }).backup({ directory, log: silentLog });
