import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepInAddress } from '../../../../src/components/timeline/address.ts';

const set = (name: string, value: string) => (parameters: URLSearchParams) => {
  parameters.set(name, value);
  return parameters;
};

describe('the address', () => {
  const written: string[] = [];
  beforeEach(() => {
    vi.useFakeTimers();
    written.length = 0;
    const location = { pathname: '/timeline/', search: '?from=mail', hash: '#y2018' };
    vi.stubGlobal('location', location);
    vi.stubGlobal('window', globalThis);
    vi.stubGlobal('history', {
      replaceState(_: unknown, __: string, url: string) {
        written.push(url);
        location.search = new URL(url, 'http://localhost').search;
      },
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('is written once all has rested, with the last change and what was there before', () => {
    for (const county of ['a', 'b', 'baihe']) keepInAddress(set('county', county));
    expect(written).toEqual([]);
    vi.runAllTimers();
    expect(written).toEqual(['/timeline/?from=mail&county=baihe#y2018']);
  });

  test('waits for changes to rest, however long they go on', () => {
    for (const day of ['1', '2', '3']) {
      keepInAddress(set('county', day));
      vi.advanceTimersByTime(250);
    }
    expect(written).toEqual([]);
    vi.runAllTimers();
    expect(written).toHaveLength(1);
  });

  test('is left alone by what changes nothing', () => {
    keepInAddress(set('from', 'mail'));
    vi.runAllTimers();
    expect(written).toEqual([]);
  });
});
