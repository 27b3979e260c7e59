// The sloppy writer's understanding of a prompt: searches the data between Mekuri's marks for units, people and numbers, independent of the
// task's format.

export interface Unit {
  id: string;
  kind: "speech" | "narration" | "heading";
  text: string;
  /** The speaker, if the data have one. */
  speaker?: string;
}

export interface Reading {
  /** Language of the instruction and the data. */
  language: "ja" | "en";
  task: string;
  /** The units that the request is about, in order. */
  units: Unit[];
  /** `[id, name]`, those that the request is about first. */
  people: { id: string; name: string }[];
  /** Texts to translate, and the target language. */
  to: "ja" | "en";
  texts: { id: string; kind: string }[];
  title: string | undefined;
  /** Numbers at the top of the data and in its brief: requested pages, beats, panels. */
  wanted: Readonly<Record<string, number>>;
  /** Ids of scenes. */
  scenes: string[];
}

/** Undefined for a prompt without data. */
export function readPrompt(texts: readonly string[]): Reading | undefined {
  const json = texts.flatMap((text) => /<data>\n(.*)\n<\/data>/s.exec(text)?.[1] ?? [])[0];
  if (json === undefined) return undefined;
  const data: unknown = JSON.parse(json);
  if (!isObject(data)) return undefined;
  const nodes = nodesIn(data);
  const units = [...new Map(nodes.flatMap(unitOf).map((unit) => [unit.id, unit])).values()];
  const brief = isObject(data.brief) ? data.brief : {};
  const concept = isObject(data.concept) ? data.concept : {};
  const story = isObject(data.story) ? data.story : {};
  const all = [...new Map(nodes.flatMap(personOf).map((one) => [one.id, one])).values()];
  const chosen = idsIn(data.design);
  const people = chosen.length > 0 ? all.filter(({ id }) => chosen.includes(id)) : all;
  return {
    language: /[\u3040-\u30ff]/.test(texts.join("\n")) ? "ja" : "en",
    task: String(data.task ?? ""),
    ...{ units, people, to: data.to === "ja" ? "ja" : "en" },
    texts: rowsOf(data.texts).flatMap((row) =>
      isObject(row) ? [{ id: String(row.id), kind: String(row.kind) }] : [],
    ),
    title: [brief.title, story.title].find((title) => typeof title === "string"),
    wanted: Object.fromEntries(
      Object.entries({ ...concept, ...brief, ...data }).flatMap(([key, value]) =>
        typeof value === "number" ? [[key, value]] : [],
      ),
    ),
    scenes: rowsOf(data.scenes).flatMap((row) =>
      isObject(row) && typeof row.id === "string" ? [row.id] : [],
    ),
  };
}

/** Every object and array of the data, except context. */
function nodesIn(value: unknown): (Record<string, unknown> | unknown[])[] {
  if (Array.isArray(value)) return [value, ...value.flatMap(nodesIn)];
  if (!isObject(value)) return [];
  return [value, ...Object.entries(value).flatMap(([key, item]) => (CONTEXT.has(key) ? [] : nodesIn(item)))];
}

const CONTEXT = new Set(["before", "after", "previous"]);
const UNIT_ID = /^u\d{4,}$/;
const KINDS = ["speech", "narration", "heading"] as const;

/** `{id, kind, text}`, `[id, kind, text]`, `[id, speaker, text]`, or a line `{unit, speaker, text}`. */
function unitOf(node: Record<string, unknown> | unknown[]): Unit[] {
  if (Array.isArray(node)) {
    const [id, second, text] = node;
    if (typeof id !== "string" || !UNIT_ID.test(id) || typeof text !== "string") return [];
    const kind = KINDS.find((one) => one === second);
    if (kind !== undefined) return [{ id, kind, text }];
    const speaker = typeof second === "string" ? second : "";
    return [speaker === "" ? { id, kind: "narration", text } : { id, kind: "speech", text, speaker }];
  }
  const { id, unit, kind, text, speaker } = node;
  const own = [id, unit].find((one) => typeof one === "string" && UNIT_ID.test(one));
  if (typeof own !== "string" || typeof text !== "string") return [];
  const told = KINDS.find((one) => one === kind) ?? (unit === own ? "speech" : "narration");
  return [{ id: own, kind: told, text, ...(typeof speaker === "string" && { speaker }) }];
}

const PERSON_ID = /^c\d+$/;
/** The second field of a row for people with a description before their names. */
const DESCRIBED = /, (?:female|male|unknown), /;

function personOf(node: Record<string, unknown> | unknown[]): { id: string; name: string }[] {
  if (Array.isArray(node)) {
    const [id, second, third] = node;
    if (typeof id !== "string" || !PERSON_ID.test(id) || typeof second !== "string") return [];
    const name = DESCRIBED.test(second) && typeof third === "string" ? third : second;
    return [{ id, name }];
  }
  const { id, name } = node;
  if (typeof id !== "string" || !PERSON_ID.test(id)) return [];
  return typeof name === "string" || "look" in node
    ? [{ id, name: typeof name === "string" ? name : id }]
    : [];
}

const idsIn = (value: unknown): string[] =>
  rowsOf(value).flatMap((row) => (isObject(row) && typeof row.id === "string" ? [row.id] : []));

const rowsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Names that a text uses, the most frequent first; at least one. */
export function namesIn(units: readonly Unit[], language: Reading["language"]): string[] {
  const text = units.map((unit) => unit.text).join("\n");
  const found = language === "ja" ? text.match(NAMES_JA) : text.match(NAMES_EN);
  const counts = new Map<string, number>();
  for (const name of found ?? []) {
    const bare = name.trim();
    if (!NO_NAMES.has(bare.toLowerCase())) counts.set(bare, (counts.get(bare) ?? 0) + 1);
  }
  const often = [...counts].filter(([, count]) => count > 1).toSorted(([, a], [, b]) => b - a);
  const names = often.map(([name]) => name).slice(0, 8);
  return names.length > 0 ? names : [language === "ja" ? "主人公" : "The Traveller"];
}

const NAMES_JA =
  /[\p{Script=Katakana}ー]{2,}(?=さん|君|くん|は|が|の|、)|\p{Script=Han}{2,3}(?=さん|君|くん|先生)/gu;
/** Capitalised words that are not at the start of a sentence. */
const NAMES_EN = /(?<=[a-z,;] )(?:Mr\. |Mrs\. |Miss |Dr\. )?[A-Z][a-z]{2,}/g;
const NO_NAMES = new Set("god lord sir madam english french german sunday monday christmas".split(" "));
