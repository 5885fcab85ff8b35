/** What each colour of the site is for, in the order of styles/tokens.css. */
export const TOKENS = [
  'paper',
  'ink',
  'ink-soft',
  'place',
  'place-faded',
  'data',
  'land',
  'rule',
  'edge',
  'tint',
  'mark',
] as const;

export type Token = (typeof TOKENS)[number];
/** Colours as `#rrggbb`, in small letters. */
export type Palette = Readonly<Record<Token, string>>;

/** The colours of a site whose archive names none. styles/tokens.css holds the same, and a test holds it to them. */
export const LIGHT: Palette = {
  paper: '#fafaf7',
  ink: '#1d211f',
  'ink-soft': '#494f4c',
  place: '#12584f',
  'place-faded': '#b9cdc7',
  data: '#733e10',
  land: '#efece6',
  rule: '#c9cbc5',
  edge: '#828883',
  tint: '#f0f0ea',
  mark: '#f3e2b8',
};

export const DARK: Palette = {
  paper: '#161917',
  ink: '#dfe3df',
  'ink-soft': '#b4bbb6',
  place: '#7cc7b8',
  'place-faded': '#2f453f',
  data: '#e6b17a',
  land: '#262b28',
  rule: '#414743',
  edge: '#747b76',
  tint: '#1f2421',
  mark: '#5a4413',
};

const SETS = /\{[^{}]*--paper:[^{}]*\}/g;

/** The sets of colours in a style sheet, each by token: light first, then those that are dark. */
export const palettesIn = (css: string): Record<string, string>[] =>
  [...css.matchAll(SETS)].map(([body]) =>
    Object.fromEntries([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, colour]) => [name, colour])),
  );

/** A style sheet with an archive's own colours in place of ours. */
export const recolour = (css: string, own: { light: Partial<Palette>; dark: Partial<Palette> }): string =>
  css.replace(SETS, (body) => {
    const colours = /color-scheme:\s*dark/.test(body) ? own.dark : own.light;
    return body.replace(/--([\w-]+):\s*#[0-9a-f]{6}/g, (all, name: Token) =>
      colours[name] ? `--${name}: ${colours[name]}` : all,
    );
  });
