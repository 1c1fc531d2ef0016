import { describe, expect, it } from 'vitest';
import { caption, chartSpecs } from './chartSpecs';

const spec = (id: string) => chartSpecs.find(chart => chart.id === id)!;

describe('caption', () => {
  it('names k and n beside the silhouette', () =>
    expect(caption(spec('silhouette'), { silhouetteClusters: 20, sampleCount: 40, embeddingDimension: 512 }, 1, null))
      .toBe('k = 20 clusters, n = 40 cubes, 512 features'));

  it('says when points are means and where chance lies', () =>
    expect(caption(spec('loss'), null, 8, 3.434)).toBe('each point is the mean of 8 steps; the CSV has every step; dashed: a network that tells nothing apart, 3.434'));
});
