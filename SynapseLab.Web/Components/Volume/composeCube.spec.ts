import { describe, expect, it } from 'vitest';
import { channelsOf, composeCube } from './composeCube';
import { structureColours } from './composePlane';
import { planes } from './planeGeometry';

// One cube (2, 2, 2, 2): raw 0, 10 … 70, then a cleft mask with its last voxel set.
const cube = Uint8Array.of(0, 10, 20, 30, 40, 50, 60, 70, 0, 0, 0, 0, 0, 0, 0, 255);
const channels = channelsOf('raw+cleft');

describe('composeCube', () => {
  it('shows the grey values of the chosen plane', () => {
    const pixels = composeCube(cube, 2, channels, planes.zy, 1);

    // zy: u runs along z, v along y; x = 1.
    expect([0, 4, 8].map(at => pixels[at])).toEqual([10, 50, 30]);
  });

  it('shows a mask alone in its full colour on black', () => {
    const pixels = composeCube(cube, 2, channels, planes.xy, 1, 1);

    expect([...pixels.slice(12, 15)]).toEqual([...structureColours.cleft]);
    expect([...pixels.slice(0, 3)]).toEqual([0, 0, 0]);
  });
});

it('channelsOf knows the recipes', () => {
  expect(channelsOf('raw+pre+cleft')).toEqual(['raw', 'presynaptic', 'cleft']);
  expect(channelsOf('raw+vesicle+seg')).toEqual(['raw', 'vesicle', 'seg']);
  expect(channelsOf('raw-masked')).toEqual(['raw']);
});
