import PhotoSwipe from 'photoswipe';
import { MEDIA_WORDS } from '#words/media.ts';
import { GAP } from '#words/punctuation.ts';
import viewerStyles from '../../styles/photo-viewer.css?url';
import { part } from '../parts.ts';

/** What it wants beside the page's own rules. */
export const styles = viewerStyles;

/** Another piece of markup; its types do not know that it can be left out. */
const NO_SPINNER = { preloader: false } as object;

/** How much closer one step of the keyboard brings a picture. */
const STEP = 1.5;

/** Shows a picture as large as the window, and closer; from a gallery the others are a step away. */
export function showPhoto(link: HTMLAnchorElement): void {
  const links = [...(link.closest('.gallery')?.querySelectorAll<HTMLAnchorElement>('a.zoom') ?? [link])];
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const viewer = new PhotoSwipe({
    dataSource: links.map((one) => ({
      src: one.href,
      width: Number(one.dataset.width),
      height: Number(one.dataset.height),
      msrc: part(one, 'img', HTMLImageElement).currentSrc,
      alt: part(one, 'img', HTMLImageElement).alt,
      element: one,
    })),
    index: links.indexOf(link),
    bgOpacity: 1,
    loop: false,
    preload: [0, 0],
    // Buttons of our own: PhotoSwipe's are markup in text, which the site's policy does not let pass.
    close: false,
    zoom: false,
    counter: false,
    arrowPrev: false,
    arrowNext: false,
    ...NO_SPINNER,
    ...(isStill ? { showHideAnimationType: 'none' as const, zoomAnimationDuration: false as const } : {}),
  });
  const closer = (by: number) =>
    viewer.zoomTo((viewer.currSlide?.currZoomLevel ?? 1) * by, undefined, isStill ? 0 : 200);
  viewer.on('uiRegister', () => {
    const add = (name: string, sign: string, title: string, order: number, act: () => void) =>
      viewer.ui?.registerElement({
        name,
        order,
        isButton: true,
        title,
        className: 'viewer-button',
        onInit: (element) => element.append(sign),
        onClick: act,
      });
    add('closer', '+', MEDIA_WORDS.zoomIn, 10, () => closer(STEP));
    add('farther', '−', MEDIA_WORDS.zoomOut, 11, () => closer(1 / STEP));
    if (links.length > 1) {
      add('before', '‹', MEDIA_WORDS.previous, 12, () => viewer.prev());
      add('after', '›', MEDIA_WORDS.next, 13, () => viewer.next());
    }
    add('shut', '×', MEDIA_WORDS.close, 20, () => viewer.close());
    viewer.ui?.registerElement({
      name: 'said',
      order: 9,
      appendTo: 'root',
      className: 'viewer-caption',
      onInit: (element) => {
        element.setAttribute('role', 'status');
        const say = () => {
          const { currIndex } = viewer;
          const caption =
            links[currIndex]?.closest('figure')?.querySelector('.medium-caption')?.textContent?.trim() ?? '';
          const count = links.length > 1 ? MEDIA_WORDS.counter(currIndex + 1, links.length) : '';
          element.textContent = [count, caption].filter(Boolean).join(GAP);
        };
        viewer.on('change', say);
      },
    });
  });
  viewer.on('keydown', ({ originalEvent: { key } }) => {
    if (key === '+' || key === '=') closer(STEP);
    else if (key === '-') closer(1 / STEP);
  });
  viewer.on('afterInit', () => {
    viewer.element?.setAttribute('aria-label', MEDIA_WORDS.viewer);
    viewer.element?.setAttribute('aria-modal', 'true');
  });
  viewer.init();
}
