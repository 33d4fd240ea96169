import { keepCompiled } from './world/compiled-code.ts';

// Each step of a job starts this again. Nothing else is loaded before: what is loaded is what would be compiled.
keepCompiled(process.env.RUNNER_TEMP);
await import('./entries/action/main.ts');
