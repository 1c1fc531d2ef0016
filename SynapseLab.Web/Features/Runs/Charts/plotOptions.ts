import uPlot from 'uplot';
import { logMarks, markedByNumber, withoutRounding } from './axisRanges';
import type { ChartData, DrawnLine } from './chartLines';
import { xTitles, type XKind } from './chartSpecs';
import { lastValue } from './lastValue';
import { durationText, numberText } from './numberText';

/** Colours of the page's theme that a canvas cannot inherit. */
export interface ChartTheme {
  text: string;
  grid: string;
}

/** What stands on the x axis, and how its values read. */
export interface XAxis {
  title: string;
  text: (value: number) => string;
}

export interface PlotShape {
  width: number;
  height: number;
  xAxis: XAxis;
  yAxis: string;
  log: boolean;
  theme: ChartTheme;
  /** Charts with one key show their cursor at the same x. */
  syncKey: string;
}

/** uPlot's settings for one chart: light grid, axes with units, exact values under the cursor, zoom by drag. */
export function plotOptions(lines: readonly DrawnLine[], shape: PlotShape): uPlot.Options {
  const axis = { stroke: shape.theme.text, grid: { stroke: shape.theme.grid, width: 1 }, ticks: { stroke: shape.theme.grid, width: 1 } };
  return {
    width: shape.width,
    height: shape.height,
    scales: { x: { time: false }, y: shape.log ? { distr: 3, log: 10 } : { range: (_, low, high) => linearRange(low, high) } },
    axes: [
      { ...axis, label: shape.xAxis.title, labelSize: 20, size: 34, values: (_, marks) => marks.map(shape.xAxis.text) },
      { ...axis, ...(shape.log && logAxis(shape.theme)), label: shape.yAxis, labelSize: 20, size: 76, values: (_, marks) => (shape.log ? markedByNumber(marks) : marks).map(mark => (mark === null ? '' : numberText(mark, 6))) },
    ],
    series: [
      { label: shape.xAxis.title, value: (_, value) => (value === null ? 'last' : shape.xAxis.text(value)) },
      ...lines.map(seriesOf),
    ],
    bands: lines.flatMap((line, at) => (line.role === 'low' ? [{ series: [at + 2, at + 1] as [number, number], fill: line.colour + '2e' }] : [])),
    cursor: { drag: { x: true, y: false, uni: 12 }, sync: { key: shape.syncKey }, points: { size: 6 } },
    legend: { live: true, markers: { dash: (_, at) => markerStyle(lines[at - 1]) } },
  };
}

/** The chart's values as uPlot wants them: x first; it joins over undefined and breaks at null. */
export function plotData(data: ChartData): uPlot.AlignedData {
  return [data.x, ...data.ys] as uPlot.AlignedData;
}

function seriesOf(line: DrawnLine): uPlot.Series {
  const value = (plot: uPlot, exact: number | null, at: number, hovered: number | null): string => numberText(hovered === null ? lastValue(plot.data[at]!) : exact, 6);
  switch (line.role) {
    case 'value':
      return { label: line.label, stroke: line.colour, width: 1.75, value, points: { size: 5 }, ...(line.dash && { dash: [...line.dash] }) };
    case 'raw':
      return { label: line.label, stroke: line.colour + '55', width: 1, value, points: { show: false } };
    case 'low':
    case 'high':
      return { label: line.label, stroke: line.colour + '66', width: 1, value, points: { show: false } };
    case 'chance':
      return { label: line.label, stroke: '#8c8c8c', width: 1, dash: [6, 4], value, points: { show: false } };
  }
}

function linearRange(low: number | null, high: number | null): uPlot.Range.MinMax {
  return low === null || high === null ? [null, null] : uPlot.rangeNum(...withoutRounding(low, high), 0.1, true);
}

function logAxis(theme: ChartTheme): uPlot.Axis {
  const filter: uPlot.Axis.Filter = (_, marks) => logMarks(marks);
  const line = { stroke: theme.grid, width: 1, filter };
  return { filter, grid: line, ticks: line };
}

/** The marker's border, a style of CSS: the legend tells lines of one colour apart as the chart does. */
function markerStyle(line: DrawnLine | undefined): string {
  return !line?.dash ? 'solid' : line.dash[0]! > line.dash[1]! ? 'dashed' : 'dotted';
}

/** The x axis of charts over time. */
export function timeAxis(kind: XKind): XAxis {
  return { title: xTitles[kind], text: value => (kind === 'elapsedSeconds' ? durationText(value) : numberText(value, 6)) };
}
