// Fields of a beat of the plot under "More": events, people's actions, and other things in view.
import type { Beat } from "../../documents.ts";
import { More } from "../../parts/more.tsx";
import { SentenceField } from "../../parts/sentence-field.tsx";
import { useWords } from "../../words/words.tsx";
import { ActingFields, type PersonChoice } from "./acting-fields.tsx";
import { MomentFields } from "./moment-fields.tsx";
import { withPart } from "./with-part.ts";

interface BeatFieldsProps {
  beat: Beat;
  cast: readonly PersonChoice[];
  onChange: (beat: Beat) => void;
}

export function BeatFields({ beat, cast, onChange }: BeatFieldsProps) {
  const { t } = useWords();
  return (
    <More>
      {() => (
        <>
          <SentenceField
            label={t("board.action")}
            value={beat.action}
            onChange={(action) => onChange({ ...beat, action })}
          />
          {beat.figures.map((figure, index) => (
            <fieldset key={figure.character} className="board-figure">
              <legend>{cast.find(({ id }) => id === figure.character)?.name ?? figure.character}</legend>
              <ActingFields
                acting={figure}
                cast={cast}
                there={beat.figures.map(({ character }) => character)}
                onChange={(next) => onChange({ ...beat, figures: beat.figures.with(index, next) })}
              />
            </fieldset>
          ))}
          <MomentFields moment={beat} onChange={(part) => onChange(withPart<Beat>(beat, part))} />
        </>
      )}
    </More>
  );
}
