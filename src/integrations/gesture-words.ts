import type { AstroIntegration } from 'astro';

const FILE = /\/leaflet-gesture-handling\/dist\/leaflet-gesture-handling\.min\.js(?:\?|$)/;
/** Its own words, in fifty languages. */
const WORDS = /\{ar:\{touch:[\s\S]*?\}\};L\.Map\.mergeOptions/;

/**
 * leaflet-gesture-handling without the words that this site never shows, having its own: 4 kB of all that a live map asks for.
 * @throws where the package has changed so that they are not found
 */
export function withoutWords(code: string): string {
  if (!WORDS.test(code)) throw new Error('leaflet-gesture-handling: its words are not where they were.');
  return code.replace(WORDS, '{};L.Map.mergeOptions');
}

export const gestureWords = (): AstroIntegration => ({
  name: 'gesture-words',
  hooks: {
    'astro:config:setup': ({ updateConfig }) => {
      const transform = (code: string, id: string) =>
        FILE.test(id) ? { code: withoutWords(code), map: null } : undefined;
      updateConfig({ vite: { plugins: [{ name: 'gesture-words', enforce: 'pre', transform }] } });
    },
  },
});
