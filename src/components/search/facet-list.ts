import { COLON, LIST } from '#words/punctuation.ts';
import { SEARCH } from '#words/search.ts';
import { compareHeadings } from '../../lib/dates/stretches.ts';
import { countFacet, type FacetCount, type Selection } from '../../search/facets.ts';
import type { Catalogue, Term } from '../../search/types.ts';
import { FACETS } from '../../site/search-address.ts';
import { h } from './dom.ts';
import { labelOf } from './session.ts';

/** Values shown at once; the others can be unfolded. */
const SHOWN = 8;
/** Facets whose values have an order of their own. */
const ORDERED = new Set<string>(['year']);

/** The facets with their counts, as checkboxes whose names and values are those of the address. */
export function facetList(
  pages: readonly number[],
  { facets }: Catalogue,
  selection: Selection,
  terms: readonly Term[],
) {
  return FACETS.map((name) => {
    const counts = countFacet(name, pages, facets, selection);
    if (ORDERED.has(name)) counts.sort((a, b) => compareHeadings(a.value, b.value));
    else counts.sort((a, b) => Number(b.chosen) - Number(a.chosen) || b.count - a.count);
    const most = ORDERED.has(name) ? Math.max(...counts.map(({ count }) => count)) : 0;
    const first = counts.filter(({ chosen }, i) => chosen || i < SHOWN || most > 0);
    const others = counts.filter((count) => !first.includes(count));
    const choice = (count: FacetCount) => choiceOf(name, count, labelOf(name, count.value, terms), most);
    return (
      counts.length > 0 &&
      h(
        'fieldset',
        {},
        h('legend', {}, SEARCH.facetNames[name]),
        ...first.map(choice),
        others.length > 0 &&
          h('details', {}, h('summary', {}, SEARCH.otherValues(others.length)), ...others.map(choice)),
      )
    );
  }).filter((element) => element !== false);
}

/** 「：2019 年、青滩区」, for where the facets are folded. */
export function chosenText(selection: Selection, terms: readonly Term[]): string {
  const labels = FACETS.flatMap((name) => (selection[name] ?? []).map((value) => labelOf(name, value, terms)));
  return labels.length > 0 ? COLON + labels.join(LIST) : '';
}

/** @param most of all counts, where they are drawn as bars: years are a histogram */
function choiceOf(name: string, { value, count, chosen }: FacetCount, label: string, most: number): HTMLElement {
  const input = h('input', { type: 'checkbox', name, value, checked: chosen });
  const bar = most > 0 && h('span', { class: 'facet-bar', 'aria-hidden': 'true' });
  if (bar) bar.style.setProperty('--share', String(count / most));
  return h('label', {}, input, h('span', {}, label), h('span', { class: 'number' }, String(count)), bar);
}
