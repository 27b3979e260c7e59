// The texts by which a book names its makers: the line at the foot of its last page, and rows of its colophon. Programs are named without
// versions (`book.json` has those), so that a page looks the same whichever version made it.
import type { Language } from "./language.ts";
import { artistsOf, isHostedId, type Makers, type ModelIds, programName } from "./model-ids.ts";

const MODEL = /^([^/]+)\/(?:local-\d+(?:\/|(?=@|$)))?(.*?)(?:@\d+)?$/;

/**
 * A model's own name: `gemini-3.8-flash` for `gemini/gemini-3.8-flash@5`, `qwen3:8b` for `openai/local-11434/qwen3:8b@6`, `anime v4` for
 * `comfyui/local-8188/anime%20v4.safetensors@6`. Where the model is unknown, the program or protocol.
 */
export function modelName(id: string): string {
  const [, adapter, model = ""] = MODEL.exec(id) ?? [];
  if (adapter === undefined) return programName(id);
  if (adapter === "sdapi") return adapter;
  if (adapter !== "comfyui") return model;
  return /^graphs-/.test(model) ? "ComfyUI" : checkpointName(model);
}

/** Decodes a checkpoint's path, which is percent-encoded in an id. */
function checkpointName(encoded: string): string {
  try {
    return (decodeURIComponent(encoded).split(/[\\/]/).at(-1) ?? "").replace(/\.\w+$/, "");
  } catch {
    // The id has another form than this version writes.
    return encoded;
  }
}

/** Readers and directors adapt the story; a model that does both is named once. */
const adaptersOf = ({ reader, director }: ModelIds): string[] => [...new Set([reader, director])];

/** Two versions of one program share a name. */
const namesOf = (ids: readonly string[], named: (id: string) => string): string[] => [
  ...new Set(ids.map(named)),
];

export function creditOf(makers: Makers, language: Language): string {
  const adapters = adaptersOf(makers);
  const artists = artistsOf(makers);
  const hosted = [...adapters, ...artists].filter(isHostedId).length;
  const isMixed = hosted > 0 && hosted < adapters.length + artists.length;
  const named = (id: string) => {
    const [program, model] = language === "ja" ? ["プログラム", "生成AI"] : ["program", "AI"];
    return isMixed ? `${modelName(id)} (${isHostedId(id) ? model : program})` : modelName(id);
  };
  const [adapted, drawn] = [namesOf(adapters, named), namesOf(artists, named)];
  if (language === "ja") {
    const by = `脚色 ${adapted.join("・")}　作画 ${drawn.join("・")}　Mekuri`;
    if (isMixed) return by;
    return hosted > 0 ? `この本は生成AIモデルで作りました　${by}` : `この本はプログラムが描きました　${by}`;
  }
  const by = `dapted by ${adapted.join(" and ")}, drawn by ${drawn.join(" and ")}, with Mekuri`;
  if (isMixed) return `A${by}`;
  return hosted > 0 ? `Made with generative models: a${by}` : `Made by a program: a${by}`;
}

/** Names of who adapted and who drew, for a colophon, each said to be a model or a program. `drawn` has a line for each artist. */
export function makersOf(makers: Makers, language: Language): { adapted: string; drawn: string } {
  const named = (id: string) => {
    const [program, model] =
      language === "ja" ? ["プログラム", "生成AIモデル"] : ["program", "generative model"];
    const kind = isHostedId(id) ? model : program;
    return language === "ja" ? `${modelName(id)}（${kind}）` : `${modelName(id)} (${kind})`;
  };
  const { artist, drawn = [{ artist, pictures: 1 }] } = makers;
  const counted = drawn.map((share) => ({ name: named(share.artist), panels: share.pictures }));
  return {
    adapted: namesOf(adaptersOf(makers), named).join(language === "ja" ? "・" : ", "),
    drawn: sharesInWords(counted, language, "by ").join("\n"),
  };
}

/** `final`, `3 of 24 panels draft`: what most panels have, and how many differ. `by` precedes that in English. */
export function sharesInWords(
  shares: readonly { name: string; panels: number }[],
  language: Language,
  by = "",
): string[] {
  const panels = new Map<string, number>();
  for (const share of shares) panels.set(share.name, (panels.get(share.name) ?? 0) + share.panels);
  const all = shares.reduce((sum, share) => sum + share.panels, 0);
  const [most, ...others] = [...panels].toSorted(([, a], [, b]) => b - a);
  if (most === undefined) return [];
  const told = ([name, count]: readonly [string, number]) =>
    language === "ja" ? `${all}コマ中${count}コマは${name}` : `${count} of ${all} panels ${by}${name}`;
  return [most[0], ...others.map(told)];
}

/** The sentence in every book that no person adapted or drew it. `holdsGiven`: the file contains pictures that a person uploaded. */
export function machineNote(makers: Makers, language: Language, holdsGiven = false): string {
  const parts = [makers.reader, makers.director, ...artistsOf(makers)];
  const hosted = parts.filter(isHostedId).length;
  const kind = hosted === 0 ? 0 : hosted < parts.length ? 1 : 2;
  if (language === "ja") {
    const by = ["プログラム", "プログラムと生成AIモデル", "生成AIモデル"][kind];
    return holdsGiven
      ? `この本の脚色と絵は${by}によるもので、一部の絵は人が用意しました。`
      : `この本の脚色と絵は、人ではなく${by}によるものです。`;
  }
  const by = ["a program", "a program and a generative model", "generative models"][kind];
  return holdsGiven
    ? `Adapted and drawn by ${by}, with pictures that a person gave.`
    : `Adapted and drawn by ${by}, not by a person.`;
}
