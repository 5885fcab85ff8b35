import { type TruePage, truthOf, type Wanted } from './truth.ts';

/** What the page shows for a query. */
export interface Shown {
  tier: string;
  paths: string[];
  /** The names of what the archive has of its own that is called so. */
  entries: string[];
}

export interface Verdict {
  asked: number;
  /** Pages shown that do not hold the query, and pages that hold it and are not shown. */
  wrong: number;
  missed: number;
  precision: number;
  recall: number;
  failures: string[];
}

/** Runs in the search page: asks each query through the page's address and reads what it lists. */
export async function askAll(queries: string[]): Promise<Shown[]> {
  const list = document.querySelector<HTMLElement>('[data-search-state]');
  if (!list) throw new Error('This is not the search page');
  const done = () =>
    new Promise<void>((resolve) => {
      if (list.dataset.searchState !== 'busy') return resolve();
      const observer = new MutationObserver(() => {
        if (list.dataset.searchState === 'busy') return;
        observer.disconnect();
        resolve();
      });
      observer.observe(list, { attributes: true });
    });
  const all: Shown[] = [];
  for (const query of queries) {
    history.replaceState(null, '', `?q=${encodeURIComponent(query.toWellFormed())}`);
    dispatchEvent(new PopStateEvent('popstate'));
    await done();
    const items = [...list.querySelectorAll('[data-search-result]')];
    all.push({
      tier: list.dataset.searchTier ?? '',
      paths: items.map((item) => item.getAttribute('data-search-result') ?? ''),
      entries: [...document.querySelectorAll('[data-part="named"] a')].map((link) => link.textContent ?? ''),
    });
  }
  return all;
}

/** Compares what was shown with what must be; only 全文包含 counts as found. */
export function judge(queries: readonly Wanted[], shown: readonly Shown[], pages: readonly TruePage[]): Verdict {
  let [right, wrong, missed] = [0, 0, 0];
  const failures: string[] = [];
  for (const [i, wanted] of queries.entries()) {
    const truth = truthOf(wanted, pages);
    const { tier = '', paths = [] } = shown[i] ?? {};
    const found = tier === 'exact' ? [...paths].sort() : [];
    const extra = found.filter((path) => !truth.includes(path)).length;
    const lost = truth.filter((path) => !found.includes(path)).length;
    right += truth.length - lost;
    wrong += extra;
    missed += lost;
    if (extra + lost > 0) failures.push(`${wanted.kind} 「${wanted.query}」 ${tier}: ${extra} wrong, ${lost} missed`);
  }
  const precision = right / (right + wrong || 1);
  return { asked: queries.length, wrong, missed, precision, recall: right / (right + missed || 1), failures };
}
