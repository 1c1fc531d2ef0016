import { describe, expect, it } from 'vitest';
import { chartData, hasValues, type RunLines } from './chartLines';
import { chartSpecs } from './chartSpecs';
import { metricColumns, stepColumns, telemetryColumns } from './columns';
import { SeriesTable } from './seriesTable';

function run(name: string, losses: number[]): RunLines {
  const steps = new SeriesTable(stepColumns);
  losses.forEach((loss, at) => steps.append({ step: at + 1, epoch: at / 2, elapsedSeconds: at * 3, loss }));
  const metrics = new SeriesTable(metricColumns);
  metrics.append({ step: 2, hopkinsMean: 0.75, hopkinsStandardDeviation: 0.25 });
  const telemetry = new SeriesTable(telemetryColumns);
  telemetry.append({ step: 2, processMemoryBytes: 3 * 2 ** 30, gpuMemoryUsedBytes: 2 ** 30 });
  return { name, colour: '#0072b2', steps, metrics, telemetry };
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

  it('tells the lines of one run apart by label and dash, and those of several runs by name too', () => {
    const probed = (name: string): RunLines => {
      const lines = run(name, []);
      lines.metrics.append({ step: 4, positiveCosine: 0.9, negativeCosine: 0.1 });
      return lines;
    };
    const one = chartData(spec('cosines'), [probed('a')], 'step', 0, null);
    expect(one.lines).toEqual([{ label: 'positives', colour: '#0072b2', role: 'value' }, { label: 'negatives', colour: '#0072b2', role: 'value', dash: [8, 4] }]);
    expect(one.ys).toEqual([[null, 0.9], [null, 0.1]]);
    expect(chartData(spec('cosines'), [probed('a'), probed('b')], 'step', 0, null).lines.map(line => line.label))
      .toEqual(['a, positives', 'a, negatives', 'b, positives', 'b, negatives']);
  });

  it('has nothing to show of what a run does not measure, and leaves out the line that is missing', () => {
    const lines = [run('a', [1])];
    const shown = (id: string) => hasValues(chartData(spec(id), lines, 'step', 0, 3));
    expect(chartSpecs.filter(chart => shown(chart.id)).map(chart => chart.id)).toEqual(['loss', 'hopkins', 'processMemory', 'gpuMemory']);
    expect(chartData(spec('gpuMemory'), lines, 'step', 0, null).lines.map(line => line.label)).toEqual(['in use']);
  });

  it('shows no chart before the first step, though the chance level is known', () =>
    expect(hasValues(chartData(spec('loss'), [run('a', [])], 'step', 0.5, 3))).toBe(false));

  it('brings bytes to the unit of the axis', () =>
    expect(chartData(spec('processMemory'), [run('a', [])], 'step', 0, null).ys).toEqual([[3]]));
});
