import { nameOf, progressText } from './uploadText';

interface Options {
  url: string;
  /** Antiforgery token, sent in the header. */
  token: string;
}

interface DotNetObject {
  invokeMethodAsync(method: 'Uploaded', datasetId: number): Promise<unknown>;
  invokeMethodAsync(method: 'ProblemOf', name: string): Promise<string | null>;
}

/** Sends the chosen zip as the body of one request, so that browser and server stream it. */
export function create(element: HTMLElement, options: Options, dotnet: DotNetObject): { dispose(): void } {
  const find = <T extends HTMLElement>(name: string): T => element.querySelector<T>(`[data-${name}]`)!;
  const [file, name, bar] = [find<HTMLInputElement>('file'), find<HTMLInputElement>('name'), find<HTMLProgressElement>('progress')];
  const [status, start, cancel] = [find('status'), find<HTMLButtonElement>('start'), find<HTMLButtonElement>('cancel')];
  const end = new AbortController();
  let request: XMLHttpRequest | undefined;

  const showIdle = (message: string): void => {
    bar.hidden = cancel.hidden = true;
    start.disabled = file.files?.length !== 1;
    status.textContent = message;
  };

  file.addEventListener('change', () => {
    const chosen = file.files?.[0];
    if (chosen !== undefined && name.value.trim() === '') name.value = nameOf(chosen.name);
    showIdle('');
  }, { signal: end.signal });

  const send = (chosen: File, dataset: string): void => {
    const began = performance.now();
    request = new XMLHttpRequest();
    request.open('POST', `${options.url}?name=${encodeURIComponent(dataset)}`);
    request.setRequestHeader('RequestVerificationToken', options.token);
    request.setRequestHeader('Content-Type', 'application/zip');
    request.responseType = 'json';
    request.upload.onprogress = event => {
      bar.value = event.loaded / chosen.size;
      status.textContent = progressText(event.loaded, chosen.size, (performance.now() - began) / 1000);
    };
    request.onload = () => {
      const answer = request!.response as { datasetId?: number; message?: string } | null;
      if (request!.status === 200 && answer?.datasetId) void dotnet.invokeMethodAsync('Uploaded', answer.datasetId);
      else showIdle(answer?.message ?? `The server refused the file (status ${request!.status}).`);
    };
    request.onerror = () => showIdle('The connection broke; nothing was kept on the server. Upload again.');
    request.onabort = () => showIdle('Cancelled; nothing was kept on the server.');
    bar.hidden = cancel.hidden = false;
    request.send(chosen);
  };

  start.addEventListener('click', async () => {
    const chosen = file.files?.[0];
    if (chosen === undefined) return;
    start.disabled = true;
    const dataset = name.value.trim() || nameOf(chosen.name);
    const problem = await dotnet.invokeMethodAsync('ProblemOf', dataset);
    if (end.signal.aborted) return;
    if (problem === null) send(chosen, dataset);
    else showIdle(problem);
  }, { signal: end.signal });

  cancel.addEventListener('click', () => request?.abort(), { signal: end.signal });
  return {
    dispose: () => {
      end.abort();
      request?.abort();
    },
  };
}
