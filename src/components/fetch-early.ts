import { path } from '../lib/urls.ts';

/**
 * What stands around every `import()` in a reader's scripts, in the place of Vite's own helper, which is four times as long
 * because it also fetches style sheets: ours are fetched by add-styles.ts.
 * @param load the import itself
 * @param needs files that what is imported imports in its turn, below the base: asked for at once, not one after the other
 */
export function __vitePreload<T>(load: () => Promise<T>, needs: readonly string[] = []): Promise<T> {
  for (const need of needs) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = path(need);
    document.head.append(link);
  }
  return load();
}
