import { DivIcon, type LatLngExpression, type Map as LeafletMap } from 'leaflet';
import { Fragment, useEffect, useState } from 'react';
import { Marker, Pane, Polyline, useMap } from 'react-leaflet';
import { thereAndBack } from '../../lib/geo/plane.ts';
import type { Atlas, AtlasArea, AtlasContext } from '../../lib/map/atlas.ts';
import { type MapName, placeNames } from '../../lib/map/names.ts';
import { unpackRing } from '../../lib/map/rings.ts';
import { textIcon } from './text-controls.ts';

/** Ems of the map's own type. */
const SIZE = { line: 1.3 };

const project = (map: LeafletMap, zoom: number) => (point: LatLngExpression) => {
  const { x, y } = map.project(point, zoom);
  return [x, y] as [number, number];
};

/** What is in sight of the surroundings, on the plane of the present zoom. */
function laySurroundings(map: LeafletMap, { rivers, seats, regions }: AtlasContext, flat: ReturnType<typeof project>) {
  const { min = { x: 0, y: 0 }, max = { x: 0, y: 0 } } = map.getPixelBounds();
  return {
    sight: { x: min.x, y: min.y, width: max.x - min.x, height: max.y - min.y },
    rivers: rivers.map(({ name, rings }) => ({ name, lines: rings.map((ring) => unpackRing(ring).map(flat)) })),
    seats: seats.map(({ name, point: [x, y] }) => ({ name, dot: flat([y, x]) })),
    regions: regions.map(({ name, point: [x, y] }) => ({ name, point: flat([y, x]) })),
  };
}

/** Finds room for all names at the present zoom. */
function nameAll(map: LeafletMap, { counties, provinces, context }: Atlas) {
  const zoom = map.getZoom();
  const em = Number.parseFloat(getComputedStyle(map.getContainer()).fontSize);
  const flat = project(map, zoom);
  const lay = (name: string, { rings, isLine, pole: [x, y] }: AtlasArea, group = '') => {
    const laid = rings.map((ring) => unpackRing(ring).map(flat));
    return { name, group, pole: flat([y, x]), rings: isLine ? laid.map(thereAndBack) : laid };
  };
  const names = placeNames(
    counties.map((county) => lay(county.label, county, county.prefecture)),
    provinces.map((province) => lay(province.name, province)),
    em,
    laySurroundings(map, context, flat),
  );
  return { ...names, zoom, em };
}

/** On a phone a county may be smaller than a finger; its name is not. */
function pressShape(map: LeafletMap, county: string) {
  const shape = map.getContainer().querySelector(`path[data-county="${county}"]`);
  shape?.dispatchEvent(new MouseEvent('click'));
}

/** Names beside the counties, and in the provinces; placed afresh at each zoom. What they say, shapes say too. */
export function MapNames({
  atlas,
  counts,
  chosen,
}: {
  atlas: Atlas;
  counts: ReadonlyMap<string, number>;
  /** The one county that stands out; the others step back. */
  chosen: string | null;
}) {
  const map = useMap();
  const [{ counties, provinces, context, zoom, em }, setNames] = useState(() => nameAll(map, atlas));
  useEffect(() => {
    const place = () => setNames(nameAll(map, atlas));
    const settings = new MutationObserver(place);
    settings.observe(document.documentElement, { attributeFilter: ['data-size'] });
    map.on('zoomend', place);
    place();
    return () => {
      settings.disconnect();
      map.off('zoomend', place);
    };
  }, [map, atlas]);
  const at = ([x, y]: readonly [number, number]) => map.unproject([x, y], zoom);
  const icon = ({ text, width }: Pick<MapName, 'text' | 'width'>, className: string) =>
    new DivIcon({ html: textIcon(text), className, iconSize: [width, em * SIZE.line] });
  return (
    <Pane name="names" style={{ zIndex: 450, pointerEvents: 'none' }}>
      {provinces.map(
        (name) =>
          name && (
            <Marker
              key={name.text + zoom}
              position={at(name.middle)}
              icon={icon(name, 'live-name live-name-province')}
              interactive={false}
              keyboard={false}
            />
          ),
      )}
      {context.map((name) => (
        <Marker
          key={`${name.text} ${name.middle.join()} ${zoom}`}
          position={at(name.middle)}
          icon={icon(name, `live-name live-name-${name.kind}`)}
          interactive={false}
          keyboard={false}
        />
      ))}
      {counties.map((name, i) => {
        const { id = '', label = '' } = atlas.counties[i] ?? {};
        const dark = name?.inside && counts.has(id) && (chosen === null || chosen === id);
        return (
          name && (
            <Fragment key={label}>
              {name.leader && <Polyline positions={name.leader.map(at)} interactive={false} className="live-leader" />}
              <Marker
                position={at(name.middle)}
                icon={icon(name, `live-name${dark ? ' live-name-dark' : ''}`)}
                keyboard={false}
                eventHandlers={{ click: () => pressShape(map, id) }}
              />
            </Fragment>
          )
        );
      })}
    </Pane>
  );
}
