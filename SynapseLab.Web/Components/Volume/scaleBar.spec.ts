import { describe, expect, it } from 'vitest';
import { scaleBar } from './scaleBar';

describe('scaleBar', () => {
  it.each([
    [1, 120, 100, '100 nm'],
    [1, 99, 50, '50 nm'],
    [0.05, 120, 2000, '2 µm'],
    [0.2, 100, 500, '500 nm'],
  ])('at %f px/nm and %f px is %f nm long', (zoom, most, nanometres, text) => {
    const bar = scaleBar(zoom, most);

    expect(bar.nanometres).toBe(nanometres);
    expect(bar.pixels).toBeLessThanOrEqual(most);
    expect(bar.text).toBe(text);
  });
});
