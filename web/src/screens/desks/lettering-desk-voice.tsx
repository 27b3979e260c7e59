// Who says the selected text, and how: its speaker, whether it is a balloon or narration, and its voice.
import type { TextFields } from "../../../../lib/manga/letter-edits.ts";
import type { Character, Word } from "../../documents.ts";
import { useLetterWords } from "../../words/letter-words.ts";
import { Choice } from "./lettering-desk-fields.tsx";

const VOICES = [
  ...(["speech", "shout", "cry", "whisper", "thought"] as const),
  ...(["unease", "machine", "phone"] as const),
] satisfies readonly Word["voice"][];
const KINDS = ["balloon", "caption"] as const satisfies readonly Word["kind"][];
const NOBODY = "nobody";

interface VoiceToolsProps {
  word: Word;
  people: readonly Character[];
  isBusy: boolean;
  onChange: (fields: TextFields) => void;
}

export function VoiceTools({ word, people, isBusy, onChange }: VoiceToolsProps) {
  const w = useLetterWords();
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? w("voice.nobody");
  return (
    <fieldset className="letter-group letter-type">
      <legend>{w("voice.label")}</legend>
      <div className="letter-fields">
        <Choice
          label={w("voice.speaker")}
          value={word.speaker ?? NOBODY}
          options={[NOBODY, ...people.map(({ id }) => id)]}
          nameOf={nameOf}
          isBusy={isBusy}
          onChoose={(id) => onChange({ speaker: id === NOBODY ? null : id })}
        />
        <Choice
          label={w("voice.kind")}
          value={word.kind}
          options={KINDS}
          nameOf={(kind) => w(`kind.${kind}`)}
          isBusy={isBusy}
          onChoose={(as) => onChange({ as })}
        />
        <Choice
          label={w("voice.voice")}
          value={word.voice}
          options={VOICES}
          nameOf={(voice) => w(`voice.${voice}`)}
          isBusy={isBusy}
          onChoose={(voice) => onChange({ voice })}
        />
      </div>
      <p className="word-hint">{word.guessed ? w("voice.guessed") : ""}</p>
    </fieldset>
  );
}
