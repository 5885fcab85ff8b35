import L from 'leaflet';
import { MAP_PAGE } from '#words/map.ts';

interface Scale {
  options: { maxWidth: number };
  _mScale: HTMLElement;
  _getRoundNum(metres: number): number;
}

interface Attribution {
  options: { prefix?: string | false };
  _map?: L.Map;
  _container: HTMLElement;
  /** How many layers ask for these words. */
  _attributions: Record<string, number>;
}

// Stock Leaflet hands the words of these controls to the page as markup, which the policy of the site refuses. They are
// written as what they are: text.
L.Control.Scale.include({
  /** @param most metres that the widest scale would stand for */
  _updateMetric(this: Scale, most: number) {
    const metres = this._getRoundNum(most);
    this._mScale.style.width = `${Math.round((this.options.maxWidth * metres) / most)}px`;
    this._mScale.textContent = MAP_PAGE.metres(metres);
  },
});

L.Control.Attribution.include({
  _update(this: Attribution) {
    if (!this._map) return;
    const layers = Object.keys(this._attributions).filter((words) => this._attributions[words]);
    const bar = Object.assign(document.createElement('span'), { ariaHidden: 'true', textContent: ' | ' });
    const prefix = this.options.prefix || '';
    this._container.replaceChildren(prefix, ...(prefix && layers.length > 0 ? [bar] : []), layers.join(', '));
  },
});

/** Words as the element that Leaflet takes for the face of an icon. */
export const textIcon = (words: string): HTMLElement =>
  Object.assign(document.createElement('span'), { textContent: words });
