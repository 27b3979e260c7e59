// The cast at its review: a card for each person, with their portrait and what they look like.
import type { Cast } from "../documents.ts";
import { Choice } from "../parts/choice.tsx";
import { Portrait } from "../parts/portrait.tsx";
import { useWords } from "../words/words.tsx";
import { EditorForm, type EditorProps, fieldLabel } from "./editor-form.tsx";
import { PersonFields, withChanged } from "./person-fields.tsx";
import { useDraft } from "./use-draft.ts";

type Design = Cast["characters"][number];
type Hair = Design["hair"]["style"];
type Top = Design["clothes"]["top"];

const BUILDS: readonly Design["build"][] = ["small", "slim", "average", "broad"];
const HAIR: readonly Hair[] = [
  ...(["short", "crop", "bob", "long", "ponytail", "twin-tails"] as const),
  ...(["bun", "spiky", "messy", "curly", "swept", "bald"] as const),
];
const TOPS: readonly Top[] = [
  ...(["shirt", "sweater", "jacket", "coat", "uniform", "sailor"] as const),
  ...(["kimono", "robe", "apron", "armor", "hoodie"] as const),
];

/** Animals wear neither a hairdo nor clothes. */
const isBare = ({ kind }: Design) => kind === "cat" || kind === "dog" || kind === "bird";

/** Whether the looks were chosen anew, and the words still say the old ones. */
function isOutdated(person: Design, given: readonly Design[]): boolean {
  const before = given.find(({ id }) => id === person.id);
  if (before === undefined || before.description !== person.description) return false;
  const { hair, build, clothes } = before;
  return hair.style !== person.hair.style || build !== person.build || clothes.top !== person.clothes.top;
}

export function CastEditor(props: EditorProps) {
  const { output, draftName, urls, watched, language, isSending, onDraft, onSave } = props;
  const { t } = useWords();
  const given = (output as Cast).characters;
  const draft = useDraft(given, draftName);
  const characters = draft.value;
  const portraits = watched.phases.characters?.previews ?? {};
  const labelOf = (path: string) =>
    fieldLabel(path, {
      names: new Map(characters.map(({ id, name }) => [id, name])),
      fields: {
        name: t("gate.name"),
        description: t("gate.description"),
        hair: t("gate.hair"),
        build: t("gate.build"),
        clothes: t("gate.clothes"),
      },
    });
  return (
    <EditorForm onSave={() => onSave({ characters })} {...{ draft, labelOf, language, isSending, onDraft }}>
      <ul className="cast cast-edited">
        {characters.map((person) => {
          const { id, name, description, hair, build, clothes } = person;
          const change = (part: Partial<Design>) => draft.set(withChanged(characters, id, part));
          return (
            <li key={id} className="cast-card">
              <Portrait url={urls.get(portraits[id] ?? "")} name={name} />
              <PersonFields
                name={name}
                about={description}
                label={t("gate.description")}
                hint={isOutdated(person, given) ? t("gate.descriptionOld") : undefined}
                onName={(chosen) => change({ name: chosen })}
                onAbout={(about) => change({ description: about })}
              >
                <LookChoice
                  label={t("gate.build")}
                  value={build}
                  looks={BUILDS}
                  onChoose={(chosen) => change({ build: chosen })}
                />
                {isBare(person) ? null : (
                  <>
                    <LookChoice
                      label={t("gate.hair")}
                      value={hair.style}
                      looks={HAIR}
                      onChoose={(style) => change({ hair: { ...hair, style } })}
                    />
                    <LookChoice
                      label={t("gate.clothes")}
                      value={clothes.top}
                      looks={TOPS}
                      onChoose={(top) => change({ clothes: { ...clothes, top } })}
                    />
                  </>
                )}
              </PersonFields>
            </li>
          );
        })}
      </ul>
    </EditorForm>
  );
}

interface LookChoiceProps<Look extends Design["build"] | Hair | Top> {
  label: string;
  value: Look;
  looks: readonly Look[];
  onChoose: (look: Look) => void;
}

function LookChoice<Look extends Design["build"] | Hair | Top>({
  label,
  value,
  looks,
  onChoose,
}: LookChoiceProps<Look>) {
  const { t } = useWords();
  const options = looks.map((one) => [one, t(`look.${one}`)] as const);
  return <Choice {...{ label, value, options, onChoose }} />;
}
