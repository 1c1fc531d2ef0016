import type { ChartSpec, XKind } from './chartSpecs';
import { mergeLines, type Line } from './mergeTables';
import type { SeriesTable } from './seriesTable';
import { smooth, type Sample } from './smoothing';

/** A run whose values are drawn. */
export interface RunLines {
  name: string;
  colour: string;
  steps: SeriesTable;
  metrics: SeriesTable;
}

/** What a drawn line means; `raw` lies faint behind its smoothed twin, `low` and `high` bound a band. */
export interface DrawnLine {
  label: string;
  colour: string;
  role: 'value' | 'raw' | 'low' | 'high' | 'chance';
}

export interface ChartData {
  x: number[];
  ys: (Sample | undefined)[][];
  lines: DrawnLine[];
}

/** All lines of one chart over one x: per run the raw and smoothed line, its band, and the chance level at last. */
export function chartData(spec: ChartSpec, runs: readonly RunLines[], xKind: XKind, smoothing: number, chance: number | null): ChartData {
  const lines: DrawnLine[] = [];
  const values: Line[] = [];
  const add = (line: DrawnLine, x: readonly Sample[], y: readonly Sample[]): void => {
    lines.push(line);
    values.push({ x, y });
  };
  for (const run of runs) {
    const table = run[spec.table];
    const x = table.column(xKind);
    const y = table.column(spec.column);
    if (spec.deviation) {
      const deviation = table.column(spec.deviation);
      const shifted = (sign: number): Sample[] => y.map((value, at) => (value === null ? null : value + sign * (deviation[at] ?? 0)));
      add({ label: `${run.name} − sd`, colour: run.colour, role: 'low' }, x, shifted(-1));
      add({ label: `${run.name} + sd`, colour: run.colour, role: 'high' }, x, shifted(1));
    }
    const smoothed = spec.smoothed && smoothing > 0;
    if (smoothed) add({ label: `${run.name}, raw`, colour: run.colour, role: 'raw' }, x, y);
    add({ label: run.name, colour: run.colour, role: 'value' }, x, smoothed ? smooth(y, smoothing) : y);
  }
  const merged = mergeLines(values);
  if (chance !== null && spec.id === 'loss') {
    lines.push({ label: 'chance', colour: 'grey', role: 'chance' });
    merged.ys.push(merged.x.map(() => chance));
  }
  return { ...merged, lines };
}
