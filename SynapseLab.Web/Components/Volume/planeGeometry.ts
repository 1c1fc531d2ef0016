import type { Zyx } from './volumeBytes';

/** An orthogonal plane: `u` runs right, `v` down, `normal` towards the viewer; the values are axes (0 z, 1 y, 2 x). */
export interface Plane {
  readonly name: PlaneName;
  readonly u: Axis;
  readonly v: Axis;
  readonly normal: Axis;
}

export type Axis = 0 | 1 | 2;
export type PlaneName = 'xy' | 'zy' | 'xz';

/** Laid out so that neighbours share an axis: xy and zy share y (rows), xy and xz share x (columns). */
export const planes: Readonly<Record<PlaneName, Plane>> = {
  xy: { name: 'xy', u: 2, v: 1, normal: 0 },
  zy: { name: 'zy', u: 0, v: 1, normal: 2 },
  xz: { name: 'xz', u: 2, v: 0, normal: 1 },
};

export const axisNames = ['z', 'y', 'x'] as const;

/** Where the voxels of a plane lie in an array with X fastest: index = start + v · vStride + u · uStride. */
export interface PlaneLayout {
  readonly width: number;
  readonly height: number;
  readonly start: number;
  readonly uStride: number;
  readonly vStride: number;
}

/** Layout of the plane at `slice` (0-based along its normal, clamped into the volume). */
export function layoutOf(shape: Zyx, plane: Plane, slice: number): PlaneLayout {
  const strides: Zyx = [shape[1] * shape[2], shape[2], 1];
  const inside = Math.min(shape[plane.normal] - 1, Math.max(0, slice));
  return {
    width: shape[plane.u],
    height: shape[plane.v],
    start: inside * strides[plane.normal],
    uStride: strides[plane.u],
    vStride: strides[plane.v],
  };
}

/** Index of a voxel in an array with X fastest; -1 outside. */
export function voxelIndex(shape: Zyx, voxel: Zyx): number {
  const inside = voxel.every((value, axis) => value >= 0 && value < shape[axis as Axis]);
  return inside ? (voxel[0] * shape[1] + voxel[1]) * shape[2] + voxel[2] : -1;
}

/** `voxel` with the value of one axis replaced. */
export function withAxis(voxel: Zyx, axis: Axis, value: number): Zyx {
  const changed: [number, number, number] = [...voxel];
  changed[axis] = value;
  return changed;
}
