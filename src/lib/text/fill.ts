/** Puts values where a text names them, `〔站名〕`; what names nothing known stays as it is. */
export const fillNames = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/〔([^〔〕]{1,12})〕/g, (all, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : all,
  );
