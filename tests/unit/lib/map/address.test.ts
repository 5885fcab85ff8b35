import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Known, type MapAddress, readAddress, writeAddress } from '../../../../src/lib/map/address.ts';

const KNOWN: Known = { counties: ['hanbin', 'jiyang'], years: ['all', '2019', 'after'], genres: ['report', 'brief'] };
const NOTHING: MapAddress = { county: null, year: 'all', genre: '', view: null };

test('an untouched map has a plain address', () => {
  expect(writeAddress(NOTHING)).toBe('');
  expect(readAddress('', KNOWN)).toEqual(NOTHING);
});

test('county, year, genre and view are kept in plain words', () => {
  const address: MapAddress = {
    county: 'hanbin',
    year: '2019',
    genre: 'brief',
    view: { latitude: 32.691, longitude: 109.029, zoom: 8.125 },
  };
  expect(writeAddress(address)).toBe('?county=hanbin&year=2019&genre=brief&at=32.69,109.03,8.13');
  expect(readAddress('?county=hanbin&year=2019&genre=brief&at=32.69,109.03,8.13', KNOWN)).toEqual({
    ...address,
    view: { latitude: 32.69, longitude: 109.03, zoom: 8.13 },
  });
});

test.each([
  '?county=beijing',
  '?year=1999',
  '?genre=poem',
  '?at=1,2',
  '?at=95,0,3',
  '?at=a,b,c',
  '?at=1,2,3;x=1',
  '?at=x1,2,3',
  '?at=85,0,3',
  '?at=1,541,3',
  '?at=1,-541,3',
  '?at=1,2,-3',
  '?at=1.,2,3',
  '?at=.5,2,3',
])('%s says nothing', (query) => expect(readAddress(query, KNOWN)).toEqual(NOTHING));

test('a view may be written without decimals, and lie on the date line', () => {
  expect(readAddress('?at=32,180,8', KNOWN).view).toEqual({ latitude: 32, longitude: 180, zoom: 8 });
  expect(readAddress('?at=-32.5,-109,8.5', KNOWN).view).toEqual({ latitude: -32.5, longitude: -109, zoom: 8.5 });
});

test('whatever is written is read again', () => {
  const view = fc.option(
    fc.record({
      latitude: fc.integer({ min: -8000, max: 8000 }).map((n) => n / 100),
      longitude: fc.integer({ min: -18000, max: 18000 }).map((n) => n / 100),
      zoom: fc.integer({ min: 0, max: 1800 }).map((n) => n / 100),
    }),
  );
  const address = fc.record({
    county: fc.option(fc.constantFrom(...KNOWN.counties)),
    year: fc.constantFrom(...KNOWN.years),
    genre: fc.constantFrom('' as const, ...KNOWN.genres),
    view,
  });
  fc.assert(
    fc.property(address, (one) => {
      expect(readAddress(writeAddress(one), KNOWN)).toEqual(one);
    }),
  );
});
