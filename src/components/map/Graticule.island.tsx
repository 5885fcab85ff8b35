import { useEffect, useState } from 'react';
import { Pane, Polyline, useMap } from 'react-leaflet';

const STEPS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 45];
/** Pixels between lines, at the least. */
const ROOM = 90;

const multiples = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.max(0, Math.floor(to / step) - Math.ceil(from / step) + 1) }, (_, i) =>
    Number(((Math.ceil(from / step) + i) * step).toFixed(3)),
  );

/** Meridians and parallels of what is in sight, as far apart as round degrees can be; drawn afresh at each move. */
export function Graticule() {
  const map = useMap();
  const [view, setView] = useState(() => map.getBounds().pad(0.5));
  useEffect(() => {
    const draw = () => setView(map.getBounds().pad(0.5));
    map.on('moveend', draw);
    draw();
    return () => {
      map.off('moveend', draw);
    };
  }, [map]);
  const [west, east] = [view.getWest(), view.getEast()];
  const [south, north] = [Math.max(-85, view.getSouth()), Math.min(85, view.getNorth())];
  const across = (map.getSize().x * 2) / ROOM;
  const step = STEPS.find((one) => (east - west) / one <= across) ?? 90;
  const lines = [
    ...multiples(west, east, step).map((x) => [[south, x] as const, [north, x] as const]),
    ...multiples(south, north, step).map((y) => [[y, west] as const, [y, east] as const]),
  ];
  return (
    <Pane name="graticule" style={{ zIndex: 370, pointerEvents: 'none' }}>
      {lines.map((line) => (
        <Polyline key={line.join()} positions={line as never} interactive={false} className="live-graticule" />
      ))}
    </Pane>
  );
}
