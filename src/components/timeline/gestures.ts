import type { startZooming } from './zooming.ts';

/** Wheel with Ctrl (as a trackpad's pinch sends it) and two fingers zoom; all else is the browser's own scrolling. */
export function listenToGestures(drawing: HTMLElement, zooming: ReturnType<typeof startZooming>) {
  let factor = 1;
  let from: number | null = null;
  let to = 0.5;
  let spread = 0;
  let middle = 0;

  /** Place of a pointer in the window of the axis, 0 to 1. */
  function placeOf(x: number): number {
    const { right } = drawing.getBoundingClientRect();
    const { window } = zooming.widths();
    return Math.min(1, Math.max(0, 1 - (right - x) / window));
  }

  /** Zooms once a frame, however many events come; what lay under `x` comes to lie under `nextX`. */
  function zoomSoon(by: number, x: number, nextX = x) {
    if (from === null) requestAnimationFrame(zoomNow);
    factor *= by;
    from ??= placeOf(x);
    to = placeOf(nextX);
  }

  function zoomNow() {
    if (from !== null) zooming.zoom(factor, from, to);
    factor = 1;
    from = null;
  }

  /** @returns whether two fingers are down */
  function readFingers({ touches: [a, b] }: TouchEvent): boolean {
    spread = a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0;
    middle = a && b ? (a.clientX + b.clientX) / 2 : 0;
    return spread > 0;
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
  drawing.addEventListener('touchstart', readFingers, { passive: true });
  drawing.addEventListener(
    'touchmove',
    (event) => {
      const [oldSpread, oldMiddle] = [spread, middle];
      if (!readFingers(event) || oldSpread === 0) return;
      // A scrolling that has begun is the browser's until the fingers are lifted.
      if (event.cancelable) event.preventDefault();
      zoomSoon(spread / oldSpread, oldMiddle, middle);
    },
    { passive: false },
  );
}
