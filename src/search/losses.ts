let losses = 0;
let watching = false;

/**
 * Pagefind swallows a chunk that does not load, answers as if its words were nowhere, and says so only on the console.
 * A search that loses a request fails instead: no answer is better than a wrong one.
 */
export async function complete<T>(search: () => Promise<T>): Promise<T> {
  const before = losses;
  const answer = await search();
  if (losses > before) throw new Error('A part of the index did not load');
  return answer;
}

export function watchLosses(): void {
  if (watching) return;
  watching = true;
  const { error } = console;
  console.error = (...args) => {
    if (/^Failed to load the index chunk/.test(String(args[0]))) losses++;
    error(...args);
  };
}
