// The plot at its review: its places, and every beat on its page, to be carried to another place by its handle, with keys or with
// buttons, and to be told otherwise.
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from "react";
import {
  type Beat,
  charactersIn,
  type PlotPage as Page,
  type Place,
  placesIn,
  plotPagesIn,
} from "../documents.ts";
import { useFieldWords } from "../words/field-words.ts";
import { shownWord } from "../words/known-words.ts";
import { useWords, type Words } from "../words/words.tsx";
import { BeatFields } from "./beat-fields.tsx";
import { EditorForm, type EditorProps } from "./editor-form.tsx";
import { PlaceFields } from "./place-fields.tsx";
import { type BeatPlace, besideOf, placeOf, withBeatMoved } from "./plot-moves.ts";
import { useDraft } from "./use-draft.ts";

/** What the review edits of a plot. */
interface Edited {
  places: readonly Place[];
  pages: readonly Page[];
}

/** A beat that is carried, and before which place it would be put down. */
interface Carried {
  beat: string;
  to: BeatPlace | undefined;
}

/** Pixels from the window's edges where carrying scrolls. */
const EDGE = 70;

export function PlotEditor(props: EditorProps) {
  const { output, draftName, watched, language, isSending, onDraft, onSave } = props;
  const { t, tongue } = useWords();
  const f = useFieldWords();
  const id = useId();
  // A beat that both carried elsewhere would be told twice, or not at all: the order of all is one value.
  const given: Edited = { places: placesIn(output), pages: plotPagesIn(output) };
  const draft = useDraft<Edited>(given, draftName, { isWhole: true });
  const { places, pages } = draft.value;
  const setPages = (next: readonly Page[]) => draft.set({ places, pages: next });
  const [carried, setCarried] = useState<Carried | undefined>(undefined);
  const [said, setSaid] = useState("");
  /** What had the focus goes to another list with its beat, and keeps it. */
  const focused = useRef<string | undefined>(undefined);
  const cast = charactersIn(watched.phases.characters?.output);
  const nameOf = (character: string | null) => cast.find((one) => one.id === character)?.name ?? "";

  // biome-ignore lint/correctness/useExhaustiveDependencies: after each move.
  useEffect(() => {
    if (focused.current === undefined) return;
    document.getElementById(focused.current)?.focus();
    focused.current = undefined;
  }, [pages]);

  const put = (beat: string, to: BeatPlace | undefined) => {
    const from = placeOf(pages, beat);
    if (from === undefined || to === undefined) return;
    const next = withBeatMoved(pages, from, to);
    const at = placeOf(next, beat);
    setPages(next);
    if (at === undefined) return;
    const page = next[at.page];
    setSaid(t("gate.beatAt", { page: page?.number ?? 0, n: at.index + 1, all: page?.beats.length ?? 0 }));
  };
  const step = (beat: string, by: -1 | 1, control: string) => {
    const from = placeOf(pages, beat);
    focused.current = `${id}${beat}${control}`;
    put(beat, from && besideOf(pages, from, by));
  };
  const press = (event: KeyboardEvent, beat: string) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : undefined;
    if (by === undefined) return;
    event.preventDefault();
    step(beat, by, "carry");
  };

  const carry = (event: PointerEvent) => {
    if (carried === undefined) return;
    const { clientX: x, clientY: y } = event;
    if (y < EDGE) window.scrollBy(0, -16);
    if (y > window.innerHeight - EDGE) window.scrollBy(0, 16);
    setCarried({ ...carried, to: placeUnder(pages, { x, y }) });
  };
  const letGo = () => {
    if (carried === undefined) return;
    setCarried(undefined);
    const from = placeOf(pages, carried.beat);
    const { to } = carried;
    // Taken out of its own page, all after it move up by one.
    const isBelow = to !== undefined && from?.page === to.page && from.index < to.index;
    put(carried.beat, isBelow ? { ...to, index: to.index - 1 } : to);
  };

  return (
    <EditorForm
      onSave={() => onSave(places.length === 0 ? { pages } : { places, pages })}
      labelOf={() => t("phase.plot")}
      {...{ draft, language, isSending, onDraft }}
    >
      {places.length === 0 ? null : (
        <fieldset className="places" lang={language}>
          <legend lang={tongue}>{f("field.places")}</legend>
          {places.map((place) => (
            <div key={place.id} className="board-figure">
              <PlaceFields
                place={place}
                onChange={(next) =>
                  draft.set({ places: places.map((one) => (one.id === place.id ? next : one)), pages })
                }
              />
            </div>
          ))}
        </fieldset>
      )}
      <p id={`${id}help`} className="soft">
        {t("gate.beatHelp")}
      </p>
      <ol className="beats" lang={language}>
        {pages.map((pageOf, page) => {
          const { number, spread, beats } = pageOf;
          return (
            <li key={number} data-plot-page={page}>
              <h3>
                {t("watch.page", { n: number })}
                {spread ? <small>{t("gate.spread")}</small> : null}
              </h3>
              <ol>
                {beats.map((beat, index) => {
                  const about = sayingOf(beat, { language, nameOf });
                  // What another beat told just before is not told again: this one looks at somebody.
                  const isTold = beats
                    .slice(0, index)
                    .some((one) => tellingOf(one).includes(tellingOf(beat)));
                  const seen = isTold && about.said === "" ? seenOf(beat, { nameOf, t, tongue }) : "";
                  const name = [about.said, seen || about.shown].filter(Boolean).join(" ").slice(0, 60);
                  const place = { page, index };
                  return (
                    <li
                      key={beat.id}
                      className={`plot-beat plot-${beat.kind}`}
                      data-beat={beat.id}
                      data-carried={carried?.beat === beat.id || undefined}
                      data-gap={gapAt(carried?.to, place, beats.length)}
                    >
                      <button
                        type="button"
                        id={`${id}${beat.id}carry`}
                        className="beat-handle"
                        aria-label={t("gate.beatCarry", { text: name })}
                        aria-describedby={`${id}help`}
                        onKeyDown={(event) => press(event, beat.id)}
                        onPointerDown={(event) => {
                          event.currentTarget.setPointerCapture(event.pointerId);
                          setCarried({ beat: beat.id, to: undefined });
                        }}
                        onPointerMove={carry}
                        onPointerUp={letGo}
                        onPointerCancel={() => setCarried(undefined)}
                      >
                        <span aria-hidden="true" />
                      </button>
                      <p>
                        {about.said === "" ? null : <b>{about.said}</b>}
                        {seen === "" ? about.shown : <span lang={tongue}>{seen}</span>}
                      </p>
                      <span className="beat-steps">
                        {(["-1", "1"] as const).map((by) => (
                          <button
                            key={by}
                            type="button"
                            id={`${id}${beat.id}${by}`}
                            className="button beat-step"
                            aria-label={t(by === "1" ? "gate.beatLater" : "gate.beatEarlier", { text: name })}
                            disabled={besideOf(pages, place, by === "1" ? 1 : -1) === undefined}
                            onClick={() => step(beat.id, by === "1" ? 1 : -1, by)}
                          >
                            <span aria-hidden="true">{by === "1" ? "↓" : "↑"}</span>
                          </button>
                        ))}
                      </span>
                      <BeatFields
                        beat={beat}
                        cast={cast}
                        onChange={(changed) =>
                          setPages(pages.with(page, { ...pageOf, beats: beats.with(index, changed) }))
                        }
                      />
                    </li>
                  );
                })}
              </ol>
            </li>
          );
        })}
      </ol>
      <p role="status" className="unseen">
        {said}
      </p>
    </EditorForm>
  );
}

