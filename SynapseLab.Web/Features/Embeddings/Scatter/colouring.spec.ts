import { describe, expect, it } from 'vitest';
import { categoryColour, viridis } from '../../../Components/Colours/palette';
import { colourPoints } from './colouring';

describe('colourPoints', () => {
  it('gives each label its colour and unknown ones grey', () => {
    const { categories, palette } = colourPoints([1, 0, Number.NaN, 5], { key: 'bbox', labels: ['bbox1', 'bbox2'], continuous: false, low: 0, high: 0 });
    expect([...categories]).toEqual([1, 0, 2, 2]);
    expect(palette).toEqual([categoryColour(0), categoryColour(1), '#9a9a9a']);
  });

  it('runs along viridis for a number', () => {
    const { categories, palette } = colourPoints([-1, 0, 1, 3], { key: 's', labels: [], continuous: true, low: -1, high: 1 });
    expect(palette[categories[0]!]).toBe(viridis(0));
    expect(palette[categories[2]!]).toBe(viridis(1));
    expect(categories[3]).toBe(categories[2]);
  });
});
