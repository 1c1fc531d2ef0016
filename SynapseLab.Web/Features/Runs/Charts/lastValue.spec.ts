import { describe, expect, it } from 'vitest';
import { lastValue } from './lastValue';

describe('lastValue', () => {
  it('is the newest there is, past gaps and joined rows', () => expect(lastValue([3, 2, null, undefined])).toBe(2));
  it('of nothing is nothing', () => expect(lastValue([null])).toBeNull());
});
