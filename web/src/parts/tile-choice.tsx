// Radio buttons for one of many values, each with a small picture from `public/choices` and a name.
import { useId } from "react";

interface TileChoiceProps<Value extends string> {
  label: string;
  value: Value;
  /** `picture`: name of its file; absent: the name alone is shown. */
  options: readonly { value: Value; label: string; picture?: string | undefined }[];
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
              onChange={() => onChoose(one.value)}
            />
            <span>
              {one.picture === undefined ? null : (
                // Its name is read from the text below it.
                <img src={`/choices/${one.picture}.webp`} alt="" {...{ width, height }} loading="lazy" />
              )}
              {one.label}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
