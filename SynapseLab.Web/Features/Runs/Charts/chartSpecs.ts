import type { Sample } from './smoothing';

/** What can stand on the x axis of every chart over time. */
export type XKind = 'step' | 'epoch' | 'elapsedSeconds';

export const xTitles: Record<XKind, string> = {
  step: 'optimiser step',
  epoch: 'epoch',
  elapsedSeconds: 'training time',
};

/** One line of a chart; the first is drawn solid, the others dashed. */
export interface LineSpec {
  column: string;
  /** Says which line it is, where a chart has several. */
  label?: string;
  /** Factor from the column's unit to the axis's, default 1. */
  scale?: number;
  /** Column with the standard deviation, drawn as a band around the line. */
  deviation?: string;
}

/** One chart of a run: which table and columns it draws. Titles and help are in the markup (ChartCatalogue.cs). */
export interface ChartSpec {
  id: string;
  /** Title of the y axis, with the unit where there is one. */
  axis: string;
  table: 'steps' | 'metrics' | 'telemetry';
  lines: readonly LineSpec[];
  smoothed?: boolean;
  /** A log axis always, or where the reader asks for one. */
  log?: 'always' | 'asked';
}

const gibibyte = 2 ** -30;
const percent = 100;

export const chartSpecs: readonly ChartSpec[] = [
  { id: 'loss', axis: 'loss', table: 'steps', lines: [{ column: 'loss' }], smoothed: true, log: 'asked' },
  { id: 'learningRate', axis: 'learning rate', table: 'steps', lines: [{ column: 'learningRate' }] },
  { id: 'gradientNorm', axis: 'gradient norm', table: 'steps', lines: [{ column: 'gradientNorm' }], smoothed: true, log: 'asked' },
  { id: 'lossScale', axis: 'loss scale', table: 'steps', lines: [{ column: 'lossScale' }], log: 'always' },
  { id: 'skipped', axis: 'steps left out, %', table: 'steps', lines: [{ column: 'skipped', scale: percent }] },
  { id: 'silhouette', axis: 'silhouette score', table: 'metrics', lines: [{ column: 'silhouette' }] },
  { id: 'hopkins', axis: 'Hopkins statistic', table: 'metrics', lines: [{ column: 'hopkinsMean', deviation: 'hopkinsStandardDeviation' }] },
  { id: 'rankMe', axis: 'dimensions', table: 'metrics', lines: [{ column: 'rankMe' }] },
  { id: 'alignment', axis: 'alignment, uniformity', table: 'metrics', lines: [{ column: 'alignment', label: 'alignment' }, { column: 'uniformity', label: 'uniformity' }] },
  { id: 'cosines', axis: 'mean cosine', table: 'metrics', lines: [{ column: 'positiveCosine', label: 'positives' }, { column: 'negativeCosine', label: 'negatives' }] },
  {
    id: 'accuracy', axis: 'accuracy', table: 'metrics',
    lines: [{ column: 'knnAccuracy', label: '5 neighbours' }, { column: 'linearProbeAccuracy', label: 'linear probe' }, { column: 'majorityFraction', label: 'commonest type' }],
  },
  { id: 'intensity', axis: 'R²', table: 'metrics', lines: [{ column: 'intensityR2' }] },
  { id: 'cubesPerSecond', axis: 'cubes/s', table: 'steps', lines: [{ column: 'cubesPerSecond' }], smoothed: true },
  { id: 'busyCores', axis: 'cores', table: 'telemetry', lines: [{ column: 'busyCores' }] },
  { id: 'processMemory', axis: 'GiB', table: 'telemetry', lines: [{ column: 'processMemoryBytes', scale: gibibyte }] },
  { id: 'gpuUtilization', axis: '%', table: 'telemetry', lines: [{ column: 'gpuUtilizationFraction', scale: percent }] },
  {
    id: 'gpuMemory', axis: 'GiB', table: 'telemetry',
    lines: [{ column: 'gpuMemoryUsedBytes', label: 'in use', scale: gibibyte }, { column: 'gpuMemoryTotalBytes', label: 'all there is', scale: gibibyte }],
  },
  { id: 'gpuPower', axis: 'W', table: 'telemetry', lines: [{ column: 'gpuPowerWatts' }] },
  { id: 'gpuTemperature', axis: '°C', table: 'telemetry', lines: [{ column: 'gpuTemperatureCelsius' }] },
];

/** The sentence under a chart: what stands behind the newest value. */
export function caption(spec: ChartSpec, last: Readonly<Record<string, Sample>> | null, stepsPerRow: number, chance: number | null): string {
  if (spec.table === 'metrics') return last ? probed(spec.id, name => String(last[name] ?? '–')) : '';
  if (spec.table === 'telemetry') return stepsPerRow > 1 ? `each point is the mean of ${stepsPerRow} samples` : 'a sample every few seconds';
  const mean = stepsPerRow > 1 ? `each point is the mean of ${stepsPerRow} steps; the CSV has every step` : 'every step is drawn';
  return spec.id === 'loss' && chance !== null ? `${mean}; dashed: a network that tells nothing apart, ${chance.toFixed(3)}` : mean;
}

function probed(id: string, value: (name: string) => string): string {
  if (id === 'silhouette') return `k = ${value('silhouetteClusters')} clusters, n = ${value('sampleCount')} cubes, ${value('embeddingDimension')} features`;
  if (id === 'hopkins') return `n = ${value('sampleCount')} cubes, band: ± 1 sd over repeats; 0.5 = uniform`;
  if (id === 'rankMe') return `of ${value('embeddingDimension')} features, n = ${value('sampleCount')} cubes`;
  return `n = ${value('sampleCount')} cubes`;
}
