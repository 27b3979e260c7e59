// Whom a Japanese sentence is about, where it names several.
import type { Mention } from "./mentions.ts";

/** 斗真とおばあちゃんは席に座った: both of them, and no telling who of them speaks. */
export const isJoint = (text: string, { at, end }: Mention): boolean =>
  /^と[^。、はがも]{1,10}[はがも]/u.test(text.slice(end)) ||
  /[^。、はがもをに]{1,8}と$/u.test(text.slice(0, at));

/** The subject of the main clause: the last は, else the last subject. */
export function mainSubject(text: string, subjects: readonly Mention[]): Mention | undefined {
  const speaking = subjects.findLast(({ end }) =>
    /^(?:が|は|も)[^、]*(?:言|叫|声|尋|訊|答|つぶや|呟|ささや|囁|口を開)/u.test(text.slice(end)),
  );
  return speaking ?? subjects.findLast(({ end }) => /^は/u.test(text.slice(end))) ?? subjects.at(-1);
}
