import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { labelOf, type NamedState } from '../../../src/core/history/named-states.ts';
import type { Reading } from '../../../src/core/model/observation.ts';

const moved: NamedState = { label: '3.7.11+chart-5.9.4', release: '3.7.11', parts: { chart: '5.9.4', database: '15' } };
const known = (value: string): Reading<string> => ({ kind: 'known', value });
const silent: Reading<string> = { kind: 'unknown', reason: 'helm did not answer' };

describe('what a live state is called', () => {
  it('is its release, unless its parts are those of a state that a plan has named', () => {
    assert.deepEqual(labelOf('3.7.11', { chart: known('5.9.4') }, [moved]), known('3.7.11+chart-5.9.4'));
    assert.deepEqual(labelOf('3.7.11', { chart: known('5.8.1') }, [moved]), known('3.7.11'));
    assert.deepEqual(labelOf('3.7.11', { chart: known('5.9.4'), database: known('16') }, [moved]), known('3.7.11'));
    assert.deepEqual(labelOf('4.0.4', { chart: known('5.9.4') }, [moved]), known('4.0.4'));
    assert.deepEqual(labelOf('3.7.11', {}, [moved]), known('3.7.11'), 'a part that nothing shows names no state');
  });

  it('is unknown while a part that decides it could not be read', () => {
    const label = labelOf('3.7.11', { chart: silent }, [moved]);
    assert.ok(label.kind === 'unknown');
    assert.match(label.reason, /whether it is 3\.7\.11\+chart-5\.9\.4 .* \(helm did not answer\)$/);
    assert.deepEqual(labelOf('3.7.11', { chart: known('5.8.1'), database: silent }, [moved]), known('3.7.11'));
  });
});
