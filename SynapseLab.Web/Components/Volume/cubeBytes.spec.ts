import { expect, it } from 'vitest';
import { parseCubes } from './cubeBytes';

function bytes(count: number, channels: number, size: number, values: number[]): ArrayBuffer {
  const buffer = new ArrayBuffer(16 + values.length);
  const view = new DataView(buffer);
  view.setUint32(0, 0x31434c53, true);
  [count, channels, size].forEach((value, i) => view.setInt32(4 + 4 * i, value, true));
  values.forEach((value, i) => view.setUint8(16 + i, value));
  return buffer;
}

it('splits the bytes into cubes', () => {
  const { channels, size, cubes } = parseCubes(bytes(2, 3, 1, [1, 2, 3, 4, 5, 6]));

  expect([channels, size]).toEqual([3, 1]);
  expect(cubes.map(cube => [...cube])).toEqual([[1, 2, 3], [4, 5, 6]]);
});

it('refuses cut or other data', () => {
  expect(() => parseCubes(bytes(1, 1, 2, [1, 2, 3]))).toThrow('Expected 24 bytes for 1 cubes of 1 × 2³, got 19.');
  expect(() => parseCubes(new ArrayBuffer(20))).toThrow('got other data');
});
