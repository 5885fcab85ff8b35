/** Parts of a language tag, 'zh-Hans-CN' and Android’s 'zh_CN' alike. */
const partsOf = (tag: string): string[] => tag.toLowerCase().split(/[-_]/);
/** In which regions a script is read. */
const REGIONS: Readonly<Record<string, readonly string[]>> = { hans: ['cn', 'sg'], hant: ['tw', 'hk', 'mo'] };

/**
 * The voice for a text: of its language, and of the device itself. Others send what they read to somebody else's servers.
 * @param tag language of the text, BCP 47
 */
export function voiceFor(tag: string, voices: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | null {
  const [language = '', ...wanted] = partsOf(tag);
  const regions = wanted.flatMap((part) => REGIONS[part] ?? part);
  const rank = (voice: SpeechSynthesisVoice) =>
    (partsOf(voice.lang).some((part) => regions.includes(part)) ? 2 : 0) + (voice.default ? 1 : 0);
  return (
    voices
      // Cantonese has its own letters for what is written alike: 'yue', or 'zh-HK' where nothing better is there.
      .filter((voice) => voice.localService && partsOf(voice.lang)[0] === language)
      .sort((a, b) => rank(b) - rank(a))[0] ?? null
  );
}
