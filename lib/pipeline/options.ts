// The quick options: changes that people ask for with one press, by phase, with the labels of their buttons.
import * as z from "zod";
import type { Language } from "../manga/language.ts";
import type { PhaseName } from "./step-id.ts";

/** By phase: the option's id, its Japanese and its English label. */
const TABLE = {
  concept: [
    ["theme", "テーマを変える", "Change the theme"],
    ["genre", "ジャンルを変える", "Change the genre"],
    ["world", "世界観を変える", "Change the world"],
    ["tone", "雰囲気を変える", "Change the tone"],
    ["audience", "読者層を変える", "Change the audience"],
  ],
  characters: [
    ["add-character", "人物を加える", "Add a character"],
    ["remove-character", "人物を外す", "Remove a character"],
    ["personality", "性格を変える", "Change a personality"],
    ["looks", "見た目を変える", "Change the looks"],
    ["relations", "関係を変える", "Change the relations"],
  ],
  plot: [
    ["plot", "筋を変える", "Change the plot"],
    ["pacing", "テンポを変える", "Change the pacing"],
    ["climax", "山場を変える", "Change the climax"],
    ["add-scene", "場面を加える", "Add a scene"],
    ["remove-scene", "場面を外す", "Remove a scene"],
  ],
  storyboard: [
    ["layout", "コマ割りを変える", "Change the layout"],
    ["panel-size", "コマの大きさを変える", "Change a panel's size"],
    ["camera-angle", "カメラアングルを変える", "Change the camera angle"],
    ["composition", "構図を変える", "Change the composition"],
    ["page-count", "ページ数を変える", "Change the number of pages"],
  ],
  artwork: [
    ["draw-again", "描き直す", "Draw again"],
    ["style", "画風を変える", "Change the style"],
    ["more-detail", "描き込みを増やす", "More detail"],
    ["background", "背景を変える", "Change the background"],
    ["pose", "ポーズを変える", "Change a pose"],
  ],
  lettering: [
    ["change-dialogue", "台詞を変える", "Change dialogue"],
    ["add-dialogue", "台詞を加える", "Add dialogue"],
    ["remove-dialogue", "台詞を外す", "Remove dialogue"],
    ["balloon-style", "吹き出しの形を変える", "Change the balloons"],
    ["text-position", "文字の位置を変える", "Move text"],
    ["sfx", "描き文字を変える", "Change sound effects"],
  ],
  finish: [
    ["quality", "質を上げる", "Raise the quality"],
    ["consistency", "統一感を高める", "Make it more consistent"],
    ["polish", "仕上げを整える", "Polish"],
    ["page-order", "ページの順を変える", "Change the order of pages"],
    ["readability", "読みやすくする", "Make it easier to read"],
  ],
} as const satisfies Record<PhaseName, readonly (readonly [string, string, string])[]>;

export type OptionId = (typeof TABLE)[PhaseName][number][0];

export interface Option {
  id: OptionId;
  phase: PhaseName;
  labels: Record<Language, string>;
}

const ofPhase = (phase: PhaseName): Option[] =>
  TABLE[phase].map(([id, ja, en]) => ({ id, phase, labels: { ja, en } }));

/** All of them, in the order of the phases. */
export const OPTIONS: readonly Option[] = [
  ...ofPhase("concept"),
  ...ofPhase("characters"),
  ...ofPhase("plot"),
  ...ofPhase("storyboard"),
  ...ofPhase("artwork"),
  ...ofPhase("lettering"),
  ...ofPhase("finish"),
];

export const OptionIdSchema = z.enum(OPTIONS.map(({ id }) => id));
