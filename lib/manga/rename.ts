// Gives somebody of a story another name, wherever a text calls them by the old one.
export interface Rename {
  from: string;
  to: string;
}

/** A name that is part of a longer word of the same script is another word. */
const NEIGHBOURS: readonly [RegExp, string][] = [
  [/^[\p{Script=Latin}\s'’.-]+$/u, "\\p{Script=Latin}"],
  [/^[\p{Script=Katakana}ー・]+$/u, "[\\p{Script=Katakana}ー]"],
];

export function renamed(text: string, renames: readonly Rename[]): string {
  return renames.reduce((changed, { from, to }) => changed.replace(patternOf(from), () => to), text);
}

function patternOf(name: string): RegExp {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
  const neighbour = NEIGHBOURS.find(([script]) => script.test(name))?.[1];
  return new RegExp(neighbour ? `(?<!${neighbour})${escaped}(?!${neighbour})` : escaped, "gu");
}

/** Members that hold what people read, in every phase's result; others hold choices and hashes. */
const TEXTS = new Set([
  "name",
  "aliases",
  "notes",
  "title",
  "world",
  "description",
  "text",
  "chapter",
  "caption",
  "action",
  "words",
  ...["doing", "posture", "feeling", "what", "where", "how", "state", "worn", "marks", "height", "constant"],
  ...["layout", "artDirection"],
]);

/** A phase's result with the names in its texts changed. Readings beside a changed text go: they were of the old name. */
export function renamedResult(value: unknown, renames: readonly Rename[], isText = false): unknown {
  if (typeof value === "string") return isText ? renamed(value, renames) : value;
  if (Array.isArray(value)) return value.map((item) => renamedResult(item, renames, isText));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, item]) => [
    key,
    key === "ruby" || key === "sounds" ? item : renamedResult(item, renames, TEXTS.has(key)),
  ]);
  const result: Record<string, unknown> = Object.fromEntries(members);
  if ("text" in value && "ruby" in value && result.text !== value.text) result.ruby = [];
  return result;
}
