// Radio buttons for one of a few or many values, each with a small picture from `public/choices` and a name.
import "../styles/tiles.css";
import { useId } from "react";

interface TileOption<Value extends string> {
  value: Value;
  label: string;
  /** Shown below the label. */
  note?: string | undefined;
  /** Name of its file; absent: the name alone is shown. */
  picture?: string | undefined;
  /** It cannot be chosen. */
  isOff?: boolean | undefined;
}

interface TileChoiceProps<Value extends string> {
  label: string;
  /** Undefined: none of them is chosen. */
  value: Value | undefined;
  options: readonly TileOption<Value>[];
  /** Width and height of a picture's file in pixels. */
  size: readonly [width: number, height: number];
  onChoose: (value: Value) => void;
}

export function TileChoice<Value extends string>(props: TileChoiceProps<Value>) {
  const { label, value, options, size, onChoose } = props;
  const [width, height] = size;
  const group = useId();
  return (
    <fieldset className="tile-choice">
      <legend>{label}</legend>
      <div>
        {options.map((one) => (
          <label key={one.value} className="style-tile">
            <input
              type="radio"
              name={group}
              value={one.value}
              checked={one.value === value}
              disabled={one.isOff === true}
              onChange={() => onChoose(one.value)}
            />
            <span>
              {one.picture === undefined ? null : (
                // Its name is read from the text below it.
                <img src={`/choices/${one.picture}.webp`} alt="" {...{ width, height }} loading="lazy" />
              )}
              {one.label} {one.note === undefined ? null : <small>{one.note}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
