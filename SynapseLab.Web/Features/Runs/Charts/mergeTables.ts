import type { Sample } from './smoothing';

/** One line before merging: its own x values (ascending) and y values. */
export interface Line {
  x: readonly Sample[];
  y: readonly Sample[];
}

/**
 * Brings lines with different x onto one ascending x, as a chart with a shared x axis needs it. Where a line has no value
 * the result is undefined: the chart then joins the neighbours, while null stays a gap.
 */
export function mergeLines(lines: readonly Line[]): { x: number[]; ys: (Sample | undefined)[][] } {
  const places = new Set<number>();
  for (const line of lines) for (const x of line.x) if (x !== null) places.add(x);
  const x = [...places].sort((a, b) => a - b);
  const row = new Map(x.map((value, at) => [value, at]));
  const ys = lines.map(line => {
    const y = new Array<Sample | undefined>(x.length).fill(undefined);
    line.x.forEach((value, at) => {
      if (value !== null) y[row.get(value)!] = line.y[at] ?? null;
    });
    return y;
  });
  return { x, ys };
}
