// Validates an XML document against an XML Schema 1.0, for tests. Supports the features that the schema of ComicInfo uses; any other
// feature is an error, so that no rule is skipped.

interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/** Violations in document order. Throws for malformed XML, and for a schema with an unsupported feature. */
export function schemaViolations(xml: string, schema: string): string[] {
  const root = readXml(xml);
  const { children } = readXml(schema);
  const found: string[] = [];
  const named = (kind: string, name: string | undefined) =>
    children.find((child) => child.name === kind && child.attributes.name === name);

  function holdElement(element: XmlElement, type: string | undefined): void {
    const complex = named("xs:complexType", type);
    if (complex === undefined) {
      for (const child of element.children) found.push(`${element.name} may not hold ${child.name}`);
      holdValue(element.text, type, element.name);
      return;
    }
    if (element.text.trim() !== "") found.push(`${element.name} may not hold text`);
    const declared = complex.children.filter(({ name }) => name === "xs:attribute");
    for (const part of complex.children) {
      if (part.name === "xs:sequence") holdSequence(element, part);
      else if (part.name !== "xs:attribute") throw unknown(part);
    }
    for (const { attributes } of declared) {
      const { name = "", type: of, use } = attributes;
      const value = element.attributes[name];
      if (value !== undefined) holdValue(value, of, `${element.name} ${name}`);
      else if (use === "required") found.push(`${element.name} has no ${name}`);
    }
    for (const name of Object.keys(element.attributes)) {
      const isKnown = name.startsWith("xmlns") || declared.some(({ attributes }) => attributes.name === name);
      if (!isKnown) found.push(`${element.name} may not have ${name}`);
    }
  }

  function holdSequence({ name: parent, children: held }: XmlElement, sequence: XmlElement): void {
    let at = 0;
    for (const part of sequence.children) {
      if (part.name !== "xs:element") throw unknown(part);
      const { name = "", type, minOccurs = "1", maxOccurs = "1" } = part.attributes;
      const most = maxOccurs === "unbounded" ? Number.POSITIVE_INFINITY : Number(maxOccurs);
      let count = 0;
      for (let next = held[at]; next?.name === name && count < most; next = held[at]) {
        holdElement(next, type);
        at++;
        count++;
      }
      if (count < Number(minOccurs)) found.push(`${parent} has no ${name}`);
    }
    const [stranger] = held.slice(at);
    if (stranger !== undefined) found.push(`${stranger.name} is unknown, one too many, or out of order`);
  }

  function holdValue(value: string, type: string | undefined, where: string): void {
    const simple = named("xs:simpleType", type);
    if (simple !== undefined) holdSimple(value, simple, where);
    else if (!isBuiltIn(value, type ?? "")) found.push(`${where} may not be "${value}"`);
  }

  function holdSimple(value: string, simple: XmlElement, where: string): void {
    const [rule, ...more] = simple.children;
    if (rule === undefined || more.length > 0) throw unknown(simple);
    if (rule.name === "xs:list") {
      const [item] = rule.children;
      if (item?.name !== "xs:simpleType") throw unknown(rule);
      for (const one of value.split(/\s+/).filter((part) => part !== "")) holdSimple(one, item, where);
      return;
    }
    if (rule.name !== "xs:restriction") throw unknown(rule);
    const choices = rule.children.filter(({ name }) => name === "xs:enumeration");
    const isChosen = choices.some(({ attributes }) => attributes.value === value);
    const holds =
      isBuiltIn(value, rule.attributes.base ?? "") &&
      (choices.length === 0 || isChosen) &&
      rule.children.every((facet) => facet.name === "xs:enumeration" || isWithin(value, facet));
    if (!holds) found.push(`${where} may not be "${value}"`);
  }

  const declaration = named("xs:element", root.name);
  if (declaration === undefined) return [`the root may not be ${root.name}`];
  holdElement(root, declaration.attributes.type);
  return found;
}

function isWithin(value: string, facet: XmlElement): boolean {
  const bound = Number(facet.attributes.value);
  switch (facet.name) {
    case "xs:minInclusive":
      return Number(value) >= bound;
    case "xs:maxInclusive":
      return Number(value) <= bound;
    case "xs:fractionDigits":
      return (value.split(".")[1] ?? "").length <= bound;
    default:
      throw unknown(facet);
  }
}

const WIDTHS: Record<string, bigint> = { "xs:int": 31n, "xs:long": 63n };

function isBuiltIn(value: string, type: string): boolean {
  const bits = WIDTHS[type];
  if (bits !== undefined) {
    if (!/^[+-]?\d+$/.test(value)) return false;
    const number = BigInt(value.replace("+", ""));
    return number >= -(1n << bits) && number < 1n << bits;
  }
  switch (type) {
    case "xs:string":
      return true;
    case "xs:boolean":
      return /^(true|false|0|1)$/.test(value);
    case "xs:decimal":
      return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(value);
    default:
      throw new Error(`the schema has a type that is not known here: ${type}`);
  }
}

function unknown({ name }: XmlElement): Error {
  return new Error(`the schema has a part that is not known here: ${name}`);
}

const TOKEN =
  /<\?[^>]*\?>|<!--[\s\S]*?-->|<\/(?<close>[\w:]+)\s*>|<(?<open>[\w:]+)(?<attributes>(?:\s+[\w:]+="[^"<]*")*)\s*(?<empty>\/?)>|(?<text>[^<]+)/y;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function readXml(xml: string): XmlElement {
  const document: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [document];
  const token = new RegExp(TOKEN);
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const groups = token.exec(xml)?.groups;
    const parent = open.at(-1);
    if (groups === undefined || parent === undefined) throw broken(xml, at);
    if (groups.text !== undefined) parent.text += unescaped(groups.text, xml, at);
    if (groups.close !== undefined && (groups.close !== parent.name || open.pop() === undefined)) {
      throw broken(xml, at);
    }
    if (groups.open === undefined) continue;
    const pairs = [...(groups.attributes ?? "").matchAll(/([\w:]+)="([^"]*)"/g)];
    const attributes = Object.fromEntries(
      pairs.map(([, name = "", value = ""]) => [name, unescaped(value, xml, at)]),
    );
    const element = { name: groups.open, attributes, children: [], text: "" };
    parent.children.push(element);
    if (groups.empty === "") open.push(element);
  }
  const [root, ...more] = document.children;
  if (root === undefined || more.length > 0 || open.length !== 1) throw broken(xml, xml.length);
  return root;
}

function unescaped(text: string, xml: string, at: number): string {
  return text.replace(/&(#x?[0-9a-f]+|\w+);|&/gi, (_, name: string | undefined) => {
    if (name?.startsWith("#x")) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name?.startsWith("#")) return String.fromCodePoint(Number(name.slice(1)));
    const letter = ENTITIES[name ?? ""];
    if (letter === undefined) throw broken(xml, at);
    return letter;
  });
}

function broken(xml: string, at: number): Error {
  return new Error(`not well-formed XML at ${at}: ${xml.slice(at, at + 40)}`);
}
