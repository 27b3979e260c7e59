// The line at the foot of the last page that says what made the book: a program that adapts and draws, or generative models.
import type { Language } from "./language.ts";

/** Ids of adapters that ask a vendor's model name its way and it: `gemini/gemini-3.8-flash@1`. */
const HOSTED = /^[^/]+\/(.+?)(?:@\d+)?$/;

export function creditOf(models: { writer: string; artist: string }, language: Language): string {
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
