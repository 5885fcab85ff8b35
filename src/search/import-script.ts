const failures = new Map<string, number>();

/**
 * Brings in a script. A browser remembers an address whose script did not load, and fails there for as long as the page
 * is open; under another fragment it is another module to it, from the same file.
 */
export async function importScript(url: string): Promise<unknown> {
  const failed = failures.get(url) ?? 0;
  try {
    return await import(/* @vite-ignore */ failed > 0 ? `${url}#${failed}` : url);
  } catch (error) {
    failures.set(url, failed + 1);
    throw error;
  }
}
