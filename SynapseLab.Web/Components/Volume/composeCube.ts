import { structureColours } from './composePlane';
import { layoutOf, type Plane } from './planeGeometry';
import type { Structure } from './volumeBytes';

/** What a channel of a recipe shows, e.g. `raw+pre+cleft`; `seg` is the segmentation as a mask. */
export type Channel = 'raw' | Structure | 'seg';

const recipeNames: Readonly<Record<string, Channel>> = {
  raw: 'raw', 'raw-masked': 'raw', pre: 'presynaptic', cleft: 'cleft', vesicle: 'vesicle', seg: 'seg',
};

/** Channels of a recipe by name, in order. */
export function channelsOf(recipe: string): Channel[] {
  return (recipe === 'raw-masked' ? [recipe] : recipe.split('+')).map(name => recipeNames[name] ?? 'seg');
}

/**
 * Paints one plane of a cube (C, s, s, s) as RGBA, s × s × 4: the raw channel in grey and the others tinted over it, or, when
 * `only` is a channel's index, that channel alone.
 */
export function composeCube(
  cube: Uint8Array, size: number, channels: readonly Channel[], plane: Plane, slice: number, only?: number,
): Uint8ClampedArray<ArrayBuffer> {
  const layout = layoutOf([size, size, size], plane, slice);
  const pixels = new Uint8ClampedArray(size * size * 4);
  const shown = only === undefined ? channels.map((_, i) => i) : [only];
  let at = 0;
  for (let v = 0; v < size; v++) {
    let voxel = layout.start + v * layout.vStride;
    for (let u = 0; u < size; u++, voxel += layout.uStride, at += 4) {
      pixels[at + 3] = 255;
      for (const channel of shown) paint(pixels, at, channels[channel]!, cube[channel * size ** 3 + voxel]!, only !== undefined);
    }
  }
  return pixels;
}

const overlayOpacity = 0.4;

function paint(pixels: Uint8ClampedArray, at: number, channel: Channel, value: number, alone: boolean): void {
  if (channel === 'raw') {
    pixels[at] = pixels[at + 1] = pixels[at + 2] = value;
    return;
  }
  const colour = channel === 'seg' ? ([150, 150, 150] as const) : structureColours[channel];
  const weight = (value / 255) * (alone ? 1 : overlayOpacity);
  for (let i = 0; i < 3; i++) pixels[at + i] = pixels[at + i]! * (1 - weight) + colour[i]! * weight;
}
