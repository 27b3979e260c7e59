// Fields for a person's looks at the cast's gate: build, hair and clothes, and the rest under "More".
import type { Character, Outfit } from "../documents.ts";
import { isSame } from "../merge-edits.ts";
import { Choice } from "../parts/choice.tsx";
import { More } from "../parts/more.tsx";
import { Rows } from "../parts/rows.tsx";
import { WordField } from "../parts/word-field.tsx";
import { WordsField } from "../parts/words-field.tsx";
import { useFieldWords } from "../words/field-words.ts";
import { useWords } from "../words/words.tsx";
import type { Part } from "./with-part.ts";

/** Maximum number of clothes in the book's schema. */
const MOST_WORN = 12;
const MOST_OUTFITS = 12;

interface LookFieldsProps {
  person: Character;
  change: (part: Part<Character>) => void;
}

export function LookFields({ person, change }: LookFieldsProps) {
  const { t } = useWords();
  const [first, ...others] = person.outfits;
  return (
    <>
      <WordField
        label={t("gate.build")}
        field="build"
        value={person.build}
        onChange={(build) => change({ build })}
      />
      <WordsField
        label={t("gate.hair")}
        field="hair"
        value={person.hair?.split(", ") ?? []}
        most={3}
        onChange={(parts) => change({ hair: parts.join(", ").slice(0, 120) || undefined })}
      />
      {first === undefined ? null : (
        <WordsField
          label={t("gate.clothes")}
          field="worn"
          value={first.worn}
          most={MOST_WORN}
          onChange={(worn) => change({ outfits: [{ ...first, worn }, ...others] })}
        />
      )}
    </>
  );
}

/** Further fields, after the field for the whole description. */
export function MoreLooks({ person, change }: LookFieldsProps) {
  const f = useFieldWords();
  const [first, ...others] = person.outfits;
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
                    onChange={(numbers) => put({ ...outfit, scenes: scenesOf(numbers) })}
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

/** Scene numbers from 1; anything that is not a number is dropped. */
const scenesOf = (numbers: readonly string[]): string[] =>
  numbers.filter((number) => /^\d{1,4}$/u.test(number)).map((number) => `s${Number(number)}`);

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
        label={f("field.age")}
        field="age"
        value={person.age}
        isRequired
        onChange={(age) => change({ age: age ?? "" })}
      />
      <SexChoice value={person.sex} onChoose={(sex) => change({ sex })} />
      <WordField label={f("field.face")} value={person.face} onChange={(face) => change({ face })} />
      <WordField label={f("field.eyes")} value={person.eyes} onChange={(eyes) => change({ eyes })} />
      <WordField
        label={f("field.beard")}
        field="beard"
        value={person.beard}
        onChange={(beard) => change({ beard })}
      />
      <WordField label={f("field.height")} value={person.height} onChange={(height) => change({ height })} />
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
        value={person.accessories}
        most={8}
        onChange={(accessories) => change({ accessories })}
      />
      <label className="field">
        <span>{f("field.constant")}</span>
        <textarea
          rows={2}
          maxLength={300}
          value={person.constant ?? ""}
          onChange={(event) => change({ constant: event.target.value || undefined })}
        />
      </label>
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

/** Whether the fields were changed and the description still has the old looks. */
export function isOutdated(person: Character, given: readonly Character[]): boolean {
  const before = given.find(({ id }) => id === person.id);
  if (before === undefined || before.description !== person.description) return false;
  const { name: _1, description: _2, ...look } = person;
  const { name: _3, description: _4, ...old } = before;
  return !isSame(look, old);
}
