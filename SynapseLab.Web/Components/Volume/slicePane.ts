import { composePlane, type Layers } from './composePlane';
import { axisNames, layoutOf, type Plane } from './planeGeometry';
import { scaleBar } from './scaleBar';
import { screenAt, type PaneSize, type ViewState } from './viewState';
import type { VolumeBytes, Zyx } from './volumeBytes';

/** Crosshair colours by axis z, y, x: a line in a pane has the colour of the plane it stands for. */
export const axisColours = ['#e69f00', '#009e73', '#56b4e9'] as const;

/** Above this many screen pixels a voxel is drawn as a sharp square, below it smoothed. */
const pixelatedAbove = 1.5;

/** One canvas with one plane of the window, its crosshair and scale bar. */
export class SlicePane {
  private readonly context: CanvasRenderingContext2D;
  private readonly slice = document.createElement('canvas');
  private painted: { volume: VolumeBytes; layers: Layers; index: number } | undefined;

  constructor(readonly canvas: HTMLCanvasElement, readonly plane: Plane) {
    this.context = canvas.getContext('2d')!;
  }

  get size(): PaneSize {
    return { width: this.canvas.clientWidth, height: this.canvas.clientHeight };
  }

  draw(volume: VolumeBytes, layers: Layers, view: ViewState, spacingNm: Zyx): void {
    const index = view.position[this.plane.normal];
    if (this.painted?.volume !== volume || this.painted.layers !== layers || this.painted.index !== index) {
      this.paintSlice(volume, layers, index);
      this.painted = { volume, layers, index };
    }
    this.fitCanvas();
    const { context, size, plane } = this;
    const corner = screenAt(view, plane, spacingNm, size, [0, 0, 0]);
    const perVoxel = { u: view.zoom * spacingNm[plane.u], v: view.zoom * spacingNm[plane.v] };
    context.fillStyle = '#101214';
    context.fillRect(0, 0, size.width, size.height);
    context.imageSmoothingEnabled = Math.min(perVoxel.u, perVoxel.v) < pixelatedAbove;
    context.drawImage(this.slice, corner.x, corner.y, this.slice.width * perVoxel.u, this.slice.height * perVoxel.v);
    this.drawCrosshair(view, spacingNm);
    this.drawScaleBar(view);
    this.drawCaption(volume, index);
  }

  private paintSlice(volume: VolumeBytes, layers: Layers, index: number): void {
    const { width, height } = layoutOf(volume.shape, this.plane, index);
    this.slice.width = width;
    this.slice.height = height;
    const pixels = composePlane(volume, this.plane, index, layers);
    this.slice.getContext('2d')!.putImageData(new ImageData(pixels, width, height), 0, 0);
  }

  /** Gives the canvas one bitmap pixel for each device pixel; drawing goes on in CSS pixels. */
  private fitCanvas(): void {
    const density = window.devicePixelRatio || 1;
    const width = Math.max(1, Math.round(this.size.width * density));
    const height = Math.max(1, Math.round(this.size.height * density));
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    this.context.setTransform(density, 0, 0, density, 0, 0);
  }

  private drawCrosshair(view: ViewState, spacingNm: Zyx): void {
    const { context, size, plane } = this;
    const centre = view.position.map(value => value + 0.5) as unknown as Zyx;
    const at = screenAt(view, plane, spacingNm, size, centre);
    const gap = 7;
    context.lineWidth = 1;
    // A horizontal line is where the plane across `v` cuts this one; a vertical line, the plane across `u`.
    context.strokeStyle = axisColours[plane.v];
    strokeSegments(context, [[0, at.y, at.x - gap, at.y], [at.x + gap, at.y, size.width, at.y]]);
    context.strokeStyle = axisColours[plane.u];
    strokeSegments(context, [[at.x, 0, at.x, at.y - gap], [at.x, at.y + gap, at.x, size.height]]);
  }

  private drawScaleBar(view: ViewState): void {
    const { context, size } = this;
    const bar = scaleBar(view.zoom, Math.min(140, size.width / 3));
    const left = 12;
    const top = size.height - 16;
    context.fillStyle = '#000a';
    context.fillRect(left - 6, top - 18, Math.max(bar.pixels, 44) + 12, 30);
    context.fillStyle = '#fff';
    context.fillRect(left, top + 2, bar.pixels, 4);
    context.font = '12px system-ui, sans-serif';
    context.fillText(bar.text, left, top - 4);
  }

  private drawCaption(volume: VolumeBytes, index: number): void {
    const { context, plane } = this;
    const text = `${plane.name.toUpperCase()}   ${axisNames[plane.normal]} ${volume.origin[plane.normal] + index}`;
    context.font = '12px system-ui, sans-serif';
    context.fillStyle = '#000a';
    context.fillRect(6, 6, context.measureText(text).width + 12, 20);
    context.fillStyle = axisColours[plane.normal];
    context.fillText(text, 12, 20);
  }
}

function strokeSegments(context: CanvasRenderingContext2D, segments: readonly (readonly [number, number, number, number])[]): void {
  context.beginPath();
  for (const [x1, y1, x2, y2] of segments) {
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
  }
  context.stroke();
}
