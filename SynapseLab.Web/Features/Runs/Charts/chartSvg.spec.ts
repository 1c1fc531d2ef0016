import { describe, expect, it } from 'vitest';
import type { ChartData } from './chartLines';
import { chartSvg, powers, ticks } from './chartSvg';

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

  it('puts equal ratios at equal distances on a log axis, and dashes the second line', () => {
    const log: ChartData = { x: [1, 2, 3], ys: [[0.01, 0.1, 1]], lines: [{ label: 'a', colour: '#0072b2', role: 'value', dash: [8, 4] }] };
    const svg = chartSvg(log, { title: 'Spectrum', xAxis: 'place', yAxis: 'singular value', log: true });
    const heights = /<path d="M\S+ (\S+)L\S+ (\S+)L\S+ ([\d.]+)" stroke="#0072b2"/.exec(svg)!.slice(1).map(Number);
    expect(heights[0]! - heights[1]!).toBeCloseTo(heights[1]! - heights[2]!, 1);
    expect(heights[0]! - heights[1]!).toBeGreaterThan(50);
    expect(svg).toContain('stroke-dasharray="8 4"');
  });
});

describe('powers', () => {
  it.each([[0.02, 3], [1, 1], [1e-30, 1e5], [5e-7, 0.9]])('encloses %s … %s by at most ten', (low, high) => {
    const marks = powers(low, high);
    expect(marks[0]! / low).toBeLessThan(1 + 1e-9);
    expect(marks.at(-1)! / high).toBeGreaterThan(1 - 1e-9);
    expect(marks.length).toBeGreaterThan(1);
    expect(marks.length).toBeLessThanOrEqual(10);
  });
});
