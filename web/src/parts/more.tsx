// Fields that most people need not see: made when they are opened, so that a long list of forms stays light.
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
