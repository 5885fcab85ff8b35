import { expect, it } from 'vitest';
import { reportYears } from '../../../src/site/report-years.ts';

it('gives none of an essay, which has no original', () => expect(reportYears({ source: null })).toEqual([]));

it('gives every year in which a report may have appeared', () => {
  expect(reportYears({ source: { date: '2020-12/2021-03' } })).toEqual(['2020', '2021']);
  expect(reportYears({ source: { date: '2019?-11/2019?-12' } })).toEqual(['2019']);
  expect(reportYears({ source: { date: null } })).toEqual(['unknown']);
});
