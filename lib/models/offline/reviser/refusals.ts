// What is said of a wish that cannot be carried out: why, and what to do instead.
import type { Language } from "../../../manga/language.ts";
import type { OptionId } from "../../../pipeline/options.ts";
import type { Answer, BookView, CannotReason } from "../../../pipeline/reviser.ts";
import { namesOf } from "./tones.ts";

type Said = Record<Language, string>;

const SAYS: Record<CannotReason, Said> = {
  "not-understood": {
    ja: "この言葉からは、何を変えるのか読み取れません。",
    en: "These words do not say what to change in a way that a program understands.",
  },
  "not-supported": {
    ja: "オフラインのプログラムには、この変更はできません。",
    en: "The offline program cannot make this change.",
  },
  which: {
    ja: "どのページのどのコマか、または誰のことかを指定してください。",
    en: "Say which page and panel, or whom, it is about.",
  },
  "nothing-to-change": {
    ja: "変えるところがありません。",
    en: "There is nothing in the book that this would change.",
  },
};

/** What needs a mind, and what a person can do instead. */
const INSTEAD: Partial<Record<OptionId | "text-size" | "being", Said>> = {
  audience: {
    ja: "ページ数、雰囲気、台詞の長さ（「読みやすくする」）なら変えられます。",
    en: "It can change the number of pages, the tone, or how long the lines are (“Make it easier to read”).",
  },
  personality: {
    ja: "コマごとの表情やポーズ、台詞を指定してください。",
    en: "Ask for an expression or a pose in a panel, or change a line.",
  },
  relations: {
    ja: "台詞を変えるか、構成案の人物を直接編集してください。",
    en: "Change a line, or edit the people of the concept directly.",
  },
  plot: {
    ja: "場面を外す、ページを入れ替える、またはプロットを直接編集してください。",
    en: "Remove a scene, swap two pages, or edit the plot directly.",
  },
  "add-scene": {
    ja: "物語に場面を書き足して作り直すか、ページ数を増やしてください。",
    en: "Write the scene into the story and start again, or ask for more pages.",
  },
  style: {
    ja: "画風は、本を作りはじめるときか、構想の確認のときに選べます。",
    en: "Choose a style when you start a book, or at the review of its concept.",
  },
  quality: {
    ja: "気になるコマを描き直すか、別のモデルを選んでください。",
    en: "Have a panel drawn again, or choose other models.",
  },
  consistency: {
    ja: "人物はみな一つの設定から描かれています。違って見えるコマを描き直してください。",
    en: "Everybody is drawn from one design. Have the panel that differs drawn again.",
  },
  polish: {
    ja: "直したいページとコマ、または台詞を指定してください。",
    en: "Say which page and panel, or which line, to mend.",
  },
  being: {
    ja: "人を人でないものに変えることはできません。新しく作る本の物語に書いてください。",
    en: "It cannot turn people into something else. Write it into the story of a new book.",
  },
  "text-size": {
    ja: "文字の大きさは読みやすさから決まります。台詞を短くするか、コマを大きくしてください。",
    en: "The size of text follows from its balloon. Shorten the line, or make the panel larger.",
  },
};

export function cannot(
  reason: CannotReason,
  { params: { language } }: BookView,
  instead = "",
): Answer & { kind: "cannot" } {
  const message = [SAYS[reason][language], instead].filter((part) => part !== "");
  return { kind: "cannot", reason, message: message.join(language === "ja" ? "" : " ") };
}

/** Something that the offline reader does not do at all. */
export function beyond(what: OptionId | "text-size" | "being", book: BookView): Answer & { kind: "cannot" } {
  return cannot("not-supported", book, INSTEAD[what]?.[book.params.language]);
}

/** A genre or theme that has no staging of its own here. */
export function unnamed(what: "genre" | "theme", book: BookView): Answer & { kind: "cannot" } {
  const { language } = book.params;
  const names = namesOf(what, language);
  return cannot("not-understood", book, language === "ja" ? `使えるのは：${names}。` : `It knows: ${names}.`);
}

/** What the words should say that they do not, by option. */
const WANTS: Partial<Record<OptionId, Said>> = {
  "add-character": { ja: "加える人物の名前を書いてください。", en: "Write the name of whom to add." },
  "add-dialogue": { ja: "コマを指定し、台詞を書いてください。", en: "Point at a panel and write the line." },
  "change-dialogue": {
    ja: "コマを指定し、新しい台詞を書いてください。",
    en: "Point at a panel and write the new line.",
  },
  "remove-dialogue": { ja: "どの台詞かを書いてください。", en: "Write which line." },
  "balloon-style": {
    ja: "叫び、ささやき、心の声などと書いてください。",
    en: "Write shout, whisper, thought or the like.",
  },
  "text-position": {
    ja: "右上、左下などと書いてください。",
    en: "Write top right, bottom left or the like.",
  },
  sfx: { ja: "描き文字を書いてください。", en: "Write the sound." },
  looks: { ja: "髪、服、眼鏡、年齢などを書いてください。", en: "Write hair, clothes, glasses or an age." },
  pose: { ja: "ポーズか表情を書いてください。", en: "Write a pose or an expression." },
  "page-order": {
    ja: "入れ替える二つのページか、読む向きを書いてください。",
    en: "Write which two pages to swap, or the direction.",
  },
  world: { ja: "場所、時刻、天気を書いてください。", en: "Write a place, an hour or the weather." },
  background: { ja: "場所、時刻、天気を書いてください。", en: "Write a place, an hour or the weather." },
  pacing: { ja: "「ゆっくり」か「速く」と書いてください。", en: "Write slower or faster." },
};

/** Words that are not understood: the wish is not carried out in part. */
export function unread(words: string, book: BookView): Answer & { kind: "cannot" } {
  const { language } = book.params;
  const said = language === "ja" ? `わからなかった言葉：「${words}」。` : `Not understood: “${words}”.`;
  return { ...cannot("not-understood", book, said), words };
}

/** Somebody is mentioned, and nothing is said of them that can be changed. */
export function unsaidOf(name: string, book: BookView): Answer & { kind: "cannot" } {
  const { language } = book.params;
  const wants = WANTS.looks?.[language] ?? "";
  const renaming =
    language === "ja"
      ? `改名は「${name}の名前を…に」と書いてください。`
      : `To rename: “Rename ${name} to …”.`;
  return cannot("not-understood", book, language === "ja" ? `${wants}${renaming}` : `${wants} ${renaming}`);
}

/** An option of which it is not said, or not said so that a program understands, what should come of it. */
export function unsaid(
  option: OptionId | undefined,
  text: string,
  book: BookView,
): Answer & { kind: "cannot" } {
  const reason = option !== undefined && text === "" ? "which" : "not-understood";
  return cannot(reason, book, option && WANTS[option]?.[book.params.language]);
}
