// Messages for wishes that cannot be applied: the reason, and an alternative.
import type { Language } from "../../../manga/language.ts";
import type { OptionId } from "../../../pipeline/options.ts";
import type { Answer, BookView, CannotReason } from "../../../pipeline/reviser.ts";
import { namesOf } from "./tones.ts";

type Texts = Record<Language, string>;

const REASONS: Record<CannotReason, Texts> = {
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

/** Alternatives for options that the program does not support. */
const ALTERNATIVES: Partial<Record<OptionId | "text-size" | "being", Texts>> = {
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

export function refuse(
  reason: CannotReason,
  { params: { language } }: BookView,
  instead = "",
): Answer & { kind: "cannot" } {
  const message = [REASONS[reason][language], instead].filter((part) => part !== "");
  return { kind: "cannot", reason, message: message.join(language === "ja" ? "" : " ") };
}

/** Refuses an option that the offline reviser does not support. */
export function refuseUnsupported(
  what: OptionId | "text-size" | "being",
  book: BookView,
): Answer & { kind: "cannot" } {
  return refuse("not-supported", book, ALTERNATIVES[what]?.[book.params.language]);
}

/** Refuses a genre or theme that has no staging here, and lists the known ones. */
export function refuseUnknownTone(what: "genre" | "theme", book: BookView): Answer & { kind: "cannot" } {
  const { language } = book.params;
  const names = namesOf(what, language);
  return refuse("not-understood", book, language === "ja" ? `使えるのは：${names}。` : `It knows: ${names}.`);
}

/** The detail that a wish lacks, by option. */
const MISSING_DETAILS: Partial<Record<OptionId, Texts>> = {
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

/** Refuses a wish that has unread words, and names them. A wish is never applied in part. */
export function refuseUnreadWords(words: string, book: BookView): Answer & { kind: "cannot" } {
  const { language } = book.params;
  const said = language === "ja" ? `わからなかった言葉：「${words}」。` : `Not understood: “${words}”.`;
  return { ...refuse("not-understood", book, said), words };
}

/** Refuses a wish that mentions a person without a change that the reviser supports. */
export function refuseIncompleteForPerson(name: string, book: BookView): Answer & { kind: "cannot" } {
  const { language } = book.params;
  const wants = MISSING_DETAILS.looks?.[language] ?? "";
  const renaming =
    language === "ja"
      ? `改名は「${name}の名前を…に」と書いてください。`
      : `To rename: “Rename ${name} to …”.`;
  return refuse("not-understood", book, language === "ja" ? `${wants}${renaming}` : `${wants} ${renaming}`);
}

/** Refuses a wish whose words lack the detail that its option needs. */
export function refuseIncomplete(
  option: OptionId | undefined,
  text: string,
  book: BookView,
): Answer & { kind: "cannot" } {
  const reason = option !== undefined && text === "" ? "which" : "not-understood";
  return refuse(reason, book, option && MISSING_DETAILS[option]?.[book.params.language]);
}
