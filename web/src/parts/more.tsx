// Collapsed fields that most users do not need. They are rendered when opened, so that long lists of forms stay fast.
import { type ReactNode, useState } from "react";
import { useFieldWords } from "../words/field-words.ts";

export function More({ children }: { children: () => ReactNode }) {
  const f = useFieldWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{f("field.more")}</summary>
      {isOpen ? <div className="more-fields">{children()}</div> : null}
    </details>
  );
}
