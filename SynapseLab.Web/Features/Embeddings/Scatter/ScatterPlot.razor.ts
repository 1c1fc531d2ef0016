import { saveCanvas, saveText } from '../../../Components/Files/saveFile';
import { CentrePlaneSource } from './centrePlanes';
import { colourPoints, type ColouringInfo } from './colouring';
import { HoverCard } from './hoverCard';
import { decodePoints, type PointBlock } from './pointBlock';
import { PointPlot } from './pointPlot';
import { scatterSvg } from './scatterSvg';

interface ScatterOptions {
  pointsUrl: string;
  /** Ends with "/"; the point's index follows. */
  cubesUrl: string;
  title: string;
  fileName: string;
  ids: string[];
  colourings: ColouringInfo[];
  colouring: number;
  selected: number[];
  lasso: boolean;
}

interface DotNet {
  invokeMethodAsync(method: string, ...values: unknown[]): Promise<void>;
}

/** Draws the points into `element` and tells the page what was picked. */
export function create(element: HTMLElement, options: ScatterOptions, dotnet: DotNet) {
  const canvas = element.querySelector('canvas')!;
  const problem = element.querySelector<HTMLElement>('.scatter-problem')!;
  const card = new HoverCard(element, new CentrePlaneSource(point => `${options.cubesUrl}${point}/planes`));
  let block: PointBlock | null = null;
  let plot: PointPlot | null = null;
  let { colouring, lasso } = options;

  const colours = () => colourPoints(block!.columns[colouring]!, options.colourings[colouring]!);
  const draw = (): void => {
    const { categories, palette } = colours();
    void plot!.draw(categories, palette);
  };
  const begin = async (): Promise<void> => {
    const response = await fetch(options.pointsUrl);
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    block = decodePoints(await response.arrayBuffer());
    plot = new PointPlot(canvas, block, {
      over: (point, x, y) => void card.show(point, options.ids[point]!, x, y),
      out: () => card.hide(),
      selected: points => void dotnet.invokeMethodAsync('OnSelected', points),
    });
    plot.setLasso(lasso);
    draw();
    plot.select(options.selected);
    element.dataset['points'] = String(block.count);
  };
  begin().catch((error: unknown) => {
    problem.hidden = false;
    problem.textContent = `The scatter cannot be drawn: ${error instanceof Error ? error.message : String(error)}. The table below holds the same points.`;
  });

  return {
    colour(next: number): void {
      colouring = next;
      if (plot) draw();
    },
    lasso(on: boolean): void {
      lasso = on;
      plot?.setLasso(on);
    },
    select(points: number[]): void {
      plot?.select(points);
    },
    reset(): void {
      plot?.reset();
    },
    save(kind: 'png' | 'svg'): void {
      if (!plot) return;
      if (kind === 'png') {
        void plot.picture().then(picture => saveCanvas(picture, `${options.fileName}.png`));
        return;
      }
      const info = options.colourings[colouring]!;
      const { categories, palette } = colours();
      const dots = plot.frame.map(([x, y], at) => ({ x, y, colour: palette[categories[at]!]!, label: options.ids[at]! }));
      const legend = info.continuous
        ? [{ label: String(info.low), colour: palette[0]! }, { label: String(info.high), colour: palette.at(-2)! }]
        : info.labels.map((label, at) => ({ label, colour: palette[at]! }));
      saveText(scatterSvg(options.title, dots, legend), `${options.fileName}.svg`, 'image/svg+xml');
    },
    dispose(): void {
      card.dispose();
      plot?.dispose();
    },
  };
}
