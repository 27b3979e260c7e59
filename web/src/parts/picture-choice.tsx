// Radio buttons for one of a few values, each with a small drawing and a name.
import { type ReactNode, useId } from "react";

interface PictureChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly (readonly [value: Value, label: string, picture: ReactNode])[];
  onChoose: (value: Value) => void;
}

export function PictureChoice<Value extends string>(props: PictureChoiceProps<Value>) {
  const { label, value, options, onChoose } = props;
  const group = useId();
  return (
    <fieldset className="picture-choice">
      <legend>{label}</legend>
      <div>
        {options.map(([one, words, picture]) => (
          <label key={one} className="style-tile">
            <input
              type="radio"
              name={group}
              value={one}
              checked={one === value}
              onChange={() => onChoose(one)}
            />
            <span>
              <svg viewBox="0 0 48 34" aria-hidden="true">
                {picture}
              </svg>
              {words}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** An open book whose pages are read in the order of their marks; without a direction, a page beside its text. */
export function BookPicture({ direction }: { direction: "auto" | "rtl" | "ltr" }) {
  const order = direction === "rtl" ? [36, 28, 14, 6] : [6, 14, 28, 36];
  return (
    <>
      <path d="M3 4h20v26H3zM25 4h20v26H25z" fill="none" stroke="currentColor" strokeWidth="2" />
      {direction === "auto" ? (
        <path d="M8 10h10M8 15h10M8 20h6M41 9v16M36 9v16M31 9v10" stroke="currentColor" strokeWidth="2" />
      ) : (
        order.map((x, at) => (
          <path key={x} d={`M${x} 8h6v18h-6z`} fill="currentColor" opacity={1 - at * 0.24} />
        ))
      )}
    </>
  );
}

/** A panel in tones or in colours. */
export function TonePicture({ isColour }: { isColour: boolean }) {
  const [sky, hill, sun] = isColour ? ["#7fb8d8", "#5d9a4e", "#e2542f"] : ["#e4e4e4", "#8a8a8a", "#ffffff"];
  return (
    <>
      <path d="M3 4h42v26H3z" fill={sky} />
      <circle cx="33" cy="13" r="5" fill={sun} stroke="#17140f" />
      <path d="M3 30V22l12-9 11 10 7-5 12 8v4z" fill={hill} stroke="#17140f" />
      <path d="M3 4h42v26H3z" fill="none" stroke="currentColor" strokeWidth="2" />
    </>
  );
}
