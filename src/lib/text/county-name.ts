/** A name of a region without its rank: 汉滨 for 汉滨区. Of two characters it keeps both (祁县). */
export const shortName = (name: string): string => (name.length > 2 ? name.replace(/[省市区县]$/, '') : name);
