import { isBuiltin } from 'node:module';
import { transform } from 'esbuild';

/**
 * What is done to a bundle when it is merged with no other any more. White space and comments go, names stay: the stack of a
 * defect that somebody reports shows them.
 */
export async function finished(text: string): Promise<string> {
  const { code } = await transform(text, {
    loader: 'js',
    format: 'esm',
    target: 'node24',
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: longestLine,
  });
  return code;
}

/** So that a place in a stack, and a difference between two versions, is a line and not the whole file. */
const longestLine = 160;

const plainImport = /^import ([\w$]+|\* as [\w$]+|\{[^}]*\}) from "([\w:/]+)";$/gm;

/**
 * What is imported of Node.js becomes what is asked for. An import reads every export of the module, and so loads what some of
 * them load when they are read, such as the streams of `node:fs`: 6 ms of each start. Node.js has been able to be asked since version
 * 20.16, so what an older one loads to say what it lacks must keep its imports.
 */
export function withoutImportsOfNode(text: string): string {
  return text.replace(plainImport, (statement, names: string, module: string) => {
    if (!isBuiltin(module)) return statement;
    const wanted = names.startsWith('* as ') ? names.slice('* as '.length) : names.replaceAll(' as ', ': ');
    return `const ${wanted} = process.getBuiltinModule("${module}");`;
  });
}
