import type { Sample } from './smoothing';

/** What the server sends for a run's history; see "Series bytes" in docs/api.md. */
export interface ColumnBlock {
  /** Column values by name, all of one length; NaN on the wire is null here. */
  columns: Record<string, Sample[]>;
  rowCount: number;
  /** Training steps that one row is the mean of (1 = every step is there). */
  stepsPerRow: number;
}

export const stepColumns = ['step', 'epoch', 'elapsedSeconds', 'loss', 'learningRate', 'cubesPerSecond',
  'gradientNorm', 'lossScale', 'skipped'] as const;

export const metricColumns = ['step', 'epoch', 'elapsedSeconds', 'silhouette', 'silhouetteClusters', 'sampleCount',
  'hopkinsMean', 'hopkinsStandardDeviation', 'embeddingDimension', 'rankMe', 'alignment', 'uniformity', 'positiveCosine', 'negativeCosine',
  'knnAccuracy', 'linearProbeAccuracy', 'majorityFraction', 'intensityR2'] as const;

export const telemetryColumns = ['step', 'epoch', 'elapsedSeconds', 'processMemoryBytes', 'busyCores', 'gpuUtilizationFraction',
  'gpuMemoryUsedBytes', 'gpuMemoryTotalBytes', 'gpuPowerWatts', 'gpuTemperatureCelsius'] as const;

const headerBytes = 16;

/** Reads the little-endian block: uint32 version (1), columns, rows, steps per row; then float64 values column by column. */
export function decodeColumns(bytes: ArrayBuffer, names: readonly string[]): ColumnBlock {
  const view = new DataView(bytes);
  if (bytes.byteLength < headerBytes || view.getUint32(0, true) !== 1) {
    throw new Error('The server sent a series in a form that this page does not know; reload the page.');
  }
  const columnCount = view.getUint32(4, true);
  const rowCount = view.getUint32(8, true);
  if (columnCount !== names.length || bytes.byteLength !== headerBytes + columnCount * rowCount * 8) {
    throw new Error(`Expected ${names.length} columns of ${rowCount} values, got ${columnCount} in ${bytes.byteLength} bytes; reload the page.`);
  }
  const columns: Record<string, Sample[]> = {};
  names.forEach((name, column) => {
    columns[name] = Array.from({ length: rowCount }, (_, row) => {
      const value = view.getFloat64(headerBytes + (column * rowCount + row) * 8, true);
      return Number.isNaN(value) ? null : value;
    });
  });
  return { columns, rowCount, stepsPerRow: view.getUint32(12, true) };
}
