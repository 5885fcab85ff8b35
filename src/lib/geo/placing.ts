import { gapTo, isFree, type Label, labelAt, type Scene, type Shape, surrounds } from './labels.ts';
import { growBox, hasPoint, type Point, samplesOf } from './plane.ts';

/** A name that wants a place. */
export interface Wish {
  text: string;
  /** Where it belongs. */
  pole: Point;
  shape: Shape;
}

/** A name with a place, and what speaks against it, in ems. */
interface Choice {
  label: Label;
  cost: number;
}

/** What it costs to leave a name out, in ems: more than any distance. */
const UNPLACED = 1000;
const DIRECTIONS = Array.from({ length: 24 }, (_, i) => (i * Math.PI) / 12);
const DISTANCES = Array.from({ length: 16 }, (_, i) => i / 4);

/** The spot within a shape nearest to its pole that holds the whole name. */
function placeInside({ text, pole, shape }: Wish, em: number): Label | null {
  if (shape.bounds.width < [...text].length * em) return null;
  const far = ([x, y]: Point) => Math.hypot(x - pole[0], y - pole[1]);
  const spots = [pole, ...samplesOf(shape.bounds, em / 3).sort((a, b) => far(a) - far(b))];
  const labels = spots.map((spot) => labelAt(text, em, spot));
  const label = labels.find(({ box }) => surrounds(shape, growBox(box, em / 8)));
  return label ? { ...label, inside: true } : null;
}

/** What speaks against a spot: distance from its shape, nearness to another, standing above or below, lines underneath. */
function costOf({ box }: Label, { shape, pole }: Wish, angle: number, em: number, scene: Scene): number {
  const own = gapTo(box, shape) / em;
  const others = scene.shapes.filter((other) => other !== shape).map((other) => gapTo(box, other) / em);
  const unclear = Math.max(0, own + 0.6 - Math.min(...others));
  const crossed = scene.lines.filter((point) => hasPoint(box, point)).length;
  const aside = Math.hypot(box.x + box.width / 2 - pole[0], box.y + box.height / 2 - pole[1]) / em;
  return own + 3 * unclear + 0.1 * aside + 0.6 * Math.abs(Math.sin(angle)) + Math.min(crossed, 5) / 5;
}

/** In each direction from the pole the nearest free spot, and of these the best. */
function placeBeside(wish: Wish, em: number, scene: Scene): Choice | null {
  const { text, pole } = wish;
  const found = DIRECTIONS.flatMap((angle): Choice[] => {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const anchor = cos > 0.4 ? 'start' : cos < -0.4 ? 'end' : 'middle';
    const label = DISTANCES.map((far) =>
      labelAt(text, em, [pole[0] + cos * far * em, pole[1] + sin * far * em], anchor),
    ).find((spot) => isFree(spot, em, scene));
    return label ? [{ label, cost: costOf(label, wish, angle, em, scene) }] : [];
  });
  return found.sort((a, b) => a.cost - b.cost)[0] ?? null;
}

/** The best place for one name: within its shape if that is large enough, else beside it; null when all is taken. */
function place(wish: Wish, em: number, scene: Scene): Choice | null {
  const label = placeInside(wish, em);
  return label ? { label, cost: 0 } : placeBeside(wish, em, scene);
}

/**
 * Places names, the hardest first.
 * @param em size of the type, in units
 * @returns a label or null for each wish, in their order, and what speaks against the whole, in ems
 */
export function placeAll(
  wishes: readonly Wish[],
  em: number,
  scene: Scene,
): { labels: (Label | null)[]; cost: number } {
  const alone = wishes.map((wish) => place(wish, em, scene)?.cost ?? UNPLACED);
  const order = [...wishes.keys()].sort((a, b) => (alone[b] ?? 0) - (alone[a] ?? 0) || a - b);
  const labels: (Label | null)[] = wishes.map(() => null);
  const taken = [...scene.taken];
  let cost = 0;
  for (const i of order) {
    const wish = wishes[i];
    const placed = wish && place(wish, em, { ...scene, taken });
    labels[i] = placed?.label ?? null;
    if (placed) taken.push(placed.label.box);
    cost += placed?.cost ?? UNPLACED;
  }
  return { labels, cost };
}
