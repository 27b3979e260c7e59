// Editor at the concept's gate: title, genre, world, length, style, and people.
import type { Concept } from "../documents.ts";
import { More } from "../parts/more.tsx";
import { WordField } from "../parts/word-field.tsx";
import { useFieldWords } from "../words/field-words.ts";
import { useWords } from "../words/words.tsx";
import { EditorForm, type EditorProps, fieldLabel } from "./editor-form.tsx";
import { SexChoice } from "./look-fields.tsx";
import { PersonFields, withChanged } from "./person-fields.tsx";
import { StyleFields } from "./style-fields.tsx";
import { useDraft } from "./use-draft.ts";

export function ConceptEditor(props: EditorProps) {
  const { output, draftName, language, ...form } = props;
  const { t } = useWords();
  const f = useFieldWords();
  const draft = useDraft(output as Concept, draftName);
  const { title, genre, world, pages, people, style } = draft.value;
  const change = (part: Partial<Concept>) => draft.set({ ...draft.value, ...part });
  const labelOf = (path: string) =>
    fieldLabel(path, {
      names: new Map(people.map(({ id, name }) => [id, name])),
      fields: {
        title: t("gate.bookTitle"),
        genre: t("gate.genre"),
        world: t("gate.world"),
        pages: t("new.pages"),
        name: t("gate.name"),
        notes: t("gate.notes"),
        ...{ kind: f("field.kind"), age: f("field.age"), sex: f("field.sex"), style: t("new.style") },
      },
    });
  return (
    <EditorForm
      patch={{ title, genre, world, pages, people, style: stylePatch((output as Concept).style, style) }}
      {...{ ...form, draft, labelOf, language }}
    >
      <div className="concept-fields">
        <label className="field">
          <span>{t("gate.bookTitle")}</span>
          <input
            value={title}
            maxLength={255}
            onChange={(event) => change({ title: event.target.value })}
            required
          />
        </label>
        <label className="field">
          <span>{t("gate.genre")}</span>
          <input value={genre} onChange={(event) => change({ genre: event.target.value })} required />
        </label>
        <label className="field">
          <span>{t("gate.world")}</span>
          <input value={world} onChange={(event) => change({ world: event.target.value })} />
        </label>
        <label className="field">
          <span>{t("new.pages")}</span>
          <input
            type="number"
            min={1}
            max={100}
            value={Number.isNaN(pages) ? "" : pages}
            onChange={(event) => change({ pages: event.target.valueAsNumber })}
            required
          />
        </label>
      </div>
      <StyleFields style={style} onChange={(chosen) => change({ style: chosen })} />
      <ul className="concept-fields">
        {people.map(({ id, name, notes, kind, age, sex }) => (
          <li key={id}>
            <PersonFields
              name={name}
              about={notes}
              label={t("gate.notes")}
              isDrawn={false}
              onName={(chosen) => change({ people: withChanged(people, id, { name: chosen }) })}
              onAbout={(about) => change({ people: withChanged(people, id, { notes: about }) })}
              further={
                <More>
                  {() => (
                    <>
                      <WordField
                        label={f("field.kind")}
                        field="kind"
                        value={kind}
                        isRequired
                        onChange={(word) => change({ people: withChanged(people, id, { kind: word ?? "" }) })}
                      />
                      <WordField
                        label={f("field.age")}
                        field="age"
                        value={age}
                        isRequired
                        onChange={(word) => change({ people: withChanged(people, id, { age: word ?? "" }) })}
                      />
                      <SexChoice
                        value={sex}
                        onChoose={(chosen) => change({ people: withChanged(people, id, { sex: chosen }) })}
                      />
                    </>
                  )}
                </More>
              }
            />
          </li>
        ))}
      </ul>
    </EditorForm>
  );
}

/** A merge patch keeps members that it does not name, so removed ones are sent as null. */
function stylePatch(before: Concept["style"], after: Concept["style"]): unknown {
  // Earlier books have a preset's name.
  if (typeof before !== "object" || typeof after !== "object") return after;
  const gone = Object.keys(before).filter((name) => !Object.hasOwn(after, name));
  return { ...after, ...Object.fromEntries(gone.map((name) => [name, null])) };
}
