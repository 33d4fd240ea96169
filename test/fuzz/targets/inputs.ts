import { readMatrixHop } from '../../../src/core/model/matrix-hop.ts';
import { readInputs } from '../../../src/entries/action/inputs.ts';
import { factsOf } from '../../../src/planning/facts-input.ts';
import type { Target } from '../target.ts';

const digest = 'd'.repeat(64);
const hop = `{"id":"1.0.2--1.1.4","index":1,"count":2,"from":"1.0.2","to":"1.1.4","digest":"${digest}"}`;
const hopWithParts = `{"id":"a--b","index":1,"count":1,"from":"a","to":"b","digest":"${digest}","parts":{"to":{"chart":"8.1.0"}}}`;

/** One input a line, as `NAME=value`; `\n` in a value stands for a line break. */
function environmentOf(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split('\n').map((line) => {
      const [name = '', ...value] = line.split('=');
      return [name, value.join('=').replaceAll('\\n', '\n')];
    }),
  );
}

export const inputTargets: readonly Target[] = [
  {
    name: 'inputs',
    seeds: [
      'INPUT_COMMAND=plan\nINPUT_TARGET=newest\nINPUT_FACTS=a=1\\nb=true\nINPUT_ACKNOWLEDGE=one, two\\nthree\nINPUT_SUMMARY=true',
      'INPUT_COMMAND=deploy\nINPUT_ENVIRONMENT=production\nINPUT_HOP=1.0.2--1.1.4\nINPUT_RELEASE=to\nINPUT_BUDGET=5h',
      `INPUT_COMMAND=check\nINPUT_ENVIRONMENT=production\nINPUT_HOP=${hop}\nINPUT_PURPOSE=rehearsal\nINPUT_CONFIRM=yes`,
    ],
    read: (text) => factsOf(readInputs(environmentOf(text)).given),
  },
  { name: 'hop-json', seeds: [hop, hopWithParts], read: readMatrixHop },
];
