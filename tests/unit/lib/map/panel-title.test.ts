import { expect, test } from 'vitest';
import { panelTitle } from '../../../../src/lib/map/panel-title.ts';
import { COUNTIES } from './counties.ts';

const of = (...ids: string[]) => COUNTIES.filter(({ id }) => ids.includes(id));
const VALLEY = of('hanbin', 'shiquan', 'ziyang', 'langao', 'pingli', 'baihe');

test('one or two counties are called by their names, more by what they lie in', () => {
  expect(panelTitle(of('jiyang'))).toEqual({ name: '济阳', region: '山东济南' });
  expect(panelTitle(of('ruzhou', 'jianan'))).toEqual({ name: '汝州、建安', region: '河南平顶山、许昌' });
  expect(panelTitle(VALLEY)).toEqual({ name: expect.stringContaining('安康 6 个'), region: '陕西安康' });
});

test('of those that lie in nothing together the first are named', () => {
  const bare = VALLEY.map((county) => ({ ...county, province: undefined, prefecture: undefined }));
  expect(panelTitle(bare)).toEqual({ name: expect.stringContaining('汉滨、石泉等 6 个'), region: '' });
});

test('an archive gives a name to just these counties', () => {
  const given = [{ name: '江边六县', units: VALLEY.map(({ id }) => id) }];
  expect(panelTitle(VALLEY, given).name).toBe('江边六县');
  expect(panelTitle(VALLEY.slice(1), given).name).not.toBe('江边六县');
});
