import { describe, expect, it } from 'vitest';
import type { ChartData } from './chartLines';
import { chartCsv, chartTable } from './chartText';

const data: ChartData = {
  x: [1, 2, 3],
  ys: [[0.123456789, null, undefined]],
  lines: [{ label: 'run "a", first', colour: '#000000', role: 'value' }],
};

describe('chartCsv', () => {
  it('writes full precision, empty gaps and quoted names', () =>
    expect(chartCsv(data, 'step')).toBe('step,"run ""a"", first"\n1,0.123456789\n2,\n3,\n'));
});

describe('chartTable', () => {
  it('takes rows evenly with both ends', () => {
    const long: ChartData = { ...data, x: Array.from({ length: 101 }, (_, at) => at), ys: [Array.from({ length: 101 }, (_, at) => at)] };
    expect(chartTable(long, 'step', 5).rows.map(row => row[0])).toEqual(['0', '25', '50', '75', '100']);
  });

  it('shows a dash for a gap', () => expect(chartTable(data, 'step').rows[1]).toEqual(['2', '–']));

  it('is empty before the first value', () => expect(chartTable({ x: [], ys: [[]], lines: data.lines }, 'step').rows).toEqual([]));
});
