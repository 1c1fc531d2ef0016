import { stateOf } from './reconnect';

const retryMs = 2000;
const notice = document.getElementById('components-reconnect-modal');
let isWaiting = false;

// Blazor's script sets classes on the element; when it has given up, a fresh page is the only way on.
if (notice !== null) {
  new MutationObserver(() => {
    if (stateOf(notice.classList) === 'gone' && !isWaiting) {
      isWaiting = true;
      void reloadWhenServerAnswers();
    }
  }).observe(notice, { attributeFilter: ['class'] });
}

async function reloadWhenServerAnswers(): Promise<void> {
  for (;;) {
    try {
      if ((await fetch('health', { cache: 'no-store' })).ok) {
        location.reload();
        return;
      }
    } catch {
      // Not reachable yet: ask again.
    }
    await new Promise(resolve => setTimeout(resolve, retryMs));
  }
}
