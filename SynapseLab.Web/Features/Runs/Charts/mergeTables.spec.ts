import { describe, expect, it } from 'vitest';
import { mergeLines } from './mergeTables';

describe('mergeLines', () => {
  it('brings two runs onto one x and keeps gaps apart from absent places', () =>
    expect(mergeLines([{ x: [1, 3], y: [10, null] }, { x: [2, 3, null], y: [20, 30, 99] }])).toEqual({
      x: [1, 2, 3],
      ys: [[10, undefined, null], [undefined, 20, 30]],
    }));

  it('takes no lines', () => expect(mergeLines([])).toEqual({ x: [], ys: [] }));
});
