// The preview of a wish: its changes item by item, the pictures drawn again, and the cost.
import { useEffect, useRef, useState } from "react";
import type { PhaseName } from "../../documents.ts";
import { shownWord } from "../../words/known-words.ts";
import { isWishKey, useWishWords, type WishWords } from "../../words/wish-words.ts";
import { type UiLanguage, useWords, type Words } from "../../words/words.tsx";

interface WishChange {
  id: string;
  what: string;
  who?: { id: string; name: string };
  page?: number;
  panel?: string;
  from?: string;
  to?: string;
}

/** The service's answer. */
export interface WishPreview {
  version: number;
  hash: string;
  changes: WishChange[];
  /** Number of results that are made again, by kind. */
  again: Partial<Record<string, number>>;
  priceMicros: number;
  /** Phases that the person is asked about again. */
  reviews: PhaseName[];
}

interface WishPreviewProps {
  preview: WishPreview;
  isBusy: boolean;
  onLeaveOut: (id: string) => void;
  onDo: () => void;
  onEdit: () => void;
}

/** Changes that are listed at first; a change of the whole book has more than most people read. */
const MOST_LISTED = 12;

export function WishPreviewBox({ preview, isBusy, onLeaveOut, onDo, onEdit }: WishPreviewProps) {
  const { t, tongue, money } = useWords();
  const w = useWishWords();
  const { changes, again, priceMicros, reviews } = preview;
  const [isWhole, setWhole] = useState(false);
  const listed = isWhole ? changes : changes.slice(0, MOST_LISTED);
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: focuses the heading once for each preview.
  useEffect(() => heading.current?.focus(), [preview.hash]);
  return (
    <section className="wish-preview" aria-label={w("title")}>
      <h3 ref={heading} tabIndex={-1}>
        {w("title")}
      </h3>
      <ul>
        {listed.map((change) => {
          const text = saidOf(change, w, tongue);
          return (
            <li key={change.id}>
              <span>{text}</span>
              <button
                type="button"
                className="button button-small"
                aria-label={w("notThisOf", { text })}
                disabled={isBusy}
                onClick={() => onLeaveOut(change.id)}
              >
                {w("notThis")}
              </button>
            </li>
          );
        })}
      </ul>
      {listed.length === changes.length ? null : (
        <button type="button" className="button button-small" onClick={() => setWhole(true)}>
          {w("more", { n: changes.length - listed.length })}
        </button>
      )}
      <p>
        {againOf(again, w)} <b>{priceMicros === 0 ? w("free") : w("price", { price: money(priceMicros) })}</b>
      </p>
      {reviews.length === 0 ? null : <p>{reviewsOf(reviews, { t, w })}</p>}
      <div className="row">
        <button type="button" className="button button-hot" disabled={isBusy} onClick={onDo}>
          {w("do")}
        </button>
        <button type="button" className="button" disabled={isBusy} onClick={onEdit}>
          {w("edit")}
        </button>
      </div>
    </section>
  );
}

/** The phases that the person is asked about again; empty for none. */
export function reviewsOf(reviews: readonly PhaseName[], { t, w }: { t: Words["t"]; w: WishWords }): string {
  if (reviews.length === 0) return "";
  return w("reviews", { what: reviews.map((phase) => t(`phase.${phase}`)).join(w("and")) });
}

export function saidOf(
  { what, who, page, panel, to, ...before }: WishChange,
  w: WishWords,
  tongue: UiLanguage,
): string {
  // A value that was unknown before is not shown.
  const from = before.from === "unknown" ? undefined : before.from;
  const key = `what.${what}`;
  const name = isWishKey(key) ? w(key) : what;
  const isText = ["line", "lettering", "sound", "name", "title", "person-merged"].includes(what);
  const word = (said: string) =>
    isText
      ? w("quoted", { text: said })
      : said
          .split(", ")
          .map((one) => shownWord(one, tongue))
          .join(tongue === "ja" ? "、" : ", ");
  const values = {
    what: name,
    from: from === undefined ? "" : word(from),
    to: to === undefined ? "" : word(to),
  };
  const shape =
    to === undefined ? (from === undefined ? "bare" : "gone") : from === undefined ? "to" : "fromTo";
  const said = w(shape, values);
  const text = who === undefined ? said : w("of", { who: who.name, text: said });
  if (page === undefined) return text;
  return panel === undefined
    ? w("onPage", { text, page })
    : w("at", { text, page, panel: panel.replace(/^k/u, "") });
}

export function againOf(again: WishPreview["again"], w: WishWords): string {
  const count = (...kinds: string[]) => kinds.reduce((sum, kind) => sum + (again[kind] ?? 0), 0);
  const parts = (
    [
      ["portrait", count("portrait")],
      ["panel", count("artwork")],
      ["sheet", count("outfit", "plate", "place")],
      ["replanned", count("storyboard")],
    ] as const
  ).flatMap(([key, n]) => (n === 0 ? [] : [w(key, { n })]));
  if (count("concept", "characters", "plot") > 0) parts.push(w("reread"));
  if (parts.length > 0) return w("again", { what: parts.join(" · ") });
  const lettered = count("lettering");
  return lettered === 0 ? w("nothingDrawn") : w("wordsOnly", { n: lettered });
}
