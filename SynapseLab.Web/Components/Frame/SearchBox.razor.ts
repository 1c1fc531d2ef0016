interface DotNetObject {
  invokeMethodAsync(method: string): Promise<unknown>;
}

/** Opens the search box on Ctrl K (⌘ K) wherever the focus is. */
export function create(dotnet: DotNetObject): { dispose(): void } {
  const end = new AbortController();
  document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      void dotnet.invokeMethodAsync('Open');
    }
  }, { signal: end.signal });
  return { dispose: () => end.abort() };
}
