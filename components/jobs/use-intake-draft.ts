import { useEffect, useState } from "react";
import { blankIntake, blankPart, type Intake, isBlank } from "./intake";

const storageKey = "coatyard.draft.intake";

/** The form's state, kept on this device at every change, so that a reload, a crash or a sign-in loses nothing typed. */
export function useIntakeDraft(customer: Intake["customer"]) {
  const [intake, setIntake] = useState(() => blankIntake(customer));
  const [isRestored, setIsRestored] = useState(false);

  useEffect(() => {
    const kept = readKept();
    if (!kept || isBlank(kept)) return;
    setIntake(customer ? { ...kept, customer, newCustomer: null } : kept);
    setIsRestored(true);
  }, [customer]);

  const change = (next: Intake | ((was: Intake) => Intake)) =>
    setIntake((was) => {
      const now = typeof next === "function" ? next(was) : next;
      sessionStorage.setItem(storageKey, JSON.stringify(now));
      return now;
    });
  const startOver = () => {
    sessionStorage.removeItem(storageKey);
    setIntake({ ...blankIntake(), parts: [blankPart()] });
    setIsRestored(false);
  };
  return { intake, change, startOver, isRestored };
}

function readKept(): Intake | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(storageKey) ?? "null");
    return kept && Array.isArray(kept.parts) && kept.parts.length > 0 ? { ...blankIntake(), ...kept } : null;
  } catch {
    return null;
  }
}
