// Editor at the plot's gate: its places, and the beats of each page, which can be edited, and moved by drag and drop, keys or buttons.
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from "react";
import {
  type Beat,
  charactersIn,
  type PlotPage as Page,
  type Place,
  placesIn,
  plotPagesIn,
  scenesIn,
} from "../../documents.ts";
import { type FieldWords, useFieldWords } from "../../words/field-words.ts";
import { shownWord } from "../../words/known-words.ts";
import { useWords, type Words } from "../../words/words.tsx";
import { BeatFields } from "./beat-fields.tsx";
import { EditorForm, type EditorProps } from "./editor-form.tsx";
import { PlaceFields } from "./place-fields.tsx";
import { type BeatPlace, besideOf, placeOf, withBeatMoved } from "./plot-moves.ts";
import { useDraft } from "./use-draft.ts";

/** The parts of a plot that can be edited. */
interface Edited {
  places: readonly Place[];
  pages: readonly Page[];
}

/** A dragged beat, and its target position. */
interface Carried {
  beat: string;
  to: BeatPlace | undefined;
}

/** Distance from the window's edges, in pixels, at which dragging scrolls. */
const EDGE = 70;

export function PlotEditor(props: EditorProps) {
  const { output, draftName, watched, language, ...form } = props;
  const { t, tongue } = useWords();
  const f = useFieldWords();
  const id = useId();
  // Merged as one value: if both sides moved a beat, a merge by page could duplicate or lose it.
  const given: Edited = { places: placesIn(output), pages: plotPagesIn(output) };
  const draft = useDraft<Edited>(given, draftName, { isWhole: true });
  const { places, pages } = draft.value;
  const setPages = (next: readonly Page[]) => draft.set({ places, pages: next });
  const [carried, setCarried] = useState<Carried | undefined>(undefined);
  const [said, setSaid] = useState("");
  /** The focused button is recreated in another list when its beat moves; it gets the focus again. */
  const focused = useRef<string | undefined>(undefined);
  const cast = charactersIn(watched.phases.characters?.output);
  const nameOf = (character: string | null) => cast.find((one) => one.id === character)?.name ?? "";
  const scenes = scenesIn(output) ?? [];
  const settingOf = (beat: Beat) => {
    const at = scenes.find(({ id }) => id === beat.scene)?.place;
    return places.find(({ id }) => id === at)?.name;
  };

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
    setSaid(f("beat.at", { page: page?.number ?? 0, n: at.index + 1, all: page?.beats.length ?? 0 }));
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
    // Removing the beat from its page moves all beats after it up by one.
    const isBelow = to !== undefined && from?.page === to.page && from.index < to.index;
    put(carried.beat, isBelow ? { ...to, index: to.index - 1 } : to);
  };

  return (
    <EditorForm
      patch={places.length === 0 ? { pages } : { places, pages }}
      labelOf={() => t("phase.plot")}
      {...{ ...form, draft, language }}
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
        {f("beat.help")}
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
                  // A beat that tells nothing, or repeats the previous one, is named by its people or its place.
                  const isTold = beats
                    .slice(0, index)
                    .some((one) => tellingOf(one).includes(tellingOf(beat)));
                  const isNew = about.said !== "" || (about.shown !== "" && !isTold);
                  const seen = isNew ? "" : seenOf(beat, { nameOf, settingOf, f, tongue });
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
                        aria-label={f("beat.carry", { text: name })}
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
                            aria-label={f(by === "1" ? "beat.later" : "beat.earlier", { text: name })}
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

/** The side of a beat on which the dragged one would be dropped. */
function gapAt(
  to: BeatPlace | undefined,
  { page, index }: BeatPlace,
  beats: number,
): "before" | "after" | undefined {
  if (to?.page !== page) return undefined;
  if (to.index === index) return "before";
  return index === beats - 1 && to.index === beats ? "after" : undefined;
}

/** The position at a point of the window: before a beat, or at the end of a page. */
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

interface Seeing extends Pick<Telling, "nameOf">, Pick<Words, "tongue"> {
  f: FieldWords;
  /** The name of a beat's place; undefined in a plot without places. */
  settingOf: (beat: Beat) => string | undefined;
}

const tellingOf = ({ caption, action }: Pick<Beat, "caption" | "action">) => caption || action;

/** Who is in view and their emotions; the place if nobody is. */
function seenOf(beat: Beat, { nameOf, settingOf, f, tongue }: Seeing): string {
  if (beat.figures.length === 0) {
    const place = settingOf(beat);
    return place === undefined ? "" : f("beat.place", { place });
  }
  return beat.figures
    .map(({ character, feeling }) =>
      f("beat.face", { who: nameOf(character), face: shownWord(feeling, tongue) }),
    )
    .join(" · ");
}

/** Dialogue and action of a beat. */
function sayingOf(
  { lines, caption, action }: Beat,
  { language, nameOf }: Telling,
): { said: string; shown: string } {
  const said = lines.map(({ speaker, text }) =>
    language === "ja"
      ? `${nameOf(speaker)}「${text}」`
      : [nameOf(speaker), `“${text}”`].filter(Boolean).join(": "),
  );
  // Omits dialogue that was shown already.
  const shown = lines
    .reduce((left, { text }) => left.replace(text, ""), tellingOf({ caption, action }))
    .replaceAll(/[「『“"]\s*[」』”"]/gu, "")
    .trim();
  return { said: said.join(" "), shown: /\p{L}/u.test(shown) ? shown : "" };
}
