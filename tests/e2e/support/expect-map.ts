import { expect } from '@playwright/test';
import { type Box, clashes, overlap, stickingOut } from './boxes.ts';
import type { SeenMap } from './drawn-map.ts';

/** Farther than this, in ems, no eye takes a name for its county's. */
const NEAR = 3;

/** Every name in the frame, clear of others, at what it names. */
export function expectMap({ title, frame, labels, counties: drawn, inset }: SeenMap): void {
  expect(labels.length, `${title} has names`).toBeGreaterThan(0);
  expect(clashes(labels), `${title}: names on each other`).toEqual([]);
  for (const { name, box, kind, em, gap, cornersOnOwn, isInside, covers } of labels) {
    const where = `${title}: ${name}`;
    expect.soft(stickingOut(box, frame), `${where} in the frame`).toBeLessThan(1);
    if (kind === 'county') expect.soft(gap, `${where} at its county`).toBeLessThanOrEqual(NEAR * em);
    if (kind === 'place') expect.soft(gap, `${where} at its dot`).toBeLessThanOrEqual(NEAR * em);
    if (kind === 'province') expect.soft(cornersOnOwn, `${where} within a province`).toBe(4);
    if (kind === 'county' && isInside) expect.soft(cornersOnOwn, `${where} within its county`).toBe(4);
    if (kind === 'county' || kind === 'province') expect.soft(covers, `${where} on another county`).toEqual([]);
  }
  if (inset) expectInset(title, frame, inset, drawn);
}

/** The enlarged part holds the counties that it enlarges, each larger than on the map, and covers no other. */
function expectInset(title: string, frame: Box, inset: { frame: Box; source: Box }, drawn: SeenMap['counties']): void {
  expect.soft(stickingOut(inset.frame, frame), `${title}: the inset in the frame`).toBeLessThan(1);
  const enlarged = drawn.filter(({ boxes }) => boxes.length === 2);
  expect(enlarged.length, `${title}: counties in the inset`).toBeGreaterThan(0);
  for (const { name, boxes } of enlarged) {
    const [small, large] = boxes as [Box, Box];
    expect.soft(stickingOut(large, inset.frame), `${title}: ${name} in the inset`).toBeLessThan(1);
    expect.soft(stickingOut(small, inset.source), `${title}: ${name} where the inset is taken from`).toBeLessThan(1);
    expect.soft(large.right - large.left, `${title}: ${name} is larger`).toBeGreaterThan(small.right - small.left);
  }
  for (const { name, boxes } of drawn)
    if (boxes[0]) expect.soft(overlap(boxes[0], inset.frame), `${title}: ${name} under the inset`).toBeLessThan(1);
}
