import { categoryColour } from '../../../Components/Colours/palette';
import type { RunLines } from './chartLines';
import { chartSpecs, type XKind } from './chartSpecs';
import { metricColumns, stepColumns } from './columns';
import { LineChart, type ChartView } from './lineChart';
import { ProgressFeed } from './progressFeed';
import { SeriesTable } from './seriesTable';

interface ChartOptions {
  runs: { id: number; name: string; chanceLoss: number | null }[];
  xKind: XKind;
  smoothing: number;
  log: boolean;
}

const redrawMilliseconds = 200;

/** Draws the charts inside `element` and keeps them live; `update` changes axis, smoothing or log without a new fetch. */
export function create(element: HTMLElement, options: ChartOptions): { update(view: ChartView): void; dispose(): void } {
  let view: ChartView = options;
  const runs = options.runs.map(run => ({
    id: run.id,
    name: run.name,
    colour: categoryColour(run.id % 8),
    steps: new SeriesTable(stepColumns),
    metrics: new SeriesTable(metricColumns),
  })) satisfies (RunLines & { id: number })[];
  const levels = new Set(options.runs.map(run => run.chanceLoss));
  const chance = levels.size === 1 ? [...levels][0]! : null;
  const charts = chartSpecs.map(spec => new LineChart(element.querySelector<HTMLElement>(`[data-chart="${spec.id}"]`)!, spec, `runs-${options.runs[0]?.id}`));
  const problem = element.querySelector<HTMLElement>('.charts-problem')!;

  let timer: ReturnType<typeof setTimeout> | undefined;
  const draw = (): void => {
    timer = undefined;
    const style = getComputedStyle(element);
    const theme = { text: style.color, grid: style.getPropertyValue('--chart-grid').trim() || '#8884' };
    for (const chart of charts) chart.draw(runs, view, chance, theme);
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
      for (const chart of charts) chart.dispose();
    },
  };
}
