import { CircleMarker, Pane, Polyline } from 'react-leaflet';
import type { AtlasContext } from '../../lib/map/atlas.ts';
import { unpackRing } from '../../lib/map/rings.ts';

/** Rivers and seats of government: over the counties, and never in the way of a pointer. */
export function Surroundings({ context: { rivers, seats } }: { context: AtlasContext }) {
  return (
    <Pane name="surroundings" style={{ zIndex: 440, pointerEvents: 'none' }}>
      {rivers.map(({ name, rank, rings }) => (
        <Polyline
          key={name}
          positions={rings.map(unpackRing)}
          interactive={false}
          className={rank > 1 ? 'live-river live-stream' : 'live-river'}
        />
      ))}
      {seats.map(({ name, level, point: [x, y] }) => (
        <CircleMarker
          key={`${name} ${x}`}
          center={[y, x]}
          radius={level === 'prefecture' ? 4 : 3}
          interactive={false}
          className="live-seat"
        />
      ))}
    </Pane>
  );
}
