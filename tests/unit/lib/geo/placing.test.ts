import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance, type Label, type Scene, shapeOf, surrounds } from '../../../../src/lib/geo/labels.ts';
import { placeAll, type Wish } from '../../../../src/lib/geo/placing.ts';
import { type Box, boxesOverlap, boxHolds, hasPoint, type Point } from '../../../../src/lib/geo/plane.ts';
import { denseRing, squareAt } from '../map/shapes.ts';

const EM = 100;
const EVERYWHERE: Box = { x: -9999, y: -9999, width: 19998, height: 19998 };
const wish = (text: string, pole: Point, half: number): Wish => ({
  ...{ text, pole },
  shape: shapeOf([denseRing(squareAt(pole, half), 20)]),
});
const sceneOf = (wishes: readonly Wish[], scene: Partial<Scene> = {}): Scene => ({
  ...{ frame: EVERYWHERE, better: EVERYWHERE, taken: [], lines: [] },
  ...{ shapes: wishes.map(({ shape }) => shape) },
  ...scene,
});
const place = (wishes: readonly Wish[], scene?: Partial<Scene>) => placeAll(wishes, EM, sceneOf(wishes, scene));
const one = (county: Wish, scene?: Partial<Scene>, ...others: Wish[]) => place([county, ...others], scene)[0] as Label;
const middle = ({ box }: Label): Point => [box.x + box.width / 2, box.y + box.height / 2];

describe('a name within its outline', () => {
  test('stands at the pole', () => {
    const label = one(wish('汉滨', [500, 400], 200));
    expect(label.inside).toBe(true);
    expect(middle(label)).toEqual([500, 400]);
  });

  test('has an eighth of an em between itself and the border', () => {
    // Half a name is 100 wide, and 12.5 of air.
    expect(one(wish('汉滨', [500, 400], 113)).inside).toBe(true);
    expect(one(wish('汉滨', [500, 400], 112)).inside).toBe(false);
    expect(one(wish('汉滨区', [500, 400], 162)).inside).toBe(false);
    expect(one(wish('汉滨区', [500, 400], 163)).inside).toBe(true);
  });

  test('moves from the pole where there is no room, as little as it must', () => {
    const shape = shapeOf([denseRing({ x: 0, y: 0, width: 600, height: 300 }, 5)]);
    const label = one({ text: '汉滨', pole: [80, 150], shape });
    expect(label.inside).toBe(true);
    expect(surrounds(shape, label.box)).toBe(true);
    // 32.5 to the right would do; spots are a quarter of an em apart.
    expect(middle(label)).toEqual([130, 150]);
    const low = one({ text: '汉滨', pole: [300, 20], shape });
    expect(middle(low)).toEqual([300, 70]);
  });

  test('stands beside it where an em from the pole there is no room yet', () => {
    const shape = shapeOf([denseRing({ x: 0, y: 0, width: 900, height: 300 }, 5)]);
    expect(one({ text: '汉滨', pole: [13, 150], shape }).inside).toBe(true);
    expect(one({ text: '汉滨', pole: [12, 150], shape }).inside).toBe(false);
  });

  test('may stand in what others have taken, for that is its own land', () => {
    const county = wish('汉滨', [500, 400], 200);
    expect(one(county, { taken: [{ x: 450, y: 350, width: 100, height: 100 }] }).inside).toBe(true);
  });
});

describe('a name beside its outline', () => {
  const county = wish('汉滨', [0, 0], 40);

  test('stands to the right, at its height, as near as air allows', () => {
    // 40 of outline, 100 of half a name, 16.7 of air; spots are a quarter of an em apart.
    const label = one(county);
    expect(label).toMatchObject({ inside: false, anchor: 'start' });
    expect(middle(label)).toEqual([175, 0]);
  });

  test('stands to the left where the right is taken, else above or below', () => {
    const right: Box = { x: 41, y: -300, width: 500, height: 600 };
    const left: Box = { ...right, x: -541 };
    const toLeft = one(county, { taken: [right] });
    expect(toLeft.anchor).toBe('end');
    expect(middle(toLeft)).toEqual([-175, 0]);
    const upright = one(county, { taken: [right, left] });
    expect(Math.abs(middle(upright)[1])).toBeGreaterThan(40 + 50);
    expect(upright.anchor).toBe('middle');
  });

  test('had better stay within the better part, even at another side', () => {
    const label = one(county, { better: { x: -400, y: -400, width: 500, height: 800 } });
    expect(middle(label)).toEqual([-175, 0]);
    expect(middle(one(county, { better: { x: -100, y: -400, width: 500, height: 800 } }))).toEqual([175, 0]);
    // A tenth of an em too far out weighs less than standing above.
    expect(middle(one(county, { better: { x: -265, y: -400, width: 530, height: 800 } }))[0]).toBeGreaterThan(150);
    const high = one(county, { better: { x: -100, y: -400, width: 200, height: 440 } });
    expect(boxHolds({ x: -150, y: -400, width: 300, height: 450 }, high.box)).toBe(true);
    const low = one(county, { better: { x: -100, y: -40, width: 200, height: 440 } });
    expect(middle(low)[1]).toBeGreaterThan(0);
  });

  test('must stay within the frame', () => {
    const frame: Box = { x: -400, y: -50, width: 500, height: 100 };
    const label = one(county, { frame });
    expect(boxHolds(frame, label.box)).toBe(true);
    expect(place([county], { frame: { x: -40, y: -40, width: 80, height: 80 } })).toEqual([null]);
  });

  test('stands on the side away from a neighbour', () => {
    // To the right it is 35 from its own; the other has to be 60 further away.
    const beside = (x: number) => middle(one(county, {}, wish('岚皋', [x, 0], 40)));
    expect(beside(400)).toEqual([-175, 0]);
    expect(beside(411)).toEqual([175, 0]);
  });

  test('keeps off borders of provinces where it can', () => {
    const across = (x: number) => [-20, 0, 20].map((y): Point => [x, y]);
    const label = one(county, { lines: across(150) });
    expect(across(150).some((point) => hasPoint(label.box, point))).toBe(false);
    // With lines all round it stands where it would without them.
    const lines = Array.from(
      { length: 81 * 81 },
      (_, i): Point => [(i % 81) * 10 - 400, Math.floor(i / 81) * 10 - 400],
    );
    expect(middle(one(county, { lines }))).toEqual([175, 0]);
    // One point on the right weighs less than standing askew.
    expect(middle(one(county, { lines: [[150, 0]], taken: [{ x: -500, y: -300, width: 459, height: 600 }] }))).toEqual([
      175, 0,
    ]);
  });

  test('goes up to 3.75 ems from the pole, and no further', () => {
    const walled = (half: number) => one(county, { taken: [squareAt([0, 0], half)] });
    // Above or below: half the name's height and a sixth of an em beyond the wall.
    expect(Math.abs(middle(walled(305))[1])).toBe(375);
    expect(walled(312)).toBeNull();
  });
});

