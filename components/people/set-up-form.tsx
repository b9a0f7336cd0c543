"use client";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { openDemoAction, setUpAction } from "@/lib/people/actions";
import type { ShopChoices } from "@/lib/people/shop-choices";
import { RefusalNotice } from "../answers/refusal-notice";
import { useAnswer } from "../answers/use-answer";
import { guessShop, type ShopGuess } from "./guess-shop";
import { PasswordField } from "./password-field";
import { ShopFields } from "./shop-fields";

const beforeScripts: ShopGuess = { timeZone: "UTC", locale: "en-US", currency: "USD", units: "imperial" };
let guessed: ShopGuess | undefined;
const guessHere = () => {
  guessed ??= guessShop(navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone);
  return guessed;
};

const fields = ["code", "name", "timeZone", "currency", "units", "ownerName", "email", "password"];

/** The first shop and its owner; or the demo, which needs the code alone. */
export function SetUpForm({ code, choices }: { code: string; choices: ShopChoices }) {
  const guess = useSyncExternalStore(
    () => () => {},
    guessHere,
    () => beforeScripts,
  );
  const setUp = useAnswer(setUpAction, ({ to }) => location.assign(to), fields);
  const demo = useAnswer(openDemoAction, ({ to }) => location.assign(to), ["code"]);
  const isBusy = setUp.isPending || demo.isPending;
  return (
    <form
      method="post"
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget);
        const text = (name: string) => String(typed.get(name) ?? "");
        setUp.send({
          code: text("code"),
          locale: guess.locale,
          name: text("name"),
          timeZone: text("timeZone"),
          currency: text("currency"),
          units: text("units") === "metric" ? "metric" : "imperial",
          ownerName: text("ownerName"),
          email: text("email"),
          password: text("password"),
        });
      }}
    >
      <Field
        label="Set-up code"
        hint="It is printed in the terminal where Coatyard was started."
        error={setUp.wrong("code") ?? demo.wrong("code")}
        isRequired
      >
        <Input
          name="code"
          defaultValue={code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
      </Field>
      <Button
        size="lg"
        isPending={demo.isPending}
        aria-disabled={isBusy}
        onClick={(event) => {
          const typed = new FormData(event.currentTarget.form ?? undefined);
          demo.send({ ...guess, code: String(typed.get("code") ?? "") });
        }}
      >
        Open the demo shop
      </Button>
      <p className="-mt-2 text-xs text-ink-faint">
        A made-up shop with jobs, customers and powder, to look around in. One command wipes it.
      </p>
      <p className="flex items-center gap-3 text-xs text-ink-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or start your own
      </p>
      <ShopFields key={guess.timeZone} now={{ name: "", ...guess }} choices={choices} wrong={setUp.wrong} />
      <Field label="Your name" error={setUp.wrong("ownerName")} isRequired>
        <Input name="ownerName" autoComplete="name" maxLength={100} />
      </Field>
      <Field label="Your e-mail" error={setUp.wrong("email")} isRequired>
        <Input name="email" type="email" autoComplete="username" />
      </Field>
      <PasswordField label="Password" isNew error={setUp.wrong("password")} />
      <RefusalNotice message={setUp.message ?? demo.message} />
      <Button type="submit" variant="primary" size="lg" isPending={setUp.isPending} aria-disabled={isBusy}>
        Open the shop
      </Button>
    </form>
  );
}
