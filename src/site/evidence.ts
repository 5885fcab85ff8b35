import { type Drawing, draw } from '../lib/drawing/draw.ts';
import type { DrawnPlace, Evidence, Telling } from '../lib/drawing/evidence.ts';
import { layPlace } from '../lib/drawing/place-map.ts';
import type { Outlines } from '../lib/geo/outlines.ts';
import { outlineOf } from '../lib/geo/outlines.ts';
import { placePath } from '../lib/urls.ts';
import type { County, Place, Story } from './model.ts';

export type { Evidence };

/** What a story's drawings are made of: all that it states, and of other stories and of places what is open to all. */
export function evidenceFor(
  story: Story,
  all: { stories: readonly Story[]; places: readonly Place[]; counties: readonly County[]; outlines: Outlines },
): Evidence {
  const bySlug = new Map(all.stories.map((one) => [one.slug, one]));
  const byId = new Map(all.places.map((place) => [place.id, place]));
  return {
    own: tellingOf(story),
    of: (slug) => {
      const other = bySlug.get(slug);
      return other && tellingOf(other);
    },
    place: (id) => {
      const place = byId.get(id);
      return place && placeOf(place, byId, all.counties, all.outlines);
    },
    ids: { stories: [...bySlug.keys()], places: [...byId.keys()] },
  };
}

function tellingOf({ told: { figures, milestones }, paragraphs, county }: Story): Telling {
  const own = paragraphs
    .flatMap(({ marks }) => marks)
    .filter((mark) => mark.name === 'Figure' && mark.story === undefined);
  return {
    figures,
    milestones,
    county: county?.shortName ?? '',
    words: new Map(own.map(({ id, text }) => [id, text])),
  };
}

/** What a place lies in, nearest first. */
function above(place: Place, byId: ReadonlyMap<string, Place>): Place[] {
  const found: Place[] = [];
  for (let next = byId.get(place.parent ?? ''); next && !found.includes(next); next = byId.get(next.parent ?? ''))
    found.push(next);
  return found;
}

function placeOf(
  place: Place,
  byId: ReadonlyMap<string, Place>,
  counties: readonly County[],
  outlines: Outlines,
): DrawnPlace {
  const county = counties.find(({ id }) => id === place.county);
  const around = above(place, byId);
  const isInside = [place, ...around].every(({ outside, level }) => !outside && level !== 'outside');
  const located = [place, ...around].find(({ point }) => point !== undefined);
  const outline = county && outlineOf(outlines, county);
  const isRough = located !== place || (located?.precision ?? 'none') !== 'exact';
  return {
    ...{ id: place.id, name: place.name, href: placePath(place.id) },
    within: [
      ...(county && isInside ? [...county.within, county.name] : []),
      ...around.map(({ name }) => name).reverse(),
    ],
    map:
      county?.silhouette && outline && isInside
        ? layPlace(county.silhouette, outline, outlines.topology, { point: located?.point ?? null, isRough })
        : null,
  };
}

/** The drawings of a story, in the order of its text. Those with `isPrivate` are for its own page alone. */
export const drawingsOf = (story: Pick<Story, 'drawings'>, evidence: Evidence): Drawing[] =>
  story.drawings.flatMap((request) => draw(request, evidence).drawing ?? []);
