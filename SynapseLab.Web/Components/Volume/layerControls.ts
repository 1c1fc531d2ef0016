import { defaultLayers, type Layers } from './composePlane';
import { structureBits, type Structure } from './volumeBytes';

/** The inputs that the component's markup offers: `data-layer` (0…100 %) and `data-window` (grey value 0…255). */
export class LayerControls {
  layers: Layers = defaultLayers;

  constructor(private readonly root: HTMLElement, private readonly changed: () => void, signal: AbortSignal) {
    this.show();
    root.addEventListener('input', event => {
      if (!(event.target instanceof HTMLInputElement)) return;
      this.layers = this.read(event.target.dataset['window']);
      this.show();
      this.changed();
    }, { signal });
    root.addEventListener('click', event => {
      if (!(event.target as HTMLElement).closest('[data-reset-layers]')) return;
      this.layers = defaultLayers;
      this.show();
      this.changed();
    }, { signal });
  }

  private read(movedEdge: string | undefined): Layers {
    const structures = Object.fromEntries(
      (Object.keys(structureBits) as Structure[]).map(name => [name, this.percent(name)]),
    ) as Record<Structure, number>;
    let black = Number(this.input('window', 'black').value);
    let white = Number(this.input('window', 'white').value);
    // The edge that is dragged pushes the other one along.
    if (black >= white) {
      if (movedEdge === 'black') white = Math.min(255, black + 1);
      black = Math.min(black, white - 1);
    }
    return { black, white, raw: this.input('layer', 'raw').checked, segments: this.percent('segments'), structures };
  }

  private show(): void {
    const { layers } = this;
    this.input('layer', 'raw').checked = layers.raw;
    this.put('layer', 'segments', layers.segments * 100, '%');
    for (const name of Object.keys(structureBits) as Structure[]) this.put('layer', name, layers.structures[name] * 100, '%');
    this.put('window', 'black', layers.black, '');
    this.put('window', 'white', layers.white, '');
  }

  private put(kind: 'layer' | 'window', name: string, value: number, unit: string): void {
    const input = this.input(kind, name);
    input.value = String(Math.round(value));
    const output = input.parentElement?.querySelector('output');
    if (output) output.textContent = `${Math.round(value)}${unit && ' ' + unit}`;
  }

  private percent(name: string): number {
    return Number(this.input('layer', name).value) / 100;
  }

  private input(kind: 'layer' | 'window', name: string): HTMLInputElement {
    return this.root.querySelector<HTMLInputElement>(`[data-${kind}="${name}"]`)!;
  }
}
