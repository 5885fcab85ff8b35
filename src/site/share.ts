import * as archive from '#archive';
import { LIST } from '#words/punctuation.ts';
import { SHARE } from '#words/share.ts';
import { DARK, LIGHT } from '../lib/colours/palette.ts';
import { drawingSvg } from '../lib/drawing/standalone.ts';
import type { SilhouettePath } from '../lib/geo/silhouette.ts';
import { type Artwork, type Card, EVIDENCE, type Shape } from '../lib/share/card.ts';
import { firstClause } from '../lib/text/sentences.ts';
import { ASSETS, path } from '../lib/urls.ts';
import { makeShare, SHARE_CACHE } from '../media/share.ts';
import { config } from './config.ts';
import { getOpenDrawings } from './content.ts';
import { getLocator } from './drawings.ts';
import type { Locator, Story } from './model.ts';
import { regionText } from './story-lines.ts';

/** What the picture of a page shows beside its title, where the page knows better than the archive does. */
export interface Shared {
  kicker?: string;
  number?: string;
  line?: string;
  artwork?: Artwork | null;
}

/** The paper by day and by night: what a browser gives its own frame. */
export const PAPERS = [archive.colours.light.paper ?? LIGHT.paper, archive.colours.dark.paper ?? DARK.paper] as const;

/** A site that only this machine can see has no picture that others could fetch. */
const isPublic = (): boolean => {
  const { hasSiteUrl, siteUrl } = config();
  return hasSiteUrl && !/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(siteUrl).hostname);
};

/**
 * Draws the picture that stands for a page where others link to it.
 * @param title the page's; of the front page, none
 * @param words what the page, or the site, says of itself; its first sentence stands under the title
 * @returns its address under the site; null where the site has no address that others could fetch it from
 */
export async function shareImage(title: string | undefined, words: string, shared: Shared): Promise<string | null> {
  if (!isPublic()) return null;
  const artwork = shared.artwork ?? mapArtwork(await getLocator(MAP_WIDTH));
  const whole: Card = {
    site: archive.name,
    kicker: '',
    title: archive.name,
    number: '',
    line: firstClause(words),
    artwork,
  };
  const card: Card = title
    ? {
        ...whole,
        kicker: shared.kicker ?? '',
        title,
        number: shared.number ?? '',
        line: shared.line ?? firstClause(words),
      }
    : { ...whole, site: '' };
  // What cannot be lettered at all has the land alone.
  const bare: Card = { site: '', kicker: '', title: '', number: '', line: '', artwork };
  const { file, missing } = await makeShare(card, ownPalette(), archive.language === 'zh-Hant', SHARE_CACHE, bare);
  if (missing.length > 0) console.warn(SHARE.missing(title ?? archive.name, missing.map(withCode).join(LIST)));
  return path(`${ASSETS}/share/${file}`);
}

const withCode = (character: string): string =>
  `${character} U+${character.codePointAt(0)?.toString(16).toUpperCase()}`;

/** What stands on the picture of a story: the first of its drawings that is not of private people, else its county. */
export async function sharedStory(story: Story): Promise<Shared> {
  const [drawing] = isPublic() ? (await getOpenDrawings(story)).filter(({ kind }) => kind !== 'place') : [];
  return {
    kicker: regionText(story),
    line: story.subtitle ?? '',
    artwork: drawing
      ? {
          heading: drawing.title,
          ...drawingSvg(drawing, {
            width: EVIDENCE.width,
            em: drawing.kind === 'bars' ? EVIDENCE.emBesideBars : EVIDENCE.em,
            palette: evidencePalette(),
          }),
        }
      : silhouetteArtwork(story.county?.silhouette ?? null),
  };
}

function evidencePalette() {
  const { ink, data, place, land, paper, 'ink-soft': soft } = ownPalette();
  return { ink, soft, data, pale: mixed(data, land), place, land: mixed(land, paper), paper, face: '' };
}

const ownPalette = () => ({ ...LIGHT, ...archive.colours.light });

/** The colour half way between two, `#rrggbb`. */
function mixed(a: string, b: string): string {
  const channel = (colour: string, at: number) => Number.parseInt(colour.slice(at, at + 2), 16);
  return `#${[1, 3, 5].map((at) => ((channel(a, at) + channel(b, at)) >> 1).toString(16).padStart(2, '0')).join('')}`;
}

/** The land of a county, large. */
export function silhouetteArtwork(silhouette: SilhouettePath | null): Artwork | null {
  if (!silhouette) return null;
  const [left = 0, top = 0, width = 0, height = 0] = silhouette.viewBox.split(' ').map(Number);
  const shape: Shape = silhouette.isLine
    ? { d: silhouette.d, stroke: 'place', strokeWidth: 6 }
    : { d: silhouette.d, fill: 'place-faded' };
  return { viewBox: [left, top, width, height], shapes: [shape] };
}

const MAP_WIDTH = 300;
/** Units of the drawing. */
const DOT = 5;

/** All counties on their land; points without any are specks in a picture of this size. */
function mapArtwork(locator: Locator | null): Artwork | null {
  if (!locator || locator.provinces.length === 0) return null;
  const { width, height, provinces, counties } = locator;
  const land = provinces.map(({ d }): Shape => ({ d, fill: 'land', stroke: 'rule', strokeWidth: 1 }));
  const places = counties.map(({ d, dot, isLine, pole }): Shape => {
    if (d && isLine) return { d, stroke: 'place', strokeWidth: 3 };
    if (d) return { d, fill: 'place' };
    const [x, y] = dot ?? pole;
    return { d: `M${x - DOT} ${y}a${DOT} ${DOT} 0 1 0 ${2 * DOT} 0a${DOT} ${DOT} 0 1 0 ${-2 * DOT} 0z`, fill: 'place' };
  });
  return { viewBox: [0, 0, width, height], shapes: [...land, ...places] };
}
