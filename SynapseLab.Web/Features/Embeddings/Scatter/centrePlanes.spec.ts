import { describe, expect, it } from 'vitest';
import { parseCentrePlanes } from './centrePlanes';

/** A window of shape (z, y, x) as the server writes it, raw values counting up from `first`. */
function window(z: number, y: number, x: number, first: number): Uint8Array {
  const count = z * y * x;
  const bytes = new Uint8Array(28 + 4 * count);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x31574c53, true);
  [0, 0, 0, z, y, x].forEach((value, at) => view.setInt32(4 + 4 * at, value, true));
  for (let at = 0; at < count; at++) bytes[28 + at] = first + at;
  return bytes;
}

describe('parseCentrePlanes', () => {
  it('splits the three planes', () => {
    const parts = [window(1, 2, 2, 0), window(2, 2, 1, 10), window(2, 1, 2, 20)];
    const bytes = Uint8Array.from(parts.flatMap(part => [...part]));
    const cube = parseCentrePlanes(bytes.buffer);
    expect([...cube.xy.raw]).toEqual([0, 1, 2, 3]);
    expect(cube.zy.shape).toEqual([2, 2, 1]);
    expect([...cube.xz.raw]).toEqual([20, 21, 22, 23]);
  });

  it('refuses bytes that are cut off', () => expect(() => parseCentrePlanes(new ArrayBuffer(100))).toThrow(/equal size/));
});
