import { describe, expect, it } from 'vitest';
import { parseVolume } from './volumeBytes';

/** A window of 1 × 1 × 2 voxels that begins at (-3, 4, 5). */
function window(): ArrayBuffer {
  const buffer = new ArrayBuffer(28 + 2 + 2 + 4);
  const view = new DataView(buffer);
  view.setUint32(0, 0x31574c53, true);
  [-3, 4, 5, 1, 1, 2].forEach((value, i) => view.setInt32(4 + 4 * i, value, true));
  [10, 20, 1, 6].forEach((value, i) => view.setUint8(28 + i, value));
  view.setUint16(32, 7, true);
  view.setUint16(34, 300, true);
  return buffer;
}

describe('parseVolume', () => {
  it('reads origin, shape and the three arrays', () => {
    const volume = parseVolume(window());

    expect(volume.origin).toEqual([-3, 4, 5]);
    expect(volume.shape).toEqual([1, 1, 2]);
    expect([...volume.raw]).toEqual([10, 20]);
    expect([...volume.structures]).toEqual([1, 6]);
    expect([...volume.segments]).toEqual([7, 300]);
  });

  it('names the sizes when bytes are missing', () => {
    expect(() => parseVolume(window().slice(0, 30))).toThrow('Expected 36 bytes for a window of 1 × 1 × 2 voxels, got 30.');
  });

  it('refuses other data', () => {
    const other = window();
    new DataView(other).setUint32(0, 0, true);
    expect(() => parseVolume(other)).toThrow('got other data');
    expect(() => parseVolume(new ArrayBuffer(3))).toThrow('got 3 bytes');
  });
});
