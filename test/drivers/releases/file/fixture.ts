import type { MakeSourceFixture } from '../fixture.ts';

export const makeFixture: MakeSourceFixture = () => [
  {
    name: 'file',
    settings: () => ({ file: 'releases.yml' }),
    files: { 'releases.yml': '- 1.0.0\n- { version: 1.1.0 }\n' },
    tags: ['1.0.0', '1.1.0'],
  },
];
