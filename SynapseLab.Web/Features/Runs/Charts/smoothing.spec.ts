import { describe, expect, it } from 'vitest';
import { smooth } from './smoothing';

/** The definition, written naively: Σ wᵃ·x / Σ wᵃ over the finite values so far, a = how many finite values ago. */
function naive(values: readonly (number | null)[], weight: number): (number | null)[] {
  return values.map((value, at) => {
    if (value === null) return null;
    const past = values.slice(0, at + 1).filter(v => v !== null).reverse();
    const top = past.reduce((sum, v, age) => sum + v * weight ** age, 0);
    return top / past.reduce((sum, _, age) => sum + weight ** age, 0);
  });
}

describe('smooth', () => {
  it('equals the weighted mean written out', () => {
    const values = [4, 2, null, 8, 1, 1, 5];
    const result = smooth(values, 0.7);
    naive(values, 0.7).forEach((expected, at) => {
      if (expected === null) expect(result[at]).toBeNull();
      else expect(result[at]).toBeCloseTo(expected, 12);
    });
  });

  it('leaves a constant constant from the first point on', () =>
    smooth([3, 3, 3, 3], 0.9).forEach(value => expect(value).toBeCloseTo(3, 12)));

  it('returns the raw values at weight 0', () => expect(smooth([1, null, 2], 0)).toEqual([1, null, 2]));

  it('makes NaN a gap and goes on', () => expect(smooth([2, Number.NaN, 2], 0.5)).toEqual([2, null, 2]));

  it('refuses a weight of 1', () => expect(() => smooth([1], 1)).toThrow(RangeError));
});
