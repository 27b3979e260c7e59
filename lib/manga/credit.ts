// The line at the foot of the last page that says what made the book: a program that adapts and draws, or generative models.
import type { Language } from "./language.ts";

/** Their ids in the session's parameters. */
type Models = { writer: string; artist: string };

/** Ids of adapters that ask a vendor's model name its way and it: `gemini/gemini-3.8-flash@1`. */
const HOSTED = /^[^/]+\/(.+?)(?:@\d+)?$/;

export function creditOf(models: Models, language: Language): string {
  const { writer, artist } = models;
  const [writes, draws] = [HOSTED.exec(writer)?.[1], HOSTED.exec(artist)?.[1]];
  if (writes !== undefined && draws !== undefined) {
    return language === "ja"
      ? `この本は生成AIモデルで作りました　脚色 ${writes}　作画 ${draws}　Mekuri`
      : `Made with generative models: adapted by ${writes}, drawn by ${draws}, with Mekuri`;
  }
  if (writes === undefined && draws === undefined) {
    return language === "ja"
      ? `この本はプログラムが描きました　脚色 ${writer}　作画 ${artist}　Mekuri`
      : `Made by a program: adapted by ${writer}, drawn by ${artist}, with Mekuri`;
  }
  const [program, model] =
    language === "ja" ? ["プログラム", "生成AIモデル"] : ["a program", "a generative model"];
  const by = (id: string, hosted: string | undefined) =>
    hosted === undefined ? `${id} (${program})` : `${hosted} (${model})`;
  return language === "ja"
    ? `脚色 ${by(writer, writes)}　作画 ${by(artist, draws)}　Mekuri`
    : `Adapted by ${by(writer, writes)}, drawn by ${by(artist, draws)}, with Mekuri`;
}

/** Who did which part, for a colophon: the model or the program by name, and which of both it is. */
export function makersOf({ writer, artist }: Models, language: Language): Models {
  const named = (id: string) => {
    const hosted = HOSTED.exec(id)?.[1];
    const [program, model] =
      language === "ja" ? ["プログラム", "生成AIモデル"] : ["program", "generative model"];
    const [name, kind] = hosted === undefined ? [id, program] : [hosted, model];
    return language === "ja" ? `${name}（${kind}）` : `${name} (${kind})`;
  };
  return { writer: named(writer), artist: named(artist) };
}

/** The sentence that every book says: no person adapted or drew it. */
export function machineNote({ writer, artist }: Models, language: Language): string {
  const hosted = [writer, artist].filter((id) => HOSTED.test(id)).length;
  if (language === "ja") {
    const by = ["プログラム", "プログラムと生成AIモデル", "生成AIモデル"][hosted];
    return `この本の脚色と絵は、人ではなく${by}によるものです。`;
  }
  const by = ["a program", "a program and a generative model", "generative models"][hosted];
  return `Adapted and drawn by ${by}, not by a person.`;
}
