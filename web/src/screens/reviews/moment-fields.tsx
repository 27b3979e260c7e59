// Fields for a moment besides people; shared by beats of the plot and panels of the storyboard.
import type { Beat, Thing } from "../../documents.ts";
import { Rows } from "../../parts/rows.tsx";
import { WordField } from "../../parts/word-field.tsx";
import { WordsField } from "../../parts/words-field.tsx";
import { useFieldWords } from "../../words/field-words.ts";
import { type Part, withPart } from "./with-part.ts";

type Moment = Pick<Beat, "things" | "ground" | "light" | "effects">;

interface MomentFieldsProps {
  moment: Moment;
  onChange: (part: Part<Moment>) => void;
}

export function MomentFields({ moment, onChange }: MomentFieldsProps) {
  const f = useFieldWords();
  return (
    <>
      <Rows
        legend={f("field.things")}
        rows={moment.things}
        most={16}
        addLabel={f("field.addThing")}
        removeLabel={(n) => f("field.removeThing", { n })}
        newRow={(): Thing => ({ what: "" })}
        onChange={(things) => onChange({ things })}
      >
        {(thing, put, n) => <ThingFields {...{ thing, put, n }} />}
      </Rows>
      <WordField
        label={f("field.ground")}
        field="ground"
        value={moment.ground}
        onChange={(ground) => onChange({ ground })}
      />
      <WordField
        label={f("field.light")}
        field="light"
        value={moment.light}
        onChange={(light) => onChange({ light })}
      />
      <WordsField
        label={f("field.effects")}
        field="effect"
        value={moment.effects}
        most={4}
        onChange={(effects) => onChange({ effects })}
      />
    </>
  );
}

function ThingFields({ thing, put, n }: { thing: Thing; put: (thing: Thing) => void; n: number }) {
  const f = useFieldWords();
  const change = (part: Part<Thing>) => put(withPart(thing, part));
  return (
    <>
      <WordField
        label={f("field.thing", { n })}
        field="thing"
        value={thing.what}
        isRequired
        onChange={(what) => change({ what: what ?? "" })}
      />
      <label className="field">
        <span>{f("field.thingCount", { n })}</span>
        <input
          type="number"
          min={1}
          max={99}
          // A field that forgets the 1 that is typed cannot be typed 12 into.
          value={thing.count ?? 1}
          onChange={({ target }) => change({ count: countIn(target.valueAsNumber) })}
        />
      </label>
      <WordField
        label={f("field.thingWhere", { n })}
        field="thing-where"
        of={thing.what}
        value={thing.where}
        onChange={(where) => change({ where })}
      />
      <WordField
        label={f("field.thingHow", { n })}
        field="thing-how"
        of={thing.what}
        value={thing.how}
        onChange={(how) => change({ how })}
      />
      <WordField
        label={f("field.thingState", { n })}
        field="thing-state"
        of={thing.what}
        value={thing.state}
        onChange={(state) => change({ state })}
      />
    </>
  );
}

/** A count of one is the default and is not stored. */
const countIn = (number: number): number | undefined =>
  Number.isInteger(number) && number >= 2 ? number : undefined;
