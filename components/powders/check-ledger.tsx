"use client";
import { ShieldCheck } from "lucide-react";
import { useState, useTransition } from "react";
import { verifyLedgerAction } from "@/lib/powders/actions";
import type { LedgerProof } from "@/lib/powders/verify-ledger";
import { attempt } from "../jobs/attempt";
import { Button } from "../ui/button";
import { Dialog, DialogBody, DialogFoot } from "../ui/dialog";
import { IconButton } from "../ui/icon-button";
import { toast } from "../ui/toast";
import { lotInside } from "./lot-words";

/** Adds the whole ledger up anew and says whether every lot holds the sum of its lines. */
export function CheckLedger({ locale }: { locale: string }) {
  const [isChecking, start] = useTransition();
  const [wrong, setWrong] = useState<LedgerProof | null>(null);
  const number = new Intl.NumberFormat(locale);
  const check = () =>
    start(async () => {
      const answer = await attempt(() => verifyLedgerAction({}));
      if (!answer.ok) return toast.problem(answer.message);
      const { lots, movements, faults } = answer.value;
      if (faults.length > 0) return setWrong(answer.value);
      toast.done(`${number.format(lots)} lots hold what their ${number.format(movements)} lines add up to`);
    });
  return (
    <>
      <IconButton label="Check the ledger" variant="secondary" aria-disabled={isChecking} onClick={check}>
        <ShieldCheck size={16} aria-hidden />
      </IconButton>
      {wrong && (
        <Dialog
          isOpen
          onClose={() => setWrong(null)}
          title="The ledger does not add up"
          description="Somebody changed the database past the product. Count these lots, and keep a copy of it."
        >
          <DialogBody label="Lots that do not add up">
            <ul className="grid gap-2">
              {wrong.faults.map((one) => (
                <li key={`${one.lotId} ${one.fault}`}>
                  <span className="font-medium">
                    {one.powder}, {lotInside(one.lot)}
                  </span>
                  <span className="block text-ink-muted">{one.fault}</span>
                </li>
              ))}
            </ul>
          </DialogBody>
          <DialogFoot>
            <Button onClick={() => setWrong(null)}>Close</Button>
          </DialogFoot>
        </Dialog>
      )}
    </>
  );
}
