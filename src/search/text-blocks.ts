/** A block of running text in a page: a title, a paragraph, a list item. */
export interface TextBlock {
  /** Anchor of the block, or of the nearest element around it inside the indexed part; empty where there is none. */
  id: string;
  /** Name of its element, in lower case. */
  element: string;
  /** As it is in the document; blanks are not touched, and a `<br>` is a line separator. */
  text: string;
  /** The text nodes whose data, joined, are `text`; none where it is what a picture is said to show. */
  nodes: Text[];
}

const ROOTS = '[data-pagefind-body]';
const IGNORED = '[data-pagefind-ignore],[data-footnote-ref],[data-footnote-backref],rt,rp,script,style,svg,template';
const INLINE = new Set(
  `a abbr b bdi bdo br button cite code data del dfn em font i ins kbd label mark q rb ruby s samp small span strong
  sub sup time tt u var wbr`.match(/\w+/g),
);
/** The end of a line, as of verse: parts words as a blank does. */
export const LINE = '\u2028';
const ELEMENT = 1;
const TEXT = 3;

/**
 * Reads what is searched in a page: the text inside `data-pagefind-body`, block by block. Inline elements part
 * nothing, all others do. Index and highlighting both read pages by this, and so agree.
 */
export function readBlocks(document: ParentNode): TextBlock[] {
  return [...document.querySelectorAll(ROOTS)].flatMap(readRoot);
}

function readRoot(root: Element): TextBlock[] {
  const blocks: TextBlock[] = [];
  let open: TextBlock | null = null;
  const visit = (node: Node, owner: Element): void => {
    if (node.nodeType === TEXT) {
      if (!open) {
        open = { id: anchorOf(owner, root), element: owner.localName.toLowerCase(), text: '', nodes: [] };
        blocks.push(open);
      }
      open.text += (node as Text).data;
      open.nodes.push(node as Text);
    } else if (node.nodeType === ELEMENT && !(node as Element).matches(IGNORED)) {
      if ((node as Element).localName.toLowerCase() === 'br' && open) {
        // It stands in no document, and no word begins or ends in it.
        const line = root.ownerDocument.createTextNode(LINE);
        open.text += line.data;
        open.nodes.push(line);
      }
      const told = (node as Element).getAttribute('alt');
      // What a picture shows, which parts no words around it.
      if (told) blocks.push({ id: anchorOf(node as Element, root), element: 'img', text: told, nodes: [] });
      const parts = !INLINE.has((node as Element).localName.toLowerCase());
      if (parts) open = null;
      for (const child of node.childNodes) visit(child, parts ? (node as Element) : owner);
      if (parts) open = null;
    }
  };
  visit(root, root);
  return blocks.filter(({ text }) => /\S/.test(text));
}

function anchorOf(element: Element, root: Element): string {
  const holder = element.closest('[id]');
  return holder && root.contains(holder) ? holder.id : '';
}
