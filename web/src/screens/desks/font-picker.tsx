// Chooses a typeface by a sample: the line's own words in each face, as the lettering sets them. Below, the book's own fonts.
import { useEffect, useId, useState } from "react";
import type { TextSet } from "../../../../lib/manga/hand-lettering.ts";
import type { OwnFont } from "../../../../lib/manga/own-fonts.ts";
import { ask } from "../../api.ts";
import type { LetteredText } from "../../documents.ts";
import { useLetterWords } from "../../words/letter-words.ts";
import { FONTS, nameOfFont } from "./lettering-desk-fields.tsx";
import { OwnFonts } from "./own-fonts.tsx";

type Font = NonNullable<TextSet["font"]>;
type Sample = Pick<LetteredText, "glyphs" | "textBox"> & { font: Font; missing?: readonly string[] };

/** Characters of a sample: two short columns. */
const SHOWN = 12;
const MARGIN = 12;
/** Missing characters that are named. */
const MOST_NAMED = 20;

interface FontPickerProps {
  sessionId: string;
  /** The book's own fonts. */
  fonts: readonly OwnFont[];
  /** The words of the line. */
  text: string;
  weight: TextSet["weight"];
  value: Font | undefined;
  /** Name of no choice; absent: the lettering decides. */
  none?: string | undefined;
  /** The user owns the book. */
  isOwner: boolean;
  isBusy: boolean;
  onPick: (font: Font | null) => void;
}

export function FontPicker(props: FontPickerProps) {
  const { sessionId, fonts, text, weight, value, none, isOwner, isBusy, onPick } = props;
  const w = useLetterWords();
  const name = useId();
  const own = fonts.map(({ id }) => id);
  const samples = useSamples(sessionId, { text, weight, fonts: own.join() });
  const missing = samples?.find(({ font }) => font === value)?.missing ?? [];
  return (
    <fieldset className="font-picker">
      <legend>{w("field.font")}</legend>
      <div className="font-samples">
        <label className="font-none">
          <input
            type="radio"
            name={name}
            checked={value === undefined}
            disabled={isBusy}
            onChange={() => onPick(null)}
          />
          <span>{none ?? w("auto")}</span>
        </label>
        {[...FONTS, ...own].map((font) => (
          <label key={font}>
            <input
              type="radio"
              name={name}
              checked={value === font}
              disabled={isBusy}
              onChange={() => onPick(font)}
            />
            <Specimen sample={samples?.find((one) => one.font === font)} />
            <span>{nameOfFont(font, fonts, w)}</span>
          </label>
        ))}
      </div>
      <p className="word-hint" role="status">
        {value === undefined || missing.length === 0
          ? ""
          : w("own.missing", {
              name: nameOfFont(value, fonts, w),
              letters: missing.slice(0, MOST_NAMED).join(" "),
            })}
      </p>
      <OwnFonts {...{ sessionId, fonts, isOwner, isBusy }} />
    </fieldset>
  );
}

function Specimen({ sample }: { sample: Sample | undefined }) {
  if (sample === undefined) return <svg className="font-specimen" aria-hidden="true" viewBox="0 0 1 1" />;
  const { x, y, width, height } = sample.textBox;
  const box = [x - MARGIN, y - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN].join(" ");
  return (
    <svg className="font-specimen" aria-hidden="true" viewBox={box}>
      <path d={sample.glyphs} />
    </svg>
  );
}

function shortened(text: string): string {
  const [line = ""] = text.trim().split("\n");
  const letters = [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment);
  return letters.slice(0, SHOWN).join("").slice(0, 60).trim() || "…";
}

/** Undefined until the first answer; the last ones stay until the next. Without an answer, names alone are shown. */
function useSamples(
  sessionId: string,
  { text: line, weight, fonts }: { text: string; weight: TextSet["weight"]; fonts: string },
): readonly Sample[] | undefined {
  const [samples, setSamples] = useState<readonly Sample[] | undefined>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the service sets the text in the book's own fonts too.
  useEffect(() => {
    const stop = new AbortController();
    const body = { text: shortened(line), line: line.slice(0, 500), ...(weight && { weight }) };
    const path = `/manga/sessions/${sessionId}/lettering/samples`;
    ask<{ samples: Sample[] }>("POST", path, { body, signal: stop.signal }).then(
      (answer) => setSamples(answer.samples),
      () => {},
    );
    return () => stop.abort();
  }, [sessionId, line, weight, fonts]);
  return samples;
}
