import type { startZooming } from './zooming.ts';

/** Wheel with Ctrl (as a trackpad's pinch sends it) and two fingers zoom; all else is the browser's own scrolling. */
export function listenToGestures(drawing: HTMLElement, zooming: ReturnType<typeof startZooming>) {
  let factor = 1;
  let at = 0.5;
  let isPending = false;
  let spread = 0;

  /** Place of a pointer in the window of the axis, 0 to 1. */
  function placeOf(x: number): number {
    const { right } = drawing.getBoundingClientRect();
    const { window } = zooming.widths();
    return Math.min(1, Math.max(0, 1 - (right - x) / window));
  }

  /** Zooms once a frame, however many events come. */
  function zoomSoon(by: number, x: number) {
    factor *= by;
    at = placeOf(x);
    if (isPending) return;
    isPending = true;
    requestAnimationFrame(() => {
      isPending = false;
      zooming.zoom(factor, at);
      factor = 1;
    });
  }

  drawing.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      zoomSoon(Math.exp(-event.deltaY * (event.deltaMode === 0 ? 0.004 : 0.08)), event.clientX);
    },
    { passive: false },
  );
  drawing.addEventListener('touchstart', () => {
    spread = 0;
  });
  drawing.addEventListener(
    'touchmove',
    (event) => {
      const [a, b] = event.touches;
      if (!a || !b) return;
      event.preventDefault();
      const next = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
      if (spread > 0 && next > 0) zoomSoon(next / spread, (a.clientX + b.clientX) / 2);
      spread = next;
    },
    { passive: false },
  );
}
