// Fields for a person's action, emotion and held things at a moment; shared by beats of the plot and panels of the storyboard.
import type { ReactNode } from "react";
import type { Acting, Held, Outfit } from "../../documents.ts";
import { Choice } from "../../parts/choice.tsx";
import { More } from "../../parts/more.tsx";
import { Rows } from "../../parts/rows.tsx";
import { WordField } from "../../parts/word-field.tsx";
import { WordsField } from "../../parts/words-field.tsx";
import { useFieldWords } from "../../words/field-words.ts";
import { shownWord } from "../../words/known-words.ts";
import { useWords } from "../../words/words.tsx";
import { orNone, type Part, withPart } from "./with-part.ts";

/** A person of the cast, as an option of select boxes. */
export interface PersonChoice {
  id: string;
  name: string;
  outfits?: readonly Outfit[] | undefined;
}

interface ActingFieldsProps<One extends Acting> {
  acting: One;
  cast: readonly PersonChoice[];
  /** Everybody who is there, by id: they alone carry somebody, or have something done to them. */
  there: readonly string[];
  onChange: (acting: One) => void;
  /** Additional fields that are always visible. */
  children?: ReactNode;
  /** Additional fields under "More". */
  further?: ReactNode;
}

export function ActingFields<One extends Acting>(props: ActingFieldsProps<One>) {
  const { acting, cast, there, onChange, children, further } = props;
  const f = useFieldWords();
  const change = (part: Part<Acting>) => onChange(withPart<One>(acting, part as Part<One>));
  return (
    <>
      <WordField
        label={f("field.doing")}
        field="doing"
        value={acting.doing}
        isRequired
        onChange={(doing) => change({ doing: doing ?? "" })}
      />
      <WordField
        label={f("field.feeling")}
        field="feeling"
        value={acting.feeling}
        isRequired
        onChange={(feeling) => change({ feeling: feeling ?? "" })}
      />
      {children}
      <More>
        {() => (
          <>
            <FurtherActing {...{ acting, cast, there, change }} />
            {further}
          </>
        )}
      </More>
    </>
  );
}

interface FurtherActingProps {
  acting: Acting;
  cast: readonly PersonChoice[];
  there: readonly string[];
  change: (part: Part<Acting>) => void;
}

const NOBODY = "";

/** Suggestions for gaze and for holding, the book's most frequent words. */
const GAZES = ["up", "down", "back", "away"];
const GRIPS = ["over the head", "on the back", "over the shoulder", "gripped", "pushed", "together"];

function FurtherActing({ acting, cast, there, change }: FurtherActingProps) {
  const { t, tongue } = useWords();
  const f = useFieldWords();
  const others = cast.filter(({ id }) => id !== acting.character).map(({ id, name }) => [id, name] as const);
  const peopleFor = (chosen: string | undefined) => [
    [NOBODY, f("field.none")] as const,
    ...others.filter(([id]) => there.includes(id) || id === chosen),
  ];
  const shown = (word: string) => [word, shownWord(word, tongue)] as const;
  const idOf = (chosen: string) => (chosen === NOBODY ? undefined : chosen);
  const outfits = cast.find(({ id }) => id === acting.character)?.outfits ?? [];
  return (
    <>
      {outfits.length < 2 ? null : (
        <Choice
          label={t("gate.clothes")}
          value={acting.outfit ?? NOBODY}
          options={[
            [NOBODY, f("field.none")],
            ...outfits.map(({ id }, at) => [id, f("field.outfit", { n: at + 1 })] as const),
          ]}
          onChoose={(outfit) => change({ outfit: idOf(outfit) })}
        />
      )}
      <WordField
        label={f("field.posture")}
        field="posture"
        value={acting.posture}
        onChange={(posture) => change({ posture })}
      />
      <WordsField
        label={f("field.faceDoes")}
        field="face"
        value={acting.face ?? []}
        most={4}
        onChange={(face) => change({ face: orNone(face) })}
      />
      <WordField
        label={f("field.gaze")}
        field="gaze"
        value={acting.gaze}
        others={[...GAZES.map(shown), ...others]}
        onChange={(gaze) => change({ gaze })}
      />
      <Rows
        legend={f("field.hands")}
        rows={acting.hands}
        most={4}
        addLabel={f("field.addHand")}
        removeLabel={(n) => f("field.removeHand", { n })}
        newRow={(): Held => ({ what: "" })}
        onChange={(hands) => change({ hands })}
      >
        {(held, put, n) => (
          <>
            <WordField
              label={f("field.hand", { n })}
              field="thing"
              value={held.what}
              isRequired
              onChange={(what) => put({ ...held, what: what ?? "" })}
            />
            <WordField
              label={f("field.handHow", { n })}
              field="grip"
              value={held.how}
              others={GRIPS.map(shown)}
              onChange={(how) => put(withPart(held, { how }))}
            />
          </>
        )}
      </Rows>
      <WordsField
        label={f("field.where")}
        field="where"
        value={acting.where ?? []}
        most={4}
        onChange={(where) => change({ where: orNone(where) })}
      />
      <WordField
        label={f("field.seat")}
        field="seat"
        value={acting.seat}
        onChange={(seat) => change({ seat })}
      />
      <WordField
        label={f("field.mount")}
        field="thing"
        value={acting.mount}
        others={others}
        onChange={(mount) => change({ mount })}
      />
      <WordField
        label={f("field.leads")}
        field="thing"
        value={acting.leads}
        others={others}
        onChange={(leads) => change({ leads })}
      />
      <Choice
        label={f("field.carriedBy")}
        value={acting.carriedBy ?? NOBODY}
        options={peopleFor(acting.carriedBy)}
        onChoose={(carrier) => change({ carriedBy: idOf(carrier) })}
      />
      <Choice
        label={f("field.to")}
        value={acting.to ?? NOBODY}
        options={peopleFor(acting.to)}
        onChoose={(to) => change({ to: idOf(to) })}
      />
      <WordsField
        label={f("field.without")}
        field="worn"
        value={acting.without ?? []}
        most={4}
        onChange={(without) => change({ without: orNone(without) })}
      />
    </>
  );
}
