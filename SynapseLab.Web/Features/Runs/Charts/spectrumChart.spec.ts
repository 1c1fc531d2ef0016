import { describe, expect, it } from 'vitest';
import { spectrumCaption, spectrumData } from './spectrumChart';

const run = (name: string, singularValues: number[] | null) =>
  ({ name, colour: '#0072b2', spectrum: singularValues && { step: 40, singularValues } });

describe('spectrumData', () => {
  it('draws each run over the places, what is rounding as a gap', () => {
    const data = spectrumData([run('a', [4, 2, 1e-12]), run('b', [3])]);
    expect(data.x).toEqual([1, 2, 3]);
    expect(data.ys).toEqual([[4, 2, null], [3, null, null]]);
    expect(data.lines.map(line => line.label)).toEqual(['a', 'b']);
  });

  it('is empty before the first probe', () =>
    expect(spectrumData([run('a', null), run('b', [0, 0])])).toEqual({ x: [], ys: [], lines: [] }));
});

describe('spectrumCaption', () => {
  it('says when it was measured', () => expect(spectrumCaption([run('a', [4, 2])])).toBe('after step 40: 2 singular values, largest first'));
});
