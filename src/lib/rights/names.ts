/** The short name of a licence that grants something, `CC-BY-4.0` → `CC BY 4.0`; null of one that reserves all. */
export function licenceName(id: string): string | null {
  if (id === 'InC' || /^https?:/.test(id)) return null;
  return /^CC-/.test(id) ? id.replace(/^CC-([A-Z-]+)-(\d)/, 'CC $1 $2') : id.replace(/-(?=\d)/, ' ');
}
