/** What counties and other places that stories belong to are put in order by. */
export interface Sortable {
  id: string;
  name: string;
  code?: string | undefined;
}

/** By administrative code, and behind those that have one by name: a river, a school. */
export function compareUnits(a: Sortable, b: Sortable): number {
  if (a.code !== undefined && b.code !== undefined) return a.code.localeCompare(b.code);
  return Number(a.code === undefined) - Number(b.code === undefined) || a.name.localeCompare(b.name, 'zh-CN');
}
