import { expect, it } from 'vitest';
import { positionText } from './positionText';
import type { VolumeBytes } from './volumeBytes';

const volume: VolumeBytes = {
  origin: [10, 20, 30],
  shape: [1, 1, 2],
  raw: Uint8Array.of(5, 133),
  structures: Uint8Array.of(0, 2 | 4),
  segments: Uint16Array.of(0, 8),
};

it('names place in voxels and nanometres, values and structures', () => {
  expect(positionText(volume, [50, 4, 4], [0, 0, 1])).toBe(
    'z 10, y 20, x 31 voxel (500, 80, 124 nm) · grey 133 · segment 8 · cleft · presynaptic',
  );
});

it('says that a voxel lies outside the window', () => {
  expect(positionText(volume, [8, 8, 8], [0, 0, 5])).toContain('outside the window');
});
