// Fields of the lettering desk: a choice, and a number, each of which can be left to the lettering.
import { useState } from "react";
import type { TextSet } from "../../../../lib/manga/hand-lettering.ts";
import type { OwnFont } from "../../../../lib/manga/own-fonts.ts";
import { type LetterWords, useLetterWords } from "../../words/letter-words.ts";

export const FONTS = [
  ...(["antique", "gothic", "reggae", "dela", "rocknroll"] as const),
  ...(["comic", "comicItalic", "bangers"] as const),
] satisfies readonly TextSet["font"][];
export const WEIGHTS = ["light", "bold", "heavy"] as const satisfies readonly TextSet["weight"][];

/** The name of a shipped typeface in the studio's language, or that of an own font as its file names it. */
export function nameOfFont(
  font: NonNullable<TextSet["font"]>,
  own: readonly OwnFont[],
  w: LetterWords,
): string {
  const shipped = FONTS.find((one) => one === font);
  if (shipped !== undefined) return w(`font.${shipped}`);
  return own.find(({ id }) => id === font)?.name || w("own.unnamed");
}

interface PickProps<T extends string> {
  label: string;
  value: T | undefined;
  options: readonly T[];
  nameOf: (value: T) => string;
  /** Name of no choice; absent: the lettering decides. */
  none?: string | undefined;
  isBusy: boolean;
  onPick: (value: T | null) => void;
}

export function Pick<T extends string>({
  label,
  value,
  options,
  nameOf,
  none,
  isBusy,
  onPick,
}: PickProps<T>) {
  const w = useLetterWords();
  return (
    <label className="field">
      <span>{label}</span>
      <select
        value={value ?? ""}
        disabled={isBusy}
        onChange={(event) => onPick(options.find((one) => one === event.target.value) ?? null)}
      >
        <option value="">{none ?? w("auto")}</option>
        {options.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly T[];
  nameOf: (value: T) => string;
  isBusy: boolean;
  onChoose: (value: T) => void;
}

/** One of several values; there is always one. */
export function Choice<T extends string>({
  label,
  value,
  options,
  nameOf,
  isBusy,
  onChoose,
}: ChoiceProps<T>) {
  return (
    <label className="field">
      <span>{label}</span>
      <select
        value={value}
        disabled={isBusy}
        onChange={(event) => {
          const chosen = options.find((one) => one === event.target.value);
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {options.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </label>
  );
}

interface AmountProps {
  label: string;
  value: number | undefined;
  /** The value that the lettering chose, shown where none is set. */
  shown: number;
  bounds: readonly [number, number];
  step?: number;
  isBusy: boolean;
  onSet: (value: number | null) => void;
}

/** A number; an empty field is decided by the lettering. What is typed and out of bounds stays in the field, because more may follow: 1, 13. */
export function Amount({ label, value, shown, bounds: [least, most], step = 1, isBusy, onSet }: AmountProps) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const set = (text: string) => {
    const number = Number(text);
    const isOut = text !== "" && (number < least || number > most);
    setTyped(isOut ? text : undefined);
    if (text === "") onSet(null);
    else if (!isOut && number !== value) onSet(number);
  };
  return (
    <label className="field">
      <span>{label}</span>
      <input
        type="number"
        min={least}
        max={most}
        step={step}
        value={typed ?? value ?? ""}
        aria-invalid={typed !== undefined}
        onBlur={() => setTyped(undefined)}
        placeholder={String(Math.round(shown * 10) / 10)}
        disabled={isBusy}
        onChange={(event) => set(event.target.value)}
      />
    </label>
  );
}
