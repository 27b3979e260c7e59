// The reader's interface texts, in English and Japanese.

const EN = {
  reader: "Reader",
  pages: "Pages",
  loading: "Opening the book",
  failed: "This book cannot be opened.",
  cover: "Cover",
  page: "Page {n}",
  pageOf: "Page {n} of {all}",
  pagesOf: "Pages {n} and {m} of {all}",
  panel: "Panel {n}",
  panelOf: "Panel {n} of {all}",
  next: "Next page",
  previous: "Previous page",
  turnTo: "Go to page",
  allPages: "All pages",
  bookmark: "Bookmark this page",
  bookmarks: "Bookmarks",
  bookmarked: "bookmarked",
  noBookmarks: "No bookmarks yet.",
  search: "Search the words",
  found: "{n} found",
  foundMore: "{n} found, the first {m} are shown",
  noWords: "This book has no words to search.",
  settings: "Display",
  mode: "Layout",
  "mode.page": "Page",
  "mode.spread": "Spread",
  "mode.strip": "Strip",
  fit: "Size",
  "fit.auto": "Automatic",
  "fit.page": "Whole page",
  "fit.width": "Full width",
  "fit.height": "Full height",
  shift: "Shift pairs by one page",
  direction: "Reading direction",
  "direction.rtl": "Right to left",
  "direction.ltr": "Left to right",
  panels: "Panel by panel",
  full: "Full screen",
  close: "Close",
  broken: "The picture of this page did not load.",
  retry: "Try again",
  end: "The end",
  again: "Read again",
  keys: "Keys",
  keysText:
    "Arrows, space: turn. Home, End: first and last page. Z: panel by panel. + − 0: zoom. F: full screen. B: bookmark. S: search. T: all pages. D: display. Esc: back.",
  sound: "Sound",
};

type Key = keyof typeof EN;

const JA: Record<Key, string> = {
  reader: "リーダー",
  pages: "ページ",
  loading: "本を開いています",
  failed: "この本を開けません。",
  cover: "表紙",
  page: "{n}ページ",
  pageOf: "{all}ページ中{n}ページ",
  pagesOf: "{all}ページ中{n}・{m}ページ",
  panel: "{n}コマ目",
  panelOf: "{all}コマ中{n}コマ目",
  next: "次のページ",
  previous: "前のページ",
  turnTo: "ページへ移動",
  allPages: "ページ一覧",
  bookmark: "このページにしおり",
  bookmarks: "しおり",
  bookmarked: "しおりあり",
  noBookmarks: "しおりはまだありません。",
  search: "せりふを検索",
  found: "{n}件",
  foundMore: "{n}件（先頭の{m}件を表示）",
  noWords: "この本には検索できる文字がありません。",
  settings: "表示",
  mode: "並べ方",
  "mode.page": "1ページ",
  "mode.spread": "見開き",
  "mode.strip": "縦スクロール",
  fit: "大きさ",
  "fit.auto": "自動",
  "fit.page": "ページ全体",
  "fit.width": "幅いっぱい",
  "fit.height": "高さいっぱい",
  shift: "見開きを1ページずらす",
  direction: "読む向き",
  "direction.rtl": "右から左",
  "direction.ltr": "左から右",
  panels: "コマごとに読む",
  full: "全画面",
  close: "閉じる",
  broken: "このページの画像を読み込めませんでした。",
  retry: "もう一度",
  end: "おわり",
  again: "最初から読む",
  keys: "キー",
  keysText:
    "矢印・スペース：めくる　Home・End：最初と最後　Z：コマごと　＋ − 0：拡大　F：全画面　B：しおり　S：検索　T：ページ一覧　D：表示　Esc：戻る",
  sound: "効果音",
};

export type Translate = (key: Key, values?: Record<string, string | number>) => string;

/** The texts for `ja`; English for every other language. */
export function translatorFor(language: string): Translate {
  const words = isJapanese(language) ? JA : EN;
  return (key, values = {}) =>
    words[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
}

export const isJapanese = (language: string) => /^ja\b/i.test(language);
