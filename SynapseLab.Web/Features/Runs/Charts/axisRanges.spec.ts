import { describe, expect, it } from 'vitest';
import { logMarks, withoutRounding } from './axisRanges';

describe('withoutRounding', () => {
  it('takes two cosines of a collapsed network for one value', () => {
    const [low, high] = withoutRounding(0.9999999999999998, 1);
    expect(low).toBe(high);
  });

  it.each([[0, 0], [5, 5]])('leaves %s … %s one value', (low, high) => expect(withoutRounding(low, high)).toEqual([low, high]));

  it.each([[0.9999, 1], [-1e-12, 3e-12], [-8, 4]])('leaves %s … %s, which can be read', (low, high) => expect(withoutRounding(low, high)).toEqual([low, high]));
});

describe('logMarks', () => {
  it('draws all marks over few powers of ten', () => expect(logMarks([1, 2, 5, 10, 20])).toEqual([1, 2, 5, 10, 20]));

  it('draws the powers alone over many', () =>
    expect(logMarks([1e-3, 2e-3, 0.01, 0.5, 1, 9, 10, 100])).toEqual([1e-3, null, 0.01, null, 1, null, 10, 100]));
});
