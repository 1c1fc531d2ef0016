import type { ChartData, DrawnLine } from './chartLines';
import { numberText } from './numberText';
import type { Sample } from './smoothing';

export interface SvgLabels {
  title: string;
  xAxis: string;
  yAxis: string;
  xText?: (value: number) => string;
  /** A log axis for y, whose values are then all positive. */
  log?: boolean;
}

const size = { width: 720, height: 400, left: 70, right: 20, top: 36, bottom: 48 };
const escape = (text: string): string => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`);

/** The chart as a standalone SVG document on white, for papers: axes with units, light grid, every line and its legend. */
export function chartSvg(data: ChartData, labels: SvgLabels): string {
  const finite = data.ys.flat().filter((y): y is number => typeof y === 'number' && Number.isFinite(y));
  const xTicks = ticks(data.x[0] ?? 0, data.x.at(-1) ?? 1);
  const low = finite.reduce((a, b) => Math.min(a, b), Infinity);
  const high = finite.reduce((a, b) => Math.max(a, b), -Infinity);
  const yTicks = labels.log ? powers(low, high) : ticks(low, high);
  const along = labels.log ? Math.log10 : (y: number): number => y;
  const scale = (value: number, marks: number[], from: number, to: number): number =>
    from + ((value - marks[0]!) / (marks.at(-1)! - marks[0]!)) * (to - from);
  const xAt = (x: number): number => scale(x, xTicks, size.left, size.width - size.right);
  const yAt = (y: number): number => scale(along(y), yTicks.map(along), size.height - size.bottom, size.top);
  const grid = [
    ...xTicks.map(x => `<path d="M${xAt(x)} ${size.top}V${size.height - size.bottom}"/>`),
    ...yTicks.map(y => `<path d="M${size.left} ${yAt(y)}H${size.width - size.right}"/>`),
  ];
  const marks = [
    ...xTicks.map(x => `<text x="${xAt(x)}" y="${size.height - size.bottom + 16}" text-anchor="middle">${escape((labels.xText ?? numberText)(x))}</text>`),
    ...yTicks.map(y => `<text x="${size.left - 6}" y="${yAt(y) + 4}" text-anchor="end">${escape(numberText(y, 6))}</text>`),
  ];
  const lines = data.lines.map((line, at) => `<path d="${path(data.x, data.ys[at]!, xAt, yAt)}" ${stroke(line)}><title>${escape(line.label)}</title></path>`);
  const named = data.lines.filter(line => line.role === 'value' || line.role === 'chance');
  const legend = named.map((line, at) =>
    `<text x="${size.left + 8 + at * 130}" y="${size.top - 8}" fill="${line.colour}">${escape(line.label)}</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#fff"/><text x="${size.left}" y="14" font-weight="bold">${escape(labels.title)}</text>
<g stroke="#ddd">${grid.join('')}</g><g fill="#333">${marks.join('')}
<text x="${(size.left + size.width - size.right) / 2}" y="${size.height - 8}" text-anchor="middle">${escape(labels.xAxis)}</text>
<text transform="translate(14 ${size.height / 2}) rotate(-90)" text-anchor="middle">${escape(labels.yAxis)}</text></g>
<g fill="none">${lines.join('\n')}</g><g>${legend.join('')}</g></svg>
`;
}

/** About six round numbers (1, 2 or 5 times a power of ten apart) that enclose low … high. */
export function ticks(low: number, high: number): number[] {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  const span = high > low ? high - low : Math.abs(low) || 1;
  const power = 10 ** Math.floor(Math.log10(span / 5));
  const step = [1, 2, 5, 10].map(factor => factor * power).find(candidate => span / candidate <= 6)!;
  const first = Math.floor(low / step);
  const last = Math.max(Math.ceil(high / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

/** Powers of ten that enclose low … high, both positive; at most ten of them. */
export function powers(low: number, high: number): number[] {
  if (!(low > 0) || !Number.isFinite(high)) return [1, 10];
  const first = Math.floor(Math.log10(low));
  const last = Math.max(Math.ceil(Math.log10(high)), first + 1);
  const step = Math.ceil((last - first) / 9);
  const count = Math.ceil((last - first) / step) + 1;
  return Array.from({ length: count }, (_, at) => 10 ** (first + at * step));
}

function path(x: readonly number[], y: readonly (Sample | undefined)[], xAt: (v: number) => number, yAt: (v: number) => number): string {
  let pen = 'M';
  return x.flatMap((value, at) => {
    const height = y[at];
    if (height === undefined) return [];
    if (height === null || !Number.isFinite(height)) {
      pen = 'M';
      return [];
    }
    const part = `${pen}${xAt(value).toFixed(2)} ${yAt(height).toFixed(2)}`;
    pen = 'L';
    return [part];
  }).join('');
}

function stroke(line: DrawnLine): string {
  const colour = line.role === 'chance' ? '#666' : line.colour;
  const dash = line.role === 'chance' ? [5, 4] : line.dash;
  const faint = line.role === 'value' || line.role === 'chance' ? '' : ' stroke-opacity="0.3"';
  return `stroke="${colour}" stroke-width="${line.role === 'value' ? 1.6 : 1}"${faint}${dash ? ` stroke-dasharray="${dash.join(' ')}"` : ''}`;
}
