import type { CountyData } from '../schema/registers.ts';

/** What the last character of a unit’s name makes of it. */
const RANKS: Readonly<Record<string, string>> = {
  县: 'County',
  区: 'District',
  市: 'City',
  旗: 'Banner',
  镇: 'Town',
  乡: 'Township',
  村: 'Village',
};

/** Provinces by the first two digits of a GB/T 2260 code. */
const PROVINCES: Readonly<Record<string, string>> = {
  ...{ 11: 'Beijing', 12: 'Tianjin', 13: 'Hebei', 14: 'Shanxi', 15: 'Inner Mongolia', 21: 'Liaoning', 22: 'Jilin' },
  ...{ 23: 'Heilongjiang', 31: 'Shanghai', 32: 'Jiangsu', 33: 'Zhejiang', 34: 'Anhui', 35: 'Fujian', 36: 'Jiangxi' },
  ...{ 37: 'Shandong', 41: 'Henan', 42: 'Hubei', 43: 'Hunan', 44: 'Guangdong', 45: 'Guangxi', 46: 'Hainan' },
  ...{ 50: 'Chongqing', 51: 'Sichuan', 52: 'Guizhou', 53: 'Yunnan', 54: 'Tibet', 61: 'Shaanxi', 62: 'Gansu' },
  ...{ 63: 'Qinghai', 64: 'Ningxia', 65: 'Xinjiang', 71: 'Taiwan', 81: 'Hong Kong', 82: 'Macao' },
};

/** A unit’s name in English: its own, else its id, which is pinyin, and what it is: Baihe County. */
export function englishName({ id, name, en }: Pick<CountyData, 'name' | 'en'> & { id: string }): string {
  if (en) return en;
  const words = id.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return [...words, RANKS[name.at(-1) ?? ''] ?? []].flat().join(' ');
}

/** Its province in English; '' where it has no code. */
export const englishProvince = ({ code }: Pick<CountyData, 'code'>): string => PROVINCES[code?.slice(0, 2) ?? ''] ?? '';
