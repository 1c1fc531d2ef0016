/** Voxel index or size, slowest axis first. */
export type Zyx = readonly [z: number, y: number, x: number];

/** The window around one synapse, as `VolumeBytes.cs` writes it. All arrays have Z·Y·X voxels, X fastest. */
export interface VolumeBytes {
  /** Voxel of the whole volume at which the window begins; negative where the window reaches over the edge. */
  readonly origin: Zyx;
  readonly shape: Zyx;
  /** Grey value 0…255. */
  readonly raw: Uint8Array;
  /** Bit flags, see `structureBits`. */
  readonly structures: Uint8Array;
  /** Ids local to the window; 0 is background. */
  readonly segments: Uint16Array;
}

export const structureBits = { vesicle: 1, cleft: 2, presynaptic: 4, postsynaptic: 8, mitochondria: 16 } as const;
export type Structure = keyof typeof structureBits;

const magic = 0x31574c53; // "SLW1", little endian
const headerBytes = 28;

/** Reads the window out of `buffer` without copying. Throws when the bytes are something else or cut short. */
export function parseVolume(buffer: ArrayBuffer): VolumeBytes {
  if (buffer.byteLength < headerBytes) throw new Error(`Expected a window of voxels, got ${buffer.byteLength} bytes.`);
  const header = new DataView(buffer, 0, headerBytes);
  if (header.getUint32(0, true) !== magic) throw new Error('Expected a window of voxels, got other data.');
  const numbers = [4, 8, 12, 16, 20, 24].map(at => header.getInt32(at, true)) as [number, number, number, number, number, number];
  const [oz, oy, ox, z, y, x] = numbers;
  const count = z * y * x;
  // The segments are 16 bit and begin at an even byte.
  const segmentsAt = headerBytes + 2 * count;
  const expected = segmentsAt + 2 * count;
  if (buffer.byteLength !== expected) {
    throw new Error(`Expected ${expected} bytes for a window of ${z} × ${y} × ${x} voxels, got ${buffer.byteLength}.`);
  }
  return {
    origin: [oz, oy, ox],
    shape: [z, y, x],
    raw: new Uint8Array(buffer, headerBytes, count),
    structures: new Uint8Array(buffer, headerBytes + count, count),
    segments: new Uint16Array(buffer, segmentsAt, count),
  };
}
