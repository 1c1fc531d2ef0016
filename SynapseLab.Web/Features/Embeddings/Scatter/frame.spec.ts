import { describe, expect, it } from 'vitest';
import { fitToFrame } from './frame';

describe('fitToFrame', () => {
  it('uses one scale for both axes and centres', () => {
    const fitted = fitToFrame([0, 10], [5, 10], 0);
    expect([...fitted.x]).toEqual([-1, 1]);
    expect([...fitted.y]).toEqual([-0.5, 0.5]);
  });

  it('puts a single point in the middle', () => expect([...fitToFrame([7], [3]).x]).toEqual([0]));

  it('takes no points', () => expect(fitToFrame([], []).x).toHaveLength(0));
});
