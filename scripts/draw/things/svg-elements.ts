// A minimal SVG parser for drawings of things: elements with attributes, and `style` split into properties. Additions of drawing programs
// (other namespaces, metadata, comments) are skipped.

export interface SvgElement {
  name: string;
  /** By name; properties of `style` override attributes. */
  attributes: Readonly<Record<string, string>>;
  children: SvgElement[];
}

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** Elements that do not affect the picture. */
const PASSED = /:|^(?:metadata|title|desc)$/;
/** Attributes that do not affect the picture. */
const UNSEEN =
  /^(?!data-)(?:.*:.*|xmlns|version|id|class|display|(?:fill|stroke)-(?:opacity|linecap|linejoin|miterlimit|dasharray|dashoffset)|vector-effect|paint-order|color|overflow)$|^-inkscape/;

/** The root element. Throws `SyntaxError` for malformed SVG, and for content other than elements. */
export function parseSvg(text: string): SvgElement {
  const root: SvgElement = { name: "", attributes: {}, children: [] };
  const open = [root];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [token, closing, name, attributes = "", empty] = match;
    const between = text.slice(end, match.index).trim();
    if (between !== "" && !PASSED.test(open.at(-1)?.name ?? ""))
      throw new SyntaxError(`text is not supported: "${between}"`);
    end = match.index + token.length;
    if (name === undefined) continue;
    if (closing) {
      if (open.pop()?.name !== name) throw new SyntaxError(`</${name}> closes no open element`);
      continue;
    }
    const element = { name, attributes: attributesIn(attributes), children: [] };
    open.at(-1)?.children.push(element);
    if (!empty) open.push(element);
  }
  if (open.length !== 1 || text.slice(end).trim() !== "") throw new SyntaxError("an element is not closed");
  const svg = root.children.find(({ name }) => name === "svg");
  if (!svg) throw new SyntaxError("there is no <svg>");
  return withoutPassed(svg);
}

const withoutPassed = (element: SvgElement): SvgElement => ({
  ...element,
  children: element.children.filter(({ name }) => !PASSED.test(name)).map(withoutPassed),
});

function attributesIn(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = "", double, single] of text.matchAll(ATTRIBUTE))
    found[name] = (double ?? single ?? "").trim();
  const { style = "", ...others } = found;
  const styled = style.split(";").flatMap((one): [string, string][] => {
    const [name = "", value] = one.split(":");
    return value === undefined ? [] : [[name.trim(), value.trim()]];
  });
  return Object.fromEntries([
    ...Object.entries(others).filter(([name]) => name === "id" || !UNSEEN.test(name)),
    ...styled.filter(([name]) => !UNSEEN.test(name)),
  ]);
}
