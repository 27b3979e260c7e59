// The faults that the check of a picture found, in the studio's language. The service states them in English, in these forms.
import type { PictureWords } from "../../words/picture-words.ts";

type Said = (match: RegExpExecArray, w: PictureWords, nameOf: (id: string) => string) => string;

const FORMS: readonly (readonly [RegExp, Said])[] = [
  [/^letters$/u, (_, w) => w("found.letters")],
  [/^letters \((.{1,80})\)$/u, ([, where = ""], w) => w("found.lettersAt", { where })],
  [
    /^(\d+) heads, not (\d+)$/u,
    ([, seen, wanted = ""], w) => w("found.heads", { seen: Number(seen), wanted }),
  ],
  [
    /^(\w+) is somebody else than the sheet$/u,
    ([, who = ""], w, of) => w("found.stranger", { who: of(who) }),
  ],
  [/^(\w+) differs from the sheet$/u, ([, who = ""], w, of) => w("found.unlike", { who: of(who) })],
  [/^the hands of (\w+)$/u, ([, who = ""], w, of) => w("found.hands", { who: of(who) })],
  [/^little room for words$/u, (_, w) => w("found.zone")],
  [/^a colour$/u, (_, w) => w("found.colour")],
  [/^a border$/u, (_, w) => w("found.border")],
  [/^weak blacks$/u, (_, w) => w("found.levels")],
];

/** A sentence of another form stays as it is. */
export function foundInWords(found: string, w: PictureWords, nameOf: (id: string) => string): string {
  for (const [form, said] of FORMS) {
    const match = form.exec(found);
    if (match !== null) return said(match, w, nameOf);
  }
  return found;
}
