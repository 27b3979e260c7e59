// What else is seen in a moment, besides people: the same fields for beats of the plot and panels of the storyboard.
import type { Beat, Thing } from "../documents.ts";
import { Rows } from "../parts/rows.tsx";
import { WordField } from "../parts/word-field.tsx";
import { WordsField } from "../parts/words-field.tsx";
import { useWords } from "../words/words.tsx";
import { type Part, withPart } from "./with-part.ts";

type Moment = Pick<Beat, "things" | "ground" | "light" | "effects">;

interface MomentFieldsProps {
  moment: Moment;
  onChange: (part: Part<Moment>) => void;
}

export function MomentFields({ moment, onChange }: MomentFieldsProps) {
  const { t } = useWords();
  return (
    <>
      <Rows
        legend={t("field.things")}
        rows={moment.things}
        most={16}
        addLabel={t("field.addThing")}
        removeLabel={(n) => t("field.removeThing", { n })}
        newRow={(): Thing => ({ what: "" })}
        onChange={(things) => onChange({ things })}
      >
        {(thing, put, n) => <ThingFields {...{ thing, put, n }} />}
      </Rows>
      <WordField
        label={t("field.ground")}
        field="ground"
        value={moment.ground}
        onChange={(ground) => onChange({ ground })}
      />
      <WordField
        label={t("field.light")}
        field="light"
        value={moment.light}
        onChange={(light) => onChange({ light })}
      />
      <WordsField
        label={t("field.effects")}
        field="effects"
        value={moment.effects}
        most={4}
        onChange={(effects) => onChange({ effects })}
      />
    </>
  );
}

function ThingFields({ thing, put, n }: { thing: Thing; put: (thing: Thing) => void; n: number }) {
  const { t } = useWords();
  const change = (part: Part<Thing>) => put(withPart(thing, part));
  return (
    <>
      <WordField
        label={t("field.thing", { n })}
        field="thing"
        value={thing.what}
        isRequired
        onChange={(what) => change({ what: what ?? "" })}
      />
      <label className="field">
        <span>{t("field.thingCount", { n })}</span>
        <input
          type="number"
          min={1}
          max={99}
          value={thing.count ?? ""}
          onChange={({ target }) => change({ count: countIn(target.valueAsNumber) })}
        />
      </label>
      <WordField
        label={t("field.thingWhere", { n })}
        field="thingWhere"
        value={thing.where}
        onChange={(where) => change({ where })}
      />
      <WordField
        label={t("field.thingHow", { n })}
        field="thingHow"
        value={thing.how}
        onChange={(how) => change({ how })}
      />
      <WordField
        label={t("field.thingState", { n })}
        field="thingState"
        value={thing.state}
        onChange={(state) => change({ state })}
      />
    </>
  );
}

/** One is what a thing is anyway. */
const countIn = (number: number): number | undefined =>
  Number.isInteger(number) && number >= 2 ? number : undefined;
