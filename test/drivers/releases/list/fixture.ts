import type { MakeSourceFixture } from '../fixture.ts';

export const makeFixture: MakeSourceFixture = () => [
  { name: 'list', settings: () => ({ list: ['1.0.0', '1.1.0'] }), tags: ['1.0.0', '1.1.0'] },
];
