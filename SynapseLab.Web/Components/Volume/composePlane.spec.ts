import { describe, expect, it } from 'vitest';
import { composePlane, defaultLayers, segmentColour, structureColours, type Layers } from './composePlane';
import { planes } from './planeGeometry';
import type { VolumeBytes } from './volumeBytes';

const noStructures = { vesicle: 0, cleft: 0, presynaptic: 0, postsynaptic: 0, mitochondria: 0 };
const volume: VolumeBytes = {
  origin: [0, 0, 0],
  shape: [1, 1, 3],
  raw: Uint8Array.of(50, 100, 150),
  structures: Uint8Array.of(0, 1, 2),
  segments: Uint16Array.of(0, 0, 9),
};
const paint = (layers: Partial<Layers>): number[] => [
  ...composePlane(volume, planes.xy, 0, { ...defaultLayers, structures: noStructures, ...layers }),
];

describe('composePlane', () => {
  it('stretches the grey window to black and white', () => {
    expect(paint({ black: 50, white: 150 })).toEqual([0, 0, 0, 255, 128, 128, 128, 255, 255, 255, 255, 255]);
  });

  it('lays a structure over the grey at its opacity and leaves other voxels alone', () => {
    const pixels = paint({ structures: { ...noStructures, vesicle: 1 } });

    expect(pixels.slice(4, 7)).toEqual([...structureColours.vesicle]);
    expect(pixels.slice(0, 3)).toEqual([50, 50, 50]);
    expect(pixels.slice(8, 11)).toEqual([150, 150, 150]);
  });

  it('mixes half and half at opacity 0.5', () => {
    const [red] = paint({ structures: { ...noStructures, cleft: 0.5 } }).slice(8);

    expect(red).toBe(Math.round((150 + structureColours.cleft[0]) / 2));
  });

  it('colours segments but never the background', () => {
    const pixels = paint({ segments: 1 });

    expect(pixels.slice(0, 3)).toEqual([50, 50, 50]);
    expect(pixels.slice(8, 11)).toEqual(segmentColour(9).map(Math.round));
  });

  it('shows overlays on even grey when raw is off', () => {
    expect(paint({ raw: false }).slice(0, 3)).toEqual([96, 96, 96]);
  });
});