describe('names of several', () => {
  test("come in the order of the wishes, and are one another's obstacles", () => {
    const wishes = [wish('甲县', [0, 0], 40), wish('乙县', [120, 0], 40), wish('丙县', [60, 110], 40)];
    const labels = place(wishes);
    expect(labels.map((label) => label?.text)).toEqual(['甲县', '乙县', '丙县']);
    const twice = [wish('甲县', [0, 0], 40), wish('甲县', [0, 0], 40)];
    const [a, b] = place(twice);
    expect(a && b && boxesOverlap(a.box, b.box)).toBe(false);
  });

  test('have their best places when these do not meet', () => {
    const wishes = [wish('甲县', [0, 0], 40), wish('乙县', [2000, 900], 40)];
    expect(place(wishes).map((label) => label && middle(label))).toEqual([
      [175, 0],
      [2175, 900],
    ]);
    const moved: Point = [-1500, 2200];
    const shape = shapeOf([denseRing({ x: -1900, y: 2170, width: 450, height: 60 }, 20)]);
    // Off the middle of its outline, a name stands as near to the pole as to the border.
    expect(middle(one({ text: '甲县', pole: moved, shape }))).toEqual([-1325, 2200]);
  });

  test('go first to those that have the least choice', () => {
    // One has but the spot to its right, on a border; the other would like nearly the same, but can do without.
    const wishes = [wish('易县', [360, 0], 40), wish('难县', [0, 0], 40)];
    const taken: Box[] = [
      { x: -600, y: -600, width: 559, height: 1200 },
      { x: -41, y: -600, width: 350, height: 520 },
      { x: -41, y: 80, width: 350, height: 520 },
    ];
    const better: Box = { x: -600, y: -600, width: 1000, height: 1200 };
    const lines = [-20, -10, 0, 10, 20].map((y): Point => [80, y]);
    expect(
      middle(
        place([wishes[0] as Wish], { taken, better, lines, shapes: wishes.map(({ shape }) => shape) })[0] as Label,
      ),
    ).toEqual([185, 0]);
    const [easy, hard] = place(wishes, { taken, better, lines });
    expect(hard).not.toBeNull();
    expect(easy).not.toBeNull();
    expect(easy && hard && boxesOverlap(easy.box, hard.box)).toBe(false);
  });

  test('are left out alone where there is no room', () => {
    const wishes = [wish('甲县', [0, 0], 40), wish('乙县', [3000, 0], 40)];
    const labels = place(wishes, { taken: [squareAt([0, 0], 500)] });
    expect(labels.map((label) => label?.text ?? null)).toEqual([null, '乙县']);
    const turned = place(wishes.toReversed(), { taken: [squareAt([0, 0], 500)] });
    expect(turned.map((label) => label?.text ?? null)).toEqual(['乙县', null]);
  });

  test('cover neither one another nor any outline, whatever is named', () => {
    const size = fc.option(fc.integer({ min: 20, max: 149 }));
    const some = fc.array(size, { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(some, (sizes) => {
        const wishes = sizes.flatMap((half, i) =>
          half === null ? [] : wish('长宁县', [(i % 3) * 300, Math.floor(i / 3) * 300], half),
        );
        const labels = place(wishes);
        const named = labels.flatMap((label) => label ?? []);
        for (const [i, { box }] of named.entries())
          for (const other of named.slice(i + 1)) expect(boxesOverlap(box, other.box)).toBe(false);
        for (const [i, label] of labels.entries()) {
          const { pole, shape } = wishes[i] as Wish;
          if (label?.inside) expect(surrounds(shape, label.box)).toBe(true);
          else if (label) {
            expect(distance(label.box, pole)).toBeLessThanOrEqual(375);
            for (const { shape: land } of wishes)
              expect(land.rings.flat().some((point) => hasPoint(label.box, point))).toBe(false);
          }
        }
      }),
      { numRuns: 15 },
    );
  });
});
