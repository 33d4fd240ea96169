/** As in package.json, under `engines`. */
export const neededNode = 24;

/** The message if Node.js is too old; undefined if it is not. */
export function missingNode(version: string): string | undefined {
  if (Number(version.split('.')[0]) >= neededNode) return undefined;
  return `Staged Upgrade needs Node.js ${neededNode} or newer, and this is ${version}. Install it, or let npm install it: npx --package=node@${neededNode} --package=staged-upgrade staged-upgrade`;
}
