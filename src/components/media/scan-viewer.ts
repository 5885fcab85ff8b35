import L from 'leaflet';
import { MEDIA_WORDS } from '#words/media.ts';
import { STOP } from '#words/punctuation.ts';
import { levelsOf, type TiledPage, tileAt } from '../../lib/media/tiles.ts';
import viewerStyles from '../../styles/scan-viewer.css?url';
import { part } from '../parts.ts';
import { h } from '../search/dom.ts';

/** What it wants beside the page's own rules. */
export const styles = viewerStyles;

const SIDE = 512;

/** Opens a page in tiles over everything, as large as the window: drag, pinch, wheel, buttons and keys move it. */
export function readClosely(link: HTMLAnchorElement): void {
  const page = { width: Number(link.dataset.width), height: Number(link.dataset.height), side: SIDE };
  const { alt } = part(link, 'img', HTMLImageElement);
  const sheet = h('div', { class: 'scan-sheet', role: 'application', 'aria-label': alt + STOP + MEDIA_WORDS.keys });
  const button = (sign: string, title: string) =>
    h('button', { class: 'viewer-button', type: 'button', title, 'aria-label': title }, sign);
  const [closer, farther, whole, shut] = [
    button('+', MEDIA_WORDS.zoomIn),
    button('−', MEDIA_WORDS.zoomOut),
    button('□', MEDIA_WORDS.whole),
    button('×', MEDIA_WORDS.close),
  ];
  const bar = h('div', { class: 'scan-buttons' }, closer, farther, whole, shut);
  const dialog = h('dialog', { class: 'scan-viewer', 'aria-label': alt }, sheet, bar);
  document.body.append(dialog);
  dialog.showModal();
  const { map, showAll } = layOut(sheet, page, link.dataset.tiles ?? '');
  closer.addEventListener('click', () => map.zoomIn());
  farther.addEventListener('click', () => map.zoomOut());
  whole.addEventListener('click', showAll);
  shut.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    map.remove();
    dialog.remove();
    link.focus();
  });
  sheet.focus();
}

/** A map whose ground is the page: at its closest a pixel of the page is a pixel of the screen. */
function layOut(sheet: HTMLElement, page: TiledPage, folder: string): { map: L.Map; showAll: () => void } {
  const density = devicePixelRatio > 1 ? 2 : 1;
  const closest = levelsOf(page);
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const map = L.map(sheet, {
    crs: L.CRS.Simple,
    attributionControl: false,
    zoomControl: false,
    zoomSnap: 0,
    zoomDelta: 0.75,
    wheelPxPerZoomLevel: 100,
    maxZoom: closest + 1,
    minZoom: -10,
    maxBoundsViscosity: 1,
    zoomAnimation: !isStill,
    fadeAnimation: !isStill,
    inertia: !isStill,
  });
  const at = (x: number, y: number) => map.unproject([x / density, y / density], closest);
  const bounds = L.latLngBounds(at(0, page.height), at(page.width, 0));
  const showAll = () => map.fitBounds(bounds, { animate: false });
  showAll();
  map.setMinZoom(map.getZoom());
  map.setMaxBounds(bounds.pad(0.1));
  new PageLayer(page, folder, {
    tileSize: SIDE / density,
    minNativeZoom: 0,
    maxNativeZoom: closest,
    bounds,
    // One more ring of tiles than is seen.
    keepBuffer: 1,
  }).addTo(map);
  return { map, showAll };
}

class PageLayer extends L.GridLayer {
  readonly #page: TiledPage;
  readonly #folder: string;

  constructor(page: TiledPage, folder: string, options: L.GridLayerOptions & { maxNativeZoom: number }) {
    super(options);
    this.#page = page;
    this.#folder = folder;
  }

  override createTile(coords: L.Coords, done: L.DoneCallback): HTMLElement {
    // Leaflet gives every tile the size of a whole one; those at the edges are smaller.
    const box = document.createElement('div');
    const tile = tileAt(this.#page, levelsOf(this.#page) - coords.z, coords.x, coords.y);
    if (!tile) {
      queueMicrotask(() => done(undefined, box));
      return box;
    }
    const scale = this.getTileSize().x / this.#page.side;
    const image = new Image(tile.width * scale, tile.height * scale);
    image.alt = '';
    image.onload = () => done(undefined, box);
    image.onerror = () => done(new Error(tile.path), box);
    image.src = `${this.#folder}/${tile.path}`;
    box.append(image);
    return box;
  }
}
