import type { Zooming } from './zooming.ts';

/** Natural logarithm of the zoom for a pixel of the wheel, or for a line or page of it. */
const WHEEL = { pixel: 0.004, line: 0.08 } as const;

/** What lay under `x` comes to lie under `nextX`. */
type ZoomSoon = (by: number, x: number, nextX?: number) => void;

/** Wheel with Ctrl (as a trackpad's pinch sends it) and two fingers zoom; all else is the browser's own scrolling. */
export function listenToGestures(drawing: HTMLElement, zooming: Pick<Zooming, 'zoom' | 'widths'>) {
  const zoomSoon = zoomerByFrames(drawing, zooming);
  listenToWheel(drawing, zoomSoon);
  listenToFingers(drawing, zoomSoon);
}

function listenToWheel(drawing: HTMLElement, zoomSoon: ZoomSoon) {
  const turned = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const speed = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? WHEEL.pixel : WHEEL.line;
    zoomSoon(Math.exp(-event.deltaY * speed), event.clientX);
  };
  drawing.addEventListener('wheel', turned, { passive: false });
}

function listenToFingers(drawing: HTMLElement, zoomSoon: ZoomSoon) {
  let pinch: Pinch | null = null;
  const put = (event: TouchEvent) => {
    pinch = readPinch(event);
  };
  const moved = (event: TouchEvent) => {
    const before = pinch;
    pinch = readPinch(event);
    if (!pinch || !before) return;
    // A scrolling that has begun is the browser's until the fingers are lifted.
    if (event.cancelable) event.preventDefault();
    zoomSoon(pinch.spread / before.spread, before.middle, pinch.middle);
  };
  drawing.addEventListener('touchstart', put, { passive: true });
  drawing.addEventListener('touchmove', moved, { passive: false });
}

/** Two fingers: how far apart, and where between them, in pixels. */
interface Pinch {
  spread: number;
  middle: number;
}

/** Null unless two fingers are down, apart from each other. */
function readPinch({ touches: [a, b] }: TouchEvent): Pinch | null {
  if (!a || !b) return null;
  const spread = Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  return spread > 0 ? { spread, middle: (a.clientX + b.clientX) / 2 } : null;
}

/** Zooms once a frame, however many events come. */
function zoomerByFrames(drawing: HTMLElement, zooming: Pick<Zooming, 'zoom' | 'widths'>): ZoomSoon {
  let factor = 1;
  let from: number | null = null;
  let to = 0.5;

  /** Place of a pointer in the window of the axis, 0 to 1. */
  function placeOf(x: number): number {
    const { right } = drawing.getBoundingClientRect();
    return Math.min(1, Math.max(0, 1 - (right - x) / zooming.widths().window));
  }

  function zoomNow() {
    if (from !== null) zooming.zoom(factor, from, to);
    factor = 1;
    from = null;
  }

  return (by, x, nextX = x) => {
    if (from === null) requestAnimationFrame(zoomNow);
    factor *= by;
    from ??= placeOf(x);
    to = placeOf(nextX);
  };
}
