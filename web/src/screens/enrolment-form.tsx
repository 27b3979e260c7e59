// Shows the key of a new authenticator app: as a QR code, as a link for the same device, and as text.
import { type ReactNode, useEffect, useState } from "react";
import { importWithRetry } from "../import-with-retry.ts";
import type { Enrolment } from "../second-factor.ts";
import { useFactorWords } from "../words/factor-words.ts";

/** `children`: the form for the app's first code. */
export function EnrolmentForm({ enrolment, children }: { enrolment: Enrolment; children: ReactNode }) {
  const f = useFactorWords();
  const { address, key } = enrolment;
  return (
    <div className="account-factor-form">
      <p>{f("scan")}</p>
      <QrCode address={address} label={f("qr")} />
      <p>
        <a className="button button-small" href={address}>
          {f("open")}
        </a>
      </p>
      <label className="field">
        <span>{f("key")}</span>
        <input
          readOnly
          value={key.replaceAll(/(.{4})(?=.)/g, "$1 ")}
          onFocus={({ target }) => target.select()}
        />
        <small>{f("lost")}</small>
      </label>
      {children}
    </div>
  );
}

/** Modules of the quiet zone, which readers need. */
const QUIET = 4;

function QrCode({ address, label }: { address: string; label: string }) {
  const [rows, setRows] = useState<boolean[][] | undefined>(undefined);
  useEffect(() => {
    importWithRetry(() => import("uqr")).then(
      ({ encode }) => setRows(encode(address, { ecc: "M", border: QUIET }).data),
      // The key as text is enough.
      () => {},
    );
  }, [address]);
  if (rows === undefined) return null;
  const size = rows.length;
  const path = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg className="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={path.join("")} />
    </svg>
  );
}
