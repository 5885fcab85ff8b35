import { XMLSerializer } from '@xmldom/xmldom';
import { attributeOf, childrenOf, elementsIn, isMath, isWord, wordsIn } from './word-dom.ts';
import { commentToken } from './word-xml.ts';

/**
 * A part as XML so that mammoth, which leaves out what it does not know, loses no words: fields, changes of direction
 * and formulas opened, 拼音 over characters put behind them in brackets, comments marked, texts in one piece.
 */
export function prepareXml(part: Document): string {
  const document = part.cloneNode(true) as Document;
  const root = document.documentElement;
  const each = (isWanted: (element: Element) => boolean, change: (element: Element) => void) => {
    for (const element of elementsIn(root).filter(isWanted)) change(element);
  };
  const make = (name: string, ...inside: (string | Node)[]) => {
    const element = document.createElementNS(root.namespaceURI, root.prefix ? `${root.prefix}:${name}` : name);
    for (const one of inside) element.appendChild(typeof one === 'string' ? document.createTextNode(one) : one);
    return element;
  };
  each(
    (element) => isWord(element, 'commentReference'),
    (mark) => {
      const token = commentToken(attributeOf(mark, 'id'));
      replace(mark, token === null ? [] : [make('t', token)]);
    },
  );
  each(
    (element) => isWord(element, 'fldSimple', 'dir', 'bdo') || isMath(element, 'oMathPara'),
    (shell) => {
      replace(shell, childrenOf(shell));
    },
  );
  each(
    (element) => isWord(element, 'ruby'),
    (ruby) => {
      const words = (name: string) =>
        childrenOf(ruby)
          .filter((child) => isWord(child, name))
          .map(wordsIn)
          .join('');
      replace(ruby, [make('t', `${words('rubyBase')}（${words('rt')}）`)]);
    },
  );
  each(
    (element) => isMath(element, 'oMath'),
    (formula) => {
      replace(formula, [make('r', make('t', wordsIn(formula)))]);
    },
  );
  // Mammoth knows no CDATA, and stops at a text that a comment cuts in two.
  each(
    (element) => isWord(element, 't', 'instrText'),
    (text) => {
      const words = text.textContent;
      text.textContent = words;
    },
  );
  return new XMLSerializer().serializeToString(document);
}

function replace(element: Element, others: readonly Element[]): void {
  for (const other of others) element.parentNode?.insertBefore(other, element);
  element.parentNode?.removeChild(element);
}
