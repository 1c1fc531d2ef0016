import { describe, expect, it } from 'vitest';
import { decodePoints } from './pointBlock';

function encode(columns: number[][], version = 1): ArrayBuffer {
  const count = columns[0]!.length;
  const bytes = new ArrayBuffer(16 + columns.length * count * 4);
  new Uint32Array(bytes, 0, 4).set([version, count, columns.length - 2, 0]);
  new Float32Array(bytes, 16).set(columns.flat());
  return bytes;
}

describe('decodePoints', () => {
  it('reads coordinates and colourings', () => {
    const block = decodePoints(encode([[1, 2], [3, 4], [0, 1], [0.5, Number.NaN]]));
    expect([...block.x]).toEqual([1, 2]);
    expect([...block.y]).toEqual([3, 4]);
    expect(block.columns.map(column => [...column])).toEqual([[0, 1], [0.5, Number.NaN]]);
  });

  it('refuses a cut-off block and another version', () => {
    expect(() => decodePoints(encode([[1], [2]]).slice(0, 20))).toThrow(/reload/);
    expect(() => decodePoints(encode([[1], [2]], 9))).toThrow(/version 9/);
    expect(() => decodePoints(new ArrayBuffer(3))).toThrow(/reload/);
  });
});
