import { drawPlane, planeOrder, type CentrePlaneSource } from './centrePlanes';

/** The small card beside the pointer with a synapse's id and its three centre planes. */
export class HoverCard {
  private readonly card: HTMLElement;
  private readonly title: HTMLElement;
  private readonly canvases: HTMLCanvasElement[];
  private shown: number | null = null;

  constructor(private readonly host: HTMLElement, private readonly cubes: CentrePlaneSource) {
    this.card = document.createElement('div');
    this.card.className = 'hover-card';
    this.card.setAttribute('role', 'tooltip');
    this.card.hidden = true;
    this.title = this.card.appendChild(document.createElement('strong'));
    const row = this.card.appendChild(document.createElement('div'));
    this.canvases = planeOrder.map(name => {
      const canvas = row.appendChild(document.createElement('canvas'));
      canvas.title = name;
      return canvas;
    });
    host.append(this.card);
  }

  /** Shows point `point` at pixel (x, y) of the host; the old picture stays until the new one is there. */
  async show(point: number, text: string, x: number, y: number): Promise<void> {
    this.shown = point;
    this.title.textContent = text;
    this.card.hidden = false;
    this.place(x, y);
    try {
      const cube = await this.cubes.get(point);
      if (this.shown === point) planeOrder.forEach((name, at) => drawPlane(this.canvases[at]!, cube, name));
    } catch (error) {
      if (this.shown === point) this.title.textContent = `${text}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  hide(): void {
    this.shown = null;
    this.card.hidden = true;
  }

  dispose(): void {
    this.card.remove();
  }

  private place(x: number, y: number): void {
    const { clientWidth, clientHeight } = this.host;
    const [width, height] = [this.card.offsetWidth, this.card.offsetHeight];
    const left = x + 16 + width > clientWidth ? x - width - 16 : x + 16;
    const top = Math.min(Math.max(0, y - height / 2), Math.max(0, clientHeight - height));
    this.card.style.transform = `translate(${Math.max(0, left)}px, ${top}px)`;
  }
}
