// Chooses a typeface by a sample: the line's own words in each face, as the lettering sets them.
import { useEffect, useId, useState } from "react";
import type { TextSet } from "../../../../lib/manga/hand-lettering.ts";
import { ask } from "../../api.ts";
import type { LetteredText } from "../../documents.ts";
import { useLetterWords } from "../../words/letter-words.ts";
import { FONTS } from "./lettering-desk-fields.tsx";

type Font = (typeof FONTS)[number];
type Sample = Pick<LetteredText, "glyphs" | "textBox"> & { font: Font };

/** Characters of a sample: two short columns. */
const SHOWN = 12;
const MARGIN = 12;

interface FontPickerProps {
  sessionId: string;
  /** The words of the line. */
  text: string;
  weight: TextSet["weight"];
  value: Font | undefined;
  /** Name of no choice; absent: the lettering decides. */
  none?: string | undefined;
  isBusy: boolean;
  onPick: (font: Font | null) => void;
}

export function FontPicker({ sessionId, text, weight, value, none, isBusy, onPick }: FontPickerProps) {
  const w = useLetterWords();
  const name = useId();
  const samples = useSamples(sessionId, { text: shortened(text), weight });
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
        {FONTS.map((font) => (
          <label key={font}>
            <input
              type="radio"
              name={name}
              checked={value === font}
              disabled={isBusy}
              onChange={() => onPick(font)}
            />
            <Specimen sample={samples?.find((one) => one.font === font)} />
            <span>{w(`font.${font}`)}</span>
          </label>
        ))}
      </div>
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
  { text, weight }: { text: string; weight: TextSet["weight"] },
): readonly Sample[] | undefined {
  const [samples, setSamples] = useState<readonly Sample[] | undefined>(undefined);
  useEffect(() => {
    const stop = new AbortController();
    const body = { text, ...(weight && { weight }) };
    const path = `/manga/sessions/${sessionId}/lettering/samples`;
    ask<{ samples: Sample[] }>("POST", path, { body, signal: stop.signal }).then(
      (answer) => setSamples(answer.samples),
      () => {},
    );
    return () => stop.abort();
  }, [sessionId, text, weight]);
  return samples;
}
