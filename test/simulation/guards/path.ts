import { type Guard, guard } from './guard.ts';

export const pathGuards: readonly Guard[] = [
  guard('half a list of releases gives no path', [
    'drivers/releases/github/pages.ts',
    'if (reply.status !== 200) {',
    'if (reply.status !== 200) return { items: [], next: undefined };\n    if (reply.status === 0) {',
  ]),
  guard('a list that lost the way to its next page is read on', [
    'drivers/releases/github/pages.ts',
    '?? pageAfter(url, items.length)',
    '',
  ]),
];
