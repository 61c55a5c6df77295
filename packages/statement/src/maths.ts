import type { Element, ElementContent, Properties } from 'hast';
import temml from 'temml';

/** What Temml tells of a formula: elements, fragments without a name, texts. */
interface Node {
  type?: string;
  text?: string;
  attributes?: Record<string, unknown>;
  children?: Node[];
}

/** MathML Core, but for what links, loads or acts. */
const ELEMENTS = new Set(
  'math mrow mi mn mo ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover mmultiscripts mprescripts none mpadded mphantom mstyle mtable mtr mtd mlabeledtr menclose'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'accent accentunder columnalign columnlines columnspacing depth display displaystyle fence form height largeop linethickness lspace mathvariant maxsize minsize movablelimits notation rowalign rowlines rowspacing rspace scriptlevel separator side stretchy symmetric voffset width'.split(
    ' ',
  ),
);
const MAX_CHARS = 4000;

/** A formula as MathML, which browsers show without fonts or scripts; what can't be read is shown as it was written. */
export function mathMl(tex: string, display: boolean): Element {
  const source: Element = {
    type: 'element',
    tagName: 'code',
    properties: {},
    children: [{ type: 'text', value: tex }],
  };
  if (tex.length > MAX_CHARS) return source;
  try {
    const options = {
      displayMode: display,
      throwOnError: true,
      trust: false,
      maxExpand: 200,
      annotate: false,
    };
    const tree: Node = temml.__renderToMathMLTree(tex, options);
    const [formula] = toHast(tree);
    return formula?.type === 'element' ? formula : source;
  } catch {
    // Its errors are the author's; on some odd input it stumbles itself, and what nests too deeply ends the stack.
    return source;
  }
}

function toHast({ type, text, attributes = {}, children = [] }: Node): ElementContent[] {
  if (text !== undefined) return [{ type: 'text', value: text }];
  const inner = children.flatMap(toHast);
  if (type === undefined) return inner;
  if (!ELEMENTS.has(type)) return inner;
  const properties: Properties = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (ATTRIBUTES.has(name)) properties[name] = String(value);
  }
  return [{ type: 'element', tagName: type, properties, children: inner }];
}
