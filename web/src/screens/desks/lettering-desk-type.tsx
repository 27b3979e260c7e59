// Typeface, weight and size of the selected text: for this line, for all lines of its speaker, or for every line of the book.
import { useState } from "react";
import type { LetterStyle, LetterStyles } from "../../../../lib/manga/hand-lettering.ts";
import type { LetterEdit } from "../../../../lib/manga/letter-edits.ts";
import { styleOf } from "../../../../lib/manga/letter-styles.ts";
import type { OwnFont } from "../../../../lib/manga/own-fonts.ts";
import type { Character, Word } from "../../documents.ts";
import { useLetterWords } from "../../words/letter-words.ts";
import { FontPicker } from "./font-picker.tsx";
import { Amount, nameOfFont, Pick, WEIGHTS } from "./lettering-desk-fields.tsx";

type Scope = "line" | "person" | "book";
type StyleFields = { [K in keyof LetterStyle]?: LetterStyle[K] | null };

interface TypeToolsProps {
  sessionId: string;
  /** The book's own fonts. */
  fonts: readonly OwnFont[];
  id: string;
  word: Word;
  /** With the changes that are not applied yet. */
  styles: LetterStyles | undefined;
  people: readonly Character[];
  /** Of the letters as they are set, in points. */
  size: number;
  /** The user owns the book. */
  isOwner: boolean;
  isBusy: boolean;
  onEdit: (edit: LetterEdit) => void;
}

export function TypeTools(props: TypeToolsProps) {
  const { sessionId, fonts, id, word, styles, people, size, isOwner, isBusy, onEdit } = props;
  const w = useLetterWords();
  const [wanted, setScope] = useState<Scope>("line");
  const { speaker, set = {} } = word;
  const name = people.find((one) => one.id === speaker)?.name;
  const scope = wanted === "person" && name === undefined ? "line" : wanted;
  const scopes: Scope[] = name === undefined ? ["line", "book"] : ["line", "person", "book"];
  const nameOf = (one: Scope) => w(`scope.${one}`, { who: name ?? "" });
  // The style that a choice of this scope replaces.
  const below = scope === "line" ? styleOf(word, styles) : scope === "person" ? (styles?.book ?? {}) : {};
  const own: LetterStyle =
    scope === "line" ? set : ((scope === "person" ? styles?.people?.[speaker ?? ""] : styles?.book) ?? {});
  const change = (fields: StyleFields) =>
    onEdit(
      scope === "line"
        ? { kind: "text", text: id, change: fields }
        : { kind: "style", of: scope === "book" ? "book" : (speaker ?? ""), change: fields },
    );
  const isOverruled =
    scope !== "line" &&
    (["font", "size", "weight"] as const).some((one) => {
      const nearer = scope === "book" ? { ...styles?.people?.[speaker ?? ""], ...set } : set;
      return own[one] !== undefined && nearer[one] !== undefined;
    });
  const inherited = (what: string | undefined) =>
    what === undefined ? undefined : w("style.inherited", { what });
  return (
    <fieldset className="letter-group letter-type">
      <legend>{w("style.label")}</legend>
      <div className="letter-scopes">
        {scopes.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="letter-scope"
              checked={one === scope}
              disabled={isBusy}
              onChange={() => setScope(one)}
            />
            <span>{nameOf(one)}</span>
          </label>
        ))}
      </div>
      <FontPicker
        {...{ sessionId, fonts, isOwner, isBusy }}
        text={word.text}
        weight={own.weight ?? below.weight}
        value={own.font}
        none={inherited(below.font && nameOfFont(below.font, fonts, w))}
        onPick={(font) => change({ font })}
      />
      <div className="letter-fields">
        <Pick
          label={w("field.weight")}
          value={own.weight}
          options={WEIGHTS}
          nameOf={(one) => w(`weight.${one}`)}
          none={inherited(below.weight && w(`weight.${below.weight}`))}
          isBusy={isBusy}
          onPick={(weight) => change({ weight })}
        />
        <Amount
          label={w("field.size")}
          value={own.size}
          shown={below.size ?? size}
          bounds={[5, 72]}
          step={0.5}
          isBusy={isBusy}
          onSet={(size) => change({ size })}
        />
      </div>
      <p className="word-hint" role="status">
        {isOverruled ? w("style.overruled") : ""}
      </p>
    </fieldset>
  );
}
