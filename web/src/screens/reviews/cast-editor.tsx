// Editor of the cast, at its gate and in a finished book: a card for each person, with portrait and looks, and who is in the book at all.
import { useRef } from "react";
import { charactersIn, hasSheet, scenesIn } from "../../documents.ts";
import { Portrait } from "../../parts/portrait.tsx";
import { Sheets } from "../../parts/sheets.tsx";
import { type EditedPerson, newcomer, patchOf, staying, usesOf } from "../../people-edit.ts";
import { outfitSheets, settingSheets } from "../../sheets-of.ts";
import { useFieldWords } from "../../words/field-words.ts";
import { usePeopleWords } from "../../words/people-words.ts";
import { useWords } from "../../words/words.tsx";
import { EditorForm, type EditorProps, fieldLabel } from "./editor-form.tsx";
import { isOutdated, LookFields, MoreLooks } from "./look-fields.tsx";
import { GonePerson, PersonFate } from "./person-fate.tsx";
import { PersonFields } from "./person-fields.tsx";
import { useDraft } from "./use-draft.ts";
import { type Part, withPart } from "./with-part.ts";

export function CastEditor(props: EditorProps) {
  const { output, draftName, urls, watched, language, ...form } = props;
  const { t } = useWords();
  const f = useFieldWords();
  const p = usePeopleWords();
  const given: readonly EditedPerson[] = charactersIn(output);
  const draft = useDraft(given, draftName);
  /** Whose card was made anew just now, where the person goes on. */
  const touched = useRef<string>(undefined);
  const characters = draft.value;
  const scenes = scenesIn(watched.phases.plot?.output)?.map(({ id }) => id);
  const { previews: portraits = {}, progress = {} } = watched.phases.characters ?? {};
  const nameOf = (id: string) => characters.find((one) => one.id === id)?.name ?? id;
  const labelOf = (path: string) =>
    fieldLabel(path, {
      names: new Map(characters.map(({ id, name }) => [id, name])),
      fields: {
        ...{ name: t("gate.name"), description: t("gate.description"), hair: t("gate.hair") },
        ...{ build: t("gate.build"), outfits: t("gate.clothes"), worn: t("gate.clothes") },
        ...{ kind: f("field.kind"), age: f("field.age"), sex: f("field.sex"), face: f("field.face") },
        ...{ eyes: f("field.eyes"), beard: f("field.beard"), height: f("field.height") },
        ...{
          marks: f("field.marks"),
          accessories: f("field.accessories"),
          constant: f("field.constant"),
          fate: p("fate"),
        },
      },
    });
  return (
    <EditorForm patch={patchOf(characters, output)} {...{ ...form, draft, labelOf, language }}>
      <ul className="cast cast-edited">
        {characters.map((person) => {
          const { id, name, description } = person;
          const change = (part: Part<EditedPerson>) =>
            draft.set(characters.map((one) => (one.id === id ? withPart(one, part) : one)));
          const decide = (fate: EditedPerson["fate"]) => {
            touched.current = id;
            change({ fate });
          };
          if (person.fate !== undefined) {
            return (
              <li key={id} className="cast-card cast-gone">
                <GonePerson
                  {...{ person, nameOf }}
                  isNew={id === touched.current}
                  onKeep={() => decide(undefined)}
                />
              </li>
            );
          }
          return (
            <li key={id} className="cast-card" ref={id === touched.current ? focusName : undefined}>
              <Portrait
                {...{ name, reached: progress[id] }}
                url={urls.get(portraits[id] ?? "")}
                isSheet={hasSheet(person, watched.session?.params)}
              />
              <PersonFields
                name={name}
                about={description}
                label={t("gate.description")}
                hint={
                  isOutdated(person, given)
                    ? t("gate.descriptionOld")
                    : description === ""
                      ? p("described")
                      : undefined
                }
                onName={(chosen) => change({ name: chosen })}
                onAbout={(about) => change({ description: about })}
                further={<MoreLooks person={person} change={change} scenes={scenes} />}
              >
                <LookFields person={person} change={change} />
              </PersonFields>
              <Sheets {...{ urls, nameOf, language }} sheets={outfitSheets(portraits, id)} />
              <PersonFate
                person={person}
                others={staying(characters).filter((one) => one.id !== id)}
                uses={usesOf(watched.pages, id)}
                onChoose={decide}
              />
            </li>
          );
        })}
      </ul>
      <div className="row">
        <button
          type="button"
          className="button"
          onClick={() => {
            const person = newcomer(characters, output, p("newName"));
            touched.current = person.id;
            draft.set([...characters, person]);
          }}
        >
          {p("add")}
        </button>
      </div>
      <Sheets {...{ urls, nameOf, language }} sheets={settingSheets(watched.phases.artwork?.previews, [])} />
    </EditorForm>
  );
}

/** Into the first field of a new card, whose text is typed over. */
function focusName(card: HTMLElement | null): void {
  card?.querySelector("input")?.select();
}
