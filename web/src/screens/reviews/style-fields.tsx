// Style fields at the concept's gate: a preset by its picture, the user's own words, and under "More" the words that artists get.
import type { Style } from "../../documents.ts";
import { ArtDirection } from "../../parts/art-direction.tsx";
import { More } from "../../parts/more.tsx";
import { StylePicker } from "../../parts/style-picker.tsx";
import { WordField } from "../../parts/word-field.tsx";
import { useVocabulary } from "../../vocabulary.tsx";
import { useFieldWords } from "../../words/field-words.ts";
import { useWords } from "../../words/words.tsx";
import { useCapabilities } from "../use-capabilities.ts";
import { withPart } from "./with-part.ts";

const PARTS = ["medium", "line", "tone", "eyes", "backgrounds", "blacks", "palette"] as const;

interface StyleFieldsProps {
  /** Earlier books have a preset's name instead, which cannot be edited. */
  style: Style | undefined;
  onChange: (style: Style) => void;
}

export function StyleFields({ style, onChange }: StyleFieldsProps) {
  const { t } = useWords();
  const f = useFieldWords();
  const { presets } = useCapabilities();
  const { isUnread } = useVocabulary();
  if (typeof style !== "object") return null;
  const { artDirection } = style;
  const own = presets.find(({ preset }) => preset === style.preset);
  return (
    <div className="style-fields">
      {presets.length === 0 ? null : (
        <StylePicker
          label={t("new.style")}
          styles={presets.map(({ preset }) => preset)}
          value={style.preset}
          onChoose={(name) => {
            const preset = presets.find((one) => one.preset === name);
            if (preset !== undefined) onChange(withPart(preset, { artDirection }));
          }}
        />
      )}
      <ArtDirection
        isDrawnOffline={isUnread("sentence")}
        value={artDirection}
        onChange={(words) => onChange(withPart(style, { artDirection: words }))}
      />
      <More>
        {() =>
          PARTS.map((part) => (
            <WordField
              key={part}
              label={f(`style.${part}`)}
              // A preset's own words are what it is drawn by; only another one's words may be unknown.
              {...(own?.[part] === style[part] ? {} : { field: `style-${part}` as const })}
              value={style[part]}
              isRequired
              onChange={(words) => onChange({ ...style, [part]: words ?? "" })}
            />
          ))
        }
      </More>
    </div>
  );
}
