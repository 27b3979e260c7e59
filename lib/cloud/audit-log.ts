// The audit as log lines. In the cloud they are written at every level of the log.
import { type Audit, auditLine } from "../api/audit.ts";
import { processLog } from "./log.ts";

export const auditLog: Audit = (event) => {
  const { severity, message, fields } = auditLine(event);
  const isKept = process.env.K_SERVICE !== undefined;
  processLog().write(severity, message, { fields, labels: { audit: event.event }, isKept });
};
