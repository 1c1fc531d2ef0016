import { describe, expect, it } from 'vitest';
import { caption, chartSpecs } from './chartSpecs';
import { metricColumns, stepColumns, telemetryColumns } from './columns';

const spec = (id: string) => chartSpecs.find(chart => chart.id === id)!;

describe('caption', () => {
  it('names k and n beside the silhouette', () =>
    expect(caption(spec('silhouette'), { silhouetteClusters: 20, sampleCount: 40, embeddingDimension: 512 }, 1, null))
      .toBe('k = 20 clusters, n = 40 cubes, 512 features'));

  it('says when points are means and where chance lies', () =>
    expect(caption(spec('loss'), null, 8, 3.434)).toBe('each point is the mean of 8 steps; the CSV has every step; dashed: a network that tells nothing apart, 3.434'));
});

describe('chartSpecs', () => {
  const columns = { steps: stepColumns, metrics: metricColumns, telemetry: telemetryColumns };

  it.each(chartSpecs.map(chart => [chart.id, chart] as const))('%s draws columns that its table has, each line named where there are several', (_, chart) => {
    for (const line of chart.lines) {
      expect(columns[chart.table]).toContain(line.column);
      if (line.deviation) expect(columns[chart.table]).toContain(line.deviation);
      expect(chart.lines.length === 1 || line.label).toBeTruthy();
    }
  });

  it('has every id once', () => expect(new Set(chartSpecs.map(chart => chart.id)).size).toBe(chartSpecs.length));
});
