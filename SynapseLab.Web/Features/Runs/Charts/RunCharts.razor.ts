import { categoryColour } from '../../../Components/Colours/palette';
import { ChartFigure } from './chartFigure';
import { chartData, type RunLines } from './chartLines';
import { caption, chartSpecs, type ChartSpec, type XKind } from './chartSpecs';
import { metricColumns, stepColumns, telemetryColumns } from './columns';
import { numberText } from './numberText';
import { timeAxis, type ChartTheme } from './plotOptions';
import { ProgressFeed, type FedRun } from './progressFeed';
import { SeriesTable } from './seriesTable';
import { spectrumCaption, spectrumData } from './spectrumChart';

/** Choices that hold for all charts of a page. */
interface ChartView {
  xKind: XKind;
  smoothing: number;
  log: boolean;
}

interface ChartOptions extends ChartView {
  runs: { id: number; name: string; chanceLoss: number | null }[];
}

const redrawMilliseconds = 200;
const spectrumId = 'spectrum';

/** Draws the charts inside `element` and keeps them live; `update` changes axis, smoothing or log without a new fetch. */
export function create(element: HTMLElement, options: ChartOptions): { update(view: ChartView): void; dispose(): void } {
  let view: ChartView = options;
  const runs: (RunLines & FedRun)[] = options.runs.map(run => ({
    id: run.id,
    name: run.name,
    colour: categoryColour(run.id % 8),
    steps: new SeriesTable(stepColumns),
    metrics: new SeriesTable(metricColumns),
    telemetry: new SeriesTable(telemetryColumns),
    spectrum: null,
  }));
  const levels = new Set(options.runs.map(run => run.chanceLoss));
  const chance = levels.size === 1 ? [...levels][0]! : null;
  const page = `runs-${options.runs[0]?.id}`;
  const figure = (id: string, syncKey: string): ChartFigure => new ChartFigure(element.querySelector<HTMLElement>(`[data-chart="${id}"]`)!, syncKey);
  const charts = chartSpecs.map(spec => ({ spec, chart: figure(spec.id, page) }));
  const spectrum = figure(spectrumId, `${page}-${spectrumId}`);
  const problem = element.querySelector<HTMLElement>('.charts-problem')!;

  const drawSpec = (spec: ChartSpec, chart: ChartFigure, theme: ChartTheme): void => {
    const [only, ...others] = runs;
    const table = only?.[spec.table];
    chart.draw({
      data: chartData(spec, runs, view.xKind, view.smoothing, chance),
      xAxis: timeAxis(view.xKind),
      yAxis: spec.axis,
      log: spec.log === 'always' || (spec.log === 'asked' && view.log),
      caption: caption(spec, others.length === 0 && table ? table.lastRow() : null, table?.stepsPerRow ?? 1, chance),
      theme,
    });
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const draw = (): void => {
    timer = undefined;
    const style = getComputedStyle(element);
    const theme = { text: style.color, grid: style.getPropertyValue('--chart-grid').trim() || '#8884' };
    for (const { spec, chart } of charts) drawSpec(spec, chart, theme);
    spectrum.draw({
      data: spectrumData(runs), xAxis: { title: 'place', text: value => numberText(value) }, yAxis: 'singular value', log: true, caption: spectrumCaption(runs), theme,
    });
    hideEmptyGroups(element);
    element.dataset['rows'] = String(runs[0]?.steps.rowCount ?? 0);
  };
  const soon = (): void => void (timer ??= setTimeout(draw, redrawMilliseconds));
  const feed = new ProgressFeed(runs, soon, text => {
    problem.textContent = text ?? '';
    problem.hidden = text === null;
  });
  const themeWatch = new MutationObserver(soon);
  themeWatch.observe(document.documentElement, { attributes: true });
  draw();
  void feed.start();

  return {
    update(next: ChartView): void {
      view = next;
      draw();
    },
    dispose(): void {
      clearTimeout(timer);
      themeWatch.disconnect();
      feed.stop();
      for (const { chart } of charts) chart.dispose();
      spectrum.dispose();
    },
  };
}

/** A heading without charts says nothing; without any chart one sentence stands in their place. */
function hideEmptyGroups(element: HTMLElement): void {
  const groups = [...element.querySelectorAll<HTMLElement>('[data-group]')];
  for (const group of groups) group.hidden = !group.querySelector('figure:not([hidden])');
  element.querySelector<HTMLElement>('.charts-empty')!.hidden = groups.some(group => !group.hidden);
}
