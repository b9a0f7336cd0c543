"use client";
import { useRouter } from "next/navigation";
import { RefusalNotice } from "@/components/answers/refusal-notice";
import { useAnswer } from "@/components/answers/use-answer";
import { ShopFields } from "@/components/people/shop-fields";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { UnitSystem } from "@/db/vocabulary";
import { changeShopAction } from "@/lib/people/actions";
import type { ShopChoices } from "@/lib/people/shop-choices";

type ShopFormProps = {
  now: { name: string; timeZone: string; currency: string; units: UnitSystem };
  choices: ShopChoices;
  isCurrencyFixed: boolean;
};

export function ShopForm({ now, choices, isCurrencyFixed }: ShopFormProps) {
  const router = useRouter();
  const { send, isPending, wrong, message } = useAnswer(changeShopAction, () => {
    toast("Saved");
    router.refresh();
  }, ["name", "timeZone", "currency", "units"]);
  return (
    <form
      method="post"
      noValidate
      className="grid max-w-lg gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget);
        const text = (name: string) => String(typed.get(name) ?? "");
        send({
          name: text("name"),
          timeZone: text("timeZone"),
          currency: isCurrencyFixed ? now.currency : text("currency"),
          units: text("units") === "metric" ? "metric" : "imperial",
        });
      }}
    >
      <ShopFields now={now} choices={choices} wrong={wrong} isCurrencyFixed={isCurrencyFixed} />
      <RefusalNotice message={message} />
      <Button type="submit" variant="primary" isPending={isPending} className="justify-self-start">
        Save
      </Button>
    </form>
  );
}
