import { randomUUID } from "node:crypto";
import { memoryLedger } from "../../pipeline/memory-ledger.ts";
import { memoryDeadLetters } from "../../pipeline/memory-stores.ts";
import { dayOf } from "../../pipeline/service-windows.ts";
import { memoryOperatorRecords } from "./memory-operator-records.ts";
import { describeOperatorRecords } from "./operator-records-contract.ts";

let at = Date.parse("2026-12-01T00:00:00Z");
const now = () => at++;
const ledger = memoryLedger(now);
const deadLetters = memoryDeadLetters();
const records = memoryOperatorRecords({ now, newId: randomUUID, ledger, letters: deadLetters.letters });

describeOperatorRecords("records of operators in memory", () => ({
  ...{ records, ledger, deadLetters, newId: randomUUID, today: () => dayOf(at) },
}));
