import { describe, expect, it } from 'vitest';
import { caption, chanceLevel, chartSpecs } from './chartSpecs';

const spec = (id: string) => chartSpecs.find(chart => chart.id === id)!;

describe('chanceLevel', () => {
  it('is the cross entropy of a uniform guess among the other 2N − 1 views', () => {
    const others = 2 * 16 - 1;
    const uniform = Array.from({ length: others }, () => 1 / others).reduce((sum, p) => sum - p * Math.log(p), 0);
    expect(chanceLevel(16)).toBeCloseTo(uniform, 12);
  });
});

describe('caption', () => {
  it('names k and n beside the silhouette', () =>
    expect(caption(spec('silhouette'), { silhouetteClusters: 20, sampleCount: 40, embeddingDimension: 512 }, 1, null))
      .toBe('k = 20 clusters, n = 40 cubes, 512 features'));

  it('says when points are means and where chance lies', () =>
    expect(caption(spec('loss'), null, 8, 3.434)).toBe('each point is the mean of 8 steps; the CSV has every step; dashed: chance, log(2N − 1) = 3.434'));
});
