import { layoutOf, type Plane } from './planeGeometry';
import { structureBits, type Structure, type VolumeBytes } from './volumeBytes';

/** What is drawn: the grey window and the opacity 0…1 of each overlay. */
export interface Layers {
  /** Grey values shown as black and as white, 0…255. */
  readonly black: number;
  readonly white: number;
  readonly raw: boolean;
  readonly segments: number;
  readonly structures: Readonly<Record<Structure, number>>;
}

type Rgb = readonly [red: number, green: number, blue: number];

/** The same colours everywhere: vesicle yellow, cleft red, presynaptic blue, postsynaptic magenta, mitochondria green. */
export const structureColours: Readonly<Record<Structure, Rgb>> = {
  vesicle: [240, 228, 66],
  cleft: [230, 40, 40],
  presynaptic: [40, 120, 255],
  postsynaptic: [217, 70, 239],
  mitochondria: [34, 197, 94],
};

export const defaultLayers: Layers = {
  black: 0,
  white: 255,
  raw: true,
  segments: 0,
  structures: { vesicle: 0.35, cleft: 0.5, presynaptic: 0.2, postsynaptic: 0, mitochondria: 0.25 },
};

/** Paints one plane of the window as RGBA bytes, width × height × 4, row by row. */
export function composePlane(volume: VolumeBytes, plane: Plane, slice: number, layers: Layers): Uint8ClampedArray<ArrayBuffer> {
  const layout = layoutOf(volume.shape, plane, slice);
  const pixels = new Uint8ClampedArray(layout.width * layout.height * 4);
  const grey = greyTable(layers);
  const tints = visibleTints(layers);
  let at = 0;
  for (let v = 0; v < layout.height; v++) {
    let voxel = layout.start + v * layout.vStride;
    for (let u = 0; u < layout.width; u++, voxel += layout.uStride, at += 4) {
      const value = grey[volume.raw[voxel]!]!;
      pixels[at] = pixels[at + 1] = pixels[at + 2] = value;
      pixels[at + 3] = 255;
      const segment = volume.segments[voxel]!;
      if (layers.segments > 0 && segment !== 0) blend(pixels, at, segmentColour(segment), layers.segments);
      const bits = volume.structures[voxel]!;
      if (bits !== 0) {
        for (const tint of tints) if ((bits & tint.bit) !== 0) blend(pixels, at, tint.colour, tint.opacity);
      }
    }
  }
  return pixels;
}

/** Colour of a segment: hues a golden angle apart, so that neighbouring ids differ. */
export function segmentColour(id: number): Rgb {
  const hue = ((id * 137.508) % 360) / 60;
  const rise = 1 - Math.abs((hue % 2) - 1);
  const corner = Math.floor(hue);
  const [r, g, b] = ([[1, rise, 0], [rise, 1, 0], [0, 1, rise], [0, rise, 1], [rise, 0, 1], [1, 0, rise]] as const)[corner]!;
  return [55 + 200 * r, 55 + 200 * g, 55 + 200 * b];
}

function greyTable(layers: Layers): Uint8ClampedArray {
  const range = Math.max(1, layers.white - layers.black);
  return Uint8ClampedArray.from({ length: 256 }, (_, value) => (layers.raw ? ((value - layers.black) / range) * 255 : 96));
}

function visibleTints(layers: Layers): { bit: number; colour: Rgb; opacity: number }[] {
  return (Object.keys(structureBits) as Structure[])
    .filter(name => layers.structures[name] > 0)
    // The small structures come last, on top of the large ones.
    .sort((a, b) => drawOrder.indexOf(a) - drawOrder.indexOf(b))
    .map(name => ({ bit: structureBits[name], colour: structureColours[name], opacity: layers.structures[name] }));
}

const drawOrder: readonly Structure[] = ['postsynaptic', 'presynaptic', 'mitochondria', 'vesicle', 'cleft'];

function blend(pixels: Uint8ClampedArray, at: number, colour: Rgb, opacity: number): void {
  for (let channel = 0; channel < 3; channel++) {
    pixels[at + channel] = pixels[at + channel]! * (1 - opacity) + colour[channel]! * opacity;
  }
}
