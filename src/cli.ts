#!/usr/bin/env node
import { missingNode } from './entries/terminal/needed-node.ts';

// Nothing else is loaded by an older Node.js: what it lacks would end it with a stack trace.
const missing = missingNode(process.versions.node);
if (missing === undefined) {
  const { keepCompiled, userCache } = await import('./world/compiled-code.ts');
  keepCompiled(userCache(process.env));
  await import('./entries/terminal/main.ts');
} else {
  process.stderr.write(`${missing}\n`);
  process.exitCode = 2;
}
