/** What the scatter draws; see "Point bytes" in docs/api.md. */
export interface PointBlock {
  count: number;
  /** UMAP coordinates, arbitrary unit. */
  x: Float32Array;
  y: Float32Array;
  /** One value per point and colouring: a label's index, or a number for continuous ones; NaN = unknown. */
  columns: Float32Array[];
}

const headerBytes = 16;

/** Reads the little-endian block: uint32 version (1), points, columns, 0; then float32 x, y and every column. */
export function decodePoints(bytes: ArrayBuffer): PointBlock {
  const header = bytes.byteLength >= headerBytes ? new Uint32Array(bytes, 0, 4) : new Uint32Array(4);
  const [version, count, columnCount] = [header[0]!, header[1]!, header[2]!];
  const expected = headerBytes + (2 + columnCount) * count * 4;
  if (version !== 1 || bytes.byteLength !== expected) {
    throw new Error(`The points came as ${bytes.byteLength} bytes of version ${version}, expected ${expected} of version 1; reload the page.`);
  }
  const column = (at: number): Float32Array => new Float32Array(bytes, headerBytes + at * count * 4, count);
  return { count, x: column(0), y: column(1), columns: Array.from({ length: columnCount }, (_, at) => column(2 + at)) };
}
