/** Licences that a new archive may choose between, by the id that `site.yaml` has. */
export const CHOICES = {
  'CC-BY-4.0': '署名：谁都可以再用，要注明出处',
  'CC-BY-NC-4.0': '署名、非商业：注明出处，不得用来赚钱',
  'CC0-1.0': '放弃权利：怎样再用都可以',
  InC: '版权所有：要再用，先来问',
} as const;
export type LicenceId = keyof typeof CHOICES;

/** What editors may call them besides. */
const ALSO: Readonly<Record<string, LicenceId>> = { CC0: 'CC0-1.0', 版权所有: 'InC' };
const IDS = Object.keys(CHOICES) as LicenceId[];

/** A licence by its id, another name, or its number in the list that is asked from; null where it is none of them. */
export function licenceOf(word: string): LicenceId | null {
  const named = IDS.find((id) => id.toLowerCase() === word.toLowerCase());
  return named ?? ALSO[word] ?? ALSO[word.toUpperCase()] ?? IDS[Number(word) - 1] ?? null;
}

/** What LICENSE.md and README.md of an archive say. */
export function licenceLine(id: LicenceId, name: string): string {
  if (id === 'InC') return `${name}的文字与数据版权所有。要转载、再用，请先与我们联系。`;
  const address =
    id === 'CC0-1.0'
      ? 'https://creativecommons.org/publicdomain/zero/1.0/deed.zh-hans'
      : `https://creativecommons.org/licenses/${id === 'CC-BY-4.0' ? 'by' : 'by-nc'}/4.0/deed.zh-hans`;
  return `${name}的文字与数据依 [${id}](${address}) 许可再用。`;
}
