import type { Sample } from './smoothing';

/** What can stand on the x axis of every chart. */
export type XKind = 'step' | 'epoch' | 'elapsedSeconds';

export const xTitles: Record<XKind, string> = {
  step: 'optimiser step',
  epoch: 'epoch',
  elapsedSeconds: 'training time',
};

/** One chart of a run: which table and column it draws. */
export interface ChartSpec {
  id: 'loss' | 'learningRate' | 'cubesPerSecond' | 'silhouette' | 'hopkins';
  title: string;
  /** Title of the y axis, with the unit where there is one. */
  axis: string;
  table: 'steps' | 'metrics';
  column: string;
  /** Column with the standard deviation, drawn as a band around the line. */
  deviation?: string;
  smoothed: boolean;
}

export const chartSpecs: readonly ChartSpec[] = [
  { id: 'loss', title: 'Loss', axis: 'loss', table: 'steps', column: 'loss', smoothed: true },
  { id: 'silhouette', title: 'Silhouette', axis: 'silhouette score', table: 'metrics', column: 'silhouette', smoothed: false },
  { id: 'hopkins', title: 'Hopkins', axis: 'Hopkins statistic', table: 'metrics', column: 'hopkinsMean', deviation: 'hopkinsStandardDeviation', smoothed: false },
  { id: 'learningRate', title: 'Learning rate', axis: 'learning rate', table: 'steps', column: 'learningRate', smoothed: false },
  { id: 'cubesPerSecond', title: 'Speed', axis: 'cubes/s', table: 'steps', column: 'cubesPerSecond', smoothed: true },
];

/** The sentence under a chart: how many cubes, clusters and repeats stand behind the newest value. */
export function caption(spec: ChartSpec, last: Readonly<Record<string, Sample>> | null, stepsPerRow: number, chance: number | null): string {
  if (spec.id === 'silhouette' && last) return `k = ${last['silhouetteClusters'] ?? '–'} clusters, n = ${last['sampleCount'] ?? '–'} cubes, ${last['embeddingDimension'] ?? '–'} features`;
  if (spec.id === 'hopkins' && last) return `n = ${last['sampleCount'] ?? '–'} cubes, band: ± 1 sd over repeats; 0.5 = uniform`;
  const mean = stepsPerRow > 1 ? `each point is the mean of ${stepsPerRow} steps; the CSV has every step` : 'every step is drawn';
  return spec.id === 'loss' && chance !== null ? `${mean}; dashed: a network that tells nothing apart, ${chance.toFixed(3)}` : mean;
}
