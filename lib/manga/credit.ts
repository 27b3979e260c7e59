// The line at the foot of the last page that says what made the book. A book made by a program says so.
import type { Language } from "./language.ts";

export function creditOf(models: { writer: string; artist: string }, language: Language): string {
  return language === "ja"
    ? `この本はプログラムが描きました　脚色 ${models.writer}　作画 ${models.artist}　Mekuri`
    : `Made by a program: adapted by ${models.writer}, drawn by ${models.artist}, with Mekuri`;
}
