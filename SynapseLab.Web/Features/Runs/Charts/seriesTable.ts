import type { ColumnBlock } from './columns';
import type { Sample } from './smoothing';

/** Most rows a page keeps per run; beyond it, neighbouring rows are averaged, as the server does. */
export const rowLimit = 4000;

/**
 * The growing values of one run: the history from the server, then live rows. Rows are ordered by step; a live row at or
 * before the last step replaces what lies there (a resumed run goes back to its checkpoint).
 */
export class SeriesTable {
  private readonly columns: Record<string, Sample[]> = {};
  private stride = 1;

  constructor(private readonly names: readonly string[]) {
    for (const name of names) this.columns[name] = [];
  }

  get rowCount(): number {
    return this.column('step').length;
  }

  /** Steps that one of the older rows is the mean of. */
  get stepsPerRow(): number {
    return this.stride;
  }

  column(name: string): Sample[] {
    const values = this.columns[name];
    if (!values) throw new Error(`There is no column "${name}".`);
    return values;
  }

  /** The newest row by column; null before the first. */
  lastRow(): Record<string, Sample> | null {
    const at = this.rowCount - 1;
    return at < 0 ? null : Object.fromEntries(this.names.map(name => [name, this.column(name)[at] ?? null]));
  }

  /** Puts the server's history in place; live rows that are newer stay behind it. */
  setHistory(block: ColumnBlock): void {
    const lastStep = block.columns['step']?.at(-1) ?? -Infinity;
    const newer = this.rowsAfter(lastStep);
    for (const name of this.names) this.columns[name] = block.columns[name]!.slice();
    this.stride = Math.max(1, block.stepsPerRow);
    newer.forEach(row => this.append(row));
  }

  append(row: Readonly<Record<string, Sample>>): void {
    this.truncateFrom(row['step'] ?? Infinity);
    for (const name of this.names) this.column(name).push(row[name] ?? null);
    if (this.rowCount > rowLimit) this.halve();
  }

  private truncateFrom(step: number): void {
    const steps = this.column('step');
    let keep = steps.length;
    while (keep > 0 && steps[keep - 1]! >= step) keep--;
    if (keep === steps.length) return;
    for (const name of this.names) this.column(name).length = keep;
  }

  private rowsAfter(step: number): Record<string, Sample>[] {
    return this.column('step').flatMap((value, at) =>
      value! > step ? [Object.fromEntries(this.names.map(name => [name, this.column(name)[at]!]))] : []);
  }

  private halve(): void {
    for (const name of this.names) this.columns[name] = pairMeans(this.column(name), name === 'step');
    this.stride *= 2;
  }
}

/** Means of neighbouring values (a lone last one stays; gaps do not count); with `last`, the later one of each pair. */
export function pairMeans(values: readonly Sample[], last = false): Sample[] {
  return Array.from({ length: Math.ceil(values.length / 2) }, (_, at) => {
    const first = values[2 * at] ?? null;
    const second = values[2 * at + 1] ?? null;
    if (first === null || second === null) return second ?? first;
    return last ? second : (first + second) / 2;
  });
}
