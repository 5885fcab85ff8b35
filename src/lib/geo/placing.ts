import { distance, gapTo, isFree, type Label, labelAt, type Scene, type Shape, surrounds } from './labels.ts';
import { type Box, boxesOverlap, cornersOf, growBox, hasPoint, type Point, samplesOf } from './plane.ts';

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

/** The cost of a name without any place, in ems: more than any distance. */
const UNPLACED = 1000;
const DIRECTIONS = Array.from({ length: 24 }, (_, i) => (i * Math.PI) / 12);
const DISTANCES = Array.from({ length: 16 }, (_, i) => i / 4);

/** The spot within a shape, near its pole, that holds the whole name: one where nothing else stands, if there is one. */
function placeInside({ text, pole, shape }: Wish, em: number, taken: readonly Box[]): Label | null {
  const around = growBox({ x: pole[0], y: pole[1], width: 0, height: 0 }, em);
  const far = ([x, y]: Point) => Math.hypot(x - pole[0], y - pole[1]);
  const spots = [pole, ...samplesOf(around, em / 4).sort((a, b) => far(a) - far(b))];
  const held = spots.map((spot) => labelAt(text, em, spot)).filter(({ box }) => surrounds(shape, growBox(box, em / 8)));
  const best = held.find(({ box }) => !taken.some((other) => boxesOverlap(box, other))) ?? held[0];
  return best ? { ...best, inside: true } : null;
}

/** What speaks against a spot: distance from its shape, nearness to another, being far out, above or below, or on lines. */
function costOf({ box }: Label, { shape, pole }: Wish, angle: number, em: number, scene: Scene): number {
  const own = gapTo(box, shape) / em;
  const others = scene.shapes.filter((other) => other !== shape).map((other) => gapTo(box, other) / em);
  const unclear = Math.max(0, own + 0.6 - Math.min(...others));
  const crossed = scene.lines.filter((point) => hasPoint(box, point)).length;
  const aside = Math.hypot(box.x + box.width / 2 - pole[0], box.y + box.height / 2 - pole[1]) / em;
  const out = cornersOf(box).reduce((far, corner) => Math.max(far, distance(scene.better, corner)), 0) / em;
  return own + 2 * out + 3 * unclear + 0.1 * aside + 0.6 * Math.abs(Math.sin(angle)) + Math.min(crossed, 5) / 5;
}

/** The free spot nearest to the pole in one direction. */
function placeToward({ text, pole }: Wish, angle: number, em: number, scene: Scene): Label | null {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const anchor = cos > 0.4 ? 'start' : cos < -0.4 ? 'end' : 'middle';
  for (const far of DISTANCES) {
    const label = labelAt(text, em, [pole[0] + cos * far * em, pole[1] + sin * far * em], anchor);
    if (isFree(label, em, scene)) return label;
  }
  return null;
}

/** Of the free spots in all directions the best. */
function placeBeside(wish: Wish, em: number, scene: Scene): Choice | null {
  const found = DIRECTIONS.flatMap((angle): Choice[] => {
    const label = placeToward(wish, angle, em, scene);
    return label ? [{ label, cost: costOf(label, wish, angle, em, scene) }] : [];
  });
  return found.sort((a, b) => a.cost - b.cost)[0] ?? null;
}

/** The best place for one name: within its shape if that is large enough, else beside it; null when all is taken. */
function place(wish: Wish, em: number, scene: Scene): Choice | null {
  const label = placeInside(wish, em, scene.taken);
  return label ? { label, cost: 0 } : placeBeside(wish, em, scene);
}

/**
 * Places names, the hardest first.
 * @param em size of the type, in units
 * @returns a label for each wish, in their order, or null where there is no room
 */
export function placeAll(wishes: readonly Wish[], em: number, scene: Scene): (Label | null)[] {
  const alone = wishes.map((wish) => ({ wish, choice: place(wish, em, scene) }));
  const hardest = [...alone].sort((a, b) => (b.choice?.cost ?? UNPLACED) - (a.choice?.cost ?? UNPLACED));
  const placed = new Map<Wish, Label>();
  const taken = [...scene.taken];
  for (const { wish, choice } of hardest) {
    const stands = choice && (choice.label.inside || isFree(choice.label, em, { ...scene, shapes: [], taken }));
    const final = stands ? choice : place(wish, em, { ...scene, taken });
    if (!final) continue;
    taken.push(final.label.box);
    placed.set(wish, final.label);
  }
  return wishes.map((wish) => placed.get(wish) ?? null);
}
