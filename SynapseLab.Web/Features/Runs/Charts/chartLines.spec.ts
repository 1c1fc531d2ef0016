import { describe, expect, it } from 'vitest';
import { chartData, type RunLines } from './chartLines';
import { chartSpecs } from './chartSpecs';
import { metricColumns, stepColumns } from './columns';
import { SeriesTable } from './seriesTable';

function run(name: string, losses: number[]): RunLines {
  const steps = new SeriesTable(stepColumns);
  losses.forEach((loss, at) => steps.append({ step: at + 1, epoch: at / 2, elapsedSeconds: at * 3, loss }));
  const metrics = new SeriesTable(metricColumns);
  metrics.append({ step: 2, hopkinsMean: 0.75, hopkinsStandardDeviation: 0.25 });
  return { name, colour: '#0072b2', steps, metrics };
}

const spec = (id: string) => chartSpecs.find(chart => chart.id === id)!;

describe('chartData', () => {
  it('draws raw behind smoothed, and the chance level over all x', () => {
    const data = chartData(spec('loss'), [run('a', [4, 2])], 'step', 0.5, 3);
    expect(data.lines.map(line => line.role)).toEqual(['raw', 'value', 'chance']);
    expect(data.ys[0]).toEqual([4, 2]);
    expect(data.ys[1]![1]).toBeCloseTo((0.5 * 4 + 2) / 1.5, 12);
    expect(data.ys[2]).toEqual([3, 3]);
  });

  it('draws one line per run without smoothing, over wall time', () => {
    const data = chartData(spec('loss'), [run('a', [4, 2]), run('b', [5])], 'elapsedSeconds', 0, null);
    expect(data.x).toEqual([0, 3]);
    expect(data.ys).toEqual([[4, 2], [5, undefined]]);
  });

  it('bounds Hopkins by its standard deviation', () => {
    const data = chartData(spec('hopkins'), [run('a', [1])], 'step', 0.9, 3);
    expect(data.lines.map(line => line.role)).toEqual(['low', 'high', 'value']);
    expect(data.ys).toEqual([[0.5], [1], [0.75]]);
  });
});
