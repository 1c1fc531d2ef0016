import { describe, expect, it } from 'vitest';
import { categoryColour, mix, viridis } from './palette';

describe('categoryColour', () => {
  it('gives 40 different colours in #rrggbb', () => {
    const colours = Array.from({ length: 40 }, (_, index) => categoryColour(index));
    expect(new Set(colours).size).toBe(40);
    expect(colours.every(colour => /^#[0-9a-f]{6}$/.test(colour))).toBe(true);
  });

  it('keeps a category its colour', () => {
    expect(categoryColour(1)).toBe('#e69f00');
    expect(categoryColour(12)).toBe(categoryColour(12));
  });
});

describe('viridis', () => {
  it('runs from dark violet to yellow and clamps', () => {
    expect(viridis(0)).toBe('#440154');
    expect(viridis(1)).toBe('#fde725');
    expect(viridis(-3)).toBe(viridis(0));
    expect(viridis(7)).toBe(viridis(1));
    expect(viridis(0.5)).toBe('#21918c');
  });

  it('draws NaN in grey', () => expect(viridis(Number.NaN)).toBe('#8c8c8c'));
});

describe('mix', () => {
  it('is the mean of the channels half way', () => expect(mix('#000000', '#ff8040', 0.5)).toBe('#804020'));
});
