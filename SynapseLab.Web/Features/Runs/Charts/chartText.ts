import type { ChartData } from './chartLines';
import { numberText } from './numberText';

/** Comma-separated values of everything a chart draws, full precision, one header row. */
export function chartCsv(data: ChartData, xTitle: string): string {
  const quote = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const rows = data.x.map((x, at) => [x, ...data.ys.map(y => y[at] ?? '')].join(','));
  return [[xTitle, ...data.lines.map(line => line.label)].map(quote).join(','), ...rows].join('\n') + '\n';
}

/** At most `limit` rows of the chart as texts, evenly taken, first and last always there: what a screen reader gets. */
export function chartTable(data: ChartData, xTitle: string, limit = 40): { head: string[]; rows: string[][] } {
  const count = Math.min(limit, data.x.length);
  const places = Array.from({ length: count }, (_, at) =>
    count === 1 ? 0 : Math.round((at * (data.x.length - 1)) / (count - 1)));
  return {
    head: [xTitle, ...data.lines.map(line => line.label)],
    rows: places.map(place => [numberText(data.x[place], 6), ...data.ys.map(y => numberText(y[place]))]),
  };
}