/** On which side of a beat the carried one would be put down. */
function gapAt(
  to: BeatPlace | undefined,
  { page, index }: BeatPlace,
  beats: number,
): "before" | "after" | undefined {
  if (to?.page !== page) return undefined;
  if (to.index === index) return "before";
  return index === beats - 1 && to.index === beats ? "after" : undefined;
}

/** Before which beat a point of the window lies; at a page's end below all of them. */
function placeUnder(pages: readonly Page[], { x, y }: { x: number; y: number }): BeatPlace | undefined {
  const under = document.elementFromPoint(x, y);
  const beat = under?.closest<HTMLElement>("[data-beat]");
  const at = placeOf(pages, beat?.dataset.beat ?? "");
  if (beat && at) {
    const { top, height } = beat.getBoundingClientRect();
    return y < top + height / 2 ? at : { ...at, index: at.index + 1 };
  }
  const page = under?.closest<HTMLElement>("[data-plot-page]")?.dataset.plotPage;
  return page === undefined
    ? undefined
    : { page: Number(page), index: pages[Number(page)]?.beats.length ?? 0 };
}

interface Telling {
  language: "ja" | "en";
  nameOf: (character: string | null) => string;
}

const tellingOf = ({ caption, action }: Pick<Beat, "caption" | "action">) => caption || action;

/** Who is looked at, and how they feel; empty where nobody is. */
function seenOf(
  { figures }: Beat,
  { nameOf, t, tongue }: Pick<Telling, "nameOf"> & Pick<Words, "t" | "tongue">,
): string {
  return figures
    .map(({ character, feeling }) =>
      t("gate.beatFace", { who: nameOf(character), face: shownWord(feeling, tongue) }),
    )
    .join(" · ");
}

/** What is heard of a beat, and what is seen. */
function sayingOf(
  { lines, caption, action }: Beat,
  { language, nameOf }: Telling,
): { said: string; shown: string } {
  const said = lines.map(({ speaker, text }) =>
    language === "ja"
      ? `${nameOf(speaker)}「${text}」`
      : [nameOf(speaker), `“${text}”`].filter(Boolean).join(": "),
  );
  // What is heard is not told twice.
  const shown = lines
    .reduce((left, { text }) => left.replace(text, ""), tellingOf({ caption, action }))
    .replaceAll(/[「『“"]\s*[」』”"]/gu, "")
    .trim();
  return { said: said.join(" "), shown: /\p{L}/u.test(shown) ? shown : "" };
}
