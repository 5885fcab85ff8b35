/** What has been got is kept; what has failed is asked for again. */
export function once<K, V>(kept: Map<K, Promise<V>>, key: K, get: () => Promise<V>): Promise<V> {
  const known = kept.get(key);
  if (known) return known;
  const value = get();
  kept.set(key, value);
  value.catch(() => kept.delete(key));
  return value;
}
