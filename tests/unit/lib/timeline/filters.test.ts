import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  certaintyOf,
  countValues,
  type Filterable,
  type Filters,
  matches,
  readFilters,
  writeFilters,
} from '../../../../src/lib/timeline/filters.ts';

const value = fc.constantFrom('a', 'b', 'c');
const entries = fc.array(
  fc.record({
    county: fc.tuple(value),
    genre: fc.tuple(value),
    practice: fc.uniqueArray(value),
    certainty: fc.tuple(value),
  }),
);
const filters: fc.Arbitrary<Filters> = fc.record(
  { county: value, genre: value, practice: value, certainty: value },
  { requiredKeys: [] },
);

describe('filters', () => {
  const entry: Filterable = { county: ['jianan'], genre: ['profile'], practice: ['m331', 'x'], certainty: ['stated'] };

  test('let through what fits all of them', () => {
    expect(matches(entry, {})).toBe(true);
    expect(matches(entry, { county: 'jianan', practice: 'x' })).toBe(true);
    expect(matches(entry, { county: 'jianan', certainty: 'inferred' })).toBe(false);
  });

  test('say of each value how many milestones choosing it would leave', () => {
    fc.assert(
      fc.property(entries, filters, (all, chosen) => {
        const counts = countValues(all, chosen);
        for (const name of ['county', 'genre', 'practice', 'certainty'] as const)
          for (const choice of ['a', 'b', 'c'])
            expect(counts[name].get(choice) ?? 0).toBe(
              all.filter((one) => matches(one, { ...chosen, [name]: choice })).length,
            );
      }),
    );
  });

  test('survive the address, and leave its other parameters alone', () => {
    fc.assert(
      fc.property(filters, (chosen) => {
        const written = writeFilters(new URLSearchParams('view=2019-01-01/2020-01-01&county=z'), chosen);
        expect(readFilters(written)).toEqual(chosen);
        expect(written.get('view')).toBe('2019-01-01/2020-01-01');
      }),
    );
  });

  test('know a date that is not there from one that is inferred', () => {
    expect(certaintyOf({ date: null, basis: 'stated' })).toBe('undated');
    expect(certaintyOf({ date: '2019', basis: 'inferred' })).toBe('inferred');
  });
});
