import { categoryDash, type DashPattern } from './dashes';
import type { ChartSpec, LineSpec, XKind } from './chartSpecs';
import { mergeLines, type Line } from './mergeTables';
import type { SeriesTable } from './seriesTable';
import { smooth, type Sample } from './smoothing';

/** A run whose values are drawn. */
export interface RunLines {
  name: string;
  colour: string;
  steps: SeriesTable;
  metrics: SeriesTable;
  telemetry: SeriesTable;
}

/** What a drawn line means; `raw` lies faint behind its smoothed twin, `low` and `high` bound a band. */
export interface DrawnLine {
  label: string;
  colour: string;
  role: 'value' | 'raw' | 'low' | 'high' | 'chance';
  dash?: DashPattern;
}

export interface ChartData {
  x: number[];
  ys: (Sample | undefined)[][];
  lines: DrawnLine[];
}

/** Whether there is a value to draw: a chart without one is not shown. */
export function hasValues(data: ChartData): boolean {
  return data.ys.some((y, at) => data.lines[at]!.role === 'value' && y.some(isNumber));
}

/** All lines of one chart over one x: per run the raw and smoothed lines and their bands, and the chance level at last. Lines without any value are left out. */
export function chartData(spec: ChartSpec, runs: readonly RunLines[], xKind: XKind, smoothing: number, chance: number | null): ChartData {
  const lines: DrawnLine[] = [];
  const values: Line[] = [];
  for (const run of runs) {
    const table = run[spec.table];
    const x = table.column(xKind);
    spec.lines.forEach((line, at) => {
      if (!table.column(line.column).some(isNumber)) return;
      const label = spec.lines.length === 1 ? run.name : runs.length === 1 ? line.label! : `${run.name}, ${line.label}`;
      const dash = categoryDash(at);
      for (const [role, words, y] of drawn(line, table, spec.smoothed ? smoothing : 0)) {
        lines.push({ label: `${label}${words}`, colour: run.colour, role, ...(dash && { dash }) });
        values.push({ x, y });
      }
    });
  }
  const merged = mergeLines(values);
  if (chance !== null && spec.id === 'loss') {
    lines.push({ label: 'chance', colour: 'grey', role: 'chance' });
    merged.ys.push(merged.x.map(() => chance));
  }
  return { ...merged, lines };
}

/** What one column becomes: its band, its faint raw twin, itself. */
function drawn(line: LineSpec, table: SeriesTable, smoothing: number): [DrawnLine['role'], string, Sample[]][] {
  const scale = line.scale ?? 1;
  const y = table.column(line.column).map(value => (value === null ? null : value * scale));
  const parts: [DrawnLine['role'], string, Sample[]][] = [];
  if (line.deviation) {
    const deviation = table.column(line.deviation);
    const shifted = (sign: number): Sample[] => y.map((value, at) => (value === null ? null : value + sign * (deviation[at] ?? 0) * scale));
    parts.push(['low', ' − sd', shifted(-1)], ['high', ' + sd', shifted(1)]);
  }
  if (smoothing > 0) parts.push(['raw', ', raw', y]);
  parts.push(['value', '', smoothing > 0 ? smooth(y, smoothing) : y]);
  return parts;
}

function isNumber(value: Sample | undefined): boolean {
  return typeof value === 'number' && Number.isFinite(value);
}
