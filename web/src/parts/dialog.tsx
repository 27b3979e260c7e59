// What lies over a screen until it is closed, and a question that is asked before something is lost; the browser's own dialog
// keeps the keyboard inside.
import { type ReactNode, useLayoutEffect, useRef } from "react";
import { useWords } from "../words/words.tsx";

interface DialogProps {
  label: string;
  onClose: () => void;
  children: ReactNode;
}

/** Under its own name, with a way to close it. */
export function Dialog({ label, onClose, children }: DialogProps) {
  const { t } = useWords();
  return (
    <Modal label={label} onClose={onClose}>
      <header className="dialog-head">
        <h2>{label}</h2>
        <button type="button" className="button button-small" onClick={onClose}>
          {t("app.close")}
        </button>
      </header>
      {children}
    </Modal>
  );
}

function Modal({ label, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  // While it is still there: the browser then takes the keyboard back to where it was.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} aria-label={label} className="dialog" onCancel={onClose} onClose={onClose}>
      {children}
    </dialog>
  );
}

interface ConfirmDialogProps {
  question: string;
  yes: string;
  no: string;
  onYes: () => void;
  onNo: () => void;
}

export function ConfirmDialog({ question, yes, no, onYes, onNo }: ConfirmDialogProps) {
  return (
    <Modal label={question} onClose={onNo}>
      <p className="dialog-question">{question}</p>
      <div className="row">
        <button type="button" className="button" onClick={onNo}>
          {no}
        </button>
        <button type="button" className="button button-hot" onClick={onYes}>
          {yes}
        </button>
      </div>
    </Modal>
  );
}
