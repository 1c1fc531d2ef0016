import uPlot from 'uplot';
import { hasValues, type ChartData } from './chartLines';
import { chartSvg } from './chartSvg';
import { chartCsv, chartTable } from './chartText';
import { plotData, plotOptions, type ChartTheme, type XAxis } from './plotOptions';
import { saveCanvas, saveText } from '../../../Components/Files/saveFile';

/** All that a figure shows at one moment. */
export interface Drawing {
  data: ChartData;
  xAxis: XAxis;
  yAxis: string;
  log: boolean;
  caption: string;
  theme: ChartTheme;
}

/** One chart in its figure: heading, `.chart-plot`, `.chart-caption`, `.chart-table` and buttons with `data-save`. Without values the figure is hidden. */
export class ChartFigure {
  private plot: uPlot | null = null;
  private drawnKey = '';
  private drawing: Drawing | null = null;
  private readonly place: HTMLElement;
  private readonly stopping = new AbortController();
  private readonly sizes: ResizeObserver;

  constructor(private readonly figure: HTMLElement, private readonly syncKey: string) {
    this.place = this.part('.chart-plot');
    const { signal } = this.stopping;
    figure.addEventListener('click', event => this.save(event), { signal });
    this.part('details').addEventListener('toggle', () => this.writeTable(), { signal });
    this.sizes = new ResizeObserver(() => this.plot?.setSize(this.size()));
    this.sizes.observe(this.place);
  }

  draw(drawing: Drawing): void {
    this.drawing = drawing.log ? { ...drawing, data: onLogAxis(drawing.data) } : drawing;
    this.figure.hidden = !hasValues(this.drawing.data);
    if (this.figure.hidden) return;
    const key = JSON.stringify([this.drawing.data.lines, drawing.xAxis.title, drawing.log, drawing.theme]);
    if (key !== this.drawnKey) this.rebuild(key, this.drawing);
    else this.plot!.setData(plotData(this.drawing.data), !this.isZoomed());
    this.part('.chart-caption').textContent = drawing.caption;
    this.writeTable();
  }

  dispose(): void {
    this.stopping.abort();
    this.sizes.disconnect();
    this.plot?.destroy();
  }

  private rebuild(key: string, drawing: Drawing): void {
    this.plot?.destroy();
    this.drawnKey = key;
    this.plot = new uPlot(plotOptions(drawing.data.lines, { ...this.size(), ...drawing, syncKey: this.syncKey }), plotData(drawing.data), this.place);
  }

  /** New values must not undo a reader's zoom. */
  private isZoomed(): boolean {
    const x = this.plot?.data[0];
    const { min, max } = this.plot?.scales['x'] ?? {};
    if (!x || x.length < 2 || min == null || max == null) return false;
    return min > x[0]! || max < x[x.length - 1]!;
  }

  private size(): { width: number; height: number } {
    return { width: Math.max(240, this.place.clientWidth), height: 210 };
  }

  private save(event: Event): void {
    const kind = (event.target as HTMLElement).closest<HTMLElement>('[data-save]')?.dataset['save'];
    if (!kind || !this.drawing) return;
    const { data, xAxis, yAxis, log } = this.drawing;
    const name = `${this.figure.dataset['fileName'] ?? 'run'}-${this.figure.dataset['chart']}`;
    const title = this.part('h3').textContent ?? '';
    if (kind === 'csv') saveText(chartCsv(data, xAxis.title), `${name}.csv`, 'text/csv');
    if (kind === 'svg') saveText(chartSvg(data, { title, xAxis: xAxis.title, yAxis, xText: xAxis.text, log }), `${name}.svg`, 'image/svg+xml');
    if (kind === 'png' && this.plot) saveCanvas(this.plot.ctx.canvas, `${name}.png`);
  }

  /** The text equivalent is written only while it is open. */
  private writeTable(): void {
    const details = this.part<HTMLDetailsElement>('details');
    if (!details.open || !this.drawing) return;
    const { head, rows } = chartTable(this.drawing.data, this.drawing.xAxis.title);
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

/** What is not positive has no place on a log axis and becomes a gap. */
function onLogAxis(data: ChartData): ChartData {
  return { ...data, ys: data.ys.map(y => y.map(value => (typeof value === 'number' && value <= 0 ? null : value))) };
}
