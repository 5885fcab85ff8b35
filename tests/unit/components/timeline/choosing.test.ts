import { beforeEach, describe, expect, test, vi } from 'vitest';
import { part } from '../../../../src/components/parts.ts';
import { Choosing, startReadout } from '../../../../src/components/timeline/choosing.ts';
import { listenToKeys } from '../../../../src/components/timeline/keys.ts';
import { readEntries } from '../../../../src/components/timeline/milestone-list.ts';
import { listenToPointers } from '../../../../src/components/timeline/pointers.ts';
import { fire, openPage } from '../page.ts';

/** In the order of time: its name, its lane, and where its sign begins; one has no date, and so no sign. */
const MILESTONES = [
  ['甲', '汉滨区', 10],
  ['乙', '白河县', 12],
  ['丙', '汉滨区', 30],
  ['丁', '岚皋县', 31],
  ['戊', '白河县', 33],
  ['己', null, null],
] as const;
const LANES = ['汉滨区', '白河县', '岚皋县'];

const sign = (name: string) => `<a href="#t-${name}" id="s-${name}"><g></g></a>`;
const PAGE = `<div class="drawing">${LANES.map(
  (lane) =>
    `<div class="lane" data-name="${lane}"><svg>${MILESTONES.filter(([, own]) => own === lane)
      .map(([name]) => sign(name))
      .join('')}</svg></div>`,
).join('')}</div>
<p class="readout"><span data-hint="提示">提示</span> <a href="#list">名单</a></p>
<div class="years" id="list">${MILESTONES.map(
  ([name]) =>
    `<li class="entry" id="t-${name}"><span class="date">某日</span><div><a class="entry-title">${name}</a></div></li>`,
).join('')}</div>`;

function startTimeline() {
  const page = openPage(PAGE);
  vi.stubGlobal('innerHeight', 800);
  vi.stubGlobal('scrollBy', () => {});
  const [drawing, readout, list] = [part(page, '.drawing'), part(page, '.readout'), part(page, '.years')];
  drawing.focus = () => {};
  // linkedom knows only the attribute.
  for (const link of page.querySelectorAll('.drawing a'))
    Object.assign(link, { href: { baseVal: link.getAttribute('href') } });
  for (const [name, , left] of MILESTONES) {
    const found = page.getElementById(`s-${name}`);
    if (found) found.getBoundingClientRect = () => ({ left, top: 100, bottom: 110 }) as DOMRect;
  }
  const entries = readEntries(drawing, list);
  const revealed: string[] = [];
  const zooming = { reveal: ({ id }: Element) => void revealed.push(id), in() {}, out() {}, reset() {} };
  const choosing = new Choosing(drawing, startReadout(readout, list), zooming);
  listenToPointers(drawing, list, entries, choosing);
  listenToKeys({ drawing, list, entries, choosing, zooming });
  const press = (...keys: string[]) => {
    for (const key of keys) fire(drawing, 'keydown', { key });
    return choosing.current?.element.id.slice(2);
  };
  const at = (id: string) => part(page, `#${id}`, Element);
  return { page, drawing, entries, choosing, revealed, press, at, words: () => readout.textContent.trim() };
}

let timeline: ReturnType<typeof startTimeline>;
beforeEach(() => {
  timeline = startTimeline();
});

describe('the chosen milestone', () => {
  test('is one at a time, in the list, in the drawing and in words', () => {
    const { page, drawing, at } = timeline;
    for (const [clientX, name] of ['甲', '丁'].entries())
      fire(at(`s-${name}`), 'pointerover', { pointerType: 'mouse', clientX, clientY: 0 });
    expect([...page.querySelectorAll('.is-chosen')].map(({ id }) => id)).toEqual(['s-丁', 't-丁']);
    expect(page.querySelectorAll('[aria-selected="true"]')).toHaveLength(1);
    expect(drawing.getAttribute('aria-activedescendant')).toBe('s-丁');
    expect(timeline.words()).toContain('某日，岚皋县，丁');
  });

  test('once there is none, the line under the drawing is as it was', () => {
    const before = timeline.words();
    timeline.press('ArrowRight');
    expect(timeline.words()).not.toBe(before);
    expect(timeline.press('Escape')).toBeUndefined();
    expect(timeline.words()).toBe(before);
    expect(timeline.page.querySelectorAll('.is-chosen, [aria-activedescendant]')).toHaveLength(0);
  });

  test('may have no date: the drawing then shows none', () => {
    const { page, drawing, at } = timeline;
    fire(at('s-甲'), 'pointerover', { pointerType: 'mouse' });
    fire(at('t-己'), 'focusin');
    expect([...page.querySelectorAll('.is-chosen')].map(({ id }) => id)).toEqual(['t-己']);
    expect(drawing.hasAttribute('aria-activedescendant')).toBe(false);
  });
});

describe('a finger', () => {
  const tap = (sign: Element) => fire(sign, 'click', { pointerType: 'touch' });

  test('finds a sign by the first tap, and follows it by the second', () => {
    const { at, choosing } = timeline;
    expect(tap(at('s-乙'))).toBe(true);
    expect(choosing.current?.element.id).toBe('t-乙');
    expect(tap(at('s-乙'))).toBe(false);
    expect(tap(at('s-丙'))).toBe(true);
  });
});

describe('keys', () => {
  test('lead from sign to sign in the order of time, and bring it into sight', () => {
    const { press, revealed } = timeline;
    expect(press('ArrowRight', 'ArrowRight')).toBe('乙');
    expect(press('ArrowLeft', 'ArrowLeft')).toBe('甲');
    expect(press('End')).toBe('戊');
    expect(press('ArrowRight')).toBe('戊');
    expect(press('Home')).toBe('甲');
    expect(revealed.at(-1)).toBe('s-甲');
  });

  test('pass over what the filters hide', () => {
    const { entries, press } = timeline;
    for (const entry of entries) entry.isShown = !['t-甲', 't-丙'].includes(entry.element.id);
    expect(press('Home')).toBe('乙');
    expect(press('ArrowRight')).toBe('丁');
  });

  test('lead to the sign nearest in time in the lane above or below, past lanes that show none', () => {
    const { entries, press } = timeline;
    expect(press('End', 'ArrowUp')).toBe('丙');
    expect(press('ArrowDown')).toBe('戊');
    expect(press('ArrowDown', 'ArrowDown')).toBe('丁');
    for (const entry of entries) entry.isShown = !['t-乙', 't-戊'].includes(entry.element.id);
    expect(press('ArrowUp')).toBe('丙');
    expect(press('ArrowUp')).toBe('丙');
  });

  test('that mean something to the browser stay the browser’s', () => {
    const { drawing, press } = timeline;
    press('Home');
    expect(fire(drawing, 'keydown', { key: 'ArrowRight', ctrlKey: true })).toBe(false);
    expect(fire(drawing, 'keydown', { key: 'Tab' })).toBe(false);
    expect(timeline.choosing.current?.element.id).toBe('t-甲');
  });
});

test('the button that leads to the drawing stands in the entry pointed at last, where that has a sign', () => {
  const { page, at, choosing, revealed } = timeline;
  fire(at('t-丙'), 'pointerover', { clientX: 1, clientY: 1 });
  fire(at('t-己'), 'pointerover', { clientX: 2, clientY: 1 });
  const [button, ...others] = page.querySelectorAll('.entry-on-drawing');
  expect(others).toEqual([]);
  expect(button?.closest('.entry')?.id).toBe('t-丙');
  if (button) fire(button, 'click');
  expect(choosing.current?.element.id).toBe('t-丙');
  expect(revealed).toEqual(['s-丙']);
});
