import { describe, expect, it } from 'vitest';
import { logMarks, markedByNumber, withoutRounding } from './axisRanges';

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

describe('markedByNumber', () => {
  it('numbers 1, 2 and 5 over two powers of ten, where nine each would overlap', () =>
    expect(markedByNumber([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 50])).toEqual([1, 2, null, null, 5, null, null, null, null, 10, 20, null, 50]));

  it('numbers the powers alone over more', () => expect(markedByNumber([0.01, 0.05, 0.1, null, 1, 20])).toEqual([0.01, null, 0.1, null, 1, null]));

  it('numbers all where few fit in', () => expect(markedByNumber([3, 4, 6])).toEqual([3, 4, 6]));
});
