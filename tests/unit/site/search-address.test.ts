import { describe, expect, it } from 'vitest';
import { hitAddress, readState, writeState } from '../../../src/site/search-address.ts';

describe('the address of a search', () => {
  it('comes back as it was written', () => {
    const state = {
      q: '两不愁 & "三保障"',
      selection: { county: ['jianan', 'ruzhou'], year: ['2019'] },
      sort: 'newest',
      view: 'lines',
    } as const;
    expect(readState(writeState(state))).toEqual(state);
  });
  it('leaves out what is as usual, and what it does not know', () => {
    expect(writeState(readState('?sort=up&view=x&other=1'))).toBe('');
    expect(readState('?__proto__=1&county=a&county=a').selection).toEqual({ county: ['a'] });
  });
  it('tells a story what to mark', () => {
    expect(hitAddress('/stories/x/', ['两不愁'], 'p-1')).toMatch(/^\/stories\/x\/\?mark=%E4.*#p-1$/);
  });
});
