import { HubConnectionBuilder, HttpTransportType, LogLevel, type HubConnection } from '@microsoft/signalr';
import { decodeColumns, metricColumns, stepColumns, telemetryColumns } from './columns';
import type { SeriesTable } from './seriesTable';
import type { Sample } from './smoothing';

/** What the hub sends at most every 200 ms while a run trains; see docs/api.md. */
export interface RunProgressMessage {
  runId: number;
  status: string;
  steps: Record<string, Sample>[];
  metrics: Record<string, Sample>[];
  telemetry: Record<string, Sample>[];
  spectrum: Spectrum | null;
}

/** Singular values of a run's newest probe, falling. */
export interface Spectrum {
  step: number;
  singularValues: number[];
}

export interface FedRun {
  id: number;
  steps: SeriesTable;
  metrics: SeriesTable;
  telemetry: SeriesTable;
  spectrum: Spectrum | null;
}

/**
 * Fills the tables of some runs: first listens, then fetches the history, so that no step between the two is lost; after a
 * lost connection it does both again. `changed` is called once per batch of values.
 */
export class ProgressFeed {
  private readonly connection: HubConnection;

  constructor(private readonly runs: readonly FedRun[], private readonly changed: () => void, private readonly said: (problem: string | null) => void) {
    this.connection = new HubConnectionBuilder()
      .withUrl('/hubs/progress', { transport: HttpTransportType.WebSockets | HttpTransportType.LongPolling })
      .withAutomaticReconnect({ nextRetryDelayInMilliseconds: context => Math.min(10_000, 500 * 2 ** context.previousRetryCount) })
      .configureLogging(LogLevel.None)
      .build();
    this.connection.on('runProgress', (message: RunProgressMessage) => this.receive(message));
    this.connection.onreconnecting(() => this.said('Connection lost; the charts go on when the server answers.'));
    this.connection.onreconnected(() => this.load());
  }

  async start(): Promise<void> {
    try {
      await this.connection.start();
      await this.load();
    } catch (error) {
      this.said(`The live values cannot be had (${error instanceof Error ? error.message : String(error)}). Reload the page to try again.`);
    }
  }

  stop(): void {
    void this.connection.stop();
  }

  private async load(): Promise<void> {
    await Promise.all(this.runs.map(async run => {
      await this.connection.invoke('Subscribe', run.id);
      const [steps, metrics, telemetry, spectrum] = await Promise.all([
        answer(`/api/runs/${run.id}/series/steps`), answer(`/api/runs/${run.id}/series/metrics`),
        answer(`/api/runs/${run.id}/series/telemetry`), answer(`/api/runs/${run.id}/spectrum`)]);
      run.steps.setHistory(decodeColumns(await steps.arrayBuffer(), stepColumns));
      run.metrics.setHistory(decodeColumns(await metrics.arrayBuffer(), metricColumns));
      run.telemetry.setHistory(decodeColumns(await telemetry.arrayBuffer(), telemetryColumns));
      run.spectrum = await spectrum.json() as Spectrum;
    }));
    this.said(null);
    this.changed();
  }

  private receive(message: RunProgressMessage): void {
    const run = this.runs.find(candidate => candidate.id === message.runId);
    if (!run) return;
    message.steps.forEach(row => run.steps.append(row));
    message.metrics.forEach(row => run.metrics.append(row));
    message.telemetry.forEach(row => run.telemetry.append(row));
    run.spectrum = message.spectrum ?? run.spectrum;
    this.changed();
  }
}

async function answer(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answered ${response.status} for the run's history`);
  return response;
}
