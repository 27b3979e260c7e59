// Fields for a person's looks: age, sex, build, hair, beard, hat, clothes and glasses, and the rest under "More".
import { useState } from "react";
import type { Character, Outfit } from "../../documents.ts";
import { isSame } from "../../merge-edits.ts";
import { Choice } from "../../parts/choice.tsx";
import { More } from "../../parts/more.tsx";
import { Rows } from "../../parts/rows.tsx";
import { SentenceField } from "../../parts/sentence-field.tsx";
import { WordField } from "../../parts/word-field.tsx";
import { useHints } from "../../parts/word-hints.tsx";
import { WordsField } from "../../parts/words-field.tsx";
import { useFieldWords } from "../../words/field-words.ts";
import { useWords } from "../../words/words.tsx";
import {
  hairOf,
  hairWith,
  hasGlasses,
  isGlasses,
  isHeadwear,
  shownPieces,
  withGlasses,
  withHat,
  withPieces,
} from "../../worn.ts";
import type { Part } from "./with-part.ts";

/** Maximum number of clothes in the book's schema. */
const MOST_WORN = 12;
const MOST_OUTFITS = 12;

interface LookFieldsProps {
  person: Character;
  change: (part: Part<Character>) => void;
}

/** The most frequently changed fields, in one grid. */
export function LookFields({ person, change }: LookFieldsProps) {
  const { t } = useWords();
  const f = useFieldWords();
  const [first, ...others] = person.outfits;
  const [ownColour, setOwnColour] = useState<string | undefined>(undefined);
  const { style, colour } = hairOf(person.hair, ownColour);
  const hat = useHat(first);
  // For people all fields are drawn; for other beings only some.
  const kind = person.kind === "human" ? undefined : person.kind;
  const isWithGlasses = hasGlasses(person);
  const glasses = { field: "worn", word: "glasses", ...(kind && { of: kind }) } as const;
  const noGlasses = useHints(isWithGlasses ? [glasses] : [], () => f("field.glasses"));
  return (
    <div className="look-fields">
      <WordField
        label={f("field.age")}
        field="age"
        value={person.age}
        isRequired
        onChange={(age) => change({ age: age ?? "" })}
      />
      <SexChoice value={person.sex} onChoose={(sex) => change({ sex })} />
      <WordField
        label={t("gate.build")}
        field="build"
        value={person.build}
        onChange={(build) => change({ build })}
      />
      <WordField
        label={t("gate.hair")}
        field="hair"
        value={style}
        onChange={(next) => change({ hair: hairWith({ style: next, colour }) })}
      />
      <WordField
        label={f("field.hairColour")}
        field="hair-colour"
        value={colour}
        onChange={(next) => {
          setOwnColour(next);
          change({ hair: hairWith({ style, colour: next }) });
        }}
      />
      <WordField
        label={f("field.beard")}
        field="beard"
        of={kind}
        value={person.beard}
        onChange={(beard) => change({ beard })}
      />
      {first === undefined ? null : (
        <WordField
          label={f("field.hat")}
          field="hat"
          of={kind}
          value={hat.value}
          onChange={(next) => {
            hat.note(next);
            change({ outfits: [withHat(first, hat.value, next), ...others] });
          }}
        />
      )}
      <div className="word-field glasses">
        <label className="tick">
          <input
            type="checkbox"
            checked={isWithGlasses}
            onChange={({ target }) => change(withGlasses(person, target.checked))}
          />
          <span>{f("field.glasses")}</span>
        </label>
        <p className="word-hint" aria-live="polite">
          {noGlasses}
        </p>
      </div>
      {first === undefined ? null : (
        <div className="look-wide">
          <WordsField
            label={t("gate.clothes")}
            field="worn"
            of={kind}
            value={shownPieces(first.worn, hat.value)}
            most={MOST_WORN - 1}
            onChange={(pieces) => change({ outfits: [withPieces(first, pieces, hat.value), ...others] })}
          />
        </div>
      )}
    </div>
  );
}

interface Hat {
  value: string | undefined;
  /** Keeps the typed word in the field, whether or not it is known as a hat. */
  note: (hat: string | undefined) => void;
}

function useHat(outfit: Outfit | undefined): Hat {
  const [own, note] = useState<string | undefined>(undefined);
  const isWorn = own !== undefined && outfit?.worn.includes(own);
  return { value: isWorn ? own : outfit?.worn.find(isHeadwear), note };
}

