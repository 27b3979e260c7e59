// Radio buttons for the book's style, each with a small picture and a name.
import { useId } from "react";
import { isWordKey } from "../words/en.ts";
import { useWords, type Words } from "../words/words.tsx";

interface StylePickerProps {
  label: string;
  styles: readonly string[];
  value: string;
  onChoose: (style: string) => void;
}

/** Width of a picture's file in pixels. */
const WIDTH = 240;
const HEIGHT = 180;

/** The translated name of a style; without a translation, the service's own. */
export function styleName(style: string, t: Words["t"]): string {
  const key = `style.${style}`;
  return isWordKey(key) ? t(key) : style;
}

export function StylePicker({ label, styles, value, onChoose }: StylePickerProps) {
  const { t } = useWords();
  const group = useId();
  return (
    <fieldset className="styles">
      <legend>{label}</legend>
      <div className="styles-grid">
        {styles.map((style) => (
          <label key={style} className="style-tile">
            <input
              type="radio"
              name={group}
              value={style}
              checked={style === value}
              onChange={() => onChoose(style)}
            />
            <span>
              {STYLE_PICTURES.includes(style) ? (
                <img
                  src={`/choices/style-${style}.webp`}
                  alt=""
                  width={WIDTH}
                  height={HEIGHT}
                  loading="lazy"
                />
              ) : null}
              {styleName(style, t)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
