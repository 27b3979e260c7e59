// Replaces a character's name by another one in all texts.
export interface Rename {
  from: string;
  to: string;
}

/** Letters that may not stand beside a name: there it is a part of a longer word of the same script. */
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

/** Fields with text for readers, in every phase's result; other fields hold choices and hashes. */
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

/** A phase's result with names replaced in its texts. Ruby beside a changed text is dropped, because it was of the old name. */
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
