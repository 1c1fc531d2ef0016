import { describe, expect, it } from 'vitest';
import type { ChartData } from './chartLines';
import { chartSvg, ticks } from './chartSvg';

describe('ticks', () => {
  it.each([[0, 10], [0.0001, 0.00093], [-3.2, 4.7], [5, 5], [0, 0]])('encloses %s … %s by round numbers', (low, high) => {
    const marks = ticks(low, high);
    expect(marks[0]).toBeLessThanOrEqual(low);
    expect(marks.at(-1)).toBeGreaterThanOrEqual(high);
    expect(marks.length).toBeGreaterThan(1);
    expect(marks.length).toBeLessThan(10);
  });

  it('has an axis even without values', () => expect(ticks(Infinity, -Infinity)).toEqual([0, 1]));
});

describe('chartSvg', () => {
  const data: ChartData = {
    x: [0, 1, 2, 3],
    ys: [[1, undefined, null, 2]],
    lines: [{ label: 'a <b>', colour: '#0072b2', role: 'value' }],
  };

  it('breaks the line at a gap, joins over an absent place, and escapes names', () => {
    const svg = chartSvg(data, { title: 'Loss', xAxis: 'step', yAxis: 'loss' });
    const drawn = /<path d="(M[^"]*)" stroke="#0072b2"/.exec(svg)![1]!;
    expect(drawn.match(/M/g)).toHaveLength(2);
    expect(svg).toContain('a &#60;b&#62;');
    expect(svg).not.toContain('<b>');
    expect(svg).not.toContain('NaN');
  });
});
