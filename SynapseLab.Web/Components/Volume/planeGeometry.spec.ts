import { describe, expect, it } from 'vitest';
import { layoutOf, planes, voxelIndex, withAxis, type PlaneName } from './planeGeometry';
import type { Zyx } from './volumeBytes';

const shape: Zyx = [2, 3, 4];

describe('layoutOf', () => {
  it.each(['xy', 'zy', 'xz'] as PlaneName[])('walks the same voxels of plane %s as naive indexing', name => {
    const plane = planes[name];
    for (let slice = 0; slice < shape[plane.normal]; slice++) {
      const layout = layoutOf(shape, plane, slice);
      for (let v = 0; v < layout.height; v++) {
        for (let u = 0; u < layout.width; u++) {
          const voxel = withAxis(withAxis(withAxis([0, 0, 0], plane.normal, slice), plane.u, u), plane.v, v);
          expect(layout.start + v * layout.vStride + u * layout.uStride).toBe(voxelIndex(shape, voxel));
        }
      }
    }
  });

  it('clamps a slice outside', () => {
    expect(layoutOf(shape, planes.xy, 9).start).toBe(12);
    expect(layoutOf(shape, planes.xy, -1).start).toBe(0);
  });
});

describe('voxelIndex', () => {
  it('is -1 outside', () => {
    expect(voxelIndex(shape, [0, 0, 4])).toBe(-1);
    expect(voxelIndex(shape, [-1, 0, 0])).toBe(-1);
    expect(voxelIndex(shape, [1, 2, 3])).toBe(23);
  });
});