/** Further fields, after the field for the whole description. */
export function MoreLooks({
  person,
  change,
  scenes,
}: LookFieldsProps & { scenes: readonly string[] | undefined }) {
  const f = useFieldWords();
  const [first, ...others] = person.outfits;
  /** While the document does not hold the plot, the service checks. */
  const isKnown = (number: string) => scenes === undefined || scenes.includes(`s${number}`);
  const refusalOf = (words: readonly string[]) => {
    if (!words.every(isNumber)) return f("field.scenesOnly");
    const unknown = words.find((word) => !isKnown(word));
    return unknown === undefined
      ? ""
      : f("field.noScene", { n: unknown, all: scenes?.at(-1)?.slice(1) ?? "" });
  };
  return (
    <More>
      {() => (
        <>
          <FurtherLook {...{ person, change }} />
          {first === undefined ? null : (
            <Rows
              legend={f("field.outfits")}
              rows={others}
              most={MOST_OUTFITS - 1}
              addLabel={f("field.addOutfit")}
              removeLabel={(n) => f("field.removeOutfit", { n: n + 1 })}
              newRow={() => ({ id: nextOutfit(person.outfits), worn: [], scenes: [] })}
              onChange={(rows) => change({ outfits: [first, ...rows] })}
            >
              {(outfit, put, n) => (
                <>
                  <WordsField
                    label={f("field.outfit", { n: n + 1 })}
                    field="worn"
                    value={outfit.worn}
                    most={MOST_WORN}
                    onChange={(worn) => put({ ...outfit, worn })}
                  />
                  <WordsField
                    label={f("field.outfitScenes", { n: n + 1 })}
                    value={outfit.scenes.map((scene) => scene.slice(1))}
                    most={200}
                    refusalOf={refusalOf}
                    onChange={(numbers) => put({ ...outfit, scenes: scenesOf(numbers.filter(isKnown)) })}
                  />
                </>
              )}
            </Rows>
          )}
        </>
      )}
    </More>
  );
}

const isNumber = (word: string): boolean => /^[1-9]\d{0,3}$/u.test(word);

/** Scene numbers from 1; anything that is not a number is dropped. */
const scenesOf = (numbers: readonly string[]): string[] =>
  numbers.filter(isNumber).map((number) => `s${number}`);

const nextOutfit = (outfits: readonly Outfit[]): string =>
  `o${Math.max(0, ...outfits.map(({ id }) => Number(id.slice(1)))) + 1}`;

function FurtherLook({ person, change }: LookFieldsProps) {
  const f = useFieldWords();
  return (
    <>
      <WordField
        label={f("field.kind")}
        field="kind"
        value={person.kind}
        isRequired
        onChange={(kind) => change({ kind: kind ?? "" })}
      />
      <WordField
        label={f("field.face")}
        field="feature"
        value={person.face}
        onChange={(face) => change({ face })}
      />
      <WordField
        label={f("field.eyes")}
        field="feature"
        value={person.eyes}
        onChange={(eyes) => change({ eyes })}
      />
      <WordField
        label={f("field.height")}
        field="feature"
        value={person.height}
        onChange={(height) => change({ height })}
      />
      <WordsField
        label={f("field.marks")}
        field="mark"
        value={person.marks}
        most={8}
        onChange={(marks) => change({ marks })}
      />
      <WordsField
        label={f("field.accessories")}
        field="worn"
        value={person.accessories.filter((piece) => !isGlasses(piece))}
        most={7}
        onChange={(pieces) =>
          change({ accessories: [...pieces, ...person.accessories.filter((piece) => isGlasses(piece))] })
        }
      />
      <SentenceField
        label={f("field.constant")}
        value={person.constant ?? ""}
        most={300}
        onChange={(constant) => change({ constant: constant || undefined })}
      />
    </>
  );
}

const SEXES = ["female", "male", "unknown"] as const satisfies readonly Character["sex"][];

interface SexChoiceProps {
  value: Character["sex"];
  onChoose: (sex: Character["sex"]) => void;
}

export function SexChoice({ value, onChoose }: SexChoiceProps) {
  const f = useFieldWords();
  const options = SEXES.map((sex) => [sex, f(`sex.${sex}`)] as const);
  return <Choice label={f("field.sex")} {...{ value, options, onChoose }} />;
}

/** Whether the fields were changed and the description is the old one: the service writes another. */
export function isOutdated(person: Character, given: readonly Character[]): boolean {
  const before = given.find(({ id }) => id === person.id);
  if (before === undefined || before.description !== person.description) return false;
  const { name: _1, description: _2, ...look } = person;
  const { name: _3, description: _4, ...old } = before;
  return !isSame(look, old);
}
