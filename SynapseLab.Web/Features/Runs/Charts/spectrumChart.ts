import type { ChartData } from './chartLines';
import type { Spectrum } from './progressFeed';

/** A run with the singular values of its newest probe. */
export interface SpectrumLine {
  name: string;
  colour: string;
  spectrum: Spectrum | null;
}

/** Of the largest: below it a singular value is rounding, and its place on a log axis noise. */
const leastFraction = 1e-8;

/** Singular values over their place, one line a run; those that are 0 but for rounding are gaps. */
export function spectrumData(runs: readonly SpectrumLine[]): ChartData {
  const shown = runs.filter(run => run.spectrum && run.spectrum.singularValues.some(value => value > 0));
  const longest = Math.max(0, ...shown.map(run => run.spectrum!.singularValues.length));
  return {
    x: Array.from({ length: longest }, (_, at) => at + 1),
    ys: shown.map(({ spectrum }) => Array.from({ length: longest }, (_, at) => above(spectrum!.singularValues[at], leastFraction * spectrum!.singularValues[0]!))),
    lines: shown.map(run => ({ label: run.name, colour: run.colour, role: 'value' })),
  };
}

/** The sentence under the chart: when it was measured, and how far the values fall. */
export function spectrumCaption(runs: readonly SpectrumLine[]): string {
  const [only, ...others] = runs;
  return only?.spectrum && others.length === 0
    ? `after step ${only.spectrum.step}: ${only.spectrum.singularValues.length} singular values, largest first`
    : 'singular values of each run’s newest probe, largest first';
}

function above(value: number | undefined, least: number): number | null {
  return value !== undefined && value > least ? value : null;
}
