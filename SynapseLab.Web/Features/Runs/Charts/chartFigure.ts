import uPlot from 'uplot';
import { chartData, type ChartData, type RunLines } from './chartLines';
import { caption, type ChartSpec, type XKind, xTitles } from './chartSpecs';
import { chartSvg } from './chartSvg';
import { chartCsv, chartTable } from './chartText';
import { durationText, numberText } from './numberText';
import { plotData, plotOptions, type ChartTheme } from './plotOptions';
import { saveCanvas, saveText } from '../../../Components/Files/saveFile';

/** Choices that hold for all charts of a page. */
export interface ChartView {
  xKind: XKind;
  smoothing: number;
  log: boolean;
}

/** One chart in its figure: `.chart-plot`, `.chart-caption`, `.chart-table` and buttons with `data-save`. */
export class LineChart {
  private plot: uPlot | null = null;
  private drawnKey = '';
  private data: ChartData = { x: [], ys: [], lines: [] };
  private view: ChartView = { xKind: 'step', smoothing: 0, log: false };
  private readonly place: HTMLElement;
  private readonly stopping = new AbortController();
  private readonly sizes: ResizeObserver;

  constructor(private readonly figure: HTMLElement, private readonly spec: ChartSpec, private readonly syncKey: string) {
    this.place = this.part('.chart-plot');
    const { signal } = this.stopping;
    figure.addEventListener('click', event => this.save(event), { signal });
    this.part('details').addEventListener('toggle', () => this.writeTable(), { signal });
    this.sizes = new ResizeObserver(() => this.plot?.setSize(this.size()));
    this.sizes.observe(this.place);
  }

  draw(runs: readonly RunLines[], view: ChartView, chance: number | null, theme: ChartTheme): void {
    this.view = view;
    this.data = chartData(this.spec, runs, view.xKind, view.smoothing, chance);
    const key = JSON.stringify([this.data.lines, view.xKind, view.log, theme]);
    if (key !== this.drawnKey) this.rebuild(key, theme);
    else this.plot!.setData(plotData(this.data), !this.isZoomed());
    const metrics = runs.length === 1 ? lastRow(runs[0]!) : null;
    this.part('.chart-caption').textContent = this.data.x.length === 0 ? 'No values yet.'
      : caption(this.spec, metrics, runs[0]?.steps.stepsPerRow ?? 1, chance);
    this.writeTable();
  }

  dispose(): void {
    this.stopping.abort();
    this.sizes.disconnect();
    this.plot?.destroy();
  }

  private rebuild(key: string, theme: ChartTheme): void {
    this.plot?.destroy();
    this.drawnKey = key;
    const shape = { ...this.size(), xKind: this.view.xKind, yAxis: this.spec.axis, log: this.view.log && this.spec.id === 'loss', theme, syncKey: this.syncKey };
    this.plot = new uPlot(plotOptions(this.data.lines, shape), plotData(this.data), this.place);
  }

  /** New values must not undo a reader's zoom. */
  private isZoomed(): boolean {
    const x = this.plot?.data[0];
    const { min, max } = this.plot?.scales['x'] ?? {};
    if (!x || x.length < 2 || min == null || max == null) return false;
    return min > x[0]! || max < x[x.length - 1]!;
  }

  private size(): { width: number; height: number } {
    return { width: Math.max(240, this.place.clientWidth), height: 240 };
  }

  private save(event: Event): void {
    const kind = (event.target as HTMLElement).closest<HTMLElement>('[data-save]')?.dataset['save'];
    const name = `${this.figure.dataset['fileName'] ?? 'run'}-${this.spec.id}`;
    const xTitle = xTitles[this.view.xKind];
    if (kind === 'csv') saveText(chartCsv(this.data, xTitle), `${name}.csv`, 'text/csv');
    if (kind === 'svg') {
      const xText = this.view.xKind === 'elapsedSeconds' ? durationText : numberText;
      saveText(chartSvg(this.data, { title: this.spec.title, xAxis: xTitle, yAxis: this.spec.axis, xText: value => xText(value) }), `${name}.svg`, 'image/svg+xml');
    }
    if (kind === 'png' && this.plot) saveCanvas(this.plot.ctx.canvas, `${name}.png`);
  }

  /** The text equivalent is written only while it is open. */
  private writeTable(): void {
    const details = this.part<HTMLDetailsElement>('details');
    if (!details.open) return;
    const { head, rows } = chartTable(this.data, xTitles[this.view.xKind]);
    const row = (cells: string[], tag: 'th' | 'td'): HTMLTableRowElement => {
      const line = document.createElement('tr');
      line.append(...cells.map(text => Object.assign(document.createElement(tag), { textContent: text })));
      return line;
    };
    this.part('.chart-table').replaceChildren(row(head, 'th'), ...rows.map(cells => row(cells, 'td')));
  }

  private part<T extends HTMLElement = HTMLElement>(selector: string): T {
    const element = this.figure.querySelector<T>(selector);
    if (!element) throw new Error(`The chart's figure has no "${selector}".`);
    return element;
  }
}

function lastRow(run: RunLines): Record<string, number | null> | null {
  const at = run.metrics.rowCount - 1;
  if (at < 0) return null;
  return Object.fromEntries(['silhouetteClusters', 'sampleCount', 'embeddingDimension'].map(name => [name, run.metrics.column(name)[at] ?? null]));
}
