// Plain JavaScript: Astro loads the log's destination by itself, past everything that reads TypeScript.
import terminal from 'astro/logger/node';

/** Milliseconds between two lines of progress. */
const PAUSE = 1000;

/**
 * Where Astro's log goes: all it says, but for its line on each page and image. Those are counted, and the count is told
 * once a second. A page that came out empty is named; warnings and errors are no such lines. Nor is it told which registers
 * an archive does without: it may, and what it must have is told by the check.
 * @param {import('astro').AstroLoggerDestination} [to] what writes the lines
 * @returns {import('astro').AstroLoggerDestination}
 */
export function buildLog(to = terminal()) {
  let files = 0;
  let told = 0;
  /** @type {Line | null} begun and not ended */
  let begun = null;

  /** @param {Line} line */
  const count = (line) => {
    files += 1;
    if (files === 1) told = Date.now();
    if (line.message.includes('not created')) to.write(line);
    else if (Date.now() - told >= PAUSE) {
      told = Date.now();
      to.write({ ...line, message: `  ${files} files …` });
    }
  };

  return {
    write(event) {
      const isEnd = begun !== null && event.label === 'SKIP_FORMAT';
      const line = begun && isEnd ? { ...begun, message: begun.message + event.message, newLine: true } : event;
      begun = null;
      if (isOnAbsence(line)) return;
      if (!isOnOneFile(line)) to.write(line);
      else if (line.newLine) count(line);
      else begun = line;
    },
  };
}

/**
 * Astro sets what is one of many under a heading, without a label and indented.
 * @param {Line} line
 */
const isOnOneFile = ({ level, label, message }) => level === 'info' && label === null && message.startsWith('  ');

/** @param {Line} line */
const isOnAbsence = ({ level, message }) =>
  level === 'warn' && /^The collection "\w+" does not exist or is empty\./.test(message);

export default () => buildLog();

/** @typedef {import('astro').AstroLoggerMessage} Line */
