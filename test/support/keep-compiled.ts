import { enableCompileCache } from 'node:module';
import { compiled } from './compiled.ts';

// For --import: each test file is a process, which would strip and compile the same sources as the one before it.
enableCompileCache(compiled);
