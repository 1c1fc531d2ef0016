/** Cubes as `CubeBytes.cs` writes them: each (C, s, s, s), 8 bit, X fastest. */
export interface CubeBytes {
  readonly channels: number;
  readonly size: number;
  readonly cubes: readonly Uint8Array[];
}

const magic = 0x31434c53; // "SLC1", little endian
const headerBytes = 16;

/** Reads cubes out of `buffer` without copying. Throws when the bytes are something else or cut short. */
export function parseCubes(buffer: ArrayBuffer): CubeBytes {
  const header = new DataView(buffer);
  if (buffer.byteLength < headerBytes || header.getUint32(0, true) !== magic) throw new Error('Expected cubes, got other data.');
  const [count, channels, size] = [4, 8, 12].map(at => header.getInt32(at, true)) as [number, number, number];
  const length = channels * size ** 3;
  const expected = headerBytes + count * length;
  if (buffer.byteLength !== expected) {
    throw new Error(`Expected ${expected} bytes for ${count} cubes of ${channels} × ${size}³, got ${buffer.byteLength}.`);
  }
  const cubes = Array.from({ length: count }, (_, i) => new Uint8Array(buffer, headerBytes + i * length, length));
  return { channels, size, cubes };
}
