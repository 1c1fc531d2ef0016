import { describe, expect, it } from 'vitest';
import { decodeColumns } from './columns';

function encode(columns: number[][], version = 1): ArrayBuffer {
  const rows = columns[0]?.length ?? 0;
  const bytes = new ArrayBuffer(16 + columns.length * rows * 8);
  const view = new DataView(bytes);
  [version, columns.length, rows, 4].forEach((value, at) => view.setUint32(at * 4, value, true));
  columns.flat().forEach((value, at) => view.setFloat64(16 + at * 8, value, true));
  return bytes;
}

describe('decodeColumns', () => {
  it('reads columns by name, NaN as a gap', () => {
    const block = decodeColumns(encode([[1, 2, 3], [0.5, Number.NaN, 0.25]]), ['step', 'loss']);
    expect(block).toEqual({ columns: { step: [1, 2, 3], loss: [0.5, null, 0.25] }, rowCount: 3, stepsPerRow: 4 });
  });

  it('reads an empty run', () => expect(decodeColumns(encode([[], []]), ['step', 'loss']).rowCount).toBe(0));

  it('refuses another version, another number of columns and a cut-off block', () => {
    expect(() => decodeColumns(encode([[1]], 2), ['step'])).toThrow(/reload/);
    expect(() => decodeColumns(encode([[1]]), ['step', 'loss'])).toThrow(/Expected 2 columns/);
    expect(() => decodeColumns(encode([[1, 2]]).slice(0, 20), ['step'])).toThrow(/reload/);
  });
});
