import { describe, expect, it } from 'vitest';
import { pairMeans, rowLimit, SeriesTable } from './seriesTable';

const names = ['step', 'loss'] as const;

function block(steps: number[], losses: (number | null)[], stepsPerRow = 1) {
  return { columns: { step: steps, loss: losses }, rowCount: steps.length, stepsPerRow };
}

describe('SeriesTable', () => {
  it('keeps live rows that arrived before the history, once each', () => {
    const table = new SeriesTable(names);
    table.append({ step: 3, loss: 30 });
    table.append({ step: 4, loss: 40 });
    table.setHistory(block([1, 2, 3], [10, 20, 30]));
    expect(table.column('step')).toEqual([1, 2, 3, 4]);
    expect(table.column('loss')).toEqual([10, 20, 30, 40]);
  });

  it('drops what a resumed run does again', () => {
    const table = new SeriesTable(names);
    table.setHistory(block([1, 2, 3, 4], [4, 3, 2, 1]));
    table.append({ step: 3, loss: 2.5 });
    expect(table.column('step')).toEqual([1, 2, 3]);
    expect(table.column('loss')).toEqual([4, 3, 2.5]);
  });

  it('stays bounded by averaging neighbours, and says of how many steps a row is the mean', () => {
    const table = new SeriesTable(names);
    for (let step = 1; step <= rowLimit + 1; step++) table.append({ step, loss: step });
    expect(table.rowCount).toBe(rowLimit / 2 + 1);
    expect(table.stepsPerRow).toBe(2);
    expect(table.column('step').slice(0, 2)).toEqual([2, 4]);
    expect(table.column('loss').slice(0, 2)).toEqual([1.5, 3.5]);
  });

  it('fills a missing value with a gap', () => {
    const table = new SeriesTable(names);
    table.append({ step: 1 });
    expect(table.column('loss')).toEqual([null]);
  });
});

describe('pairMeans', () => {
  it('averages pairs, keeps a lone value and skips gaps', () =>
    expect(pairMeans([1, 3, null, 5, null, null, 9])).toEqual([2, 5, null, 9]));
});
